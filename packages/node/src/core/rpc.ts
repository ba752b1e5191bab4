/**
 * The request plane: one place that decodes a call, decides who may make it, and hands it to its
 * handler.
 * @module
 */
import { limits } from '@permafrost/wire';
import { decodeMessage, isWireError, permafrost } from '../rpc/decode.ts';
import { keyDerive, keyGet, keyList } from '../rpc/keys.ts';
import { info, roster, status } from '../rpc/node.ts';
import type { RpcCall, RpcParts } from '../rpc/parts.ts';
import { decide, list, submit as propose, watch } from '../rpc/proposals.ts';
import { signCancel, signGet, signSubmit } from '../rpc/sign.ts';

import { admitsFrame } from '../tables/guard.ts';

export type { RpcParts } from '../rpc/parts.ts';

/** Answers a call, now or later. Never throws on what a caller sends. */
export function onRpc(
  parts: RpcParts,
  input: { readonly call: number; readonly caller: string; readonly body: Uint8Array },
): void {
  const { call, caller, body } = input;
  if (isTooMuch(parts, caller, body)) {
    parts.fail(call, {
      code: 'E_RATE_LIMITED',
      message: 'too many calls of this identity',
      hint: 'wait, then ask again',
      retryAfterMs: RETRY_AFTER_MS,
      // It was not looked at: it may be one that is being signed.
      nothingSigned: 'unknown',
    });
    return;
  }
  try {
    const message = decodeMessage(permafrost.v1.RpcRequest, body);
    dispatch(parts, { call, caller, body, message });
  } catch (error) {
    if (!isWireError(error)) throw error;
    parts.fail(call, {
      code: 'E_BAD_REQUEST',
      message: `the request was refused: ${error.message}`,
      hint: 'see the grammar of names, thresholds and messages in the manual',
      nothingSigned: 'true',
    });
  }
}

/** When a caller that sent too much has some of its part again. */
const RETRY_AFTER_MS = 1_000;

/** Whether a caller takes more than its part of this node's time. */
function isTooMuch({ context }: RpcParts, caller: string, body: Uint8Array): boolean {
  const frame = { from: `call/${caller}`, kind: limits.FRAME.sign, bytes: body.length };
  return !admitsFrame(context.guard, frame, context.clocks.monotonicMs);
}

function dispatch(parts: RpcParts, call: RpcCall): void {
  const { message } = call;
  switch (message.method) {
    case 'nodeInfo':
      info(parts, call);
      return;
    case 'nodeStatus':
      status(parts, call);
      return;
    case 'keyList':
      keyList(parts, call);
      return;
    case 'keyGet':
      keyGet(parts, call, message.keyGet ?? {});
      return;
    case 'keyDerive':
      keyDerive(parts, call, message.keyDerive ?? {});
      return;
    case 'signSubmit':
      signSubmit(parts, call, message.signSubmit ?? {});
      return;
    case 'signGet':
      signGet(parts, call, message.signGet ?? {});
      return;
    case 'signCancel':
      signCancel(parts, call, message.signCancel ?? {});
      return;
    case 'proposalSubmit':
      propose(parts, call, message.proposalSubmit ?? {});
      return;
    case 'proposalList':
      list(parts, call);
      return;
    case 'proposalDecide':
      decide(parts, call, message.proposalDecide ?? {});
      return;
    case 'proposalWatch':
      watch(parts, call, message.proposalWatch ?? {});
      return;
    case 'rosterGet':
      roster(parts, call);
      return;
    case undefined:
      parts.fail(call.call, {
        code: 'E_BAD_REQUEST',
        message: 'the request names no method that this node knows',
        hint: 'this node may be older than your client: permafrost status shows its version',
        nothingSigned: 'true',
      });
  }
}
