/**
 * Whose request is coordinated next. Each requester has a queue of its own and they take turns, a
 * bounded number of requests runs at a time, and how long a new one would have to wait is known
 * beforehand: a queue that is longer than deadlines makes every request late and none complete.
 * @module
 */
import { limits } from '@permafrost/wire';

export type RequestQueue = {
  /** Hex request ids by requester, in the order of turns. */
  readonly waiting: Map<string, string[]>;
  queued: number;
  running: number;
  /** Between the ends of two requests while others waited, a moving average; 0 when not known. */
  intervalMs: number;
  /** When a request ended last while others waited. */
  lastEndMs: number | undefined;
};

/** Weight of the newest interval. */
const WEIGHT = 0.1;

export function createRequestQueue(): RequestQueue {
  return { waiting: new Map(), queued: 0, running: 0, intervalMs: 0, lastEndMs: undefined };
}

/** About how long a new request of this requester would wait for its turn. */
export function waitMs(queue: RequestQueue, requester: string): number {
  if (queue.running < limits.REQUESTS_RUNNING_MAX) return 0;
  const own = queue.waiting.get(requester)?.length ?? 0;
  const others = queue.waiting.size - (own > 0 ? 1 : 0);
  // Everybody before it, and until its turn comes all others take turns with its own.
  const before = Math.min(queue.queued, own + (own + 1) * others);
  return (before + 1) * queue.intervalMs;
}

/** Whether this requester alone fills more than its part of the queue. */
export function hasMoreThanItsPart(queue: RequestQueue, requester: string): boolean {
  const own = queue.waiting.get(requester)?.length ?? 0;
  return queue.waiting.size > 1 && own * queue.waiting.size > queue.queued;
}

export function enqueue(queue: RequestQueue, requester: string, id: string): void {
  const own = queue.waiting.get(requester) ?? [];
  own.push(id);
  queue.waiting.set(requester, own);
  queue.queued++;
}

/** The next request that may run now; it counts as running. */
export function takeNext(queue: RequestQueue): string | undefined {
  if (queue.running >= limits.REQUESTS_RUNNING_MAX) return undefined;
  const [turn] = queue.waiting;
  if (turn === undefined) return undefined;
  const [requester, own] = turn;
  const id = own.shift();
  // To the end of the turns.
  queue.waiting.delete(requester);
  if (own.length > 0) queue.waiting.set(requester, own);
  if (id === undefined) return takeNext(queue);
  queue.queued--;
  queue.running++;
  return id;
}

/** A request that was running ended. */
export function noteEnd(queue: RequestQueue, nowMs: number): void {
  queue.running--;
  if (queue.queued === 0) {
    queue.lastEndMs = undefined;
    return;
  }
  const { lastEndMs, intervalMs } = queue;
  queue.lastEndMs = nowMs;
  if (lastEndMs === undefined) return;
  const newest = Math.max(0, nowMs - lastEndMs);
  queue.intervalMs = intervalMs === 0 ? newest : intervalMs + WEIGHT * (newest - intervalMs);
}

/** Takes a request out that waits for its turn; false when it does not. */
export function dequeue(queue: RequestQueue, requester: string, id: string): boolean {
  const own = queue.waiting.get(requester);
  const at = own?.indexOf(id) ?? -1;
  if (own === undefined || at < 0) return false;
  own.splice(at, 1);
  queue.queued--;
  if (own.length === 0) queue.waiting.delete(requester);
  return true;
}
