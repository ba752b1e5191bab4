import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealtKeys, ids, roundOne, seeded } from '../test/seeded.ts';
import { asElement } from './backend/noble.ts';
import { bytesLE, concat, utf8 } from './bytes.ts';
import { DecodeError } from './encoding.ts';
import { sha512Suite } from './frost-suite.ts';
import { genericGroup } from './group.ts';
import { randomScalar } from './random.ts';
import { aggregate, sign } from './signing.ts';
import type { Ciphersuite, Element, Scalar } from './suite.ts';
import { ciphersuite, suites } from './suites.ts';

/** A group in which everything is easy: integers modulo a prime, under addition. */
function toySuite(): Ciphersuite {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const of = (e: Element): bigint => e as unknown as bigint;
  const mod = (n: bigint): Element => asElement(((n % order) + order) % order);
  const group = genericGroup({
    order,
    base: asElement(1n),
    zero: asElement(0n),
    add: (a, b) => mod(of(a) + of(b)),
    negate: (a) => mod(-of(a)),
    equals: (a, b) => of(a) === of(b),
    multiply: (a, s) => mod(of(a) * s),
  });
  return sha512Suite({
    id: 'toy',
    contextString: 'FROST-TOY-SHA512-v1',
    group,
    order,
    elementBytes: 32,
    encodeElement: (e) => bytesLE(of(e), 32),
    decodeElement: (bytes) => {
      const n = bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
      if (n >= order) throw new Error('not reduced');
      return asElement(n);
    },
    cocktailId: 'COCKTAIL(toy, SHA-512)',
    cocktailLabel: 'toy-SHA512',
  });
}

const all: readonly Ciphersuite[] = [...suites.values(), toySuite()];

describe('the registry', () => {
  it('has six suites and refuses other names', () => {
    expect([...suites.keys()].length).toBe(6);
    for (const [id, suite] of suites) expect(ciphersuite(id)).toBe(suite);
    for (const id of ['', 'ED25519', '__proto__', 'constructor', 'p521']) {
      expect(() => ciphersuite(id)).toThrow(RangeError);
    }
  });
});

describe.each(all.map((suite) => [suite.id, suite] as const))('%s', (_, suite) => {
  const { group, order } = suite;
  const scalars = fc.bigInt({ min: 0n, max: order - 1n });
  const few = { numRuns: 8 };

  it('computes the same by all its multiplications, zero included', () => {
    const fixed: Scalar[] = [0n, 1n, order - 1n];
    const point = group.multiplyBase(randomScalar(suite, seeded(suite.id)));
    const tabled = group.add(point, group.zero);
    group.precompute(tabled);
    const check = (a: Scalar): void => {
      const expected = group.multiply(point, a);
      for (const other of [
        group.multiplyPublic(point, a),
        group.multiplyPublic(tabled, a),
        group.msm([point], [a]),
        group.horner([group.zero, point], a),
      ]) {
        expect(group.equals(other, expected)).toBe(true);
      }
      const base = group.multiplyBase(a);
      expect(group.equals(group.multiplyBasePublic(a), base)).toBe(true);
      const both = group.add(base, expected);
      expect(group.equals(group.multiplyAddPublic(a, point, a), both)).toBe(true);
      expect(group.equals(group.multiply(group.base, a), base)).toBe(true);
      expect(group.isIdentity(base)).toBe(a === 0n);
    };
    for (const a of fixed) check(a);
    fc.assert(fc.property(scalars, check), few);
  });

  it('is a group in which scalars add up', () => {
    fc.assert(
      fc.property(scalars, scalars, (a, b) => {
        const [A, B] = [group.multiplyBase(a), group.multiplyBase(b)];
        expect(group.equals(group.add(A, B), group.multiplyBase((a + b) % order))).toBe(true);
        expect(group.isIdentity(group.subtract(A, A))).toBe(true);
        expect(group.equals(group.subtract(A, B), group.add(A, group.negate(B)))).toBe(true);
        const msm = group.msm([A, B, group.base], [b, a, 5n]);
        expect(group.equals(msm, group.multiplyBase((2n * a * b + 5n) % order))).toBe(true);
        expect(group.equals(group.sum([A, B, A]), group.msm([A, B], [2n, 1n]))).toBe(true);
      }),
      few,
    );
    expect(group.isIdentity(group.sum([]))).toBe(true);
    expect(group.isIdentity(group.msm([], []))).toBe(true);
    expect(() => group.msm([group.base], [])).toThrow(RangeError);
  });

  it('evaluates commitments at small and large x alike', () => {
    const coefficients = [3n, 1n, order - 4n];
    const commitment = coefficients.map(group.multiplyBase);
    for (const x of [0n, 1n, 2n, 100n, 65_535n, 70_000n, order - 1n]) {
      const value = coefficients.reduceRight((sum, c) => (sum * x + c) % order, 0n);
      expect(group.equals(group.horner(commitment, x), group.multiplyBase(value))).toBe(true);
    }
  });

  it('encodes and decodes one way only', () => {
    fc.assert(
      fc.property(scalars, (a) => {
        expect(suite.decodeScalar(suite.encodeScalar(a))).toBe(a);
        if (a === 0n) return;
        const bytes = suite.encodeElement(group.multiplyBase(a));
        expect(bytes.length).toBe(suite.elementBytes);
        expect(suite.encodeElement(suite.decodeElement(bytes))).toEqual(bytes);
      }),
      few,
    );
    const zero = suite.encodeScalar(0n);
    expect(() => suite.decodeNonZeroScalar(zero)).toThrow(DecodeError);
    expect(() => suite.encodeScalar(order)).toThrow(RangeError);
    expect(() => suite.encodeElement(group.zero)).toThrow(RangeError);
  });

  it('refuses mangled encodings with a DecodeError and nothing else', () => {
    const good = suite.encodeElement(group.multiplyBase(12_345n));
    const lengths = [0, suite.elementBytes - 1, suite.elementBytes + 1, 65];
    for (const length of lengths) {
      expect(() => suite.decodeElement(new Uint8Array(length))).toThrow(DecodeError);
    }
    for (const fill of [0x00, 0xff]) {
      const bytes = new Uint8Array(suite.elementBytes).fill(fill);
      expect(() => suite.decodeElement(bytes)).toThrow(DecodeError);
      const scalar = new Uint8Array(suite.scalarBytes + 1).fill(fill);
      expect(() => suite.decodeScalar(scalar)).toThrow(DecodeError);
    }
    const flips = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(flips, ([at, mask]) => {
        const bytes = Uint8Array.from(good);
        bytes[at] = (bytes[at] as number) ^ mask;
        try {
          expect(suite.encodeElement(suite.decodeElement(bytes))).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('signs 2 of 3 from start to end, and its check refuses every changed byte', () => {
    const random = seeded(`end ${suite.id}`);
    const keys = dealtKeys(suite, 2, ids(1, 2, 3), random);
    const signers = ids(3, 1);
    const { pkg, nonces } = roundOne(keys, signers, utf8('message'), random);
    const shares = new Map(
      signers.map((id) => [id, sign(pkg, nonces.get(id)!, keys.get(id)!)] as const),
    );
    const { publicKeys } = keys.get(signers[0]!)!;
    const signature = aggregate(pkg, shares, publicKeys);
    expect(signature.length).toBe(suite.signatureBytes);
    const publicKey = suite.encodePublicKey(publicKeys.verifyingKey);
    const input = { publicKey, message: pkg.message, signature };
    expect(suite.verify(input)).toBe(true);
    for (const at of [0, 5, suite.elementBytes - 2, signature.length - 1]) {
      const bad = Uint8Array.from(signature);
      bad[at] = (bad[at] as number) ^ 1;
      expect(suite.verify({ ...input, signature: bad })).toBe(false);
    }
    expect(suite.verify({ ...input, signature: signature.subarray(1) })).toBe(false);
    expect(suite.verify({ ...input, signature: concat(signature, pkg.message) })).toBe(false);
    expect(suite.verify({ ...input, publicKey: publicKey.subarray(1) })).toBe(false);
    expect(suite.verify({ ...input, publicKey: new Uint8Array(publicKey.length) })).toBe(false);
  });
});
