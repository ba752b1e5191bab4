/**
 * Whole nodes in a simulated world: the same core that runs in production, on seeded clocks, links
 * and disks. One seed decides everything.
 * @module
 */
import { type Ciphersuite, ed25519PublicKey, toHex } from '@permafrost/frost';
import { createWorld, type World } from '@permafrost/protocol/sim';
import { encodeMessage, permafrost } from '@permafrost/wire';
import { decodeBoot } from '../core/boots.ts';
import { createDirectory, type Directory, type Operator } from '../directory.ts';
import type { Action, HostId, Input } from '../effects.ts';
import { checkHello, encodeHello } from '../hello.ts';
import { createCalls } from './calls.ts';
import { type Chance, createChance } from './chance.ts';
import { type ClockSettings, createClock } from './clock.ts';
import {
  type Computer,
  type ComputerPorts,
  copyProcess,
  endProcess,
  recordInput,
  type SimNode,
  startProcess,
  type Timeline,
} from './computer.ts';
import { CALM, type Conditions } from './conditions.ts';
import { beginAnew, type Disk, emptyDisk, imageOf, putImage } from './disk.ts';
import { createLinks, type End } from './links.ts';

export type { SimNode, Timeline } from './computer.ts';
export { CALM, type Conditions } from './conditions.ts';

/** A frame on its way between nodes, by their indexes. */
export type SimFrame = {
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly body: Uint8Array;
};

export type Answer = { readonly body: Uint8Array; readonly more: boolean };

/** Sees what one computer does or hears; `node` is the node itself or a copy of it. */
export type ActionHook = (index: number, action: Action, node: SimNode) => void;
export type InputHook = (index: number, input: Input, node: SimNode) => void;

export type Network = {
  readonly world: World;
  readonly chance: Chance;
  readonly directory: Directory;
  readonly operatorSeed: Uint8Array;
  readonly nodes: readonly SimNode[];
  /** Copies of nodes that run, or ran, beside them. */
  readonly copies: readonly SimNode[];
  /** Every process that ever began, in order. */
  readonly timelines: readonly Timeline[];
  /** Begins a process, unless one runs or the store does not open. */
  readonly start: (index: number) => void;
  /** Kills a process: what was not synced is gone. Silent: peers only miss its heartbeats. */
  readonly kill: (index: number, isSilent?: boolean) => void;
  /** Stops a process for a while without ending it. Suspended: its monotonic clock stops too. */
  readonly freeze: (index: number, ms: number, isSuspended: boolean) => void;
  /** What is on a node's disk now. */
  readonly imageOf: (index: number) => Disk;
  /** Kills the process and puts an image in the place of what is on its disk. */
  readonly putImage: (index: number, image: Disk) => void;
  /** The operator's word to begin with an empty store where one is damaged. */
  readonly beginAnew: (index: number) => void;
  /** The operator's order for the next start: go on after whatever boot of it others prove. */
  readonly order: (index: number) => void;
  /**
   * A second computer with all that a node has on its disk and in memory now; it runs from
   * `resumeAfterMs` on, its wall clock right or as far behind as it slept. Only of nodes that were
   * named in `recorded`. Calls back with undefined when no copy could be made.
   */
  readonly copy: (
    index: number,
    options: { readonly resumeAfterMs: number; readonly isWallRight: boolean },
    done?: (copy: SimNode | undefined) => void,
  ) => void;
  /** Ends the process of a copy for ever. */
  readonly stopCopy: (copy: SimNode) => void;
  readonly cut: (from: number, to: number) => void;
  readonly mend: (from: number, to: number) => void;
  readonly reset: (a: number, b: number) => void;
  readonly conditions: () => Conditions;
  readonly setConditions: (conditions: Partial<Conditions>) => void;
  /** What a node's disk takes longer than others. */
  readonly slowDisk: (index: number, extraMs: number) => void;
  /** The next write of a node fails, and a node whose disk failed stops. */
  readonly fillDisk: (index: number, isFull: boolean) => void;
  /** Calls a node's RPC; `answer` gets every response, `gone` is called when none will come. */
  readonly call: (
    index: number,
    caller: string,
    body: Uint8Array,
    answer: (answer: Answer) => void,
    gone?: () => void,
  ) => { readonly hangUp: () => void };
  /** Asks one node after the other for a key by name. */
  readonly askKey: (name: string, answer: (key: permafrost.v1.KeyInfo.$Properties) => void) => void;
  /** Runs `f` before any frame or write of a node takes effect. */
  readonly onAction: (hook: ActionHook) => void;
  /** Runs `f` before a node takes an input in. */
  readonly onInput: (hook: InputHook) => void;
  /** What a node hears instead: undefined keeps it from hearing. */
  readonly intercept: (index: number, change: (input: Input) => Input | undefined) => void;
  /** A process began. */
  readonly onStart: (hook: (timeline: Timeline, node: SimNode) => void) => void;
  /** Delivers a frame that no core sent, over the link of whoever says it. */
  readonly inject: (frame: SimFrame) => void;
  /** What a frame becomes on its way; undefined loses it. */
  readonly onFrame: (tamper: (frame: SimFrame) => Uint8Array | undefined) => void;
  /** Runs the world until this much of its time has passed. */
  readonly run: (untilMs: number) => void;
};

export type NetworkOptions = {
  readonly seed: number;
  readonly nodes: number;
  readonly suiteOf: (id: string) => Ciphersuite;
  readonly conditions?: Partial<Conditions>;
  /** Seeds of host keys; from the seed unless given. */
  readonly hostSeeds?: readonly Uint8Array[];
  readonly operatorSeed?: Uint8Array;
  readonly clockOf?: (index: number) => ClockSettings;
  /** Nodes that can be copied with their memory. */
  readonly recorded?: ReadonlySet<number>;
  /** Hex keys of requesters that a node refuses. */
  readonly deniedBy?: (index: number) => ReadonlySet<string>;
  /** Whether log lines go into the trace; they do unless told otherwise. */
  readonly isTraced?: boolean;
};

const EVENTS_MAX = 5_000_000;

export function createNetwork(options: NetworkOptions): Network {
  let conditions: Conditions = { ...CALM, ...options.conditions };
  const world = createWorld(options.seed);
  const chance = createChance(world.random('network'));
  const operatorSeed = options.operatorSeed ?? world.random('operator')(32);
  const seeds =
    options.hostSeeds ??
    Array.from({ length: options.nodes }, (_, i) => world.random(`host ${i}`)(32));
  const operators = seeds.map((seed, i) => operatorOf(`node${i + 1}`, seed, operatorSeed));
  const first = operators[0];
  if (first === undefined) throw new RangeError('a network has nodes');
  const directory = createDirectory(operators, first.host);
  const indexOf = new Map<HostId, number>(operators.map(({ host }, i) => [host, i]));
  const hooks: ActionHook[] = [];
  const inputHooks: InputHook[] = [];
  const startHooks: ((timeline: Timeline, node: SimNode) => void)[] = [];
  const tampers: ((frame: SimFrame) => Uint8Array | undefined)[] = [];
  const intercepts = new Map<number, ((input: Input) => Input | undefined)[]>();
  const timelines: Timeline[] = [];
  const slow = new Map<number, number>();
  const full = new Set<number>();

  const nodes: Computer[] = operators.map((operator, i) => {
    const clock = createClock(world.now, options.clockOf?.(i));
    return newComputer(operator, i, i, seeds[i] ?? new Uint8Array(), emptyDisk(), clock);
  });
  const copies: Computer[] = [];
  const note = (line: string): void => {
    if (options.isTraced !== false) world.note(line);
  };
  const latency = (): number => chance.between(conditions.latencyMsMin, conditions.latencyMsMax);
  const computerOf = (end: End): Computer => end as Computer;

  const links = createLinks({
    world,
    chance,
    conditions: () => conditions,
    agree: (a, b) => agree(computerOf(a), computerOf(b)),
    onUp: (at, peer) => {
      const { process, operator, core } = computerOf(peer);
      const boot = process?.timeline.boot;
      if (boot === undefined) return;
      const seen = core?.highestBoot(computerOf(at).operator.host);
      give(computerOf(at), { type: 'peer-up', host: operator.host, boot, seen });
    },
    onDown: (at, peer, reason) => {
      const host = nodes[peer]?.operator.host ?? '';
      give(computerOf(at), { type: 'peer-down', host, reason });
    },
  });
  const calls = createCalls({
    world,
    latency,
    isCut: (from, to) => links.isCut(from, to),
    give: (computer, input) => give(computer, input),
  });

  /** What two hosts say first, as they say it in production. */
  function agree(a: Computer, b: Computer): boolean {
    const [bootA, bootB] = [a.process?.timeline.boot, b.process?.timeline.boot];
    if (bootA === undefined || bootB === undefined) return false;
    const skewMs = a.clock.read().wallMs - b.clock.read().wallMs;
    const about = {
      isHost: true,
      on: 'lane',
      name: a.operator.name,
      self: b.operator.name,
    } as const;
    // Signatures of boots are checked once for each boot; the clocks each time.
    const isKnown = seenBoots.has(`${a.process?.timeline.id}`);
    seenBoots.add(`${a.process?.timeline.id}`);
    const { wallMs } = a.clock.read();
    const hello = encodeHello({ software: 'simulated', wallMs, boot: decodeBoot(bootA) });
    const at = { ...about, hostPub: a.operator.hostPub, wallMs: wallMs - skewMs };
    const verdict = checkHello(hello, { ...at, isHost: !isKnown });
    if (verdict.ok) return !refuses(a, b, bootA) && !refuses(b, a, bootB);
    note(`${b.operator.name} refuses ${a.operator.name}: ${verdict.code}`);
    return false;
  }
  const seenBoots = new Set<string>();

  /** Whether `by` knows a later or another boot of that node: it refuses this one, and shows it. */
  function refuses(shown: Computer, by: Computer, boot: Uint8Array): boolean {
    const { host } = shown.operator;
    if (by.core?.refusesBoot(host, boot) !== true) return false;
    give(by, { type: 'hello', host, boot, seen: undefined });
    world.after(latency(), () => give(shown, { type: 'boot-doubted', by: by.operator.host }));
    return true;
  }

  /** What the node `of` holds of the asker's boots comes back, if it runs and can be reached. */
  function askBoot(asker: Computer, of: number, timeline: Timeline): void {
    const from = asker.index;
    world.after(latency(), () => {
      const target = nodes[of];
      if (target?.core === undefined || target.isFrozen) return;
      if (links.isCut(from, of) || links.isCut(of, from)) return;
      const seen = target.core.highestBoot(asker.operator.host);
      const answer = { type: 'boot-answer', from: target.operator.host, seen } as const;
      world.after(latency(), () => step(asker, timeline, answer));
    });
  }

  // --- One process ---

  function give(computer: Computer, input: Input): void {
    const { process } = computer;
    if (process !== undefined) step(computer, process.timeline, input);
  }

  function step(computer: Computer, timeline: Timeline, input: Input): void {
    const { process, core } = computer;
    if (core === undefined || process?.timeline !== timeline) return;
    if (computer.isFrozen) {
      process.waiting.push(input);
      return;
    }
    let taken: Input | undefined = input;
    for (const change of intercepts.get(computer.index) ?? []) {
      taken = change(taken);
      if (taken === undefined) return;
    }
    for (const hook of inputHooks) hook(computer.index, taken, computer);
    const clocks = computer.clock.read();
    recordInput(process, taken, clocks);
    for (const next of core.step(taken, clocks)) process.executor.run(next);
  }

  function sendFrame(computer: Computer, action: Extract<Action, { readonly type: 'send' }>): void {
    const to = indexOf.get(action.to);
    if (to === undefined || !links.has(computer, to)) return;
    const { kind, lane } = action;
    const from = computer.index;
    let body: Uint8Array = action.body;
    for (const tamper of tampers) {
      const next = tamper({ from, to, kind, body });
      if (next === undefined) return;
      body = next;
    }
    const said = conditions.repeatRatio > 0 && chance.happens(conditions.repeatRatio) ? 2 : 1;
    for (let i = 0; i < said; i++) {
      links.send(computer, to, {
        lane,
        deliver: (end) =>
          give(computerOf(end), {
            type: 'frame',
            from: computer.operator.host,
            kind,
            body: new Uint8Array(body),
          }),
      });
    }
  }

  const ports: ComputerPorts = {
    world,
    chance,
    latencyMsOfDisk: ({ computer }) =>
      chance.ratio() * conditions.diskMsMax + (slow.get(computer) ?? 0),
    isFull: ({ computer }) => full.has(computer),
    onFull: (computer) => {
      note(`${computer.operator.name} stops: its disk is full`);
      end(computer, false);
    },
    coreOptions: (operator) => ({
      directory: { ...directory, self: operator },
      hostSeed: seeds[indexOf.get(operator.host) ?? 0] ?? new Uint8Array(),
      acceptRules: new Set([operator.operator]),
      denied: options.deniedBy?.(indexOf.get(operator.host) ?? 0) ?? new Set(),
      peerIdText: toHex,
      software: 'simulated',
      pid: indexOf.get(operator.host) ?? 0,
      roster: new Uint8Array(),
      isBegunAnew: false,
      warnings: [],
      ceremonyRoundMs: 10_000,
      suiteOf: options.suiteOf,
    }),
    isRecorded: ({ index, copyOf }) =>
      copyOf === undefined && (options.recorded?.has(index) ?? false),
    persisting: (computer, action) => {
      for (const hook of hooks) hook(computer.index, action, computer);
    },
    step,
    perform: (computer, timeline, action) => {
      for (const hook of hooks) hook(computer.index, action, computer);
      if (computer.process?.timeline !== timeline) return; // A hook killed it.
      switch (action.type) {
        case 'send':
          sendFrame(computer, action);
          return;
        case 'respond':
          calls.respond(computer, action);
          return;
        case 'forward': {
          const to = indexOf.get(action.to);
          calls.forward(computer, to === undefined ? undefined : nodes[to], action);
          return;
        }
        case 'drop': {
          const peer = indexOf.get(action.peer);
          if (peer !== undefined) links.reset(computer.index, peer, action.reason);
          return;
        }
        case 'ask-boot': {
          const of = indexOf.get(action.to);
          if (of !== undefined) askBoot(computer, of, timeline);
          return;
        }
        case 'begin':
          timeline.boot = action.boot;
          world.after(0, () => step(computer, timeline, { type: 'begun' }));
          links.started(computer);
          return;
        case 'stop':
          computer.logs.push({ event: action.message, fields: { code: action.code } });
          note(`${nameOf(computer)} stops: ${action.message}`);
          world.after(0, () => {
            if (computer.process?.timeline === timeline) end(computer, false);
          });
          return;
        case 'log':
          computer.logs.push({ event: action.event, fields: action.fields });
          if (options.isTraced !== false) {
            world.note(`${nameOf(computer)} ${action.event} ${JSON.stringify(action.fields)}`);
          }
          return;
        case 'evidence':
          computer.evidence.push(action.text);
          return;
        case 'decision':
        case 'admission':
        case 'count':
          return;
      }
    },
  };

  function begin(computer: Computer): void {
    if (computer.core !== undefined || computer.disk.isDamaged) return;
    const process = startProcess(ports, computer, timelines.length);
    timelines.push(process.timeline);
    for (const hook of startHooks) hook(process.timeline, computer);
    step(computer, process.timeline, { type: 'start' });
  }

  function end(computer: Computer, isSilent: boolean): void {
    const { process } = computer;
    if (process === undefined) return;
    endProcess(computer);
    links.stopped(computer, process.timeline.id, isSilent);
    calls.ended(computer);
    note(`${nameOf(computer)} killed`);
  }

  function freeze(index: number, ms: number, isSuspended: boolean): void {
    const computer = nodes[index];
    if (computer?.process === undefined || computer.isFrozen) return;
    const { process } = computer;
    computer.isFrozen = true;
    note(`${nameOf(computer)} ${isSuspended ? 'suspended' : 'stopped'} for ${Math.round(ms)} ms`);
    for (const to of nodes.keys()) if (to !== index) links.cut(index, to);
    world.after(ms, () => {
      for (const to of nodes.keys()) if (to !== index) links.mend(index, to);
      if (computer.process !== process) return;
      if (isSuspended) computer.clock.slept(ms, true);
      thaw(computer);
    });
  }

  function thaw(computer: Computer): void {
    computer.isFrozen = false;
    const { process } = computer;
    if (process === undefined) return;
    for (const input of process.waiting.splice(0)) step(computer, process.timeline, input);
  }

  // --- Copies ---

  function copy(
    index: number,
    { resumeAfterMs, isWallRight }: Parameters<Network['copy']>[1],
    done: (copy: SimNode | undefined) => void = () => {},
    tries = 200,
  ): void {
    const from = nodes[index];
    if (from?.process === undefined || tries === 0) {
      done(undefined);
      return;
    }
    const computer = nodes.length + copies.length;
    const disk = imageOf(from.disk);
    const { operator, seed } = from;
    const to = newComputer(operator, index, computer, seed, disk, from.clock.copy(), index);
    if (from.isFrozen || !copyProcess(ports, from, to, timelines.length)) {
      const again = { resumeAfterMs, isWallRight };
      world.after(1, () => copy(index, again, done, tries - 1));
      return;
    }
    const timeline = to.process?.timeline;
    if (timeline === undefined) return;
    to.isFrozen = true;
    copies.push(to);
    timelines.push(timeline);
    note(`${nameOf(from)} copied with its memory`);
    const wereUp = nodes.filter((_, peer) => links.has(from, peer));
    world.after(resumeAfterMs, () => {
      if (to.process?.timeline !== timeline) return;
      to.clock.slept(resumeAfterMs, isWallRight);
      note(`the copy of ${nameOf(from)} runs`);
      for (const hook of startHooks) hook(timeline, to);
      thaw(to);
      // Its connections are not where it is now.
      for (const { operator: peer } of wereUp) {
        const input = { type: 'peer-down', host: peer.host, reason: 'connection reset' } as const;
        world.after(chance.between(0, 2_000), () => step(to, timeline, input));
      }
      links.add(to);
      world.after(2_001, () => links.started(to));
    });
    done(to);
  }

  function call(
    index: number,
    caller: string,
    body: Uint8Array,
    answer: (answer: Answer) => void,
    gone: () => void = () => {},
  ): { readonly hangUp: () => void } {
    const computer = nodes[index];
    if (computer === undefined) throw new RangeError(`no node ${index}`);
    return calls.call(computer, { caller, body, answer, gone });
  }

  for (const node of nodes) links.add(node);
  return {
    world,
    chance,
    directory,
    operatorSeed,
    nodes,
    copies,
    timelines,
    call,
    freeze,
    copy,
    start: (index) => nodes[index] !== undefined && begin(nodes[index]),
    kill: (index, isSilent = false) => nodes[index] !== undefined && end(nodes[index], isSilent),
    imageOf: (index) => imageOf(nodes[index]?.disk ?? emptyDisk()),
    putImage: (index, image) => {
      const node = nodes[index];
      if (node === undefined) return;
      end(node, false);
      putImage(node.disk, image);
    },
    beginAnew: (index) => {
      const node = nodes[index];
      if (node === undefined) return;
      beginAnew(node.disk);
      node.isOrdered = true;
    },
    order: (index) => {
      const node = nodes[index];
      if (node !== undefined) node.isOrdered = true;
    },
    stopCopy: (one) => end(one as Computer, false),
    cut: links.cut,
    mend: links.mend,
    reset: (a, b) => links.reset(a, b, 'connection reset'),
    conditions: () => conditions,
    setConditions: (changes) => {
      conditions = { ...conditions, ...changes };
    },
    slowDisk: (index, extraMs) => slow.set(index, extraMs),
    fillDisk: (index, isFull) => {
      if (isFull) full.add(index);
      else full.delete(index);
    },
    askKey: (name, answer) => {
      const body = encodeMessage(permafrost.v1.RpcRequest, { keyGet: { name } });
      for (const [index, node] of nodes.entries()) {
        call(index, node.operator.operator, body, (got) => {
          const { key } = permafrost.v1.RpcResponse.decode(got.body);
          if (key !== undefined && key !== null) answer(key);
        });
      }
    },
    onAction: (hook) => hooks.push(hook),
    onInput: (hook) => inputHooks.push(hook),
    onStart: (hook) => startHooks.push(hook),
    intercept: (index, change) => intercepts.set(index, [...(intercepts.get(index) ?? []), change]),
    inject: ({ from, to, kind, body }) => {
      const [sender, target] = [nodes[from], nodes[to]];
      if (sender === undefined || target === undefined) return;
      const { host } = sender.operator;
      links.send(sender, to, {
        lane: 'bulk',
        deliver: (end) =>
          give(computerOf(end), { type: 'frame', from: host, kind, body: new Uint8Array(body) }),
      });
    },
    onFrame: (tamper) => tampers.push(tamper),
    run: (untilMs) => world.run(EVENTS_MAX, world.now() + untilMs),
  };
}

function nameOf({ operator, copyOf }: SimNode): string {
  return copyOf === undefined ? operator.name : `${operator.name}'s copy`;
}

function newComputer(
  operator: Operator,
  index: number,
  computer: number,
  seed: Uint8Array,
  disk: Disk,
  clock: ReturnType<typeof createClock>,
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

function operatorOf(name: string, seed: Uint8Array, operatorSeed: Uint8Array): Operator {
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
