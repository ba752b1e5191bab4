/**
 * A simulated network: it delays, reorders and repeats, and where it is told to, it loses.
 * @module
 */
import type { Seat } from '../session.ts';
import { ratioOf } from './random.ts';
import type { World } from './world.ts';

/** One copy of a message on its way to one seat. */
export type Letter = {
  readonly from: Seat;
  readonly to: Seat;
  readonly round: number;
  readonly envelope: Uint8Array;
};

export type Conditions = {
  readonly latencyMsMin: number;
  readonly latencyMsMax: number;
  /** Share of letters that arrive twice, 0 to 1. */
  readonly repeatRatio: number;
  /** Share of letters that never arrive, 0 to 1. */
  readonly lossRatio: number;
  /** Whether the way between two seats is cut at this time. */
  readonly isCut: (from: Seat, to: Seat, nowMs: number) => boolean;
  /** What a letter takes longer than others, in milliseconds. */
  readonly extraMs: (letter: Letter) => number;
  /** The adversary on the wire: what arrives instead. Nothing, the letter itself, or others. */
  readonly tamper: (letter: Letter) => readonly Letter[];
};

export const FAIR: Conditions = {
  latencyMsMin: 1,
  latencyMsMax: 200,
  repeatRatio: 0.1,
  lossRatio: 0,
  isCut: () => false,
  extraMs: () => 0,
  tamper: (letter) => [letter],
};

export type Network = {
  readonly post: (letter: Letter, deliver: (letter: Letter) => void) => void;
};

export function createNetwork(world: World, conditions: Partial<Conditions> = {}): Network {
  const c = { ...FAIR, ...conditions };
  const random = world.random('network');
  const latency = (): number =>
    c.latencyMsMin + ratioOf(random) * (c.latencyMsMax - c.latencyMsMin);

  function post(letter: Letter, deliver: (letter: Letter) => void): void {
    if (c.isCut(letter.from, letter.to, world.now())) return;
    for (const sent of c.tamper(letter)) {
      if (ratioOf(random) < c.lossRatio) continue;
      world.after(latency() + c.extraMs(sent), () => deliver(sent));
      if (ratioOf(random) < c.repeatRatio) world.after(latency(), () => deliver(sent));
    }
  }
  return { post };
}
