import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import {
  evaluate,
  interpolate,
  interpolatingValue,
  interpolatingValues,
  invert,
  mod,
  randomPolynomial,
} from './polynomial.ts';

const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const scalar = fc.bigInt({ min: 0n, max: order - 1n });
const nonZero = fc.bigInt({ min: 1n, max: order - 1n });

describe('polynomials', () => {
  it('come back from as many points as they have coefficients', () => {
    const setting = fc.array(scalar, { minLength: 1, maxLength: 6 }).chain((coefficients) =>
      fc.tuple(
        fc.constant(coefficients),
        fc.uniqueArray(nonZero, {
          minLength: coefficients.length,
          maxLength: coefficients.length + 2,
        }),
        scalar,
      ),
    );
    fc.assert(
      fc.property(setting, ([coefficients, xs, at]) => {
        const points = new Map(xs.map((x) => [x, evaluate(coefficients, x, order)]));
        expect(interpolate(points, order)).toBe(coefficients[0]);
        expect(interpolate(points, order, at)).toBe(evaluate(coefficients, at, order));
      }),
    );
  });

  it('have interpolating values that add up to one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(nonZero, { minLength: 1, maxLength: 8 }), (xs) => {
        const sum = interpolatingValues(xs, order).reduce((a, b) => (a + b) % order, 0n);
        expect(sum).toBe(1n);
        const first = xs[0]!;
        expect(interpolatingValue(xs, first, order)).toBe(interpolatingValues(xs, order)[0]);
      }),
    );
  });

  it('refuse zero, repeated and unreduced coordinates', () => {
    for (const xs of [[0n, 1n], [2n, 2n], [order, 1n], [-1n], [order + 1n, 1n]]) {
      expect(() => interpolatingValues(xs, order)).toThrow(RangeError);
    }
    expect(() => interpolatingValue([1n, 2n], 3n, order)).toThrow(RangeError);
  });

  it('invert every residue but zero', () => {
    fc.assert(fc.property(nonZero, (a) => (a * invert(a, order)) % order === 1n));
    expect(() => invert(0n, order)).toThrow(RangeError);
    expect(mod(-1n, 7n)).toBe(6n);
  });

  it('are random with the degree and constant asked for', () => {
    const random = seeded('poly');
    const options = { minSigners: 3, order, random };
    const one = randomPolynomial({ ...options, constant: 5n });
    expect(one.length).toBe(3);
    expect(one[0]).toBe(5n);
    expect(one[1]).not.toBe(one[2]);
    expect(() => randomPolynomial({ ...options, constant: 0n })).toThrow(RangeError);
    expect(() => randomPolynomial({ ...options, constant: order })).toThrow(RangeError);
    expect(() => randomPolynomial({ ...options, minSigners: 0 })).toThrow(RangeError);
  });
});
