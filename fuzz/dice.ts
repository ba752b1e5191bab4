/**
 * Choices that follow from a seed.
 * @module
 */
import { seededRandom } from '@permafrost/protocol/sim';

export type Dice = {
  /** An integer from 0 to n − 1. */
  readonly below: (n: number) => number;
  /** Whether something happens, once in `n` times. */
  readonly oneIn: (n: number) => boolean;
  readonly bytes: (length: number) => Uint8Array;
  /** One of a list that is not empty. */
  readonly of: <T>(list: readonly T[]) => T;
  /** One of a list; undefined when it is empty. */
  readonly maybeOf: <T>(list: readonly T[]) => T | undefined;
};

export function createDice(seed: number, label: string): Dice {
  const next = generator(Uint8Array.from(seededRandom(seed, label)(16)));
  const below = (n: number): number => next() % n;
  const maybeOf = <T>(list: readonly T[]): T | undefined =>
    list.length === 0 ? undefined : list[below(list.length)];
  return {
    below,
    oneIn: (n) => below(n) === 0,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    maybeOf,
    of: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new RangeError('a choice of nothing');
      return list[below(list.length)] as T;
    },
  };
}

/** 32 bits at each call: sfc32 of C. Doty-Humphrey, which is quick; nothing here is a secret. */
function generator(seed: Uint8Array): () => number {
  const state = new Uint32Array(seed.buffer, seed.byteOffset, 4);
  return () => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const sum = (a + b + d) >>> 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = d + 1;
    return sum;
  };
}
