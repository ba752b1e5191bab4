/**
 * Backup files as commands read them.
 * @module
 */
import { readRosterText } from '@permafrost/client';
import { PermafrostError } from '@permafrost/client/errors';
import { type BackedUpHome, decodeBackup } from '@permafrost/node';
import { ROSTER_TEXT_MAX } from '@permafrost/protocol';
import {
  BACKUP_SIZE_BYTES_MAX,
  type BackupSecret,
  homePaths,
  openBackup,
  readConfig,
  readFileLimited,
  readPassphraseFile,
  StorageError,
} from '@permafrost/storage';
import { passphrasePrompt } from './prompt.ts';
import { UsageError } from './usage.ts';

export type BackupFlags = {
  /** Of the backup, not of the home. */
  readonly passphraseFile?: string;
  /** An age identity file. */
  readonly identity?: string;
};

const IDENTITY_SIZE_BYTES_MAX = 65_536;

/**
 * What is in the file; the caller erases it.
 * @throws StorageError E_SEAL_AUTH, E_BAD_REQUEST; PermafrostError when there is no such file
 */
export async function readBackup(path: string, flags: BackupFlags): Promise<BackedUpHome> {
  const file = await readFileLimited(path, BACKUP_SIZE_BYTES_MAX);
  if (file === undefined) throw noFile(path);
  return decodeBackup(await openBackup(file, await secretOf(flags)));
}

async function secretOf(flags: BackupFlags): Promise<BackupSecret> {
  const { passphraseFile, identity } = flags;
  if (identity !== undefined && passphraseFile !== undefined) {
    throw new UsageError('give --identity or --passphrase-file, not both');
  }
  if (identity !== undefined) {
    const bytes = await readFileLimited(identity, IDENTITY_SIZE_BYTES_MAX);
    if (bytes === undefined) throw noFile(identity);
    return { type: 'identity', text: new TextDecoder().decode(bytes) };
  }
  if (passphraseFile !== undefined) {
    return { type: 'passphrase', passphrase: await readPassphraseFile(passphraseFile) };
  }
  const prompt = passphrasePrompt('passphrase of the backup: ');
  if (prompt === undefined) throw new UsageError('give --identity FILE or --passphrase-file FILE');
  return { type: 'passphrase', passphrase: new TextEncoder().encode(await prompt()) };
}

/** PeerId of the node whose home this is, as its roster names it; undefined where there is none. */
export async function nodeOfHome(home: string): Promise<string | undefined> {
  const paths = homePaths(home);
  const bytes = await readFileLimited(paths.roster, ROSTER_TEXT_MAX);
  if (bytes === undefined) return undefined;
  try {
    const { name } = await readConfig(paths.config);
    const { roster } = readRosterText(Buffer.from(bytes).toString('utf8'), paths.roster);
    return roster.cards.find((card) => card.name === name)?.peerId;
  } catch (error) {
    if (error instanceof StorageError || error instanceof PermafrostError) return undefined;
    throw error;
  }
}

function noFile(path: string): PermafrostError {
  return new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `there is no file ${path}`,
    hint: 'check the path',
  });
}
