/**
 * Judges of a simulated run. They stand outside and throw when something must not have happened.
 * @module
 */
import { type Ciphersuite, equalBytes, toHex } from '@permafrost/frost';
import type { DkgResult } from '../dkg.ts';
import { decodeEvidence, encodeEvidence, type Verdict } from '../evidence.ts';
import { verifyEvidence } from '../evidence-verify.ts';
import { blame } from '../fault.ts';
import type { Seat } from '../session.ts';
import type { DkgRun } from './dkg.ts';
import type { Simulation } from './simulate.ts';

/** Something happened that must never happen. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}

/** All who completed hold the same key, and as many as are expected did. */
export function checkAgreement(simulation: Simulation<DkgResult>, seats: readonly Seat[]): void {
  const seen = new Set<string>();
  for (const seat of seats) {
    const outcome = simulation.outcomes.get(seat);
    if (outcome?.type !== 'complete') {
      const why = outcome === undefined ? 'no outcome' : JSON.stringify(outcome.detail);
      throw new CheckError(`seat ${seat} did not complete: ${why}`);
    }
    const { transcript, publicKeys, keyId, sessionId } = outcome.result;
    const { suite, verifyingKey } = publicKeys;
    const parts = [transcript, suite.encodeElement(verifyingKey), keyId, sessionId];
    seen.add(parts.map(toHex).join());
  }
  if (seen.size !== 1) throw new CheckError('members hold different keys');
}

/**
 * Nobody honest is ever held at fault, and whoever is, is so by evidence that convinces a stranger
 * who has the evidence file and nothing else. Returns what was proven.
 */
export function checkBlame(
  { simulation, hosts }: DkgRun,
  options: { readonly suite: Ciphersuite; readonly faulty: readonly Seat[] },
): readonly (Verdict & { readonly proven: true })[] {
  const { suite, faulty } = options;
  const verdicts: (Verdict & { readonly proven: true })[] = [];
  for (const { by, detail, evidence } of simulation.reports) {
    if (faulty.includes(by)) continue; // What a liar says of itself or others counts for nothing.
    const { class: kind, culprits } = blame(detail);
    if (culprits.some((seat) => !faulty.includes(seat))) {
      throw new CheckError(`seat ${by} blames an honest one: ${JSON.stringify(detail)}`);
    }
    if (kind !== 'PROOF') continue;
    if (evidence === undefined) throw new CheckError(`${detail.code} without evidence`);
    const verdict = verifyEvidence(decodeEvidence(encodeEvidence(evidence)), () => suite);
    if (!verdict.proven)
      throw new CheckError(`${detail.code} does not convince: ${verdict.reason}`);
    const names = culprits.map((seat) => hosts.group.members[seat - 1] as Uint8Array);
    if (!names.some((name) => equalBytes(name, verdict.culprit))) {
      throw new CheckError(`${detail.code} convicts somebody else`);
    }
    verdicts.push(verdict);
  }
  return verdicts;
}
