/** Powers, inverses and canonical bytes in the field of 2^255 − 19. */
import { packLimbs, sameBytes, spreadLane, takeLane } from '../shared';
import {
  FIELD_ALT,
  FIELD_U,
  FIELD_V,
  FIELD_W,
  LEFT,
  LIMBS,
  POWER_A,
  POWER_B,
  POWER_C,
  RIGHT,
  at,
} from './areas';
import { ONE } from './data';
import { mul2, square2, squareTimes2 } from './field';

/** out = the point of affine x in one lane of `a` and y in one lane of `b`. */
export function fromCoordinates(out: usize, a: usize, laneX: usize, b: usize, laneY: usize): void {
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
export function powerOfRoot(out: usize, z: usize): void {
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
export function invert(out: usize, z: usize): void {
  powerOfRoot(out, z);
  squareTimes2(out, out, 3);
  square2(at(FIELD_ALT), z);
  mul2(at(FIELD_ALT), at(FIELD_ALT), z);
  mul2(out, out, at(FIELD_ALT));
}

export function carryLimbs(first: u64): void {
  let carry = first;
  for (let k: usize = 0; k < 9; k++) {
    carry += load<u64>(LIMBS + 8 * k);
    store<u64>(LIMBS + 8 * k, carry & 0x1fffffff);
    carry >>= 29;
  }
}

/** What the top limb has from bit 255 on, taken off. */
export function takeTop(): u64 {
  const top = load<u64>(LIMBS + 64);
  store<u64>(LIMBS + 64, top & 0x7fffff);
  return top >> 23;
}

/** The canonical 32 bytes, little-endian, of one lane; the same steps for every value. */
export function toBytes(to: usize, a: usize, lane: usize): void {
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

export function sameLane(a: usize, b: usize, lane: usize): i32 {
  toBytes(LEFT, a, lane);
  toBytes(RIGHT, b, lane);
  return sameBytes(LEFT, RIGHT);
}
