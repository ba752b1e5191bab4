/**
 * How a member of a key generation holds somebody's fault against it: the evidence, from the
 * envelopes that it has.
 * @module
 */
import { DKG_ROUND } from './ceremony-messages.ts';
import type { Found } from './dkg-exchange.ts';
import type { Run } from './dkg-listen.ts';
import { type Evidence, type EvidenceKind, evidenceOf, type Verdict } from './evidence.ts';
import { verifyEvidence } from './evidence-verify.ts';
import { Fault, type FaultDetail, type RevealFault } from './fault.ts';
import { ceremonySeats, hostOf } from './group.ts';
import { report } from './rounds.ts';
import type { Protocol, Seat } from './session.ts';

/** Reports everything found, and ends the session with the first of it. */
export function* accuse(found: readonly Found[]): Protocol<void> {
  const [first, ...more] = found;
  if (first === undefined) return;
  for (const { detail, evidence } of more) yield* report(detail, evidence);
  throw new Fault(first.detail, first.evidence);
}

export function malformed(
  run: Run,
  seat: Seat,
  round: typeof DKG_ROUND.join | typeof DKG_ROUND.commit,
): Found {
  const envelopes = [run.envelopeOf(round, seat)];
  return {
    detail: { code: 'malformed-message', culprit: seat, round },
    evidence: evidenceAgainst(run, seat, {
      kind: 'malformed',
      code: 'malformed-message',
      envelopes,
    }),
  };
}

export function badReveal(run: Run, seat: Seat, why: RevealFault): Found {
  return {
    detail: { code: 'bad-reveal', culprit: seat, why },
    evidence: evidenceAgainst(run, seat, {
      kind: 'reveal',
      code: 'bad-reveal',
      envelopes: caseAgainst(run, seat),
    }),
  };
}

/** Everything that a judgement of one dealer's Reveal rests on. */
export function caseAgainst(run: Run, seat: Seat): readonly Uint8Array[] {
  const seats = ceremonySeats(run.ceremony.group);
  const joins = seats.map((one) => run.envelopeOf(DKG_ROUND.join, one));
  return [...joins, run.envelopeOf(DKG_ROUND.commit, seat), run.envelopeOf(DKG_ROUND.reveal, seat)];
}

export function evidenceAgainst(
  run: Run,
  seat: Seat,
  given: {
    readonly kind: EvidenceKind;
    readonly code: FaultDetail['code'];
    readonly envelopes: readonly Uint8Array[];
  },
): Evidence {
  const { group, attempt } = run.ceremony;
  const culprit = hostOf(group, seat) as Uint8Array;
  const { kind, code, envelopes } = given;
  return evidenceOf({ kind, group, attempt, envelopes, claim: { culprit, code } });
}

export function verdictOn(run: Run, evidence: Evidence): Verdict {
  return verifyEvidence(evidence, () => run.ceremony.suite);
}
