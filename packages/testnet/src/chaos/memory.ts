/** Watches how much memory the processes of nodes hold. @module */
import type { TestnetPaths } from '../state.ts';
import type { ChaosReport } from './report.ts';
import { memoryOf } from './traces.ts';

export type MemoryWatch = {
  /** In MB of a million bytes; empty where this cannot be known. */
  readonly figures: () => ChaosReport['memory'];
  readonly stop: () => void;
};

const EACH_MS = 1_000;

export function watchMemory(paths: TestnetPaths, names: readonly string[]): MemoryWatch {
  const seen = new Map<string, { readonly start: number; max: number; end: number }>();
  function look(): void {
    for (const name of names) {
      const now = memoryOf(paths, name);
      if (now === undefined) continue;
      const one = seen.get(name);
      if (one === undefined) seen.set(name, { start: now, max: now, end: now });
      else {
        one.max = Math.max(one.max, now);
        one.end = now;
      }
    }
  }
  look();
  const timer = setInterval(look, EACH_MS);
  timer.unref();
  const mb = (bytes: number) => Math.round(bytes / 1e6);
  return {
    figures: () =>
      [...seen].map(([node, { start, max, end }]) => ({
        node,
        startMb: mb(start),
        maxMb: mb(max),
        endMb: mb(end),
      })),
    stop: () => clearInterval(timer),
  };
}
