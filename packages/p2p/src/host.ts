/** A host: one libp2p node, its links to other hosts, and RPC both ways. @module */
import type { Connection, Libp2p, Stream } from '@libp2p/interface';
import type { Host, HostOptions, Logger, StreamUse } from './api.ts';
import { type Callbacks, createCallbacks } from './callbacks.ts';
import { abortConnection, type Connections, createConnections } from './connections.ts';
import { dialRpc, parseAddress } from './dialling.ts';
import type { EndReason } from './errors.ts';
import { P2pError } from './errors.ts';
import { KIND, LANES, type Lane, laneProtocol, RPC_PROTOCOL } from './kinds.ts';
import { createLinks, type Links } from './links.ts';
import { createOnceAMinute } from './once-a-minute.ts';
import { publicKeyFromPeerId } from './peer-id.ts';
import { createPeers } from './peers.ts';
import { createRpcAcceptor, type RpcAcceptor } from './rpc-accept.ts';
import { resolveSettings, type Settings } from './settings.ts';
import { createTransport } from './transport.ts';

/** Connections of one peer at once: a host has one, and while it comes back two. */
const HOST_CONNECTIONS_MAX = 8;
const CLIENT_CONNECTIONS_MAX = 64;
const RPC_STREAMS_MAX = 16;
const HOUSEKEEPING_MS = 5_000;
const FAREWELL_MS = 300;

const SILENT: Logger = { debug: () => {}, info: () => {}, warn: () => {} };
/** Only a peer that breaks the rules ends like this. */
const OFFENCES: ReadonlySet<EndReason['code']> = new Set([
  'oversized',
  'unknown-kind',
  'truncated',
  'malformed',
]);

/** What the parts below share. */
type Context = {
  readonly options: HostOptions;
  readonly log: Logger;
  readonly settings: Settings;
  readonly callbacks: Callbacks;
  readonly connections: Connections;
  readonly node: Libp2p;
  readonly links: Links;
  readonly openTo: (peerId: string) => readonly Connection[];
  /** Ends everything open to a peer, at once. */
  readonly cut: (peerId: string, reason: EndReason) => void;
  readonly onRpcEnded: (peerId: string, reason: EndReason) => void;
};

/**
 * Starts listening. Links are made once {@link Host.setPeers} names the peers.
 * @throws RangeError for a seed that is not 32 bytes, or limits that contradict each other
 * @throws Error of libp2p when an address cannot be listened on
 */
export async function createHost(options: HostOptions): Promise<Host> {
  const context = await createContext(options);
  const { callbacks, connections, links, log, node, settings } = context;
  const rpc = createRpcAcceptor({
    channel: (peerId) => ({ ...settings.rpcServer, ...greeting(context, peerId, 'rpc') }),
    callsMax: settings.callsMax,
    responseBytesMax: settings.responseBytesMax,
    connections,
    onEnded: context.onRpcEnded,
    onHandlerError: callbacks.onHandlerError,
  });
  await handleProtocols(context, rpc);
  const stopping = new AbortController();
  const peers = createPeers({
    node,
    links,
    admission: options.admission,
    log,
    stopping: stopping.signal,
  });
  const housekeeping = setInterval(() => {
    connections.reap(node.getConnections(), Date.now());
    const untold = callbacks.tellDue();
    if (untold > 0) log.warn({ count: untold }, 'more strangers were refused, not named here');
  }, HOUSEKEEPING_MS);
  housekeeping.unref();
  const selfPeerId = node.peerId.toString();
  // Not before everything is in place: peers may come at once.
  try {
    await node.start();
  } catch (error) {
    // An address that is taken leaves a node half started.
    clearInterval(housekeeping);
    await node.stop();
    throw error;
  }

  return {
    peerId: selfPeerId,
    publicKey: publicKeyFromPeerId(selfPeerId),
    addresses: () => node.getMultiaddrs().map((address) => address.toString()),
    setPeers: peers.set,
    sendFrame(peerId, lane, kind, body) {
      settings.checkFrame(kind, body);
      return links.send(peerId, lane, kind, body);
    },
    links: () => links.status(peers.peerIds()),
    evictUnadmitted: () => evictUnadmitted(context),
    dropPeer: (peerId, message) => context.cut(peerId, { code: 'dropped', message }),
    handleRpc: rpc.handle,
    async dial(address, { signal } = {}) {
      const parsed = parseAddress(address);
      const peerId = parsed.getComponents().at(-1)!.value!;
      if (stopping.signal.aborted) throw new P2pError('closed', 'this host stops', { peerId });
      if (options.admission.admits(peerId) === undefined) {
        throw new P2pError('not-admitted', `${peerId} is not admitted here`, { peerId });
      }
      const channel = { ...settings.rpcClient, ...greeting(context, peerId, 'rpc') };
      const onEnded = (reason: EndReason): void => context.onRpcEnded(peerId, reason);
      return dialRpc({ node, address: parsed, peerId, connections, channel, signal, onEnded });
    },
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      callbacks.mute();
      clearInterval(housekeeping);
      await sayFarewell(context, rpc);
      await node.stop();
    },
  };
}

async function createContext(options: HostOptions): Promise<Context> {
  const settings = resolveSettings(options);
  const { admission, log = SILENT } = options;
  const callbacks = createCallbacks(options.handlers ?? {});
  const connections = createConnections();
  const offences = createOnceAMinute();
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
  const links = createLinks({
    selfPeerId: node.peerId.toString(),
    connections,
    callbacks,
    channel: (peerId, lane) => ({ ...settings[lane], ...greeting(context, peerId, 'lane') }),
  });
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
  const context: Context = {
    options,
    log,
    settings,
    callbacks,
    connections,
    node,
    links,
    openTo,
    cut,
    onRpcEnded,
  };
  return context;
}

/** The caller's hello and check, guarded: what they throw is the caller's bug. */
function greeting({ options, settings, callbacks }: Context, peerId: string, on: StreamUse) {
  const helloBytesMax = settings.sign.sends.get(KIND.hello) ?? 0;
  return {
    hello(): Uint8Array {
      try {
        const hello = options.hello(peerId, on);
        if (hello.length <= helloBytesMax) return hello;
        throw new RangeError(`a hello of ${hello.length} bytes`);
      } catch (error) {
        callbacks.onHandlerError(error, peerId);
        // The other side will refuse it, and say so.
        return new Uint8Array();
      }
    },
    checkHello(body: Uint8Array) {
      try {
        return options.checkHello(peerId, body, on);
      } catch (error) {
        callbacks.onHandlerError(error, peerId);
        return { ok: false, code: 'E_INTERNAL', message: 'hello could not be checked' } as const;
      }
    },
  };
}

async function handleProtocols(context: Context, rpc: RpcAcceptor): Promise<void> {
  const { cut, links, node, options } = context;
  const acceptLane = (lane: Lane, stream: Stream, connection: Connection): void => {
    const peerId = connection.remotePeer.toString();
    if (options.admission.admits(peerId) === 'host') links.accept(lane, stream, connection);
    else cut(peerId, { code: 'not-admitted', message: 'not admitted as a host' });
  };
  const acceptRpc = (stream: Stream, connection: Connection): void => {
    const peerId = connection.remotePeer.toString();
    if (options.admission.admits(peerId) !== undefined) rpc.accept(stream, connection);
    else cut(peerId, { code: 'not-admitted', message: 'not admitted' });
  };
  for (const lane of LANES) {
    const accept = (stream: Stream, connection: Connection): void => {
      const { lanesAfter } = options;
      if (lanesAfter === undefined) acceptLane(lane, stream, connection);
      else {
        // What comes meanwhile waits in the stream; whoever dials gives up after a while.
        void lanesAfter.then(() => {
          if (stream.status === 'open') acceptLane(lane, stream, connection);
        });
      }
    };
    // A second one is answered by us, so that it ends the link, and is not reset silently.
    await node.handle(laneProtocol(lane), accept, { maxInboundStreams: 2, maxOutboundStreams: 2 });
  }
  await node.handle(RPC_PROTOCOL, acceptRpc, {
    maxInboundStreams: RPC_STREAMS_MAX,
    maxOutboundStreams: RPC_STREAMS_MAX,
  });
}

function evictUnadmitted({ cut, links, node, options }: Context): void {
  const reason: EndReason = { code: 'not-admitted', message: 'no longer admitted' };
  for (const connection of node.getConnections()) {
    const peerId = connection.remotePeer.toString();
    const role = options.admission.admits(peerId);
    if (role === undefined) cut(peerId, reason);
    else if (role === 'client') links.end(peerId, reason);
  }
}

/** Sends what is queued, for at most {@link FAREWELL_MS}, and closes everything. */
async function sayFarewell({ links, node }: Context, rpc: RpcAcceptor): Promise<void> {
  const reason: EndReason = { code: 'stopped', message: 'this host stops' };
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, FAREWELL_MS);
  await Promise.race([Promise.all([links.finishAll(reason), rpc.finishAll(reason)]), late]);
  clearTimeout(timer);
  for (const connection of node.getConnections()) abortConnection(connection, reason.message);
}
