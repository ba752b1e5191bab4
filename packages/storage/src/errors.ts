/**
 * The ways storage can fail. Messages and hints hold paths and names, never values, keys or
 * passphrases.
 * @module
 */

export type StorageErrorCode =
  /** Another process, or this one, holds the store open. */
  | 'E_STORE_LOCKED'
  /** What is on the disk is not what was last written: damaged, missing, exchanged or rolled back. */
  | 'E_STORE_TAMPERED'
  /** Written by a newer program than this. */
  | 'E_STORE_VERSION'
  /** A write did not reach the disk, or the store was closed; it refuses all further use. */
  | 'E_STORE_FAILED'
  /** Wrong, empty or missing passphrase or key file. */
  | 'E_SEAL_AUTH'
  /** There is no such file. */
  | 'E_NOT_FOUND'
  /** A configuration, permission or argument that the operator has to change. */
  | 'E_BAD_REQUEST';

export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;
  /** One thing the operator can do about it. */
  readonly hint: string;

  constructor(code: StorageErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }
}

/** The operator's two ways out of a damaged store. */
export function tampered(what: string, cause?: unknown): StorageError {
  return new StorageError(
    'E_STORE_TAMPERED',
    what,
    'restore a backup with "permafrost backup restore", or begin with an empty store with ' +
      '"permafrost start --recover" and repair the keys',
    cause,
  );
}

/** The `code` of a system error such as ENOENT; undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
