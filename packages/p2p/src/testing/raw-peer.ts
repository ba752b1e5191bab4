/** A peer that is admitted, speaks libp2p, and then sends whatever a test wants. @module */
import type { Connection, Libp2p, Stream } from '@libp2p/interface';
import { multiaddr } from '@multiformats/multiaddr';
import { encodeFrame } from '../framing.ts';
import { KIND, LANES, type Lane, laneProtocol, RPC_PROTOCOL } from '../kinds.ts';
import { createTransport } from '../transport.ts';

export type RawPeer = {
  readonly peerId: string;
  readonly node: Libp2p;
  readonly connect: (address: string) => Promise<Connection>;
  /** A stream after hello. */
  readonly greet: (connection: Connection, protocol: string) => Promise<Stream>;
  /** Both lanes after hello: the victim takes the link for up. */
  readonly link: (connection: Connection) => Promise<ReadonlyMap<Lane, Stream>>;
  readonly stop: () => Promise<void>;
};

const running = new Set<Libp2p>();

export async function startRawPeer(seed: Uint8Array): Promise<RawPeer> {
  const node = await createTransport({
    seed,
    listen: [],
    trustedIps: [],
    admitsInbound: () => true,
    admitsOutbound: () => true,
  });
  await node.start();
  running.add(node);
  const greet = async (connection: Connection, protocol: string): Promise<Stream> => {
    const stream = await connection.newStream(protocol);
    const answered = new Promise<void>((resolve, reject) => {
      stream.addEventListener('message', () => resolve(), { once: true });
      stream.addEventListener('close', () => reject(new Error('closed')), { once: true });
    });
    stream.send(encodeFrame(KIND.hello, Uint8Array.of(1)));
    await answered;
    stream.send(encodeFrame(KIND.hello, new Uint8Array()));
    return stream;
  };
  return {
    peerId: node.peerId.toString(),
    node,
    connect: (address) => node.dial(multiaddr(address)),
    greet,
    async link(connection) {
      const streams = new Map<Lane, Stream>();
      for (const lane of LANES) streams.set(lane, await greet(connection, laneProtocol(lane)));
      return streams;
    },
    async stop() {
      running.delete(node);
      for (const connection of node.getConnections()) connection.abort(new Error('stop'));
      await node.stop();
    },
  };
}

/** For afterEach. */
export async function stopRawPeers(): Promise<void> {
  await Promise.all([...running].map((node) => node.stop()));
  running.clear();
}

export const PROTOCOLS: readonly string[] = [...LANES.map(laneProtocol), RPC_PROTOCOL];
