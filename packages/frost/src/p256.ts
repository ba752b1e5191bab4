/** FROST(P-256, SHA-256), RFC 9591 section 6.4. */

import { mulAddUnsafe, pippenger } from '@noble/curves/abstract/curve.js';
import { p256 as noble } from '@noble/curves/nist.js';
import { xaes256Gcm } from './aead.ts';
import { asElement, asPoint, nobleGroup } from './backend/noble.ts';
import { sha256Cocktail } from './cocktail-suite.ts';
import { elementCodec, scalarCodec } from './encoding.ts';
import { plainSuite, sha256Hashes } from './frost-suite.ts';
import type { Ciphersuite, Encodings, Group } from './suite.ts';

const { Point } = noble;
type Point = typeof Point.BASE;
const order: bigint = Point.Fn.ORDER;

const group: Group = nobleGroup<Point>({
  points: Point,
  order,
  cofactor: 1,
  straus: (points, scalars) => mulAddUnsafe(Point, points, scalars),
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

const contextString = 'FROST-P256-SHA256-v1';

export const p256: Ciphersuite = plainSuite({
  id: 'p256',
  contextString,
  group,
  encodings,
  hashes: sha256Hashes(contextString, order),
  cocktail: sha256Cocktail({
    id: 'COCKTAIL(P-256, SHA-256)',
    label: 'P256-SHA256',
    group,
    encodings,
    aead: xaes256Gcm,
  }),
});
