/**
 * Frames on their way out: a queue with a limit in bytes, emptied in as few writes as possible.
 *
 * The number of writes is what sending costs, so all that becomes ready in one turn of the event
 * loop goes out as one.
 * @module
 */

/** Frames are joined up to this size; larger ones go alone, without another copy. */
const BATCH_BYTES = 64 * 1024;

/** Urgent frames go out in the order in which their slots were filled. */
export type UrgentSlot = 'hello' | 'ping' | 'pong';

export type Outbox = {
  /** False, and nothing queued, when the frame does not fit or the outbox has ended. */
  readonly push: (frame: Uint8Array) => boolean;
  /** Ahead of everything else and beside the limit. Only the latest frame of each slot is kept. */
  readonly pushUrgent: (slot: UrgentSlot, frame: Uint8Array) => void;
  /** Resolves when something was taken out or the outbox ended. */
  readonly room: () => Promise<void>;
  readonly queuedBytes: () => number;
  /** How many batches were taken so far: whether the writer makes progress. */
  readonly takenBatches: () => number;
  /** No more frames; what is queued still goes out. */
  readonly end: () => void;
  /** For the pipe; to be iterated once. */
  readonly batches: () => AsyncGenerator<Uint8Array, void, undefined>;
};

export function createOutbox(queueBytesMax: number): Outbox {
  const queue: Uint8Array[] = [];
  let queuedBytes = 0;
  const urgent = new Map<UrgentSlot, Uint8Array>();
  let takenBatches = 0;
  let ended = false;
  let wakeWriter: (() => void) | undefined;
  let waitingForRoom: (() => void)[] = [];

  const wake = (): void => {
    wakeWriter?.();
    wakeWriter = undefined;
  };
  const tellRoom = (): void => {
    const waiting = waitingForRoom;
    waitingForRoom = [];
    for (const resolve of waiting) resolve();
  };

  const take = (): Uint8Array => {
    takenBatches += 1;
    const frames: Uint8Array[] = [];
    let bytes = 0;
    for (const frame of urgent.values()) {
      frames.push(frame);
      bytes += frame.length;
    }
    urgent.clear();
    let count = 0;
    for (const frame of queue) {
      if (frames.length > 0 && bytes + frame.length > BATCH_BYTES) break;
      frames.push(frame);
      bytes += frame.length;
      queuedBytes -= frame.length;
      count += 1;
    }
    queue.splice(0, count);
    if (count > 0) tellRoom();
    return frames.length === 1 ? frames[0]! : Buffer.concat(frames, bytes);
  };

  return {
    push(frame) {
      if (ended || queuedBytes + frame.length > queueBytesMax) return false;
      queue.push(frame);
      queuedBytes += frame.length;
      wake();
      return true;
    },
    pushUrgent(slot, frame) {
      if (ended) return;
      urgent.set(slot, frame);
      wake();
    },
    room: () =>
      ended ? Promise.resolve() : new Promise((resolve) => waitingForRoom.push(resolve)),
    queuedBytes: () => queuedBytes,
    takenBatches: () => takenBatches,
    end() {
      ended = true;
      wake();
      tellRoom();
    },
    async *batches() {
      while (true) {
        if (queue.length === 0 && urgent.size === 0) {
          if (ended) return;
          await new Promise<void>((resolve) => {
            wakeWriter = resolve;
          });
          // The rest of this turn of the loop may have more to say.
          await new Promise<void>((resolve) => setImmediate(resolve));
          continue;
        }
        yield take();
      }
    },
  };
}
