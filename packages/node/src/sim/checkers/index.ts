/**
 * What must hold however a run falls, checked from outside.
 * @module
 */
import type { Network } from '../world.ts';
import type { About, Asked, Violation } from './about.ts';
import { checkBlame } from './blame.ts';
import { checkKeys } from './keys.ts';
import { watchNonces } from './nonces.ts';
import { watchPromises } from './promises.ts';
import { checkSignatures } from './signatures.ts';

export type Checkers = {
  readonly violations: () => readonly Violation[];
  /** To be called once, when faults have stopped and everything pending had its time to end. */
  readonly finish: () => void;
};

/** Watches a network from before its first node starts. */
export function createCheckers(network: Network, about: About, asked: Asked): Checkers {
  const violations: Violation[] = [];
  const violate = (checker: string, detail: string): void => {
    violations.push({ seed: about.seed, checker, detail });
  };
  watchNonces(network, about, violate);
  watchPromises(network, about, violate);
  return {
    violations: () => violations,
    finish: () => {
      checkKeys(network, about, asked, violate);
      checkSignatures(about, asked, violate);
      checkBlame(network, about, violate);
    },
  };
}
