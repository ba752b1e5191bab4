/**
 * Is the peer still there? Each side sends a ping every two seconds; any byte from the peer counts
 * as a sign of life. Three turns without one and the channel is down.
 *
 * Turns are counted, not time: when this process itself was held up, only one turn has passed, and
 * what the peer sent meanwhile is read before the next. While the reader waits for a handler it
 * cannot hear anything, so those turns do not count either.
 * @module
 */
import { limits } from '@permafrost/wire';
import { encodeFrame } from './framing.ts';
import { HEARTBEAT_BYTES, KIND } from './kinds.ts';
import type { Outbox } from './outbox.ts';

const EVERY_MS = limits.HEARTBEAT_EVERY_MS;
const MISSED_MAX = limits.HEARTBEATS_MISSED_MAX;
/** Turns in which nothing could be written though something waits: 30 seconds. */
const STALLED_MAX = 15;

const PING = 0;
const PONG = 1;

export type Heartbeat = {
  readonly start: () => void;
  readonly stop: () => void;
  /** Something came from the peer. */
  readonly heard: () => void;
  /** The body of a heartbeat frame: u8 ping or pong ‖ u32 sequence. False when it is malformed. */
  readonly receive: (body: Uint8Array) => boolean;
  readonly rttMs: () => number | undefined;
};

export function startHeartbeat(options: {
  readonly active: boolean;
  readonly outbox: Outbox;
  readonly isReaderBusy: () => boolean;
  readonly onSilent: (message: string) => void;
  readonly onStalled: (message: string) => void;
}): Heartbeat {
  const { outbox } = options;
  let timer: NodeJS.Timeout | undefined;
  let sequence = 0;
  let sentAtMs = 0;
  let rttMs: number | undefined;
  let missed = 0;
  let stalled = 0;
  let takenBefore = 0;

  const ping = (): void => {
    sequence = (sequence + 1) >>> 0;
    sentAtMs = performance.now();
    outbox.pushUrgent('ping', heartbeatFrame(PING, sequence));
  };

  const turn = (): void => {
    if (options.active && !options.isReaderBusy()) {
      missed += 1;
      if (missed > MISSED_MAX) {
        options.onSilent(`nothing heard for ${(MISSED_MAX * EVERY_MS) / 1000} s`);
        return;
      }
    }
    stalled = outbox.queuedBytes() > 0 && outbox.takenBatches() === takenBefore ? stalled + 1 : 0;
    takenBefore = outbox.takenBatches();
    if (stalled >= STALLED_MAX) {
      options.onStalled(`nothing could be sent for ${(STALLED_MAX * EVERY_MS) / 1000} s`);
      return;
    }
    if (options.active) ping();
  };

  return {
    start() {
      timer = setInterval(turn, EVERY_MS);
      timer.unref();
      if (options.active) ping();
    },
    stop: () => clearInterval(timer),
    heard() {
      missed = 0;
    },
    receive(body) {
      if (body.length !== HEARTBEAT_BYTES) return false;
      const received = new DataView(body.buffer, body.byteOffset).getUint32(1);
      switch (body[0]) {
        case PING:
          outbox.pushUrgent('pong', heartbeatFrame(PONG, received));
          return true;
        case PONG:
          if (received === sequence) rttMs = performance.now() - sentAtMs;
          return true;
        default:
          return false;
      }
    },
    rttMs: () => rttMs,
  };
}

function heartbeatFrame(type: number, sequence: number): Uint8Array {
  const body = new Uint8Array(HEARTBEAT_BYTES);
  body[0] = type;
  new DataView(body.buffer).setUint32(1, sequence);
  return encodeFrame(KIND.heartbeat, body);
}
