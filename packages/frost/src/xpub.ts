/**
 * Extended public keys as BIP 32 writes them: what a wallet needs to compute all children itself.
 */

import { ripemd160 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, u32 } from './bytes.ts';
import { type ChildKey, type DerivationRoot, deriveChild } from './child.ts';

const VERSION = { mainnet: 0x0488b21e, testnet: 0x043587cf };
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * The xpub (tpub for a test network) of the key at a path: full point and chain code. A Taproot
 * tweak is not part of it. RangeError for suites other than secp256k1's, and as deriveChild.
 */
export function extendedPublicKey(
  root: DerivationRoot,
  path: string,
  network: 'mainnet' | 'testnet' = 'mainnet',
): string {
  const { suite } = root;
  if (suite.id !== 'secp256k1' && suite.id !== 'secp256k1-tr') {
    throw new RangeError(`keys of suite ${suite.id} have no xpub`);
  }
  const child = deriveChild(root, { path });
  return encodeExtendedKey({
    version: VERSION[network],
    depth: child.path.length,
    parentFingerprint: fingerprintOfParent(root, child),
    index: child.path.at(-1) ?? 0,
    chainCode: child.chainCode,
    key: suite.encodeElement(child.element),
  });
}

/** The serialisation of BIP 32 with its checksum, in base58. */
export function encodeExtendedKey(fields: {
  readonly version: number;
  /** 0 to 255. */
  readonly depth: number;
  /** 4 bytes. */
  readonly parentFingerprint: Uint8Array;
  readonly index: number;
  /** 32 bytes. */
  readonly chainCode: Uint8Array;
  /** 33 bytes, a compressed point. */
  readonly key: Uint8Array;
}): string {
  const { version, depth, parentFingerprint, index, chainCode, key } = fields;
  const payload = concat(
    u32(version),
    Uint8Array.of(depth),
    parentFingerprint,
    u32(index),
    chainCode,
    key,
  );
  if (payload.length !== 78) throw new RangeError('an extended key has 78 bytes');
  return base58(concat(payload, sha256(sha256(payload)).subarray(0, 4)));
}

/** The first four bytes of HASH160 of the parent's key; zeros for the group key. */
function fingerprintOfParent({ suite }: DerivationRoot, { parent }: ChildKey): Uint8Array {
  if (parent === undefined) return new Uint8Array(4);
  return ripemd160(sha256(suite.encodeElement(parent))).slice(0, 4);
}

/** Of bytes that do not begin with zero. */
function base58(bytes: Uint8Array): string {
  let rest = bytes.reduce((n, byte) => (n << 8n) | BigInt(byte), 0n);
  let text = '';
  for (; rest > 0n; rest /= 58n) text = (ALPHABET[Number(rest % 58n)] as string) + text;
  return text;
}
