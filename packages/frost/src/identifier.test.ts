import { describe, expect, it } from 'vitest';
import { ascending, identifier } from './identifier.ts';

describe('identifiers', () => {
  it('are the integers from 1 to 65535', () => {
    expect(identifier(1)).toBe(1);
    expect(identifier(65_535)).toBe(65_535);
    const bad: unknown[] = [0, -1, 65_536, 1.5, Number.NaN, Infinity, '1', 1n, undefined, null];
    for (const value of bad) expect(() => identifier(value as number)).toThrow(RangeError);
  });

  it('sort by number and never repeat', () => {
    expect(ascending([10, 9, 2].map(identifier))).toEqual([2, 9, 10]);
    expect(() => ascending([3, 3].map(identifier))).toThrow(RangeError);
  });
});
