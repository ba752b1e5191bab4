/**
 * How much of a node's time and log one peer may take. Members of a roster are few and known, and
 * one of them may be broken or bad: it must not starve the work of the others, nor fill the disk.
 * @module
 */
import { limits } from '@permafrost/wire';

type Bucket = { units: number; atMs: number };
type Lines = { minute: number; told: number; untold: number };

export type Guard = {
  /** By peer: what it may still send at once. */
  readonly frames: Map<string, Bucket>;
  /** By peer: results of requests unknown here that may be test signatures, and are verified. */
  readonly tests: Map<string, Bucket>;
  /** By what is said and of whom. */
  readonly lines: Map<string, Lines>;
};

/** What a peer may send in a second, and at once after it was quiet, in units of work. */
export const FRAME_UNITS_PER_SECOND = 5_000;
export const FRAME_UNITS_AT_ONCE = 20_000;
/** Results of one peer that are verified as test signatures. It says those again by other means. */
export const TESTS_PER_SECOND = 4;
export const TESTS_AT_ONCE = 16;
/** Lines of one event about one peer, in one minute. */
export const LINES_PER_MINUTE = 10;
/** Events and peers that lines are counted of, at most: the oldest are forgotten. */
const LINES_MAX = 4_096;

const MINUTE_MS = 60_000;

/** Bytes for which one more unit is taken: elements to decode cost more than a message to hash. */
const BYTES_PER_UNIT: ReadonlyMap<number, number> = new Map<number, number>([
  [limits.FRAME.offers, 64],
  [limits.FRAME.ceremony, 256],
  [limits.FRAME.keyRecords, 256],
  [limits.FRAME.sign, 4_096],
  [limits.FRAME.epochStatus, 128],
  [limits.FRAME.epochParts, 128],
]);
/**
 * What frames cost however short they are: an envelope of signing a signature to make or to verify,
 * a request for a part of a record the encoding of all of it.
 */
const UNITS_LEAST: ReadonlyMap<number, number> = new Map<number, number>([
  [limits.FRAME.sign, 2],
  [limits.FRAME.epochRequest, 20],
]);
const BYTES_PER_UNIT_ELSE = 1_024;

export function createGuard(): Guard {
  return { frames: new Map(), tests: new Map(), lines: new Map() };
}

/** What a frame costs, about, in units of which an idle node does some ten thousand a second. */
export function frameUnits(kind: number, bytes: number): number {
  const least = UNITS_LEAST.get(kind) ?? 1;
  return least + Math.floor(bytes / (BYTES_PER_UNIT.get(kind) ?? BYTES_PER_UNIT_ELSE));
}

/** Whether a frame of a peer is still within what it may send; takes it off if so. */
export function admitsFrame(
  guard: Guard,
  frame: { readonly from: string; readonly kind: number; readonly bytes: number },
  monotonicMs: number,
): boolean {
  const rate = { perSecond: FRAME_UNITS_PER_SECOND, atOnce: FRAME_UNITS_AT_ONCE };
  const units = frameUnits(frame.kind, frame.bytes);
  return takes(guard.frames, frame.from, { ...rate, units, monotonicMs });
}

/** Whether one more result of a peer is verified as a test signature; takes it off if so. */
export function admitsTest(guard: Guard, from: string, monotonicMs: number): boolean {
  const rate = { perSecond: TESTS_PER_SECOND, atOnce: TESTS_AT_ONCE };
  return takes(guard.tests, from, { ...rate, units: 1, monotonicMs });
}

function takes(
  buckets: Map<string, Bucket>,
  from: string,
  what: {
    readonly perSecond: number;
    readonly atOnce: number;
    readonly units: number;
    readonly monotonicMs: number;
  },
): boolean {
  const { perSecond, atOnce, units, monotonicMs } = what;
  const bucket = buckets.get(from) ?? { units: atOnce, atMs: monotonicMs };
  buckets.set(from, bucket);
  const since = Math.max(0, monotonicMs - bucket.atMs);
  bucket.units = Math.min(atOnce, bucket.units + (since * perSecond) / 1_000);
  bucket.atMs = monotonicMs;
  if (bucket.units < units) return false;
  bucket.units -= units;
  return true;
}

/**
 * Whether a line may be written about a peer now.
 * @returns undefined if not; else how many were left out since the last one
 */
export function admitsLine(
  guard: Guard,
  line: { readonly about: string; readonly event: string; readonly perMinute?: number },
  monotonicMs: number,
): number | undefined {
  const name = `${line.event}/${line.about}`;
  const minute = Math.floor(monotonicMs / MINUTE_MS);
  const known = guard.lines.get(name) ?? { minute, told: 0, untold: 0 };
  guard.lines.set(name, known);
  for (const oldest of guard.lines.keys()) {
    if (guard.lines.size <= LINES_MAX) break;
    guard.lines.delete(oldest);
  }
  if (known.minute !== minute) {
    known.minute = minute;
    known.told = 0;
  }
  if (known.told >= (line.perMinute ?? LINES_PER_MINUTE)) {
    known.untold++;
    return undefined;
  }
  known.told++;
  const { untold } = known;
  known.untold = 0;
  return untold;
}
