/**
 * What this node knows of the epochs of a key, and what it would promise about them.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import {
  baseFacts,
  type CreateProposal,
  decodeProposal,
  type EpochRecord,
  isOfBase,
  type ProvenEpoch,
  proposalHash,
  seatsOf,
} from '@permafrost/protocol';
import { WireError } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { activeEpoch, type KeyEpochs, nextNumber, wrongNumber } from '../tables/epochs.ts';
import { type KeyEntry, keyNamed } from '../tables/keys-entry.ts';
import {
  acceptedBy,
  type ChangeProposal,
  membersOf,
  type ProposalEntry,
  type Unchangeable,
} from '../tables/proposals-entry.ts';
import type { CoreContext } from './context.ts';

/** The epochs of a key; of one with its first epoch alone they are made when first asked for. */
export function epochsOf(context: CoreContext, id: string): KeyEpochs | undefined {
  const { byKey } = context.keys.epochs;
  const known = byKey.get(id);
  if (known !== undefined) return known;
  const entry = context.keys.byId.get(id);
  if (entry === undefined || entry.state === 'pending' || entry.state === 'destroyed') {
    return undefined;
  }
  const created = context.proposals.byId.get(entry.proposalId)?.bytes;
  if (created === undefined || entry.certs.size < entry.group.members.length) return undefined;
  const made = epochsFrom(firstOf(entry, created));
  byKey.set(id, made);
  return made;
}

/** The first epoch of a key that this node helped to make. */
export function firstOf(
  entry: KeyEntry,
  created: Uint8Array,
): { readonly epoch: ProvenEpoch; readonly record: EpochRecord } {
  const { keyId, epochId, group, publicKeys, sessionId, attempt, joins, transcript } = entry;
  const without = entry.proposal.members.filter(
    (host) => !group.members.some((member) => equalBytes(member, host)),
  );
  const certs = seatsOf(group).map((seat) => entry.certs.get(seat) ?? new Uint8Array());
  return {
    epoch: { keyId, epochId, number: 0, group, publicKeys, sessionId, grade: undefined },
    record: {
      proposal: created,
      attempt,
      without,
      joins,
      certs,
      transcript,
      activation: undefined,
    },
  };
}

/** Of a key whose first epoch is proven. */
export function epochsFrom(first: {
  readonly epoch: ProvenEpoch;
  readonly record: EpochRecord;
}): KeyEpochs {
  const { keyId, epochId } = first.epoch;
  const created = first.record.proposal;
  return {
    id: toHex(keyId),
    keyId,
    name: decodeProposal(created).name,
    created,
    subject: toHex(proposalHash(created)),
    chain: new Map([[toHex(epochId), first]]),
    prepared: new Map(),
    retiring: new Map(),
    votes: new Map(),
    told: new Map(),
  };
}

/** The proposal that a key was made by: its name and requesters stay. */
export function createdOf(epochs: KeyEpochs): CreateProposal {
  const proposal = decodeProposal(epochs.created);
  if (proposal.type !== 'create') throw new WireError('proposal: makes no key');
  return proposal;
}

/** Who holds the key that a proposal made, as far as this node knows of later epochs. */
export function holdersOf(context: CoreContext, one: ProposalEntry): readonly HostId[] {
  for (const epochs of context.keys.epochs.byKey.values()) {
    if (epochs.subject === one.id) return activeEpoch(epochs).epoch.group.members.map(toHex);
  }
  return membersOf(one);
}

/** The epochs of the key that a proposal changes. */
export function epochsOfProposal(
  context: CoreContext,
  { proposal }: ProposalEntry,
): KeyEpochs | undefined {
  const isChange = proposal.type === 'reshare' || proposal.type === 'repair';
  return isChange ? epochsOf(context, toHex(proposal.keyId)) : undefined;
}

/** The highest number that this node accepted a proposal for, other than this one. */
export function promisedNumber(context: CoreContext, epochs: KeyEpochs, except: string): number {
  let highest = 0;
  for (const entry of context.proposals.byId.values()) {
    const { proposal } = entry;
    if (proposal.type !== 'reshare' || entry.id === except) continue;
    if (!equalBytes(proposal.keyId, epochs.keyId)) continue;
    if (acceptedBy(entry).includes(context.self)) highest = Math.max(highest, proposal.number);
  }
  return highest;
}

/** How far above its own promises a node believes proposals that it has only seen. */
const SEEN_AHEAD_MAX = 16;

/** What a proposal should be called: others may have promised something for those seen here. */
export function suggestedNumber(context: CoreContext, epochs: KeyEpochs): number {
  const own = nextNumber(epochs, promisedNumber(context, epochs, ''));
  let next = own;
  for (const { proposal } of context.proposals.byId.values()) {
    if (proposal.type !== 'reshare' || !equalBytes(proposal.keyId, epochs.keyId)) continue;
    if (proposal.number < own + SEEN_AHEAD_MAX) next = Math.max(next, proposal.number + 1);
  }
  return next;
}

/** Why this node promises nothing for a change of a key; undefined when it may. */
export function unchangeable(
  context: CoreContext,
  proposal: ChangeProposal,
  id: string,
): Unchangeable | undefined {
  const final = (reason: string): Unchangeable => ({ isFinal: true, reason });
  const keyId = toHex(proposal.keyId);
  const named = keyNamed(context.keys, proposal.name);
  if (named !== undefined && named.id !== keyId) {
    return final(`a key named ${proposal.name} exists already`);
  }
  if (named !== undefined && named.state !== 'active') return final(`the key is ${named.state}`);
  const epochs = epochsOf(context, keyId);
  if (epochs === undefined) {
    return { isFinal: false, reason: 'this node does not know the key yet' };
  }
  const { suite, name } = createdOf(epochs);
  if (suite !== proposal.suite || name !== proposal.name) return final('it names another key');
  const { epoch } = activeEpoch(epochs);
  if (!isOfBase(proposal, baseFacts(epoch))) {
    return proposal.baseNumber > epoch.number
      ? { isFinal: false, reason: 'this node does not know that epoch yet' }
      : { ...final(`the key is at epoch ${epoch.number}, which is another one`), isStale: true };
  }
  if (proposal.type === 'repair') return undefined;
  const promised = promisedNumber(context, epochs, id);
  const wrong = wrongNumber(withoutOwn(epochs, id), { number: proposal.number, promised });
  return wrong === undefined ? undefined : final(wrong);
}

/** Whether an epoch of this proposal was dealt, and a higher one is not active. */
export function hasPrepared(context: CoreContext, id: string): boolean {
  return [...context.keys.epochs.byKey.values()].some(({ prepared }) =>
    [...prepared.values()].some(({ facts }) => toHex(facts.group.proposalHash) === id),
  );
}

/** An epoch that this very proposal gave burns no number for it. */
function withoutOwn(epochs: KeyEpochs, id: string): KeyEpochs {
  const prepared = [...epochs.prepared].filter(
    ([, { facts }]) => toHex(facts.group.proposalHash) !== id,
  );
  return { ...epochs, prepared: new Map(prepared) };
}
