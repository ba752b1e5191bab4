/**
 * Group arithmetic on secp256k1, in AssemblyScript. The straight-line vector functions of ./field
 * and the data of ./data are written by src/emitter.
 *
 * A point is 144 bytes: nine vectors of four lanes X, Y, Z, 0. Callers put what they give into the
 * areas SCALARS, POINTS and BYTES, and find results in OUT and BYTES. Nothing here is re-entrant.
 * Functions named *Secret* and what they call have no branch and no address that depends on a
 * scalar; the others take variable time.
 */
import { recodeSecret, sameBytes, spreadBytes, spreadLane } from '../shared';
import {
  BASE_SPLIT,
  BASE_TABLE,
  BYTES,
  DIGITS,
  FIELD_U,
  FIELD_V,
  FIELD_X,
  FIELD_Y,
  HALF_DIGITS,
  INVERSE,
  KEYS,
  KEY_SPLITS,
  LEFT,
  NEGATED,
  OUT,
  PICKED,
  POINT,
  POINTS,
  RIGHT,
  SCALARS,
  SECRET_TABLE,
  SPAN,
  SPLIT,
  SPREAD,
  STEP,
  SUM,
  TERMS,
  TERM_DIGITS,
  TERM_TABLES,
  TWICE,
  WINDOW,
  at,
  copy,
} from './areas';
import { invert, sameLane, squareRoot, toBytes } from './numbers';
import { recodeHalves } from './halves';
import { BASE, BETA, NEUTRAL, SEVEN, ZERO } from './data';
import {
  add4,
  addPoint,
  choose,
  doublePoint,
  mul2,
  negatePoint,
  select8,
  square2,
  sub4,
} from './field';
export { wipe } from './areas';

export function scalars(): usize {
  return SCALARS;
}
export function points(): usize {
  return POINTS;
}
export function out(): usize {
  return OUT;
}
export function bytes(): usize {
  return BYTES;
}
export function terms(): i32 {
  return TERMS;
}

export function keys(): i32 {
  return KEYS;
}

// ---- Points

/** table[k] = (k + 1)·p for k = 0 … 7. */
function tableOfEight(table: usize, p: usize): void {
  copy(table, p);
  for (let k: usize = 1; k < 8; k++) addPoint(table + POINT * k, table + POINT * (k - 1), p);
}

/** table[k] = (2k + 1)·p, and behind them the same times λ: (βX, Y, Z). */
function tableOfOdd(table: usize, p: usize, count: usize): void {
  copy(table, p);
  doublePoint(at(TWICE), p);
  for (let k: usize = 1; k < count; k++) {
    addPoint(table + POINT * k, table + POINT * (k - 1), at(TWICE));
  }
  for (let k: usize = 0; k < count; k++) {
    const from = table + POINT * k;
    const to = from + POINT * count;
    mul2(at(STEP), from, BETA);
    for (let i: usize = 0; i < POINT; i += 16) {
      v128.store(to + i, v128.shuffle<i32>(v128.load(at(STEP) + i), v128.load(from + i), 0, 5, 6, 7));
    }
  }
}

/** Tables of odd multiples of 2^(32·j)·p for j = 0 … 3: the digits of p are then walked in four at once. */
function tablesOfSplit(tables: usize, p: usize): void {
  copy(at(SUM), p);
  for (let j = 0; j < 4; j++) {
    tableOfOdd(tables + 128 * POINT * j, at(SUM), 64);
    for (let i = 0; i < SPAN; i++) doublePoint(at(SUM), at(SUM));
  }
}

/** Makes the tables of POINTS[0] as those of the key in this place, below KEYS. */
export function precompute(key: i32): void {
  tablesOfSplit(KEY_SPLITS + SPLIT * key, POINTS);
}

/** Makes the tables of the generator; once, before anything else. */
export function init(): void {
  copy(at(SUM), BASE);
  for (let k: usize = 0; k < 65; k++) {
    tableOfEight(BASE_TABLE + 8 * POINT * k, at(SUM));
    for (let i = 0; i < 4; i++) doublePoint(at(SUM), at(SUM));
  }
  tablesOfSplit(BASE_SPLIT, BASE);
}

// ---- Secret scalars

/** PICKED = digit·p, from the table of eight of p. */
function pickSecret(table: usize, digit: i32): void {
  const sign = digit >> 31;
  select8(at(PICKED), table, (digit ^ sign) - sign, NEUTRAL);
  negatePoint(at(NEGATED), at(PICKED));
  choose(at(PICKED), at(PICKED), at(NEGATED), sign);
}

/**
 * OUT = SUM with Z = 1, or the neutral element, and its encoding in BYTES: 33 bytes of SEC 1, all 0
 * for the neutral element. The projective Z of a product tells of its scalar, and so would
 * coordinates that are not fully reduced; neither ever leaves.
 */
function normalizeSecret(): void {
  const sum = at(SUM);
  spreadLane(at(SPREAD), sum, 2);
  invert(at(INVERSE), at(SPREAD));
  mul2(at(FIELD_X), sum, at(INVERSE));
  toBytes(LEFT, at(SPREAD), 0);
  const some = load<u64>(LEFT) | load<u64>(LEFT + 8) | load<u64>(LEFT + 16) | load<u64>(LEFT + 24);
  const finite = -(<i32>((some | (0 - some)) >> 63));
  toBytes(LEFT, at(FIELD_X), 0);
  toBytes(RIGHT, at(FIELD_X), 1);
  store<u8>(BYTES, (2 | (load<u8>(RIGHT) & 1)) & finite);
  for (let k: usize = 0; k < 32; k++) store<u8>(BYTES + 1 + k, load<u8>(LEFT + 31 - k));
  spreadBytes(at(FIELD_U), LEFT, WINDOW);
  spreadBytes(at(FIELD_V), RIGHT, WINDOW);
  affine(OUT, at(FIELD_U), at(FIELD_V));
  choose(OUT, NEUTRAL, OUT, finite);
}

/** out = (x, y, 1, 0), of x and y in lane 0. */
function affine(out: usize, x: usize, y: usize): void {
  for (let k: usize = 0; k < 9; k++) {
    store<i32>(out + 16 * k, load<i32>(x + 16 * k));
    store<i32>(out + 16 * k + 4, load<i32>(y + 16 * k));
    store<i32>(out + 16 * k + 8, load<i32>(BASE + 16 * k + 8));
    store<i32>(out + 16 * k + 12, 0);
  }
}

/** OUT, BYTES = SCALARS[0]·generator. */
export function multiplyBaseSecret(): void {
  recodeSecret(DIGITS, SCALARS);
  copy(at(SUM), NEUTRAL);
  for (let k: usize = 0; k < 65; k++) {
    pickSecret(BASE_TABLE + 8 * POINT * k, <i32>load<i8>(DIGITS + k));
    addPoint(at(SUM), at(SUM), at(PICKED));
  }
  normalizeSecret();
}

/** OUT, BYTES = SCALARS[0]·POINTS[0]. */
export function multiplySecret(): void {
  recodeSecret(DIGITS, SCALARS);
  tableOfEight(SECRET_TABLE, POINTS);
  pickSecret(SECRET_TABLE, <i32>load<i8>(DIGITS + 64));
  copy(at(SUM), at(PICKED));
  for (let k = 63; k >= 0; k--) {
    for (let i = 0; i < 4; i++) doublePoint(at(SUM), at(SUM));
    pickSecret(SECRET_TABLE, <i32>load<i8>(DIGITS + k));
    addPoint(at(SUM), at(SUM), at(PICKED));
  }
  normalizeSecret();
}

// ---- Public scalars, in variable time

/** SUM += digit·p, from the table of odd multiples of p. */
function addDigit(table: usize, digit: i32): void {
  if (digit > 0) {
    addPoint(at(SUM), at(SUM), table + POINT * (digit >> 1));
  } else if (digit < 0) {
    negatePoint(at(NEGATED), table + POINT * (-digit >> 1));
    addPoint(at(SUM), at(SUM), at(NEGATED));
  }
}

/** The highest position at which a scalar with tables is added, whose highest digit is at `last`. */
function lastOfSplit(last: i32): i32 {
  return last > 4 * SPAN - 1 ? last - 3 * SPAN : last > SPAN - 1 ? SPAN - 1 : last;
}

/** SUM += the digits at position, position + 32, … of both halves, from the tables of their point. */
function addSplit(tables: usize, digits: usize, position: i32): void {
  // Digit 128, a carry, has no place of its own: it is the last table's at position 32.
  for (let j = position < SPAN ? 0 : 3; j < 4; j++) {
    const table = tables + 128 * POINT * j;
    addDigit(table, <i32>load<i8>(digits + SPAN * j + position));
    addDigit(table + 64 * POINT, <i32>load<i8>(digits + HALF_DIGITS + SPAN * j + position));
  }
}

/**
 * OUT = Σ SCALARS[k]·POINTS[k] over `count` terms; and SCALARS[count]·generator if `withBase`; and
 * SCALARS[count + 1] times the point whose tables are those of `key`, if that is not negative.
 */
export function multiplySum(count: i32, withBase: i32, key: i32): void {
  let top = -1;
  for (let k = 0; k < count; k++) {
    tableOfOdd(TERM_TABLES + 16 * POINT * k, POINTS + POINT * k, 8);
    const last = recodeHalves(TERM_DIGITS + 2 * HALF_DIGITS * k, SCALARS + 32 * k, 5);
    if (last > top) top = last;
  }
  const baseDigits = TERM_DIGITS + 2 * HALF_DIGITS * count;
  const keyDigits = baseDigits + 2 * HALF_DIGITS;
  const keyTables = KEY_SPLITS + SPLIT * key;
  let lastBase = -1;
  let lastKey = -1;
  if (withBase != 0) {
    lastBase = lastOfSplit(recodeHalves(baseDigits, SCALARS + 32 * count, 8));
    if (lastBase > top) top = lastBase;
  }
  if (key >= 0) {
    lastKey = lastOfSplit(recodeHalves(keyDigits, SCALARS + 32 * (count + 1), 8));
    if (lastKey > top) top = lastKey;
  }
  copy(at(SUM), NEUTRAL);
  for (let position = top; position >= 0; position--) {
    if (position != top) doublePoint(at(SUM), at(SUM));
    for (let k = 0; k < count; k++) {
      const table = TERM_TABLES + 16 * POINT * k;
      const digits = TERM_DIGITS + 2 * HALF_DIGITS * k + position;
      addDigit(table, <i32>load<i8>(digits));
      addDigit(table + 8 * POINT, <i32>load<i8>(digits + HALF_DIGITS));
    }
    if (position <= lastBase) addSplit(BASE_SPLIT, baseDigits, position);
    if (position <= lastKey) addSplit(keyTables, keyDigits, position);
  }
  copy(OUT, at(SUM));
}

/** OUT = POINTS[0] + POINTS[1] */
export function add(): void {
  addPoint(OUT, POINTS, POINTS + POINT);
}

/** OUT = −POINTS[0] */
export function negate(): void {
  negatePoint(OUT, POINTS);
}

/** OUT = Σ POINTS[k] over `count` points. */
export function sum(count: i32): void {
  copy(OUT, NEUTRAL);
  for (let k = 0; k < count; k++) addPoint(OUT, OUT, POINTS + POINT * k);
}

/** OUT = x·OUT + POINTS[k] for k = count − 1 … 0, by Horner's rule; 1 ≤ x < 2^31. Start with OUT = 0. */
export function horner(count: i32, x: u32): void {
  const highest = 31 - <i32>clz(x);
  for (let k = count - 1; k >= 0; k--) {
    copy(at(TWICE), OUT);
    for (let bit = highest - 1; bit >= 0; bit--) {
      doublePoint(OUT, OUT);
      if (((x >> bit) & 1) != 0) addPoint(OUT, OUT, at(TWICE));
    }
    addPoint(OUT, OUT, POINTS + POINT * k);
  }
}

/** OUT = the neutral element. */
export function clearOut(): void {
  copy(OUT, NEUTRAL);
}

/** Whether POINTS[0] is the neutral element: only there Z = 0. */
export function isIdentity(): i32 {
  spreadLane(at(FIELD_U), POINTS, 2);
  return sameLane(at(FIELD_U), ZERO, 0);
}

/** Whether POINTS[0] and POINTS[1] are one point: X₁Z₂ = X₂Z₁ and Y₁Z₂ = Y₂Z₁. */
export function isEqual(): i32 {
  const other = POINTS + POINT;
  spreadLane(at(FIELD_U), other, 2);
  spreadLane(at(FIELD_V), POINTS, 2);
  mul2(at(FIELD_X), POINTS, at(FIELD_U));
  mul2(at(FIELD_Y), other, at(FIELD_V));
  return sameLane(at(FIELD_X), at(FIELD_Y), 0) & sameLane(at(FIELD_X), at(FIELD_Y), 1);
}

// ---- Encodings (SEC 1, compressed)

/** BYTES = the encoding of POINTS[0]. */
export function encode(): void {
  copy(at(SUM), POINTS);
  normalizeSecret();
}

/** OUT = the point that 33 BYTES encode, in the one canonical way; 0 if they encode none. */
export function decode(): i32 {
  const x = at(FIELD_X);
  const y = at(FIELD_Y);
  const u = at(FIELD_U);
  const v = at(FIELD_V);
  const prefix = load<u8>(BYTES);
  if (prefix != 2 && prefix != 3) return 0;
  for (let k: usize = 0; k < 32; k++) store<u8>(RIGHT + k, load<u8>(BYTES + 32 - k));
  spreadBytes(x, RIGHT, WINDOW);
  toBytes(LEFT, x, 0);
  if (sameBytes(LEFT, RIGHT) == 0) return 0;
  // y² = x³ + 7, y = (y²)^((p + 1)/4)
  square2(u, x);
  mul2(u, u, x);
  add4(u, u, SEVEN);
  squareRoot(y, u);
  square2(v, y);
  if (sameLane(u, v, 0) == 0) return 0;
  toBytes(LEFT, y, 0);
  // y is never 0: the order of the group is odd.
  if ((load<u8>(LEFT) & 1) != (prefix & 1)) sub4(y, ZERO, y);
  affine(OUT, x, y);
  return 1;
}
