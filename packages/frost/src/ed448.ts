/** FROST(Ed448, SHAKE256), RFC 9591 section 6.3. */

import { mulAddUnsafe, pippenger } from '@noble/curves/abstract/curve.js';
import { ed448 as noble } from '@noble/curves/ed448.js';
import { xchacha20Poly1305 } from './aead.ts';
import { isPrimeOrder } from './backend/ed448-order.ts';
import { asElement, asPoint, nobleGroup } from './backend/noble.ts';
import { ascii, concat, integerLE } from './bytes.ts';
import { shake256Cocktail } from './cocktail-suite.ts';
import { DecodeError, elementCodec, scalarCodec } from './encoding.ts';
import { plainSuite, verifyCofactorless } from './frost-suite.ts';
import { shake256 } from './hash.ts';
import type { Ciphersuite, CocktailSuite, Element, Encodings, Group, Scalar } from './suite.ts';

const { Point } = noble;
type Point = typeof Point.BASE;
const order: bigint = Point.Fn.ORDER;
const WIDE = 114;

const group: Group = nobleGroup<Point>({
  points: Point,
  order,
  cofactor: 4,
  straus: (points, scalars) => mulAddUnsafe(Point, points, scalars),
  buckets: (points, scalars) => pippenger(Point, points, scalars),
  isPrimeOrder: (point) => {
    const { x, y } = point.toAffine();
    return isPrimeOrder(x, y);
  },
});

function encodeAny(element: Element): Uint8Array {
  return asPoint<Point>(element).toBytes();
}

const elements: ReturnType<typeof elementCodec> = elementCodec({
  bytes: 57,
  parse: (bytes) => asElement(Point.fromBytes(bytes)),
  encode: encodeAny,
  isIdentity: group.isIdentity,
  isTorsionFree: group.isTorsionFree,
});

const encodings: Encodings = {
  ...scalarCodec({ order, bytes: 57, littleEndian: true }),
  ...elements,
};

const contextString = 'FROST-ED448-SHAKE256-v1';

function tagged(tag: string, message: Uint8Array): Uint8Array {
  return shake256(concat(ascii(contextString + tag), message), WIDE);
}

function scalar(tag: string, message: Uint8Array): Scalar {
  return integerLE(tagged(tag, message)) % order;
}

/** The challenge of RFC 8032 with an empty context, so that any Ed448 verifier accepts. */
function challenge(r: Uint8Array, verifyingKey: Uint8Array, message: Uint8Array): Scalar {
  const domain = concat(ascii('SigEd448'), Uint8Array.of(0, 0));
  return integerLE(shake256(concat(domain, r, verifyingKey, message), WIDE)) % order;
}

const verify: Ciphersuite['verify'] = ({ publicKey, message, signature }) => {
  let decodedKey: Element;
  try {
    decodedKey = encodings.decodeElement(publicKey);
  } catch (error) {
    if (error instanceof DecodeError) return false;
    throw error;
  }
  return verifyCofactorless(
    { group, encodings, encodeAny, challenge },
    { publicKey, decodedKey, message, signature },
  );
};

function cocktail(scalars: Encodings): CocktailSuite {
  return shake256Cocktail({
    id: 'COCKTAIL(Ed448, SHAKE256)',
    label: 'Ed448-SHAKE256',
    group,
    encodings: scalars,
    aead: xchacha20Poly1305,
  });
}

export const ed448: Ciphersuite = plainSuite({
  id: 'ed448',
  contextString,
  group,
  encodings,
  hashes: {
    h1: (message) => scalar('rho', message),
    challenge,
    h3: (message) => scalar('nonce', message),
    h4: (message) => tagged('msg', message),
    h5: (message) => tagged('com', message),
    hdkg: (message) => scalar('dkg', message),
    hid: (message) => scalar('id', message),
  },
  verify,
  cocktail: cocktail(encodings),
});

/**
 * COCKTAIL with 56-byte scalars, as the published ed448 vectors have them against the text of the
 * specification (57). For those vectors only.
 */
export const ed448Cocktail56: CocktailSuite = cocktail({
  ...scalarCodec({ order, bytes: 56, littleEndian: true }),
  ...elements,
});
