/**
 * What makes sense of bytes which somebody else chose, and what it may throw at them.
 * @module
 */
import { equalBytes } from '@permafrost/frost';

export type ErrorClass = abstract new (...args: never[]) => Error;

export type Decoder = {
  readonly name: string;
  readonly decode: (bytes: Uint8Array) => unknown;
  /** What it may throw; anything else is a bug. */
  readonly throws: readonly ErrorClass[];
  /** JSON, which is mutated as such. */
  readonly isText: boolean;
};

export function binary(
  name: string,
  decode: (bytes: Uint8Array) => unknown,
  ...throws: readonly ErrorClass[]
): Decoder {
  return { name, decode, throws, isText: false };
}

/** Of a decoder with its encoder: what it accepts has one encoding, the one that came. */
export function paired<T>(
  name: string,
  decode: (bytes: Uint8Array) => T,
  encode: (value: T) => Uint8Array,
  ...throws: readonly ErrorClass[]
): Decoder {
  const both = (bytes: Uint8Array): void => {
    const again = encode(decode(Uint8Array.from(bytes)));
    if (!equalBytes(again, bytes)) throw new Error('accepts another encoding of the same');
  };
  return { name, decode: both, throws, isText: false };
}
