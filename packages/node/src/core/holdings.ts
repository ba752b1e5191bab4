/**
 * What offers of whom are still there, told by the coordinator that holds them to their owner: what
 * got lost with a connection would else fill the owner's slots for an hour.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import {
  decodeHeldOffers,
  decodeNoOffers,
  encodeHeldOffers,
  encodeNoOffers,
} from '@permafrost/protocol';
import { type ErrorCode, limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { entryAt, hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import { keepHeld, notHeld, voidCoordinator } from '../tables/nonces.ts';
import { heldNonces, highestNonce, voidOwner } from '../tables/nonces-pool.ts';
import { mayClear } from '../tables/refills.ts';
import { type CoreContext, sendTo } from './context.ts';
import { refillPeer } from './refill.ts';
import type { Signing } from './signing.ts';

/**
 * A connection to a peer. With another boot of it, all is void that either of us offered the
 * other; with the same one it hears what is still here of its offers.
 */
export function newConnection(
  context: CoreContext,
  signing: Signing,
  peer: { readonly host: HostId; readonly hostPub: Uint8Array; readonly isNewBoot: boolean },
): void {
  const { host, hostPub, isNewBoot } = peer;
  if (isNewBoot) {
    voidOwner(signing.pool, host);
    voidCoordinator(signing.nonces, hostPub);
  }
  // What was offered before went over another connection: there it is, or it is lost.
  signing.offeredBefore.set(host, signing.nonces.next);
  if (!isNewBoot) tellHeld(context, signing, host);
}

/** Tells an owner all offers of its present boot that we hold, or asked it to use. */
export function tellHeld(context: CoreContext, signing: Signing, host: HostId): void {
  const boot = context.peers.byHost.get(host)?.boot;
  if (boot === undefined) return;
  const nonceIds = [...heldNonces(signing.pool, host)];
  for (const { key, session } of signing.running.values()) {
    nonceIds.push(...session.nonceIdsOf(hostsOf(key).indexOf(host) + 1));
  }
  if (nonceIds.length > limits.OFFERS_HELD_MAX) return; // Then they go when their time is over.
  const { bootId } = boot;
  const known = highestNonce(signing.pool, host, bootId);
  const body = encodeHeldOffers({ bootId, nonceIds, known });
  sendTo(context, undefined, { to: [host], lane: 'sign', kind: limits.FRAME.heldOffers, body });
}

/** A coordinator tells what it holds of our offers. @throws WireError */
export function onHeld(
  context: CoreContext,
  signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
): void {
  const { bootId, nonceIds, known } = decodeHeldOffers(given.body);
  const boot = context.peers.byHost.get(given.from)?.boot;
  if (boot === undefined || !equalBytes(bootId, context.options.bootId)) return;
  const before = Math.max(signing.offeredBefore.get(given.from) ?? 0, known + 1);
  const held = { coordinator: boot.hostPub, nonceIds, before };
  if (notHeld(signing.nonces, held).length === 0) return;
  if (!mayClear(signing.refills, given.from, context.clocks.monotonicMs)) return;
  keepHeld(signing.nonces, held);
  // Requests may be waiting for others in their place.
  refillPeer(context, signing, given.from);
}

/** Says why a member that asks for offers gets none. */
export function refuseOffers(
  context: CoreContext,
  to: HostId,
  asked: { readonly keyId: Uint8Array; readonly epochId: Uint8Array; readonly code: ErrorCode },
): void {
  const body = encodeNoOffers(asked);
  sendTo(context, undefined, { to: [to], lane: 'sign', kind: limits.FRAME.noOffers, body });
}

/**
 * A member makes no offers for a key. Undefined where that is no news for any request: it has as
 * many out as it may, and hears which of them are lost. @throws WireError
 */
export function onNoOffers(
  context: CoreContext,
  signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
): { readonly key: KeyEntry; readonly reason: 'refused' | 'epoch' } | undefined {
  const { keyId, epochId, code } = decodeNoOffers(given.body);
  const key = entryAt(context.keys, toHex(keyId), epochId);
  if (key === undefined) return undefined;
  if (!hostsOf(key).includes(given.from)) return undefined;
  if (code === 'E_BUSY') {
    tellHeld(context, signing, given.from);
    return undefined;
  }
  return { key, reason: code === 'E_EPOCH' ? 'epoch' : 'refused' };
}
