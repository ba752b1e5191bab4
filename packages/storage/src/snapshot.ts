/**
 * All that a store holds at one moment, read without opening it: its own process may go on writing.
 *
 * The database is copied file by file and the copy is opened. Its log only ever grows, so a copy of
 * it is the database as it was after some write; the sealed batch record of that write says what all
 * records must come to, and the head, read before, which write is old enough to be there. A copy
 * that does not come to that, because a file went away meanwhile, is thrown away and made again.
 *
 * Key files of secrets are not copied but read: a copy would outlive their erasing.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deriveKey, unseal } from './aead.ts';
import { addDigest, recordDigest } from './digest.ts';
import { BATCH_KEY, deriveStoreKeys, recordAad, type StoreKeys } from './engine.ts';
import { StorageError, systemCode, tampered } from './errors.ts';
import { exists, makeFolder } from './files.ts';
import { openBatchRecord, readHeadFile } from './head.ts';
import { keyFiles } from './key-files.ts';
import { type Database, openDatabase } from './level.ts';
import { checkVersion, VERSION_KEY } from './migrations.ts';
import { openSecret, SECRET_PREFIX } from './secrets.ts';
import { INTERNAL, type StoreRecord } from './store.ts';

export type StoreSnapshot = {
  /** In order of keys. */
  readonly records: readonly StoreRecord[];
  /** By name; the caller erases them. */
  readonly secrets: ReadonlyMap<string, Uint8Array>;
};

export type SnapshotOptions = {
  /** As of `openStore`. */
  readonly dir: string;
  readonly headPath: string;
  readonly key: Uint8Array;
  /** Number of migrations that this program knows: the version the store must have. */
  readonly version?: number;
};

/** A store that is written without a pause loses few of them: only its compactions are in the way. */
const ATTEMPTS_MAX = 10;
const PAUSE_MS = 15;
const SCRATCH = '.snapshot-';

/**
 * @throws StorageError E_STORE_TAMPERED when the store is missing or damaged; E_STORE_VERSION when
 *   another version of this program wrote it.
 */
export async function snapshotStore(options: SnapshotOptions): Promise<StoreSnapshot> {
  const database = join(options.dir, 'db');
  if (!(await exists(database))) throw tampered(`there is no store in ${options.dir}`);
  await removeScratch(options.dir);
  for (let attempt = 1; ; attempt++) {
    try {
      return await snapshotOnce(options, database);
    } catch (error) {
      if (attempt === ATTEMPTS_MAX || !isTorn(error)) throw error;
    }
    await sleep(attempt * PAUSE_MS);
  }
}

function isTorn(error: unknown): boolean {
  if (error instanceof StorageError) return error.code === 'E_STORE_TAMPERED';
  return systemCode(error) === 'ENOENT';
}

async function snapshotOnce(options: SnapshotOptions, database: string): Promise<StoreSnapshot> {
  const { storeId, open } = await readHeadFile(options.headPath);
  const keys = deriveStoreKeys(options.key, storeId);
  const { head } = open(keys.head);
  const scratch = join(dirname(options.dir), `${SCRATCH}${randomBytes(6).toString('hex')}`);
  try {
    await copyDatabase(database, scratch);
    const sealed = await readAll(scratch, keys, head.sequence);
    return await unsealAll(sealed, { options, storeId, keys });
  } finally {
    await rm(scratch, { recursive: true, force: true });
    for (const key of Object.values(keys)) key.fill(0);
  }
}

/** Every file but the lock; the names must be the same before and after. */
async function copyDatabase(from: string, to: string): Promise<void> {
  await makeFolder(to);
  const names = (await readdir(from)).filter((name) => name !== 'LOCK').sort();
  for (const name of names) {
    await copyFile(join(from, name), join(to, name), constants.COPYFILE_FICLONE);
  }
  const after = (await readdir(from)).filter((name) => name !== 'LOCK').sort();
  if (after.join('/') !== names.join('/')) throw tampered(`files of ${from} changed meanwhile`);
}

/** The records as they lie in the database, and what they come to. */
async function readAll(
  scratch: string,
  keys: StoreKeys,
  sequenceMin: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const records = new Map<string, Uint8Array>();
  const database: Database = await openDatabase(scratch, { create: false });
  try {
    await database.each((key, value) => records.set(key, value));
  } finally {
    await database.close();
  }
  const sealedBatch = records.get(BATCH_KEY);
  records.delete(BATCH_KEY);
  let digest = 0n;
  for (const [key, value] of records) {
    digest = addDigest(digest, recordDigest(keys.digest, key, value));
  }
  const batch = sealedBatch === undefined ? undefined : openBatchRecord(keys.head, sealedBatch);
  if (batch === undefined || batch.after !== digest || batch.sequence < sequenceMin) {
    throw tampered('the records are not those that were last written');
  }
  return records;
}

async function unsealAll(
  sealed: ReadonlyMap<string, Uint8Array>,
  from: {
    readonly options: SnapshotOptions;
    readonly storeId: Uint8Array;
    readonly keys: StoreKeys;
  },
): Promise<StoreSnapshot> {
  const { options, storeId, keys } = from;
  const fileKey = deriveKey(options.key, storeId, 'permafrost/store/key-files/v1');
  const files = keyFiles(join(options.dir, 'keys'), storeId, fileKey);
  const records: StoreRecord[] = [];
  const secrets = new Map<string, Uint8Array>();
  let version: Uint8Array | undefined;
  try {
    for (const [key, value] of sealed) {
      const plain = unseal(keys.record, recordAad(storeId, key), value);
      if (plain === undefined) throw tampered('a record does not open');
      if (key === VERSION_KEY) version = plain;
      else if (key.startsWith(SECRET_PREFIX)) {
        const name = key.slice(SECRET_PREFIX.length);
        secrets.set(name, await openSecret({ files, storeId, name, sealed: plain }));
      } else if (!key.startsWith(INTERNAL)) records.push([key, plain]);
    }
  } catch (error) {
    for (const secret of secrets.values()) secret.fill(0);
    throw error;
  } finally {
    fileKey.fill(0);
  }
  const wanted = options.version ?? 0;
  if (checkVersion(version, wanted) !== wanted) {
    throw new StorageError(
      'E_STORE_VERSION',
      'an older version of this program wrote the store',
      'start the node once with this version, then try again',
    );
  }
  return { records, secrets };
}

/** What a crash in the middle left: sealed records, and nothing that opens them. */
async function removeScratch(dir: string): Promise<void> {
  const folder = dirname(dir);
  for (const name of await readdir(folder)) {
    if (name.startsWith(SCRATCH)) await rm(join(folder, name), { recursive: true, force: true });
  }
}
