import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import { type Aead, xaes256Gcm, xchacha20Poly1305 } from './aead.ts';
import { toHex, utf8 } from './bytes.ts';

describe('AEAD', () => {
  it('XAES-256-GCM gives the published check value', () => {
    const key = new Uint8Array(32).fill(1);
    const sealed = xaes256Gcm.seal(key, utf8('ABCDEFGHIJKLMNOPQRSTUVWX'), utf8('XAES-256-GCM'));
    expect(toHex(sealed)).toBe('ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271');
  });

  it('XAES-256-GCM is AES-256-GCM under a key derived by AES, as OpenSSL computes it', () => {
    const random = seeded('xaes');
    for (let k = 0; k < 20; k++) {
      const key = random(32);
      const iv = random(24);
      const block = (input: Uint8Array): Uint8Array => {
        const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
        return new Uint8Array(cipher.update(input));
      };
      const zero = block(new Uint8Array(16));
      let k1 = BigInt(`0x${toHex(zero)}`) << 1n;
      if (k1 >> 128n) k1 = (k1 ^ 0x87n) & ((1n << 128n) - 1n);
      const derived = [1, 2].flatMap((n) => {
        const m = [0, n, 0x58, 0, ...iv.subarray(0, 12)];
        const mixed = BigInt(`0x${toHex(Uint8Array.from(m))}`) ^ k1;
        return [...block(Buffer.from(mixed.toString(16).padStart(32, '0'), 'hex'))];
      });
      const gcm = createCipheriv('aes-256-gcm', Uint8Array.from(derived), iv.subarray(12));
      const want = Buffer.concat([gcm.update('message'), gcm.final(), gcm.getAuthTag()]);
      expect(toHex(xaes256Gcm.seal(key, iv, utf8('message')))).toBe(toHex(want));
    }
  });

  const ciphers: [string, Aead][] = [
    ['XAES-256-GCM', xaes256Gcm],
    ['XChaCha20-Poly1305', xchacha20Poly1305],
  ];
  for (const [name, cipher] of ciphers) {
    it(`${name} opens what it sealed and nothing else`, () => {
      const random = seeded(name);
      const [key, iv] = [random(32), random(24)];
      const sealed = cipher.seal(key, iv, utf8('share'));
      expect(sealed.length).toBe(5 + 16);
      expect(cipher.open(key, iv, sealed)).toEqual(utf8('share'));
      for (let at = 0; at < sealed.length; at++) {
        const bad = Uint8Array.from(sealed);
        bad[at] = (bad[at] as number) ^ 1;
        expect(cipher.open(key, iv, bad)).toBeUndefined();
      }
      expect(cipher.open(random(32), iv, sealed)).toBeUndefined();
      expect(cipher.open(key, random(24), sealed)).toBeUndefined();
      expect(cipher.open(key, iv, sealed.subarray(0, 15))).toBeUndefined();
      expect(() => cipher.seal(key.subarray(1), iv, sealed)).toThrow(RangeError);
      expect(() => cipher.open(key, iv.subarray(1), sealed)).toThrow(RangeError);
    });
  }
});
