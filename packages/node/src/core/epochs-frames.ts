/**
 * What others tell of the epochs of a key, and records that are asked for in parts.
 * @module
 */
import { concat, equalBytes, fromHex, toHex } from '@permafrost/frost';
import { compareEpochs, type EpochRecord, encodeLineage, voteFromWire } from '@permafrost/protocol';
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
import type { HostId } from '../effects.ts';
import {
  activeEpoch,
  addPart,
  addVotes,
  chainAfter,
  type Fetching,
  fetchName,
  isTested,
  type KeyEpochs,
  mayFetch,
  PART_BYTES,
  type PreparedEpoch,
  partialOf,
  recordOf,
} from '../tables/epochs.ts';
import { hostsOf } from '../tables/keys-entry.ts';
import { isUp } from '../tables/peers.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import { type CoreContext, sendTo } from './context.ts';
import { madeBy } from './destroy.ts';
import { advance, learn, takeTest } from './epochs.ts';
import { adopt } from './epochs-adopt.ts';
import { epochsOf } from './epochs-known.ts';
import { tellEpochs } from './epochs-tell.ts';
import { judgeVotes } from './epochs-votes.ts';
import type { CoreParts } from './parts.ts';
import { tellWatchers } from './progress.ts';

/** @throws WireError */
export function onEpochStatus(parts: CoreParts, from: HostId, body: Uint8Array): void {
  const { context } = parts;
  const message = decodeMessage(permafrost.v1.EpochStatus, body);
  const id = toHex(exactBytes(message.keyId, 16, 'key id'));
  const epochId = exactBytes(message.epochId, 32, 'epoch');
  const number = safeInteger(message.number, 'number');
  const told = boundedList(message.prepared, limits.EPOCHS_PREPARED_MAX, 'prepared').map((one) => ({
    id: toHex(exactBytes(one.epochId, 32, 'epoch')),
    certsMissing: boundedList(one.certsMissing, limits.MEMBERS_MAX, 'seats'),
    storedMissing: boundedList(one.storedMissing, limits.MEMBERS_MAX, 'seats'),
    isTested: one.isTested === true,
    votes: boundedList(one.votes, limits.MEMBERS_MAX, 'votes').map(voteFromWire),
  }));
  const epochs = epochsOf(context, id);
  if (epochs === undefined) {
    if (isOfInterest(context, id)) fetchEpoch(parts, { id, epochId: toHex(epochId), from });
    return;
  }
  epochs.told.set(from, toHex(epochId));
  noteShare(context, id, { from, epochId, lacksShare: message.lacksShare === true });
  const order = compareEpochs({ number, epochId }, activeEpoch(epochs).epoch);
  if (order > 0) fetchEpoch(parts, { id, epochId: toHex(epochId), from });
  for (const one of told) {
    const prepared = epochs.prepared.get(one.id);
    if (prepared === undefined) {
      judgeVotes(parts, epochs, one.votes);
      const isKnown = epochs.chain.has(one.id) || epochs.retiring.has(one.id);
      if (one.isTested && !isKnown && order <= 0) {
        fetchEpoch(parts, { id, epochId: one.id, from });
      }
      continue;
    }
    tellMissing(context, epochs, prepared, { ...one, to: from });
    const isNews = addVotes(prepared, one.votes);
    judgeVotes(parts, epochs, one.votes);
    if (isNews) advance(parts, epochs, prepared);
  }
  if (message.answers !== true) tellEpochs(context, epochs, [from], true);
  parts.watched(epochs);
}

/** What a member of a later epoch says of its own share; of the first one `KeyStatus` tells. */
function noteShare(
  { keys }: CoreContext,
  id: string,
  said: { readonly from: HostId; readonly epochId: Uint8Array; readonly lacksShare: boolean },
): void {
  const entry = keys.byId.get(id);
  if (entry === undefined || entry.epoch === 0 || !equalBytes(entry.epochId, said.epochId)) return;
  const seat = hostsOf(entry).indexOf(said.from) + 1;
  if (seat > 0) entry.told.set(seat, said.lacksShare ? 'unknown' : 'active');
}

/** Whether a key of which nothing is known here is one that a proposal speaks of. */
function isOfInterest(context: CoreContext, id: string): boolean {
  for (const { proposal } of context.proposals.byId.values()) {
    const isChange = proposal.type === 'reshare' || proposal.type === 'repair';
    if (isChange && toHex(proposal.keyId) === id) return true;
  }
  // One that is being made here becomes known by its own ceremony.
  const made = madeBy(context, fromHex(id));
  return made !== undefined && made.outcome === 'done';
}

/** A proposal speaks of a key, or an epoch, that is not known here: an old member is asked. */
export function learnOfBase(parts: CoreParts, one: ProposalEntry): void {
  const { context } = parts;
  const { proposal, outcome } = one;
  if (outcome !== 'open' || (proposal.type !== 'reshare' && proposal.type !== 'repair')) return;
  const id = toHex(proposal.keyId);
  const epochId = toHex(proposal.baseEpochId);
  if (epochsOf(context, id)?.chain.has(epochId) === true) return;
  const hosts = [proposal.node, ...proposal.baseMembers].map(toHex);
  const from = hosts.find((host) => host !== context.self && isUp(context.peers, host));
  if (from !== undefined) fetchEpoch(parts, { id, epochId, from });
}

/** Tells those who watch a change of this key. */
export function watchedEpochs({ context, progress }: CoreParts, epochs: KeyEpochs): void {
  for (const { id, proposal } of context.proposals.byId.values()) {
    const isChange = proposal.type === 'reshare' || proposal.type === 'repair';
    if (isChange && equalBytes(proposal.keyId, epochs.keyId)) tellWatchers(context, progress, id);
  }
}

function tellMissing(
  context: CoreContext,
  epochs: KeyEpochs,
  prepared: PreparedEpoch,
  asked: {
    readonly to: HostId;
    readonly certsMissing: readonly number[];
    readonly storedMissing: readonly number[];
    readonly isTested: boolean;
  },
): void {
  const { certs, stored, testSignature } = prepared;
  const envelopes = [
    ...[...new Set(asked.certsMissing)].map((seat) => certs.get(seat)),
    ...[...new Set(asked.storedMissing)].map((seat) => stored.get(seat)),
  ].filter((bytes) => bytes !== undefined);
  const test = asked.isTested ? undefined : testSignature;
  if (envelopes.length === 0 && test === undefined) return;
  const body = encodeMessage(permafrost.v1.EpochParts, {
    keyId: epochs.keyId,
    epochId: prepared.facts.epochId,
    envelopes,
    ...(test === undefined ? {} : { testSignature: test }),
  });
  const frame = { lane: 'bulk', kind: limits.FRAME.epochParts, body } as const;
  sendTo(context, epochs.subject, { to: [asked.to], ...frame });
}

/** @throws WireError */
export function onEpochParts(parts: CoreParts, body: Uint8Array): void {
  const message = decodeMessage(permafrost.v1.EpochParts, body);
  const id = toHex(exactBytes(message.keyId, 16, 'key id'));
  const epochId = toHex(exactBytes(message.epochId, 32, 'epoch'));
  const envelopes = boundedList(message.envelopes, 2 * limits.MEMBERS_MAX, 'envelopes');
  const test = boundedBytes(message.testSignature, { min: 0, max: 128 }, 'test signature');
  const epochs = parts.context.keys.epochs.byKey.get(id);
  const prepared = epochs?.prepared.get(epochId);
  if (epochs === undefined || prepared === undefined) return;
  learn(
    parts,
    epochs,
    prepared,
    envelopes.map((bytes) => Uint8Array.from(bytes)),
  );
  if (test.length > 0) takeTest(parts, epochs, prepared, test);
}

/** Asks a host for the record of an epoch, with those before it that are not known here. */
export function fetchEpoch(
  parts: Pick<CoreParts, 'context'>,
  wanted: {
    readonly id: string;
    readonly epochId: string;
    readonly from: HostId;
  },
): void {
  const { context } = parts;
  const { id, epochId, from } = wanted;
  const sinceMs = context.clocks.monotonicMs;
  const known = context.keys.epochs;
  if (!isUp(context.peers, from) || !mayFetch(known, wanted, sinceMs)) return;
  const epochs = epochsOf(context, id);
  const after = epochs === undefined ? undefined : activeEpoch(epochs).epoch.number;
  const one: Fetching = {
    id,
    from,
    epochId,
    sinceMs,
    after,
    parts: [],
    bytes: 0,
    total: undefined,
  };
  known.fetching.set(fetchName(id, from), one);
  askForPart(context, one);
}

function askForPart(context: CoreContext, one: Fetching): void {
  const { id, from, after, bytes: offset, epochId } = one;
  const body = encodeMessage(permafrost.v1.EpochRequest, {
    keyId: fromHex(id),
    epochId: fromHex(epochId),
    ...(after === undefined ? {} : { hasBase: true, after }),
    offset,
  });
  const frame = { lane: 'bulk', kind: limits.FRAME.epochRequest, body } as const;
  sendTo(context, undefined, { to: [from], ...frame });
  context.act(undefined, {
    type: 'timer',
    id: `fetch/${fetchName(id, from)}`,
    afterMs: limits.EPOCH_PART_WITHIN_MS,
  });
}

/** A part did not come in time: it is asked for again when somebody tells of the epoch again. */
export function fetchTimer(context: CoreContext, name: string): void {
  context.keys.epochs.fetching.delete(name);
}

/** @throws WireError */
export function onEpochRequest(parts: CoreParts, from: HostId, body: Uint8Array): void {
  const { context } = parts;
  const message = decodeMessage(permafrost.v1.EpochRequest, body);
  const keyId = exactBytes(message.keyId, 16, 'key id');
  const epochId = exactBytes(message.epochId, 32, 'epoch');
  const after = message.hasBase === true ? safeInteger(message.after, 'number') : undefined;
  const offset = safeInteger(message.offset, 'offset');
  const epochs = epochsOf(context, toHex(keyId));
  if (epochs === undefined) return;
  const whole = encodeLineage(recordsFor(epochs, toHex(epochId), after));
  if (offset >= whole.length) return;
  const part = whole.slice(offset, offset + PART_BYTES);
  const answer = { keyId, epochId, total: whole.length, offset, part };
  const chunk = encodeMessage(permafrost.v1.EpochChunk, answer);
  const frame = { lane: 'bulk', kind: limits.FRAME.epochChunk, body: chunk } as const;
  sendTo(context, epochs.subject, { to: [from], ...frame });
}

/** Certified epochs above a number and, where that is what is asked for, one that is prepared. */
function recordsFor(
  epochs: KeyEpochs,
  epochId: string,
  after: number | undefined,
): readonly EpochRecord[] {
  const chain = chainAfter(epochs, after).map(({ record }) => record);
  const prepared = epochs.prepared.get(epochId);
  return prepared === undefined || !isTested(prepared)
    ? chain
    : [...chain, recordOf(prepared, partialOf(prepared))];
}

/** @throws WireError, also when what came in parts is no lineage, or does not hold. */
export function onEpochChunk(parts: CoreParts, from: HostId, body: Uint8Array): void {
  const { context } = parts;
  const { fetching } = context.keys.epochs;
  const message = decodeMessage(permafrost.v1.EpochChunk, body);
  const id = toHex(exactBytes(message.keyId, 16, 'key id'));
  const epochId = exactBytes(message.epochId, 32, 'epoch');
  const total = safeInteger(message.total, 'total');
  const offset = safeInteger(message.offset, 'offset');
  const part = boundedBytes(message.part, { min: 1, max: PART_BYTES }, 'part');
  const name = fetchName(id, from);
  const one = fetching.get(name);
  const isAwaited =
    one !== undefined && equalBytes(fromHex(one.epochId), epochId) && offset === one.bytes;
  if (!isAwaited) return;
  const isLast = addPart(one, { total, part });
  if (isLast === false) {
    askForPart(context, one);
    return;
  }
  fetching.delete(name);
  if (isLast === undefined) throw new WireError('lineage: a part that was not asked for');
  adopt(parts, { id, from, whole: concat(...one.parts) });
}
