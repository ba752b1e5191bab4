/**
 * Who makes a key together, and the hashes by which groups, keys, sessions and epochs are known.
 * @module
 */
import { ascii, concat, equalBytes, list, TH, type Threshold, u16, u64 } from '@permafrost/frost';
import { limits, WireError } from '@permafrost/wire';
import type { SessionKind } from './envelope.ts';
import type { Seat } from './session.ts';

/** The members of a key in its first epoch, and what they agreed on. */
export type Group = {
  /** Short suite id. */
  readonly suite: string;
  readonly purpose: 'sign';
  /** 64 bytes, `proposalHash` of the proposal's bytes. */
  readonly proposalHash: Uint8Array;
  readonly threshold: Threshold;
  /** Host keys, 32 bytes each, ascending. A member's seat is its position, from 1. */
  readonly members: readonly Uint8Array[];
};

/** 16 bytes. */
export const KEY_ID_BYTES = 16;
/** Base of the first epoch of every key. */
export const NO_BASE: Uint8Array = new Uint8Array(32);

/** Checks sizes, order and limits. @throws WireError: groups come from proposals and evidence. */
export function checkGroup(group: Group): void {
  const { minSigners: t, maxSigners: n } = group.threshold;
  if (!(Number.isInteger(t) && 2 <= t && t <= n && n <= limits.MEMBERS_MAX)) {
    throw new WireError('threshold: 2 ≤ minSigners ≤ maxSigners ≤ 100');
  }
  if (group.members.length !== n) throw new WireError('members: one for each seat');
  if (group.proposalHash.length !== 64) throw new WireError('proposal hash: 64 bytes');
  checkAscendingKeys(group.members);
}

/** @throws WireError unless these are distinct 32-byte keys in ascending order. */
export function checkAscendingKeys(keys: readonly Uint8Array[]): void {
  keys.forEach((key, i) => {
    if (key.length !== 32) throw new WireError('host key: 32 bytes');
    const before = keys[i - 1];
    if (before !== undefined && compareBytes(before, key) >= 0) {
      throw new WireError('host keys: distinct and ascending');
    }
  });
}

/** Lexicographic order of byte strings. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Seat of a host key, or undefined for somebody else. */
export function seatOf(group: Group, hostPub: Uint8Array): Seat | undefined {
  const at = group.members.findIndex((member) => equalBytes(member, hostPub));
  return at < 0 ? undefined : at + 1;
}

/** Host key of a seat, or undefined where there is no such seat. */
export function hostOf(group: Group, seat: Seat): Uint8Array | undefined {
  return group.members[seat - 1];
}

/** Seats 1 to n. */
export function seatsOf(group: Group): readonly Seat[] {
  return group.members.map((_, i) => i + 1);
}

/** 64 bytes, of the canonical proposal's bytes as received. */
export function proposalHash(proposal: Uint8Array): Uint8Array {
  return TH('proposal', proposal);
}

/** 32 bytes. Binds suite, purpose, proposal, thresholds and who sits where. */
export function groupHash(group: Group): Uint8Array {
  return TH(
    'group',
    ascii(group.suite),
    ascii(group.purpose),
    group.proposalHash,
    u64(0),
    u16(group.threshold.minSigners),
    u16(group.threshold.maxSigners),
    list(group.members.map((hostPub, i) => concat(u16(i + 1), hostPub))),
  ).slice(0, 32);
}

/** 16 bytes: the key that this group makes in this attempt. */
export function keyId(groupHash: Uint8Array, attempt: number): Uint8Array {
  return TH('key', groupHash, u64(attempt)).slice(0, KEY_ID_BYTES);
}

/** 32 bytes: what stands for the session until its id is known. Independent of the group, so
 * that members who disagree about the group still hear each other. */
export function joinScope(scope: {
  readonly kind: SessionKind;
  readonly proposalHash: Uint8Array;
  readonly attempt: number;
}): Uint8Array {
  return TH('join', ascii(scope.kind), scope.proposalHash, u64(scope.attempt)).slice(0, 32);
}

/** 32 bytes, from the nonces and static keys of all Joins in order of seats. */
export function sessionId(session: {
  readonly kind: SessionKind;
  readonly groupHash: Uint8Array;
  readonly attempt: number;
  readonly joins: readonly { readonly nonce: Uint8Array; readonly publicKey: Uint8Array }[];
}): Uint8Array {
  const { kind, groupHash, attempt, joins } = session;
  const items = joins.map(({ nonce, publicKey }) => concat(nonce, publicKey));
  return TH('session', ascii(kind), groupHash, u64(attempt), list(items)).slice(0, 32);
}

/** 32 bytes: what certificates name instead of the whole transcript. */
export function transcriptHash(transcript: Uint8Array): Uint8Array {
  return TH('cocktail/T', transcript).slice(0, 32);
}

/** 32 bytes: names one generation of shares of a key. */
export function epochId(epoch: {
  readonly keyId: Uint8Array;
  readonly number: number;
  readonly baseEpochId: Uint8Array;
  readonly transcriptHash: Uint8Array;
}): Uint8Array {
  const { keyId, number, baseEpochId, transcriptHash } = epoch;
  return TH('epoch', keyId, u64(number), baseEpochId, transcriptHash).slice(0, 32);
}

/** The first epoch of a key. */
export function firstEpochId(keyId: Uint8Array, transcriptHash: Uint8Array): Uint8Array {
  return epochId({ keyId, number: 0, baseEpochId: NO_BASE, transcriptHash });
}

/** 32 bytes: the message of the test signature. Every signer computes it for itself. */
export function canaryMessage(keyId: Uint8Array, epochId: Uint8Array): Uint8Array {
  return TH('canary', keyId, epochId).slice(0, 32);
}
