import {
  decodeSignShare,
  encodeSignShare,
  parseEnvelope,
  sealEnvelope,
} from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { limits } from '@permafrost/wire';
import { beforeAll, expect, test } from 'vitest';
import { createKey } from './requests.ts';
import { createNetwork } from './world.ts';

const toy = { ...toySuite, id: 'ed25519' };
const MINUTE_MS = 60_000;

beforeAll(installNodeCrypto);

test('a key whose every test fails, since a member it cannot do without lies, is tried ever more seldom', () => {
  const network = createNetwork({ seed: 21, nodes: 3, suiteOf: () => toy });
  const seed = network.nodes[2]?.seed ?? new Uint8Array();
  let lies = 0;
  network.onFrame(({ from, kind, body }) => {
    if (from !== 2 || kind !== limits.FRAME.sign) return body;
    const opened = parseEnvelope(body);
    if (opened.round === 1) return undefined;
    if (opened.round !== 2) return body;
    lies++;
    const { reqHash, share } = decodeSignShare(opened.payload);
    const wrong = toy.encodeScalar((toy.decodeScalar(share) + 1n) % toy.order);
    return sealEnvelope({ ...opened, payload: encodeSignShare({ reqHash, share: wrong }) }, seed);
  });
  for (let i = 0; i < 3; i++) network.start(i);
  const watched = createKey(network, { at: 0, name: 'team', minSigners: 3 });
  network.run(10 * MINUTE_MS);
  expect(watched.stages.at(-1)).not.toBe('active');
  const failures = network.nodes
    .slice(0, 2)
    .map(({ logs }) => logs.filter(({ event }) => event === 'test signature failed').length);
  // Six within the first two minutes, and one in each of the others.
  for (const count of failures) {
    expect(count).toBeGreaterThan(3);
    expect(count).toBeLessThan(20);
  }
  expect(lies).toBeGreaterThan(0);
  expect(network.nodes[0]?.evidence.length).toBeGreaterThan(0);
});
