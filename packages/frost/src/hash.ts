/** Hash functions, and the injective hashing that every statement of this network uses. */

import { sha256 as nobleSha256, sha512 as nobleSha512 } from '@noble/hashes/sha2.js';
import { shake256 as nobleShake256 } from '@noble/hashes/sha3.js';
import { ascii, concat, integerBE, u32 } from './bytes.ts';
import type { Scalar } from './suite.ts';

/** Prefix of every hash of ours; changes with any change of what goes over the wire. */
export const APP: string = 'PERMAFROST-V1';

/** Faster versions of portable functions, installed once at start by programs that have them. */
export type Native = {
  readonly sha512?: (message: Uint8Array) => Uint8Array;
  readonly sha256?: (message: Uint8Array) => Uint8Array;
  /**
   * Cofactorless Ed25519 verification of a 32-byte key and a 64-byte signature. The key was
   * decoded and order-checked before it gets here.
   */
  readonly verifyEd25519?: (
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => boolean;
  /** Ed25519 signature of a 32-byte seed (RFC 8032), 64 bytes. */
  readonly signEd25519?: (seed: Uint8Array, message: Uint8Array) => Uint8Array;
};

let native: Native = {};

/**
 * Installs native functions for the whole process. Each is compared with the portable one on a
 * known input first; RangeError when they differ.
 */
export function installNative(functions: Native): void {
  const probe = ascii('permafrost');
  const pairs = [
    [functions.sha512, nobleSha512],
    [functions.sha256, nobleSha256],
  ] as const;
  for (const [given, portable] of pairs) {
    if (given === undefined) continue;
    const got = given(probe);
    const want = portable(probe);
    if (got.length !== want.length || want.some((byte, i) => got[i] !== byte)) {
      throw new RangeError('native hash differs from the portable one');
    }
  }
  native = { ...native, ...functions };
}

/** The native Ed25519 signing, if one is installed. */
export function nativeSignEd25519(): Native['signEd25519'] {
  return native.signEd25519;
}

/** The native Ed25519 verification, if one is installed. */
export function nativeVerifyEd25519(): Native['verifyEd25519'] {
  return native.verifyEd25519;
}

/** SHA-512, 64 bytes. */
export function sha512(message: Uint8Array): Uint8Array {
  return native.sha512 === undefined ? nobleSha512(message) : native.sha512(message);
}

/** SHA-256, 32 bytes. */
export function sha256(message: Uint8Array): Uint8Array {
  return native.sha256 === undefined ? nobleSha256(message) : native.sha256(message);
}

/** SHAKE256 with `length` bytes of output. */
export function shake256(message: Uint8Array, length: number): Uint8Array {
  return nobleShake256(message, { dkLen: length });
}

/** SHA256(tag) ‖ SHA256(tag) of the tags in use, which are a few constants. */
const tagPrefixes = new Map<string, Uint8Array>();

/** BIP 340 tagged hash: SHA256(SHA256(tag) ‖ SHA256(tag) ‖ message), 32 bytes; a constant tag. */
export function taggedHash(tag: string, message: Uint8Array): Uint8Array {
  let prefix = tagPrefixes.get(tag);
  if (prefix === undefined) {
    const hash = sha256(ascii(tag));
    prefix = concat(hash, hash);
    tagPrefixes.set(tag, prefix);
  }
  return sha256(concat(prefix, message));
}

/** Length-prefixed bytes: u32be(length) ‖ bytes. */
export function LP(bytes: Uint8Array): Uint8Array {
  return concat(u32(bytes.length), bytes);
}

/** A list as one argument of TH: u32be(count) followed by the length-prefixed items. */
export function list(items: readonly Uint8Array[]): Uint8Array {
  return concat(u32(items.length), ...items.map(LP));
}

/**
 * Tagged injective hash, 64 bytes: SHA-512 of the length-prefixed tag and arguments. Two different
 * argument lists never give the same preimage.
 */
export function TH(tag: string, ...args: readonly Uint8Array[]): Uint8Array {
  return sha512(concat(LP(ascii(`${APP}/${tag}`)), ...args.map(LP)));
}

/** TH as a scalar: the 64 bytes, big-endian, modulo the group order. */
export function HS(
  suite: { readonly order: bigint },
  tag: string,
  ...args: readonly Uint8Array[]
): Scalar {
  return integerBE(TH(tag, ...args)) % suite.order;
}
