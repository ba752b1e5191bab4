/**
 * What goes wrong in a run of chaos, and how long each part of it takes: all from a seed, so that
 * the same seed always plans the same faults.
 * @module
 */
import { createHash } from 'node:crypto';

/**
 * What can happen to one node.
 *
 * - `kill`: SIGKILL, and started again afterwards
 * - `stop`: SIGSTOP, and SIGCONT afterwards: to others it is silent, to itself time jumps
 * - `cut`: nothing reaches it and nothing of it reaches anybody, clients included
 * - `isolate`: the same between nodes, while clients still reach it
 * - `mute`: it hears the other nodes, and they do not hear it; `deaf`: the other way round
 * - `reset`: all its connections break once
 * - `slow`: all its lines are long for a while
 */
export const FAULTS = ['kill', 'stop', 'cut', 'isolate', 'mute', 'deaf', 'reset', 'slow'] as const;
export type FaultType = (typeof FAULTS)[number];

/** Faults that need no lines of ours between the nodes. */
export const PROCESS_FAULTS: readonly FaultType[] = ['kill', 'stop'];

export type PlannedFault = {
  readonly type: FaultType;
  readonly node: string;
  /** After the one before began, and not before there is room for it. */
  readonly afterMs: number;
  readonly forMs: number;
  /** One way; of `slow`. */
  readonly delayMs: number;
};

/** Parts of a run, in this order. */
export type ChaosPlan = {
  /** Nothing goes wrong: what the others are measured against. */
  readonly quietMs: number;
  /** At most n−t nodes have trouble at once: no request may fail. */
  readonly sparedMs: number;
  /** More nodes have trouble: requests may fail, honestly. */
  readonly beyondMs: number;
  /** Nothing goes wrong any more. */
  readonly afterMs: number;
  readonly spared: readonly PlannedFault[];
  readonly beyond: readonly PlannedFault[];
};

const QUIET_MS = { share: 0.2, min: 4_000, max: 30_000 };
const BEYOND_MS = { share: 0.2, min: 3_000, max: 120_000 };
const AFTER_MS = { share: 0.15, min: 6_000, max: 30_000 };
const SPARED_MIN_MS = 5_000;

export function planChaos(options: {
  readonly seed: string;
  readonly minutes: number;
  /** Those that may have trouble. */
  readonly nodes: readonly string[];
  readonly types: readonly FaultType[];
}): ChaosPlan {
  const { seed, minutes, nodes, types } = options;
  const wholeMs = minutes * 60_000;
  const part = ({ share, min, max }: typeof QUIET_MS) =>
    Math.round(Math.min(max, Math.max(min, wholeMs * share)));
  const quietMs = part(QUIET_MS);
  const beyondMs = part(BEYOND_MS);
  const afterMs = part(AFTER_MS);
  const sparedMs = Math.max(SPARED_MIN_MS, Math.round(wholeMs - quietMs - beyondMs - afterMs));
  const draw = (name: string, partMs: number, gapMs: number) =>
    faults({ chance: chance(`${seed} ${name}`), nodes, types, partMs, gapMs });
  return {
    quietMs,
    sparedMs,
    beyondMs,
    afterMs,
    spared: draw('spared', sparedMs, 1_500),
    beyond: draw('beyond', beyondMs, 400),
  };
}

/** As many as could find room in this part. Every type comes before any comes again. */
function faults(given: {
  readonly chance: () => number;
  readonly nodes: readonly string[];
  readonly types: readonly FaultType[];
  readonly partMs: number;
  readonly gapMs: number;
}): readonly PlannedFault[] {
  const { chance: next, nodes, types, partMs, gapMs } = given;
  const planned: PlannedFault[] = [];
  let bag: FaultType[] = [];
  for (let atMs = 0; atMs < partMs; ) {
    if (bag.length === 0) bag = [...types];
    const [type] = bag.splice(Math.floor(next() * bag.length), 1);
    const node = nodes[Math.floor(next() * nodes.length)];
    if (type === undefined || node === undefined) break;
    const afterMs = Math.round(next() * gapMs);
    // Short ones are what a request may live through; long ones are noticed by the others.
    const forMs = type === 'reset' ? 0 : Math.round(200 + next() ** 2 * 8_000);
    const delayMs = Math.round(20 + next() * 105);
    planned.push({ type, node, afterMs, forMs, delayMs });
    atMs += afterMs;
  }
  return planned;
}

/** Numbers from 0 to 1, always the same ones for a seed. */
function chance(seed: string): () => number {
  let block = createHash('sha256').update(`permafrost chaos ${seed}`).digest();
  let at = 0;
  return () => {
    if (at + 4 > block.length) {
      block = createHash('sha256').update(block).digest();
      at = 0;
    }
    const value = block.readUInt32BE(at) / 2 ** 32;
    at += 4;
    return value;
  };
}
