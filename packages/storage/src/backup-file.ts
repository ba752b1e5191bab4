/**
 * The file of a backup: named parts in an envelope that the `age` tool opens, whose format
 * (age-encryption.org/v1) outlives this program.
 *
 * Inside: a line of text ‖ for each part, in order of names, LP(name) ‖ LP(bytes), where LP is the
 * length as u32, big endian, and the bytes. The envelope authenticates every byte.
 * @module
 */
import { concat, lengthPrefixed, u32be, utf8 } from './bytes.ts';
import { StorageError } from './errors.ts';
import { byKey } from './store.ts';

/** Parts of a backup by name. */
export type BackupParts = ReadonlyMap<string, Uint8Array>;

/** Whom a backup is encrypted to. */
export type BackupRecipient =
  | { readonly type: 'age'; readonly recipients: readonly string[] }
  /** UTF-8, not empty. */
  | {
      readonly type: 'passphrase';
      readonly passphrase: Uint8Array;
      /** Base-2 logarithm of scrypt's cost; 18 unless given: a second, and 256 MiB. */
      readonly workFactor?: number;
    };

/** What opens a backup. */
export type BackupSecret =
  /** Text of an age identity file. */
  | { readonly type: 'identity'; readonly text: string }
  | { readonly type: 'passphrase'; readonly passphrase: Uint8Array };

/** Of a whole file, sealed or not. */
export const BACKUP_SIZE_BYTES_MAX: number = 268_435_456;

const FIRST_LINE: Uint8Array = utf8('permafrost backup 1\n');
const INTRO = 'age-encryption.org/v1\n';

/**
 * @throws StorageError E_BAD_REQUEST for what is no recipient, E_SEAL_AUTH for an empty passphrase.
 */
export async function sealBackup(parts: BackupParts, to: BackupRecipient): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if (to.type === 'passphrase') {
    encrypter.setPassphrase(passphraseText(to.passphrase));
    if (to.workFactor !== undefined) encrypter.setScryptWorkFactor(to.workFactor);
  } else {
    if (to.recipients.length === 0) throw new RangeError('a backup is for somebody');
    for (const one of to.recipients) addRecipient(encrypter, one);
  }
  const plain = encodeParts(parts);
  try {
    return await encrypter.encrypt(plain);
  } finally {
    plain.fill(0);
  }
}

/**
 * @returns parts whose bytes the caller erases
 * @throws StorageError E_SEAL_AUTH when `secret` does not open it, E_BAD_REQUEST when it is no
 *   backup, or damaged, or `secret` holds no identity.
 */
export async function openBackup(file: Uint8Array, secret: BackupSecret): Promise<BackupParts> {
  if (!startsWith(file, utf8(INTRO))) throw noBackup('it is not encrypted by age');
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  if (secret.type === 'passphrase') decrypter.addPassphrase(passphraseText(secret.passphrase));
  else for (const line of identitiesIn(secret.text)) addIdentity(decrypter, line);
  let plain: Uint8Array;
  try {
    plain = await decrypter.decrypt(file);
  } catch (error) {
    // The library throws plain errors alone, and its words are the only way to tell them apart.
    if (!(error instanceof Error)) throw error;
    if (error.message.startsWith('no identity matched')) throw wrongSecret(secret, error);
    throw noBackup('it is damaged', error);
  }
  try {
    return decodeParts(plain);
  } finally {
    plain.fill(0);
  }
}

type AgeEncrypter = { readonly addRecipient: (text: string) => void };
type AgeDecrypter = { readonly addIdentity: (text: string) => void };

function addRecipient(encrypter: AgeEncrypter, text: string): void {
  try {
    encrypter.addRecipient(text);
  } catch (error) {
    throw new StorageError(
      'E_BAD_REQUEST',
      `${JSON.stringify(text.slice(0, 80))} is no age recipient`,
      'give what "age-keygen -y" prints: it begins with age1',
      error,
    );
  }
}

function addIdentity(decrypter: AgeDecrypter, line: string): void {
  try {
    decrypter.addIdentity(line);
  } catch {
    // Without the cause: it may show what is in the file.
    throw new StorageError(
      'E_BAD_REQUEST',
      'a line of the identity file is no age identity',
      'give the file that "age-keygen -o" wrote: its lines begin with AGE-SECRET-KEY-',
    );
  }
}

function identitiesIn(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const found = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (found.length > 0 && found.length <= 100) return found;
  throw new StorageError(
    'E_BAD_REQUEST',
    'the identity file holds no age identity',
    'give the file that "age-keygen -o" wrote: its lines begin with AGE-SECRET-KEY-',
  );
}

function passphraseText(passphrase: Uint8Array): string {
  const refused = (what: string, cause?: unknown) =>
    new StorageError('E_SEAL_AUTH', what, 'give another passphrase', cause);
  if (passphrase.length === 0) throw refused('the passphrase of the backup is empty');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(passphrase);
  } catch (error) {
    throw refused('the passphrase of the backup is not UTF-8', error);
  }
}

function encodeParts(parts: BackupParts): Uint8Array {
  const pieces: Uint8Array[] = [FIRST_LINE];
  for (const [name, bytes] of [...parts].sort(([a], [b]) => byKey(a, b))) {
    pieces.push(lengthPrefixed(utf8(name)), u32be(bytes.length), bytes);
  }
  return concat(pieces);
}

/** Copies, each of its own memory: the whole is erased. */
function decodeParts(plain: Uint8Array): BackupParts {
  if (!startsWith(plain, FIRST_LINE)) throw noBackup('it holds something else');
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  let at = FIRST_LINE.length;
  const take = (): Uint8Array => {
    if (plain.length - at < 4) throw noBackup('it ends too early');
    const length = view.getUint32(at);
    at += 4;
    if (plain.length - at < length) throw noBackup('it ends too early');
    at += length;
    return plain.slice(at - length, at);
  };
  const parts = new Map<string, Uint8Array>();
  let last = '';
  while (at < plain.length) {
    const name = new TextDecoder().decode(take());
    if (byKey(last, name) >= 0) throw noBackup('its parts are not in order');
    last = name;
    parts.set(name, take());
  }
  return parts;
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}

function wrongSecret(secret: BackupSecret, cause: Error): StorageError {
  return secret.type === 'passphrase'
    ? new StorageError(
        'E_SEAL_AUTH',
        'the passphrase does not open this backup',
        'give the passphrase it was made with; --identity FILE when it was made for an age recipient',
        cause,
      )
    : new StorageError(
        'E_SEAL_AUTH',
        'no identity in the file opens this backup',
        'give the identity it was made for; --passphrase-file when it was made with a passphrase',
        cause,
      );
}

function noBackup(why: string, cause?: unknown): StorageError {
  return new StorageError(
    'E_BAD_REQUEST',
    `this is no backup of a node: ${why}`,
    'try an older copy of the file',
    cause,
  );
}
