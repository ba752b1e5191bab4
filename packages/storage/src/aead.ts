/**
 * Authenticated encryption with a random 24-byte nonce in front, and the derivation of keys.
 * @module
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

export const KEY_SIZE_BYTES: number = 32;
const NONCE_SIZE_BYTES = 24;
const TAG_SIZE_BYTES = 16;
/** What sealing adds to the length. */
export const SEAL_OVERHEAD_BYTES: number = NONCE_SIZE_BYTES + TAG_SIZE_BYTES;

/**
 * XChaCha20-Poly1305: nonce (24) ‖ ciphertext ‖ tag (16). Random nonces of 192 bits do not
 * collide, so nothing has to be counted across restarts.
 */
export function seal(key: Uint8Array, aad: Uint8Array, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_SIZE_BYTES);
  const body = xchacha20poly1305(key, nonce, aad).encrypt(plain);
  return concat([nonce, body]);
}

/** The plain bytes; undefined when key, aad or a single bit is wrong. */
export function unseal(
  key: Uint8Array,
  aad: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (sealed.length < SEAL_OVERHEAD_BYTES) return undefined;
  const cipher = xchacha20poly1305(key, sealed.subarray(0, NONCE_SIZE_BYTES), aad);
  try {
    return cipher.decrypt(sealed.subarray(NONCE_SIZE_BYTES));
  } catch {
    // noble throws plain errors; with lengths checked, the only one left is the wrong tag.
    return undefined;
  }
}

/** HKDF-SHA256 (RFC 5869) to 32 bytes. `info` names the one purpose of the result. */
export function deriveKey(secret: Uint8Array, salt: Uint8Array, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, info, KEY_SIZE_BYTES));
}

/** Length (u32, big endian) ‖ bytes: no two different lists of arguments give the same bytes. */
export function lengthPrefixed(bytes: Uint8Array): Uint8Array {
  return concat([u32be(bytes.length), bytes]);
}

export function u32be(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, position) => byte === b[position]);
}
