/**
 * Makes a home out of a backup, or gives a home whose store was lost the store of its backup.
 *
 * Everything is made beside its place and moved into it in the end. The store is marked: the node
 * that starts on it asks its peers for the last boot that they saw of it, goes on after that one,
 * and is told what it may have forgotten; it does nothing again that was asked of it before.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { equalBytes, u64 } from '@permafrost/frost';
import {
  createHome,
  type HomeConfig,
  homePaths,
  openHome,
  openHomeStore,
  placeHome,
  readIdentity,
  replaceStore,
  type SealSecret,
  StorageError,
} from '@permafrost/storage';
import { wasBegunAnew } from '../boot.ts';
import { RESTORED_PATH } from '../core/boots.ts';
import { secretName } from '../tables/keys-entry.ts';
import { type BackedUpHome, restoredOf } from './contents.ts';
import { heldKeys } from './held.ts';
import { configOf, directoryOf } from './summary.ts';

export type RestoreOptions = {
  /** Where the home is to be: nothing is there, or the home that lost its store. */
  readonly dir: string;
  readonly home: BackedUpHome;
  /** What opens the home, or is to open a new one, of this configuration. */
  readonly secretFor: (config: HomeConfig, isNew: boolean) => Promise<SealSecret>;
  /** Hex ids of keys whose shares are to stay out. */
  readonly without?: ReadonlySet<string>;
};

/** A new home, or a new store for one that was there. */
export type RestoredPart = 'home' | 'store';

/**
 * @throws StorageError E_BAD_REQUEST when the place holds something else, or a sound store;
 *   E_STORE_LOCKED when its node runs; E_SEAL_AUTH.
 */
export async function restoreHome(options: RestoreOptions): Promise<RestoredPart> {
  const { dir, home } = options;
  const place = homePaths(dir).dir;
  const isMending = await isHomeWithoutStore(options);
  const built = join(
    dirname(place),
    `.${basename(place)}.restore-${randomBytes(6).toString('hex')}`,
  );
  try {
    await build(built, options, isMending);
    await fillStore(built, home, options.without ?? new Set());
    if (isMending) await replaceStore(built, place);
    else await placeHome(built, place);
  } finally {
    await rm(built, { recursive: true, force: true });
  }
  return isMending ? 'store' : 'home';
}

/** A home of the same node whose store is damaged, missing, or was begun anew and has no share. */
async function isHomeWithoutStore({ dir, home, secretFor }: RestoreOptions): Promise<boolean> {
  let opened: Awaited<ReturnType<typeof openHome>>;
  try {
    opened = await openHome(dir);
  } catch (error) {
    if (error instanceof StorageError && error.code === 'E_NOT_FOUND') return false;
    throw error;
  }
  const { paths, config } = opened;
  const seed = await readIdentity(paths.dir, 'node', await secretFor(config, false));
  try {
    if (!equalBytes(seed, home.nodeSeed)) {
      throw occupied(`${paths.dir} is the home of another node (${config.name})`);
    }
    if (await isSound(paths.dir, seed)) {
      throw occupied(`the store in ${paths.dir} is sound: there is nothing to restore`);
    }
    return true;
  } finally {
    seed.fill(0);
  }
}

async function isSound(dir: string, seed: Uint8Array): Promise<boolean> {
  try {
    const store = await openHomeStore(dir, seed);
    try {
      const names = await store.secrets.secretNames();
      return names.length > 0 || !(await wasBegunAnew(store));
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StorageError && error.code === 'E_STORE_TAMPERED') return false;
    throw error;
  }
}

/** Identities, roster and pins of the backup, and an empty store. */
async function build(
  built: string,
  { home, secretFor }: RestoreOptions,
  isMending: boolean,
): Promise<void> {
  const config = configOf(home);
  directoryOf(home);
  // What mends a home is moved out of this one, and the rest of it thrown away.
  const used: HomeConfig = isMending
    ? { ...config, seal: { type: 'key-file', path: 'seal.key' } }
    : config;
  const inside: SealSecret = { type: 'key-file', path: join(built, 'seal.key') };
  const secret = isMending ? inside : await secretFor(used, true);
  const { nodeSeed, operatorSeed } = home;
  const paths = await createHome({ dir: built, config: used, secret, nodeSeed, operatorSeed });
  await writeFile(paths.roster, home.roster, { mode: 0o600 });
  if (home.pins !== undefined) await writeFile(paths.pins, home.pins, { mode: 0o600 });
}

async function fillStore(
  built: string,
  home: BackedUpHome,
  without: ReadonlySet<string>,
): Promise<void> {
  const held = heldKeys(restoredOf(home), { directory: directoryOf(home), roster: home.roster });
  const left = new Set(
    held.filter(({ entry }) => without.has(entry.id)).map(({ entry }) => secretName(entry)),
  );
  for (const { share } of held) share?.signingShare.erase();
  const store = await openHomeStore(built, home.nodeSeed);
  try {
    // Before any share is there, so that none can ever be used without it.
    await store.batch([
      { type: 'put', key: RESTORED_PATH, value: u64(home.createdMs) },
      ...home.records.map(([key, value]) => ({ type: 'put', key, value }) as const),
    ]);
    for (const [name, bytes] of home.secrets) {
      if (!left.has(name)) await store.secrets.putSecret(name, bytes);
    }
  } finally {
    await store.close();
  }
}

function occupied(what: string): StorageError {
  return new StorageError(
    'E_BAD_REQUEST',
    what,
    'name another place with --home, or move this one away first',
  );
}
