/**
 * The ground that judgements of a ceremony's messages stand on: who signed what, and what session
 * and context follow from it.
 * @module
 */
import { type Ciphersuite, equalBytes } from '@permafrost/frost';
import {
  bodyCommitment,
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
import { DKG_ROUND, decodeCommit } from './ceremony-messages.ts';
import { type Opened, openEnvelope, parseEnvelope } from './envelope.ts';
import type { Evidence, Verdict } from './evidence.ts';
import { ceremonySeats, type Group, hostOf } from './group.ts';
import type { Seat } from './session.ts';

/** What is shown proves nothing. */
export class NoEvidence extends Error {
  override readonly name = 'NoEvidence';
}

/** What a dealer did wrong in its Reveal, or the Reveal read when nothing is. */
export function dealerFault(
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

export type Case = {
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
export function caseOf(evidence: Evidence, suite: Ciphersuite): Case {
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
export function signed(group: Group, bytes: Uint8Array): Opened {
  const hostPub = hostOf(group, parseEnvelope(bytes).from);
  if (hostPub === undefined) throw new NoEvidence('no such seat');
  return openEnvelope(bytes, { hostPub });
}

export function proven(group: Group, seat: Seat, code: string): Verdict {
  const culprit = hostOf(group, seat);
  if (culprit === undefined) throw new NoEvidence('no such seat');
  return { proven: true, culprit, code };
}

export function exactly<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length !== count) throw new NoEvidence(`expected ${count} of a kind`);
  return items;
}

export function need(condition: boolean, reason: string): asserts condition {
  if (!condition) throw new NoEvidence(reason);
}
