import type { Stream } from '@libp2p/interface';
import { afterEach, describe, expect, test } from 'vitest';
import { encodeFrame } from './framing.ts';
import { KIND, LANES, type Lane, laneProtocol, RPC_PROTOCOL } from './kinds.ts';
import { encodeRpcFrame, FLAG } from './rpc-frames.ts';
import {
  allUp,
  connectAll,
  seedsInOrder,
  startHost,
  stopAll,
  TEST_KIND,
  type TestHost,
  until,
} from './testing/hosts.ts';
import { PROTOCOLS, type RawPeer, startRawPeer, stopRawPeers } from './testing/raw-peer.ts';

afterEach(async () => {
  await stopAll();
  await stopRawPeers();
});

const seeds = await seedsInOrder(4);

/** A victim with a link to a bystander, and a member of the network that misbehaves. */
async function scene(): Promise<{ victim: TestHost; bystander: TestHost; raw: RawPeer }> {
  const raw = await startRawPeer(seeds[0]!);
  const victim = await startHost({ seed: seeds[1]! });
  const bystander = await startHost({ seed: seeds[2]! });
  victim.handleRpc(() => {});
  connectAll([victim, bystander]);
  await allUp([victim, bystander]);
  return { victim, bystander, raw };
}

function expectBystanderUnharmed(victim: TestHost, bystander: TestHost): void {
  expect(victim.isUp(bystander.peerId)).toBe(true);
  expect(victim.downs(bystander.peerId)).toEqual([]);
  expect(bystander.downs(victim.peerId)).toEqual([]);
}

const rpcRequest = (id: number, flags: number): Uint8Array =>
  encodeFrame(KIND.rpcRequest, encodeRpcFrame({ id, flags, payload: new Uint8Array() }));

type Attack = readonly [name: string, code: string, run: (stream: Stream) => void];

const anywhere: readonly Attack[] = [
  ['a length of 4 GiB', 'oversized', (stream) => stream.send(header(0xffff_ffff, KIND.hello))],
  ['an unknown kind', 'unknown-kind', (stream) => stream.send(header(10, 200))],
  ['a length of zero', 'truncated', (stream) => stream.send(header(0, TEST_KIND))],
  [
    'half a frame, then the end',
    'truncated',
    (stream) => {
      stream.send(header(3, KIND.heartbeat));
      void stream.close();
    },
  ],
  [
    'a second hello',
    'malformed',
    (stream) => stream.send(encodeFrame(KIND.hello, new Uint8Array())),
  ],
  [
    'a heartbeat of no kind',
    'malformed',
    (stream) => stream.send(encodeFrame(KIND.heartbeat, Uint8Array.of(9, 0, 0, 0, 0))),
  ],
  [
    'a short heartbeat',
    'malformed',
    (stream) => stream.send(encodeFrame(KIND.heartbeat, new Uint8Array(2))),
  ],
];
const onLanes: readonly Attack[] = [
  ...anywhere,
  [
    'a frame over the limit of its kind',
    'oversized',
    (stream) => stream.send(header(64 * 1024 + 2, TEST_KIND)),
  ],
  ['a request', 'unknown-kind', (stream) => stream.send(rpcRequest(1, FLAG.request))],
];
const onRpc: readonly Attack[] = [
  ...anywhere,
  ['a frame of a lane', 'unknown-kind', (stream) => stream.send(header(2, TEST_KIND))],
  ['a response', 'unknown-kind', (stream) => stream.send(header(6, KIND.rpcResponse))],
  ['flags without meaning', 'malformed', (stream) => stream.send(rpcRequest(1, 0xff))],
  [
    'one call id twice',
    'malformed',
    (stream) => {
      stream.send(rpcRequest(1, FLAG.request));
      stream.send(rpcRequest(1, FLAG.request));
    },
  ],
];

function header(length: number, kind: number): Uint8Array {
  const bytes = new Uint8Array(5);
  new DataView(bytes.buffer).setUint32(0, length);
  bytes[4] = kind;
  return bytes;
}

describe('a member that breaks the rules is cut off and named, and nobody else', () => {
  test.each(LANES)('with bad frames on the %s lane', async (lane: Lane) => {
    const { victim, bystander, raw } = await scene();
    const expected: string[] = [];
    for (const [name, code, attack] of onLanes) {
      const connection = await raw.connect(victim.addresses()[0]!);
      const streams = await raw.link(connection);
      await until(() => victim.isUp(raw.peerId));
      attack(streams.get(lane)!);
      expected.push(code);
      await until(() => victim.downs(raw.peerId).length === expected.length);
      await until(() => connection.status !== 'open');
      const codes = victim.downs(raw.peerId).map((reason) => reason.code);
      expect(codes, name).toEqual(expected);
    }
    expectBystanderUnharmed(victim, bystander);
  });

  test('with bad frames on RPC, which costs it its link', async () => {
    const { victim, bystander, raw } = await scene();
    const expected: string[] = [];
    for (const [name, code, attack] of onRpc) {
      const connection = await raw.connect(victim.addresses()[0]!);
      await raw.link(connection);
      await until(() => victim.isUp(raw.peerId));
      attack(await raw.greet(connection, RPC_PROTOCOL));
      expected.push(code);
      await until(() => victim.downs(raw.peerId).length === expected.length);
      await until(() => connection.status !== 'open');
      const codes = victim.downs(raw.peerId).map((reason) => reason.code);
      expect(codes, name).toEqual(expected);
    }
    expectBystanderUnharmed(victim, bystander);
  });

  test('with a second lane of one kind on the same connection', async () => {
    const { victim, bystander, raw } = await scene();
    const connection = await raw.connect(victim.addresses()[0]!);
    await raw.link(connection);
    await until(() => victim.isUp(raw.peerId));
    await connection.newStream(laneProtocol('bulk'));
    await until(() => victim.downs(raw.peerId)[0]?.code === 'malformed');
    expectBystanderUnharmed(victim, bystander);
  });

  test('with a frame before hello: no link ever comes up', async () => {
    const { victim, bystander, raw } = await scene();
    const before = victim.told.length;
    const peers = [bystander, raw].map(({ peerId }) => ({ peerId, addresses: [] }));
    victim.setPeers(peers);
    for (const lane of LANES) {
      const connection = await raw.connect(victim.addresses()[0]!);
      const stream = await connection.newStream(laneProtocol(lane));
      stream.send(encodeFrame(TEST_KIND, new Uint8Array(3)));
      await until(() => connection.status !== 'open');
      const link = victim.links().find(({ peerId }) => peerId === raw.peerId);
      expect(link?.reason?.code).toBe('malformed');
    }
    expect(victim.told).toHaveLength(before);
    expect(victim.frames).toEqual([]);
    expectBystanderUnharmed(victim, bystander);
  });

  test('with a lane opened by the side that has to wait', async () => {
    const raw = await startRawPeer(seeds[3]!);
    const victim = await startHost({ seed: seeds[1]! });
    const connection = await raw.connect(victim.addresses()[0]!);
    await connection.newStream(laneProtocol('sign')).catch(() => {});
    await until(() => connection.status !== 'open');
    expect(victim.told).toEqual([]);
  });

  test('with random bytes on every protocol', async () => {
    const { victim, bystander, raw } = await scene();
    let state = 42;
    const random = (): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    };
    for (let round = 0; round < 20; round++) {
      for (const protocol of PROTOCOLS) {
        const connection = await raw.connect(victim.addresses()[0]!);
        const stream = await connection.newStream(protocol);
        const bytes = Uint8Array.from({ length: 6 + random() * 8 }, random);
        // Otherwise it could be the header of a long frame, which we would wait for.
        bytes[0] = 1;
        stream.send(bytes);
        await until(() => connection.status !== 'open');
      }
    }
    expect(victim.told.filter((one) => one.type === 'handler-error')).toEqual([]);
    expectBystanderUnharmed(victim, bystander);
  });

  test('with a lane whose hello never comes: it is let go', async () => {
    const { victim, bystander, raw } = await scene();
    const connection = await raw.connect(victim.addresses()[0]!);
    await connection.newStream(laneProtocol('sign'));
    await until(() => connection.status !== 'open');
    expectBystanderUnharmed(victim, bystander);
  });
});
