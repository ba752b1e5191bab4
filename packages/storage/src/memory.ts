/**
 * A store in memory, for tests and simulated worlds. Same contract; nothing survives `close`.
 * @module
 */
import { copyBytes, equalBytes } from './bytes.ts';
import { StorageError } from './errors.ts';
import {
  byKey,
  type Change,
  checkChanges,
  checkKey,
  checkSecretName,
  checkValue,
  type Store,
  type StoreRecord,
} from './store.ts';

export function memoryStore(): Store {
  const records = new Map<string, Uint8Array>();
  const secrets = new Map<string, Uint8Array>();
  let open = true;

  function checkOpen(): void {
    if (open) return;
    throw new StorageError('E_STORE_FAILED', 'the store is closed', 'open it again');
  }

  return {
    origin: 'created',
    isHealthy: () => open,
    get: async (key) => {
      checkOpen();
      checkKey(key);
      return copyOf(records.get(key));
    },
    entries: async (prefix) => {
      checkOpen();
      return [...records]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => byKey(a, b))
        .map(([key, value]): StoreRecord => [key, copyBytes(value)]);
    },
    batch: async (changes) => {
      checkOpen();
      checkChanges(changes);
      for (const change of changes) apply(records, change);
    },
    secrets: {
      putSecret: async (name, bytes) => {
        checkOpen();
        checkSecretName(name);
        checkValue(bytes);
        const kept = secrets.get(name);
        if (kept === undefined) secrets.set(name, copyBytes(bytes));
        else if (!equalBytes(kept, bytes)) throw new RangeError('another secret has this name');
      },
      getSecret: async (name) => {
        checkOpen();
        checkSecretName(name);
        return copyOf(secrets.get(name));
      },
      eraseSecret: async (name) => {
        checkOpen();
        checkSecretName(name);
        secrets.get(name)?.fill(0);
        secrets.delete(name);
      },
      secretNames: async () => {
        checkOpen();
        return [...secrets.keys()].sort(byKey);
      },
    },
    close: async () => {
      open = false;
      for (const secret of secrets.values()) secret.fill(0);
      secrets.clear();
      records.clear();
    },
  };
}

function apply(records: Map<string, Uint8Array>, change: Change): void {
  switch (change.type) {
    case 'put':
      records.set(change.key, copyBytes(change.value));
      return;
    case 'delete':
      records.delete(change.key);
      return;
  }
}

function copyOf(bytes: Uint8Array | undefined): Uint8Array | undefined {
  return bytes === undefined ? undefined : copyBytes(bytes);
}
