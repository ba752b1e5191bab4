/**
 * Offers of others to this node as a coordinator. Each is checked once, when it comes in, and
 * given away once.
 * @module
 */
import { type Ciphersuite, DecodeError, equalBytes, toHex } from '@permafrost/frost';
import {
  commitmentsOf,
  type ExpectedOffer,
  type NonceOffer,
  type OfferPool,
  type OfferProof,
  offerMismatch,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';

/** Lanes may overtake each other by this many nonces; what is older was seen or is lost. */
export const NONCE_WINDOW = 1_024;
/** Commitments remembered, of all owners: nobody may bring the same one twice. */
export const COMMITMENTS_REMEMBERED = 100_000;

type Seen = { readonly bootId: string; readonly ids: Map<number, OfferProof>; highest: number };

export type Pool = {
  /** Offers to use, by owner, key and epoch, oldest first. */
  readonly offers: Map<string, OfferProof[]>;
  /** Nonces that came, of the owner's last boot. */
  readonly seen: Map<HostId, Seen>;
  readonly commitments: Set<string>;
};

export function createPool(): Pool {
  return { offers: new Map(), seen: new Map(), commitments: new Set() };
}

export type PoolOutput =
  | { readonly type: 'accepted'; readonly count: number }
  /** Two different offers of one nonce, both signed by their owner. */
  | { readonly type: 'conflict'; readonly nonceId: number }
  /** What was sent is not what was asked for. */
  | { readonly type: 'mismatch'; readonly reason: string };

/**
 * Takes offers whose batch signature was verified. Repeated ones are dropped without a word, since
 * a lane that is opened again may bring them twice; a batch with one that is wrong is dropped from
 * there on.
 */
export function addOffers(
  pool: Pool,
  proofs: readonly OfferProof[],
  about: ExpectedOffer & { readonly owner: HostId; readonly ciphersuite: Ciphersuite },
): readonly PoolOutput[] {
  const outputs: PoolOutput[] = [];
  let count = 0;
  // Also of those that cannot be kept: their owner has to learn that they are not held.
  for (const { offer } of proofs) noteCame(pool, about, offer);
  for (const proof of proofs) {
    const tag = tagOf(about);
    const list = pool.offers.get(tag) ?? [];
    if (list.length >= limits.OFFERS_PER_COORDINATOR_MAX) break; // Before anything costs much.
    const reason = offerMismatch(proof.offer, about) ?? malformed(proof, about.ciphersuite);
    if (reason !== undefined) {
      outputs.push({ type: 'mismatch', reason });
      break;
    }
    const earlier = repeated(pool, proof, about.owner);
    if (earlier === 'no') {
      list.push(proof);
      pool.offers.set(tag, list);
      count++;
    } else if (earlier !== 'yes') {
      outputs.push({ type: 'conflict', nonceId: proof.offer.nonceId });
    }
  }
  return count === 0 ? outputs : [{ type: 'accepted', count }, ...outputs];
}

function malformed(proof: OfferProof, suite: Ciphersuite): string | undefined {
  try {
    commitmentsOf(suite, proof.offer);
    return undefined;
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return 'commitments';
  }
}

/** Whether this nonce or this commitment was here before; the other offer where it was another. */
function repeated(pool: Pool, proof: OfferProof, owner: HostId): 'no' | 'yes' | OfferProof {
  const { offer } = proof;
  const { nonceId } = offer;
  const seen = seenOf(pool, owner, offer.bootId);
  const before = seen.ids.get(nonceId);
  if (before !== undefined) {
    return equalItem(before, proof) ? 'yes' : before;
  }
  if (nonceId + NONCE_WINDOW <= seen.highest) return 'yes';
  const commitments = [offer.hiding, offer.binding].map(
    (bytes) => `${offer.suite}/${toHex(bytes)}`,
  );
  if (commitments[0] === commitments[1] || commitments.some((one) => pool.commitments.has(one))) {
    return 'yes';
  }
  for (const one of commitments) pool.commitments.add(one);
  for (const one of pool.commitments) {
    if (pool.commitments.size <= COMMITMENTS_REMEMBERED) break;
    pool.commitments.delete(one);
  }
  seen.ids.set(nonceId, proof);
  for (const id of seen.ids.keys()) {
    if (seen.ids.size <= NONCE_WINDOW) break;
    if (id + NONCE_WINDOW <= seen.highest) seen.ids.delete(id);
  }
  return 'no';
}

function seenOf(pool: Pool, owner: HostId, boot: Uint8Array): Seen {
  const bootId = toHex(boot);
  let seen = pool.seen.get(owner);
  if (seen?.bootId !== bootId) {
    seen = { bootId, ids: new Map(), highest: 0 };
    pool.seen.set(owner, seen);
  }
  return seen;
}

/** Remembers the highest nonce of its owner's present boot. One of an earlier boot says nothing. */
function noteCame(
  pool: Pool,
  { owner, bootId }: { readonly owner: HostId; readonly bootId: Uint8Array },
  offer: NonceOffer,
): void {
  if (!equalBytes(offer.bootId, bootId)) return;
  const seen = seenOf(pool, owner, bootId);
  seen.highest = Math.max(seen.highest, offer.nonceId);
}

/** Offers of one owner for one epoch of a key. */
export type OffersOf = {
  readonly owner: HostId;
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
};

/** Gives away the oldest offer that its owner would still honour, for good. */
export function takeOffer(pool: Pool, of: OffersOf, nowMs: number): OfferProof | undefined {
  const list = pool.offers.get(tagOf(of));
  dropExpired(list, nowMs);
  const proof = list?.shift();
  if (list?.length === 0) pool.offers.delete(tagOf(of));
  return proof;
}

/** How many offers are there to use. */
export function countOffers(pool: Pool, of: OffersOf, nowMs: number): number {
  const list = pool.offers.get(tagOf(of));
  dropExpired(list, nowMs);
  return list?.length ?? 0;
}

/** All nonces of an owner that are held, for it to destroy all others. */
export function heldNonces(pool: Pool, owner: HostId): readonly number[] {
  const held: number[] = [];
  for (const [tag, list] of pool.offers) {
    if (tag.startsWith(`${owner}/`)) held.push(...list.map(({ offer }) => offer.nonceId));
  }
  return held;
}

/** The highest nonce that ever came of this boot of an owner; 0 when none did. */
export function highestNonce(pool: Pool, owner: HostId, bootId: Uint8Array): number {
  const seen = pool.seen.get(owner);
  return seen?.bootId === toHex(bootId) ? seen.highest : 0;
}

/** Keeps offers that this node made to itself: nothing about them has to be checked. */
export function addOwnOffers(pool: Pool, of: OffersOf, proofs: readonly OfferProof[]): void {
  const tag = tagOf(of);
  pool.offers.set(tag, [...(pool.offers.get(tag) ?? []), ...proofs]);
}

/** The owner does not stand by offers of this key that it made before. */
export function dropOffers(pool: Pool, of: OffersOf): void {
  pool.offers.delete(tagOf(of));
}

/** The owner announced another boot: it has forgotten what it offered before. */
export function voidOwner(pool: Pool, owner: HostId): void {
  for (const tag of [...pool.offers.keys()]) {
    if (tag.startsWith(`${owner}/`)) pool.offers.delete(tag);
  }
}

/** An epoch of a key is over, or the key is gone. */
export function voidOffersOfEpoch(
  pool: Pool,
  { keyId, epochId }: Pick<OffersOf, 'keyId' | 'epochId'>,
): void {
  for (const tag of [...pool.offers.keys()]) {
    if (tag.endsWith(`/${toHex(keyId)}/${toHex(epochId)}`)) pool.offers.delete(tag);
  }
}

/** The pool as one request's session sees it; `ownerAt` gives the host of a seat. */
export function poolFor(
  pool: Pool,
  of: {
    readonly keyId: Uint8Array;
    readonly epochId: Uint8Array;
    readonly ownerAt: (seat: number) => HostId | undefined;
    readonly nowMs: () => number;
  },
): OfferPool {
  const { keyId, epochId } = of;
  return {
    has: (seat) => {
      const owner = of.ownerAt(seat);
      return owner !== undefined && countOffers(pool, { owner, keyId, epochId }, of.nowMs()) > 0;
    },
    take: (seat) => {
      const owner = of.ownerAt(seat);
      return owner === undefined
        ? undefined
        : takeOffer(pool, { owner, keyId, epochId }, of.nowMs());
    },
  };
}

function dropExpired(list: OfferProof[] | undefined, nowMs: number): void {
  // By the owner's clock, which may be ahead of ours.
  const limitMs = nowMs + limits.CLOCK_SKEW_MAX_MS;
  while (list?.[0] !== undefined && list[0].offer.notAfterMs <= limitMs) list.shift();
}

function tagOf({ owner, keyId, epochId }: OffersOf): string {
  return `${owner}/${toHex(keyId)}/${toHex(epochId)}`;
}

function equalItem(a: OfferProof, b: OfferProof): boolean {
  return equalBytes(a.item, b.item);
}
