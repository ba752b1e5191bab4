/**
 * Calls that another node must answer: handed to one after the other until one does.
 * @module
 */
import { decodeMessage, encodeMessage, permafrost, WireError } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { isUp } from '../tables/peers.ts';
import type { CoreContext, Failure } from './context.ts';
import { errorResponse } from './failures.ts';

export type Forwards = {
  /** False when none of these hosts is connected. */
  readonly forward: (hosts: readonly HostId[], call: number, body: Uint8Array) => boolean;
  readonly forwarded: (id: number, body: Uint8Array | undefined) => void;
  readonly fail: (call: number, failure: Failure) => void;
};

/** An answer whose author cannot know that a node asked before it gave no share. */
function withoutPromise(body: Uint8Array): Uint8Array {
  try {
    const message = decodeMessage(permafrost.v1.RpcResponse, body);
    const error = message.error ?? message.sign?.error;
    if (error?.nothingSigned !== 'true') return body;
    error.nothingSigned = 'unknown';
    return encodeMessage(permafrost.v1.RpcResponse, message);
  } catch (cause) {
    if (cause instanceof WireError) return body; // Its caller will refuse it.
    throw cause;
  }
}

export function createForwards(context: CoreContext): Forwards {
  const waitingById = new Map<
    number,
    { readonly call: number; readonly rest: HostId[]; readonly body: Uint8Array; tries: number }
  >();
  let nextForward = 1;

  function forward(hosts: readonly HostId[], call: number, body: Uint8Array): boolean {
    const up = hosts.filter((host) => isUp(context.peers, host));
    const [first, ...rest] = up;
    if (first === undefined) return false;
    const id = nextForward++;
    waitingById.set(id, { call, rest, body, tries: 1 });
    context.act(undefined, { type: 'forward', forward: id, to: first, body });
    return true;
  }

  function forwarded(id: number, body: Uint8Array | undefined): void {
    const waiting = waitingById.get(id);
    if (waiting === undefined) return;
    if (body !== undefined) {
      waitingById.delete(id);
      const told = waiting.tries > 1 ? withoutPromise(body) : body;
      context.act(undefined, { type: 'respond', call: waiting.call, body: told, more: false });
      return;
    }
    const next = waiting.rest.shift();
    if (next !== undefined) {
      waiting.tries++;
      context.act(undefined, { type: 'forward', forward: id, to: next, body: waiting.body });
      return;
    }
    waitingById.delete(id);
    fail(waiting.call, {
      code: 'E_THRESHOLD',
      message: 'no member of this key answers',
      hint: 'permafrost status shows which nodes are down',
      nothingSigned: 'unknown',
    });
  }

  function fail(call: number, failure: Failure): void {
    const body = errorResponse(context, failure);
    context.act(undefined, { type: 'respond', call, body, more: false });
  }

  return { forward, forwarded, fail };
}
