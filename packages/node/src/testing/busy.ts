/**
 * Nodes whose work takes time, in virtual time: each does one thing after the other, and what
 * arrives meanwhile waits. For tests of what happens when more is asked than can be done.
 * @module
 */
import { encodeMessage, permafrost } from '@permafrost/wire';
import type { Action, Input } from '../effects.ts';
import type { Cores } from './cores.ts';
import { WALL_MS } from './operators.ts';

export type Busy = {
  readonly now: () => number;
  /** Calls a node; `done` hears the last word on it. */
  readonly call: (
    index: number,
    caller: string,
    request: permafrost.v1.RpcRequest.$Properties,
    done: (answer: Uint8Array) => void,
  ) => void;
  readonly at: (atMs: number, f: () => void) => void;
  /** Until this time of the world. */
  readonly runTo: (atMs: number) => void;
};

/** What an input costs the node that takes it in, by what it did about it, milliseconds. */
export type Cost = (input: Input, actions: readonly Action[]) => number;

const LATENCY_MS = 1;

/** Runs nodes that are connected already; they begin at 10 s. */
export function busyNodes({ cores, all }: Cores, cost: Cost): Busy {
  const indexOf = new Map(all.map(({ operator }, i) => [operator.host, i]));
  const inboxes = cores.map((): Input[] => []);
  const isWorking = cores.map(() => false);
  const answers = new Map<string, (answer: Uint8Array) => void>();
  const timers = new Map<string, object>();
  const events: { atMs: number; n: number; f: () => void }[] = [];
  let nowMs = 10_000;
  let nextEvent = 0;
  let nextCall = 1_000_000;

  function at(atMs: number, f: () => void): void {
    const event = { atMs: Math.max(atMs, nowMs), n: nextEvent++, f };
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = events[middle];
      const isAfter =
        other !== undefined &&
        (other.atMs < event.atMs || (other.atMs === event.atMs && other.n < event.n));
      if (isAfter) low = middle + 1;
      else high = middle;
    }
    events.splice(low, 0, event);
  }

  function give(index: number, input: Input): void {
    inboxes[index]?.push(input);
    if (isWorking[index] !== true) work(index);
  }

  function work(index: number): void {
    const input = inboxes[index]?.shift();
    isWorking[index] = input !== undefined;
    if (input === undefined) return;
    const clocks = { wallMs: WALL_MS + Math.floor(nowMs), monotonicMs: nowMs };
    const steps = cores[index]?.step(input, clocks) ?? [];
    const actions = steps.flatMap((step) => step.actions);
    at(nowMs + cost(input, actions), () => {
      for (const action of actions) carryOut(index, action);
      work(index);
    });
  }

  function carryOut(index: number, action: Action): void {
    switch (action.type) {
      case 'send': {
        const to = indexOf.get(action.to);
        const from = all[index]?.operator.host ?? '';
        const { kind } = action;
        const body = Uint8Array.from(action.body);
        if (to !== undefined) {
          at(nowMs + LATENCY_MS, () => give(to, { type: 'frame', from, kind, body }));
        }
        return;
      }
      case 'timer': {
        const name = `${index}/${action.id}`;
        const mine = {};
        timers.set(name, mine);
        const { id } = action;
        at(nowMs + action.afterMs, () => {
          if (timers.get(name) !== mine) return;
          timers.delete(name);
          give(index, { type: 'timer', id });
        });
        return;
      }
      case 'respond':
        if (!action.more) answers.get(`${index}/${action.call}`)?.(action.body);
        return;
      default:
        return;
    }
  }

  // Timers that the nodes set before are not ours; this one goes on by itself.
  for (const index of cores.keys()) at(nowMs, () => give(index, { type: 'timer', id: 'tick' }));

  return {
    now: () => nowMs,
    at,
    call: (index, caller, request, done) => {
      const call = nextCall++;
      answers.set(`${index}/${call}`, (answer) => {
        answers.delete(`${index}/${call}`);
        done(answer);
      });
      const body = encodeMessage(permafrost.v1.RpcRequest, request);
      at(nowMs + LATENCY_MS, () => give(index, { type: 'rpc', call, caller, body }));
    },
    runTo: (atMs) => {
      for (;;) {
        const [next] = events;
        if (next === undefined || next.atMs > atMs) break;
        events.shift();
        nowMs = next.atMs;
        next.f();
      }
      nowMs = atMs;
    },
  };
}
