/** Hosts on loopback for tests: they record what they are told. @module */
import { setTimeout as sleep } from 'node:timers/promises';
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import type { Host, HostOptions, Role } from '../api.ts';
import type { EndReason, Refusal } from '../errors.ts';
import { createHost } from '../host.ts';
import type { Lane } from '../kinds.ts';
import { peerIdFromPublicKey } from '../peer-id.ts';

export type Told =
  | { readonly type: 'up'; readonly peerId: string; readonly hello: Uint8Array }
  | { readonly type: 'down'; readonly peerId: string; readonly reason: EndReason }
  | { readonly type: 'stranger'; readonly peerId: string; readonly count: number }
  | { readonly type: 'hello-refused'; readonly peerId: string; readonly refusal: Refusal }
  | { readonly type: 'handler-error'; readonly error: unknown };

export type ReceivedFrame = {
  readonly peerId: string;
  readonly lane: Lane;
  readonly kind: number;
  readonly body: Uint8Array;
};

export type TestHost = Host & {
  readonly told: Told[];
  readonly frames: ReceivedFrame[];
  readonly downs: (peerId: string) => EndReason[];
  readonly isUp: (peerId: string) => boolean;
};

export type TestHostOptions = Partial<Omit<HostOptions, 'seed' | 'admission' | 'handlers'>> & {
  readonly seed: Uint8Array;
  /** Everybody as a host, unless given. */
  readonly admits?: (peerId: string) => Role | undefined;
  /** Instead of recording. */
  readonly onFrame?: (frame: ReceivedFrame) => void | Promise<void>;
};

export const TEST_KIND = 16;
export const TEST_LIMITS: ReadonlyMap<number, number> = new Map([[TEST_KIND, 64 * 1024]]);

const running = new Set<Host>();

export async function startHost(options: TestHostOptions): Promise<TestHost> {
  const told: Told[] = [];
  const frames: ReceivedFrame[] = [];
  const host = await createHost({
    listen: ['/ip4/127.0.0.1/tcp/0'],
    hello: () => Uint8Array.of(7),
    checkHello: () => ({ ok: true }),
    limits: TEST_LIMITS,
    trustedIps: ['127.0.0.1'],
    ...options,
    admission: { admits: options.admits ?? (() => 'host') },
    handlers: {
      onPeerUp: (peerId, hello) => void told.push({ type: 'up', peerId, hello }),
      onPeerDown: (peerId, reason) => void told.push({ type: 'down', peerId, reason }),
      onRefused: (peerId, count) => void told.push({ type: 'stranger', peerId, count }),
      onHelloRefused: (peerId, refusal) =>
        void told.push({ type: 'hello-refused', peerId, refusal }),
      onHandlerError: (error) => void told.push({ type: 'handler-error', error }),
      onFrame(peerId, lane, kind, body) {
        const frame = { peerId, lane, kind, body };
        if (options.onFrame !== undefined) return options.onFrame(frame);
        frames.push(frame);
      },
    },
  });
  running.add(host);
  return {
    ...host,
    told,
    frames,
    downs: (peerId) =>
      told.flatMap((one) => (one.type === 'down' && one.peerId === peerId ? [one.reason] : [])),
    isUp: (peerId) => host.links().some((link) => link.peerId === peerId && link.up),
    stop() {
      running.delete(host);
      return host.stop();
    },
  };
}

/** A host that only dials, as clients do. */
export function startClient(options: TestHostOptions): Promise<TestHost> {
  return startHost({ listen: [], ...options });
}

/** For afterEach. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((host) => host.stop()));
  running.clear();
}

/** Makes all hosts peers of each other. */
export function connectAll(hosts: readonly Host[]): void {
  for (const host of hosts) {
    host.setPeers(
      hosts
        .filter((other) => other !== host)
        .map((other) => ({ peerId: other.peerId, addresses: other.addresses() })),
    );
  }
}

/** Polls; the test's own timeout ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}

export async function allUp(hosts: readonly TestHost[]): Promise<void> {
  await until(() =>
    hosts.every((host) =>
      hosts.every((other) => other.peerId === host.peerId || host.isUp(other.peerId)),
    ),
  );
}

/**
 * Seeds in the order of their PeerIds: of two hosts, the first one dials.
 * @param count at most 200
 */
export async function seedsInOrder(count: number): Promise<readonly Uint8Array[]> {
  const pairs: { seed: Uint8Array; peerId: string }[] = [];
  for (let at = 0; at < count; at++) {
    const seed = new Uint8Array(32).fill(at + 1);
    const { publicKey } = await generateKeyPairFromSeed('Ed25519', seed);
    pairs.push({ seed, peerId: peerIdFromPublicKey(publicKey.raw) });
  }
  pairs.sort((one, other) => (one.peerId < other.peerId ? -1 : 1));
  return pairs.map(({ seed }) => seed);
}
