/** Which arithmetic ristretto255 runs on: the WebAssembly kernel, or @noble/curves. */

import { mulAddUnsafe, pippenger } from '@noble/curves/abstract/curve.js';
import { ristretto255 as noble } from '@noble/curves/ed25519.js';
import { ristretto255 as curve } from '@permafrost/kernel';
import { type Backend, chooseBackend, type KnownAnswers, kernelBackendOf } from './backend.ts';
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
    cofactor: 1,
    straus: (points, scalars) => mulAddUnsafe(Point, points, scalars),
    buckets: (points, scalars) => pippenger(Point, points, scalars),
  }),
  encode: (element) => asPoint<Point>(element).toBytes(),
  parse: (bytes) => asElement(Point.fromBytes(bytes)),
};

/** A kernel with a memory of its own; undefined where there are no vector instructions. */
export function kernelBackend(): Backend | undefined {
  return kernelBackendOf(curve);
}

/** Three times the generator by RFC 9496 appendix A.1. */
export const known: KnownAnswers = {
  order,
  three: '94741f5d5d52755ece4f23f044ee27d5d1ea1e2bd196b462166b16152a9d0259',
};

/** What ristretto255 runs on in this process, chosen once when it starts. */
export const ristretto255Backend: Backend = chooseBackend({
  kernel: kernelBackend,
  reference: nobleBackend,
  known,
});
