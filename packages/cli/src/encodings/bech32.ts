/**
 * Bech32 and bech32m, encoding only (BIP 173, BIP 350).
 * @module
 */

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;

export type Bech32Variant = 'bech32' | 'bech32m';

/**
 * @param prefix human-readable part, lower case
 * @param words values of 5 bits
 */
export function encodeBech32(
  prefix: string,
  words: readonly number[],
  variant: Bech32Variant,
): string {
  const expanded = [
    ...[...prefix].map((c) => c.charCodeAt(0) >> 5),
    0,
    ...[...prefix].map((c) => c.charCodeAt(0) & 31),
  ];
  const target = variant === 'bech32' ? 1 : 0x2bc830a3;
  const remainder = polymod([...expanded, ...words, 0, 0, 0, 0, 0, 0]) ^ target;
  const checksum = [0, 1, 2, 3, 4, 5].map((i) => (remainder >> (5 * (5 - i))) & 31);
  return `${prefix}1${[...words, ...checksum].map((word) => ALPHABET[word]).join('')}`;
}

/** Bytes as values of 5 bits, the last one padded with zeros. */
export function toWords(bytes: Uint8Array): readonly number[] {
  const words: number[] = [];
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      words.push((value >> bits) & 31);
    }
  }
  if (bits > 0) words.push((value << (5 - bits)) & 31);
  return words;
}

function polymod(values: readonly number[]): number {
  let checksum = 1;
  for (const value of values) {
    const top = checksum >> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    for (const [i, coefficient] of GENERATOR.entries()) {
      if ((top >> i) & 1) checksum ^= coefficient;
    }
  }
  return checksum;
}
