/**
 * A line of its own between each two nodes of a testnet, and between the operator's clients and
 * each node. A home reaches the others by its own roster, so every home is given one in which the
 * others have the addresses of its lines; identities, and so PeerIds, stay what they are.
 * @module
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRoster, writeRoster } from '@permafrost/client';
import { ed25519PublicKey } from '@permafrost/frost';
import { rosterOf } from '@permafrost/protocol';
import { readIdentity } from '@permafrost/storage';
import { CLEAR, type Condition, startProxy, type TcpProxy } from './proxy.ts';
import type { TestnetPaths, TestnetState } from './state.ts';

/** Who dials as the testnet's operator: its commands, clients, load. */
export const OPERATOR: string = 'operator';

export type Links = {
  /** Nodes, and the operator last. */
  readonly names: readonly string[];
  /** Where one reaches another, on 127.0.0.1. */
  readonly portOf: (from: string, to: string) => number;
  /** Changes what is on the way from one to the other, whoever of them dialled. */
  readonly set: (from: string, to: string, change: Partial<Condition>) => void;
  /** As it was in the beginning, both ways between these two. */
  readonly restore: (a: string, b: string) => void;
  /** Breaks the connections between two. */
  readonly reset: (a: string, b: string) => void;
  readonly close: () => Promise<void>;
};

/** How it is from one to another when nothing is wrong. */
export type Distances = (from: string, to: string) => Partial<Condition>;

export async function openLinks(
  nodes: TestnetState['nodes'],
  distances: Distances = () => ({}),
): Promise<Links> {
  const names = [...nodes.map((node) => node.name), OPERATOR];
  const ways = new Map<string, { readonly base: Condition; now: Condition }>();
  for (const from of names) {
    for (const to of names) {
      const base = { ...CLEAR, ...distances(from, to) };
      ways.set(way(from, to), { base, now: base });
    }
  }
  const at = (from: string, to: string) => {
    const found = ways.get(way(from, to));
    if (found === undefined) throw new RangeError(`no line from ${from} to ${to}`);
    return found;
  };
  const proxies = new Map<string, TcpProxy>();
  const close = async () => {
    await Promise.all([...proxies.values()].map((proxy) => proxy.close()));
  };
  try {
    for (const from of names) {
      for (const node of nodes) {
        if (node.name === from) continue;
        const there = at(from, node.name);
        const back = at(node.name, from);
        const proxy = await startProxy({
          targetPort: portIn(node.address),
          there: () => there.now,
          back: () => back.now,
        });
        proxies.set(way(from, node.name), proxy);
      }
    }
  } catch (error) {
    await close();
    throw error;
  }

  /** Both dialled ones; nobody dials the operator. */
  const between = (a: string, b: string) =>
    [proxies.get(way(a, b)), proxies.get(way(b, a))].filter((proxy) => proxy !== undefined);

  function set(from: string, to: string, change: Partial<Condition>): void {
    const line = at(from, to);
    line.now = { ...line.now, ...change };
    for (const proxy of between(from, to)) proxy.wake();
  }

  return {
    names,
    portOf(from, to) {
      const proxy = proxies.get(way(from, to));
      if (proxy === undefined) throw new RangeError(`nobody dials ${to} as ${from}`);
      return proxy.port;
    },
    set,
    restore(a, b) {
      set(a, b, at(a, b).base);
      set(b, a, at(b, a).base);
    },
    reset(a, b) {
      for (const proxy of between(a, b)) proxy.reset();
    },
    close,
  };
}

/** Whether the homes of a testnet have rosters that lead through lines. */
export function isRerouted(paths: TestnetPaths): boolean {
  return existsSync(mark(paths));
}

function mark({ dir }: TestnetPaths): string {
  return join(dir, 'run', 'rerouted');
}

/**
 * Gives every home the roster that leads through its lines; without `links`, straight to the
 * nodes again. Running nodes do not read it: they have to be started after.
 */
export async function writeRosters(
  paths: TestnetPaths,
  state: TestnetState,
  links: Links | undefined,
): Promise<void> {
  const secret = { type: 'key-file', path: join(paths.operator, 'seal.key') } as const;
  const seed = await readIdentity(paths.operator, 'operator', secret);
  try {
    const roster = await readRoster(paths.operator, ed25519PublicKey(seed));
    if (roster === undefined) throw new Error(`${paths.operator} has no roster`);
    if (links !== undefined) writeFileSync(mark(paths), '', { mode: 0o600 });
    const homes = [
      ...state.nodes.map(({ name }) => ({ name, home: paths.home(name) })),
      { name: OPERATOR, home: paths.operator },
    ];
    for (const { name, home } of homes) {
      const cards = roster.cards.map((card) => {
        const node = state.nodes.find((one) => one.name === card.name);
        if (node === undefined) return card;
        const address =
          links === undefined || card.name === name
            ? node.address
            : `/ip4/127.0.0.1/tcp/${links.portOf(name, card.name)}/p2p/${card.peerId}`;
        return { ...card, addresses: [address] };
      });
      await writeRoster(home, rosterOf(cards), seed);
    }
    if (links === undefined) rmSync(mark(paths), { force: true });
  } finally {
    seed.fill(0);
  }
}

/** One line's name; names of nodes hold no space. */
function way(from: string, to: string): string {
  return `${from} ${to}`;
}

function portIn(address: string): number {
  const port = Number(/\/tcp\/(\d+)/.exec(address)?.[1]);
  if (!Number.isInteger(port)) throw new RangeError(`no port in ${address}`);
  return port;
}
