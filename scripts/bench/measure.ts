/** Timings of several contenders at the same work, turn by turn in one process. */

/** Prepares one turn; what it gives back is what is timed. */
export type Work = () => () => void;

/** Microseconds. */
export type Timing = { readonly median: number; readonly low: number; readonly high: number };

const ROUNDS_MIN = 3;
const ROUNDS_MAX = 31;
const WARM_MS = 100;

/**
 * Medians and quartiles of every contender. A round times each of them once, in turn, so that a
 * busy machine slows all alike: trust the ratios. Ends after `budgetMs` and 3 rounds, or 31.
 */
export function measure(contenders: readonly Work[], budgetMs: number): readonly Timing[] {
  const samples = contenders.map((): number[] => []);
  // Until compiled; work that takes long anyway is run once.
  for (const work of contenders) {
    const end = performance.now() + Math.min(WARM_MS, budgetMs / 10);
    do work()();
    while (performance.now() < end);
  }
  const end = performance.now() + budgetMs;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    if (round >= ROUNDS_MIN && performance.now() >= end) break;
    contenders.forEach((work, k) => {
      const run = work();
      const started = performance.now();
      run();
      (samples[k] as number[]).push(1000 * (performance.now() - started));
    });
  }
  return samples.map(summary);
}

function summary(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] as number;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
