import { randomBytes } from 'node:crypto';
import { openBackup } from '@permafrost/storage';
import { afterEach, describe, expect, test } from 'vitest';
import { bareHost, callerOf, cleanUp, makeKey, makeSite, startAt } from '../testing/homes.ts';
import { type BackedUpHome, decodeHome } from './contents.ts';
import { createBackup } from './create.ts';
import { verifyBackup } from './verify.ts';

afterEach(cleanUp);

const words = {
  type: 'passphrase',
  passphrase: new TextEncoder().encode('right'),
  workFactor: 2,
} as const;

describe('the backup of a node that runs', () => {
  test('is verified by its shares: another member’s, or a changed one, is found', async () => {
    const site = await makeSite(2);
    await Promise.all(site.homes.map((home) => startAt(home)));
    const client = await bareHost(site.operatorSeed);
    const [first, second] = site.homes;
    if (first === undefined || second === undefined) throw new Error('two homes');
    await makeKey(site, await callerOf(client, first), 'team');

    const [one, other] = await Promise.all(
      [first, second].map(async ({ dir, secret }): Promise<BackedUpHome> => {
        const { file, summary } = await createBackup({ home: dir, secret, to: words });
        expect(summary.keys).toMatchObject([
          { name: 'team', state: 'active', epoch: 0, threshold: 2, members: 2, hasShare: true },
        ]);
        return decodeHome(await openBackup(file, words));
      }),
    );
    if (one === undefined || other === undefined) throw new Error('two backups');
    expect(await verifyBackup(one)).toMatchObject({ node: 'node1', peerId: first.card.peerId });

    const [name = '', share = new Uint8Array()] = [...one.secrets][0] ?? [];
    const [theirs = new Uint8Array()] = other.secrets.values();
    const changed = Uint8Array.from(share);
    changed[0] = (changed[0] ?? 0) ^ 1;
    for (const wrong of [theirs, changed]) {
      const home = { ...one, secrets: new Map([[name, wrong]]) };
      await expect(verifyBackup(home)).rejects.toMatchObject({
        code: 'E_BAD_REQUEST',
        message: 'the share of team in this backup does not belong to it',
      });
    }
    // The identity of somebody else fits neither roster nor records.
    const stranger = { ...one, nodeSeed: Uint8Array.from(randomBytes(32)) };
    await expect(verifyBackup(stranger)).rejects.toMatchObject({ code: 'E_BAD_REQUEST' });
  });
});
