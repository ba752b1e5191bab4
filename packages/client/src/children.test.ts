import { ciphersuite, dealKeys, identifier, toHex, toSigningPublicKeys } from '@permafrost/frost';
import { seededRandom } from '@permafrost/protocol/sim';
import { HDKey } from '@scure/bip32';
import { p2tr } from '@scure/btc-signer';
import { describe, expect, test } from 'vitest';
import { askedChild, type ChildOf, derivedKey, knowsChildren } from './children.ts';
import type { Pin } from './trust.ts';

function pinOf(suiteId: string, seed = 1): Pin & { readonly rawKey: string } {
  const suite = ciphersuite(suiteId);
  const identifiers = [1, 2, 3].map(identifier);
  const random = seededRandom(seed, suiteId);
  const [key] = dealKeys({ suite, minSigners: 2, identifiers, random }).values();
  const raw = key!.publicKeys;
  return {
    name: 'team',
    id: toHex(random(16)),
    suite: suiteId,
    publicKey: toHex(suite.encodePublicKey(toSigningPublicKeys(raw).verifyingKey)),
    rawKey: toHex(suite.encodeElement(raw.verifyingKey)),
    threshold: 2,
    members: ['node1', 'node2', 'node3'],
  };
}

const derive = (pin: Pin, child: ChildOf) => derivedKey(pin, askedChild(pin.suite, child));

describe('a child of a pinned key', () => {
  test('is what another library derives from the xpub of the key', () => {
    for (const suite of ['secp256k1', 'secp256k1-tr']) {
      for (const seed of [1, 2, 3, 4]) {
        const pin = pinOf(suite, seed);
        const parent = HDKey.fromExtendedKey(derive(pin, {}).xpub ?? '');
        const shown = Buffer.from(pin.publicKey, 'hex');
        expect(parent.publicKey?.slice(-shown.length)).toEqual(Uint8Array.from(shown));
        for (const path of ['m/0/7', 'm/2147483647']) {
          const theirs = parent.derive(path);
          const ours = derive(pin, { path });
          expect(theirs.publicKey?.slice(-ours.publicKey.length)).toEqual(ours.publicKey);
          expect(ours.xpub).toBe(theirs.publicExtendedKey);
          expect(ours.tpub).toMatch(/^tpub/);
        }
      }
    }
  });

  test('has the Taproot output that a wallet shows for the xpub', () => {
    for (const seed of [1, 2, 3, 4]) {
      const pin = pinOf('secp256k1-tr', seed);
      const internal = HDKey.fromExtendedKey(derive(pin, {}).xpub ?? '').derive('m/0/7').publicKey;
      const wallet = p2tr(internal?.slice(1) ?? '');
      const ours = derive(pin, { path: 'm/0/7', taproot: { merkleRoot: '' } });
      expect(ours.publicKey).toEqual(wallet.tweakedPubkey);
      const root = new Uint8Array(32).fill(3);
      const other = derive(pin, { path: 'm/0/7', taproot: { merkleRoot: root } });
      expect(other.publicKey).not.toEqual(ours.publicKey);
      expect(other.merkleRoot).toEqual(root);
    }
  });

  test('of ed25519 is additive, and has no xpub', () => {
    const pin = pinOf('ed25519');
    const child = derive(pin, { path: 'm/0/7' });
    expect(child.publicKey).toHaveLength(32);
    expect(toHex(child.publicKey)).not.toBe(pin.publicKey);
    expect([child.xpub, child.tpub]).toEqual([undefined, undefined]);
    expect(toHex(derive(pin, { path: 'm' }).publicKey)).toBe(pin.publicKey);
  });

  test('needs the raw key of secp256k1-tr, and that of this very key', () => {
    const { rawKey, ...pin } = pinOf('secp256k1-tr');
    expect([knowsChildren(pin), knowsChildren({ ...pin, rawKey })]).toEqual([false, true]);
    expect(knowsChildren({ ...pin, suite: 'ed25519' })).toBe(true);
    const foreign = { ...pin, rawKey: pinOf('secp256k1-tr', 2).rawKey };
    expect(() => derive(foreign, { path: 'm/0' })).toThrow(/another key/);
  });
});

describe('what has no child', () => {
  const refused: readonly (readonly [string, ChildOf, RegExp])[] = [
    ['secp256k1', { path: "m/0'" }, /hardened/],
    ['secp256k1', { path: 'm/2147483648' }, /hardened/],
    ['secp256k1', { path: `m${'/0'.repeat(11)}` }, /too deep/],
    ['secp256k1', { path: '0/7' }, /m\/0\/7/],
    ['p256', { path: 'm/0' }, /no children/],
    ['ristretto255', { path: 'm/0' }, /no children/],
    ['ed448', { path: 'm/0' }, /no children/],
    ['ed25519', { path: 'm/0', taproot: { merkleRoot: '' } }, /no Taproot/],
    ['secp256k1-tr', { taproot: { merkleRoot: '' } }, /needs a path/],
    ['secp256k1-tr', { path: 'm/0', taproot: { merkleRoot: new Uint8Array(31) } }, /0 or 32/],
  ];
  test.each(refused)(
    '%s %o is refused with the reason, before anything is sent',
    (suite, child, why) => {
      expect(() => askedChild(suite, child)).toThrow(
        expect.objectContaining({
          code: 'E_BAD_REQUEST',
          nothingSigned: true,
          message: expect.stringMatching(why),
        }),
      );
    },
  );
});
