/**
 * Cores of a few nodes that hand each other their frames at once, for tests of what callers and
 * peers can make them do. Time stands still unless a test moves it; disks never fail.
 * @module
 */
import { type Ciphersuite, toHex } from '@permafrost/frost';
import { seededRandom } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, permafrost } from '@permafrost/wire';
import { type Core, createCore } from '../core/core.ts';
import type { Restored } from '../core/restore.ts';
import type { Action, Input } from '../effects.ts';
import { type Ceremony, toy } from './keys.ts';
import { directoryOf, type Person, people, WALL_MS } from './operators.ts';

export type Response = permafrost.v1.RpcResponse;

export type Cores = {
  /** On the roster, in the order of names. */
  readonly all: readonly Person[];
  readonly cores: readonly Core[];
  /** Everything that the nodes did, with their indexes. */
  readonly actions: { readonly by: number; readonly action: Action }[];
  /** Gives one input to one node, and delivers what comes of it. */
  readonly give: (index: number, input: Input) => void;
  /** Calls a node; the answers that came so far. */
  readonly call: (
    index: number,
    caller: Uint8Array,
    request: permafrost.v1.RpcRequest.$Properties,
  ) => readonly Response[];
  readonly callRaw: (index: number, caller: string, body: Uint8Array) => readonly Uint8Array[];
  /** Puts links between all of them. */
  readonly connect: () => void;
  readonly later: (ms: number) => void;
  /** Moves the wall clock of all of them, and not the other one. */
  readonly setWall: (ms: number) => void;
  readonly now: () => number;
};

export type CoresOptions = {
  /** Requesters that all of them refuse. */
  readonly denied?: readonly Person[];
  /** Whose proposals all of them accept by rule. */
  readonly rules?: readonly Person[];
  /** Frames of this kind never arrive. */
  readonly loses?: number;
  /** What a frame becomes on its way. */
  readonly tamper?: (frame: {
    readonly by: number;
    readonly kind: number;
    readonly body: Uint8Array;
  }) => Uint8Array;
  /** Records that a node has stored besides, such as boots. */
  readonly records?: (by: number) => readonly (readonly [string, Uint8Array])[];
  /** Nodes that answer nobody who asks for boots. */
  readonly silent?: readonly number[];
  /** Index of a node that goes on after whatever boot is proven. */
  readonly recovering?: number;
  /** Index of a node whose store was lost and begun anew. */
  readonly begunAnew?: number;
  /** Rules accept no shares for others, nor fewer signers. */
  readonly refusesChanges?: boolean;
  /** Quick unless given. */
  readonly suite?: Ciphersuite;
  /** Sees all that random sources give, copies. */
  readonly onRandom?: (by: number, bytes: Uint8Array) => void;
};

/** As many nodes as asked for, the members of these keys with their shares. */
export function createCores(
  count: number,
  keys: readonly Ceremony[] = [],
  options: CoresOptions = {},
): Cores {
  const all = people(count);
  const boots: Uint8Array[] = [];
  const cores = all.map((self, i) =>
    coreOf(all, self, new Uint8Array(16).fill(i + 1), keys, options),
  );
  const indexOf = new Map(all.map(({ operator }, i) => [operator.host, i]));
  const actions: { readonly by: number; readonly action: Action }[] = [];
  const answers = new Map<string, Uint8Array[]>();
  const queue: { readonly to: number; readonly input: Input }[] = [];
  let nowMs = 1_000;
  let wallStepMs = 0;
  let nextCall = 1;

  function give(index: number, input: Input): void {
    queue.push({ to: index, input });
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const clocks = { wallMs: WALL_MS + nowMs + wallStepMs, monotonicMs: nowMs };
      for (const step of cores[next.to]?.step(next.input, clocks) ?? []) {
        for (const action of step.actions) carryOut(next.to, action);
      }
    }
  }

  function carryOut(by: number, action: Action): void {
    actions.push({ by, action });
    const from = all[by]?.operator.host ?? '';
    if (action.type === 'send') {
      const to = indexOf.get(action.to);
      const { kind } = action;
      const sent = Uint8Array.from(action.body);
      const body = options.tamper?.({ by, kind, body: sent }) ?? sent;
      if (to !== undefined && kind !== options.loses)
        queue.push({ to, input: { type: 'frame', from, kind, body } });
    } else if (action.type === 'ask-boot') {
      const to = indexOf.get(action.to) ?? -1;
      const seen = cores[to]?.highestBoot(from);
      if (options.silent?.includes(to) !== true)
        queue.push({ to: by, input: { type: 'boot-answer', from: action.to, seen } });
    } else if (action.type === 'begin') {
      boots[by] = action.boot;
      queue.push({ to: by, input: { type: 'begun' } });
    } else if (action.type === 'respond') {
      answers.get(`${by}/${action.call}`)?.push(action.body);
    }
  }

  function callRaw(index: number, caller: string, body: Uint8Array): readonly Uint8Array[] {
    const call = nextCall++;
    const got: Uint8Array[] = [];
    answers.set(`${index}/${call}`, got);
    give(index, { type: 'rpc', call, caller, body });
    return got;
  }

  for (const i of cores.keys()) give(i, { type: 'start' });
  return {
    all,
    cores,
    actions,
    give,
    callRaw,
    call: (index, caller, request) =>
      callRaw(index, toHex(caller), encodeMessage(permafrost.v1.RpcRequest, request)).map((body) =>
        decodeMessage(permafrost.v1.RpcResponse, body),
      ),
    connect: () => {
      for (const i of all.keys()) {
        for (const [k, { operator }] of all.entries()) {
          const boot = boots[k];
          if (i === k || boot === undefined) continue;
          const seen = cores[k]?.highestBoot(all[i]?.operator.host ?? '');
          give(i, { type: 'peer-up', host: operator.host, boot, seen });
        }
      }
    },
    later: (ms) => {
      nowMs += ms;
    },
    setWall: (ms) => {
      wallStepMs += ms;
    },
    now: () => WALL_MS + nowMs + wallStepMs,
  };
}

function coreOf(
  all: readonly Person[],
  self: Person,
  bootId: Uint8Array,
  keys: readonly Ceremony[],
  options: CoresOptions,
): Core {
  const isBegunAnew = options.begunAnew === all.indexOf(self);
  const held = isBegunAnew ? [] : keys;
  const shares: readonly Restored[] = held.flatMap((key) => {
    const member = key.members.findIndex(({ operator }) => operator.host === self.operator.host);
    // Who is no member knows of the proposal all the same.
    const first = key.restoredOf(0);
    const proposal = first.records.filter(([path]) => path.startsWith('proposal/'));
    return member >= 0 ? [key.restoredOf(member)] : [{ ...first, records: proposal }];
  });
  const random = seededRandom(1, `core ${self.operator.name}`);
  return createCore(
    {
      directory: directoryOf(all, self),
      hostSeed: self.hostSeed,
      bootId,
      isRecovering: options.recovering === all.indexOf(self),
      random: (length) => {
        const bytes = random(length);
        options.onRandom?.(all.indexOf(self), Uint8Array.from(bytes));
        return bytes;
      },
      acceptRules: new Set((options.rules ?? []).map(({ operator }) => operator.operator)),
      acceptsChanges: options.refusesChanges !== true,
      denied: new Set((options.denied ?? []).map(({ operator }) => operator.operator)),
      peerIdText: toHex,
      software: 'test',
      pid: 1,
      cpuMs: () => 0,
      roster: Uint8Array.of(1, 2, 3),
      isBegunAnew,
      warnings: [],
      ceremonyRoundMs: 10_000,
      suiteOf: () => options.suite ?? toy,
    },
    {
      records: [
        ...shares.flatMap(({ records }) => records),
        ...(options.records?.(all.indexOf(self)) ?? []),
      ],
      secrets: new Map(shares.flatMap(({ secrets }) => [...secrets])),
      wallMs: WALL_MS,
    },
  );
}
