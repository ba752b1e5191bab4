import { describe, expect, test } from 'vitest';
import { createOnceAMinute } from './once-a-minute.ts';

describe('telling once a minute', () => {
  test('the first time is told at once, the rest with a count after a minute', () => {
    const strangers = createOnceAMinute();
    expect(strangers.note('a', 0)).toBe(1);
    for (let at = 1; at <= 999; at++) expect(strangers.note('a', at)).toBeUndefined();
    expect(strangers.due(59_999)).toEqual([]);
    expect(strangers.due(60_000)).toEqual([{ key: 'a', count: 999 }]);
    expect(strangers.due(120_000)).toEqual([]);
    expect(strangers.note('a', 120_000)).toBe(1);
  });

  test('keys do not hide each other', () => {
    const strangers = createOnceAMinute();
    expect(strangers.note('a', 0)).toBe(1);
    expect(strangers.note('b', 0)).toBe(1);
  });

  test('invented identities cannot fill the log: beyond the budget they are only counted', () => {
    const strangers = createOnceAMinute({ reportsPerMinuteMax: 60 });
    let told = 0;
    for (let at = 0; at < 10_000; at++) {
      if (strangers.note(`stranger${at}`, at) !== undefined) told += 1;
    }
    expect(told).toBe(60);
    expect(strangers.takeSuppressed()).toBe(9_940);
    expect(strangers.takeSuppressed()).toBe(0);
  });

  test('no more keys are remembered than allowed, the least recent forgotten first', () => {
    const strangers = createOnceAMinute({ keysMax: 2, reportsPerMinuteMax: 1_000 });
    strangers.note('a', 0);
    strangers.note('b', 0);
    strangers.note('a', 1);
    strangers.note('c', 2);
    expect(strangers.note('a', 3)).toBeUndefined();
    expect(strangers.note('b', 4)).toBe(1);
  });
});
