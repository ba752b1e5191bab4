/** What node and client see of the network. @module */
import type { EndReason, Refusal } from './errors.ts';
import type { Lane, Limits } from './kinds.ts';

/** Hosts may open all protocols, clients RPC alone. */
export type Role = 'host' | 'client';

/** Who may connect. Asked at each connection and stream; `undefined` is nobody we know. */
export type Admission = {
  readonly admits: (peerId: string) => Role | undefined;
};

/** What a stream is for: a lane of a link between hosts, or calls. */
export type StreamUse = 'lane' | 'rpc';

export type HelloVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** The subset of a logger that is used; pino fits. */
export type Logger = {
  readonly debug: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void;
};

export type HostHandlers = {
  /** All lanes to that peer are up. `hello` is the body of its hello. */
  readonly onPeerUp?: (peerId: string, hello: Uint8Array) => void;
  /** A link that was up is down. */
  readonly onPeerDown?: (peerId: string, reason: EndReason) => void;
  /**
   * A frame of the caller's own kinds. While the promise is pending nothing more is read from that
   * lane, and in the end the peer has to wait. What it throws is given to `onHandlerError`.
   */
  readonly onFrame?: (
    peerId: string,
    lane: Lane,
    kind: number,
    body: Uint8Array,
  ) => void | Promise<void>;
  /** Strangers, at most once per PeerId and minute; `count` is how often since the last time. */
  readonly onRefused?: (peerId: string, count: number) => void;
  /** A hello was refused, by us or by the peer; at most once per peer, refusal code and minute. */
  readonly onHelloRefused?: (peerId: string, refusal: Refusal) => void;
  /** A handler threw, which is a bug of the caller's. Unless given, it is thrown as uncaught. */
  readonly onHandlerError?: (error: unknown, peerId: string) => void;
};

export type HostOptions = {
  /** Ed25519 seed, 32 bytes. Copied. */
  readonly seed: Uint8Array;
  /** Multiaddrs such as `/ip4/127.0.0.1/tcp/0`; empty for a client. */
  readonly listen: readonly string[];
  readonly admission: Admission;
  /** The body of our hello, made anew for each stream. At most `limits.get(1)` bytes. */
  readonly hello: (peerId: string, on: StreamUse) => Uint8Array;
  /** Decides about a peer's hello, on every lane and RPC stream. */
  readonly checkHello: (peerId: string, body: Uint8Array, on: StreamUse) => HelloVerdict;
  /** Lanes that peers open wait for it, unanswered; RPC does not. At once unless given. */
  readonly lanesAfter?: Promise<void>;
  readonly handlers?: HostHandlers;
  /**
   * Largest bodies of the caller's kinds (16 to 255) in bytes; also of hello (1; 1 KiB unless
   * given), RPC request (4; 320 KiB) and response (5; 1 MiB).
   */
  readonly limits: Limits;
  /** Bytes that may wait to be sent, per lane and for each RPC connection; 4 MiB unless given. */
  readonly queueBytesMax?: { readonly [lane in Lane | 'rpc']?: number };
  /** IPs (or CIDR blocks) of the roster, exempt from the limit of new connections per second. */
  readonly trustedIps?: readonly string[];
  /** Calls at once on one RPC connection; 64 unless given. */
  readonly callsMax?: number;
  readonly log?: Logger;
};

export type PeerAddress = {
  readonly peerId: string;
  /** Multiaddrs, with or without the PeerId. */
  readonly addresses: readonly string[];
};

export type LinkStatus = {
  readonly peerId: string;
  /** All lanes have exchanged hello. */
  readonly up: boolean;
  readonly lanes: readonly Lane[];
  /** Of the latest heartbeat. */
  readonly rttMs?: number;
  /** Wall clock, when it went up or down. */
  readonly sinceMs: number;
  /** Why it is down. */
  readonly reason?: EndReason;
};

export type Host = {
  readonly peerId: string;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
  /** Where it listens: multiaddrs that end in the PeerId. */
  readonly addresses: () => readonly string[];
  /** The hosts to keep links to. Called again, it replaces the list. */
  readonly setPeers: (peers: readonly PeerAddress[]) => void;
  /**
   * False when there is no link or its queue is full: nothing was sent then. The body is copied.
   * @throws RangeError when the kind is not in the limits, or the body is larger
   */
  readonly sendFrame: (peerId: string, lane: Lane, kind: number, body: Uint8Array) => boolean;
  readonly links: () => readonly LinkStatus[];
  /** Closes what is open to peers that are no longer admitted, or admitted as a client only. */
  readonly evictUnadmitted: () => void;
  /** Closes all that is open to a peer that broke the caller's rules. It may come back. */
  readonly dropPeer: (peerId: string, message: string) => void;
  /** Who answers RPC; until it is set, calls fail with `E_BUSY`. */
  readonly handleRpc: (handler: RpcHandler) => void;
  /**
   * An RPC connection to a host. It shares the link's connection where there is one.
   * @param address multiaddr that ends in the PeerId
   * @throws P2pError `refused`, `not-admitted`, `unreachable` (after 5 s at most), `cancelled`
   * @throws RangeError when the address has no PeerId
   */
  readonly dial: (
    address: string,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<RpcConnection>;
  /** Nothing is called back any more once this was called. */
  readonly stop: () => Promise<void>;
};

/** What it throws or rejects with is a bug of the caller's: the other side hears `E_INTERNAL`. */
export type RpcHandler = (call: RpcCall) => void | Promise<void>;

/** A call at the side that answers. */
export type RpcCall = {
  readonly peerId: string;
  readonly id: number;
  readonly body: Uint8Array;
  /** Aborted when the caller cancels or goes away. */
  readonly signal: AbortSignal;
  /**
   * Sends a response; with `more: false`, the last one. Order is kept. Resolves when there was room
   * to queue it (wait for it in a stream of many), false when the caller is gone.
   * @throws RangeError when the body is larger than `limits.get(5)`
   */
  readonly respond: (body: Uint8Array, options: { readonly more: boolean }) => Promise<boolean>;
  /** Ends a stream of responses without another one. */
  readonly end: () => Promise<boolean>;
  /** Ends the call with an error that the caller sees as P2pError `remote`. */
  readonly fail: (code: string, message: string) => Promise<boolean>;
};

export type RpcConnection = {
  readonly peerId: string;
  /** Body of the other host's hello. */
  readonly hello: Uint8Array;
  /**
   * Sends the request when iterated, and yields its responses. Leaving the loop cancels the call.
   * A consumer that stops reading holds up the other calls of this connection.
   * @throws P2pError `closed`, `cancelled`, `busy`, `remote`
   */
  readonly call: (
    body: Uint8Array,
    options?: { readonly signal?: AbortSignal },
  ) => AsyncIterable<Uint8Array>;
  /** The first response alone. */
  readonly callOne: (
    body: Uint8Array,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Uint8Array>;
  /** Latest round trip of a heartbeat. */
  readonly rttMs: () => number | undefined;
  /** Never rejects. */
  readonly closed: Promise<EndReason>;
  readonly close: () => void;
};
