/**
 * Links: all lanes to one peer over one connection. A link is up when every lane has exchanged
 * hello, and down as a whole as soon as one lane ends, with the reason of the first.
 *
 * Of each pair the host with the lower PeerId dials, so two hosts never hold two links. When the
 * dialler comes back before we noticed that it was gone, its new link replaces the old one.
 * @module
 */
import type { Connection, Stream } from '@libp2p/interface';
import type { LinkStatus } from './api.ts';
import type { Callbacks } from './callbacks.ts';
import { type Channel, startChannel } from './channel.ts';
import { abortConnection, type Connections } from './connections.ts';
import { describeError, type EndReason } from './errors.ts';
import { LANES, type Lane, laneProtocol } from './kinds.ts';

/** All lanes have to be up by then. */
const UP_WITHIN_MS = 10_000;

/** What the gater of the other side does to us: the dial succeeds, and then the connection ends. */
const REJECTED: EndReason = {
  code: 'rejected',
  message: 'the peer closed the connection before hello: it may not admit us',
};

export type LaneChannelOptions = Pick<
  Parameters<typeof startChannel>[0],
  'accepts' | 'sends' | 'queueBytesMax' | 'hello' | 'checkHello'
>;

type Link = {
  readonly peerId: string;
  readonly connection: Connection;
  readonly dialler: boolean;
  readonly channels: Map<Lane, Channel>;
  readonly upLanes: Set<Lane>;
  readonly timer: NodeJS.Timeout;
  /** Resolves when it is up or over. */
  readonly decided: PromiseWithResolvers<void>;
  readonly ended: PromiseWithResolvers<EndReason>;
  hello: Uint8Array;
  state: 'opening' | 'up' | 'over';
};

export type Links = {
  /** Opens all lanes, as the dialler. Resolves when the link has ended. */
  readonly open: (connection: Connection, signal: AbortSignal) => Promise<EndReason>;
  /** A lane that the peer, the dialler, has opened. */
  readonly accept: (lane: Lane, stream: Stream, connection: Connection) => void;
  readonly send: (peerId: string, lane: Lane, kind: number, body: Uint8Array) => boolean;
  readonly isUp: (peerId: string) => boolean;
  /** Ends the link to a peer, also one that is just opening. */
  readonly end: (peerId: string, reason: EndReason) => void;
  /** Sends what is queued and ends all links. */
  readonly finishAll: (reason: EndReason) => Promise<void>;
  /** Why there is no link, found before there was one. */
  readonly noteDown: (peerId: string, reason: EndReason) => void;
  /** Forgets a peer that has no link. */
  readonly forget: (peerId: string) => void;
  readonly status: (peerIds: Iterable<string>) => LinkStatus[];
};

export function createLinks(options: {
  readonly selfPeerId: string;
  readonly channel: (peerId: string, lane: Lane) => LaneChannelOptions;
  readonly connections: Connections;
  readonly callbacks: Callbacks;
}): Links {
  const { callbacks, connections } = options;
  const upLinks = new Map<string, Link>();
  const allLinks = new Map<Connection, Link>();
  const lastDown = new Map<string, { readonly reason: EndReason; readonly sinceMs: number }>();
  const upSinceMs = new WeakMap<Link, number>();

  const createLink = (connection: Connection, dialler: boolean): Link => {
    const link: Link = {
      peerId: connection.remotePeer.toString(),
      connection,
      dialler,
      channels: new Map(),
      upLanes: new Set(),
      timer: setTimeout(() => {
        end(link, { code: 'no-hello', message: `not all lanes up within ${UP_WITHIN_MS} ms` });
      }, UP_WITHIN_MS),
      decided: Promise.withResolvers(),
      ended: Promise.withResolvers(),
      hello: new Uint8Array(),
      state: 'opening',
    };
    link.timer.unref();
    connections.retain(connection);
    allLinks.set(connection, link);
    connection.addEventListener(
      'close',
      () => end(link, { code: 'lost', message: 'the connection ended' }),
      { once: true },
    );
    return link;
  };

  const end = (link: Link, given: EndReason): void => {
    if (link.state === 'over') return;
    const unheard = link.dialler && link.state === 'opening' && link.upLanes.size === 0;
    const reason = unheard && given.code === 'lost' ? REJECTED : given;
    const wasUp = link.state === 'up';
    link.state = 'over';
    clearTimeout(link.timer);
    allLinks.delete(link.connection);
    if (upLinks.get(link.peerId) === link) upLinks.delete(link.peerId);
    for (const channel of link.channels.values()) channel.abort(reason);
    connections.release(link.connection);
    // Both sides drop the whole connection, so none keeps half of a link.
    abortConnection(link.connection, reason.message);
    if (!upLinks.has(link.peerId)) noteDown(link.peerId, reason);
    link.decided.resolve();
    link.ended.resolve(reason);
    if (reason.refusal !== undefined) callbacks.onHelloRefused(link.peerId, reason.refusal);
    if (wasUp) callbacks.onPeerDown(link.peerId, reason);
  };

  const noteDown = (peerId: string, reason: EndReason): void => {
    const before = lastDown.get(peerId);
    lastDown.set(peerId, { reason, sinceMs: before?.sinceMs ?? Date.now() });
  };

  const laneUp = (link: Link, lane: Lane, hello: Uint8Array): void => {
    if (link.state !== 'opening') return;
    link.upLanes.add(lane);
    if (lane === 'sign') link.hello = hello;
    if (link.upLanes.size < LANES.length) return;
    const older = upLinks.get(link.peerId);
    if (older !== undefined) {
      end(older, { code: 'replaced', message: 'the peer came back on another connection' });
    }
    link.state = 'up';
    clearTimeout(link.timer);
    upLinks.set(link.peerId, link);
    upSinceMs.set(link, Date.now());
    lastDown.delete(link.peerId);
    callbacks.onPeerUp(link.peerId, link.hello);
    link.decided.resolve();
  };

  const addLane = (link: Link, lane: Lane, stream: Stream): void => {
    const { peerId } = link;
    const deliver = (kind: number, body: Uint8Array): void | Promise<void> =>
      link.state === 'up' ? callbacks.onFrame(peerId, lane, kind, body) : undefined;
    const channel = startChannel({
      ...options.channel(peerId, lane),
      stream,
      dialler: link.dialler,
      heartbeat: lane === 'sign',
      onUp: (hello) => laneUp(link, lane, hello),
      // One lane may be up before the other; its frames wait until the peer is.
      onFrame: (kind, body) =>
        link.state === 'opening'
          ? link.decided.promise.then(() => deliver(kind, body))
          : deliver(kind, body),
    });
    link.channels.set(lane, channel);
    void channel.ended.then((reason) => end(link, reason));
  };

  return {
    async open(connection, signal) {
      const existing = allLinks.get(connection);
      if (existing !== undefined) return existing.ended.promise;
      const link = createLink(connection, true);
      try {
        for (const lane of LANES) {
          const stream = await connection.newStream(laneProtocol(lane), { signal });
          if (link.state === 'over') {
            stream.abort(new Error('the link is over'));
            break;
          }
          addLane(link, lane, stream);
        }
      } catch (error) {
        end(link, { code: 'lost', message: describeError(error).message });
      }
      return link.ended.promise;
    },
    accept(lane, stream, connection) {
      const peerId = connection.remotePeer.toString();
      const link = allLinks.get(connection) ?? createLink(connection, false);
      if (link.dialler || peerId > options.selfPeerId || link.channels.has(lane)) {
        const what = link.channels.has(lane)
          ? `a second ${lane} lane`
          : 'a lane from the wrong side';
        end(link, { code: 'malformed', message: what });
        return;
      }
      addLane(link, lane, stream);
    },
    send: (peerId, lane, kind, body) =>
      upLinks.get(peerId)?.channels.get(lane)?.send(kind, body) ?? false,
    isUp: (peerId) => upLinks.has(peerId),
    end(peerId, reason) {
      for (const link of allLinks.values()) if (link.peerId === peerId) end(link, reason);
    },
    async finishAll(reason) {
      const links = [...allLinks.values()];
      const channels = links.flatMap((link) => [...link.channels.values()]);
      await Promise.all(channels.map((channel) => channel.finish(reason)));
      for (const link of links) end(link, reason);
    },
    noteDown,
    forget: (peerId) => lastDown.delete(peerId),
    status: (peerIds) =>
      [...new Set([...peerIds, ...upLinks.keys()])].map((peerId) => {
        const link = upLinks.get(peerId);
        if (link !== undefined) {
          const rttMs = link.channels.get('sign')?.rttMs();
          const status = { peerId, up: true, lanes: LANES, sinceMs: upSinceMs.get(link) ?? 0 };
          return rttMs === undefined ? status : { ...status, rttMs };
        }
        const down = lastDown.get(peerId);
        const status = { peerId, up: false, lanes: [], sinceMs: down?.sinceMs ?? 0 };
        return down === undefined ? status : { ...status, reason: down.reason };
      }),
  };
}
