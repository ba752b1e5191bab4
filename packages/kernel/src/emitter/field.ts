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
  type Pairs,
  productsMax,
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
   * The product of two elements, reduced. Operands may have limbs of up to 31 bits, as two of them
   * are added on the way.
   */
  readonly product: (code: Code, a: Element, b: Element, options?: ProductOptions) => Element;
  readonly squared: (code: Code, a: Element, halves?: Halves) => Element;
};

/** Products of limbs with i + j = sum. */
function column(a: Element, b: Element, sum: number): Pairs {
  const pairs: (readonly [Lanes, Lanes])[] = [];
  for (let i = Math.max(0, sum - b.length + 1); i <= Math.min(sum, a.length - 1); i++) {
    pairs.push([limb(a, i), limb(b, sum - i)]);
  }
  return pairs;
}

/** The same of a square, each mixed product once, by a factor of `doubled` = 2·a. */
function columnOfSquare(a: Element, doubled: Element, sum: number): Pairs {
  return column(a, a, sum).flatMap((_, k) => {
    const i = Math.max(0, sum - LIMBS + 1) + k;
    const j = sum - i;
    if (i > j) return [];
    return [[limb(i === j ? a : doubled, i), limb(a, j)] as const];
  });
}

/** Limbs of a block of an element. */
const BLOCK = 3;

/**
 * Karatsuba's way for numbers of three blocks: the product of the sums of these blocks of a and of b
 * counts, with this sign, at these places, which are multiples of a block. Six products in place of
 * nine.
 */
export const BLOCKS: readonly {
  readonly of: readonly number[];
  readonly to: readonly { readonly place: number; readonly sign: 1 | -1 }[];
}[] = [
  {
    of: [0],
    to: [
      { place: 0, sign: 1 },
      { place: 1, sign: -1 },
      { place: 2, sign: -1 },
    ],
  },
  {
    of: [1],
    to: [
      { place: 1, sign: -1 },
      { place: 2, sign: 1 },
      { place: 3, sign: -1 },
    ],
  },
  { of: [0, 1], to: [{ place: 1, sign: 1 }] },
  {
    of: [2],
    to: [
      { place: 2, sign: -1 },
      { place: 3, sign: -1 },
      { place: 4, sign: 1 },
    ],
  },
  { of: [1, 2], to: [{ place: 3, sign: 1 }] },
  { of: [0, 2], to: [{ place: 2, sign: 1 }] },
];

function sumOfBlocks(code: Code, element: Element, of: readonly number[]): Element {
  const blocks = of.map((k) => element.slice(BLOCK * k, BLOCK * (k + 1)));
  return Array.from({ length: BLOCK }, (_, i) => {
    const terms = blocks.map((block) => ({ of: limb(block, i), signs: ALL }));
    return terms.length === 1 ? limb(blocks[0] as Element, i) : code.sum(terms);
  });
}

/**
 * All columns of the product of a and b, and of `plus` in the low lanes. Differences on the way may
 * wrap modulo 2^64: a column itself, a sum of products of limbs, does not.
 */
function columnsOf(
  code: Code,
  [a, b]: readonly [Element, Element],
  plus: readonly [Element, Element] | undefined,
  halves: Halves,
): Wide[] {
  const terms: { of: Wide; sign: 1 | -1 }[][] = Array.from({ length: 2 * LIMBS - 1 }, () => []);
  for (const { of, to } of BLOCKS) {
    const [x, y] = [sumOfBlocks(code, a, of), sumOfBlocks(code, b, of)];
    const more = plus?.map((element) => sumOfBlocks(code, element, of));
    for (let k = 0; k < 2 * BLOCK - 1; k++) {
      const low = more === undefined ? [] : column(more[0] as Element, more[1] as Element, k);
      const wide = code.wrappedProducts(halves, column(x, y, k), low);
      for (const { place, sign } of to) terms[BLOCK * place + k]?.push({ of: wide, sign });
    }
  }
  return terms.map((of, k) => {
    const low = plus === undefined ? [] : column(plus[0], plus[1], k);
    return code.wideSum(halves, of, productsMax(halves, column(a, b, k), low));
  });
}

function plain(...of: readonly (Wide | undefined)[]): { of: Wide; sign: 1 }[] {
  return of.flatMap((one) => (one === undefined ? [] : [{ of: one, sign: 1 }]));
}

/** The sum of what does not wrap. */
function wideTotal(code: Code, halves: Halves, ...of: readonly (Wide | undefined)[]): Wide {
  const terms = plain(...of);
  const max = four((lane) => {
    let total = 0n;
    for (const one of terms) total += one.of.max[lane as 0 | 1 | 2 | 3];
    return total;
  });
  return code.wideSum(halves, terms, max);
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

  /** From 17 columns: the upper ones folded into the lower, and the carries taken along. */
  function reduced(code: Code, halves: Halves, columnAt: (k: number, carry?: Wide) => Wide) {
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
      if (k < LIMBS - 1) {
        const sum = columnAt(LIMBS + k, upperCarry);
        uppers.push(code.narrow(sum, BITS));
        upperCarry = code.wideHighBits(halves, sum, BITS);
      } else {
        uppers.push(code.narrow(upperCarry as Wide));
      }
      const sum = columnAt(k, code.products(halves, [], folded(k), carry));
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

  function product(code: Code, a: Element, b: Element, options: ProductOptions = {}): Element {
    const { halves = 2, plus } = options;
    const columns = columnsOf(code, [a, b], plus, halves);
    return reduced(code, halves, (k, carry) => wideTotal(code, halves, columns[k], carry));
  }

  function squared(code: Code, a: Element, halves: Halves = 2): Element {
    // A square has half of its products for nothing already.
    const doubled = a.map((value) => code.double(value));
    return reduced(code, halves, (k, carry) =>
      code.products(halves, columnOfSquare(a, doubled, k), [], carry),
    );
  }

  return { p, bias, carried, product, squared };
}
