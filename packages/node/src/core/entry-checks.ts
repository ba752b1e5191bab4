/**
 * Whether a request may be asked here. What is cheap comes first: nobody makes a node verify
 * signatures in the name of somebody else.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  type Refusal,
  requestRefusal,
  type SignatureRequest,
  verifyRequest,
} from '@permafrost/protocol';
import { keyOfPeerId } from '../peer-key.ts';
import type { KeyEntry } from '../tables/keys-entry.ts';
import { wrongChild } from './children.ts';
import type { CoreContext } from './context.ts';

/** Whether the caller may give this request: its requester itself, or a node that hands it on. */
export function wrongCaller(
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

/** Whether the key is served to this requester, without any signature being looked at. */
export function wrongRequester(
  context: CoreContext,
  request: SignatureRequest,
  requesters: readonly Uint8Array[],
): Refusal | undefined {
  const requesterKey = keyOfPeerId(request.requester);
  const wanted = toHex(request.requester);
  if (requesterKey === undefined || !requesters.some((id) => toHex(id) === wanted)) {
    return { code: 'E_FORBIDDEN', reason: 'not a requester of this key' };
  }
  if (context.options.denied.has(toHex(requesterKey))) {
    return { code: 'E_FORBIDDEN', reason: 'this node refuses this requester' };
  }
  return undefined;
}

/** Whether the request means this very key. */
export function wrongKeyOf(key: KeyEntry, request: SignatureRequest): Refusal | undefined {
  if (request.suite !== key.suite.id) {
    return { code: 'E_SUITE_MISMATCH', reason: `the key is ${key.suite.id}` };
  }
  if (toHex(request.publicKey) !== toHex(key.publicKey)) {
    return { code: 'E_BAD_REQUEST', reason: 'the key has another public key than was pinned' };
  }
  return undefined;
}

/** Whether its requester signed it, and whether it may be answered now. */
export function wrongNow(
  context: CoreContext,
  request: SignatureRequest,
  key: KeyEntry | undefined,
): Refusal | undefined {
  const requesterKey = keyOfPeerId(request.requester);
  if (requesterKey === undefined || !verifyRequest(request, requesterKey)) {
    return { code: 'E_FORBIDDEN', reason: 'the requester did not sign this request' };
  }
  if (key !== undefined && key.state !== 'active') {
    return { code: 'E_KEY_STATE', reason: `the key is ${key.state}` };
  }
  // At its own entry node a request gets no grace: nothing was given away yet.
  if (request.deadlineMs <= context.clocks.wallMs) {
    return { code: 'E_DEADLINE', reason: 'the deadline has passed' };
  }
  return (
    requestRefusal(request, { nowMs: context.clocks.wallMs }) ??
    (key === undefined ? undefined : wrongChild(key, request))
  );
}
