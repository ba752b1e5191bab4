/**
 * One key as a node knows it, from its certificate on.
 * @module
 */
import type { Ciphersuite, Element, PublicKeyPackage } from '@permafrost/frost';
import { equalBytes, toHex } from '@permafrost/frost';
import { type Group, type Proposal, type Seat, seatsOf } from '@permafrost/protocol';
import { encodeMessage, permafrost } from '@permafrost/wire';
import type { Change, HostId } from '../effects.ts';
import { createEpochs, type Epochs } from './epochs.ts';
import type { OathsOf } from './keys-oaths.ts';

export type KeyState = 'pending' | 'active' | 'suspended' | 'destroyed';

export type KeyEntry = {
  /** Key id in hex. */
  readonly id: string;
  readonly keyId: Uint8Array;
  readonly proposalId: string;
  readonly proposal: Proposal;
  readonly attempt: number;
  readonly group: Group;
  readonly suite: Ciphersuite;
  readonly seat: Seat;
  /** Scope of its ceremony: how envelopes are routed. */
  readonly scope: Uint8Array;
  readonly sessionId: Uint8Array;
  readonly transcript: Uint8Array;
  /** What certificates are signed with, in order of seats. */
  readonly staticKeys: readonly Element[];
  readonly joins: readonly Uint8Array[];
  readonly commits: readonly Uint8Array[];
  readonly reveals: readonly Uint8Array[];
  readonly epoch: number;
  readonly epochId: Uint8Array;
  /** Raw, as the transcript speaks of them. */
  readonly publicKeys: PublicKeyPackage;
  /** In the form that signs. */
  readonly signingKeys: PublicKeyPackage;
  /** As shown to users. */
  readonly publicKey: Uint8Array;
  /** Envelopes by seat, own ones included. */
  readonly certs: Map<Seat, Uint8Array>;
  readonly stored: Map<Seat, Uint8Array>;
  /** What other members last said of it. */
  readonly told: Map<Seat, string>;
  /** Whose complaint was judged: nobody has a second one. */
  readonly complained: Set<Seat>;
  state: KeyState;
  testSignature: Uint8Array | undefined;
  settled: boolean;
  /** A higher epoch is active: it signs what began before, and its share will be erased. */
  isRetiring: boolean;
  /** This node swore that it says Stored for it no more and never counts it as active. */
  isSworn: boolean;
  /** Since when this process holds it, milliseconds since 1970. */
  readonly sinceMs: number;
};

export type Keys = {
  readonly byId: Map<string, KeyEntry>;
  /** Names whose key can only be this one any more, by hex key id. */
  readonly bound: Map<string, string>;
  /** Words against keys that never became active, by hex key id. */
  readonly oaths: Map<string, OathsOf>;
  /** Later epochs of keys, and those of keys of which this node has no share. */
  readonly epochs: Epochs;
};

export function createKeys(): Keys {
  return { byId: new Map(), bound: new Map(), oaths: new Map(), epochs: createEpochs() };
}

export function keyPath(id: string, what: string): string {
  return `key/${id}/${what}`;
}

/** What this node holds of an epoch of a key: of the active one, one before it or one to come. */
export function entryAt(keys: Keys, id: string, epochId: Uint8Array): KeyEntry | undefined {
  const active = keys.byId.get(id);
  if (active !== undefined && equalBytes(active.epochId, epochId)) return active;
  const epochs = keys.epochs.byKey.get(id);
  const name = toHex(epochId);
  return epochs?.retiring.get(name) ?? epochs?.prepared.get(name)?.entry;
}

/** All that this node holds of a key beside its active epoch. */
export function otherEntries(keys: Keys, id: string): readonly KeyEntry[] {
  const epochs = keys.epochs.byKey.get(id);
  if (epochs === undefined) return [];
  const prepared = [...epochs.prepared.values()].map(({ entry }) => entry);
  return [...epochs.retiring.values(), ...prepared].filter((entry) => entry !== undefined);
}

/** Of all keys, whatever epoch. */
export function allEntries(keys: Keys): readonly KeyEntry[] {
  const others = [...keys.epochs.byKey.keys()].flatMap((id) => otherEntries(keys, id));
  return [...keys.byId.values(), ...others];
}

export function secretName(entry: Pick<KeyEntry, 'id' | 'epochId'>): string {
  return `share/${entry.id}/${toHex(entry.epochId)}`;
}

/** All members stored it, and this one did not swear to destroy it. */
export function isConfirmed(entry: KeyEntry): boolean {
  return !entry.isSworn && entry.stored.size === entry.group.members.length;
}

export function hostsOf(entry: KeyEntry): readonly HostId[] {
  return entry.group.members.map(toHex);
}

/** Whether this member says that it knows nothing of the key: it lost its store. */
export function hasLost(entry: KeyEntry, host: HostId): boolean {
  return entry.told.get(hostsOf(entry).indexOf(host) + 1) === 'unknown';
}

/** What `state` says on the wire. */
export function wireState(entry: KeyEntry): string {
  return entry.state === 'pending' && isConfirmed(entry) ? 'confirmed' : entry.state;
}

/** The key of a name that is not destroyed: bound first, else the latest pending one. */
export function keyNamed(table: Keys, name: string): KeyEntry | undefined {
  const bound = table.bound.get(name);
  const entry = bound === undefined ? undefined : table.byId.get(bound);
  if (entry !== undefined && entry.state !== 'destroyed') return entry;
  return [...table.byId.values()]
    .filter((one) => one.proposal.name === name && one.state !== 'destroyed')
    .sort((a, b) => b.attempt - a.attempt)[0];
}

/** Whether this node may still join an attempt for this name. */
export function isBound(table: Keys, name: string): boolean {
  const bound = table.bound.get(name);
  return bound !== undefined && table.byId.get(bound)?.state !== 'destroyed';
}

/**
 * The body of a KeyStatus frame for a key that all members had: short, since one goes out for each
 * key when a member starts. A member that lost it answers "unknown".
 */
export function settledBody({ keyId, epochId, attempt, state }: KeyEntry): Uint8Array {
  const status = { keyId, epochId, ceremonyAttempt: attempt, state, settled: true };
  return encodeMessage(permafrost.v1.KeyStatus, status);
}

/** The body of a KeyStatus frame. */
export function statusOf(entry: KeyEntry): Uint8Array {
  const seats = seatsOf(entry.group);
  const { testSignature } = entry;
  const stored = entry.isSworn ? undefined : entry.stored.get(entry.seat);
  const cert = entry.certs.get(entry.seat);
  return encodeMessage(permafrost.v1.KeyStatus, {
    keyId: entry.keyId,
    epochId: entry.epochId,
    ceremonyAttempt: entry.attempt,
    state: wireState(entry),
    ...(cert === undefined ? {} : { cert }),
    ...(stored === undefined ? {} : { stored }),
    certsMissing: seats.filter((seat) => !entry.certs.has(seat)),
    storedMissing: seats.filter((seat) => !entry.stored.has(seat)),
    ...(testSignature === undefined ? {} : { testSignature }),
    ...(entry.settled ? { settled: true } : {}),
  });
}

export function stateChange(entry: KeyEntry): Change {
  const { state, testSignature, settled } = entry;
  return put(
    keyPath(entry.id, 'state'),
    encodeMessage(permafrost.v1.StoredKeyState, {
      state,
      settled,
      ...(testSignature === undefined ? {} : { testSignature }),
    }),
  );
}

/** A frame that brings an envelope of this key's ceremony to another member. */
export function ceremonyBody(entry: KeyEntry, envelope: Uint8Array): Uint8Array {
  return encodeMessage(permafrost.v1.CeremonyEnvelope, { scope: entry.scope, envelope });
}

export function put(key: string, value: Uint8Array): Change {
  return { type: 'put', key, value };
}
