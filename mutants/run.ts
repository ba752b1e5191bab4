/**
 * `npm run mutants [-- NAME…]`: every defect must be noticed by the check that is named with it. A
 * defect that survives says that a check has gone blind; one whose text is gone, that the code has
 * moved on and its entry must follow.
 * @module
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Check, type Defect, mutated, VARIABLE } from './defect.ts';
import { DEFECTS } from './defects.ts';

const ROOT = join(import.meta.dirname, '..');
const WITHIN_MS = 120_000;

type Outcome = {
  readonly type: 'caught' | 'survived' | 'broken';
  readonly detail: string;
};

const reports = mkdtempSync(join(tmpdir(), 'permafrost-mutants-'));
let checks = 0;
const wanted = process.argv.slice(2);
const chosen = DEFECTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const unknown = wanted.filter((name) => !DEFECTS.some((defect) => defect.name === name));
if (unknown.length > 0) {
  // Nothing tried would look like everything caught.
  console.error(`no such mutant: ${unknown.join(', ')}`);
  process.exit(2);
}
const started = Date.now();
const queue = [...chosen];
let failed = 0;
await Promise.all(
  Array.from({ length: Math.max(1, Math.min(2, availableParallelism())) }, async () => {
    for (let defect = queue.shift(); defect !== undefined; defect = queue.shift()) {
      const { type, detail } = await tryOne(defect);
      if (type !== 'caught') failed++;
      console.log(`${type.padEnd(8)} ${defect.name}: ${detail}`);
    }
  }),
);
const sound = await checkSound(chosen);
for (const text of sound) console.log(`unsound  ${text}`);
rmSync(reports, { recursive: true });
const seconds = Math.round((Date.now() - started) / 1_000);
console.log(`${chosen.length - failed} of ${chosen.length} mutants caught in ${seconds} s`);
process.exitCode = failed === 0 && sound.length === 0 ? 0 : 1;

async function tryOne(defect: Defect): Promise<Outcome> {
  try {
    mutated(readFileSync(join(ROOT, defect.file), 'utf8'), defect);
  } catch (error) {
    return { type: 'broken', detail: error instanceof Error ? error.message : String(error) };
  }
  const { code, out } = await runCheck(defect.by, { [VARIABLE]: defect.name });
  return 'test' in defect.by ? judgeTest(defect.by, out) : judgeSim(defect.by, code, out);
}

/** The simulated checks say nothing of code without a defect. The tests have a run of their own. */
async function checkSound(defects: readonly Defect[]): Promise<readonly string[]> {
  const checks = new Map<string, Check>();
  for (const { by } of defects) {
    if (!('test' in by)) checks.set(JSON.stringify({ ...by, says: '' }), by);
  }
  const wrong: string[] = [];
  for (const by of checks.values()) {
    const { code, out } = await runCheck(by, {});
    if (code !== 0) wrong.push(`${JSON.stringify(by)}: ${firstLine(out)}`);
  }
  return wrong;
}

function runCheck(
  by: Check,
  extra: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly out: string }> {
  const report = join(reports, `${++checks}.json`);
  const vitest = [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'mutants/vitest.config.ts',
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  const args =
    'test' in by
      ? [...vitest, '-t', by.named, by.test]
      : ['--import', './mutants/hooks.ts', 'mutants/simulate.ts', JSON.stringify(by)];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: WITHIN_MS,
    });
    let out = '';
    let errors = '';
    child.stdout.on('data', (bytes) => {
      out += bytes;
    });
    child.stderr.on('data', (bytes) => {
      errors += bytes;
    });
    child.on('close', (code) => {
      const printed = out === '' ? errors : out;
      resolve({
        code: code ?? -1,
        out: existsSync(report) ? readFileSync(report, 'utf8') : printed,
      });
    });
  });
}

type Report = {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

function judgeTest(by: Extract<Check, { readonly test: string }>, out: string): Outcome {
  let report: Report;
  try {
    report = JSON.parse(out) as Report;
  } catch {
    return { type: 'broken', detail: `no report of ${by.test}: ${firstLine(out)}` };
  }
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const bad = results.find(({ status }) => status === 'failed');
  if (bad !== undefined) return { type: 'caught', detail: `test "${bad.fullName}"` };
  const message = report.testResults.find((one) => one.message !== '')?.message;
  if (message !== undefined) return { type: 'broken', detail: firstLine(message) };
  return report.numPassedTests === 0
    ? { type: 'broken', detail: `no test of ${by.test} is named "${by.named}"` }
    : { type: 'survived', detail: `"${by.named}" of ${by.test}` };
}

function judgeSim(
  by: Exclude<Check, { readonly test: string }>,
  code: number,
  out: string,
): Outcome {
  if (code === 0) return { type: 'survived', detail: JSON.stringify(by) };
  const line = out.split('\n').find((one) => new RegExp(by.says).test(one));
  if (code === 1 && line !== undefined) {
    return { type: 'caught', detail: `script ${by.script}, ${line.slice(0, 90)}` };
  }
  return { type: 'broken', detail: `another thing is said: ${firstLine(out)}` };
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').slice(0, 160);
}
