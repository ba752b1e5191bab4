/** The answering side of one RPC stream. @module */
import type { RpcCall, RpcHandler } from './api.ts';
import type { Channel } from './channel.ts';
import { MalformedError } from './errors.ts';
import { KIND } from './kinds.ts';
import { decodeRpcFrame, encodeRpcError, encodeRpcFrame, FLAG } from './rpc-frames.ts';

export type RpcServer = {
  /** A frame of kind RPC_REQUEST. Throws MalformedError. */
  readonly onRequest: (body: Uint8Array) => void;
  /** The stream ended: aborts the signal of every call. */
  readonly onEnded: () => void;
};

export function createRpcServer(options: {
  readonly peerId: string;
  readonly channel: () => Channel;
  readonly callsMax: number;
  readonly responseBytesMax: number;
  readonly handler: () => RpcHandler | undefined;
  readonly onHandlerError: (error: unknown, peerId: string) => void;
}): RpcServer {
  const { peerId, callsMax } = options;
  const calls = new Map<number, AbortController>();

  const send = (id: number, flags: number, payload: Uint8Array): Promise<boolean> =>
    options
      .channel()
      .sendWhenRoom(
        KIND.rpcResponse,
        encodeRpcFrame({ id, flags, payload }),
        calls.get(id)?.signal,
      );

  const startCall = (id: number, body: Uint8Array): void => {
    const controller = new AbortController();
    // Responses go out one after the other, also when the queue was full in between.
    let previous: Promise<boolean> = Promise.resolve(true);
    let over = false;
    const answer = (flags: number, payload: Uint8Array): Promise<boolean> => {
      if (over || controller.signal.aborted) return Promise.resolve(false);
      over = flags !== FLAG.item;
      const sent = previous.then(() => send(id, flags, payload));
      previous = over ? sent.finally(() => calls.delete(id)) : sent;
      return previous;
    };
    const call: RpcCall = {
      peerId,
      id,
      body,
      signal: controller.signal,
      respond(response, { more }) {
        if (response.length > options.responseBytesMax) {
          throw new RangeError(`a response of ${response.length} bytes`);
        }
        return answer(more ? FLAG.item : FLAG.item | FLAG.end, response.slice());
      },
      end: () => answer(FLAG.end, new Uint8Array()),
      fail: (code, message) => answer(FLAG.error, encodeRpcError(code, message)),
    };
    calls.set(id, controller);
    const handler = options.handler();
    if (handler === undefined) {
      void call.fail('E_BUSY', 'not ready to answer yet');
      return;
    }
    const onBug = (error: unknown): void => {
      void call.fail('E_INTERNAL', 'the call could not be handled');
      options.onHandlerError(error, peerId);
    };
    try {
      handler(call)?.catch(onBug);
    } catch (error) {
      onBug(error);
    }
  };

  return {
    onRequest(body) {
      const { id, flags, payload } = decodeRpcFrame(body, 'request');
      if (flags === FLAG.cancel) {
        calls.get(id)?.abort();
        calls.delete(id);
        return;
      }
      if (calls.has(id)) throw new MalformedError(`call ${id} is in progress`);
      if (calls.size >= callsMax) {
        const payload = encodeRpcError('E_BUSY', `more than ${callsMax} calls at once`);
        // Nothing waits for this one: when even its refusal finds no room, the caller's own
        // deadline has to do.
        options
          .channel()
          .send(KIND.rpcResponse, encodeRpcFrame({ id, flags: FLAG.error, payload }));
        return;
      }
      startCall(id, payload);
    },
    onEnded() {
      for (const controller of calls.values()) controller.abort();
      calls.clear();
    },
  };
}
