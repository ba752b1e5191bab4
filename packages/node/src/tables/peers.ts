/**
 * Who is connected, what they proved of their boots, and what we hold against them.
 * @module
 */
import type { Boot } from '@permafrost/protocol';
import type { HostId } from '../effects.ts';
import { orderOf } from './boots.ts';
import { createFaultTable, type FaultTable } from './faults.ts';

export type Peer = {
  readonly up: boolean;
  readonly sinceMs: number;
  /** Why it is down, in words. */
  readonly reason: string;
  /** Of its present connection, or of the last one. */
  readonly boot: Boot | undefined;
  /** The highest boot that it ever proved to us, also before our own start. */
  readonly highest: Boot | undefined;
  /** The last boot that was not its highest: a copy of it, or an old snapshot that was started. */
  readonly refused: Boot | undefined;
};

export type Peers = {
  readonly byHost: Map<HostId, Peer>;
  /** Faults that were proved or seen, by host and code. */
  readonly blame: Map<HostId, Map<string, number>>;
  /** Those of them that are on the disk. */
  readonly faults: FaultTable;
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
          refused: undefined,
        },
      ]),
    ),
    blame: new Map(),
    faults: createFaultTable(),
  };
}

/** Remembers what a peer proved before our own start. Hosts not on the roster are ignored. */
export function restoreHighest(peers: Peers, host: HostId, highest: Boot): void {
  const peer = peers.byHost.get(host);
  if (peer !== undefined) peers.byHost.set(host, { ...peer, highest });
}

export type PeersInput =
  | {
      readonly type: 'up';
      readonly host: HostId;
      readonly boot: Boot;
      readonly monotonicMs: number;
    }
  /** It showed a boot without linking up: on a call, or in a hello that we refused. */
  | { readonly type: 'boot'; readonly host: HostId; readonly boot: Boot }
  | {
      readonly type: 'down';
      readonly host: HostId;
      readonly reason: string;
      readonly monotonicMs: number;
    }
  | { readonly type: 'fault'; readonly host: HostId; readonly code: string };

export type PeersOutput =
  /** Higher than all before: to be remembered over our own restarts. */
  | { readonly type: 'highest'; readonly host: HostId; readonly boot: Boot }
  /** Linked with a boot other than the last: whatever the peer promised before is void. */
  | { readonly type: 'new-boot'; readonly host: HostId; readonly boot: Boot }
  /** Its link is of an earlier boot than it has shown elsewhere by now. */
  | { readonly type: 'outdated'; readonly host: HostId }
  /** A boot below what the peer itself proved before, or beside it. It is not linked with it. */
  | {
      readonly type: 'old-boot';
      readonly host: HostId;
      readonly highest: Boot;
      readonly boot: Boot;
      /** False when this very boot was told of before. */
      readonly isNews: boolean;
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
  switch (input.type) {
    case 'boot': {
      const outputs = shown(peers, input.host, before, input.boot);
      const isOutdated =
        outputs.some(({ type }) => type === 'highest') && before.up && before.boot !== undefined;
      return isOutdated ? [...outputs, { type: 'outdated', host: input.host }] : outputs;
    }
    case 'down':
      peers.byHost.set(input.host, {
        ...before,
        up: false,
        sinceMs: input.monotonicMs,
        reason: input.reason,
      });
      return [];
    case 'up':
      return up(peers, before, input);
  }
}

function up(
  peers: Peers,
  before: Peer,
  { host, boot, monotonicMs }: Extract<PeersInput, { readonly type: 'up' }>,
): readonly PeersOutput[] {
  const outputs = shown(peers, host, before, boot);
  const peer = peers.byHost.get(host) ?? before;
  if (outputs.some(({ type }) => type === 'old-boot')) {
    // The link of its highest boot, where there is one, stays what it is.
    if (before.up) return outputs;
    const reason = `it shows boot ${boot.counter} after boot ${peer.highest?.counter}`;
    peers.byHost.set(host, { ...peer, sinceMs: monotonicMs, reason });
    return outputs;
  }
  peers.byHost.set(host, { ...peer, up: true, sinceMs: monotonicMs, reason: '', boot });
  const isNew = before.boot === undefined || orderOf(boot, before.boot) !== 'same';
  return isNew ? [...outputs, { type: 'new-boot', host, boot }] : outputs;
}

/** Compares a boot with the highest one. */
function shown(peers: Peers, host: HostId, before: Peer, boot: Boot): readonly PeersOutput[] {
  const { highest, refused } = before;
  const order = highest === undefined ? 'later' : orderOf(boot, highest);
  if (highest === undefined || order === 'later') {
    peers.byHost.set(host, { ...before, highest: boot, refused: undefined });
    return [{ type: 'highest', host, boot }];
  }
  if (order === 'same') return [];
  peers.byHost.set(host, { ...before, refused: boot });
  const isNews = refused === undefined || orderOf(boot, refused) !== 'same';
  return [{ type: 'old-boot', host, highest, boot, isNews }];
}

/** Whether a boot is not the highest that this host proved: nothing is to be had with it. */
export function isRefused(peers: Peers, host: HostId, boot: Boot): boolean {
  const highest = peers.byHost.get(host)?.highest;
  if (highest === undefined) return false;
  const order = orderOf(boot, highest);
  return order === 'earlier' || order === 'twin';
}

/** Whether the last that was heard of a host is a boot that is refused, and it has no link. */
export function isCutOff(peers: Peers, host: HostId): boolean {
  const peer = peers.byHost.get(host);
  return peer !== undefined && !peer.up && peer.refused !== undefined;
}

export function isUp(peers: Peers, host: HostId): boolean {
  return peers.byHost.get(host)?.up === true;
}
