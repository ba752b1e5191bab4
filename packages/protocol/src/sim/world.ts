/**
 * A world without time of its own: a clock that jumps to the next event, and a queue. Everything
 * that happens in it follows from the seed.
 * @module
 */
import type { Random } from '@permafrost/frost';
import { seededRandom } from './random.ts';

export type World = {
  readonly seed: number;
  /** Milliseconds since the world began. */
  readonly now: () => number;
  /** Calls `f` after `ms`. Returns a function that cancels it. */
  readonly after: (ms: number, f: () => void) => () => void;
  /** A stream of random bytes of its own for each label. */
  readonly random: (label: string) => Random;
  /** Writes a line into the trace. */
  readonly note: (line: string) => void;
  readonly trace: readonly string[];
  /**
   * Runs until nothing is left to happen, or until this time; what comes later stays for the next
   * run. RangeError after `eventsMax` events.
   */
  readonly run: (eventsMax?: number, untilMs?: number) => void;
};

type Event = { readonly at: number; readonly order: number; readonly f: () => void };

export function createWorld(seed: number): World {
  const queue: Event[] = []; // A binary heap, earliest first.
  const cancelled = new Set<number>();
  const trace: string[] = [];
  let now = 0;
  let order = 0;

  function after(ms: number, f: () => void): () => void {
    const event = { at: now + ms, order: order++, f };
    push(queue, event);
    return () => cancelled.add(event.order);
  }

  function run(eventsMax = 1_000_000, untilMs = Number.POSITIVE_INFINITY): void {
    for (let events = 0; ; events++) {
      const next = queue[0];
      if (next === undefined || next.at > untilMs) {
        if (untilMs !== Number.POSITIVE_INFINITY) now = untilMs;
        return;
      }
      const event = pop(queue) as Event;
      if (cancelled.delete(event.order)) continue;
      if (events === eventsMax) throw new RangeError('the simulation does not end');
      now = event.at;
      event.f();
    }
  }

  return {
    seed,
    now: () => now,
    after,
    random: (label) => seededRandom(seed, label),
    note: (line) => trace.push(`${Math.round(now)}ms ${line}`),
    trace,
    run,
  };
}

function before(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Event[], event: Event): void {
  heap.push(event);
  for (let i = heap.length - 1; i > 0; ) {
    const parent = (i - 1) >> 1;
    if (!before(heap[i] as Event, heap[parent] as Event)) return;
    swap(heap, i, parent);
    i = parent;
  }
}

function pop(heap: Event[]): Event | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  heap[0] = last;
  for (let i = 0; ; ) {
    let least = i;
    for (const child of [2 * i + 1, 2 * i + 2]) {
      if (child < heap.length && before(heap[child] as Event, heap[least] as Event)) least = child;
    }
    if (least === i) return first;
    swap(heap, i, least);
    i = least;
  }
}

function swap(heap: Event[], i: number, j: number): void {
  [heap[i], heap[j]] = [heap[j] as Event, heap[i] as Event];
}
