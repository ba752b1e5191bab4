import { describe, expect, it } from 'vitest';
import { BoundError, Code, type Four, four, type Lanes } from './code.ts';
import { emitEdwards25519 } from './edwards.ts';
import { BIAS, LIMB_END, limbsOf, P } from './field.ts';

const value = (max: bigint): Lanes => ({ name: 'v', max: four(() => max) });
const all = [1, 1, 1, 1] as const;
const none: Four = [0n, 0n, 0n, 0n];

describe('the emitter', () => {
  it('writes every function within the bounds of its lanes', () => {
    const text = emitEdwards25519();
    for (const name of ['mul4', 'mul2', 'squareTimes2', 'doublePoint', 'addCached', 'select8']) {
      expect(text).toContain(`export function ${name}(`);
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

  it('subtracts from a multiple of p whose limbs are all large enough', () => {
    const sum = BIAS.reduce((total, limb, k) => total + (limb << BigInt(29 * k)), 0n);
    expect(sum % P).toBe(0n);
    for (const limb of BIAS) expect(limb).toBeGreaterThanOrEqual(LIMB_END - 1n);
    expect(limbsOf(P).reduce((total, limb, k) => total + (limb << BigInt(29 * k)), 0n)).toBe(P);
  });
});
