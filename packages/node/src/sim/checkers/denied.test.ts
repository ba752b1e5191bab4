import { ed25519PublicKey, toHex } from '@permafrost/frost';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { beforeAll, expect, test } from 'vitest';
import { createKey, requestSignature } from '../requests.ts';
import { createNetwork } from '../world.ts';
import type { About, Asked } from './about.ts';
import { createCheckers } from './index.ts';

const toy = { ...toySuite, id: 'ed25519' };
const DENYING = 2;

beforeAll(installNodeCrypto);

test('a node that denies a requester gives no share, whichever node was asked', () => {
  const operatorSeed = new Uint8Array(32).fill(7);
  const requester = toHex(ed25519PublicKey(operatorSeed));
  const denied = new Map([[DENYING, new Set([requester])]]);
  const network = createNetwork({
    seed: 4,
    nodes: 3,
    suiteOf: () => toy,
    operatorSeed,
    deniedBy: (index) => denied.get(index) ?? new Set(),
  });
  const asked: Asked = { keys: [], signatures: [] };
  const about: About = {
    seed: 4,
    suiteName: 'toy',
    suite: toy,
    corrupt: new Set(),
    denied,
    verifyOutside: () => undefined,
  };
  const checkers = createCheckers(network, about, asked);
  for (let i = 0; i < 3; i++) network.start(i);
  const watched = createKey(network, { at: 0, name: 'team', minSigners: 2 });
  network.run(20_000);
  const { key } = watched;
  if (key === undefined) throw new Error('no key');

  // Two that do not deny are enough; one alone is not.
  const message = new Uint8Array(3);
  const first = requestSignature(network, { at: 0, key, message });
  network.run(8_000);
  expect(first.progress?.state).toBe('signed');
  network.kill(1);
  network.run(2_000);
  const second = requestSignature(network, { at: 0, key, message });
  network.run(40_000);
  expect(second.progress?.state).not.toBe('signed');
  expect(checkers.violations()).toEqual([]);
});
