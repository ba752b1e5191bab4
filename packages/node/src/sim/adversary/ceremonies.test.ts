import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeScript } from './judge.ts';

beforeAll(installNodeCrypto);

/** One of each sort; the others run in the soak test, and each alone one layer down. */
const names = [
  'copied-ephemeral',
  'second-join',
  'share-of-another-value',
  'false-complaint',
  'selective-certs',
  'late-cert',
  'other-seats',
  'second-start',
  'second-proposal',
];
describe('a member gone bad in a key generation breaks nothing that must hold', () => {
  test.each(names)('%s', (name) => {
    const { done, wrong } = judgeScript(name);
    expect(done, 'it did something').toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
