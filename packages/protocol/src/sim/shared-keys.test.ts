import { beforeAll, expect, test } from 'vitest';
import { blame } from '../fault.ts';
import type { Seat } from '../session.ts';
import { installNodeCrypto, makeHosts, seededRandom, simulateDkg, toySuite } from './index.ts';

beforeAll(installNodeCrypto);

test('two members with one static key, and different deals, make no key with it', () => {
  const hosts = makeHosts({ seed: 3, minSigners: 2, maxSigners: 3 });
  // The generator is tried twice, then a member draws its static key.
  const random = (seat: Seat) => {
    const own = seededRandom(3, `member ${seat}`);
    const shared = seededRandom(3, 'both');
    let drawn = 0;
    return (length: number): Uint8Array => {
      const isShared = seat !== 1 && ++drawn <= 3;
      return isShared ? shared(length) : own(length);
    };
  };
  const run = simulateDkg({ seed: 3, hosts, random, suite: toySuite });
  for (const outcome of run.simulation.outcomes.values()) {
    if (outcome.type !== 'abort') throw new Error('a key was made');
    expect(outcome.detail).toEqual({ code: 'same-secret', seats: [2, 3] });
    expect(blame(outcome.detail).culprits).toEqual([]);
  }
});
