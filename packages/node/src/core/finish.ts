/**
 * How a request at its entry node ends: with a signature that is stored before anybody hears of it
 * and told to all members, or without one and with an honest word on what may still come of it.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  encodeRequest,
  type Refusal,
  type ResumedSignature,
  requestFromMessage,
  type SignatureRequest,
  type SignOutcome,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, permafrost } from '@permafrost/wire';
import { hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import { type Answered, closeAnswered, closeFailed } from '../tables/requests-entry.ts';
import { holdKnown } from '../tables/requests-held.ts';
import { dequeue, noteEnd } from '../tables/requests-queue.ts';
import { type CoreContext, count, log, logAbout, names } from './context.ts';
import {
  answer,
  attemptsOf,
  ended,
  hostsAt,
  outcomeFailed,
  type SignProgress,
  signed,
} from './entry-answers.ts';
import type { Entry, OpenRequest, RequestPlane } from './entry-state.ts';
import { tellResultSoon } from './held.ts';
import { pump } from './start.ts';

/** A request that was coordinated here came to its end. */
export function finishOutcome(
  plane: RequestPlane,
  open: OpenRequest,
  key: KeyEntry,
  outcome: SignOutcome,
): void {
  const { context } = plane;
  const attempts = attemptsOf(context, hostsOf(key), outcome);
  if (outcome.type === 'signed') {
    finishWithSignature(plane, open, key, { ...outcome, attempts });
    return;
  }
  const isAsked = mayComeToSomething(plane.entry, open, {
    code: outcome.code,
    isAsked: outcome.nothingSigned !== true,
  });
  const down = hostsAt(
    hostsOf(key),
    outcome.down.map(({ seat }) => seat),
  );
  const progress = outcomeFailed(context, key, open.request, { ...outcome, isAsked });
  finishFailed(plane, open, { ...outcome, progress, isAsked, down: names(context, down) });
}

/** There is a signature of this key, made now or found to be made before. It was verified. */
export function finishWithSignature(
  plane: RequestPlane,
  open: OpenRequest,
  key: KeyEntry,
  made: ResumedSignature & { readonly attempts?: SignProgress['attempts'] },
): void {
  const { context, signing } = plane;
  const { signature, signers } = made;
  const hosts = hostsOf(key);
  const result = { signature, signers };
  holdKnown(signing.held, open, result);
  tellResultSoon(context, plane.entry.untold, { to: hosts, requestId: open.requestId, result });
  const told = isQuorum(signers, key) ? signers : [];
  const by = names(context, hostsAt(hosts, told));
  finishSigned(plane, open, { signature, epoch: key.epoch, signers: by, attempts: made.attempts });
}

/**
 * Whether these may be the signers of a signature. One that others told proves that as many members
 * as it takes gave their shares, and not which: who they were is the word of who told it.
 */
function isQuorum(signers: readonly number[], { group, publicKeys }: KeyEntry): boolean {
  const isMember = (seat: number): boolean => seat >= 1 && seat <= group.members.length;
  const distinct = new Set(signers);
  const isAsMany = distinct.size === signers.length && signers.length === publicKeys.minSigners;
  return isAsMany && signers.every(isMember);
}

/** Stores a verified signature, then tells whoever waits for it. */
export function finishSigned(
  plane: RequestPlane,
  open: OpenRequest,
  made: {
    readonly signature: Uint8Array;
    readonly epoch: number;
    /** Roster names. */
    readonly signers: readonly string[];
    readonly attempts?: SignProgress['attempts'];
  },
): void {
  const { context, entry } = plane;
  const { request, requestId } = open;
  const { signature, epoch, signers, attempts } = made;
  const answered: Answered = { request, signature, epoch, signers, atMs: context.clocks.wallMs };
  deleteAnswers(context, closeAnswered(entry.requests, answered));
  // On disk before it is told: whoever asks again gets these bytes, also after a restart.
  context.act(open.id, {
    type: 'persist',
    changes: [{ type: 'put', key: requestPath(request), value: recordOf(answered) }],
  });
  count(context, 'requests', { outcome: 'signed', code: '' });
  log(context, 'info', 'signed', {
    key: nameOfKey(open),
    request: open.id,
    signers,
    attempts: attempts?.length ?? 0,
    elapsedMs: Math.round(context.clocks.monotonicMs - open.startedMs),
  });
  const progress = signed(answered, { attempts, key: open.key });
  answer(context, entry, { id: requestId, request, calls: open.calls.keys(), progress });
  close(plane, open);
}

/** The request ends without a signature of ours. */
export function finishFailed(
  plane: RequestPlane,
  open: OpenRequest,
  why: Refusal & {
    readonly progress: SignProgress;
    readonly isAsked: boolean;
    readonly down?: readonly string[];
  },
): void {
  const { context, entry } = plane;
  closeFailed(entry.requests, open.request, context.clocks.wallMs, why.isAsked);
  count(context, 'requests', { outcome: 'failed', code: why.code });
  const fields = {
    key: nameOfKey(open),
    request: open.id,
    code: why.code,
    reason: why.reason,
    down: why.down ?? [],
  };
  logAbout(context, open.requester, { level: 'warn', event: 'request failed', fields });
  const { progress } = why;
  const { requestId: id, request } = open;
  answer(context, entry, { id, request, calls: open.calls.keys(), progress });
  close(plane, open);
}

/** Stops a request for a reason of its own: its deadline, or its requester. */
export function giveUp(plane: RequestPlane, open: OpenRequest, refusal: Refusal): void {
  const wasAsked = stopWork(plane, open);
  const { code } = refusal;
  const isAsked = mayComeToSomething(plane.entry, open, { code, isAsked: wasAsked });
  const progress = ended(plane.context, open.request, refusal, { key: open.key, isAsked });
  finishFailed(plane, open, { ...refusal, progress, isAsked });
}

/**
 * Ends what this node does for a request. Whether members may have been asked for shares by now:
 * what was asked may still be answered.
 */
export function stopWork({ entry, signing }: RequestPlane, { id, state }: OpenRequest): boolean {
  if (state === 'queued') return false;
  if (entry.resuming.delete(id)) return false;
  if (entry.betweenEpochs.delete(id)) return false;
  const isHandedOver = entry.handedOver.delete(id);
  const running = signing.running.get(id);
  running?.session.cancel();
  signing.running.delete(id);
  return isHandedOver || running !== undefined;
}

/** Whether a signature of the request may still come from somewhere. */
function mayComeToSomething(
  entry: Entry,
  open: OpenRequest,
  now: { readonly code: string; readonly isAsked: boolean },
): boolean {
  return now.isAsked || open.isAsked || open.isResumed || isOlder(entry, open.request, now.code);
}

function close(plane: RequestPlane, open: OpenRequest): void {
  const { entry, context } = plane;
  if (!entry.open.delete(open.id)) return;
  if (open.state === 'running') noteEnd(entry.queue, context.clocks.monotonicMs);
  else dequeue(entry.queue, open.requester, open.id);
  pump(plane);
}

/** Refusals of requests that may have been good before this node started. */
const OF_LATE: readonly string[] = [
  'E_DEADLINE',
  'E_KEY_STATE',
  'E_BUSY',
  'E_RATE_LIMITED',
  'E_THRESHOLD',
  'E_CANCELLED',
];

/** Whether a request may have been asked for here before this node started. */
export function isOlder(
  { sinceMs }: Entry,
  { notBeforeMs }: SignatureRequest,
  code: string,
): boolean {
  return OF_LATE.includes(code) && notBeforeMs < sinceMs;
}

export function requestPath(request: SignatureRequest): string {
  return `request/${toHex(request.requester)}/${toHex(request.idempotencyKey)}`;
}

export function deleteAnswers(context: CoreContext, dropped: readonly Answered[]): void {
  if (dropped.length === 0) return;
  context.act(undefined, {
    type: 'persist',
    changes: dropped.map(({ request }) => ({ type: 'delete', key: requestPath(request) })),
  });
}

/** Reads a stored answer. @throws WireError when our own store holds nonsense */
export function answerFromRecord(bytes: Uint8Array): Answered {
  const message = decodeMessage(permafrost.v1.StoredRequest, bytes);
  return {
    request: requestFromMessage(message.request),
    signature: Uint8Array.from(message.signature),
    epoch: message.epoch,
    signers: message.signers,
    atMs: Number(message.atMs),
  };
}

function recordOf(answered: Answered): Uint8Array {
  return encodeMessage(permafrost.v1.StoredRequest, {
    request: decodeMessage(permafrost.v1.SignatureRequest, encodeRequest(answered.request)),
    signature: answered.signature,
    epoch: answered.epoch,
    signers: [...answered.signers],
    atMs: answered.atMs,
  });
}

function nameOfKey({ key, request }: OpenRequest): string {
  return key === undefined ? toHex(request.keyId) : key.proposal.name;
}
