/** Reaching another host, and saying in one word why it did not work. @module */
import type { Connection, Libp2p } from '@libp2p/interface';
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr';
import type { RpcConnection } from './api.ts';
import { type Channel, startChannel } from './channel.ts';
import { abortConnection, type Connections } from './connections.ts';
import { withDeadline } from './deadline.ts';
import { describeError, type EndReason, P2pError } from './errors.ts';
import { KIND, RPC_PROTOCOL } from './kinds.ts';
import type { LaneChannelOptions } from './links.ts';
import { peerIdBytes } from './peer-id.ts';
import { createRpcClient } from './rpc-client.ts';
import { CONNECT_WITHIN_MS } from './transport.ts';

/** A connection to that peer: one that is open, or a new one. */
export function connect(
  node: Libp2p,
  addresses: readonly Multiaddr[],
  signal: AbortSignal,
): Promise<Connection> {
  return withDeadline(
    {
      ms: CONNECT_WITHIN_MS,
      signal,
      dispose: (late: Connection) => abortConnection(late, 'too late'),
    },
    (inTime) => node.dial([...addresses], { signal: inTime }),
  );
}

/**
 * An address with its PeerId.
 * @throws RangeError when it is no multiaddr, or ends in another PeerId or in none
 */
export function parseAddress(address: string, peerId?: string): Multiaddr {
  let parsed: Multiaddr;
  try {
    parsed = multiaddr(address);
  } catch (cause) {
    throw new RangeError('not a multiaddr', { cause });
  }
  const last = parsed.getComponents().at(-1);
  if (last?.name === 'p2p') {
    peerIdBytes(last.value ?? '');
    if (peerId !== undefined && last.value !== peerId) throw new RangeError('another PeerId');
    return parsed;
  }
  if (peerId === undefined) throw new RangeError('an address without a PeerId');
  return parsed.encapsulate(`/p2p/${peerId}`);
}

/** An RPC connection, ready for calls. @throws P2pError */
export function dialRpc(options: {
  readonly node: Libp2p;
  readonly address: Multiaddr;
  readonly peerId: string;
  readonly connections: Connections;
  readonly channel: LaneChannelOptions;
  readonly signal: AbortSignal | undefined;
  /** Told of the end of the channel. */
  readonly onEnded: (reason: EndReason) => void;
}): Promise<RpcConnection> {
  const { peerId } = options;
  const failed = (error: unknown): P2pError => {
    if (error instanceof P2pError) return error;
    const { message } = describeError(error);
    return options.signal?.aborted === true
      ? new P2pError('cancelled', 'the dial was cancelled', { peerId, cause: error })
      : new P2pError('unreachable', `cannot reach ${peerId}: ${message}`, { peerId, cause: error });
  };
  return withDeadline(
    {
      ms: CONNECT_WITHIN_MS,
      signal: options.signal,
      dispose: (late: RpcConnection) => late.close(),
    },
    async (signal) => {
      const startedMs = Date.now();
      const dialled = () => dialNode(options.node, options.address, peerId, signal);
      const connection = await dialled();
      const mayBeStale = connection.timeline.open < startedMs;
      return openRpc({ ...options, connection, signal }).catch(async (error: unknown) => {
        // The peer may have gone and come back without our noticing: only a new connection tells.
        const refused = error instanceof P2pError && error.refusal !== undefined;
        if (!mayBeStale || refused || signal.aborted) throw error;
        return openRpc({ ...options, connection: await dialled(), signal });
      });
    },
  ).catch((error: unknown) => {
    throw failed(error);
  });
}

async function dialNode(
  node: Libp2p,
  address: Multiaddr,
  peerId: string,
  signal: AbortSignal,
): Promise<Connection> {
  try {
    return await node.dial(address, { signal });
  } catch (error) {
    signal.throwIfAborted();
    const { name } = describeError(error);
    // Noise had succeeded, and then the other side ended it: its gater does not know us.
    if (CUT_OFF.has(name)) throw refusedError(peerId, { cause: error });
    throw error;
  }
}

const CUT_OFF: ReadonlySet<string> = new Set([
  'ConnectionClosedError',
  'MuxerUnavailableError',
  'UnexpectedEOFError',
]);

async function openRpc(
  options: Parameters<typeof dialRpc>[0] & {
    readonly connection: Connection;
    readonly signal: AbortSignal;
  },
): Promise<RpcConnection> {
  const { connection, connections, peerId, signal } = options;
  connections.retain(connection);
  let channel: Channel | undefined;
  try {
    const stream = await connection.newStream(RPC_PROTOCOL, { signal });
    const up = Promise.withResolvers<Uint8Array>();
    const client = createRpcClient({ peerId, channel: () => channel! });
    channel = startChannel({
      ...options.channel,
      stream,
      dialler: true,
      heartbeat: true,
      onUp: up.resolve,
      onFrame(kind, body) {
        if (kind === KIND.rpcResponse) return client.onResponse(body);
      },
    });
    const opened = channel;
    void opened.ended.then((reason) => {
      client.onEnded(reason);
      options.onEnded(reason);
      connections.release(connection);
    });
    const hello = await Promise.race([
      up.promise,
      opened.ended.then((reason) => {
        throw endedBeforeHello(peerId, reason);
      }),
    ]);
    return {
      peerId,
      hello,
      call: client.call,
      callOne: client.callOne,
      rttMs: opened.rttMs,
      closed: opened.ended,
      close: () => void opened.finish({ code: 'closed', message: 'closed here' }),
    };
  } catch (error) {
    if (channel === undefined) connections.release(connection);
    else channel.abort({ code: 'closed', message: 'given up' });
    signal.throwIfAborted();
    if (error instanceof P2pError) throw error;
    throw refusedError(peerId, { cause: error });
  }
}

function endedBeforeHello(peerId: string, reason: EndReason): P2pError {
  if (reason.code === 'no-hello') {
    return new P2pError('unreachable', `no hello from ${peerId} in time`, { peerId });
  }
  const refusal = reason.refusal;
  return refusal === undefined
    ? refusedError(peerId, {})
    : new P2pError('refused', `${refusal.code}: ${refusal.message}`, { peerId, refusal });
}

function refusedError(peerId: string, details: { readonly cause?: unknown }): P2pError {
  const message = `${peerId} closed the connection before hello: it may not admit us`;
  return new P2pError('refused', message, { peerId, ...details });
}
