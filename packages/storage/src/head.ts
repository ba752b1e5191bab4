/**
 * The head file beside the database: what the database must come to, and how often it was written.
 *
 * Layout: magic (8) ‖ store id (16) ‖ sealed(sequence u64 ‖ set digest 32). Each write to the
 * database also holds a sealed batch record (sequence ‖ digest before ‖ digest after), outside the
 * digest, so that a crash between the database and the head can be told from tampering.
 * @module
 */
import { SEAL_OVERHEAD_BYTES, seal, unseal } from './aead.ts';
import { concat, equalBytes, utf8 } from './bytes.ts';
import { DIGEST_SIZE_BYTES, decodeDigest, encodeDigest } from './digest.ts';
import { tampered } from './errors.ts';
import { readOwnFile, removeTemporaries, writeFileAtomic } from './files.ts';

/** Writes so far, and the set digest after the last of them. */
export type Head = { readonly sequence: number; readonly digest: bigint };

export type BatchRecord = {
  readonly sequence: number;
  readonly before: bigint;
  readonly after: bigint;
};

const MAGIC: Uint8Array = utf8('PFHEAD1\n');
export const STORE_ID_SIZE_BYTES: number = 16;
const PREFIX_SIZE_BYTES = MAGIC.length + STORE_ID_SIZE_BYTES;
const HEAD_SIZE_BYTES = PREFIX_SIZE_BYTES + SEAL_OVERHEAD_BYTES + 8 + DIGEST_SIZE_BYTES;
const BATCH_AAD: Uint8Array = utf8('permafrost/store/batch/v1');

/** Durable when it returns. */
export async function writeHead(
  path: string,
  storeId: Uint8Array,
  key: Uint8Array,
  head: Head,
): Promise<void> {
  const prefix = concat([MAGIC, storeId]);
  const plain = concat([u64be(head.sequence), encodeDigest(head.digest)]);
  await writeFileAtomic(path, concat([prefix, seal(key, prefix, plain)]));
}

/** @throws StorageError E_STORE_TAMPERED when the file is missing or no head. */
export async function readHeadFile(
  path: string,
): Promise<{ readonly storeId: Uint8Array; readonly open: (key: Uint8Array) => Head }> {
  const file = await readOwnFile(path, 4096);
  if (file === undefined) throw tampered(`the store has lost its ${path}`);
  await removeTemporaries(path);
  if (file.length !== HEAD_SIZE_BYTES || !equalBytes(file.subarray(0, MAGIC.length), MAGIC)) {
    throw tampered(`${path} is damaged`);
  }
  const prefix = file.subarray(0, PREFIX_SIZE_BYTES);
  return {
    storeId: file.slice(MAGIC.length, PREFIX_SIZE_BYTES),
    open: (key) => {
      const plain = unseal(key, prefix, file.subarray(PREFIX_SIZE_BYTES));
      if (plain === undefined) throw tampered(`${path} is damaged, or of another home`);
      return { sequence: readU64(plain), digest: decodeDigest(plain.subarray(8)) };
    },
  };
}

export function sealBatchRecord(key: Uint8Array, record: BatchRecord): Uint8Array {
  const plain = concat([
    u64be(record.sequence),
    encodeDigest(record.before),
    encodeDigest(record.after),
  ]);
  return seal(key, BATCH_AAD, plain);
}

/** Undefined when it is not what this store wrote. */
export function openBatchRecord(key: Uint8Array, sealed: Uint8Array): BatchRecord | undefined {
  const plain = unseal(key, BATCH_AAD, sealed);
  if (plain === undefined || plain.length !== 8 + 2 * DIGEST_SIZE_BYTES) return undefined;
  return {
    sequence: readU64(plain),
    before: decodeDigest(plain.subarray(8, 8 + DIGEST_SIZE_BYTES)),
    after: decodeDigest(plain.subarray(8 + DIGEST_SIZE_BYTES)),
  };
}

/**
 * Compares the head with what the database holds.
 * @returns 'same'; 'behind' when only the head of the last write is missing, as after a crash;
 *   'tampered' for everything else.
 */
export function compareHead(
  head: Head,
  digest: bigint,
  batch: BatchRecord | undefined,
): 'same' | 'behind' | 'tampered' {
  if (batch === undefined || batch.after !== digest) return 'tampered';
  if (head.digest === digest && batch.sequence === head.sequence) return 'same';
  if (batch.before === head.digest && batch.sequence === head.sequence + 1) return 'behind';
  return 'tampered';
}

function u64be(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('sequence out of range');
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

function readU64(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0));
}
