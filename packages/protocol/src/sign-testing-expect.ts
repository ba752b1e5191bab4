import { expect } from 'vitest';
import { decodeEvidence, encodeEvidence } from './evidence.ts';
import { type SigningEvidenceKind, verifySigningEvidence } from './sign-evidence.ts';
import { forgeShare, otherScalar, type TestKey, testKey } from './sign-testing.ts';
import type { RunResult } from './sign-testing-run.ts';

export const twoOfThree: TestKey = testKey({ minSigners: 2, maxSigners: 3 });
export const threeOfFive: TestKey = testKey({ minSigners: 3, maxSigners: 5 });

export function signed(result: RunResult): Extract<RunResult['outcome'], { type: 'signed' }> {
  if (result.outcome.type !== 'signed') throw new Error(JSON.stringify(result.outcome));
  return result.outcome;
}

export function failed(result: RunResult): Extract<RunResult['outcome'], { type: 'failed' }> {
  if (result.outcome.type !== 'failed') throw new Error('it was signed');
  return result.outcome;
}

/** Every report with evidence convinces from its JSON alone, and blames these seats and no other. */
export function expectBlame(result: RunResult, key: TestKey, seats: readonly number[]): void {
  const culprits = new Set<number>();
  for (const { detail, evidence } of result.reports) {
    if ('culprit' in detail) culprits.add(detail.culprit);
    if (evidence === undefined) continue;
    const read = decodeEvidence(encodeEvidence(evidence));
    const verdict = verifySigningEvidence({ ...read, kind: read.kind as SigningEvidenceKind });
    if (!verdict.proven) throw new Error(verdict.reason);
    expect('culprit' in detail && key.hosts[detail.culprit - 1]).toEqual(verdict.culprit);
    expect(verdict.code).toBe(detail.code);
  }
  expect([...culprits]).toEqual(seats);
}

export function lyingShare(
  key: TestKey,
  liar: number,
): (seat: number, envelope: Uint8Array) => readonly Uint8Array[] {
  return (seat: number, envelope: Uint8Array): readonly Uint8Array[] =>
    seat === liar
      ? [forgeShare(envelope, key.hostSeeds[seat - 1]!, (share) => otherScalar(key.suite, share))]
      : [envelope];
}
