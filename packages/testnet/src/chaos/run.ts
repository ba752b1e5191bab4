/**
 * A run of chaos: a real network under load, faults that a seed plans, and checks from outside.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Network, PermafrostError } from '@permafrost/client';
import type { ErrorCode } from '@permafrost/wire';
import type { Report } from '../keys.ts';
import type { Links } from '../links.ts';
import { LOAD_SECONDS_MAX, openClients, runLoad } from '../load.ts';
import { round } from '../load-figures.ts';
import { type Launch, openOperator } from '../running.ts';
import type { TestnetKey } from '../state.ts';
import { createLedger, type Ledger, type Stage } from './ledger.ts';
import { type MemoryWatch, watchMemory } from './memory.ts';
import { makeNewKeys, NEW_KEYS_MAX, type NewKeyResult } from './new-keys.ts';
import { type ChaosPlan, FAULTS, type FaultType, PROCESS_FAULTS, planChaos } from './plan.ts';
import { startProbes } from './probes.ts';
import { type ChaosReport, faultLine } from './report.ts';
import { markTraces, readTraces } from './traces.ts';
import { createTrouble, type Trouble } from './trouble.ts';

export type ChaosOptions = {
  readonly launch: Launch;
  /** Undefined: only processes are troubled, not their connections. */
  readonly links: Links | undefined;
  readonly key: TestnetKey;
  readonly seed: string;
  readonly minutes: number;
  /** Nodes that may have trouble; all unless given. */
  readonly victims?: readonly string[];
  /** What may happen to them; everything that is possible unless given. */
  readonly faults?: readonly FaultType[];
  /** Requests begun in a second. */
  readonly rate: number;
  readonly report: Report;
};

const CONCURRENCY = 64;
/** Of each request of the load. */
const DEADLINE_MS = 20_000;
/** The share of the quiet throughput that counts as full. */
const FULL_SHARE = 0.9;
const READY_WITHIN_MS = 60_000;
const DYING_MS = 1_000;

/** Codes with which a request may fail while fewer than a quorum of nodes is left. */
const BEYOND: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'E_THRESHOLD',
  'E_DEADLINE',
  'E_BUSY',
  'E_RATE_LIMITED',
]);

export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { launch, links, key, seed, report } = options;
  const { paths, state, signal } = launch;
  const names = state.nodes.map((node) => node.name);
  const spare = key.members.length - key.threshold;
  const plan = planChaos({
    seed,
    minutes: options.minutes,
    nodes: options.victims ?? names,
    types: typesOf(options),
  });
  const startedMs = performance.now();
  const nowMs = () => performance.now() - startedMs;
  const violations: string[] = [];
  const onViolation = (text: string) => {
    violations.push(text);
    report.line(`VIOLATION  ${text}`);
  };

  let stage: Stage = 'quiet';
  const beyond = { fromMs: Number.POSITIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
  const ledger = createLedger({
    nowMs,
    stage: () => stage,
    deadlineMs: DEADLINE_MS,
    keys: new Map([
      [
        key.name,
        { suite: key.suite, publicKey: Uint8Array.from(Buffer.from(key.publicKey, 'hex')) },
      ],
    ]),
    mayFail: (fromMs, toMs, code) =>
      fromMs <= beyond.toMs && toMs >= beyond.fromMs && BEYOND.has(code),
    onViolation,
  });
  const marks = markTraces(paths, state);
  const onlooker = await openOperator(launch);
  const addresses = onlooker.peers.map((peer) => peer.address);
  const clients = await openClients({
    home: paths.operator,
    concurrency: CONCURRENCY,
    addresses,
    signal,
    env: {},
  });
  const memory = watchMemory(paths, names);
  const over = new AbortController();
  const untilOver = AbortSignal.any([over.signal, signal]);
  const probes = await startProbes({
    home: paths.operator,
    addresses,
    key: key.name,
    signal: untilOver,
    onBegin: (request) => ledger.expect(request.message),
    onViolation,
  });
  const trouble = createTrouble({
    launch,
    network: onlooker,
    links,
    nowMs,
    onHappened: (fault) => report.line(faultLine(fault)),
    onNotWhole: (node, why) => onViolation(`${node} did not come back: ${why}`),
  });

  let isOver = false;
  const load = runLoad({
    networks: clients,
    key: key.name,
    concurrency: CONCURRENCY,
    seconds: LOAD_SECONDS_MAX,
    rate: options.rate,
    deadlineMs: DEADLINE_MS,
    isOver: () => isOver,
    signal,
    onBegin: ledger.begin,
    onEnd: ledger.end,
  });
  // It is waited for in the end; a bug in it is thrown there.
  load.catch(() => {});
  const stages = async () => {
    await quiet(plan, report, signal);
    stage = 'spared';
    report.line(`at most ${spare} of ${names.length} nodes in trouble at once`);
    const [newKeys] = await Promise.all([
      meanwhile(options, onlooker, plan, untilOver, onViolation),
      trouble.make(plan.spared, { forMs: plan.sparedMs, nodesMax: spare }),
    ]);
    stage = 'beyond';
    beyond.fromMs = nowMs();
    report.line(`more than ${spare} nodes in trouble`);
    await trouble.make(plan.beyond, { forMs: plan.beyondMs, nodesMax: names.length - 1 });
    beyond.toMs = nowMs();
    stage = 'after';
    report.line('nothing in trouble any more');
    return newKeys;
  };
  try {
    const newKeys = await stages();
    const endedMs = lastHealed(trouble) ?? nowMs();
    const readyMs = await untilReady(onlooker, names.length, signal);
    if (readyMs === undefined && !signal.aborted) onViolation('the network is not ready again');
    // What was asked while too few were left fails late; from here on nothing may.
    await sleep(plan.afterMs, undefined, { signal }).catch(() => {});
    isOver = true;
    const loadFigures = await load;
    over.abort();
    await probes.close();
    await signWithNew(onlooker, newKeys, { ledger, signal, onViolation });
    if (!signal.aborted && ledger.open() > 0) onViolation(`${ledger.open()} requests never ended`);
    signal.throwIfAborted();
    const traces = readTraces({ paths, state, marks }, ledger.isRequested);
    for (const text of traces.violations) onViolation(text);
    const quietPerSecond = round(((ledger.stages()[0]?.signed ?? 0) / plan.quietMs) * 1000);
    const perSecond = ledger.perSecondFrom(endedMs).slice(0, -1);
    const full = perSecond.findIndex((count) => count >= quietPerSecond * FULL_SHARE);
    return {
      ok: violations.length === 0,
      seed,
      seconds: round(nowMs() / 1000),
      nodes: names.length,
      threshold: key.threshold,
      key: key.name,
      violations,
      stages: ledger.stages(),
      load: loadFigures,
      dying: dyingOf(ledger, trouble, beyond.fromMs),
      recovery: {
        readyMs: readyMs === undefined ? null : Math.round(nowMsAt(readyMs, startedMs) - endedMs),
        fullThroughputMs: full < 0 ? null : (full + 1) * 1000,
        quietPerSecond,
        perSecond,
      },
      probes: probes.figures(),
      newKeys,
      decisions: { allowed: traces.allowed, testSignatures: traces.testSignatures },
      memory: memory.figures(),
      timeline: trouble.happened,
      leftOut: leftOut(options),
      dir: null,
    };
  } finally {
    isOver = true;
    over.abort();
    await endAll({ load, probes, memory, networks: [...clients, onlooker] });
  }
}

/** @throws PermafrostError E_BAD_REQUEST when nothing is left of what was asked for */
function typesOf({ links, faults = FAULTS }: ChaosOptions): readonly FaultType[] {
  const types = faults.filter((type) => links !== undefined || PROCESS_FAULTS.includes(type));
  if (types.length > 0) return types;
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `of a testnet that runs already only processes can be troubled: ${PROCESS_FAULTS.join(', ')}`,
  });
}

function leftOut({ links }: ChaosOptions): readonly string[] {
  return [
    ...(links === undefined
      ? ['cut, slow and broken connections: this testnet was not started with lines of ours']
      : []),
    'loss of packets below TCP: needs a network namespace and rights that this command does not take',
  ];
}

function nowMsAt(atMs: number, startedMs: number): number {
  return atMs - startedMs;
}

async function quiet(plan: ChaosPlan, report: Report, signal: AbortSignal): Promise<void> {
  report.line('nothing in trouble');
  await sleep(plan.quietMs, undefined, { signal }).catch(() => {});
  signal.throwIfAborted();
}

function meanwhile(
  { key, report }: ChaosOptions,
  network: Network,
  plan: ChaosPlan,
  signal: AbortSignal,
  onViolation: (text: string) => void,
): Promise<readonly NewKeyResult[]> {
  return makeNewKeys({
    network,
    suite: key.suite,
    threshold: key.threshold,
    count: Math.min(NEW_KEYS_MAX, Math.ceil(plan.sparedMs / 20_000)),
    withinMs: plan.sparedMs,
    signal,
    onResult: ({ name, result }) => report.line(`          key ${name}: ${result}`),
    onViolation,
  });
}

/** Each key that was made signs. */
async function signWithNew(
  network: Network,
  newKeys: readonly NewKeyResult[],
  given: {
    readonly ledger: Ledger;
    readonly signal: AbortSignal;
    readonly onViolation: (text: string) => void;
  },
): Promise<void> {
  for (const { name, result } of newKeys) {
    if (result !== 'made' || given.signal.aborted) continue;
    const message = new TextEncoder().encode(`first message of ${name}`);
    given.ledger.expect(message);
    try {
      await network.sign({ key: name, message, signal: given.signal });
    } catch (error) {
      given.onViolation(`key ${name} was made and does not sign: ${String(error)}`);
    }
  }
}

/** When the last fault was taken back, since the run began. */
function lastHealed({ happened }: Trouble): number | undefined {
  const healed = happened.flatMap(({ healedMs }) => healedMs ?? []);
  return healed.length === 0 ? undefined : Math.max(...healed);
}

/** @returns when all nodes said that they can sign, and all links were up */
async function untilReady(
  network: Network,
  nodes: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const endMs = performance.now() + READY_WITHIN_MS;
  while (performance.now() < endMs && !signal.aborted) {
    const answers = await network.survey({ signal });
    const ready = answers.filter(
      (one) => 'status' in one && one.status.ready && one.status.links.every((link) => link.up),
    );
    if (ready.length === nodes) return performance.now();
    await sleep(100);
  }
  return undefined;
}

/** @param untilMs beyond it too few nodes are left, of which nobody promises anything */
function dyingOf(ledger: Ledger, { happened }: Trouble, untilMs: number): ChaosReport['dying'] {
  const kills = happened.filter(({ type, atMs }) => type === 'kill' && atMs < untilMs);
  const spans = kills.map(({ atMs }) => ({ fromMs: atMs, toMs: atMs + DYING_MS }));
  const stages = ledger.stages();
  const quietMs = stages[0]?.latencyMs?.p50;
  const latencyMs = ledger.latencyIn(spans) ?? null;
  const limitMs = quietMs === undefined ? null : Math.max(500, quietMs * 10);
  const isKnown = latencyMs !== null && limitMs !== null;
  const isWithin = isKnown ? latencyMs.p99 <= limitMs : null;
  return { kills: kills.length, latencyMs, limitMs, isWithin };
}

async function endAll(given: {
  readonly load: Promise<unknown>;
  readonly probes: { readonly close: () => Promise<void> };
  readonly memory: MemoryWatch;
  readonly networks: readonly Network[];
}): Promise<void> {
  given.memory.stop();
  await Promise.allSettled([given.load, given.probes.close()]);
  await Promise.all(given.networks.map((network) => network.close()));
}
