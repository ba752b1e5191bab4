/**
 * A request taken back by its requester: this node stops, and says whether it gave a share; and
 * asked by the requester, it tells all members and collects what they say.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import {
  cancelFromMessage,
  decodeCancel,
  decodeCancelled,
  encodeCancel,
  encodeCancelled,
  type NoShare,
  type SignCancel,
  signNoShare,
  verifyCancel,
  verifyNoShare,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { keyOfPeerId } from '../peer-key.ts';
import { admitsCancel } from '../tables/cancel-turns.ts';
import { hostsOf } from '../tables/keys-entry.ts';
import { isUp } from '../tables/peers.ts';
import {
  type Cancel,
  cancelRequest,
  cancelTag,
  dropOldCancels,
  restoreCancel,
  type SignerRequests,
} from '../tables/requests-signer.ts';
import { type CoreContext, count, sendTo } from './context.ts';
import type { RequestPlane } from './entry-state.ts';
import { holdersOf } from './epochs-known.ts';
import { giveUp } from './finish.ts';
import { keyElsewhere } from './hand-over.ts';

export type Collecting = {
  /** Hex request id. */
  readonly id: string;
  readonly calls: Set<number>;
  readonly members: readonly HostId[];
  /** Members that were told and have not answered. */
  readonly awaiting: Set<HostId>;
  readonly words: Map<HostId, NoShare>;
};

/** When a requester that took back too much at once may go on. */
const RETRY_AFTER_MS = 1_000;

/** Whose key it is, and whether this requester may use it. */
function keyOf(
  plane: RequestPlane,
  { keyId, requester }: SignCancel,
): { readonly members: readonly HostId[]; readonly isMember: boolean } | undefined {
  const key = plane.context.keys.byId.get(toHex(keyId));
  const one = key === undefined ? keyElsewhere(plane, keyId) : undefined;
  const requesters = (key ?? one)?.proposal.requesters ?? [];
  const wanted = toHex(requester);
  if (!requesters.some((id) => toHex(id) === wanted)) return undefined;
  if (key !== undefined) return { members: hostsOf(key), isMember: true };
  return one === undefined
    ? undefined
    : { members: holdersOf(plane.context, one), isMember: false };
}

/** `sign.cancel`, by the requester itself. @throws WireError */
export function cancelCall(
  plane: RequestPlane,
  given: {
    readonly call: number;
    readonly caller: string;
    readonly message: permafrost.v1.SignCancel.$Properties;
  },
): void {
  const { context, entry, forwards } = plane;
  const cancel = cancelFromMessage(given.message);
  const requesterKey = keyOfPeerId(cancel.requester);
  const id = toHex(cancel.requestId);
  const tag = cancelTag(id, toHex(cancel.requester));
  const key = keyOf(plane, cancel);
  const isOwn = requesterKey !== undefined && toHex(requesterKey) === given.caller;
  const isGenuine = isOwn && key !== undefined && verifyCancel(cancel, requesterKey);
  if (!isGenuine) {
    forwards.fail(given.call, {
      code: 'E_FORBIDDEN',
      message: 'a request is taken back by its requester alone, at a node that knows its key',
      hint: 'cancel with the identity that asked',
      requestId: id,
      nothingSigned: 'unknown',
    });
    return;
  }
  const known = entry.collecting.get(tag);
  if (known !== undefined) {
    known.calls.add(given.call);
    return;
  }
  const requester = toHex(cancel.requester);
  if (!admitsCancel(entry.cancelTurns, requester, context.clocks.monotonicMs)) {
    // What it asked of this node ends all the same.
    giveUpHere(plane, id, requester);
    forwards.fail(given.call, {
      code: 'E_RATE_LIMITED',
      message: 'too many cancels of this requester',
      hint: 'wait, then cancel again',
      requestId: id,
      retryAfterMs: RETRY_AFTER_MS,
      nothingSigned: 'unknown',
    });
    return;
  }
  count(context, 'cancels');
  const collecting: Collecting = {
    id,
    calls: new Set([given.call]),
    members: key.members,
    awaiting: new Set(),
    words: new Map(),
  };
  entry.collecting.set(tag, collecting);
  const own = cancelHere(plane, cancel);
  if (own !== undefined && key.isMember) collecting.words.set(context.self, own);
  for (const host of key.members) {
    if (host === context.self || !isUp(context.peers, host)) continue;
    collecting.awaiting.add(host);
  }
  const body = encodeCancel(cancel);
  const kind = limits.FRAME.signCancel;
  sendTo(context, undefined, { to: [...collecting.awaiting], lane: 'sign', kind, body });
  const afterMs = limits.CANCEL_WITHIN_MS;
  context.act(undefined, { type: 'timer', id: `cancel/${tag}`, afterMs });
  settle(plane, tag, collecting);
}

/** Another node says that a requester took its request back. @throws WireError */
export function onCancel(plane: RequestPlane, from: HostId, body: Uint8Array): void {
  const cancel = decodeCancel(body);
  const id = toHex(cancel.requestId);
  const requesterKey = keyOfPeerId(cancel.requester);
  const isGenuine =
    requesterKey !== undefined &&
    keyOf(plane, cancel)?.isMember === true &&
    verifyCancel(cancel, requesterKey);
  const word = isGenuine ? cancelHere(plane, cancel) : undefined;
  // After the promise is on the disk: a restart must not forget it.
  sendTo(plane.context, id, {
    to: [from],
    lane: 'sign',
    kind: limits.FRAME.signCancelled,
    body: encodeCancelled(cancel, word),
  });
}

/** Stops a request here, on the verified word of its requester. Our own word, if we can give it. */
function cancelHere(plane: RequestPlane, cancel: SignCancel): NoShare | undefined {
  const { context, entry, signing } = plane;
  const id = toHex(cancel.requestId);
  const requester = toHex(cancel.requester);
  const result = cancelRequest(
    signing.signerRequests,
    { requestId: id, requester },
    context.clocks.wallMs,
  );
  giveUpHere(plane, id, requester);
  if (result.type !== 'cancelled') return undefined;
  if (result.isNew) {
    const value = recordOf(cancel, result.cancel);
    const key = cancelPath(cancelTag(id, requester));
    context.act(id, { type: 'persist', changes: [{ type: 'put', key, value }] });
  }
  const word = { requestId: cancel.requestId, requester: cancel.requester, sinceMs: entry.sinceMs };
  return signNoShare(word, context.options.hostSeed);
}

function giveUpHere(plane: RequestPlane, id: string, requester: string): void {
  const open = plane.entry.open.get(id);
  if (open?.requester !== requester) return;
  giveUp(plane, open, { code: 'E_CANCELLED', reason: 'its requester took it back' });
}

/** What a member says to a cancel that we told it. @throws WireError */
export function onCancelled(plane: RequestPlane, from: HostId, body: Uint8Array): void {
  const { requestId, requester, word } = decodeCancelled(body);
  const tag = cancelTag(toHex(requestId), toHex(requester));
  const collecting = plane.entry.collecting.get(tag);
  if (collecting === undefined || !collecting.awaiting.delete(from)) return;
  if (word !== undefined && verifyNoShare(word, fromHex(from))) collecting.words.set(from, word);
  settle(plane, tag, collecting);
}

/** Members had their time. */
export function cancelTimer(plane: RequestPlane, tag: string): void {
  const collecting = plane.entry.collecting.get(tag);
  if (collecting === undefined) return;
  collecting.awaiting.clear();
  settle(plane, tag, collecting);
}

export function cancelPeerDown(plane: RequestPlane, host: HostId): void {
  for (const [tag, collecting] of [...plane.entry.collecting]) {
    if (collecting.awaiting.delete(host)) settle(plane, tag, collecting);
  }
}

function settle(plane: RequestPlane, tag: string, collecting: Collecting): void {
  const { context, entry } = plane;
  if (collecting.awaiting.size > 0) return;
  entry.collecting.delete(tag);
  const { id, members, words } = collecting;
  const isAll = members.every((host) => words.has(host));
  const cancelled: permafrost.v1.SignCancelResult.$Properties = {
    requestId: fromHex(id),
    nothingSigned: wasSigned(plane, id) ? 'false' : isAll ? 'true' : 'unknown',
    members: members.flatMap((host) => {
      const word = words.get(host);
      if (word === undefined) return [];
      return [{ hostPub: fromHex(host), sinceMs: word.sinceMs, signature: word.signature }];
    }),
  };
  const body = encodeMessage(permafrost.v1.RpcResponse, { cancelled });
  for (const call of collecting.calls) {
    // Our own promise too is on the disk before it is heard.
    context.act(id, { type: 'respond', call, body, more: false });
  }
}

function wasSigned({ entry, signing }: RequestPlane, id: string): boolean {
  if (signing.held.byId.get(id)?.known !== undefined) return true;
  const last = entry.answers.byId.get(id)?.body;
  if (last === undefined) return false;
  return decodeMessage(permafrost.v1.RpcResponse, last).sign?.state === 'signed';
}

function cancelPath(tag: string): string {
  return `cancel/${tag}`;
}

function recordOf({ requestId, requester }: SignCancel, { untilMs }: Cancel): Uint8Array {
  return encodeMessage(permafrost.v1.StoredCancel, { requestId, requester, untilMs });
}

/** Puts a stored cancel back. @throws WireError when our own store holds nonsense */
export function restoreCancelRecord(requests: SignerRequests, value: Uint8Array): void {
  const { requestId, requester, untilMs } = decodeMessage(permafrost.v1.StoredCancel, value);
  const cancel = { requester: toHex(requester), untilMs: Number(untilMs) };
  restoreCancel(requests, toHex(requestId), cancel);
}

/** Forgets cancels of requests that nobody could answer any more. */
export function forgetCancels(context: CoreContext, requests: SignerRequests): void {
  const dropped = dropOldCancels(requests, context.clocks.wallMs);
  if (dropped.length === 0) return;
  const changes = dropped.map((tag) => ({ type: 'delete', key: cancelPath(tag) }) as const);
  context.act(undefined, { type: 'persist', changes });
}
