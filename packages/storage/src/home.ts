/**
 * A home: the folder with all that one operator's node, or one requester, has.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { deriveKey, KEY_SIZE_BYTES } from './aead.ts';
import { copyBytes } from './bytes.ts';
import { type HomeConfig, readConfig, writeConfig } from './config.ts';
import { StorageError, systemCode, tampered } from './errors.ts';
import { checkPrivate, exists, FOLDER_MODE, makeFolder, syncFolder } from './files.ts';
import type { Migration } from './migrations.ts';
import { moveAside, openStore } from './open.ts';
import { finishReseal, resealFiles } from './passwd.ts';
import {
  createKeyFile,
  openSealedFile,
  type SealOptions,
  type SealSecret,
  sealFile,
} from './seal.ts';
import { type StoreSnapshot, snapshotStore } from './snapshot.ts';
import type { Store } from './store.ts';

export type HomePaths = {
  readonly dir: string;
  readonly config: string;
  /** The network roster, signed by the operator. */
  readonly roster: string;
  /** The node's identity, sealed. */
  readonly nodeKey: string;
  /** The operator's identity, sealed. */
  readonly operatorKey: string;
  /** Public keys that the command line has checked once. */
  readonly pins: string;
  readonly store: string;
  readonly head: string;
};

/** Which of the two identities of a home. */
export type IdentityName = 'node' | 'operator';

export type NewHome = {
  readonly dir: string;
  /** Its `seal` says what `secret` is. */
  readonly config: HomeConfig;
  /** A key file that does not exist yet is made. */
  readonly secret: SealSecret;
  /** 32-byte Ed25519 seeds; random unless given. */
  readonly nodeSeed?: Uint8Array;
  readonly operatorSeed?: Uint8Array;
  readonly migrations?: readonly Migration[];
  /** Cost of guessing the passphrase. */
  readonly cost?: SealOptions['cost'];
};

const SEED_SIZE_BYTES = 32;

export function homePaths(dir: string): HomePaths {
  const home = resolve(dir);
  return {
    dir: home,
    config: join(home, 'config.toml'),
    roster: join(home, 'roster.json'),
    nodeKey: join(home, 'node.key'),
    operatorKey: join(home, 'operator.key'),
    pins: join(home, 'pins.json'),
    store: join(home, 'store'),
    head: join(home, 'head'),
  };
}

/** Where the key file of a home lies: its path is relative to the home. */
export function keyFilePath(dir: string, path: string): string {
  return isAbsolute(path) ? path : resolve(dir, path);
}

/**
 * Makes a home with its configuration, two identities and an empty store. It is made beside its
 * place and renamed into it, so there is a whole home or none.
 * @throws StorageError E_BAD_REQUEST when the folder exists and is not empty, or for a bad
 *   configuration; E_SEAL_AUTH for an empty passphrase.
 */
export async function createHome(options: NewHome): Promise<HomePaths> {
  const paths = homePaths(options.dir);
  await checkVacant(paths.dir);
  await mkdir(dirname(paths.dir), { recursive: true, mode: FOLDER_MODE });
  const building = join(
    dirname(paths.dir),
    `.${basename(paths.dir)}.new-${randomBytes(6).toString('hex')}`,
  );
  try {
    await makeFolder(building);
    await fillHome(homePaths(building), options);
    await moveInto(building, paths.dir);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  await syncFolder(dirname(paths.dir));
  return paths;
}

/**
 * Puts a home that was made beside its place into it.
 * @throws StorageError E_BAD_REQUEST when the folder exists and is not empty.
 */
export async function placeHome(built: string, dir: string): Promise<void> {
  const paths = homePaths(dir);
  await checkVacant(paths.dir);
  await moveInto(homePaths(built).dir, paths.dir);
  await syncFolder(dirname(paths.dir));
}

/**
 * Puts the store of another home in the place of a damaged one, which is moved aside. A crash in
 * the middle leaves a home without a store: the same can be done again.
 */
export async function replaceStore(built: string, dir: string): Promise<void> {
  const [from, to] = [homePaths(built), homePaths(dir)];
  await moveAside({ dir: to.store, headPath: to.head });
  await rename(from.store, to.store);
  await rename(from.head, to.head);
  await syncFolder(to.dir);
}

/**
 * Checks that nobody else can read a home's secrets, and reads its configuration.
 * @throws StorageError E_NOT_FOUND when there is no home; E_BAD_REQUEST when others have access or
 *   the configuration is wrong, with the command or the field that mends it.
 */
export async function openHome(
  dir: string,
): Promise<{ readonly paths: HomePaths; readonly config: HomeConfig }> {
  const paths = homePaths(dir);
  if (!(await exists(paths.config))) {
    throw new StorageError(
      'E_NOT_FOUND',
      `there is no home in ${paths.dir}`,
      'make one with "permafrost init", or name one with --home',
    );
  }
  for (const path of [paths.dir, paths.config, paths.nodeKey, paths.operatorKey, paths.store]) {
    if (await exists(path)) await checkPrivate(path);
  }
  await finishReseal(paths.dir);
  return { paths, config: await readConfig(paths.config) };
}

/**
 * The 32-byte Ed25519 seed of an identity; the caller erases it.
 * @throws StorageError E_NOT_FOUND, E_SEAL_AUTH, E_STORE_TAMPERED
 */
export async function readIdentity(
  dir: string,
  name: IdentityName,
  secret: SealSecret,
): Promise<Uint8Array> {
  const paths = homePaths(dir);
  const path = identityPath(paths, name);
  await finishReseal(paths.dir);
  const seed = await openSealedFile(path, secret, { purpose: purposeOf(name) });
  if (seed.length !== SEED_SIZE_BYTES) throw tampered(`${path} holds no identity`);
  return seed;
}

/** Seals an identity anew: for a restored home. */
export async function writeIdentity(
  dir: string,
  name: IdentityName,
  seed: Uint8Array,
  secret: SealSecret,
  cost?: SealOptions['cost'],
): Promise<void> {
  if (seed.length !== SEED_SIZE_BYTES) throw new RangeError('an identity is a 32-byte seed');
  const purpose = purposeOf(name);
  const options: SealOptions = cost === undefined ? { purpose } : { purpose, cost };
  await sealFile(identityPath(homePaths(dir), name), seed, secret, options);
}

/**
 * Seals both identities of a home under another secret: at every moment the old one opens all of
 * it, or the new one does. The store needs no change, since its key comes from the identity.
 * @param change.seal what the configuration is to say of `to`; a key file that does not exist yet
 *   is made.
 * @throws StorageError E_SEAL_AUTH when `from` does not open the home, or `to` is empty.
 */
export async function resealHome(
  dir: string,
  change: {
    readonly from: SealSecret;
    readonly to: SealSecret;
    readonly seal: HomeConfig['seal'];
    readonly cost?: SealOptions['cost'];
  },
): Promise<void> {
  const paths = homePaths(dir);
  const names: readonly IdentityName[] = ['node', 'operator'];
  const files = names.map((name) => ({
    name: basename(identityPath(paths, name)),
    purpose: purposeOf(name),
  }));
  const { to } = change;
  if (to.type === 'key-file' && !(await exists(to.path))) {
    for (const name of names) (await readIdentity(dir, name, change.from)).fill(0);
    await createKeyFile(to.path);
  }
  await resealFiles({ dir: paths.dir, files, ...change });
}

/**
 * Opens the store of a home under a key that belongs to its node's identity.
 * @param nodeSeed from `readIdentity(dir, 'node', …)`.
 * @throws StorageError as `openStore`; E_STORE_TAMPERED also when there is no store.
 */
export async function openHomeStore(
  dir: string,
  nodeSeed: Uint8Array,
  options: {
    readonly create?: boolean;
    readonly recover?: boolean;
    readonly migrations?: readonly Migration[];
  } = {},
): Promise<Store> {
  const paths = homePaths(dir);
  const key = deriveStoreKey(nodeSeed);
  try {
    return await openStore({ dir: paths.store, headPath: paths.head, key, ...options });
  } finally {
    key.fill(0);
  }
}

/**
 * All that the store of a home holds now, whether its node runs or not.
 * @throws StorageError E_STORE_TAMPERED, E_STORE_VERSION
 */
export async function snapshotHomeStore(dir: string, nodeSeed: Uint8Array): Promise<StoreSnapshot> {
  const paths = homePaths(dir);
  const key = deriveStoreKey(nodeSeed);
  try {
    return await snapshotStore({ dir: paths.store, headPath: paths.head, key });
  } finally {
    key.fill(0);
  }
}

/** The store's key, from the node's 32-byte seed. The caller erases it. */
export function deriveStoreKey(nodeSeed: Uint8Array): Uint8Array {
  if (nodeSeed.length !== SEED_SIZE_BYTES) throw new RangeError('an identity is a 32-byte seed');
  return deriveKey(nodeSeed, new Uint8Array(KEY_SIZE_BYTES), 'permafrost/home/store-key/v1');
}

async function fillHome(paths: HomePaths, options: NewHome): Promise<void> {
  await writeConfig(paths.config, options.config);
  const secret = await newSecret(paths.dir, options);
  const nodeSeed = copyBytes(options.nodeSeed ?? randomBytes(SEED_SIZE_BYTES));
  const operatorSeed = copyBytes(options.operatorSeed ?? randomBytes(SEED_SIZE_BYTES));
  try {
    await writeIdentity(paths.dir, 'node', nodeSeed, secret, options.cost);
    await writeIdentity(paths.dir, 'operator', operatorSeed, secret, options.cost);
    const { migrations } = options;
    const store = await openHomeStore(paths.dir, nodeSeed, {
      create: true,
      ...(migrations === undefined ? {} : { migrations }),
    });
    await store.close();
  } finally {
    nodeSeed.fill(0);
    operatorSeed.fill(0);
  }
}

/** The secret to seal under while the home is still beside its place. */
async function newSecret(building: string, { secret, config }: NewHome): Promise<SealSecret> {
  if (secret.type !== config.seal.type) throw new RangeError('secret and configuration differ');
  if (secret.type === 'passphrase' || config.seal.type === 'passphrase') return secret;
  const path = keyFilePath(building, config.seal.path);
  if (!(await exists(path))) await createKeyFile(path);
  return { type: 'key-file', path };
}

async function checkVacant(dir: string): Promise<void> {
  try {
    if ((await readdir(dir)).length === 0) return;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    if (systemCode(error) !== 'ENOTDIR') throw error;
  }
  throw new StorageError(
    'E_BAD_REQUEST',
    `${dir} exists and is not empty`,
    'choose another folder with --home',
  );
}

/** A rename replaces an empty folder, and fails on one that has been filled meanwhile. */
async function moveInto(building: string, dir: string): Promise<void> {
  try {
    await rename(building, dir);
  } catch (error) {
    if (systemCode(error) === 'ENOTEMPTY' || systemCode(error) === 'EEXIST') await checkVacant(dir);
    throw error;
  }
}

function identityPath(paths: HomePaths, name: IdentityName): string {
  return name === 'node' ? paths.nodeKey : paths.operatorKey;
}

function purposeOf(name: IdentityName): string {
  return name === 'node' ? 'node identity' : 'operator identity';
}
