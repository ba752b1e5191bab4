/**
 * What the adversary does with the nodes that it has, by the name of its script.
 * @module
 */
import type { Ciphersuite, Random } from '@permafrost/frost';
import type { Network } from '../world.ts';
import { lie } from './lie.ts';

export const SCRIPTS = ['wrong-share'] as const;

export type Script = (typeof SCRIPTS)[number];

export type AdversaryOptions = {
  /** Indexes of the nodes that it has: fewer than any threshold. */
  readonly corrupt: ReadonlySet<number>;
  readonly script: Script;
  readonly suite: Ciphersuite;
  /** A stream of its own. */
  readonly random: Random;
  /** Counts one thing that it did, by kind. */
  readonly inject: (kind: string) => void;
};

/** Takes over nodes of a network, before the first of them starts. */
export function createAdversary(network: Network, options: AdversaryOptions): void {
  const { corrupt, script, suite, inject } = options;
  switch (script) {
    case 'wrong-share':
      for (const index of corrupt) lie(network, index, suite, () => inject('wrong-share'));
      return;
  }
}
