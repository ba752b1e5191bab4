/**
 * From the records of an older program to those of this one.
 * @module
 */
import { u32be } from './bytes.ts';
import { StorageError, tampered } from './errors.ts';
import { type Change, INTERNAL, type StoreRecord } from './store.ts';

export const VERSION_KEY: string = `${INTERNAL}version`;

/**
 * One step. Step i of a table leads from version i to version i + 1, so a table only ever grows at
 * its end. A step's changes and the new version are one atomic batch.
 */
export type Migration = {
  /** For people: what became different. */
  readonly title: string;
  /** @param records all records in order of keys, secrets excepted. */
  readonly migrate: (records: readonly StoreRecord[]) => readonly Change[];
};

export function encodeVersion(version: number): Uint8Array {
  return u32be(version);
}

/** @throws StorageError E_STORE_TAMPERED when there is no version, E_STORE_VERSION when too new. */
export function checkVersion(bytes: Uint8Array | undefined, newest: number): number {
  if (bytes === undefined || bytes.length !== 4) throw tampered('the store has lost its version');
  const version = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  if (version > newest) {
    throw new StorageError(
      'E_STORE_VERSION',
      `the store has version ${version}, and this program knows up to ${newest}`,
      'run the newer permafrost that wrote it',
    );
  }
  return version;
}
