/** FROST(secp256k1, SHA-256), RFC 9591 section 6.5. */

import { mulAddUnsafe, pippenger } from '@noble/curves/abstract/curve.js';
import { secp256k1 as noble } from '@noble/curves/secp256k1.js';
import { xaes256Gcm } from './aead.ts';
import { asElement, asPoint, nobleGroup } from './backend/noble.ts';
import { taggedCocktail } from './cocktail-suite.ts';
import { elementCodec, scalarCodec } from './encoding.ts';
import { plainSuite, sha256Hashes } from './frost-suite.ts';
import type { Ciphersuite, Encodings, Group } from './suite.ts';

const { Point } = noble;
type Point = typeof Point.BASE;
const order: bigint = Point.Fn.ORDER;

/** Up to here two points at a time through the endomorphism cost less than one long walk. */
const PAIRS_MAX = 3;

function inPairs(points: readonly Point[], scalars: readonly bigint[]): Point {
  let out: Point | undefined;
  for (let k = 0; k < points.length; k += 2) {
    const a = points[k] as Point;
    const b = points[k + 1];
    const s = scalars[k] as bigint;
    const part =
      b === undefined ? a.multiplyUnsafe(s) : a.mulAddUnsafe(s, b, scalars[k + 1] as bigint);
    out = out === undefined ? part : out.add(part);
  }
  return out ?? Point.ZERO;
}

const group: Group = nobleGroup<Point>({
  points: Point,
  order,
  cofactor: 1,
  straus: (points, scalars) =>
    points.length <= PAIRS_MAX ? inPairs(points, scalars) : mulAddUnsafe(Point, points, scalars),
  buckets: (points, scalars) => pippenger(Point, points, scalars),
  hasEvenY: (point) => point.toAffine().y % 2n === 0n,
});

const encodings: Encodings = {
  ...scalarCodec({ order, bytes: 32, littleEndian: false }),
  ...elementCodec({
    bytes: 33,
    parse: (bytes) => asElement(Point.fromBytes(bytes)),
    encode: (element) => asPoint<Point>(element).toBytes(true),
    isIdentity: group.isIdentity,
    isTorsionFree: group.isTorsionFree,
  }),
};

const contextString = 'FROST-secp256k1-SHA256-v1';

export const secp256k1: Ciphersuite = plainSuite({
  id: 'secp256k1',
  contextString,
  group,
  encodings,
  hashes: sha256Hashes(contextString, order),
  cocktail: taggedCocktail({
    id: 'COCKTAIL(secp256k1, SHA-256)',
    group,
    encodings,
    aead: xaes256Gcm,
  }),
});
