/**
 * One small file for each secret, with the random key it is sealed under. Overwriting the file
 * erases the secret, wherever the database still keeps old copies of its sealed form.
 *
 * On disks that never write in place (flash translation, copy-on-write file systems, snapshots) an
 * old block may survive below the file system; the key in it is itself sealed under the store's
 * key, so that whoever finds it still needs the home's passphrase or key file.
 * @module
 */
import { createHash, randomBytes } from 'node:crypto';
import { open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_SIZE_BYTES, SEAL_OVERHEAD_BYTES, seal, unseal } from './aead.ts';
import { concat, equalBytes, lengthPrefixed, utf8 } from './bytes.ts';
import { tampered } from './errors.ts';
import { ignoreMissing, readOwnFile, syncFolder, writeFileAtomic } from './files.ts';

const MAGIC: Uint8Array = utf8('PFKEY1\n\0');
/** Every key file has this size, so that overwriting touches the same blocks. */
export const KEY_FILE_SIZE_BYTES: number = MAGIC.length + SEAL_OVERHEAD_BYTES + KEY_SIZE_BYTES;
/** A stray file in the folder may be of any size. */
const ERASE_SIZE_BYTES_MAX = 65_536;

export type KeyFiles = {
  /** Makes a random key for a name and writes its file, synced. The caller erases the key. */
  readonly create: (name: string) => Promise<Uint8Array>;
  /** @throws StorageError E_STORE_TAMPERED when the file is missing or damaged. */
  readonly read: (name: string) => Promise<Uint8Array>;
  readonly erase: (name: string) => Promise<void>;
  /** Erases every file that belongs to none of these names: leftovers of a crash. */
  readonly eraseOthers: (names: readonly string[]) => Promise<void>;
};

export function keyFiles(folder: string, storeId: Uint8Array, key: Uint8Array): KeyFiles {
  const fileOf = (name: string): string => {
    const hash = createHash('sha256').update(storeId).update(utf8(name)).digest('hex');
    return `${hash.slice(0, 32)}.key`;
  };
  const aadOf = (name: string): Uint8Array => concat([storeId, lengthPrefixed(utf8(name))]);
  return {
    create: async (name) => {
      const fileKey = new Uint8Array(randomBytes(KEY_SIZE_BYTES));
      const box = seal(key, aadOf(name), fileKey);
      await writeFileAtomic(join(folder, fileOf(name)), concat([MAGIC, box]));
      return fileKey;
    },
    read: async (name) => {
      const file = await readOwnFile(join(folder, fileOf(name)), 4096);
      if (file === undefined) throw tampered(`the key file of a secret is missing in ${folder}`);
      const ok =
        file.length === KEY_FILE_SIZE_BYTES && equalBytes(file.subarray(0, MAGIC.length), MAGIC);
      const fileKey = ok ? unseal(key, aadOf(name), file.subarray(MAGIC.length)) : undefined;
      if (fileKey === undefined) throw tampered(`a key file in ${folder} is damaged`);
      return fileKey;
    },
    erase: (name) => eraseFile(folder, fileOf(name)),
    eraseOthers: async (names) => {
      const kept = new Set(names.map(fileOf));
      for (const file of await readdir(folder)) {
        if (!kept.has(file)) await eraseFile(folder, file);
      }
    },
  };
}

/** Overwrites a small file. Synced before the name goes, or the old block could outlive the file. */
export async function eraseFile(folder: string, file: string): Promise<void> {
  const path = join(folder, file);
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(path, 'r+');
  } catch (error) {
    return ignoreMissing(error);
  }
  try {
    const { size } = await handle.stat();
    const noise = randomBytes(Math.min(Math.max(size, KEY_FILE_SIZE_BYTES), ERASE_SIZE_BYTES_MAX));
    await handle.write(noise, 0, noise.length, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await unlink(path);
  await syncFolder(folder);
}
