/**
 * Opens a store on a disk, or makes one, or puts an empty one in the place of a damaged one.
 * @module
 */
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_SIZE_BYTES } from './aead.ts';
import { createStoreFiles, openStoreFiles, type StoreFiles } from './disk.ts';
import { StorageError, tampered } from './errors.ts';
import { closingOnError, exists, makeFolder, removeTemporaries, syncFolder } from './files.ts';
import { type Database, openDatabase } from './level.ts';
import type { Migration } from './migrations.ts';
import type { Store } from './store.ts';

export type StoreOptions = {
  /** The folder of the store: the database and the key files of its secrets lie in it. */
  readonly dir: string;
  /** The head file, beside that folder and never in it. */
  readonly headPath: string;
  /** 32 secret bytes; all keys of the store are derived from them. */
  readonly key: Uint8Array;
  /** Makes a new store when there is neither a database nor a head; else opens what there is. */
  readonly create?: boolean;
  /**
   * When the store is damaged or missing, moves what is left of it aside (`DIR.damaged-N`) and
   * begins with an empty one. A store that is sound is opened as it is.
   */
  readonly recover?: boolean;
  /** How records of older programs become those of this one; their number is the version. */
  readonly migrations?: readonly Migration[];
};

/** The way to a database; another one in tests of failing disks. */
export type OpenDatabase = typeof openDatabase;

/**
 * @throws StorageError E_STORE_LOCKED when the store is open elsewhere; E_STORE_TAMPERED when it is
 *   missing, damaged, rolled back, exchanged or of another key; E_STORE_VERSION when a newer
 *   program wrote it.
 */
export function openStore(options: StoreOptions): Promise<Store> {
  return openStoreOn(options, openDatabase);
}

/** `openStore` over a given database. */
export async function openStoreOn(options: StoreOptions, open: OpenDatabase): Promise<Store> {
  if (options.key.length !== KEY_SIZE_BYTES) throw new RangeError('a store key has 32 bytes');
  const paths = storePaths(options);
  const [hasDatabase, hasHead] = [await exists(paths.database), await exists(paths.head)];
  if (!hasDatabase && !hasHead) {
    if (options.recover === true) return create(options, open, 'recovered');
    if (options.create === true) return create(options, open, 'created');
    throw tampered(`there is no store in ${options.dir}`);
  }
  try {
    if (!hasDatabase) throw tampered(`the database in ${options.dir} is missing`);
    return await openExisting(options, open);
  } catch (error) {
    const damaged = error instanceof StorageError && error.code === 'E_STORE_TAMPERED';
    if (!damaged || options.recover !== true) throw error;
    await moveAside(options);
    return create(options, open, 'recovered');
  }
}

async function openExisting(options: StoreOptions, open: OpenDatabase): Promise<Store> {
  const paths = storePaths(options);
  const database = await open(paths.database, { create: false });
  return closingOnError(database, () => openStoreFiles(filesOf(options, database)));
}

async function create(
  options: StoreOptions,
  open: OpenDatabase,
  origin: 'created' | 'recovered',
): Promise<Store> {
  const paths = storePaths(options);
  await makeFolder(options.dir);
  await makeFolder(paths.keys);
  const database = await open(paths.database, { create: true });
  await syncFolder(options.dir);
  return closingOnError(database, () => createStoreFiles(filesOf(options, database), origin));
}

/** Nothing is deleted: whoever examines the damage needs it, and it is sealed. */
export async function moveAside({
  dir,
  headPath,
}: Pick<StoreOptions, 'dir' | 'headPath'>): Promise<void> {
  let number = 1;
  while (
    (await exists(`${dir}.damaged-${number}`)) ||
    (await exists(`${headPath}.damaged-${number}`))
  ) {
    number += 1;
  }
  if (await exists(dir)) await rename(dir, `${dir}.damaged-${number}`);
  if (await exists(headPath)) await rename(headPath, `${headPath}.damaged-${number}`);
  await removeTemporaries(headPath);
}

function filesOf(options: StoreOptions, database: Database): StoreFiles {
  const paths = storePaths(options);
  return {
    database,
    headPath: paths.head,
    keysPath: paths.keys,
    key: options.key,
    migrations: options.migrations ?? [],
  };
}

function storePaths({ dir, headPath }: StoreOptions): {
  readonly database: string;
  readonly keys: string;
  readonly head: string;
} {
  return { database: join(dir, 'db'), keys: join(dir, 'keys'), head: headPath };
}
