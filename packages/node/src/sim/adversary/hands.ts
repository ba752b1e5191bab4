/**
 * What an adversary can do with the nodes that it has: see and change what they send, see what they
 * get, and say whatever it likes over their links with their keys. Their cores run on, honest.
 * @module
 */
import type { Ciphersuite, Random } from '@permafrost/frost';
import { ratioOf } from '@permafrost/protocol/sim';
import type { Network, SimFrame } from '../world.ts';
import { unlessBad } from './unless.ts';

/** Frames that it says of its own accord in one run, at most: floods must end too. */
const SAID_MAX = 5_000;

export type Hands = {
  readonly network: Network;
  readonly corrupt: ReadonlySet<number>;
  readonly honest: readonly number[];
  readonly suite: Ciphersuite;
  readonly random: Random;
  /** Counts one thing that it did, by kind. */
  readonly did: (kind: string) => void;
  readonly chance: (ratio: number) => boolean;
  /** An integer between these, both included. */
  readonly pick: (from: number, to: number) => number;
  readonly oneOf: <T>(items: readonly T[]) => T | undefined;
  readonly seedOf: (index: number) => Uint8Array;
  readonly hostPubOf: (index: number) => Uint8Array;
  /** What a frame of its nodes becomes; undefined loses it. */
  readonly outgoing: (change: (frame: SimFrame) => Uint8Array | undefined) => void;
  /** What honest nodes send to its nodes. */
  readonly incoming: (hear: (frame: SimFrame) => void) => void;
  /** Says something over the link of one of its nodes. */
  readonly say: (frame: SimFrame) => void;
  /** Whether it did not stop yet. */
  readonly isActive: () => boolean;
  /** Calls `f` after a while of the world's time, unless the adversary stopped. */
  readonly later: (ms: number, f: () => void) => void;
};

export type HandsOptions = {
  /** Indexes of the nodes that it has: fewer than any threshold. */
  readonly corrupt: ReadonlySet<number>;
  readonly suite: Ciphersuite;
  /** A stream of its own. */
  readonly random: Random;
  /** Counts one thing that it did, by kind. */
  readonly inject: (kind: string) => void;
};

/** Hands, and how to bind them: from then on all is honest. */
export function createHands(
  network: Network,
  { corrupt, suite, random, inject }: HandsOptions,
): { readonly hands: Hands; readonly stop: () => void } {
  let isStopped = false;
  let said = 0;
  const indexes = network.nodes.map((_, i) => i);
  const node = (index: number) => {
    const found = network.nodes[index];
    if (found === undefined) throw new RangeError(`no node ${index}`);
    return found;
  };
  const pick = (from: number, to: number) => from + Math.floor(ratioOf(random) * (to - from + 1));
  const hands: Hands = {
    network,
    corrupt,
    honest: indexes.filter((i) => !corrupt.has(i)),
    suite,
    random,
    did: inject,
    chance: (ratio) => ratioOf(random) < ratio,
    pick,
    oneOf: (items) => items[pick(0, items.length - 1)],
    seedOf: (index) => node(index).seed,
    hostPubOf: (index) => node(index).operator.hostPub,
    outgoing: (change) => {
      network.onFrame((frame) => {
        if (isStopped || !corrupt.has(frame.from) || corrupt.has(frame.to)) return frame.body;
        // Another script may have mangled it already.
        const changed = unlessBad(() => ({ body: change(frame) }));
        return changed === undefined ? frame.body : changed.body;
      });
    },
    incoming: (hear) => {
      network.onFrame((frame) => {
        const isOurs = corrupt.has(frame.to) && !corrupt.has(frame.from);
        if (!isStopped && isOurs) unlessBad(() => hear(frame));
        return frame.body;
      });
    },
    say: (frame) => {
      if (!isStopped && corrupt.has(frame.from) && ++said <= SAID_MAX) network.inject(frame);
    },
    isActive: () => !isStopped,
    later: (ms, f) => {
      network.world.after(ms, () => {
        if (!isStopped) f();
      });
    },
  };
  return {
    hands,
    stop: () => {
      isStopped = true;
    },
  };
}
