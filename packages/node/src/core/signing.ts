/**
 * What a node knows for signing, as a signer for whoever coordinates and as a coordinator itself:
 * its shares and nonces, the offers of others, and what is being signed here.
 * @module
 */
import {
  type KeyPackage,
  type Secret,
  sha512,
  toHex,
  toSigningKeys,
  toSigningPublicKeys,
} from '@permafrost/frost';
import {
  type Arrival,
  type Claim,
  type Evidence,
  type OfferProof,
  type Refusal,
  type Seat,
  type SignatureRequest,
  type SignerEpoch,
  type SignerKey,
  type SignerPorts,
  type SigningSession,
  type SignOutcome,
  signOffers,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { keyOfPeerId } from '../peer-key.ts';
import { activeEpoch } from '../tables/epochs.ts';
import { isConfirmed, type KeyEntry, otherEntries, secretName } from '../tables/keys-entry.ts';
import {
  createNonces,
  freeNonces,
  makeOffers,
  type Nonces,
  nonceSource,
  voidEpoch,
  wipeNonces,
} from '../tables/nonces.ts';
import { createPool, type Pool, voidOffersOfEpoch } from '../tables/nonces-pool.ts';
import { mayBeForgotten as isOfBefore } from '../tables/proposals-entry.ts';
import { createRefills, type Refills } from '../tables/refills.ts';
import { createHeldRequests, type HeldRequests } from '../tables/requests-held.ts';
import {
  claimRequest,
  createSignerRequests,
  type SignerRequests,
} from '../tables/requests-signer.ts';
import { createRoundTrips, type RoundTrips } from '../tables/round-trips.ts';
import { rootOf } from './children.ts';
import type { CoreContext } from './context.ts';

export type Coordinating = {
  readonly key: KeyEntry;
  readonly request: SignatureRequest;
  readonly canary: boolean;
  readonly session: SigningSession;
  readonly done: (outcome: SignOutcome) => void;
  /** When each seat was asked last, monotonic. */
  readonly askedMs: Map<Seat, number>;
};

export type Signing = {
  readonly nonces: Nonces;
  readonly pool: Pool;
  /** Offers to make ahead. */
  readonly refills: Refills;
  /** The first nonce that was made for a host since its present connection came up. */
  readonly offeredBefore: Map<HostId, number>;
  readonly roundTrips: RoundTrips;
  readonly signerRequests: SignerRequests;
  /** Shares given and results heard of, for requests whose windows are not over. */
  readonly held: HeldRequests;
  /** Own shares in the form that signs, by key and epoch: `secretName`. */
  readonly shares: Map<string, KeyPackage>;
  /** The same as they were dealt: what the next epoch of a key is dealt from. */
  readonly rawShares: Map<string, Secret>;
  /** Requests being coordinated here, by hex request id. */
  readonly running: Map<string, Coordinating>;
  /** How often the test signature of a new epoch failed here, `secretName`. */
  readonly failedTests: Map<string, number>;
  /** Keys that must not be used here any more, with the reason. */
  readonly halted: Map<string, string>;
  /** Until when everything from a host is checked on receipt, monotonic. */
  readonly suspects: Map<HostId, number>;
};

export type SigningHooks = {
  readonly fault: (host: HostId, code: string, evidence: Evidence | undefined) => void;
  readonly testSignature: (key: KeyEntry, signature: Uint8Array) => void;
};

/** An hour of checking everything from a host whose signature was wrong once. */
const SUSPICION_MS = 3_600_000;
export function createSigning(context: CoreContext): Signing {
  const { options, directory } = context;
  return {
    nonces: createNonces({
      bootId: options.bootId,
      random: options.random,
      coordinators: directory.all.length,
    }),
    pool: createPool(),
    refills: createRefills(),
    offeredBefore: new Map(),
    roundTrips: createRoundTrips(),
    signerRequests: createSignerRequests(),
    held: createHeldRequests(),
    shares: new Map(),
    rawShares: new Map(),
    running: new Map(),
    failedTests: new Map(),
    halted: new Map(),
    suspects: new Map(),
  };
}

/** Keeps this node's raw share of a key ready for signing. */
export function loadShare(signing: Signing, key: KeyEntry, raw: KeyPackage): void {
  signing.rawShares.set(secretName(key), raw.signingShare);
  signing.shares.set(secretName(key), toSigningKeys(raw));
}

/** Own share of an epoch as it was dealt; stays here. */
export function rawShareOf(
  signing: Signing,
  key: Pick<KeyEntry, 'id' | 'epochId'>,
): Secret | undefined {
  return signing.rawShares.get(secretName(key));
}

/** Own share of the epoch of a key that this entry is of. */
export function shareOf(
  signing: Signing,
  key: Pick<KeyEntry, 'id' | 'epochId'>,
): KeyPackage | undefined {
  return signing.shares.get(secretName(key));
}

/** Forgets a share, with the nonces that were made for it. */
export function dropShare(signing: Signing, key: Pick<KeyEntry, 'id' | 'keyId' | 'epochId'>): void {
  shareOf(signing, key)?.signingShare.erase();
  rawShareOf(signing, key)?.erase();
  signing.rawShares.delete(secretName(key));
  signing.shares.delete(secretName(key));
  voidEpoch(signing.nonces, key);
  voidOffersOfEpoch(signing.pool, key);
}

/** Destroys every share and nonce: this process signs nothing more. */
export function destroyAll(signing: Signing): void {
  wipeNonces(signing.nonces);
  for (const share of signing.shares.values()) share.signingShare.erase();
  for (const share of signing.rawShares.values()) share.erase();
  signing.rawShares.clear();
  signing.shares.clear();
}

/**
 * How many other nodes have to say that this one is no copy before it signs: n − t of the largest
 * of its keys, so that exactly t living nodes still sign.
 */
export function othersToAsk(signing: Signing, keys: Iterable<KeyEntry>): number {
  let most = 0;
  for (const key of keys) {
    if (shareOf(signing, key) === undefined) continue;
    const { minSigners, maxSigners } = key.group.threshold;
    most = Math.max(most, maxSigners - minSigners);
  }
  return most;
}

/**
 * What shares of a key stay in order with: the writes of the key. Who gave one, of a test signature
 * or of any other, knows that the key may be active elsewhere. It has to know it still when it starts
 * again, so the Stored of all are on the disk first: it must not swear to destroy that key.
 */
export function subjectOfShares(key: KeyEntry | undefined): string | undefined {
  return key?.proposalId;
}

/** What a signer's checks know of a key: its active epoch, and those just before and after. */
function signerKey(context: CoreContext, signing: Signing, id: string): SignerKey | undefined {
  const { keys } = context;
  const active = keys.byId.get(id);
  const others = otherEntries(keys, id);
  const entry = active ?? others[0];
  if (entry === undefined) return signerElsewhere(context, id);
  const isHalted = signing.halted.has(id);
  const isConfirmedOnly = active?.state === 'pending' && isConfirmed(active);
  return {
    keyId: entry.keyId,
    suite: entry.suite,
    publicKey: entry.publicKey,
    root: rootOf(entry),
    // Where only a later epoch is known here, the key signs elsewhere.
    state: isHalted ? 'suspended' : isConfirmedOnly ? 'confirmed' : (active?.state ?? 'active'),
    purpose: 'sign',
    epochs: [...(active === undefined ? [] : [active]), ...others].flatMap((one) =>
      signerEpoch(signing, one, one === active ? active.state === 'active' : one.isRetiring),
    ),
  };
}

function signerEpoch(
  signing: Signing,
  entry: KeyEntry,
  isSigning: boolean,
): readonly SignerEpoch[] {
  const key = shareOf(signing, entry);
  const { epochId, group } = entry;
  // A share that not all members stored is not even tested.
  if (key === undefined || !(isSigning || isConfirmed(entry))) return [];
  return [{ epochId, members: group.members, key, use: isSigning ? 'sign' : 'test' }];
}

/** A key that this node has no share of: it knows that, and no epoch is its own. */
function signerElsewhere({ keys, options }: CoreContext, id: string): SignerKey | undefined {
  const epochs = keys.epochs.byKey.get(id);
  if (epochs === undefined) return undefined;
  const { group, publicKeys } = activeEpoch(epochs).epoch;
  const suite = options.suiteOf(group.suite);
  const { verifyingKey } = toSigningPublicKeys({ ...publicKeys, suite });
  const publicKey = suite.encodePublicKey(verifyingKey);
  const { keyId } = epochs;
  const root = rootOf({ keyId, suite, publicKeys });
  return { keyId, suite, publicKey, root, state: 'active', purpose: 'sign', epochs: [] };
}

export function portsOf(context: CoreContext, signing: Signing): SignerPorts {
  return {
    key: (keyId) => signerKey(context, signing, toHex(keyId)),
    requesterKey: keyOfPeerId,
    isRequester: (keyId, peerId) => {
      const id = toHex(keyId);
      const entry = context.keys.byId.get(id) ?? otherEntries(context.keys, id)[0];
      return isRequester(entry, peerId);
    },
    claim: (claim) =>
      mayBeForgotten(context, claim) ??
      claimRequest(signing.signerRequests, claim, context.clocks.wallMs),
    policy: (claim) => {
      const requester = toHex(keyOfPeerId(claim.request.requester) ?? new Uint8Array());
      if (!claim.canary && context.options.denied.has(requester)) {
        return { code: 'E_FORBIDDEN', reason: 'this node refuses this requester' };
      }
      return undefined;
    },
    nonces: nonceSource(signing.nonces),
  };
}

/**
 * With an older store a node may have lost its word that it gives no share for this request, or its
 * oath to destroy the key that this is a test of.
 */
function mayBeForgotten({ boots, keys }: CoreContext, claim: Claim): Refusal | undefined {
  const { recoveredMs } = boots;
  const { request } = claim;
  const key = claim.canary ? keys.byId.get(toHex(request.keyId)) : undefined;
  if (key?.state === 'pending' && isOfBefore(key.proposal, boots)) {
    return { code: 'E_KEY_STATE', reason: 'the key is older than the recovery of this node' };
  }
  if (recoveredMs === undefined || request.notBeforeMs >= recoveredMs) return undefined;
  return { code: 'E_DEADLINE', reason: 'it is older than the recovery of this node' };
}

export function isRequester(entry: KeyEntry | undefined, peerId: Uint8Array): boolean {
  if (entry === undefined) return false;
  const wanted = toHex(peerId);
  return entry.proposal.requesters.some((id) => toHex(id) === wanted);
}

export function arrival(context: CoreContext, from: HostId): Arrival | undefined {
  const { wallMs, monotonicMs } = context.clocks;
  const clockDifferenceMs = wallMs - monotonicMs;
  if (from === context.self) {
    return {
      fromHostPub: context.directory.self.hostPub,
      fromBootId: context.options.bootId,
      nowMs: wallMs,
      clockDifferenceMs,
    };
  }
  const boot = context.peers.byHost.get(from)?.boot;
  if (boot === undefined) return undefined;
  return { fromHostPub: boot.hostPub, fromBootId: boot.bootId, nowMs: wallMs, clockDifferenceMs };
}

export function offersFor(
  context: CoreContext,
  signing: Signing,
  to: {
    readonly entry: KeyEntry;
    readonly share: KeyPackage;
    readonly who: Arrival;
    readonly count: number;
    /** Made before anybody asked. */
    readonly isAhead?: boolean;
  },
): readonly OfferProof[] {
  const { entry, share, who, isAhead = false } = to;
  const items = makeOffers(signing.nonces, {
    keyId: entry.keyId,
    epochId: entry.epochId,
    key: share,
    coordinator: who.fromHostPub,
    coordinatorBootId: who.fromBootId,
    nowMs: who.nowMs,
    clockDifferenceMs: who.clockDifferenceMs,
    count: Math.min(to.count, limits.OFFERS_PER_BATCH_MAX),
    isAhead,
  });
  return items.length === 0 ? [] : signOffers(items, context.options.hostSeed);
}

/** One line of the decision log. Nobody waits for it. */
export function decide(
  context: CoreContext,
  claim: Pick<Claim, 'request' | 'requestId'>,
  decision: 'allow' | 'deny',
  reason: string,
): void {
  const { request } = claim;
  const requester = keyOfPeerId(request.requester);
  context.act(undefined, {
    type: 'decision',
    decision: {
      atMs: context.clocks.wallMs,
      requestId: toHex(claim.requestId),
      requester: requester === undefined ? '' : context.options.peerIdText(requester),
      keyId: toHex(request.keyId),
      path: request.path,
      tweak: toHex(request.tweak),
      messageHash: toHex(sha512(request.message).slice(0, 32)),
      decision,
      reason,
    },
  });
}

export function poolSizes(
  signing: Signing,
): readonly { readonly pool: string; readonly size: number }[] {
  let offers = 0;
  for (const list of signing.pool.offers.values()) offers += list.length;
  return [
    { pool: 'own nonces', size: freeNonces(signing.nonces) },
    { pool: 'offers of others', size: offers },
    { pool: 'requests', size: signing.running.size },
    { pool: 'requests held', size: signing.held.byId.size },
  ];
}

export function isSuspect(context: CoreContext, signing: Signing, host: HostId): boolean {
  return (signing.suspects.get(host) ?? 0) > context.clocks.monotonicMs;
}

export function suspect(context: CoreContext, signing: Signing, host: HostId): void {
  signing.suspects.set(host, context.clocks.monotonicMs + SUSPICION_MS);
}
