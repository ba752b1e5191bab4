/**
 * Says at the end of a test run what was skipped, and why: a skipped test is a promise not checked.
 * @module
 */
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** A reporter for vitest: one line for each skipped test. */
export function skipReporter(): Reporter {
  return { onTestRunEnd: (modules) => modules.flatMap(skippedIn).forEach(printLine) };
}

function skippedIn(module: TestModule): readonly string[] {
  const file = relative(process.cwd(), module.moduleId);
  return [...module.children.allTests('skipped')].map(
    (test) => `skipped: ${file} > ${test.fullName}: ${reasonOf(test)}`,
  );
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return note ?? 'no reason given';
}

function printLine(line: string): void {
  console.log(line);
}
