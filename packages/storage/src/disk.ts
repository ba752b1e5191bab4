/**
 * A store over a database, a head file and key files: how it begins, and how it is believed again.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { deriveKey } from './aead.ts';
import { addDigest, recordDigest } from './digest.ts';
import {
  BATCH_KEY,
  deriveStoreKeys,
  type Engine,
  type Image,
  type StoreKeys,
  startEngine,
} from './engine.ts';
import { tampered } from './errors.ts';
import { closingOnError } from './files.ts';
import {
  compareHead,
  createHead,
  openBatchRecord,
  readHeadFile,
  STORE_ID_SIZE_BYTES,
} from './head.ts';
import { keyFiles } from './key-files.ts';
import type { Database } from './level.ts';
import { checkVersion, encodeVersion, type Migration, VERSION_KEY } from './migrations.ts';
import { secretStore } from './secrets.ts';
import {
  type Change,
  checkChanges,
  checkKey,
  type Store,
  type StoreOrigin,
  type StoreRecord,
} from './store.ts';

export type StoreFiles = {
  readonly database: Database;
  readonly headPath: string;
  readonly keysPath: string;
  readonly key: Uint8Array;
  readonly migrations: readonly Migration[];
};

/** Reads between two turns of the event loop. */
const READS_PER_TURN = 512;

/** Makes the first records and the head in an empty database. */
export async function createStoreFiles(
  files: StoreFiles,
  origin: 'created' | 'recovered',
): Promise<Store> {
  const storeId = new Uint8Array(randomBytes(STORE_ID_SIZE_BYTES));
  const keys = deriveStoreKeys(files.key, storeId);
  const image: Image = { sequence: 0, digest: 0n, parts: new Map() };
  const headFile = await createHead(files.headPath, storeId, keys.head, image);
  return closingOnError(headFile, async () => {
    const engine = startEngine({ ...files, headFile, storeId, keys, image });
    const version = encodeVersion(files.migrations.length);
    await engine.write([{ type: 'put', key: VERSION_KEY, value: version }]);
    return finishStore(files, storeId, engine, origin);
  });
}

/**
 * Reads everything once and compares it with the head before anything is believed.
 * @throws StorageError E_STORE_TAMPERED, E_STORE_VERSION
 */
export async function openStoreFiles(files: StoreFiles): Promise<Store> {
  const { storeId, open } = await readHeadFile(files.headPath);
  const keys = deriveStoreKeys(files.key, storeId);
  const found = open(keys.head);
  const { image, sealedBatch } = await readImage(files.database, keys);
  image.sequence = found.head.sequence;
  const batch = sealedBatch === undefined ? undefined : openBatchRecord(keys.head, sealedBatch);
  const state = compareHead(found, image.digest, batch);
  if (state === 'tampered') throw tampered('the records are not those that were last written');
  const headFile = await found.openFile();
  return closingOnError(headFile, async () => {
    if (state === 'behind') {
      image.sequence += 1;
      await headFile.write(image);
    }
    const engine = startEngine({ ...files, headFile, storeId, keys, image });
    await migrate(engine, files.migrations);
    return finishStore(files, storeId, engine, 'opened');
  });
}

async function readImage(
  database: Database,
  keys: StoreKeys,
): Promise<{ readonly image: Image; readonly sealedBatch: Uint8Array | undefined }> {
  const image: Image = { sequence: 0, digest: 0n, parts: new Map() };
  let sealedBatch: Uint8Array | undefined;
  try {
    await database.each((key, value) => {
      if (key === BATCH_KEY) {
        sealedBatch = value;
        return;
      }
      const part = recordDigest(keys.digest, key, value);
      image.parts.set(key, part);
      image.digest = addDigest(image.digest, part);
    });
  } catch (error) {
    throw tampered('the database cannot be read to its end', error);
  }
  return { image, sealedBatch };
}

async function migrate(engine: Engine, migrations: readonly Migration[]): Promise<void> {
  let version = checkVersion(engine.read(VERSION_KEY), migrations.length);
  for (const migration of migrations.slice(version)) {
    const records: StoreRecord[] = [];
    for (const key of engine.keys('')) {
      const value = engine.read(key);
      if (value !== undefined) records.push([key, value]);
    }
    const changes = migration.migrate(records);
    checkChanges(changes);
    version += 1;
    const stamp: Change = { type: 'put', key: VERSION_KEY, value: encodeVersion(version) };
    await engine.write([...changes, stamp]);
  }
}

async function finishStore(
  files: StoreFiles,
  storeId: Uint8Array,
  engine: Engine,
  origin: StoreOrigin,
): Promise<Store> {
  const fileKey = deriveKey(files.key, storeId, 'permafrost/store/key-files/v1');
  const secrets = await secretStore(engine, keyFiles(files.keysPath, storeId, fileKey), storeId);
  let closing: Promise<void> | undefined;
  return {
    origin,
    isHealthy: () => engine.isHealthy(),
    get: async (key) => {
      checkKey(key);
      return engine.read(key);
    },
    entries: async (prefix) => {
      if (prefix !== '') checkKey(prefix);
      const records: StoreRecord[] = [];
      for (const [number, key] of engine.keys(prefix).entries()) {
        if (number % READS_PER_TURN === READS_PER_TURN - 1) await setImmediate();
        const value = engine.read(key);
        if (value !== undefined) records.push([key, value]);
      }
      return records;
    },
    batch: async (changes) => {
      checkChanges(changes);
      await engine.write(changes);
    },
    secrets,
    close: () => {
      closing ??= engine.close().finally(() => fileKey.fill(0));
      return closing;
    },
  };
}
