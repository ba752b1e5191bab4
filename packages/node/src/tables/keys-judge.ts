/**
 * Whether an envelope that claims to be a member's Cert or Stored is one.
 * @module
 */
import {
  DKG_ROUND,
  EnvelopeError,
  type Evidence,
  type FaultDetail,
  judgeCert,
  judgeStored,
  kindOfThird,
  openEnvelope,
  parseEnvelope,
  type Seat,
} from '@permafrost/protocol';
import type { KeyEntry } from './keys-entry.ts';

export type Judged =
  | { readonly type: 'cert' | 'stored'; readonly seat: Seat }
  | {
      readonly type: 'fault';
      readonly detail: FaultDetail;
      readonly evidence: Evidence | undefined;
    };

/** undefined: nothing that counts, and nothing to hold against anybody. */
export function judge(entry: KeyEntry, bytes: Uint8Array): Judged | undefined {
  try {
    const { from } = parseEnvelope(bytes);
    const hostPub = entry.group.members[from - 1];
    if (hostPub === undefined) return undefined;
    const opened = openEnvelope(bytes, { hostPub });
    const facts = {
      suite: entry.suite,
      group: entry.group,
      attempt: entry.attempt,
      sessionId: entry.sessionId,
      transcript: entry.transcript,
      publicKeys: entry.staticKeys,
      joins: entry.joins,
      commits: entry.commits,
      reveals: entry.reveals,
    };
    if (opened.round === DKG_ROUND.cert) {
      const known = entry.certs.get(from);
      // A judgement costs more than an envelope: nobody makes us judge again and again.
      const isComplaint = kindOfThird(entry.suite.cocktail, opened.payload) === 'complaint';
      if (isComplaint && entry.complained.has(from)) return undefined;
      const verdict = judgeCert(facts, opened, known);
      // Signed for another session: anybody can show it here, so it says nothing about this key.
      if (verdict.type === 'fault' && verdict.detail.code === 'session-mismatch') return undefined;
      if (isComplaint) entry.complained.add(from);
      return verdict.type === 'valid'
        ? { type: 'cert', seat: from }
        : { type: 'fault', detail: verdict.detail, evidence: verdict.evidence };
    }
    if (opened.round === DKG_ROUND.stored) {
      return judgeStored(facts, opened) ? { type: 'stored', seat: from } : undefined;
    }
    return undefined;
  } catch (error) {
    // Whoever passed it on may have mangled it: it proves nothing against anybody.
    if (error instanceof EnvelopeError) return undefined;
    throw error;
  }
}
