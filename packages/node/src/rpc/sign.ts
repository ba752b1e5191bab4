/**
 * `sign.submit` and `sign.get`.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { encodeMessage, type permafrost as wire } from '@permafrost/wire';
import { answerOf, submit } from '../core/entry.ts';
import { membersOf } from '../tables/proposals-entry.ts';
import { exactBytes, permafrost } from './decode.ts';
import type { RpcCall, RpcParts } from './parts.ts';

/** Signs, here or through a member; the answer comes when there is one. @throws WireError */
export function signSubmit(
  parts: RpcParts,
  call: RpcCall,
  message: wire.v1.SignSubmitRequest.$Properties,
): void {
  const { context, requests, signer } = parts;
  const given = { call: call.call, caller: call.caller, message, body: call.body };
  submit(context, requests, signer, given, {
    ...parts.signingHooks,
    elsewhere: (keyId, id) => {
      const one = parts.proposalOfKey(keyId);
      if (one === undefined || membersOf(one).includes(context.self)) return false;
      const signSubmit = { ...message, forwarded: true };
      const body = encodeMessage(permafrost.v1.RpcRequest, { signSubmit });
      return parts.forward(membersOf(one), id, body);
    },
  });
}

/** What became of a request, as long as this node remembers. @throws WireError */
export function signGet(
  parts: RpcParts,
  { call }: RpcCall,
  message: wire.v1.SignGetRequest.$Properties,
): void {
  const id = exactBytes(message.requestId, 32, 'request id');
  const body = answerOf(parts.requests, id);
  if (body !== undefined) {
    // Not before it is on the disk: whoever asks again gets these bytes.
    parts.context.act(toHex(id), { type: 'respond', call, body, more: false });
    return;
  }
  parts.fail(call, {
    code: 'E_BAD_REQUEST',
    message: 'this node knows no such request',
    hint: 'give the same request again: it gets the same answer',
    nothingSigned: 'unknown',
  });
}
