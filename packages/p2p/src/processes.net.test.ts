import { afterEach, describe, expect, test } from 'vitest';
import { killChildren, startChild } from './testing/children.ts';
import {
  seedsInOrder,
  startHost,
  stopAll,
  TEST_KIND,
  type TestHost,
  until,
} from './testing/hosts.ts';

afterEach(async () => {
  killChildren();
  await stopAll();
});

const seeds = await seedsInOrder(4);
const seedByte = (at: number): number => seeds[at]![0]!;

async function portOf(child: ReturnType<typeof startChild>): Promise<number> {
  await until(() => child.lines.some(({ type }) => type === 'listening'));
  const address = child.lines.find(({ type }) => type === 'listening')!.addresses![0]!;
  return Number(/\/tcp\/(\d+)\//.exec(address)![1]);
}

const peersOf = (host: TestHost) => [{ peerId: host.peerId, addresses: host.addresses() }];

async function peerIdOf(seed: Uint8Array): Promise<string> {
  const probe = await startHost({ seed, listen: [] });
  await probe.stop();
  return probe.peerId;
}

describe('a host in a process of its own', () => {
  test.each([
    ['that we dial', 0, 1],
    ['that dials us', 1, 0],
  ])(
    '%s is down as soon as it is killed, and back after its restart',
    async (_who, ours, theirs) => {
      const peerId = await peerIdOf(seeds[theirs]!);
      const host = await startHost({ seed: seeds[ours]! });
      const options = { seedByte: seedByte(theirs), port: 0, peers: peersOf(host) };
      const child = startChild(options);
      const port = await portOf(child);
      host.setPeers([{ peerId, addresses: [`/ip4/127.0.0.1/tcp/${port}`] }]);
      await until(() => host.isUp(peerId));
      host.sendFrame(peerId, 'sign', TEST_KIND, Uint8Array.of(1, 2, 3));
      await until(() => host.frames.length === 1);
      expect(host.frames[0]?.body).toEqual(Uint8Array.of(1, 2, 3));

      await child.kill();
      await until(() => host.downs(peerId).length === 1);
      // Not 'silent': the end of its socket told us, and no heartbeat had to be missed.
      expect(host.downs(peerId)[0]?.code).toBe('lost');

      startChild({ ...options, port });
      await until(() => host.isUp(peerId));
      expect(host.told.filter((one) => one.type === 'up')).toHaveLength(2);
    },
  );

  test('with a frozen Object.prototype and without __proto__ does all that any other does', async () => {
    const peerId = await peerIdOf(seeds[1]!);
    const host = await startHost({ seed: seeds[0]! });
    const child = startChild(
      { seedByte: seedByte(1), port: 0, peers: peersOf(host), freezeObjectPrototype: true },
      ['--disable-proto=delete'],
    );
    const address = `/ip4/127.0.0.1/tcp/${await portOf(child)}`;
    host.setPeers([{ peerId, addresses: [address] }]);
    await until(() => host.isUp(peerId));
    host.sendFrame(peerId, 'bulk', TEST_KIND, new Uint8Array(5_000));
    await until(() => host.frames.length === 1);
    const connection = await host.dial(`${address}/p2p/${peerId}`);
    expect(await connection.callOne(Uint8Array.of(9))).toEqual(Uint8Array.of(9));
  });
});
