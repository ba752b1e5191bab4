/**
 * What a script must come to.
 * @module
 */
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
]);

const FIRST_SEED = 12;
const SEEDS = 6;

export type Judged = { readonly done: number; readonly wrong: readonly string[] };

/** The first of a few seeds in which a script finds something to do, or something goes wrong. */
export function judgeScript(name: string): Judged {
  let judged = judgeSeed(name, FIRST_SEED);
  for (let seed = FIRST_SEED + 1; seed < FIRST_SEED + SEEDS; seed++) {
    if (judged.done > 0 || judged.wrong.length > 0) break;
    judged = judgeSeed(name, seed);
  }
  return judged;
}

/** Runs a script: how much it did, and what is wrong with what came of it. */
export function judgeSeed(name: string, seed: number): Judged {
  const { did, violations, proven } = runScript(name, seed);
  const done = [...did.values()].reduce((a, b) => a + b, 0);
  const code = PROVEN.get(name);
  const isLacking = code !== undefined && done > 0 && !proven().has(code);
  return { done, wrong: [...violations(), ...(isLacking ? [`nobody proved ${code}`] : [])] };
}
