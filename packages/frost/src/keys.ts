/** Key packages, raw as key generation made them and in the form that signs. */

import { concat, integerBE } from './bytes.ts';
import { taggedHash } from './hash.ts';
import { ascending, type Identifier } from './identifier.ts';
import { evaluate, interpolatingValues, mod, randomPolynomial } from './polynomial.ts';
import { Secret } from './secret.ts';
import type { Ciphersuite, Element, Random, Scalar } from './suite.ts';

/** How many must sign, of how many. */
export type Threshold = { readonly minSigners: number; readonly maxSigners: number };

/** All that anyone may know of a key. */
export type PublicKeyPackage = {
  readonly suite: Ciphersuite;
  readonly minSigners: number;
  readonly verifyingKey: Element;
  readonly verifyingShares: ReadonlyMap<Identifier, Element>;
};

/** All that one participant keeps. The signing share is an encoded, non-zero scalar. */
export type KeyPackage = {
  readonly identifier: Identifier;
  readonly signingShare: Secret;
  readonly publicKeys: PublicKeyPackage;
};

/**
 * Checks that a public package is a key at all: 1 ≤ minSigners ≤ shares, no identity anywhere, and
 * the verifying shares lie on one polynomial of degree minSigners − 1 whose value at 0 is the
 * verifying key (each window of minSigners consecutive participants interpolates to it).
 * Throws RangeError.
 */
export function checkPublicKeyPackage(keys: PublicKeyPackage): void {
  const { suite, minSigners, verifyingKey, verifyingShares } = keys;
  const { group, order } = suite;
  const ids = ascending(verifyingShares.keys());
  if (!Number.isInteger(minSigners) || minSigners < 1 || minSigners > ids.length) {
    throw new RangeError('minSigners must be 1 … number of participants');
  }
  const all = [verifyingKey, ...verifyingShares.values()];
  if (all.some(group.isIdentity)) throw new RangeError('key package contains the identity');
  for (let start = 0; start + minSigners <= ids.length; start++) {
    const window = ids.slice(start, start + minSigners);
    const weights = interpolatingValues(window.map(BigInt), order);
    const shares = window.map((id) => verifyingShares.get(id) as Element);
    if (!group.equals(group.msm(shares, weights), verifyingKey)) {
      throw new RangeError('verifying shares do not belong to the verifying key');
    }
  }
}

/** As checkPublicKeyPackage, and the signing share is that of the identifier. RangeError. */
export function checkKeyPackage(key: KeyPackage): void {
  const { identifier, publicKeys } = key;
  checkPublicKeyPackage(publicKeys);
  const verifyingShare = publicKeys.verifyingShares.get(identifier);
  const { group } = publicKeys.suite;
  const share = signingScalar(key);
  if (verifyingShare === undefined || !group.equals(group.multiplyBase(share), verifyingShare)) {
    throw new RangeError('signing share does not belong to its verifying share');
  }
}

/** The signing share as a scalar: a local variable of whoever uses it, never kept. */
export function signingScalar(key: KeyPackage): Scalar {
  const bytes = key.signingShare.reveal();
  try {
    return key.publicKeys.suite.decodeNonZeroScalar(bytes);
  } finally {
    bytes.fill(0);
  }
}

/** x ↦ sign·x + tweak on every share; the same map on every element. */
export type KeyMap = { readonly negate: boolean; readonly tweak: Scalar };

/** Applies a map to a public package; RangeError when the key becomes the identity. */
export function mapPublicKeys(keys: PublicKeyPackage, map: KeyMap): PublicKeyPackage {
  const { group } = keys.suite;
  const offset = map.tweak === 0n ? undefined : group.multiplyBasePublic(map.tweak);
  function apply(element: Element): Element {
    const signed = map.negate ? group.negate(element) : element;
    return offset === undefined ? signed : group.add(signed, offset);
  }
  const verifyingKey = apply(keys.verifyingKey);
  if (group.isIdentity(verifyingKey)) throw new RangeError('tweaked key is the identity');
  const verifyingShares = new Map<Identifier, Element>();
  for (const [id, share] of keys.verifyingShares) verifyingShares.set(id, apply(share));
  return { ...keys, verifyingKey, verifyingShares };
}

/** Applies a map to a share and its package. The given secret stays as it is. */
export function mapKeys(key: KeyPackage, map: KeyMap, publicKeys: PublicKeyPackage): KeyPackage {
  const { order, encodeScalar } = publicKeys.suite;
  const share = signingScalar(key);
  const bytes = encodeScalar(mod((map.negate ? -share : share) + map.tweak, order));
  const signingShare = new Secret(bytes);
  bytes.fill(0);
  return { identifier: key.identifier, signingShare, publicKeys };
}

/** Negation where BIP 340 wants it: the key itself has odd y. Nothing for other suites. */
export function evenYMap(keys: PublicKeyPackage): KeyMap {
  const { suite, verifyingKey } = keys;
  return { negate: suite.evenY && !suite.group.hasEvenY(verifyingKey), tweak: 0n };
}

/**
 * The map of a BIP 341 output key over `merkleRoot` (empty: no script at all): even y first, then
 * + int(taggedHash("TapTweak", x(P) ‖ merkleRoot)). RangeError when the hash is not below the order.
 */
export function tapTweakMap(keys: PublicKeyPackage, merkleRoot: Uint8Array): KeyMap {
  const { suite, verifyingKey } = keys;
  if (!suite.evenY) throw new RangeError('only BIP 340 keys have a Taproot tweak');
  if (merkleRoot.length !== 0 && merkleRoot.length !== 32) {
    throw new RangeError('Merkle root must have 0 or 32 bytes');
  }
  const x = suite.encodeElement(verifyingKey).subarray(1);
  const tweak = integerBE(taggedHash('TapTweak', concat(x, merkleRoot)));
  if (tweak >= suite.order) throw new RangeError('TapTweak is not below the group order');
  return { negate: !suite.group.hasEvenY(verifyingKey), tweak };
}

/**
 * The group key that outsiders know, with its true parity, from the raw one of key generation:
 * for secp256k1-tr the output key with an empty script tree, so that no dealer can have hidden a
 * script path (BIP 341); for other suites the raw key.
 */
export function toGroupPublicKeys(raw: PublicKeyPackage): PublicKeyPackage {
  return raw.suite.evenY ? mapPublicKeys(raw, tapTweakMap(raw, new Uint8Array(0))) : raw;
}

/** As toGroupPublicKeys, for a participant's package. */
export function toGroupKeys(raw: KeyPackage): KeyPackage {
  const keys = raw.publicKeys;
  if (!keys.suite.evenY) return raw;
  return mapKeys(raw, tapTweakMap(keys, new Uint8Array(0)), toGroupPublicKeys(keys));
}

/** The form that signs: the group key, even y. Stored keys stay raw; this is what loading does. */
export function toSigningPublicKeys(raw: PublicKeyPackage): PublicKeyPackage {
  const group = toGroupPublicKeys(raw);
  const map = evenYMap(group);
  return map.negate ? mapPublicKeys(group, map) : group;
}

/** As toSigningPublicKeys, for a participant's package. */
export function toSigningKeys(raw: KeyPackage): KeyPackage {
  const group = toGroupKeys(raw);
  const map = evenYMap(group.publicKeys);
  return map.negate ? mapKeys(group, map, mapPublicKeys(group.publicKeys, map)) : group;
}

/**
 * A trusted dealer: one process knows the whole key. For tests, simulations and vectors only.
 * Raw packages, in ascending order of identifiers.
 */
export function dealKeys(options: {
  readonly suite: Ciphersuite;
  readonly minSigners: number;
  readonly identifiers: readonly Identifier[];
  readonly random: Random;
  readonly secret?: Scalar;
}): ReadonlyMap<Identifier, KeyPackage> {
  const { suite, minSigners, identifiers, random, secret } = options;
  const ids = ascending(identifiers);
  if (minSigners > ids.length) throw new RangeError('minSigners exceeds participants');
  const coefficients = randomPolynomial({
    minSigners,
    order: suite.order,
    random,
    ...(secret === undefined ? {} : { constant: secret }),
  });
  const shares = ids.map((id) => evaluate(coefficients, BigInt(id), suite.order));
  const publicKeys: PublicKeyPackage = {
    suite,
    minSigners,
    verifyingKey: suite.group.multiplyBase(coefficients[0] as Scalar),
    verifyingShares: new Map(
      ids.map((id, i) => [id, suite.group.multiplyBase(shares[i] as Scalar)]),
    ),
  };
  return new Map(
    ids.map((id, i) => {
      const signingShare = new Secret(suite.encodeScalar(shares[i] as Scalar));
      return [id, { identifier: id, signingShare, publicKeys }];
    }),
  );
}
