/**
 * A toy suite: integers modulo a 252-bit prime under addition. Everybody can compute discrete
 * logarithms in it, so it hides nothing, but it obeys every equation of a real suite and is a
 * hundred times faster. For simulations.
 * @module
 */
import {
  bytesLE,
  type Ciphersuite,
  type Element,
  type Group,
  genericGroup,
  integerLE,
  sha512Suite,
} from '@permafrost/frost';

const ORDER: bigint = 2n ** 252n - 129n;

const element = (n: bigint): Element => n as unknown as Element;
const number = (e: Element): bigint => e as unknown as bigint;

const group: Group = genericGroup({
  order: ORDER,
  base: element(5n),
  zero: element(0n),
  add: (a, b) => element((number(a) + number(b)) % ORDER),
  negate: (a) => element((ORDER - number(a)) % ORDER),
  equals: (a, b) => number(a) === number(b),
  multiply: (a, scalar) => element((number(a) * scalar) % ORDER),
});

function decode(bytes: Uint8Array): Element {
  const n = integerLE(bytes);
  if (n >= ORDER) throw new RangeError('not reduced');
  return element(n);
}

/** `toy`. Never in the registry of suites: no node offers it. */
export const toySuite: Ciphersuite = sha512Suite({
  id: 'toy',
  contextString: 'FROST-TOY-SHA512-v1',
  group,
  order: ORDER,
  elementBytes: 32,
  encodeElement: (e) => bytesLE(number(e), 32),
  decodeElement: decode,
  cocktailId: 'COCKTAIL(Toy, SHA-512)',
  cocktailLabel: 'Toy-SHA512',
});
