import { beforeAll, expect, test } from 'vitest';
import { sharesAfterReshare, upTo } from './reshare-large-testing.ts';
import { installNodeCrypto } from './sim/index.ts';

beforeAll(installNodeCrypto);

test('fifty members, all of whom deal, refresh their shares', () => {
  const all = upTo(50);
  expect(sharesAfterReshare({ seed: 2, old: all, fresh: all, minSigners: [34, 34] })).toBe(50);
});

test('thirty-four of fifty members deal to fifty others', () => {
  const fresh = upTo(100).slice(50);
  const dealers = upTo(34);
  const shares = sharesAfterReshare({
    seed: 3,
    old: upTo(50),
    fresh,
    dealers,
    minSigners: [34, 30],
  });
  expect(shares).toBe(50);
});
