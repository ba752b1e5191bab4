/**
 * The database under a store: LevelDB, reduced to the few calls a store makes.
 * @module
 */
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { Level } from 'level';
import { StorageError, systemCode, tampered } from './errors.ts';
import { FILE_MODE, ignoreMissing, makeFolder } from './files.ts';

export type DatabaseChange =
  | { readonly type: 'put'; readonly key: string; readonly value: Uint8Array }
  | { readonly type: 'del'; readonly key: string };

export type Database = {
  /** Synchronous, so that no write can finish between reading a value and judging it. */
  readonly getSync: (key: string) => Uint8Array | undefined;
  /** Every record once, in order of keys. */
  readonly each: (visit: (key: string, value: Uint8Array) => void) => Promise<void>;
  /** All changes or none, synced. */
  readonly write: (changes: readonly DatabaseChange[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

const READ_AT_ONCE = 1024;

/**
 * Opens the database in a folder. Only an explicit `create` makes one: LevelDB's default answers a
 * lost CURRENT file with an empty database and deletes the old one.
 *
 * Sets the process's umask to 077 for good, since LevelDB makes files at any time later.
 * @throws StorageError E_STORE_LOCKED when it is open elsewhere, E_STORE_TAMPERED for all else.
 */
export async function openDatabase(
  path: string,
  { create }: { readonly create: boolean },
): Promise<Database> {
  if (isMainThread) process.umask(0o077);
  if (create) await makeFolder(path);
  const level = new Level<string, Uint8Array>(path, {
    createIfMissing: create,
    errorIfExists: create,
    keyEncoding: 'utf8',
    valueEncoding: 'view',
  });
  try {
    await level.open();
  } catch (error) {
    throw openError(path, error);
  }
  // Threads cannot set a umask; the folder's own mode already keeps everybody else out. LevelDB
  // compacts in the background, and may remove a file between the two calls.
  for (const name of await readdir(path)) {
    await chmod(join(path, name), FILE_MODE).catch(ignoreMissing);
  }
  return {
    getSync: (key) => level.getSync(key),
    each: (visit) => eachRecord(level, visit),
    write: (changes) => level.batch([...changes], { sync: true }),
    close: () => level.close(),
  };
}

/** Rewrites the files of a closed database without what was deleted or replaced. */
export async function compact(path: string): Promise<void> {
  const level = new Level(path, { createIfMissing: false });
  await level.open();
  try {
    // On Node, Level is a ClassicLevel; its types name only what browsers have too.
    if ('compactRange' in level && typeof level.compactRange === 'function') {
      await level.compactRange('', '~');
    }
  } finally {
    await level.close();
  }
}

async function eachRecord(
  level: Level<string, Uint8Array>,
  visit: (key: string, value: Uint8Array) => void,
): Promise<void> {
  const iterator = level.iterator();
  try {
    for (;;) {
      const records = await iterator.nextv(READ_AT_ONCE);
      if (records.length === 0) return;
      for (const [key, value] of records) visit(key, value);
    }
  } finally {
    await iterator.close();
  }
}

function openError(path: string, error: unknown): StorageError {
  const cause = error instanceof Error ? error.cause : undefined;
  if (systemCode(cause) === 'LEVEL_LOCKED') {
    return new StorageError(
      'E_STORE_LOCKED',
      `${path} is open in another process`,
      'stop the other process of this home first',
      error,
    );
  }
  return tampered(`the database in ${path} does not open`, error);
}
