/**
 * Adds up vitest's JSON reports and other checks in one line, `N passed, N failed`. Fails when
 * anything failed or nothing passed.
 *
 * Run: node scripts/sum-tests.ts PASSED FAILED REPORT.json…
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { countTests } from './test-runs.ts';

const [passedSteps = '', failedSteps = '', ...paths] = process.argv.slice(2);
let passed = Number(passedSteps);
let failed = Number(failedSteps);

for (const path of paths.filter(existsSync)) {
  const counts = countTests(readFileSync(path, 'utf8'));
  passed += counts.passed;
  failed += counts.failed;
}

console.log(`${passed} passed, ${failed} failed`);
if (!Number.isInteger(passed) || failed !== 0 || passed === 0) process.exitCode = 1;
