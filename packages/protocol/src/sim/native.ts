/**
 * Node's own hashing and signature verification, so that simulations do not spend their time on
 * envelopes.
 * @module
 */
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { installNative } from '@permafrost/frost';

const PKCS8_HEAD: Buffer = Buffer.from('302e020100300506032b657004220420', 'hex');
const keys = new Map<string, KeyObject>();
const secretKeys = new Map<string, KeyObject>();
const KEYS_MAX = 10_000;

/** Installs them for this process. */
export function installNodeCrypto(): void {
  installNative({
    sha512: (message) => new Uint8Array(hash('sha512', message, 'buffer')),
    sha256: (message) => new Uint8Array(hash('sha256', message, 'buffer')),
    verifyEd25519: (publicKey, message, signature) =>
      verify(undefined, message, keyOf(publicKey), signature),
    signEd25519: (seed, message) => new Uint8Array(sign(undefined, message, secretKeyOf(seed))),
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

/** Kept, which is right for simulated hosts only. */
function secretKeyOf(seed: Uint8Array): KeyObject {
  const name = Buffer.from(seed).toString('hex');
  const known = secretKeys.get(name);
  if (known !== undefined) return known;
  const der = Buffer.concat([PKCS8_HEAD, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  if (secretKeys.size >= KEYS_MAX) secretKeys.clear();
  secretKeys.set(name, key);
  return key;
}
