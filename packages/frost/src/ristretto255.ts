/** FROST(ristretto255, SHA-512), RFC 9591 section 6.2. */

import { mulAddUnsafe, pippenger } from '@noble/curves/abstract/curve.js';
import { ristretto255 as noble } from '@noble/curves/ed25519.js';
import { asElement, asPoint, nobleGroup } from './backend/noble.ts';
import { sha512Suite } from './frost-suite.ts';
import type { Ciphersuite } from './suite.ts';

const { Point } = noble;
type Point = typeof Point.BASE;

export const ristretto255: Ciphersuite = sha512Suite({
  id: 'ristretto255',
  contextString: 'FROST-RISTRETTO255-SHA512-v1',
  group: nobleGroup<Point>({
    points: Point,
    order: Point.Fn.ORDER,
    cofactor: 1,
    straus: (points, scalars) => mulAddUnsafe(Point, points, scalars),
    buckets: (points, scalars) => pippenger(Point, points, scalars),
  }),
  order: Point.Fn.ORDER,
  elementBytes: 32,
  encodeElement: (element) => asPoint<Point>(element).toBytes(),
  decodeElement: (bytes) => asElement(Point.fromBytes(bytes)),
  cocktailId: 'COCKTAIL(Ristretto255, SHA-512)',
  cocktailLabel: 'Ristretto255-SHA512',
});
