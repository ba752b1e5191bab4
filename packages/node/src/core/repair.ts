/**
 * This node's part in giving a member its lost share back: as a helper, or as the member itself,
 * which may have lost all that it knew of the key.
 * @module
 */
import { equalBytes, Secret, toHex } from '@permafrost/frost';
import {
  baseFacts,
  type DurableRecord,
  decodeRepaired,
  type Group,
  groupOfRepair,
  HELPED,
  mayRepair,
  REPAIR_KIND,
  REPAIRED,
  type RepairResult,
  sealEnvelope,
  seatOf,
  seatsOf,
  seatsOfHost,
  startRepair,
} from '@permafrost/protocol';
import { limits, WireError } from '@permafrost/wire';
import type { Action } from '../effects.ts';
import { activeEpoch, isOfActive, type KeyEpochs } from '../tables/epochs.ts';
import { hostsOf, type KeyEntry, put, secretName, statusOf } from '../tables/keys-entry.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import type { Changing } from './ceremonies.ts';
import { type Ceremonies, isReplayed, scopeOf } from './ceremonies-state.ts';
import { type CoreContext, log, sendTo } from './context.ts';
import { bindName } from './epochs.ts';
import { createdOf, epochsOf } from './epochs-known.ts';
import { tellEpochs } from './epochs-tell.ts';
import type { CoreParts } from './parts.ts';
import { refillKey } from './refill.ts';
import { epochPath, laterEntry } from './reshare.ts';
import { loadShare, rawShareOf, type Signing } from './signing.ts';

/** The session of an attempt to repair a share; undefined where it is not ours to run. */
export function repairingSession(
  context: CoreContext,
  signing: Signing,
  ceremonies: Ceremonies,
  given: {
    readonly epochs: KeyEpochs;
    readonly entry: ProposalEntry;
    readonly attempt: number;
  },
): Changing | undefined {
  const { epochs, entry, attempt } = given;
  const { proposal } = entry;
  if (proposal.type !== 'repair' || !isOfActive(epochs, proposal)) return undefined;
  const { hostSeed, random, ceremonyRoundMs, suiteOf } = context.options;
  const { hostPub } = context.directory.self;
  const base = baseFacts(activeEpoch(epochs).epoch);
  const without = entry.starts.get(attempt)?.without ?? [];
  let group: Group;
  try {
    group = groupOfRepair(entry.bytes, base, without);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    log(context, 'warn', 'a repair does not fit', { key: proposal.name, why: error.message });
    return undefined;
  }
  const seats = seatsOfHost(group, hostPub);
  const [seat] = seats;
  if (seat === undefined) return undefined;
  const isOwner = equalBytes(proposal.lost, hostPub);
  const share = isOwner ? undefined : rawShareOf(signing, { id: epochs.id, epochId: base.epochId });
  if (!isOwner && share === undefined) return undefined;
  const session = startRepair(
    {
      suite: suiteOf(group.suite),
      group,
      proposal: entry.bytes,
      attempt,
      hostPub,
      ...(share === undefined ? {} : { share }),
      mayReveal: () =>
        mayRepair(entry.bytes, base, { statements: [...entry.statements.values()], without }),
      random,
      withinMs: ceremonyRoundMs,
      usedSession: (id, publicKeys) => isReplayed(ceremonies, id, publicKeys),
    },
    (unsealed) =>
      sealEnvelope(
        { ...unsealed, suite: group.suite, kind: REPAIR_KIND, from: unsealed.from ?? seat },
        hostSeed,
      ),
  );
  return { group, seats, subject: epochs.subject, session };
}

/** What a session of a repair writes. */
export function repairRecord(
  { entry, attempt }: { readonly entry: ProposalEntry; readonly attempt: number },
  record: DurableRecord,
): Extract<Action, { readonly type: 'persist' }> {
  if (record.kind === HELPED) {
    return { type: 'persist', changes: [put(`helped/${entry.id}/${attempt}`, record.bytes)] };
  }
  if (record.kind !== REPAIRED || record.secret === undefined) {
    throw new RangeError(`a repair stored ${record.kind}`);
  }
  const { keyId, epochId } = decodeRepaired(record.bytes);
  const of = { id: toHex(keyId), epochId };
  return {
    type: 'persist',
    changes: [put(epochPath(of, 'repaired'), record.bytes)],
    secrets: [{ type: 'put-secret', name: secretName(of), bytes: record.secret.reveal().slice() }],
  };
}

/** A repair ended here: the owner has its share, durably; helpers gave what they had to. */
export function repaired(parts: CoreParts, result: RepairResult, one: ProposalEntry): void {
  const { context, signer } = parts;
  const { share, keyId, epochId } = result;
  const epochs = epochsOf(context, toHex(keyId));
  const isCurrent = epochs !== undefined && equalBytes(activeEpoch(epochs).epoch.epochId, epochId);
  if (share !== undefined && epochs !== undefined && isCurrent) {
    const entry = context.keys.byId.get(epochs.id) ?? entryOfRecord(context, epochs);
    if (entry !== undefined) {
      const signingShare = new Secret(share.reveal().slice());
      const identifier = entry.seat as never;
      loadShare(signer, entry, { identifier, signingShare, publicKeys: entry.publicKeys });
      context.keys.byId.set(epochs.id, entry);
      bindName(context, epochs);
      log(context, 'info', 'share repaired', { key: epochs.name, number: entry.epoch });
      refillKey(context, signer, entry);
      sendTo(context, epochs.subject, {
        to: hostsOf(entry),
        lane: 'bulk',
        kind: limits.FRAME.keyStatus,
        body: statusOf(entry),
      });
      tellEpochs(context, epochs, hostsOf(entry));
    }
  }
  share?.erase();
  parts.propose({ type: 'done', id: one.id });
}

/** The entry of the active epoch, from its record alone; undefined where we are no member. */
export function entryOfRecord(context: CoreContext, epochs: KeyEpochs): KeyEntry | undefined {
  const { epoch, record } = activeEpoch(epochs);
  const { group, keyId, sessionId } = epoch;
  const seat = seatOf(group, context.directory.self.hostPub);
  if (seat === undefined) return undefined;
  const { attempt, joins, certs, transcript } = record;
  const proposal = { type: epoch.number > 0 ? 'reshare' : 'create' };
  const scope = scopeOf({ hash: group.proposalHash, proposal }, attempt);
  const key = {
    group,
    attempt,
    seat,
    keyId,
    scope,
    sessionId,
    transcript,
    joins,
    commits: [],
    reveals: [],
    cert: certs[seat - 1] ?? new Uint8Array(),
  };
  const entry = laterEntry(context, { subject: epochs.subject, created: createdOf(epochs), key });
  for (const one of seatsOf(group)) entry.certs.set(one, certs[one - 1] ?? new Uint8Array());
  entry.state = 'active';
  return entry;
}
