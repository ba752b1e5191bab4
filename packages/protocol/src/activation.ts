/**
 * When the next epoch of a key takes over. Every new member says that it stored its share, the new
 * members sign a test message together, and enough old members vote. Two regular certificates of one
 * base and number would need a member who votes twice, as any two quorums share minSigners members.
 * @module
 */
import {
  type Ciphersuite,
  equalBytes,
  type PublicKeyPackage,
  toSigningPublicKeys,
} from '@permafrost/frost';
import {
  boundedBytes,
  boundedList,
  decodeMessage,
  encodeMessage,
  limits,
  permafrost,
  WireError,
} from '@permafrost/wire';
import { DKG_ROUND } from './ceremony-messages.ts';
import { storedPayload } from './certificate.ts';
import { EnvelopeError, type Opened, openEnvelope } from './envelope.ts';
import {
  type BaseFacts,
  canaryMessage,
  checkAscendingKeys,
  compareBytes,
  type Group,
  proposalHash,
  RESHARE_KIND,
} from './group.ts';
import { decodeProposal } from './proposal.ts';
import { isIn } from './proposal-change.ts';
import {
  type ProposalStatement,
  statementFromWire,
  statementToWire,
  verifyStatement,
} from './statements.ts';
import { type Vote, verifyVote, voteFromWire } from './vote.ts';

/** ⌈(n + t)/2⌉: how many of n old members have to vote, where t of them sign. */
export function quorumOf(maxSigners: number, minSigners: number): number {
  return Math.ceil((maxSigners + minSigners) / 2);
}

export type EpochName = { readonly number: number; readonly epochId: Uint8Array };

/** Total order of the certified epochs of a key: nodes follow the highest. Negative: a before b. */
export function compareEpochs(a: EpochName, b: EpochName): number {
  return a.number !== b.number ? a.number - b.number : compareBytes(a.epochId, b.epochId);
}

/** Why an epoch is the key's. */
export type ActivationCertificate = {
  /** Envelopes of all new members, in order of seats. */
  readonly stored: readonly Uint8Array[];
  /** By the new members over `canaryMessage` of this epoch. */
  readonly testSignature: Uint8Array;
  /** In ascending order of hosts, each host once. */
  readonly votes: readonly Vote[];
  /** Of an exclusion: by hand, of everybody who is not excluded, in ascending order of hosts. */
  readonly acceptances: readonly ProposalStatement[];
};

export function activationToWire(
  certificate: ActivationCertificate,
): permafrost.v1.ActivationCertificate.$Properties {
  const { stored, testSignature, votes, acceptances } = certificate;
  return {
    stored: [...stored],
    testSignature,
    votes: [...votes],
    acceptances: acceptances.map(statementToWire),
  };
}

/** @throws WireError. Nothing is verified here. */
export function activationFromWire(
  raw: permafrost.v1.ActivationCertificate.$Properties,
): ActivationCertificate {
  const many = limits.MEMBERS_MAX;
  const votes = boundedList(raw.votes, many, 'votes').map(voteFromWire);
  const acceptances = boundedList(raw.acceptances, many, 'acceptances').map(statementFromWire);
  checkAscendingKeys(votes.map((vote) => vote.hostPub));
  checkAscendingKeys(acceptances.map((word) => word.hostPub));
  return {
    stored: boundedList(raw.stored, many, 'stored').map((envelope) =>
      boundedBytes(envelope, { min: 1, max: STORED_BYTES_MAX }, 'Stored'),
    ),
    testSignature: boundedBytes(raw.testSignature, { min: 64, max: 128 }, 'test signature'),
    votes,
    acceptances,
  };
}

export function encodeActivation(certificate: ActivationCertificate): Uint8Array {
  return encodeMessage(permafrost.v1.ActivationCertificate, activationToWire(certificate));
}

/** @throws WireError. Nothing is verified here. */
export function decodeActivation(bytes: Uint8Array): ActivationCertificate {
  return activationFromWire(decodeMessage(permafrost.v1.ActivationCertificate, bytes));
}

const STORED_BYTES_MAX = 512;

/** An epoch that was dealt, as its transcript has it. */
export type PreparedFacts = {
  readonly suite: Ciphersuite;
  /** With what it follows from. */
  readonly group: Group;
  /** Bytes of the proposal that the group is of. */
  readonly proposal: Uint8Array;
  readonly sessionId: Uint8Array;
  readonly transcript: Uint8Array;
  readonly epochId: Uint8Array;
  /** Raw. */
  readonly publicKeys: PublicKeyPackage;
};

/** regular: by a quorum of votes. exclusion: by all old members but those given up. */
export type Grade = 'regular' | 'exclusion';

/** Which of its grades an activation of this proposal has, and whose votes it needs. */
export function votesNeeded(
  base: Pick<BaseFacts, 'members' | 'minSigners'>,
  excluded: readonly Uint8Array[],
): { readonly grade: Grade; readonly of: readonly Uint8Array[]; readonly need: number } {
  const { members, minSigners } = base;
  if (excluded.length === 0) {
    return { grade: 'regular', of: members, need: quorumOf(members.length, minSigners) };
  }
  const of = members.filter((host) => !isIn(excluded, host));
  return { grade: 'exclusion', of, need: of.length };
}

/**
 * Checks everything that a certificate consists of, against an epoch whose own proof is checked
 * already.
 * @throws WireError saying what is wrong.
 */
export function verifyActivation(
  prepared: PreparedFacts,
  certificate: ActivationCertificate,
): Grade {
  const { group } = prepared;
  if (group.change === undefined) throw new WireError('activation: of a first epoch');
  checkPrepared(prepared, certificate.stored);
  if (!isTestSignature(prepared, certificate.testSignature)) {
    throw new WireError('activation: the test signature does not verify');
  }
  const proposal = decodeProposal(prepared.proposal);
  const isOwn = equalBytes(proposalHash(prepared.proposal), group.proposalHash);
  if (proposal.type !== 'reshare' || !isOwn) throw new WireError('activation: another proposal');
  const { base } = group.change;
  const { grade, of, need } = votesNeeded(base, proposal.excluded);
  const voters = certificate.votes.filter((vote) => isIn(of, vote.hostPub));
  checkAscendingKeys(certificate.votes.map((vote) => vote.hostPub));
  if (voters.length < need) throw new WireError(`activation: ${voters.length} of ${need} votes`);
  if (!certificate.votes.every((vote) => isVoteFor(prepared, vote))) {
    throw new WireError('activation: a vote for something else');
  }
  if (grade === 'exclusion') checkByHand(prepared, of, certificate.acceptances);
  return grade;
}

/** Whether a vote is signed by an old member, and for this epoch on this base. */
export function isVoteFor(prepared: Pick<PreparedFacts, 'group' | 'epochId'>, vote: Vote): boolean {
  const { change } = prepared.group;
  return (
    change !== undefined &&
    isIn(change.base.members, vote.hostPub) &&
    equalBytes(vote.keyId, change.base.keyId) &&
    equalBytes(vote.baseEpochId, change.base.epochId) &&
    vote.number === change.number &&
    equalBytes(vote.epochId, prepared.epochId) &&
    verifyVote(vote)
  );
}

/** Whether the new members signed the test message of their epoch with the key. */
export function isTestSignature(
  prepared: Pick<PreparedFacts, 'suite' | 'group' | 'publicKeys' | 'epochId'>,
  signature: Uint8Array,
): boolean {
  const { suite, group, publicKeys, epochId } = prepared;
  const keyId = group.change?.base.keyId;
  if (keyId === undefined) return false;
  const { verifyingKey } = toSigningPublicKeys(publicKeys);
  return suite.verify({
    publicKey: suite.encodePublicKey(verifyingKey),
    message: canaryMessage(keyId, epochId),
    signature,
  });
}

/** @throws WireError unless each new member said that it stored this very epoch. */
export function checkPrepared(prepared: PreparedFacts, stored: readonly Uint8Array[]): void {
  const { group, transcript, sessionId } = prepared;
  if (stored.length !== group.members.length) {
    throw new WireError('activation: one Stored of each new member');
  }
  const payload = storedPayload(transcript);
  stored.forEach((bytes, i) => {
    const said = opened(bytes, group.members[i] as Uint8Array);
    const fits =
      said.kind === RESHARE_KIND &&
      said.suite === group.suite &&
      said.round === DKG_ROUND.stored &&
      said.from === i + 1 &&
      said.to === 'all' &&
      equalBytes(said.sessionId, sessionId) &&
      equalBytes(said.payload, payload);
    if (!fits) throw new WireError('activation: a Stored of something else');
  });
}

function checkByHand(
  { group }: PreparedFacts,
  of: readonly Uint8Array[],
  acceptances: readonly ProposalStatement[],
): void {
  for (const host of of) {
    const word = acceptances.find((one) => equalBytes(one.hostPub, host));
    const isGood =
      word !== undefined &&
      word.verb === 'accept' &&
      equalBytes(word.proposalHash, group.proposalHash) &&
      verifyStatement(word);
    if (!isGood) throw new WireError('activation: an exclusion not accepted by hand by all');
  }
}

function opened(bytes: Uint8Array, hostPub: Uint8Array): Opened {
  try {
    return openEnvelope(bytes, { hostPub });
  } catch (cause) {
    if (!(cause instanceof EnvelopeError)) throw cause;
    throw new WireError('activation: an envelope is not signed by its member', { cause });
  }
}
