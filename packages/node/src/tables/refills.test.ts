import { describe, expect, test } from 'vitest';
import {
  BUSY_OFFERS,
  CLEAR_EVERY_MS,
  createRefills,
  FIRST_OFFERS,
  FIRST_OFFERS_TOTAL,
  forgetUses,
  mayClear,
  nextRefill,
  noteUse,
  planRefill,
  refillOf,
  targetOf,
  USED_MS,
  USED_OFFERS,
} from './refills.ts';

const pair = { keyId: 'aa', host: 'h1' };
const other = { keyId: 'aa', host: 'h2' };

describe('offers that should be out', () => {
  test('are few for a key that was never used with a coordinator', () => {
    expect(targetOf(createRefills(), pair, { nowMs: 0, free: 0 })).toBe(FIRST_OFFERS);
  });

  test('are none for such a key when there are many of them', () => {
    const now = { nowMs: 0, free: FIRST_OFFERS_TOTAL };
    expect(targetOf(createRefills(), pair, now)).toBe(0);
  });

  test('are more for ten minutes after a use, and only where it was', () => {
    const refills = createRefills();
    noteUse(refills, pair, 1_000);
    const free = FIRST_OFFERS_TOTAL;
    expect(targetOf(refills, pair, { nowMs: 1_000, free })).toBe(USED_OFFERS);
    expect(targetOf(refills, other, { nowMs: 1_000, free })).toBe(0);
    expect(targetOf(refills, pair, { nowMs: 999 + USED_MS, free })).toBe(USED_OFFERS);
    expect(targetOf(refills, pair, { nowMs: 1_000 + USED_MS, free })).toBe(0);
  });

  test('are most while many are used', () => {
    const refills = createRefills();
    for (let i = 0; i < 40; i++) noteUse(refills, pair, 10 * i);
    expect(targetOf(refills, pair, { nowMs: 400, free: 0 })).toBe(BUSY_OFFERS);
    expect(targetOf(refills, pair, { nowMs: 10_000, free: 0 })).toBe(USED_OFFERS);
  });
});

describe('a refill', () => {
  test('waits until a batch or half of them were used, and is a batch at most', () => {
    expect(refillOf(16, 13, 4)).toBe(0);
    expect(refillOf(16, 12, 4)).toBe(4);
    expect(refillOf(16, 0, 4)).toBe(4);
    expect(refillOf(4, 3, 4)).toBe(0);
    expect(refillOf(4, 2, 4)).toBe(2);
    expect(refillOf(4, 9, 4)).toBe(0);
    expect(refillOf(0, 0, 4)).toBe(0);
  });

  test('of a pair in use goes before all others, and each pair is in line once', () => {
    const refills = createRefills();
    planRefill(refills, pair, 0);
    planRefill(refills, other, 0);
    planRefill(refills, other, 0);
    noteUse(refills, other, 0);
    planRefill(refills, other, 0);
    expect([1, 2, 3].map(() => nextRefill(refills))).toEqual([other, pair, undefined]);
  });
});

test('a host has offers destroyed no oftener than every ten seconds', () => {
  const refills = createRefills();
  expect([0, 1, CLEAR_EVERY_MS - 1].map((at) => mayClear(refills, 'h1', at))).toEqual([
    true,
    false,
    false,
  ]);
  expect(mayClear(refills, 'h2', 1)).toBe(true);
  expect(mayClear(refills, 'h1', CLEAR_EVERY_MS)).toBe(true);
});

test('uses of keys that are gone, and of long ago, are forgotten', () => {
  const refills = createRefills();
  noteUse(refills, pair, 0);
  noteUse(refills, { keyId: 'bb', host: 'h1' }, 0);
  forgetUses(refills, (keyId) => keyId === 'aa', 1);
  expect([...refills.uses.keys()]).toEqual(['aa/h1']);
  forgetUses(refills, () => true, USED_MS);
  expect(refills.uses.size).toBe(0);
});
