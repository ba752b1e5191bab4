/**
 * Whole nodes in a simulated world: the same core that runs in production, on seeded clocks, links
 * and disks. One seed decides everything.
 * @module
 */
import { createWorld } from '@permafrost/protocol/sim';
import { encodeMessage, permafrost } from '@permafrost/wire';
import { createDirectory } from '../directory.ts';
import type { Action, HostId, Input } from '../effects.ts';
import { createCalls } from './calls.ts';
import { createChance } from './chance.ts';
import { createClock } from './clock.ts';
import {
  ALIKE,
  type Computer,
  type ComputerPorts,
  copyProcess,
  endProcess,
  nameOf,
  newComputer,
  operatorOf,
  recordInput,
  type SimNode,
  startProcess,
  type Timeline,
} from './computer.ts';
import { CALM, type Conditions } from './conditions.ts';
import { beginAnew, emptyDisk, imageOf, putImage } from './disk.ts';
import { createGreetings } from './greetings.ts';
import { createLinks, type End } from './links.ts';
import type {
  ActionHook,
  Answer,
  InputHook,
  Network,
  NetworkOptions,
  SimFrame,
} from './network.ts';
import { createSleep } from './sleep.ts';

export type { SimNode, Timeline } from './computer.ts';
export type {
  ActionHook,
  Answer,
  InputHook,
  Network,
  NetworkOptions,
  SimFrame,
} from './network.ts';

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
    agree: (a, b) => greetings.agree(computerOf(a), computerOf(b)),
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

  const greetings = createGreetings({
    world,
    nodes,
    latency,
    note,
    isCut: (from, to) => links.isCut(from, to),
    give: (computer, input) => give(computer, input),
    step: (computer, timeline, input) => step(computer, timeline, input),
  });

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
    coreOptions: ({ operator, seed, index }) => ({
      directory: { ...directory, self: operator },
      hostSeed: seed,
      acceptRules: new Set([operator.operator]),
      denied: options.deniedBy?.(index) ?? new Set(),
      pid: index,
      suiteOf: options.suiteOf,
      ...ALIKE,
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
          if (of !== undefined) greetings.askBoot(computer, of, timeline);
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
        case 'drop-evidence':
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

  const { freeze, thaw } = createSleep({
    world,
    nodes,
    note,
    cut: (from, to) => links.cut(from, to),
    mend: (from, to) => links.mend(from, to),
    step: (computer, timeline, input) => step(computer, timeline, input),
  });

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
      world.after(1, () => copy(index, { resumeAfterMs, isWallRight }, done, tries - 1));
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
