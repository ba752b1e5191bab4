/**
 * What the handlers of calls work with.
 * @module
 */
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import type { CoreContext, Failure } from '../core/context.ts';
import type { RequestPlane } from '../core/entry-state.ts';
import type { Progress } from '../core/progress.ts';
import type { Signing, SigningHooks } from '../core/signing.ts';
import type { HostId } from '../effects.ts';
import type { ProposalsInput } from '../tables/proposals.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';

export type RpcParts = {
  readonly context: CoreContext;
  readonly progress: Progress;
  readonly signer: Signing;
  readonly plane: RequestPlane;
  readonly signingHooks: SigningHooks;
  readonly startedMs: () => number;
  /** Why it was refused, if it was. */
  readonly propose: (input: ProposalsInput) => string | undefined;
  /** Hands a call to the first of these that answers; false when none is connected. */
  readonly forward: (hosts: readonly HostId[], call: number, body: Uint8Array) => boolean;
  readonly fail: (call: number, failure: Failure) => void;
  readonly proposalOfKey: (keyId: Uint8Array) => ProposalEntry | undefined;
};

export type RpcCall = {
  readonly call: number;
  /** Ed25519 key of the caller, hex: the transport proved it. */
  readonly caller: string;
  readonly body: Uint8Array;
  readonly message: permafrost.v1.RpcRequest;
};

/** Bytes of a list in one answer, at most; the rest of the answer has room beside it. */
const LIST_BYTES_MAX = limits.RPC_RESPONSE_BYTES_MAX - 4_096;

/** As many from the front as fit an answer: peers and operators decide how long lists get. */
export function fitting<T>(
  items: readonly T[],
  type: { readonly encode: (item: T) => { readonly finish: () => Uint8Array } },
): T[] {
  let bytes = 0;
  const past = items.findIndex((item) => {
    bytes += type.encode(item).finish().length + 8;
    return bytes > LIST_BYTES_MAX;
  });
  return items.slice(0, past < 0 ? items.length : past);
}

/** `subject`: the answer waits for what is being written about it. */
export function respond(
  parts: RpcParts,
  call: number,
  response: Parameters<typeof permafrost.v1.RpcResponse.encode>[0],
  subject?: string,
): void {
  const body = encodeMessage(permafrost.v1.RpcResponse, response);
  if (body.length > limits.RPC_RESPONSE_BYTES_MAX) {
    parts.fail(call, {
      code: 'E_INTERNAL',
      message: 'the answer is longer than an answer may be',
      hint: 'ask for less at once',
      nothingSigned: 'true',
    });
    return;
  }
  parts.context.act(subject, { type: 'respond', call, body, more: false });
}
