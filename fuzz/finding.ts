/**
 * What a run of fuzzing has to say.
 * @module
 */
import { toHex } from '@permafrost/frost';

export type Finding = {
  /** Of the scene in which it happened. */
  readonly seed: number;
  readonly suite: string;
  /** A decoder by its name, `frame KIND`, `call` or what was found out in the end. */
  readonly target: string;
  /** Which mutation; empty when the input is as it was said. */
  readonly mutation: string;
  /** The bytes, hex. */
  readonly input: string;
  /** Hex key of who said it; empty for decoders. */
  readonly by: string;
  readonly complaint: string;
};

export type Tally = {
  readonly seed: number;
  readonly suite: string;
  inputs: number;
  /** Frames of the bad node that reached another one. */
  heard: number;
  /** Inputs by target. */
  readonly targets: Map<string, number>;
  readonly mutations: Map<string, number>;
  /** Decoders for which no right record was at hand to begin with. */
  readonly unseeded: string[];
  readonly findings: Finding[];
};

export function createTally(seed: number, suite: string): Tally {
  return {
    seed,
    suite,
    inputs: 0,
    heard: 0,
    targets: new Map(),
    mutations: new Map(),
    unseeded: [],
    findings: [],
  };
}

export function count(tally: Tally, target: string, mutation: string): void {
  tally.inputs++;
  tally.targets.set(target, (tally.targets.get(target) ?? 0) + 1);
  tally.mutations.set(mutation, (tally.mutations.get(mutation) ?? 0) + 1);
}

/** Adds a finding, unless one of this target with this complaint is there. */
export function addFinding(
  { findings, seed, suite }: Tally,
  finding: Omit<Finding, 'seed' | 'suite' | 'input'> & { readonly bytes: Uint8Array },
): void {
  const { bytes, ...rest } = finding;
  const about = (one: Pick<Finding, 'target' | 'complaint'>) =>
    `${one.target} ${one.complaint.split('\n')[0]?.replace(/\d+/g, '#')}`;
  if (findings.some((one) => about(one) === about(rest))) return;
  findings.push({ seed, suite, ...rest, input: toHex(bytes) });
}
