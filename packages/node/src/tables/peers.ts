/**
 * Who is connected, what they proved of their boots, and what we hold against them.
 * @module
 */
import type { HostId } from '../effects.ts';

export type Boot = {
  readonly hostPub: Uint8Array;
  /** 16 bytes. */
  readonly bootId: Uint8Array;
  readonly counter: number;
};

export type Peer = {
  readonly up: boolean;
  readonly sinceMs: number;
  /** Why it is down, in words. */
  readonly reason: string;
  /** Of its present connection, or of the last one. */
  readonly boot: Boot | undefined;
  /** The highest boot that it ever proved to this process; a copy that came back stays below. */
  readonly highest: Boot | undefined;
};

export type Peers = {
  readonly byHost: Map<HostId, Peer>;
  /** Faults that were proved or seen, by host and code. */
  readonly blame: Map<HostId, Map<string, number>>;
};

export function createPeers(hosts: readonly HostId[]): Peers {
  return {
    byHost: new Map(
      hosts.map((host) => [
        host,
        {
          up: false,
          sinceMs: 0,
          reason: 'not yet connected',
          boot: undefined,
          highest: undefined,
        },
      ]),
    ),
    blame: new Map(),
  };
}

export type PeersInput =
  | {
      readonly type: 'up';
      readonly host: HostId;
      readonly boot: Boot;
      readonly monotonicMs: number;
    }
  | {
      readonly type: 'down';
      readonly host: HostId;
      readonly reason: string;
      readonly monotonicMs: number;
    }
  | { readonly type: 'fault'; readonly host: HostId; readonly code: string };

export type PeersOutput =
  /** A boot other than the last: whatever the peer promised before is void. */
  | { readonly type: 'new-boot'; readonly host: HostId; readonly boot: Boot }
  /** A boot below what the peer itself proved before: a rollback or a clone. */
  | {
      readonly type: 'old-boot';
      readonly host: HostId;
      readonly seen: number;
      readonly now: number;
    };

/** Advances the table. Hosts that are not on the roster are ignored. */
export function stepPeers(peers: Peers, input: PeersInput): readonly PeersOutput[] {
  if (input.type === 'fault') {
    const codes = peers.blame.get(input.host) ?? new Map<string, number>();
    codes.set(input.code, (codes.get(input.code) ?? 0) + 1);
    peers.blame.set(input.host, codes);
    return [];
  }
  const before = peers.byHost.get(input.host);
  if (before === undefined) return [];
  if (input.type === 'down') {
    peers.byHost.set(input.host, {
      ...before,
      up: false,
      sinceMs: input.monotonicMs,
      reason: input.reason,
    });
    return [];
  }
  const { highest } = before;
  const isOld =
    highest !== undefined &&
    (input.boot.counter < highest.counter ||
      (input.boot.counter === highest.counter && !same(input.boot.bootId, highest.bootId)));
  peers.byHost.set(input.host, {
    up: true,
    sinceMs: input.monotonicMs,
    reason: '',
    boot: input.boot,
    highest: isOld ? highest : input.boot,
  });
  const outputs: PeersOutput[] = [];
  if (isOld) {
    const now = input.boot.counter;
    outputs.push({ type: 'old-boot', host: input.host, seen: highest.counter, now });
  }
  if (before.boot === undefined || !same(input.boot.bootId, before.boot.bootId)) {
    outputs.push({ type: 'new-boot', host: input.host, boot: input.boot });
  }
  return outputs;
}

export function isUp(peers: Peers, host: HostId): boolean {
  return peers.byHost.get(host)?.up === true;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
