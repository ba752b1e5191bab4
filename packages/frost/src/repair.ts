/**
 * Repair of a lost share (Stinson and Wei 2017/1155), with the checks that let helpers be
 * malicious: every helper splits its weighted share among all helpers and commits to each part.
 * With an x that nobody has yet, the same gives a share to a new participant.
 */

import { checkCoordinates, interpolatingValue, mod } from './polynomial.ts';
import { randomScalar } from './random.ts';
import type { Ciphersuite, Element, Random, Scalar } from './suite.ts';

/** ζᵢ = λᵢ(target) over the helpers. RangeError when the target is one of them. */
export function repairWeight(
  suite: Ciphersuite,
  helpers: readonly Scalar[],
  x: Scalar,
  target: Scalar,
): Scalar {
  checkCoordinates([...helpers, target], suite.order);
  return interpolatingValue(helpers, x, suite.order, target);
}

/**
 * Splits ζᵢ·sᵢ into one part for each helper, in their order: all random but the last (`given`
 * replaces the random ones in vectors). The parts are secret.
 */
export function splitForRepair(
  suite: Ciphersuite,
  options: {
    readonly weight: Scalar;
    readonly share: Scalar;
    readonly helpers: number;
    readonly random: Random;
    readonly given?: readonly Scalar[];
  },
): Scalar[] {
  const { weight, share, helpers, random, given } = options;
  const { order } = suite;
  const parts = Array.from(
    { length: helpers - 1 },
    (_, k) => given?.[k] ?? randomScalar(suite, random),
  );
  const rest = parts.reduce((left, part) => mod(left - part, order), (weight * share) % order);
  return [...parts, rest];
}

/** Whether a helper's committed parts add up to its weighted share: Σⱼ Δᵢⱼ == ζᵢ·Yᵢ. Public. */
export function checkRepairCommitments(
  suite: Ciphersuite,
  options: {
    readonly commitments: readonly Element[];
    readonly weight: Scalar;
    readonly verifyingShare: Element;
  },
): boolean {
  const { group } = suite;
  const expected = group.multiplyPublic(options.verifyingShare, options.weight);
  return group.equals(group.sum(options.commitments), expected);
}

/** σⱼ = Σᵢ δᵢⱼ: what helper j sends to the target alone, encrypted. */
export function repairSum(suite: Ciphersuite, parts: readonly Scalar[]): Scalar {
  return parts.reduce((sum, part) => (sum + part) % suite.order, 0n);
}

/**
 * The repaired share Σ σⱼ. RangeError unless it is not zero and belongs to the verifying share,
 * which published libraries leave to the caller: one bad helper would go unnoticed.
 */
export function repairedShare(
  suite: Ciphersuite,
  sums: readonly Scalar[],
  verifyingShare: Element,
): Scalar {
  const share = repairSum(suite, sums);
  if (share === 0n || !suite.group.equals(suite.group.multiplyBase(share), verifyingShare)) {
    throw new RangeError('repaired share does not belong to its verifying share');
  }
  return share;
}

/** The verifying share of any x from those of minSigners or more participants: Σ ζᵢ·Yᵢ. */
export function verifyingShareAt(
  suite: Ciphersuite,
  known: ReadonlyMap<Scalar, Element>,
  x: Scalar,
): Element {
  const xs = [...known.keys()];
  const weights = xs.map((xi) => interpolatingValue(xs, xi, suite.order, x));
  return suite.group.msm([...known.values()], weights);
}
