/**
 * What a key generation leaves on disk.
 * @module
 */
import {
  type Ciphersuite,
  concat,
  type Element,
  finish,
  type Identifier,
  identifier,
  type PublicKeyPackage,
  parseTranscript,
  type Transcript,
  u64,
} from '@permafrost/frost';
import {
  boundedBytes,
  boundedList,
  decodeMessage,
  encodeMessage,
  exactBytes,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import { ceremonySeats, checkGroup, dealerSeats, type Group, hostOf } from './group.ts';
import type { Seat } from './session.ts';

/** Written before a Join: this attempt, and none before it, will ever be joined again. */
export const ATTEMPT_USED = 'attempt-used';
/** Written before a Cert: from then on others may hold a certificate, so it is never dropped. */
export const PENDING = 'pending';

/** proposalHash 64 ‖ u64 attempt. */
export function encodeAttemptUsed(proposalHash: Uint8Array, attempt: number): Uint8Array {
  return concat(proposalHash, u64(attempt));
}

/** @throws WireError. */
export function decodeAttemptUsed(bytes: Uint8Array): {
  readonly proposalHash: Uint8Array;
  readonly attempt: number;
} {
  const owned = exactBytes(bytes, 72, 'attempt record');
  const attempt = safeInteger(Number(new DataView(owned.buffer).getBigUint64(64)), 'attempt');
  return { proposalHash: owned.slice(0, 64), attempt };
}

/** A key whose certificate is not complete yet: all that `pending` holds but the share. */
export type PendingKey = {
  readonly group: Group;
  readonly attempt: number;
  /** Own seat; in a change the first of both. */
  readonly seat: Seat;
  readonly keyId: Uint8Array;
  readonly scope: Uint8Array;
  readonly sessionId: Uint8Array;
  readonly transcript: Uint8Array;
  /** Signed envelopes in order of all seats; Commits and Reveals of those who deal. */
  readonly joins: readonly Uint8Array[];
  readonly commits: readonly Uint8Array[];
  readonly reveals: readonly Uint8Array[];
  /** Own Cert envelope, sent again byte for byte; empty where we only dealt. */
  readonly cert: Uint8Array;
};

/** As the StoredKey message of the wire; `proposal` are the proposal's own bytes. */
export function encodePending(
  key: PendingKey,
  proposal: Uint8Array,
  state: 'pending' | 'active' | 'suspended' | 'destroyed' = 'pending',
): Uint8Array {
  return encodeMessage(permafrost.v1.StoredKey, {
    keyId: key.keyId,
    proposal,
    attempt: key.attempt,
    seat: key.seat,
    scope: key.scope,
    sessionId: key.sessionId,
    transcript: key.transcript,
    joins: [...key.joins],
    commits: [...key.commits],
    reveals: [...key.reveals],
    ownCert: key.cert,
    state,
    hosts: ceremonySeats(key.group).map((seat) => hostOf(key.group, seat) as Uint8Array),
  });
}

/**
 * Reads a StoredKey. The group is the one that `groupOf` gives for the proposal and these hosts, in
 * order of all seats.
 * @throws WireError when the record does not fit together.
 */
export function decodePending(
  bytes: Uint8Array,
  groupOf: (proposal: Uint8Array, hosts: readonly Uint8Array[]) => Group,
): { readonly key: PendingKey; readonly proposal: Uint8Array; readonly state: string } {
  const raw = decodeMessage(permafrost.v1.StoredKey, bytes);
  const many = { min: 1, max: limits.RPC_RESPONSE_BYTES_MAX };
  const hosts = boundedList(raw.hosts, 2 * limits.MEMBERS_MAX, 'hosts').map((host) =>
    exactBytes(host, 32, 'host key'),
  );
  const group = groupOf(raw.proposal, hosts);
  checkGroup(group);
  const seats = ceremonySeats(group).length;
  const dealers = dealerSeats(group).length;
  if (hosts.length !== seats) throw new WireError('hosts: one of each seat');
  const envelopes = (
    list: readonly Uint8Array[] | null | undefined,
    count: number,
    what: string,
  ): readonly Uint8Array[] => {
    const all = boundedList(list, 2 * limits.MEMBERS_MAX, what);
    if (all.length !== count) throw new WireError(`${what}: one of each member`);
    return all.map((envelope) => boundedBytes(envelope, many, what));
  };
  const key: PendingKey = {
    group,
    attempt: safeInteger(raw.attempt as number, 'attempt'),
    seat: raw.seat,
    keyId: exactBytes(raw.keyId, 16, 'key id'),
    scope: exactBytes(raw.scope, 32, 'scope'),
    sessionId: exactBytes(raw.sessionId, 32, 'session id'),
    transcript: boundedBytes(raw.transcript, many, 'transcript'),
    joins: envelopes(raw.joins, seats, 'joins'),
    commits: envelopes(raw.commits, dealers, 'commits'),
    reveals: envelopes(raw.reveals, dealers, 'reveals'),
    cert: boundedBytes(raw.ownCert, { ...many, min: group.change ? 0 : 1 }, 'cert'),
  };
  return { key, proposal: Uint8Array.from(raw.proposal), state: raw.state };
}

/** The public keys that a transcript speaks of, raw. @throws CocktailFault on a bad transcript. */
export function publicKeysOf(suite: Ciphersuite, transcript: Uint8Array): PublicKeyPackage {
  return publicKeysIn(suite, parseTranscript(suite.cocktail, transcript));
}

/** The public keys that a transcript speaks of, raw. @throws CocktailFault IDENTITY. */
export function publicKeysIn(suite: Ciphersuite, transcript: Transcript): PublicKeyPackage {
  const { commitments, minSigners, maxSigners } = transcript;
  const receivers = Array.from({ length: maxSigners }, (_, i) => BigInt(i + 1));
  return packageOf(suite, minSigners, finish(suite.cocktail, { commitments, receivers }));
}

/** `verifyingShares` in order of seats. */
export function packageOf(
  suite: Ciphersuite,
  minSigners: number,
  keys: { readonly verifyingKey: Element; readonly verifyingShares: readonly Element[] },
): PublicKeyPackage {
  const { verifyingKey } = keys;
  const verifyingShares = new Map<Identifier, Element>(
    keys.verifyingShares.map((share, i) => [identifier(i + 1), share]),
  );
  return { suite, minSigners, verifyingKey, verifyingShares };
}
