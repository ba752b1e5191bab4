/**
 * Adds up vitest's JSON reports and other checks in one line, `N passed, N failed`. Fails when
 * anything failed or nothing passed.
 *
 * Run: node scripts/sum-tests.ts PASSED FAILED REPORT.json…
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';

type Test = {
  readonly status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled';
};

type Report = {
  readonly testResults: readonly {
    readonly status: 'passed' | 'failed';
    readonly assertionResults: readonly Test[];
  }[];
};

const [passedSteps = '', failedSteps = '', ...paths] = process.argv.slice(2);
let passed = Number(passedSteps);
let failed = Number(failedSteps);

for (const path of paths.filter(existsSync)) {
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  for (const { status, assertionResults } of report.testResults) {
    const count = (wanted: Test['status']): number =>
      assertionResults.filter((test) => test.status === wanted).length;
    passed += count('passed');
    failed += count('failed');
    // A file that does not load, or whose hooks fail, may have no failed test of its own.
    if (status === 'failed' && count('failed') === 0) failed += 1;
  }
}

console.log(`${passed} passed, ${failed} failed`);
if (!Number.isInteger(passed) || failed !== 0 || passed === 0) process.exitCode = 1;
