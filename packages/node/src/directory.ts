/**
 * The network roster as a node looks things up in it.
 * @module
 */
import type { HostId } from './effects.ts';

export type Operator = {
  readonly name: string;
  readonly hostPub: Uint8Array;
  readonly host: HostId;
  readonly peerId: string;
  /** Ed25519 key of the operator's identity. */
  readonly operatorPub: Uint8Array;
  /** The same in hex. */
  readonly operator: string;
  readonly operatorPeerId: string;
  readonly addresses: readonly string[];
};

export type Directory = {
  readonly self: Operator;
  /** In the order of the roster, this node included. */
  readonly all: readonly Operator[];
  readonly byHost: ReadonlyMap<HostId, Operator>;
  readonly byName: ReadonlyMap<string, Operator>;
  readonly byPeerId: ReadonlyMap<string, Operator>;
  /** Hex keys of all operators. */
  readonly operators: ReadonlySet<string>;
};

/** @throws RangeError if the node itself is not on the roster, or a name or host stands twice. */
export function createDirectory(all: readonly Operator[], self: HostId): Directory {
  const byHost = new Map(all.map((one) => [one.host, one]));
  const byName = new Map(all.map((one) => [one.name, one]));
  if (byHost.size !== all.length || byName.size !== all.length) {
    throw new RangeError('the roster names a node twice');
  }
  const me = byHost.get(self);
  if (me === undefined) throw new RangeError('this node is not on its own roster');
  return {
    self: me,
    all,
    byHost,
    byName,
    byPeerId: new Map(all.map((one) => [one.peerId, one])),
    operators: new Set(all.map((one) => one.operator)),
  };
}

/** The roster name of a host, or the start of its key where it has none any more. */
export function nameOf(directory: Directory, host: HostId): string {
  return directory.byHost.get(host)?.name ?? `unknown ${host.slice(0, 8)}`;
}

/** The other hosts of the roster. */
export function others(directory: Directory): readonly Operator[] {
  return directory.all.filter((one) => one.host !== directory.self.host);
}
