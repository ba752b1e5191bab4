import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { explore } from './explore.ts';

const nobodyElse = () => undefined;

beforeAll(installNodeCrypto);

describe('exploring', () => {
  test('a dozen seeds finds nothing that must not happen', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { violations } = explore({ seed, suite: 'toy' }, nobodyElse);
      expect(violations, `seed ${seed}`).toEqual([]);
    }
  });

  test('seeds that broke a rule once', () => {
    // Evidence that convinced nobody; a recovered node that joined twice; a link half broken.
    for (const seed of [5001494, 5001986, 5001437, 5001776, 5001547]) {
      const { violations } = explore({ seed }, nobodyElse);
      expect(violations, `seed ${seed}`).toEqual([]);
    }
  });

  test('one seed twice gives the same trace', () => {
    const run = () => explore({ seed: 42, suite: 'toy' }, nobodyElse).trace;
    const first = run();
    expect(first.length).toBeGreaterThan(10);
    expect(run()).toEqual(first);
  });

  test('a signature that another verifier refuses is a violation', () => {
    const { violations } = explore({ seed: 3, suite: 'toy' }, () => false);
    expect(violations.map(({ checker }) => checker)).toContain('signatures verify');
  });
});
