/**
 * secp256k1, as straight-line vector code and data of its module: the field, one doubling and one
 * addition, the complete formulas of Renes, Costello and Batina (2016, algorithms 9 and 7). They
 * have no exceptions on a curve of odd order, so one routine serves secrets and public data. A
 * point is an element whose lanes are X, Y, Z, 0; the neutral one is (0, 1, 0).
 * @module
 */
import type { Code, Term } from './code.ts';
import { ALL, define, emitField, sumOf } from './common.ts';
import { bytes, everywhere, vector } from './data.ts';
import { type Element, each, fieldOf, limb, load, store } from './field.ts';

const P: bigint = (1n << 256n) - (1n << 32n) - 977n;
export const ORDER: bigint = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
/** λ·(x, y) = (β·x, y) on this curve. */
const BETA: bigint = 0x7ae96a2b657c07106e64479eac3434e99cf0497512f58995c1396c28719501een;
export const LAMBDA: bigint = 0x5363ad4cc05c30e0a5261c028812645a122e22ea20816678df02967c1b23bd72n;
/** A basis of short vectors (a1, b1), (a2, a1) with a + b·λ = 0 modulo the order. */
export const SHORT: { readonly a1: bigint; readonly b1: bigint; readonly a2: bigint } = {
  a1: 0x3086d221a7d46bcde86c90e49284eb15n,
  b1: -0xe4437ed6010e88286f547fa90abfe4c3n,
  a2: 0x114ca50f7a8e2f3f657c1108d9d44cfd8n,
};
const field = fieldOf(P);
const { carried, product } = field;

function bias(k: number): bigint {
  return field.bias[k] as bigint;
}

/** Stores (r₀, r₁, r₂) from lanes of a product by index, and one more lane added to one of them. */
function storePoint(
  code: Code,
  r: Element,
  lanes: readonly [number, number, number, number],
  more: { readonly lane: number; readonly to: Term['signs'] },
): void {
  const { lane, to } = more;
  const point = each((k) =>
    code.sum([
      { of: code.shuffle(limb(r, k), lanes), signs: [1, 1, 1, 0] },
      { of: code.shuffle(limb(r, k), [lane, lane, lane, lane]), signs: to },
    ]),
  );
  store(code, 'out', carried(code, point));
}

/**
 * With A = Y², B = YZ, C = 3·7·Z², D = XY:
 * 2·(X, Y, Z) = (2D(A − 3C), (A − 3C)(A + C) + 8AC, 8AB).
 */
function double(code: Code): void {
  const p = load(code, 'p');
  const left = each((k) =>
    code.timesEach(code.shuffle(limb(p, k), [1, 1, 2, 0]), [1n, 1n, 3n, 1n]),
  );
  const right = each((k) => code.shuffle(limb(p, k), [1, 2, 2, 1]));
  const v = product(code, left, right); // A, B, 3Z², D
  const q = carried(
    code,
    each((k) => code.timesEach(limb(v, k), [4n, 1n, 7n, 1n])),
  ); // 4A, B, C, D
  const t = carried(
    code,
    sumOf(
      code,
      (k) => {
        const c = code.shuffle(limb(q, k), [2, 2, 2, 2]);
        const twice = code.double(c);
        return [
          { of: code.shuffle(limb(v, k), [0, 0, 0, 0]), signs: [1, 1, 0, 0] },
          { of: c, signs: [-1, 1, 0, 0] },
          { of: twice, signs: [-1, 0, 0, 0] },
        ];
      },
      (k) => [2n * bias(k), 0n, 0n, 0n],
    ),
  ); // A − 3C, A + C
  // (A − 3C)·2D, (A − 3C)(A + C), C·8A, B·8A
  const a = each((k) => code.shuffle(limb(t, k), [0, 0, 6, 5], limb(q, k)));
  const b = each((k) =>
    code.timesEach(code.shuffle(limb(t, k), [7, 1, 4, 4], limb(q, k)), [2n, 1n, 2n, 2n]),
  );
  const r = product(code, a, b);
  storePoint(code, r, [0, 1, 3, 3], { lane: 2, to: [0, 1, 0, 0] });
}

/**
 * With t0 = X₁X₂, t1 = Y₁Y₂, t2 = Z₁Z₂, t3 = X₁Y₂ + X₂Y₁, t4 = Y₁Z₂ + Y₂Z₁, t5 = X₁Z₂ + X₂Z₁ and
 * f = t1 − 21·t2, g = t1 + 21·t2: the sum is
 * (t3·f − 21·t4·t5, f·g + 63·t0·t5, g·t4 + 3·t0·t3).
 */
function add(code: Code): void {
  const p = load(code, 'p');
  const q = load(code, 'q');
  /** (X, Y, Z, X + Y) */
  const withSum = (point: Element): Element =>
    sumOf(
      code,
      (k) => [
        { of: code.shuffle(limb(point, k), [0, 1, 2, 0]), signs: ALL },
        { of: code.shuffle(limb(point, k), [1, 1, 1, 1]), signs: [0, 0, 0, 1] },
      ],
      () => [0n, 0n, 0n, 0n],
    );
  /** (Y + Z, Z + X) */
  const otherSums = (point: Element): Element =>
    each((k) =>
      code.sum([
        { of: code.shuffle(limb(point, k), [1, 2, 3, 3]), signs: ALL },
        { of: code.shuffle(limb(point, k), [2, 0, 3, 3]), signs: ALL },
      ]),
    );
  const m = product(code, withSum(p), withSum(q)); // t0, t1, t2, (X₁ + Y₁)(X₂ + Y₂)
  const n = product(code, otherSums(p), otherSums(q), { halves: 1 });
  const e = carried(
    code,
    sumOf(
      code,
      (k) => [
        { of: code.shuffle(limb(m, k), [3, 4, 5, 5], limb(n, k)), signs: ALL },
        { of: code.shuffle(limb(m, k), [0, 1, 2, 2]), signs: [-1, -1, -1, -1] },
        { of: code.shuffle(limb(m, k), [1, 2, 0, 0]), signs: [-1, -1, -1, -1] },
      ],
      (k) => [2n * bias(k), 2n * bias(k), 2n * bias(k), 2n * bias(k)],
    ),
  ); // t3, t4, t5
  const g = carried(
    code,
    each((k) =>
      code.timesEach(code.shuffle(limb(m, k), [0, 1, 2, 6], limb(e, k)), [3n, 1n, 7n, 7n]),
    ),
  ); // 3·t0, t1, 7·t2, 7·t5
  const f = carried(
    code,
    sumOf(
      code,
      (k) => {
        const of = code.timesEach(code.shuffle(limb(g, k), [2, 2, 3, 3]), [3n, 3n, 3n, 3n]);
        return [
          { of: code.shuffle(limb(m, k), [1, 1, 1, 1]), signs: [1, 1, 0, 0] },
          { of, signs: [-1, 1, 1, -1] },
        ];
      },
      (k) => [2n * bias(k), 0n, 0n, 2n * bias(k)],
    ),
  ); // t1 − 21·t2, t1 + 21·t2, 21·t5, −21·t5
  // (t3·f, f·g, g·t4, 3·t0·t3) and (t4·(−21·t5), 21·t5·3·t0)
  const a = each((k) =>
    code.shuffle(code.shuffle(limb(e, k), [0, 4, 5, 5], limb(f, k)), [0, 1, 2, 4], limb(g, k)),
  );
  const b = each((k) => code.shuffle(limb(f, k), [0, 1, 5, 4], limb(e, k)));
  const c = each((k) => code.shuffle(limb(e, k), [1, 6, 6, 6], limb(f, k)));
  const d = each((k) => code.shuffle(limb(f, k), [3, 4, 4, 4], limb(g, k)));
  const r = product(code, a, b, { plus: [c, d] });
  storePoint(code, r, [0, 1, 2, 3], { lane: 3, to: [0, 0, 1, 0] });
}

function points(): readonly string[] {
  return [
    define('doublePoint', ['out', 'p'], double),
    define('addPoint', ['out', 'p', 'q'], add),
    // −(X, Y, Z) = (X, −Y, Z)
    define('negatePoint', ['out', 'p'], (code) => {
      const p = load(code, 'p');
      const negated = sumOf(
        code,
        (k) => [{ of: limb(p, k), signs: [1, -1, 1, 1] }],
        (k) => [0n, bias(k), 0n, 0n],
      );
      store(code, 'out', carried(code, negated));
    }),
  ];
}

/** The straight-line code, a file of AssemblyScript; throws BoundError where a lane could overflow. */
export function emitSecp256k1(): string {
  return [...emitField(field), ...points()].join('\n');
}

/** The data, another file of AssemblyScript. */
export function emitSecp256k1Data(): string {
  // The generator of SEC 2.
  const x = 0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798n;
  const y = 0x483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8n;
  const { a1, b1, a2 } = SHORT;
  // c/2^384 is a quotient by the order, exact enough for scalars of 256 bits.
  const rounded = (numerator: bigint): bigint => ((numerator << 385n) / ORDER + 1n) >> 1n;
  return [
    everywhere('ZERO', 0n, P),
    everywhere('SEVEN', 7n, P),
    vector('BETA', [BETA, 1n, 1n, 0n], P),
    vector('BASE', [x, y, 1n, 0n], P),
    vector('NEUTRAL', [0n, 1n, 0n, 0n], P),
    bytes('SHORT_A1', a1),
    bytes('SHORT_A2', a2),
    bytes('MINUS_B1', -b1),
    bytes('ROUND_1', rounded(a1)),
    bytes('ROUND_2', rounded(-b1)),
  ].join('');
}
