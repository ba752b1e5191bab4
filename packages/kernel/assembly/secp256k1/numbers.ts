/** Powers, inverses and canonical bytes in the field of 2^256 − 2^32 − 977. */
import { packLimbs, sameBytes, takeLane } from '../shared';
import {
  LEFT,
  LIMBS,
  POWER_2,
  POWER_22,
  POWER_3,
  POWER_A,
  POWER_B,
  POWER_C,
  RIGHT,
  at,
} from './areas';
import { mul2, square2, squareTimes2 } from './field';

/** out = z^(2^246 − 2^22 − 1) in lanes 0 and 1, with z^3 left in POWER_2. */
export function powerOfRoot(out: usize, z: usize): void {
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
export function squareRoot(out: usize, z: usize): void {
  powerOfRoot(out, z);
  squareTimes2(out, out, 6);
  mul2(out, out, at(POWER_2));
  squareTimes2(out, out, 2);
}

/** out = 1/z = z^(p − 2), or 0 for 0, in lanes 0 and 1. */
export function invert(out: usize, z: usize): void {
  powerOfRoot(out, z);
  squareTimes2(out, out, 5);
  mul2(out, out, z);
  squareTimes2(out, out, 3);
  mul2(out, out, at(POWER_2));
  squareTimes2(out, out, 2);
  mul2(out, out, z);
}

export function carryLimbs(first: u64): void {
  let carry = first;
  for (let k: usize = 0; k < 9; k++) {
    carry += load<u64>(LIMBS + 8 * k);
    store<u64>(LIMBS + 8 * k, carry & 0x1fffffff);
    carry >>= 29;
  }
}

/** What the top limb has from bit 256 on, taken off. */
export function takeTop(): u64 {
  const top = load<u64>(LIMBS + 64);
  store<u64>(LIMBS + 64, top & 0xffffff);
  return top >> 24;
}

/** Adds times·2^256 = times·(2^32 + 977), modulo p. */
export function foldTop(times: u64): void {
  store<u64>(LIMBS + 8, load<u64>(LIMBS + 8) + (times << 3));
  carryLimbs(times * 977);
}

/** The canonical 32 bytes, little-endian, of one lane; the same steps for every value. */
export function toBytes(to: usize, a: usize, lane: usize): void {
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

export function sameLane(a: usize, b: usize, lane: usize): i32 {
  toBytes(LEFT, a, lane);
  toBytes(RIGHT, b, lane);
  return sameBytes(LEFT, RIGHT);
}
