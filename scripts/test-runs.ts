/**
 * Which runs of vitest the arguments of `npm test` ask for, and what vitest's JSON reports say.
 * @module
 */

export type Run = {
  /** Of its report: `NAME.json`. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly args: readonly string[];
};

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** The two runs of everything, or one where the caller names projects. */
export function plannedRuns(args: readonly string[]): readonly Run[] {
  if (args.some((arg) => arg === '--project' || arg.startsWith('--project='))) {
    return [{ name: 'chosen', title: 'the projects that were named', args }];
  }
  const projects = (...names: readonly string[]) => names.flatMap((name) => ['--project', name]);
  return [
    { name: 'unit', title: 'unit and vectors', args: [...projects('unit', 'vectors'), ...args] },
    { name: 'net', title: 'net', args: [...projects('net'), ...args] },
  ];
}

/**
 * Takes `--reports FOLDER` out of the arguments.
 * @throws RangeError when it names no folder
 */
export function parseArguments(args: readonly string[]): {
  readonly reports: string | undefined;
  readonly rest: readonly string[];
} {
  const at = args.indexOf('--reports');
  if (at < 0) return { reports: undefined, rest: args };
  const reports = args[at + 1];
  if (reports === undefined) throw new RangeError('--reports needs a folder');
  return { reports, rest: [...args.slice(0, at), ...args.slice(at + 2)] };
}

type Report = {
  readonly testResults: readonly {
    readonly status: 'passed' | 'failed';
    readonly assertionResults: readonly {
      readonly status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled';
    }[];
  }[];
};

/** Counts the tests of a report; a failed file without a failed test counts as one failure. */
export function countTests(json: string): Counts {
  const { testResults } = JSON.parse(json) as Report;
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of testResults) {
    const failedBefore = counts.failed;
    for (const test of assertionResults) {
      if (test.status === 'passed' || test.status === 'failed') counts[test.status] += 1;
      else counts.skipped += 1;
    }
    // A file that does not load, or whose hooks fail, may have no failed test of its own.
    if (status === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  return counts;
}
