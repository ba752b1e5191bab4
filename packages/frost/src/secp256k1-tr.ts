/**
 * FROST over secp256k1 with BIP 340 signatures, as the Zcash Foundation's frost-secp256k1-tr: the
 * hashes of RFC 9591 under a context string of its own, the challenge of BIP 340, 64-byte
 * signatures, keys and group commitments in their form with even y.
 */

import type { Backend } from './backend/backend.ts';
import { secp256k1Backend } from './backend/secp256k1.ts';
import { concat, equalBytes, integerBE } from './bytes.ts';
import { DecodeError } from './encoding.ts';
import { sha256Hashes } from './frost-suite.ts';
import { taggedHash } from './hash.ts';
import { rememberedKeys } from './known-keys.ts';
import { mod } from './polynomial.ts';
import { secp256k1, secp256k1Over } from './secp256k1.ts';
import type { Ciphersuite, Element, Scalar } from './suite.ts';

const contextString = 'FROST-secp256k1-SHA256-TR-v1';
const { order } = secp256k1;

/** int(hash of the tag BIP0340/challenge, x(R) ‖ x(P) ‖ message) modulo the order. */
function challengeOf(r: Uint8Array, publicKey: Uint8Array, message: Uint8Array): Scalar {
  return integerBE(taggedHash('BIP0340/challenge', concat(r, publicKey, message))) % order;
}

/** The prefix of SEC 1 for the point with even y. */
const EVEN = Uint8Array.of(2);

/** Verification of BIP 340: R = s·G − e·P is not the identity, has even y, and x(R) = r. */
function verifierOf(
  { group, decodeElement, decodeScalar }: Ciphersuite,
  { name, encode }: Backend,
): Ciphersuite['verify'] {
  const decodeKey = rememberedKeys(
    (publicKey) => decodeElement(concat(EVEN, publicKey)),
    // noble's tables are large, and nothing bounds how many there are.
    name === 'kernel' ? group.precompute : undefined,
  );
  return ({ publicKey, message, signature }) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    const r = signature.subarray(0, 32);
    let key: Element;
    let s: Scalar;
    try {
      key = decodeKey(publicKey);
      s = decodeScalar(signature.subarray(32));
    } catch (error) {
      if (error instanceof DecodeError) return false;
      throw error;
    }
    const e = challengeOf(r, publicKey, message);
    const expected = group.multiplyAddPublic(s, key, mod(-e, order));
    // Neither the identity nor a point with odd y is encoded so, nor an r of p or more.
    return equalBytes(encode(expected), concat(EVEN, r));
  };
}

function over(base: Ciphersuite, backend: Backend): Ciphersuite {
  return {
    ...base,
    ...sha256Hashes(contextString, order),
    id: 'secp256k1-tr',
    contextString,
    signatureBytes: 64,
    evenY: true,
    challenge: (r, verifyingKey, message) =>
      challengeOf(r.subarray(1), verifyingKey.subarray(1), message),
    /** x-only, 32 bytes. */
    encodePublicKey: (verifyingKey) => base.encodeElement(verifyingKey).slice(1),
    encodeSignature: (r, z) => concat(r.subarray(1), base.encodeScalar(z)),
    verify: verifierOf(base, backend),
    // Key generation knows nothing of Taproot: same group, same bytes, raw keys.
    cocktail: base.cocktail,
  };
}

/** The suite over a backend of one's own; all but comparisons of backends use `secp256k1Tr`. */
export function secp256k1TrOver(backend: Backend): Ciphersuite {
  return over(secp256k1Over(backend), backend);
}

export const secp256k1Tr: Ciphersuite = over(secp256k1, secp256k1Backend);
