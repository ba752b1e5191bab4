/**
 * PedPop key generation (Komlo and Goldberg 2020, figure 1), with the bytes of the Zcash
 * Foundation's frost-core. For test vectors only: the network runs COCKTAIL-DKG, whose proofs also
 * cover the session. x-coordinates are any non-zero scalars.
 */

import { concat } from './bytes.ts';
import { DecodeError } from './encoding.ts';
import { checkCoordinates } from './polynomial.ts';
import type { Ciphersuite, Element, Scalar } from './suite.ts';
import { sumCommitments, verifyShare } from './vss.ts';

function proofChallenge(suite: Ciphersuite, x: Scalar, constant: Element, r: Uint8Array): Scalar {
  return suite.hdkg(concat(suite.encodeScalar(x), suite.encodeElement(constant), r));
}

/** The proof that a dealer knows its constant term: R ‖ μ, R x-only where keys have even y. */
export function proveKnowledge(
  suite: Ciphersuite,
  options: { readonly x: Scalar; readonly constant: Scalar; readonly nonce: Scalar },
): Uint8Array {
  const { group, order } = suite;
  const { x, constant } = options;
  let nonce = options.nonce;
  let r = group.multiplyBase(nonce);
  if (suite.evenY && !group.hasEvenY(r)) {
    nonce = (order - nonce) % order;
    r = group.negate(r);
  }
  const encodedR = suite.encodeElement(r);
  const c = proofChallenge(suite, x, group.multiplyBase(constant), encodedR);
  return suite.encodeSignature(encodedR, (nonce + constant * c) % order);
}

/** Verifies a proof of knowledge; false on anything malformed. */
export function verifyKnowledge(
  suite: Ciphersuite,
  options: { readonly x: Scalar; readonly constant: Element; readonly proof: Uint8Array },
): boolean {
  const { group, scalarBytes, signatureBytes } = suite;
  const { x, constant, proof } = options;
  if (proof.length !== signatureBytes) return false;
  const at = signatureBytes - scalarBytes;
  const encodedR = suite.evenY
    ? concat(Uint8Array.of(2), proof.subarray(0, at))
    : proof.subarray(0, at);
  try {
    const r = suite.decodeElementForEquation(encodedR);
    const mu = suite.decodeScalar(proof.subarray(at));
    const c = proofChallenge(suite, x, constant, encodedR);
    const right = group.add(r, group.multiplyPublic(constant, c));
    return group.equals(group.multiplyBasePublic(mu), right);
  } catch (error) {
    if (error instanceof DecodeError) return false;
    throw error;
  }
}

/** One dealer's public contribution and the share it sent to us. */
export type PedPopDeal = {
  readonly x: Scalar;
  readonly commitment: readonly Element[];
  readonly proof: Uint8Array;
  readonly share: Scalar;
};

/** Why a PedPop run failed, and through whom where one dealer is to blame. */
export class PedPopFault extends Error {
  override readonly name = 'PedPopFault';
  readonly culprit: Scalar | undefined;

  constructor(reason: string, culprit?: Scalar) {
    super(reason);
    this.culprit = culprit;
  }
}

/**
 * Parts two and three for the participant at `x`: `deals` are those of all dealers, its own
 * included. Each commitment has exactly minSigners elements, each proof and share verifies, no
 * constant term appears twice; then the sums. PedPopFault.
 */
export function finishPedPop(
  suite: Ciphersuite,
  options: {
    readonly x: Scalar;
    readonly minSigners: number;
    readonly deals: readonly PedPopDeal[];
  },
): {
  readonly share: Scalar;
  readonly verifyingKey: Element;
  readonly commitment: readonly Element[];
  readonly verifyingShares: ReadonlyMap<Scalar, Element>;
} {
  const { x, minSigners, deals } = options;
  const { group, order } = suite;
  const xs = deals.map((one) => one.x);
  checkCoordinates(xs, order);
  if (!xs.includes(x)) throw new RangeError('own deal is missing');
  const constants = new Set<string>();
  for (const { x: dealer, commitment, proof, share } of deals) {
    if (commitment.length !== minSigners) throw new PedPopFault('commitment length', dealer);
    const constant = commitment[0] as Element;
    if (!verifyKnowledge(suite, { x: dealer, constant, proof })) {
      throw new PedPopFault('proof of knowledge', dealer);
    }
    const name = suite.encodeElement(constant).join();
    if (constants.has(name)) throw new PedPopFault('copied constant term', dealer);
    constants.add(name);
    if (!verifyShare(suite, commitment, x, share)) throw new PedPopFault('share', dealer);
  }
  const commitment = sumCommitments(
    suite,
    deals.map((one) => one.commitment),
  );
  const share = deals.reduce((sum, one) => (sum + one.share) % order, 0n);
  const verifyingKey = commitment[0] as Element;
  const verifyingShares = new Map(xs.map((other) => [other, group.horner(commitment, other)]));
  const own = verifyingShares.get(x) as Element;
  if (share === 0n || group.isIdentity(verifyingKey)) throw new PedPopFault('zero key');
  if (!group.equals(group.multiplyBase(share), own)) throw new PedPopFault('final check');
  return { share, verifyingKey, commitment, verifyingShares };
}
