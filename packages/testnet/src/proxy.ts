/**
 * One TCP hop with the manners of a long or a broken line. Bytes may come late, slowly or not for
 * a while, and connections may break; as on a real line, no byte is ever lost from the middle of a
 * stream, changed, or overtaken by a later one.
 * @module
 */
import { createConnection, createServer, type Server, type Socket } from 'node:net';

/** How one direction of a line is. */
export type Condition = {
  /** One way. */
  readonly delayMs: number;
  /** At most so much more, evenly spread. */
  readonly jitterMs: number;
  /** Undefined: as fast as it goes. */
  readonly bytesPerSecond: number | undefined;
  /** Share of segments, 0 to 1, that come a retransmission later: what loss is to TCP. */
  readonly lossShare: number;
  /**
   * Nothing gets through, not even the news that the other side hung up. What was sent meanwhile
   * comes once the line is free, as retransmissions would.
   */
  readonly isHeld: boolean;
};

export const CLEAR: Condition = {
  delayMs: 0,
  jitterMs: 0,
  bytesPerSecond: undefined,
  lossShare: 0,
  isHeld: false,
};

export type TcpProxy = {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Conditions have changed: what was held may go. */
  readonly wake: () => void;
  /** Breaks every connection, on both sides. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
};

/** Bytes under way in one direction of one connection; the sender waits beyond. */
const UNDER_WAY_BYTES_MAX = 1 << 20;
/** The least time after which a kernel sends a lost segment again. */
const RETRANSMISSION_MS = 200;

/** @param options.there how it is from the dialler to the target now; `back` the other way */
export async function startProxy(options: {
  readonly targetPort: number;
  readonly there: () => Condition;
  readonly back: () => Condition;
}): Promise<TcpProxy> {
  const { targetPort, there, back } = options;
  const open = new Set<Socket>();
  const wakers = new Set<() => void>();

  function track(socket: Socket): void {
    open.add(socket);
    socket.setNoDelay(true);
    // Lines are there for others: they keep no process alive.
    socket.unref();
    socket.once('close', () => open.delete(socket));
  }

  function accept(near: Socket): void {
    track(near);
    // Errors before there is another side are of no interest to anybody.
    near.on('error', ignore);
    const isHeld = () => there().isHeld || back().isHeld;
    const begin = () => {
      if (near.destroyed || isHeld()) return;
      wakers.delete(begin);
      // The kernel has taken the call at once; on a long line that takes a round trip.
      setTimeout(() => join(near), there().delayMs + back().delayMs).unref();
    };
    wakers.add(begin);
    near.once('close', () => wakers.delete(begin));
    begin();
  }

  function join(near: Socket): void {
    if (near.destroyed) return;
    const far = createConnection({
      host: '127.0.0.1',
      port: targetPort,
      noDelay: true,
      allowHalfOpen: true,
    });
    track(far);
    let isJoined = false;
    far.on('error', () => {
      if (!isJoined) breakOff(near);
    });
    far.once('connect', () => {
      isJoined = true;
      const onward = carry(near, far, there);
      const backward = carry(far, near, back);
      wakers.add(onward).add(backward);
      near.once('close', () => wakers.delete(backward));
      far.once('close', () => wakers.delete(onward));
    });
  }

  const server = createServer(
    { allowHalfOpen: true, noDelay: true, pauseOnConnect: false },
    accept,
  );
  const port = await listen(server);
  return {
    port,
    wake: () => {
      for (const waker of [...wakers]) waker();
    },
    reset: () => {
      for (const socket of open) breakOff(socket);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

type Item =
  | { readonly type: 'bytes'; readonly dueMs: number; readonly bytes: Buffer }
  | { readonly type: 'end'; readonly dueMs: number }
  | { readonly type: 'reset'; readonly dueMs: number };

/** Carries what comes from one side to the other, each thing when it is due. @returns a waker */
function carry(from: Socket, to: Socket, condition: () => Condition): () => void {
  const items: Item[] = [];
  let underWay = 0;
  let lastDueMs = 0;
  let timer: NodeJS.Timeout | undefined;

  function dueMs(length: number): number {
    const { delayMs, jitterMs, bytesPerSecond, lossShare } = condition();
    const late = Math.random() < lossShare ? RETRANSMISSION_MS : 0;
    const sent = performance.now() + delayMs + Math.random() * jitterMs + late;
    const took = bytesPerSecond === undefined ? 0 : (length / bytesPerSecond) * 1000;
    lastDueMs = Math.max(lastDueMs + took, sent);
    return lastDueMs;
  }

  function put(item: Item): void {
    items.push(item);
    run();
  }

  function run(): void {
    clearTimeout(timer);
    if (to.destroyed) items.length = 0;
    for (;;) {
      const item = items[0];
      if (item === undefined || condition().isHeld) return;
      const waitMs = item.dueMs - performance.now();
      if (waitMs > 0.5) {
        timer = setTimeout(run, waitMs);
        return;
      }
      if (to.writableNeedDrain) return;
      items.shift();
      if (item.type === 'end') to.end();
      else if (item.type === 'reset') breakOff(to);
      else {
        underWay -= item.bytes.length;
        if (underWay < UNDER_WAY_BYTES_MAX / 2 && from.isPaused()) from.resume();
        to.write(item.bytes);
      }
    }
  }

  from.on('data', (bytes: Buffer) => {
    underWay += bytes.length;
    if (underWay > UNDER_WAY_BYTES_MAX) from.pause();
    put({ type: 'bytes', dueMs: dueMs(bytes.length), bytes });
  });
  from.once('end', () => put({ type: 'end', dueMs: dueMs(0) }));
  from.on('error', () => put({ type: 'reset', dueMs: dueMs(0) }));
  to.on('drain', run);
  to.once('close', () => {
    clearTimeout(timer);
    items.length = 0;
  });
  return run;
}

/**
 * Ends a connection at once, with a reset where that can be had: Node waits with one until all is
 * written, and loses its handle when the connection is being shut down already.
 */
function breakOff(socket: Socket): void {
  if (socket.connecting || socket.writableEnded || socket.writableLength > 0) socket.destroy();
  else socket.resetAndDestroy();
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port was bound');
      resolve(address.port);
    });
  });
}

function ignore(): void {}
