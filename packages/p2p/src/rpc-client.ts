/** The calling side of one RPC stream. @module */
import type { RpcConnection } from './api.ts';
import type { Channel } from './channel.ts';
import { type EndReason, P2pError } from './errors.ts';
import { KIND } from './kinds.ts';
import { decodeRpcError, decodeRpcFrame, encodeRpcFrame, FLAG } from './rpc-frames.ts';

/** Responses that may wait for one slow consumer before nothing more is read. */
const WAITING_BYTES_MAX = 1024 * 1024;

type Event =
  | { readonly type: 'item'; readonly body: Uint8Array; readonly last: boolean }
  | { readonly type: 'end' }
  | { readonly type: 'error'; readonly error: P2pError };

/** The responses of one call on their way to its consumer. */
type Inbox = {
  readonly deliver: (event: Event) => void | Promise<void>;
  readonly next: () => Promise<Event>;
  /** Nobody consumes any more: lets the reader go on. */
  readonly abandon: () => void;
};

export type RpcClient = {
  /** A frame of kind RPC_RESPONSE. Throws MalformedError. */
  readonly onResponse: (body: Uint8Array) => void | Promise<void>;
  readonly onEnded: (reason: EndReason) => void;
  readonly call: RpcConnection['call'];
  readonly callOne: RpcConnection['callOne'];
};

export function createRpcClient(options: {
  readonly peerId: string;
  readonly channel: () => Channel;
}): RpcClient {
  const { peerId, channel } = options;
  const calls = new Map<number, Inbox>();
  let lastId = 0;
  let endReason: EndReason | undefined;

  const closedError = (): P2pError =>
    new P2pError('closed', `connection to ${peerId} ended: ${endReason?.message ?? 'closed'}`, {
      peerId,
    });
  const send = (id: number, flags: number, payload: Uint8Array, signal?: AbortSignal) =>
    channel().sendWhenRoom(KIND.rpcRequest, encodeRpcFrame({ id, flags, payload }), signal);
  const nextId = (): number => {
    do lastId = (lastId + 1) >>> 0;
    while (calls.has(lastId));
    return lastId;
  };

  async function* call(
    body: Uint8Array,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<Uint8Array, void, undefined> {
    if (endReason !== undefined) throw closedError();
    const id = nextId();
    const inbox = createInbox();
    const cancelled = (): P2pError =>
      new P2pError('cancelled', 'the call was cancelled', { peerId, cause: signal?.reason });
    const onAbort = (): void => void inbox.deliver({ type: 'error', error: cancelled() });
    let over = false;
    calls.set(id, inbox);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      if (isAborted(signal)) throw cancelled();
      if (!(await send(id, FLAG.request, body, signal))) {
        over = true;
        throw isAborted(signal) ? cancelled() : closedError();
      }
      while (!over) {
        const event = await inbox.next();
        switch (event.type) {
          case 'error':
            over = event.error.code !== 'cancelled';
            throw event.error;
          case 'end':
            over = true;
            break;
          case 'item':
            over = event.last;
            yield event.body;
            break;
        }
      }
    } finally {
      signal?.removeEventListener('abort', onAbort);
      calls.delete(id);
      inbox.abandon();
      if (!over) void send(id, FLAG.cancel, new Uint8Array());
    }
  }

  return {
    onResponse(body) {
      const { id, flags, payload } = decodeRpcFrame(body, 'response');
      // Responses may still be on their way when a call is cancelled.
      const inbox = calls.get(id);
      if (inbox === undefined) return;
      if (flags === FLAG.error) {
        const remote = decodeRpcError(payload);
        const code = remote.code === 'E_BUSY' ? 'busy' : 'remote';
        const error = new P2pError(code, `${remote.code}: ${remote.message}`, { peerId, remote });
        return inbox.deliver({ type: 'error', error });
      }
      if (flags === FLAG.end) return inbox.deliver({ type: 'end' });
      const last = (flags & FLAG.end) !== 0;
      return inbox.deliver({ type: 'item', body: payload, last });
    },
    onEnded(reason) {
      endReason = reason;
      for (const inbox of calls.values()) {
        void inbox.deliver({ type: 'error', error: closedError() });
      }
    },
    call,
    async callOne(body, callOptions) {
      for await (const response of call(body, callOptions)) return response;
      throw new P2pError('remote', 'the call ended without a response', {
        peerId,
        remote: { code: 'E_INTERNAL', message: 'no response' },
      });
    },
  };
}

function createInbox(): Inbox {
  const events: Event[] = [];
  let waitingBytes = 0;
  let wakeConsumer: (() => void) | undefined;
  let letReaderGo: (() => void) | undefined;
  let abandoned = false;
  const goOn = (): void => {
    letReaderGo?.();
    letReaderGo = undefined;
  };
  return {
    deliver(event) {
      if (abandoned) return;
      events.push(event);
      if (event.type === 'item') waitingBytes += event.body.length;
      wakeConsumer?.();
      wakeConsumer = undefined;
      if (waitingBytes <= WAITING_BYTES_MAX || event.type !== 'item') return;
      return new Promise<void>((resolve) => {
        letReaderGo = resolve;
      });
    },
    async next() {
      while (true) {
        // Cancelling goes ahead of responses that nobody has taken yet.
        const failure = events.findIndex(isCancel);
        const event = failure >= 0 ? events.splice(failure, 1)[0] : events.shift();
        if (event === undefined) {
          await new Promise<void>((resolve) => {
            wakeConsumer = resolve;
          });
          continue;
        }
        if (event.type === 'item') {
          waitingBytes -= event.body.length;
          if (waitingBytes <= WAITING_BYTES_MAX / 2) goOn();
        }
        return event;
      }
    },
    abandon() {
      abandoned = true;
      events.length = 0;
      goOn();
    },
  };
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function isCancel(event: Event): boolean {
  return event.type === 'error' && event.error.code === 'cancelled';
}
