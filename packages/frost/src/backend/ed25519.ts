/** Which arithmetic ed25519 runs on: the WebAssembly kernel, or @noble/curves. */

import { mulAddUnsafe, pippenger } from '@noble/curves/abstract/curve.js';
import { ed25519 as noble } from '@noble/curves/ed25519.js';
import { type BackendName, loadEdwards25519, wantedBackend } from '@permafrost/kernel';
import { equalBytes, toHex } from '../bytes.ts';
import type { Element, Group } from '../suite.ts';
import { isPrimeOrder } from './ed25519-order.ts';
import { kernelDecode, kernelEncode, kernelGroup } from './kernel.ts';
import { asElement, asPoint, nobleGroup } from './noble.ts';

/** A group with the encodings of its elements, of any order and the identity too. */
export type Backend = {
  readonly name: BackendName;
  readonly group: Group;
  readonly encode: (element: Element) => Uint8Array;
  /** Throws anything on 32 bytes that encode no point. */
  readonly parse: (bytes: Uint8Array) => Element;
};

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
  const kernel = loadEdwards25519();
  if (kernel === undefined) return undefined;
  return {
    name: 'kernel',
    group: kernelGroup(kernel, order),
    encode: (element) => kernelEncode(kernel, element),
    parse: (bytes) => kernelDecode(kernel, bytes),
  };
}

/** Known answers: 3·B and −(q − 3)·B are one point, and its published encoding. */
const THREE = 'd4b4f5784868c3020403246717ec169ff79e26608ea126a1ab69ee77d1b16712';

/** Whether a backend gives what it must for a few known inputs, by every way to multiply. */
export function isSound({ group, encode, parse }: Backend): boolean {
  const three = group.multiplyBase(3n);
  const bytes = encode(three);
  return (
    toHex(bytes) === THREE &&
    equalBytes(encode(parse(bytes)), bytes) &&
    [
      group.negate(group.multiply(group.base, order - 3n)),
      group.add(group.multiplyAddPublic(5n, three, order - 1n), group.base),
      group.msm([three, group.base], [2n, order - 3n]),
      group.horner([group.base, group.base], 2n),
      group.sum([group.base, group.base, group.base]),
    ].every((element) => group.equals(element, three)) &&
    group.isTorsionFree(three) &&
    !group.isIdentity(three) &&
    group.isIdentity(group.subtract(three, three))
  );
}

/** The kernel where it runs and answers right, unless the environment asks for the reference. */
function chooseBackend(): Backend {
  const kernel = wantedBackend() === 'kernel' ? kernelBackend() : undefined;
  return kernel !== undefined && isSound(kernel) ? kernel : nobleBackend;
}

/** What ed25519 runs on in this process, chosen once when it starts. */
export const ed25519Backend: Backend = chooseBackend();
