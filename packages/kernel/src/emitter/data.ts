/** Constants as data of a module. */
import { LIMBS, limbsOf } from './field.ts';

/** base^exponent modulo p. */
export function power(base: bigint, exponent: bigint, p: bigint): bigint {
  let out = 1n;
  let square = base % p;
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) out = (out * square) % p;
    square = (square * square) % p;
  }
  return out;
}

/** 1/x modulo the prime p. */
export function inverse(x: bigint, p: bigint): bigint {
  return power(x, p - 2n, p);
}

/** Four elements of the field of p; what is given need not be reduced. */
export function vector(
  name: string,
  lanes: readonly [bigint, bigint, bigint, bigint],
  p: bigint,
): string {
  const limbs = lanes.map((x) => limbsOf(x % p));
  const words: bigint[] = [];
  for (let k = 0; k < LIMBS; k++) for (const lane of limbs) words.push(lane[k] as bigint);
  return `export const ${name}: usize = memory.data<u32>([${words.join(', ')}], 16);\n`;
}

/** One element four times. */
export function everywhere(name: string, x: bigint, p: bigint): string {
  return vector(name, [x, x, x, x], p);
}

/** 32 bytes, little-endian. */
export function bytes(name: string, x: bigint): string {
  const list = Array.from({ length: 32 }, (_, k) => (x >> BigInt(8 * k)) & 0xffn);
  return `export const ${name}: usize = memory.data<u8>([${list.join(', ')}], 16);\n`;
}
