/** Which arithmetic ed25519 runs on: the WebAssembly kernel, or @noble/curves. */

import { mulAddUnsafe, pippenger } from '@noble/curves/abstract/curve.js';
import { ed25519 as noble } from '@noble/curves/ed25519.js';
import { edwards25519 } from '@permafrost/kernel';
import { type Backend, chooseBackend, type KnownAnswers, kernelBackendOf } from './backend.ts';
import { isPrimeOrder } from './ed25519-order.ts';
import { asElement, asPoint, nobleGroup } from './noble.ts';

const { Point } = noble;
type Point = typeof Point.BASE;
const order: bigint = Point.Fn.ORDER;

/** The reference. */
export const nobleBackend: Backend = {
  name: 'noble',
  group: nobleGroup<Point>({
    points: Point,
    order,
    cofactor: 8,
    straus: (points, scalars) => mulAddUnsafe(Point, points, scalars),
    buckets: (points, scalars) => pippenger(Point, points, scalars),
    isPrimeOrder: (point) => {
      const { x, y } = point.toAffine();
      return isPrimeOrder(x, y);
    },
  }),
  encode: (element) => asPoint<Point>(element).toBytes(),
  parse: (bytes) => asElement(Point.fromBytes(bytes)),
};

/** A kernel with a memory of its own; undefined where there are no vector instructions. */
export function kernelBackend(): Backend | undefined {
  return kernelBackendOf(edwards25519);
}

export const known: KnownAnswers = {
  order,
  three: 'd4b4f5784868c3020403246717ec169ff79e26608ea126a1ab69ee77d1b16712',
};

/** What ed25519 runs on in this process, chosen once when it starts. */
export const ed25519Backend: Backend = chooseBackend({
  kernel: kernelBackend,
  reference: nobleBackend,
  known,
});
