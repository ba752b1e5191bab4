/**
 * The libp2p node below everything: TCP, Noise, Yamux, and a gater that knows everybody by name.
 * No identify, no ping, no discovery.
 * @module
 */
import { noise } from '@chainsafe/libp2p-noise';
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import type { ConnectionGater, Libp2p } from '@libp2p/interface';
import { tcp } from '@libp2p/tcp';
import { yamux } from '@libp2p/yamux';
import { createLibp2p } from 'libp2p';

export const CONNECT_WITHIN_MS: number = 5_000;
/** Of several addresses each gets its share of the time. */
const ADDRESS_WITHIN_MS = 2_500;
/** Above any roster with its requesters; libp2p would otherwise close the links of members. */
const CONNECTIONS_MAX = 4_096;
const STREAMS_PER_CONNECTION_MAX = 32;

/** Not started yet. */
export async function createTransport(options: {
  readonly seed: Uint8Array;
  readonly listen: readonly string[];
  readonly trustedIps: readonly string[];
  /** May a connection to or from this peer exist? Asked after its identity is proven. */
  readonly admitsInbound: (peerId: string) => boolean;
  readonly admitsOutbound: (peerId: string) => boolean;
}): Promise<Libp2p> {
  if (options.seed.length !== 32) throw new RangeError(`seed of ${options.seed.length} bytes`);
  const inbound = (peer: { toString(): string }): boolean =>
    !options.admitsInbound(peer.toString());
  const outbound = (peer: { toString(): string }): boolean =>
    !options.admitsOutbound(peer.toString());
  const connectionGater: ConnectionGater = {
    denyDialPeer: outbound,
    denyOutboundEncryptedConnection: outbound,
    // The identity is proven by now, and the muxer not started: a stranger gets no further.
    denyInboundEncryptedConnection: inbound,
    denyInboundRelayReservation: () => true,
    denyOutboundRelayedConnection: () => true,
    denyInboundRelayedConnection: () => true,
    filterMultiaddrForPeer: outbound,
  };
  return createLibp2p({
    start: false,
    privateKey: await generateKeyPairFromSeed('Ed25519', options.seed),
    addresses: { listen: [...options.listen] },
    transports: [
      tcp({
        dialOpts: { noDelay: true, keepAlive: true },
        listenOpts: { noDelay: true, keepAlive: true },
      }),
    ],
    connectionEncrypters: [noise()],
    streamMuxers: [
      yamux({
        maxInboundStreams: STREAMS_PER_CONNECTION_MAX,
        maxOutboundStreams: STREAMS_PER_CONNECTION_MAX,
        maxEarlyStreams: 4,
        streamOptions: {
          // Below the read buffer's limit, or a paused stream would be reset.
          maxStreamWindowSize: 1024 * 1024,
          maxReadBufferLength: 4 * 1024 * 1024,
          // Infinite unless given: a peer that stops reading would grow our heap.
          maxWriteBufferLength: 8 * 1024 * 1024,
        },
      }),
    ],
    connectionGater,
    connectionManager: {
      allow: options.trustedIps.map(ipMultiaddr),
      // Per IP and second, for everybody else.
      inboundConnectionThreshold: 20,
      maxIncomingPendingConnections: 32,
      maxConnections: CONNECTIONS_MAX,
      dialTimeout: CONNECT_WITHIN_MS,
      addressDialTimeout: ADDRESS_WITHIN_MS,
      inboundUpgradeTimeout: CONNECT_WITHIN_MS,
      inboundStreamProtocolNegotiationTimeout: CONNECT_WITHIN_MS,
      outboundStreamProtocolNegotiationTimeout: CONNECT_WITHIN_MS,
      maxParallelDials: 100,
    },
    // It closes healthy connections whose event loop is busy. We have heartbeats of our own.
    connectionMonitor: { enabled: false },
    nodeInfo: { name: 'permafrost', version: '1', userAgent: 'permafrost' },
  });
}

/** `10.0.0.7`, `10.0.0.0/8`, `::1` → the multiaddr that libp2p's allow list takes. */
export function ipMultiaddr(ip: string): string {
  const [address = '', bits] = ip.split('/');
  const base = `/${address.includes(':') ? 'ip6' : 'ip4'}/${address}`;
  return bits === undefined ? base : `${base}/ipcidr/${bits}`;
}
