/**
 * Moving a key to other participants or another threshold: t or more old participants deal their
 * weighted shares, and plain sums of what they deal are shares of the same key.
 */

import { ascending, type Identifier } from './identifier.ts';
import { type KeyPackage, type PublicKeyPackage, signingScalar } from './keys.ts';
import { interpolatingValue } from './polynomial.ts';
import type { Ciphersuite, Element, Scalar } from './suite.ts';

/** λᵢ over the dealers' old identifiers; RangeError when `id` is not one or one appears twice. */
export function dealerWeight(
  suite: Ciphersuite,
  dealers: readonly Identifier[],
  id: Identifier,
): Scalar {
  return interpolatingValue(ascending(dealers).map(BigInt), BigInt(id), suite.order);
}

/**
 * The constant term that a dealer deals in a refresh or reshare: λᵢ·sᵢ, from its raw package.
 * RangeError when there are fewer dealers than minSigners: the result would be another key.
 */
export function reshareConstant(raw: KeyPackage, dealers: readonly Identifier[]): Scalar {
  const { suite, minSigners } = raw.publicKeys;
  if (dealers.length < minSigners) throw new RangeError('fewer dealers than minSigners');
  return (dealerWeight(suite, dealers, raw.identifier) * signingScalar(raw)) % suite.order;
}

/** What a dealer's first commitment must be: λᵢ·Yᵢ, from raw public keys. RangeError: stranger. */
export function reshareConstantCommitment(
  raw: PublicKeyPackage,
  dealers: readonly Identifier[],
  id: Identifier,
): Element {
  const verifyingShare = raw.verifyingShares.get(id);
  if (verifyingShare === undefined) throw new RangeError('dealer is not a participant');
  const { suite } = raw;
  return suite.group.multiplyPublic(verifyingShare, dealerWeight(suite, dealers, id));
}

/**
 * The form in which each dealer deals sᵢ itself and receivers weight what they get: the new share
 * Σ λᵢ·gᵢ(x). Gives the same shares.
 */
export function weightedShare(
  suite: Ciphersuite,
  weights: readonly Scalar[],
  shares: readonly Scalar[],
): Scalar {
  if (weights.length !== shares.length) throw new RangeError('one weight for each share');
  return shares.reduce((sum, one, i) => (sum + one * (weights[i] as Scalar)) % suite.order, 0n);
}

/** Σ λᵢ·Cᵢₖ for each k: the new commitment in that form. */
export function weightedCommitment(
  suite: Ciphersuite,
  weights: readonly Scalar[],
  commitments: readonly (readonly Element[])[],
): Element[] {
  const first = commitments[0];
  if (first === undefined || commitments.some((one) => one.length !== first.length)) {
    throw new RangeError('commitments differ in length');
  }
  return first.map((_, k) =>
    suite.group.msm(
      commitments.map((one) => one[k] as Element),
      weights,
    ),
  );
}
