/**
 * What a node accepts by itself. Whoever may propose by rule chooses how many must sign, and could
 * choose few enough to be among his own nodes: fewer than the operator allows takes a hand.
 * @module
 */
import { type ProposalEntry, type ProposalsContext, proposerOf } from './proposals-entry.ts';

/** `majority`: more than half of the members, so that no two quorums are without a common member. */
export type LeastSigners = number | 'majority';

export function isByRule(
  entry: ProposalEntry,
  context: Pick<ProposalsContext, 'acceptRules' | 'acceptMinSigners'>,
): boolean {
  const { acceptRules, acceptMinSigners: least = 0 } = context;
  const { proposal } = entry;
  if (!acceptRules.has(proposerOf(entry))) return false;
  switch (proposal.type) {
    case 'create':
      return proposal.minSigners >= leastOf(proposal.members.length, least);
    case 'reshare':
      // What its key asks already it may go on to ask.
      return (
        proposal.minSigners >= proposal.baseMinSigners ||
        proposal.minSigners >= leastOf(proposal.members.length, least)
      );
    case 'repair':
    case 'destroy':
      return true;
  }
}

function leastOf(members: number, least: LeastSigners): number {
  return least === 'majority' ? Math.floor(members / 2) + 1 : least;
}
