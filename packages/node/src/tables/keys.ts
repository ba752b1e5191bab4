import { toHex } from '@permafrost/frost';
import {
  canaryMessage,
  DKG_ROUND,
  type Evidence,
  type FaultDetail,
  type Seat,
  sealEnvelope,
  seatsOf,
  storedPayload,
} from '@permafrost/protocol';
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import type { Change, HostId } from '../effects.ts';
import {
  ceremonyBody,
  hostsOf,
  isBound,
  isConfirmed,
  type KeyEntry,
  type Keys,
  keyPath,
  put,
  secretName,
  settledBody,
  stateChange,
  statusOf,
} from './keys-entry.ts';
import { judge } from './keys-judge.ts';
import {
  answerWithOaths,
  meetOaths,
  type OathsInput,
  type OathsOutput,
  stepOaths,
  tellOaths,
} from './keys-oaths.ts';
import { mayBeForgotten } from './proposals-entry.ts';

export type KeysContext = {
  readonly self: HostId;
  readonly hostSeed: Uint8Array;
  /** All hosts of the roster: also those that are no members learn that a key is active. */
  readonly everyone: readonly HostId[];
  /**
   * When this node last went on after it may have lost a part of its store, milliseconds since 1970:
   * of keys of before it may have sworn, and forgotten, that it says Stored no more.
   */
  readonly recoveredMs?: number | undefined;
};

export type KeysInput =
  /** A ceremony ended here with its certificate; the record is durable. */
  | { readonly type: 'pending'; readonly entry: KeyEntry }
  /** A Cert or Stored, from its author or from somebody who had it. */
  | { readonly type: 'envelope'; readonly id: string; readonly envelope: Uint8Array }
  | { readonly type: 'status'; readonly from: HostId; readonly status: Status }
  | { readonly type: 'peer-up'; readonly host: HostId }
  /** It started again, perhaps with less than it had. */
  | { readonly type: 'new-boot'; readonly host: HostId }
  /** A test signature that somebody shows. */
  | { readonly type: 'test-signature'; readonly id: string; readonly signature: Uint8Array }
  | OathsInput;

export type Status = {
  readonly keyId: Uint8Array;
  readonly state: string;
  readonly cert: Uint8Array;
  readonly stored: Uint8Array;
  readonly certsMissing: readonly number[];
  readonly storedMissing: readonly number[];
  readonly testSignature: Uint8Array;
  readonly settled: boolean;
};

export type KeysOutput =
  | OathsOutput
  | {
      readonly type: 'send';
      /** Goes out after what is being written of this key; undefined for a key not known here. */
      readonly about: KeyEntry | undefined;
      readonly to: readonly HostId[];
      readonly kind: number;
      readonly body: Uint8Array;
    }
  /** All members stored it: somebody should coordinate the test signature. */
  | { readonly type: 'confirmed'; readonly entry: KeyEntry }
  | { readonly type: 'active'; readonly entry: KeyEntry }
  /** Every member reported it active. */
  | { readonly type: 'settled'; readonly entry: KeyEntry }
  /** A member never got as far as a certificate of its own. */
  | { readonly type: 'lacking'; readonly entry: KeyEntry; readonly host: HostId }
  | {
      readonly type: 'fault';
      readonly entry: KeyEntry;
      readonly detail: FaultDetail;
      readonly evidence: Evidence | undefined;
    };

/** Bytes of certificates in one answer, at most. */
const RECORDS_BYTES_MAX = 32 * 1024;

export function stepKeys(
  table: Keys,
  input: KeysInput,
  context: KeysContext,
): readonly KeysOutput[] {
  switch (input.type) {
    case 'pending':
      table.byId.set(input.entry.id, input.entry);
      return [
        { type: 'changed', entry: input.entry },
        ...meetOaths(table, input.entry, context),
        ...advance(table, input.entry, context),
      ];
    case 'envelope': {
      const entry = table.byId.get(input.id);
      return entry === undefined ? [] : learn(table, entry, [input.envelope], context);
    }
    case 'status':
      return onStatus(table, input.from, input.status, context);
    case 'peer-up':
      return [
        ...tellOaths(table, input.host),
        ...[...table.byId.values()]
          .filter((entry) => isAsked(entry, input.host))
          .map((entry) => send(entry, [input.host], limits.FRAME.keyStatus, statusOf(entry))),
      ];
    case 'new-boot':
      return [...table.byId.values()]
        .filter(
          (entry) => entry.settled && entry.epoch === 0 && hostsOf(entry).includes(input.host),
        )
        .map((entry) => send(entry, [input.host], limits.FRAME.keyStatus, settledBody(entry)));
    case 'test-signature': {
      const entry = table.byId.get(input.id);
      return entry === undefined ? [] : activate(entry, input.signature, context);
    }
    case 'swear':
    case 'oaths':
    case 'resume-oaths':
      return stepOaths(table, input, context);
  }
}

function onStatus(
  table: Keys,
  from: HostId,
  status: Status,
  context: KeysContext,
): readonly KeysOutput[] {
  const entry = table.byId.get(toHex(status.keyId));
  if (entry === undefined) {
    if (status.state === 'unknown') return [];
    const body = encodeMessage(permafrost.v1.KeyStatus, { keyId: status.keyId, state: 'unknown' });
    return [
      send(undefined, [from], limits.FRAME.keyStatus, body),
      ...answerWithOaths(table, toHex(status.keyId), from),
    ];
  }
  if (entry.isSworn) return answerWithOaths(table, entry.id, from);
  const seat = hostsOf(entry).indexOf(from) + 1;
  if (seat === 0) {
    // The node that a proposal was submitted to need not be a member; it is told, not asked.
    return from === toHex(entry.proposal.node)
      ? [send(entry, [from], limits.FRAME.keyStatus, statusOf(entry))]
      : [];
  }
  if (status.state === 'unknown') {
    entry.told.set(seat, status.state);
    return [
      entry.state === 'pending'
        ? { type: 'lacking', entry, host: from }
        : { type: 'changed', entry },
    ];
  }
  entry.told.set(seat, status.state);
  const shown = [status.cert, status.stored].filter((bytes) => bytes.length > 0);
  const outputs = [...learn(table, entry, shown, context)];
  if (status.testSignature.length > 0 && entry.state === 'pending') {
    outputs.push(...shownTest(entry, seat, status.testSignature, context));
  }
  const wanted = [
    // Once each, however often it asks.
    ...[...new Set(status.certsMissing)].map((missing) => entry.certs.get(missing)),
    ...[...new Set(status.storedMissing)].map((missing) => entry.stored.get(missing)),
  ].filter((bytes) => bytes !== undefined);
  outputs.push(...recordFrames(entry, wanted, from));
  // A settled key is not asked about any more; who still asks is told, once.
  const lacksOurs = entry.state === 'active' && status.state !== 'active';
  if (lacksOurs || (entry.settled && !status.settled))
    outputs.push(send(entry, [from], limits.FRAME.keyStatus, statusOf(entry)));
  return [...outputs, { type: 'changed', entry }, ...settle(entry)];
}

function recordFrames(
  entry: KeyEntry,
  envelopes: readonly Uint8Array[],
  to: HostId,
): readonly KeysOutput[] {
  const frames: KeysOutput[] = [];
  for (let at = 0; at < envelopes.length; ) {
    const chunk: Uint8Array[] = [];
    for (let size = 0; at < envelopes.length; at++) {
      const next = envelopes[at];
      if (next === undefined || (chunk.length > 0 && size + next.length > RECORDS_BYTES_MAX)) break;
      size += next.length;
      chunk.push(next);
    }
    const body = encodeMessage(permafrost.v1.KeyRecords, { keyId: entry.keyId, envelopes: chunk });
    frames.push(send(entry, [to], limits.FRAME.keyRecords, body));
  }
  return frames;
}

/** Takes in Certs and Stored of whatever origin; each counts by its signature alone. */
function learn(
  table: Keys,
  entry: KeyEntry,
  envelopes: readonly Uint8Array[],
  context: KeysContext,
): readonly KeysOutput[] {
  if (entry.isSworn) return [];
  const outputs: KeysOutput[] = [];
  const changes: Change[] = [];
  for (const bytes of envelopes) {
    const found = judge(entry, bytes);
    if (found === undefined) continue;
    if (found.type === 'fault') {
      outputs.push({ type: 'fault', entry, detail: found.detail, evidence: found.evidence });
      continue;
    }
    const held = found.type === 'cert' ? entry.certs : entry.stored;
    if (held.has(found.seat)) continue;
    held.set(found.seat, bytes);
    changes.push(put(keyPath(entry.id, `${found.type}/${found.seat}`), bytes));
  }
  if (changes.length === 0) return outputs;
  return [
    ...outputs,
    { type: 'persist', about: entry, changes },
    { type: 'changed', entry },
    ...advance(table, entry, context),
  ];
}

/** Says what the certificate of all, and then the Stored of all, allow to be said. */
function advance(table: Keys, entry: KeyEntry, context: KeysContext): readonly KeysOutput[] {
  if (entry.isSworn) return [];
  const n = entry.group.members.length;
  const outputs: KeysOutput[] = [];
  const isNext = entry.certs.size === n && !entry.stored.has(entry.seat);
  // What it said before its recovery it may hear from others, with the Stored of all.
  if (isNext && mayBind(table, entry) && !mayBeForgotten(entry.proposal, context)) {
    const envelope = sealEnvelope(
      {
        suite: entry.group.suite,
        kind: 'cocktail-dkg',
        sessionId: entry.sessionId,
        round: DKG_ROUND.stored,
        from: entry.seat,
        to: 'all',
        payload: storedPayload(entry.transcript),
      },
      context.hostSeed,
    );
    entry.stored.set(entry.seat, envelope);
    table.bound.set(entry.proposal.name, entry.id);
    outputs.push(
      {
        type: 'persist',
        about: entry,
        changes: [
          put(`name/${entry.proposal.name}`, entry.keyId),
          put(keyPath(entry.id, `stored/${entry.seat}`), envelope),
        ],
      },
      send(entry, otherHosts(entry, context), limits.FRAME.ceremony, ceremonyBody(entry, envelope)),
      { type: 'changed', entry },
    );
  }
  if (isConfirmed(entry) && entry.state === 'pending') {
    outputs.push(...dropRivals(table, entry), { type: 'confirmed', entry });
  }
  return outputs;
}

/**
 * A name gets one key for ever: the one for which this node first said Stored. A node that
 * certified a later attempt says it for an earlier one only when another member did so already.
 */
function mayBind(table: Keys, entry: KeyEntry): boolean {
  const isOurs = table.bound.get(entry.proposal.name) === entry.id;
  if (!isOurs && isBound(table, entry.proposal.name)) return false;
  const later = [...table.byId.values()].some(
    (other) => other.proposalId === entry.proposalId && other.attempt > entry.attempt,
  );
  return !later || entry.stored.size > 0;
}

/** With the Stored of all for this key, no other attempt can become the key of its name. */
function dropRivals(table: Keys, entry: KeyEntry): readonly KeysOutput[] {
  const rivals = [...table.byId.values()].filter(
    (other) =>
      other.id !== entry.id &&
      other.proposal.name === entry.proposal.name &&
      other.state === 'pending',
  );
  return rivals.flatMap((rival): readonly KeysOutput[] => {
    table.byId.delete(rival.id);
    const paths = [
      keyPath(rival.id, 'record'),
      keyPath(rival.id, 'state'),
      ...[...rival.certs.keys()].map((seat) => keyPath(rival.id, `cert/${seat}`)),
      ...[...rival.stored.keys()].map((seat) => keyPath(rival.id, `stored/${seat}`)),
    ];
    // The secret first: a crash in between leaves a record without a share, never a share alone.
    return [
      { type: 'erase-secret', about: rival, name: secretName(rival) },
      {
        type: 'persist',
        about: rival,
        changes: paths.map((key) => ({ type: 'delete', key })),
      },
    ];
  });
}

/** Who once showed a test signature that was wrong: an honest member verified what it shows. */
const wrongTests = new WeakMap<KeyEntry, Set<Seat>>();

/** A test signature in a member's status. Of who showed a wrong one no more are verified. */
function shownTest(
  entry: KeyEntry,
  seat: Seat,
  signature: Uint8Array,
  context: KeysContext,
): readonly KeysOutput[] {
  const wrong = wrongTests.get(entry) ?? new Set();
  if (!isConfirmed(entry) || wrong.has(seat)) return [];
  const outputs = activate(entry, signature, context);
  if (outputs.length === 0) wrongTests.set(entry, wrong.add(seat));
  return outputs;
}

function activate(
  entry: KeyEntry,
  signature: Uint8Array,
  context: KeysContext,
): readonly KeysOutput[] {
  if (entry.state !== 'pending' || !isConfirmed(entry)) return [];
  const isValid = entry.suite.verify({
    publicKey: entry.publicKey,
    message: canaryMessage(entry.keyId, entry.epochId),
    signature,
  });
  if (!isValid) return [];
  entry.state = 'active';
  entry.testSignature = Uint8Array.from(signature);
  return [
    { type: 'persist', about: entry, changes: [stateChange(entry)] },
    { type: 'active', entry },
    send(entry, context.everyone, limits.FRAME.keyStatus, statusOf(entry)),
    { type: 'changed', entry },
    ...settle(entry),
  ];
}

/** Notes that everybody has it, so that it need not be talked about at each connection. */
function settle(entry: KeyEntry): readonly KeysOutput[] {
  const others = seatsOf(entry.group).filter((seat) => seat !== entry.seat);
  const isSettled =
    entry.state === 'active' && others.every((seat) => entry.told.get(seat) === 'active');
  if (entry.settled || !isSettled) return [];
  entry.settled = true;
  return [
    { type: 'persist', about: entry, changes: [stateChange(entry)] },
    { type: 'settled', entry },
  ];
}

function isAsked(entry: KeyEntry, host: HostId): boolean {
  if (entry.settled || entry.isSworn || entry.state === 'destroyed') return false;
  return hostsOf(entry).includes(host) || host === toHex(entry.proposal.node);
}

function otherHosts(entry: KeyEntry, { self }: KeysContext): readonly HostId[] {
  return hostsOf(entry).filter((host) => host !== self);
}

function send(
  about: KeyEntry | undefined,
  to: readonly HostId[],
  kind: number,
  body: Uint8Array,
): KeysOutput {
  return { type: 'send', about, to, kind, body };
}
