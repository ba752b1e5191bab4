/**
 * What every module has: functions on four elements of its field, and selections that do not tell
 * what they select.
 * @module
 */
import { BoundError, Code, type Four, four, type Lanes, type Term } from './code.ts';
import { type Element, each, type Field, limb, load, store } from './field.ts';

export const ALL = [1, 1, 1, 1] as const;

/** One exported function over pointers; a parameter `times` is a number. */
export function define(
  name: string,
  parameters: readonly string[],
  body: (code: Code) => void,
): string {
  const code = new Code();
  body(code);
  const typed = parameters.map(
    (parameter) => `${parameter}: ${parameter === 'times' ? 'i32' : 'usize'}`,
  );
  return `export function ${name}(${typed.join(', ')}): void {\n${code}}\n`;
}

/** Σ ±terms + constant, limb by limb. */
export function sumOf(
  code: Code,
  terms: (k: number) => readonly Term[],
  constant: (k: number) => Four,
): Element {
  return each((k) => code.sum(terms(k), constant(k)));
}

/** out = a ∘ b for four elements, or for the first two of them. */
function products({ product, squared }: Field): string[] {
  const of = (halves: 1 | 2): string[] => [
    define(`mul${2 * halves}`, ['out', 'a', 'b'], (code) => {
      store(code, 'out', product(code, load(code, 'a'), load(code, 'b'), { halves }));
    }),
    define(`square${2 * halves}`, ['out', 'a'], (code) => {
      store(code, 'out', squared(code, load(code, 'a'), halves));
    }),
  ];
  return [...of(2), ...of(1)];
}

/** out = a^(2^times) for the first two elements; `times` is public and at least 1. */
function squareTimes({ squared }: Field): string {
  return define('squareTimes2', ['out', 'a', 'times'], (code) => {
    const first = load(code, 'a');
    const names = first.map((_, k) => `a${k}`);
    names.forEach((name, k) => {
      code.line(`let ${name}: v128 = ${limb(first, k).name};`);
    });
    code.line('while (times > 0) {');
    const running = first.map(({ max }, k): Lanes => ({ name: `a${k}`, max }));
    const result = squared(code, running, 1);
    // What comes out must be within what went in, or the next turn would not be proved.
    result.forEach((value, k) => {
      const within = limb(first, k);
      for (const lane of [0, 1, 2, 3] as const) {
        if (value.max[lane] > within.max[lane]) throw new BoundError(`limb ${k} grows in the loop`);
      }
      code.rename(value, `a${k}`);
    });
    code.line('times--;');
    code.line('}');
    running.forEach((value, k) => {
      code.store('out', k, value);
    });
  });
}

function sums({ bias, carried }: Field): string[] {
  return [
    define('add4', ['out', 'a', 'b'], (code) => {
      const a = load(code, 'a');
      const b = load(code, 'b');
      const sum = each((k) =>
        code.sum([
          { of: limb(a, k), signs: ALL },
          { of: limb(b, k), signs: ALL },
        ]),
      );
      store(code, 'out', carried(code, sum));
    }),
    define('sub4', ['out', 'a', 'b'], (code) => {
      const a = load(code, 'a');
      const b = load(code, 'b');
      const difference = sumOf(
        code,
        (k) => [
          { of: limb(a, k), signs: ALL },
          { of: limb(b, k), signs: [-1, -1, -1, -1] },
        ],
        (k) => four(() => bias[k] as bigint),
      );
      store(code, 'out', carried(code, difference));
    }),
  ];
}

/** Selection without a branch or an address that depends on what is selected. */
function selections(): string[] {
  const vectors = Array.from({ length: 9 }, (_, k) => 16 * k);
  const masks = vectors.map(
    (_, j) => `  const m${j}: v128 = i32x4.splat(((digit ^ ${j}) - 1) >> 31);\n`,
  );
  const entry = (offset: number): string =>
    Array.from(
      { length: 8 },
      (_, j) => `v128.and(v128.load(table, ${144 * j + offset}), m${j + 1})`,
    ).reduce((x, y) => `v128.or(${x}, ${y})`, `v128.and(v128.load(neutral, ${offset}), m0)`);
  return [
    '/** out = the entry digit − 1 of eight, or the neutral element for 0; every entry is read. */\n' +
      'export function select8(out: usize, table: usize, digit: i32, neutral: usize): void {\n' +
      masks.join('') +
      vectors.map((offset) => `  v128.store(out, ${entry(offset)}, ${offset});\n`).join('') +
      '}\n',
    '/** out = a where the mask is 0, b where it is −1. */\n' +
      'export function choose(out: usize, a: usize, b: usize, mask: i32): void {\n' +
      '  const m: v128 = i32x4.splat(mask);\n' +
      vectors
        .map(
          (o) =>
            `  v128.store(out, v128.bitselect(v128.load(b, ${o}), v128.load(a, ${o}), m), ${o});\n`,
        )
        .join('') +
      '}\n',
  ];
}

/** All of it, for one field. */
export function emitField(field: Field): readonly string[] {
  return [...products(field), squareTimes(field), ...sums(field), ...selections()];
}
