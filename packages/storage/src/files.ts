/**
 * Files that are either the old or the new one after a crash, never half of each.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StorageError, systemCode, tampered } from './errors.ts';

export const FILE_MODE: number = 0o600;
export const FOLDER_MODE: number = 0o700;

/** Between the name of a file and the random part of its temporary sibling. */
const TEMPORARY = '.new-';

/**
 * Writes a file of mode 0600 by way of a synced sibling, a rename and a sync of the folder. When
 * it returns, the file survives a power cut; when it throws, the old file is still there.
 */
export async function writeFileAtomic(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}${TEMPORARY}${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(temporary, 'wx', FILE_MODE);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(ignoreMissing);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Removes what a crash in the middle of `writeFileAtomic` left beside `path`. */
export async function removeTemporaries(path: string): Promise<void> {
  const folder = dirname(path);
  const prefix = `${basename(path)}${TEMPORARY}`;
  for (const name of await readdir(folder)) {
    if (name.startsWith(prefix)) await unlink(join(folder, name)).catch(ignoreMissing);
  }
}

/** Makes the names in a folder durable. Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Makes a folder of mode 0700, and sets that mode on one that exists. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: FOLDER_MODE });
  await chmod(path, FOLDER_MODE);
}

/**
 * The bytes of a regular file of at most `sizeBytesMax`; undefined when there is none.
 * @throws StorageError E_BAD_REQUEST when it is larger, or no regular file.
 */
export async function readFileLimited(
  path: string,
  sizeBytesMax: number,
): Promise<Uint8Array | undefined> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const info = await file.stat();
    if (!info.isFile() || info.size > sizeBytesMax) {
      throw new StorageError(
        'E_BAD_REQUEST',
        `${path} is not a file of at most ${sizeBytesMax} bytes`,
        'check the path',
      );
    }
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

/**
 * A file that this program wrote itself: whatever keeps it from being read is damage.
 * @throws StorageError E_STORE_TAMPERED
 */
export async function readOwnFile(
  path: string,
  sizeBytesMax: number,
): Promise<Uint8Array | undefined> {
  try {
    return await readFileLimited(path, sizeBytesMax);
  } catch (error) {
    throw tampered(`${path} cannot be read`, error);
  }
}

/**
 * Refuses a file or folder that anyone but its owner can read or write.
 * @throws StorageError E_BAD_REQUEST
 */
export async function checkPrivate(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const info = await stat(path);
  if ((info.mode & 0o077) !== 0) {
    const wanted = info.isDirectory() ? 'u=rwx,go=' : 'u=rw,go=';
    throw new StorageError(
      'E_BAD_REQUEST',
      `others can read or write ${path}`,
      `run: chmod ${wanted} ${path}`,
    );
  }
}

/** What is open for the work is closed when the work fails. */
export async function closingOnError<T>(
  opened: { readonly close: () => Promise<void> },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await opened.close();
    throw error;
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

export function ignoreMissing(error: unknown): void {
  if (systemCode(error) !== 'ENOENT') throw error;
}
