import { schnorr } from '@noble/curves/secp256k1.js';
import { describe, expect, it } from 'vitest';
import { dealtKeys, ids, roundOne, seeded } from '../test/seeded.ts';
import { concat, toHex, utf8 } from './bytes.ts';
import { taggedHash } from './hash.ts';
import {
  checkKeyPackage,
  checkPublicKeyPackage,
  dealKeys,
  type KeyPackage,
  mapPublicKeys,
  signingScalar,
  toGroupKeys,
  toSigningKeys,
  toSigningPublicKeys,
} from './keys.ts';
import { interpolate } from './polynomial.ts';
import { Secret } from './secret.ts';
import { aggregate, sign } from './signing.ts';
import { ciphersuite } from './suites.ts';

const tr = ciphersuite('secp256k1-tr');

function secretOf(keys: readonly KeyPackage[]): bigint {
  const points = new Map(keys.map((key) => [BigInt(key.identifier), signingScalar(key)]));
  return interpolate(points, keys[0]!.publicKeys.suite.order);
}

describe('key packages', () => {
  it('check that shares, verifying shares and key belong together', () => {
    const suite = ciphersuite('ristretto255');
    const random = seeded('check');
    const dealt = dealKeys({ suite, minSigners: 2, identifiers: ids(1, 5, 9), random });
    const key = dealt.get(ids(5)[0]!)!;
    checkKeyPackage(key);
    const { publicKeys } = key;
    const strangers = new Map([...publicKeys.verifyingShares, [ids(7)[0]!, suite.group.base]]);
    const bad: KeyPackage[] = [
      { ...key, identifier: ids(1)[0]! },
      { ...key, identifier: ids(2)[0]! },
      { ...key, signingShare: new Secret(suite.encodeScalar(5n)) },
      { ...key, publicKeys: { ...publicKeys, verifyingKey: suite.group.base } },
      { ...key, publicKeys: { ...publicKeys, minSigners: 1 } },
      { ...key, publicKeys: { ...publicKeys, minSigners: 4 } },
      { ...key, publicKeys: { ...publicKeys, minSigners: 0 } },
      { ...key, publicKeys: { ...publicKeys, verifyingShares: strangers } },
    ];
    for (const one of bad) expect(() => checkKeyPackage(one)).toThrow(RangeError);
    // A higher threshold than the true one: any three shares still interpolate to the key, so
    // only the certificate of key generation can tell. The package itself is consistent.
    checkPublicKeyPackage({ ...publicKeys, minSigners: 3 });
  });

  it('never print the share', () => {
    const suite = ciphersuite('ed25519');
    const dealt = dealKeys({ suite, minSigners: 2, identifiers: ids(1, 2), random: seeded(1) });
    const key = dealt.get(ids(1)[0]!)!;
    const { identifier, signingShare } = key;
    expect(JSON.stringify({ identifier, signingShare })).toBe(
      '{"identifier":1,"signingShare":"[secret]"}',
    );
  });
});

describe('secp256k1-tr keys', () => {
  it('become the BIP 341 output key without scripts, whatever their parity', () => {
    const parities = new Set<string>();
    for (let k = 0; k < 12; k++) {
      const random = seeded(`tr ${k}`);
      const raw = [
        ...dealKeys({ suite: tr, minSigners: 2, identifiers: ids(1, 2, 3), random }).values(),
      ];
      const signing = raw.map(toSigningKeys);
      const secret = secretOf(raw);
      // BIP 341's own recipe on the whole secret.
      const even = tr.group.hasEvenY(tr.group.multiplyBase(secret));
      const internal = even ? secret : tr.order - secret;
      const x = tr.encodeElement(tr.group.multiplyBase(internal)).subarray(1);
      const tweak = BigInt(`0x${toHex(taggedHash('TapTweak', x))}`);
      const output = (internal + tweak) % tr.order;
      const outputEven = tr.group.hasEvenY(tr.group.multiplyBase(output));
      parities.add(`${even} ${outputEven}`);
      const expected = outputEven ? output : tr.order - output;
      expect(secretOf(signing)).toBe(expected);
      for (const key of signing) {
        checkKeyPackage(key);
        expect(tr.group.hasEvenY(key.publicKeys.verifyingKey)).toBe(true);
      }
      const publicOnly = toSigningPublicKeys(raw[0]!.publicKeys);
      expect(tr.encodePublicKey(publicOnly.verifyingKey)).toEqual(
        schnorr.getPublicKey(tr.encodeScalar(expected)),
      );
      const group = raw.map(toGroupKeys);
      expect(secretOf(group)).toBe(output);
    }
    expect(parities.size).toBe(4);
  });

  it('sign for noble’s BIP 340 verifier with every parity of key and group commitment', () => {
    const random = seeded('parities');
    for (let k = 0; k < 8; k++) {
      const keys = dealtKeys(tr, 2, ids(1, 2), random);
      const { pkg, nonces } = roundOne(keys, ids(1, 2), utf8(`m${k}`), random);
      const shares = new Map(
        [...keys].map(([id, key]) => [id, sign(pkg, nonces.get(id)!, key)] as const),
      );
      const { publicKeys } = [...keys.values()][0]!;
      const signature = aggregate(pkg, shares, publicKeys);
      const publicKey = tr.encodePublicKey(publicKeys.verifyingKey);
      expect(schnorr.verify(signature, pkg.message, publicKey)).toBe(true);
    }
  });

  it('refuse to sign in raw form with odd y', () => {
    for (let k = 0; ; k++) {
      const random = seeded(`raw ${k}`);
      const raw = dealKeys({ suite: tr, minSigners: 1, identifiers: ids(1), random });
      const key = raw.get(ids(1)[0]!)!;
      if (tr.group.hasEvenY(key.publicKeys.verifyingKey)) continue;
      const { pkg, nonces } = roundOne(raw, ids(1), utf8('m'), random);
      expect(() => sign(pkg, nonces.get(ids(1)[0]!)!, key)).toThrow('raw');
      break;
    }
  });

  it('refuse tweaks that make the key vanish', () => {
    const suite = ciphersuite('secp256k1');
    const publicKeys = {
      suite,
      minSigners: 1,
      verifyingKey: suite.group.multiplyBase(suite.order - 9n),
      verifyingShares: new Map(),
    };
    expect(() => mapPublicKeys(publicKeys, { negate: false, tweak: 9n })).toThrow(RangeError);
    expect(concat()).toEqual(new Uint8Array(0));
  });
});
