/**
 * Group arithmetic on edwards25519, in AssemblyScript. The straight-line vector functions of
 * ./field and the data of ./data are written by src/emitter.
 *
 * A point is 144 bytes: nine vectors of four lanes X, Y, Z, T; a cached point, ready to be added,
 * has Y − X, Y + X, 2Z, 2dT. Callers put what they give into the areas SCALARS, POINTS and BYTES,
 * and find results in OUT and BYTES. Nothing here is re-entrant. Functions named *Secret* and what
 * they call have no branch and no address that depends on a scalar; the others take variable time.
 */
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
  squareTimes2,
  sub4,
  sumAndDifference,
} from './field';
import {
  BASE,
  D,
  INVERSE_ROOT_A_MINUS_D,
  MINUS_ONE,
  MINUS_ROOT,
  NEUTRAL,
  NEUTRAL_CACHED,
  ONE,
  ORDER,
  ROOT_OF_MINUS_ONE,
  TO_CACHED,
  ZERO,
} from './data';
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
/** Digits that one table of such a point stands for; there are eight of them. */
const SPAN: i32 = 32;
const SPLIT: usize = 144 * 64 * 8;

// What callers see.
const SCALARS: usize = memory.data(32 * TERMS, 16);
const POINTS: usize = memory.data(144 * TERMS, 16);
const OUT: usize = memory.data(144, 16);
const BYTES: usize = memory.data(32, 16);

// Scratch, which may hold what follows from secrets: wipe() clears all of it.
const SCRATCH: usize = memory.data(144 * 24, 16);
const DIGITS: usize = memory.data(272, 16);
const LIMBS: usize = memory.data(80, 16);
const WINDOW: usize = memory.data(48, 16);
const SECRET_TABLE: usize = memory.data(144 * 8, 16);
const LEFT: usize = memory.data(32, 16);
const RIGHT: usize = memory.data(32, 16);

// Public tables.
const BASE_TABLE: usize = memory.data(144 * 8 * 64, 16);
const BASE_SPLIT: usize = memory.data(144 * 64 * 8, 16);
const KEY_SPLITS: usize = memory.data(144 * 64 * 8 * KEYS, 16);
const TERM_TABLES: usize = memory.data(144 * 8 * TERMS, 16);
const TERM_DIGITS: usize = memory.data(272 * TERMS, 16);

function at(slot: i32): usize {
  return SCRATCH + POINT * slot;
}

// Slots of the scratch area, by their use. Functions that call each other share none.
const SUM: i32 = 0;
const PICKED: i32 = 1;
const NEGATED: i32 = 2;
const STEP: i32 = 3;
const TWICE: i32 = 4;
const CACHING: i32 = 5;
const POWER_A: i32 = 6;
const POWER_B: i32 = 7;
const POWER_C: i32 = 8;
const FIELD_U: i32 = 9;
const FIELD_V: i32 = 10;
const FIELD_V3: i32 = 11;
const FIELD_X: i32 = 12;
const FIELD_W: i32 = 13;
const FIELD_Y: i32 = 14;
const FIELD_ALT: i32 = 15;
const INVERSE: i32 = 16;
const SPREAD: i32 = 17;
const OTHER: i32 = 18;
const FIELD_Z: i32 = 19;
const FIELD_T: i32 = 20;
const ROOT: i32 = 21;
const DEN_1: i32 = 22;
const DEN_2: i32 = 23;

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
  memory.fill(DIGITS, 0, 272);
  memory.fill(LIMBS, 0, 80);
  memory.fill(WINDOW, 0, 48);
  memory.fill(SECRET_TABLE, 0, 144 * 8);
  memory.fill(LEFT, 0, 32);
  memory.fill(RIGHT, 0, 32);
  memory.fill(SCALARS, 0, 32);
  memory.fill(POINTS, 0, 144);
  memory.fill(OUT, 0, 144);
  memory.fill(BYTES, 0, 32);
}

function copy(to: usize, from: usize): void {
  memory.copy(to, from, POINT);
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

// ---- Encodings of ristretto255 (RFC 9496 section 4.3), whose elements are cosets of these points

/** BYTES = the encoding of the element of POINTS[0]; the same steps for every point. */
export function ristrettoEncode(): void {
  const x = at(FIELD_X);
  const y = at(FIELD_Y);
  const z = at(FIELD_Z);
  const t = at(FIELD_T);
  const u = at(FIELD_U);
  const v = at(FIELD_V);
  const w = at(FIELD_W);
  const inverse = at(INVERSE);
  spreadLane(x, POINTS, 0);
  spreadLane(y, POINTS, 1);
  spreadLane(z, POINTS, 2);
  spreadLane(t, POINTS, 3);
  // u = (Z + Y)(Z − Y), v = XY
  add4(u, z, y);
  sub4(v, z, y);
  mul2(u, u, v);
  mul2(v, x, y);
  square2(w, v);
  mul2(w, w, u);
  inverseRoot(at(ROOT), w);
  mul2(at(DEN_1), at(ROOT), u);
  mul2(at(DEN_2), at(ROOT), v);
  mul2(inverse, at(DEN_1), at(DEN_2));
  mul2(inverse, inverse, t);
  mul2(w, t, inverse);
  const rotate = -isNegative(w);
  mul2(u, y, ROOT_OF_MINUS_ONE);
  mul2(v, x, ROOT_OF_MINUS_ONE);
  mul2(w, at(DEN_1), INVERSE_ROOT_A_MINUS_D);
  choose(x, x, u, rotate);
  choose(y, y, v, rotate);
  choose(at(DEN_2), at(DEN_2), w, rotate);
  mul2(w, x, inverse);
  sub4(u, ZERO, y);
  choose(y, y, u, -isNegative(w));
  sub4(z, z, y);
  mul2(z, z, at(DEN_2));
  absolute(z);
  toBytes(BYTES, z, 0);
}

/** OUT = a point of the element that BYTES encode, in the one canonical way; 0 if they encode none. */
export function ristrettoDecode(): i32 {
  const s = at(FIELD_T);
  const x = at(FIELD_X);
  const y = at(FIELD_Y);
  const u1 = at(FIELD_U);
  const u2 = at(FIELD_Z);
  const v = at(FIELD_V);
  const w = at(FIELD_W);
  spreadBytes(s, BYTES, WINDOW);
  toBytes(LEFT, s, 0);
  if (sameBytes(LEFT, BYTES) == 0 || (load<u8>(BYTES) & 1) != 0) return 0;
  square2(w, s);
  sub4(u1, ONE, w);
  add4(u2, ONE, w);
  // v = −(d·u1²) − u2²
  square2(v, u1);
  mul2(v, v, D);
  square2(x, u2);
  add4(v, v, x);
  sub4(v, ZERO, v);
  mul2(w, v, x);
  if (inverseRoot(at(ROOT), w) == 0) return 0;
  mul2(at(DEN_1), at(ROOT), u2);
  mul2(at(DEN_2), at(ROOT), at(DEN_1));
  mul2(at(DEN_2), at(DEN_2), v);
  add4(x, s, s);
  mul2(x, x, at(DEN_1));
  absolute(x);
  mul2(y, u1, at(DEN_2));
  mul2(w, x, y);
  if (isNegative(w) != 0 || sameLane(y, ZERO, 0) != 0) return 0;
  fromCoordinates(OUT, x, 0, y, 0);
  return 1;
}

/** Whether POINTS[0] and POINTS[1] are one element: X₁Y₂ = X₂Y₁ or Y₁Y₂ = X₁X₂. */
export function ristrettoIsEqual(): i32 {
  const other = POINTS + POINT;
  spreadLane(at(FIELD_U), other, 0);
  spreadLane(at(FIELD_V), other, 1);
  // X₁X₂, Y₁X₂ and X₁Y₂, Y₁Y₂
  mul2(at(FIELD_X), POINTS, at(FIELD_U));
  mul2(at(FIELD_Y), POINTS, at(FIELD_V));
  spreadLane(at(FIELD_U), at(FIELD_X), 1);
  spreadLane(at(FIELD_V), at(FIELD_Y), 1);
  return sameLane(at(FIELD_U), at(FIELD_Y), 0) | sameLane(at(FIELD_V), at(FIELD_X), 0);
}

/** Whether POINTS[0] is of the identity element: X = 0 or Y = 0. */
export function ristrettoIsIdentity(): i32 {
  return sameLane(POINTS, ZERO, 0) | sameLane(POINTS, ZERO, 1);
}

/** out = |1/√v| if v is a square, else |1/√(v·√−1)| up to its sign; whether it is, 0 for v = 0. */
function inverseRoot(out: usize, v: usize): i32 {
  square2(at(FIELD_V3), v);
  mul2(at(FIELD_V3), at(FIELD_V3), v);
  square2(at(FIELD_ALT), at(FIELD_V3));
  mul2(at(FIELD_ALT), at(FIELD_ALT), v);
  powerOfRoot(out, at(FIELD_ALT));
  mul2(out, out, at(FIELD_V3));
  square2(at(FIELD_ALT), out);
  mul2(at(FIELD_ALT), at(FIELD_ALT), v);
  const right = sameLane(at(FIELD_ALT), ONE, 0);
  const flipped = sameLane(at(FIELD_ALT), MINUS_ONE, 0);
  const turned = sameLane(at(FIELD_ALT), MINUS_ROOT, 0);
  mul2(at(FIELD_ALT), out, ROOT_OF_MINUS_ONE);
  choose(out, out, at(FIELD_ALT), -(flipped | turned));
  absolute(out);
  return right | flipped;
}

/** Whether the least bit of what stands in lane 0 is set: such are called negative. */
function isNegative(a: usize): i32 {
  toBytes(LEFT, a, 0);
  return load<u8>(LEFT) & 1;
}

/** a or −a, whichever is not negative. */
function absolute(a: usize): void {
  sub4(at(FIELD_ALT), ZERO, a);
  choose(a, a, at(FIELD_ALT), -isNegative(a));
}

// ---- The field

/** out = the point of affine x in one lane of `a` and y in one lane of `b`. */
function fromCoordinates(out: usize, a: usize, laneX: usize, b: usize, laneY: usize): void {
  spreadLane(at(FIELD_U), a, laneX);
  spreadLane(at(FIELD_V), b, laneY);
  mul2(at(FIELD_W), at(FIELD_U), at(FIELD_V));
  for (let k: usize = 0; k < 9; k++) {
    store<i32>(out + 16 * k, load<i32>(at(FIELD_U) + 16 * k));
    store<i32>(out + 16 * k + 4, load<i32>(at(FIELD_V) + 16 * k));
    store<i32>(out + 16 * k + 8, load<i32>(ONE + 16 * k));
    store<i32>(out + 16 * k + 12, load<i32>(at(FIELD_W) + 16 * k));
  }
}

/** out = z^((p − 5)/8) = z^(2^252 − 3), in lanes 0 and 1. */
function powerOfRoot(out: usize, z: usize): void {
  const a = at(POWER_A);
  const b = at(POWER_B);
  const c = at(POWER_C);
  square2(a, z); // 2
  squareTimes2(b, a, 2); // 8
  mul2(b, z, b); // 9
  mul2(a, a, b); // 11
  square2(a, a); // 22
  mul2(a, b, a); // 2^5 − 1
  squareTimes2(b, a, 5);
  mul2(a, b, a); // 2^10 − 1
  squareTimes2(b, a, 10);
  mul2(b, b, a); // 2^20 − 1
  squareTimes2(c, b, 20);
  mul2(b, c, b); // 2^40 − 1
  squareTimes2(b, b, 10);
  mul2(a, b, a); // 2^50 − 1
  squareTimes2(b, a, 50);
  mul2(b, b, a); // 2^100 − 1
  squareTimes2(c, b, 100);
  mul2(b, c, b); // 2^200 − 1
  squareTimes2(b, b, 50);
  mul2(a, b, a); // 2^250 − 1
  squareTimes2(a, a, 2);
  mul2(out, a, z); // 2^252 − 3
}

/** out = 1/z in lanes 0 and 1: z^(8·(2^252 − 3) + 3) = z^(p − 2). */
function invert(out: usize, z: usize): void {
  powerOfRoot(out, z);
  squareTimes2(out, out, 3);
  square2(at(FIELD_ALT), z);
  mul2(at(FIELD_ALT), at(FIELD_ALT), z);
  mul2(out, out, at(FIELD_ALT));
}

function carryLimbs(first: u64): void {
  let carry = first;
  for (let k: usize = 0; k < 9; k++) {
    carry += load<u64>(LIMBS + 8 * k);
    store<u64>(LIMBS + 8 * k, carry & 0x1fffffff);
    carry >>= 29;
  }
}

/** What the top limb has from bit 255 on, taken off. */
function takeTop(): u64 {
  const top = load<u64>(LIMBS + 64);
  store<u64>(LIMBS + 64, top & 0x7fffff);
  return top >> 23;
}

/** The canonical 32 bytes, little-endian, of one lane; the same steps for every value. */
function toBytes(to: usize, a: usize, lane: usize): void {
  let carry = takeLane(LIMBS, a, lane);
  // 2^261 = 64·2^255, and 2^255 = 19 modulo p. Twice: then the value is below 2^255.
  carry = ((carry << 6) + takeTop()) * 19;
  carryLimbs(carry);
  carryLimbs(takeTop() * 19);
  // It is p or more exactly if adding 19 reaches 2^255; then that is what p is taken off by.
  carry = 19;
  for (let k: usize = 0; k < 8; k++) {
    carry += load<u64>(LIMBS + 8 * k);
    carry >>= 29;
  }
  carryLimbs(((carry + load<u64>(LIMBS + 64)) >> 23) * 19);
  takeTop();
  packLimbs(to, LIMBS);
}

function sameLane(a: usize, b: usize, lane: usize): i32 {
  toBytes(LEFT, a, lane);
  toBytes(RIGHT, b, lane);
  return sameBytes(LEFT, RIGHT);
}
