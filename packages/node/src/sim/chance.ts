/**
 * Quick chance for the machinery of a simulated world: which delay, which victim. Never for bytes
 * that a node asks for.
 * @module
 */
import type { Random } from '@permafrost/frost';

export type Chance = {
  /** A number in [0, 1). */
  readonly ratio: () => number;
  /** Whether something of this ratio happens. */
  readonly happens: (ratio: number) => boolean;
  /** A whole number, both ends included. */
  readonly pick: (from: number, to: number) => number;
  readonly between: (from: number, to: number) => number;
  /** @throws RangeError when there is nothing to choose from. */
  readonly oneOf: <T>(all: readonly T[]) => T;
  /** So many different ones, or all when there are fewer; in order of chance. */
  readonly some: <T>(all: readonly T[], count: number) => readonly T[];
};

/** The small fast counter generator (sfc32) of PractRand by Chris Doty-Humphrey, from 16 bytes. */
export function createChance(random: Random): Chance {
  const view = new DataView(random(16).buffer);
  let a = view.getUint32(0);
  let b = view.getUint32(4);
  let c = view.getUint32(8);
  let counter = view.getUint32(12) | 1;

  function ratio(): number {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 2 ** 32;
  }
  for (let i = 0; i < 12; i++) ratio();

  const pick = (from: number, to: number): number => from + Math.floor(ratio() * (to - from + 1));
  return {
    ratio,
    happens: (limit) => ratio() < limit,
    pick,
    between: (from, to) => from + ratio() * (to - from),
    oneOf: (all) => {
      const one = all[pick(0, all.length - 1)];
      if (one === undefined) throw new RangeError('nothing to choose from');
      return one;
    },
    some: (all, count) => {
      const rest = [...all];
      const chosen: (typeof rest)[number][] = [];
      while (chosen.length < count && rest.length > 0) {
        chosen.push(...rest.splice(pick(0, rest.length - 1), 1));
      }
      return chosen;
    },
  };
}
