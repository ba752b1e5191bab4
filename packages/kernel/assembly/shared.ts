/** What the modules share: digits of scalars, bytes, and lanes. Memory is given by whoever calls. */

/**
 * Signed digits of radix 16, −8 … 7, of a scalar of 256 bits: 64 of them, and what they carry, 0 or
 * 1, as digit 64. The same steps for every scalar.
 */
export function recodeSecret(digits: usize, scalar: usize): void {
  for (let k: usize = 0; k < 32; k++) {
    const byte = <i32>load<u8>(scalar + k);
    store<i8>(digits + 2 * k, byte & 15);
    store<i8>(digits + 2 * k + 1, byte >> 4);
  }
  let carry = 0;
  for (let k: usize = 0; k < 64; k++) {
    const value = <i32>load<i8>(digits + k) + carry;
    carry = (value + 8) >> 4;
    store<i8>(digits + k, value - (carry << 4));
  }
  store<i8>(digits + 64, carry);
}

/**
 * Odd signed digits of a public number of `bits` bits, a multiple of 32, non-adjacent in windows of
 * `width` bits, all times `sign`; `window` is scratch, 16 bytes longer than the number. Gives the
 * highest position that is not 0, −1 for the number 0. Variable time.
 */
export function recodePublic(
  digits: usize,
  scalar: usize,
  bits: i32,
  width: i32,
  sign: i32,
  window: usize,
): i32 {
  memory.fill(digits, 0, bits + 1);
  memory.copy(window, scalar, bits >> 3);
  store<u64>(window + (bits >> 3), 0);
  const full = 1 << width;
  let top = -1;
  let position = 0;
  let carry = 0;
  while (position < bits) {
    const value = <i32>((load<u32>(window + (position >> 3)) >> (position & 7)) & (full - 1)) + carry;
    if ((value & 1) == 0) {
      position++;
      continue;
    }
    carry = value >= full >> 1 ? 1 : 0;
    store<i8>(digits + position, sign * (value - carry * full));
    top = position;
    position += width;
  }
  if (carry != 0) {
    store<i8>(digits + bits, sign);
    top = bits;
  }
  return top;
}

/** out = one lane of `a` in all lanes. */
export function spreadLane(out: usize, a: usize, lane: usize): void {
  for (let k: usize = 0; k < 9; k++) {
    v128.store(out + 16 * k, i32x4.splat(load<i32>(a + 16 * k + 4 * lane)));
  }
}

/** out = the element of 256 bits that 32 bytes are, little-endian, in all lanes; `window` is scratch. */
export function spreadBytes(out: usize, from: usize, window: usize): void {
  memory.copy(window, from, 32);
  store<u64>(window + 32, 0);
  for (let k: usize = 0; k < 9; k++) {
    const bit: usize = 29 * k;
    const limb = <u32>(load<u64>(window + (bit >> 3)) >> (bit & 7)) & 0x1fffffff;
    v128.store(out + 16 * k, i32x4.splat(limb));
  }
}

/** The limbs of one lane, carried along, as 64-bit numbers; gives what goes out of the top. */
export function takeLane(limbs: usize, a: usize, lane: usize): u64 {
  let carry: u64 = 0;
  for (let k: usize = 0; k < 9; k++) {
    carry += <u64>load<u32>(a + 16 * k + 4 * lane);
    store<u64>(limbs + 8 * k, carry & 0x1fffffff);
    carry >>= 29;
  }
  return carry;
}

/** Nine limbs of 29 bits, together below 2^256, as 32 bytes, little-endian. */
export function packLimbs(to: usize, limbs: usize): void {
  store<u64>(to, at(limbs, 0) | (at(limbs, 1) << 29) | (at(limbs, 2) << 58));
  store<u64>(to + 8, (at(limbs, 2) >> 6) | (at(limbs, 3) << 23) | (at(limbs, 4) << 52));
  store<u64>(to + 16, (at(limbs, 4) >> 12) | (at(limbs, 5) << 17) | (at(limbs, 6) << 46));
  store<u64>(to + 24, (at(limbs, 6) >> 18) | (at(limbs, 7) << 11) | (at(limbs, 8) << 40));
}

function at(limbs: usize, k: usize): u64 {
  return load<u64>(limbs + 8 * k);
}

/** Whether 32 bytes are the same. */
export function sameBytes(a: usize, b: usize): i32 {
  let different: u64 = 0;
  for (let k: usize = 0; k < 32; k += 8) different |= load<u64>(a + k) ^ load<u64>(b + k);
  return <i32>(different == 0);
}
