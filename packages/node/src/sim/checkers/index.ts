/**
 * What must hold however a run falls, checked from outside.
 * @module
 */
import type { Network } from '../world.ts';
import type { About, Asked, Violation } from './about.ts';
import { watchAgreement } from './agreement.ts';
import { checkBlame } from './blame.ts';
import { checkFraming } from './framing.ts';
import { watchGiven } from './given.ts';
import { collectHoldings } from './holdings.ts';
import { checkKeys } from './keys.ts';
import { watchMemory } from './memory.ts';
import { watchNonces } from './nonces.ts';
import { watchPromises } from './promises.ts';
import { watchSigning } from './sightings.ts';
import { checkSignatures } from './signatures.ts';
import { watchAlgebra } from './solver.ts';
import { type Told, watchWords } from './words.ts';

export type Checkers = {
  readonly violations: () => readonly Violation[];
  /** To be told what clients ask and hear. */
  readonly told: Told;
  /** To be called once, when faults have stopped and everything pending had its time to end. */
  readonly finish: () => void;
};

/** Watches a network from before its first node starts. */
export function createCheckers(network: Network, about: About, asked: Asked): Checkers {
  const violations: Violation[] = [];
  const violate = (checker: string, detail: string): void => {
    violations.push({ seed: about.seed, checker, detail });
  };
  const sightings = watchSigning(network, about);
  watchNonces(sightings, violate);
  watchGiven(network, about, sightings, violate);
  watchPromises(network, about, violate);
  watchAgreement(network, about, violate);
  const words = watchWords(network, about, sightings, violate);
  const algebra = watchAlgebra(network, about, sightings, violate);
  const memory = watchMemory(network, about, violate);
  // Without an adversary there is nobody who would frame anyone.
  const holdings = about.corrupt.size > 0 ? collectHoldings(network) : undefined;
  return {
    violations: () => violations,
    told: words,
    finish: () => {
      checkKeys(network, about, asked, violate);
      checkSignatures(about, asked, violate);
      checkBlame(network, about, violate);
      algebra.finish();
      memory.finish();
      words.finish();
      if (holdings !== undefined) checkFraming(network, about, holdings(), violate);
    },
  };
}
