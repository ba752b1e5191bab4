/** Round two of FROST (RFC 9591 section 5.2), share verification and aggregation (5.3, 5.4). */

import { equalBytes } from './bytes.ts';
import { computeShare, type Prepared, prepare, verifyShareAt } from './challenge.ts';
import { DecodeError } from './encoding.ts';
import { FrostFault } from './fault.ts';
import type { Identifier } from './identifier.ts';
import { type KeyPackage, type PublicKeyPackage, signingScalar } from './keys.ts';
import type { NonceCommitments, SigningNonces } from './nonces.ts';
import type { Ciphersuite, Element, Scalar } from './suite.ts';

/** The message and the commitments of all signers of one signature. */
export type SigningPackage = {
  readonly message: Uint8Array;
  readonly commitments: ReadonlyMap<Identifier, NonceCommitments>;
};

type KeyCache = { readonly verifyingKeyBytes: Uint8Array; uses: number };

/** What is parsed or encoded once per key; goes away with the package. Public data only. */
const keyCache = new WeakMap<PublicKeyPackage, KeyCache>();

/** Prepared signatures, so that a coordinator who also signs computes R once. */
const preparedCache = new WeakMap<SigningPackage, WeakMap<PublicKeyPackage, Prepared>>();

/** Tables cost a few milliseconds: only for keys that sign more often than this. */
const USES_BEFORE_TABLES = 3;

function cached(keys: PublicKeyPackage): KeyCache {
  let entry = keyCache.get(keys);
  if (entry === undefined) {
    if (keys.suite.evenY && !keys.suite.group.hasEvenY(keys.verifyingKey)) {
      throw new RangeError('key package is raw, not in signing form');
    }
    entry = { verifyingKeyBytes: keys.suite.encodeElement(keys.verifyingKey), uses: 0 };
    keyCache.set(keys, entry);
  }
  return entry;
}

/** Encodes the verifying key of a package, once. */
export function verifyingKeyBytes(keys: PublicKeyPackage): Uint8Array {
  return Uint8Array.from(cached(keys).verifyingKeyBytes);
}

/** RangeError unless the signers are minSigners or more participants of this key. */
function checkSigners(pkg: SigningPackage, keys: PublicKeyPackage): void {
  if (pkg.commitments.size < keys.minSigners) throw new RangeError('too few signers');
  for (const id of pkg.commitments.keys()) {
    if (!keys.verifyingShares.has(id)) throw new RangeError('signer is not a participant');
  }
}

function preparePackage(pkg: SigningPackage, keys: PublicKeyPackage, own?: Identifier): Prepared {
  checkSigners(pkg, keys);
  const prepared = prepare({
    suite: keys.suite,
    verifyingKeyBytes: cached(keys).verifyingKeyBytes,
    message: pkg.message,
    signers: [...pkg.commitments].map(([id, commitments]) => ({ x: BigInt(id), commitments })),
    ...(own === undefined ? {} : { own: BigInt(own) }),
  });
  let byKey = preparedCache.get(pkg);
  if (byKey === undefined) {
    byKey = new WeakMap();
    preparedCache.set(pkg, byKey);
  }
  byKey.set(keys, prepared);
  return prepared;
}

function preparedFor(pkg: SigningPackage, keys: PublicKeyPackage): Prepared {
  return preparedCache.get(pkg)?.get(keys) ?? preparePackage(pkg, keys);
}

function takeScalar(suite: Ciphersuite, bytes: Uint8Array): Scalar {
  try {
    return suite.decodeNonZeroScalar(bytes);
  } finally {
    bytes.fill(0);
  }
}

function sameCommitments(a: NonceCommitments | undefined, b: NonceCommitments): boolean {
  return (
    a !== undefined &&
    equalBytes(a.hidingBytes, b.hidingBytes) &&
    equalBytes(a.bindingBytes, b.bindingBytes)
  );
}

/**
 * This participant's signature share: an encoded scalar. The key is in signing form. The nonces
 * are erased whatever happens after they were taken, so a second call with them throws.
 *
 * RangeError, with the nonces still whole: the package has too few signers or strangers, lacks
 * this participant, or shows other commitments than its nonces have. FrostFault
 * identity-group-commitment.
 */
export function sign(pkg: SigningPackage, nonces: SigningNonces, key: KeyPackage): Uint8Array {
  const { identifier, publicKeys } = key;
  const { suite } = publicKeys;
  checkSigners(pkg, publicKeys);
  if (!sameCommitments(pkg.commitments.get(identifier), nonces.commitments)) {
    throw new RangeError('package does not carry the commitments of these nonces');
  }
  // Taken and erased before anything else can throw: a share and its nonce give the key away.
  const hiding = takeScalar(suite, nonces.hiding.reveal());
  const binding = takeScalar(suite, nonces.binding.reveal());
  nonces.hiding.erase();
  nonces.binding.erase();

  // Always computed from the package here and now, never from a cache.
  const prepared = preparePackage(pkg, publicKeys, identifier);
  const position = prepared.xs.indexOf(BigInt(identifier));
  const share = signingScalar(key);
  const z = computeShare(prepared, position, { hiding, binding, share });
  const verifyingShare = publicKeys.verifyingShares.get(identifier) as Element;
  const entry = cached(publicKeys);
  entry.uses += 1;
  if (entry.uses === USES_BEFORE_TABLES) suite.group.precompute(verifyingShare);
  // A cheap guard against faulty hardware and mismatched packages: a wrong share may leak.
  if (!verifyShareAt(prepared, position, z, verifyingShare)) {
    throw new RangeError('own signature share does not verify: wrong key package or a fault');
  }
  return suite.encodeScalar(z);
}

/**
 * Whether a share (encoded scalar) satisfies its equation. RangeError when the package is not one
 * of this key or the identifier is not among its signers; malformed shares are simply false.
 */
export function verifySignatureShare(
  pkg: SigningPackage,
  id: Identifier,
  share: Uint8Array,
  publicKeys: PublicKeyPackage,
): boolean {
  const prepared = preparedFor(pkg, publicKeys);
  const position = prepared.xs.indexOf(BigInt(id));
  if (position < 0) throw new RangeError('identifier is not a signer of this package');
  const z = decodeShare(publicKeys.suite, share);
  if (z === undefined) return false;
  return verifyShareAt(prepared, position, z, publicKeys.verifyingShares.get(id) as Element);
}

function decodeShare(suite: Ciphersuite, share: Uint8Array): Scalar | undefined {
  try {
    return suite.decodeScalar(share);
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}

/**
 * The signature, from the shares of exactly the package's signers. It is verified by the suite's
 * independent routine before it is returned; only when that fails are shares checked one by one.
 *
 * RangeError when a share is missing or too many. FrostFault: invalid-signature-share with all
 * culprits, or invalid-signature when every share verifies.
 */
export function aggregate(
  pkg: SigningPackage,
  shares: ReadonlyMap<Identifier, Uint8Array>,
  publicKeys: PublicKeyPackage,
): Uint8Array {
  const { suite } = publicKeys;
  const prepared = preparedFor(pkg, publicKeys);
  if (shares.size !== pkg.commitments.size) throw new RangeError('one share of each signer');
  let z = 0n;
  const malformed: Identifier[] = [];
  for (const id of pkg.commitments.keys()) {
    const bytes = shares.get(id);
    if (bytes === undefined) throw new RangeError('share of a signer is missing');
    const share = decodeShare(suite, bytes);
    if (share === undefined) malformed.push(id);
    else z = (z + share) % suite.order;
  }
  if (malformed.length === 0) {
    const signature = suite.encodeSignature(prepared.groupCommitmentBytes, z);
    if (verifies(pkg.message, signature, publicKeys)) return signature;
  }
  const culprits = [...pkg.commitments.keys()].filter(
    (id) => !verifySignatureShare(pkg, id, shares.get(id) as Uint8Array, publicKeys),
  );
  if (culprits.length === 0) throw new FrostFault({ code: 'invalid-signature' });
  throw new FrostFault({ code: 'invalid-signature-share', culprits });
}

function verifies(message: Uint8Array, signature: Uint8Array, keys: PublicKeyPackage): boolean {
  const { suite, verifyingKey } = keys;
  return suite.verify({ publicKey: suite.encodePublicKey(verifyingKey), message, signature });
}
