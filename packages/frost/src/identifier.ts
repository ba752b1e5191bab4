/** Identifiers of participants on the network: the numbers 1 … 65535. */

declare const identifierBrand: unique symbol;
/** A participant's x-coordinate: an integer from 1 to 65535, never an array index. */
export type Identifier = number & { readonly [identifierBrand]: 'identifier' };

/** Checks a number; RangeError unless it is an integer from 1 to 65535. */
export function identifier(n: number): Identifier {
  if (typeof n !== 'number' || !Number.isInteger(n) || n < 1 || n > 65_535) {
    throw new RangeError('identifier must be an integer from 1 to 65535');
  }
  return n as Identifier;
}

/** The identifiers in ascending order, in a fresh array; RangeError when one appears twice. */
export function ascending(ids: Iterable<Identifier>): Identifier[] {
  const sorted = [...ids].sort((a, b) => a - b);
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i] === sorted[i - 1]) throw new RangeError('identifier appears twice');
  }
  return sorted;
}
