/**
 * Node's own hashing and signature verification, so that simulations do not spend their time on
 * envelopes.
 * @module
 */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { installNative } from '@permafrost/frost';

const keys = new Map<string, KeyObject>();
const KEYS_MAX = 10_000;

/** Installs them for this process. */
export function installNodeCrypto(): void {
  installNative({
    sha512: (message) => new Uint8Array(hash('sha512', message, 'buffer')),
    sha256: (message) => new Uint8Array(hash('sha256', message, 'buffer')),
    verifyEd25519: (publicKey, message, signature) =>
      verify(undefined, message, keyOf(publicKey), signature),
  });
}

function keyOf(publicKey: Uint8Array): KeyObject {
  const x = Buffer.from(publicKey).toString('base64url');
  const known = keys.get(x);
  if (known !== undefined) return known;
  const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
  if (keys.size >= KEYS_MAX) keys.clear();
  keys.set(x, key);
  return key;
}
