import { limits } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  admitsFrame,
  admitsLine,
  admitsTest,
  createGuard,
  FRAME_UNITS_AT_ONCE,
  FRAME_UNITS_PER_SECOND,
  frameUnits,
  LINES_PER_MINUTE,
  TESTS_AT_ONCE,
  TESTS_PER_SECOND,
} from './guard.ts';

const { FRAME, FRAME_BYTES_MAX } = limits;

describe('frames of one peer', () => {
  const frame = (from: string) => ({ from, kind: FRAME.signRefusal, bytes: 10 });

  test('are let in up to what it may send, and those of others all the same', () => {
    const guard = createGuard();
    let admitted = 0;
    for (let n = 0; n < 2 * FRAME_UNITS_AT_ONCE; n++) {
      if (admitsFrame(guard, frame('storm'), 1_000)) admitted++;
    }
    expect(admitted).toBe(FRAME_UNITS_AT_ONCE);
    expect(admitsFrame(guard, frame('calm'), 1_000)).toBe(true);
    admitted = 0;
    for (let n = 0; n < FRAME_UNITS_AT_ONCE; n++) {
      if (admitsFrame(guard, frame('storm'), 2_000)) admitted++;
    }
    expect(admitted).toBe(FRAME_UNITS_PER_SECOND);
    expect(admitsFrame(guard, frame('storm'), 60_000)).toBe(true);
  });

  test('count by what they cost, and none is too large to be sent at all', () => {
    for (const [kind, bytes] of FRAME_BYTES_MAX) {
      expect(frameUnits(kind, bytes), `kind ${kind}`).toBeLessThan(FRAME_UNITS_AT_ONCE / 8);
    }
    const batch = frameUnits(FRAME.offers, 64 * 250);
    expect(batch).toBeGreaterThan(100 * frameUnits(FRAME.signRefusal, 100));
    // Each vote and part may cost a verification, and each request the encoding of a whole record.
    const verifications = Math.floor((128 * 1024) / 200);
    expect(frameUnits(FRAME.epochStatus, 128 * 1024)).toBeGreaterThan(verifications);
    expect(frameUnits(FRAME.epochParts, 128 * 1024)).toBeGreaterThan(verifications);
    expect(frameUnits(FRAME.epochRequest, 100)).toBeGreaterThan(10);
    // Signatures at a rate that no node reaches: a request, offers, a result each.
    const each =
      frameUnits(FRAME.sign, 3_000) +
      frameUnits(FRAME.offers, 250) +
      frameUnits(FRAME.signResult, 100);
    expect(500 * each).toBeLessThan(FRAME_UNITS_PER_SECOND);
  });
});

test('lines about one peer are a few in a minute, and then tell how many there were besides', () => {
  const guard = createGuard();
  const line = { about: 'storm', event: 'share refused' };
  const told: (number | undefined)[] = [];
  for (let n = 0; n < 1_000; n++) told.push(admitsLine(guard, line, 10));
  expect(told.filter((one) => one !== undefined)).toHaveLength(LINES_PER_MINUTE);
  expect(admitsLine(guard, { ...line, about: 'calm' }, 10)).toBe(0);
  expect(admitsLine(guard, line, 60_000)).toBe(1_000 - LINES_PER_MINUTE);
  expect(admitsLine(guard, line, 60_001)).toBe(0);
  for (let n = 0; n < 10_000; n++) admitsLine(guard, { about: `peer ${n}`, event: 'x' }, 10);
  expect(guard.lines.size).toBeLessThanOrEqual(4_096);
});

test('a peer has few results verified as test signatures, however many it sends', () => {
  const guard = createGuard();
  const verified = (nowMs: number) =>
    Array.from({ length: 1_000 }, () => admitsTest(guard, 'storm', nowMs)).filter(Boolean).length;
  expect([verified(0), verified(0), verified(1_000)]).toEqual([TESTS_AT_ONCE, 0, TESTS_PER_SECOND]);
  expect(admitsTest(guard, 'calm', 0)).toBe(true);
});
