/**
 * How many cancels an entry node passes on. Members hear each node only so often, and its cancels
 * come out of the same part as its requests for shares: nobody may use that up for all others. A few
 * of each requester always pass; what is more comes out of a part that all of them share.
 * @module
 */

type Bucket = { left: number; atMs: number };
type Rate = { readonly perSecond: number; readonly atOnce: number };

export type CancelTurns = {
  /** By requester: those that always pass. */
  readonly few: Map<string, Bucket>;
  /** By requester: what it may take of the part of all. */
  readonly more: Map<string, Bucket>;
  readonly shared: Bucket;
};

export const FEW: Rate = { perSecond: 4, atOnce: 16 };
export const MORE: Rate = { perSecond: 64, atOnce: 256 };
/** A tenth of what a member hears of one node, FRAME_UNITS_PER_SECOND. */
export const SHARED: Rate = { perSecond: 500, atOnce: 1_000 };
/** Requesters that are remembered; above this, those that were quiet are forgotten. */
const REQUESTERS_MAX = 4_096;

export function createCancelTurns(): CancelTurns {
  const shared = { left: SHARED.atOnce, atMs: 0 };
  return { few: new Map(), more: new Map(), shared };
}

/** Whether a cancel of this requester is passed on now; takes it off if so. */
export function admitsCancel(turns: CancelTurns, requester: string, monotonicMs: number): boolean {
  const few = bucketOf(turns.few, requester, { rate: FEW, monotonicMs });
  if (few.left >= 1) {
    few.left--;
    return true;
  }
  const more = bucketOf(turns.more, requester, { rate: MORE, monotonicMs });
  refill(turns.shared, SHARED, monotonicMs);
  if (more.left < 1 || turns.shared.left < 1) return false;
  more.left--;
  turns.shared.left--;
  return true;
}

function bucketOf(
  buckets: Map<string, Bucket>,
  requester: string,
  { rate, monotonicMs }: { readonly rate: Rate; readonly monotonicMs: number },
): Bucket {
  const known = buckets.get(requester);
  if (known !== undefined) {
    refill(known, rate, monotonicMs);
    return known;
  }
  if (buckets.size >= REQUESTERS_MAX) {
    for (const [quiet, bucket] of buckets) {
      refill(bucket, rate, monotonicMs);
      if (bucket.left >= rate.atOnce) buckets.delete(quiet);
    }
  }
  const made = { left: rate.atOnce, atMs: monotonicMs };
  buckets.set(requester, made);
  return made;
}

function refill(bucket: Bucket, { perSecond, atOnce }: Rate, monotonicMs: number): void {
  const since = Math.max(0, monotonicMs - bucket.atMs);
  bucket.left = Math.min(atOnce, bucket.left + (since * perSecond) / 1_000);
  bucket.atMs = monotonicMs;
}
