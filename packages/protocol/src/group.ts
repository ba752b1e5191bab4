/**
 * Who makes a key together, and the hashes by which groups, keys, sessions and epochs are known.
 * @module
 */
import { ascii, concat, equalBytes, list, TH, type Threshold, u16, u64 } from '@permafrost/frost';
import { limits, WireError } from '@permafrost/wire';
import type { SessionKind } from './envelope.ts';
import type { Seat } from './session.ts';

/** The members of a key in one epoch, and what they agreed on. */
export type Group = {
  /** Short suite id. */
  readonly suite: string;
  readonly purpose: 'sign';
  /** 64 bytes, `proposalHash` of the proposal's bytes. */
  readonly proposalHash: Uint8Array;
  readonly threshold: Threshold;
  /** Host keys, 32 bytes each, ascending. A member's seat is its position, from 1. */
  readonly members: readonly Uint8Array[];
  /** In a later epoch: what it follows from. */
  readonly change?: GroupChange;
};

/** One epoch of a key, as those of the next one have to know it. Points are raw, with parity. */
export type BaseFacts = {
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly epochId: Uint8Array;
  readonly number: number;
  readonly minSigners: number;
  /** Host keys, ascending: the identifiers of this epoch are the positions, from 1. */
  readonly members: readonly Uint8Array[];
  /** The key, encoded. */
  readonly groupKey: Uint8Array;
  /** Encoded, in order of members. */
  readonly verifyingShares: readonly Uint8Array[];
};

/**
 * How an epoch follows from another one. The new members take seats 1 to n; the dealers, who are
 * old members, the seats after these. A host that is both has two seats.
 */
export type GroupChange = {
  readonly base: BaseFacts;
  /** Of the new epoch, above the base's. */
  readonly number: number;
  /** Old identifiers, ascending, at least the base's minSigners. In a repair, the helpers. */
  readonly dealers: readonly number[];
  /**
   * In a repair, which makes no epoch: the identifier of the member whose share of the base is lost.
   * Members, threshold and number are the base's own, and seats are its identifiers.
   */
  readonly lost?: number;
};

/** 16 bytes. */
export const KEY_ID_BYTES = 16;
export const DKG_KIND = 'cocktail-dkg';
export const RESHARE_KIND = 'reshare';
export const REPAIR_KIND = 'repair';
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
  if (group.change !== undefined) checkChange(group.change, group);
}

function checkChange({ base, number, dealers, lost }: GroupChange, group: Group): void {
  const { members, minSigners, verifyingShares } = base;
  checkAscendingKeys(members);
  if (members.length > limits.MEMBERS_MAX || !Number.isInteger(minSigners) || minSigners < 2) {
    throw new WireError('base: members and threshold');
  }
  if (verifyingShares.length !== members.length) throw new WireError('base: a share of each');
  if (base.keyId.length !== KEY_ID_BYTES || base.epochId.length !== 32) {
    throw new WireError('base: key and epoch');
  }
  const isAbove = lost === undefined ? number > base.number : number === base.number;
  if (!Number.isSafeInteger(number) || !(isAbove && base.number >= 0)) {
    throw new WireError('number: above that of the base');
  }
  if (lost !== undefined) checkRepair({ base, dealers, lost }, group);
  if (!(minSigners <= dealers.length && dealers.length <= members.length)) {
    throw new WireError('dealers: at least as many as sign');
  }
  dealers.forEach((id, i) => {
    const ascends = Number.isInteger(id) && id > (dealers[i - 1] ?? 0) && id <= members.length;
    if (!ascends) throw new WireError('dealers: old members, ascending');
  });
}

function checkRepair(
  { base, dealers, lost }: Pick<GroupChange, 'base' | 'dealers'> & { readonly lost: number },
  { members, threshold }: Group,
): void {
  const isBase =
    threshold.minSigners === base.minSigners &&
    members.length === base.members.length &&
    members.every((key, i) => equalBytes(key, base.members[i] as Uint8Array));
  if (!isBase) throw new WireError('repair: the members and threshold that are');
  const isMember = Number.isInteger(lost) && 1 <= lost && lost <= members.length;
  if (!isMember || dealers.includes(lost)) throw new WireError('lost: a member who does not help');
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

/** Host key of a seat, or undefined where there is no such seat. Dealers' seats count too. */
export function hostOf(group: Group, seat: Seat): Uint8Array | undefined {
  if (isRepair(group) && !ceremonySeats(group).includes(seat)) return undefined;
  return group.members[seat - 1] ?? dealerHost(group, seat);
}

/** Every seat that a host has in this group's ceremony: one, or two where it deals and receives. */
export function seatsOfHost(group: Group, hostPub: Uint8Array): readonly Seat[] {
  return ceremonySeats(group).filter((seat) => equalBytes(hostOf(group, seat)!, hostPub));
}

/**
 * Whether a seat is this host's. An envelope in a ceremony comes from the seat that it names, once
 * its signature is that host's.
 */
export function isSeatOf(group: Group, seat: Seat, hostPub: Uint8Array): boolean {
  const host = hostOf(group, seat);
  return host !== undefined && equalBytes(host, hostPub);
}

/** Whether this group's ceremony gives a member its lost share back, and makes no epoch. */
export function isRepair({ change }: Group): boolean {
  return change?.lost !== undefined;
}

/**
 * All seats of this group's ceremony, in its order: of the members, then of the dealers of a change;
 * in a repair of the helpers, then of whom they help.
 */
export function ceremonySeats(group: Group): readonly Seat[] {
  const { members, change } = group;
  if (change?.lost !== undefined) return [...change.dealers, change.lost];
  return Array.from({ length: members.length + (change?.dealers.length ?? 0) }, (_, i) => i + 1);
}

/** The kind of the ceremony by which this group comes by its shares. */
export function ceremonyKind(group: Group): SessionKind {
  if (isRepair(group)) return REPAIR_KIND;
  return group.change === undefined ? DKG_KIND : RESHARE_KIND;
}

/** Seats of those who deal, ascending. */
export function dealerSeats(group: Group): readonly Seat[] {
  if (group.change === undefined) return seatsOf(group);
  if (isRepair(group)) return group.change.dealers;
  return group.change.dealers.map((_, i) => group.members.length + i + 1);
}

/** Seats of those to whom is dealt, ascending. */
export function receiverSeats(group: Group): readonly Seat[] {
  return isRepair(group) ? dealerSeats(group) : seatsOf(group);
}

function dealerHost({ members, change }: Group, seat: Seat): Uint8Array | undefined {
  if (change?.lost !== undefined) return undefined;
  const id = change?.dealers[seat - members.length - 1];
  return id === undefined ? undefined : change?.base.members[id - 1];
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
  if (group.change !== undefined) return nextGroupHash(group, group.change);
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

/** As above, of a later epoch: binds also the base and who deals. */
function nextGroupHash(group: Group, { base, number, dealers }: GroupChange): Uint8Array {
  const old = base.members.map((hostPub, i) =>
    concat(u16(i + 1), hostPub, base.verifyingShares[i] as Uint8Array),
  );
  return TH(
    'group/next',
    ascii(group.suite),
    ascii(group.purpose),
    base.keyId,
    group.proposalHash,
    base.epochId,
    u16(base.minSigners),
    list(old),
    base.groupKey,
    u64(number),
    u16(group.threshold.minSigners),
    u16(group.threshold.maxSigners),
    list(group.members.map((hostPub, i) => concat(u16(i + 1), hostPub))),
    list(dealers.map((id) => u16(id))),
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

/** 32 bytes: the epoch that a transcript of this group makes. */
export function epochIdOf(group: Group, attempt: number, transcript: Uint8Array): Uint8Array {
  const hash = transcriptHash(transcript);
  const { change } = group;
  if (change === undefined) return firstEpochId(keyIdOf(group, attempt), hash);
  const { base, number } = change;
  const { keyId, epochId: baseEpochId } = base;
  return epochId({ keyId, number, baseEpochId, transcriptHash: hash });
}

/** 16 bytes: the key that this group makes in this attempt, or that it makes an epoch of. */
export function keyIdOf(group: Group, attempt: number): Uint8Array {
  return group.change?.base.keyId ?? keyId(groupHash(group), attempt);
}

/** The first epoch of a key. */
export function firstEpochId(keyId: Uint8Array, transcriptHash: Uint8Array): Uint8Array {
  return epochId({ keyId, number: 0, baseEpochId: NO_BASE, transcriptHash });
}

/** 32 bytes: the message of the test signature. Every signer computes it for itself. */
export function canaryMessage(keyId: Uint8Array, epochId: Uint8Array): Uint8Array {
  return TH('canary', keyId, epochId).slice(0, 32);
}
