/** The Group of a ciphersuite over a curve of @noble/curves. */

import { checkLengths, hornerAt } from '../group.ts';
import type { Element, Group, Scalar } from '../suite.ts';

/** What we use of noble's points; the same for all its curves. */
export type NoblePoint<P> = {
  add(other: P): P;
  subtract(other: P): P;
  negate(): P;
  double(): P;
  equals(other: P): boolean;
  multiply(scalar: bigint): P;
  multiplyUnsafe(scalar: bigint): P;
  is0(): boolean;
  isTorsionFree(): boolean;
  precompute(windowSize?: number, isLazy?: boolean): P;
  toBytes(): Uint8Array;
};

type NoblePoints<P> = { readonly BASE: P; readonly ZERO: P };

/** Straus' method (interleaved windows) costs less than buckets up to about this many points. */
const STRAUS_MAX = 200;

/** Window of tables for public points in frequent use: 44 · 32 additions once, then 44 each. */
const TABLE_WINDOW = 6;

/** Between our opaque elements and noble's points: the only casts in the package. */
export function asElement<P>(point: P): Element {
  return point as unknown as Element;
}

export function asPoint<P>(element: Element): P {
  return element as unknown as P;
}

/**
 * Wraps noble's points. Secret multiplications use noble's constant-time paths, as far as BigInt
 * can be constant-time; public ones its variable-time paths. noble refuses a zero scalar in its
 * secret multiplication, so zero is answered here: that a secret is zero shows anyway.
 */
export function nobleGroup<P extends NoblePoint<P> & object>(options: {
  readonly points: NoblePoints<P>;
  readonly order: bigint;
  /** 1: every point is of prime order. */
  readonly cofactor: number;
  readonly straus: (points: P[], scalars: bigint[]) => P;
  readonly buckets: (points: P[], scalars: bigint[]) => P;
  readonly hasEvenY?: (point: P) => boolean;
  /** A faster test of the order than noble's; for points that are not the identity. */
  readonly isPrimeOrder?: (point: P) => boolean;
}): Group {
  const { points, order, cofactor, straus, buckets, hasEvenY, isPrimeOrder } = options;
  const { BASE, ZERO } = points;
  const withTables = new WeakSet<P>();

  function multiply(point: P, scalar: Scalar): P {
    if (scalar === 0n || point.is0()) return ZERO;
    return point.multiply(scalar);
  }
  function msm(elements: readonly Element[], scalars: readonly Scalar[]): Element {
    checkLengths(elements, scalars);
    const of = elements.map((element) => asPoint<P>(element));
    return asElement((of.length > STRAUS_MAX ? buckets : straus)(of, [...scalars]));
  }
  // noble keeps a second table of the generator for public scalars, tens of milliseconds to make.
  // Beside a point without tables it would save hardly anything: the walk for that point doubles
  // as often anyway.
  function multiplyAddPublic(z: Scalar, a: Element, c: Scalar): Element {
    const point = asPoint<P>(a);
    if (!withTables.has(point)) return asElement(straus([BASE, point], [z, c]));
    return asElement(BASE.multiplyUnsafe(z).add(point.multiplyUnsafe(c)));
  }
  const additive = {
    zero: asElement(ZERO),
    add: (a: Element, b: Element): Element => asElement(asPoint<P>(a).add(asPoint<P>(b))),
    double: (a: Element): Element => asElement(asPoint<P>(a).double()),
    msm,
  };
  return {
    cofactor,
    base: asElement(BASE),
    zero: additive.zero,
    add: additive.add,
    subtract: (a, b) => asElement(asPoint<P>(a).subtract(asPoint<P>(b))),
    negate: (a) => asElement(asPoint<P>(a).negate()),
    equals: (a, b) => asPoint<P>(a).equals(asPoint<P>(b)),
    isIdentity: (a) => asPoint<P>(a).is0(),
    multiply: (a, scalar) => asElement(multiply(asPoint<P>(a), scalar)),
    multiplyBase: (scalar) => asElement(multiply(BASE, scalar)),
    multiplyPublic: (a, scalar) => asElement(asPoint<P>(a).multiplyUnsafe(scalar)),
    multiplyBasePublic: (scalar) => asElement(BASE.multiplyUnsafe(scalar)),
    multiplyAddPublic,
    sum: (elements) => elements.reduce(additive.add, additive.zero),
    msm,
    horner: (commitment, x) => hornerAt(additive, order, commitment, x),
    precompute: (a) => {
      withTables.add(asPoint<P>(a));
      asPoint<P>(a).precompute(TABLE_WINDOW);
    },
    hasEvenY: (a) => hasEvenY?.(asPoint<P>(a)) ?? true,
    isTorsionFree: (a) => {
      const point = asPoint<P>(a);
      if (cofactor === 1 || point.is0()) return true;
      return isPrimeOrder === undefined ? point.isTorsionFree() : isPrimeOrder(point);
    },
  };
}
