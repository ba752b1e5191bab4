/**
 * Errors on their way to a client.
 * @module
 */
import { type ErrorCode, encodeMessage, permafrost, retryOf } from '@permafrost/wire';
import { type CoreContext, type Failure, names } from './context.ts';

/** The wire form, with roster names for hosts. */
export function rpcError(
  context: CoreContext,
  failure: Failure,
): permafrost.v1.RpcError.$Properties {
  const { retry, retryable } = retryOf(failure.code);
  return {
    code: failure.code,
    message: failure.message,
    retry,
    retryable,
    hint: failure.hint,
    blame: [...names(context, failure.blame ?? [])],
    nothingSigned: failure.nothingSigned ?? 'true',
    ...(failure.requestId === undefined ? {} : { requestId: failure.requestId }),
    ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
    ...(failure.need === undefined ? {} : { need: failure.need }),
    ...(failure.have === undefined ? {} : { have: failure.have }),
    ...(failure.down === undefined ? {} : { down: [...names(context, failure.down)] }),
  };
}

export function errorResponse(context: CoreContext, failure: Failure): Uint8Array {
  return encodeMessage(permafrost.v1.RpcResponse, { error: rpcError(context, failure) });
}

/** One thing to do about a request that was not signed with the key of this name. */
export function hintFor(code: ErrorCode, name: string): string {
  switch (code) {
    case 'E_FORBIDDEN':
      return `ask with the identity of a requester of ${name}, or for another key: requesters are listed when a key is made`;
    case 'E_UNKNOWN_KEY':
      return 'permafrost key list shows the keys of this network';
    case 'E_DEADLINE':
      return 'make a new request with a later deadline';
    case 'E_CLOCK_SKEW':
      return 'set the clock of this machine';
    case 'E_BUSY':
    case 'E_RATE_LIMITED':
      return 'wait a moment, then repeat the request';
    case 'E_KEY_STATE':
      return `permafrost key show ${name} says what state it is in`;
    case 'E_IDEMPOTENCY_CONFLICT':
      return 'use a new idempotency key for a new request';
    default:
      return 'see the logs of the node for this request id';
  }
}
