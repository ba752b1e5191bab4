/** Polynomials over the scalar field, and interpolation. */

import { randomScalar } from './random.ts';
import type { Random, Scalar } from './suite.ts';

/** The residue 0 … order − 1 of any integer. */
export function mod(value: bigint, order: bigint): Scalar {
  const residue = value % order;
  return residue < 0n ? residue + order : residue;
}

/** 1/value modulo the prime order, of a public value; RangeError for 0. */
export function invert(value: Scalar, order: bigint): Scalar {
  let [a, b] = [mod(value, order), order];
  if (a === 0n) throw new RangeError('zero has no inverse');
  let [x, y] = [1n, 0n];
  while (a > 1n) {
    const quotient = b / a;
    [a, b] = [b - quotient * a, a];
    [x, y] = [y - quotient * x, x];
  }
  return mod(x, order);
}

/** f(x) = Σ coefficientₖ·xᵏ modulo the order. */
export function evaluate(coefficients: readonly Scalar[], x: Scalar, order: bigint): Scalar {
  let out = 0n;
  for (let k = coefficients.length - 1; k >= 0; k--) {
    out = (out * x + (coefficients[k] as Scalar)) % order;
  }
  return out;
}

/** minSigners non-zero coefficients; the constant is given or random. RangeError on a zero one. */
export function randomPolynomial(options: {
  readonly minSigners: number;
  readonly order: bigint;
  readonly random: Random;
  readonly constant?: Scalar;
}): Scalar[] {
  const { minSigners, order, random, constant } = options;
  if (!Number.isInteger(minSigners) || minSigners < 1) throw new RangeError('minSigners');
  if (constant !== undefined && (constant <= 0n || constant >= order)) {
    throw new RangeError('constant term must be 1 … q − 1');
  }
  return Array.from({ length: minSigners }, (_, k) =>
    k === 0 && constant !== undefined ? constant : randomScalar({ order }, random),
  );
}

/** RangeError when an x-coordinate is zero, unreduced, or there twice. */
export function checkCoordinates(xs: readonly Scalar[], order: bigint): void {
  for (const x of xs) {
    if (x <= 0n || x >= order) throw new RangeError('x-coordinate must be 1 … q − 1');
  }
  if (new Set(xs).size !== xs.length) throw new RangeError('x-coordinate appears twice');
}

/**
 * Lagrange coefficients at `at` (0 unless given) for all of xs, with one inversion:
 * λᵢ = Π_{j≠i} (at − xⱼ)/(xᵢ − xⱼ). RangeError on zero or repeated coordinates.
 */
export function interpolatingValues(
  xs: readonly Scalar[],
  order: bigint,
  at: Scalar = 0n,
): Scalar[] {
  checkCoordinates(xs, order);
  const numerators: Scalar[] = [];
  const denominators: Scalar[] = [];
  for (const xi of xs) {
    let numerator = 1n;
    let denominator = 1n;
    for (const xj of xs) {
      if (xj === xi) continue;
      numerator = (numerator * mod(at - xj, order)) % order;
      denominator = (denominator * mod(xi - xj, order)) % order;
    }
    numerators.push(numerator);
    denominators.push(denominator);
  }
  const inverses = invertAll(denominators, order);
  return numerators.map((numerator, i) => (numerator * (inverses[i] as Scalar)) % order);
}

/** The one coefficient of xi, which must be among xs; see interpolatingValues. */
export function interpolatingValue(
  xs: readonly Scalar[],
  xi: Scalar,
  order: bigint,
  at: Scalar = 0n,
): Scalar {
  const i = xs.indexOf(xi);
  if (i < 0) throw new RangeError('coordinate is not among the others');
  return interpolatingValues(xs, order, at)[i] as Scalar;
}

/** Montgomery's trick: one inversion for all. */
function invertAll(values: readonly Scalar[], order: bigint): Scalar[] {
  const prefixes: Scalar[] = [];
  let product = 1n;
  for (const value of values) {
    prefixes.push(product);
    product = (product * value) % order;
  }
  let inverse = invert(product, order);
  const out: Scalar[] = new Array<Scalar>(values.length);
  for (let i = values.length - 1; i >= 0; i--) {
    out[i] = (inverse * (prefixes[i] as Scalar)) % order;
    inverse = (inverse * (values[i] as Scalar)) % order;
  }
  return out;
}

/** f(at) from points (x, f(x)); of secrets, only for tests, recovery and dealt keys. */
export function interpolate(
  points: ReadonlyMap<Scalar, Scalar>,
  order: bigint,
  at: Scalar = 0n,
): Scalar {
  const xs = [...points.keys()];
  const weights = interpolatingValues(xs, order, at);
  return xs.reduce(
    (sum, x, i) => (sum + (points.get(x) as Scalar) * (weights[i] as Scalar)) % order,
    0n,
  );
}
