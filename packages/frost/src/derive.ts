/**
 * Derivation from public data alone: paths, chain codes, and the tweak of each step. Whoever learns
 * a child's secret and the parent's public data has the parent: child secrets are never assembled.
 */

import { hmac } from '@noble/hashes/hmac.js';
import { sha512 as nobleSha512 } from '@noble/hashes/sha2.js';
import { concat, integerBE, u32 } from './bytes.ts';
import { HS, TH } from './hash.ts';
import type { Ciphersuite, Element, Scalar } from './suite.ts';

/** Child numbers from the group key down: 0 … 2³¹ − 1 each, at most ten. */
export type DerivationPath = readonly number[];

const DEPTH_MAX = 10;
const HARDENED = 0x8000_0000;

/**
 * Reads `m/0/7`, `m` or the empty text. RangeError on anything else, hardened indexes included:
 * their tweak is a hash of the parent's secret, which nobody has.
 */
export function parsePath(text: string): DerivationPath {
  if (text === '' || text === 'm') return [];
  if (text.length <= 128 && /^m(\/[0-9]+['hH]?)+$/.test(text) && /['hH]/.test(text)) {
    throw new RangeError('hardened indexes need the secret key, which nobody has: use m/0/7');
  }
  if (text.length > 128 || !/^m(\/(0|[1-9][0-9]{0,9}))+$/.test(text)) {
    throw new RangeError('derivation path must look like m/0/7');
  }
  const path = text.slice(2).split('/').map(Number);
  checkPath(path);
  return path;
}

function checkPath(path: DerivationPath): void {
  if (path.length > DEPTH_MAX) {
    throw new RangeError(`derivation path is too deep: ${DEPTH_MAX} indexes at most`);
  }
  for (const index of path) {
    if (!Number.isInteger(index) || index < 0 || index >= HARDENED) {
      throw new RangeError('derivation index must be 0 … 2^31 − 1: those above are hardened');
    }
  }
}

/** The chain code of a group key: 32 bytes, fixed for the key's life, computed by everyone. */
export function groupChainCode(
  keyId: Uint8Array,
  suite: Ciphersuite,
  rawVerifyingKey: Element,
): Uint8Array {
  return TH('hd/cc', keyId, suite.encodeElement(rawVerifyingKey)).slice(0, 32);
}

/**
 * One step: secp256k1 suites by BIP 32's public derivation, ed25519 by an additive tweak of our own
 * (no wallet imports it; signatures verify as usual). RangeError: other suites; a tweak that is not
 * below the order or gives the identity (chance 2⁻¹²⁷: take the next index).
 */
export function deriveStep(
  suite: Ciphersuite,
  parent: Element,
  chainCode: Uint8Array,
  index: number,
): { readonly tweak: Scalar; readonly child: Element; readonly chainCode: Uint8Array } {
  checkPath([index]);
  if (chainCode.length !== 32) throw new RangeError('chain code must have 32 bytes');
  const { group, order } = suite;
  const encoded = suite.encodeElement(parent);
  let tweak: Scalar;
  let next: Uint8Array;
  switch (suite.id) {
    case 'secp256k1':
    case 'secp256k1-tr': {
      const wide = hmac(nobleSha512, chainCode, concat(encoded, u32(index)));
      tweak = integerBE(wide.subarray(0, 32));
      next = wide.slice(32);
      break;
    }
    case 'ed25519':
      tweak = HS(suite, 'hd/ed25519', encoded, chainCode, u32(index));
      next = TH('hd/ed25519/cc', encoded, chainCode, u32(index)).slice(0, 32);
      break;
    default:
      throw new RangeError(`keys of suite ${suite.id} have no children`);
  }
  if (tweak >= order) throw new RangeError('derived tweak is not below the group order');
  const child = group.add(parent, group.multiplyBasePublic(tweak));
  if (group.isIdentity(child)) throw new RangeError('derived key is the identity');
  return { tweak, child, chainCode: next };
}

/** All steps of a path; the tweaks added up. */
export function derivePath(
  suite: Ciphersuite,
  parent: Element,
  chainCode: Uint8Array,
  path: DerivationPath,
): { readonly tweak: Scalar; readonly child: Element; readonly chainCode: Uint8Array } {
  checkPath(path);
  let tweak = 0n;
  let child = parent;
  let code = chainCode;
  for (const index of path) {
    const step = deriveStep(suite, child, code, index);
    tweak = (tweak + step.tweak) % suite.order;
    child = step.child;
    code = step.chainCode;
  }
  return { tweak, child, chainCode: code };
}

/** Why keys of this suite have no such child; undefined when they do. Looks at names alone. */
export function noDerivation(
  suite: string,
  wanted: { readonly isDerived: boolean; readonly isTaproot: boolean },
): string | undefined {
  if (wanted.isTaproot && suite !== 'secp256k1-tr') {
    return `keys of suite ${suite} have no Taproot tweak; those of secp256k1-tr do`;
  }
  if (wanted.isTaproot && !wanted.isDerived) {
    return 'the group key is an output key already: a Taproot tweak needs a path';
  }
  if (wanted.isDerived && !DERIVABLE.includes(suite)) {
    return `keys of suite ${suite} have no children; those of ${DERIVABLE.join(', ')} do`;
  }
  return undefined;
}

const DERIVABLE: readonly string[] = ['secp256k1', 'secp256k1-tr', 'ed25519'];
