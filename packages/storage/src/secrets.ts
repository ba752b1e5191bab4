/**
 * Secrets of a store on a disk: a sealed record in the database, its key in a file of its own.
 *
 * Order decides: a secret's key file is there before its record and goes after it, so that a
 * record without a key file is damage, and a key file without a record a leftover to erase.
 * @module
 */
import { seal, unseal } from './aead.ts';
import { concat, copyBytes, equalBytes, lengthPrefixed, utf8 } from './bytes.ts';
import type { Engine } from './engine.ts';
import { StorageError, tampered } from './errors.ts';
import type { KeyFiles } from './key-files.ts';
import { checkSecretName, checkValue, INTERNAL, type SecretStore } from './store.ts';

export const SECRET_PREFIX: string = `${INTERNAL}secret/`;

/**
 * Checks that every secret opens, and ends every erasure that a crash interrupted.
 * @throws StorageError E_STORE_TAMPERED
 */
export async function secretStore(
  engine: Engine,
  files: KeyFiles,
  storeId: Uint8Array,
): Promise<SecretStore> {
  const names = (): readonly string[] =>
    engine.keys(SECRET_PREFIX).map((key) => key.slice(SECRET_PREFIX.length));

  async function read(name: string): Promise<Uint8Array | undefined> {
    const sealed = engine.read(SECRET_PREFIX + name);
    if (sealed === undefined) return undefined;
    return openSecret({ files, storeId, name, sealed });
  }

  async function put(name: string, bytes: Uint8Array): Promise<void> {
    const kept = await read(name);
    if (kept !== undefined) {
      const same = equalBytes(kept, bytes);
      kept.fill(0);
      if (!same) throw new RangeError('another secret has this name');
      return;
    }
    const key = await files.create(name);
    const value = seal(key, aadOf(storeId, name), bytes);
    key.fill(0);
    await engine.write([{ type: 'put', key: SECRET_PREFIX + name, value }]);
  }

  async function erase(name: string): Promise<void> {
    if (engine.read(SECRET_PREFIX + name) === undefined) return;
    await engine.write([{ type: 'delete', key: SECRET_PREFIX + name }]);
    await files.erase(name);
  }

  for (const name of names()) (await read(name))?.fill(0);
  await files.eraseOthers(names());

  /** One at a time: two of one name must not meet between record and file. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(async () => {
      engine.check();
      try {
        return await work();
      } catch (error) {
        if (error instanceof RangeError) throw error;
        throw engine.fail(asStorageError(error));
      }
    });
    last = result.catch(() => undefined);
    return result;
  }

  return {
    putSecret: async (name, bytes) => {
      checkSecretName(name);
      checkValue(bytes);
      const copy = copyBytes(bytes);
      await inTurn(() => put(name, copy)).finally(() => copy.fill(0));
    },
    getSecret: async (name) => {
      checkSecretName(name);
      return inTurn(() => read(name));
    },
    eraseSecret: async (name) => {
      checkSecretName(name);
      await inTurn(() => erase(name));
    },
    secretNames: async () => names(),
  };
}

/**
 * What is sealed under the key in its file; the caller erases it.
 * @param given.sealed as `seal` made it
 * @throws StorageError E_STORE_TAMPERED
 */
export async function openSecret(given: {
  readonly files: KeyFiles;
  readonly storeId: Uint8Array;
  readonly name: string;
  readonly sealed: Uint8Array;
}): Promise<Uint8Array> {
  const { files, storeId, name, sealed } = given;
  const key = await files.read(name);
  const bytes = unseal(key, aadOf(storeId, name), sealed);
  key.fill(0);
  if (bytes === undefined) throw tampered('a secret does not open under its key file');
  return bytes;
}

function aadOf(storeId: Uint8Array, name: string): Uint8Array {
  return concat([utf8('secret'), storeId, lengthPrefixed(utf8(name))]);
}

function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  return new StorageError(
    'E_STORE_FAILED',
    'a key file could not be read or written',
    'free or replace the disk, then start again',
    error,
  );
}
