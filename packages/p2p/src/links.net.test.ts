import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Refusal } from './errors.ts';
import {
  allUp,
  connectAll,
  type ReceivedFrame,
  seedsInOrder,
  startClient,
  startHost,
  stopAll,
  TEST_KIND,
  type TestHost,
  until,
} from './testing/hosts.ts';
import { startProxy } from './testing/proxy.ts';

afterEach(stopAll);

const seeds = await seedsInOrder(6);

const refusalsOf = (host: TestHost): Refusal[] =>
  host.told.flatMap((one) => (one.type === 'hello-refused' ? [one.refusal] : []));

describe('links', () => {
  test('of five hosts all come up, once each, with hello and round trip', async () => {
    const hosts = await Promise.all(
      seeds.slice(0, 5).map((seed, at) => startHost({ seed, hello: () => Uint8Array.of(at) })),
    );
    connectAll(hosts);
    await allUp(hosts);
    await until(() => hosts.every((host) => host.links().every((link) => link.rttMs! > 0)));
    for (const host of hosts) {
      expect(host.links()).toHaveLength(4);
      const ups = host.told.filter((one) => one.type === 'up');
      expect(host.told).toEqual(ups);
      expect(new Set(ups.map((one) => one.peerId)).size).toBe(4);
      for (const one of ups) {
        const from = hosts.findIndex((other) => other.peerId === one.peerId);
        expect(one.hello).toEqual(Uint8Array.of(from));
      }
    }
  });

  test('frames of any size arrive intact and in order while the reader is slow', async () => {
    const received: ReceivedFrame[] = [];
    const hash = createHash('sha256');
    const sent = createHash('sha256');
    const [a, b] = [
      await startHost({ seed: seeds[0]! }),
      await startHost({
        seed: seeds[1]!,
        async onFrame(frame) {
          received.push({ ...frame, body: frame.body.subarray(0, 4) });
          hash.update(frame.body);
          if (received.length % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        },
      }),
    ];
    connectAll([a, b]);
    await allUp([a, b]);
    const count = 2_000;
    let state = 1;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let at = 0; at < count; at++) {
      const size = 4 + random(at % 10 === 0 ? 64 * 1024 - 4 : 2_000);
      const body = new Uint8Array(size).fill(random(256));
      new DataView(body.buffer).setUint32(0, at);
      sent.update(body);
      while (!a.sendFrame(b.peerId, 'bulk', TEST_KIND, body)) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      // Erased at once: the queue must hold a copy.
      body.fill(0);
    }
    await until(() => received.length === count);
    const order = received.map(({ body }) =>
      new DataView(body.buffer, body.byteOffset).getUint32(0),
    );
    expect(order).toEqual(Array.from({ length: count }, (_, at) => at));
    expect(hash.digest('hex')).toBe(sent.digest('hex'));
    expect(a.downs(b.peerId)).toEqual([]);
  });

  test('a reader that stops reading holds up the sender, in bounded memory, on that lane alone', async () => {
    const gate = Promise.withResolvers<void>();
    let bulk = 0;
    let sign = 0;
    const a = await startHost({ seed: seeds[0]! });
    const b = await startHost({
      seed: seeds[1]!,
      async onFrame({ lane }) {
        if (lane === 'sign') {
          sign += 1;
          return;
        }
        await gate.promise;
        bulk += 1;
      },
    });
    connectAll([a, b]);
    await allUp([a, b]);
    const body = new Uint8Array(60_000);
    let accepted = 0;
    let refused = 0;
    // No room for a third of a second: nothing moves any more.
    while (refused < 300 && accepted < 1_000) {
      if (a.sendFrame(b.peerId, 'bulk', TEST_KIND, body)) {
        accepted += 1;
        refused = 0;
      } else {
        refused += 1;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }
    // 4 MiB of queue, and what yamux and the kernel hold: it would take more without end.
    expect(accepted * body.length).toBeGreaterThan(4_000_000);
    expect(accepted * body.length).toBeLessThan(16_000_000);
    expect(bulk).toBe(0);
    for (let at = 0; at < 20; at++) a.sendFrame(b.peerId, 'sign', TEST_KIND, new Uint8Array(10));
    await until(() => sign === 20);
    gate.resolve();
    await until(() => bulk === accepted);
    expect(a.downs(b.peerId)).toEqual([]);
  });

  test('without a link nothing is sent, and a wrong kind or size is a wrong argument', async () => {
    const a = await startHost({ seed: seeds[0]! });
    const b = await startHost({ seed: seeds[1]! });
    expect(a.sendFrame(b.peerId, 'sign', TEST_KIND, new Uint8Array())).toBe(false);
    expect(() => a.sendFrame(b.peerId, 'sign', 17, new Uint8Array())).toThrow(RangeError);
    expect(() => a.sendFrame(b.peerId, 'sign', 1, new Uint8Array())).toThrow(RangeError);
    const large = new Uint8Array(64 * 1024 + 1);
    expect(() => a.sendFrame(b.peerId, 'sign', TEST_KIND, large)).toThrow(RangeError);
  });

  test.each([
    ['the dialled side', 1, 'E_CLOCK_SKEW', '41 s apart'],
    ['the dialling side', 0, 'E_VERSION', 'speaks version 9'],
  ])(
    'a hello refused by %s is told by name on both sides',
    async (_side, refuser, code, message) => {
      const hosts = await Promise.all(
        [0, 1].map((at) =>
          startHost({
            seed: seeds[at]!,
            checkHello: () => (at === refuser ? { ok: false, code, message } : { ok: true }),
          }),
        ),
      );
      connectAll(hosts);
      await until(() => hosts.every((host) => refusalsOf(host).length > 0));
      const by = (at: number): string => (at === refuser ? 'us' : 'them');
      for (const at of [0, 1]) {
        const [host, other] = [hosts[at]!, hosts[1 - at]!];
        expect(refusalsOf(host)).toEqual([{ by: by(at), code, message }]);
        await until(() => host.links()[0]?.reason?.code === 'refused');
        expect(host.links()[0]?.reason?.message).toBe(`${code}: ${message}`);
        expect(host.isUp(other.peerId)).toBe(false);
        expect(host.told.some((one) => one.type === 'up' || one.type === 'down')).toBe(false);
      }
    },
  );

  test('who is no longer admitted is evicted, and refused when it comes back', async () => {
    const admitted = new Set<string>();
    const a = await startHost({ seed: seeds[0]! });
    const b = await startHost({
      seed: seeds[1]!,
      admits: (peerId) => (admitted.has(peerId) ? 'host' : undefined),
    });
    admitted.add(a.peerId);
    connectAll([a, b]);
    await allUp([a, b]);
    admitted.delete(a.peerId);
    b.evictUnadmitted();
    expect(b.downs(a.peerId).map(({ code }) => code)).toEqual(['not-admitted']);
    await until(() => a.downs(b.peerId).length === 1);
    await until(() => b.told.some((one) => one.type === 'stranger' && one.peerId === a.peerId));
    await until(() => a.links()[0]?.reason?.code === 'rejected');
    expect(a.isUp(b.peerId)).toBe(false);
    admitted.add(a.peerId);
    await allUp([a, b]);
  });

  test('a peer whose role becomes client loses its link but may still call', async () => {
    let role: 'host' | 'client' = 'host';
    const a = await startHost({ seed: seeds[0]! });
    const b = await startHost({ seed: seeds[1]!, admits: () => role });
    b.handleRpc((call) => void call.respond(call.body, { more: false }));
    connectAll([a, b]);
    await allUp([a, b]);
    role = 'client';
    b.evictUnadmitted();
    a.setPeers([]);
    await until(() => !a.isUp(b.peerId) && !b.isUp(a.peerId));
    const connection = await a.dial(b.addresses()[0]!);
    expect(await connection.callOne(Uint8Array.of(5))).toEqual(Uint8Array.of(5));
  });

  test('a client that opens a lane is cut off', async () => {
    const a = await startHost({ seed: seeds[0]! });
    const b = await startHost({ seed: seeds[1]!, admits: () => 'client' });
    a.setPeers([{ peerId: b.peerId, addresses: b.addresses() }]);
    await until(() => a.links()[0]?.reason !== undefined);
    expect(a.isUp(b.peerId)).toBe(false);
    expect(b.told).toEqual([]);
  });

  test('a dropped peer is named with the reason, and may come back', async () => {
    const hosts = await Promise.all([0, 1].map((at) => startHost({ seed: seeds[at]! })));
    const [a, b] = [hosts[0]!, hosts[1]!];
    connectAll(hosts);
    await allUp(hosts);
    b.dropPeer(a.peerId, 'undecodable offer');
    expect(b.downs(a.peerId)).toEqual([{ code: 'dropped', message: 'undecodable offer' }]);
    await until(() => a.downs(b.peerId).length === 1);
    await allUp(hosts);
  });

  test('taking a peer off the list closes its link, and a new address is dialled', async () => {
    const hosts = await Promise.all([0, 1].map((at) => startHost({ seed: seeds[at]! })));
    const [a, b] = [hosts[0]!, hosts[1]!];
    const closed = '/ip4/127.0.0.1/tcp/1';
    a.setPeers([{ peerId: b.peerId, addresses: [closed] }]);
    await until(() => a.links()[0]?.reason?.code === 'unreachable');
    a.setPeers([{ peerId: b.peerId, addresses: b.addresses() }]);
    await allUp(hosts);
    a.setPeers([{ peerId: b.peerId, addresses: [closed] }]);
    expect(a.isUp(b.peerId)).toBe(true);
    a.setPeers([]);
    expect(a.downs(b.peerId).map(({ code }) => code)).toEqual(['removed']);
    expect(a.links()).toEqual([]);
    await until(() => b.downs(a.peerId).length === 1);
  });

  test('what a handler throws is reported as ours and hurts no link', async () => {
    const bug = new Error('a bug of ours');
    const a = await startHost({ seed: seeds[0]! });
    const b = await startHost({
      seed: seeds[1]!,
      onFrame: ({ lane }) => {
        if (lane === 'sign') throw bug;
        return Promise.reject(bug);
      },
    });
    connectAll([a, b]);
    await allUp([a, b]);
    a.sendFrame(b.peerId, 'sign', TEST_KIND, new Uint8Array());
    a.sendFrame(b.peerId, 'bulk', TEST_KIND, new Uint8Array());
    await until(() => b.told.filter((one) => one.type === 'handler-error').length === 2);
    expect(b.isUp(a.peerId)).toBe(true);
    expect(b.downs(a.peerId)).toEqual([]);
  });

  test('a hello or check that throws is reported as ours, and the peer is told of a refusal', async () => {
    const bug = new Error('a bug of ours');
    const a = await startHost({
      seed: seeds[0]!,
      checkHello: (_peerId, body) =>
        body.length > 0 ? { ok: true } : { ok: false, code: 'E_VERSION', message: 'no hello' },
    });
    for (const broken of ['hello', 'checkHello'] as const) {
      const b = await startHost({
        seed: seeds[1]!,
        [broken]() {
          throw bug;
        },
      });
      connectAll([a, b]);
      await until(() => b.told.some((one) => one.type === 'handler-error' && one.error === bug));
      const code = broken === 'hello' ? 'E_VERSION' : 'E_INTERNAL';
      await until(() => refusalsOf(a).some((refusal) => refusal.code === code));
      a.setPeers([]);
      await b.stop();
    }
  });

  test('a silent partition is noticed by both sides, and healed', async () => {
    const a = await startHost({ seed: seeds[0]! });
    const b = await startHost({ seed: seeds[1]! });
    const port = Number(/\/tcp\/(\d+)\//.exec(b.addresses()[0]!)![1]);
    const proxy = await startProxy(port);
    try {
      const viaProxy = [`/ip4/127.0.0.1/tcp/${proxy.port}`];
      a.setPeers([{ peerId: b.peerId, addresses: viaProxy }]);
      await allUp([a, b]);
      proxy.partition();
      await until(() => a.downs(b.peerId).length === 1 && b.downs(a.peerId).length === 1);
      expect(a.downs(b.peerId)[0]?.code).toBe('silent');
      expect(b.downs(a.peerId)[0]?.code).toBe('silent');
      proxy.heal();
      await allUp([a, b]);
    } finally {
      a.setPeers([]);
      await proxy.close();
    }
  });

  test('a peer that comes back before its end was noticed replaces its old link', async () => {
    const b = await startHost({ seed: seeds[1]! });
    const port = Number(/\/tcp\/(\d+)\//.exec(b.addresses()[0]!)![1]);
    const proxy = await startProxy(port);
    const a = await startHost({ seed: seeds[0]! });
    try {
      a.setPeers([{ peerId: b.peerId, addresses: [`/ip4/127.0.0.1/tcp/${proxy.port}`] }]);
      await allUp([a, b]);
      proxy.partition();
      await a.stop();
      const again = await startHost({ seed: seeds[0]! });
      again.setPeers([{ peerId: b.peerId, addresses: b.addresses() }]);
      await until(() => again.isUp(b.peerId) && b.downs(a.peerId).length === 1);
      expect(b.downs(a.peerId).map(({ code }) => code)).toEqual(['replaced']);
      expect(b.isUp(a.peerId)).toBe(true);
      again.sendFrame(b.peerId, 'sign', TEST_KIND, Uint8Array.of(3));
      await until(() => b.frames.length === 1);
    } finally {
      await proxy.close();
    }
  });

  test('nothing is called back once a host stops, and its peers notice', async () => {
    const hosts = await Promise.all([0, 1, 2].map((at) => startHost({ seed: seeds[at]! })));
    connectAll(hosts);
    await allUp(hosts);
    const stopped = hosts[1]!;
    const told = stopped.told.length;
    await stopped.stop();
    await stopped.stop();
    await until(() => [0, 2].every((at) => hosts[at]!.downs(stopped.peerId).length === 1));
    expect(stopped.told).toHaveLength(told);
    expect(hosts[0]!.isUp(hosts[2]!.peerId)).toBe(true);
  });

  test('a connection that nobody uses is not kept', async () => {
    const b = await startHost({ seed: seeds[1]! });
    const client = await startClient({ seed: seeds[2]! });
    const connection = await client.dial(b.addresses()[0]!);
    connection.close();
    expect((await connection.closed).code).toBe('closed');
    // Dialling again makes a new one.
    const again = await client.dial(b.addresses()[0]!);
    again.close();
    await again.closed;
  });
});
