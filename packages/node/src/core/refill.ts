/**
 * Offers made ahead: every member keeps a few out at every other one, so that a request needs one
 * round trip. They are made in idle moments, a few at a time, and travel on the lane of bulk work:
 * signing never waits for them, and where there are none it asks.
 * @module
 */
import { fromHex } from '@permafrost/frost';
import { encodeOfferBatch } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { hostsOf, isConfirmed, type KeyEntry, otherEntries } from '../tables/keys-entry.ts';
import { countFree, freeNonces } from '../tables/nonces.ts';
import { addOwnOffers } from '../tables/nonces-pool.ts';
import { isUp } from '../tables/peers.ts';
import {
  forgetUses,
  nextRefill,
  noteUse,
  type Pair,
  planRefill,
  refillOf,
  targetOf,
} from '../tables/refills.ts';
import { type CoreContext, sendTo } from './context.ts';
import { arrival, offersFor, type Signing, shareOf } from './signing.ts';

/** Offers under one signature, made in one go: a few milliseconds. */
const AT_ONCE = 4;
/** Between two batches, so that what arrives meanwhile is looked at first. */
const GAP_MS = 2;
/** Between two batches for keys that nobody uses. */
const IDLE_GAP_MS = 50;
/** A timer that did not fire by then is lost. */
const LATE_MS = 1_000;
/** What lives no longer than this is as good as gone at its coordinator. */
const FRESH_MS: number = 2 * limits.CLOCK_SKEW_MAX_MS;

export const REFILL_TIMER = 'refill';

/** A member is connected: it gets offers of all keys that we share. */
export function refillPeer(context: CoreContext, signing: Signing, host: HostId): void {
  for (const key of context.keys.byId.values()) {
    if (hostsOf(key).includes(host)) plan(context, signing, { keyId: key.id, host });
  }
}

/** A key became active: all its members get offers. */
export function refillKey(context: CoreContext, signing: Signing, key: KeyEntry): void {
  for (const host of hostsOf(key)) {
    if (host !== context.self) plan(context, signing, { keyId: key.id, host });
  }
}

/** What expired is made anew, and what was planned and lost is planned again. */
export function refillAll(context: CoreContext, signing: Signing): void {
  const isKnown = (keyId: string) => context.keys.byId.has(keyId);
  forgetUses(signing.refills, isKnown, context.clocks.monotonicMs);
  for (const key of context.keys.byId.values()) refillKey(context, signing, key);
}

/** A host, or we ourselves, used an offer of ours. */
export function offerUsed(context: CoreContext, signing: Signing, pair: Pair): void {
  noteUse(signing.refills, pair, context.clocks.monotonicMs);
  plan(context, signing, pair);
}

function plan(context: CoreContext, signing: Signing, pair: Pair): void {
  const { refills } = signing;
  planRefill(refills, pair, context.clocks.monotonicMs);
  arm(context, signing);
}

function arm(context: CoreContext, { refills }: Signing): void {
  const nowMs = context.clocks.monotonicMs;
  const afterMs = refills.urgent.size > 0 ? GAP_MS : IDLE_GAP_MS;
  const { dueMs } = refills;
  if (dueMs !== undefined && dueMs <= nowMs + afterMs && nowMs < dueMs + LATE_MS) return;
  refills.dueMs = nowMs + afterMs;
  context.act(undefined, { type: 'timer', id: REFILL_TIMER, afterMs });
}

/** Makes one batch for the pair whose turn it is. */
export function onRefillTimer(context: CoreContext, signing: Signing): void {
  const { refills } = signing;
  refills.dueMs = undefined;
  for (let pair = nextRefill(refills); pair !== undefined; pair = nextRefill(refills)) {
    if (!refill(context, signing, pair)) continue;
    planRefill(refills, pair, context.clocks.monotonicMs); // Until it needs no more.
    break;
  }
  if (refills.urgent.size + refills.others.size > 0) arm(context, signing);
}

/** False when there was nothing to be made. */
function refill(context: CoreContext, signing: Signing, pair: Pair): boolean {
  const { keys } = context;
  const active = keys.byId.get(pair.keyId);
  // Those of an epoch to come are there before it is the active one: nobody waits at the switch.
  const coming = otherEntries(keys, pair.keyId).filter((one) => !one.isRetiring);
  const ready = [
    ...(active?.state === 'active' ? [active] : []),
    ...coming.filter((one) => one.epoch > (active?.epoch ?? -1) && isConfirmed(one)),
  ];
  return ready.some((entry) => refillEntry(context, signing, pair, entry));
}

function refillEntry(context: CoreContext, signing: Signing, pair: Pair, entry: KeyEntry): boolean {
  const { keyId, host } = pair;
  const { wallMs, monotonicMs } = context.clocks;
  const share = shareOf(signing, entry);
  const who = arrival(context, host);
  if (share === undefined || who === undefined || !hostsOf(entry).includes(host)) return false;
  if (signing.halted.has(keyId)) return false;
  if (host !== context.self && !isUp(context.peers, host)) return false;
  const untilMs = wallMs + FRESH_MS;
  const coordinator = fromHex(host);
  const { epochId } = entry;
  const have = countFree(signing.nonces, { keyId: entry.keyId, epochId, coordinator, untilMs });
  const free = freeNonces(signing.nonces);
  const target = targetOf(signing.refills, pair, { nowMs: monotonicMs, free });
  const count = refillOf(target, have, AT_ONCE);
  if (count === 0) return false;
  const proofs = offersFor(context, signing, { entry, share, who, count, isAhead: true });
  if (proofs.length === 0) return false;
  if (host === context.self) {
    addOwnOffers(signing.pool, { owner: host, keyId: entry.keyId, epochId }, proofs);
    return true;
  }
  const frame = { lane: 'bulk', kind: limits.FRAME.offers } as const;
  sendTo(context, undefined, { to: [host], ...frame, body: encodeOfferBatch(proofs) });
  return true;
}
