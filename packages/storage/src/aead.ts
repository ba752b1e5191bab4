/**
 * Authenticated encryption with a random 24-byte nonce in front, and the derivation of keys.
 * @module
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concat } from './bytes.ts';

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
