/**
 * Changes what opens a home. Two files are sealed under it, and one names it: they change together
 * or not at all, whenever a crash comes.
 *
 * The new files are made in a folder beside the old ones. Renaming that folder to `reseal` is the
 * one step that decides: before it the old secret opens the home, after it the new one does, since
 * whoever opens a home first ends what was begun.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { copyFile, link, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type HomeConfig, readConfig, writeConfig } from './config.ts';
import { StorageError, systemCode } from './errors.ts';
import { ignoreMissing, makeFolder, syncFolder } from './files.ts';
import { eraseFile } from './key-files.ts';
import { reseal, type SealOptions, type SealSecret } from './seal.ts';

export type ResealedFile = {
  /** Name in the home. */
  readonly name: string;
  readonly purpose: string;
};

export type Reseal = {
  /** The home. */
  readonly dir: string;
  readonly files: readonly ResealedFile[];
  readonly from: SealSecret;
  readonly to: SealSecret;
  /** What the configuration is to say of `to`. */
  readonly seal: HomeConfig['seal'];
  readonly cost?: SealOptions['cost'];
};

const CONFIG = 'config.toml';
const DECIDED = 'reseal';
const BUILDING = '.reseal-';
const OLD = '.old';

/**
 * @param after told of every step that was carried out, for tests of crashes.
 * @throws StorageError E_SEAL_AUTH when `from` does not open it, or `to` is empty.
 */
export async function resealFiles(
  options: Reseal,
  after: (step: string) => void = () => {},
): Promise<void> {
  const { dir, files, from, to, cost } = options;
  await finishReseal(dir);
  await removeBuildings(dir);
  const building = join(dir, `${BUILDING}${randomBytes(6).toString('hex')}`);
  try {
    await makeFolder(building);
    for (const { name, purpose } of files) {
      const copy = join(building, name);
      await copyFile(join(dir, name), copy);
      await reseal(copy, from, to, cost === undefined ? { purpose } : { purpose, cost });
      after(`sealed ${name}`);
    }
    const config = await readConfig(join(dir, CONFIG));
    if (JSON.stringify(config.seal) !== JSON.stringify(options.seal)) {
      await writeConfig(join(building, CONFIG), { ...config, seal: options.seal });
      after('configured');
    }
    await syncFolder(building);
    await decide(building, join(dir, DECIDED));
    after('decided');
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  await syncFolder(dir);
  await finishReseal(dir, after);
}

/** Ends a change that was decided; nothing to do when there is none. */
export async function finishReseal(
  dir: string,
  after: (step: string) => void = () => {},
): Promise<void> {
  const decided = join(dir, DECIDED);
  const names = await readdir(decided).catch((error: unknown) => {
    ignoreMissing(error);
    return undefined;
  });
  if (names === undefined) return;
  for (const name of names.filter((one) => !one.endsWith(OLD))) {
    // Kept under a second name, so that it is overwritten only when nobody can open it by its own.
    await link(join(dir, name), join(decided, name + OLD)).catch(ignoreTaken);
    after(`kept ${name}`);
    await rename(join(decided, name), join(dir, name)).catch(ignoreMissing);
    after(`moved ${name}`);
  }
  await syncFolder(dir);
  for (const name of await readdir(decided).catch(() => [])) {
    if (!name.endsWith(OLD)) continue;
    // What was sealed under a secret that somebody may know now.
    if (name === CONFIG + OLD) await unlink(join(decided, name)).catch(ignoreMissing);
    else await eraseFile(decided, name);
    after(`erased ${name}`);
  }
  await rmdir(decided).catch(ignoreMissing);
  await syncFolder(dir);
}

async function decide(building: string, decided: string): Promise<void> {
  try {
    await rename(building, decided);
  } catch (error) {
    if (systemCode(error) !== 'ENOTEMPTY' && systemCode(error) !== 'EEXIST') throw error;
    throw new StorageError(
      'E_BAD_REQUEST',
      'what opens this home is being changed by another process',
      'wait for it to end, then try again',
      error,
    );
  }
}

async function removeBuildings(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (name.startsWith(BUILDING)) await rm(join(dir, name), { recursive: true, force: true });
  }
}

/** Linked already, before a crash; or another process moved and erased it meanwhile. */
function ignoreTaken(error: unknown): void {
  if (systemCode(error) !== 'EEXIST') ignoreMissing(error);
}
