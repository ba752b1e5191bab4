/**
 * Requests at their entry node: checked, let in as far as there is room, given their turn, and
 * answered with the same bytes however often they come.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  type Refusal,
  requestFromMessage,
  requestId,
  type SignatureRequest,
} from '@permafrost/protocol';
import { limits, type permafrost } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import type { Answer } from '../tables/answers.ts';
import { admitsLine } from '../tables/guard.ts';
import type { KeyEntry } from '../tables/keys-entry.ts';
import {
  admitRequest,
  dropOldRequests,
  fullness,
  isKnown,
  wasAsked,
} from '../tables/requests-entry.ts';
import { forgetHeld } from '../tables/requests-held.ts';
import { enqueue, hasMoreThanItsPart, waitMs } from '../tables/requests-queue.ts';
import { forgetClaims, isCancelled } from '../tables/requests-signer.ts';
import { cancelPeerDown, cancelTimer, forgetCancels } from './cancel.ts';
import { count } from './context.ts';
import { answer, denied, signed, tell } from './entry-answers.ts';
import { wrongCaller, wrongKeyOf, wrongNow, wrongRequester } from './entry-checks.ts';
import { EPOCH_AGAIN_TIMER } from './entry-epochs.ts';
import type { Entry, OpenRequest, RequestPlane } from './entry-state.ts';
import { deleteAnswers, isOlder } from './finish.ts';
import { handOverTimer, keyElsewhere } from './hand-over.ts';
import { tellResults } from './held.ts';
import { isBegunElsewhere, resumePeerDown, resumeTimer } from './resume.ts';
import { decide } from './signing.ts';
import { deadlineTimer, epochTimer, pump, watchDeadlines } from './start.ts';

type Submitted = {
  readonly call: number;
  readonly caller: string;
  readonly message: permafrost.v1.SignSubmitRequest.$Properties;
};

/** What a full node says at least, and at most, of when to ask again. */
const RETRY_MS_MIN = 50;
const RETRY_MS_MAX = 10_000;

/** Takes a request in, or says at once why not. @throws WireError on a malformed one */
export function submit(plane: RequestPlane, given: Submitted): void {
  const { context } = plane;
  const request = requestFromMessage(given.message.request);
  const about = {
    request,
    id: requestId(request),
    key: context.keys.byId.get(toHex(request.keyId)),
  };
  const no = refusalOf(plane, given, about);
  if (no === undefined) {
    admit(plane, given, about);
    return;
  }
  if (no.isDecision && isLogged(plane, given.caller)) {
    decide(context, { request, requestId: about.id }, 'deny', no.refusal.reason);
  }
  refuse(plane, given.call, about, no);
}

/** Lines of the decision log about what one caller is refused, in a minute. */
const DENIALS_PER_MINUTE = 600;

/** Being refused costs nothing: past a number of lines only their count is kept. */
function isLogged({ context }: RequestPlane, caller: string): boolean {
  const line = { about: caller, event: 'deny', perMinute: DENIALS_PER_MINUTE };
  if (admitsLine(context.guard, line, context.clocks.monotonicMs) !== undefined) return true;
  count(context, 'decisions_untold');
  return false;
}

type About = {
  readonly request: SignatureRequest;
  readonly id: Uint8Array;
  /** Undefined where this node is no member. */
  readonly key: KeyEntry | undefined;
};
type No = {
  readonly refusal: Refusal;
  /** For the decision log: it was looked at, and not only found that there is no room. */
  readonly isDecision: boolean;
  readonly retryAfterMs?: number;
};

function refusalOf(plane: RequestPlane, given: Submitted, about: About): No | undefined {
  const { context, entry } = plane;
  const { caller, message } = given;
  const { request, id, key } = about;
  const deny = (refusal: Refusal): No => ({ refusal, isDecision: true });
  const isForwarded = message.forwarded === true && context.directory.byHost.has(caller);
  const stranger = wrongCaller(request, caller, isForwarded);
  if (stranger !== undefined) return deny(stranger);
  const one = key ?? (isForwarded ? undefined : keyElsewhere(plane, request.keyId));
  if (one === undefined) {
    return { refusal: { code: 'E_UNKNOWN_KEY', reason: 'no such key here' }, isDecision: false };
  }
  const wrong =
    wrongRequester(context, request, one.proposal.requesters) ??
    (key === undefined ? undefined : wrongKeyOf(key, request));
  if (wrong !== undefined) return deny(wrong);
  // What is refused for want of room costs no signature to be verified.
  const busy = isKnown(entry.requests, request) ? undefined : fullFor(plane, request);
  if (busy !== undefined) return { ...busy, isDecision: false };
  const late = wrongNow(context, request, key);
  if (late !== undefined) return deny(late);
  if (!isCancelled(plane.signing.signerRequests, toHex(id), toHex(request.requester))) {
    return undefined;
  }
  return {
    refusal: { code: 'E_CANCELLED', reason: 'its requester took it back' },
    isDecision: false,
  };
}

function refuse(plane: RequestPlane, call: number, about: About, no: Omit<No, 'isDecision'>): void {
  const { context, entry } = plane;
  const { request, id, key } = about;
  const { refusal, retryAfterMs } = no;
  const isAsked = wasAsked(entry.requests, request) || isOlder(entry, request, refusal.code);
  const progress = denied(context, request, refusal, { key, isAsked, retryAfterMs });
  answer(context, entry, { id, request, calls: [call], progress });
}

function admit(plane: RequestPlane, { call, message }: Submitted, about: About): void {
  const { context, entry, signing } = plane;
  const { request, id, key } = about;
  const hex = toHex(id);
  const admitted = admitRequest(entry.requests, request, context.clocks.wallMs);
  switch (admitted.type) {
    case 'answered':
      answer(context, entry, {
        id,
        request,
        calls: [call],
        progress: signed(admitted.answer, { key }),
      });
      return;
    case 'refused':
      refuse(plane, call, about, { refusal: admitted, ...busyMore(plane, admitted, request) });
      return;
    case 'open':
      entry.open.get(hex)?.calls.set(call, message.watch === true);
      if (message.watch === true) tell(context, id, call, 'received');
      return;
    case 'new': {
      const isResumed =
        message.resume === true ||
        request.notBeforeMs < entry.sinceMs ||
        isBegunElsewhere(signing, context.self, hex);
      const open: OpenRequest = {
        id: hex,
        requestId: id,
        request,
        requester: toHex(request.requester),
        key,
        calls: new Map([[call, message.watch === true]]),
        startedMs: context.clocks.monotonicMs,
        isAsked: admitted.isAsked,
        isResumed: isResumed || admitted.isAsked,
        liars: new Set(),
        state: 'queued',
      };
      entry.open.set(hex, open);
      if (message.watch === true) tell(context, id, call, 'received');
      enqueue(entry.queue, open.requester, hex);
      watchDeadlines(plane);
      pump(plane);
    }
  }
}

/** Whether there is no room for one more request, or no turn for it before its deadline. */
function fullFor(
  plane: RequestPlane,
  request: SignatureRequest,
): Omit<No, 'isDecision'> | undefined {
  const { context, entry } = plane;
  const requester = toHex(request.requester);
  const full = fullness(entry.requests, requester, request.message.length);
  if (full !== undefined) return { refusal: full, ...busyMore(plane, full, request) };
  const wait = waitMs(entry.queue, requester);
  const leftMs = request.deadlineMs - context.clocks.wallMs;
  const mostMs = Math.min(limits.REQUEST_QUEUE_MS_MAX, Math.max(0, leftMs));
  if (wait <= mostMs) return undefined;
  const code = hasMoreThanItsPart(entry.queue, requester) ? 'E_RATE_LIMITED' : 'E_BUSY';
  const reason = `${entry.queue.queued} requests wait for their turn`;
  const retryAfterMs = retryAfter(Math.max(wait - mostMs, wait / 4));
  return { refusal: { code, reason }, retryAfterMs };
}

/** When it makes sense to ask again: when about a quarter of what fills the node is done. */
function busyMore(
  { entry }: RequestPlane,
  { code }: Refusal,
  request: SignatureRequest,
): { readonly retryAfterMs?: number } {
  if (code !== 'E_BUSY' && code !== 'E_RATE_LIMITED') return {};
  return { retryAfterMs: retryAfter(waitMs(entry.queue, toHex(request.requester)) / 4) };
}

function retryAfter(ms: number): number {
  return Math.ceil(Math.min(RETRY_MS_MAX, Math.max(RETRY_MS_MIN, ms)));
}

/** The caller went away: nobody is told any more, but what is being signed goes on. */
export function callerGone(entry: Entry, call: number): void {
  for (const open of entry.open.values()) open.calls.delete(call);
  for (const { calls } of entry.collecting.values()) calls.delete(call);
}

/** What became of a request that this node answered, if it remembers, and who asked for it. */
export function answerOf(entry: Entry, id: Uint8Array): Answer | undefined {
  return entry.answers.byId.get(toHex(id));
}

/** Deletes what is over: answers of a day ago, and what signers remember of past windows. */
export function forgetOld(plane: RequestPlane): void {
  const { context, entry, signing } = plane;
  const { wallMs } = context.clocks;
  deleteAnswers(context, dropOldRequests(entry.requests, wallMs));
  forgetHeld(signing.held, wallMs);
  forgetClaims(signing.signerRequests, wallMs);
  forgetCancels(context, signing.signerRequests);
}

/** Timers of the request plane. False when this is none. */
export function requestTimer(plane: RequestPlane, kind: string, id: string): boolean {
  switch (kind) {
    case 'expire':
      deadlineTimer(plane);
      return true;
    case EPOCH_AGAIN_TIMER:
      epochTimer(plane, id);
      return true;
    case 'again':
      resumeTimer(plane, id);
      return true;
    case 'next':
      handOverTimer(plane, id);
      return true;
    case 'tell':
      tellResults(plane.context, plane.entry.untold);
      return true;
    case 'cancel':
      cancelTimer(plane, id);
      return true;
    default:
      return false;
  }
}

/** A node is gone: whoever waits for its word goes on without. */
export function requestPeerDown(plane: RequestPlane, host: HostId): void {
  plane.forwards.peerDown(host);
  resumePeerDown(plane, host);
  cancelPeerDown(plane, host);
}

/** How much there is of everything that requests make a node remember. */
export function requestSizes({
  entry,
  signing,
  forwards,
}: RequestPlane): readonly { readonly pool: string; readonly size: number }[] {
  return [
    { pool: 'requests open', size: entry.open.size },
    { pool: 'requests waiting', size: entry.queue.queued },
    { pool: 'requests claimed', size: signing.signerRequests.byKey.size },
    { pool: 'requests cancelled', size: signing.signerRequests.cancelled.size },
    { pool: 'calls of others', size: forwards.waiting() },
  ];
}
