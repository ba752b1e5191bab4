/**
 * Reads and writes of a store that is open: sealing, the set digest kept up, fail-stop.
 * @module
 */
import { deriveKey, seal, unseal } from './aead.ts';
import { concat, copyBytes, lengthPrefixed, utf8 } from './bytes.ts';
import { addDigest, recordDigest, subtractDigest } from './digest.ts';
import { StorageError, tampered } from './errors.ts';
import { type Head, type HeadFile, sealBatchRecord } from './head.ts';
import type { Database, DatabaseChange } from './level.ts';
import { byKey, type Change, INTERNAL, STORE_CHANGES_MAX } from './store.ts';
import { groupWriter } from './writer.ts';

/** The one record outside the set digest. */
export const BATCH_KEY: string = `${INTERNAL}batch`;

export type StoreKeys = {
  readonly record: Uint8Array;
  readonly digest: Uint8Array;
  readonly head: Uint8Array;
};

/** What the database holds, as known from having read or written all of it. */
export type Image = {
  sequence: number;
  digest: bigint;
  /** Each live record's part of the digest. */
  readonly parts: Map<string, bigint>;
};

export type EngineParts = {
  readonly database: Database;
  readonly headFile: HeadFile;
  readonly storeId: Uint8Array;
  readonly keys: StoreKeys;
  readonly image: Image;
};

/** Reading and writing of all records, the store's own among them. */
export type Engine = {
  readonly read: (key: string) => Uint8Array | undefined;
  /** Live keys in order that begin with `prefix`; the store's own only when it asks for them. */
  readonly keys: (prefix: string) => readonly string[];
  readonly write: (changes: readonly Change[]) => Promise<void>;
  /** @throws the StorageError that made the store unhealthy, or that it is closed. */
  readonly check: () => void;
  readonly isHealthy: () => boolean;
  /** Makes the store unhealthy, unless it is. @returns the first error that did so. */
  readonly fail: (error: StorageError) => StorageError;
  /** Finishes what was begun; refuses the rest. */
  readonly close: () => Promise<void>;
};

export function deriveStoreKeys(key: Uint8Array, storeId: Uint8Array): StoreKeys {
  return {
    record: deriveKey(key, storeId, 'permafrost/store/records/v1'),
    digest: deriveKey(key, storeId, 'permafrost/store/digest/v1'),
    head: deriveKey(key, storeId, 'permafrost/store/head/v1'),
  };
}

export function startEngine(parts: EngineParts): Engine {
  const { database, keys, image } = parts;
  /** Parts of the records being written; undefined for one being deleted. */
  let inFlight: ReadonlyMap<string, bigint | undefined> = new Map();
  let failure: StorageError | undefined;
  let closed = false;

  function fail(error: StorageError): StorageError {
    failure ??= error;
    return failure;
  }

  function check(): void {
    if (failure !== undefined) throw failure;
    if (closed) throw new StorageError('E_STORE_FAILED', 'the store is closed', 'open it again');
  }

  function read(key: string): Uint8Array | undefined {
    check();
    let sealed: Uint8Array | undefined;
    try {
      sealed = database.getSync(key);
    } catch (error) {
      throw fail(tampered('a record cannot be read', error));
    }
    const part = sealed === undefined ? undefined : recordDigest(keys.digest, key, sealed);
    // A write in progress may or may not be visible yet; both are right.
    const isRight =
      part === image.parts.get(key) || (inFlight.has(key) && part === inFlight.get(key));
    if (!isRight) throw fail(tampered('a record is not what was last written'));
    if (sealed === undefined) return undefined;
    const plain = unseal(keys.record, recordAad(parts.storeId, key), sealed);
    if (plain === undefined) throw fail(tampered('a record does not open'));
    return plain;
  }

  async function commit(changes: readonly Change[]): Promise<void> {
    if (failure !== undefined) throw failure;
    const prepared = prepare(parts, changes);
    inFlight = prepared.parts;
    try {
      await database.write(prepared.operations);
      await parts.headFile.write(prepared.head);
    } catch (error) {
      throw fail(writeFailed(error));
    }
    adopt(image, prepared);
    inFlight = new Map();
  }

  const writer = groupWriter(STORE_CHANGES_MAX, commit);
  return {
    read,
    keys: (prefix) => {
      check();
      const own = prefix.startsWith(INTERNAL);
      return [...image.parts.keys()]
        .filter((key) => key.startsWith(prefix) && (own || !key.startsWith(INTERNAL)))
        .sort(byKey);
    },
    write: async (changes) => {
      check();
      // Copied before anything waits: the caller may use its bytes again.
      await writer.write(changes.map(copyChange));
    },
    check,
    isHealthy: () => failure === undefined && !closed,
    fail,
    close: async () => {
      closed = true;
      await writer.idle();
      await parts.headFile.close();
      await database.close();
      for (const key of Object.values(keys)) key.fill(0);
    },
  };
}

type Prepared = {
  readonly operations: readonly DatabaseChange[];
  readonly parts: ReadonlyMap<string, bigint | undefined>;
  readonly head: Head;
};

/** Everything one write needs, computed from the image without touching it. */
function prepare({ image, keys, storeId }: EngineParts, changes: readonly Change[]): Prepared {
  const operations = new Map<string, DatabaseChange>();
  for (const change of new Map(changes.map((one) => [one.key, one])).values()) {
    operations.set(change.key, sealChange(change, keys, storeId));
  }
  const parts = new Map<string, bigint | undefined>();
  let digest = image.digest;
  for (const [key, operation] of operations) {
    const before = image.parts.get(key);
    const after =
      operation.type === 'put' ? recordDigest(keys.digest, key, operation.value) : undefined;
    if (before !== undefined) digest = subtractDigest(digest, before);
    if (after !== undefined) digest = addDigest(digest, after);
    parts.set(key, after);
  }
  const head: Head = { sequence: image.sequence + 1, digest };
  const batch = sealBatchRecord(keys.head, {
    sequence: head.sequence,
    before: image.digest,
    after: digest,
  });
  return {
    operations: [...operations.values(), { type: 'put', key: BATCH_KEY, value: batch }],
    parts,
    head,
  };
}

function adopt(image: Image, { parts, head }: Prepared): void {
  for (const [key, part] of parts) {
    if (part === undefined) image.parts.delete(key);
    else image.parts.set(key, part);
  }
  image.digest = head.digest;
  image.sequence = head.sequence;
}

function sealChange(change: Change, keys: StoreKeys, storeId: Uint8Array): DatabaseChange {
  switch (change.type) {
    case 'put': {
      const value = seal(keys.record, recordAad(storeId, change.key), change.value);
      return { type: 'put', key: change.key, value };
    }
    case 'delete':
      return { type: 'del', key: change.key };
  }
}

/** A sealed value opens only under its own key in its own store. */
export function recordAad(storeId: Uint8Array, key: string): Uint8Array {
  return concat([storeId, lengthPrefixed(utf8(key))]);
}

function copyChange(change: Change): Change {
  return change.type === 'put' ? { ...change, value: copyBytes(change.value) } : change;
}

function writeFailed(cause: unknown): StorageError {
  return new StorageError(
    'E_STORE_FAILED',
    'a write did not reach the disk',
    'free or replace the disk, then start again: what was acknowledged is still there',
    cause,
  );
}
