/**
 * edwards25519, as straight-line vector code and data of its module: the field, one doubling and
 * one addition, complete formulas of Hisil, Wong, Carter and Dawson (2008). A point is an element
 * whose lanes are X, Y, Z, T; a *cached* point, to be added, has Y − X, Y + X, 2Z, 2dT.
 * @module
 */
import type { Code } from './code.ts';
import { ALL, define, emitField, sumOf } from './common.ts';
import { bytes, everywhere, inverse, power, vector } from './data.ts';
import { type Element, fieldOf, limb, load, store } from './field.ts';

const P: bigint = (1n << 255n) - 19n;
const ORDER: bigint = (1n << 252n) + 27742317777372353535851937790883648493n;
const field = fieldOf(P);
const { carried, product, squared } = field;

function bias(k: number): bigint {
  return field.bias[k] as bigint;
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

/** The straight-line code, a file of AssemblyScript; throws BoundError where a lane could overflow. */
export function emitEdwards25519(): string {
  return [...emitField(field), ...points()].join('\n');
}

/** The data, another file of AssemblyScript. */
export function emitEdwards25519Data(): string {
  // d of −x² + y² = 1 + d·x²y², and the generator: y = 4/5, x even (RFC 8032).
  const d = (P - 121665n) * inverse(121666n, P);
  const x = 15112221349535400772501151409588531511454012693041857206046113283949847762202n;
  const y = 4n * inverse(5n, P);
  const root = power(2n, (P - 1n) / 4n, P);
  return [
    everywhere('ZERO', 0n, P),
    everywhere('ONE', 1n, P),
    everywhere('MINUS_ONE', P - 1n, P),
    everywhere('D', d, P),
    everywhere('ROOT_OF_MINUS_ONE', root, P),
    everywhere('MINUS_ROOT', P - root, P),
    // 1/√(−1 − d), of ristretto255 (RFC 9496).
    everywhere(
      'INVERSE_ROOT_A_MINUS_D',
      54469307008909316920995813868745141605393597292927456921205312896311721017578n,
      P,
    ),
    vector('TO_CACHED', [1n, 1n, 2n, 2n * d], P),
    vector('BASE', [x, y, 1n, x * y], P),
    vector('NEUTRAL', [0n, 1n, 1n, 0n], P),
    vector('NEUTRAL_CACHED', [1n, 1n, 2n, 0n], P),
    bytes('ORDER', ORDER),
  ].join('');
}
