import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { RpcCall, RpcConnection } from './api.ts';
import { P2pError } from './errors.ts';
import {
  allUp,
  connectAll,
  seedsInOrder,
  startClient,
  startHost,
  stopAll,
  type TestHost,
  type TestHostOptions,
  until,
} from './testing/hosts.ts';

afterEach(stopAll);

const seeds = await seedsInOrder(3);

async function pair(
  serverOptions: Partial<TestHostOptions> = {},
): Promise<{ server: TestHost; client: TestHost; connection: RpcConnection; calls: RpcCall[] }> {
  const server = await startHost({
    seed: seeds[0]!,
    admits: () => 'client',
    hello: () => Uint8Array.of(42),
    ...serverOptions,
  });
  const client = await startClient({ seed: seeds[1]! });
  const calls: RpcCall[] = [];
  server.handleRpc((call) => void calls.push(call));
  const connection = await client.dial(server.addresses()[0]!);
  return { server, client, connection, calls };
}

async function errorOf(promise: Promise<unknown>): Promise<P2pError> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(P2pError);
  return error as P2pError;
}

const none = new Uint8Array();

describe('RPC', () => {
  test('a call has one response, from and to the right peers', async () => {
    const { server, client, connection, calls } = await pair();
    expect(connection.peerId).toBe(server.peerId);
    expect(connection.hello).toEqual(Uint8Array.of(42));
    const answer = connection.callOne(Uint8Array.of(1, 2));
    await until(() => calls.length === 1);
    expect(calls[0]?.peerId).toBe(client.peerId);
    expect(calls[0]?.body).toEqual(Uint8Array.of(1, 2));
    expect(await calls[0]!.respond(Uint8Array.of(3), { more: false })).toBe(true);
    expect(await answer).toEqual(Uint8Array.of(3));
    expect(await calls[0]!.respond(Uint8Array.of(4), { more: false })).toBe(false);
  });

  test('a stream of many responses arrives in order and ends', async () => {
    const { server, connection } = await pair();
    server.handleRpc(async (call) => {
      for (let at = 0; at < 1_000; at++) {
        const body = new Uint8Array(10_000);
        new DataView(body.buffer).setUint32(0, at);
        await call.respond(body, { more: true });
      }
      await call.end();
    });
    const order: number[] = [];
    for await (const body of connection.call(none)) {
      order.push(new DataView(body.buffer, body.byteOffset).getUint32(0));
    }
    expect(order).toEqual(Array.from({ length: 1_000 }, (_, at) => at));
  });

  test('responses that nobody waited for are in order too, and bounded', async () => {
    const { server, connection } = await pair();
    let accepted = 0;
    server.handleRpc((call) => {
      for (let at = 0; at < 100; at++) {
        const last = at === 99;
        void call.respond(Uint8Array.of(at), { more: !last }).then((ok) => {
          if (ok) accepted += 1;
        });
      }
    });
    const order: number[] = [];
    for await (const body of connection.call(none)) order.push(body[0]!);
    expect(order).toEqual(Array.from({ length: 100 }, (_, at) => at));
    expect(accepted).toBe(100);
  });

  test('a consumer that stops reading holds up the server', async () => {
    const { server, connection } = await pair();
    let responded = 0;
    server.handleRpc(async (call) => {
      while (await call.respond(new Uint8Array(100_000), { more: true })) responded += 1;
    });
    const responses = connection.call(none)[Symbol.asyncIterator]();
    await responses.next();
    let before = -1;
    while (responded !== before) {
      before = responded;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(responded * 100_000).toBeLessThan(16_000_000);
    for (let at = 0; at < 200; at++) await responses.next();
    expect(responded).toBeGreaterThan(before);
    await responses.return?.();
  });

  test('many calls at once do not mix', async () => {
    const { server, connection } = await pair();
    server.handleRpc((call) => {
      setTimeout(() => void call.respond(call.body, { more: false }), call.body[0]! % 7);
    });
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, at) => connection.callOne(Uint8Array.of(at))),
    );
    expect(answers.map(([first]) => first)).toEqual(Array.from({ length: 64 }, (_, at) => at));
  });

  test('more calls than allowed are refused as busy, and the others go on', async () => {
    const { connection, calls } = await pair({ callsMax: 4 });
    const first = Array.from({ length: 4 }, () => connection.callOne(none));
    await until(() => calls.length === 4);
    expect((await errorOf(connection.callOne(none))).code).toBe('busy');
    for (const call of calls) void call.respond(none, { more: false });
    await Promise.all(first);
    const after = connection.callOne(none);
    await until(() => calls.length === 5);
    void calls[4]!.respond(none, { more: false });
    await after;
  });

  test('the caller’s signal cancels the call on both sides, and only that one', async () => {
    const { connection, calls } = await pair();
    const controller = new AbortController();
    const cancelled = errorOf(connection.callOne(none, { signal: controller.signal }));
    const other = connection.callOne(none);
    await until(() => calls.length === 2);
    controller.abort();
    expect((await cancelled).code).toBe('cancelled');
    await until(() => calls[0]!.signal.aborted);
    expect(await calls[0]!.respond(none, { more: false })).toBe(false);
    expect(calls[1]!.signal.aborted).toBe(false);
    await calls[1]!.respond(Uint8Array.of(1), { more: false });
    expect(await other).toEqual(Uint8Array.of(1));
    const late = connection.callOne(none, { signal: AbortSignal.abort() });
    expect((await errorOf(late)).code).toBe('cancelled');
  });

  test('leaving the loop cancels the call', async () => {
    const { connection, calls } = await pair();
    const left = (async () => {
      for await (const _ of connection.call(none)) return;
    })();
    await until(() => calls.length === 1);
    await calls[0]!.respond(none, { more: true });
    await left;
    await until(() => calls[0]!.signal.aborted);
  });

  test('an error of the other side has its code', async () => {
    const { connection, calls } = await pair();
    const failed = errorOf(connection.callOne(none));
    await until(() => calls.length === 1);
    await calls[0]!.fail('E_EPOCH', 'stale share');
    const error = await failed;
    expect(error.code).toBe('remote');
    expect(error.remote).toEqual({ code: 'E_EPOCH', message: 'stale share' });
  });

  test('a handler that throws is a bug of ours; its caller hears E_INTERNAL and nothing more', async () => {
    const { server, connection } = await pair();
    const bug = new Error('secret detail');
    const handlers = [
      () => {
        throw bug;
      },
      () => Promise.reject(bug),
    ];
    for (const [at, handler] of handlers.entries()) {
      server.handleRpc(handler);
      const error = await errorOf(connection.callOne(none));
      expect(error.remote?.code).toBe('E_INTERNAL');
      expect(error.message).not.toContain('secret');
      expect(server.told).toHaveLength(at + 1);
      expect(server.told[at]).toEqual({ type: 'handler-error', error: bug });
    }
  });

  test('a server that goes mid-call ends the call; a client that goes aborts the signal', async () => {
    const { server, client, connection, calls } = await pair();
    const lost = errorOf(connection.callOne(none));
    await until(() => calls.length === 1);
    await server.stop();
    expect((await lost).code).toBe('closed');
    await connection.closed;
    expect((await errorOf(connection.callOne(none))).code).toBe('closed');

    const again = await startHost({ seed: seeds[0]! });
    const signals: AbortSignal[] = [];
    again.handleRpc((call) => void signals.push(call.signal));
    const second = await client.dial(again.addresses()[0]!);
    const pending = errorOf(second.callOne(none));
    await until(() => signals.length === 1);
    await client.stop();
    await until(() => signals[0]!.aborted);
    expect((await pending).code).toBe('closed');
  });

  test('closing a connection ends its calls', async () => {
    const { connection, calls } = await pair();
    const open = errorOf(connection.callOne(none));
    await until(() => calls.length === 1);
    connection.close();
    expect((await open).code).toBe('closed');
    await until(() => calls[0]!.signal.aborted);
  });

  test('requests and responses over their limits are wrong arguments of the sender', async () => {
    const limits = new Map([
      [4, 1_000],
      [5, 2_000],
    ]);
    const server = await startHost({ seed: seeds[0]!, limits });
    const client = await startClient({ seed: seeds[1]!, limits });
    let thrown: unknown;
    server.handleRpc((call) => {
      try {
        void call.respond(new Uint8Array(2_001), { more: false });
      } catch (error) {
        thrown = error;
      }
      void call.respond(new Uint8Array(2_000), { more: false });
    });
    const connection = await client.dial(server.addresses()[0]!);
    await expect(connection.callOne(new Uint8Array(1_001))).rejects.toThrow(RangeError);
    expect(await connection.callOne(new Uint8Array(1_000))).toHaveLength(2_000);
    expect(thrown).toBeInstanceOf(RangeError);
  });

  test('between hosts it works both ways over the connection of the link', async () => {
    const hosts = await Promise.all([0, 1].map((at) => startHost({ seed: seeds[at]! })));
    const [a, b] = [hosts[0]!, hosts[1]!];
    for (const host of hosts) {
      host.handleRpc((call) => void call.respond(call.body, { more: false }));
    }
    connectAll(hosts);
    await allUp(hosts);
    const there = await a.dial(b.addresses()[0]!);
    const back = await b.dial(a.addresses()[0]!);
    expect(await there.callOne(Uint8Array.of(1))).toEqual(Uint8Array.of(1));
    expect(await back.callOne(Uint8Array.of(2))).toEqual(Uint8Array.of(2));
    there.close();
    await there.closed;
    expect(await back.callOne(Uint8Array.of(3))).toEqual(Uint8Array.of(3));
    expect(a.isUp(b.peerId)).toBe(true);
    expect(a.downs(b.peerId)).toEqual([]);
  });
});

describe('a dial that fails says why', () => {
  test('refused: the host does not admit us', async () => {
    const server = await startHost({ seed: seeds[0]!, admits: () => undefined });
    const client = await startClient({ seed: seeds[1]! });
    const error = await errorOf(client.dial(server.addresses()[0]!));
    expect(error.code).toBe('refused');
    expect(error.refusal).toBeUndefined();
    expect(error.peerId).toBe(server.peerId);
    expect(server.told).toEqual([{ type: 'stranger', peerId: client.peerId, count: 1 }]);
  });

  test('refused: it refuses our hello, or we its, with the code of the refusal', async () => {
    const refusing = { ok: false, code: 'E_CLOCK_SKEW', message: '31 s' } as const;
    for (const by of ['them', 'us'] as const) {
      const server = await startHost({
        seed: seeds[0]!,
        checkHello: () => (by === 'them' ? refusing : { ok: true }),
      });
      const client = await startClient({
        seed: seeds[1]!,
        checkHello: () => (by === 'us' ? refusing : { ok: true }),
      });
      const error = await errorOf(client.dial(server.addresses()[0]!));
      expect(error.code).toBe('refused');
      expect(error.refusal).toEqual({ by, code: 'E_CLOCK_SKEW', message: '31 s' });
      await until(() => server.told.some((one) => one.type === 'hello-refused'));
      await stopAll();
    }
  });

  test('unreachable: nobody listens there, or somebody else does', async () => {
    const server = await startHost({ seed: seeds[0]! });
    const client = await startClient({ seed: seeds[1]! });
    const closed = `/ip4/127.0.0.1/tcp/1/p2p/${server.peerId}`;
    expect((await errorOf(client.dial(closed))).code).toBe('unreachable');
    const elsewhere = server.addresses()[0]!.replace(server.peerId, client.peerId);
    const other = await startClient({ seed: seeds[2]! });
    expect((await errorOf(other.dial(elsewhere))).code).toBe('unreachable');
  });

  test('unreachable: somebody takes the connection and never speaks; cancelled: we gave up first', async () => {
    const mute = createServer();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    const server = await startHost({ seed: seeds[0]! });
    const client = await startClient({ seed: seeds[1]! });
    try {
      const address = `/ip4/127.0.0.1/tcp/${port}/p2p/${server.peerId}`;
      const controller = new AbortController();
      const given = errorOf(client.dial(address, { signal: controller.signal }));
      controller.abort();
      expect((await given).code).toBe('cancelled');
      expect((await errorOf(client.dial(address))).code).toBe('unreachable');
    } finally {
      mute.close();
    }
  });

  test('not-admitted: we do not know that host ourselves', async () => {
    const server = await startHost({ seed: seeds[0]! });
    const client = await startClient({ seed: seeds[1]!, admits: () => undefined });
    expect((await errorOf(client.dial(server.addresses()[0]!))).code).toBe('not-admitted');
    await expect(client.dial('/ip4/127.0.0.1/tcp/1')).rejects.toThrow(RangeError);
  });
});
