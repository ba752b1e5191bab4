/** Feldman's verifiable secret sharing: commitments to polynomials. */

import type { Element, Group, Scalar } from './suite.ts';

type InGroup = { readonly group: Group };

/** aₖ·B for every coefficient (secret). */
export function commitPolynomial(suite: InGroup, coefficients: readonly Scalar[]): Element[] {
  return coefficients.map((coefficient) => suite.group.multiplyBase(coefficient));
}

/** Whether share·B equals the committed polynomial at x. The share is secret. */
export function verifyShare(
  suite: InGroup,
  commitment: readonly Element[],
  x: Scalar,
  share: Scalar,
): boolean {
  const { group } = suite;
  return group.equals(group.multiplyBase(share), group.horner(commitment, x));
}

/**
 * As verifyShare, for all shares of a polynomial of our own at once: weights 1, 2, 3 … tell them
 * apart. Any slip of ours is found, a choice of somebody else's need not be.
 */
export function verifyOwnShares(
  suite: InGroup & { readonly order: bigint },
  commitment: readonly Element[],
  shares: readonly { readonly x: Scalar; readonly share: Scalar }[],
): boolean {
  const { group, order } = suite;
  const powers = commitment.map(() => 0n);
  let sum = 0n;
  shares.forEach(({ x, share }, i) => {
    let weight = BigInt(i + 1);
    sum = (sum + weight * share) % order;
    for (let k = 0; k < powers.length; k++, weight = (weight * x) % order) {
      powers[k] = ((powers[k] as Scalar) + weight) % order;
    }
  });
  return group.equals(group.multiplyBase(sum), group.msm(commitment, powers));
}

/** Coefficient by coefficient; RangeError unless all have one length and there is at least one. */
export function sumCommitments(
  suite: InGroup,
  commitments: readonly (readonly Element[])[],
): Element[] {
  const first = commitments[0];
  if (first === undefined) throw new RangeError('no commitments to add');
  if (commitments.some((one) => one.length !== first.length)) {
    throw new RangeError('commitments differ in length');
  }
  return first.map((_, k) => suite.group.sum(commitments.map((one) => one[k] as Element)));
}

/**
 * The committed polynomial at each of xs. Where xs are consecutive small numbers and many, by
 * forward differences: t − 1 additions each after the first t.
 */
export function evaluateCommitment(
  suite: InGroup,
  commitment: readonly Element[],
  xs: readonly Scalar[],
): Element[] {
  const { group } = suite;
  const degree = commitment.length - 1;
  const consecutive = xs.every((x, i) => i === 0 || x === (xs[i - 1] as Scalar) + 1n);
  if (!consecutive || xs.length <= degree + 1 || degree < 1) {
    return xs.map((x) => group.horner(commitment, x));
  }
  const out = xs.slice(0, degree + 1).map((x) => group.horner(commitment, x));
  // differences[d] holds the newest d-th difference; the degree-th one is constant.
  const differences: Element[] = [];
  let row = out;
  for (let d = 0; d <= degree; d++) {
    differences.push(row[row.length - 1] as Element);
    row = row.slice(1).map((value, i) => group.subtract(value, row[i] as Element));
  }
  for (let i = degree + 1; i < xs.length; i++) {
    for (let d = degree - 1; d >= 0; d--) {
      differences[d] = group.add(differences[d] as Element, differences[d + 1] as Element);
    }
    out.push(differences[0] as Element);
  }
  return out;
}
