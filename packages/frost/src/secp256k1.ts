/** FROST(secp256k1, SHA-256), RFC 9591 section 6.5. */

import { secp256k1 as noble } from '@noble/curves/secp256k1.js';
import { xaes256Gcm } from './aead.ts';
import type { Backend } from './backend/backend.ts';
import { secp256k1Backend } from './backend/secp256k1.ts';
import { taggedCocktail } from './cocktail-suite.ts';
import { elementCodec, scalarCodec } from './encoding.ts';
import { plainSuite, sha256Hashes } from './frost-suite.ts';
import type { Ciphersuite, Encodings } from './suite.ts';

const order: bigint = noble.Point.Fn.ORDER;

function encodingsOf({ group, encode, parse }: Backend): Encodings {
  return {
    ...scalarCodec({ order, bytes: 32, littleEndian: false }),
    ...elementCodec({
      bytes: 33,
      parse,
      encode,
      isIdentity: group.isIdentity,
      isTorsionFree: group.isTorsionFree,
    }),
  };
}

const contextString = 'FROST-secp256k1-SHA256-v1';

/** The suite over a backend of one's own; all but comparisons of backends use `secp256k1`. */
export function secp256k1Over(backend: Backend): Ciphersuite {
  const of = { group: backend.group, encodings: encodingsOf(backend) };
  return plainSuite({
    id: 'secp256k1',
    contextString,
    ...of,
    hashes: sha256Hashes(contextString, order),
    cocktail: taggedCocktail({ id: 'COCKTAIL(secp256k1, SHA-256)', ...of, aead: xaes256Gcm }),
  });
}

export const secp256k1: Ciphersuite = secp256k1Over(secp256k1Backend);
