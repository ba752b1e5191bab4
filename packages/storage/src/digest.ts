/**
 * The set digest: what all live records together come to.
 *
 * The sum modulo 2^256 of HMAC-SHA256(k, LP(key) ‖ LP(value)) over all records. A database that
 * loses records from the middle of its log keeps sequence numbers and chained hashes of the newest
 * record intact; a sum over the whole set it cannot keep. A change costs one addition and one
 * subtraction. The sum is never shown: with the sums of many sets in hand, linear algebra would
 * find another set of the same sum.
 * @module
 */
import { createHmac } from 'node:crypto';
import { u32be, utf8 } from './bytes.ts';

const MODULUS_BITS = 256;
export const DIGEST_SIZE_BYTES: number = MODULUS_BITS / 8;

/** One record's part of the sum. `value` is the sealed value as it lies in the database. */
export function recordDigest(key: Uint8Array, recordKey: string, value: Uint8Array): bigint {
  const name = utf8(recordKey);
  const mac = createHmac('sha256', key)
    .update(u32be(name.length))
    .update(name)
    .update(u32be(value.length))
    .update(value)
    .digest('hex');
  return BigInt(`0x${mac}`);
}

export function addDigest(sum: bigint, part: bigint): bigint {
  return BigInt.asUintN(MODULUS_BITS, sum + part);
}

export function subtractDigest(sum: bigint, part: bigint): bigint {
  return BigInt.asUintN(MODULUS_BITS, sum - part);
}

/** 32 bytes, big endian. */
export function encodeDigest(digest: bigint): Uint8Array {
  return Buffer.from(digest.toString(16).padStart(2 * DIGEST_SIZE_BYTES, '0'), 'hex');
}

export function decodeDigest(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}
