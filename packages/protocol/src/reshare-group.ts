/**
 * Who makes the next epoch of a key: what a proposal says, on the base that this node knows.
 * @module
 */
import { equalBytes, type PublicKeyPackage } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { type BaseFacts, checkGroup, type Group, proposalHash } from './group.ts';
import { decodeProposal, type ReshareProposal } from './proposal.ts';
import { isIn, isOfBase, isWithin } from './proposal-change.ts';

/** An epoch of a key whose proof was verified, or that this node took part in making. */
export type Epoch = {
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly number: number;
  readonly group: Group;
  /** Raw. */
  readonly publicKeys: PublicKeyPackage;
};

/** What those who make the epoch after this one have to know of it. */
export function baseFacts(epoch: Epoch): BaseFacts {
  const { keyId, epochId, number, group, publicKeys } = epoch;
  const { suite, minSigners, verifyingKey, verifyingShares } = publicKeys;
  const ids = [...verifyingShares].sort(([a], [b]) => a - b);
  return {
    keyId,
    epochId,
    number,
    minSigners,
    members: group.members,
    groupKey: suite.encodeElement(verifyingKey),
    verifyingShares: ids.map(([, share]) => suite.encodeElement(share)),
  };
}

/**
 * The group that an attempt of a reshare makes the next epoch with. `base` is the epoch that this
 * node itself knows the proposal to start from; `without` are dealers left out of this attempt.
 * @throws WireError when the proposal is of another base, somebody else is left out, or too few
 * dealers remain.
 */
export function groupOfReshare(
  bytes: Uint8Array,
  base: BaseFacts,
  without: readonly Uint8Array[] = [],
): Group {
  const proposal = decodeProposal(bytes);
  if (proposal.type !== 'reshare') throw new WireError('proposal: makes no next epoch');
  if (!isOfBase(proposal, base)) throw new WireError('proposal: of another base');
  if (!isWithin(without, proposal.dealers)) throw new WireError('without: dealers only');
  const dealers = proposal.dealers
    .filter((one) => !isIn(without, one))
    .map((one) => base.members.findIndex((member) => equalBytes(member, one)) + 1);
  const { suite, purpose, minSigners, members, number } = proposal;
  const group: Group = {
    suite,
    purpose,
    proposalHash: proposalHash(bytes),
    threshold: { minSigners, maxSigners: members.length },
    members,
    change: { base, number, dealers },
  };
  checkGroup(group);
  return group;
}

/** Whether a reshare gives nobody a share who had none, and asks as many as before to sign. */
export function isRefresh(proposal: ReshareProposal): boolean {
  return (
    proposal.minSigners === proposal.baseMinSigners &&
    proposal.members.length === proposal.baseMembers.length &&
    isWithin(proposal.members, proposal.baseMembers)
  );
}
