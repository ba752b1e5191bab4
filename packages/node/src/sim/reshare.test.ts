/**
 * Whole nodes that give a key its next epoch: enough shares of one epoch are there at every moment,
 * all follow one epoch in the end, and the key signs.
 */
import { toHex } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkOneEpoch } from './checkers/epochs.ts';
import { dying, keyAt, scene, signsAt } from './reshare-deaths.ts';
import { reshareKey } from './reshares.ts';

const NOBODY: ReadonlySet<number> = new Set();

beforeAll(installNodeCrypto);

describe('the next epoch of a key', () => {
  test('is the one of all nodes in the end, with the same public key, and the old shares go', () => {
    for (let seed = 1; seed <= 2; seed++) {
      const { network, key, violations } = scene(seed);
      const watched = reshareKey(network, { at: 0, key, members: [1, 2, 4], minSigners: 2 });
      network.run(8_000);
      expect(watched.error).toBeUndefined();
      expect(watched.stages.at(-1), `seed ${seed}`).toBe('active');
      const now = keyAt(network, 4);
      expect(now?.epoch).toBe(1);
      expect(toHex(now?.publicKey ?? new Uint8Array())).toBe(
        toHex(key.publicKey ?? new Uint8Array()),
      );
      network.run(10_000);
      const held = network.nodes.map(({ disk }) => disk.secrets.size);
      expect(held).toEqual([0, 1, 1, 0, 1]);
      // By a new member, and by one that holds nothing any more.
      expect(signsAt(network, 4, key, 'one')).toBe('epoch 1');
      expect(signsAt(network, 0, key, 'two')).toBe('epoch 1');
      checkOneEpoch(network, NOBODY, toHex(key.id ?? new Uint8Array()), (checker, detail) =>
        violations.push(`${checker}: ${detail}`),
      );
      expect(violations).toEqual([]);
    }
  });

  // The one that leads and only deals, one that deals and receives, and one that only receives.
  test.each([
    [0, 'after'],
    [1, 'before'],
    [4, 'after'],
  ] as const)('comes to one end when node %i dies %s one of its writes', (victim, when) => {
    for (const nth of [2, 4, 6]) {
      expect(dying(100 * victim + nth, { victim, when, nth }) ?? 1).toBeGreaterThan(0);
    }
  });
});
