import { limits } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  createRoundTrips,
  delayMs,
  FIRST_DELAY_MS,
  isLate,
  LATE_MS,
  longestDelayMs,
  noteInTime,
  noteLate,
  noteRequest,
  noteRoundTrip,
  patienceMs,
  type RoundTrips,
  SPARE_MAX,
} from './round-trips.ts';

const suite = 'ed25519';

function measured(answers: Readonly<Record<string, number>>, times = 50): RoundTrips {
  const table = createRoundTrips();
  for (let i = 0; i < times; i++) {
    for (const [host, ms] of Object.entries(answers)) noteRoundTrip(table, { suite, host, ms });
  }
  return table;
}

describe('the delay before others are asked', () => {
  test('is long before anything was measured', () => {
    expect(delayMs(createRoundTrips(), suite)).toBe(FIRST_DELAY_MS);
    expect(delayMs(measured({ a: 5 }), 'ed448')).toBe(FIRST_DELAY_MS);
  });

  test('is long until some answers of one host were measured', () => {
    expect(delayMs(measured({ a: 5, b: 5 }, 3), suite)).toBe(FIRST_DELAY_MS);
    expect(delayMs(measured({ a: 5, b: 5 }, 4), suite)).toBeLessThan(50);
  });

  test('is longer than answers take, and not much', () => {
    for (const ms of [20, 100, 700]) {
      const delay = delayMs(measured({ a: ms, b: ms, c: ms }), suite);
      expect(delay).toBeGreaterThan(ms);
      expect(delay).toBeLessThan(2 * ms + 20);
    }
  });

  test('stays within its bounds', () => {
    expect(delayMs(measured({ a: 0, b: 0 }), suite)).toBe(limits.SIGN_ATTEMPT_MS_MIN);
    expect(delayMs(measured({ a: 1e9, b: 1e9 }), suite)).toBe(limits.SIGN_ATTEMPT_MS_MAX);
    expect(delayMs(measured({ a: -5 }), suite)).toBe(limits.SIGN_ATTEMPT_MS_MIN);
  });

  test('is no longer for a signer, or for half of them, that answer late on purpose', () => {
    const honest = delayMs(measured({ a: 10, b: 10, c: 10, d: 10 }), suite);
    expect(delayMs(measured({ a: 10, b: 10, c: 10, liar: 1_900 }), suite)).toBe(honest);
    expect(delayMs(measured({ a: 10, b: 10, liar: 1_900, other: 1_900 }), suite)).toBe(honest);
    expect(delayMs(measured({ a: 10, liar: 1_900 }), suite)).toBe(honest);
  });

  test('grows when everybody gets slow, and shrinks again', () => {
    const table = measured({ a: 5, b: 5 });
    const before = delayMs(table, suite);
    for (let i = 0; i < 20; i++) {
      for (const host of ['a', 'b']) noteRoundTrip(table, { suite, host, ms: 300 });
    }
    expect(delayMs(table, suite)).toBeGreaterThan(300);
    for (let i = 0; i < 100; i++) {
      for (const host of ['a', 'b']) noteRoundTrip(table, { suite, host, ms: 5 });
    }
    expect(delayMs(table, suite)).toBeLessThan(before + 5);
  });

  test('allows for answers that vary', () => {
    const table = createRoundTrips();
    for (let i = 0; i < 100; i++) noteRoundTrip(table, { suite, host: 'a', ms: i % 2 ? 20 : 120 });
    expect(delayMs(table, suite)).toBeGreaterThan(120);
  });

  test('is told as the longest of all suites', () => {
    const table = measured({ a: 5 });
    for (let i = 0; i < 4; i++) noteRoundTrip(table, { suite: 'ed448', host: 'a', ms: 100 });
    expect(longestDelayMs(table)).toBe(delayMs(table, 'ed448'));
  });
});

describe('attempts that are begun early', () => {
  test('are few, and more wait longer, until many requests ended well', () => {
    const table = measured({ a: 10, b: 10 });
    const delay = delayMs(table, suite);
    for (let i = 0; i < SPARE_MAX; i++) {
      expect(patienceMs(table, suite)).toBe(delay);
      noteRequest(table, 1);
    }
    for (let i = 0; i < 20; i++) noteRequest(table, 3);
    expect(patienceMs(table, suite)).toBe(FIRST_DELAY_MS);
    for (let i = 0; i < 9; i++) noteRequest(table, 0);
    expect(patienceMs(table, suite)).toBe(FIRST_DELAY_MS);
    for (let i = 0; i < 2; i++) noteRequest(table, 0);
    expect(patienceMs(table, suite)).toBe(delay);
    for (let i = 0; i < 1_000; i++) noteRequest(table, 0);
    expect(table.spare).toBe(SPARE_MAX);
  });

  test('wait no longer than the longest delay', () => {
    const table = measured({ a: 900 });
    table.spare = 0;
    expect(patienceMs(table, suite)).toBe(limits.SIGN_ATTEMPT_MS_MAX);
  });
});

describe('a host that kept a request waiting', () => {
  test('is late for a while, or until it answers in time', () => {
    const table = createRoundTrips();
    expect(isLate(table, 'a', 0)).toBe(false);
    noteLate(table, 'a', 1_000);
    expect(isLate(table, 'a', 1_000 + LATE_MS - 1)).toBe(true);
    expect(isLate(table, 'a', 1_000 + LATE_MS)).toBe(false);
    noteLate(table, 'a', 2_000);
    noteInTime(table, 'a');
    expect(isLate(table, 'a', 2_001)).toBe(false);
  });
});
