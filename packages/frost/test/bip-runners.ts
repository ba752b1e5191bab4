/** Runs the vectors of BIP 32, BIP 328 and BIP 341: derivation from public data and output keys. */

import { HDKey } from '@scure/bip32';
import { expect } from 'vitest';
import { fromHex, toHex } from '../src/bytes.ts';
import { deriveStep } from '../src/derive.ts';
import { mapPublicKeys, tapTweakMap } from '../src/keys.ts';
import { ciphersuite } from '../src/suites.ts';
import { encodeExtendedKey } from '../src/xpub.ts';
import type { Case, Runner } from './find.ts';

const XPUB = 0x0488b21e;
const suite = ciphersuite('secp256k1');

type Chain = { readonly path: string; readonly xpub: string };

/** All that is in an xpub, read by another library. */
function read(xpub: string) {
  const { publicKey, chainCode, depth, index, parentFingerprint } = HDKey.fromExtendedKey(xpub);
  if (!publicKey || !chainCode) throw new Error('an xpub has a key and a chain code');
  const fingerprint = fromHex(parentFingerprint.toString(16).padStart(8, '0'));
  return { key: publicKey, chainCode, depth, index, parentFingerprint: fingerprint };
}

function checkStep(parent: Chain, child: Chain, index: number): void {
  const from = read(parent.xpub);
  const step = deriveStep(suite, suite.decodeElement(from.key), from.chainCode, index);
  const want = read(child.xpub);
  expect(toHex(suite.encodeElement(step.child))).toBe(toHex(want.key));
  expect(toHex(step.chainCode)).toBe(toHex(want.chainCode));
}

/** Steps that are not hardened are taken; those that are, are refused; every xpub is written. */
export const bip32: Runner = (data) =>
  (data.valid as readonly { readonly chains: readonly Chain[] }[]).flatMap(({ chains }, k) =>
    chains.flatMap((chain, i): Case[] => {
      const parent = chains[i - 1];
      const index = chain.path.split('/').at(-1) ?? '';
      const written: Case = {
        name: `${k} ${chain.path} as text`,
        run: () =>
          expect(encodeExtendedKey({ version: XPUB, ...read(chain.xpub) })).toBe(chain.xpub),
      };
      if (parent === undefined) return [written];
      const number = Number.parseInt(index, 10);
      const run = /^[0-9]+$/.test(index)
        ? () => checkStep(parent, chain, number)
        : () => {
            const { key, chainCode } = read(parent.xpub);
            const hardened = number + 0x8000_0000;
            const step = () => deriveStep(suite, suite.decodeElement(key), chainCode, hardened);
            expect(step).toThrow(/hardened/);
          };
      return [written, { name: `${k} ${chain.path}`, run }];
    }),
  );

/** The extended key of an aggregate key: depth 0 and a chain code that all agree on. */
export const bip328: Runner = (data) =>
  (data.items as readonly { readonly aggregate_pubkey: string; readonly xpub: string }[]).map(
    ({ aggregate_pubkey, xpub }, k) => ({
      name: `${k} ${aggregate_pubkey}`,
      run: () => {
        const { chainCode } = read(xpub);
        const parentFingerprint = new Uint8Array(4);
        const key = fromHex(aggregate_pubkey);
        const fields = { version: XPUB, depth: 0, index: 0, parentFingerprint, chainCode, key };
        expect(encodeExtendedKey(fields)).toBe(xpub);
      },
    }),
  );

type Output = {
  readonly given: { readonly internalPubkey: string };
  readonly intermediary: {
    readonly merkleRoot: string | null;
    readonly tweak: string;
    readonly tweakedPubkey: string;
  };
};

export const bip341: Runner = (data) =>
  (data.scriptPubKey as readonly Output[]).map(({ given, intermediary }, k) => ({
    name: `${k} ${given.internalPubkey}`,
    run: () => {
      const tr = ciphersuite('secp256k1-tr');
      const verifyingKey = tr.decodeElement(fromHex(`02${given.internalPubkey}`));
      // The sign of the internal key makes no difference.
      for (const key of [verifyingKey, tr.group.negate(verifyingKey)]) {
        const keys = { suite: tr, minSigners: 1, verifyingKey: key, verifyingShares: new Map() };
        const map = tapTweakMap(keys, fromHex(intermediary.merkleRoot ?? ''));
        expect(map.tweak).toBe(BigInt(`0x${intermediary.tweak}`));
        const output = mapPublicKeys(keys, map).verifyingKey;
        expect(toHex(tr.encodePublicKey(output))).toBe(intermediary.tweakedPubkey);
      }
    },
  }));
