/**
 * What a signer remembers of requests: which request an idempotency key stands for, and how often
 * each coordinator was answered.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import type { Claim, Refusal } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';

/** Requests remembered at once; above this, new ones are refused until others end. */
export const SIGNER_REQUESTS_MAX = 65_536;
/** Of one requester: so nobody uses up the room of all. */
export const SIGNER_REQUESTS_OF_ONE_MAX = 16_384;

type Remembered = {
  readonly requestId: Uint8Array;
  /** Different SignRequests, by coordinator. */
  readonly answered: Map<string, Set<string>>;
  untilMs: number;
};

export type SignerRequests = {
  /** By requester and idempotency key. */
  readonly byKey: Map<string, Remembered>;
  /** How many each requester has. */
  readonly countOf: Map<string, number>;
  /** When something can be forgotten at the earliest. */
  nextMs: number;
};

export function createSignerRequests(): SignerRequests {
  return { byKey: new Map(), countOf: new Map(), nextMs: 0 };
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
  const { request, requestId, minSigners, maxSigners } = claim;
  const requester = toHex(request.requester);
  const tag = `${requester}/${toHex(request.idempotencyKey)}`;
  let known = requests.byKey.get(tag);
  if (known !== undefined && !equalBytes(known.requestId, requestId)) {
    return { code: 'E_IDEMPOTENCY_CONFLICT', reason: 'the idempotency key is another request' };
  }
  if (known === undefined) {
    if (requests.byKey.size >= SIGNER_REQUESTS_MAX) {
      return { code: 'E_BUSY', reason: 'too many requests are open' };
    }
    const count = requests.countOf.get(requester) ?? 0;
    if (count >= SIGNER_REQUESTS_OF_ONE_MAX) {
      return { code: 'E_BUSY', reason: 'too many requests of this requester are open' };
    }
    requests.countOf.set(requester, count + 1);
    known = { requestId, answered: new Map(), untilMs: 0 };
    requests.byKey.set(tag, known);
  }
  // The same content may come with a later window: remembered until the last one is over.
  known.untilMs = Math.max(known.untilMs, request.deadlineMs + limits.REQUEST_MEMORY_MS);
  requests.nextMs = Math.min(requests.nextMs, known.untilMs);

  const coordinator = toHex(claim.coordinator);
  const answered = known.answered.get(coordinator) ?? new Set<string>();
  const reqHash = toHex(claim.reqHash);
  if (answered.has(reqHash)) return undefined;
  if (answered.size >= answersMax(minSigners, maxSigners)) {
    return { code: 'E_RATE_LIMITED', reason: 'this coordinator asked too often for this request' };
  }
  answered.add(reqHash);
  known.answered.set(coordinator, answered);
  return undefined;
}

/** Different SignRequests of one request that one coordinator gets answered. */
export function answersMax(minSigners: number, maxSigners: number): number {
  return 2 * (maxSigners - minSigners + 1) + 2;
}

function forget(requests: SignerRequests, nowMs: number): void {
  if (nowMs <= requests.nextMs) return;
  let nextMs = Number.POSITIVE_INFINITY;
  for (const [tag, { untilMs }] of requests.byKey) {
    if (untilMs < nowMs) {
      requests.byKey.delete(tag);
      const requester = tag.slice(0, tag.indexOf('/'));
      const left = (requests.countOf.get(requester) ?? 1) - 1;
      if (left > 0) requests.countOf.set(requester, left);
      else requests.countOf.delete(requester);
    } else nextMs = Math.min(nextMs, untilMs);
  }
  requests.nextMs = nextMs;
}
