/**
 * What a node keeps of requests that are being signed, for a second coordinator to go on with:
 * the shares that it gave, and the result once it heard of one. Bounded in number and in bytes;
 * the oldest go first, and everything goes when the window of the request is over.
 * @module
 */
import type { HeldAttempt, ResumedSignature, SignatureRequest } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';

/** Requests kept at once, and about what they take in memory. */
export const HELD_MAX: number = 65_536;
export const HELD_BYTES_MAX: number = 64 * 1024 * 1024;
/** Results that others told of one request: who lies about it does not keep out the true one. */
const RESULTS_MAX = 4;
/** About what a request, and a byte array, take beside what they hold. */
const REQUEST_BYTES = 1_536;
const ARRAY_BYTES = 128;

export type GivenShare = {
  readonly coordinator: HostId;
  readonly attempt: HeldAttempt;
  /** Epoch of the key that it was given in, hex: seats are of that one. */
  readonly epochId: string;
};

export type Held = {
  readonly request: SignatureRequest;
  /** With whom coordinated, each attempt once. */
  readonly attempts: GivenShare[];
  /** What others say the signature is, not verified yet. */
  readonly told: Map<HostId, ResumedSignature>;
  /** Verified. */
  known: ResumedSignature | undefined;
  untilMs: number;
  bytes: number;
};

export type HeldRequests = {
  /** By hex request id, oldest first. */
  readonly byId: Map<string, Held>;
  bytes: number;
};

export function createHeldRequests(): HeldRequests {
  return { byId: new Map(), bytes: 0 };
}

type About = { readonly id: string; readonly request: SignatureRequest };

/** Keeps a share that this node gave, with what it was given for. */
export function holdAttempt(table: HeldRequests, about: About, given: GivenShare): void {
  const held = heldFor(table, about);
  const isKnown = held.attempts.some(
    ({ coordinator, attempt }) =>
      coordinator === given.coordinator && isSame(attempt.share, given.attempt.share),
  );
  if (isKnown) return;
  held.attempts.push(given);
  grow(table, held, attemptBytes(given.attempt));
  while (held.attempts.length > limits.HELD_ATTEMPTS_MAX) {
    const [oldest] = held.attempts.splice(0, 1);
    if (oldest !== undefined) grow(table, held, -attemptBytes(oldest.attempt));
  }
  makeRoom(table);
}

/** What somebody says the signature of a request is. Only where this node gave a share itself. */
export function holdTold(
  table: HeldRequests,
  id: string,
  told: { readonly from: HostId; readonly result: ResumedSignature },
): void {
  const held = table.byId.get(id);
  if (held === undefined || held.known !== undefined) return;
  if (held.told.size >= RESULTS_MAX && !held.told.has(told.from)) return;
  held.told.set(told.from, told.result);
}

/** A verified signature: the shares that led to it are not needed any more. */
export function holdKnown(table: HeldRequests, about: About, known: ResumedSignature): void {
  const held = heldFor(table, about);
  held.known = known;
  held.told.clear();
  for (const { attempt } of held.attempts.splice(0)) grow(table, held, -attemptBytes(attempt));
  makeRoom(table);
}

/** The signature of a held request, verified now if it was only told of so far. */
export function knownOf(
  table: HeldRequests,
  id: string,
  verifies: (request: SignatureRequest, signature: Uint8Array) => boolean,
): ResumedSignature | undefined {
  const held = table.byId.get(id);
  if (held === undefined || held.known !== undefined) return held?.known;
  for (const [from, result] of held.told) {
    if (verifies(held.request, result.signature)) {
      holdKnown(table, { id, request: held.request }, result);
      return result;
    }
    held.told.delete(from);
  }
  return undefined;
}

/** Forgets requests whose windows are over. */
export function forgetHeld(table: HeldRequests, nowMs: number): void {
  for (const [id, held] of table.byId) if (held.untilMs < nowMs) drop(table, id, held);
}

function heldFor(table: HeldRequests, { id, request }: About): Held {
  const untilMs = request.deadlineMs + limits.REQUEST_MEMORY_MS;
  const known = table.byId.get(id);
  if (known !== undefined) {
    known.untilMs = Math.max(known.untilMs, untilMs);
    return known;
  }
  const bytes = REQUEST_BYTES + request.message.length;
  const held: Held = {
    request,
    attempts: [],
    told: new Map(),
    known: undefined,
    untilMs,
    bytes,
  };
  table.byId.set(id, held);
  table.bytes += bytes;
  return held;
}

function makeRoom(table: HeldRequests): void {
  for (const [id, held] of table.byId) {
    if (table.byId.size <= HELD_MAX && table.bytes <= HELD_BYTES_MAX) return;
    drop(table, id, held);
  }
}

function drop(table: HeldRequests, id: string, held: Held): void {
  table.byId.delete(id);
  table.bytes -= held.bytes;
}

function grow(table: HeldRequests, held: Held, bytes: number): void {
  held.bytes += bytes;
  table.bytes += bytes;
}

function attemptBytes({ hiding, binding, signers }: HeldAttempt): number {
  const element = (hiding[0]?.length ?? 0) + ARRAY_BYTES;
  return (hiding.length + binding.length + 2) * element + 8 * signers.length;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
