/** The memory of the module for edwards25519: what callers see, scratch, and tables. */

export const POINT: usize = 144;
/** Terms of one multi-scalar multiplication. */
export const TERMS: i32 = 128;
/** Points in frequent use that can have tables at once. */
export const KEYS: i32 = 32;
/** Digits that one table of such a point stands for; there are eight of them. */
export const SPAN: i32 = 32;
export const SPLIT: usize = 144 * 64 * 8;

// What callers see.
export const SCALARS: usize = memory.data(32 * TERMS, 16);
export const POINTS: usize = memory.data(144 * TERMS, 16);
export const OUT: usize = memory.data(144, 16);
export const BYTES: usize = memory.data(32, 16);

// Scratch, which may hold what follows from secrets: wipe() clears all of it.
export const SCRATCH: usize = memory.data(144 * 24, 16);
export const DIGITS: usize = memory.data(272, 16);
export const LIMBS: usize = memory.data(80, 16);
export const WINDOW: usize = memory.data(48, 16);
export const SECRET_TABLE: usize = memory.data(144 * 8, 16);
export const LEFT: usize = memory.data(32, 16);
export const RIGHT: usize = memory.data(32, 16);

// Public tables.
export const BASE_TABLE: usize = memory.data(144 * 8 * 64, 16);
export const BASE_SPLIT: usize = memory.data(144 * 64 * 8, 16);
export const KEY_SPLITS: usize = memory.data(144 * 64 * 8 * KEYS, 16);
export const TERM_TABLES: usize = memory.data(144 * 8 * TERMS, 16);
export const TERM_DIGITS: usize = memory.data(272 * TERMS, 16);

export function at(slot: i32): usize {
  return SCRATCH + POINT * slot;
}

// Slots of the scratch area, by their use. Functions that call each other share none.
export const SUM: i32 = 0;
export const PICKED: i32 = 1;
export const NEGATED: i32 = 2;
export const STEP: i32 = 3;
export const TWICE: i32 = 4;
export const CACHING: i32 = 5;
export const POWER_A: i32 = 6;
export const POWER_B: i32 = 7;
export const POWER_C: i32 = 8;
export const FIELD_U: i32 = 9;
export const FIELD_V: i32 = 10;
export const FIELD_V3: i32 = 11;
export const FIELD_X: i32 = 12;
export const FIELD_W: i32 = 13;
export const FIELD_Y: i32 = 14;
export const FIELD_ALT: i32 = 15;
export const INVERSE: i32 = 16;
export const SPREAD: i32 = 17;
export const OTHER: i32 = 18;
export const FIELD_Z: i32 = 19;
export const FIELD_T: i32 = 20;
export const ROOT: i32 = 21;
export const DEN_1: i32 = 22;
export const DEN_2: i32 = 23;

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

export function copy(to: usize, from: usize): void {
  memory.copy(to, from, POINT);
}
