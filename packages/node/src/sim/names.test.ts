import { DKG_ROUND, parseEnvelope } from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKey, type Watched } from './requests.ts';
import { createNetwork, type Network } from './world.ts';

const toy = { ...toySuite, id: 'ed25519' };

beforeAll(installNodeCrypto);

/** Three nodes, of which the third dies when two have stored the key and it has not said so. */
function deathBeforeStored(seed: number): { readonly network: Network; readonly watched: Watched } {
  const network = createNetwork({ seed, nodes: 3, suiteOf: () => toy });
  for (let i = 0; i < 3; i++) network.start(i);
  let isDead = false;
  network.onFrame(({ from, kind, body }) => {
    if (isDead || from !== 2 || kind !== limits.FRAME.ceremony) return body;
    const { envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, body);
    if (parseEnvelope(Uint8Array.from(envelope)).round !== DKG_ROUND.stored) return body;
    isDead = true;
    network.kill(2);
    return undefined;
  });
  const watched = createKey(network, { at: 0, name: 'team', minSigners: 2 });
  network.run(30_000);
  expect(isDead).toBe(true);
  expect(watched.stages.at(-1)).toBe('storing');
  return { network, watched };
}

describe('a member that dies before it said that it stored the key', () => {
  test('leaves it pending, and makes it the key of its name when it is back', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { network, watched } = deathBeforeStored(seed);
      network.start(2);
      network.run(20_000);
      expect(watched.stages.at(-1), `seed ${seed}`).toBe('active');
    }
  });

  test('and has lost its store leaves a name that is refused at once, and nobody is blamed for it', () => {
    const { network, watched } = deathBeforeStored(6);
    network.beginAnew(2);
    network.start(2);
    network.run(90_000);
    expect(watched.error?.code).toBe('E_CEREMONY');
    // The others said Stored for it: for all they know, it may become the key of this name.
    const again = createKey(network, { at: 0, name: 'team', minSigners: 2 });
    const elsewhere = createKey(network, { at: 2, name: 'team', minSigners: 2 });
    network.run(90_000);
    expect(again.error?.code).toBe('E_BAD_REQUEST');
    expect(again.stages).toEqual([]);
    expect(elsewhere.error?.code).toBe('E_CEREMONY');
    expect(elsewhere.error?.message).toContain('rejected');
    const other = createKey(network, { at: 0, name: 'other', minSigners: 2 });
    network.run(20_000);
    expect(other.stages.at(-1)).toBe('active');
  });
});
