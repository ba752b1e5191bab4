/**
 * What an entry node says to those who asked.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  type Refusal,
  requestId,
  type Seat,
  type SignatureRequest,
  type SignOutcome,
} from '@permafrost/protocol';
import { encodeMessage, permafrost } from '@permafrost/wire';
import { nameOf } from '../directory.ts';
import type { HostId } from '../effects.ts';
import { keyOfPeerId } from '../peer-key.ts';
import { keepAnswer } from '../tables/answers.ts';
import { hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import type { Answered } from '../tables/requests-entry.ts';
import { type CoreContext, count, type Failure, names } from './context.ts';
import type { Entry } from './entry-state.ts';
import { hintFor, rpcError } from './failures.ts';
import { lostWords } from './lost.ts';

export type SignProgress = permafrost.v1.SignProgress.$Properties;

/** Ends these calls with an answer. */
export function answer(
  context: CoreContext,
  entry: Entry,
  given: {
    readonly id: Uint8Array;
    readonly request: SignatureRequest;
    readonly calls: Iterable<number>;
    readonly progress: SignProgress;
  },
): void {
  const { id, request, calls, progress } = given;
  const body = encodeMessage(permafrost.v1.RpcResponse, { sign: { ...progress, requestId: id } });
  if (progress.state !== 'denied') {
    const requester = toHex(keyOfPeerId(request.requester) ?? new Uint8Array());
    keepAnswer(entry.answers, toHex(id), { requester, body });
  }
  for (const call of calls) context.act(toHex(id), { type: 'respond', call, body, more: false });
}

/** Says how far a request has come. */
export function tell(context: CoreContext, id: Uint8Array, call: number, state: string): void {
  const body = encodeMessage(permafrost.v1.RpcResponse, { sign: { state, requestId: id } });
  context.act(toHex(id), { type: 'respond', call, body, more: true });
}

/** `key`: where this node is a member of it. */
export function signed(
  answered: Answered,
  {
    attempts = [],
    key,
  }: { readonly attempts?: SignProgress['attempts']; readonly key?: KeyEntry | undefined } = {},
): SignProgress {
  const { request, signature, epoch, signers } = answered;
  const isUnknown = (attempts ?? []).length === 0;
  const isChild = request.path !== '' && key !== undefined;
  return {
    state: 'signed',
    signature,
    publicKey: request.publicKey,
    ...(isChild ? { rawKey: key.suite.encodeElement(key.publicKeys.verifyingKey) } : {}),
    epoch,
    signers: [...signers],
    attempts: isUnknown ? [{ signers: [...signers], excluded: [] }] : (attempts ?? []),
  };
}

/** A request that was not let in. */
export function denied(
  context: CoreContext,
  request: SignatureRequest,
  refusal: Refusal,
  more: {
    readonly key?: KeyEntry | undefined;
    readonly retryAfterMs?: number | undefined;
    readonly isAsked?: boolean;
  } = {},
): SignProgress {
  const { key, retryAfterMs, isAsked = false } = more;
  count(context, 'requests', { outcome: 'denied', code: refusal.code });
  const name = key === undefined ? toHex(request.keyId) : key.proposal.name;
  const what = isAsked ? 'this request was refused now' : 'nothing was signed';
  const failure: Failure = {
    code: refusal.code,
    message: `${what} with ${name}: ${refusal.reason}`,
    hint: hintFor(refusal.code, name),
    requestId: toHex(requestId(request)),
    nothingSigned: isAsked ? 'unknown' : 'true',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  return { state: 'denied', error: rpcError(context, failure) };
}

/** A request that was let in and ended without a signature, for a reason of its own. */
export function ended(
  context: CoreContext,
  request: SignatureRequest,
  refusal: Refusal,
  more: { readonly key: KeyEntry | undefined; readonly isAsked: boolean },
): SignProgress {
  const { key, isAsked } = more;
  const name = key === undefined ? toHex(request.keyId) : key.proposal.name;
  const failure: Failure = {
    code: refusal.code,
    message: `${isAsked ? 'no signature' : 'nothing was signed'} with ${name}: ${refusal.reason}`,
    hint: hintFor(refusal.code, name),
    requestId: toHex(requestId(request)),
    nothingSigned: isAsked ? 'unknown' : 'true',
  };
  const state = refusal.code === 'E_DEADLINE' ? 'expired' : 'failed';
  return { state, error: rpcError(context, failure) };
}

type Failed = Extract<SignOutcome, { readonly type: 'failed' }>;

/** A request that members could not, or would not, sign. */
export function outcomeFailed(
  context: CoreContext,
  key: KeyEntry,
  request: SignatureRequest,
  outcome: Failed & { readonly isAsked: boolean },
): SignProgress {
  const hosts = hostsOf(key);
  const down = hostsAt(
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
      isShort && who !== ''
        ? (lostWords(context, key) ?? `start ${who}, then repeat the request`)
        : hintFor(outcome.code, name),
    blame: hostsAt(hosts, outcome.blame),
    requestId: toHex(requestId(request)),
    nothingSigned: outcome.isAsked ? 'unknown' : 'true',
    need: outcome.need,
    have: outcome.have,
    down,
  };
  const error = rpcError(context, failure);
  const state = outcome.code === 'E_DEADLINE' ? 'expired' : 'failed';
  return { state, error, attempts: attemptsOf(context, hosts, outcome) };
}

/** Attempts with names in the place of seats. */
export function attemptsOf(
  context: CoreContext,
  hosts: readonly HostId[],
  { attempts }: Pick<SignOutcome, 'attempts'>,
): NonNullable<SignProgress['attempts']> {
  return attempts.map(({ signers, excluded }) => ({
    signers: [...names(context, hostsAt(hosts, signers))],
    excluded: excluded.map(({ seat, reason }) => ({
      node: nameOf(context.directory, hosts[seat - 1] ?? ''),
      reason,
    })),
  }));
}

export function hostsAt(hosts: readonly HostId[], seats: readonly Seat[]): readonly HostId[] {
  return seats.map((seat) => hosts[seat - 1]).filter((host) => host !== undefined);
}
