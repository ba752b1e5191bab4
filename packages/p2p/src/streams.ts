/**
 * libp2p streams as source and sink of a pipe, with backpressure that holds both ways.
 *
 * libp2p streams are event emitters. Their own async iterator drains them into an unbounded queue,
 * and `onDrain()` of @libp2p/utils 7.4 waits only the first time it is called; neither is used.
 * @module
 */
import type { Stream } from '@libp2p/interface';
import type { Chunk } from './framing.ts';

/** Bytes read ahead of the consumer before the stream is paused. */
const READ_AHEAD_BYTES = 256 * 1024;

/** The stream broke: it was not closed by the other side in good order. */
export class StreamLost extends Error {
  override readonly name = 'StreamLost';
}

/**
 * What the peer sends, as it comes. Ends when the peer closes its side.
 *
 * Once {@link READ_AHEAD_BYTES} wait for the consumer the stream is paused, which stops the window
 * updates of yamux and thus the sender.
 * @param onBytes told of every arrival, also while the consumer is busy
 * @throws StreamLost when the stream or its connection breaks
 */
export async function* source(
  stream: Stream,
  onBytes: () => void = () => {},
): AsyncGenerator<Chunk, void, undefined> {
  const queue: Chunk[] = [];
  let queued = 0;
  let ended = false;
  let lost: StreamLost | undefined;
  let wake: (() => void) | undefined;
  const ring = (): void => {
    wake?.();
    wake = undefined;
  };
  const resumeIfPaused = (): boolean => {
    if (stream.readStatus !== 'paused' || stream.status !== 'open') return false;
    stream.resume();
    return true;
  };
  const pauseIfFull = (): void => {
    if (queued >= READ_AHEAD_BYTES && stream.readStatus === 'readable') stream.pause();
  };
  const onMessage = (event: { readonly data: Chunk }): void => {
    queue.push(event.data);
    queued += event.data.byteLength;
    onBytes();
    // Deferred: resume() hands out what was buffered and only then re-opens the window, which
    // would undo a pause() made meanwhile; the sender would then run into the read buffer's limit.
    if (queued >= READ_AHEAD_BYTES) queueMicrotask(pauseIfFull);
    ring();
  };
  const onEnd = (): void => {
    ended = true;
    ring();
  };
  const onClose = (event: { readonly error?: Error | undefined }): void => {
    if (!ended) {
      lost = new StreamLost(event.error?.message ?? 'the connection ended', { cause: event.error });
    }
    ended = true;
    ring();
  };
  stream.addEventListener('message', onMessage);
  stream.addEventListener('remoteCloseWrite', onEnd);
  stream.addEventListener('close', onClose);
  if (stream.status !== 'open') onClose({});
  if (stream.remoteWriteStatus === 'closed') ended = true;
  try {
    while (true) {
      const chunk = queue.shift();
      if (chunk !== undefined) {
        queued -= chunk.byteLength;
        if (queued < READ_AHEAD_BYTES / 2) resumeIfPaused();
        yield chunk;
        continue;
      }
      if (lost !== undefined) throw lost;
      // The peer may close its side while bytes still wait behind a pause.
      if (ended && stream.readBufferLength === 0) return;
      if (ended && resumeIfPaused()) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stream.removeEventListener('message', onMessage);
    stream.removeEventListener('remoteCloseWrite', onEnd);
    stream.removeEventListener('close', onClose);
  }
}

/** Writes chunks as fast as the peer reads them. Rejects when the stream breaks. */
export function sink(stream: Stream): (chunks: AsyncIterable<Uint8Array>) => Promise<void> {
  return async (chunks) => {
    for await (const chunk of chunks) {
      if (stream.writeStatus !== 'writable') throw new StreamLost('the stream is closed');
      if (!stream.send(chunk)) await drained(stream);
    }
  };
}

async function drained(stream: Stream): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const onDrain = (): void => resolve();
  const onClose = (event: { readonly error?: Error | undefined }): void =>
    reject(new StreamLost(event.error?.message ?? 'the stream is closed', { cause: event.error }));
  stream.addEventListener('drain', onDrain);
  stream.addEventListener('close', onClose);
  try {
    if (stream.status !== 'open') throw new StreamLost(`the stream is ${stream.status}`);
    if (stream.writableNeedsDrain) await promise;
  } finally {
    stream.removeEventListener('drain', onDrain);
    stream.removeEventListener('close', onClose);
  }
}
