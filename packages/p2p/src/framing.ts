/**
 * Frames on a stream of bytes: u32be length ‖ u8 kind ‖ body, where length counts kind and body.
 *
 * The header alone decides whether a frame is accepted, before its body is waited for, so that what
 * a peer can make us buffer is the limit of the kind and no more.
 * @module
 */
import { Uint8ArrayList } from 'uint8arraylist';
import { FramingError } from './errors.ts';
import type { Limits } from './kinds.ts';

export type Frame = { readonly kind: number; readonly body: Uint8Array };

export type Chunk = Uint8Array | Uint8ArrayList;

const HEADER_BYTES = 5;

/**
 * One frame as bytes, in a buffer of its own: the caller may erase or reuse the body at once.
 * @throws RangeError when the kind is no u8
 */
export function encodeFrame(kind: number, body: Uint8Array): Uint8Array {
  if (!Number.isInteger(kind) || kind < 0 || kind > 255) throw new RangeError(`kind ${kind}`);
  const frame = new Uint8Array(HEADER_BYTES + body.length);
  new DataView(frame.buffer).setUint32(0, body.length + 1);
  frame[4] = kind;
  frame.set(body, HEADER_BYTES);
  return frame;
}

/**
 * A step of a pipe: chunks, cut anywhere, into frames. Bodies are copies. Frames before a bad one
 * are still yielded.
 * @throws FramingError for a kind without a limit, a body over its limit, a length of zero, or a
 *   source that ends within a frame
 */
export function decodeFrames(
  limits: Limits,
): (source: AsyncIterable<Chunk> | Iterable<Chunk>) => AsyncGenerator<Frame, void, undefined> {
  return async function* decode(source) {
    const buffered = new Uint8ArrayList();
    let bodyBytes: number | undefined;
    let kind = 0;
    for await (const chunk of source) {
      buffered.append(chunk);
      while (true) {
        if (bodyBytes === undefined) {
          if (buffered.byteLength < HEADER_BYTES) break;
          ({ kind, bodyBytes } = checkHeader(buffered.subarray(0, HEADER_BYTES), limits));
          buffered.consume(HEADER_BYTES);
        }
        if (buffered.byteLength < bodyBytes) break;
        const body = buffered.slice(0, bodyBytes);
        buffered.consume(bodyBytes);
        bodyBytes = undefined;
        yield { kind, body };
      }
    }
    if (bodyBytes !== undefined || buffered.byteLength > 0) {
      throw new FramingError('truncated', 'the stream ended within a frame');
    }
  };
}

function checkHeader(header: Uint8Array, limits: Limits): { kind: number; bodyBytes: number } {
  const length = new DataView(header.buffer, header.byteOffset).getUint32(0);
  const kind = header[4]!;
  if (length === 0) throw new FramingError('truncated', 'a frame without a kind');
  const bodyBytesMax = limits.get(kind);
  if (bodyBytesMax === undefined) {
    throw new FramingError('unknown-kind', `a frame of kind ${kind}`);
  }
  const bodyBytes = length - 1;
  if (bodyBytes > bodyBytesMax) {
    const message = `${bodyBytes} bytes in a frame of kind ${kind}, which may have ${bodyBytesMax}`;
    throw new FramingError('oversized', message);
  }
  return { kind, bodyBytes };
}
