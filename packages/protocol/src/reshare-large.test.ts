import { beforeAll, expect, test } from 'vitest';
import { sharesAfterReshare, upTo } from './reshare-large-testing.ts';
import { installNodeCrypto } from './sim/index.ts';

beforeAll(installNodeCrypto);

test('a key of three goes to fifty, of whom thirty-four sign', () => {
  const shares = sharesAfterReshare({
    seed: 1,
    old: upTo(3),
    fresh: upTo(50),
    dealers: [1, 3],
    minSigners: [2, 34],
  });
  expect(shares).toBe(50);
});
