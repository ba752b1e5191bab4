/**
 * Straight-line vector code, written together with a proof of its bounds: every value carries the
 * largest number that each of its lanes can hold, and an operation that could leave its lane is
 * refused while it is written. What comes out is AssemblyScript.
 * @module
 */

/** One number for each of the four 32-bit lanes, as exact integers. */
export type Four = readonly [bigint, bigint, bigint, bigint];

/** A vector of four 32-bit lanes in the code that is written. */
export type Lanes = { readonly name: string; readonly max: Four };

/** The same for two vectors of two 64-bit lanes: lanes 0 and 1 in `low`, lanes 2 and 3 in `high`. */
export type Wide = { readonly low: string; readonly high: string; readonly max: Four };

/** Which lanes of the operands a product is of: 0 and 1 alone, or all four. */
export type Halves = 1 | 2;

type Index = readonly [number, number, number, number];
/** How a lane counts in a sum. */
type Sign = 1 | 0 | -1;
export type Term = { readonly of: Lanes; readonly signs: readonly [Sign, Sign, Sign, Sign] };

const LANE_END: bigint = 1n << 32n;
const WIDE_END: bigint = 1n << 64n;

/** A value would not fit in its lane: the formulas or the limits of their inputs are wrong. */
export class BoundError extends Error {
  override readonly name = 'BoundError';
}

export function four(f: (lane: number) => bigint): Four {
  return [f(0), f(1), f(2), f(3)];
}

function at(max: Four, lane: number): bigint {
  return max[lane as 0 | 1 | 2 | 3];
}

function check(max: Four, end: bigint, what: string): Four {
  for (const value of max) {
    if (value < 0n || value >= end) throw new BoundError(`${what}: ${value} does not fit`);
  }
  return max;
}

export type Pairs = readonly (readonly [Lanes, Lanes])[];

/** The largest that sums of products can be, with `lowPairs` in lanes 0 and 1 alone. */
export function productsMax(halves: Halves, pairs: Pairs, lowPairs: Pairs): Four {
  return four((which) => {
    // Of half a product, the high pair of lanes repeats the low one.
    const lane = halves === 1 ? which & 1 : which;
    let total = 0n;
    for (const [a, b] of pairs) total += at(a.max, lane) * at(b.max, lane);
    if (lane < 2) for (const [a, b] of lowPairs) total += at(a.max, lane) * at(b.max, lane);
    return total;
  });
}

/** One function that is being written. */
export class Code {
  readonly #lines: string[] = [];
  #names = 0;

  #name(value: string): string {
    const name = `x${this.#names++}`;
    this.#lines.push(`const ${name}: v128 = ${value};`);
    return name;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  load(pointer: string, limb: number, max: Four): Lanes {
    return { name: this.#name(`v128.load(${pointer}, ${16 * limb})`), max };
  }

  store(pointer: string, limb: number, value: Lanes): void {
    this.#lines.push(`v128.store(${pointer}, ${value.name}, ${16 * limb});`);
  }

  /** Lanes of `a` (0 … 3) and of `b` (4 … 7) by index. */
  shuffle(a: Lanes, index: Index, b: Lanes = a): Lanes {
    const max = four((lane) => {
      const from = index[lane] as number;
      return from < 4 ? at(a.max, from) : at(b.max, from - 4);
    });
    return {
      name: this.#name(`v128.shuffle<i32>(${a.name}, ${b.name}, ${index.join(', ')})`),
      max,
    };
  }

  double(a: Lanes): Lanes {
    const max = check(
      four((lane) => 2n * at(a.max, lane)),
      LANE_END,
      'double',
    );
    return { name: this.#name(`i32x4.shl(${a.name}, 1)`), max };
  }

  /**
   * Σ ±term + bias, lane by lane. The bias must be at least what is subtracted, so that the sum of
   * integers is what stands in the lane.
   */
  sum(terms: readonly Term[], bias: Four = [0n, 0n, 0n, 0n]): Lanes {
    const constant = [...bias];
    const parts: string[] = [];
    for (const { of, signs } of terms) {
      let part = of.name;
      if (signs.includes(0))
        part = `v128.and(${part}, i32x4(${signs.map((s) => (s === 0 ? 0 : -1))}))`;
      if (signs.includes(-1)) {
        // −x is ~x + 1 in two's complement; the ones go into the constant.
        part = `v128.xor(${part}, i32x4(${signs.map((s) => (s === -1 ? -1 : 0))}))`;
        signs.forEach((sign, lane) => {
          if (sign === -1) constant[lane] = (constant[lane] as bigint) + 1n;
        });
      }
      parts.push(part);
    }
    if (constant.some((value) => value !== 0n)) {
      parts.push(`i32x4(${constant.map((value) => BigInt.asIntN(32, value))})`);
    }
    const max = four((lane) => {
      let most = at(bias, lane);
      let least = most;
      for (const { of, signs } of terms) {
        if (signs[lane] === 1) most += at(of.max, lane);
        if (signs[lane] === -1) least -= at(of.max, lane);
      }
      if (least < 0n) throw new BoundError(`sum: ${least} is below zero in lane ${lane}`);
      return most;
    });
    check(max, LANE_END, 'sum');
    return { name: this.#name(parts.reduce((x, y) => `i32x4.add(${x}, ${y})`)), max };
  }

  /** The low `bits` bits of each lane. */
  lowBits(a: Lanes, bits: number): Lanes {
    const mask = (1n << BigInt(bits)) - 1n;
    const max = four((lane) => (at(a.max, lane) < mask ? at(a.max, lane) : mask));
    return { name: this.#name(`v128.and(${a.name}, i32x4.splat(${mask}))`), max };
  }

  /** Each lane without its low `bits` bits. */
  highBits(a: Lanes, bits: number): Lanes {
    const max = four((lane) => at(a.max, lane) >> BigInt(bits));
    return { name: this.#name(`i32x4.shr_u(${a.name}, ${bits})`), max };
  }

  times(a: Lanes, factor: bigint): Lanes {
    const max = check(
      four((lane) => at(a.max, lane) * factor),
      LANE_END,
      'times',
    );
    return { name: this.#name(`i32x4.mul(${a.name}, i32x4.splat(${factor}))`), max };
  }

  /** Each lane times a factor of its own. */
  timesEach(a: Lanes, factors: Four): Lanes {
    const max = check(
      four((lane) => at(a.max, lane) * at(factors, lane)),
      LANE_END,
      'timesEach',
    );
    return { name: this.#name(`i32x4.mul(${a.name}, i32x4(${factors}))`), max };
  }

  /**
   * Σ aₖ·bₖ + Σ factorₖ·cₖ + carry in 64-bit lanes, and `lowPairs` more in lanes 0 and 1. Both
   * halves are written product by product, so that an operand is fetched once for its low and its
   * high pair of lanes.
   */
  products(
    halves: Halves,
    pairs: Pairs,
    scaled: readonly (readonly [Lanes, bigint])[],
    carry: Wide | undefined,
    lowPairs: Pairs = [],
  ): Wide {
    const products = productsMax(halves, pairs, lowPairs);
    const max = check(
      four((which) => {
        const lane = halves === 1 ? which & 1 : which;
        let total = at(products, lane) + (carry === undefined ? 0n : at(carry.max, lane));
        for (const [a, factor] of scaled) total += at(a.max, lane) * factor;
        return total;
      }),
      WIDE_END,
      'products',
    );
    const factors = scaled.map(([a, factor]) => [a.name, `i32x4.splat(${factor})`] as const);
    return { ...this.#accumulated(halves, pairs, lowPairs, factors, carry), max };
  }

  /** As `products`, modulo 2^64: for terms of a `wideSum`, whose own size does not matter. */
  wrappedProducts(halves: Halves, pairs: Pairs, lowPairs: Pairs): Wide {
    const max = four(() => WIDE_END - 1n);
    return { ...this.#accumulated(halves, pairs, lowPairs, [], undefined), max };
  }

  #accumulated(
    halves: Halves,
    pairs: Pairs,
    lowPairs: Pairs,
    factors: readonly (readonly [string, string])[],
    carry: Wide | undefined,
  ): { readonly low: string; readonly high: string } {
    const all = [...pairs.map(([a, b]) => [a.name, b.name] as const), ...factors];
    const id = this.#names++;
    const low = `l${id}`;
    const high = halves === 2 ? `u${id}` : low;
    all.forEach(([a, b], k) => {
      for (const [name, which] of halves === 2
        ? ([
            [low, 'low'],
            [high, 'high'],
          ] as const)
        : ([[low, 'low']] as const)) {
        const product = `i64x2.extmul_${which}_i32x4_u(${a}, ${b})`;
        this.#lines.push(
          k === 0 ? `let ${name}: v128 = ${product};` : `${name} = i64x2.add(${name}, ${product});`,
        );
      }
    });
    for (const [a, b] of lowPairs) {
      this.#lines.push(
        `${low} = i64x2.add(${low}, i64x2.extmul_low_i32x4_u(${a.name}, ${b.name}));`,
      );
    }
    if (carry !== undefined) {
      this.#lines.push(`${low} = i64x2.add(${low}, ${carry.low});`);
      if (halves === 2) this.#lines.push(`${high} = i64x2.add(${high}, ${carry.high});`);
    }
    return { low, high };
  }

  /**
   * Σ ±termₖ in 64-bit lanes, modulo 2^64. The sum is known from elsewhere to be at most `known`, so
   * a lane holds it exactly, whatever became of the terms on the way.
   */
  wideSum(
    halves: Halves,
    terms: readonly { readonly of: Wide; readonly sign: 1 | -1 }[],
    known: Four,
  ): Wide {
    const max = check(known, WIDE_END, 'wideSum');
    const ordered = [...terms].sort((a, b) => b.sign - a.sign);
    const sum = (which: 'low' | 'high'): string =>
      this.#name(
        ordered.reduce((total, { of, sign }) => {
          if (total === '') return of[which];
          return `i64x2.${sign === 1 ? 'add' : 'sub'}(${total}, ${of[which]})`;
        }, ''),
      );
    const low = sum('low');
    return { low, high: halves === 2 ? sum('high') : low, max };
  }

  /** The low halves of 64-bit lanes, which must be all there is of them unless bits are cut off. */
  narrow(a: Wide, bits?: number): Lanes {
    const packed = `v128.shuffle<i32>(${a.low}, ${a.high}, 0, 2, 4, 6)`;
    if (bits === undefined) {
      return { name: this.#name(packed), max: check(a.max, LANE_END, 'narrow') };
    }
    const mask = (1n << BigInt(bits)) - 1n;
    const max = four((lane) => (at(a.max, lane) < mask ? at(a.max, lane) : mask));
    return { name: this.#name(`v128.and(${packed}, i32x4.splat(${mask}))`), max };
  }

  wideHighBits(halves: Halves, a: Wide, bits: number): Wide {
    const low = this.#name(`i64x2.shr_u(${a.low}, ${bits})`);
    const high = halves === 2 ? this.#name(`i64x2.shr_u(${a.high}, ${bits})`) : low;
    return { low, high, max: four((lane) => at(a.max, lane) >> BigInt(bits)) };
  }

  /**
   * a·factor + b + carry in 64-bit lanes, by shifts: for an a, once per product, that is too wide
   * for a multiplication.
   */
  wideScaled(halves: Halves, a: Wide, factor: bigint, b: Lanes, carry?: Wide): Wide {
    const max = check(
      four((which) => {
        const lane = halves === 1 ? which & 1 : which;
        const carried = carry === undefined ? 0n : at(carry.max, lane);
        return at(a.max, lane) * factor + at(b.max, lane) + carried;
      }),
      WIDE_END,
      'wideScaled',
    );
    const scaled = (of: string, which: 'low' | 'high'): string => {
      let value = `i64x2.extend_${which}_i32x4_u(${b.name})`;
      if (carry !== undefined) value = `i64x2.add(${value}, ${carry[which]})`;
      for (let bit = 0; factor >> BigInt(bit) > 0n; bit++) {
        if ((factor >> BigInt(bit)) & 1n) value = `i64x2.add(${value}, i64x2.shl(${of}, ${bit}))`;
      }
      return this.#name(value);
    };
    const low = scaled(a.low, 'low');
    return { low, high: halves === 2 ? scaled(a.high, 'high') : low, max };
  }

  /** Keeps the bounds of `of` and says that the value stands under another name. */
  rename(of: Lanes, name: string): Lanes {
    this.#lines.push(`${name} = ${of.name};`);
    return { name, max: of.max };
  }

  toString(): string {
    return this.#lines.map((line) => `  ${line}\n`).join('');
  }
}
