/**
 * Child keys and Taproot tweaks on shares. If shares of s are moved by τ, they are shares of s + τ:
 * every signer applies a public tweak alone. Signers receive the path and compute the tweak
 * themselves, and binding factors commit to the derived key: if somebody could choose a tweak after
 * seeing commitments, many challenges would share one R (ROS; Benhamouda et al. 2021).
 */

import { toHex } from './bytes.ts';
import {
  type DerivationPath,
  deriveStep,
  groupChainCode,
  noDerivation,
  parsePath,
} from './derive.ts';
import {
  evenYMap,
  type KeyMap,
  type KeyPackage,
  mapKeys,
  mapPublicKeys,
  type PublicKeyPackage,
  tapTweakMap,
  toGroupPublicKeys,
} from './keys.ts';
import { mod } from './polynomial.ts';
import type { Ciphersuite, Element } from './suite.ts';

/** Where all paths of a key begin. The same for the key's life, in every epoch. */
export type DerivationRoot = {
  readonly suite: Ciphersuite;
  /** With its true parity. */
  readonly groupKey: Element;
  /** 32 bytes. */
  readonly chainCode: Uint8Array;
};

/** Which key is signed for. */
export type ChildPath = {
  /** `m/0/7`; empty or `m` for the group key itself. */
  readonly path: string;
  /**
   * Empty or 32 bytes: the child as a Taproot output key over it. Only with a path: the group key
   * is an output key already.
   */
  readonly taprootMerkleRoot?: Uint8Array;
};

/** A child as anyone computes it from the root. */
export type ChildKey = {
  readonly path: DerivationPath;
  /** The key at the end of the path with its true parity, and the one before it. */
  readonly element: Element;
  readonly parent: Element | undefined;
  readonly chainCode: Uint8Array;
  /** The key that is signed for: tweaked where wanted, with even y where the suite wants it. */
  readonly verifyingKey: Element;
  /** From shares in the form that signs to those of the child. */
  readonly map: KeyMap;
};

/**
 * The root of a key from its raw verifying key, as key generation made it.
 * @param keyId 16 bytes
 */
export function derivationRoot(
  keyId: Uint8Array,
  suite: Ciphersuite,
  rawVerifyingKey: Element,
): DerivationRoot {
  const raw = bare(suite, rawVerifyingKey);
  return {
    suite,
    groupKey: toGroupPublicKeys(raw).verifyingKey,
    chainCode: groupChainCode(keyId, suite, rawVerifyingKey),
  };
}

/**
 * The child at a path. At most ten steps of one multiplication each.
 * RangeError: a path that is none, a suite without children, a Taproot tweak where there is none,
 * a tweak that gives no key (chance 2⁻¹²⁷: take the next index).
 */
export function deriveChild(root: DerivationRoot, wanted: ChildPath): ChildKey {
  const { suite, groupKey } = root;
  const path = parsePath(wanted.path);
  const { taprootMerkleRoot } = wanted;
  const isTaproot = taprootMerkleRoot !== undefined;
  const reason = noDerivation(suite.id, { isDerived: path.length > 0, isTaproot });
  if (reason !== undefined) throw new RangeError(reason);

  let element = groupKey;
  let parent: Element | undefined;
  let { chainCode } = root;
  // Shares in the form that signs are those of the group key, or their negatives.
  let map = evenYMap(bare(suite, groupKey));
  for (const index of path) {
    const step = deriveStep(suite, element, chainCode, index);
    parent = element;
    element = step.child;
    chainCode = step.chainCode;
    map = then(map, { negate: false, tweak: step.tweak }, suite.order);
  }
  let keys = bare(suite, element);
  if (isTaproot) {
    const output = tapTweakMap(keys, taprootMerkleRoot);
    keys = mapPublicKeys(keys, output);
    map = then(map, output, suite.order);
  }
  const even = evenYMap(keys);
  keys = mapPublicKeys(keys, even);
  map = then(map, even, suite.order);
  return { path, element, parent, chainCode, verifyingKey: keys.verifyingKey, map };
}

/** One map after the other, as one. */
function then(first: KeyMap, second: KeyMap, order: bigint): KeyMap {
  const tweak = second.negate ? -first.tweak : first.tweak;
  return { negate: first.negate !== second.negate, tweak: mod(tweak + second.tweak, order) };
}

function bare(suite: Ciphersuite, verifyingKey: Element): PublicKeyPackage {
  return { suite, minSigners: 1, verifyingKey, verifyingShares: new Map() };
}

/** A child with everybody's verifying shares for it. */
export type Child = { readonly child: ChildKey; readonly publicKeys: PublicKeyPackage };

/** Children that are kept for each key: the latest used, with what signing keeps of them. */
const CHILDREN_MAX = 32;
/** By the group's package, so that it goes away with it. Public data only. */
const children = new WeakMap<PublicKeyPackage, Map<string, Child>>();

/**
 * A child with everybody's verifying shares; for the group key itself the very package given. The
 * latest 32 of each package are kept. RangeError as deriveChild.
 */
export function derivePublicKeys(
  signingKeys: PublicKeyPackage,
  root: DerivationRoot,
  wanted: ChildPath,
): Child {
  const cache = children.get(signingKeys) ?? new Map<string, Child>();
  children.set(signingKeys, cache);
  // The chain code stands for the root: it is a hash of the key's id and its raw key.
  const name = `${toHex(root.chainCode)} ${wanted.path} ${wanted.taprootMerkleRoot ?? 'none'}`;
  const known = cache.get(name);
  if (known !== undefined) {
    cache.delete(name); // Youngest again.
    cache.set(name, known);
    return known;
  }
  const child = deriveChild(root, wanted);
  const isSame = !child.map.negate && child.map.tweak === 0n;
  const publicKeys = isSame ? signingKeys : mapPublicKeys(signingKeys, child.map);
  if (!signingKeys.suite.group.equals(publicKeys.verifyingKey, child.verifyingKey)) {
    throw new RangeError('the root is that of another key');
  }
  const made = { child, publicKeys };
  cache.set(name, made);
  for (const oldest of cache.keys()) {
    if (cache.size <= CHILDREN_MAX) break;
    cache.delete(oldest);
  }
  return made;
}

/**
 * A participant's package for a child, for one signature: its secret is the caller's to erase. The
 * given one stays as it is. RangeError as deriveChild.
 */
export function deriveKeyPackage(
  signingKey: KeyPackage,
  root: DerivationRoot,
  wanted: ChildPath,
): KeyPackage {
  const { child, publicKeys } = derivePublicKeys(signingKey.publicKeys, root, wanted);
  return mapKeys(signingKey, child.map, publicKeys);
}
