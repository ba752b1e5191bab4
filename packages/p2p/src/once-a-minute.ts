/**
 * Tells of repeated events once per key and minute, with a count, in bounded memory.
 *
 * Whoever can invent identities could still fill a log with new ones, so there is also a budget for
 * all keys together; what goes beyond it is only counted. Pure: the caller brings the time.
 * @module
 */

const MINUTE_MS = 60_000;

export type Report = { readonly key: string; readonly count: number };

export type OnceAMinute = {
  /** The count to tell now (1, or all since the last time), or undefined: not yet. */
  readonly note: (key: string, nowMs: number) => number | undefined;
  /** To be called now and then: what was held back and is due. */
  readonly due: (nowMs: number) => readonly Report[];
  /** How many were not told because of the budget, since this was last asked. */
  readonly takeSuppressed: () => number;
};

export function createOnceAMinute(
  options: { readonly keysMax?: number; readonly reportsPerMinuteMax?: number } = {},
): OnceAMinute {
  const { keysMax = 1024, reportsPerMinuteMax = 60 } = options;
  // In order of last use: the first is the one to forget.
  const entries = new Map<string, { toldMs: number; held: number }>();
  let windowMs = Number.NEGATIVE_INFINITY;
  let told = 0;
  let suppressed = 0;

  const mayTell = (nowMs: number): boolean => {
    if (nowMs - windowMs >= MINUTE_MS) {
      windowMs = nowMs;
      told = 0;
    }
    if (told >= reportsPerMinuteMax) return false;
    told += 1;
    return true;
  };

  return {
    note(key, nowMs) {
      const entry = entries.get(key) ?? { toldMs: Number.NEGATIVE_INFINITY, held: 0 };
      entries.delete(key);
      entries.set(key, entry);
      if (entries.size > keysMax) {
        for (const oldest of entries.keys()) {
          entries.delete(oldest);
          break;
        }
      }
      entry.held += 1;
      if (nowMs - entry.toldMs < MINUTE_MS) return undefined;
      if (!mayTell(nowMs)) {
        suppressed += 1;
        entry.held = 0;
        return undefined;
      }
      const count = entry.held;
      entry.held = 0;
      entry.toldMs = nowMs;
      return count;
    },
    due(nowMs) {
      const reports: Report[] = [];
      for (const [key, entry] of entries) {
        if (entry.held === 0 || nowMs - entry.toldMs < MINUTE_MS || !mayTell(nowMs)) continue;
        reports.push({ key, count: entry.held });
        entry.held = 0;
        entry.toldMs = nowMs;
      }
      return reports;
    },
    takeSuppressed() {
      const count = suppressed;
      suppressed = 0;
      return count;
    },
  };
}
