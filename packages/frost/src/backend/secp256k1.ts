/** Which arithmetic the suites over secp256k1 run on: the WebAssembly kernel, or @noble/curves. */

import { mulAddUnsafe, pippenger } from '@noble/curves/abstract/curve.js';
import { secp256k1 as noble } from '@noble/curves/secp256k1.js';
import { secp256k1 as curve } from '@permafrost/kernel';
import { type Backend, chooseBackend, type KnownAnswers, kernelBackendOf } from './backend.ts';
import { asElement, asPoint, nobleGroup } from './noble.ts';

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

/** The reference. */
export const nobleBackend: Backend = {
  name: 'noble',
  group: nobleGroup<Point>({
    points: Point,
    order,
    cofactor: 1,
    straus: (points, scalars) =>
      points.length <= PAIRS_MAX ? inPairs(points, scalars) : mulAddUnsafe(Point, points, scalars),
    buckets: (points, scalars) => pippenger(Point, points, scalars),
    hasEvenY: (point) => point.toAffine().y % 2n === 0n,
  }),
  encode: (element) => {
    const point = asPoint<Point>(element);
    return point.is0() ? Uint8Array.of(0) : point.toBytes(true);
  },
  parse: (bytes) => {
    if (bytes.length !== 33) throw new RangeError('not a compressed point');
    return asElement(Point.fromBytes(bytes));
  },
};

/** A kernel with a memory of its own; undefined where there are no vector instructions. */
export function kernelBackend(): Backend | undefined {
  return kernelBackendOf(curve);
}

export const known: KnownAnswers = {
  order,
  three: '02f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9',
};

/** What the suites over secp256k1 run on in this process, chosen once when it starts. */
export const secp256k1Backend: Backend = chooseBackend({
  kernel: kernelBackend,
  reference: nobleBackend,
  known,
});
