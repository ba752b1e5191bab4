/**
 * Requests whose turn it is.
 * @module
 */
import { takeNext } from '../tables/requests-queue.ts';
import { tell } from './entry-answers.ts';
import { keyNow } from './entry-epochs.ts';
import type { OpenRequest, RequestPlane } from './entry-state.ts';
import { giveUp } from './finish.ts';
import { handOver } from './hand-over.ts';
import { coordinate } from './resume.ts';

/** How often deadlines are looked at while requests are open. */
const DEADLINES_EVERY_MS = 100;

/** Starts as many of those that wait as may run. One that ends at once lets the next one start. */
export function pump(plane: RequestPlane): void {
  const { entry } = plane;
  // A loop, where each end starting the next would be as deep as the queue is long.
  if (entry.isStarting) return;
  entry.isStarting = true;
  try {
    for (let id = takeNext(entry.queue); id !== undefined; id = takeNext(entry.queue)) {
      const open = entry.open.get(id);
      if (open !== undefined) start(plane, open);
      else entry.queue.running--;
    }
  } finally {
    entry.isStarting = false;
  }
}

function start(plane: RequestPlane, open: OpenRequest): void {
  open.state = 'running';
  for (const [call, isWatched] of open.calls) {
    if (isWatched) tell(plane.context, open.requestId, call, 'signing');
  }
  // Its key may have another epoch, and other members, than when it came.
  const key = keyNow(plane, open);
  if (key === undefined) handOver(plane, open);
  else coordinate(plane, open, key);
}

/** A request that failed between two epochs of its key has its next try. */
export function epochTimer(plane: RequestPlane, id: string): void {
  const open = plane.entry.open.get(id);
  if (!plane.entry.betweenEpochs.delete(id) || open === undefined) return;
  start(plane, open);
}

/** Looks at deadlines from now on, as long as requests are open. */
export function watchDeadlines({ context, entry }: RequestPlane): void {
  if (entry.isTimed) return;
  entry.isTimed = true;
  context.act(undefined, { type: 'timer', id: 'expire', afterMs: DEADLINES_EVERY_MS });
}

/** Ends what is past its deadline: nobody waits for it, and others wait for its place. */
export function deadlineTimer(plane: RequestPlane): void {
  const { context, entry } = plane;
  for (const open of [...entry.open.values()]) {
    if (open.request.deadlineMs > context.clocks.wallMs) continue;
    giveUp(plane, open, { code: 'E_DEADLINE', reason: 'its deadline passed' });
  }
  entry.isTimed = false;
  if (entry.open.size > 0) watchDeadlines(plane);
}
