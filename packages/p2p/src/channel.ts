/**
 * One stream to one peer: frames both ways, a hello first, heartbeats, and one reason when it ends.
 *
 * The dialler's hello comes first. The other side checks it and answers with its own, or with
 * REFUSED and the reason; the dialler does the same, and confirms with an empty hello. Only then is
 * the channel up on both sides, so neither takes for up what the other is about to refuse.
 * @module
 */
import type { Stream } from '@libp2p/interface';
import { limits } from '@permafrost/wire';
import { pipe } from 'it-pipe';
import type { HelloVerdict } from './api.ts';
import { describeError, type EndReason, FramingError, MalformedError } from './errors.ts';
import { decodeFrames, encodeFrame, type Frame } from './framing.ts';
import { startHeartbeat } from './heartbeat.ts';
import { KIND, type Limits } from './kinds.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { decodeRefusal, encodeRefusal } from './refusal.ts';
import { sink, source } from './streams.ts';

const { HELLO_WITHIN_MS } = limits;
/** How long a peer may take to read that it is refused, or the last frames before a close. */
const FAREWELL_MS = 1_000;

export type ChannelOptions = {
  readonly stream: Stream;
  /** The side that opened the stream. */
  readonly dialler: boolean;
  /** Kinds read from this stream and written to it, the transport's own included. */
  readonly accepts: Limits;
  readonly sends: Limits;
  readonly queueBytesMax: number;
  readonly heartbeat: boolean;
  readonly hello: () => Uint8Array;
  readonly checkHello: (body: Uint8Array) => HelloVerdict;
  readonly onUp: (hello: Uint8Array) => void;
  /** Kinds other than hello, heartbeat and refused. Nothing is read while its promise is pending. */
  readonly onFrame: (kind: number, body: Uint8Array) => void | Promise<void>;
};

export type Channel = {
  /** False when the queue is full, or the channel not up or ended. */
  readonly send: (kind: number, body: Uint8Array) => boolean;
  /** Waits for room. False when the channel ended or the signal was aborted. */
  readonly sendWhenRoom: (kind: number, body: Uint8Array, signal?: AbortSignal) => Promise<boolean>;
  readonly isUp: () => boolean;
  readonly queuedBytes: () => number;
  readonly rttMs: () => number | undefined;
  /** Ends it at once. */
  readonly abort: (reason: EndReason) => void;
  /** Sends what is queued, then ends it. */
  readonly finish: (reason: EndReason) => Promise<void>;
  /** Never rejects. */
  readonly ended: Promise<EndReason>;
};

export function startChannel(options: ChannelOptions): Channel {
  const { stream, dialler } = options;
  const outbox = createOutbox(options.queueBytesMax);
  const { promise: ended, resolve: resolveEnded } = Promise.withResolvers<EndReason>();
  let state: 'hello' | 'confirm' | 'up' | 'finishing' | 'ended' = 'hello';
  let theirHello = new Uint8Array();
  let readerBusy = false;

  const end = (reason: EndReason): void => {
    if (state === 'ended') return;
    state = 'ended';
    clearTimeout(helloTimer);
    heartbeat.stop();
    outbox.end();
    stream.abort(new Error(reason.message));
    resolveEnded(reason);
  };

  const finish = async (reason: EndReason): Promise<void> => {
    if (state === 'ended' || state === 'finishing') return;
    state = 'finishing';
    clearTimeout(helloTimer);
    heartbeat.stop();
    outbox.end();
    const late = setTimeout(() => end(reason), FAREWELL_MS);
    await ended;
    clearTimeout(late);
  };

  const refuse = (verdict: { readonly code: string; readonly message: string }): void => {
    outbox.push(encodeFrame(KIND.refused, encodeRefusal(verdict)));
    finishReason = refusedReason({ by: 'us', code: verdict.code, message: verdict.message });
    void finish(finishReason);
  };

  let finishReason: EndReason | undefined;

  const up = (): void => {
    state = 'up';
    clearTimeout(helloTimer);
    heartbeat.start();
    options.onUp(theirHello);
  };

  const onHello = (body: Uint8Array): void => {
    if (state === 'confirm') {
      if (body.length > 0) throw new MalformedError('a second hello');
      up();
      return;
    }
    if (state !== 'hello') throw new MalformedError('a hello out of place');
    const verdict = options.checkHello(body);
    if (!verdict.ok) {
      refuse(verdict);
      return;
    }
    theirHello = body.slice();
    if (dialler) {
      outbox.pushUrgent('hello', encodeFrame(KIND.hello, new Uint8Array()));
      up();
    } else {
      outbox.pushUrgent('hello', encodeFrame(KIND.hello, options.hello()));
      state = 'confirm';
    }
  };

  const onFrame = (frame: Frame): void | Promise<void> => {
    if (state === 'finishing' || state === 'ended') return;
    switch (frame.kind) {
      case KIND.hello:
        return onHello(frame.body);
      case KIND.refused:
        return end(refusedReason(decodeRefusal(frame.body)));
      case KIND.heartbeat:
        if (state !== 'up' || !heartbeat.receive(frame.body)) {
          throw new MalformedError('a bad heartbeat');
        }
        return;
      default:
        if (state !== 'up') throw new MalformedError('a frame before hello');
        return options.onFrame(frame.kind, frame.body);
    }
  };

  const heartbeat = startHeartbeat({
    active: options.heartbeat,
    outbox,
    isReaderBusy: () => readerBusy,
    onSilent: (message) => end({ code: 'silent', message }),
    onStalled: (message) => end({ code: 'stalled', message }),
  });
  const helloTimer = setTimeout(() => {
    end({ code: 'no-hello', message: `no hello within ${HELLO_WITHIN_MS} ms` });
  }, HELLO_WITHIN_MS);
  helloTimer.unref();

  const reader = pipe(
    source(stream, heartbeat.heard),
    decodeFrames(options.accepts),
    async (frames: AsyncIterable<Frame>) => {
      for await (const frame of frames) {
        const handled = onFrame(frame);
        if (handled === undefined) continue;
        readerBusy = true;
        await handled;
        readerBusy = false;
        heartbeat.heard();
      }
    },
  );
  const writer = pipe(outbox.batches, sink(stream));
  const orderly = (): EndReason =>
    finishReason ?? { code: 'closed', message: 'closed by the peer' };
  reader.then(
    () => end(orderly()),
    (error: unknown) => end(state === 'finishing' ? orderly() : reasonOf(error)),
  );
  // A writer that has nothing left to send closes our side; the reader ends with the peer's.
  writer.then(
    () => stream.close({ signal: AbortSignal.timeout(FAREWELL_MS) }).catch(() => {}),
    (error: unknown) => end(state === 'finishing' ? orderly() : reasonOf(error)),
  );

  if (dialler) outbox.pushUrgent('hello', encodeFrame(KIND.hello, options.hello()));

  const frameOf = (kind: number, body: Uint8Array): Uint8Array => {
    const bodyBytesMax = options.sends.get(kind);
    if (bodyBytesMax === undefined) throw new RangeError(`kind ${kind} is not sent here`);
    if (body.length > bodyBytesMax) {
      throw new RangeError(`${body.length} bytes of kind ${kind}, which may have ${bodyBytesMax}`);
    }
    return encodeFrame(kind, body);
  };

  return {
    send: (kind, body) => {
      const frame = frameOf(kind, body);
      return state === 'up' && outbox.push(frame);
    },
    async sendWhenRoom(kind, body, signal) {
      const frame = frameOf(kind, body);
      while (state === 'up' && signal?.aborted !== true) {
        if (outbox.push(frame)) return true;
        await roomOrAbort(outbox, signal);
      }
      return false;
    },
    isUp: () => state === 'up',
    queuedBytes: outbox.queuedBytes,
    rttMs: heartbeat.rttMs,
    abort: end,
    finish: (reason) => {
      finishReason ??= reason;
      return finish(reason);
    },
    ended,
  };
}

async function roomOrAbort(outbox: Outbox, signal: AbortSignal | undefined): Promise<void> {
  const { promise: aborted, resolve } = Promise.withResolvers<void>();
  const onAbort = (): void => resolve();
  signal?.addEventListener('abort', onAbort, { once: true });
  await Promise.race([outbox.room(), aborted]);
  signal?.removeEventListener('abort', onAbort);
}

function refusedReason(refusal: ReturnType<typeof decodeRefusal>): EndReason {
  return { code: 'refused', message: `${refusal.code}: ${refusal.message}`, refusal };
}

function reasonOf(error: unknown): EndReason {
  if (error instanceof FramingError) return { code: error.reason, message: error.message };
  if (error instanceof MalformedError) return { code: 'malformed', message: error.message };
  return { code: 'lost', message: describeError(error).message };
}
