/**
 * A key that changes its members and threshold under a load of requests, between real processes of
 * which one is killed in each change: no request fails, and the public key stays.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CeremonyProgress,
  type Key,
  PermafrostError,
  type ReshareOptions,
  verifyKeyLineage,
} from '@permafrost/client';
import { runLoad } from '@permafrost/testnet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SharedTestnet, startTestnet } from './shared.ts';

let net: SharedTestnet;

beforeAll(async () => {
  net = await startTestnet(['--nodes', '7', '--threshold', '3', '--suites', 'ed25519']);
});
afterAll(async () => {
  await net?.stop();
});

/** Exit code and the one document. */
async function json(...args: readonly string[]) {
  const { code, out } = await net.permafrost([...args, '--json']);
  return { code, document: JSON.parse(out) };
}

type Change = Omit<ReshareOptions, 'name' | 'onProgress'> & { readonly threshold: number };

/** A change during which a node dies and is started again; it may be asked for again as it was. */
async function changeWithDeath(victim: string, change: Change) {
  const begun = Promise.withResolvers<void>();
  const onProgress = ({ stage }: CeremonyProgress) => {
    if (stage !== 'accepting') begun.resolve();
  };
  const ask = async (): Promise<Key> => {
    for (let tries = 1; ; tries++) {
      try {
        const options = { name: 'team', timeoutMs: 60_000, onProgress, ...change };
        const { key } = await net.network.proposals.reshare(options);
        if (key !== undefined) return key;
      } catch (error) {
        if (!(error instanceof PermafrostError) || tries === 4) throw error;
        // Led by the node that died, it may have come to its end all the same.
        const now = await net.network.key('team');
        if (now.threshold === change.threshold) return now;
        await sleep(1_000);
      }
    }
  };
  const asked = ask();
  await Promise.race([begun.promise, asked]);
  expect((await json('testnet', 'kill', victim)).code).toBe(0);
  const started = await json('testnet', 'start', victim);
  expect(started.document.error).toBeUndefined();
  return asked;
}

test('a load of requests goes on through 3 of 5, 4 of 7 and 2 of 3 with a death in each change', async () => {
  const publicKey = Buffer.from(net.publicKey('team')).toString('hex');
  const first = await json('key', 'reshare', 'team', '--remove', 'node6,node7');
  expect(first.document).toMatchObject({ threshold: 3, epoch: 1, publicKey });

  let isOver = false;
  const failed: string[] = [];
  const epochs = new Set<number>();
  const load = runLoad({
    networks: [net.network],
    key: 'team',
    concurrency: 8,
    seconds: 300,
    rate: 4,
    isOver: () => isOver,
    signal: new AbortController().signal,
    onEnd: (_, result) => {
      if (result.type === 'signed') epochs.add(result.signature.epoch);
      else failed.push(`${result.error.code}: ${result.error.message}`);
    },
  });

  const four = await changeWithDeath('node5', { threshold: 4, add: ['node6', 'node7'] });
  expect(four).toMatchObject({ threshold: 4, publicKey: net.publicKey('team') });
  const remove = ['node1', 'node2', 'node3', 'node4'];
  const two = await changeWithDeath('node6', { threshold: 2, remove });
  expect(two).toMatchObject({ threshold: 2, publicKey: net.publicKey('team') });
  isOver = true;
  await load;
  expect(failed).toEqual([]);
  expect(epochs.size).toBeGreaterThanOrEqual(2);

  // A removed node serves requesters still, by asking those who hold the key.
  const home = join(net.up.dir, 'node1');
  const signed = await json('sign', 'team', '--message', 'x', '--home', home);
  expect(signed.code).toBe(0);
  const members = (await json('key', 'show', 'team')).document.members;
  expect([...members].sort()).toEqual(['node5', 'node6', 'node7']);

  const out = join(net.top, 'team.lineage');
  const lineage = await json('key', 'lineage', 'team', '--out', out);
  expect(lineage.document.epochs.at(-1)).toMatchObject({ threshold: 2, grade: 'regular' });
  const offline = await json('key', 'lineage', 'verify', out, '--public-key', publicKey);
  expect(offline).toMatchObject({ code: 0, document: { publicKey } });
  const { bytes } = await net.network.lineage('team');
  const another = `${publicKey.startsWith('0') ? '1' : '0'}${publicKey.slice(1)}`;
  expect(() => verifyKeyLineage(bytes, another)).toThrow(/another public key/);
});
