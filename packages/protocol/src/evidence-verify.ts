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
import {
  bodyCommitment,
  bodyHash,
  type Ceremony,
  ceremonyOf,
  judgeJoin,
  placeOf,
  proofFault,
  type ReadReveal,
  readReveal,
  type Setup,
  setupOf,
} from './ceremony.ts';
import {
  DKG_ROUND,
  decodeCert,
  decodeCommit,
  decodeComplaint,
  kindOfThird,
} from './ceremony-messages.ts';
import { parseCeremonyTranscript } from './ceremony-transcript.ts';
import { judgeComplaint } from './complaint.ts';
import { EnvelopeError, type Opened, openEnvelope, parseEnvelope } from './envelope.ts';
import type { Evidence, Verdict } from './evidence.ts';
import {
  ceremonyKind,
  ceremonySeats,
  checkGroup,
  type Group,
  hostOf,
  transcriptHash,
} from './group.ts';
import type { Seat } from './session.ts';
import { verifySigningEvidence } from './sign-evidence.ts';
import { decodeStart, verifyStart } from './statements.ts';

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

/** What is shown proves nothing. */
class NoEvidence extends Error {
  override readonly name = 'NoEvidence';
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
  need(complaint.from <= ceremony.maxSigners, 'complaint by a seat that receives nothing');
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

/** What a dealer did wrong in its Reveal, or the Reveal read when nothing is. */
function dealerFault(
  ceremony: Ceremony,
  setup: Setup,
  { commit, reveal }: { readonly commit: Opened; readonly reveal: Opened },
): string | ReadReveal {
  const { bodyCommitment: promised } = decodeCommit(commit.payload);
  const body = reveal.payload.subarray(32);
  const place = placeOf(ceremony.group, reveal.from);
  if (reveal.payload.length !== ceremony.sizes.reveal) return 'bad-reveal';
  if (!equalBytes(promised, bodyCommitment(setup.sessionId, place.seat, body))) {
    return 'commit-mismatch';
  }
  const judged = readReveal(ceremony, reveal.payload);
  if (judged.type === 'fault') return 'bad-reveal';
  const fault = proofFault(ceremony, setup, reveal.from, judged.reveal);
  return fault === undefined ? judged.reveal : 'bad-reveal';
}

type Case = {
  readonly ceremony: Ceremony;
  readonly setup: Setup;
  readonly commit: Opened;
  readonly reveal: Opened;
  readonly rest: readonly Opened[];
};

/**
 * All Joins, and one dealer's Commit and Reveal. Session and context are computed from the Joins
 * shown, and used only if the dealer's own signed Commit and Reveal name them: whoever else made a
 * second Join could otherwise put an honest dealer into a session that it was never in.
 */
function caseOf(evidence: Evidence, suite: Ciphersuite): Case {
  const { group, attempt } = evidence;
  const ceremony = ceremonyOf(suite, group, attempt);
  const opened = evidence.envelopes.map((bytes) => signed(group, bytes));
  need(
    opened.every((e) => e.kind === ceremony.kind && e.suite === suite.id),
    'kind or suite',
  );
  const joins = ceremonySeats(group).map((seat) => {
    const hostPub = hostOf(group, seat) as Uint8Array;
    const mine = opened.filter((e) => e.round === DKG_ROUND.join && e.from === seat);
    const join = exactly(mine, 1)[0] as Opened;
    need(equalBytes(join.sessionId, ceremony.scope), 'Join of another attempt');
    const { payload, sessionId: scope } = join;
    const place = placeOf(group, seat);
    const judged = judgeJoin(suite.cocktail, { ...place, scope, hostPub, payload });
    if (judged.type !== 'good') throw new NoEvidence('a bad Join');
    need(equalBytes(judged.join.groupHash, ceremony.groupHash), 'Join of another group');
    return judged;
  });
  const setup = setupOf(ceremony, joins);
  const ofRound = (round: number): Opened =>
    exactly(
      opened.filter((e) => e.round === round),
      1,
    )[0] as Opened;
  const commit = ofRound(DKG_ROUND.commit);
  const reveal = ofRound(DKG_ROUND.reveal);
  need(commit.from === reveal.from, 'Commit and Reveal of different seats');
  need(ceremony.dealers.includes(reveal.from), 'of a seat that deals');
  need(equalBytes(commit.sessionId, ceremony.scope), 'Commit of another attempt');
  need(commit.payload.length === 64, 'Commit is malformed');
  need(
    equalBytes(decodeCommit(commit.payload).contextHash, setup.contextHash),
    'Commit to another context',
  );
  need(equalBytes(reveal.sessionId, setup.sessionId), 'Reveal of another session');
  const rest = opened.filter((e) => e.round > DKG_ROUND.reveal);
  return { ceremony, setup, commit, reveal, rest };
}

/** An envelope signed by the host that the group has in its seat. */
function signed(group: Group, bytes: Uint8Array): Opened {
  const hostPub = hostOf(group, parseEnvelope(bytes).from);
  if (hostPub === undefined) throw new NoEvidence('no such seat');
  return openEnvelope(bytes, { hostPub });
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

function proven(group: Group, seat: Seat, code: string): Verdict {
  const culprit = hostOf(group, seat);
  if (culprit === undefined) throw new NoEvidence('no such seat');
  return { proven: true, culprit, code };
}

function exactly<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length !== count) throw new NoEvidence(`expected ${count} of a kind`);
  return items;
}

function need(condition: boolean, reason: string): asserts condition {
  if (!condition) throw new NoEvidence(reason);
}
