/** FROST(Ed25519, SHA-512), RFC 9591 section 6.1, and plain Ed25519 by one rule (RFC 8032). */

import { ed25519 as noble } from '@noble/curves/ed25519.js';
import { xchacha20Poly1305 } from './aead.ts';
import type { Backend } from './backend/backend.ts';
import { ed25519Backend } from './backend/ed25519.ts';
import { concat, integerLE } from './bytes.ts';
import { sha512Cocktail } from './cocktail-suite.ts';
import { DecodeError, elementCodec, scalarCodec } from './encoding.ts';
import { plainSuite, sha512Hashes, verifyCofactorless } from './frost-suite.ts';
import { nativeSignEd25519, nativeVerifyEd25519, sha512 } from './hash.ts';
import { rememberedKeys } from './known-keys.ts';
import type { Ciphersuite, Element, Encodings } from './suite.ts';

const order: bigint = noble.Point.Fn.ORDER;

function encodingsOf({ group, encode, parse }: Backend): Encodings {
  return {
    ...scalarCodec({ order, bytes: 32, littleEndian: true }),
    ...elementCodec({
      bytes: 32,
      parse,
      encode,
      isIdentity: group.isIdentity,
      isTorsionFree: group.isTorsionFree,
    }),
  };
}

const { group, encode: encodeAny } = ed25519Backend;
const encodings: Encodings = encodingsOf(ed25519Backend);

/** H2 is the challenge of RFC 8032: no prefix, so that any Ed25519 verifier accepts. */
function challenge(r: Uint8Array, verifyingKey: Uint8Array, message: Uint8Array): bigint {
  return integerLE(sha512(concat(r, verifyingKey, message))) % order;
}

const decodeKey = rememberedKeys(encodings.decodeElement);

/**
 * Checks a 32-byte Ed25519 public key: canonical, on the curve, prime order, not the identity.
 * Throws DecodeError. Checked keys are remembered.
 */
export function checkEd25519PublicKey(publicKey: Uint8Array): void {
  decodeKey(publicKey);
}

/**
 * Verifies an Ed25519 signature (64 bytes) without cofactor, under a key of prime order: the one
 * rule of this network. noble's own `verify` clears the cofactor in every mode, so it accepts
 * signatures with torsion in R that other verifiers refuse. False on anything malformed.
 */
export function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== 64) return false;
  let decodedKey: Element;
  try {
    decodedKey = decodeKey(publicKey);
  } catch (error) {
    if (error instanceof DecodeError) return false;
    throw error;
  }
  const native = nativeVerifyEd25519();
  if (native !== undefined) return native(publicKey, message, signature);
  return verifyCofactorless(
    { group, encodings, encodeAny, challenge },
    { publicKey, decodedKey, message, signature },
  );
}

/** Signs with a 32-byte seed (RFC 8032); 64 bytes. */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return nativeSignEd25519()?.(seed, message) ?? noble.sign(message, seed);
}

/** The 32-byte public key of a 32-byte seed (RFC 8032). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  return noble.getPublicKey(seed);
}

const contextString = 'FROST-ED25519-SHA512-v1';

/** The suite over a backend of one's own; all but comparisons of backends use `ed25519`. */
export function ed25519Over(backend: Backend): Ciphersuite {
  const of = { group: backend.group, encodings: encodingsOf(backend) };
  return plainSuite({
    id: 'ed25519',
    contextString,
    ...of,
    hashes: { ...sha512Hashes(contextString, order), challenge },
    verify: ({ publicKey, message, signature }) => verifyEd25519(publicKey, message, signature),
    // The published vectors encode Diffie–Hellman values by RFC 8032; the text of the specification
    // says ristretto255, which its own vectors contradict. We follow the vectors.
    cocktail: sha512Cocktail({
      id: 'COCKTAIL(Ed25519, SHA-512)',
      label: 'Ed25519-SHA512',
      ...of,
      aead: xchacha20Poly1305,
    }),
  });
}

export const ed25519: Ciphersuite = ed25519Over(ed25519Backend);
