/**
 * A Bitcoin transaction that spends an output of the network's key, as real input to sign: its
 * signature hash by BIP 341 (key path, default type).
 * @module
 */
import { createHash } from 'node:crypto';

export type TaprootSpend = {
  /** Of the output that is spent, in the byte order of transactions. */
  readonly txid: Uint8Array;
  readonly index: number;
  readonly satoshis: bigint;
  /** x-only, 32 bytes. */
  readonly outputKey: Uint8Array;
  /** Where it goes: the script of the one output, and how much. */
  readonly script: Uint8Array;
  readonly sentSatoshis: bigint;
};

/** 32 bytes: what the owner of `outputKey` signs to spend it. Version 2, no lock time. */
export function taprootSighash(spend: TaprootSpend): Uint8Array {
  const outpoint = join(spend.txid, u32(spend.index));
  const lockingScript = sized(join(Uint8Array.of(0x51, 0x20), spend.outputKey));
  return tagged(
    'TapSighash',
    // Epoch, hash type, version, lock time.
    join(Uint8Array.of(0, 0), u32(2), u32(0)),
    sha256(outpoint),
    sha256(u64(spend.satoshis)),
    sha256(lockingScript),
    sha256(u32(0xffff_fffd)),
    sha256(join(u64(spend.sentSatoshis), sized(spend.script))),
    // No annex, no script path; first input.
    join(Uint8Array.of(0), u32(0)),
  );
}

/** A made-up coin of this key that goes back to it, less a fee. */
export function sampleSpend(outputKey: Uint8Array): TaprootSpend {
  return {
    txid: sha256(join(new TextEncoder().encode('permafrost testnet'), outputKey)),
    index: 0,
    satoshis: 100_000n,
    outputKey,
    script: join(Uint8Array.of(0x51, 0x20), outputKey),
    sentSatoshis: 99_000n,
  };
}

function tagged(tag: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const prefix = sha256(new TextEncoder().encode(tag));
  return sha256(join(prefix, prefix, ...parts));
}

/** Script with its length, below 253 bytes. */
function sized(script: Uint8Array): Uint8Array {
  return join(Uint8Array.of(script.length), script);
}

function u32(n: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n);
  return bytes;
}

function u64(n: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(n);
  return bytes;
}

function sha256(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(bytes).digest());
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
