/**
 * Requests at their entry node: checked, let in, coordinated here or handed to a member, and
 * answered with the same bytes however often they come.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  encodeRequest,
  type Refusal,
  requestFromMessage,
  requestId,
  requestRefusal,
  type SignatureRequest,
  type SignOutcome,
  verifyRequest,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, permafrost } from '@permafrost/wire';
import { nameOf } from '../directory.ts';
import { keyOfPeerId } from '../peer-key.ts';
import { hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import {
  type Answered,
  admitRequest,
  closeAnswered,
  closeFailed,
  createEntryRequests,
  dropOldRequests,
  type EntryRequests,
  wasAsked,
} from '../tables/requests-entry.ts';
import { type CoreContext, count, type Failure, log, names } from './context.ts';
import { coordinateRequest } from './coordinator.ts';
import { hintFor, rpcError } from './failures.ts';
import { decide, isRequester, type Signing, type SigningHooks } from './signing.ts';

export type Entry = {
  readonly requests: EntryRequests;
  /** Calls that wait for a request, by hex request id. */
  readonly waiting: Map<string, Set<number>>;
  /** What ended lately, for those who ask again without the request: hex request id → answer. */
  readonly answers: Map<string, Uint8Array>;
  /** Since when this node remembers, milliseconds since 1970. */
  sinceMs: number;
};

/** Answers kept for `sign.get`. */
const ANSWERS_MAX = 10_000;

export function createEntry(): Entry {
  return { requests: createEntryRequests(), waiting: new Map(), answers: new Map(), sinceMs: 0 };
}

/** Where a request of a key that is not ours could be signed. */
export type Elsewhere = (keyId: Uint8Array, call: number, body: Uint8Array) => boolean;

export function submit(
  context: CoreContext,
  entry: Entry,
  signing: Signing,
  given: {
    readonly call: number;
    readonly caller: string;
    readonly message: permafrost.v1.SignSubmitRequest.$Properties;
    readonly body: Uint8Array;
  },
  hooks: SigningHooks & { readonly elsewhere: Elsewhere },
): void {
  const { call, caller, message } = given;
  // Throws WireError on a malformed request, which the caller answers.
  const request = requestFromMessage(message.request);
  const id = requestId(request);
  const key = context.keys.byId.get(toHex(request.keyId));
  const isForwarded = message.forwarded === true && context.directory.byHost.has(caller);
  const refusal =
    wrongCaller(request, caller, isForwarded) ??
    (key === undefined ? undefined : wrongRequest(context, key, request));
  if (refusal !== undefined) {
    decide(context, { request, requestId: id }, 'deny', refusal.reason);
    const isAsked = mayBeAsked(entry, request, refusal.code);
    answer(context, entry, id, [call], failed(context, request, key, refusal, { isAsked }));
    return;
  }
  if (key === undefined) {
    if (!isForwarded && hooks.elsewhere(request.keyId, call, given.body)) return;
    const unknown = { code: 'E_UNKNOWN_KEY', reason: 'no such key here' } as const;
    answer(context, entry, id, [call], failed(context, request, undefined, unknown));
    return;
  }
  const admitted = admitRequest(entry.requests, request, context.clocks.wallMs);
  switch (admitted.type) {
    case 'answered':
      answer(context, entry, id, [call], signed(context, key, admitted.answer, []));
      return;
    case 'refused': {
      const { retryAfterMs } = admitted;
      const isAsked = mayBeAsked(entry, request, admitted.code);
      answer(context, entry, id, [call], {
        ...failed(context, request, key, admitted, { retryAfterMs, isAsked }),
      });
      return;
    }
    case 'open':
      entry.waiting.get(toHex(id))?.add(call);
      return;
    case 'new': {
      const { isAsked } = admitted;
      entry.waiting.set(toHex(id), new Set([call]));
      if (message.watch === true) tell(context, id, call, 'signing');
      const startedMs = context.clocks.monotonicMs;
      const done = (outcome: SignOutcome) =>
        finish(context, entry, { key, request, outcome, startedMs, isAsked });
      coordinateRequest(context, signing, { key, request, canary: false, done }, hooks);
      return;
    }
  }
}

/** The caller went away: nobody is told any more, but what is being signed goes on. */
export function callerGone(entry: Entry, call: number): void {
  for (const calls of entry.waiting.values()) calls.delete(call);
}

/** What became of a request that this node answered, if it remembers. */
export function answerOf(entry: Entry, id: Uint8Array): Uint8Array | undefined {
  return entry.answers.get(toHex(id));
}

/** Deletes what is a day old. */
export function forgetOld(context: CoreContext, entry: Entry): void {
  deleteAnswers(context, dropOldRequests(entry.requests, context.clocks.wallMs));
}

export function requestPath(request: SignatureRequest): string {
  return `request/${toHex(request.requester)}/${toHex(request.idempotencyKey)}`;
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

function finish(
  context: CoreContext,
  entry: Entry,
  about: {
    readonly key: KeyEntry;
    readonly request: SignatureRequest;
    readonly outcome: SignOutcome;
    readonly startedMs: number;
    /** Shares of it were asked for before. */
    readonly isAsked: boolean;
  },
): void {
  const { key, request, outcome, startedMs } = about;
  const id = requestId(request);
  const calls = [...(entry.waiting.get(toHex(id)) ?? [])];
  entry.waiting.delete(toHex(id));
  const hosts = hostsOf(key);
  const attempts = outcome.attempts.map(({ signers, excluded }) => ({
    signers: [...names(context, at(hosts, signers))],
    excluded: excluded.map(({ seat, reason }) => ({
      node: nameOf(context.directory, hosts[seat - 1] ?? ''),
      reason,
    })),
  }));
  const elapsedMs = Math.round(context.clocks.monotonicMs - startedMs);
  if (outcome.type === 'failed') {
    const isAsked =
      about.isAsked || outcome.nothingSigned !== true || isOlder(entry, request, outcome.code);
    closeFailed(entry.requests, request, context.clocks.wallMs, isAsked);
    count(context, 'requests', { outcome: 'failed', code: outcome.code });
    log(context, 'warn', 'request failed', {
      key: key.proposal.name,
      request: toHex(id),
      code: outcome.code,
      reason: outcome.reason,
      down: names(
        context,
        at(
          hosts,
          outcome.down.map(({ seat }) => seat),
        ),
      ),
    });
    const progress = outcomeFailed(context, key, request, { ...outcome, isAsked });
    answer(context, entry, id, calls, { ...progress, attempts });
    return;
  }
  const signers = names(context, at(hosts, outcome.signers));
  const { signature } = outcome;
  const atMs = context.clocks.wallMs;
  const answered: Answered = { request, signature, epoch: key.epoch, signers, atMs };
  deleteAnswers(context, closeAnswered(entry.requests, answered));
  // On disk before it is told: whoever asks again gets these bytes, also after a restart.
  context.act(toHex(id), {
    type: 'persist',
    changes: [{ type: 'put', key: requestPath(request), value: recordOf(answered) }],
  });
  count(context, 'requests', { outcome: 'signed', code: '' });
  log(context, 'info', 'signed', {
    key: key.proposal.name,
    request: toHex(id),
    signers,
    attempts: attempts.length,
    elapsedMs,
  });
  answer(context, entry, id, calls, signed(context, key, answered, attempts));
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

function deleteAnswers(context: CoreContext, dropped: readonly Answered[]): void {
  if (dropped.length === 0) return;
  context.act(undefined, {
    type: 'persist',
    changes: dropped.map(({ request }) => ({ type: 'delete', key: requestPath(request) })),
  });
}

function wrongCaller(
  request: SignatureRequest,
  caller: string,
  isForwarded: boolean,
): Refusal | undefined {
  const key = keyOfPeerId(request.requester);
  if (key === undefined) return { code: 'E_BAD_REQUEST', reason: 'the requester is no PeerId' };
  if (!isForwarded && toHex(key) !== caller) {
    return { code: 'E_FORBIDDEN', reason: 'the request is in the name of another requester' };
  }
  return undefined;
}

function wrongRequest(
  context: CoreContext,
  key: KeyEntry,
  request: SignatureRequest,
): Refusal | undefined {
  const requesterKey = keyOfPeerId(request.requester);
  if (requesterKey === undefined || !isRequester(key, request.requester)) {
    return { code: 'E_FORBIDDEN', reason: 'not a requester of this key' };
  }
  if (context.options.denied.has(toHex(requesterKey))) {
    return { code: 'E_FORBIDDEN', reason: 'this node refuses this requester' };
  }
  if (request.suite !== key.suite.id) {
    return { code: 'E_SUITE_MISMATCH', reason: `the key is ${key.suite.id}` };
  }
  if (toHex(request.publicKey) !== toHex(key.publicKey)) {
    return { code: 'E_BAD_REQUEST', reason: 'the key has another public key than was pinned' };
  }
  if (!verifyRequest(request, requesterKey)) {
    return { code: 'E_FORBIDDEN', reason: 'the requester did not sign this request' };
  }
  if (key.state !== 'active') {
    return { code: 'E_KEY_STATE', reason: `the key is ${key.state}` };
  }
  // At its own entry node a request gets no grace: nothing was given away yet.
  if (request.deadlineMs <= context.clocks.wallMs) {
    return { code: 'E_DEADLINE', reason: 'the deadline has passed' };
  }
  return requestRefusal(request, { nowMs: context.clocks.wallMs });
}

/** Refusals of requests that may have been good before this node started. */
const OF_LATE: readonly string[] = ['E_DEADLINE', 'E_KEY_STATE', 'E_BUSY', 'E_THRESHOLD'];

/** Whether shares of this request may have been asked for here, also before a restart. */
function mayBeAsked(entry: Entry, request: SignatureRequest, code: string): boolean {
  return wasAsked(entry.requests, request) || isOlder(entry, request, code);
}

function isOlder({ sinceMs }: Entry, { notBeforeMs }: SignatureRequest, code: string): boolean {
  return OF_LATE.includes(code) && notBeforeMs < sinceMs;
}

type Progress = permafrost.v1.SignProgress.$Properties;

function answer(
  context: CoreContext,
  entry: Entry,
  id: Uint8Array,
  calls: readonly number[],
  sign: Progress,
): void {
  const body = encodeMessage(permafrost.v1.RpcResponse, { sign: { ...sign, requestId: id } });
  if (sign.state !== 'denied') {
    entry.answers.set(toHex(id), body);
    for (const oldest of entry.answers.keys()) {
      if (entry.answers.size <= ANSWERS_MAX) break;
      entry.answers.delete(oldest);
    }
  }
  for (const call of calls) context.act(toHex(id), { type: 'respond', call, body, more: false });
}

function tell(context: CoreContext, id: Uint8Array, call: number, state: string): void {
  const body = encodeMessage(permafrost.v1.RpcResponse, { sign: { state, requestId: id } });
  context.act(toHex(id), { type: 'respond', call, body, more: true });
}

function signed(
  _context: CoreContext,
  key: KeyEntry,
  answered: Answered,
  attempts: Progress['attempts'],
): Progress {
  const { signature, epoch, signers } = answered;
  return {
    state: 'signed',
    signature,
    publicKey: key.publicKey,
    epoch,
    signers: [...signers],
    attempts:
      attempts === undefined || attempts === null || attempts.length === 0
        ? [{ signers: [...signers], excluded: [] }]
        : attempts,
  };
}

function failed(
  context: CoreContext,
  request: SignatureRequest,
  key: KeyEntry | undefined,
  refusal: Refusal,
  more: { readonly retryAfterMs?: number | undefined; readonly isAsked?: boolean } = {},
): Progress {
  const { retryAfterMs, isAsked = false } = more;
  const id = toHex(requestId(request));
  count(context, 'requests', { outcome: 'denied', code: refusal.code });
  const name = key === undefined ? toHex(request.keyId) : key.proposal.name;
  const failure: Failure = {
    code: refusal.code,
    message: `${isAsked ? 'this request was refused now' : 'nothing was signed'} with ${name}: ${refusal.reason}`,
    hint: hintFor(refusal.code, name),
    requestId: id,
    nothingSigned: isAsked ? 'unknown' : 'true',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  return { state: 'denied', error: rpcError(context, failure) };
}

function outcomeFailed(
  context: CoreContext,
  key: KeyEntry,
  request: SignatureRequest,
  outcome: Extract<SignOutcome, { readonly type: 'failed' }> & { readonly isAsked: boolean },
): Progress {
  const hosts = hostsOf(key);
  const down = at(
    hosts,
    outcome.down.map(({ seat }) => seat),
  );
  const who = names(context, down).join(', ');
  const name = key.proposal.name;
  const isShort = outcome.code === 'E_THRESHOLD';
  const message = isShort
    ? `nothing was signed with ${name}: it needs ${outcome.need} nodes, ${outcome.have} can sign${
        who === '' ? '' : ` (not ${who})`
      }`
    : `nothing was signed with ${name}: ${outcome.reason}`;
  const failure: Failure = {
    code: outcome.code,
    message,
    hint:
      isShort && who !== '' ? `start ${who}, then repeat the request` : hintFor(outcome.code, name),
    blame: at(hosts, outcome.blame),
    requestId: toHex(requestId(request)),
    nothingSigned: outcome.isAsked ? 'unknown' : 'true',
    need: outcome.need,
    have: outcome.have,
    down,
  };
  return { state: 'failed', error: rpcError(context, failure) };
}

function at(hosts: readonly string[], seats: readonly number[]): readonly string[] {
  return seats.map((seat) => hosts[seat - 1]).filter((host) => host !== undefined);
}
