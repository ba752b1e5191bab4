/** Reading fixed fields and frames from bytes of unknown origin: lengths before slices, always. */

import { integerBE, integerLE } from './bytes.ts';

export type Reader = {
  /** The next `length` bytes (a view), or undefined when fewer are left. */
  readonly take: (length: number) => Uint8Array | undefined;
  readonly left: () => number;
};

export function reader(bytes: Uint8Array): Reader {
  let at = 0;
  return {
    take(length) {
      if (length < 0 || length > bytes.length - at) return undefined;
      at += length;
      return bytes.subarray(at - length, at);
    },
    left: () => bytes.length - at,
  };
}

/** An 8-byte length as a number; undefined when it is absent or above 2³². */
export function takeLength64(from: Reader, endian: 'big' | 'little'): number | undefined {
  const bytes = from.take(8);
  if (bytes === undefined) return undefined;
  const length = endian === 'big' ? integerBE(bytes) : integerLE(bytes);
  return length > 0xffff_ffffn ? undefined : Number(length);
}

/** A 4-byte little-endian number; undefined when it is absent. */
export function takeLE32(from: Reader): number | undefined {
  const bytes = from.take(4);
  return bytes === undefined ? undefined : Number(integerLE(bytes));
}
