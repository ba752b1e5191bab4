/**
 * Who makes the next epoch of a key: what a proposal says, on the base that this node knows.
 * @module
 */
import {
  type Ciphersuite,
  checkPublicKeyPackage,
  DecodeError,
  equalBytes,
  identifier,
  type PublicKeyPackage,
  type Random,
  type Secret,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { votesNeeded } from './activation.ts';
import { type BaseFacts, checkGroup, type Group, proposalHash } from './group.ts';
import { decodeProposal, type ReshareProposal } from './proposal.ts';
import { isIn, isOfBase, isWithin } from './proposal-change.ts';
import { type ProposalStatement, verifyStatement } from './statements.ts';

/** What a host starts the session of a change of a key with: a reshare, a refresh or a repair. */
export type ChangeOptions = {
  readonly suite: Ciphersuite;
  /** With what it follows from. */
  readonly group: Group;
  /** Bytes of the proposal; the group carries their hash. */
  readonly proposal: Uint8Array;
  /** 1 to 3. The caller never runs an attempt at or below one recorded as used. */
  readonly attempt: number;
  /** Own host key: it has a seat in the change. */
  readonly hostPub: Uint8Array;
  /** Own raw share of the base: of who deals or helps. Stays the caller's. */
  readonly share?: Secret;
  /**
   * Whether the acceptances that `mayDeal`, or `mayRepair`, asks for are in hand. Asked again with
   * every input: give the session a `found` of anybody when it may have changed.
   */
  readonly mayReveal: () => boolean;
  readonly random: Random;
  /** How long to wait for the others in each round. */
  readonly withinMs: number;
  /** Whether this node saw a session of this id, or one of these static keys, before. */
  readonly usedSession?: (sessionId: Uint8Array, publicKeys: readonly Uint8Array[]) => boolean;
};

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

/**
 * As above, from what a StoredKey has: the hosts of all seats, of which the dealers come last.
 * @throws WireError.
 */
export function groupOfHosts(
  bytes: Uint8Array,
  base: BaseFacts,
  hosts: readonly Uint8Array[],
): Group {
  const proposal = decodeProposal(bytes);
  if (proposal.type !== 'reshare') throw new WireError('proposal: makes no next epoch');
  const dealing = hosts.slice(proposal.members.length);
  const without = proposal.dealers.filter((one) => !isIn(dealing, one));
  return groupOfReshare(bytes, base, without);
}

/**
 * The raw public keys of a base, decoded and checked: its verifying shares lie on one polynomial of
 * degree minSigners − 1 that belongs to the key. Otherwise whoever tells a joiner of the base could
 * make it take another threshold, or another key, for this one.
 * @throws WireError.
 */
export function keysOfBase(suite: Ciphersuite, base: BaseFacts): PublicKeyPackage {
  try {
    const keys: PublicKeyPackage = {
      suite,
      minSigners: base.minSigners,
      verifyingKey: suite.decodeElement(base.groupKey),
      verifyingShares: new Map(
        base.verifyingShares.map((share, i) => [identifier(i + 1), suite.decodeElement(share)]),
      ),
    };
    checkPublicKeyPackage(keys);
    return keys;
  } catch (cause) {
    if (!(cause instanceof RangeError || cause instanceof DecodeError)) throw cause;
    throw new WireError('base: its shares do not belong to its key', { cause });
  }
}

/**
 * Whether enough have accepted for anything to be dealt. Dealing is the transfer: from then on the
 * new members hold the key, whatever becomes of the attempt. So all who receive must have accepted,
 * and of the old members a quorum; or, where some are given up, all others and by hand.
 */
export function mayDeal(
  bytes: Uint8Array,
  base: BaseFacts,
  statements: readonly ProposalStatement[],
): boolean {
  const proposal = decodeProposal(bytes);
  if (proposal.type !== 'reshare' || !isOfBase(proposal, base)) return false;
  const hash = proposalHash(bytes);
  const words = statements.filter(
    (word) => equalBytes(word.proposalHash, hash) && verifyStatement(word),
  );
  const byHand = words.filter(({ verb }) => verb === 'accept').map(({ hostPub }) => hostPub);
  const byRule = words.filter(({ verb }) => verb === 'accept-by-rule');
  const accepted = [...byHand, ...byRule.map(({ hostPub }) => hostPub)];
  if (!isWithin(proposal.members, accepted)) return false;
  const { grade, of, need } = votesNeeded(base, proposal.excluded);
  const counted = grade === 'exclusion' ? byHand : accepted;
  return of.filter((host) => isIn(counted, host)).length >= need;
}

/** Whether a reshare gives nobody a share who had none, and asks as many as before to sign. */
export function isRefresh(proposal: ReshareProposal): boolean {
  return (
    proposal.minSigners === proposal.baseMinSigners &&
    proposal.members.length === proposal.baseMembers.length &&
    isWithin(proposal.members, proposal.baseMembers)
  );
}
