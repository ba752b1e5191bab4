/**
 * The epochs of keys as they are on the disk, for a node that starts. What is there was checked when
 * it was written, and the store says when it was touched since.
 * @module
 */
import { Secret, toHex } from '@permafrost/frost';
import {
  baseFacts,
  baseOfRecord,
  decodeEpochRecord,
  decodeProposal,
  decodeVote,
  type EpochRecord,
  epochIdOf,
  epochKeysOf,
  groupOfRecord,
  keyIdOf,
  type ProvenEpoch,
  seatsOf,
  votesNeeded,
} from '@permafrost/protocol';
import { activeEpoch, type KeyEpochs, type PreparedEpoch, voteName } from '../tables/epochs.ts';
import { type KeyEntry, keyPath, secretName } from '../tables/keys-entry.ts';
import type { CoreContext } from './context.ts';
import { createdOf, epochsFrom, epochsOf, firstOf } from './epochs-known.ts';
import { proposalOfRecord } from './key-entry.ts';
import { entryOfRecord } from './repair.ts';
import { epochPath, laterEntry, preparedOf } from './reshare.ts';
import { loadShare, type Signing } from './signing.ts';

type Records = ReadonlyMap<string, Uint8Array>;
type Secrets = ReadonlyMap<string, Uint8Array>;

/** After the keys themselves. @throws WireError when our own store holds nonsense */
export function restoreEpochs(
  context: CoreContext,
  signing: Signing,
  stored: { readonly records: Records; readonly secrets: Secrets },
): void {
  const { records } = stored;
  const ids = new Set<string>();
  for (const path of records.keys()) {
    const [kind, id] = path.split('/');
    if (kind === 'epoch' && id !== undefined) ids.add(id);
  }
  for (const id of ids) restoreKey(context, signing, { ...stored, id });
}

function restoreKey(
  context: CoreContext,
  signing: Signing,
  given: { readonly id: string; readonly records: Records; readonly secrets: Secrets },
): void {
  const { id, records } = given;
  const epochs = restoreChain(context, records, id);
  if (epochs === undefined) return;
  context.keys.epochs.byKey.set(id, epochs);
  restoreVotes(epochs, records);
  const entries = new Map<string, KeyEntry>();
  for (const [path, record] of records) {
    const [kind, of, epochId, what] = path.split('/');
    if (kind !== 'epoch' || of !== id || what !== 'prepared' || epochId === undefined) continue;
    const made = restoreEntry(context, epochs, records, record);
    if (made === undefined) continue;
    entries.set(epochId, made.entry);
    const secret = given.secrets.get(secretName(made.entry));
    if (secret !== undefined) load(signing, made.entry, secret);
    if (!epochs.chain.has(epochId)) {
      epochs.prepared.set(epochId, preparedFrom(epochs, made));
    }
  }
  follow(context, signing, epochs, { entries, secrets: given.secrets });
}

function restoreChain(context: CoreContext, records: Records, id: string): KeyEpochs | undefined {
  const own = context.keys.byId.get(id);
  const certified: EpochRecord[] = [];
  for (const [path, record] of records) {
    const [kind, of, , what] = path.split('/');
    if (kind === 'epoch' && of === id && what === 'record') {
      certified.push(decodeEpochRecord(record));
    }
  }
  const record = records.get(keyPath(id, 'record'));
  const first =
    own !== undefined && record !== undefined
      ? firstOf(own, proposalOfRecord(record).bytes)
      : certified.filter((one) => numberOf(one) === 0).map((one) => epochIn(context, one))[0];
  if (first === undefined) return epochsOf(context, id);
  const epochs = epochsFrom(first);
  const later = certified.filter((one) => numberOf(one) > 0);
  for (const one of later.sort((a, b) => numberOf(a) - numberOf(b))) {
    const known = epochIn(context, one, epochs.chain.get(toHex(baseOfRecord(one)))?.epoch);
    epochs.chain.set(toHex(known.epoch.epochId), known);
  }
  return epochs;
}

function numberOf({ proposal }: EpochRecord): number {
  const read = decodeProposal(proposal);
  return read.type === 'reshare' ? read.number : 0;
}

/** An epoch of a record that was verified before it was written. */
function epochIn(
  context: CoreContext,
  record: EpochRecord,
  base?: ProvenEpoch,
): { readonly epoch: ProvenEpoch; readonly record: EpochRecord } {
  const { attempt, transcript, activation, proposal } = record;
  const group = groupOfRecord(base, record);
  const suite = context.options.suiteOf(group.suite);
  const read = decodeProposal(proposal);
  const { grade } =
    read.type === 'reshare' && group.change !== undefined && activation !== undefined
      ? votesNeeded(group.change.base, read.excluded)
      : { grade: undefined };
  const epoch: ProvenEpoch = {
    keyId: keyIdOf(group, attempt),
    epochId: epochIdOf(group, attempt, transcript),
    number: group.change?.number ?? 0,
    group,
    publicKeys: epochKeysOf(suite, group, transcript),
    sessionId: new Uint8Array(32),
    grade,
  };
  return { epoch, record };
}

function restoreVotes(epochs: KeyEpochs, records: Records): void {
  for (const [path, record] of records) {
    if (!path.startsWith(`vote/${epochs.id}/`)) continue;
    const vote = decodeVote(record);
    epochs.votes.set(voteName(toHex(vote.baseEpochId), vote.number), vote);
  }
}

type Made = {
  readonly entry: KeyEntry;
  readonly proposal: Uint8Array;
};

function restoreEntry(
  context: CoreContext,
  epochs: KeyEpochs,
  records: Records,
  record: Uint8Array,
): Made | undefined {
  const { key, proposal } = preparedOf(record, (epochId) => {
    const base = epochs.chain.get(toHex(epochId));
    return base === undefined ? undefined : baseFacts(base.epoch);
  });
  const entry = laterEntry(context, {
    subject: epochs.subject,
    created: createdOf(epochs),
    key,
  });
  for (const seat of seatsOf(key.group)) {
    const cert = records.get(epochPath(entry, `cert/${seat}`));
    if (cert !== undefined) entry.certs.set(seat, cert);
    const said = records.get(epochPath(entry, `stored/${seat}`));
    if (said !== undefined) entry.stored.set(seat, said);
  }
  entry.testSignature = records.get(epochPath(entry, 'test'));
  return { entry, proposal };
}

function preparedFrom(epochs: KeyEpochs, { entry, proposal }: Made): PreparedEpoch {
  const { group, suite, sessionId, transcript, epochId, publicKeys } = entry;
  const { change } = group;
  if (change === undefined) throw new RangeError('a prepared epoch follows from another');
  const facts = { suite, group, proposal, sessionId, transcript, epochId, publicKeys };
  const base = toHex(change.base.epochId);
  const own = epochs.votes.get(voteName(base, change.number));
  const isOwn = own !== undefined && toHex(own.epochId) === toHex(epochId);
  const read = decodeProposal(proposal);
  const dealing = change.dealers.map((id) => toHex(change.base.members[id - 1] as Uint8Array));
  const without =
    read.type === 'reshare' ? read.dealers.filter((host) => !dealing.includes(toHex(host))) : [];
  return {
    id: toHex(epochId),
    number: change.number,
    base,
    facts,
    attempt: entry.attempt,
    without,
    joins: entry.joins,
    certs: entry.certs,
    stored: entry.stored,
    votes: new Map(isOwn ? [[toHex(own.hostPub), own]] : []),
    testSignature: entry.testSignature,
    isTesting: false,
    entry,
  };
}

/** The entry of the active epoch signs; what is left of those before it is on its way out. */
function follow(
  context: CoreContext,
  signing: Signing,
  epochs: KeyEpochs,
  {
    entries,
    secrets,
  }: { readonly entries: ReadonlyMap<string, KeyEntry>; readonly secrets: Secrets },
): void {
  const { byId } = context.keys;
  const active = toHex(activeEpoch(epochs).epoch.epochId);
  const first = byId.get(epochs.id);
  if (first !== undefined && toHex(first.epochId) !== active) {
    byId.delete(epochs.id);
    if (secrets.has(secretName(first))) retire(epochs, first);
  }
  if (!entries.has(active) && !byId.has(epochs.id)) {
    const repaired = entryOfRecord(context, epochs);
    const secret = repaired === undefined ? undefined : secrets.get(secretName(repaired));
    if (repaired !== undefined && secret !== undefined) {
      load(signing, repaired, secret);
      byId.set(epochs.id, repaired);
    }
  }
  for (const [epochId, entry] of entries) {
    if (epochId === active) {
      entry.state = first === undefined || first.state === 'pending' ? 'active' : first.state;
      byId.set(epochs.id, entry);
    } else if (epochs.chain.has(epochId) && secrets.has(secretName(entry))) retire(epochs, entry);
  }
}

function retire(epochs: KeyEpochs, entry: KeyEntry): void {
  entry.isRetiring = true;
  epochs.retiring.set(toHex(entry.epochId), entry);
}

function load(signing: Signing, entry: KeyEntry, bytes: Uint8Array): void {
  const { seat, publicKeys } = entry;
  const signingShare = new Secret(bytes.slice());
  loadShare(signing, entry, { identifier: seat as never, signingShare, publicKeys });
  bytes.fill(0);
}
