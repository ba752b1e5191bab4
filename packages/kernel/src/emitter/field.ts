/**
 * The field of 2^255 − 19, four elements side by side. Limb k of four elements is one vector of
 * 32-bit lanes; nine limbs of 29 bits. An element is *reduced* if its limbs are below LIMB_END; it
 * may then be any number below 2^262 that is right modulo p. Sums of two or three reduced elements
 * go into a product without a carry between.
 * @module
 */
import { BoundError, type Code, type Four, four, type Halves, type Lanes } from './code.ts';

export const LIMBS = 9;
const BITS = 29;
export const P: bigint = (1n << 255n) - 19n;
/** 2^261 = 64·2^255, so what lies above nine limbs comes in again times 64·19. */
const FOLD = 1216n;

/** Limbs of reduced elements are below this: 29 bits, and what the last carry may add. */
export const LIMB_END: bigint = (1n << 29n) + (1n << 22n);

export type Element = readonly Lanes[];

/** The nine limbs of x < 2^261. */
export function limbsOf(x: bigint): readonly bigint[] {
  return Array.from({ length: LIMBS }, (_, k) => (x >> BigInt(BITS * k)) & ((1n << 29n) - 1n));
}

/**
 * A multiple of p, every limb of which is at least LIMB_END − 1: twice the limbs of 64·p, which are
 * all close to 2^29. A reduced element can be subtracted from it limb by limb.
 */
export const BIAS: readonly bigint[] = limbsOf(64n * P).map((limb) => 2n * limb);

const REDUCED: Four = four(() => LIMB_END - 1n);

export function limb(element: Element, k: number): Lanes {
  return element[k] as Lanes;
}

export function each(f: (k: number) => Lanes): Element {
  return Array.from({ length: LIMBS }, (_, k) => f(k));
}

export function load(code: Code, pointer: string): Element {
  return each((k) => code.load(pointer, k, REDUCED));
}

/** Stores an element, which must be reduced: whatever is loaded is taken to be. */
export function store(code: Code, pointer: string, element: Element): void {
  element.forEach((value, k) => {
    for (const max of value.max) {
      if (max >= LIMB_END) throw new BoundError(`limb ${k} of what is stored may be ${max}`);
    }
    code.store(pointer, k, value);
  });
}

/** One pass of carries, all limbs at once: from limbs of up to 32 bits to a reduced element. */
export function carried(code: Code, element: Element): Element {
  const low = element.map((value) => code.lowBits(value, BITS));
  const high = element.map((value) => code.highBits(value, BITS));
  return each((k) => {
    const from = k === 0 ? code.times(limb(high, LIMBS - 1), FOLD) : limb(high, k - 1);
    return code.sum([
      { of: limb(low, k), signs: [1, 1, 1, 1] },
      { of: from, signs: [1, 1, 1, 1] },
    ]);
  });
}

/**
 * The product of two elements, reduced. Columns k and 9 + k of the schoolbook product are made
 * together; the upper one comes in again below, folded. With `doubled` = 2·a instead of `b`, the
 * square of a: each mixed product once.
 */
export function product(
  code: Code,
  a: Element,
  b: Element,
  { halves = 2, square = false }: { readonly halves?: Halves; readonly square?: boolean } = {},
): Element {
  const column = (sum: number): (readonly [Lanes, Lanes])[] => {
    const pairs: (readonly [Lanes, Lanes])[] = [];
    for (let i = Math.max(0, sum - LIMBS + 1); i <= Math.min(sum, LIMBS - 1); i++) {
      const j = sum - i;
      if (!square) pairs.push([limb(a, i), limb(b, j)]);
      else if (i === j) pairs.push([limb(a, i), limb(a, i)]);
      else if (i < j) pairs.push([limb(b, i), limb(a, j)]);
    }
    return pairs;
  };
  const out: Lanes[] = [];
  let upperCarry: ReturnType<Code['products']> | undefined;
  let lowerCarry: ReturnType<Code['products']> | undefined;
  for (let k = 0; k < LIMBS; k++) {
    const pairs = column(LIMBS + k);
    let upper: Lanes;
    if (pairs.length > 0) {
      const sum = code.products(halves, pairs, [], upperCarry);
      upper = code.narrow(sum, BITS);
      upperCarry = code.wideHighBits(halves, sum, BITS);
    } else {
      upper = code.narrow(upperCarry as NonNullable<typeof upperCarry>);
    }
    const sum = code.products(halves, column(k), [[upper, FOLD]], lowerCarry);
    out.push(code.narrow(sum, BITS));
    lowerCarry = code.wideHighBits(halves, sum, BITS);
  }
  // The carry out of the top, folded into limb 0 and carried once more.
  const carry = lowerCarry as NonNullable<typeof lowerCarry>;
  const first = code.wideScaled(halves, carry, FOLD, limb(out, 0));
  const second = code.narrow(code.wideHighBits(halves, first, BITS));
  return each((k) => {
    if (k === 0) return code.narrow(first, BITS);
    if (k > 1) return limb(out, k);
    return code.sum([
      { of: limb(out, 1), signs: [1, 1, 1, 1] },
      { of: second, signs: [1, 1, 1, 1] },
    ]);
  });
}

export function squared(code: Code, a: Element, halves: Halves = 2): Element {
  const doubled = a.map((value) => code.double(value));
  return product(code, a, doubled, { halves, square: true });
}
