/**
 * Records of epochs that somebody else gave: each is proven from the group key and the epochs before
 * it alone, so that whoever gave it is trusted with nothing.
 * @module
 */
import { type Ciphersuite, toHex } from '@permafrost/frost';
import {
  baseOfRecord,
  checkPrepared,
  decodeLineage,
  decodeProposal,
  type EpochRecord,
  encodeEpochRecord,
  isTestSignature,
  type PreparedFacts,
  seatsOf,
  verifyActivation,
  verifyEpochRecord,
} from '@permafrost/protocol';
import { limits, WireError } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { addVotes, isLower, type KeyEpochs, type PreparedEpoch } from '../tables/epochs.ts';
import { put } from '../tables/keys-entry.ts';
import type { CoreContext } from './context.ts';
import { advance, certified } from './epochs.ts';
import { epochsFrom, epochsOf } from './epochs-known.ts';
import { tellEpochs } from './epochs-tell.ts';
import type { CoreParts } from './parts.ts';
import { epochPath } from './reshare.ts';

/** Takes over what holds of a lineage. @throws WireError when something in it does not */
export function adopt(
  parts: CoreParts,
  given: { readonly id: string; readonly from: HostId; readonly whole: Uint8Array },
): void {
  const { context } = parts;
  const { id, from } = given;
  let isCandidate = false;
  for (const record of decodeLineage(given.whole)) {
    const epochs = epochsOf(context, id);
    if (epochs === undefined) adoptFirst(parts, id, record);
    else if (decodeProposal(record.proposal).type !== 'create') {
      isCandidate = adoptNext(parts, epochs, record) === 'prepared' || isCandidate;
    }
  }
  const epochs = epochsOf(context, id);
  if (epochs === undefined) return;
  parts.propose({ type: 'key-known', keyId: epochs.keyId });
  // Its giver tells the votes that it has.
  if (isCandidate) tellEpochs(context, epochs, [from]);
  parts.watched(epochs);
}

function adoptFirst(parts: CoreParts, id: string, record: EpochRecord): void {
  const { context } = parts;
  const epoch = verifyEpochRecord(suiteFor(context, record), undefined, record);
  if (toHex(epoch.keyId) !== id) throw new WireError('lineage: of another key');
  const epochs = epochsFrom({ epoch, record });
  context.keys.epochs.byKey.set(id, epochs);
  const path = epochPath({ id, epochId: epoch.epochId }, 'record');
  const changes = [put(path, encodeEpochRecord(record))];
  context.act(epochs.subject, { type: 'persist', changes });
}

function adoptNext(
  parts: CoreParts,
  epochs: KeyEpochs,
  record: EpochRecord,
): 'prepared' | 'certified' | 'known' {
  const { context } = parts;
  const base = epochs.chain.get(toHex(baseOfRecord(record)));
  if (base === undefined) throw new WireError('lineage: an epoch before this one is missing');
  const suite = suiteFor(context, record);
  const { activation } = record;
  const bare = { ...record, activation: undefined };
  const proven = verifyEpochRecord(suite, base.epoch, bare);
  const { epochId, sessionId, group, publicKeys, number } = proven;
  const id = toHex(epochId);
  if (epochs.chain.has(id) || activation === undefined) return 'known';
  const { proposal, transcript } = record;
  const facts: PreparedFacts = {
    suite,
    group,
    proposal,
    sessionId,
    transcript,
    epochId,
    publicKeys,
  };
  const grade = gradeOf(facts, activation);
  if (grade !== undefined) {
    certified(parts, epochs, { epoch: { ...proven, grade }, record });
    return 'certified';
  }
  checkPrepared(facts, activation.stored);
  if (!isTestSignature(facts, activation.testSignature)) {
    throw new WireError('lineage: the test signature does not verify');
  }
  if (isLower(epochs, { number, epochId })) return 'known';
  const known = epochs.prepared.get(id) ?? preparedFrom(epochs, facts, record);
  if (known === undefined) return 'known';
  epochs.prepared.set(id, known);
  addVotes(known, activation.votes);
  advance(parts, epochs, known);
  return 'prepared';
}

/** Its grade where the activation is complete; undefined where votes or acceptances are missing. */
function gradeOf(
  facts: PreparedFacts,
  activation: NonNullable<EpochRecord['activation']>,
): ReturnType<typeof verifyActivation> | undefined {
  try {
    return verifyActivation(facts, activation);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return undefined;
  }
}

function preparedFrom(
  epochs: KeyEpochs,
  facts: PreparedFacts,
  { attempt, without, joins, certs, activation }: EpochRecord,
): PreparedEpoch | undefined {
  const { change } = facts.group;
  if (change === undefined || epochs.prepared.size >= limits.EPOCHS_PREPARED_MAX) return undefined;
  const seats = seatsOf(facts.group);
  const bySeat = (list: readonly Uint8Array[]): Map<number, Uint8Array> =>
    new Map(seats.map((seat) => [seat, list[seat - 1] as Uint8Array]));
  return {
    id: toHex(facts.epochId),
    number: change.number,
    base: toHex(change.base.epochId),
    facts,
    attempt,
    without,
    joins,
    certs: bySeat(certs),
    stored: bySeat(activation?.stored ?? []),
    votes: new Map(),
    testSignature: activation?.testSignature,
    isTesting: false,
    entry: undefined,
  };
}

/** The suite that runs here, by the name that the proposal has for it: simulations use another. */
export function suiteFor(
  context: CoreContext,
  { proposal }: Pick<EpochRecord, 'proposal'>,
): Ciphersuite {
  const { suite: id } = decodeProposal(proposal);
  const suite = context.options.suiteOf(id);
  return suite.id === id ? suite : { ...suite, id };
}
