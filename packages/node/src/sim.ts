/**
 * `npm run sim`: explores seeds, prints the trace of one that fails and the smallest plan that
 * still fails, and replays exactly.
 *
 * Options: `npm run sim -- --help`.
 * @module
 */
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { installNodeCrypto } from '@permafrost/frost/node-crypto';
import { explore, type RunReport, shrinkPlan } from './sim/explore.ts';
import { parseSimOptions, replayOptions, SIM_USAGE, type SimOptions } from './sim/options.ts';
import { verifyOutside } from './sim/outside.ts';
import type { Plan } from './sim/plan.ts';
import { makePlan } from './sim/profiles.ts';
import { runPlan } from './sim/run.ts';

const SHRINKS_MAX = 3;
const REPLAYS_MAX = 60;
const TRACE_LINES_MAX = 400;

installNodeCrypto();
const values = given();
const { shape } = values;

/** What is asked for; whoever asks wrongly, or for help, gets the usage and nothing is run. */
function given(): SimOptions {
  let options: SimOptions;
  try {
    options = parseSimOptions(process.argv.slice(2));
  } catch (error) {
    refuse(`${messageOf(error)}\n\n${SIM_USAGE}`);
  }
  if (options.help) {
    console.log(SIM_USAGE);
    process.exit(0);
  }
  return options;
}

function refuse(why: string): never {
  console.error(why);
  process.exit(2);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function readPlan(file: string): Promise<Plan> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Plan;
  } catch (error) {
    return refuse(`no plan in ${file}: ${messageOf(error)}`);
  }
}

const say = (line: string): void => {
  if (!values.json) console.log(line);
};

/** Seeds go to whichever thread is free; reports come back in order of seeds. */
async function exploreAll(first: number, wanted: number, untilMs: number): Promise<RunReport[]> {
  const jobs = Math.min(values.jobs ?? availableParallelism(), wanted);
  const reports: RunReport[] = [];
  let next = first;
  const isLeft = (): boolean => next < first + wanted && performance.now() < untilMs;
  if (jobs <= 1) {
    while (isLeft()) reports.push(explore({ ...shape, seed: next++ }, verifyOutside, UNTRACED));
    return reports;
  }
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./sim/worker.ts', import.meta.url), { workerData: shape });
      const give = (): void => {
        if (isLeft()) worker.postMessage(next++);
        else worker.terminate().then(() => resolve(), reject);
      };
      worker.on('message', (report: RunReport) => {
        reports.push(report);
        give();
      });
      worker.on('error', reject);
      give();
    });
  await Promise.all(Array.from({ length: jobs }, work));
  return reports.sort((a, b) => a.seed - b.seed);
}

const UNTRACED = { isTraced: false };

function tell(report: RunReport, plan: Plan): void {
  const trace = report.trace.slice(-TRACE_LINES_MAX);
  if (report.trace.length > trace.length)
    say(`… ${report.trace.length - trace.length} lines before`);
  say(trace.join('\n'));
  for (const { checker, detail } of report.violations) {
    say(`seed ${plan.seed} (${plan.profile}): ${checker}: ${detail}`);
  }
}

/** The trace of a seed that failed, then the smallest plan that fails too, and its trace. */
function explain(plan: Plan, checker: string): void {
  tell(runPlan(plan, verifyOutside), plan);
  const { plan: small, replays } = shrinkPlan(plan, checker, verifyOutside, REPLAYS_MAX);
  say(`\nmade smaller in ${replays} replays; run it with --plan FILE:`);
  say(JSON.stringify(small));
  tell(runPlan(small, verifyOutside), small);
}

function summaryOf(reports: readonly RunReport[]): Record<string, unknown> {
  const bySuite = new Map<string, number>();
  const faults = new Map<string, number>();
  for (const { suite, faultsInjected } of reports) {
    bySuite.set(suite, (bySuite.get(suite) ?? 0) + 1);
    for (const [kind, count] of faultsInjected) faults.set(kind, (faults.get(kind) ?? 0) + count);
  }
  const sum = (of: (report: RunReport) => number): number =>
    reports.reduce((all, one) => all + of(one), 0);
  return {
    seeds: reports.length,
    seedsBySuite: Object.fromEntries(bySuite),
    events: sum(({ events }) => events),
    signatures: sum(({ signatures }) => signatures),
    keys: sum(({ keys }) => keys),
    faultsInjected: Object.fromEntries(faults),
    violations: reports.flatMap(({ violations }) => violations),
  };
}

if (values.plan !== undefined) {
  const plan = await readPlan(values.plan);
  const report = runPlan(plan, verifyOutside);
  tell(report, plan);
  console.log(values.json ? JSON.stringify(summaryOf([report])) : summaryOf([report]));
  process.exitCode = report.violations.length === 0 ? 0 : 1;
} else {
  const first = values.seed ?? randomInt(2 ** 40);
  const { minutes } = values;
  const untilMs =
    minutes === undefined ? Number.POSITIVE_INFINITY : performance.now() + minutes * 60_000;
  const wanted = values.seeds ?? (minutes === undefined ? 20 : Number.MAX_SAFE_INTEGER);
  say(
    `exploring ${minutes === undefined ? `${wanted} seeds` : `for ${minutes} minutes`} from ${first}`,
  );
  const reports = await exploreAll(first, wanted, untilMs);
  const failed = reports.filter(({ violations }) => violations.length > 0);
  if (!values.json) {
    for (const [i, { seed, violations }] of failed.entries()) {
      if (i < SHRINKS_MAX) explain(makePlan({ ...shape, seed }), violations[0]?.checker ?? '');
      for (const { checker, detail } of violations) say(`seed ${seed}: ${checker}: ${detail}`);
      say(`replay: npm run sim -- ${replayOptions(shape, seed)}\n`);
    }
  }
  console.log(values.json ? JSON.stringify(summaryOf(reports)) : summaryOf(reports));
  if (reports.length === 0) console.error('no seed was explored: the time was too short for one');
  process.exitCode = failed.length === 0 && reports.length > 0 ? 0 : 1;
}
