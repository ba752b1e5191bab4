/**
 * Requests of keys that this node has no share of: a member coordinates. When it is lost, or late,
 * the next one goes on, and asks first what the one before it came to.
 * @module
 */

import { DecodeError, fromHex, TH, toHex } from '@permafrost/frost';
import { compareBytes, encodeRequest, signatureKey } from '@permafrost/protocol';
import { decodeMessage, encodeMessage, permafrost, WireError } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { isUp } from '../tables/peers.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import type { CoreContext } from './context.ts';
import { ended } from './entry-answers.ts';
import type { OpenRequest, RequestPlane } from './entry-state.ts';
import { holdersOf } from './epochs-known.ts';
import { finishFailed, finishSigned } from './finish.ts';

export type HandedOver = {
  /** Members that may still be asked, the next one first. */
  readonly rest: HostId[];
  /** Members that were asked and have not answered. */
  readonly pending: Set<HostId>;
  tries: number;
  /** What the first of them said that could not do it. */
  trouble: permafrost.v1.RpcError.$Properties | undefined;
};

/** How long a member may take before the next one is asked besides it. */
const NEXT_AFTER_MS = 3_000;

/** Codes that are one member's own trouble. */
const MEMBER_TROUBLE: readonly string[] = [
  'E_BUSY',
  'E_SEALED',
  'E_CLOCK_SKEW',
  'E_UNKNOWN_KEY',
  'E_STORE_LOCKED',
  'E_STORE_TAMPERED',
];

/** The proposal of a key that this node is no member of. */
export function keyElsewhere(plane: RequestPlane, keyId: Uint8Array): ProposalEntry | undefined {
  const { context, entry } = plane;
  const id = toHex(keyId);
  const known = context.proposals.byId.get(entry.elsewhere.get(id) ?? '');
  const one = known ?? plane.proposalOfKey(keyId);
  if (one === undefined || holdersOf(context, one).includes(context.self)) return undefined;
  entry.elsewhere.set(id, one.id);
  for (const oldest of entry.elsewhere.keys()) {
    if (entry.elsewhere.size <= ELSEWHERE_MAX) break;
    entry.elsewhere.delete(oldest);
  }
  return one;
}

const ELSEWHERE_MAX = 1_024;

/** Members in the order in which they coordinate a request: the same one for all entry nodes. */
export function coordinatorOrder(
  requestId: Uint8Array,
  members: readonly HostId[],
): readonly HostId[] {
  return members
    .map((host) => ({ host, rank: TH('sign/order', requestId, fromHex(host)) }))
    .sort((a, b) => compareBytes(a.rank, b.rank))
    .map(({ host }) => host);
}

export function handOver(plane: RequestPlane, open: OpenRequest): void {
  const { context, entry } = plane;
  const one = keyElsewhere(plane, open.request.keyId);
  const members = one === undefined ? [] : holdersOf(context, one);
  const up = coordinatorOrder(open.requestId, members).filter((host) => isUp(context.peers, host));
  // More of them than the key can spare would not help.
  const most = members.length - (one?.proposal.minSigners ?? 1) + 1;
  const rest = up.slice(0, Math.max(1, most));
  const handed: HandedOver = { rest, pending: new Set(), tries: 0, trouble: undefined };
  entry.handedOver.set(open.id, handed);
  next(plane, open, handed);
}

/** The member that has the request is late. */
export function handOverTimer(plane: RequestPlane, id: string): void {
  const handed = plane.entry.handedOver.get(id);
  const open = plane.entry.open.get(id);
  if (handed === undefined || open === undefined || handed.rest.length === 0) return;
  next(plane, open, handed);
}

function next(plane: RequestPlane, open: OpenRequest, handed: HandedOver): void {
  const { context, forwards } = plane;
  const host = handed.rest.shift();
  if (host === undefined) {
    if (handed.pending.size === 0) nobody(plane, open, handed);
    return;
  }
  const request = decodeMessage(permafrost.v1.SignatureRequest, encodeRequest(open.request));
  const isRepeated = handed.tries > 0 || open.isResumed || open.isAsked;
  const signSubmit = { request, forwarded: true, ...(isRepeated ? { resume: true } : {}) };
  handed.tries++;
  handed.pending.add(host);
  const body = encodeMessage(permafrost.v1.RpcRequest, { signSubmit });
  forwards.ask(host, body, (answer) => {
    // It may have ended meanwhile: by another member, its requester or its deadline.
    if (plane.entry.handedOver.get(open.id) !== handed) return;
    handed.pending.delete(host);
    take(plane, open, handed, answer === undefined ? undefined : progressIn(answer));
  });
  if (handed.rest.length > 0) {
    const id = `next/${open.id}`;
    context.act(undefined, { type: 'timer', id, afterMs: NEXT_AFTER_MS });
  }
}

type Progress = permafrost.v1.SignProgress.$Properties;

/** What a member says became of the request; undefined for anything else. */
function progressIn(body: Uint8Array): Progress | undefined {
  try {
    const { sign, error } = decodeMessage(permafrost.v1.RpcResponse, body);
    return sign ?? (error ? { state: 'failed', error } : undefined);
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    return undefined;
  }
}

function take(
  plane: RequestPlane,
  open: OpenRequest,
  handed: HandedOver,
  progress: Progress | undefined,
): void {
  const { context, entry } = plane;
  const signature = Uint8Array.from(progress?.signature ?? []);
  if (progress?.state === 'signed' && verifies(plane, open, progress)) {
    entry.handedOver.delete(open.id);
    const signers = signersTold(context, progress.signers ?? []);
    finishSigned(plane, open, { signature, epoch: progress.epoch ?? 0, signers });
    return;
  }
  const error = progress?.error ?? undefined;
  if (error !== undefined && !MEMBER_TROUBLE.includes(error.code ?? '')) {
    entry.handedOver.delete(open.id);
    refused(plane, open, error);
    return;
  }
  handed.trouble ??= error;
  next(plane, open, handed);
}

/** Whom a member names as signers: its word alone, so at least nodes of the roster, once each. */
function signersTold({ directory }: CoreContext, told: readonly string[]): readonly string[] {
  const known = new Set(directory.all.map(({ name }) => name));
  return [...new Set(told)].filter((name) => known.has(name));
}

/** Under the key that its requester signed for: a member is not believed. */
function verifies(
  { context }: RequestPlane,
  { request }: OpenRequest,
  { signature, rawKey }: Progress,
): boolean {
  const suite = context.options.suiteOf(request.suite);
  try {
    const publicKey = signatureKey(suite, request, rawKey ?? new Uint8Array());
    const { message } = request;
    return suite.verify({ publicKey, message, signature: signature ?? new Uint8Array() });
  } catch (error) {
    // No raw key of the pinned one.
    if (!(error instanceof RangeError) && !(error instanceof DecodeError)) throw error;
    return false;
  }
}

/**
 * Hands on what a member said, and never a promise of it: who has the request may have it signed,
 * whatever it says.
 */
function refused(
  plane: RequestPlane,
  open: OpenRequest,
  error: permafrost.v1.RpcError.$Properties,
): void {
  const progress = { state: 'failed', error: { ...error, nothingSigned: 'unknown' } };
  const code = 'E_THRESHOLD';
  finishFailed(plane, open, { code, reason: error.message ?? '', progress, isAsked: true });
}

function nobody(plane: RequestPlane, open: OpenRequest, handed: HandedOver): void {
  plane.entry.handedOver.delete(open.id);
  if (handed.trouble !== undefined) {
    refused(plane, open, handed.trouble);
    return;
  }
  const isAsked = handed.tries > 0 || open.isAsked || open.isResumed;
  const refusal = { code: 'E_THRESHOLD', reason: 'no member of this key answers' } as const;
  const progress = ended(plane.context, open.request, refusal, { key: undefined, isAsked });
  finishFailed(plane, open, { ...refusal, progress, isAsked });
}
