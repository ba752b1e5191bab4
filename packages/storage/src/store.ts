/**
 * What a store promises. `openStore` keeps it on a disk, `memoryStore` in memory.
 * @module
 */

/** Path-like name of a record, such as 'key/<hex>/pending': 1 to 256 bytes of printable ASCII. */
export type StoreKey = string;

export type Change =
  | { readonly type: 'put'; readonly key: StoreKey; readonly value: Uint8Array }
  | { readonly type: 'delete'; readonly key: StoreKey };

export type StoreRecord = readonly [key: StoreKey, value: Uint8Array];

/**
 * How this store came to be open. A `recovered` store began empty in the place of a damaged one,
 * on the operator's word: nothing that the lost one promised may be promised again.
 */
export type StoreOrigin = 'opened' | 'created' | 'recovered';

/**
 * After a failed write or a record that does not verify the store is unhealthy: every call rejects
 * with the StorageError that made it so, until it is opened anew.
 */
export type Store = {
  readonly origin: StoreOrigin;
  /** Whether calls can still succeed. */
  readonly isHealthy: () => boolean;
  /** What was last made durable under a key; a copy. Never waits for a write in progress. */
  readonly get: (key: StoreKey) => Promise<Uint8Array | undefined>;
  /** All records whose key begins with `prefix`, in order of keys. Not a snapshot. */
  readonly entries: (prefix: string) => Promise<readonly StoreRecord[]>;
  /**
   * Makes all changes or none; of two to one key the last counts. Resolves when they survive a
   * power cut. Calls take effect in order; those that wait together share one write to the disk.
   * @throws RangeError for a key or value out of range, before anything is changed.
   */
  readonly batch: (changes: readonly Change[]) => Promise<void>;
  readonly secrets: SecretStore;
  /** Waits for what was begun. Everything after it rejects with E_STORE_FAILED. */
  readonly close: () => Promise<void>;
};

/**
 * Secrets that can be erased. A database keeps old values in its files for long; so each secret is
 * sealed under a random key of its own, and erasing overwrites the small file that holds that key.
 */
export type SecretStore = {
  /**
   * Resolves when the secret survives a power cut. Putting the same bytes again does nothing.
   * @throws RangeError when there are other bytes of this name: erase them first, or they stay.
   */
  readonly putSecret: (name: string, bytes: Uint8Array) => Promise<void>;
  /** A copy, which the caller erases. */
  readonly getSecret: (name: string) => Promise<Uint8Array | undefined>;
  /** Resolves when the key of the secret is overwritten on the disk. No error if there is none. */
  readonly eraseSecret: (name: string) => Promise<void>;
  readonly secretNames: () => Promise<readonly string[]>;
};

export const STORE_KEY_SIZE_BYTES_MAX: number = 256;
export const STORE_VALUE_SIZE_BYTES_MAX: number = 8_388_608;
/** Changes in one batch. */
export const STORE_CHANGES_MAX: number = 65_536;

/** First character of the keys the store uses for itself. */
export const INTERNAL: string = '!';

const PRINTABLE = /^[\x21-\x7e]+$/;

/** @throws RangeError */
export function checkKey(key: StoreKey): void {
  if (!isKey(key) || key.startsWith(INTERNAL)) throw new RangeError('store key out of range');
}

export function isKey(key: string): boolean {
  return key.length <= STORE_KEY_SIZE_BYTES_MAX && PRINTABLE.test(key);
}

/** @throws RangeError when a key, a value or the number of changes is out of range. */
export function checkChanges(changes: readonly Change[]): void {
  if (changes.length > STORE_CHANGES_MAX) throw new RangeError('too many changes in one batch');
  for (const change of changes) {
    checkKey(change.key);
    if (change.type === 'put') checkValue(change.value);
  }
}

/** Names of secrets are shorter, since they become part of a key. @throws RangeError */
export function checkSecretName(name: string): void {
  if (name.length > 200 || !PRINTABLE.test(name)) throw new RangeError('secret name out of range');
}

/** @throws RangeError */
export function checkValue(value: Uint8Array): void {
  if (value.length > STORE_VALUE_SIZE_BYTES_MAX) throw new RangeError('store value too long');
}

/** By code unit, which for printable ASCII is the order of bytes. */
export function byKey(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
