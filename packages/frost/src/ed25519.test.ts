import { createPublicKey, verify as nodeVerify } from 'node:crypto';
import { ED25519_TORSION_SUBGROUP, ed25519 as noble } from '@noble/curves/ed25519.js';
import { afterEach, describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import { bytesLE, concat, fromHex, integerLE, toHex, utf8 } from './bytes.ts';
import {
  checkEd25519PublicKey,
  ed25519,
  ed25519PublicKey,
  signEd25519,
  verifyEd25519,
} from './ed25519.ts';
import { DecodeError } from './encoding.ts';
import { installNative, sha512 } from './hash.ts';

const { Point } = noble;
const order = Point.Fn.ORDER;
const torsion = ED25519_TORSION_SUBGROUP.map((hex) => Point.fromHex(hex));
const message = utf8('message');
const seed = seeded('ed25519')(32);
const publicKey = ed25519PublicKey(seed);

function openssl(key: Uint8Array, msg: Uint8Array, signature: Uint8Array): boolean {
  const der = concat(fromHex('302a300506032b6570032100'), key);
  const imported = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
  return nodeVerify(null, msg, imported, signature);
}

/** A signature whose R has a component of small order: fine for a verifier that clears it. */
function withTorsionInR(): Uint8Array {
  const { scalar, prefix } = noble.utils.getExtendedPublicKey(seed);
  const r = integerLE(sha512(concat(prefix, message))) % order;
  const R = Point.BASE.multiply(r).add(torsion[1]!).toBytes();
  const c = integerLE(sha512(concat(R, publicKey, message))) % order;
  return concat(R, bytesLE((r + c * scalar) % order, 32));
}

describe('Ed25519 signatures', () => {
  afterEach(() => {
    installNative({ verifyEd25519: openssl });
    // exactOptionalPropertyTypes: the way back to the portable rule.
    installNative({ verifyEd25519: undefined } as unknown as Parameters<typeof installNative>[0]);
  });

  it('verify as RFC 8032 wants', () => {
    const signature = signEd25519(seed, message);
    expect(verifyEd25519(publicKey, message, signature)).toBe(true);
    expect(openssl(publicKey, message, signature)).toBe(true);
    for (let at = 0; at < 64; at += 7) {
      const bad = Uint8Array.from(signature);
      bad[at] = (bad[at] as number) ^ 4;
      expect(verifyEd25519(publicKey, message, bad)).toBe(false);
    }
    expect(verifyEd25519(publicKey, utf8('other'), signature)).toBe(false);
  });

  it('do not count with torsion in R, where clearing the cofactor would let them pass', () => {
    const signature = withTorsionInR();
    expect(noble.verify(signature, message, publicKey, { zip215: true })).toBe(true);
    expect(noble.verify(signature, message, publicKey, { zip215: false })).toBe(true);
    expect(verifyEd25519(publicKey, message, signature)).toBe(false);
    expect(openssl(publicKey, message, signature)).toBe(false);
  });

  it('do not count under keys of small or mixed order, nor the identity', () => {
    const A = Point.fromBytes(publicKey);
    for (const small of torsion) {
      for (const key of [small.toBytes(), ...(small.is0() ? [] : [A.add(small).toBytes()])]) {
        expect(() => checkEd25519PublicKey(key)).toThrow(DecodeError);
        expect(() => ed25519.decodeElement(key)).toThrow(DecodeError);
        // S = 0, R = identity: "valid" for every message under small-order keys.
        const forged = concat(Point.ZERO.toBytes(), new Uint8Array(32));
        expect(verifyEd25519(key, message, forged)).toBe(false);
      }
    }
  });

  it('do not count with S not reduced', () => {
    const signature = signEd25519(seed, message);
    const s = integerLE(signature.subarray(32)) + order;
    const bad = concat(signature.subarray(0, 32), bytesLE(s, 32));
    expect(verifyEd25519(publicKey, message, bad)).toBe(false);
  });

  it('are false, not an exception, on malformed input', () => {
    const signature = signEd25519(seed, message);
    expect(verifyEd25519(publicKey.subarray(1), message, signature)).toBe(false);
    expect(verifyEd25519(publicKey, message, signature.subarray(1))).toBe(false);
    expect(verifyEd25519(new Uint8Array(32).fill(255), message, signature)).toBe(false);
  });

  it('are judged alike by the portable rule and an installed native one', () => {
    const random = seeded('alike');
    const cases: [Uint8Array, Uint8Array][] = [
      [publicKey, signEd25519(seed, message)],
      [publicKey, withTorsionInR()],
      [publicKey, concat(random(32), bytesLE(5n, 32))],
      [publicKey, concat(Point.ZERO.toBytes(), new Uint8Array(32))],
      [torsion[3]!.toBytes(), concat(Point.ZERO.toBytes(), new Uint8Array(32))],
    ];
    const portable = cases.map(([key, signature]) => verifyEd25519(key, message, signature));
    let calls = 0;
    installNative({
      verifyEd25519: (key, msg, signature) => {
        calls += 1;
        return openssl(key, msg, signature);
      },
    });
    expect(cases.map(([key, signature]) => verifyEd25519(key, message, signature))).toEqual(
      portable,
    );
    // The key of small order never reaches the native function.
    expect(calls).toBe(4);
  });

  it('remember only so many checked keys', () => {
    const random = seeded('keys');
    for (let k = 0; k < 20; k++) {
      const key = ed25519PublicKey(random(32));
      checkEd25519PublicKey(key);
      checkEd25519PublicKey(key);
      expect(toHex(key).length).toBe(64);
    }
  });
});
