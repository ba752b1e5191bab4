/**
 * What this node tells others of the epochs of a key.
 * @module
 */
import { equalBytes } from '@permafrost/frost';
import { seatsOf } from '@permafrost/protocol';
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { activeEpoch, isTested, type KeyEpochs, type PreparedEpoch } from '../tables/epochs.ts';
import { type CoreContext, sendTo } from './context.ts';

/** Tells hosts which epoch is active here and what is there of those to come. */
export function tellEpochs(
  context: CoreContext,
  epochs: KeyEpochs,
  to: readonly HostId[],
  answers = false,
): void {
  const { number, epochId } = activeEpoch(epochs).epoch;
  const body = encodeMessage(permafrost.v1.EpochStatus, {
    keyId: epochs.keyId,
    number,
    epochId,
    prepared: [...epochs.prepared.values()].map(preparedStatus),
    ...(answers ? { answers } : {}),
    ...(lacksShare(context, epochs) ? { lacksShare: true } : {}),
  });
  // In order with the writes of this key: no vote is told before it is durable.
  const frame = { lane: 'bulk', kind: limits.FRAME.epochStatus, body } as const;
  sendTo(context, epochs.subject, { to, ...frame });
}

/** Whether this node is a member of the active epoch and holds no share of it. */
function lacksShare({ keys, directory }: CoreContext, epochs: KeyEpochs): boolean {
  const { epochId, group } = activeEpoch(epochs).epoch;
  const { hostPub } = directory.self;
  if (!group.members.some((host) => equalBytes(host, hostPub))) return false;
  const entry = keys.byId.get(epochs.id);
  return entry === undefined || !equalBytes(entry.epochId, epochId);
}

function preparedStatus(prepared: PreparedEpoch): permafrost.v1.PreparedStatus.$Properties {
  const { facts, certs, stored, votes, entry } = prepared;
  const seats = entry === undefined ? [] : seatsOf(facts.group);
  return {
    epochId: facts.epochId,
    certsMissing: seats.filter((seat) => !certs.has(seat)),
    storedMissing: seats.filter((seat) => !stored.has(seat)),
    isTested: isTested(prepared),
    votes: [...votes.values()],
  };
}

/** A peer is connected: it hears of every key that has more than its first epoch. */
export function tellAllEpochs(context: CoreContext, host: HostId): void {
  for (const epochs of context.keys.epochs.byKey.values()) {
    const isFirst = activeEpoch(epochs).epoch.number === 0;
    if (!isFirst || epochs.prepared.size > 0) tellEpochs(context, epochs, [host]);
  }
}
