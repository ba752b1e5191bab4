import { describe, expect, test } from 'vitest';
import { countTests, parseArguments, plannedRuns } from './test-runs.ts';

describe('npm test', () => {
  test('is two runs with every project but soak once, and both get what was asked for', () => {
    const runs = plannedRuns(['packages/frost', '-t', 'signs']);
    const projects = runs.flatMap(({ args }) =>
      args.flatMap((arg, i) => (args[i - 1] === '--project' ? [arg] : [])),
    );
    expect(projects.sort()).toEqual(['net', 'unit', 'vectors']);
    for (const { args } of runs) expect(args.slice(-3)).toEqual(['packages/frost', '-t', 'signs']);
    expect(new Set(runs.map(({ name }) => name)).size).toBe(2);
  });

  test.each([[['--project', 'net']], [['--project=net', 'testnet']]])(
    'is one run for %j',
    (args) => {
      expect(plannedRuns(args).map((run) => run.args)).toEqual([args]);
    },
  );

  test('keeps the folder of its reports from vitest', () => {
    const parsed = parseArguments(['packages/frost', '--reports', '/r', '-t', 'x']);
    expect(parsed).toEqual({ reports: '/r', rest: ['packages/frost', '-t', 'x'] });
    expect(() => parseArguments(['--reports'])).toThrow(RangeError);
  });
});

describe('a report', () => {
  const file = (status: string, ...tests: readonly string[]) => ({
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  });
  const counted = (...testResults: readonly unknown[]) =>
    countTests(JSON.stringify({ testResults }));

  test('has its tests counted one by one', () => {
    const files = [file('passed', 'passed', 'pending', 'skipped'), file('failed', 'failed')];
    expect(counted(...files)).toEqual({ passed: 1, failed: 1, skipped: 2 });
  });

  test('of a file that failed outside its tests is one failure more', () => {
    const files = [file('failed', 'failed'), file('failed', 'passed'), file('failed')];
    expect(counted(...files)).toEqual({ passed: 1, failed: 3, skipped: 0 });
  });
});
