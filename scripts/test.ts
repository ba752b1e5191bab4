/**
 * All tests, in two runs of vitest at the same time: unit and vector tests, which compute, beside
 * net tests, which mostly wait for sockets, processes and timers. What the first run says is shown
 * as it comes, what the second says after that, so that the lines of the two never mix.
 *
 * Run: npm test [-- [--reports FOLDER] FILTER… | VITEST OPTION…]
 * Everything but --reports goes to both runs; with --project there is one run, of that project.
 * With --reports, one JSON report of each run is written there for sum-tests.ts.
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { countTests, parseArguments, plannedRuns, type Run } from './test-runs.ts';

const ROOT = join(import.meta.dirname, '..');
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');

type Ended = { readonly run: Run; readonly code: number; readonly seconds: number };

const children = new Set<ChildProcess>();
// Ctrl-C reaches the children by the terminal; this process only waits for them.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {
  for (const child of children) child.kill('SIGTERM');
});

const { reports, rest } = parseArguments(process.argv.slice(2));
const folder = reports === undefined ? mkdtempSync(join(tmpdir(), 'pf-tests-')) : resolve(reports);
mkdirSync(folder, { recursive: true });
try {
  process.exitCode = await runAll(plannedRuns(rest), folder);
} finally {
  if (reports === undefined) rmSync(folder, { recursive: true });
}

/** @returns the exit code: 0 only when every run passed and there was a test at all */
async function runAll(runs: readonly Run[], into: string): Promise<number> {
  let shown: Promise<unknown> = Promise.resolve();
  const ended = await Promise.all(
    runs.map((run) => {
      const one = startRun(run, join(into, `${run.name}.json`), shown);
      shown = one;
      return one;
    }),
  );
  let total = 0;
  console.log('');
  for (const { run, code, seconds } of ended) {
    const path = join(into, `${run.name}.json`);
    const counts = existsSync(path) ? countTests(readFileSync(path, 'utf8')) : undefined;
    total += counts === undefined ? 1 : counts.passed + counts.failed + counts.skipped;
    const said =
      counts === undefined
        ? 'no report'
        : `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${run.title}: ${said} (${seconds} s)`);
  }
  if (total === 0) console.log('FAILED  no test of either run matches');
  return total > 0 && ended.every(({ code }) => code === 0) ? 0 : 1;
}

/** Runs vitest; its output is kept back until `before` has ended. */
async function startRun(run: Run, report: string, before: Promise<unknown>): Promise<Ended> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [VITEST, 'run', '--passWithNoTests', ...run.args], {
    cwd: ROOT,
    env: {
      ...process.env,
      PERMAFROST_TEST_REPORT: report,
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const kept: Uint8Array[] = [];
  let mayWrite = false;
  const onData = (chunk: Uint8Array): void => {
    if (mayWrite) process.stdout.write(chunk);
    else kept.push(chunk);
  };
  child.stdout.on('data', onData);
  child.stderr.on('data', onData);
  const exited = new Promise<Ended>((done, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      children.delete(child);
      const seconds = Math.round((performance.now() - startedMs) / 1000);
      done({ run, code: code ?? 1, seconds });
    });
  });
  await before;
  console.log(`\n== ${run.title}`);
  for (const chunk of kept) process.stdout.write(chunk);
  mayWrite = true;
  return exited;
}
