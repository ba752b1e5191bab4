/**
 * Errors on their way to a client.
 * @module
 */
import { encodeMessage, permafrost, retryOf } from '@permafrost/wire';
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
