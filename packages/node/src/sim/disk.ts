/**
 * A simulated disk. It promises what the real store promises and no more: a batch is there whole
 * or not at all after a crash, batches in order, secrets one by one; what was torn or tampered
 * with is found when the store is opened, and refused.
 * @module
 */
import type { World } from '@permafrost/protocol/sim';
import type { Restored } from '../core/restore.ts';
import type { Action } from '../effects.ts';
import type { Chance } from './chance.ts';

type Persist = Extract<Action, { readonly type: 'persist' }>;

export type Disk = {
  readonly records: Map<string, Uint8Array>;
  readonly secrets: Map<string, Uint8Array>;
  /** Boots that this store counted. */
  boots: number;
  /** The store does not open any more. */
  isDamaged: boolean;
  /** It began empty in the place of a damaged one. */
  isBegunAnew: boolean;
};

export function emptyDisk(): Disk {
  return {
    records: new Map(),
    secrets: new Map(),
    boots: 0,
    isDamaged: false,
    isBegunAnew: false,
  };
}

const copyOf = (map: ReadonlyMap<string, Uint8Array>): [string, Uint8Array][] =>
  [...map].map(([key, value]) => [key, new Uint8Array(value)]);

/** An image of a disk. */
export function imageOf(disk: Disk): Disk {
  return {
    ...disk,
    records: new Map(copyOf(disk.records)),
    secrets: new Map(copyOf(disk.secrets)),
  };
}

/** Puts an image in the place of what is on a disk. */
export function putImage(disk: Disk, image: Disk): void {
  disk.records.clear();
  disk.secrets.clear();
  for (const [key, value] of copyOf(image.records)) disk.records.set(key, value);
  for (const [key, value] of copyOf(image.secrets)) disk.secrets.set(key, value);
  disk.boots = image.boots;
  disk.isDamaged = image.isDamaged;
  disk.isBegunAnew = image.isBegunAnew;
}

/** The operator's word to begin with an empty store. */
export function beginAnew(disk: Disk): void {
  putImage(disk, { ...emptyDisk(), isBegunAnew: true });
}

export function restoredFrom(disk: Disk, wallMs: number): Restored {
  return { records: copyOf(disk.records), secrets: new Map(copyOf(disk.secrets)), wallMs };
}

export type Writer = {
  readonly write: (action: Persist, done: () => void) => void;
  readonly isIdle: () => boolean;
  /** The process is gone: some of what was on its way got there, in order; the rest is lost. */
  readonly crash: () => void;
};

type Pending = { readonly action: Persist; readonly done: () => void };

/** What one process writes, in order. */
export function createWriter(options: {
  readonly world: World;
  readonly disk: Disk;
  readonly chance: Chance;
  readonly latencyMs: () => number;
  /** Whether the next write fails, for want of space. */
  readonly isFull: () => boolean;
  readonly onFull: () => void;
}): Writer {
  const { world, disk, chance, latencyMs } = options;
  const pending: Pending[] = [];
  let lastMs = 0;
  let isGone = false;

  function finish(): void {
    if (isGone) return;
    if (options.isFull()) {
      options.onFull();
      return;
    }
    const next = pending.shift();
    if (next === undefined) return;
    putSecrets(disk, next.action);
    putChanges(disk, next.action);
    next.done();
  }

  return {
    write: (action, done) => {
      // As the store does: what was handed over does not stay in memory.
      const secrets = action.secrets?.map((one) => {
        if (one.type !== 'put-secret') return one;
        const bytes = new Uint8Array(one.bytes);
        one.bytes.fill(0);
        return { ...one, bytes };
      });
      const kept = secrets === undefined ? action : { ...action, secrets };
      pending.push({ action: kept, done });
      lastMs = Math.max(world.now() + latencyMs(), lastMs);
      world.after(lastMs - world.now(), finish);
    },
    isIdle: () => pending.length === 0,
    crash: () => {
      isGone = true;
      const whole = chance.pick(0, pending.length);
      for (const [i, { action }] of pending.entries()) {
        // A secret is a file of its own, written before the batch that names it.
        if (i < whole || chance.happens(0.25)) putSecrets(disk, action);
        if (i < whole) putChanges(disk, action);
      }
      pending.length = 0;
    },
  };
}

function putSecrets(disk: Disk, action: Persist): void {
  for (const secret of action.secrets ?? []) {
    if (secret.type === 'put-secret') disk.secrets.set(secret.name, new Uint8Array(secret.bytes));
    else disk.secrets.delete(secret.name);
  }
}

function putChanges(disk: Disk, action: Persist): void {
  for (const change of action.changes) {
    if (change.type === 'put') disk.records.set(change.key, new Uint8Array(change.value));
    else disk.records.delete(change.key);
  }
}
