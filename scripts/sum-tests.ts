/**
 * Adds up vitest's JSON reports and other checks: prints every skipped test with its reason, then
 * one line `N passed, N failed`. Fails when anything failed or nothing passed.
 *
 * Run: node scripts/sum-tests.ts PASSED FAILED REPORT.json…
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

type Test = {
  readonly fullName: string;
  readonly status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled';
};

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: 'passed' | 'failed';
    readonly assertionResults: readonly Test[];
  }[];
};

const [passedSteps = '', failedSteps = '', ...paths] = process.argv.slice(2);
let passed = Number(passedSteps);
let failed = Number(failedSteps);
const skipped: string[] = [];

for (const path of paths.filter(existsSync)) {
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  for (const { name, status, assertionResults } of report.testResults) {
    const count = (wanted: Test['status']): number =>
      assertionResults.filter((test) => test.status === wanted).length;
    passed += count('passed');
    failed += count('failed');
    // A file that does not load, or whose hooks fail, may have no failed test of its own.
    if (status === 'failed' && count('failed') === 0) failed += 1;
    for (const test of assertionResults) {
      if (test.status === 'passed' || test.status === 'failed') continue;
      skipped.push(`skipped: ${relative(process.cwd(), name)}: ${test.fullName}`);
    }
  }
}

for (const line of skipped) console.log(line);
console.log(`${passed} passed, ${failed} failed`);
if (!Number.isInteger(passed) || failed !== 0 || passed === 0) process.exitCode = 1;
