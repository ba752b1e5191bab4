import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { ceremony, code } from '../test/ceremony.ts';
import { seeded } from '../test/seeded.ts';
import { ed25519Backend } from './backend/ed25519.ts';
import { fromHex } from './bytes.ts';
import { parseDeal } from './cocktail.ts';
import { ed25519 } from './ed25519.ts';
import { ordersHold } from './orders.ts';
import { ristretto255 } from './ristretto255.ts';
import type { Element } from './suite.ts';

const { group } = ed25519;
const torsion = ED25519_TORSION_SUBGROUP.map((hex) => ed25519Backend.parse(fromHex(hex)));

function multiples(count: number): Element[] {
  const out: Element[] = [group.base];
  while (out.length < count) out.push(group.add(out[out.length - 1]!, group.base));
  return out;
}

describe('orders checked together', () => {
  it('hold for elements of prime order, few or many', () => {
    for (const count of [0, 1, 95, 96, 99, 203]) {
      expect(ordersHold(ed25519, multiples(count), seeded(count))).toBe(true);
    }
  });

  it('fail for one element with any torsion, anywhere', () => {
    const clean = multiples(101);
    for (const [k, small] of torsion.slice(1).entries()) {
      for (const at of [0, 4, 57, 100]) {
        const bad = clean.map((one, i) => (i === at ? group.add(one, small) : one));
        expect(ordersHold(ed25519, bad, seeded(`${k} ${at}`))).toBe(false);
      }
    }
  });

  it('fail where torsions cancel in the plain sum', () => {
    const [, t1] = torsion as [Element, Element];
    const pairs: [Element, Element][] = [
      [t1, group.negate(t1)],
      [torsion[4]!, torsion[4]!],
    ];
    for (const [a, b] of pairs) {
      const bad = multiples(100);
      bad[3] = group.add(bad[3]!, a);
      bad[4] = group.add(bad[4]!, b);
      expect(group.isTorsionFree(group.sum(bad))).toBe(true);
      expect(ordersHold(ed25519, bad, seeded('pair'))).toBe(false);
    }
    const many = multiples(100).map((one) => group.add(one, torsion[4]!));
    expect(ordersHold(ed25519, many, seeded('many'))).toBe(false);
  });

  it('draw fresh coins for every element', () => {
    let drawn = 0;
    const random = seeded('coins');
    ordersHold(ed25519, multiples(100), (n) => {
      drawn += n;
      return random(n);
    });
    expect(drawn).toBe(800);
  });

  it('cost nothing where every element is of prime order anyway', () => {
    const never = (): Uint8Array => {
      throw new Error('no coins needed');
    };
    expect(ordersHold(ristretto255, [ristretto255.group.base], never)).toBe(true);
  });

  it('are deferred for a deal’s later elements only, and only when asked', () => {
    const c = ceremony(ed25519.cocktail, 3, 3, 'defer');
    const sizes = { minSigners: 3, receivers: 3, ciphertextBytesMax: 48 };
    const withTorsion = (k: number): Uint8Array => {
      const bytes = Uint8Array.from(c.messages[0]!);
      const point = group.add(c.deals[0]!.commitment[k]!, torsion[1]!);
      bytes.set(ed25519.encodeElement(point), 32 * k);
      return bytes;
    };
    for (const k of [0, 1, 2]) {
      const bytes = withTorsion(k);
      const parse = (deferOrderChecks: boolean) =>
        parseDeal(ed25519.cocktail, { bytes, ...sizes, deferOrderChecks });
      expect(code(() => parse(false))).toBe('BAD_ELEMENT');
      expect(code(() => parse(true))).toBe(k === 0 ? 'BAD_ELEMENT' : 'OK');
      if (k > 0) {
        expect(ordersHold(ed25519, parse(true).commitment.slice(1), seeded(k))).toBe(false);
      }
    }
  });
});
