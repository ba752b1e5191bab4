import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../test/seeded.ts';
import { integerLE } from '../bytes.ts';
import { isPrimeOrder } from './ed25519-order.ts';

const { Point } = ed25519;
const torsion = ED25519_TORSION_SUBGROUP.map((hex) => Point.fromHex(hex));

function ours(point: typeof Point.BASE): boolean {
  const { x, y } = point.toAffine();
  return isPrimeOrder(x, y);
}

describe('the order of a point by halving', () => {
  it('agrees with multiplication by the order in every coset of the torsion', () => {
    const random = seeded('order');
    for (let k = 0; k < 40; k++) {
      const clean = Point.BASE.multiplyUnsafe(integerLE(random(31)) + 1n);
      for (const small of torsion) {
        const point = clean.add(small);
        expect(ours(point)).toBe(small.is0());
        if (k < 4) expect(point.isTorsionFree()).toBe(small.is0());
      }
    }
  });

  it('refuses every point of small order', () => {
    for (const small of torsion) if (!small.is0()) expect(ours(small)).toBe(false);
  });

  it('agrees on random points, of which one in eight is of prime order', () => {
    const random = seeded('any');
    let prime = 0;
    for (let k = 0; k < 120; k++) {
      let point: typeof Point.BASE;
      try {
        point = Point.fromBytes(random(32));
      } catch {
        continue;
      }
      const expected = point.isTorsionFree();
      expect(ours(point)).toBe(expected);
      if (expected) prime += 1;
    }
    expect(prime).toBeGreaterThan(0);
  });

  it('holds for small multiples of the generator and their negatives', () => {
    let point = Point.BASE;
    for (let k = 0; k < 50; k++) {
      expect(ours(point)).toBe(true);
      expect(ours(point.negate())).toBe(true);
      point = point.add(Point.BASE);
    }
  });
});
