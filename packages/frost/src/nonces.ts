/** Nonces and their commitments: round one of FROST (RFC 9591 sections 4.1 and 5.1). */

import { concat } from './bytes.ts';
import type { KeyPackage } from './keys.ts';
import { RandomnessError } from './random.ts';
import { Secret } from './secret.ts';
import type { Ciphersuite, Element, Random, Scalar } from './suite.ts';

/** The commitments Dᵢ, Eᵢ of one signer, with their encodings. */
export type NonceCommitments = {
  readonly hiding: Element;
  readonly binding: Element;
  readonly hidingBytes: Uint8Array;
  readonly bindingBytes: Uint8Array;
};

/** The secret nonces dᵢ, eᵢ behind commitments. Whoever signs with them erases them. */
export type SigningNonces = {
  readonly hiding: Secret;
  readonly binding: Secret;
  readonly commitments: NonceCommitments;
};

/**
 * H3(random32 ‖ Ns(share)): a nonce that is safe when either the random bytes or the share are
 * unknown, and never a function of the message (three replays would give the share away).
 */
export function nonceGenerate(
  suite: Ciphersuite,
  randomBytes: Uint8Array,
  encodedShare: Uint8Array,
): Scalar {
  if (randomBytes.length !== 32) throw new RangeError('nonce randomness must have 32 bytes');
  return suite.h3(concat(randomBytes, encodedShare));
}

function secretScalar(suite: Ciphersuite, scalar: Scalar): Secret {
  const bytes = suite.encodeScalar(scalar);
  const secret = new Secret(bytes);
  bytes.fill(0);
  return secret;
}

/** Nonces and commitments from given nonce scalars; for `commit` and for test vectors. */
export function noncesFrom(
  suite: Ciphersuite,
  scalars: { readonly hiding: Scalar; readonly binding: Scalar },
): SigningNonces {
  const hiding = suite.group.multiplyBase(scalars.hiding);
  const binding = suite.group.multiplyBase(scalars.binding);
  const commitments: NonceCommitments = {
    hiding,
    binding,
    hidingBytes: suite.encodeElement(hiding),
    bindingBytes: suite.encodeElement(binding),
  };
  return {
    hiding: secretScalar(suite, scalars.hiding),
    binding: secretScalar(suite, scalars.binding),
    commitments,
  };
}

/**
 * Fresh nonces of one signer, good for one signature. Draws 2 × 32 random bytes. RandomnessError
 * when both draws are equal or a nonce is zero, which random bytes do not give.
 */
export function commit(
  key: KeyPackage,
  random: Random,
): { readonly nonces: SigningNonces; readonly commitments: NonceCommitments } {
  const { suite } = key.publicKeys;
  const share = key.signingShare.reveal();
  const hidingRandom = random(32);
  const hiding = nonceGenerate(suite, hidingRandom, share);
  hidingRandom.fill(0);
  const bindingRandom = random(32);
  const binding = nonceGenerate(suite, bindingRandom, share);
  bindingRandom.fill(0);
  share.fill(0);
  if (hiding === binding || hiding === 0n || binding === 0n) {
    throw new RandomnessError('random source repeated itself');
  }
  const nonces = noncesFrom(suite, { hiding, binding });
  return { nonces, commitments: nonces.commitments };
}

/** Commitments from the wire, with all checks (prime order included). Throws DecodeError. */
export function decodeNonceCommitments(
  suite: Ciphersuite,
  hidingBytes: Uint8Array,
  bindingBytes: Uint8Array,
): NonceCommitments {
  return {
    hiding: suite.decodeElement(hidingBytes),
    binding: suite.decodeElement(bindingBytes),
    hidingBytes: Uint8Array.from(hidingBytes),
    bindingBytes: Uint8Array.from(bindingBytes),
  };
}
