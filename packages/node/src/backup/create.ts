/**
 * Makes the backup of a home, whether its node runs or not.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { ed25519PublicKey } from '@permafrost/frost';
import {
  type BackupRecipient,
  openHome,
  readFileLimited,
  readIdentity,
  type SealSecret,
  sealBackup,
  snapshotHomeStore,
} from '@permafrost/storage';
import { readRosterBytes } from '../home-files.ts';
import { directoryFrom } from '../roster.ts';
import { type BackedUpHome, encodeHome, eraseHome, selectRecords } from './contents.ts';
import { type BackupSummary, summaryOf } from './summary.ts';

const PINS_SIZE_BYTES_MAX = 1_048_576;

/**
 * @param options.secret what opens the home
 * @returns the encrypted file, and what is in it
 * @throws StorageError: no home, wrong secret, damaged store, no roster; E_BAD_REQUEST for a
 *   recipient that is none.
 */
export async function createBackup(options: {
  readonly home: string;
  readonly secret: SealSecret;
  readonly to: BackupRecipient;
}): Promise<{ readonly file: Uint8Array; readonly summary: BackupSummary }> {
  const home = await readHome(options);
  try {
    const file = await sealBackup(encodeHome(home), options.to);
    return { file, summary: summaryOf(home) };
  } finally {
    eraseHome(home);
  }
}

async function readHome(from: {
  readonly home: string;
  readonly secret: SealSecret;
}): Promise<BackedUpHome> {
  const { paths, config } = await openHome(from.home);
  const nodeSeed = await readIdentity(paths.dir, 'node', from.secret);
  const operatorSeed = await readIdentity(paths.dir, 'operator', from.secret);
  const roster = await readRosterBytes(paths.dir);
  const operatorPub = ed25519PublicKey(operatorSeed);
  const directory = directoryFrom(roster, { name: config.name, hostSeed: nodeSeed, operatorPub });
  const createdMs = Date.now();
  const stored = await snapshotHomeStore(paths.dir, nodeSeed);
  const kept = selectRecords(stored, { directory, roster });
  for (const [name, bytes] of stored.secrets) {
    if (!kept.secrets.has(name)) bytes.fill(0);
  }
  return {
    config: Uint8Array.from(await readFile(paths.config)),
    roster,
    pins: await readFileLimited(paths.pins, PINS_SIZE_BYTES_MAX),
    nodeSeed,
    operatorSeed,
    createdMs,
    ...kept,
  };
}
