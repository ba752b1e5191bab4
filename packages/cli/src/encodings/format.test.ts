import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { schnorr } from '@noble/curves/secp256k1.js';
import { bech32 } from '@scure/base';
import { NETWORK, p2tr, TEST_NETWORK } from '@scure/btc-signer';
import { initEccLib, networks, payments } from 'bitcoinjs-lib';
import fc from 'fast-check';
import * as ecc from 'tiny-secp256k1';
import { describe, expect, test } from 'vitest';
import { formatKey } from './format.ts';

initEccLib(ecc);

const xOnly = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .filter((seed) => seed.some((byte) => byte !== 0) && seed[0] !== 255)
  .map((seed) => schnorr.getPublicKey(seed));

function rawKey(type: 'ed25519' | 'ed448'): Uint8Array {
  const { publicKey } = generateKeyPairSync(type as 'ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return Uint8Array.from(der.subarray(der.length - (type === 'ed25519' ? 32 : 57)));
}

function compressed(curve: 'prime256v1' | 'secp256k1'): Uint8Array {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: curve });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const odd = (Buffer.from(y, 'base64url')[31] ?? 0) & 1;
  return Uint8Array.from([2 + odd, ...Buffer.from(x, 'base64url')]);
}

const keys = [
  { name: 'team', suite: 'ed25519', publicKey: rawKey('ed25519') },
  { name: 'ed448', suite: 'ed448', publicKey: rawKey('ed448') },
  { name: 'p256', suite: 'p256', publicKey: compressed('prime256v1') },
  { name: 'k1', suite: 'secp256k1', publicKey: compressed('secp256k1') },
];

describe('public forms of a key', () => {
  test('addresses are those of bitcoinjs-lib for the output key, on every network', () => {
    fc.assert(
      fc.property(xOnly, (publicKey) => {
        const key = { name: 'treasury', suite: 'secp256k1-tr', publicKey };
        for (const [network, theirs] of [
          ['mainnet', networks.bitcoin],
          ['testnet', networks.testnet],
          ['regtest', networks.regtest],
        ] as const) {
          const { address } = payments.p2tr({ pubkey: Buffer.from(publicKey), network: theirs });
          expect(formatKey(key, 'address', network)).toBe(address);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('an address is not tweaked again: a library that tweaks gives another one', () => {
    const publicKey = schnorr.getPublicKey(new Uint8Array(32).fill(7));
    const key = { name: 'treasury', suite: 'secp256k1-tr', publicKey };
    expect(formatKey(key, 'address', 'mainnet')).not.toBe(
      p2tr(publicKey, undefined, NETWORK).address,
    );
    expect(formatKey(key, 'address', 'testnet').slice(0, 4)).toBe(`${TEST_NETWORK.bech32}1p`);
  });

  test('npub is bech32 of the 32 bytes', () => {
    fc.assert(
      fc.property(xOnly, (publicKey) => {
        const text = formatKey({ name: 'n', suite: 'secp256k1-tr', publicKey }, 'npub');
        const { prefix, words } = bech32.decode(text as `npub1${string}`, 100);
        expect(prefix).toBe('npub');
        expect(Uint8Array.from(bech32.fromWords(words))).toEqual(publicKey);
      }),
      { numRuns: 30 },
    );
  });

  test.each(keys)('pem and jwk of $suite are the same key to OpenSSL', (key) => {
    const fromPem = createPublicKey(formatKey(key, 'pem'));
    const { kid, ...jwk } = JSON.parse(formatKey(key, 'jwk'));
    expect(kid).toBe(key.name);
    expect(createPublicKey({ key: jwk, format: 'jwk' }).equals(fromPem)).toBe(true);
    expect(fromPem.export({ format: 'jwk' })).toMatchObject(jwk);
  });

  test('the ssh form has the key blob of RFC 8709 and names the key', () => {
    const [key] = keys;
    const text = formatKey(key!, 'ssh');
    const [type, blob, comment] = text.split(' ');
    expect([type, comment]).toEqual(['ssh-ed25519', 'permafrost:team']);
    const bytes = Buffer.from(blob ?? '', 'base64');
    expect(bytes.subarray(0, 19).toString('hex')).toBe(
      '0000000b7373682d6564323535313900000020'.slice(0, 38),
    );
    expect(Uint8Array.from(bytes.subarray(19))).toEqual(key!.publicKey);
  });

  test('hex is lower case without prefix', () => {
    const [key] = keys;
    expect(formatKey(key!, 'hex')).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['ristretto255', 'pem'],
    ['ristretto255', 'jwk'],
    ['secp256k1-tr', 'ssh'],
    ['secp256k1-tr', 'pem'],
    ['ed25519', 'address'],
    ['ed25519', 'npub'],
    ['p256', 'ssh'],
    ['secp256k1-tr', 'xpub'],
    ['ed25519', 'constructor'],
  ])('%s has no %s form, which is a bad request', (suite, format) => {
    const key = { name: 'x', suite, publicKey: new Uint8Array(32) };
    expect(() => formatKey(key, format)).toThrow(
      expect.objectContaining({ code: 'E_BAD_REQUEST' }),
    );
  });

  test('an unknown Bitcoin network is a bad request', () => {
    const key = { name: 'x', suite: 'secp256k1-tr', publicKey: new Uint8Array(32) };
    expect(() => formatKey(key, 'address', '__proto__')).toThrow(/no network/);
  });
});
