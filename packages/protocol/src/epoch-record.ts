/**
 * The record of an epoch: all that convinces somebody who was not there, and trusts only the group
 * key, that the epoch follows from the one before it. Session keys are fresh, so the host keys of
 * the members stand behind every part; and only members of the epoch before can vote.
 * @module
 */
import { type Ciphersuite, equalBytes } from '@permafrost/frost';
import {
  boundedBytes,
  boundedList,
  decodeMessage,
  encodeMessage,
  exactBytes,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import {
  type ActivationCertificate,
  activationFromWire,
  activationToWire,
  compareEpochs,
  type Grade,
  verifyActivation,
} from './activation.ts';
import { checkAscendingKeys, type Group } from './group.ts';
import { verifyKeyProof } from './key-proof.ts';
import { decodeProposal, groupOfProposal } from './proposal.ts';
import { baseFacts, type Epoch, groupOfReshare } from './reshare-group.ts';

export type EpochRecord = {
  /** Bytes of the proposal. */
  readonly proposal: Uint8Array;
  readonly attempt: number;
  /** Host keys that this attempt left out, ascending. */
  readonly without: readonly Uint8Array[];
  /** Signed envelopes in order of seats: of the members, then of those who dealt a change. */
  readonly joins: readonly Uint8Array[];
  /** Signed envelopes of the members. */
  readonly certs: readonly Uint8Array[];
  readonly transcript: Uint8Array;
  /** In every epoch but the first. */
  readonly activation: ActivationCertificate | undefined;
};

/** An epoch whose record holds. */
export type ProvenEpoch = Epoch & {
  readonly sessionId: Uint8Array;
  /** undefined: the first epoch, or one that is dealt and not activated. */
  readonly grade: Grade | undefined;
};

export function encodeEpochRecord(record: EpochRecord): Uint8Array {
  return encodeMessage(permafrost.v1.EpochRecord, toWire(record));
}

/** @throws WireError. Nothing is verified here. */
export function decodeEpochRecord(bytes: Uint8Array): EpochRecord {
  return fromWire(decodeMessage(permafrost.v1.EpochRecord, bytes));
}

/** As a file or an answer: each epoch after the one that it follows from. */
export function encodeLineage(records: readonly EpochRecord[]): Uint8Array {
  return encodeMessage(permafrost.v1.Lineage, { epochs: records.map(toWire) });
}

/** @throws WireError. Nothing is verified here. */
export function decodeLineage(bytes: Uint8Array): readonly EpochRecord[] {
  const raw = decodeMessage(permafrost.v1.Lineage, bytes);
  return boundedList(raw.epochs, LINEAGE_EPOCHS_MAX, 'epochs').map(fromWire);
}

/** Epochs of one lineage, at most. */
export const LINEAGE_EPOCHS_MAX = 1024;

/**
 * The group of a record: its proposal's, on this base.
 * @throws WireError when the proposal is of another base.
 */
export function groupOfRecord(base: Epoch | undefined, record: EpochRecord): Group {
  const { proposal, without } = record;
  return base === undefined
    ? groupOfProposal(proposal, without)
    : groupOfReshare(proposal, baseFacts(base), without);
}

/**
 * Checks the record of the epoch after `base`, or without one of the first epoch. A record without
 * an activation passes as one of an epoch that is dealt, without a grade.
 * @throws WireError saying what is wrong.
 */
export function verifyEpochRecord(
  suite: Ciphersuite,
  base: Epoch | undefined,
  record: EpochRecord,
): ProvenEpoch {
  const { proposal, attempt, joins, certs, transcript, activation } = record;
  const group = groupOfRecord(base, record);
  if (group.suite !== suite.id) throw new WireError('epoch: of another suite');
  const proven = verifyKeyProof(suite, { group, attempt, joins, certs, transcript });
  const epoch: Epoch = { ...proven, number: group.change?.number ?? 0, group };
  const { sessionId, publicKeys, epochId } = proven;
  if (base === undefined) {
    if (activation !== undefined) throw new WireError('epoch: the first one needs no activation');
    return { ...epoch, sessionId, grade: undefined };
  }
  const prepared = { suite, group, proposal, sessionId, transcript, epochId, publicKeys };
  const grade = activation === undefined ? undefined : verifyActivation(prepared, activation);
  return { ...epoch, sessionId, grade };
}

/**
 * Checks a key's epochs from the first one on, starting from its raw group key alone. Each follows
 * from the epoch that its proposal names, which need not be the one just before it.
 * @throws WireError saying what is wrong.
 */
export function verifyLineage(
  suite: Ciphersuite,
  groupKey: Uint8Array,
  records: readonly EpochRecord[],
): readonly ProvenEpoch[] {
  const [first, ...later] = records;
  if (first === undefined) throw new WireError('lineage: empty');
  const chain = [verifyEpochRecord(suite, undefined, first)];
  const raw = suite.encodeElement((chain[0] as ProvenEpoch).publicKeys.verifyingKey);
  if (!equalBytes(raw, groupKey)) throw new WireError('lineage: of another key');
  for (const record of later) {
    const before = chain[chain.length - 1] as ProvenEpoch;
    const epoch = baseIn(suite, chain, record);
    if (epoch.grade === undefined) throw new WireError('lineage: an epoch that is not activated');
    if (compareEpochs(before, epoch) >= 0) throw new WireError('lineage: not in ascending order');
    chain.push(epoch);
  }
  return chain;
}

/** The epoch of a record, on that one of the chain, latest first, which it follows from. */
function baseIn(
  suite: Ciphersuite,
  chain: readonly ProvenEpoch[],
  record: EpochRecord,
): ProvenEpoch {
  const wanted = baseOfRecord(record);
  const base = chain.findLast((epoch) => equalBytes(epoch.epochId, wanted));
  if (base === undefined) throw new WireError('lineage: an epoch before this one is missing');
  return verifyEpochRecord(suite, base, record);
}

/** 32 bytes: the epoch that a record follows from. @throws WireError when it makes no next one. */
export function baseOfRecord({ proposal }: Pick<EpochRecord, 'proposal'>): Uint8Array {
  const read = decodeProposal(proposal);
  if (read.type !== 'reshare') throw new WireError('epoch: the proposal makes no next one');
  return read.baseEpochId;
}

function toWire(record: EpochRecord): permafrost.v1.EpochRecord.$Properties {
  const { proposal, attempt, without, joins, certs, transcript, activation } = record;
  return {
    proposal,
    attempt,
    without: [...without],
    joins: [...joins],
    certs: [...certs],
    transcript,
    ...(activation === undefined ? {} : { activation: activationToWire(activation) }),
  };
}

const PROPOSAL_BYTES_MAX = 65_536;
const TRANSCRIPT_BYTES_MAX = 1_048_576;
const ENVELOPE_BYTES_MAX = 4096;

function fromWire(raw: permafrost.v1.EpochRecord.$Properties): EpochRecord {
  const many = { min: 1, max: ENVELOPE_BYTES_MAX };
  const envelopes = (
    list: readonly Uint8Array[] | null | undefined,
    max: number,
    what: string,
  ): readonly Uint8Array[] =>
    boundedList(list, max, what).map((bytes) => boundedBytes(bytes, many, what));
  const without = boundedList(raw.without, limits.MEMBERS_MAX, 'without').map((key) =>
    exactBytes(key, 32, 'host key'),
  );
  checkAscendingKeys(without);
  const attempt = safeInteger(raw.attempt as number | undefined, 'attempt');
  if (attempt < 1 || attempt > limits.CEREMONY_ATTEMPTS_MAX) throw new WireError('attempt: 1 to 3');
  return {
    proposal: boundedBytes(raw.proposal, { min: 1, max: PROPOSAL_BYTES_MAX }, 'proposal'),
    attempt,
    without,
    joins: envelopes(raw.joins, 2 * limits.MEMBERS_MAX, 'joins'),
    certs: envelopes(raw.certs, limits.MEMBERS_MAX, 'certs'),
    transcript: boundedBytes(raw.transcript, { min: 1, max: TRANSCRIPT_BYTES_MAX }, 'transcript'),
    activation: raw.activation ? activationFromWire(raw.activation) : undefined,
  };
}
