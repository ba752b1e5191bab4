/**
 * FROST over secp256k1 with BIP 340 signatures, as the Zcash Foundation's frost-secp256k1-tr: the
 * hashes of RFC 9591 under a context string of its own, the challenge of BIP 340, 64-byte
 * signatures, keys and group commitments in their form with even y.
 */

import { schnorr } from '@noble/curves/secp256k1.js';
import { concat, integerBE } from './bytes.ts';
import { sha256Hashes } from './frost-suite.ts';
import { taggedHash } from './hash.ts';
import { secp256k1 } from './secp256k1.ts';
import type { Ciphersuite } from './suite.ts';

const contextString = 'FROST-secp256k1-SHA256-TR-v1';
const { order } = secp256k1;

export const secp256k1Tr: Ciphersuite = {
  ...secp256k1,
  ...sha256Hashes(contextString, order),
  id: 'secp256k1-tr',
  contextString,
  signatureBytes: 64,
  evenY: true,
  challenge: (r, verifyingKey, message) =>
    integerBE(
      taggedHash('BIP0340/challenge', concat(r.subarray(1), verifyingKey.subarray(1), message)),
    ) % order,
  /** x-only, 32 bytes. */
  encodePublicKey: (verifyingKey) => secp256k1.encodeElement(verifyingKey).slice(1),
  encodeSignature: (r, z) => concat(r.subarray(1), secp256k1.encodeScalar(z)),
  verify: ({ publicKey, message, signature }) =>
    publicKey.length === 32 &&
    signature.length === 64 &&
    schnorr.verify(signature, message, publicKey),
  // Key generation knows nothing of Taproot: same group, same bytes, raw keys.
  cocktail: secp256k1.cocktail,
};
