/** The hash functions of COCKTAIL-DKG (C2SP cocktail-dkg v0.2.1) for each family of suites. */

import type { Aead } from './aead.ts';
import { ascii, concat, integerBE, integerLE, le64 } from './bytes.ts';
import { sha256, sha512, shake256, taggedHash } from './hash.ts';
import type { CocktailSuite, Element, Encodings, Group } from './suite.ts';

type Parts = {
  readonly id: string;
  /** The part of the prefix strings between `COCKTAIL-DKG-` and `-H6`. */
  readonly label: string;
  readonly group: Group;
  readonly encodings: Encodings;
  readonly aead: Aead;
  /** Bytes of a Diffie–Hellman value for H6; the element encoding unless given. */
  readonly ecdhEncode?: (shared: Element) => Uint8Array;
};

type KeyInput = Parameters<CocktailSuite['deriveKey']>[0];

function keyPreimage(input: KeyInput, extra: Uint8Array): Uint8Array {
  const { secret, ephemeral, sender, receiver } = input;
  return concat(secret, ephemeral, sender, receiver, le64(extra.length), extra);
}

/** 64-byte hashes: key and iv are cut from one output of H6. */
function cut(wide: Uint8Array): { key: Uint8Array; iv: Uint8Array } {
  return { key: wide.slice(0, 32), iv: wide.slice(32, 56) };
}

/** 32-byte hashes: two calls of H6, told apart by a label behind the context. */
function twoCalls(
  context: Uint8Array,
  h6: (extra: Uint8Array) => Uint8Array,
): { key: Uint8Array; iv: Uint8Array } {
  const extra = (label: string): Uint8Array =>
    concat(le64(context.length), context, le64(label.length), ascii(label));
  return { key: h6(extra('key')), iv: h6(extra('nonce')).slice(0, 24) };
}

function assemble(
  parts: Parts,
  hashes: Pick<CocktailSuite, 'hash' | 'nonceScalar' | 'challengeScalar' | 'deriveKey'>,
): CocktailSuite {
  const { id, group, encodings, aead, ecdhEncode = encodings.encodeElement } = parts;
  return {
    ...encodings,
    id,
    group,
    signatureBytes: encodings.elementBytes + encodings.scalarBytes,
    ...hashes,
    ecdhEncode,
    seal: aead.seal,
    open: aead.open,
  };
}

/** ed25519, ristretto255, and toy groups. */
export function sha512Cocktail(parts: Parts): CocktailSuite {
  const prefix = `COCKTAIL-DKG-${parts.label}`;
  const { order } = parts.encodings;
  const scalar = (tag: string, message: Uint8Array): bigint =>
    integerLE(sha512(concat(ascii(prefix + tag), message))) % order;
  return assemble(parts, {
    hash: sha512,
    nonceScalar: (message) => scalar('-NONCE', message),
    challengeScalar: (message) => scalar('-H7', message),
    deriveKey: (input) =>
      cut(sha512(concat(ascii(`${prefix}-H6`), keyPreimage(input, input.context)))),
  });
}

/** ed448. As "H" the specification means 64 bytes of SHAKE256, for scalars 114, for H6 56. */
export function shake256Cocktail(parts: Parts): CocktailSuite {
  const prefix = `COCKTAIL-DKG-${parts.label}`;
  const { order } = parts.encodings;
  const scalar = (tag: string, message: Uint8Array): bigint =>
    integerLE(shake256(concat(ascii(prefix + tag), message), 114)) % order;
  return assemble(parts, {
    hash: (message) => shake256(message, 64),
    nonceScalar: (message) => scalar('-NONCE', message),
    challengeScalar: (message) => scalar('-H7', message),
    deriveKey: (input) =>
      cut(shake256(concat(ascii(`${prefix}-H6`), keyPreimage(input, input.context)), 56)),
  });
}

/** p256. */
export function sha256Cocktail(parts: Parts): CocktailSuite {
  const prefix = `COCKTAIL-DKG-${parts.label}`;
  const { order } = parts.encodings;
  function scalar(tag: string, message: Uint8Array): bigint {
    const input = concat(ascii(prefix + tag), message);
    const high = sha256(concat(Uint8Array.of(1), input));
    const low = sha256(concat(Uint8Array.of(2), input)).subarray(0, 16);
    return integerBE(concat(high, low)) % order;
  }
  return assemble(parts, {
    hash: sha256,
    nonceScalar: (message) => scalar('-NONCE', message),
    challengeScalar: (message) => scalar('-H7', message),
    deriveKey: (input) =>
      twoCalls(input.context, (extra) =>
        sha256(concat(ascii(`${prefix}-H6`), keyPreimage(input, extra))),
      ),
  });
}

/** secp256k1: BIP 340 tagged hashes in the place of prefixes, and no length before `extra`. */
export function taggedCocktail(parts: Omit<Parts, 'label'>): CocktailSuite {
  const { order } = parts.encodings;
  return assemble(
    { ...parts, label: '' },
    {
      hash: sha256,
      nonceScalar: (message) => integerBE(taggedHash('COCKTAIL-DKG/NONCE', message)) % order,
      challengeScalar: (message) => integerBE(taggedHash('COCKTAIL-DKG/H7', message)) % order,
      deriveKey: ({ secret, ephemeral, sender, receiver, context }) =>
        twoCalls(context, (extra) =>
          taggedHash('COCKTAIL-DKG/H6', concat(secret, ephemeral, sender, receiver, extra)),
        ),
    },
  );
}
