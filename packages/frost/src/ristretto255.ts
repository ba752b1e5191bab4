/** FROST(ristretto255, SHA-512), RFC 9591 section 6.2. */

import { ristretto255 as noble } from '@noble/curves/ed25519.js';
import type { Backend } from './backend/backend.ts';
import { ristretto255Backend } from './backend/ristretto255.ts';
import { sha512Suite } from './frost-suite.ts';
import type { Ciphersuite } from './suite.ts';

/** The suite over a backend of one's own; all but comparisons of backends use `ristretto255`. */
export function ristretto255Over({ group, encode, parse }: Backend): Ciphersuite {
  return sha512Suite({
    id: 'ristretto255',
    contextString: 'FROST-RISTRETTO255-SHA512-v1',
    group,
    order: noble.Point.Fn.ORDER,
    elementBytes: 32,
    encodeElement: encode,
    decodeElement: parse,
    cocktailId: 'COCKTAIL(Ristretto255, SHA-512)',
    cocktailLabel: 'Ristretto255-SHA512',
  });
}

export const ristretto255: Ciphersuite = ristretto255Over(ristretto255Backend);
