import { describe, expect, it } from 'vitest';
import { BoundError, Code, type Four, four, type Lanes } from './code.ts';
import { emitEdwards25519 } from './edwards25519.ts';
import { BLOCKS, fieldOf, LIMB_END, limbsOf } from './field.ts';
import { emitSecp256k1, LAMBDA, ORDER, SHORT } from './secp256k1.ts';

const value = (max: bigint): Lanes => ({ name: 'v', max: four(() => max) });
const all = [1, 1, 1, 1] as const;
const none: Four = [0n, 0n, 0n, 0n];

describe('the emitter', () => {
  it('writes every function within the bounds of its lanes', () => {
    const common = ['mul4', 'mul2', 'squareTimes2', 'doublePoint', 'select8'];
    for (const [text, names] of [
      [emitEdwards25519(), [...common, 'addCached']],
      [emitSecp256k1(), [...common, 'addPoint']],
    ] as const) {
      for (const name of names) expect(text).toContain(`export function ${name}(`);
    }
  });

  it('refuses a sum that leaves 32 bits', () => {
    const sum = (max: bigint) =>
      new Code().sum([
        { of: value(max), signs: all },
        { of: value(1n), signs: all },
      ]);
    expect(sum((1n << 32n) - 2n).max).toEqual(four(() => (1n << 32n) - 1n));
    expect(() => sum((1n << 32n) - 1n)).toThrow(BoundError);
  });

  it('refuses a difference that can go below zero', () => {
    const less = (bias: bigint) =>
      new Code().sum([{ of: value(5n), signs: [1, -1, 0, 0] }], [0n, bias, 0n, 0n]);
    expect(less(5n).max).toEqual([5n, 5n, 0n, 0n]);
    expect(() => less(4n)).toThrow(BoundError);
  });

  it('refuses products that leave 64 bits', () => {
    const column = (count: number) => {
      const a = value((1n << 31n) - 1n);
      const pairs = Array.from({ length: count }, () => [a, a] as const);
      return new Code().products(2, pairs, [], undefined);
    };
    expect(column(4).max[0]).toBe(4n * ((1n << 31n) - 1n) ** 2n);
    expect(() => column(5)).toThrow(BoundError);
  });

  it('refuses doubles, multiples and narrow values that do not fit', () => {
    expect(() => new Code().double(value(1n << 31n))).toThrow(BoundError);
    expect(() => new Code().times(value(1n << 22n), 1216n)).toThrow(BoundError);
    expect(() => new Code().timesEach(value(1n << 30n), [1n, 1n, 4n, 1n])).toThrow(BoundError);
    expect(new Code().timesEach(value(5n), [1n, 2n, 3n, 0n]).max).toEqual([5n, 10n, 15n, 0n]);
    const wide = { low: 'a', high: 'b', max: four(() => 1n << 32n) };
    expect(() => new Code().narrow(wide)).toThrow(BoundError);
    expect(new Code().narrow(wide, 29).max).toEqual(four(() => (1n << 29n) - 1n));
    expect(() =>
      new Code().wideScaled(2, { ...wide, max: four(() => 1n << 60n) }, 1216n, value(0n)),
    ).toThrow(BoundError);
  });

  it('follows lanes through shuffles, and repeats the low lanes of half a product', () => {
    const code = new Code();
    const a: Lanes = { name: 'a', max: [1n, 2n, 3n, 4n] };
    const b: Lanes = { name: 'b', max: [5n, 6n, 7n, 8n] };
    expect(code.shuffle(a, [3, 0, 4, 7], b).max).toEqual([4n, 1n, 5n, 8n]);
    expect(code.products(1, [[a, b]], [], undefined).max).toEqual([5n, 12n, 5n, 12n]);
    expect(code.products(2, [[a, b]], [], undefined).max).toEqual([5n, 12n, 21n, 32n]);
    expect(code.sum([{ of: a, signs: [0, 0, 0, 1] }], none).max).toEqual([0n, 0n, 0n, 4n]);
  });

  it('counts what is added to the low lanes alone, and carries', () => {
    const code = new Code();
    const a = value(10n);
    const sum = code.products(2, [[a, a]], [[a, 3n]], undefined, [[a, a]]);
    expect(sum.max).toEqual([230n, 230n, 130n, 130n]);
    const scaled = code.wideScaled(2, sum, 2n, value(1n), sum);
    expect(scaled.max).toEqual([691n, 691n, 391n, 391n]);
  });

  it('puts products of blocks together to the product', () => {
    const a = [3n, 1n << 80n, 12_345n];
    const b = [(1n << 87n) - 1n, 7n, 1n << 70n];
    const y = 1n << 200n;
    const number = (of: readonly bigint[]) =>
      of.reduce((sum, one, k) => sum + one * y ** BigInt(k));
    let total = 0n;
    for (const { of, to } of BLOCKS) {
      const [x, z] = [a, b].map((all) => of.reduce((sum, k) => sum + (all[k] as bigint), 0n));
      for (const { place, sign } of to) {
        total += BigInt(sign) * (x as bigint) * (z as bigint) * y ** BigInt(place);
      }
    }
    expect(total).toBe(number(a) * number(b));
  });

  it('takes a sum that may wrap on the way by the bound that is known of it', () => {
    const code = new Code();
    const a = value((1n << 32n) - 1n);
    const wide = code.wrappedProducts(
      2,
      [
        [a, a],
        [a, a],
      ],
      [[a, a]],
    );
    const known = four(() => 5n);
    const terms = [
      { of: wide, sign: -1 },
      { of: wide, sign: 1 },
    ] as const;
    expect(code.wideSum(2, terms, known).max).toEqual(known);
    expect(code.toString()).toContain(`i64x2.sub(${wide.low}, ${wide.low})`);
    expect(() =>
      code.wideSum(
        2,
        terms,
        four(() => 1n << 64n),
      ),
    ).toThrow(BoundError);
  });

  it('refuses a product whose columns leave 64 bits, or whose blocks leave 32 when added', () => {
    const { product } = fieldOf((1n << 255n) - 19n);
    const element = (max: bigint) => Array.from({ length: 9 }, () => value(max));
    const of = (x: bigint, z: bigint) => () => product(new Code(), element(x), element(z));
    expect(of((1n << 31n) - 1n, (1n << 29n) - 1n)).not.toThrow();
    expect(of((1n << 31n) - 1n, (1n << 30n) - 1n)).toThrow(BoundError);
    expect(of((1n << 31n) + 1n, 1n)).toThrow(BoundError);
  });

  it('subtracts from a multiple of p whose limbs are all large enough', () => {
    for (const p of [(1n << 255n) - 19n, (1n << 256n) - (1n << 32n) - 977n]) {
      const { bias } = fieldOf(p);
      const sum = bias.reduce((total, limb, k) => total + (limb << BigInt(29 * k)), 0n);
      expect(sum % p).toBe(0n);
      for (const limb of bias) expect(limb).toBeGreaterThanOrEqual(LIMB_END - 1n);
      expect(limbsOf(p).reduce((total, limb, k) => total + (limb << BigInt(29 * k)), 0n)).toBe(p);
    }
    expect(() => fieldOf((1n << 254n) + 1n)).toThrow(RangeError);
  });

  it('splits scalars of secp256k1 by short vectors of its lattice', () => {
    const { a1, b1, a2 } = SHORT;
    expect((LAMBDA * LAMBDA + LAMBDA + 1n) % ORDER).toBe(0n);
    expect((a1 + b1 * LAMBDA) % ORDER).toBe(0n);
    expect((a2 + a1 * LAMBDA) % ORDER).toBe(0n);
    // Halves are at most half of these in absolute value, and one for the rounding: below 2^128.
    expect((a1 + a2 + 1n) / 2n).toBeLessThan(2n ** 128n);
    expect((a1 - b1 + 1n) / 2n).toBeLessThan(2n ** 128n);
  });
});
