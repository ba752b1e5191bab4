import { HDKey } from '@scure/bip32';
import { describe, expect, it } from 'vitest';
import { ids, roundOne, seeded } from '../test/seeded.ts';
import { utf8 } from './bytes.ts';
import { bindingFactorPrefix } from './challenge.ts';
import {
  type ChildPath,
  derivationRoot,
  deriveChild,
  deriveKeyPackage,
  derivePublicKeys,
} from './child.ts';
import {
  checkKeyPackage,
  dealKeys,
  type KeyPackage,
  signingScalar,
  toSigningKeys,
  toSigningPublicKeys,
} from './keys.ts';
import { interpolatingValues, mod } from './polynomial.ts';
import { aggregate, sign, verifyingKeyBytes } from './signing.ts';
import { ciphersuite } from './suites.ts';
import { extendedPublicKey } from './xpub.ts';

/** Among them are group keys of secp256k1-tr with even y and with odd y. */
const SEEDS = ['a', 'b', 'c', 'e'];
const keyId = new Uint8Array(16).fill(7);

/** A key in the form that signs, and its root. Seeds make group keys of both parities. */
function keyOf(id: string, seed = 'child') {
  const suite = ciphersuite(id);
  const random = seeded(`${seed} ${id}`);
  const raw = dealKeys({ suite, minSigners: 2, identifiers: ids(1, 2, 3), random });
  const publicRaw = raw.get(ids(1)[0]!)!.publicKeys;
  const root = derivationRoot(keyId, suite, publicRaw.verifyingKey);
  const publicKeys = toSigningPublicKeys(publicRaw);
  const shares = new Map(
    [...raw].map(([who, key]) => [who, { ...toSigningKeys(key), publicKeys }]),
  );
  return { suite, random, publicRaw, root, publicKeys, shares };
}

function wantedFor(id: string): readonly ChildPath[] {
  const plain = ['m/0', 'm/0/7', 'm/44/0/0/1/5'].map((path) => ({ path }));
  if (id !== 'secp256k1-tr') return plain;
  const roots = [new Uint8Array(0), new Uint8Array(32).fill(9)];
  const taproot = roots.map((taprootMerkleRoot) => ({ path: 'm/0/7', taprootMerkleRoot }));
  return [...plain, ...taproot];
}

function signedBy(keys: ReadonlyMap<unknown, KeyPackage>, who: number[], seed: string) {
  const random = seeded(seed);
  const signers = ids(...who);
  const { pkg, nonces } = roundOne(keys as never, signers, utf8('m'), random);
  const shares = new Map(
    signers.map((one) => [one, sign(pkg, nonces.get(one)!, keys.get(one)!)] as const),
  );
  return { pkg, shares };
}

describe.each(['ed25519', 'secp256k1', 'secp256k1-tr'])('child keys of %s', (id) => {
  it('sign for the key that anyone derives from public data, whatever the parity', () => {
    const parities = new Set<boolean>();
    for (const seed of SEEDS) {
      const { suite, root, publicKeys, shares } = keyOf(id, seed);
      parities.add(suite.group.hasEvenY(root.groupKey));
      const seen = new Set<string>();
      for (const wanted of wantedFor(id)) {
        const keys = new Map(
          [...shares].map(([w, key]) => [w, deriveKeyPackage(key, root, wanted)]),
        );
        for (const key of keys.values()) checkKeyPackage(key);
        const { pkg, shares: given } = signedBy(keys, [1, 3], `${seed} ${wanted.path}`);
        const derived = derivePublicKeys(publicKeys, root, wanted);
        const signature = aggregate(pkg, given, derived.publicKeys);
        const publicKey = suite.encodePublicKey(deriveChild(root, wanted).verifyingKey);
        expect(suite.verify({ publicKey, message: pkg.message, signature })).toBe(true);
        seen.add(publicKey.join());
      }
      expect(seen.size).toBe(wantedFor(id).length);
    }
    if (id === 'secp256k1-tr') expect(parities.size).toBe(2);
  });

  it('have shares of one polynomial at the child: derivation commutes with sharing', () => {
    const { suite, root, shares } = keyOf(id);
    for (const wanted of wantedFor(id)) {
      const { map } = deriveChild(root, wanted);
      const secretOf = (of: ReadonlyMap<number, KeyPackage>) =>
        [1, 2].reduce((sum, x, i) => {
          const weight = interpolatingValues([1n, 2n], suite.order)[i] as bigint;
          return mod(sum + weight * signingScalar(of.get(x)!), suite.order);
        }, 0n);
      const keys = new Map(
        [...shares].map(([who, key]) => [who as number, deriveKeyPackage(key, root, wanted)]),
      );
      const before = secretOf(shares as ReadonlyMap<number, KeyPackage>);
      const after = mod((map.negate ? -before : before) + map.tweak, suite.order);
      expect(secretOf(keys)).toBe(after);
      const { verifyingKey } = deriveChild(root, wanted);
      expect(suite.group.equals(suite.group.multiplyBase(after), verifyingKey)).toBe(true);
    }
  });

  it('without a path are the group key itself, and the share is left alone', () => {
    const { suite, root, publicKeys, shares } = keyOf(id);
    for (const path of ['', 'm']) {
      expect(derivePublicKeys(publicKeys, root, { path }).publicKeys).toBe(publicKeys);
      const { verifyingKey } = deriveChild(root, { path });
      expect(suite.group.equals(verifyingKey, publicKeys.verifyingKey)).toBe(true);
    }
    const key = shares.get(ids(2)[0]!)!;
    const same = deriveKeyPackage(key, root, { path: '' });
    expect(same.signingShare.reveal()).toEqual(key.signingShare.reveal());
    same.signingShare.erase();
    expect(key.signingShare.erased).toBe(false);
  });

  it('are not those of another key', () => {
    const { publicKeys } = keyOf(id);
    const { root } = keyOf(id, 'another');
    expect(() => derivePublicKeys(publicKeys, root, { path: 'm/0' })).toThrow(/another key/);
  });

  it('change every binding factor with the path: a tweak cannot be chosen after the nonces', () => {
    const { suite, root, publicKeys, shares } = keyOf(id);
    const { pkg } = signedBy(shares, [1, 3], 'ros');
    const signers = [...pkg.commitments].map(([x, commitments]) => ({ x: BigInt(x), commitments }));
    const factors = new Set<bigint>();
    const wanted = Array.from({ length: 40 }, (_, i) => ({ path: `m/0/${i}` }));
    for (const one of [{ path: '' }, ...wanted, ...wantedFor(id)]) {
      const keys = derivePublicKeys(publicKeys, root, one).publicKeys;
      const prefix = bindingFactorPrefix(suite, verifyingKeyBytes(keys), pkg.message, signers);
      for (const { x } of signers) {
        factors.add(suite.h1(Uint8Array.from([...prefix, ...suite.encodeScalar(x)])));
      }
    }
    // m/0/7 is in both lists.
    expect(factors.size).toBe(2 * (wanted.length + wantedFor(id).length));
  });

  it('give shares that do not fit another path', () => {
    const { root, publicKeys, shares } = keyOf(id);
    const of = (path: string) =>
      new Map([...shares].map(([who, key]) => [who, deriveKeyPackage(key, root, { path })]));
    const right = of('m/0/7');
    const wrong = new Map(
      [...right].map(([who, key]) => [who, who === 3 ? of('m/0/8').get(who)! : key]),
    );
    const { pkg, shares: given } = signedBy(wrong, [1, 3], 'mixed');
    const keys = derivePublicKeys(publicKeys, root, { path: 'm/0/7' }).publicKeys;
    expect(() => aggregate(pkg, given, keys)).toThrow(
      expect.objectContaining({ detail: { code: 'invalid-signature-share', culprits: [3] } }),
    );
  });

  it('are kept as long as they are in use, and 32 at most', () => {
    const { root, publicKeys } = keyOf(id);
    const at = (i: number) => derivePublicKeys(publicKeys, root, { path: `m/${i}` });
    const [first, second] = [at(0), at(1)];
    for (let i = 2; i < 32; i++) at(i);
    expect(at(0)).toBe(first);
    at(32);
    expect(at(0)).toBe(first);
    expect(at(1)).not.toBe(second);
  });
});

describe('children of BIP 32', () => {
  it.each(['secp256k1', 'secp256k1-tr'])('of %s are those of another library', (id) => {
    for (const seed of SEEDS) {
      const { suite, root, publicKeys } = keyOf(id, seed);
      const parent = HDKey.fromExtendedKey(extendedPublicKey(root, ''));
      // The key that `key show` prints, with its parity.
      const shown = suite.encodePublicKey(publicKeys.verifyingKey);
      expect(parent.publicKey?.slice(-shown.length)).toEqual(shown);
      expect(parent.publicKey).toEqual(suite.encodeElement(root.groupKey));
      for (const path of ['m/0', 'm/0/7', 'm/2147483647/1/2/3/4/5/6/7/8/9']) {
        const theirs = parent.derive(path);
        const ours = deriveChild(root, { path });
        expect(suite.encodeElement(ours.element)).toEqual(theirs.publicKey);
        expect(ours.chainCode).toEqual(theirs.chainCode);
        expect(extendedPublicKey(root, path)).toBe(theirs.publicExtendedKey);
      }
    }
  });

  it('are written for test networks too, and only for secp256k1', () => {
    expect(extendedPublicKey(keyOf('secp256k1').root, 'm/1', 'testnet')).toMatch(/^tpub/);
    expect(() => extendedPublicKey(keyOf('ed25519').root, 'm/1')).toThrow(RangeError);
  });
});

describe('what cannot be derived', () => {
  it('is refused: other suites, Taproot without a path or without BIP 340, odd roots', () => {
    for (const id of ['p256', 'ristretto255', 'ed448']) {
      const { root } = keyOf(id);
      expect(() => deriveChild(root, { path: 'm/1' })).toThrow(/no children/);
      expect(() => deriveChild(root, { path: '' })).not.toThrow();
    }
    const none = new Uint8Array(0);
    const { root } = keyOf('secp256k1-tr');
    expect(() => deriveChild(root, { path: '', taprootMerkleRoot: none })).toThrow(/needs a path/);
    const odd = { path: 'm/1', taprootMerkleRoot: new Uint8Array(31) };
    expect(() => deriveChild(root, odd)).toThrow(RangeError);
    const plain = { path: 'm/1', taprootMerkleRoot: none };
    for (const id of ['secp256k1', 'ed25519']) {
      expect(() => deriveChild(keyOf(id).root, plain)).toThrow(/no Taproot/);
    }
  });
});
