/**
 * Judges what helpers and owner of a repair said after the Reveals, by their signatures alone.
 * @module
 */
import { type Ciphersuite, equalBytes, TAG_BYTES } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { bodyCommitment, commitsRoot, type ReadReveal, readReveal } from './ceremony.ts';
import { complaintBytes, DKG_ROUND, decodeComplaint } from './ceremony-messages.ts';
import type { Opened } from './envelope.ts';
import type { Evidence, Verdict } from './evidence.ts';
import { caseOf, dealerFault, exactly, NoEvidence, need, proven, signed } from './evidence-case.ts';
import { isRepair } from './group.ts';
import { decodeSumComplaint, judgeSum, ownerOf } from './repair-sum.ts';

/** Whether a round-3 payload of a repair cannot be right, by its own bytes and its suite alone. */
export function isMalformedSum({ cocktail }: Ciphersuite, { payload, from }: Opened): boolean {
  const sum = 8 + cocktail.scalarBytes + TAG_BYTES;
  if (payload.length === sum) {
    const length = new DataView(payload.buffer, payload.byteOffset).getBigUint64(0);
    return length !== BigInt(sum - 8);
  }
  try {
    if (payload.length === complaintBytes(cocktail)) decodeComplaint(cocktail, payload, from);
    else decodeSumComplaint({ cocktail }, payload, from);
    return false;
  } catch (error) {
    if (error instanceof WireError) return true;
    throw error;
  }
}

/**
 * The owner's Complaint about one helper's Sum. All Reveals are shown, since the Sum is of parts of
 * all of them. Both are held to the same ones: the helper by the root in its own Reveal, the owner
 * by its Complaint, which covers that root. Otherwise a helper that shows a second Reveal to
 * strangers could make a liar of either.
 */
export function verifySum(evidence: Evidence, suite: Ciphersuite): Verdict {
  const { group } = evidence;
  need(isRepair(group), 'a repair');
  const opened = evidence.envelopes.map((bytes) => signed(group, bytes));
  const ofRound = (round: number): readonly Opened[] => opened.filter((e) => e.round === round);
  const accused = (exactly(ofRound(DKG_ROUND.commit), 1)[0] as Opened).from;
  const shown = opened.filter((e) => e.round !== DKG_ROUND.reveal || e.from === accused);
  const { ceremony, setup, commit, reveal, rest } = caseOf(
    { ...evidence, envelopes: shown.map(({ bytes }) => bytes) },
    suite,
  );
  const own = dealerFault(ceremony, setup, { commit, reveal });
  if (typeof own === 'string') return proven(group, accused, own);

  const reveals = ceremony.dealers.map((seat): ReadReveal => {
    const said = ofRound(DKG_ROUND.reveal).filter(({ from }) => from === seat);
    const one = exactly(said, 1)[0] as Opened;
    need(one.kind === ceremony.kind && one.suite === suite.id, 'kind or suite');
    need(equalBytes(one.sessionId, setup.sessionId), 'Reveal of another session');
    const read = readReveal(ceremony, one.payload);
    if (read.type === 'fault') throw new NoEvidence('a Reveal that does not read');
    return read.reveal;
  });
  const root = commitsRoot(
    setup.sessionId,
    reveals.map(({ body }, i) =>
      bodyCommitment(setup.sessionId, ceremony.dealers[i] as number, body),
    ),
  );
  need(equalBytes(own.root, root), 'Reveals that the accused did not agree to');

  const owner = ownerOf(ceremony);
  const complaint = exactly(rest, 1)[0] as Opened;
  need(complaint.round === DKG_ROUND.cert && complaint.from === owner, 'the owner’s Complaint');
  need(equalBytes(complaint.sessionId, setup.sessionId), 'complaint of another session');
  const said = decodeSumComplaint(ceremony, complaint.payload, owner);
  need(said.complaint.accused === accused, 'complaint about somebody else');
  need(equalBytes(said.complaint.contextHash, setup.contextHash), 'complaint of another context');
  const sum = signed(group, said.envelope);
  const isSum =
    sum.kind === ceremony.kind &&
    sum.suite === suite.id &&
    sum.round === DKG_ROUND.cert &&
    sum.from === accused &&
    sum.to === owner &&
    sum.payload.length === ceremony.sizes.cert &&
    equalBytes(sum.sessionId, setup.sessionId);
  need(isSum && !isMalformedSum(suite, sum), 'complaint about no Sum');
  const parts = { ceremony, setup, reveals, root };
  const judged = judgeSum(parts, {
    helper: accused,
    payload: sum.payload,
    complaint: said.complaint,
  });
  if (judged === undefined) throw new NoEvidence('complaint about other words');
  return judged === 'helper'
    ? proven(group, accused, 'bad-share')
    : proven(group, owner, 'false-complaint');
}
