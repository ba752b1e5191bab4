/** RPC streams that others open. @module */
import type { Connection, Stream } from '@libp2p/interface';
import type { RpcHandler } from './api.ts';
import { type Channel, startChannel } from './channel.ts';
import type { Connections } from './connections.ts';
import type { EndReason } from './errors.ts';
import type { LaneChannelOptions } from './links.ts';
import { createRpcServer } from './rpc-server.ts';

export type RpcAcceptor = {
  readonly accept: (stream: Stream, connection: Connection) => void;
  readonly handle: (handler: RpcHandler) => void;
  /** Sends what is queued and ends all streams. */
  readonly finishAll: (reason: EndReason) => Promise<void>;
};

export function createRpcAcceptor(options: {
  readonly channel: (peerId: string) => LaneChannelOptions;
  readonly callsMax: number;
  readonly responseBytesMax: number;
  readonly connections: Connections;
  readonly onEnded: (peerId: string, reason: EndReason) => void;
  readonly onHandlerError: (error: unknown, peerId: string) => void;
}): RpcAcceptor {
  const { connections } = options;
  const channels = new Set<Channel>();
  let handler: RpcHandler | undefined;
  return {
    accept(stream, connection) {
      const peerId = connection.remotePeer.toString();
      const server = createRpcServer({
        peerId,
        channel: () => channel,
        callsMax: options.callsMax,
        responseBytesMax: options.responseBytesMax,
        handler: () => handler,
        onHandlerError: options.onHandlerError,
      });
      connections.retain(connection);
      const channel = startChannel({
        ...options.channel(peerId),
        stream,
        dialler: false,
        heartbeat: true,
        onUp: () => {},
        onFrame: (_kind, body) => server.onRequest(body),
      });
      channels.add(channel);
      void channel.ended.then((reason) => {
        channels.delete(channel);
        server.onEnded();
        connections.release(connection);
        options.onEnded(peerId, reason);
      });
    },
    handle(given) {
      handler = given;
    },
    async finishAll(reason) {
      await Promise.all([...channels].map((channel) => channel.finish(reason)));
    },
  };
}
