/**
 * After a key generation: everybody's Cert and Stored, late complaints, and what it takes to
 * convince somebody who was not there. Pure functions on records and verified envelopes; when to
 * ask whom for what is the node's business.
 * @module
 */
import { type Ciphersuite, type Element, equalBytes, schnorrVerify, TH } from '@permafrost/frost';
import { DKG_ROUND, decodeCert, kindOfThird } from './ceremony-messages.ts';
import { compareEnvelopes, equivocation, type Found } from './dkg-exchange.ts';
import { type Opened, parseEnvelope } from './envelope.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { isMalformed, verifyEvidence } from './evidence-verify.ts';
import type { FaultDetail } from './fault.ts';
import { ceremonyKind, dealerSeats, type Group, hostOf, transcriptHash } from './group.ts';
import type { Seat } from './session.ts';

/** What is known of a key generation once it has a transcript. */
export type CertifiedFacts = {
  readonly suite: Ciphersuite;
  readonly group: Group;
  readonly attempt: number;
  readonly sessionId: Uint8Array;
  readonly transcript: Uint8Array;
  /** Static keys of the session in order of all seats, as in the transcript. */
  readonly publicKeys: readonly Element[];
  /** Signed envelopes in order of seats; Commits and Reveals of those who deal. */
  readonly joins: readonly Uint8Array[];
  readonly commits: readonly Uint8Array[];
  readonly reveals: readonly Uint8Array[];
};

export type JudgedCert =
  | { readonly type: 'valid' }
  | {
      readonly type: 'fault';
      readonly detail: FaultDetail;
      /** With faults that it proves. */
      readonly evidence: Evidence | undefined;
    };

/** 32 bytes, the payload of a Stored. It covers the transcript alone, so that it cannot vary. */
export function storedPayload(transcript: Uint8Array): Uint8Array {
  return TH('cocktail/cert', transcript).slice(0, 32);
}

/**
 * Judges a round-3 envelope: a Cert, or a late Complaint. `opened` has its signature verified under
 * the host key of its seat; `known` is the Cert held of that seat, with which another one
 * conflicts. A Cert of another transcript is `transcript-mismatch`: ask its author for its Reveals
 * and `compareReveals`. The pending key stays, whatever comes out.
 */
export function judgeCert(facts: CertifiedFacts, opened: Opened, known?: Uint8Array): JudgedCert {
  const { suite, group, attempt, transcript, publicKeys } = facts;
  const { from, payload, bytes } = opened;
  const publicKey = publicKeys[from - 1];
  const isMember = from <= group.members.length;
  if (!isOf(facts, opened, DKG_ROUND.cert) || publicKey === undefined || !isMember) {
    return unproven({ code: 'session-mismatch', seats: [from] });
  }
  if (known !== undefined && !equalBytes(parseEnvelope(known).payload, payload)) {
    return { type: 'fault', ...equivocation({ group, attempt, envelopes: [known, bytes] }) };
  }
  if (isMalformed(suite, opened)) {
    const detail: FaultDetail = { code: 'malformed-message', culprit: from, round: opened.round };
    return proved(facts, from, { detail, kind: 'malformed', envelopes: [bytes] });
  }
  if (kindOfThird(suite.cocktail, payload) === 'complaint') {
    const found = adjudicateComplaint(facts, opened);
    return found === undefined
      ? unproven({ code: 'void-complaint', seats: [from] })
      : { type: 'fault', ...found };
  }
  const cert = decodeCert(suite.cocktail, payload);
  if (!equalBytes(cert.transcriptHash, transcriptHash(transcript))) {
    return unproven({ code: 'transcript-mismatch', seats: [from] });
  }
  if (schnorrVerify(suite.cocktail, publicKey, transcript, cert.signature)) {
    return { type: 'valid' };
  }
  const detail: FaultDetail = { code: 'bad-certificate', culprit: from };
  return proved(facts, from, { detail, kind: 'certificate', envelopes: [bytes], transcript });
}

/** Whether a verified round-4 envelope says that its author stored this very certificate. */
export function judgeStored(facts: CertifiedFacts, opened: Opened): boolean {
  return (
    isOf(facts, opened, DKG_ROUND.stored) &&
    equalBytes(opened.payload, storedPayload(facts.transcript))
  );
}

/**
 * Whose fault a complaint shows: the accused's or the complainer's. undefined: it is about another
 * body, context or session than ours, and evidence against nobody.
 */
export function adjudicateComplaint(facts: CertifiedFacts, opened: Opened): Found | undefined {
  const { suite, group, attempt } = facts;
  const { payload, from } = opened;
  if (!isOf(facts, opened, DKG_ROUND.cert)) return undefined;
  if (kindOfThird(suite.cocktail, payload) !== 'complaint') return undefined;
  const accused = ((payload[0] as number) << 8) | (payload[1] as number);
  const at = dealerSeats(group).indexOf(accused);
  const commit = facts.commits[at];
  const reveal = facts.reveals[at];
  if (commit === undefined || reveal === undefined) return undefined;
  const envelopes = [...facts.joins, commit, reveal, opened.bytes];
  const claim = { culprit: hostOf(group, accused) as Uint8Array, code: 'bad-share' };
  const evidence = evidenceOf({ kind: 'complaint', group, attempt, envelopes, claim });
  const verdict = verifyEvidence(evidence, () => suite);
  if (!verdict.proven) return undefined;
  const detail: FaultDetail = equalBytes(verdict.culprit, claim.culprit)
    ? { code: 'bad-share', culprit: accused, witness: from }
    : { code: 'false-complaint', culprit: from, accused };
  const { culprit } = verdict;
  return { detail, evidence: { ...evidence, claim: { culprit, code: detail.code } } };
}

/**
 * For a Cert about another transcript: the dealer that showed two Reveals, if there is one among
 * the Reveals that its author sent us.
 */
export function compareReveals(
  facts: CertifiedFacts,
  theirs: readonly Uint8Array[],
): Found | undefined {
  const { group, attempt, reveals } = facts;
  return compareEnvelopes({ group, attempt, ours: reveals, theirs });
}

function isOf({ group, sessionId }: CertifiedFacts, opened: Opened, round: number): boolean {
  return (
    opened.kind === ceremonyKind(group) &&
    opened.suite === group.suite &&
    opened.round === round &&
    opened.to === 'all' &&
    equalBytes(opened.sessionId, sessionId)
  );
}

function unproven(detail: FaultDetail): JudgedCert {
  return { type: 'fault', detail, evidence: undefined };
}

function proved(
  { group, attempt }: CertifiedFacts,
  seat: Seat,
  given: { readonly detail: FaultDetail } & Pick<Evidence, 'kind' | 'envelopes'> &
    Partial<Pick<Evidence, 'transcript'>>,
): JudgedCert {
  const { detail, ...shown } = given;
  const claim = { culprit: hostOf(group, seat) as Uint8Array, code: detail.code };
  return { type: 'fault', detail, evidence: evidenceOf({ group, attempt, claim, ...shown }) };
}
