/**
 * The common scene of attacks on key generation: four members, two of whom sign, one of whom lies.
 * @module
 */
import type { Ciphersuite } from '@permafrost/frost';
import type { Seat } from '../session.ts';
import { byzantine, type Twist } from './adversary.ts';
import { type DkgRun, makeHosts, simulateDkg } from './dkg.ts';
import type { Conditions } from './network.ts';
import { toySuite } from './toy.ts';

export const LIAR: Seat = 2;
export const HONEST: readonly Seat[] = [1, 3, 4];

/** Runs it. */
export function attack(
  seed: number,
  twist: Twist,
  options: { readonly suite?: Ciphersuite; readonly conditions?: Partial<Conditions> } = {},
): DkgRun {
  const suite = options.suite ?? toySuite;
  const hosts = makeHosts({ seed, suite, minSigners: 2, maxSigners: HONEST.length + 1 });
  return simulateDkg({ seed, hosts, byzantine: new Map([[LIAR, byzantine(twist)]]), ...options });
}

/** A copy with some bytes replaced. */
export function replaced(bytes: Uint8Array, at: number, by: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(by, at);
  return copy;
}
