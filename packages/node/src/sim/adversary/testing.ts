/**
 * One script as a test.
 * @module
 */
import { expect } from 'vitest';
import { runScript } from './scene.ts';

/** Scripts whose lies honest nodes prove, by the code. */
const PROVEN: ReadonlyMap<string, string> = new Map([
  ['more-coefficients', 'bad-reveal'],
  ['fewer-coefficients', 'bad-reveal'],
  ['zero-coefficient', 'bad-reveal'],
  ['rogue-constant', 'bad-reveal'],
  ['copied-proof', 'bad-reveal'],
  ['copied-ephemeral', 'bad-reveal'],
  ['replayed-static-key', 'bad-join'],
  ['second-join', 'equivocation'],
  ['two-commits', 'equivocation'],
  ['two-reveals', 'commit-mismatch'],
  ['share-of-another-value', 'bad-share'],
  ['share-not-reduced', 'bad-share'],
  ['share-of-zeros', 'bad-share'],
  ['share-that-does-not-open', 'bad-share'],
  ['false-complaint', 'false-complaint'],
  ['reveal-last', 'commit-mismatch'],
  ['second-start', 'equivocation'],
  ['wrong-share', 'invalid-share'],
  ['two-shares', 'conflicting-shares'],
  ['two-offers', 'conflicting-offers'],
]);

/** Runs a script alone: it did something, nothing broke, and what it can be proven is proven. */
export function checkScript(name: string): void {
  expect(checkSeed(name, 11), 'it did something').toBeGreaterThan(0);
}

/** The same for a seed in which it may find nothing to do. How much it did. */
export function checkSeed(name: string, seed: number): number {
  const { did, violations, proven } = runScript(name, seed);
  const done = [...did.values()].reduce((a, b) => a + b, 0);
  expect(violations(), `seed ${seed}`).toEqual([]);
  const code = PROVEN.get(name);
  if (code !== undefined && done > 0) expect([...proven()], `seed ${seed}`).toContain(code);
  return done;
}
