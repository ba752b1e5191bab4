/**
 * Bitcoin libraries: BIP 340 signatures, and a Taproot key-path spend that a script interpreter runs.
 * @module
 */
import { createRequire } from 'node:module';
import { sampleSpend, taprootSighash } from '@permafrost/testnet';
import { Transaction as ScureTransaction } from '@scure/btc-signer';
import { initEccLib, networks, payments, Transaction } from 'bitcoinjs-lib';
import * as ecc from 'tiny-secp256k1';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SharedTestnet } from '../shared.ts';

initEccLib(ecc);

const SATOSHIS = 100_000n;
const SENT = 99_000n;

/** What is used of bitcore-lib, which has no types. */
type Bitcore = {
  readonly Transaction: {
    new (
      raw: string,
    ): {
      readonly inputs: { output: unknown }[];
    };
    readonly Output: new (fields: {
      readonly script: unknown;
      readonly satoshis: number;
    }) => unknown;
  };
  readonly Script: {
    new (hex?: string): unknown;
    readonly Interpreter: {
      new (): {
        readonly verify: (
          scriptSig: unknown,
          scriptPubkey: unknown,
          tx: unknown,
          input: number,
          flags: number,
          witness: readonly Buffer[],
          satoshis: number,
        ) => boolean;
      };
      readonly SCRIPT_VERIFY_P2SH: number;
      readonly SCRIPT_VERIFY_WITNESS: number;
      readonly SCRIPT_VERIFY_TAPROOT: number;
    };
  };
};

/** A spend of an output of this key, without its witness. */
export function unsignedSpend(outputKey: Uint8Array): {
  readonly tx: Transaction;
  readonly script: Uint8Array;
  readonly sighash: Uint8Array;
} {
  const network = networks.regtest;
  const { output: script = new Uint8Array() } = payments.p2tr({ pubkey: outputKey, network });
  const tx = new Transaction();
  tx.version = 2;
  tx.addInput(Buffer.alloc(32, 7), 1, 0xffff_fffd);
  tx.addOutput(script, SENT);
  const sighash = tx.hashForWitnessV1(0, [script], [SATOSHIS], Transaction.SIGHASH_DEFAULT);
  return { tx, script, sighash: Uint8Array.from(sighash) };
}

export function runScript(tx: Transaction, script: Uint8Array, signature: Uint8Array): boolean {
  const bitcore: Bitcore = createRequire(import.meta.url)('bitcore-lib');
  const { Interpreter } = bitcore.Script;
  const parsed = new bitcore.Transaction(tx.toHex());
  const locking = new bitcore.Script(Buffer.from(script).toString('hex'));
  const [input] = parsed.inputs;
  // The prevouts are part of what a Taproot signature covers.
  if (input !== undefined) {
    input.output = new bitcore.Transaction.Output({ script: locking, satoshis: Number(SATOSHIS) });
  }
  const flags =
    Interpreter.SCRIPT_VERIFY_P2SH |
    Interpreter.SCRIPT_VERIFY_WITNESS |
    Interpreter.SCRIPT_VERIFY_TAPROOT;
  return new Interpreter().verify(
    new bitcore.Script(),
    locking,
    parsed,
    0,
    flags,
    [Buffer.from(signature)],
    Number(SATOSHIS),
  );
}

export function bitcoinTests(net: () => SharedTestnet): void {
  describe('Bitcoin', () => {
    let key: Uint8Array;
    let spend: ReturnType<typeof unsignedSpend>;
    let signature: Uint8Array;

    beforeAll(async () => {
      key = net().publicKey('treasury');
      spend = unsignedSpend(key);
      signature = (await net().network.sign({ key: 'treasury', message: spend.sighash })).signature;
    });

    test('libsecp256k1 accepts the signature, and not over another message or key', () => {
      expect(ecc.verifySchnorr(spend.sighash, key, signature)).toBe(true);
      const other = spend.sighash.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
      expect(ecc.verifySchnorr(other, key, signature)).toBe(false);
      const tampered = signature.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
      expect(ecc.verifySchnorr(spend.sighash, key, tampered)).toBe(false);
    });

    test('@scure/btc-signer computes the same sighash for the spend', () => {
      const theirs = ScureTransaction.fromRaw(spend.tx.toBuffer(), { allowUnknownOutputs: true });
      const hash = theirs.preimageWitnessV1(0, [spend.script], 0, [SATOSHIS]);
      expect(Uint8Array.from(hash)).toEqual(spend.sighash);
    });

    test('the script interpreter of bitcore-lib runs the spend, and refuses a tampered one', ({
      skip,
    }) => {
      // It hashes such a key without its leading zero byte, and so refuses every signature by it
      // (11.5.1; all 43 of 12,136 random keys that began with zero, no other).
      skip(key[0] === 0, 'bitcore-lib verifies nothing by a key whose first byte is zero');
      expect(runScript(spend.tx, spend.script, signature)).toBe(true);
      const tampered = signature.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
      expect(runScript(spend.tx, spend.script, tampered)).toBe(false);
      const changed = spend.tx.clone();
      changed.outs[0]!.value = SENT - 1n;
      expect(runScript(changed, spend.script, signature)).toBe(false);
    });

    test('the address of the key is the one that is spent from', async () => {
      const shown = await net().permafrost(['key', 'show', 'treasury', '--format', 'address']);
      const { address } = payments.p2tr({ pubkey: key, network: networks.regtest });
      expect(shown.out.trim()).toBe(address);
    });

    test('the sighash that testnet up signs is the one of bitcoinjs-lib', () => {
      const sample = sampleSpend(key);
      const tx = new Transaction();
      tx.version = 2;
      tx.addInput(sample.txid, sample.index, 0xffff_fffd);
      tx.addOutput(sample.script, sample.sentSatoshis);
      const theirs = tx.hashForWitnessV1(0, [spend.script], [sample.satoshis], 0);
      expect(taprootSighash(sample)).toEqual(Uint8Array.from(theirs));
    });
  });
}
