/**
 * The head file beside the database: what the database must come to, and how often it was written.
 *
 * Layout, in blocks of 4096 bytes: magic (8) ‖ store id (16); then two heads, each
 * sealed(sequence u64 ‖ set digest 32); all else zero. A new head goes over the older of the two,
 * in place: one write to the disk, without new names or sizes that a file system has to log, and
 * whatever a power cut leaves of it, the other head is whole.
 *
 * Each write to the database also holds a sealed batch record (sequence ‖ digest before ‖ digest
 * after), outside the digest, so that a crash between the database and the head can be told from
 * tampering.
 * @module
 */
import { constants, type FileHandle, open } from 'node:fs/promises';
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

/** An open head file. */
export type HeadFile = {
  /** Durable when it returns; never called twice at once. */
  readonly write: (head: Head) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What a head file says. */
export type FoundHead = {
  /** The later of the two, where both are whole. */
  readonly head: Head;
  /** One of the two is damaged: as a power cut leaves it, but also as an attacker may. */
  readonly isHalf: boolean;
  readonly openFile: () => Promise<HeadFile>;
};

/** Of files that hold one head, and were replaced as a whole. */
const MAGIC_OLDER: Uint8Array = utf8('PFHEAD1\n');
const MAGIC: Uint8Array = utf8('PFHEAD2\n');
export const STORE_ID_SIZE_BYTES: number = 16;
const PREFIX_SIZE_BYTES = MAGIC.length + STORE_ID_SIZE_BYTES;
const SEALED_SIZE_BYTES = SEAL_OVERHEAD_BYTES + 8 + DIGEST_SIZE_BYTES;
const BLOCK_SIZE_BYTES = 4096;
const FILE_SIZE_BYTES = 3 * BLOCK_SIZE_BYTES;
const BATCH_AAD: Uint8Array = utf8('permafrost/store/batch/v1');

/** Which of the two heads. */
type Place = 0 | 1;

/** Makes the file, with the same head in both places. */
export async function createHead(
  path: string,
  storeId: Uint8Array,
  key: Uint8Array,
  head: Head,
): Promise<HeadFile> {
  const prefix = concat([MAGIC, storeId]);
  const bytes = new Uint8Array(FILE_SIZE_BYTES);
  bytes.set(prefix);
  for (const place of [0, 1] as const) bytes.set(sealHead(key, prefix, head), offsetOf(place));
  await writeFileAtomic(path, bytes);
  return openFile(path, { prefix, key, next: 0 });
}

/** @throws StorageError E_STORE_TAMPERED when the file is missing or no head. */
export async function readHeadFile(
  path: string,
): Promise<{ readonly storeId: Uint8Array; readonly open: (key: Uint8Array) => FoundHead }> {
  const file = await readOwnFile(path, FILE_SIZE_BYTES);
  if (file === undefined) throw tampered(`the store has lost its ${path}`);
  await removeTemporaries(path);
  const prefix = file.slice(0, PREFIX_SIZE_BYTES);
  const storeId = prefix.slice(MAGIC.length);
  const magic = prefix.subarray(0, MAGIC.length);
  if (file.length === PREFIX_SIZE_BYTES + SEALED_SIZE_BYTES && equalBytes(magic, MAGIC_OLDER)) {
    return { storeId, open: (key) => openOlder(path, file, key) };
  }
  if (file.length !== FILE_SIZE_BYTES || !equalBytes(magic, MAGIC)) {
    throw tampered(`${path} is damaged`);
  }
  return {
    storeId,
    open: (key) => {
      const heads = ([0, 1] as const).map((place) => {
        const offset = offsetOf(place);
        return unsealHead(key, prefix, file.subarray(offset, offset + SEALED_SIZE_BYTES));
      });
      const [first, second] = heads;
      const last: Place = (second?.sequence ?? -1) > (first?.sequence ?? -1) ? 1 : 0;
      const head = heads[last];
      if (head === undefined || !isZeroElsewhere(file)) {
        throw tampered(`${path} is damaged, or of another home`);
      }
      const isHalf = first === undefined || second === undefined;
      const next: Place = last === 0 ? 1 : 0;
      return { head, isHalf, openFile: () => openFile(path, { prefix, key, next }) };
    },
  };
}

/** A file of the older layout, which becomes one of this layout. @throws StorageError */
function openOlder(path: string, file: Uint8Array, key: Uint8Array): FoundHead {
  const prefix = file.subarray(0, PREFIX_SIZE_BYTES);
  const head = unsealHead(key, prefix, file.subarray(PREFIX_SIZE_BYTES));
  if (head === undefined) throw tampered(`${path} is damaged, or of another home`);
  const storeId = prefix.subarray(MAGIC.length);
  return { head, isHalf: false, openFile: () => createHead(path, storeId, key, head) };
}

async function openFile(
  path: string,
  given: { readonly prefix: Uint8Array; readonly key: Uint8Array; readonly next: Place },
): Promise<HeadFile> {
  const { prefix, key } = given;
  let next = given.next;
  const isSyncedByWrite = process.platform === 'linux';
  const file = await open(path, constants.O_RDWR | (isSyncedByWrite ? constants.O_DSYNC : 0));
  return {
    write: async (head) => {
      await writeAll(file, sealHead(key, prefix, head), offsetOf(next));
      if (!isSyncedByWrite) await file.sync();
      next = next === 0 ? 1 : 0;
    },
    close: () => file.close(),
  };
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  const { bytesWritten } = await file.write(bytes, 0, bytes.length, position);
  if (bytesWritten !== bytes.length) throw new Error('a head was written in part');
}

function sealHead(key: Uint8Array, prefix: Uint8Array, head: Head): Uint8Array {
  return seal(key, prefix, concat([u64be(head.sequence), encodeDigest(head.digest)]));
}

function unsealHead(key: Uint8Array, prefix: Uint8Array, sealed: Uint8Array): Head | undefined {
  const plain = unseal(key, prefix, sealed);
  if (plain === undefined) return undefined;
  return { sequence: readU64(plain), digest: decodeDigest(plain.subarray(8)) };
}

function isZeroElsewhere(file: Uint8Array): boolean {
  const used = [PREFIX_SIZE_BYTES, SEALED_SIZE_BYTES, SEALED_SIZE_BYTES];
  return used.every((size, block) => {
    const rest = file.subarray(block * BLOCK_SIZE_BYTES + size, (block + 1) * BLOCK_SIZE_BYTES);
    return rest.every((byte) => byte === 0);
  });
}

function offsetOf(place: Place): number {
  return (1 + place) * BLOCK_SIZE_BYTES;
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
 * @returns 'same'; 'behind' when only the head of the last write is missing, or half written, as
 *   after a crash; 'tampered' for everything else.
 */
export function compareHead(
  { head, isHalf }: Pick<FoundHead, 'head' | 'isHalf'>,
  digest: bigint,
  batch: BatchRecord | undefined,
): 'same' | 'behind' | 'tampered' {
  if (batch === undefined || batch.after !== digest) return 'tampered';
  if (head.digest === digest && batch.sequence === head.sequence) {
    // The database is written first: a head that a crash left half written is behind it.
    return isHalf ? 'tampered' : 'same';
  }
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
