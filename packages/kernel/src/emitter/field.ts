/**
 * A prime field, four elements side by side. Limb k of four elements is one vector of 32-bit lanes;
 * nine limbs of 29 bits. An element is *reduced* if its limbs are below LIMB_END; it may then be
 * any number below 2^262 that is right modulo p. Sums of two or three reduced elements go into a
 * product without a carry between.
 * @module
 */
import {
  BoundError,
  type Code,
  type Four,
  four,
  type Halves,
  type Lanes,
  type Wide,
} from './code.ts';

export const LIMBS = 9;
const BITS = 29;

/** Limbs of reduced elements are below this: 29 bits, and what the last carry may add. */
export const LIMB_END: bigint = (1n << 29n) + (1n << 22n);

const REDUCED: Four = four(() => LIMB_END - 1n);
const ALL = [1, 1, 1, 1] as const;

export type Element = readonly Lanes[];

/** The nine limbs of x < 2^261. */
export function limbsOf(x: bigint): readonly bigint[] {
  return Array.from({ length: LIMBS }, (_, k) => (x >> BigInt(BITS * k)) & ((1n << 29n) - 1n));
}

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

export type ProductOptions = {
  /** Elements 0 and 1 alone, or all four. */
  readonly halves?: Halves;
  /** `b` is 2·a, and the product wanted is a². */
  readonly square?: boolean;
  /** A second product, of elements 0 and 1, that is added before anything is reduced. */
  readonly plus?: readonly [Element, Element];
};

/** What the emitter knows of one field. */
export type Field = {
  readonly p: bigint;
  /**
   * A multiple of p, every limb of which is at least LIMB_END − 1: a reduced element can be
   * subtracted from it limb by limb.
   */
  readonly bias: readonly bigint[];
  /** One pass of carries, all limbs at once: from limbs of up to 32 bits to a reduced element. */
  readonly carried: (code: Code, element: Element) => Element;
  /**
   * The product of two elements, reduced. Columns k and 9 + k of the schoolbook product are made
   * together; the upper one comes in again below, folded.
   */
  readonly product: (code: Code, a: Element, b: Element, options?: ProductOptions) => Element;
  readonly squared: (code: Code, a: Element, halves?: Halves) => Element;
};

/** Products of limbs i + j = sum; with `doubled` = 2·a, each mixed one of a square once. */
function column(a: Element, b: Element, sum: number, square: boolean): (readonly [Lanes, Lanes])[] {
  const pairs: (readonly [Lanes, Lanes])[] = [];
  for (let i = Math.max(0, sum - LIMBS + 1); i <= Math.min(sum, LIMBS - 1); i++) {
    const j = sum - i;
    if (!square) pairs.push([limb(a, i), limb(b, j)]);
    else if (i === j) pairs.push([limb(a, i), limb(a, i)]);
    else if (i < j) pairs.push([limb(b, i), limb(a, j)]);
  }
  return pairs;
}

/** The field of p, a little below 2^255 or 2^256. */
export function fieldOf(p: bigint): Field {
  // What lies above nine limbs comes in again below times these, limb by limb.
  const folds = limbsOf((1n << 261n) % p)
    .map((factor, k) => ({ k, factor }))
    .filter(({ factor }) => factor > 0n);
  if (folds.some(({ k }) => k > 1)) throw new RangeError('2^261 modulo p is too large');
  // Twice the limbs of the largest multiple of p below 2^261: they are all close to 2^29.
  const bias = limbsOf(((1n << 261n) / p) * p).map((one) => 2n * one);

  function carried(code: Code, element: Element): Element {
    const low = element.map((value) => code.lowBits(value, BITS));
    const high = element.map((value) => code.highBits(value, BITS));
    return each((k) => {
      const from = k === 0 ? [] : [limb(high, k - 1)];
      const fold = folds.find((one) => one.k === k);
      if (fold !== undefined) from.push(code.times(limb(high, LIMBS - 1), fold.factor));
      return code.sum([limb(low, k), ...from].map((of) => ({ of, signs: ALL })));
    });
  }

  function product(code: Code, a: Element, b: Element, options: ProductOptions = {}): Element {
    const { halves = 2, square = false, plus } = options;
    const columnOf = (sum: number) => column(a, b, sum, square);
    const plusOf = (sum: number) =>
      plus === undefined ? [] : column(plus[0], plus[1], sum, false);
    const out: Lanes[] = [];
    const uppers: Lanes[] = [];
    let upperCarry: Wide | undefined;
    let carry: Wide | undefined;
    const folded = (k: number) =>
      folds.flatMap((fold) => {
        const upper = uppers[k - fold.k];
        return upper === undefined ? [] : [[upper, fold.factor] as const];
      });
    for (let k = 0; k < LIMBS; k++) {
      const pairs = columnOf(LIMBS + k);
      if (pairs.length > 0) {
        const sum = code.products(halves, pairs, [], upperCarry, plusOf(LIMBS + k));
        uppers.push(code.narrow(sum, BITS));
        upperCarry = code.wideHighBits(halves, sum, BITS);
      } else {
        uppers.push(code.narrow(upperCarry as Wide));
      }
      const sum = code.products(halves, columnOf(k), folded(k), carry, plusOf(k));
      out.push(code.narrow(sum, BITS));
      carry = code.wideHighBits(halves, sum, BITS);
    }
    const rest = folded(LIMBS);
    let top = carry as Wide;
    if (rest.length > 0) top = code.products(halves, [], rest, top);
    // What is left above nine limbs, folded once more, with carries as far as they go.
    let from: Wide | undefined;
    for (const { k, factor } of folds) {
      const sum = code.wideScaled(halves, top, factor, limb(out, k), from);
      out[k] = code.narrow(sum, BITS);
      from = code.wideHighBits(halves, sum, BITS);
    }
    const last = code.narrow(from as Wide);
    const next = folds.length;
    out[next] = code.sum([limb(out, next), last].map((of) => ({ of, signs: ALL })));
    return out;
  }

  function squared(code: Code, a: Element, halves: Halves = 2): Element {
    const doubled = a.map((value) => code.double(value));
    return product(code, a, doubled, { halves, square: true });
  }

  return { p, bias, carried, product, squared };
}
