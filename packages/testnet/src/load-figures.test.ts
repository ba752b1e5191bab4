import { describe, expect, test } from 'vitest';
import { cpuPerSignature, latencyOf } from './load-figures.ts';

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

describe('processor time of a signature', () => {
  const before = new Map([
    ['a', 100],
    ['b', 900],
    ['c', 5],
  ]);

  test('is what each node used, over all signatures', () => {
    const after = new Map([
      ['a', 300],
      ['b', 1_000],
      ['c', 5],
    ]);
    expect([...cpuPerSignature(before, after, 200)]).toEqual([
      ['a', 1],
      ['b', 0.5],
      ['c', 0],
    ]);
  });

  test('is not known of nodes that were not there all the time, nor without signatures', () => {
    const after = new Map([
      ['a', 50],
      ['d', 1_000],
    ]);
    expect(cpuPerSignature(before, after, 10).size).toBe(0);
    expect(cpuPerSignature(before, before, 0).size).toBe(0);
  });
});
