import { ED448_TORSION_SUBGROUP, ed448 } from '@noble/curves/ed448.js';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../test/seeded.ts';
import { integerLE } from '../bytes.ts';
import { isPrimeOrder } from './ed448-order.ts';

const { Point } = ed448;
type Point = typeof Point.BASE;
const torsion = ED448_TORSION_SUBGROUP.map((hex) => Point.fromHex(hex));

function ours(point: Point): boolean {
  const { x, y } = point.toAffine();
  return isPrimeOrder(x, y);
}

describe('the order of a point of edwards448 by halving', () => {
  it('knows all four points of small order', () => {
    expect(torsion).toHaveLength(4);
    const [, , other] = torsion;
    expect(new Set(torsion.map((small) => small.toHex())).size).toBe(4);
    expect(other).toBeDefined();
    for (const small of torsion) {
      expect(small.double().double().is0()).toBe(true);
      if (!small.is0()) expect(ours(small)).toBe(false);
    }
  });

  it('agrees with multiplication by the order in every coset of the torsion', () => {
    const random = seeded('order 448');
    for (let k = 0; k < 60; k++) {
      const clean = Point.BASE.multiplyUnsafe(integerLE(random(55)) + 1n);
      for (const small of torsion) {
        const point = clean.add(small);
        expect(ours(point)).toBe(small.is0());
        if (k < 6) expect(point.isTorsionFree()).toBe(small.is0());
      }
    }
  });

  it('agrees on random points, of which one in four is of prime order', () => {
    const random = seeded('any 448');
    const counts = { prime: 0, other: 0 };
    for (let k = 0; k < 80; k++) {
      let point: Point;
      try {
        const bytes = random(57);
        bytes[56] = (bytes[56] as number) & 0x80;
        point = Point.fromBytes(bytes);
      } catch {
        continue;
      }
      const expected = point.isTorsionFree();
      expect(ours(point)).toBe(expected);
      counts[expected ? 'prime' : 'other'] += 1;
    }
    expect(counts.prime).toBeGreaterThan(0);
    expect(counts.other).toBeGreaterThan(counts.prime);
  });

  it('holds for small multiples of the generator, their negatives, and not beside them', () => {
    let point: Point = Point.BASE;
    for (let k = 0; k < 40; k++) {
      for (const one of [point, point.negate()]) {
        expect(ours(one)).toBe(true);
        for (const small of torsion) if (!small.is0()) expect(ours(one.add(small))).toBe(false);
      }
      point = point.add(Point.BASE);
    }
  });
});
