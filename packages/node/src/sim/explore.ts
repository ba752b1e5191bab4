/**
 * Explores: one seed makes a whole network, its conditions and its accidents; what must hold
 * however they fall is checked from outside.
 * @module
 */
import type { OutsideVerifier } from './checkers/about.ts';
import type { Plan } from './plan.ts';
import { makePlan, type RunOptions } from './profiles.ts';
import { type RunReport, runPlan } from './run.ts';
import { type Shrunk, shrink } from './shrink.ts';

export type { OutsideVerifier, Violation } from './checkers/about.ts';
export type { RunOptions } from './profiles.ts';
export type { RunReport } from './run.ts';

export type Tracing = { readonly isTraced: boolean };

/** Runs one seed to its end. The same seed gives the same report. */
export function explore(
  options: RunOptions,
  verifyOutside: OutsideVerifier,
  tracing: Tracing = { isTraced: true },
): RunReport {
  return runPlan(makePlan(options), verifyOutside, tracing);
}

/** A smaller plan that breaks the same rule. */
export function shrinkPlan(
  plan: Plan,
  checker: string,
  verifyOutside: OutsideVerifier,
  replaysMax: number,
): Shrunk {
  const fails = (one: Plan): boolean =>
    runPlan(one, verifyOutside, { isTraced: false }).violations.some(
      (violation) => violation.checker === checker,
    );
  return shrink(plan, fails, replaysMax);
}
