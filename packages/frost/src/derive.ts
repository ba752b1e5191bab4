/**
 * Child keys and Taproot tweaks on shares. If shares of s are moved by τ, they are shares of s + τ:
 * every signer applies a public tweak alone. Signers receive the path and compute the tweak
 * themselves, and binding factors commit to the derived key, so nobody can choose a tweak after
 * seeing commitments. Whoever learns a child's secret and the parent's public data has the parent:
 * child secrets are never assembled.
 */

import { hmac } from '@noble/hashes/hmac.js';
import { sha512 as nobleSha512 } from '@noble/hashes/sha2.js';
import { concat, integerBE, u32 } from './bytes.ts';
import { HS, TH } from './hash.ts';
import {
  evenYMap,
  type KeyMap,
  type KeyPackage,
  mapKeys,
  mapPublicKeys,
  type PublicKeyPackage,
  tapTweakMap,
  toGroupKeys,
  toGroupPublicKeys,
} from './keys.ts';
import type { Ciphersuite, Element, Scalar } from './suite.ts';

/** Child numbers from the group key down: 0 … 2³¹ − 1 each, at most ten. */
export type DerivationPath = readonly number[];

const DEPTH_MAX = 10;
const HARDENED = 0x8000_0000;

/** Reads `m/0/7`, `m` or the empty text; RangeError on anything else, hardened indexes included. */
export function parsePath(text: string): DerivationPath {
  if (text === '' || text === 'm') return [];
  if (text.length > 128 || !/^m(\/(0|[1-9][0-9]{0,9}))+$/.test(text)) {
    throw new RangeError('derivation path must look like m/0/7 (hardened indexes need the secret)');
  }
  const path = text.slice(2).split('/').map(Number);
  checkPath(path);
  return path;
}

function checkPath(path: DerivationPath): void {
  if (path.length > DEPTH_MAX) throw new RangeError('derivation path is too deep');
  for (const index of path) {
    if (!Number.isInteger(index) || index < 0 || index >= HARDENED) {
      throw new RangeError('derivation index must be 0 … 2^31 − 1');
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
      throw new RangeError('this ciphersuite has no derivation');
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

/** Which key is signed for: a path from the group key, and perhaps a Taproot output over it. */
export type SigningTweak = {
  readonly path: DerivationPath;
  readonly chainCode: Uint8Array;
  /** Empty or 32 bytes. Only with a path: the group key is an output key already. */
  readonly taprootMerkleRoot?: Uint8Array;
};

/** The maps from the group keys to the signing keys, and the public keys after each. */
function steps(
  groupKeys: PublicKeyPackage,
  signingTweak: SigningTweak,
): { readonly map: KeyMap; readonly after: PublicKeyPackage }[] {
  const { path, chainCode, taprootMerkleRoot } = signingTweak;
  if (taprootMerkleRoot !== undefined && path.length === 0) {
    throw new RangeError('the group key is an output key already: a Taproot tweak needs a path');
  }
  const out: { map: KeyMap; after: PublicKeyPackage }[] = [];
  let keys = groupKeys;
  function push(map: KeyMap): void {
    if (!map.negate && map.tweak === 0n) return;
    keys = mapPublicKeys(keys, map);
    out.push({ map, after: keys });
  }
  if (path.length > 0) {
    const { tweak } = derivePath(keys.suite, keys.verifyingKey, chainCode, path);
    push({ negate: false, tweak });
  }
  if (taprootMerkleRoot !== undefined) push(tapTweakMap(keys, taprootMerkleRoot));
  push(evenYMap(keys));
  return out;
}

/**
 * From the raw package to the keys actually signed for: derive, tweak, even y. Without path and
 * tweak this is toSigningPublicKeys. RangeError on impossible tweaks.
 */
export function derivedSigningPublicKeys(
  raw: PublicKeyPackage,
  signingTweak: SigningTweak,
): PublicKeyPackage {
  const groupKeys = toGroupPublicKeys(raw);
  return steps(groupKeys, signingTweak).at(-1)?.after ?? groupKeys;
}

/** As derivedSigningPublicKeys, for a participant's package. */
export function derivedSigningKeys(raw: KeyPackage, signingTweak: SigningTweak): KeyPackage {
  let key = toGroupKeys(raw);
  for (const { map, after } of steps(key.publicKeys, signingTweak)) {
    const next = mapKeys(key, map, after);
    if (key !== raw) key.signingShare.erase();
    key = next;
  }
  return key;
}
