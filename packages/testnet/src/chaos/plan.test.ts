import { describe, expect, test } from 'vitest';
import { FAULTS, PROCESS_FAULTS, planChaos } from './plan.ts';

const nodes = ['node1', 'node2', 'node3', 'node4', 'node5'];
const plan = (seed: string, types: Parameters<typeof planChaos>[0]['types'] = FAULTS) =>
  planChaos({ seed, minutes: 2, nodes, types });

describe('a plan of chaos', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(plan('7')).toEqual(plan('7'));
    expect(plan('7').spared).not.toEqual(plan('8').spared);
  });

  test('takes as long as was asked for', () => {
    const { quietMs, sparedMs, beyondMs, afterMs } = plan('7');
    expect(quietMs + sparedMs + beyondMs + afterMs).toBe(120_000);
  });

  test('has every fault in it, and meets every node', () => {
    const { spared } = plan('7');
    expect(new Set(spared.map((fault) => fault.type))).toEqual(new Set(FAULTS));
    expect(new Set(spared.map((fault) => fault.node))).toEqual(new Set(nodes));
  });

  test('keeps to the faults that are possible', () => {
    const { spared, beyond } = plan('7', PROCESS_FAULTS);
    const types = new Set([...spared, ...beyond].map((fault) => fault.type));
    expect([...types].sort()).toEqual(['kill', 'stop']);
  });
});
