/**
 * How long signers take to answer, and so how long to wait before others are asked besides.
 * @module
 */
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';

type Estimate = { readonly smoothedMs: number; readonly variationMs: number };

export type RoundTrips = {
  /** By suite, then by host: answers of different suites cost differently. */
  readonly bySuite: Map<string, Map<HostId, Estimate>>;
  /** Until when a host that kept a request waiting is asked after the others, monotonic. */
  readonly lateUntilMs: Map<HostId, number>;
};

/** Before anything was measured: programs that just started are slow. */
export const FIRST_DELAY_MS: number = 500;
/** How much longer than it ought to take an answer may take. */
const FACTOR = 1.5;
const MARGIN_MS = 10;
/** How long a host that kept a request waiting is asked after the others. */
export const LATE_MS: number = 60_000;

export function createRoundTrips(): RoundTrips {
  return { bySuite: new Map(), lateUntilMs: new Map() };
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
      ? { smoothedMs: took, variationMs: took / 2 }
      : {
          smoothedMs: (7 * before.smoothedMs + took) / 8,
          variationMs: (3 * before.variationMs + Math.abs(before.smoothedMs - took)) / 4,
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
    .map(({ smoothedMs, variationMs }) => smoothedMs + 4 * variationMs)
    .sort((a, b) => a - b);
  const median = expected[Math.floor((expected.length - 1) / 2)];
  if (median === undefined) return FIRST_DELAY_MS;
  const { SIGN_ATTEMPT_MS_MIN, SIGN_ATTEMPT_MS_MAX } = limits;
  return Math.min(Math.max(FACTOR * median + MARGIN_MS, SIGN_ATTEMPT_MS_MIN), SIGN_ATTEMPT_MS_MAX);
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
