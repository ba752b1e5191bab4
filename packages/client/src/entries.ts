/**
 * The way into the network: which of the given nodes is talked to, and what happens when one is
 * gone, refuses or hangs. Nodes are tried in the order in which they were given.
 * @module
 */
import { createHost, type Host, P2pError, type RpcConnection } from '@permafrost/p2p';
import {
  decodeMessage,
  type ErrorCode,
  encodeMessage,
  isErrorCode,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import { PermafrostError } from './errors.ts';

/** Protocol version spoken, and the lowest one still understood. */
const VERSION = 1;
/** How long one node may take before the next is tried besides it. */
export const HEDGE_MS: number = 400;
const DIAL_MS = 5_000;

export type Peer = {
  /** Multiaddr that ends in the PeerId. */
  readonly address: string;
  readonly peerId: string;
  /** Roster name, or the PeerId where no roster is known. */
  readonly name: string;
};

export type Entry = { readonly peer: Peer; readonly connection: RpcConnection };

export type Entries = {
  readonly peers: readonly Peer[];
  /** Our own PeerId. */
  readonly peerId: string;
  /**
   * An open connection to the first node that takes us, those in `without` left out.
   * @throws PermafrostError E_UNAUTHENTICATED, E_THRESHOLD, E_CLOCK_SKEW, E_VERSION, E_CANCELLED
   */
  readonly get: (options: {
    readonly signal?: AbortSignal | undefined;
    readonly without?: ReadonlySet<string>;
  }) => Promise<Entry>;
  /** A connection to this very node. @throws PermafrostError as `get` */
  readonly at: (peer: Peer, signal?: AbortSignal) => Promise<Entry>;
  readonly close: () => Promise<void>;
};

/** Why one node could not be used. */
type Refused = {
  readonly peer: Peer;
  readonly why: 'down' | 'unauthenticated' | 'hello' | 'cancelled';
  readonly code?: ErrorCode;
  readonly message: string;
};

class DialRefused extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.message);
    this.refused = refused;
  }
}

/** @param seed Ed25519, 32 bytes: the identity that nodes see */
export async function openEntries(seed: Uint8Array, peers: readonly Peer[]): Promise<Entries> {
  const admitted = new Set(peers.map((peer) => peer.peerId));
  const host = await createHost({
    seed,
    listen: [],
    admission: { admits: (peerId) => (admitted.has(peerId) ? 'host' : undefined) },
    hello: clientHello,
    checkHello: (_, body) => checkHello(body, Date.now()),
    // A request frame carries a few bytes of its own besides the message.
    limits: new Map([
      [1, limits.HELLO_BYTES_MAX],
      [4, limits.RPC_REQUEST_BYTES_MAX + 16],
      [5, limits.RPC_RESPONSE_BYTES_MAX + 16],
    ]),
  });
  const open = new Map<string, Promise<RpcConnection>>();

  function dial(peer: Peer): Promise<RpcConnection> {
    const known = open.get(peer.address);
    if (known !== undefined) return known;
    const fresh = dialOne(host, peer);
    open.set(peer.address, fresh);
    const forget = () => {
      if (open.get(peer.address) === fresh) open.delete(peer.address);
    };
    fresh.then((connection) => connection.closed.then(forget), forget);
    return fresh;
  }

  async function at(peer: Peer, signal?: AbortSignal): Promise<Entry> {
    try {
      return { peer, connection: await abortable(dial(peer), signal) };
    } catch (error) {
      if (!(error instanceof DialRefused)) throw error;
      throw explain([error.refused], host.peerId);
    }
  }

  async function get(options: {
    readonly signal?: AbortSignal | undefined;
    readonly without?: ReadonlySet<string>;
  }): Promise<Entry> {
    const candidates = peers.filter((peer) => options.without?.has(peer.address) !== true);
    return abortable(raceInOrder(candidates, dial, host.peerId), options.signal);
  }

  return { peers, peerId: host.peerId, get, at, close: () => host.stop() };
}

/** Each node gets a head start before the next one; the first connection wins. */
function raceInOrder(
  candidates: readonly Peer[],
  dial: (peer: Peer) => Promise<RpcConnection>,
  self: string,
): Promise<Entry> {
  return new Promise((resolve, reject) => {
    const refused: Refused[] = [];
    let next = 0;
    let settled = false;
    let timer: NodeJS.Timeout | undefined;
    function start(): void {
      clearTimeout(timer);
      const peer = candidates[next++];
      if (settled || peer === undefined) {
        if (!settled && refused.length === candidates.length) {
          settled = true;
          reject(explain(refused, self));
        }
        return;
      }
      dial(peer).then(
        (connection) => {
          clearTimeout(timer);
          settled = true;
          resolve({ peer, connection });
        },
        (error: unknown) => {
          if (!(error instanceof DialRefused)) {
            settled = true;
            reject(error);
            return;
          }
          refused.push(error.refused);
          start();
        },
      );
      timer = setTimeout(start, HEDGE_MS);
    }
    start();
  });
}

async function dialOne(host: Host, peer: Peer): Promise<RpcConnection> {
  try {
    return await host.dial(peer.address, { signal: AbortSignal.timeout(DIAL_MS) });
  } catch (error) {
    if (!(error instanceof P2pError)) throw error;
    throw new DialRefused(refusedOf(peer, error));
  }
}

function refusedOf(peer: Peer, error: P2pError): Refused {
  const { refusal } = error;
  if (error.code !== 'refused') return { peer, why: 'down', message: error.message };
  if (refusal === undefined || refusal.code === 'E_UNAUTHENTICATED') {
    return { peer, why: 'unauthenticated', message: error.message };
  }
  const code = isErrorCode(refusal.code) ? refusal.code : 'E_INTERNAL';
  return { peer, why: 'hello', code, message: refusal.message };
}

/** One error for all that was tried. */
function explain(refused: readonly Refused[], self: string): PermafrostError {
  const reached = refused.filter((one) => one.why !== 'down');
  const odd = reached.find((one) => one.why === 'hello');
  if (odd !== undefined) {
    const message = `${odd.peer.name} refuses this client: ${odd.message}`;
    return new PermafrostError({ code: odd.code ?? 'E_INTERNAL', message, blame: [odd.peer.name] });
  }
  const down = refused.filter((one) => one.why === 'down').map((one) => one.peer.name);
  if (reached.length > 0) {
    return new PermafrostError({
      code: 'E_UNAUTHENTICATED',
      message: `no node admits this identity, PeerId ${self}`,
      hint: `an operator admits it with a key: permafrost key create NAME --suite S --threshold T --requesters ${self}`,
    });
  }
  return new PermafrostError({
    code: 'E_THRESHOLD',
    message: down.length === 0 ? 'there is no node to ask' : `no node answers: ${down.join(', ')}`,
    hint: 'start the nodes, or check their addresses in the roster',
    have: 0,
    down,
  });
}

function clientHello(): Uint8Array {
  return encodeMessage(permafrost.v1.Hello, {
    version: VERSION,
    versionMin: VERSION,
    software: 'permafrost-client',
    timeMs: Date.now(),
  });
}

/** A request made against a clock that is far off would be refused by every signer anyway. */
function checkHello(
  body: Uint8Array,
  nowMs: number,
): { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string } {
  let hello: permafrost.v1.Hello;
  let skewMs: number;
  try {
    hello = decodeMessage(permafrost.v1.Hello, body);
    skewMs = safeInteger(hello.timeMs, 'time') - nowMs;
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    return { ok: false, code: 'E_VERSION', message: 'the node greets in a way we do not know' };
  }
  if ((hello.version ?? 0) < VERSION || (hello.versionMin ?? 0) > VERSION) {
    const side = (hello.version ?? 0) < VERSION ? 'the node is behind' : 'this client is behind';
    const message = `versions do not meet: ${side} (node ${hello.version}, client ${VERSION})`;
    return { ok: false, code: 'E_VERSION', message };
  }
  if (Math.abs(skewMs) > limits.CLOCK_SKEW_MAX_MS) {
    const message = `the clocks are ${Math.round(Math.abs(skewMs) / 1000)} s apart`;
    return { ok: false, code: 'E_CLOCK_SKEW', message };
  }
  return { ok: true };
}

/** @throws PermafrostError E_CANCELLED once the signal fires; the work itself goes on unheard */
export function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(cancelled(signal));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

export function cancelled(signal: AbortSignal): PermafrostError {
  const reason: unknown = signal.reason;
  if (reason instanceof PermafrostError) return reason;
  const late = reason instanceof Error && reason.name === 'TimeoutError';
  return new PermafrostError({
    code: late ? 'E_DEADLINE' : 'E_CANCELLED',
    message: late ? 'no answer in time' : 'cancelled',
    cause: reason,
  });
}
