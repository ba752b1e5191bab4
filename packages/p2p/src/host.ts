/** A host: one libp2p node, its links to other hosts, and RPC both ways. @module */
import type { Connection, Stream } from '@libp2p/interface';
import type { Multiaddr } from '@multiformats/multiaddr';
import type { Host, HostOptions, Logger, PeerAddress, RpcHandler } from './api.ts';
import { createCallbacks } from './callbacks.ts';
import { startChannel } from './channel.ts';
import { abortConnection, createConnections } from './connections.ts';
import { connect, dialRpc, parseAddress } from './dialling.ts';
import { describeError, type EndReason, P2pError } from './errors.ts';
import { LANES, type Lane, laneProtocol, RPC_PROTOCOL } from './kinds.ts';
import { createLinks } from './links.ts';
import { createOnceAMinute } from './once-a-minute.ts';
import { peerIdBytes, publicKeyFromPeerId } from './peer-id.ts';
import { createRpcServer } from './rpc-server.ts';
import { resolveSettings } from './settings.ts';
import { supervise } from './supervisor.ts';
import { createTransport } from './transport.ts';

/** Connections of one peer at once: a host has one and while it comes back two. */
const HOST_CONNECTIONS_MAX = 8;
const CLIENT_CONNECTIONS_MAX = 64;
const RPC_STREAMS_MAX = 16;
const HOUSEKEEPING_MS = 5_000;
const FAREWELL_MS = 300;

const SILENT: Logger = { debug: () => {}, info: () => {}, warn: () => {} };
/** Only a peer that breaks the rules, or is no longer welcome, ends like this. */
const OFFENCES: ReadonlySet<EndReason['code']> = new Set([
  'oversized',
  'unknown-kind',
  'truncated',
  'malformed',
]);

/**
 * Starts listening. Links are made once {@link Host.setPeers} names the peers.
 * @throws RangeError for a seed that is not 32 bytes, or limits that contradict each other
 * @throws Error of libp2p when an address cannot be listened on
 */
export async function createHost(options: HostOptions): Promise<Host> {
  const settings = resolveSettings(options);
  const { admission, log = SILENT } = options;
  const callbacks = createCallbacks(options.handlers ?? {});
  const connections = createConnections();
  const offences = createOnceAMinute();
  const stopping = new AbortController();
  const supervised = new Map<string, { stop: AbortController; addresses: readonly Multiaddr[] }>();
  let rpcHandler: RpcHandler | undefined;

  const node = await createTransport({
    seed: options.seed,
    listen: options.listen,
    trustedIps: options.trustedIps ?? [],
    admitsOutbound: (peerId) => admission.admits(peerId) !== undefined,
    admitsInbound(peerId) {
      const role = admission.admits(peerId);
      if (role === undefined) {
        callbacks.onStranger(peerId);
        return false;
      }
      const most = role === 'host' ? HOST_CONNECTIONS_MAX : CLIENT_CONNECTIONS_MAX;
      return openTo(peerId).length < most;
    },
  });
  const openTo = (peerId: string): Connection[] =>
    node.getConnections().filter((connection) => connection.remotePeer.toString() === peerId);
  const selfPeerId = node.peerId.toString();

  const channelOf = (peerId: string) => ({
    hello: options.hello,
    checkHello: (body: Uint8Array) => options.checkHello(peerId, body),
  });
  const links = createLinks({
    selfPeerId,
    connections,
    callbacks,
    channel: (peerId, lane) => ({ ...settings[lane], ...channelOf(peerId) }),
  });

  /** Everything open to a peer, at once. */
  const cut = (peerId: string, reason: EndReason): void => {
    links.end(peerId, reason);
    for (const connection of openTo(peerId)) abortConnection(connection, reason.message);
  };
  const onRpcEnded = (peerId: string, reason: EndReason): void => {
    if (reason.refusal !== undefined) callbacks.onHelloRefused(peerId, reason.refusal);
    if (!OFFENCES.has(reason.code)) return;
    if (offences.note(peerId, performance.now()) !== undefined) {
      log.warn({ peerId, reason: reason.code }, `a peer broke the RPC protocol: ${reason.message}`);
    }
    cut(peerId, reason);
  };

  const acceptLane = (lane: Lane, stream: Stream, connection: Connection): void => {
    const peerId = connection.remotePeer.toString();
    if (admission.admits(peerId) === 'host') links.accept(lane, stream, connection);
    else cut(peerId, { code: 'not-admitted', message: 'not admitted as a host' });
  };
  const acceptRpc = (stream: Stream, connection: Connection): void => {
    const peerId = connection.remotePeer.toString();
    if (admission.admits(peerId) === undefined) {
      cut(peerId, { code: 'not-admitted', message: 'not admitted' });
      return;
    }
    const server = createRpcServer({
      peerId,
      channel: () => channel,
      callsMax: settings.callsMax,
      responseBytesMax: settings.responseBytesMax,
      handler: () => rpcHandler,
      onHandlerError: callbacks.onHandlerError,
    });
    connections.retain(connection);
    const channel = startChannel({
      ...settings.rpcServer,
      ...channelOf(peerId),
      stream,
      dialler: false,
      heartbeat: true,
      onUp: () => {},
      onFrame: (_kind, body) => server.onRequest(body),
    });
    rpcChannels.add(channel);
    void channel.ended.then((reason) => {
      rpcChannels.delete(channel);
      server.onEnded();
      connections.release(connection);
      onRpcEnded(peerId, reason);
    });
  };
  const rpcChannels = new Set<ReturnType<typeof startChannel>>();

  for (const lane of LANES) {
    const accept = (stream: Stream, connection: Connection) => acceptLane(lane, stream, connection);
    // A second one is answered by us, so that it ends the link, and is not reset silently.
    await node.handle(laneProtocol(lane), accept, { maxInboundStreams: 2, maxOutboundStreams: 2 });
  }
  await node.handle(RPC_PROTOCOL, acceptRpc, {
    maxInboundStreams: RPC_STREAMS_MAX,
    maxOutboundStreams: RPC_STREAMS_MAX,
  });

  const housekeeping = setInterval(() => {
    connections.reap(node.getConnections(), Date.now());
    const untold = callbacks.tellDue();
    if (untold > 0) log.warn({ count: untold }, 'more strangers were refused, not named here');
  }, HOUSEKEEPING_MS);
  housekeeping.unref();

  const superviseLink = (peerId: string, addresses: readonly Multiaddr[]): void => {
    const stop = new AbortController();
    supervised.set(peerId, { stop, addresses });
    // The other side dials. Comparing the texts gives both the same answer.
    if (peerId < selfPeerId) return;
    const signal = AbortSignal.any([stop.signal, stopping.signal]);
    void supervise(
      async () => {
        const connection = await connect(node, addresses, signal);
        return links.open(connection, signal);
      },
      (error) => {
        const { name, message } = describeError(error);
        const code = admission.admits(peerId) === undefined ? 'not-admitted' : 'unreachable';
        links.noteDown(peerId, { code, message });
        log.debug({ peerId, error: name }, `dial failed: ${message}`);
      },
      signal,
    );
  };

  return {
    peerId: selfPeerId,
    publicKey: publicKeyFromPeerId(selfPeerId),
    addresses: () => node.getMultiaddrs().map((address) => address.toString()),
    setPeers(peers: readonly PeerAddress[]) {
      const wanted = new Map(
        peers
          .filter(({ peerId }) => peerId !== selfPeerId)
          .map(({ peerId, addresses }) => {
            peerIdBytes(peerId);
            return [peerId, addresses.map((address) => parseAddress(address, peerId))];
          }),
      );
      for (const [peerId, { stop, addresses }] of supervised) {
        const next = wanted.get(peerId);
        if (next !== undefined && sameAddresses(next, addresses)) continue;
        stop.abort();
        supervised.delete(peerId);
        if (next !== undefined) continue;
        links.end(peerId, { code: 'removed', message: 'no longer in the list of peers' });
        links.forget(peerId);
      }
      for (const [peerId, addresses] of wanted) {
        if (!supervised.has(peerId)) superviseLink(peerId, addresses);
      }
    },
    sendFrame(peerId, lane, kind, body) {
      settings.checkFrame(kind, body);
      return links.send(peerId, lane, kind, body);
    },
    links: () => links.status(supervised.keys()),
    evictUnadmitted() {
      for (const connection of node.getConnections()) {
        const peerId = connection.remotePeer.toString();
        const role = admission.admits(peerId);
        const reason: EndReason = { code: 'not-admitted', message: 'no longer admitted' };
        if (role === undefined) cut(peerId, reason);
        else if (role === 'client') links.end(peerId, reason);
      }
    },
    dropPeer: (peerId, message) => cut(peerId, { code: 'dropped', message }),
    handleRpc(handler) {
      rpcHandler = handler;
    },
    async dial(address, { signal } = {}) {
      const parsed = parseAddress(address);
      const peerId = parsed.getComponents().at(-1)!.value!;
      if (stopping.signal.aborted) throw new P2pError('closed', 'this host stops', { peerId });
      if (admission.admits(peerId) === undefined) {
        throw new P2pError('not-admitted', `${peerId} is not admitted here`, { peerId });
      }
      return dialRpc({
        node,
        address: parsed,
        peerId,
        connections,
        channel: { ...settings.rpcClient, ...channelOf(peerId) },
        signal,
        onEnded: (_connection, reason) => onRpcEnded(peerId, reason),
      });
    },
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      callbacks.mute();
      clearInterval(housekeeping);
      const reason: EndReason = { code: 'stopped', message: 'this host stops' };
      const farewell = [links.finishAll(reason)];
      for (const channel of rpcChannels) farewell.push(channel.finish(reason));
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, FAREWELL_MS);
      await Promise.race([Promise.all(farewell), late.promise]);
      clearTimeout(timer);
      for (const connection of node.getConnections()) abortConnection(connection, reason.message);
      await node.stop();
    },
  };
}

function sameAddresses(one: readonly Multiaddr[], other: readonly Multiaddr[]): boolean {
  return one.length === other.length && one.every((address, at) => address.equals(other[at]!));
}
