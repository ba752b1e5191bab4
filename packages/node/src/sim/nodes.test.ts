import { ciphersuite } from '@permafrost/frost';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKey, requestSignature } from './requests.ts';
import { createNetwork } from './world.ts';

const toy = { ...toySuite, id: 'ed25519' };
const message = new TextEncoder().encode('hello');

beforeAll(installNodeCrypto);

function started(seed: number, nodes: number, suiteOf = () => toy as never) {
  const network = createNetwork({ seed, nodes, suiteOf });
  for (let i = 0; i < nodes; i++) network.start(i);
  return network;
}

describe('whole nodes', () => {
  test('make a key that becomes active everywhere, and sign with it', () => {
    const network = started(1, 5);
    const watched = createKey(network, { at: 0, name: 'team', minSigners: 3 });
    network.run(20_000);
    expect(watched.error).toBeUndefined();
    expect(watched.stages.at(-1)).toBe('active');
    const key = watched.key;
    if (key === undefined) throw new Error('no key');
    const signed = requestSignature(network, { at: 2, key, message });
    network.run(10_000);
    expect(signed.progress?.state).toBe('signed');
    const signature = signed.progress?.signature ?? new Uint8Array();
    const publicKey = key.publicKey ?? new Uint8Array();
    expect(toy.verify({ publicKey, message, signature })).toBe(true);
  });

  test('do the same with a real suite', () => {
    const network = started(2, 3, ciphersuite as never);
    const watched = createKey(network, { at: 1, name: 'team', minSigners: 2 });
    network.run(20_000);
    const key = watched.key;
    if (key === undefined) throw new Error(network.world.trace.join('\n'));
    const signed = requestSignature(network, { at: 0, key, message });
    network.run(10_000);
    expect(signed.progress?.state).toBe('signed');
  });
});
