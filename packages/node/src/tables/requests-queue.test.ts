import { limits } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  createRequestQueue,
  dequeue,
  enqueue,
  hasMoreThanItsPart,
  noteEnd,
  takeNext,
  waitMs,
} from './requests-queue.ts';

const MAX = limits.REQUESTS_RUNNING_MAX;

/** A queue in which as many run as may. */
function full() {
  const queue = createRequestQueue();
  for (let n = 0; n < MAX; n++) enqueue(queue, 'first', `r${n}`);
  for (let n = 0; n < MAX; n++) takeNext(queue);
  return queue;
}

describe('requests that wait', () => {
  test('take turns by requester, each in its own order', () => {
    const queue = full();
    for (const id of ['a1', 'a2', 'a3']) enqueue(queue, 'a', id);
    enqueue(queue, 'b', 'b1');
    for (const id of ['c1', 'c2']) enqueue(queue, 'c', id);
    expect(takeNext(queue)).toBeUndefined();
    const order: (string | undefined)[] = [];
    for (let n = 0; n < 7; n++) {
      noteEnd(queue, n);
      order.push(takeNext(queue));
    }
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3', undefined]);
    expect([queue.queued, queue.waiting.size]).toEqual([0, 0]);
  });

  test('may leave before their turn', () => {
    const queue = full();
    for (const id of ['a1', 'a2']) enqueue(queue, 'a', id);
    expect(dequeue(queue, 'a', 'a1')).toBe(true);
    expect(dequeue(queue, 'a', 'a1')).toBe(false);
    expect(dequeue(queue, 'b', 'a2')).toBe(false);
    noteEnd(queue, 1);
    expect(takeNext(queue)).toBe('a2');
    expect(queue.queued).toBe(0);
  });

  test('know how long, from how quickly others ended while there were any', () => {
    const queue = full();
    expect(waitMs(queue, 'a')).toBe(0);
    for (let n = 0; n < 40; n++) enqueue(queue, 'a', `a${n}`);
    for (let n = 0; n < 20; n++) {
      noteEnd(queue, 1_000 + n * 10);
      takeNext(queue);
    }
    expect(queue.intervalMs).toBeCloseTo(10);
    // Twenty of its own wait before it; somebody else only waits for one turn.
    expect(waitMs(queue, 'a')).toBeCloseTo(210);
    expect(waitMs(queue, 'b')).toBeCloseTo(20);
    enqueue(queue, 'b', 'b0');
    expect(hasMoreThanItsPart(queue, 'a')).toBe(true);
    expect(hasMoreThanItsPart(queue, 'b')).toBe(false);
  });

  test('never wait where there is room, however slow the last ones were', () => {
    const queue = full();
    enqueue(queue, 'a', 'a0');
    enqueue(queue, 'a', 'a1');
    noteEnd(queue, 0);
    takeNext(queue);
    noteEnd(queue, 60_000);
    takeNext(queue);
    noteEnd(queue, 120_000);
    expect(waitMs(queue, 'a')).toBe(0);
  });
});
