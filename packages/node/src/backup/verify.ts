/**
 * Shows that a backup can be restored: it is restored, into a home that nobody serves, and each
 * share must be the one that belongs to its public verifying share.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkKeyPackage } from '@permafrost/frost';
import { formatConfig, openHomeStore, StorageError } from '@permafrost/storage';
import { loadRestored } from '../load.ts';
import type { BackedUpHome } from './contents.ts';
import { type HeldKey, heldKeys } from './held.ts';
import { restoreHome } from './restore.ts';
import { type BackupSummary, configOf, directoryOf, summaryOfKeys } from './summary.ts';

/**
 * @throws StorageError E_BAD_REQUEST when a share does not belong to its key, or the home does not
 *   fit together.
 */
export async function verifyBackup(home: BackedUpHome): Promise<BackupSummary> {
  const scratch = await mkdtemp(join(tmpdir(), 'permafrost-verify-'));
  const dir = join(scratch, 'home');
  try {
    // Whatever opens the real home, this one lives for a moment under a key of its own.
    const config = { ...configOf(home), seal: { type: 'key-file', path: 'seal.key' } } as const;
    const path = join(dir, 'seal.key');
    await restoreHome({
      dir,
      home: { ...home, config: new TextEncoder().encode(formatConfig(config)) },
      secretFor: async () => ({ type: 'key-file', path }),
    });
    return await check(dir, home);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function check(dir: string, home: BackedUpHome): Promise<BackupSummary> {
  const store = await openHomeStore(dir, home.nodeSeed);
  try {
    const restored = await loadRestored(store, Date.now());
    const held = heldKeys(restored, { directory: directoryOf(home), roster: home.roster });
    try {
      for (const key of held) checkShare(key);
      return summaryOfKeys(home, held);
    } finally {
      for (const { share } of held) share?.signingShare.erase();
    }
  } finally {
    // Their keys are overwritten: removing files alone leaves what they held on the disk.
    for (const name of await store.secrets.secretNames()) await store.secrets.eraseSecret(name);
    await store.close();
  }
}

function checkShare({ entry, share }: HeldKey): void {
  if (share === undefined) return;
  try {
    checkKeyPackage(share);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StorageError(
      'E_BAD_REQUEST',
      `the share of ${entry.proposal.name} in this backup does not belong to it`,
      'try an older copy of the file, and make a new backup',
      error,
    );
  }
}
