import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from './plan.ts';
import { makePlan, PROFILES } from './profiles.ts';
import { runPlan } from './run.ts';
import { shrink } from './shrink.ts';

const nobodyElse = (): undefined => undefined;

beforeAll(installNodeCrypto);

describe('a plan', () => {
  test('of a seed is the same each time, and survives being printed', () => {
    for (const profile of PROFILES.keys()) {
      const plan = makePlan({ seed: 7, profile });
      expect(JSON.parse(JSON.stringify(plan))).toEqual(makePlan({ seed: 7, profile }));
      expect(plan.profile).toBe(profile);
    }
  });

  test('gives one run, however often it is run', () => {
    const plan = makePlan({ seed: 11, profile: 'mixed', suite: 'toy' });
    const first = runPlan(plan, nobodyElse);
    expect(first.trace.length).toBeGreaterThan(10);
    expect(runPlan(JSON.parse(JSON.stringify(plan)) as Plan, nobodyElse)).toEqual(first);
  });

  test('has fewer corrupt nodes than any threshold, and one suite in ten is a real one', () => {
    const plans = Array.from({ length: 1_000 }, (_, seed) => makePlan({ seed }));
    for (const { corrupt, threshold } of plans) expect(corrupt.length).toBeLessThan(threshold);
    expect(plans.filter(({ suite }) => suite !== 'toy').length).toBeGreaterThan(70);
  });
});

describe('shrinking', () => {
  const plan = (): Plan => makePlan({ seed: 12, profile: 'mixed', nodes: 6, threshold: 2 });

  test('leaves what a failure needs, and no more', () => {
    const start = { ...plan(), corrupt: [], faults: manyFaults() };
    const needs = ({ faults }: Plan): boolean =>
      faults.some(({ atMs }) => atMs === 3) && faults.some(({ atMs }) => atMs === 8);
    const { plan: small, replays } = shrink(start, needs, 200);
    expect(small.faults.map(({ atMs }) => atMs)).toEqual([3, 8]);
    expect(small.requests).toEqual([]);
    expect(small.keys).toEqual([]);
    expect(small.nodes).toBe(2);
    expect(replays).toBeLessThan(60);
  });

  test('stops after so many replays', () => {
    const { plan: same, replays } = shrink(plan(), () => false, 5);
    expect(replays).toBe(5);
    expect(same).toEqual(plan());
  });
});

function manyFaults(): Plan['faults'] {
  return Array.from({ length: 12 }, (_, atMs) => ({ kind: 'reset' as const, atMs, a: 0, b: 1 }));
}
