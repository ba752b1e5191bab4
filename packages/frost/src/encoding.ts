/** Checked decoders: the only way bytes become scalars and elements. */

import { bytesBE, bytesLE, equalBytes, integerBE, integerLE } from './bytes.ts';
import type { Element, Encodings, Scalar } from './suite.ts';

/** Bytes from outside that are not the one legal encoding of anything. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}

/** Scalar codec of a suite: `bytes` long, in the suite's byte order. */
export function scalarCodec(options: {
  readonly order: bigint;
  readonly bytes: number;
  readonly littleEndian: boolean;
}): Pick<
  Encodings,
  'order' | 'scalarBytes' | 'encodeScalar' | 'decodeScalar' | 'decodeNonZeroScalar'
> {
  const { order, bytes: length, littleEndian } = options;
  function encodeScalar(scalar: Scalar): Uint8Array {
    if (scalar < 0n || scalar >= order) throw new RangeError('scalar is not reduced');
    return littleEndian ? bytesLE(scalar, length) : bytesBE(scalar, length);
  }
  function decodeScalar(bytes: Uint8Array): Scalar {
    if (bytes.length !== length) throw new DecodeError(`scalar of ${bytes.length} bytes`);
    const scalar = littleEndian ? integerLE(bytes) : integerBE(bytes);
    if (scalar >= order) throw new DecodeError('scalar is not canonical');
    return scalar;
  }
  function decodeNonZeroScalar(bytes: Uint8Array): Scalar {
    const scalar = decodeScalar(bytes);
    if (scalar === 0n) throw new DecodeError('scalar is zero');
    return scalar;
  }
  return { order, scalarBytes: length, encodeScalar, decodeScalar, decodeNonZeroScalar };
}

/**
 * Element codec with all checks in order: exact length, the backend's own parser (canonical, on
 * the curve), not the identity, prime order, and the same bytes again when encoded.
 */
export function elementCodec(options: {
  readonly bytes: number;
  /** Throws anything on bytes that it cannot parse. */
  readonly parse: (bytes: Uint8Array) => Element;
  readonly encode: (element: Element) => Uint8Array;
  readonly isIdentity: (element: Element) => boolean;
  readonly isTorsionFree: (element: Element) => boolean;
}): Pick<
  Encodings,
  'elementBytes' | 'encodeElement' | 'decodeElement' | 'decodeElementForEquation'
> {
  const { bytes: length, parse, encode, isIdentity, isTorsionFree } = options;
  function encodeElement(element: Element): Uint8Array {
    // The identity has no legal encoding: whoever meets it must say so, not send it.
    if (isIdentity(element)) throw new RangeError('the identity has no encoding');
    return encode(element);
  }
  function decodeElementForEquation(bytes: Uint8Array): Element {
    if (bytes.length !== length) throw new DecodeError(`element of ${bytes.length} bytes`);
    const element = parsed(parse, bytes);
    if (isIdentity(element)) throw new DecodeError('element is the identity');
    if (!equalBytes(encode(element), bytes)) throw new DecodeError('element is not canonical');
    return element;
  }
  function decodeElement(bytes: Uint8Array): Element {
    const element = decodeElementForEquation(bytes);
    if (!isTorsionFree(element)) throw new DecodeError('element is not of prime order');
    return element;
  }
  return { elementBytes: length, encodeElement, decodeElement, decodeElementForEquation };
}

function parsed(parse: (bytes: Uint8Array) => Element, bytes: Uint8Array): Element {
  try {
    return parse(bytes);
  } catch (cause) {
    // Backend parsers have no error type of their own. They only ever see bytes of the right
    // length here, so whatever they throw is about those bytes.
    throw new DecodeError('element does not decode', { cause });
  }
}
