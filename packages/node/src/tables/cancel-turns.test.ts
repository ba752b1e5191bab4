import { expect, test } from 'vitest';
import { admitsCancel, createCancelTurns, FEW, MORE, SHARED } from './cancel-turns.ts';

/** How many of a flood pass at this moment. */
function flood(turns: ReturnType<typeof createCancelTurns>, requester: string, nowMs = 0): number {
  let passed = 0;
  for (let i = 0; i < 5_000; i++) if (admitsCancel(turns, requester, nowMs)) passed++;
  return passed;
}

test('one requester has no more than its part of the cancels, again after a while', () => {
  const turns = createCancelTurns();
  expect(flood(turns, 'one')).toBe(FEW.atOnce + MORE.atOnce);
  expect(flood(turns, 'one', 1_000)).toBe(FEW.perSecond + MORE.perSecond);
});

test('all that flood together leave each other a few', () => {
  const turns = createCancelTurns();
  let passed = 0;
  for (let i = 0; i < 100; i++) passed += flood(turns, `colluder ${i}`);
  expect(passed).toBe(100 * FEW.atOnce + SHARED.atOnce);
  expect(flood(turns, 'another')).toBe(FEW.atOnce);
});
