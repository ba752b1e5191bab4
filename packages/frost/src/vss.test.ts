import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import { evaluate, randomPolynomial } from './polynomial.ts';
import { ristretto255 } from './ristretto255.ts';
import {
  commitPolynomial,
  evaluateCommitment,
  sumCommitments,
  verifyOwnShares,
  verifyShare,
} from './vss.ts';

const { group, order } = ristretto255;

function polynomial(minSigners: number, seed: number): bigint[] {
  return randomPolynomial({ minSigners, order, random: seeded(seed) });
}

describe('verifiable secret sharing', () => {
  it('accepts exactly the committed shares', () => {
    const coefficients = polynomial(3, 1);
    const commitment = commitPolynomial(ristretto255, coefficients);
    for (const x of [1n, 2n, 70_000n]) {
      const share = evaluate(coefficients, x, order);
      expect(verifyShare(ristretto255, commitment, x, share)).toBe(true);
      expect(verifyShare(ristretto255, commitment, x, (share + 1n) % order)).toBe(false);
      expect(verifyShare(ristretto255, commitment, x + 1n, share)).toBe(false);
    }
    expect(verifyShare(ristretto255, commitPolynomial(ristretto255, [0n, 1n]), 2n, 2n)).toBe(true);
    expect(verifyShare(ristretto255, [group.zero], 5n, 0n)).toBe(true);
  });

  it('checks all shares of a polynomial of its own at once', () => {
    for (const minSigners of [1, 3, 5]) {
      const coefficients = polynomial(minSigners, 7);
      const commitment = commitPolynomial(ristretto255, coefficients);
      const shares = [1n, 2n, 3n, 4n, 70_000n].map((x) => ({
        x,
        share: evaluate(coefficients, x, order),
      }));
      const check = (changed: typeof shares): boolean =>
        verifyOwnShares(ristretto255, commitment, changed);
      expect(check(shares)).toBe(true);
      shares.forEach((_, at) => {
        const wrong = shares.map((one, i) => (i === at ? { ...one, share: one.share ^ 1n } : one));
        expect(check(wrong)).toBe(false);
      });
      if (minSigners === 1) continue;
      // Two shares in each other's place add up to the same plain sum.
      const [first, second, ...rest] = shares as [(typeof shares)[0], (typeof shares)[0]];
      const swapped = [
        { x: first.x, share: second.share },
        { x: second.x, share: first.share },
        ...rest,
      ];
      expect(check(swapped)).toBe(false);
    }
  });

  it('adds commitments of one length only', () => {
    const [a, b] = [polynomial(3, 2), polynomial(3, 3)];
    const sum = sumCommitments(ristretto255, [
      commitPolynomial(ristretto255, a),
      commitPolynomial(ristretto255, b),
    ]);
    const x = 9n;
    const share = (evaluate(a, x, order) + evaluate(b, x, order)) % order;
    expect(verifyShare(ristretto255, sum, x, share)).toBe(true);
    const short = commitPolynomial(ristretto255, a).slice(1);
    expect(() => sumCommitments(ristretto255, [sum, short])).toThrow(RangeError);
    expect(() => sumCommitments(ristretto255, [])).toThrow(RangeError);
  });

  it('evaluates at many consecutive points as it does at each', () => {
    for (const [t, n, from] of [
      [1, 4, 1],
      [2, 3, 1],
      [3, 9, 1],
      [4, 12, 5],
      [5, 5, 1],
    ] as const) {
      const commitment = commitPolynomial(ristretto255, polynomial(t, t));
      const xs = Array.from({ length: n }, (_, k) => BigInt(from + k));
      const values = evaluateCommitment(ristretto255, commitment, xs);
      xs.forEach((x, k) => {
        expect(group.equals(values[k]!, group.horner(commitment, x))).toBe(true);
      });
    }
    const commitment = commitPolynomial(ristretto255, polynomial(2, 7));
    const scattered = [7n, 2n, 70_000n, 3n];
    const values = evaluateCommitment(ristretto255, commitment, scattered);
    scattered.forEach((x, k) => {
      expect(group.equals(values[k]!, group.horner(commitment, x))).toBe(true);
    });
  });
});
