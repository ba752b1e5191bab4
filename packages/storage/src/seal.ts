/**
 * Small files sealed under a passphrase or a key file: a node's and an operator's identity.
 *
 * Layout: magic (8) ‖ KDF (1) ‖ memory KiB (u32) ‖ passes (u32) ‖ parallelism (u32) ‖ salt (16) ‖
 * XChaCha20-Poly1305 box ‖ SHA-256 of all before it. The box is bound to the whole header and to
 * the purpose, so a file cannot stand in for another. The checksum is no secret and protects from
 * nobody; it only tells damage (restore a backup) from a wrong passphrase (type again).
 * @module
 */
import { argon2, createHash, randomBytes } from 'node:crypto';
import { deriveKey, KEY_SIZE_BYTES, SEAL_OVERHEAD_BYTES, seal, unseal } from './aead.ts';
import { concat, equalBytes, lengthPrefixed, u32be, utf8 } from './bytes.ts';
import { StorageError, tampered } from './errors.ts';
import { checkPrivate, exists, readFileLimited, readOwnFile, writeFileAtomic } from './files.ts';

/** What opens a sealed file. A key file holds 32 random bytes and belongs to its owner alone. */
export type SealSecret =
  | { readonly type: 'passphrase'; readonly passphrase: Uint8Array }
  | { readonly type: 'key-file'; readonly path: string };

/** Argon2id (RFC 9106): memory in KiB, passes over it, lanes. */
export type Argon2Cost = {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly parallelism: number;
};

export type SealOptions = {
  /** What the file holds, such as 'node identity'; another purpose does not open it. */
  readonly purpose: string;
  /** Cost of guessing a passphrase; 64 MiB and three passes unless given. */
  readonly cost?: Argon2Cost;
};

const MAGIC: Uint8Array = utf8('PFSEAL1\n');
const KDF_ARGON2ID = 1;
const KDF_KEY_FILE = 2;
const SALT_SIZE_BYTES = 16;
const HEADER_SIZE_BYTES = MAGIC.length + 1 + 12 + SALT_SIZE_BYTES;
const CHECKSUM_SIZE_BYTES = 32;
const FILE_SIZE_BYTES_MAX = 1_048_576;
const KEY_FILE_SIZE_BYTES_MAX = 4096;
const DEFAULT_COST: Argon2Cost = { memoryKiB: 65_536, passes: 3, parallelism: 1 };
/** A file must not be able to ask for all memory, or for hours. */
const COST_MAX: Argon2Cost = { memoryKiB: 1_048_576, passes: 16, parallelism: 16 };

type Header = { readonly kdf: number; readonly cost: Argon2Cost; readonly salt: Uint8Array };

/**
 * Seals `secretBytes` and writes them atomically, mode 0600.
 * @throws StorageError E_SEAL_AUTH for an empty passphrase or a missing key file.
 */
export async function sealFile(
  path: string,
  secretBytes: Uint8Array,
  secret: SealSecret,
  options: SealOptions,
): Promise<void> {
  const header: Header = {
    kdf: secret.type === 'passphrase' ? KDF_ARGON2ID : KDF_KEY_FILE,
    cost: secret.type === 'passphrase' ? (options.cost ?? DEFAULT_COST) : NO_COST,
    salt: randomBytes(SALT_SIZE_BYTES),
  };
  if (header.kdf === KDF_ARGON2ID) checkCost(header.cost, path);
  const headerBytes = encodeHeader(header);
  const key = await sealKey(header, secret, path);
  try {
    const box = seal(key, aadOf(headerBytes, options.purpose), secretBytes);
    const file = concat([headerBytes, box]);
    await writeFileAtomic(path, concat([file, checksum(file)]));
  } finally {
    key.fill(0);
  }
}

/**
 * @returns the bytes that were sealed; the caller erases them.
 * @throws StorageError E_NOT_FOUND when there is no file; E_STORE_TAMPERED when it is damaged;
 *   E_SEAL_AUTH when the passphrase or key file is not the one, or the purpose is another.
 */
export async function openSealedFile(
  path: string,
  secret: SealSecret,
  options: { readonly purpose: string },
): Promise<Uint8Array> {
  const file = await readOwnFile(path, FILE_SIZE_BYTES_MAX);
  if (file === undefined) {
    throw new StorageError('E_NOT_FOUND', `there is no ${path}`, 'check the home, or make one');
  }
  const sealed = file.subarray(0, Math.max(0, file.length - CHECKSUM_SIZE_BYTES));
  const intact =
    sealed.length >= HEADER_SIZE_BYTES + SEAL_OVERHEAD_BYTES &&
    equalBytes(sealed.subarray(0, MAGIC.length), MAGIC) &&
    equalBytes(checksum(sealed), file.subarray(sealed.length));
  if (!intact) throw tampered(`${path} is damaged`);
  const headerBytes = sealed.subarray(0, HEADER_SIZE_BYTES);
  const header = decodeHeader(headerBytes, path);
  const key = await sealKey(header, secret, path);
  const plain = unseal(
    key,
    aadOf(headerBytes, options.purpose),
    sealed.subarray(HEADER_SIZE_BYTES),
  );
  key.fill(0);
  if (plain === undefined) throw sealAuth(path, secret);
  return plain;
}

/** Opens with one secret and seals again under another; the old file stays until the new is whole. */
export async function reseal(
  path: string,
  from: SealSecret,
  to: SealSecret,
  options: SealOptions,
): Promise<void> {
  const plain = await openSealedFile(path, from, options);
  try {
    await sealFile(path, plain, to, options);
  } finally {
    plain.fill(0);
  }
}

/**
 * Writes a new key file of 32 random bytes, mode 0600.
 * @throws StorageError E_BAD_REQUEST when there is one already: what it opens would be lost.
 */
export async function createKeyFile(path: string): Promise<void> {
  if (await exists(path)) {
    throw new StorageError('E_BAD_REQUEST', `${path} exists already`, 'choose another path');
  }
  const key = randomBytes(KEY_SIZE_BYTES);
  await writeFileAtomic(path, key);
  key.fill(0);
}

async function sealKey(header: Header, secret: SealSecret, path: string): Promise<Uint8Array> {
  switch (secret.type) {
    case 'passphrase':
      if (secret.passphrase.length === 0) {
        throw new StorageError('E_SEAL_AUTH', 'the passphrase is empty', 'give a passphrase');
      }
      if (header.kdf !== KDF_ARGON2ID) throw otherKind(path, 'a key file');
      return argon2id(secret.passphrase, header);
    case 'key-file': {
      if (header.kdf !== KDF_KEY_FILE) throw otherKind(path, 'a passphrase');
      const key = await readKeyFile(secret.path);
      try {
        return deriveKey(key, header.salt, 'permafrost/seal/key-file/v1');
      } finally {
        key.fill(0);
      }
    }
  }
}

async function readKeyFile(path: string): Promise<Uint8Array> {
  const key = await readFileLimited(path, KEY_FILE_SIZE_BYTES_MAX);
  if (key === undefined || key.length !== KEY_SIZE_BYTES) {
    throw new StorageError(
      'E_SEAL_AUTH',
      key === undefined ? `there is no key file ${path}` : `the key file ${path} is not 32 bytes`,
      'put the key file in its place, or set seal in config.toml',
    );
  }
  await checkPrivate(path);
  return key;
}

function argon2id(passphrase: Uint8Array, { cost, salt }: Header): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const parameters = {
    message: passphrase,
    nonce: salt,
    memory: cost.memoryKiB,
    passes: cost.passes,
    parallelism: cost.parallelism,
    tagLength: KEY_SIZE_BYTES,
  };
  argon2('argon2id', parameters, (error, key) => {
    if (error === null) resolve(new Uint8Array(key));
    else reject(error);
  });
  return promise;
}

const NO_COST: Argon2Cost = { memoryKiB: 0, passes: 0, parallelism: 0 };

function encodeHeader({ kdf, cost, salt }: Header): Uint8Array {
  return concat([
    MAGIC,
    Uint8Array.of(kdf),
    u32be(cost.memoryKiB),
    u32be(cost.passes),
    u32be(cost.parallelism),
    salt,
  ]);
}

function decodeHeader(bytes: Uint8Array, path: string): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = MAGIC.length;
  const kdf = view.getUint8(at);
  const cost: Argon2Cost = {
    memoryKiB: view.getUint32(at + 1),
    passes: view.getUint32(at + 5),
    parallelism: view.getUint32(at + 9),
  };
  if (kdf === KDF_ARGON2ID) checkCost(cost, path);
  else if (kdf !== KDF_KEY_FILE) throw tampered(`${path} has an unknown way of sealing`);
  return { kdf, cost, salt: bytes.slice(at + 13) };
}

function checkCost({ memoryKiB, passes, parallelism }: Argon2Cost, path: string): void {
  const ok =
    parallelism >= 1 &&
    parallelism <= COST_MAX.parallelism &&
    passes >= 1 &&
    passes <= COST_MAX.passes &&
    memoryKiB >= 8 * parallelism &&
    memoryKiB <= COST_MAX.memoryKiB;
  if (!ok) throw tampered(`${path} asks for a cost out of range`);
}

function aadOf(header: Uint8Array, purpose: string): Uint8Array {
  return concat([lengthPrefixed(header), lengthPrefixed(utf8(purpose))]);
}

function checksum(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

function sealAuth(path: string, secret: SealSecret): StorageError {
  return secret.type === 'passphrase'
    ? new StorageError('E_SEAL_AUTH', `wrong passphrase for ${path}`, 'give the right passphrase')
    : new StorageError(
        'E_SEAL_AUTH',
        `${secret.path} is not the key of ${path}`,
        'put the right key file in its place',
      );
}

function otherKind(path: string, kind: string): StorageError {
  return new StorageError('E_SEAL_AUTH', `${path} is sealed under ${kind}`, `use ${kind}`);
}
