/**
 * This node's own nonces. Each exists once, in memory only, for one coordinator during one boot of
 * it: a nonce that answers two requests gives the share away, so everything here fails closed.
 * Nothing is ever written to disk, and a restart forgets all of it.
 * @module
 */
import {
  commit,
  equalBytes,
  type KeyPackage,
  type Random,
  type SigningNonces,
  toHex,
} from '@permafrost/frost';
import {
  encodeOffer,
  type NonceSource,
  rememberCommitments,
  type Take,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';

/** Wall clock against monotonic clock: a larger difference means a sleep, or a resumed image. */
export const CLOCK_JUMP_MS = 2_000;
/** Answers kept for repetition, at most. The oldest go first: then there is nothing to repeat. */
export const ANSWERS_MAX = 16_384;

type Free = {
  readonly state: 'free';
  readonly item: Uint8Array;
  readonly owner: string;
  readonly notAfterMs: number;
  readonly clockDifferenceMs: number;
  readonly nonces: SigningNonces;
};
type Consumed = {
  readonly state: 'consumed';
  readonly item: Uint8Array;
  readonly reqHash: Uint8Array;
  /** Undefined until it is computed, and for good when computing it failed. */
  share: Uint8Array | undefined;
};

export type Nonces = {
  /** Of this boot, 16 bytes. */
  readonly bootId: Uint8Array;
  readonly random: Random;
  /** Hosts that may coordinate: each gets its part of the global cap. */
  readonly coordinators: number;
  readonly byId: Map<number, Free | Consumed>;
  /** Free nonces of each coordinator, and of each epoch of a key and coordinator. */
  readonly freeOf: Map<string, Set<number>>;
  next: number;
};

export function createNonces(options: {
  readonly bootId: Uint8Array;
  readonly random: Random;
  readonly coordinators: number;
}): Nonces {
  if (options.bootId.length !== 16) throw new RangeError('boot id of 16 bytes expected');
  return { ...options, byId: new Map(), freeOf: new Map(), next: 1 };
}

/** For whom offers are made. */
export type OfferTo = {
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  /** In the form that signs. */
  readonly key: KeyPackage;
  /** Host key of the coordinator, and its boot. */
  readonly coordinator: Uint8Array;
  readonly coordinatorBootId: Uint8Array;
  readonly nowMs: number;
  /** Wall clock minus monotonic clock, now. */
  readonly clockDifferenceMs: number;
};

/** Of a coordinator's part of the global cap, what may be filled before anybody asks. */
const AHEAD_RATIO = 3 / 4;

/**
 * Makes at most `count` offers, fewer where a bound is reached; encoded items, to be signed
 * together. Nonces that expired make room first. What is made ahead leaves room for what is asked.
 */
export function makeOffers(
  nonces: Nonces,
  to: OfferTo & { readonly count: number; readonly isAhead?: boolean },
): readonly Uint8Array[] {
  dropExpired(nonces, to.nowMs);
  const items: Uint8Array[] = [];
  const ratio = to.isAhead === true ? AHEAD_RATIO : 1;
  while (items.length < to.count && hasRoom(nonces, to, ratio)) items.push(makeOffer(nonces, to));
  return items;
}

function hasRoom(nonces: Nonces, to: OfferTo, ratio: number): boolean {
  const { coordinators } = nonces;
  const { coordinator } = to;
  const ofAll = Math.floor((ratio * limits.OFFERS_TOTAL_MAX) / Math.max(1, coordinators));
  return (
    countOf(nonces, hostTag(coordinator)) < Math.max(1, ofAll) &&
    countOf(nonces, keyTag(to, coordinator)) < limits.OFFERS_PER_COORDINATOR_MAX
  );
}

function makeOffer(nonces: Nonces, to: OfferTo): Uint8Array {
  const { keyId, epochId, key, coordinator, coordinatorBootId, nowMs, clockDifferenceMs } = to;
  const made = commit(key, nonces.random);
  rememberCommitments(key.publicKeys.suite, made.commitments);
  const nonceId = nonces.next++;
  const notAfterMs = nowMs + limits.OFFER_LIFE_MS;
  const item = encodeOffer({
    suite: key.publicKeys.suite.id,
    keyId,
    epochId,
    identifier: key.identifier,
    coordinator,
    coordinatorBootId,
    bootId: nonces.bootId,
    nonceId,
    hiding: made.commitments.hidingBytes,
    binding: made.commitments.bindingBytes,
    notAfterMs,
  });
  const owner = keyTag({ keyId, epochId }, coordinator);
  nonces.byId.set(nonceId, {
    state: 'free',
    item,
    owner,
    notAfterMs,
    clockDifferenceMs,
    nonces: made.nonces,
  });
  for (const tag of [owner, hostTag(coordinator)]) {
    const ids = nonces.freeOf.get(tag) ?? new Set();
    ids.add(nonceId);
    nonces.freeOf.set(tag, ids);
  }
  return item;
}

/** The table as a signer's checks see it. */
export function nonceSource(nonces: Nonces): NonceSource {
  return {
    offered: (nonceId) => nonces.byId.get(nonceId)?.item,
    take: (use) => takeNonce(nonces, use),
    keep: (nonceId, share) => keepShare(nonces, nonceId, share),
  };
}

/**
 * Gives a nonce away, once. It is consumed before the caller can do anything with it, and stays so
 * whatever happens next.
 */
export function takeNonce(
  nonces: Nonces,
  use: {
    readonly nonceId: number;
    readonly reqHash: Uint8Array;
    readonly clockDifferenceMs: number;
  },
): Take {
  const { nonceId, reqHash, clockDifferenceMs } = use;
  const entry = nonces.byId.get(nonceId);
  if (entry === undefined) return { type: 'refused', why: 'unknown' };
  if (entry.state === 'consumed') {
    const isSame = equalBytes(entry.reqHash, reqHash);
    return isSame && entry.share !== undefined
      ? { type: 'again', share: entry.share }
      : { type: 'refused', why: isSame ? 'unknown' : 'used' };
  }
  // Looked at here and not only on a timer: a resumed memory image may get here first.
  if (Math.abs(clockDifferenceMs - entry.clockDifferenceMs) > CLOCK_JUMP_MS) {
    wipeNonces(nonces);
    return { type: 'refused', why: 'clock' };
  }
  forgetFree(nonces, nonceId, entry);
  nonces.byId.set(nonceId, { state: 'consumed', item: entry.item, reqHash, share: undefined });
  dropOldAnswers(nonces);
  return { type: 'taken', nonces: entry.nonces };
}

/** Keeps the share of a consumed nonce, so that the same request gets the same bytes again. */
export function keepShare(nonces: Nonces, nonceId: number, share: Uint8Array): void {
  const entry = nonces.byId.get(nonceId);
  if (entry?.state === 'consumed' && entry.share === undefined) entry.share = share;
}

/** Destroys every nonce and every kept answer. */
export function wipeNonces(nonces: Nonces): void {
  for (const entry of nonces.byId.values()) if (entry.state === 'free') erase(entry.nonces);
  nonces.byId.clear();
  nonces.freeOf.clear();
}

/** A coordinator announced another boot: what was offered to an earlier one is void. */
export function voidCoordinator(nonces: Nonces, coordinator: Uint8Array): void {
  destroyAll(nonces, nonces.freeOf.get(hostTag(coordinator)));
}

/** An epoch of a key is over, or the key is gone: nonces that were made for it are void. */
export function voidEpoch(nonces: Nonces, of: EpochOf): void {
  const prefix = epochTag(of);
  for (const [tag, ids] of nonces.freeOf) if (tag.startsWith(prefix)) destroyAll(nonces, ids);
}

/**
 * The coordinator says which offers it holds. All others below `before` were lost on their way, and
 * would fill its slots for an hour.
 */
export function keepHeld(
  nonces: Nonces,
  held: {
    readonly coordinator: Uint8Array;
    readonly nonceIds: readonly number[];
    /** What was made from here on may still be on its way. */
    readonly before: number;
  },
): void {
  destroyAll(nonces, notHeld(nonces, held));
}

/** Free nonces that a coordinator should hold and does not. */
export function notHeld(nonces: Nonces, held: Parameters<typeof keepHeld>[1]): readonly number[] {
  const kept = new Set(held.nonceIds);
  const ids = nonces.freeOf.get(hostTag(held.coordinator)) ?? [];
  return [...ids].filter((id) => id < held.before && !kept.has(id));
}

/** Free nonces of one epoch of a key for one coordinator that live until then at least. */
export function countFree(
  nonces: Nonces,
  of: EpochOf & { readonly coordinator: Uint8Array; readonly untilMs: number },
): number {
  let count = 0;
  for (const id of nonces.freeOf.get(keyTag(of, of.coordinator)) ?? []) {
    const entry = nonces.byId.get(id);
    if (entry?.state === 'free' && entry.notAfterMs >= of.untilMs) count++;
  }
  return count;
}

/** Nonces that are still to be used, in all. */
export function freeNonces(nonces: Nonces): number {
  let count = 0;
  for (const [tag, ids] of nonces.freeOf) if (!tag.includes('/')) count += ids.size;
  return count;
}

/** Whether a nonce could be taken now. */
export function isTakeable(nonces: Nonces, nonceId: number, clockDifferenceMs: number): boolean {
  const entry = nonces.byId.get(nonceId);
  if (entry?.state !== 'free') return false;
  return Math.abs(clockDifferenceMs - entry.clockDifferenceMs) <= CLOCK_JUMP_MS;
}

function dropExpired(nonces: Nonces, nowMs: number): void {
  // In the order in which they were made, and all live equally long.
  for (const [nonceId, entry] of nonces.byId) {
    if (entry.state !== 'free') continue;
    if (entry.notAfterMs >= nowMs) return;
    destroy(nonces, nonceId);
  }
}

function dropOldAnswers(nonces: Nonces): void {
  if (nonces.byId.size <= ANSWERS_MAX + limits.OFFERS_TOTAL_MAX) return;
  for (const [nonceId, entry] of nonces.byId) {
    if (entry.state !== 'consumed') continue;
    nonces.byId.delete(nonceId);
    return;
  }
}

function destroyAll(nonces: Nonces, ids: Iterable<number> | undefined): void {
  for (const id of [...(ids ?? [])]) destroy(nonces, id);
}

function destroy(nonces: Nonces, nonceId: number): void {
  const entry = nonces.byId.get(nonceId);
  if (entry?.state !== 'free') return;
  erase(entry.nonces);
  forgetFree(nonces, nonceId, entry);
  nonces.byId.delete(nonceId);
}

function forgetFree(nonces: Nonces, nonceId: number, { owner }: Free): void {
  const host = owner.slice(owner.lastIndexOf('/') + 1);
  for (const tag of [owner, host]) {
    const ids = nonces.freeOf.get(tag);
    ids?.delete(nonceId);
    if (ids?.size === 0) nonces.freeOf.delete(tag);
  }
}

function erase({ hiding, binding }: SigningNonces): void {
  hiding.erase();
  binding.erase();
}

function countOf(nonces: Nonces, tag: string): number {
  return nonces.freeOf.get(tag)?.size ?? 0;
}

function hostTag(coordinator: Uint8Array): string {
  return toHex(coordinator);
}

type EpochOf = { readonly keyId: Uint8Array; readonly epochId: Uint8Array };

function epochTag({ keyId, epochId }: EpochOf): string {
  return `${toHex(keyId)}/${toHex(epochId)}/`;
}

function keyTag(of: EpochOf, coordinator: Uint8Array): string {
  return `${epochTag(of)}${hostTag(coordinator)}`;
}
