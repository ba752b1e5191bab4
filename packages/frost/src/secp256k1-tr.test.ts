import { schnorr } from '@noble/curves/secp256k1.js';
import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import { kernelBackend, nobleBackend } from './backend/secp256k1.ts';
import { bytesBE, concat, integerBE, utf8 } from './bytes.ts';
import { taggedHash } from './hash.ts';
import { secp256k1TrOver } from './secp256k1-tr.ts';

const P = (1n << 256n) - (1n << 32n) - 977n;
const backends = { kernel: kernelBackend() ?? nobleBackend, noble: nobleBackend };

describe.each(Object.entries(backends))('verification of BIP 340 over %s', (_, backend) => {
  const { verify, order } = secp256k1TrOver(backend);
  const random = seeded('bip340');
  const secret = random(32);
  const publicKey = schnorr.getPublicKey(secret);
  const message = utf8('message');
  const signature = schnorr.sign(message, secret, random(32));
  const [r, s] = [signature.slice(0, 32), integerBE(signature.subarray(32))];

  /** What both say; the reference of @noble/curves decides. */
  const said = (input: Parameters<typeof verify>[0]): boolean => {
    const expected = schnorr.verify(input.signature, input.message, input.publicKey);
    expect(verify(input)).toBe(expected);
    return expected;
  };

  it('accepts what another implementation signed, for messages of any length', () => {
    for (const length of [0, 1, 31, 32, 33, 200]) {
      const text = random(length);
      for (let k = 0; k < 3; k++) {
        const key = random(32);
        const made = schnorr.sign(text, key, random(32));
        const input = { publicKey: schnorr.getPublicKey(key), message: text, signature: made };
        expect(said(input)).toBe(true);
      }
    }
  });

  it('refuses a signature, message or key with any one bit changed', () => {
    const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
      const out = Uint8Array.from(bytes);
      out[bit >> 3] = (out[bit >> 3] as number) ^ (1 << (bit & 7));
      return out;
    };
    for (let bit = 0; bit < 512; bit += 37) {
      expect(said({ publicKey, message, signature: flipped(signature, bit) })).toBe(false);
    }
    for (let bit = 0; bit < 256; bit += 19) {
      expect(said({ publicKey: flipped(publicKey, bit), message, signature })).toBe(false);
    }
    expect(said({ publicKey, message: flipped(message, 3), signature })).toBe(false);
  });

  it('refuses numbers that are not reduced, and other lengths', () => {
    const withS = (value: bigint) => concat(r, bytesBE(value, 32));
    for (const value of [0n, order, order - s, (1n << 256n) - 1n]) {
      expect(said({ publicKey, message, signature: withS(value) })).toBe(false);
    }
    if (s + order < 1n << 256n) {
      expect(said({ publicKey, message, signature: withS(s + order) })).toBe(false);
    }
    for (const x of [0n, P, P + 1n, (1n << 256n) - 1n]) {
      const bytes = bytesBE(x, 32);
      const other = concat(bytes, signature.subarray(32));
      expect(said({ publicKey, message, signature: other })).toBe(false);
      expect(said({ publicKey: bytes, message, signature })).toBe(false);
    }
    expect(verify({ publicKey, message, signature: signature.subarray(1) })).toBe(false);
    expect(verify({ publicKey: concat(Uint8Array.of(2), publicKey), message, signature })).toBe(
      false,
    );
  });

  it('refuses an R that is the identity, or has odd y', () => {
    const { group } = secp256k1TrOver(backend);
    const raw = integerBE(secret);
    // The secret of the key with even y.
    const d = group.hasEvenY(group.multiplyBase(raw)) ? raw : order - raw;
    const challenge = (x: Uint8Array): bigint =>
      integerBE(taggedHash('BIP0340/challenge', concat(x, publicKey, message))) % order;
    // s·G − e·P = 0 for s = e·d.
    const none = concat(r, bytesBE((challenge(r) * d) % order, 32));
    expect(said({ publicKey, message, signature: none })).toBe(false);
    for (let k = 1n; k < 8n; k++) {
      const nonce = backend.encode(group.multiplyBase(k));
      const x = nonce.slice(1);
      const made = concat(x, bytesBE((k + challenge(x) * d) % order, 32));
      expect(said({ publicKey, message, signature: made })).toBe(nonce[0] === 2);
    }
  });
});
