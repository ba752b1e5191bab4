/**
 * How an epoch of a key that was dealt comes to be the active one: its members say that they stored
 * it and sign a test message together, old members vote, and the certificate of that ends the epoch
 * before. Every promise is durable before it is told; what was erased is below a certificate.
 * @module
 */
import { equalBytes, fromHex, Secret, toHex } from '@permafrost/frost';
import {
  DKG_ROUND,
  decodeProposal,
  type EpochRecord,
  encodeEpochRecord,
  encodeVote,
  isTestSignature,
  type ProvenEpoch,
  proposalHash,
  RESHARE_KIND,
  type ReshareProposal,
  type ReshareResult,
  sealEnvelope,
  signVote,
  storedPayload,
  verifyActivation,
} from '@permafrost/protocol';
import { encodeMessage, limits, permafrost, WireError } from '@permafrost/wire';
import type { Change, HostId } from '../effects.ts';
import {
  activeEpoch,
  addVotes,
  certificateOf,
  isLower,
  isTested,
  type KeyEpochs,
  mayVote,
  type PreparedEpoch,
  recordOf,
  voteName,
} from '../tables/epochs.ts';
import { type KeyEntry, put, secretName } from '../tables/keys-entry.ts';
import { judge } from '../tables/keys-judge.ts';
import { acceptedBy, mayBeForgotten, type ProposalEntry } from '../tables/proposals-entry.ts';
import { scheduleCanary } from './canary.ts';
import { takeEarly } from './ceremonies-state.ts';
import { type CoreContext, log, sendTo } from './context.ts';
import { createdOf, epochsOf } from './epochs-known.ts';
import { tellEpochs } from './epochs-tell.ts';
import type { CoreParts } from './parts.ts';
import { tellWatchers } from './progress.ts';
import { refillKey } from './refill.ts';
import { epochPath, laterEntry } from './reshare.ts';
import { dropShare, loadShare, rawShareOf } from './signing.ts';

/** All who have something to say about an epoch that was dealt. */
export function participantsOf({ facts }: PreparedEpoch): readonly HostId[] {
  const { members, change } = facts.group;
  return [...new Set([...members, ...(change?.base.members ?? [])].map(toHex))];
}

export function reshareIn(bytes: Uint8Array): ReshareProposal {
  const proposal = decodeProposal(bytes);
  if (proposal.type !== 'reshare') throw new WireError('proposal: makes no next epoch');
  return proposal;
}

/** A session that dealt the next epoch of a key ended; its record is durable. */
export function dealt(parts: CoreParts, result: ReshareResult, one: ProposalEntry): void {
  const { context, signer, ceremonies } = parts;
  const { share, group, epochId, sessionId, transcript, attempt, joins } = result;
  const epochs = epochsOf(context, toHex(result.keyId));
  const early = takeEarly(ceremonies, toHex(result.scope));
  // Who only deals learns what came of it from those who received.
  if (share === undefined || epochs === undefined || group.change === undefined) return;
  const created = createdOf(epochs);
  const entry = laterEntry(context, { subject: epochs.subject, created, key: result });
  const { publicKeys, suite, certs, stored } = entry;
  const signingShare = new Secret(share.reveal().slice());
  share.erase();
  loadShare(signer, entry, { identifier: result.seat as never, signingShare, publicKeys });
  const facts = { suite, group, proposal: one.bytes, sessionId, transcript, epochId, publicKeys };
  const prepared: PreparedEpoch = {
    id: toHex(epochId),
    number: group.change.number,
    base: toHex(group.change.base.epochId),
    facts,
    attempt,
    without: one.starts.get(attempt)?.without ?? [],
    joins,
    certs,
    stored,
    votes: new Map(),
    testSignature: undefined,
    isTesting: false,
    entry,
  };
  epochs.prepared.set(prepared.id, prepared);
  log(context, 'info', 'next epoch prepared', { key: epochs.name, number: prepared.number });
  learn(
    parts,
    epochs,
    prepared,
    early.map(({ envelope }) => envelope),
  );
}

/** Takes in Certs and Stored of an epoch that was dealt; each counts by its signature alone. */
export function learn(
  parts: CoreParts,
  epochs: KeyEpochs,
  prepared: PreparedEpoch,
  envelopes: readonly Uint8Array[],
): void {
  const { context } = parts;
  const { entry } = prepared;
  if (entry === undefined) return;
  const changes: Change[] = [];
  for (const bytes of envelopes) {
    const found = judge(entry, bytes);
    if (found === undefined) continue;
    if (found.type === 'fault') {
      const culprit = found.evidence?.claim.culprit;
      if (culprit !== undefined) parts.fault(toHex(culprit), found.detail.code, found.evidence);
      continue;
    }
    const held = found.type === 'cert' ? prepared.certs : prepared.stored;
    if (held.has(found.seat)) continue;
    held.set(found.seat, bytes);
    changes.push(put(epochPath(entry, `${found.type}/${found.seat}`), bytes));
  }
  if (changes.length > 0) context.act(epochs.subject, { type: 'persist', changes });
  advance(parts, epochs, prepared);
}

/** A Cert or Stored of an epoch that was dealt, from its ceremony. */
export function lateParts(parts: CoreParts, entry: KeyEntry, envelope: Uint8Array): void {
  const epochs = parts.context.keys.epochs.byKey.get(entry.id);
  const prepared = epochs?.prepared.get(toHex(entry.epochId));
  if (epochs !== undefined && prepared !== undefined) learn(parts, epochs, prepared, [envelope]);
}

/** Says and does what is due next for an epoch that was dealt. */
export function advance(parts: CoreParts, epochs: KeyEpochs, prepared: PreparedEpoch): void {
  const { context } = parts;
  if (isLower(epochs, { number: prepared.number, epochId: prepared.facts.epochId })) return;
  const { entry, certs, stored, facts } = prepared;
  const n = facts.group.members.length;
  if (entry !== undefined && certs.size === n && !stored.has(entry.seat)) {
    sayStored(parts, epochs, prepared, entry);
  }
  const isConfirmed = certs.size === n && stored.size === n;
  if (entry !== undefined && isConfirmed && !isTested(prepared) && !prepared.isTesting) {
    prepared.isTesting = true;
    scheduleCanary(parts, entry, 0);
    refillKey(context, parts.signer, entry);
    tellEpochs(context, epochs, participantsOf(prepared));
  }
  vote(parts, epochs, prepared);
  activateIfVoted(parts, epochs, prepared);
  tellWatchers(context, parts.progress, toHex(facts.group.proposalHash));
}

function sayStored(
  parts: CoreParts,
  epochs: KeyEpochs,
  prepared: PreparedEpoch,
  entry: KeyEntry,
): void {
  const { context } = parts;
  const { group, sessionId, transcript, epochId } = prepared.facts;
  const envelope = sealEnvelope(
    {
      suite: group.suite,
      kind: RESHARE_KIND,
      sessionId,
      round: DKG_ROUND.stored,
      from: entry.seat,
      to: 'all',
      payload: storedPayload(transcript),
    },
    context.options.hostSeed,
  );
  prepared.stored.set(entry.seat, envelope);
  const changes = [put(epochPath(entry, `stored/${entry.seat}`), envelope)];
  context.act(epochs.subject, { type: 'persist', changes });
  sendTo(context, epochs.subject, {
    to: participantsOf(prepared),
    lane: 'bulk',
    kind: limits.FRAME.epochParts,
    body: encodeMessage(permafrost.v1.EpochParts, {
      keyId: epochs.keyId,
      epochId,
      envelopes: [envelope],
    }),
  });
}

/** A test signature of an epoch that was dealt. */
export function onTestSignature(parts: CoreParts, entry: KeyEntry, signature: Uint8Array): void {
  const { context } = parts;
  const epochs = context.keys.epochs.byKey.get(entry.id);
  const prepared = epochs?.prepared.get(toHex(entry.epochId));
  if (epochs === undefined || prepared === undefined) return;
  takeTest(parts, epochs, prepared, signature);
}

/** Keeps a test signature that verifies. */
export function takeTest(
  parts: CoreParts,
  epochs: KeyEpochs,
  prepared: PreparedEpoch,
  signature: Uint8Array,
): void {
  const { context } = parts;
  if (prepared.testSignature !== undefined || !isTestSignature(prepared.facts, signature)) return;
  prepared.testSignature = Uint8Array.from(signature);
  const of = { id: epochs.id, epochId: prepared.facts.epochId };
  if (prepared.entry !== undefined) {
    prepared.entry.testSignature = prepared.testSignature;
    const changes = [put(epochPath(of, 'test'), prepared.testSignature)];
    context.act(epochs.subject, { type: 'persist', changes });
  }
  advance(parts, epochs, prepared);
  tellEpochs(context, epochs, participantsOf(prepared));
}

/** Votes, where this node is an old member that accepted the proposal. */
function vote(parts: CoreParts, epochs: KeyEpochs, prepared: PreparedEpoch): void {
  const { context } = parts;
  if (!mayVote(epochs, prepared, context.self)) return;
  const one = context.proposals.byId.get(toHex(prepared.facts.group.proposalHash));
  if (one === undefined || !acceptedBy(one).includes(context.self)) return;
  if (mayHaveVoted(context, epochs, prepared, one)) return;
  const { number, facts } = prepared;
  const name = { keyId: epochs.keyId, baseEpochId: fromHex(prepared.base), number };
  const said = signVote({ ...name, epochId: facts.epochId }, context.options.hostSeed);
  epochs.votes.set(voteName(prepared.base, number), said);
  addVotes(prepared, [said]);
  const path = `vote/${epochs.id}/${voteName(prepared.base, number)}`;
  context.act(epochs.subject, { type: 'persist', changes: [put(path, encodeVote(said))] });
  tellEpochs(context, epochs, participantsOf(prepared));
}

/**
 * What it promised before it was recovered a node does not know. On a base that is younger it
 * promised nothing; on an older one its operator says that it may, and says so of a proposal that is
 * younger: who accepted it before has said nothing of that.
 */
function mayHaveVoted(
  { boots, directory }: CoreContext,
  epochs: KeyEpochs,
  { base }: PreparedEpoch,
  { proposal, statements }: ProposalEntry,
): boolean {
  const since = { recoveredMs: boots.recoveredMs, directory };
  const record = epochs.chain.get(base)?.record;
  if (record !== undefined && !mayBeForgotten(decodeProposal(record.proposal), since)) return false;
  const isByHand = statements.has(`accept/${directory.self.host}`);
  return !isByHand || mayBeForgotten(proposal, since);
}

function activateIfVoted(parts: CoreParts, epochs: KeyEpochs, prepared: PreparedEpoch): void {
  const { facts } = prepared;
  if (!isTested(prepared)) return;
  const one = parts.context.proposals.byId.get(toHex(facts.group.proposalHash));
  const proposal = reshareIn(facts.proposal);
  const certificate = certificateOf(prepared, proposal, [...(one?.statements.values() ?? [])]);
  if (certificate === undefined) return;
  const grade = verifyActivation(facts, certificate);
  const { epochId, sessionId, group, publicKeys } = facts;
  const { keyId } = epochs;
  const { number } = prepared;
  const epoch = { keyId, epochId, number, group, publicKeys, sessionId, grade };
  certified(parts, epochs, { epoch, record: recordOf(prepared, certificate) });
}

/** The certificate of an epoch is here: the key follows the highest of them. */
export function certified(
  parts: CoreParts,
  epochs: KeyEpochs,
  known: { readonly epoch: ProvenEpoch; readonly record: EpochRecord },
): void {
  const { context } = parts;
  const id = toHex(known.epoch.epochId);
  if (epochs.chain.has(id)) return;
  epochs.chain.set(id, known);
  const of = { id: epochs.id, epochId: known.epoch.epochId };
  const changes = [put(epochPath(of, 'record'), encodeEpochRecord(known.record))];
  context.act(epochs.subject, { type: 'persist', changes });
  if (toHex(activeEpoch(epochs).epoch.epochId) === id) switchOver(parts, epochs);
}

function switchOver(parts: CoreParts, epochs: KeyEpochs): void {
  const { context } = parts;
  const { keys } = context;
  const { epoch, record } = activeEpoch(epochs);
  const id = toHex(epoch.epochId);
  const before = keys.byId.get(epochs.id);
  if (before !== undefined) {
    before.isRetiring = true;
    epochs.retiring.set(toHex(before.epochId), before);
  }
  const entry = epochs.prepared.get(id)?.entry;
  epochs.prepared.delete(id);
  for (const lower of [...epochs.prepared.values()]) {
    const { number, facts } = lower;
    if (!isLower(epochs, { number, epochId: facts.epochId })) continue;
    epochs.prepared.delete(lower.id);
    if (lower.entry !== undefined) epochs.retiring.set(lower.id, lower.entry);
  }
  if (entry === undefined) keys.byId.delete(epochs.id);
  else {
    entry.state = before === undefined || before.state === 'pending' ? 'active' : before.state;
    keys.byId.set(epochs.id, entry);
    bindName(context, epochs);
  }
  log(context, 'info', 'key has a new epoch', {
    key: epochs.name,
    number: epoch.number,
    members: epoch.group.members.length,
    isMember: entry !== undefined,
  });
  parts.propose({ type: 'done', id: toHex(proposalHash(record.proposal)) });
  if (entry !== undefined) refillKey(context, parts.signer, entry);
  scheduleErase(context, epochs);
  tellEpochs(context, epochs, [...context.directory.byHost.keys()]);
  parts.propose({ type: 'key-known', keyId: epochs.keyId });
  context.act(undefined, { type: 'admission' });
}

/** The name of a key that this node is a member of stands for it. */
export function bindName(context: CoreContext, epochs: KeyEpochs): void {
  if (context.keys.bound.get(epochs.name) === epochs.id) return;
  context.keys.bound.set(epochs.name, epochs.id);
  const changes = [put(`name/${epochs.name}`, epochs.keyId)];
  context.act(epochs.subject, { type: 'persist', changes });
}

/** Requests that began at the epoch before have their time; then its shares are erased. */
export function scheduleErase(context: CoreContext, epochs: KeyEpochs): void {
  if (epochs.retiring.size === 0) return;
  const id = `erase/${epochs.id}`;
  context.act(undefined, { type: 'timer', id, afterMs: limits.EPOCH_GRACE_MS });
}

/** Erases own shares below the active epoch, whose own share is durable where there is one. */
export function eraseLower(parts: CoreParts, id: string): void {
  const { context, signer } = parts;
  const epochs = context.keys.epochs.byKey.get(id);
  if (epochs === undefined) return;
  const { epoch } = activeEpoch(epochs);
  const isMember = epoch.group.members.some((host) =>
    equalBytes(host, context.directory.self.hostPub),
  );
  const isHeld = rawShareOf(signer, { id, epochId: epoch.epochId }) !== undefined;
  if (isMember && !isHeld) return;
  for (const [name, entry] of [...epochs.retiring]) {
    if (!isLower(epochs, { number: entry.epoch, epochId: entry.epochId })) continue;
    epochs.retiring.delete(name);
    dropShare(signer, entry);
    context.act(epochs.subject, {
      type: 'persist',
      changes: [],
      secrets: [{ type: 'erase-secret', name: secretName(entry) }],
    });
    log(context, 'info', 'share of an earlier epoch erased', {
      key: epochs.name,
      number: entry.epoch,
    });
  }
}

/** What a node that starts goes on with. */
export function resumeEpochs(parts: CoreParts): void {
  const { context } = parts;
  for (const epochs of context.keys.epochs.byKey.values()) {
    scheduleErase(context, epochs);
    for (const prepared of [...epochs.prepared.values()]) advance(parts, epochs, prepared);
  }
}
