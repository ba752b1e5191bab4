/**
 * Faults on record: which of them lie on the disk, and which go when there are too many. How often
 * there was each is counted elsewhere and kept.
 * @module
 */
import type { HostId } from '../effects.ts';

/** Faults kept on disk, of those that can be proved and of the others each. */
export const FAULTS_STORED_MAX = 256;
/** Evidence files that are named for one code of one node, at most. */
const FILES_SHOWN_MAX = 8;

export type FaultRecord = {
  /** Of the boot in which it was written, and its place among all: `12-3`. */
  readonly number: string;
  readonly host: HostId;
  readonly code: string;
  readonly isProven: boolean;
};

export type FaultTable = {
  /** Oldest first. */
  stored: readonly FaultRecord[];
  /** Records that there ever were in this store, as far as the stored ones tell. */
  last: number;
};

const PATH = /^fault\/(\d{1,15})-(\d{1,15})$/;

export function createFaultTable(): FaultTable {
  return { stored: [], last: 0 };
}

export function faultPath(number: string): string {
  return `fault/${number}`;
}

/** Takes over what was on the disk, in any order. Paths that are no fault's are passed over. */
export function restoreFaults(
  table: FaultTable,
  found: readonly (Omit<FaultRecord, 'number'> & { readonly path: string })[],
): void {
  const known = found.flatMap(({ path, ...record }) => {
    const [, boot = '', place = ''] = PATH.exec(path) ?? [];
    if (place === '') return [];
    return [{ boot: Number(boot), place: Number(place), number: `${boot}-${place}`, ...record }];
  });
  known.sort((a, b) => a.boot - b.boot || a.place - b.place);
  table.last = Math.max(table.last, ...known.map(({ place }) => place));
  table.stored = known.map(({ number, host, code, isProven }) => ({
    number,
    host,
    code,
    isProven,
  }));
}

/**
 * Puts one on record; what has to go for it comes back. Whoever has most on record loses its
 * oldest, so that nobody can push out what is known of others; what cannot be proved never takes
 * the room of what can.
 */
export function addFault(
  table: FaultTable,
  { bootCounter, ...fault }: Omit<FaultRecord, 'number'> & { readonly bootCounter: number },
): { readonly added: FaultRecord; readonly dropped: FaultRecord | undefined } {
  table.last++;
  const added = { number: `${bootCounter}-${table.last}`, ...fault };
  const all = [...table.stored, added];
  const alike = all.filter(({ isProven }) => isProven === fault.isProven);
  const dropped = alike.length <= FAULTS_STORED_MAX ? undefined : oldestOfMost(alike);
  table.stored = all.filter((one) => one !== dropped);
  return { added, dropped };
}

function oldestOfMost(records: readonly FaultRecord[]): FaultRecord | undefined {
  const counts = new Map<HostId, number>();
  for (const { host } of records) counts.set(host, (counts.get(host) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return records.find(({ host }) => counts.get(host) === most);
}

/** Proofs against a node of one code, the newest few, oldest first. */
export function proofsOf(table: FaultTable, host: HostId, code: string): readonly FaultRecord[] {
  return table.stored
    .filter((one) => one.isProven && one.host === host && one.code === code)
    .slice(-FILES_SHOWN_MAX);
}
