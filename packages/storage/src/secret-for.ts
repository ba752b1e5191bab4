/**
 * Where the secret of a home comes from: never from an argument or a plain environment value, both
 * of which other processes can read.
 * @module
 */
import type { HomeConfig } from './config.ts';
import { StorageError } from './errors.ts';
import { readFileLimited } from './files.ts';
import { keyFilePath } from './home.ts';
import type { SealSecret } from './seal.ts';

export type SecretSources = {
  /** The home, to which the path of a key file is relative. */
  readonly dir: string;
  /** From --passphrase-file. */
  readonly passphraseFile?: string | undefined;
  /** The environment; only PERMAFROST_PASSPHRASE_FILE is read from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks at the terminal; undefined when there is none. */
  readonly prompt?: (() => Promise<string>) | undefined;
};

const PASSPHRASE_SIZE_BYTES_MAX = 4096;

/**
 * The key file that the configuration names, or the passphrase: from the file given, else from
 * PERMAFROST_PASSPHRASE_FILE, else from the prompt.
 * @throws StorageError E_SEAL_AUTH when there is no passphrase, or an empty one.
 */
export async function sealSecretFor(
  config: Pick<HomeConfig, 'seal'>,
  sources: SecretSources,
): Promise<SealSecret> {
  if (config.seal.type === 'key-file') {
    return { type: 'key-file', path: keyFilePath(sources.dir, config.seal.path) };
  }
  const file = sources.passphraseFile ?? sources.env.PERMAFROST_PASSPHRASE_FILE;
  if (file !== undefined && file !== '') return fromBytes(await readPassphraseFile(file));
  if (sources.prompt !== undefined) {
    return fromBytes(new TextEncoder().encode(await sources.prompt()));
  }
  throw new StorageError(
    'E_SEAL_AUTH',
    'no passphrase: there is no terminal to ask at, and no file was named',
    'give --passphrase-file FILE or set PERMAFROST_PASSPHRASE_FILE',
  );
}

/**
 * The bytes of a file without one newline at its end.
 * @throws StorageError E_SEAL_AUTH when there is no such file.
 */
export async function readPassphraseFile(path: string): Promise<Uint8Array> {
  const bytes = await readFileLimited(path, PASSPHRASE_SIZE_BYTES_MAX);
  if (bytes === undefined) {
    throw new StorageError(
      'E_SEAL_AUTH',
      `there is no passphrase file ${path}`,
      'check --passphrase-file or PERMAFROST_PASSPHRASE_FILE',
    );
  }
  let end = bytes.length;
  if (bytes[end - 1] === 0x0a) end -= bytes[end - 2] === 0x0d ? 2 : 1;
  return bytes.subarray(0, end);
}

function fromBytes(passphrase: Uint8Array): SealSecret {
  if (passphrase.length === 0) {
    throw new StorageError('E_SEAL_AUTH', 'the passphrase is empty', 'give a passphrase');
  }
  return { type: 'passphrase', passphrase };
}
