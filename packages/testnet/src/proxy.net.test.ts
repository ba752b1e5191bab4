import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { CLEAR, type Condition, startProxy, type TcpProxy } from './proxy.ts';

/** What a test opened, closed at its end. */
const opened: { readonly close: () => unknown }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

type Line = {
  readonly proxy: TcpProxy;
  /** Connections that reached the other side. */
  readonly reached: readonly Socket[];
  readonly set: (change: { readonly there?: Condition; readonly back?: Condition }) => void;
};

/** A server that sends back what it gets, behind a proxy. */
async function lineToEcho(): Promise<Line> {
  const reached: Socket[] = [];
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    reached.push(socket);
    socket.on('error', () => {});
    socket.pipe(socket);
  });
  const targetPort = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  let there = CLEAR;
  let back = CLEAR;
  const proxy = await startProxy({ targetPort, there: () => there, back: () => back });
  opened.push({ close: () => new Promise((resolve) => server.close(resolve)) }, proxy);
  return {
    proxy,
    reached,
    set(change) {
      there = change.there ?? there;
      back = change.back ?? back;
      proxy.wake();
    },
  };
}

type Caller = {
  readonly socket: Socket;
  readonly got: () => string;
  /** Resolves once so many bytes are there. */
  readonly until: (bytes: number) => Promise<void>;
  readonly ended: Promise<'end' | 'error'>;
};

function call(port: number): Caller {
  const socket = createConnection({ host: '127.0.0.1', port });
  opened.push({ close: () => socket.destroy() });
  const chunks: Buffer[] = [];
  const length = () => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  let wake = () => {};
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    wake();
  });
  const ended = new Promise<'end' | 'error'>((resolve) => {
    socket.once('end', () => resolve('end'));
    socket.once('error', () => resolve('error'));
  });
  return {
    socket,
    got: () => Buffer.concat(chunks).toString('latin1'),
    async until(bytes) {
      while (length() < bytes) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    ended,
  };
}

describe('a proxied line', () => {
  test('keeps the order of bytes whatever the jitter, and ends when the sender ends', async () => {
    const line = await lineToEcho();
    const bad = { ...CLEAR, delayMs: 1, jitterMs: 20, lossShare: 0.05 };
    line.set({ there: bad, back: bad });
    const caller = call(line.proxy.port);
    const words = Array.from({ length: 60 }, (_, i) => `word ${i}\n`);
    for (const word of words) {
      caller.socket.write(word);
      await sleep(1);
    }
    caller.socket.end();
    expect(await caller.ended).toBe('end');
    expect(caller.got()).toBe(words.join(''));
  });

  test('holds what is sent while it is cut, and lets all of it through afterwards', async () => {
    const line = await lineToEcho();
    const caller = call(line.proxy.port);
    caller.socket.write('before ');
    await caller.until(7);
    line.set({ there: { ...CLEAR, isHeld: true } });
    caller.socket.write('meanwhile');
    await sleep(30);
    expect(caller.got()).toBe('before ');
    line.set({ there: CLEAR });
    await caller.until(16);
    expect(caller.got()).toBe('before meanwhile');
  });

  test('may be cut in one direction only', async () => {
    const line = await lineToEcho();
    const caller = call(line.proxy.port);
    caller.socket.write('a');
    await caller.until(1);
    line.set({ back: { ...CLEAR, isHeld: true } });
    const arrived = new Promise<void>((resolve) => line.reached[0]?.once('data', () => resolve()));
    caller.socket.write('b');
    await arrived;
    expect(caller.got()).toBe('a');
    line.set({ back: CLEAR });
    await caller.until(2);
    expect(caller.got()).toBe('ab');
  });

  test('lets nobody reach the other side while it is cut, nor hear that somebody hung up', async () => {
    const line = await lineToEcho();
    const early = call(line.proxy.port);
    early.socket.write('x');
    await early.until(1);
    line.set({ there: { ...CLEAR, isHeld: true }, back: { ...CLEAR, isHeld: true } });
    const ended = new Promise<void>((resolve) => line.reached[0]?.once('end', () => resolve()));
    let isEnded = false;
    ended.then(
      () => {
        isEnded = true;
      },
      () => {},
    );
    early.socket.end();
    const late = call(line.proxy.port);
    late.socket.write('y');
    await sleep(30);
    expect(line.reached.length).toBe(1);
    expect(isEnded).toBe(false);
    line.set({ there: CLEAR, back: CLEAR });
    await ended;
    await late.until(1);
    expect(line.reached.length).toBe(2);
  });

  test('breaks connections on both sides when it is reset, and takes new ones', async () => {
    const line = await lineToEcho();
    const caller = call(line.proxy.port);
    caller.socket.write('x');
    await caller.until(1);
    const closed = new Promise<void>((resolve) => line.reached[0]?.once('close', () => resolve()));
    line.proxy.reset();
    expect(await caller.ended).toBe('error');
    await closed;
    const next = call(line.proxy.port);
    next.socket.write('y');
    await next.until(1);
  });

  test('refuses as the target does when nobody listens there', async () => {
    const line = await lineToEcho();
    const nobody = await startProxy({
      targetPort: 1,
      there: () => CLEAR,
      back: () => CLEAR,
    });
    opened.push(nobody);
    expect(line.reached.length).toBe(0);
    expect(await call(nobody.port).ended).toBe('error');
  });

  test('makes a sender wait that sends more than the line takes', async () => {
    const line = await lineToEcho();
    line.set({ there: { ...CLEAR, isHeld: true } });
    const caller = call(line.proxy.port);
    const block = Buffer.alloc(1 << 20, 1);
    let isTaken = true;
    // More than the kernel's own buffers hold, besides what may be under way.
    for (let i = 0; i < 32 && isTaken; i++) {
      isTaken = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), 100);
        caller.socket.write(block, () => {
          clearTimeout(timer);
          resolve(true);
        });
      });
    }
    expect(isTaken).toBe(false);
  });
});
