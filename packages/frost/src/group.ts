/** Group operations that follow from a few primitive ones, for any backend. */

import type { Element, Group, Scalar } from './suite.ts';

/** Below this, an x-coordinate is multiplied by double-and-add: identifiers are small. */
const SMALL: bigint = 1n << 17n;

type Additive = {
  readonly zero: Element;
  readonly add: (a: Element, b: Element) => Element;
  readonly double: (a: Element) => Element;
  readonly msm: (elements: readonly Element[], scalars: readonly Scalar[]) => Element;
};

function multiplySmall(group: Additive, a: Element, x: bigint): Element {
  const bits = x.toString(2);
  let out = a;
  for (let i = 1; i < bits.length; i++) {
    out = group.double(out);
    if (bits[i] === '1') out = group.add(out, a);
  }
  return out;
}

/**
 * Σ xᵏ·commitmentₖ. At a small x by Horner's rule, a few additions for each coefficient; at a large
 * one as a multi-scalar multiplication, which needs the order to reduce the powers.
 */
export function hornerAt(
  group: Additive,
  order: bigint,
  commitment: readonly Element[],
  x: Scalar,
): Element {
  if (x === 0n) return commitment[0] ?? group.zero;
  if (x >= SMALL) {
    const powers: Scalar[] = [];
    for (let k = 0, power = 1n; k < commitment.length; k++, power = (power * x) % order) {
      powers.push(power);
    }
    return group.msm(commitment, powers);
  }
  let out: Element | undefined;
  for (let k = commitment.length - 1; k >= 0; k--) {
    const next = commitment[k] as Element;
    out = out === undefined ? next : group.add(multiplySmall(group, out, x), next);
  }
  return out ?? group.zero;
}

/**
 * A Group from primitive operations alone, without tricks: for toy groups in simulations. Secret
 * and public operations are the same function there.
 */
export function genericGroup(primitives: {
  readonly order: bigint;
  readonly base: Element;
  readonly zero: Element;
  readonly add: (a: Element, b: Element) => Element;
  readonly negate: (a: Element) => Element;
  readonly equals: (a: Element, b: Element) => boolean;
  readonly multiply: (a: Element, scalar: Scalar) => Element;
}): Group {
  const { order, base, zero, add, negate, equals, multiply } = primitives;
  function sum(elements: readonly Element[]): Element {
    return elements.reduce(add, zero);
  }
  function msm(elements: readonly Element[], scalars: readonly Scalar[]): Element {
    checkLengths(elements, scalars);
    return sum(elements.map((element, k) => multiply(element, scalars[k] as Scalar)));
  }
  const additive: Additive = { zero, add, double: (a) => add(a, a), msm };
  return {
    cofactor: 1,
    base,
    zero,
    add,
    subtract: (a, b) => add(a, negate(b)),
    negate,
    equals,
    isIdentity: (a) => equals(a, zero),
    multiply,
    multiplyBase: (scalar) => multiply(base, scalar),
    multiplyPublic: multiply,
    multiplyBasePublic: (scalar) => multiply(base, scalar),
    multiplyAddPublic: (z, a, c) => add(multiply(base, z), multiply(a, c)),
    sum,
    msm,
    horner: (commitment, x) => hornerAt(additive, order, commitment, x),
    precompute: () => undefined,
    hasEvenY: () => true,
    isTorsionFree: () => true,
  };
}

/** RangeError unless both arrays have one length. */
export function checkLengths(elements: readonly unknown[], scalars: readonly unknown[]): void {
  if (elements.length !== scalars.length) throw new RangeError('arrays differ in length');
}
