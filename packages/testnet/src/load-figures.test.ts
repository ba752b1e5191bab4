import { describe, expect, test } from 'vitest';
import { latencyOf } from './load-figures.ts';

describe('latencies', () => {
  test('are the smallest values that so many of all do not exceed', () => {
    const values = Array.from({ length: 200 }, (_, i) => 200 - i);
    expect(latencyOf(values)).toEqual({ p50: 100, p95: 190, p99: 198, max: 200 });
  });

  test('of one request are that one', () => {
    expect(latencyOf([12.34])).toEqual({ p50: 12.3, p95: 12.3, p99: 12.3, max: 12.3 });
  });

  test('of none are not known', () => {
    expect(latencyOf([])).toBeUndefined();
  });
});
