/**
 * How long signers take to answer, and so how long to wait before others are asked besides.
 * @module
 */
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';

type Estimate = {
  readonly smoothedMs: number;
  readonly variationMs: number;
  readonly samples: number;
};

export type RoundTrips = {
  /** By suite, then by host: answers of different suites cost differently. */
  readonly bySuite: Map<string, Map<HostId, Estimate>>;
  /** Until when a host that kept a request waiting is asked after the others, monotonic. */
  readonly lateUntilMs: Map<HostId, number>;
  /** How many more attempts may be begun early, in the place of those that wait. */
  spare: number;
};

/** Before anything was measured: programs that just started are slow. */
export const FIRST_DELAY_MS: number = 500;
/** Answers of a host that it takes to know how they vary. */
const SAMPLES_MIN = 4;
/** How much longer than it ought to take an answer may take. */
const FACTOR = 1.5;
const MARGIN_MS = 10;
/** How long a host that kept a request waiting is asked after the others. */
export const LATE_MS: number = 60_000;

/**
 * Early attempts are work that may be in vain: where everybody is slow because there is too much of
 * it, they would make it worse. So there are as many as this, and one more for each ten requests.
 */
export const SPARE_MAX: number = 10;
const SPARE_EACH = 0.1;

export function createRoundTrips(): RoundTrips {
  return { bySuite: new Map(), lateUntilMs: new Map(), spare: SPARE_MAX };
}

/** Milliseconds from a SignRequest to its SignShare. Smoothed as in RFC 6298, section 2. */
export function noteRoundTrip(
  table: RoundTrips,
  { suite, host, ms }: { readonly suite: string; readonly host: HostId; readonly ms: number },
): void {
  const took = Math.min(Math.max(ms, 0), 2 * limits.SIGN_ATTEMPT_MS_MAX);
  const hosts = table.bySuite.get(suite) ?? new Map<HostId, Estimate>();
  const before = hosts.get(host);
  hosts.set(
    host,
    before === undefined
      ? { smoothedMs: took, variationMs: took / 2, samples: 1 }
      : {
          smoothedMs: (7 * before.smoothedMs + took) / 8,
          variationMs: (3 * before.variationMs + Math.abs(before.smoothedMs - took)) / 4,
          samples: before.samples + 1,
        },
  );
  table.bySuite.set(suite, hosts);
}

/**
 * How long an attempt waits before others are asked. From the median over hosts, and the lower one
 * of two: a signer that always answers just in time cannot make anybody wait longer for it, nor can
 * fewer than half of them together.
 */
export function delayMs(table: RoundTrips, suite: string): number {
  const expected = [...(table.bySuite.get(suite)?.values() ?? [])]
    .filter(({ samples }) => samples >= SAMPLES_MIN)
    .map(({ smoothedMs, variationMs }) => smoothedMs + 4 * variationMs)
    .sort((a, b) => a - b);
  const median = expected[Math.floor((expected.length - 1) / 2)];
  if (median === undefined) return FIRST_DELAY_MS;
  const { SIGN_ATTEMPT_MS_MIN, SIGN_ATTEMPT_MS_MAX } = limits;
  return Math.min(Math.max(FACTOR * median + MARGIN_MS, SIGN_ATTEMPT_MS_MIN), SIGN_ATTEMPT_MS_MAX);
}

/** The delay to wait now: no shorter than the first one when too many were too short lately. */
export function patienceMs(table: RoundTrips, suite: string): number {
  const delay = delayMs(table, suite);
  if (table.spare >= 1) return delay;
  return Math.min(Math.max(4 * delay, FIRST_DELAY_MS), limits.SIGN_ATTEMPT_MS_MAX);
}

/** A request ended; `early` of its attempts were begun while another one was waited for. */
export function noteRequest(table: RoundTrips, early: number): void {
  table.spare = Math.min(SPARE_MAX, Math.max(0, table.spare + SPARE_EACH - early));
}

/** The longest of all suites' delays, for metrics. */
export function longestDelayMs(table: RoundTrips): number {
  const all = [...table.bySuite.keys()].map((suite) => delayMs(table, suite));
  return all.length === 0 ? FIRST_DELAY_MS : Math.max(...all);
}

/** A host kept a request waiting. */
export function noteLate(table: RoundTrips, host: HostId, nowMs: number): void {
  table.lateUntilMs.set(host, nowMs + LATE_MS);
}

/** A host answered in time. */
export function noteInTime(table: RoundTrips, host: HostId): void {
  table.lateUntilMs.delete(host);
}

export function isLate(table: RoundTrips, host: HostId, nowMs: number): boolean {
  return (table.lateUntilMs.get(host) ?? 0) > nowMs;
}
