/**
 * A simulated computer: a disk, clocks, and at most one process of a node, which is the core that
 * also runs in production. A computer can be copied with all that it has in memory.
 * @module
 */
import { ed25519PublicKey, toHex } from '@permafrost/frost';
import type { World } from '@permafrost/protocol/sim';
import type { CoreOptions } from '../core/context.ts';
import { type Core, createCore } from '../core/core.ts';
import type { Restored } from '../core/restore.ts';
import type { Operator } from '../directory.ts';
import type { Action, Clocks, Input, LogFields } from '../effects.ts';
import { createExecutor, type Executor } from '../executor.ts';
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import { createWriter, type Disk, restoredFrom, type Writer } from './disk.ts';
import type { End } from './links.ts';

type Persist = Extract<Action, { readonly type: 'persist' }>;

/** A node, or a copy of one, on its computer. */
export type SimNode = End & {
  readonly operator: Operator;
  /** Of the host key. */
  readonly seed: Uint8Array;
  readonly disk: Disk;
  readonly clock: Clock;
  /** Undefined while no process runs. */
  core: Core | undefined;
  /** Processes that were started here. */
  readonly boots: number;
  readonly isFrozen: boolean;
  /** The node of which this is a copy, and the process whose memory it has. */
  readonly copyOf: number | undefined;
  /** Evidence files that it wrote. */
  readonly evidence: string[];
  readonly logs: { readonly event: string; readonly fields: LogFields }[];
};

/** One process in the history of a network: each boot of each copy has a number of its own. */
export type Timeline = {
  readonly id: number;
  readonly index: number;
  readonly computer: number;
  /** What it shows, once it is durable and the core says so. */
  boot: Uint8Array | undefined;
  /** The timeline whose memory it began with. */
  readonly copyOf: number | undefined;
};

export type Computer = SimNode & {
  core: Core | undefined;
  boots: number;
  isFrozen: boolean;
  /** The operator's order for the next process: go on after whatever boot is proven. */
  isOrdered: boolean;
  process: Process | undefined;
};

/** What of a process can be lost, and what a copy of its memory is made of. */
export type Process = {
  readonly timeline: Timeline;
  readonly executor: Executor;
  readonly writer: Writer;
  readonly timers: Map<string, { readonly dueMs: number; readonly cancel: () => void }>;
  /** Inputs of a frozen process. */
  readonly waiting: Input[];
  readonly memory: Memory | undefined;
};

/** All that a core ever heard: the core is deterministic, so this is its memory. */
export type Memory = {
  readonly options: Omit<CoreOptions, 'random'>;
  readonly randomLabel: string;
  readonly restored: Restored;
  readonly inputs: { readonly input: Input; readonly clocks: Clocks }[];
};

export type ComputerPorts = {
  readonly world: World;
  readonly chance: Chance;
  readonly latencyMsOfDisk: (computer: Computer) => number;
  readonly isFull: (computer: Computer) => boolean;
  readonly onFull: (computer: Computer) => void;
  readonly coreOptions: (
    computer: Computer,
  ) => Omit<CoreOptions, 'random' | 'bootId' | 'isRecovering'>;
  /** Whether what this computer hears is kept, so that it can be copied. */
  readonly isRecorded: (computer: Computer) => boolean;
  readonly persisting: (computer: Computer, action: Persist) => void;
  readonly perform: (
    computer: Computer,
    timeline: Timeline,
    action: Exclude<Action, Persist | { readonly type: 'timer' }>,
  ) => void;
  readonly step: (computer: Computer, timeline: Timeline, input: Input) => void;
};

/** Options that are the same for all simulated nodes. */
export const ALIKE: Pick<
  CoreOptions,
  | 'peerIdText'
  | 'software'
  | 'cpuMs'
  | 'roster'
  | 'isBegunAnew'
  | 'warnings'
  | 'ceremonyRoundMs'
  | 'acceptsChanges'
> = {
  peerIdText: toHex,
  software: 'simulated',
  cpuMs: () => 0,
  roster: new Uint8Array(),
  isBegunAnew: false,
  warnings: [],
  ceremonyRoundMs: 10_000,
  acceptsChanges: true,
};

/** Begins a process from what is on the disk. */
export function startProcess(ports: ComputerPorts, computer: Computer, id: number): Process {
  const { world } = ports;
  const { disk, index } = computer;
  computer.boots++;
  disk.boots++;
  const bootId = world.random(`boot ${id}`)(16);
  const timeline: Timeline = {
    id,
    index,
    computer: computer.computer,
    boot: undefined,
    copyOf: undefined,
  };
  const { wallMs } = computer.clock.read();
  const common = ports.coreOptions(computer);
  const options: Memory['options'] = {
    ...common,
    bootId,
    isRecovering: computer.isOrdered,
    isBegunAnew: disk.isBegunAnew,
  };
  computer.isOrdered = false;
  const randomLabel = `random ${id}`;
  const memory: Memory | undefined = ports.isRecorded(computer)
    ? { options, randomLabel, restored: restoredFrom(disk, wallMs), inputs: [] }
    : undefined;
  const process = createProcess(ports, computer, timeline, memory);
  computer.process = process;
  const random = world.random(randomLabel);
  computer.core = createCore({ ...options, random }, restoredFrom(disk, wallMs));
  return process;
}

function createProcess(
  ports: ComputerPorts,
  computer: Computer,
  timeline: Timeline,
  memory: Memory | undefined,
): Process {
  const { world, chance } = ports;
  const isLive = (): boolean => computer.process === process;
  const writer = createWriter({
    world,
    chance,
    disk: computer.disk,
    latencyMs: () => ports.latencyMsOfDisk(computer),
    isFull: () => ports.isFull(computer),
    onFull: () => ports.onFull(computer),
  });
  const executor = createExecutor({
    persist: (action, done) => {
      if (!isLive()) return;
      ports.persisting(computer, action);
      if (isLive()) writer.write(action, done);
    },
    perform: (action) => {
      if (!isLive()) return;
      if (action.type === 'timer') {
        setTimer(ports, computer, process, action);
        return;
      }
      ports.perform(computer, timeline, action);
    },
  });
  const process: Process = { timeline, executor, writer, timers: new Map(), waiting: [], memory };
  return process;
}

function setTimer(
  { world, step }: ComputerPorts,
  computer: Computer,
  { timers, timeline }: Process,
  { id, afterMs }: { readonly id: string; readonly afterMs: number },
): void {
  timers.get(id)?.cancel();
  const cancel = world.after(afterMs, () => {
    timers.delete(id);
    step(computer, timeline, { type: 'timer', id });
  });
  timers.set(id, { dueMs: world.now() + afterMs, cancel });
}

/** What is left of a process once it is killed: some of its writes. */
export function endProcess(computer: Computer): void {
  const { process } = computer;
  if (process === undefined) return;
  computer.process = undefined;
  computer.core = undefined;
  computer.isFrozen = false;
  for (const { cancel } of process.timers.values()) cancel();
  process.writer.crash();
}

/**
 * Puts the memory of one computer's process into another computer, which has its disk already.
 * From then on both are what the one would have been. False when something is being written: the
 * copy would have to finish that too.
 */
export function copyProcess(
  ports: ComputerPorts,
  from: Computer,
  to: Computer,
  id: number,
): boolean {
  const source = from.process;
  const memory = source?.memory;
  if (source === undefined || memory === undefined || !source.writer.isIdle()) return false;
  const { world } = ports;
  const { index, computer } = to;
  const timeline: Timeline = {
    id,
    index,
    computer,
    boot: source.timeline.boot,
    copyOf: source.timeline.id,
  };
  const process = createProcess(ports, to, timeline, undefined);
  const restored: Restored = {
    ...memory.restored,
    secrets: new Map([...memory.restored.secrets].map(([k, v]) => [k, new Uint8Array(v)])),
  };
  const random = world.random(memory.randomLabel);
  const core = createCore({ ...memory.options, random }, restored);
  // What it did was done already, once.
  for (const { input, clocks } of memory.inputs) core.step(input, clocks);
  to.boots = from.boots;
  to.process = process;
  to.core = core;
  for (const [name, { dueMs }] of source.timers) {
    setTimer(ports, to, process, { id: name, afterMs: dueMs - world.now() });
  }
  return true;
}

/** A frame or another input as it was before a core got it. */
export function recordInput(process: Process, input: Input, clocks: Clocks): void {
  const { memory } = process;
  if (memory === undefined) return;
  const kept =
    input.type === 'frame' || input.type === 'rpc'
      ? { ...input, body: new Uint8Array(input.body) }
      : input;
  memory.inputs.push({ input: kept, clocks });
}

export function nameOf({ operator, copyOf }: SimNode): string {
  return copyOf === undefined ? operator.name : `${operator.name}'s copy`;
}

export function newComputer(
  operator: Operator,
  index: number,
  computer: number,
  seed: Uint8Array,
  disk: Disk,
  clock: Clock,
  copyOf?: number,
): Computer {
  const made: Computer = {
    operator,
    index,
    computer,
    seed,
    disk,
    clock,
    copyOf,
    core: undefined,
    boots: 0,
    isFrozen: false,
    isOrdered: false,
    process: undefined,
    evidence: [],
    logs: [],
    timeline: () => made.process?.timeline.id,
  };
  return made;
}

export function operatorOf(name: string, seed: Uint8Array, operatorSeed: Uint8Array): Operator {
  const hostPub = ed25519PublicKey(seed);
  const operatorPub = ed25519PublicKey(operatorSeed);
  return {
    name,
    hostPub,
    host: toHex(hostPub),
    peerId: toHex(hostPub),
    operatorPub,
    operator: toHex(operatorPub),
    operatorPeerId: toHex(operatorPub),
    addresses: [],
  };
}
