/** Setup and context of COCKTAIL-DKG (C2SP cocktail-dkg v0.2.1). */

import { ascii, concat, le32, u64 } from './bytes.ts';
import { CocktailFault } from './cocktail-fault.ts';
import { DecodeError } from './encoding.ts';
import type { CocktailSuite, Element, Scalar } from './suite.ts';

/**
 * Checks before round one: 1 ≤ t ≤ n, n static keys that decode and differ, and our own in its
 * place. Returns them decoded. CocktailFault SETUP, SETUP_KEY, SETUP_DUP: nobody is to blame.
 */
export function checkSetup(
  suite: CocktailSuite,
  options: {
    readonly minSigners: number;
    readonly maxSigners: number;
    readonly publicKeys: readonly Uint8Array[];
    readonly own?: { readonly index: number; readonly secret: Scalar };
  },
): readonly Element[] {
  const { minSigners, maxSigners, publicKeys, own } = options;
  const sizes = Number.isInteger(minSigners) && Number.isInteger(maxSigners);
  if (!sizes || minSigners < 1 || minSigners > maxSigners || publicKeys.length !== maxSigners) {
    throw new CocktailFault('SETUP');
  }
  const decoded = publicKeys.map((bytes) => {
    try {
      return suite.decodeElement(bytes);
    } catch (error) {
      if (error instanceof DecodeError) throw new CocktailFault('SETUP_KEY');
      throw error;
    }
  });
  checkDistinct(suite, decoded);
  if (own !== undefined) {
    const listed = decoded[own.index - 1];
    const mine = suite.group.multiplyBase(own.secret);
    if (listed === undefined || !suite.group.equals(listed, mine)) {
      throw new CocktailFault('SETUP_KEY');
    }
  }
  return decoded;
}

/** CocktailFault SETUP_DUP when two keys are equal. */
export function checkDistinct(suite: CocktailSuite, keys: readonly Element[]): void {
  const seen = new Set(keys.map((key) => suite.encodeElement(key).join()));
  if (seen.size !== keys.length) throw new CocktailFault('SETUP_DUP');
}

/**
 * The context all participants agree on, in the recommended form: a hash (64 or 32 bytes) of the
 * session string, the suite and the ordered static keys. t is not in it: put it into `sid`.
 */
export function cocktailContext(
  suite: CocktailSuite,
  sid: Uint8Array,
  publicKeys: readonly Element[],
): Uint8Array {
  const id = ascii(suite.id);
  return suite.hash(
    concat(
      ascii('COCKTAIL-DKG-CONTEXT'),
      u64(sid.length),
      sid,
      u64(id.length),
      id,
      le32(publicKeys.length),
      ...publicKeys.map((key) => suite.encodeElement(key)),
    ),
  );
}
