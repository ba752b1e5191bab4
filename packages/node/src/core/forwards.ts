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
  /** Asks one node; `done` gets its answer, or undefined when it gives none. */
  readonly ask: (
    host: HostId,
    body: Uint8Array,
    done: (body: Uint8Array | undefined) => void,
  ) => void;
  /** False when none of these hosts is connected. */
  readonly forward: (hosts: readonly HostId[], call: number, body: Uint8Array) => boolean;
  readonly forwarded: (id: number, body: Uint8Array | undefined) => void;
  /** A node is gone: what it was asked is not answered any more. */
  readonly peerDown: (host: HostId) => void;
  readonly fail: (call: number, failure: Failure) => void;
  /** Calls that wait for other nodes. */
  readonly waiting: () => number;
};

/** An answer whose author cannot know that a node asked before it gave no share. */
export function withoutPromise(body: Uint8Array): Uint8Array {
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
  const asked = new Map<
    number,
    { readonly host: HostId; readonly done: (body: Uint8Array | undefined) => void }
  >();
  let nextForward = 1;

  function ask(host: HostId, body: Uint8Array, done: (body: Uint8Array | undefined) => void): void {
    const id = nextForward++;
    asked.set(id, { host, done });
    context.act(undefined, { type: 'forward', forward: id, to: host, body });
  }

  function forward(hosts: readonly HostId[], call: number, body: Uint8Array): boolean {
    const up = hosts.filter((host) => isUp(context.peers, host));
    const [first, ...rest] = up;
    if (first === undefined) return false;
    let isFirst = true;
    const next = (host: HostId): void =>
      ask(host, body, (answer) => {
        if (answer !== undefined) {
          const told = isFirst ? answer : withoutPromise(answer);
          context.act(undefined, { type: 'respond', call, body: told, more: false });
          return;
        }
        isFirst = false;
        const other = rest.shift();
        if (other !== undefined) next(other);
        else fail(call, NOBODY);
      });
    next(first);
    return true;
  }

  function forwarded(id: number, body: Uint8Array | undefined): void {
    const one = asked.get(id);
    if (one === undefined) return;
    asked.delete(id);
    one.done(body);
  }

  function peerDown(host: HostId): void {
    for (const [id, one] of [...asked]) if (one.host === host) forwarded(id, undefined);
  }

  function fail(call: number, failure: Failure): void {
    const body = errorResponse(context, failure);
    context.act(undefined, { type: 'respond', call, body, more: false });
  }

  return { ask, forward, forwarded, peerDown, fail, waiting: () => asked.size };
}

const NOBODY: Failure = {
  code: 'E_THRESHOLD',
  message: 'no member of this key answers',
  hint: 'permafrost status shows which nodes are down',
  nothingSigned: 'unknown',
};
