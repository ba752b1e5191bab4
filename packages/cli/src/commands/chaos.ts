/**
 * `permafrost testnet chaos`: a real network under load and faults, checked from outside.
 * @module
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PermafrostError } from '@permafrost/client';
import {
  type ChaosReport,
  chaosText,
  checkNodes,
  closeLinks,
  downTestnet,
  FAULTS,
  type FaultType,
  type Launch,
  type Links,
  NODES_MAX,
  openLinks,
  openTestnet,
  type Report,
  runChaos,
  stopAll,
  upTestnet,
} from '@permafrost/testnet';
import type { Context, Handler } from '../context.ts';
import { commaList, wholeNumber } from '../flags.ts';
import { launchCommand } from '../launch.ts';

type Flags = {
  readonly dir?: string;
  readonly minutes: string;
  readonly seed?: string;
  readonly nodes?: string;
  readonly threshold?: string;
  readonly suite: string;
  readonly rate: string;
  readonly victims?: string;
  readonly faults?: string;
};

const MINUTES_MAX = 600;
const RATE_MAX = 1_000;

export const chaos: Handler<Flags> = async (context, flags) => {
  const minutes = minutesOf(flags.minutes);
  const rate = wholeNumber(flags.rate, { what: '--rate', min: 1, max: RATE_MAX });
  const seed = flags.seed ?? String(randomInt(1_000_000_000));
  const faults = faultsOf(flags.faults);
  const run = async (launch: Launch, links: Links | undefined) => {
    const [key] = launch.state.keys;
    if (key === undefined) {
      throw new PermafrostError({ code: 'E_UNKNOWN_KEY', message: 'this testnet has no key' });
    }
    const victims =
      flags.victims === undefined
        ? undefined
        : checkNodes(launch.state, commaList(flags.victims, '--victims'));
    context.output.line(`chaos for ${minutes} min · seed ${seed} · key ${key.name} · ${rate}/s`);
    return runChaos({
      launch,
      links,
      key,
      seed,
      minutes,
      rate,
      report: reportTo(context),
      ...(victims === undefined ? {} : { victims }),
      ...(faults === undefined ? {} : { faults }),
    });
  };
  const report =
    flags.dir === undefined
      ? await onFresh(context, flags, run)
      : await onRunning(context, resolve(context.surroundings.cwd, flags.dir), run);
  context.output.result(report, chaosText(report));
  return report.ok ? 0 : 1;
};

type Run = (launch: Launch, links: Links | undefined) => Promise<ChaosReport>;

/** A testnet that runs already; its processes are troubled and it stays. */
async function onRunning(context: Context, dir: string, run: Run): Promise<ChaosReport> {
  const { paths, state } = openTestnet(dir);
  const launch = { paths, state, command: launchCommand(), signal: context.signal };
  return { ...(await run(launch, undefined)), dir };
}

/** A testnet of its own, removed afterwards unless there is something to look at. */
async function onFresh(context: Context, flags: Flags, run: Run): Promise<ChaosReport> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'permafrost-chaos-')));
  let found: ChaosReport | undefined;
  try {
    const { launch, network, links } = await upTestnet({
      dir,
      shape: {
        suites: [flags.suite],
        nodes: count(flags.nodes, '--nodes'),
        threshold: count(flags.threshold, '--threshold'),
      },
      command: launchCommand(),
      signal: context.signal,
      report: reportTo(context),
      openLinks,
    });
    try {
      await network.close();
      found = await run(launch, links);
    } finally {
      await stopAll(launch.paths, launch.state);
      await closeLinks(launch.paths, launch.state, links);
    }
  } finally {
    if (found === undefined || found.ok) await downTestnet(dir, true);
  }
  return { ...found, dir: found.ok ? null : dir };
}

function faultsOf(text: string | undefined): readonly FaultType[] | undefined {
  if (text === undefined) return undefined;
  return commaList(text, '--faults').map((name) => {
    const fault = FAULTS.find((one) => one === name);
    if (fault !== undefined) return fault;
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `no fault is called ${JSON.stringify(name.slice(0, 40))}; there are ${FAULTS.join(', ')}`,
    });
  });
}

function count(text: string | undefined, what: string): number | undefined {
  return text === undefined ? undefined : wholeNumber(text, { what, min: 2, max: NODES_MAX });
}

function reportTo({ output }: Context): Report {
  return { line: output.line, progress: output.progress, stopHint: 'stop with Ctrl-C' };
}

/** Halves and tenths are possible. */
function minutesOf(text: string): number {
  const minutes = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
  if (minutes > 0 && minutes <= MINUTES_MAX) return minutes;
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `--minutes is a number up to ${MINUTES_MAX}, not ${JSON.stringify(text.slice(0, 40))}`,
  });
}
