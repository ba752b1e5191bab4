/**
 * What an entry node remembers of requests: the same request gets the same bytes, another one
 * under the same idempotency key is refused, and nobody gets more room than is theirs.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import { type Refusal, requestId, type SignatureRequest } from '@permafrost/protocol';
import { type ErrorCode, limits } from '@permafrost/wire';

/** A finished request, as it is answered and stored. */
export type Answered = {
  readonly request: SignatureRequest;
  readonly signature: Uint8Array;
  readonly epoch: number;
  /** Roster names. */
  readonly signers: readonly string[];
  readonly atMs: number;
};

/** A use of an idempotency key. A failed request may be given again, another one may not. */
type Use = {
  readonly requestId: Uint8Array;
  readonly atMs: number;
  /** About what it takes on the disk. */
  readonly bytes: number;
  readonly state:
    | { readonly type: 'open' }
    /** `isAsked`: shares were asked for, so that it may still come to a signature somewhere. */
    | { readonly type: 'failed'; readonly isAsked: boolean }
    | { readonly type: 'answered'; readonly answer: Answered };
};

export type EntryRequests = {
  /** By requester, then by idempotency key, oldest first. */
  readonly byRequester: Map<string, Map<string, Use>>;
  /** Bytes of all uses of each requester. */
  readonly bytesOf: Map<string, number>;
  /** Open requests of each requester, and in all. */
  readonly openOf: Map<string, number>;
  open: number;
  /** Bytes of the messages of open requests. */
  openBytes: number;
};

export type Admitted =
  /** `isAsked`: it was tried before, and shares were asked for. */
  | { readonly type: 'new'; readonly requestId: Uint8Array; readonly isAsked: boolean }
  /** The same request is being signed: wait for its answer. */
  | { readonly type: 'open'; readonly requestId: Uint8Array }
  | { readonly type: 'answered'; readonly answer: Answered }
  | {
      readonly type: 'refused';
      readonly code: ErrorCode;
      readonly reason: string;
    };

/** Answers of one requester that are kept, with their messages, in bytes. */
export const ANSWERS_BYTES_MAX: number = 64 * 1024 * 1024;
/** Messages of open requests, in bytes: many small ones, or a few hundred of the largest. */
export const OPEN_BYTES_MAX: number = 64 * 1024 * 1024;
/** What a use takes beside its message. */
const USE_BYTES = 512;
const NO_MESSAGE = new Uint8Array();

export function createEntryRequests(): EntryRequests {
  return { byRequester: new Map(), bytesOf: new Map(), openOf: new Map(), open: 0, openBytes: 0 };
}

/** Lets a request in that was checked already. A new one is open until `close…` is called. */
export function admitRequest(
  requests: EntryRequests,
  request: SignatureRequest,
  nowMs: number,
): Admitted {
  const requester = toHex(request.requester);
  const key = toHex(request.idempotencyKey);
  const id = requestId(request);
  const known = requests.byRequester.get(requester)?.get(key);
  if (known !== undefined && !isOver(known, nowMs)) {
    if (!equalBytes(known.requestId, id)) {
      const reason = 'the idempotency key was used for another request';
      return { type: 'refused', code: 'E_IDEMPOTENCY_CONFLICT', reason };
    }
    if (known.state.type === 'answered') return { type: 'answered', answer: known.state.answer };
    if (known.state.type === 'open') return { type: 'open', requestId: id };
  }
  const busy = fullness(requests, requester, request.message.length);
  if (busy !== undefined) return { type: 'refused', ...busy };
  const isAsked = known !== undefined && wasAsked(requests, request);
  remember(
    requests,
    { requester, key },
    { requestId: id, atMs: nowMs, bytes: USE_BYTES, state: { type: 'open' } },
  );
  requests.open++;
  requests.openBytes += request.message.length;
  requests.openOf.set(requester, (requests.openOf.get(requester) ?? 0) + 1);
  return { type: 'new', requestId: id, isAsked };
}

/**
 * The request has its signature: it gets these bytes from now on. Store it before answering.
 * @returns answers that had to make room, to be deleted from the store too
 */
export function closeAnswered(requests: EntryRequests, answer: Answered): readonly Answered[] {
  closeOpen(requests, answer.request);
  return put(requests, answer);
}

/** The request failed. It may be given again; its idempotency key stays bound to it. */
export function closeFailed(
  requests: EntryRequests,
  request: SignatureRequest,
  nowMs: number,
  isAsked: boolean = true,
): void {
  if (!closeOpen(requests, request)) return;
  const state = { type: 'failed', isAsked } as const;
  const use = { requestId: requestId(request), atMs: nowMs, bytes: USE_BYTES, state };
  remember(requests, nameOf(request), use);
}

/** Whether a share of this very request was asked for here, as far as this node remembers. */
export function wasAsked(requests: EntryRequests, request: SignatureRequest): boolean {
  const { requester, key } = nameOf(request);
  const use = requests.byRequester.get(requester)?.get(key);
  if (use === undefined || !equalBytes(use.requestId, requestId(request))) return false;
  return use.state.type !== 'failed' || use.state.isAsked;
}

/** Puts a stored answer back after a restart. False when it is too old to be kept. */
export function restoreAnswer(requests: EntryRequests, answer: Answered, nowMs: number): boolean {
  if (answer.atMs + limits.IDEMPOTENCY_LIFE_MS <= nowMs) return false;
  put(requests, answer);
  return true;
}

/** Forgets what is a day old. @returns answers to be deleted from the store too */
export function dropOldRequests(requests: EntryRequests, nowMs: number): readonly Answered[] {
  const dropped: Answered[] = [];
  for (const [requester, uses] of requests.byRequester) {
    for (const [key, use] of uses) {
      if (!isOver(use, nowMs)) continue;
      forget(requests, requester, uses, key);
      if (use.state.type === 'answered') dropped.push(use.state.answer);
    }
    if (uses.size === 0) requests.byRequester.delete(requester);
  }
  return dropped;
}

function put(requests: EntryRequests, answer: Answered): readonly Answered[] {
  const { request, atMs } = answer;
  // In memory without the message: a day's messages may be more than there is room for.
  const kept: Answered = { ...answer, request: { ...request, message: NO_MESSAGE } };
  return remember(requests, nameOf(request), {
    requestId: requestId(request),
    atMs,
    bytes: USE_BYTES + request.message.length,
    state: { type: 'answered', answer: kept },
  });
}

type Name = { readonly requester: string; readonly key: string };

function nameOf(request: SignatureRequest): Name {
  return { requester: toHex(request.requester), key: toHex(request.idempotencyKey) };
}

/** As the newest use of its requester. The oldest that is not open makes room. */
function remember(requests: EntryRequests, name: Name, use: Use): readonly Answered[] {
  const uses = requests.byRequester.get(name.requester) ?? new Map<string, Use>();
  requests.byRequester.set(name.requester, uses);
  forget(requests, name.requester, uses, name.key);
  uses.set(name.key, use);
  const bytesOf = (): number => requests.bytesOf.get(name.requester) ?? 0;
  requests.bytesOf.set(name.requester, bytesOf() + use.bytes);
  const dropped: Answered[] = [];
  for (const [key, { state }] of uses) {
    if (uses.size <= limits.IDEMPOTENCY_RECORDS_MAX && bytesOf() <= ANSWERS_BYTES_MAX) break;
    if (state.type === 'open') continue;
    forget(requests, name.requester, uses, key);
    if (state.type === 'answered') dropped.push(state.answer);
  }
  return dropped;
}

function forget(
  requests: EntryRequests,
  requester: string,
  uses: Map<string, Use>,
  key: string,
): void {
  const use = uses.get(key);
  if (use === undefined) return;
  uses.delete(key);
  const left = (requests.bytesOf.get(requester) ?? 0) - use.bytes;
  if (left > 0) requests.bytesOf.set(requester, left);
  else requests.bytesOf.delete(requester);
}

/** False when it was not open. */
function closeOpen(requests: EntryRequests, request: SignatureRequest): boolean {
  const { requester, key } = nameOf(request);
  const use = requests.byRequester.get(requester)?.get(key);
  if (use?.state.type !== 'open') return false;
  requests.open--;
  requests.openBytes -= request.message.length;
  const left = (requests.openOf.get(requester) ?? 1) - 1;
  if (left > 0) requests.openOf.set(requester, left);
  else requests.openOf.delete(requester);
  return true;
}

function isOver({ atMs, state }: Use, nowMs: number): boolean {
  return state.type !== 'open' && atMs + limits.IDEMPOTENCY_LIFE_MS <= nowMs;
}

/** Whether there is no room for one more open request, at all or of this requester. */
export function fullness(
  requests: EntryRequests,
  requester: string,
  messageBytes: number,
): Refusal | undefined {
  const isFull = requests.openBytes + messageBytes > OPEN_BYTES_MAX;
  if (requests.open >= limits.REQUESTS_OPEN_MAX || isFull) {
    return { code: 'E_BUSY', reason: 'too many requests are open here' };
  }
  return (requests.openOf.get(requester) ?? 0) >= limits.REQUESTS_PER_REQUESTER_MAX
    ? { code: 'E_RATE_LIMITED', reason: 'too many requests of this requester are open here' }
    : undefined;
}

/** Whether this very request is open or answered here: it takes no more room. */
export function isKnown(requests: EntryRequests, request: SignatureRequest): boolean {
  const { requester, key } = nameOf(request);
  const use = requests.byRequester.get(requester)?.get(key);
  return use !== undefined && use.state.type !== 'failed';
}
