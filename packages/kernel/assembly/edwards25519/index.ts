/**
 * Group arithmetic on edwards25519, in AssemblyScript. The straight-line vector functions of
 * ./field and the data of ./data are written by src/emitter.
 *
 * A point is 144 bytes: nine vectors of four lanes X, Y, Z, T; a cached point, ready to be added,
 * has Y − X, Y + X, 2Z, 2dT. Callers put what they give into the areas SCALARS, POINTS and BYTES,
 * and find results in OUT and BYTES. Nothing here is re-entrant. Functions named *Secret* and what
 * they call have no branch and no address that depends on a scalar; the others take variable time.
 */
import { recodePublic, recodeSecret, sameBytes, spreadBytes, spreadLane } from '../shared';
import {
  BASE_SPLIT,
  BASE_TABLE,
  BYTES,
  CACHING,
  DIGITS,
  FIELD_ALT,
  FIELD_U,
  FIELD_V,
  FIELD_V3,
  FIELD_W,
  FIELD_X,
  FIELD_Y,
  INVERSE,
  KEYS,
  KEY_SPLITS,
  LEFT,
  NEGATED,
  OTHER,
  OUT,
  PICKED,
  POINT,
  POINTS,
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
import { fromCoordinates, invert, powerOfRoot, sameLane, toBytes } from './numbers';
import {
  BASE,
  D,
  NEUTRAL,
  NEUTRAL_CACHED,
  ONE,
  ORDER,
  ROOT_OF_MINUS_ONE,
  TO_CACHED,
  ZERO,
} from './data';
import {
  add4,
  addCached,
  choose,
  doublePoint,
  mul2,
  mul4,
  negateCached,
  negatePoint,
  select8,
  square2,
  sub4,
  sumAndDifference,
} from './field';
export { ristrettoDecode, ristrettoEncode, ristrettoIsEqual, ristrettoIsIdentity } from './ristretto';
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

function cache(to: usize, p: usize): void {
  sumAndDifference(at(CACHING), p);
  mul4(to, at(CACHING), TO_CACHED);
}

/** table[k] = (k + 1)·p, cached, for k = 0 … 7. */
function tableOfEight(table: usize, p: usize): void {
  cache(table, p);
  copy(at(STEP), p);
  for (let k: usize = 1; k < 8; k++) {
    addCached(at(STEP), at(STEP), table);
    cache(table + POINT * k, at(STEP));
  }
}

/** table[k] = (2k + 1)·p, cached. */
function tableOfOdd(table: usize, p: usize, count: i32): void {
  cache(table, p);
  doublePoint(at(STEP), p);
  cache(at(TWICE), at(STEP));
  copy(at(STEP), p);
  for (let k = 1; k < count; k++) {
    addCached(at(STEP), at(STEP), at(TWICE));
    cache(table + POINT * k, at(STEP));
  }
}

/** Tables of odd multiples of 2^(32·j)·p for j = 0 … 7: the digits of p are then walked in eight at once. */
function tablesOfSplit(tables: usize, p: usize): void {
  copy(at(SUM), p);
  for (let j = 0; j < 8; j++) {
    tableOfOdd(tables + 64 * POINT * j, at(SUM), 64);
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
  for (let k: usize = 0; k < 64; k++) {
    tableOfEight(BASE_TABLE + 8 * POINT * k, at(SUM));
    for (let i = 0; i < 4; i++) doublePoint(at(SUM), at(SUM));
  }
  tablesOfSplit(BASE_SPLIT, BASE);
}

// ---- Secret scalars

/** PICKED = digit·p, from the table of eight of p. */
function pickSecret(table: usize, digit: i32): void {
  const sign = digit >> 31;
  select8(at(PICKED), table, (digit ^ sign) - sign, NEUTRAL_CACHED);
  negateCached(at(NEGATED), at(PICKED));
  choose(at(PICKED), at(PICKED), at(NEGATED), sign);
}

/**
 * OUT = SUM with Z = 1, and its encoding in BYTES. The projective Z of a product tells of its
 * scalar, so it never leaves.
 */
function normalizeSecret(): void {
  const sum = at(SUM);
  spreadLane(at(SPREAD), sum, 2);
  invert(at(INVERSE), at(SPREAD));
  mul2(at(FIELD_X), sum, at(INVERSE));
  toBytes(BYTES, at(FIELD_X), 1);
  toBytes(LEFT, at(FIELD_X), 0);
  store<u8>(BYTES + 31, load<u8>(BYTES + 31) | (load<u8>(LEFT) << 7));
  fromCoordinates(OUT, at(FIELD_X), 0, at(FIELD_X), 1);
}

/** OUT, BYTES = SCALARS[0]·generator. */
export function multiplyBaseSecret(): void {
  recodeSecret(DIGITS, SCALARS);
  copy(at(SUM), NEUTRAL);
  for (let k: usize = 0; k < 64; k++) {
    pickSecret(BASE_TABLE + 8 * POINT * k, <i32>load<i8>(DIGITS + k));
    addCached(at(SUM), at(SUM), at(PICKED));
  }
  normalizeSecret();
}

/** OUT, BYTES = SCALARS[0]·POINTS[0]. */
export function multiplySecret(): void {
  recodeSecret(DIGITS, SCALARS);
  tableOfEight(SECRET_TABLE, POINTS);
  copy(at(SUM), NEUTRAL);
  for (let k = 63; k >= 0; k--) {
    for (let i = 0; i < 4; i++) doublePoint(at(SUM), at(SUM));
    pickSecret(SECRET_TABLE, <i32>load<i8>(DIGITS + k));
    addCached(at(SUM), at(SUM), at(PICKED));
  }
  normalizeSecret();
}

// ---- Public scalars, in variable time

/** SUM += digit·p, from the table of odd multiples of p. */
function addDigit(table: usize, digit: i32): void {
  if (digit > 0) {
    addCached(at(SUM), at(SUM), table + POINT * (digit >> 1));
  } else if (digit < 0) {
    negateCached(at(NEGATED), table + POINT * (-digit >> 1));
    addCached(at(SUM), at(SUM), at(NEGATED));
  }
}

/** SUM += the digits at position, position + 32, …, from the tables of their point. */
function addSplit(tables: usize, digits: usize, position: i32): void {
  for (let j = 0; j < 8; j++) {
    addDigit(tables + 64 * POINT * j, <i32>load<i8>(digits + SPAN * j + position));
  }
}

/**
 * OUT = Σ SCALARS[k]·POINTS[k] over `count` terms; and SCALARS[count]·generator if `withBase`; and
 * SCALARS[count + 1] times the point whose tables are those of `key`, if that is not negative.
 */
export function multiplySum(count: i32, withBase: i32, key: i32): void {
  let top = -1;
  for (let k = 0; k < count; k++) {
    tableOfOdd(TERM_TABLES + 8 * POINT * k, POINTS + POINT * k, 8);
    const last = recodePublic(TERM_DIGITS + 272 * k, SCALARS + 32 * k, 256, 5, 1, WINDOW);
    if (last > top) top = last;
  }
  const baseDigits = TERM_DIGITS + 272 * count;
  const keyDigits = baseDigits + 272;
  const keyTables = KEY_SPLITS + SPLIT * key;
  let lastSplit = -1;
  // Scalars are below 2^253, so no digit is beyond the last table.
  if (withBase != 0) {
    lastSplit = recodePublic(baseDigits, SCALARS + 32 * count, 256, 8, 1, WINDOW);
  }
  if (key >= 0) {
    const last = recodePublic(keyDigits, SCALARS + 32 * (count + 1), 256, 8, 1, WINDOW);
    if (last > lastSplit) lastSplit = last;
  }
  if (lastSplit > SPAN - 1) lastSplit = SPAN - 1;
  if (lastSplit > top) top = lastSplit;
  copy(at(SUM), NEUTRAL);
  for (let position = top; position >= 0; position--) {
    if (position != top) doublePoint(at(SUM), at(SUM));
    for (let k = 0; k < count; k++) {
      addDigit(TERM_TABLES + 8 * POINT * k, <i32>load<i8>(TERM_DIGITS + 272 * k + position));
    }
    if (position <= lastSplit) {
      if (withBase != 0) addSplit(BASE_SPLIT, baseDigits, position);
      if (key >= 0) addSplit(keyTables, keyDigits, position);
    }
  }
  copy(OUT, at(SUM));
}

/** OUT = POINTS[0] + POINTS[1] */
export function add(): void {
  cache(at(OTHER), POINTS + POINT);
  addCached(OUT, POINTS, at(OTHER));
}

/** OUT = −POINTS[0] */
export function negate(): void {
  negatePoint(OUT, POINTS);
}

/** OUT = Σ POINTS[k] over `count` points. */
export function sum(count: i32): void {
  copy(OUT, NEUTRAL);
  for (let k = 0; k < count; k++) {
    cache(at(OTHER), POINTS + POINT * k);
    addCached(OUT, OUT, at(OTHER));
  }
}

/** OUT = x·OUT + POINTS[k] for k = count − 1 … 0, by Horner's rule; 1 ≤ x < 2^31. Start with OUT = 0. */
export function horner(count: i32, x: u32): void {
  const highest = 31 - <i32>clz(x);
  for (let k = count - 1; k >= 0; k--) {
    cache(at(TWICE), OUT);
    for (let bit = highest - 1; bit >= 0; bit--) {
      doublePoint(OUT, OUT);
      if (((x >> bit) & 1) != 0) addCached(OUT, OUT, at(TWICE));
    }
    cache(at(OTHER), POINTS + POINT * k);
    addCached(OUT, OUT, at(OTHER));
  }
}

/** OUT = the neutral element. */
export function clearOut(): void {
  copy(OUT, NEUTRAL);
}

/** Whether q·POINTS[0] is the neutral element, by that multiplication. */
export function isTorsionFree(): i32 {
  memory.copy(SCALARS, ORDER, 32);
  multiplySum(1, 0, -1);
  return isNeutral(OUT);
}

export function isIdentity(): i32 {
  return isNeutral(POINTS);
}

/** X = 0 and Y = Z; Z is never 0. */
function isNeutral(p: usize): i32 {
  spreadLane(at(FIELD_U), p, 1);
  spreadLane(at(FIELD_V), p, 2);
  return sameLane(p, ZERO, 0) & sameLane(at(FIELD_U), at(FIELD_V), 0);
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

// ---- Encodings (RFC 8032)

/** BYTES = the encoding of POINTS[0]. */
export function encode(): void {
  copy(at(SUM), POINTS);
  normalizeSecret();
}

/** OUT = the point that BYTES encode, in the one canonical way; 0 if they encode none. Any order. */
export function decode(): i32 {
  const u = at(FIELD_U);
  const v = at(FIELD_V);
  const v3 = at(FIELD_V3);
  const x = at(FIELD_X);
  const w = at(FIELD_W);
  const y = at(FIELD_Y);
  memory.copy(LEFT, BYTES, 32);
  store<u8>(LEFT + 31, load<u8>(LEFT + 31) & 0x7f);
  spreadBytes(y, LEFT, WINDOW);
  // x² = u/v = (y² − 1)/(dy² + 1); x = u·v³·(u·v⁷)^((p−5)/8), perhaps times √−1.
  square2(u, y);
  mul2(v, u, D);
  sub4(u, u, ONE);
  add4(v, v, ONE);
  square2(v3, v);
  mul2(v3, v3, v);
  square2(w, v3);
  mul2(w, w, v);
  mul2(w, w, u);
  powerOfRoot(x, w);
  mul2(x, x, v3);
  mul2(x, x, u);
  square2(w, x);
  mul2(w, w, v);
  if (sameLane(w, u, 0) == 0) {
    sub4(at(FIELD_ALT), ZERO, u);
    if (sameLane(w, at(FIELD_ALT), 0) == 0) return 0;
    mul2(x, x, ROOT_OF_MINUS_ONE);
  }
  const sign = load<u8>(BYTES + 31) >> 7;
  toBytes(LEFT, x, 0);
  if ((load<u8>(LEFT) & 1) != sign) {
    sub4(x, ZERO, x);
    toBytes(LEFT, x, 0);
    // x = 0 has no other sign.
    if ((load<u8>(LEFT) & 1) != sign) return 0;
  }
  toBytes(LEFT, y, 0);
  store<u8>(LEFT + 31, load<u8>(LEFT + 31) | (sign << 7));
  if (sameBytes(LEFT, BYTES) == 0) return 0;
  fromCoordinates(OUT, x, 0, y, 0);
  return 1;
}
