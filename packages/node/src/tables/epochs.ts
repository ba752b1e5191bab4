/**
 * The epochs of keys, as a node knows them: those whose certificate it holds, those that were dealt
 * and wait for votes, and its own promises about them. Pure decisions; `core/epochs` carries them
 * out. A node follows the highest certified epoch that it knows, and only its certificate lets a
 * share of a lower one be erased.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import {
  type ActivationCertificate,
  compareBytes,
  compareEpochs,
  type EpochRecord,
  isVoteFor,
  type PreparedFacts,
  type ProposalStatement,
  type ProvenEpoch,
  type ReshareProposal,
  type Seat,
  type Vote,
  votesNeeded,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import type { KeyEntry } from './keys-entry.ts';

/** An epoch whose certificate this node holds. The first epoch of a key needs none. */
export type KnownEpoch = { readonly epoch: ProvenEpoch; readonly record: EpochRecord };

/** An epoch that was dealt and is not activated. */
export type PreparedEpoch = {
  /** Epoch id, hex. */
  readonly id: string;
  readonly number: number;
  /** Base epoch id, hex. */
  readonly base: string;
  readonly facts: PreparedFacts;
  readonly attempt: number;
  readonly without: readonly Uint8Array[];
  readonly joins: readonly Uint8Array[];
  /** Envelopes by seat. */
  readonly certs: Map<Seat, Uint8Array>;
  readonly stored: Map<Seat, Uint8Array>;
  readonly votes: Map<HostId, Vote>;
  testSignature: Uint8Array | undefined;
  /** Its test was begun here. */
  isTesting: boolean;
  /** Own part, where this node is a member of it. */
  readonly entry: KeyEntry | undefined;
};

/** A record that is being fetched of a host. */
export type Fetching = {
  /** Key id, hex. */
  readonly id: string;
  readonly from: HostId;
  readonly epochId: string;
  /** Monotonic. */
  readonly sinceMs: number;
  /** Number of the highest epoch held; undefined: all are asked for. */
  readonly after: number | undefined;
  readonly parts: Uint8Array[];
  bytes: number;
  /** Of all parts, as the first one says. */
  total: number | undefined;
};

export type KeyEpochs = {
  /** Key id, hex. */
  readonly id: string;
  readonly keyId: Uint8Array;
  /** Label of the key. */
  readonly name: string;
  /** Bytes of the proposal that made it, and what its writes stay in order with. */
  readonly created: Uint8Array;
  readonly subject: string;
  /** Certified ones by epoch id, hex. */
  readonly chain: Map<string, KnownEpoch>;
  readonly prepared: Map<string, PreparedEpoch>;
  /** Own parts of lower epochs, until they are erased, by epoch id. */
  readonly retiring: Map<string, KeyEntry>;
  /** Own votes, by base and number, `voteName`. */
  readonly votes: Map<string, Vote>;
  /** Highest epoch that each host said it holds. */
  readonly told: Map<HostId, string>;
};

export type Epochs = {
  readonly byKey: Map<string, KeyEpochs>;
  /** By key id and host, `fetchName`: also of keys of which nothing is known yet. */
  readonly fetching: Map<string, Fetching>;
};

export function createEpochs(): Epochs {
  return { byKey: new Map(), fetching: new Map() };
}

/** Bytes of a record in one frame; only the last part may have fewer. */
export const PART_BYTES: number = 48 * 1024;
/** How long one host alone is asked for the record of a key, when others tell of it too. */
const FETCH_ALONE_MS = 5_000;
/** Records that are fetched of one host at once. */
const FETCHES_OF_ONE_MAX = 8;

export function fetchName(id: string, from: HostId): string {
  return `${id}/${from}`;
}

/**
 * Whether a host may be asked for the record of a key now. One that is slow, or lies, keeps a key
 * from the others for a moment only, and takes no room but its own.
 */
export function mayFetch(
  { fetching }: Epochs,
  { id, from }: { readonly id: string; readonly from: HostId },
  nowMs: number,
): boolean {
  let ofHost = 0;
  for (const one of fetching.values()) {
    const isSame = one.from === from;
    if (one.id === id && (isSame || nowMs - one.sinceMs < FETCH_ALONE_MS)) return false;
    if (isSame) ofHost++;
  }
  return ofHost < FETCHES_OF_ONE_MAX;
}

/** Takes in the next part. True when it was the last, undefined when it is not what was asked for. */
export function addPart(
  one: Fetching,
  { total, part }: { readonly total: number; readonly part: Uint8Array },
): boolean | undefined {
  one.total ??= total;
  const left = one.total - one.bytes;
  const isWhole = part.length === Math.min(PART_BYTES, left);
  if (total !== one.total || total > limits.LINEAGE_BYTES_MAX || !isWhole) return undefined;
  one.parts.push(part);
  one.bytes += part.length;
  return one.bytes === total;
}

/** Of those that are certified, the highest. */
export function activeEpoch({ chain }: KeyEpochs): KnownEpoch {
  const [first, ...rest] = [...chain.values()];
  if (first === undefined) throw new RangeError('a key has a first epoch');
  return rest.reduce((a, b) => (compareEpochs(a.epoch, b.epoch) < 0 ? b : a), first);
}

/** Whether an epoch is below the active one. */
export function isLower(
  epochs: KeyEpochs,
  epoch: { readonly number: number; readonly epochId: Uint8Array },
): boolean {
  return compareEpochs(epoch, activeEpoch(epochs).epoch) < 0;
}

export function voteName(baseEpochId: string, number: number): string {
  return `${baseEpochId}/${number}`;
}

/**
 * The number that a proposal of this node's would have: above all that it knows of, and above the
 * highest that it promised something for.
 */
export function nextNumber(epochs: KeyEpochs, promised: number): number {
  let highest = Math.max(promised, activeEpoch(epochs).epoch.number);
  for (const { number } of epochs.votes.values()) highest = Math.max(highest, number);
  for (const { number } of epochs.prepared.values()) highest = Math.max(highest, number);
  return highest + 1;
}

/** Why a number cannot be promised anything for by this node; undefined when it can. */
export function wrongNumber(
  epochs: KeyEpochs,
  { number, promised }: { readonly number: number; readonly promised: number },
): string | undefined {
  const next = nextNumber(epochs, promised);
  if (number < next) return `the number ${number} was used, the next one is ${next}`;
  if (number > next + limits.EPOCH_NUMBERS_AHEAD_MAX) return `the number ${number} is too far`;
  return undefined;
}

/** Whether a proposal starts from the epoch that is active here. */
export function isOfActive(
  epochs: KeyEpochs,
  proposal: Pick<ReshareProposal, 'baseEpochId'>,
): boolean {
  return equalBytes(activeEpoch(epochs).epoch.epochId, proposal.baseEpochId);
}

/** All that can be had of an epoch before votes: the Cert and Stored of all, and their test. */
export function isTested({ facts, certs, stored, testSignature }: PreparedEpoch): boolean {
  const n = facts.group.members.length;
  return certs.size === n && stored.size === n && testSignature !== undefined;
}

/** Keeps votes for this epoch that are signed by old members. True when there was a new one. */
export function addVotes(prepared: PreparedEpoch, votes: readonly Vote[]): boolean {
  let isNews = false;
  for (const vote of votes) {
    const host = toHex(vote.hostPub);
    if (prepared.votes.has(host) || !isVoteFor(prepared.facts, vote)) continue;
    prepared.votes.set(host, vote);
    isNews = true;
  }
  return isNews;
}

/**
 * Whether this node may vote for an epoch now: it starts from its own active one, and no other
 * epoch of this base and number, nor of a higher number on this base, has its vote.
 */
export function mayVote(epochs: KeyEpochs, prepared: PreparedEpoch, self: HostId): boolean {
  const { base, number } = prepared;
  if (!isTested(prepared) || toHex(activeEpoch(epochs).epoch.epochId) !== base) return false;
  const isMember = activeEpoch(epochs).epoch.group.members.some((host) => toHex(host) === self);
  if (!isMember || prepared.votes.has(self)) return false;
  for (const vote of epochs.votes.values()) {
    if (toHex(vote.baseEpochId) === base && vote.number >= number) return false;
  }
  return true;
}

/** The activation certificate, once there are votes enough. */
export function certificateOf(
  { facts, stored, testSignature, votes }: PreparedEpoch,
  proposal: ReshareProposal,
  statements: readonly ProposalStatement[],
): ActivationCertificate | undefined {
  const { base } = facts.group.change ?? {};
  if (base === undefined || testSignature === undefined) return undefined;
  const { grade, of, need } = votesNeeded(base, proposal.excluded);
  const counted = of.map((host) => votes.get(toHex(host))).filter((vote) => vote !== undefined);
  if (counted.length < need) return undefined;
  const acceptances =
    grade === 'regular'
      ? []
      : of
          .map((host) =>
            statements.find(({ verb, hostPub }) => verb === 'accept' && equalBytes(hostPub, host)),
          )
          .filter((word) => word !== undefined);
  if (grade === 'exclusion' && acceptances.length < need) return undefined;
  const byHost = (a: { hostPub: Uint8Array }, b: { hostPub: Uint8Array }): number =>
    compareBytes(a.hostPub, b.hostPub);
  return {
    stored: inOrder(stored),
    testSignature,
    votes: counted.sort(byHost),
    acceptances: acceptances.sort(byHost),
  };
}

/** The record of a prepared epoch, with what there is of its activation. */
export function recordOf(
  prepared: PreparedEpoch,
  activation: ActivationCertificate | undefined,
): EpochRecord {
  const { facts, attempt, without, joins, certs } = prepared;
  const { proposal, transcript } = facts;
  return { proposal, attempt, without, joins, certs: inOrder(certs), transcript, activation };
}

/** What is there of a certificate that has too few votes. */
export function partialOf(prepared: PreparedEpoch): ActivationCertificate | undefined {
  const { stored, testSignature, votes } = prepared;
  if (!isTested(prepared) || testSignature === undefined) return undefined;
  const all = [...votes.values()].sort((a, b) => compareBytes(a.hostPub, b.hostPub));
  return { stored: inOrder(stored), testSignature, votes: all, acceptances: [] };
}

/** Certified epochs above a number, in ascending order. */
export function chainAfter(epochs: KeyEpochs, after: number | undefined): readonly KnownEpoch[] {
  return [...epochs.chain.values()]
    .filter(({ epoch }) => after === undefined || epoch.number > after)
    .sort((a, b) => compareEpochs(a.epoch, b.epoch));
}

function inOrder(bySeat: ReadonlyMap<Seat, Uint8Array>): readonly Uint8Array[] {
  return [...bySeat].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
}
