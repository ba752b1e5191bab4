import { decodeEvidence } from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { limits } from '@permafrost/wire';
import { beforeAll, expect, test } from 'vitest';
import { createKey } from './requests.ts';
import { createNetwork } from './world.ts';

const toy = { ...toySuite, id: 'ed25519' };
/** Index of the node that loses its store. */
const LOST = 2;

beforeAll(installNodeCrypto);

/**
 * A key generation in which a node says its Join, loses its store and begins anew while the others
 * still wait: what the others hold against it, and whether a later key is made with it.
 */
function lostAfterJoining(seed: number) {
  const network = createNetwork({ seed, nodes: 4, suiteOf: () => toy });
  for (let i = 0; i < 4; i++) network.start(i);
  network.run(3_000);
  let joins = 0;
  network.onAction((index, action) => {
    if (index !== LOST || action.type !== 'send' || action.kind !== limits.FRAME.ceremony) return;
    joins++;
    if (joins !== 3) return;
    network.kill(LOST);
    network.beginAnew(LOST);
    network.world.after(300, () => network.start(LOST));
  });
  createKey(network, { at: 0, name: 'first', minSigners: 3 });
  network.run(60_000);
  const next = createKey(network, { at: 1, name: 'next', minSigners: 3 });
  network.run(60_000);
  return { network, next, joins };
}

test('a node that lost its store in the middle of a key generation contradicts nothing it said', () => {
  for (const seed of [31, 32, 33, 34, 35]) {
    const { network, next, joins } = lostAfterJoining(seed);
    expect(joins).toBeGreaterThanOrEqual(3);
    const accused = network.nodes.flatMap(({ evidence }) =>
      evidence.map((text) => decodeEvidence(text).claim.code),
    );
    expect(accused).toEqual([]);
    expect(next.stages.at(-1)).toBe('active');
  }
});

test('the time of a recovery outlives the next start', () => {
  const network = createNetwork({ seed: 36, nodes: 4, suiteOf: () => toy });
  for (let i = 0; i < 4; i++) network.start(i);
  network.run(3_000);
  network.kill(LOST);
  network.beginAnew(LOST);
  network.start(LOST);
  network.run(20_000);
  network.kill(LOST);
  network.start(LOST);
  network.run(20_000);
  // Made just now, but open for so short a time that it could be from before.
  const watched = createKey(network, { at: 0, name: 'k', minSigners: 3, expiresInMs: 3_600_000 });
  network.run(20_000);
  expect(watched.stages.at(-1)).not.toBe('active');
  expect(watched.error?.message).toContain('rejected (node3)');
});
