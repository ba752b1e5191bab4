/** The hash functions of FROST (RFC 9591 section 6) for each family of suites. */

import { xchacha20Poly1305 } from './aead.ts';
import { ascii, concat, equalBytes, integerBE, integerLE } from './bytes.ts';
import { sha512Cocktail } from './cocktail-suite.ts';
import { DecodeError, elementCodec, scalarCodec } from './encoding.ts';
import { sha256, sha512 } from './hash.ts';
import { mod } from './polynomial.ts';
import type { Ciphersuite, CocktailSuite, Element, Encodings, Group, Scalar } from './suite.ts';

type FrostHashes = Pick<Ciphersuite, 'h1' | 'challenge' | 'h3' | 'h4' | 'h5' | 'hdkg' | 'hid'>;

/** SHA-512 read as a little-endian integer: ristretto255's hashes (section 6.2). */
export function sha512Hashes(contextString: string, order: bigint): FrostHashes {
  const tagged = (tag: string, message: Uint8Array): Uint8Array =>
    sha512(concat(ascii(contextString + tag), message));
  const scalar = (tag: string, message: Uint8Array): Scalar =>
    integerLE(tagged(tag, message)) % order;
  return {
    h1: (message) => scalar('rho', message),
    challenge: (r, verifyingKey, message) => scalar('chal', concat(r, verifyingKey, message)),
    h3: (message) => scalar('nonce', message),
    h4: (message) => tagged('msg', message),
    h5: (message) => tagged('com', message),
    hdkg: (message) => scalar('dkg', message),
    hid: (message) => scalar('id', message),
  };
}

/** One block of SHA-256, in zeros: Z_pad of RFC 9380. */
const PAD = new Uint8Array(64);
/** L of RFC 9380 for orders of 256 bits. */
const WIDE_BYTES = 48;

/**
 * hash_to_field with SHA-256 (RFC 9380 sections 5.2 and 5.3.1, one element of 48 bytes) under one
 * tag of at most 255 characters.
 */
function hashToScalar(tag: string, order: bigint): (message: Uint8Array) => Scalar {
  const suffix = concat(ascii(tag), Uint8Array.of(tag.length));
  const ending = concat(Uint8Array.of(0, WIDE_BYTES, 0), suffix);
  const first = concat(Uint8Array.of(1), suffix);
  const second = concat(Uint8Array.of(2), suffix);
  return (message) => {
    const b0 = sha256(concat(PAD, message, ending));
    const b1 = sha256(concat(b0, first));
    const mixed = b0.map((byte, k) => byte ^ (b1[k] as number));
    const b2 = sha256(concat(mixed, second));
    return integerBE(concat(b1, b2.subarray(0, WIDE_BYTES - 32))) % order;
  };
}

/** SHA-256 to scalars by hash_to_field: P-256 and secp256k1 (sections 6.4, 6.5). */
export function sha256Hashes(contextString: string, order: bigint): FrostHashes {
  const prefix = (tag: string): Uint8Array => ascii(contextString + tag);
  const [msg, com] = [prefix('msg'), prefix('com')];
  const scalar = (tag: string) => hashToScalar(contextString + tag, order);
  const chal = scalar('chal');
  return {
    h1: scalar('rho'),
    challenge: (r, verifyingKey, message) => chal(concat(r, verifyingKey, message)),
    h3: scalar('nonce'),
    h4: (message) => sha256(concat(msg, message)),
    h5: (message) => sha256(concat(com, message)),
    hdkg: scalar('dkg'),
    hid: scalar('id'),
  };
}

/**
 * Everything of a suite that follows from its parts: the signature is Ne(R) ‖ Ns(z), and `verify`
 * decodes both, recomputes the challenge and checks z·B − c·Y == R.
 */
export function plainSuite(parts: {
  readonly id: string;
  readonly contextString: string;
  readonly group: Group;
  readonly encodings: Encodings;
  readonly hashes: FrostHashes;
  readonly cocktail: CocktailSuite;
  readonly verify?: Ciphersuite['verify'];
}): Ciphersuite {
  const { id, contextString, group, encodings, hashes, cocktail, verify } = parts;
  return {
    ...encodings,
    ...hashes,
    id,
    contextString,
    signatureBytes: encodings.elementBytes + encodings.scalarBytes,
    evenY: false,
    group,
    encodePublicKey: encodings.encodeElement,
    encodeSignature: (r, z) => concat(r, encodings.encodeScalar(z)),
    verify: verify ?? ((input) => verifyExactly({ group, encodings, hashes }, input)),
    cocktail,
  };
}

function verifyExactly(
  parts: { readonly group: Group; readonly encodings: Encodings; readonly hashes: FrostHashes },
  input: Parameters<Ciphersuite['verify']>[0],
): boolean {
  const { group, encodings, hashes } = parts;
  const { publicKey, message, signature } = input;
  const { elementBytes, scalarBytes } = encodings;
  if (signature.length !== elementBytes + scalarBytes) return false;
  let verifyingKey: Element;
  let r: Element;
  let z: Scalar;
  try {
    verifyingKey = encodings.decodeElement(publicKey);
    r = encodings.decodeElementForEquation(signature.subarray(0, elementBytes));
    z = encodings.decodeScalar(signature.subarray(elementBytes));
  } catch (error) {
    if (error instanceof DecodeError) return false;
    throw error;
  }
  const c = hashes.challenge(signature.subarray(0, elementBytes), publicKey, message);
  const expected = group.multiplyAddPublic(z, verifyingKey, mod(-c, encodings.order));
  return group.equals(expected, r);
}

/**
 * The rule for EdDSA signatures everywhere in this network, without cofactor: the key is of prime
 * order, S is reduced, and the encoding of S·B − c·A equals the bytes of R. Only so do all
 * verifiers agree on every signature. The key was decoded with all checks.
 */
export function verifyCofactorless(
  parts: {
    readonly group: Group;
    readonly encodings: Encodings;
    /** Encodes the identity too, which R may be here. */
    readonly encodeAny: (element: Element) => Uint8Array;
    readonly challenge: Ciphersuite['challenge'];
  },
  input: {
    readonly publicKey: Uint8Array;
    readonly decodedKey: Element;
    readonly message: Uint8Array;
    readonly signature: Uint8Array;
  },
): boolean {
  const { group, encodings, encodeAny, challenge } = parts;
  const { publicKey, decodedKey, message, signature } = input;
  const { elementBytes, scalarBytes } = encodings;
  if (signature.length !== elementBytes + scalarBytes) return false;
  let s: Scalar;
  try {
    s = encodings.decodeScalar(signature.subarray(elementBytes));
  } catch (error) {
    if (error instanceof DecodeError) return false;
    throw error;
  }
  const r = signature.subarray(0, elementBytes);
  const c = challenge(r, publicKey, message);
  const expected = group.multiplyAddPublic(s, decodedKey, mod(-c, encodings.order));
  return equalBytes(encodeAny(expected), r);
}

/**
 * A whole suite over any group with SHA-512 and 32-byte little-endian scalars: ristretto255 is one,
 * and so is a toy group for simulations. `parse` may throw anything on bytes it does not like.
 */
export function sha512Suite(options: {
  readonly id: string;
  readonly contextString: string;
  readonly group: Group;
  readonly order: bigint;
  readonly elementBytes: number;
  readonly encodeElement: (element: Element) => Uint8Array;
  readonly decodeElement: (bytes: Uint8Array) => Element;
  readonly cocktailId: string;
  readonly cocktailLabel: string;
}): Ciphersuite {
  const { id, contextString, group, order } = options;
  const encodings: Encodings = {
    ...scalarCodec({ order, bytes: 32, littleEndian: true }),
    ...elementCodec({
      bytes: options.elementBytes,
      parse: options.decodeElement,
      encode: options.encodeElement,
      isIdentity: group.isIdentity,
      isTorsionFree: group.isTorsionFree,
    }),
  };
  return plainSuite({
    id,
    contextString,
    group,
    encodings,
    hashes: sha512Hashes(contextString, order),
    cocktail: sha512Cocktail({
      id: options.cocktailId,
      label: options.cocktailLabel,
      group,
      encodings,
      aead: xchacha20Poly1305,
    }),
  });
}
