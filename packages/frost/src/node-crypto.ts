/**
 * Node's own hashes and Ed25519 in the place of portable ones: several times faster, the same
 * bytes. An export of its own: nothing else in this package knows that it runs on Node.
 * @module
 */
import {
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { installNative } from './hash.ts';

const SPKI_PREFIX: Buffer = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_PREFIX: Buffer = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEYS_MAX = 4_096;
const keys = new Map<string, KeyObject>();

/** Call at the start of a process, before anything is signed or verified. */
export function installNodeCrypto(): void {
  installNative({
    sha512: (message) => Uint8Array.from(hash('sha512', message, 'buffer')),
    sha256: (message) => Uint8Array.from(hash('sha256', message, 'buffer')),
    verifyEd25519: (publicKey, message, signature) =>
      verify(undefined, message, keyObject(publicKey), signature),
    signEd25519: (seed, message) => Uint8Array.from(sign(undefined, message, privateKey(seed))),
  });
}

type Prepared = { readonly digest: Uint8Array; readonly key: KeyObject };

/** By the array that holds the seed: the key goes when its owner lets go of that. */
const prepared = new WeakMap<Uint8Array, Prepared>();

/** The same as long as the array holds the same seed: an erased one signs as what it is then. */
function privateKey(seed: Uint8Array): KeyObject {
  const digest = hash('sha256', seed, 'buffer');
  const known = prepared.get(seed);
  if (known !== undefined && timingSafeEqual(known.digest, digest)) return known.key;
  const key = importSeed(seed);
  prepared.set(seed, { digest, key });
  return key;
}

function importSeed(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

function keyObject(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString('hex');
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, publicKey]),
    format: 'der',
    type: 'spki',
  });
  if (keys.size >= KEYS_MAX) keys.clear();
  keys.set(name, key);
  return key;
}
