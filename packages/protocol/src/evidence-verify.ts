/**
 * Judges evidence by its signatures alone. A verdict that is not proven is against nobody: what is
 * shown may be incomplete, or put together from sessions that do not belong together.
 * @module
 */
import {
  type Ciphersuite,
  CocktailFault,
  ciphersuite,
  equalBytes,
  schnorrVerify,
  type Transcript,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { bodyHash, judgeJoin, placeOf } from './ceremony.ts';
import { DKG_ROUND, decodeCert, decodeComplaint, kindOfThird } from './ceremony-messages.ts';
import { parseCeremonyTranscript } from './ceremony-transcript.ts';
import { judgeComplaint } from './complaint.ts';
import { EnvelopeError, type Opened } from './envelope.ts';
import type { Evidence, Verdict } from './evidence.ts';
import { caseOf, dealerFault, exactly, NoEvidence, need, proven, signed } from './evidence-case.ts';
import { isMalformedSum, verifySum } from './evidence-repair.ts';
import {
  ceremonyKind,
  checkGroup,
  type Group,
  hostOf,
  REPAIR_KIND,
  transcriptHash,
} from './group.ts';
import { verifySigningEvidence } from './sign-evidence.ts';
import { decodeStart, verifyStart } from './statements.ts';
import { decodeVote, verifyVote, votesConflict } from './vote.ts';

/** Suites by id; RangeError for an unknown one. Simulations have suites of their own. */
export type SuiteLookup = (id: string) => Ciphersuite;

/**
 * What evidence proves, to somebody who has nothing else. Never throws on bad evidence.
 */
export function verifyEvidence(evidence: Evidence, suiteOf: SuiteLookup = ciphersuite): Verdict {
  try {
    checkGroup(evidence.group);
    return verify(evidence, suiteOf);
  } catch (error) {
    if (error instanceof NoEvidence) return { proven: false, reason: error.message };
    if (error instanceof WireError || error instanceof EnvelopeError) {
      return { proven: false, reason: error.message };
    }
    throw error;
  }
}

function verify(evidence: Evidence, suiteOf: SuiteLookup): Verdict {
  switch (evidence.kind) {
    case 'equivocation':
      return verifyEquivocation(evidence);
    case 'starts':
      return verifyStarts(evidence);
    case 'malformed':
      return verifyMalformed(evidence, knownSuite(evidence, suiteOf));
    case 'bad-join':
      return verifyBadJoin(evidence, knownSuite(evidence, suiteOf));
    case 'reveal':
      return verifyReveal(evidence, knownSuite(evidence, suiteOf));
    case 'certificate':
      return verifyCertificate(evidence, knownSuite(evidence, suiteOf));
    case 'complaint':
      return verifyComplaint(evidence, knownSuite(evidence, suiteOf));
    case 'sum':
      return verifySum(evidence, knownSuite(evidence, suiteOf));
    case 'votes':
      return verifyVotes(evidence);
    // Signing.
    case 'share':
    case 'coordinator-share':
    case 'shares':
    case 'mixed-epochs':
      return verifySigningEvidence({ ...evidence, kind: evidence.kind }, suiteOf);
  }
}

/** Two different envelopes of one seat where an honest host signs one. */
function verifyEquivocation({ group, envelopes }: Evidence): Verdict {
  const [first, second] = exactly(envelopes, 2).map((bytes) => signed(group, bytes));
  if (first === undefined || second === undefined) throw new NoEvidence('two envelopes');
  const kind = ceremonyKind(group);
  need(first.kind === kind && second.kind === kind, 'kind of session');
  need(first.round <= DKG_ROUND.cert, 'rounds in which a seat may speak twice');
  need(
    first.round === second.round &&
      first.from === second.from &&
      equalBytes(first.sessionId, second.sessionId),
    'envelopes of different rounds or sessions',
  );
  need(!equalBytes(first.payload, second.payload), 'the same words twice');
  return proven(group, first.from, 'equivocation');
}

function verifyStarts({ statements }: Evidence): Verdict {
  const [first, second] = exactly(statements, 2).map(decodeStart);
  if (first === undefined || second === undefined) throw new NoEvidence('two starts');
  need(verifyStart(first) && verifyStart(second), 'signature');
  need(
    equalBytes(first.hostPub, second.hostPub) &&
      equalBytes(first.proposalHash, second.proposalHash) &&
      first.attempt === second.attempt,
    'starts of different attempts',
  );
  const same =
    first.without.length === second.without.length &&
    first.without.every((key, i) => equalBytes(key, second.without[i] as Uint8Array));
  need(!same, 'the same words twice');
  return { proven: true, culprit: first.hostPub, code: 'equivocation' };
}

/** Two votes of one host, whatever else is true: it says one for each base and number. */
function verifyVotes({ statements }: Evidence): Verdict {
  const [first, second] = exactly(statements, 2).map(decodeVote);
  if (first === undefined || second === undefined) throw new NoEvidence('two votes');
  need(verifyVote(first) && verifyVote(second), 'signature');
  need(votesConflict(first, second), 'votes that do not conflict');
  return { proven: true, culprit: first.hostPub, code: 'equivocation' };
}

/** A payload that no host following the protocol signs, whatever anybody else says. */
function verifyMalformed({ group, envelopes }: Evidence, suite: Ciphersuite): Verdict {
  const envelope = signed(group, exactly(envelopes, 1)[0] as Uint8Array);
  need(envelope.kind === ceremonyKind(group) && envelope.suite === suite.id, 'kind or suite');
  need(isMalformed(suite, envelope), 'well-formed');
  return proven(group, envelope.from, 'malformed-message');
}

/** Whether a ceremony message cannot be right, by its own bytes and its suite alone. */
export function isMalformed(suite: Ciphersuite, envelope: Opened): boolean {
  const { round, payload, from } = envelope;
  const { cocktail } = suite;
  switch (round) {
    case DKG_ROUND.join:
      return payload.length !== 64 + cocktail.elementBytes + cocktail.signatureBytes;
    case DKG_ROUND.commit:
      return payload.length !== 64;
    case DKG_ROUND.cert: {
      if (envelope.kind === REPAIR_KIND) return isMalformedSum(suite, envelope);
      const kind = kindOfThird(cocktail, payload);
      if (kind !== 'complaint') return kind === undefined;
      try {
        decodeComplaint(cocktail, payload, from);
        return false;
      } catch (error) {
        if (error instanceof WireError) return true;
        throw error;
      }
    }
    case DKG_ROUND.stored:
      return payload.length !== 32;
    default:
      return false;
  }
}

function verifyBadJoin({ group, envelopes }: Evidence, suite: Ciphersuite): Verdict {
  const join = signed(group, exactly(envelopes, 1)[0] as Uint8Array);
  need(
    join.kind === ceremonyKind(group) && join.suite === suite.id && join.round === DKG_ROUND.join,
    'a Join',
  );
  const hostPub = hostOf(group, join.from) as Uint8Array;
  const { payload, sessionId: scope } = join;
  const place = placeOf(group, join.from);
  const judged = judgeJoin(suite.cocktail, { ...place, scope, hostPub, payload });
  need(judged.type === 'bad', 'the Join is good');
  return proven(group, join.from, 'bad-join');
}

function verifyReveal(evidence: Evidence, suite: Ciphersuite): Verdict {
  const { group } = evidence;
  const { ceremony, setup, commit, reveal } = caseOf(evidence, suite);
  const fault = dealerFault(ceremony, setup, { commit, reveal });
  if (typeof fault !== 'string') throw new NoEvidence('the Reveal is good');
  return proven(group, reveal.from, fault);
}

function verifyComplaint(evidence: Evidence, suite: Ciphersuite): Verdict {
  const { group } = evidence;
  const { ceremony, setup, commit, reveal, rest } = caseOf(evidence, suite);
  const [complaint] = exactly(rest, 1);
  if (complaint === undefined) throw new NoEvidence('a Complaint');
  need(complaint.round === DKG_ROUND.cert, 'a Complaint');
  need(equalBytes(complaint.sessionId, setup.sessionId), 'complaint of another session');
  need(kindOfThird(suite.cocktail, complaint.payload) === 'complaint', 'a Complaint');
  const said = decodeComplaint(suite.cocktail, complaint.payload, complaint.from);
  need(said.accused === reveal.from, 'complaint about somebody else');
  // Who gets no share has nothing to complain about; and nobody complains about himself, which a
  // host with two seats could do to make its own fault look like somebody's finding.
  need(ceremony.receivers.includes(complaint.from), 'complaint by a seat that receives nothing');
  const isSelf = equalBytes(
    hostOf(group, complaint.from) as Uint8Array,
    hostOf(group, reveal.from) as Uint8Array,
  );
  need(!isSelf, 'complaint about oneself');
  need(equalBytes(said.contextHash, setup.contextHash), 'complaint about another context');

  const judged = dealerFault(ceremony, setup, { commit, reveal });
  if (typeof judged === 'string') return proven(group, reveal.from, judged);
  need(equalBytes(said.bodyHash, bodyHash(judged.body)), 'complaint about another body');
  const culprit = judgeComplaint(ceremony, setup, {
    complainer: complaint.from,
    dealer: { seat: reveal.from, reveal: judged },
    complaint: said,
  });
  return culprit === 'dealer'
    ? proven(group, reveal.from, 'bad-share')
    : proven(group, complaint.from, 'false-complaint');
}

function verifyCertificate(evidence: Evidence, suite: Ciphersuite): Verdict {
  const { group, envelopes, transcript } = evidence;
  const envelope = signed(group, exactly(envelopes, 1)[0] as Uint8Array);
  need(envelope.kind === ceremonyKind(group) && envelope.suite === suite.id, 'kind or suite');
  need(envelope.round === DKG_ROUND.cert, 'a Cert');
  need(kindOfThird(suite.cocktail, envelope.payload) === 'cert', 'a Cert');
  const cert = decodeCert(suite.cocktail, envelope.payload);
  need(equalBytes(cert.transcriptHash, transcriptHash(transcript)), 'another transcript');
  const { publicKeys } = readTranscript(suite, group, transcript);
  const key = publicKeys[envelope.from - 1];
  if (key === undefined) throw new NoEvidence('no such seat in the transcript');
  const good = schnorrVerify(suite.cocktail, key, transcript, cert.signature);
  need(!good, 'the certificate is good');
  return proven(group, envelope.from, 'bad-certificate');
}

function readTranscript(suite: Ciphersuite, group: Group, transcript: Uint8Array): Transcript {
  try {
    return parseCeremonyTranscript(suite, group, transcript);
  } catch (error) {
    if (error instanceof CocktailFault) throw new NoEvidence('not a transcript');
    throw error;
  }
}

function knownSuite({ group }: Evidence, suiteOf: SuiteLookup): Ciphersuite {
  try {
    return suiteOf(group.suite);
  } catch (error) {
    if (error instanceof RangeError) throw new NoEvidence('unknown suite');
    throw error;
  }
}
