/**
 * Who votes for two epochs of one base and number is proven guilty by the two votes.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  type Group,
  type Vote,
  verifyVote,
  voteEvidence,
  votesConflict,
} from '@permafrost/protocol';
import type { KeyEpochs } from '../tables/epochs.ts';
import type { CoreParts } from './parts.ts';

type Held = { readonly vote: Vote; readonly group: Group; readonly attempt: number };

/** Looks at votes that somebody told, beside those that are held of the same members. */
export function judgeVotes(
  parts: Pick<CoreParts, 'fault'>,
  epochs: Pick<KeyEpochs, 'prepared' | 'chain'>,
  votes: readonly Vote[],
): void {
  for (const vote of votes) {
    const other = heldAgainst(epochs, vote);
    // What is held was verified when it came; whoever tells another one may have made it up.
    if (other === undefined || !verifyVote(vote)) continue;
    const { group, attempt } = other;
    const evidence = voteEvidence(group, attempt, [other.vote, vote]);
    parts.fault(toHex(vote.hostPub), 'equivocation', evidence);
  }
}

/** A vote of the same member, held for another epoch of the same base and number. */
function heldAgainst(
  { prepared, chain }: Pick<KeyEpochs, 'prepared' | 'chain'>,
  vote: Vote,
): Held | undefined {
  const host = toHex(vote.hostPub);
  for (const { votes, facts, attempt } of prepared.values()) {
    const own = votes.get(host);
    if (own !== undefined && votesConflict(own, vote)) {
      return { vote: own, group: facts.group, attempt };
    }
  }
  for (const { epoch, record } of chain.values()) {
    const own = record.activation?.votes.find((one) => votesConflict(one, vote));
    if (own !== undefined) return { vote: own, group: epoch.group, attempt: record.attempt };
  }
  return undefined;
}
