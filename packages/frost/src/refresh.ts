/**
 * Refresh with zero constant terms: every participant deals a polynomial f with f(0) = 0 and the
 * shares add up. Pure mathematics in the form of the published libraries and of our vectors; the
 * network refreshes by dealing λᵢ·sᵢ (see reshare.ts).
 */

import type { Ciphersuite, Element, Scalar } from './suite.ts';
import { verifyShare } from './vss.ts';

/** A dealer's commitments to its coefficients 1 … t − 1; the constant is known to be zero. */
export type RefreshCommitment = readonly Element[];

/**
 * Whether a refresh share for x belongs to the commitment, which must have exactly minSigners − 1
 * elements: a shorter one would lower the threshold, a longer one raise it.
 */
export function verifyRefreshShare(
  suite: Ciphersuite,
  options: {
    readonly minSigners: number;
    readonly commitment: RefreshCommitment;
    readonly x: Scalar;
    readonly share: Scalar;
  },
): boolean {
  const { minSigners, commitment, x, share } = options;
  if (commitment.length !== minSigners - 1) return false;
  return verifyShare(suite, [suite.group.zero, ...commitment], x, share);
}

/** s′ = s + Σ shares; RangeError when it is zero (start again). */
export function refreshedShare(
  suite: Ciphersuite,
  share: Scalar,
  shares: readonly Scalar[],
): Scalar {
  const out = shares.reduce((sum, one) => (sum + one) % suite.order, share);
  if (out === 0n) throw new RangeError('refreshed share is zero');
  return out;
}

/** Y′ = Y + Σ Σ xᵏ·φₖ of all dealers. */
export function refreshedVerifyingShare(
  suite: Ciphersuite,
  options: {
    readonly x: Scalar;
    readonly verifyingShare: Element;
    readonly commitments: readonly RefreshCommitment[];
  },
): Element {
  const { group } = suite;
  const { x, verifyingShare, commitments } = options;
  return group.sum([
    verifyingShare,
    ...commitments.map((one) => group.horner([group.zero, ...one], x)),
  ]);
}
