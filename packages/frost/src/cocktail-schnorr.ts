/**
 * The Schnorr signatures inside COCKTAIL-DKG (C2SP cocktail-dkg v0.2.1): proofs of possession and
 * certificates. Not EdDSA and not BIP 340: R is a whole element, z any scalar.
 */

import { concat } from './bytes.ts';
import { DecodeError } from './encoding.ts';
import { mod } from './polynomial.ts';
import type { CocktailSuite, Element, Scalar } from './suite.ts';

/**
 * Signs with a secret 1 … q − 1; Ne(R) ‖ Ns(z). The nonce is a hash of secret and message, so a
 * fault between two runs over one message, or another public key in the second, would give the
 * secret away: the signature is verified before it is returned, which fails with any public key
 * but the secret's own. That one is computed unless it is `known`. RangeError on a bad secret, a zero nonce
 * (chance 2⁻²⁵²), a fault or a wrong public key.
 */
export function schnorrSign(
  suite: CocktailSuite,
  secret: Scalar,
  message: Uint8Array,
  known?: Element,
): Uint8Array {
  if (secret <= 0n || secret >= suite.order) throw new RangeError('secret must be 1 … q − 1');
  const { group } = suite;
  const publicKey = known ?? group.multiplyBase(secret);
  const encodedSecret = suite.encodeScalar(secret);
  const nonce = suite.nonceScalar(concat(encodedSecret, message));
  encodedSecret.fill(0);
  if (nonce === 0n) throw new RangeError('nonce is zero');
  const r = suite.encodeElement(group.multiplyBase(nonce));
  const c = suite.challengeScalar(concat(r, suite.encodeElement(publicKey), message));
  const signature = concat(r, suite.encodeScalar((nonce + c * secret) % suite.order));
  if (!schnorrVerify(suite, publicKey, message, signature)) {
    throw new RangeError('own signature does not verify');
  }
  return signature;
}

/**
 * Verifies under a decoded (order-checked) public key; false on anything malformed. That R is of
 * prime order follows from the equation, which holds exactly or not at all.
 */
export function schnorrVerify(
  suite: CocktailSuite,
  publicKey: Element,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const decoded = decodeSignature(suite, signature);
  if (decoded === undefined) return false;
  const { group } = suite;
  const encodedR = signature.subarray(0, suite.elementBytes);
  const c = suite.challengeScalar(concat(encodedR, suite.encodeElement(publicKey), message));
  // z·B − c·Y == R. Both B and Y are of prime order, so that −c may be taken modulo the order.
  const left = group.multiplyAddPublic(decoded.z, publicKey, mod(-c, suite.order));
  return group.equals(left, decoded.r);
}

/** R (its order unchecked) and z of a signature; undefined when either does not decode. */
export function decodeSignature(
  suite: CocktailSuite,
  signature: Uint8Array,
): { readonly r: Element; readonly z: Scalar } | undefined {
  if (signature.length !== suite.signatureBytes) return undefined;
  try {
    const r = suite.decodeElementForEquation(signature.subarray(0, suite.elementBytes));
    const z = suite.decodeScalar(signature.subarray(suite.elementBytes));
    return { r, z };
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}
