/**
 * The functions of the module that are straight-line vector code: the field, and on the twisted
 * Edwards curve of edwards25519 one doubling and one addition, complete formulas of Hisil, Wong,
 * Carter and Dawson (2008). A point is an element whose lanes are X, Y, Z, T; a *cached* point, to
 * be added, has Y − X, Y + X, 2Z, 2dT.
 * @module
 */
import { BoundError, Code, type Four, type Lanes, type Term } from './code.ts';
import { BIAS, carried, type Element, each, limb, load, product, squared, store } from './field.ts';

const ALL = [1, 1, 1, 1] as const;

function bias(k: number): bigint {
  return BIAS[k] as bigint;
}

function define(name: string, parameters: readonly string[], body: (code: Code) => void): string {
  const code = new Code();
  body(code);
  const typed = parameters.map(
    (parameter) => `${parameter}: ${parameter === 'times' ? 'i32' : 'usize'}`,
  );
  return `export function ${name}(${typed.join(', ')}): void {\n${code}}\n`;
}

function sumOf(
  code: Code,
  terms: (k: number) => readonly Term[],
  constant: (k: number) => Four,
): Element {
  return each((k) => code.sum(terms(k), constant(k)));
}

/** out = a ∘ b for four elements, or for the first two of them. */
function products(): string[] {
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
function squareTimes(): string {
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

function sums(): string[] {
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
        (k) => [bias(k), bias(k), bias(k), bias(k)],
      );
      store(code, 'out', carried(code, difference));
    }),
  ];
}

/** (X, Y, Z, T) → (Y − X, Y + X, Z, T), not reduced. */
function sumAndDifference(code: Code, p: Element): Element {
  return sumOf(
    code,
    (k) => [
      { of: code.shuffle(limb(p, k), [1, 1, 2, 3]), signs: ALL },
      { of: code.shuffle(limb(p, k), [0, 0, 0, 0]), signs: [-1, 1, 0, 0] },
    ],
    (k) => [bias(k), 0n, 0n, 0n],
  );
}

/** From (E, H, F, G): the point (E·F, G·H, F·G, E·H). */
function storePoint(code: Code, halves: Element): void {
  const left = halves.map((value) => code.shuffle(value, [0, 3, 2, 0]));
  const right = halves.map((value) => code.shuffle(value, [2, 1, 3, 1]));
  store(code, 'out', product(code, left, right));
}

function points(): string[] {
  return [
    define('doublePoint', ['out', 'p'], (code) => {
      const p = load(code, 'p');
      // (X, Y, Z, X + Y), whose squares are A, B, C, S.
      const roots = sumOf(
        code,
        (k) => [
          { of: code.shuffle(limb(p, k), [0, 1, 2, 0]), signs: ALL },
          { of: code.shuffle(limb(p, k), [1, 1, 1, 1]), signs: [0, 0, 0, 1] },
        ],
        () => [0n, 0n, 0n, 0n],
      );
      const squares = squared(code, roots);
      // E = A + B − S, H = A + B, F = A − B + 2C, G = A − B.
      const halves = sumOf(
        code,
        (k) => {
          const other = code.shuffle(limb(squares, k), [3, 3, 2, 2]);
          return [
            { of: code.shuffle(limb(squares, k), [0, 0, 0, 0]), signs: ALL },
            { of: code.shuffle(limb(squares, k), [1, 1, 1, 1]), signs: [1, 1, -1, -1] },
            { of: other, signs: [-1, 0, 1, 0] },
            { of: other, signs: [0, 0, 1, 0] },
          ];
        },
        (k) => [bias(k), 0n, bias(k), bias(k)],
      );
      storePoint(code, carried(code, halves));
    }),
    define('addCached', ['out', 'p', 'cached'], (code) => {
      const factors = sumAndDifference(code, load(code, 'p'));
      // A = (Y₁−X₁)(Y₂−X₂), B = (Y₁+X₁)(Y₂+X₂), D = 2Z₁Z₂, C = 2dT₁T₂ in these lanes.
      const p = product(code, factors, load(code, 'cached'));
      // E = B − A, H = B + A, F = D − C, G = D + C.
      const halves = sumOf(
        code,
        (k) => [
          { of: code.shuffle(limb(p, k), [1, 1, 2, 2]), signs: ALL },
          { of: code.shuffle(limb(p, k), [0, 0, 3, 3]), signs: [-1, 1, -1, 1] },
        ],
        (k) => [bias(k), 0n, bias(k), 0n],
      );
      storePoint(code, carried(code, halves));
    }),
    define('sumAndDifference', ['out', 'p'], (code) => {
      store(code, 'out', carried(code, sumAndDifference(code, load(code, 'p'))));
    }),
    // −(Y − X, Y + X, 2Z, 2dT) = (Y + X, Y − X, 2Z, −2dT)
    define('negateCached', ['out', 'p'], (code) => {
      const p = load(code, 'p');
      const negated = sumOf(
        code,
        (k) => [{ of: code.shuffle(limb(p, k), [1, 0, 2, 3]), signs: [1, 1, 1, -1] }],
        (k) => [0n, 0n, 0n, bias(k)],
      );
      store(code, 'out', carried(code, negated));
    }),
    // −(X, Y, Z, T) = (−X, Y, Z, −T)
    define('negatePoint', ['out', 'p'], (code) => {
      const p = load(code, 'p');
      const negated = sumOf(
        code,
        (k) => [{ of: limb(p, k), signs: [-1, 1, 1, -1] }],
        (k) => [bias(k), 0n, 0n, bias(k)],
      );
      store(code, 'out', carried(code, negated));
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

/** The whole file of AssemblyScript; throws BoundError where a lane could overflow. */
export function emitEdwards25519(): string {
  return [
    '// Written by src/emitter; changes here are lost.\n',
    ...products(),
    squareTimes(),
    ...sums(),
    ...points(),
    ...selections(),
  ].join('\n');
}
