/** The two ciphers of COCKTAIL-DKG: 32-byte key, 24-byte nonce, empty associated data. */

import { ecb, gcm } from '@noble/ciphers/aes.js';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concat } from './bytes.ts';

export const TAG_BYTES: number = 16;

export type Aead = {
  /** ciphertext ‖ 16-byte tag. */
  readonly seal: (key: Uint8Array, iv: Uint8Array, plaintext: Uint8Array) => Uint8Array;
  /** undefined when the tag does not fit. */
  readonly open: (key: Uint8Array, iv: Uint8Array, sealed: Uint8Array) => Uint8Array | undefined;
};

type Cipher = {
  encrypt(plaintext: Uint8Array): Uint8Array;
  decrypt(sealed: Uint8Array): Uint8Array;
};

function aead(cipher: (key: Uint8Array, iv: Uint8Array) => Cipher): Aead {
  function checkSizes(key: Uint8Array, iv: Uint8Array): void {
    if (key.length !== 32 || iv.length !== 24) throw new RangeError('AEAD key or nonce size');
  }
  return {
    seal(key, iv, plaintext) {
      checkSizes(key, iv);
      return cipher(key, iv).encrypt(plaintext);
    },
    open(key, iv, sealed) {
      checkSizes(key, iv);
      if (sealed.length < TAG_BYTES) return undefined;
      const opener = cipher(key, iv);
      try {
        return opener.decrypt(sealed);
      } catch {
        // The sizes were checked: the tag is the only thing left that can be wrong.
        return undefined;
      }
    },
  };
}

/** XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha). */
export const xchacha20Poly1305: Aead = aead((key, iv) => xchacha20poly1305(key, iv));

function aesBlock(key: Uint8Array, block: Uint8Array): Uint8Array {
  return ecb(key, { disablePadding: true }).encrypt(block);
}

/** Doubling in GF(2¹²⁸), as CMAC derives its subkeys. */
function double(block: Uint8Array): Uint8Array {
  const out = new Uint8Array(16);
  for (let i = 0; i < 16; i++) {
    out[i] = (((block[i] as number) << 1) | ((block[i + 1] ?? 0) >> 7)) & 0xff;
  }
  out[15] = (out[15] as number) ^ (0x87 & -((block[0] as number) >> 7));
  return out;
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, i) => byte ^ (b[i] as number));
}

/**
 * XAES-256-GCM (C2SP xaes-256-gcm): the first 12 nonce bytes derive an AES-256 key by CMAC, the
 * last 12 are the GCM nonce.
 */
export const xaes256Gcm: Aead = aead((key, iv) => {
  const k1 = double(aesBlock(key, new Uint8Array(16)));
  const head = iv.subarray(0, 12);
  const left = aesBlock(key, xor(concat(Uint8Array.of(0, 1, 0x58, 0), head), k1));
  const right = aesBlock(key, xor(concat(Uint8Array.of(0, 2, 0x58, 0), head), k1));
  return gcm(concat(left, right), iv.subarray(12));
});
