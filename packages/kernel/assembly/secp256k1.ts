/**
 * Group arithmetic on secp256k1, in AssemblyScript. The straight-line vector functions of ./field
 * and the data of ./data are written by src/emitter.
 *
 * A point is 144 bytes: nine vectors of four lanes X, Y, Z, 0. Callers put what they give into the
 * areas SCALARS, POINTS and BYTES, and find results in OUT and BYTES. Nothing here is re-entrant.
 * Functions named *Secret* and what they call have no branch and no address that depends on a
 * scalar; the others take variable time.
 */
import {
  add4,
  addPoint,
  choose,
  doublePoint,
  mul2,
  negatePoint,
  select8,
  square2,
  squareTimes2,
  sub4,
} from './field';
import { BASE, BETA, MINUS_B1, NEUTRAL, ROUND_1, ROUND_2, SEVEN, SHORT_A1, SHORT_A2, ZERO } from './data';
import {
  packLimbs,
  recodePublic,
  recodeSecret,
  sameBytes,
  spreadBytes,
  spreadLane,
  takeLane,
} from './shared';

const POINT: usize = 144;
/** Terms of one multi-scalar multiplication. */
const TERMS: i32 = 128;
/** Points in frequent use that can have tables at once. */
const KEYS: i32 = 32;
/** Digits that one table of such a point stands for; there are four of them for each half. */
const SPAN: i32 = 32;
const SPLIT: usize = 144 * 128 * 4;
/** Bytes of the digits of half a scalar: 129, rounded up. */
const HALF_DIGITS: usize = 144;

// What callers see.
const SCALARS: usize = memory.data(32 * TERMS, 16);
const POINTS: usize = memory.data(144 * TERMS, 16);
const OUT: usize = memory.data(144, 16);
const BYTES: usize = memory.data(48, 16);

// Scratch, which may hold what follows from secrets: wipe() clears all of it.
const SCRATCH: usize = memory.data(144 * 24, 16);
const DIGITS: usize = memory.data(80, 16);
const LIMBS: usize = memory.data(80, 16);
const WINDOW: usize = memory.data(48, 16);
const SECRET_TABLE: usize = memory.data(144 * 8, 16);
const LEFT: usize = memory.data(32, 16);
const RIGHT: usize = memory.data(32, 16);

// Public tables.
const BASE_TABLE: usize = memory.data(144 * 8 * 65, 16);
const BASE_SPLIT: usize = memory.data(144 * 128 * 4, 16);
const KEY_SPLITS: usize = memory.data(144 * 128 * 4 * KEYS, 16);
const TERM_TABLES: usize = memory.data(144 * 8 * 2 * TERMS, 16);
const TERM_DIGITS: usize = memory.data(144 * 2 * TERMS, 16);
const WIDE: usize = memory.data(80, 16);
const HALVES: usize = memory.data(64, 16);

function at(slot: i32): usize {
  return SCRATCH + POINT * slot;
}

// Slots of the scratch area, by their use. Functions that call each other share none.
const SUM: i32 = 0;
const PICKED: i32 = 1;
const NEGATED: i32 = 2;
const STEP: i32 = 3;
const TWICE: i32 = 4;
const POWER_2: i32 = 6;
const POWER_3: i32 = 7;
const POWER_22: i32 = 8;
const POWER_A: i32 = 9;
const POWER_B: i32 = 10;
const POWER_C: i32 = 11;
const FIELD_X: i32 = 12;
const FIELD_Y: i32 = 13;
const FIELD_U: i32 = 14;
const FIELD_V: i32 = 15;
const INVERSE: i32 = 16;
const SPREAD: i32 = 17;

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

/** Clears everything that a secret operation read, wrote or left: also the result. */
export function wipe(): void {
  memory.fill(SCRATCH, 0, 144 * 24);
  memory.fill(DIGITS, 0, 80);
  memory.fill(LIMBS, 0, 80);
  memory.fill(WINDOW, 0, 48);
  memory.fill(SECRET_TABLE, 0, 144 * 8);
  memory.fill(LEFT, 0, 32);
  memory.fill(RIGHT, 0, 32);
  memory.fill(SCALARS, 0, 32);
  memory.fill(POINTS, 0, 144);
  memory.fill(OUT, 0, 144);
  memory.fill(BYTES, 0, 48);
}

function copy(to: usize, from: usize): void {
  memory.copy(to, from, POINT);
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

/** The low `words` words of 32 bits of a·b. */
function multiplyWords(out: usize, words: usize, a: usize, aWords: usize, b: usize, bWords: usize): void {
  memory.fill(out, 0, 4 * words);
  for (let i: usize = 0; i < aWords; i++) {
    let carry: u64 = 0;
    const factor = <u64>load<u32>(a + 4 * i);
    for (let j: usize = 0; j < bWords && i + j < words; j++) {
      const to = out + 4 * (i + j);
      carry += <u64>load<u32>(to) + factor * <u64>load<u32>(b + 4 * j);
      store<u32>(to, <u32>carry);
      carry >>= 32;
    }
    if (i + bWords < words) store<u32>(out + 4 * (i + bWords), <u32>carry);
  }
}

/** out = a − b, five words. */
function subtractWords(out: usize, a: usize, b: usize): void {
  let borrow: i64 = 0;
  for (let k: usize = 0; k < 5; k++) {
    borrow += <i64>load<u32>(a + 4 * k) - <i64>load<u32>(b + 4 * k);
    store<u32>(out + 4 * k, <u32>borrow);
    borrow >>= 32;
  }
}

/** The absolute value of a signed number of five words, which has four; whether it was negative. */
function absolute(number: usize): i32 {
  if (load<i32>(number + 16) >= 0) return 0;
  subtractWords(number, ZERO, number);
  return 1;
}

/**
 * HALVES = k1 and, 32 bytes on, k2, below 2^128 with signs as their top word says, such that
 * scalar = k1 + k2·λ modulo the order: the endomorphism (Gallant, Lambert, Vanstone 2001) halves
 * the doublings. c1, c2 are the scalar in the basis (a1, b1), (a2, b2) of short vectors, rounded.
 */
function splitScalar(scalar: usize): void {
  roundedQuotient(LEFT, scalar, ROUND_1);
  roundedQuotient(RIGHT, scalar, ROUND_2);
  // k1 = scalar − c1·a1 − c2·a2; k2 = c1·(−b1) − c2·b2, and b2 = a1.
  multiplyWords(WIDE, 5, LEFT, 4, SHORT_A1, 4);
  subtractWords(HALVES, scalar, WIDE);
  multiplyWords(WIDE, 5, RIGHT, 4, SHORT_A2, 5);
  subtractWords(HALVES, HALVES, WIDE);
  multiplyWords(HALVES + 32, 5, LEFT, 4, MINUS_B1, 4);
  multiplyWords(WIDE, 5, RIGHT, 4, SHORT_A1, 4);
  subtractWords(HALVES + 32, HALVES + 32, WIDE);
}

/** out = scalar·factor / 2^384 rounded, 16 bytes. */
function roundedQuotient(out: usize, scalar: usize, factor: usize): void {
  multiplyWords(WIDE, 16, scalar, 8, factor, 8);
  let carry = (load<u64>(WIDE + 40) >> 63) & 1;
  for (let k: usize = 0; k < 4; k++) {
    carry += <u64>load<u32>(WIDE + 48 + 4 * k);
    store<u32>(out + 4 * k, <u32>carry);
    carry >>= 32;
  }
}

/** Digits of both halves of a scalar, the second behind the first; the highest position, or −1. */
function recodeHalves(digits: usize, scalar: usize, width: i32): i32 {
  splitScalar(scalar);
  const sign1 = 1 - 2 * absolute(HALVES);
  const sign2 = 1 - 2 * absolute(HALVES + 32);
  const top1 = recodePublic(digits, HALVES, 128, width, sign1, WINDOW);
  const top2 = recodePublic(digits + HALF_DIGITS, HALVES + 32, 128, width, sign2, WINDOW);
  return top1 > top2 ? top1 : top2;
}

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

// ---- The field

/** out = z^(2^246 − 2^22 − 1) in lanes 0 and 1, with z^3 left in POWER_2. */
function powerOfRoot(out: usize, z: usize): void {
  const x2 = at(POWER_2);
  const x3 = at(POWER_3);
  const x22 = at(POWER_22);
  const a = at(POWER_A);
  const b = at(POWER_B);
  const c = at(POWER_C);
  square2(x2, z);
  mul2(x2, x2, z); // 2^2 − 1
  square2(x3, x2);
  mul2(x3, x3, z); // 2^3 − 1
  squareTimes2(a, x3, 3);
  mul2(a, a, x3); // 2^6 − 1
  squareTimes2(a, a, 3);
  mul2(a, a, x3); // 2^9 − 1
  squareTimes2(a, a, 2);
  mul2(a, a, x2); // 2^11 − 1
  squareTimes2(x22, a, 11);
  mul2(x22, x22, a); // 2^22 − 1
  squareTimes2(a, x22, 22);
  mul2(a, a, x22); // 2^44 − 1
  squareTimes2(b, a, 44);
  mul2(b, b, a); // 2^88 − 1
  squareTimes2(c, b, 88);
  mul2(c, c, b); // 2^176 − 1
  squareTimes2(c, c, 44);
  mul2(c, c, a); // 2^220 − 1
  squareTimes2(c, c, 3);
  mul2(c, c, x3); // 2^223 − 1
  squareTimes2(c, c, 23);
  mul2(out, c, x22); // 2^246 − 2^22 − 1
}

/** out = z^((p + 1)/4) = z^(2^254 − 2^30 − 244), a square root of squares, in lanes 0 and 1. */
function squareRoot(out: usize, z: usize): void {
  powerOfRoot(out, z);
  squareTimes2(out, out, 6);
  mul2(out, out, at(POWER_2));
  squareTimes2(out, out, 2);
}

/** out = 1/z = z^(p − 2), or 0 for 0, in lanes 0 and 1. */
function invert(out: usize, z: usize): void {
  powerOfRoot(out, z);
  squareTimes2(out, out, 5);
  mul2(out, out, z);
  squareTimes2(out, out, 3);
  mul2(out, out, at(POWER_2));
  squareTimes2(out, out, 2);
  mul2(out, out, z);
}

function carryLimbs(first: u64): void {
  let carry = first;
  for (let k: usize = 0; k < 9; k++) {
    carry += load<u64>(LIMBS + 8 * k);
    store<u64>(LIMBS + 8 * k, carry & 0x1fffffff);
    carry >>= 29;
  }
}

/** What the top limb has from bit 256 on, taken off. */
function takeTop(): u64 {
  const top = load<u64>(LIMBS + 64);
  store<u64>(LIMBS + 64, top & 0xffffff);
  return top >> 24;
}

/** Adds times·2^256 = times·(2^32 + 977), modulo p. */
function foldTop(times: u64): void {
  store<u64>(LIMBS + 8, load<u64>(LIMBS + 8) + (times << 3));
  carryLimbs(times * 977);
}

/** The canonical 32 bytes, little-endian, of one lane; the same steps for every value. */
function toBytes(to: usize, a: usize, lane: usize): void {
  const carry = takeLane(LIMBS, a, lane);
  // Twice: then the value is below 2^256.
  foldTop((carry << 5) + takeTop());
  foldTop(takeTop());
  // It is p or more exactly if adding 2^32 + 977 reaches 2^256; then that is what p is taken off by.
  let sum = (load<u64>(LIMBS) + 977) >> 29;
  sum = (sum + load<u64>(LIMBS + 8) + 8) >> 29;
  for (let k: usize = 2; k < 8; k++) sum = (sum + load<u64>(LIMBS + 8 * k)) >> 29;
  foldTop((sum + load<u64>(LIMBS + 64)) >> 24);
  takeTop();
  packLimbs(to, LIMBS);
}

function sameLane(a: usize, b: usize, lane: usize): i32 {
  toBytes(LEFT, a, lane);
  toBytes(RIGHT, b, lane);
  return sameBytes(LEFT, RIGHT);
}
