/** Public scalars of secp256k1 in halves, by its endomorphism. */
import { recodePublic } from '../shared';
import { HALF_DIGITS, HALVES, LEFT, RIGHT, WIDE, WINDOW } from './areas';
import { MINUS_B1, ROUND_1, ROUND_2, SHORT_A1, SHORT_A2, ZERO } from './data';

/** The low `words` words of 32 bits of a·b. */
export function multiplyWords(out: usize, words: usize, a: usize, aWords: usize, b: usize, bWords: usize): void {
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
export function subtractWords(out: usize, a: usize, b: usize): void {
  let borrow: i64 = 0;
  for (let k: usize = 0; k < 5; k++) {
    borrow += <i64>load<u32>(a + 4 * k) - <i64>load<u32>(b + 4 * k);
    store<u32>(out + 4 * k, <u32>borrow);
    borrow >>= 32;
  }
}

/** The absolute value of a signed number of five words, which has four; whether it was negative. */
export function absolute(number: usize): i32 {
  if (load<i32>(number + 16) >= 0) return 0;
  subtractWords(number, ZERO, number);
  return 1;
}

/**
 * HALVES = k1 and, 32 bytes on, k2, below 2^128 with signs as their top word says, such that
 * scalar = k1 + k2·λ modulo the order: the endomorphism (Gallant, Lambert, Vanstone 2001) halves
 * the doublings. c1, c2 are the scalar in the basis (a1, b1), (a2, b2) of short vectors, rounded.
 */
export function splitScalar(scalar: usize): void {
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
export function roundedQuotient(out: usize, scalar: usize, factor: usize): void {
  multiplyWords(WIDE, 16, scalar, 8, factor, 8);
  let carry = (load<u64>(WIDE + 40) >> 63) & 1;
  for (let k: usize = 0; k < 4; k++) {
    carry += <u64>load<u32>(WIDE + 48 + 4 * k);
    store<u32>(out + 4 * k, <u32>carry);
    carry >>= 32;
  }
}

/** Digits of both halves of a scalar, the second behind the first; the highest position, or −1. */
export function recodeHalves(digits: usize, scalar: usize, width: i32): i32 {
  splitScalar(scalar);
  const sign1 = 1 - 2 * absolute(HALVES);
  const sign2 = 1 - 2 * absolute(HALVES + 32);
  const top1 = recodePublic(digits, HALVES, 128, width, sign1, WINDOW);
  const top2 = recodePublic(digits + HALF_DIGITS, HALVES + 32, 128, width, sign2, WINDOW);
  return top1 > top2 ? top1 : top2;
}
