import { describe, expect, it } from 'vitest';
import { ids, roundOne, seeded } from '../test/seeded.ts';
import { utf8 } from './bytes.ts';
import {
  derivedSigningKeys,
  derivedSigningPublicKeys,
  derivePath,
  deriveStep,
  groupChainCode,
  parsePath,
  type SigningTweak,
} from './derive.ts';
import { checkKeyPackage, dealKeys, toSigningKeys, toSigningPublicKeys } from './keys.ts';
import { aggregate, sign } from './signing.ts';
import { ciphersuite } from './suites.ts';

const keyId = new Uint8Array(16).fill(7);

describe('derivation paths', () => {
  it('are read strictly', () => {
    expect(parsePath('')).toEqual([]);
    expect(parsePath('m')).toEqual([]);
    expect(parsePath('m/0/2147483647')).toEqual([0, 2_147_483_647]);
    const bad = ['/', 'm/', 'm//1', '0/1', "m/0'", 'm/0h', 'm/-1', 'm/01', 'm/2147483648', 'm/1 '];
    for (const text of [...bad, `m${'/1'.repeat(11)}`, 'M/1', 'm/1e3', 'm/٣']) {
      expect(() => parsePath(text), text).toThrow(RangeError);
    }
  });
});

describe.each(['ed25519', 'secp256k1', 'secp256k1-tr'])('child keys of %s', (id) => {
  const suite = ciphersuite(id);
  const random = seeded(`hd ${id}`);
  const raw = dealKeys({ suite, minSigners: 2, identifiers: ids(1, 2, 3), random });
  const publicRaw = raw.get(ids(1)[0]!)!.publicKeys;
  const chainCode = groupChainCode(keyId, suite, publicRaw.verifyingKey);
  const path = parsePath('m/0/7');
  const tweaks: SigningTweak[] = [
    { path: [], chainCode },
    { path, chainCode },
    ...(suite.evenY
      ? [
          { path, chainCode, taprootMerkleRoot: new Uint8Array(0) },
          { path, chainCode, taprootMerkleRoot: new Uint8Array(32).fill(9) },
        ]
      : []),
  ];

  it('sign for the key that anyone derives from public data', () => {
    const seen = new Set<string>();
    for (const tweak of tweaks) {
      const keys = new Map([...raw].map(([who, key]) => [who, derivedSigningKeys(key, tweak)]));
      const publicKeys = derivedSigningPublicKeys(publicRaw, tweak);
      for (const key of keys.values()) checkKeyPackage(key);
      const { pkg, nonces } = roundOne(keys, ids(1, 3), utf8('m'), random);
      const shares = new Map(
        ids(1, 3).map((who) => [who, sign(pkg, nonces.get(who)!, keys.get(who)!)] as const),
      );
      const signature = aggregate(pkg, shares, publicKeys);
      const publicKey = suite.encodePublicKey(publicKeys.verifyingKey);
      expect(suite.verify({ publicKey, message: pkg.message, signature })).toBe(true);
      seen.add(publicKey.join());
    }
    expect(seen.size).toBe(tweaks.length);
  });

  it('without a path are the group key itself', () => {
    const tweak = { path: [], chainCode };
    const derived = derivedSigningPublicKeys(publicRaw, tweak).verifyingKey;
    expect(suite.group.equals(derived, toSigningPublicKeys(publicRaw).verifyingKey)).toBe(true);
    const key = raw.get(ids(2)[0]!)!;
    expect(derivedSigningKeys(key, tweak).signingShare.reveal()).toEqual(
      toSigningKeys(key).signingShare.reveal(),
    );
    expect(key.signingShare.erased).toBe(false);
  });

  it('follow a path step by step', () => {
    const parent = suite.group.base;
    const first = deriveStep(suite, parent, chainCode, 0);
    const second = deriveStep(suite, first.child, first.chainCode, 7);
    const whole = derivePath(suite, parent, chainCode, path);
    expect(suite.group.equals(whole.child, second.child)).toBe(true);
    expect(whole.chainCode).toEqual(second.chainCode);
    expect(whole.tweak).toBe((first.tweak + second.tweak) % suite.order);
    for (const index of [-1, 0x8000_0000, 1.5]) {
      expect(() => deriveStep(suite, parent, chainCode, index)).toThrow(RangeError);
    }
    expect(() => deriveStep(suite, parent, chainCode.subarray(1), 0)).toThrow(RangeError);
  });

  it('have a chain code of their key alone', () => {
    const other = groupChainCode(new Uint8Array(16), suite, publicRaw.verifyingKey);
    expect(other).not.toEqual(chainCode);
    expect(chainCode.length).toBe(32);
  });
});

describe('what cannot be derived', () => {
  it('is refused: other suites, Taproot without a path or without BIP 340', () => {
    const random = seeded('refused');
    const rawOf = (id: string) =>
      dealKeys({ suite: ciphersuite(id), minSigners: 1, identifiers: ids(1), random }).get(
        ids(1)[0]!,
      )!.publicKeys;
    const chainCode = new Uint8Array(32);
    for (const id of ['p256', 'ristretto255', 'ed448']) {
      expect(() => derivedSigningPublicKeys(rawOf(id), { path: [1], chainCode })).toThrow(
        RangeError,
      );
    }
    const taprootMerkleRoot = new Uint8Array(0);
    const noPath = { path: [], chainCode, taprootMerkleRoot };
    expect(() => derivedSigningPublicKeys(rawOf('secp256k1-tr'), noPath)).toThrow(RangeError);
    const plain = { path: [1], chainCode, taprootMerkleRoot };
    expect(() => derivedSigningPublicKeys(rawOf('secp256k1'), plain)).toThrow(RangeError);
    const badRoot = { path: [1], chainCode, taprootMerkleRoot: new Uint8Array(31) };
    expect(() => derivedSigningPublicKeys(rawOf('secp256k1-tr'), badRoot)).toThrow(RangeError);
  });
});
