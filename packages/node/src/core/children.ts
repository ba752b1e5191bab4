/**
 * Children of the keys that this node is a member of: which key a request is signed with, and what
 * its signature verifies under. All from public data.
 * @module
 */
import {
  type Child,
  type ChildPath,
  type DerivationRoot,
  derivationRoot,
  derivePublicKeys,
  type PublicKeyPackage,
} from '@permafrost/frost';
import { childPathOf, type Refusal, type SignatureRequest } from '@permafrost/protocol';
import type { KeyEntry } from '../tables/keys-entry.ts';

type Rooted = Pick<KeyEntry, 'keyId' | 'suite' | 'publicKeys'>;
type Key = Rooted & Pick<KeyEntry, 'signingKeys'>;

/** By the raw public keys of an epoch. */
const roots = new WeakMap<PublicKeyPackage, DerivationRoot>();

/** Where all paths of a key begin. */
export function rootOf({ keyId, suite, publicKeys }: Rooted): DerivationRoot {
  const known = roots.get(publicKeys);
  if (known !== undefined) return known;
  const root = derivationRoot(keyId, suite, publicKeys.verifyingKey);
  roots.set(publicKeys, root);
  return root;
}

/** @throws RangeError when there is no such child */
export function childOf(key: Key, wanted: ChildPath): Child {
  return derivePublicKeys(key.signingKeys, rootOf(key), wanted);
}

/** The public keys that sign a request which was let in. */
export function signingKeysFor(key: Key, request: SignatureRequest): PublicKeyPackage {
  return childOf(key, childPathOf(request)).publicKeys;
}

/** What the signature of a request which was let in verifies under. */
export function publicKeyFor(key: KeyEntry, request: SignatureRequest): Uint8Array {
  if (request.path === '') return key.publicKey;
  return key.suite.encodePublicKey(signingKeysFor(key, request).verifyingKey);
}

/** Whether this is the signature of a request which was let in. */
export function verifiesFor(
  key: KeyEntry,
  request: SignatureRequest,
  signature: Uint8Array,
): boolean {
  const publicKey = publicKeyFor(key, request);
  return key.suite.verify({ publicKey, message: request.message, signature });
}

/** Why the key has no such child. */
export function wrongChild(key: Key, request: SignatureRequest): Refusal | undefined {
  try {
    signingKeysFor(key, request);
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { code: 'E_BAD_REQUEST', reason: error.message };
  }
}
