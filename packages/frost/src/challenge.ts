/**
 * What all signers of one signature compute alike (RFC 9591 sections 4.3 to 4.6): binding factors,
 * group commitment, challenge. Here x-coordinates are any non-zero scalars.
 */

import { concat } from './bytes.ts';
import { FrostFault } from './fault.ts';
import type { NonceCommitments } from './nonces.ts';
import { checkCoordinates, interpolatingValues, mod } from './polynomial.ts';
import type { Ciphersuite, Element, Scalar } from './suite.ts';

export type Signer = { readonly x: Scalar; readonly commitments: NonceCommitments };

/** A message with its signers, made ready for computing and checking shares. */
export type Prepared = {
  readonly suite: Ciphersuite;
  /** Ascending. */
  readonly xs: readonly Scalar[];
  readonly signers: readonly Signer[];
  readonly bindingFactors: readonly Scalar[];
  readonly interpolatingValues: readonly Scalar[];
  /** Encoded R, before any change of sign. */
  readonly groupCommitmentBytes: Uint8Array;
  /** BIP 340: R has odd y, so all nonces count negated. */
  readonly negateNonces: boolean;
  readonly challenge: Scalar;
  /** Dᵢ + ρᵢ·Eᵢ where it was computed on the way, by position. */
  readonly terms: readonly (Element | undefined)[];
};

const RECENT_MAX = 256;
/** Interpolating values of recent signer sets by group order; bounded, oldest out first. */
const recent = new Map<bigint, Map<string, readonly Scalar[]>>();

function valuesOf({ order }: Ciphersuite, xs: readonly Scalar[]): readonly Scalar[] {
  let ofOrder = recent.get(order);
  if (ofOrder === undefined) {
    ofOrder = new Map();
    recent.set(order, ofOrder);
  }
  const name = xs.join(',');
  const known = ofOrder.get(name);
  if (known !== undefined) return known;
  const values = interpolatingValues(xs, order);
  if (ofOrder.size >= RECENT_MAX) {
    for (const oldest of ofOrder.keys()) {
      ofOrder.delete(oldest);
      break;
    }
  }
  ofOrder.set(name, values);
  return values;
}

/** Signers in ascending order of x; RangeError on zero or repeated coordinates. */
export function sortSigners(suite: Ciphersuite, signers: readonly Signer[]): Signer[] {
  checkCoordinates(
    signers.map((signer) => signer.x),
    suite.order,
  );
  return [...signers].sort((a, b) => (a.x < b.x ? -1 : 1));
}

/** encode_group_commitment_list: Ns(x) ‖ Ne(D) ‖ Ne(E) of all, ascending. */
function encodeCommitmentList(suite: Ciphersuite, signers: readonly Signer[]): Uint8Array {
  return concat(
    ...signers.flatMap(({ x, commitments }) => [
      suite.encodeScalar(x),
      commitments.hidingBytes,
      commitments.bindingBytes,
    ]),
  );
}

/**
 * Ns(x) appended gives each signer's binding factor input: Ne(Y) ‖ H4(message) ‖ H5(list). It
 * covers the key actually signed for, the message, the signers and all their commitments; leaving
 * out any of them would reopen the attacks on concurrent sessions (Drijvers et al. 2019, ROS).
 */
export function bindingFactorPrefix(
  suite: Ciphersuite,
  verifyingKeyBytes: Uint8Array,
  message: Uint8Array,
  signers: readonly Signer[],
): Uint8Array {
  return concat(
    verifyingKeyBytes,
    suite.h4(message),
    suite.h5(encodeCommitmentList(suite, signers)),
  );
}

/**
 * Prepares a signature by these signers (any order). `own` is the x whose term Dᵢ + ρᵢ·Eᵢ is
 * wanted apart. FrostFault when the group commitment is the identity; RangeError on bad
 * coordinates.
 */
export function prepare(input: {
  readonly suite: Ciphersuite;
  readonly verifyingKeyBytes: Uint8Array;
  readonly message: Uint8Array;
  readonly signers: readonly Signer[];
  readonly own?: Scalar;
}): Prepared {
  const { suite, verifyingKeyBytes, message, own } = input;
  const { group } = suite;
  const signers = sortSigners(suite, input.signers);
  const xs = signers.map((signer) => signer.x);
  const prefix = bindingFactorPrefix(suite, verifyingKeyBytes, message, signers);
  const bindingFactors = xs.map((x) => suite.h1(concat(prefix, suite.encodeScalar(x))));

  const terms: (Element | undefined)[] = xs.map(() => undefined);
  const bindings: Element[] = [];
  const factors: Scalar[] = [];
  const parts: Element[] = [];
  signers.forEach(({ x, commitments }, i) => {
    const factor = bindingFactors[i] as Scalar;
    if (x === own) {
      const bound = group.multiplyPublic(commitments.binding, factor);
      const term = group.add(commitments.hiding, bound);
      terms[i] = term;
      parts.push(term);
    } else {
      parts.push(commitments.hiding);
      bindings.push(commitments.binding);
      factors.push(factor);
    }
  });
  if (bindings.length > 0) parts.push(group.msm(bindings, factors));
  const groupCommitment = group.sum(parts);
  if (group.isIdentity(groupCommitment)) {
    throw new FrostFault({ code: 'identity-group-commitment' });
  }
  const groupCommitmentBytes = suite.encodeElement(groupCommitment);
  return {
    suite,
    xs,
    signers,
    bindingFactors,
    interpolatingValues: valuesOf(suite, xs),
    groupCommitmentBytes,
    negateNonces: suite.evenY && !group.hasEvenY(groupCommitment),
    challenge: suite.challenge(groupCommitmentBytes, verifyingKeyBytes, message),
    terms,
  };
}

/** zᵢ = ±(dᵢ + eᵢ·ρᵢ) + λᵢ·sᵢ·c for the signer at this position. */
export function computeShare(
  prepared: Prepared,
  position: number,
  secrets: { readonly hiding: Scalar; readonly binding: Scalar; readonly share: Scalar },
): Scalar {
  const { suite, bindingFactors, challenge, negateNonces } = prepared;
  const { order } = suite;
  const rho = bindingFactors[position] as Scalar;
  const lambda = prepared.interpolatingValues[position] as Scalar;
  const nonce = (secrets.hiding + secrets.binding * rho) % order;
  const signed = negateNonces ? (order - nonce) % order : nonce;
  return (signed + ((lambda * challenge) % order) * secrets.share) % order;
}

/** The share equation: z·B == ±(Dᵢ + ρᵢ·Eᵢ) + (c·λᵢ)·Yᵢ. Public data only. */
export function verifyShareAt(
  prepared: Prepared,
  position: number,
  z: Scalar,
  verifyingShare: Element,
): boolean {
  const { suite, signers, bindingFactors, challenge, negateNonces } = prepared;
  const { group, order } = suite;
  const { commitments } = signers[position] as Signer;
  const weight = (challenge * (prepared.interpolatingValues[position] as Scalar)) % order;
  const term =
    prepared.terms[position] ??
    group.add(
      commitments.hiding,
      group.multiplyPublic(commitments.binding, bindingFactors[position] as Scalar),
    );
  const left = group.multiplyAddPublic(z, verifyingShare, mod(-weight, order));
  return group.equals(left, negateNonces ? group.negate(term) : term);
}
