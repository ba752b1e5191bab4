/**
 * Who gives a member its lost share back: what a proposal says, on the epoch that this node knows.
 * @module
 */
import { equalBytes } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { type BaseFacts, checkGroup, type Group, proposalHash } from './group.ts';
import { decodeProposal } from './proposal.ts';
import { isIn, isOfBase, isWithin } from './proposal-change.ts';
import { type ProposalStatement, verifyStatement } from './statements.ts';

/**
 * The group of an attempt of a repair: seats are identifiers of the epoch `base`, which this node
 * itself knows the proposal to be about; `without` are helpers left out of this attempt. The share
 * goes to the host key that the epoch has for it, and to no other.
 * @throws WireError when the proposal is about another epoch, somebody else is left out, or too few
 * helpers remain.
 */
export function groupOfRepair(
  bytes: Uint8Array,
  base: BaseFacts,
  without: readonly Uint8Array[] = [],
): Group {
  const proposal = decodeProposal(bytes);
  if (proposal.type !== 'repair') throw new WireError('proposal: repairs nothing');
  if (!isOfBase(proposal, base)) throw new WireError('proposal: of another base');
  if (!isWithin(without, proposal.dealers)) throw new WireError('without: helpers only');
  const identifierOf = (host: Uint8Array): number =>
    base.members.findIndex((member) => equalBytes(member, host)) + 1;
  const helpers = proposal.dealers.filter((one) => !isIn(without, one));
  const { suite, purpose, minSigners, members, number, lost } = proposal;
  const group: Group = {
    suite,
    purpose,
    proposalHash: proposalHash(bytes),
    threshold: { minSigners, maxSigners: members.length },
    members,
    change: { base, number, dealers: helpers.map(identifierOf), lost: identifierOf(lost) },
  };
  checkGroup(group);
  return group;
}

/**
 * Whether enough have accepted for the parts to be dealt: the owner of the share and all helpers
 * of the attempt. The proposal is the approval, and it names one member once.
 */
export function mayRepair(
  bytes: Uint8Array,
  base: BaseFacts,
  given: {
    readonly statements: readonly ProposalStatement[];
    readonly without?: readonly Uint8Array[];
  },
): boolean {
  const proposal = decodeProposal(bytes);
  if (proposal.type !== 'repair' || !isOfBase(proposal, base)) return false;
  const { statements, without = [] } = given;
  const hash = proposalHash(bytes);
  const accepted = statements
    .filter(({ verb }) => verb === 'accept' || verb === 'accept-by-rule')
    .filter((word) => equalBytes(word.proposalHash, hash) && verifyStatement(word))
    .map(({ hostPub }) => hostPub);
  const helpers = proposal.dealers.filter((one) => !isIn(without, one));
  return isWithin([...helpers, proposal.lost], accepted);
}
