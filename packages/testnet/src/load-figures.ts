/**
 * What a load comes to: counts, and how long requests took.
 * @module
 */
import type { ErrorCode } from '@permafrost/wire';

export type Latency = {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
};

export type LoadFigures = {
  /** Begun and ended. */
  readonly requests: number;
  readonly signed: number;
  readonly failed: number;
  /** How many of the failed had which code. */
  readonly errors: Partial<Record<ErrorCode, number>>;
  /** Requests given again, with the same idempotency key, since nodes were full or went away. */
  readonly retries: number;
  /** Signing sets tried beyond the first, as the coordinators tell. */
  readonly furtherAttempts: number;
  /** Signed requests that were asked for a second time. */
  readonly repeated: number;
  /** Of those, how many came back with another signature, which is valid too. */
  readonly resigned: number;
  /** Requests not begun at their time, since as many as allowed were open. */
  readonly skipped: number;
  /** Of signed requests, in ms; undefined when there was none. */
  readonly latencyMs: Latency | undefined;
  /** Signed, over the whole time. */
  readonly perSecond: number;
  readonly seconds: number;
};

/** @param values in any order. @returns undefined for none */
export function latencyOf(values: readonly number[]): Latency | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  // The smallest value that at least this share of all does not exceed.
  const at = (share: number) => round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** Processor time of nodes so far, milliseconds, by name; only of those that answered. */
export type CpuTimes = ReadonlyMap<string, number>;

/**
 * What a signature cost each node, in ms of one core, all else that the node did included. Nodes
 * that did not answer twice, or began anew between, are left out.
 */
export function cpuPerSignature(
  before: CpuTimes,
  after: CpuTimes,
  signed: number,
): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  if (signed === 0) return costs;
  for (const [name, ms] of after) {
    const sinceMs = before.get(name);
    if (sinceMs === undefined || ms < sinceMs) continue;
    costs.set(name, Math.round(((ms - sinceMs) / signed) * 100) / 100);
  }
  return costs;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
