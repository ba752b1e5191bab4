/**
 * What a signer remembers of requests: which request an idempotency key stands for, how often each
 * coordinator was answered, whether a share was given, and what was taken back.
 * @module
 */
import { toHex } from '@permafrost/frost';
import type { Claim, Refusal } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';

/** Requests remembered at once; above this, new ones are refused until others end. */
export const SIGNER_REQUESTS_MAX = 131_072;
/** Of one requester: so nobody uses up the room of all. */
export const SIGNER_REQUESTS_OF_ONE_MAX = 65_536;
/** Cancelled requests of one requester that there is always room for: nobody else can fill it. */
export const CANCELS_OF_EACH = 64;
/** Those of all above that, remembered at once, and of one requester. */
export const CANCELS_MAX = 16_384;
export const CANCELS_OF_ONE_MAX = 4_096;
/** The last moment at which a request whose window has begun may be answered, and a minute more. */
const CANCEL_LIFE_MS =
  limits.REQUEST_WINDOW_MS_MAX + 2 * limits.CLOCK_SKEW_MAX_MS + limits.REQUEST_MEMORY_MS;

type Remembered = {
  /** Hex. */
  readonly requestId: string;
  readonly requester: string;
  /** Different SignRequests, by coordinator. */
  readonly answered: Map<string, Set<string>>;
  untilMs: number;
  /** A share was given. */
  isGiven: boolean;
};

export type Cancel = { readonly requester: string; readonly untilMs: number };

/**
 * Anybody may take back an id. Whose it is only its content tells, which may come later or never:
 * so each requester's word is kept by itself and none is in the way of another's. Both in hex.
 */
export function cancelTag(requestId: string, requester: string): string {
  return `${requestId}.${requester}`;
}

export type SignerRequests = {
  /** By requester and idempotency key. */
  readonly byKey: Map<string, Remembered>;
  /** The same, by hex request id. */
  readonly byId: Map<string, Remembered>;
  /** How many each requester has. */
  readonly countOf: Map<string, number>;
  /** What was taken back before a share was given, by request id and who took it back, `cancelTag`. */
  readonly cancelled: Map<string, Cancel>;
  readonly cancelsOf: Map<string, number>;
  /** Cancels that are more than what each requester has room for in any case. */
  cancelsAbove: number;
  /** When all of them are looked at next. */
  nextMs: number;
};

export function createSignerRequests(): SignerRequests {
  return {
    byKey: new Map(),
    byId: new Map(),
    countOf: new Map(),
    cancelled: new Map(),
    cancelsOf: new Map(),
    cancelsAbove: 0,
    nextMs: 0,
  };
}

/**
 * Whether this request may be answered once more, and if so counts it. One requester's idempotency
 * key stands for one request; a coordinator gets at most 2(n − t + 1) + 2 different SignRequests
 * of it answered: a limit over all of them would let one use it up for the others.
 */
export function claimRequest(
  requests: SignerRequests,
  claim: Claim,
  nowMs: number,
): Refusal | undefined {
  forget(requests, nowMs);
  const { request, minSigners, maxSigners } = claim;
  const requestId = toHex(claim.requestId);
  const requester = toHex(request.requester);
  const tag = `${requester}/${toHex(request.idempotencyKey)}`;
  if (isCancelled(requests, requestId, requester)) {
    return { code: 'E_CANCELLED', reason: 'its requester took it back' };
  }
  let known = requests.byKey.get(tag);
  if (known !== undefined && known.untilMs < nowMs) {
    drop(requests, tag, known);
    known = undefined;
  }
  if (known !== undefined && known.requestId !== requestId) {
    return { code: 'E_IDEMPOTENCY_CONFLICT', reason: 'the idempotency key is another request' };
  }
  if (known === undefined) {
    if (requests.byKey.size >= SIGNER_REQUESTS_MAX) {
      return { code: 'E_BUSY', reason: 'too many requests are open' };
    }
    const count = requests.countOf.get(requester) ?? 0;
    if (count >= SIGNER_REQUESTS_OF_ONE_MAX) {
      return { code: 'E_RATE_LIMITED', reason: 'too many requests of this requester are open' };
    }
    requests.countOf.set(requester, count + 1);
    known = { requestId, requester, answered: new Map(), untilMs: 0, isGiven: false };
    requests.byKey.set(tag, known);
    requests.byId.set(requestId, known);
  }
  // The same content may come with a later window: remembered until the last one is over.
  known.untilMs = Math.max(known.untilMs, request.deadlineMs + limits.REQUEST_MEMORY_MS);

  const coordinator = toHex(claim.coordinator);
  const answered = known.answered.get(coordinator) ?? new Set<string>();
  // 64 bits of it: a coordinator that makes two of them collide only loses one of its answers.
  const reqHash = toHex(claim.reqHash.subarray(0, 8));
  if (answered.has(reqHash)) return undefined;
  if (answered.size >= answersMax(minSigners, maxSigners)) {
    return { code: 'E_RATE_LIMITED', reason: 'this coordinator asked too often for this request' };
  }
  answered.add(reqHash);
  known.answered.set(coordinator, answered);
  return undefined;
}

/** A share of it is about to leave. */
export function noteGiven(requests: SignerRequests, requestId: string): void {
  const known = requests.byId.get(requestId);
  if (known !== undefined) known.isGiven = true;
}

/** Different SignRequests of one request that one coordinator gets answered. */
export function answersMax(minSigners: number, maxSigners: number): number {
  return 2 * (maxSigners - minSigners + 1) + 2;
}

/**
 * Takes a request back, on the verified word of `requester`.
 * @returns `cancelled` when no share was given and none will be, with the record of it;
 * `given` when a share may be out; `full` when there is no room to promise anything
 */
export function cancelRequest(
  requests: SignerRequests,
  cancel: { readonly requestId: string; readonly requester: string },
  nowMs: number,
):
  | { readonly type: 'cancelled'; readonly cancel: Cancel; readonly isNew: boolean }
  | { readonly type: 'given' }
  | { readonly type: 'full' } {
  const { requestId, requester } = cancel;
  const known = requests.byId.get(requestId);
  if (known !== undefined && (known.isGiven || known.requester !== requester)) {
    return { type: 'given' };
  }
  const before = requests.cancelled.get(cancelTag(requestId, requester));
  if (before !== undefined) return { type: 'cancelled', cancel: before, isNew: false };
  const count = requests.cancelsOf.get(requester) ?? 0;
  const isFull = requests.cancelsAbove >= CANCELS_MAX || count >= CANCELS_OF_ONE_MAX;
  if (count >= CANCELS_OF_EACH && isFull) return { type: 'full' };
  const kept = { requester, untilMs: nowMs + CANCEL_LIFE_MS };
  restoreCancel(requests, requestId, kept);
  return { type: 'cancelled', cancel: kept, isNew: true };
}

/** Whether its own requester took it back. Others cannot: the id names the requester. */
export function isCancelled(
  requests: SignerRequests,
  requestId: string,
  requester: string,
): boolean {
  return requests.cancelled.has(cancelTag(requestId, requester));
}

/** Puts a stored cancel back after a restart. */
export function restoreCancel(requests: SignerRequests, requestId: string, cancel: Cancel): void {
  requests.cancelled.set(cancelTag(requestId, cancel.requester), cancel);
  const count = requests.cancelsOf.get(cancel.requester) ?? 0;
  requests.cancelsOf.set(cancel.requester, count + 1);
  if (count >= CANCELS_OF_EACH) requests.cancelsAbove++;
}

/** Forgets cancels that are over. @returns their tags, to be deleted from the store */
export function dropOldCancels(requests: SignerRequests, nowMs: number): readonly string[] {
  const dropped: string[] = [];
  for (const [tag, { requester, untilMs }] of requests.cancelled) {
    if (untilMs >= nowMs) continue;
    requests.cancelled.delete(tag);
    if ((requests.cancelsOf.get(requester) ?? 0) > CANCELS_OF_EACH) requests.cancelsAbove--;
    lower(requests.cancelsOf, requester);
    dropped.push(tag);
  }
  return dropped;
}

/** Forgets requests whose windows are over; at most every few seconds it looks at all of them. */
export function forgetClaims(requests: SignerRequests, nowMs: number): void {
  forget(requests, nowMs);
}

function forget(requests: SignerRequests, nowMs: number): void {
  // A clock that went ahead and came back does not keep it from looking.
  const { nextMs } = requests;
  if (nextMs - FORGET_EVERY_MS <= nowMs && nowMs <= nextMs) return;
  for (const [tag, known] of requests.byKey) if (known.untilMs < nowMs) drop(requests, tag, known);
  // Looking at all of them for each one that ends would be the most expensive thing we do.
  requests.nextMs = nowMs + FORGET_EVERY_MS;
}

const FORGET_EVERY_MS = 5_000;

function drop(requests: SignerRequests, tag: string, { requestId, requester }: Remembered): void {
  requests.byKey.delete(tag);
  requests.byId.delete(requestId);
  lower(requests.countOf, requester);
}

function lower(counts: Map<string, number>, name: string): void {
  const left = (counts.get(name) ?? 1) - 1;
  if (left > 0) counts.set(name, left);
  else counts.delete(name);
}
