/**
 * Whole nodes in a simulated world: the same core that runs in production, on seeded clocks, links
 * and disks. One seed decides everything.
 * @module
 */
import { type Ciphersuite, ed25519PublicKey, toHex } from '@permafrost/frost';
import { signBoot } from '@permafrost/protocol';
import { createWorld, ratioOf, type World } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, permafrost } from '@permafrost/wire';
import { type Core, createCore } from '../core/core.ts';
import type { Restored } from '../core/restore.ts';
import { createDirectory, type Directory, type Operator } from '../directory.ts';
import type { Action, HostId, Input, LogFields } from '../effects.ts';
import { createExecutor } from '../executor.ts';

export type Conditions = {
  readonly latencyMsMin: number;
  readonly latencyMsMax: number;
  readonly diskMsMax: number;
  /** Share of frames that arrive twice. */
  readonly repeatRatio: number;
};

export const CALM: Conditions = {
  latencyMsMin: 1,
  latencyMsMax: 40,
  diskMsMax: 10,
  repeatRatio: 0.05,
};

type Disk = {
  readonly records: Map<string, Uint8Array>;
  readonly secrets: Map<string, Uint8Array>;
};

export type SimNode = {
  readonly operator: Operator;
  readonly seed: Uint8Array;
  readonly disk: Disk;
  /** Undefined while the process is dead. */
  core: Core | undefined;
  boots: number;
  /** Evidence files that it wrote. */
  readonly evidence: string[];
  readonly logs: { readonly event: string; readonly fields: LogFields }[];
};

/** A frame on its way between nodes, by their indexes. */
export type SimFrame = {
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly body: Uint8Array;
};

export type Answer = { readonly body: Uint8Array; readonly more: boolean };

export type Network = {
  readonly world: World;
  readonly directory: Directory;
  readonly operatorSeed: Uint8Array;
  readonly nodes: readonly SimNode[];
  readonly start: (index: number) => void;
  /** Kills a process: what was not synced is gone. */
  readonly kill: (index: number) => void;
  /** Calls a node's RPC; `answer` gets every response. */
  readonly call: (
    index: number,
    caller: string,
    body: Uint8Array,
    answer: (answer: Answer) => void,
  ) => void;
  /** Asks one node after the other for a key by name. */
  readonly askKey: (name: string, answer: (key: permafrost.v1.KeyInfo.$Properties) => void) => void;
  /** Runs `f` before any frame or write of a node takes effect. */
  readonly onAction: (hook: (index: number, action: Action) => void) => void;
  /** Runs `f` before a node takes an input in. */
  readonly onInput: (hook: (index: number, input: Input) => void) => void;
  /** Delivers a frame that no core sent, over the link of whoever says it. */
  readonly inject: (frame: SimFrame) => void;
  /** What a frame becomes on its way; undefined loses it. */
  readonly onFrame: (tamper: (frame: SimFrame) => Uint8Array | undefined) => void;
  /** Runs the world until this much of its time has passed. */
  readonly run: (untilMs: number) => void;
};

/** Timers later than this are not set: the world ends. */
const WALL_MS = 1_700_000_000_000;

export function createNetwork(options: {
  readonly seed: number;
  readonly nodes: number;
  readonly suiteOf: (id: string) => Ciphersuite;
  readonly conditions?: Partial<Conditions>;
}): Network {
  const conditions = { ...CALM, ...options.conditions };
  const world = createWorld(options.seed);
  const chance = world.random('network');
  const operatorSeed = world.random('operator')(32);
  const seeds = Array.from({ length: options.nodes }, (_, i) => world.random(`host ${i}`)(32));
  const operators = seeds.map((seed, i) => operatorOf(`node${i + 1}`, seed, operatorSeed));
  const first = operators[0];
  if (first === undefined) throw new RangeError('a network has nodes');
  const directory = createDirectory(operators, first.host);
  const hooks: ((index: number, action: Action) => void)[] = [];
  const inputHooks: ((index: number, input: Input) => void)[] = [];
  const tampers: ((frame: SimFrame) => Uint8Array | undefined)[] = [];
  const calls = new Map<string, (answer: Answer) => void>();
  let endMs = Number.POSITIVE_INFINITY;
  let nextCall = 1;

  const nodes: SimNode[] = operators.map((operator, i) => ({
    operator,
    seed: seeds[i] ?? new Uint8Array(),
    disk: { records: new Map(), secrets: new Map() },
    core: undefined,
    boots: 0,
    evidence: [],
    logs: [],
  }));
  const indexOf = new Map<HostId, number>(operators.map(({ host }, i) => [host, i]));
  const executors = new Map<number, ReturnType<typeof createExecutor>>();
  const timers = new Map<string, () => void>();

  const latency = (): number =>
    conditions.latencyMsMin + ratioOf(chance) * (conditions.latencyMsMax - conditions.latencyMsMin);

  /** What a node hears of one peer's link comes in the order in which it happened. */
  const linkNews = new Map<string, number>();
  function inOrder(at: number, peer: number, f: () => void): void {
    const name = `${at}/${peer}`;
    const dueMs = Math.max(world.now() + latency(), (linkNews.get(name) ?? 0) + 0.001);
    linkNews.set(name, dueMs);
    world.after(dueMs - world.now(), f);
  }

  function step(index: number, boot: number, input: Input): void {
    const node = nodes[index];
    if (node?.core === undefined || node.boots !== boot) return;
    for (const hook of inputHooks) hook(index, input);
    const nowMs = world.now();
    const clocks = { wallMs: WALL_MS + Math.floor(nowMs), monotonicMs: nowMs };
    for (const next of node.core.step(input, clocks)) executors.get(index)?.run(next);
  }

  function perform(index: number, boot: number, action: Action): void {
    const node = nodes[index];
    if (node === undefined || node.boots !== boot || node.core === undefined) return;
    for (const hook of hooks) hook(index, action);
    if (node.core === undefined) return; // A hook killed it.
    switch (action.type) {
      case 'send': {
        const to = indexOf.get(action.to);
        if (to === undefined) return;
        const target = nodes[to];
        if (target?.core === undefined) return;
        const targetBoot = target.boots;
        const { kind } = action;
        let body: Uint8Array = action.body;
        for (const tamper of tampers) {
          const next = tamper({ from: index, to, kind, body });
          if (next === undefined) return;
          body = next;
        }
        const copies = ratioOf(chance) < conditions.repeatRatio ? 2 : 1;
        for (let copy = 0; copy < copies; copy++) {
          world.after(latency(), () => {
            const from = node.operator.host;
            // A frame does not outlive the link it was sent on.
            if (node.boots !== boot || node.core === undefined) return;
            step(to, targetBoot, { type: 'frame', from, kind, body: Uint8Array.from(body) });
          });
        }
        return;
      }
      case 'timer': {
        if (world.now() + action.afterMs > endMs) return;
        const name = `${index}/${action.id}`;
        timers.get(name)?.();
        const { id } = action;
        timers.set(
          name,
          world.after(action.afterMs, () => {
            timers.delete(name);
            step(index, boot, { type: 'timer', id });
          }),
        );
        return;
      }
      case 'respond':
        calls.get(`${index}/${action.call}`)?.({ body: action.body, more: action.more });
        return;
      case 'forward': {
        const to = indexOf.get(action.to);
        const { forward } = action;
        const back = (body: Uint8Array | undefined) =>
          world.after(latency(), () => step(index, boot, { type: 'forwarded', forward, body }));
        if (to === undefined || nodes[to]?.core === undefined) back(undefined);
        else call(to, node.operator.host, action.body, (answer) => back(answer.body));
        return;
      }
      case 'log':
        node.logs.push({ event: action.event, fields: action.fields });
        world.note(`${node.operator.name} ${action.event} ${JSON.stringify(action.fields)}`);
        return;
      case 'evidence':
        node.evidence.push(action.text);
        return;
      case 'drop':
      case 'decision':
      case 'persist':
      case 'admission':
      case 'count':
        return;
    }
  }

  function start(index: number): void {
    const node = nodes[index];
    if (node === undefined || node.core !== undefined) return;
    const boot = ++node.boots;
    const signed = signBoot(
      { bootId: world.random(`boot ${index}/${boot}`)(16), counter: boot },
      node.seed,
    );
    const restored: Restored = {
      records: [...node.disk.records].map(([key, value]) => [key, Uint8Array.from(value)] as const),
      secrets: new Map([...node.disk.secrets].map(([k, v]) => [k, Uint8Array.from(v)])),
      wallMs: WALL_MS + Math.floor(world.now()),
    };
    executors.set(
      index,
      createExecutor({
        persist: (action, done) => {
          for (const hook of hooks) hook(index, action);
          world.after(ratioOf(chance) * conditions.diskMsMax, () => {
            if (node.boots !== boot || node.core === undefined) return; // Lost with the process.
            apply(node.disk, action);
            done();
          });
        },
        perform: (action) => perform(index, boot, action),
      }),
    );
    node.core = createCore(
      {
        directory: { ...directory, self: node.operator },
        hostSeed: node.seed,
        boot: signed,
        random: world.random(`random ${index}/${boot}`),
        acceptRules: new Set([node.operator.operator]),
        denied: new Set(),
        peerIdText: toHex,
        software: 'simulated',
        pid: index,
        roster: new Uint8Array(),
        isBegunAnew: false,
        warnings: [],
        ceremonyRoundMs: 10_000,
        suiteOf: options.suiteOf,
      },
      restored,
    );
    step(index, boot, { type: 'start' });
    for (const [other, peer] of nodes.entries()) {
      if (other === index || peer.core === undefined) continue;
      connect(index, other);
      connect(other, index);
    }
  }

  /** `at` learns, after a while, that `peer` is there. */
  function connect(at: number, peer: number): void {
    const [here, there] = [nodes[at], nodes[peer]];
    if (here === undefined || there === undefined) return;
    const [bootHere, bootThere] = [here.boots, there.boots];
    inOrder(at, peer, () => {
      if (there.boots !== bootThere || there.core === undefined) return;
      const boot = encodeMessage(permafrost.v1.Boot, {
        ...signBoot(
          { bootId: world.random(`boot ${peer}/${bootThere}`)(16), counter: bootThere },
          there.seed,
        ),
      });
      step(at, bootHere, { type: 'peer-up', host: there.operator.host, boot });
    });
  }

  function kill(index: number): void {
    const node = nodes[index];
    if (node?.core === undefined) return;
    node.core = undefined;
    world.note(`${node.operator.name} killed`);
    for (const [other, peer] of nodes.entries()) {
      if (peer.core === undefined) continue;
      const boot = peer.boots;
      const host = node.operator.host;
      inOrder(other, index, () =>
        step(other, boot, { type: 'peer-down', host, reason: 'connection closed' }),
      );
    }
  }

  function call(
    index: number,
    caller: string,
    body: Uint8Array,
    answer: (answer: Answer) => void,
  ): void {
    const node = nodes[index];
    if (node?.core === undefined) return;
    const id = nextCall++;
    calls.set(`${index}/${id}`, answer);
    const boot = node.boots;
    world.after(latency(), () => step(index, boot, { type: 'rpc', call: id, caller, body }));
  }

  return {
    world,
    directory,
    operatorSeed,
    nodes,
    start,
    kill,
    call,
    askKey: (name, answer) => {
      const body = encodeMessage(permafrost.v1.RpcRequest, { keyGet: { name } });
      for (const [index, node] of nodes.entries()) {
        call(index, node.operator.operator, body, (got) => {
          const { key } = decodeMessage(permafrost.v1.RpcResponse, got.body);
          if (key !== undefined && key !== null) answer(key);
        });
      }
    },
    onAction: (hook) => hooks.push(hook),
    onInput: (hook) => inputHooks.push(hook),
    inject: ({ from, to, kind, body }) => {
      const [sender, target] = [nodes[from], nodes[to]];
      if (sender === undefined || target?.core === undefined) return;
      const { boots } = target;
      const { host } = sender.operator;
      world.after(latency(), () =>
        step(to, boots, { type: 'frame', from: host, kind, body: Uint8Array.from(body) }),
      );
    },
    onFrame: (tamper) => tampers.push(tamper),
    run: (untilMs) => {
      endMs = world.now() + untilMs;
      world.run(5_000_000);
    },
  };
}

function apply(disk: Disk, action: Extract<Action, { readonly type: 'persist' }>): void {
  for (const secret of action.secrets ?? []) {
    if (secret.type === 'put-secret') disk.secrets.set(secret.name, Uint8Array.from(secret.bytes));
    else disk.secrets.delete(secret.name);
  }
  for (const change of action.changes) {
    if (change.type === 'put') disk.records.set(change.key, Uint8Array.from(change.value));
    else disk.records.delete(change.key);
  }
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
