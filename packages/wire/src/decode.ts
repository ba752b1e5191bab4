/**
 * The way from bytes to messages. Generated decoders are lenient (unknown fields, wrong wire
 * types, repeated scalars and non-minimal numbers pass), so a message counts only if encoding it
 * again gives the very bytes that came.
 * @module
 */
import type { Writer } from 'protobufjs/minimal.js';

/** Bytes from outside that are not what they should be. The sender's doing, never our bug. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

/** A generated message class. */
export type MessageType<T> = {
  readonly decode: (bytes: Uint8Array) => T;
  readonly encode: (message: never) => Writer;
};

/**
 * Decodes one message. The result owns its bytes.
 * @throws WireError on anything but the canonical encoding.
 */
export function decodeMessage<T>(type: MessageType<T>, bytes: Uint8Array): T {
  const owned = Uint8Array.from(bytes);
  let message: T;
  let again: Uint8Array;
  try {
    message = type.decode(owned);
    again = type.encode(message as never).finish();
  } catch (cause) {
    throw new WireError('not a message of its kind', { cause });
  }
  if (!equal(owned, again)) throw new WireError('not the canonical encoding');
  return message;
}

/** Encodes one message. */
export function encodeMessage<P>(
  type: { readonly encode: (message: P) => Writer },
  message: P,
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(type.encode(message).finish());
}

/** @throws WireError unless `bytes` has exactly this length. */
export function exactBytes(
  bytes: Uint8Array | null | undefined,
  length: number,
  what: string,
): Uint8Array<ArrayBuffer> {
  if (bytes === undefined || bytes === null || bytes.length !== length) {
    throw new WireError(`${what}: expected ${length} bytes`);
  }
  return Uint8Array.from(bytes);
}

/** @throws WireError unless `min` ≤ length ≤ `max`. */
export function boundedBytes(
  bytes: Uint8Array | null | undefined,
  { min, max }: { readonly min: number; readonly max: number },
  what: string,
): Uint8Array<ArrayBuffer> {
  if (bytes === undefined || bytes === null || bytes.length < min || bytes.length > max) {
    throw new WireError(`${what}: expected ${min} to ${max} bytes`);
  }
  return Uint8Array.from(bytes);
}

/** @throws WireError unless the list has at most `max` items. */
export function boundedList<T>(
  list: readonly T[] | null | undefined,
  max: number,
  what: string,
): readonly T[] {
  if (list === undefined || list === null) return [];
  if (list.length > max) throw new WireError(`${what}: at most ${max}`);
  return list;
}

/** A 64-bit field as a number. @throws WireError past 2^53 − 1. */
export function safeInteger(
  value: number | { toNumber(): number } | null | undefined,
  what: string,
): number {
  const n =
    value === undefined || value === null
      ? 0
      : typeof value === 'number'
        ? value
        : value.toNumber();
  if (!Number.isSafeInteger(n) || n < 0) throw new WireError(`${what}: out of range`);
  return n;
}

/** A short text field. @throws WireError if longer than `max` characters, or absent. */
export function boundedText(text: string | null | undefined, max: number, what: string): string {
  if (text === undefined || text === null || text.length > max) {
    throw new WireError(`${what}: at most ${max} characters`);
  }
  return text;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
