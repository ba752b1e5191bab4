/**
 * Children of the network's keys: what a wallet derives from the xpub is what the network signs for.
 * @module
 */
import { createPublicKey, verify } from 'node:crypto';
import { HDKey } from '@scure/bip32';
import { p2tr, RawTx } from '@scure/btc-signer';
import { networks, payments } from 'bitcoinjs-lib';
import * as ecc from 'tiny-secp256k1';
import { describe, expect, test } from 'vitest';
import type { SharedTestnet } from '../shared.ts';
import { runScript, unsignedSpend } from './bitcoin.ts';

const PATH = 'm/0/7';
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

export function childrenTests(net: () => SharedTestnet): void {
  async function said(...args: readonly string[]): Promise<string> {
    const ran = await net().permafrost(args);
    expect(ran.code, ran.err).toBe(0);
    return ran.out.trim();
  }
  async function signed(key: string, message: Uint8Array, ...flags: readonly string[]) {
    const given = ['--message-hex', hex(message), '--path', PATH, ...flags, '--json'];
    const document = JSON.parse(await said('sign', key, ...given));
    expect(document).toMatchObject({ key, path: PATH });
    return { publicKey: document.publicKey as string, signature: bytes(document.signature) };
  }
  const derived = (key: string, ...flags: readonly string[]) =>
    said('key', 'derive', key, PATH, ...flags);
  /** The child of a wallet that was given the xpub and knows nothing of the network. */
  async function walletChild(key: string): Promise<Uint8Array> {
    const xpub = await said('key', 'show', key, '--format', 'xpub');
    const child = HDKey.fromExtendedKey(xpub).derive(PATH);
    expect(await derived(key, '--format', 'xpub')).toBe(child.publicExtendedKey);
    return Uint8Array.from(child.publicKey ?? []);
  }

  describe('Children of keys', () => {
    const message = Uint8Array.from(Buffer.alloc(32, 3));

    test('of ed25519 sign, and any verifier accepts it under what key derive says', async () => {
      const { publicKey, signature } = await signed('team', message);
      expect(await derived('team')).toBe(publicKey);
      const x = Buffer.from(publicKey, 'hex').toString('base64url');
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
      expect(verify(null, message, key, signature)).toBe(true);
      expect(publicKey).not.toBe(hex(net().publicKey('team')));
    });

    test('of secp256k1 are those that @scure/bip32 derives from the xpub', async () => {
      const { publicKey, signature } = await signed('secp256k1', message);
      expect(hex(await walletChild('secp256k1'))).toBe(publicKey);
      expect(await derived('secp256k1')).toBe(publicKey);
      const flags = ['--suite', 'secp256k1', '--public-key', publicKey];
      const given = ['--message-hex', hex(message), '--signature', hex(signature)];
      expect(await said('verify', ...flags, ...given)).toBe('valid');
    });

    test('of secp256k1-tr are used as they are, or as outputs with and without scripts', async () => {
      const child = (await walletChild('treasury')).slice(1);
      const plain = await signed('treasury', message);
      expect(plain.publicKey).toBe(hex(child));
      expect(ecc.verifySchnorr(message, child, plain.signature)).toBe(true);

      const root = Buffer.alloc(32, 9);
      for (const [flags, hash] of [
        [['--taproot'], undefined],
        [['--taproot', hex(root)], root],
      ] as const) {
        const spend = await signed('treasury', message, ...flags);
        const theirs = payments.p2tr({
          internalPubkey: child,
          ...(hash === undefined ? {} : { hash }),
        });
        expect(spend.publicKey).toBe(hex(theirs.pubkey ?? new Uint8Array()));
        expect(await derived('treasury', ...flags)).toBe(spend.publicKey);
        expect(ecc.verifySchnorr(message, bytes(spend.publicKey), spend.signature)).toBe(true);
      }
    });

    test('receive at the address that a wallet shows, and the network spends from it', async ({
      skip,
    }) => {
      const child = (await walletChild('treasury')).slice(1);
      const wallet = p2tr(child, undefined, {
        bech32: 'bcrt',
        pubKeyHash: 0x6f,
        scriptHash: 0xc4,
        wif: 0xef,
      });
      const address = await derived('treasury', '--taproot', '--format', 'address');
      expect(address).toBe(wallet.address);
      const other = payments.p2tr({ pubkey: child, network: networks.regtest });
      expect(await derived('treasury', '--format', 'address')).toBe(other.address);

      const output = wallet.tweakedPubkey;
      const { tx, script, sighash } = unsignedSpend(output);
      const { signature } = await signed('treasury', sighash, '--taproot');
      expect(ecc.verifySchnorr(sighash, output, signature)).toBe(true);
      expect(RawTx.decode(Uint8Array.from(tx.toBuffer())).inputs).toHaveLength(1);
      skip(output[0] === 0, 'bitcore-lib verifies nothing by a key whose first byte is zero');
      expect(runScript(tx, script, signature)).toBe(true);
      const tampered = signature.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
      expect(runScript(tx, script, tampered)).toBe(false);
    });

    test('of another suite there are none, and the reason is said', async () => {
      const ran = await net().permafrost(['key', 'derive', 'ed448', PATH, '--json']);
      expect(ran.code).not.toBe(0);
      expect(ran.out).toContain('no children');
    });
  });
}
