/**
 * `key show --format`: which suite has which public form.
 * @module
 */
import { PermafrostError } from '@permafrost/client/errors';
import { isBitcoinNetwork, npub, taprootAddress } from './bitcoin.ts';
import { isSpkiSuite, jwk, spkiPem } from './spki.ts';
import { sshPublicKey } from './ssh.ts';

export const FORMATS: readonly string[] = [
  'json',
  'hex',
  'ssh',
  'pem',
  'jwk',
  'address',
  'npub',
  'xpub',
];

export type PublicKeyFacts = {
  readonly name: string;
  readonly suite: string;
  readonly publicKey: Uint8Array;
  /** Where the suite has them: for mainnet, and for test networks. */
  readonly xpub?: string | undefined;
  readonly tpub?: string | undefined;
};

/** @throws PermafrostError E_BAD_REQUEST */
export function checkFormat(format: string): void {
  if (FORMATS.includes(format)) return;
  throw bad(`no format is called ${JSON.stringify(format)}`, `one of ${FORMATS.join(', ')}`);
}

/**
 * The public key as text in one of FORMATS, `json` aside.
 * @param network of an address or xpub; mainnet unless given
 * @throws PermafrostError E_BAD_REQUEST when the suite has no such form
 */
export function formatKey(key: PublicKeyFacts, format: string, network = 'mainnet'): string {
  const { name, suite, publicKey } = key;
  if (!isBitcoinNetwork(network)) {
    throw bad(`no network is called ${JSON.stringify(network)}`, 'mainnet, testnet or regtest');
  }
  switch (format) {
    case 'hex':
      return Buffer.from(publicKey).toString('hex');
    case 'ssh':
      if (suite === 'ed25519') return sshPublicKey(publicKey, name);
      throw lacks(suite, 'an ssh form', 'ed25519 has one');
    case 'pem':
      if (isSpkiSuite(suite)) return spkiPem(suite, publicKey);
      throw lacks(suite, 'a pem form', 'ed25519, ed448, p256 and secp256k1 have one');
    case 'jwk':
      if (isSpkiSuite(suite)) return JSON.stringify(jwk(suite, publicKey, name));
      throw lacks(suite, 'a jwk form', 'ed25519, ed448, p256 and secp256k1 have one');
    case 'address':
      if (suite === 'secp256k1-tr') return taprootAddress(publicKey, network);
      throw lacks(suite, 'an address', 'secp256k1-tr has one (Taproot)');
    case 'npub':
      if (suite === 'secp256k1-tr') return npub(publicKey);
      throw lacks(suite, 'an npub form', 'secp256k1-tr has one');
    case 'xpub':
      if (key.xpub !== undefined && key.tpub !== undefined) {
        return network === 'mainnet' ? key.xpub : key.tpub;
      }
      throw lacks(suite, 'an xpub', 'secp256k1 and secp256k1-tr have one');
    default:
      throw bad(`no format is called ${JSON.stringify(format)}`, FORMATS.join(', '));
  }
}

function lacks(suite: string, what: string, hint: string): PermafrostError {
  return bad(`a key of suite ${suite} does not have ${what}`, hint);
}

function bad(message: string, hint: string): PermafrostError {
  return new PermafrostError({ code: 'E_BAD_REQUEST', message, hint });
}
