/**
 * The key that the answer to a request verifies under: the one that was pinned, or its child.
 * @module
 */
import { type Ciphersuite, derivationRoot, deriveChild, equalBytes } from '@permafrost/frost';
import { childPathOf, type SignatureRequest } from './request.ts';

/**
 * Encoded as `Ciphersuite.encodePublicKey` does. Where the request has a path, everything is
 * computed from `rawKey`, which must be what the pinned public key was made of: whoever says it is
 * not believed. The sign of the raw key of secp256k1-tr is not in the public key. With the wrong
 * one the result is a key that nobody can sign for.
 * @param rawKey the encoded element of key generation; only looked at when there is a path
 * @throws RangeError when it is that of another key, or there is no such child
 * @throws DecodeError when it is no element
 */
export function signatureKey(
  suite: Ciphersuite,
  request: Pick<SignatureRequest, 'keyId' | 'publicKey' | 'path' | 'tweak'>,
  rawKey: Uint8Array,
): Uint8Array {
  const { keyId, publicKey, path, tweak } = request;
  if (path === '' && tweak.length === 0) return publicKey;
  const root = derivationRoot(keyId, suite, suite.decodeElement(rawKey));
  const pinned = suite.encodePublicKey(deriveChild(root, { path: '' }).verifyingKey);
  if (!equalBytes(pinned, publicKey)) throw new RangeError('the raw key is that of another key');
  return suite.encodePublicKey(deriveChild(root, childPathOf(request)).verifyingKey);
}
