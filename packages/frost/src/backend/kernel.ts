/** The Group of a curve over the WebAssembly kernel. */

import type { Curve, CurveOf, CurvePoint } from '@permafrost/kernel';
import { hornerAt } from '../group.ts';
import type { Element, Group, Scalar } from '../suite.ts';

/** From here on an x-coordinate is a sum of powers and no longer Horner's rule. */
const HORNER_END: bigint = 1n << 17n;

function asElement(point: CurvePoint): Element {
  return point as unknown as Element;
}

function asPoint(element: Element): CurvePoint {
  return element as unknown as CurvePoint;
}

/** Elements are points of the kernel, which no other backend understands. */
export function kernelGroup(
  kernel: Curve,
  options: { readonly order: bigint; readonly form: CurveOf['form'] },
): Group {
  const { order, form } = options;
  const zero = asElement(kernel.zero);
  function add(a: Element, b: Element): Element {
    return asElement(kernel.add(asPoint(a), asPoint(b)));
  }
  function negate(a: Element): Element {
    return asElement(kernel.negate(asPoint(a)));
  }
  function msm(elements: readonly Element[], scalars: readonly Scalar[], base?: Scalar): Element {
    return asElement(kernel.multiplySum(elements.map(asPoint), scalars, base));
  }
  const additive = { zero, add, double: (a: Element): Element => add(a, a), msm };
  return {
    cofactor: form === 'edwards' ? 8 : 1,
    base: asElement(kernel.base),
    zero,
    add,
    subtract: (a, b) => add(a, negate(b)),
    negate,
    equals: (a, b) => a === b || kernel.isEqual(asPoint(a), asPoint(b)),
    isIdentity: (a) => kernel.isIdentity(asPoint(a)),
    multiply: (a, scalar) => asElement(kernel.multiplySecret(asPoint(a), scalar)),
    multiplyBase: (scalar) => asElement(kernel.multiplyBaseSecret(scalar)),
    multiplyPublic: (a, scalar) => msm([a], [scalar]),
    multiplyBasePublic: (scalar) => msm([], [], scalar),
    multiplyAddPublic: (z, a, c) => msm([a], [c], z),
    sum: (elements) => asElement(kernel.sum(elements.map(asPoint))),
    msm: (elements, scalars) => msm(elements, scalars),
    horner: (commitment, x) =>
      x > 0n && x < HORNER_END && commitment.length > 0
        ? asElement(kernel.horner(commitment.map(asPoint), x))
        : hornerAt(additive, order, commitment, x),
    precompute: (a) => {
      kernel.precompute(asPoint(a));
    },
    // SEC 1 begins with 3 where y is odd.
    hasEvenY: (a) => form !== 'weierstrass' || kernel.encode(asPoint(a))[0] !== 3,
    isTorsionFree: (a) => kernel.isTorsionFree(asPoint(a)),
  };
}

/** Encodes any point, also the identity. */
export function kernelEncode(kernel: Curve, element: Element): Uint8Array {
  return kernel.encode(asPoint(element));
}

/** Throws RangeError on what does not decode; any order. */
export function kernelDecode(kernel: Curve, bytes: Uint8Array): Element {
  const point = kernel.decode(bytes);
  if (point === undefined) throw new RangeError('not a point');
  return asElement(point);
}
