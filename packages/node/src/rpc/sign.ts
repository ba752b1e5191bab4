/**
 * `sign.submit`, `sign.get` and `sign.cancel`.
 * @module
 */
import { toHex } from '@permafrost/frost';
import type { permafrost as wire } from '@permafrost/wire';
import { cancelCall } from '../core/cancel.ts';
import { answerOf, submit } from '../core/entry.ts';
import { exactBytes } from './decode.ts';
import type { RpcCall, RpcParts } from './parts.ts';

/** Signs, here or through a member; the answer comes when there is one. @throws WireError */
export function signSubmit(
  parts: RpcParts,
  { call, caller }: RpcCall,
  message: wire.v1.SignSubmitRequest.$Properties,
): void {
  submit(parts.plane, { call, caller, message });
}

/** Takes a request back; the answer says what can still come of it. @throws WireError */
export function signCancel(
  parts: RpcParts,
  { call, caller }: RpcCall,
  message: wire.v1.SignCancel.$Properties,
): void {
  cancelCall(parts.plane, { call, caller, message });
}

/**
 * What became of a request, as long as this node remembers: told to who asked for it, and to
 * operators. To all others it is unknown. @throws WireError
 */
export function signGet(
  parts: RpcParts,
  { call, caller }: RpcCall,
  message: wire.v1.SignGetRequest.$Properties,
): void {
  const id = exactBytes(message.requestId, 32, 'request id');
  const answer = answerOf(parts.plane.entry, id);
  const mayKnow = answer?.requester === caller || parts.context.directory.operators.has(caller);
  if (answer !== undefined && mayKnow) {
    // Not before it is on the disk: whoever asks again gets these bytes.
    parts.context.act(toHex(id), { type: 'respond', call, body: answer.body, more: false });
    return;
  }
  parts.fail(call, {
    code: 'E_BAD_REQUEST',
    message: 'this node knows no such request',
    hint: 'give the same request again: it gets the same answer',
    nothingSigned: 'unknown',
  });
}
