/**
 * Who is asked to sign what this node coordinates: itself first, and the others in turn.
 * @module
 */
import { type Identifier, identifier, type KeyPackage } from '@permafrost/frost';
import {
  type Arrival,
  answerOwnCore,
  type OfferProof,
  type OwnSigner,
  requestId,
  type Seat,
  type SignatureRequest,
} from '@permafrost/protocol';
import type { HostId } from '../effects.ts';
import type { KeyEntry } from '../tables/keys-entry.ts';
import { isTakeable } from '../tables/nonces.ts';
import { takeOffer } from '../tables/nonces-pool.ts';
import { isUp } from '../tables/peers.ts';
import { isLate } from '../tables/round-trips.ts';
import { type CoreContext, count, log } from './context.ts';
import { keepShare } from './held.ts';
import { offerUsed } from './refill.ts';
import { arrival, decide, offersFor, portsOf, type Signing } from './signing.ts';

/**
 * Members that are connected, in the order in which they are preferred: another one first for each
 * request, so that all have their part of the work. Who kept others waiting lately comes last.
 */
export function candidatesFor(
  context: CoreContext,
  { roundTrips }: Signing,
  hosts: readonly HostId[],
  request: SignatureRequest,
): readonly Seat[] {
  const up = hosts
    .map((host, i): Seat | undefined => (isUp(context.peers, host) ? i + 1 : undefined))
    .filter((seat) => seat !== undefined);
  const [high = 0, low = 0] = requestId(request);
  const first = (256 * high + low) % Math.max(1, up.length);
  const turned = [...up.slice(first), ...up.slice(0, first)];
  const isSlow = (seat: Seat) =>
    isLate(roundTrips, hosts[seat - 1] ?? '', context.clocks.monotonicMs);
  return [...turned.filter((seat) => !isSlow(seat)), ...turned.filter(isSlow)];
}

/** This node's own part as a signer of what it coordinates. */
export function ownSigner(
  context: CoreContext,
  signing: Signing,
  entry: KeyEntry,
  share: KeyPackage,
): OwnSigner {
  const seat: Identifier = identifier(entry.seat);
  const who = (): Arrival => {
    const self = arrival(context, context.self);
    if (self === undefined) throw new RangeError('a node knows its own boot');
    return self;
  };
  return {
    seat,
    offer: (): OfferProof | undefined => {
      offerUsed(context, signing, { keyId: entry.id, host: context.self });
      const arrived = who();
      const of = { owner: context.self, keyId: entry.keyId, epochId: entry.epochId };
      for (;;) {
        const made = takeOffer(signing.pool, of, arrived.nowMs);
        if (made === undefined) break;
        // What was made ahead is gone when the clock jumped since, or its time is over.
        const { nonceId } = made.offer;
        if (isTakeable(signing.nonces, nonceId, arrived.clockDifferenceMs)) return made;
      }
      return offersFor(context, signing, { entry, share, who: arrived, count: 1 })[0];
    },
    answer: (core: Uint8Array) => {
      const answer = answerOwnCore({ ...who(), bytes: core }, portsOf(context, signing));
      if (answer.type === 'share') {
        keepShare(signing, context.self, answer);
        decide(context, answer.claim, 'allow', '');
        count(context, 'shares', { outcome: 'given' });
        return { type: 'share', share: answer.payload.slice(64) } as const;
      }
      if (answer.type === 'fault') throw new RangeError(`own request: ${answer.reason}`);
      if (answer.alarm !== undefined) {
        log(context, 'error', 'security alarm', { alarm: answer.alarm });
      }
      const { code, reason } = answer.refusal;
      return { type: 'refused', code, reason } as const;
    },
  };
}
