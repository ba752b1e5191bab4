/** Randomness is always handed in; here it is checked and turned into scalars. */

import { equalBytes, integerLE } from './bytes.ts';
import type { Random, Scalar } from './suite.ts';

const REMEMBERED = 16;

/** Randomness that cannot be right: this process must not make keys or nonces with it. */
export class RandomnessError extends Error {
  override readonly name = 'RandomnessError';
}

function degenerate(bytes: Uint8Array): boolean {
  if (bytes.length < 16) return false;
  // 16 or more random bytes with at most two different values: chance below 2⁻⁹⁰.
  return new Set(bytes).size <= 2;
}

/**
 * Wraps a source of randomness and refuses short reads, constant bytes and outputs (of 16 bytes or
 * more) that repeat one of the last few: broken generators fail like that. The wrapped source is
 * tried at once. Throws RandomnessError.
 */
export function checkedRandom(random: Random): Random {
  const seen: Uint8Array[] = [];
  function checked(length: number): Uint8Array {
    const bytes = random(length);
    if (!(bytes instanceof Uint8Array) || bytes.length !== length) {
      throw new RandomnessError('random source returned the wrong number of bytes');
    }
    if (degenerate(bytes)) throw new RandomnessError('random source returned constant bytes');
    if (length >= 16) {
      // Only a prefix is remembered: enough to notice a repeat, useless as the secret itself.
      const prefix = bytes.slice(0, 12);
      if (seen.some((old) => equalBytes(old, prefix))) {
        throw new RandomnessError('random source repeated itself');
      }
      seen.push(prefix);
      if (seen.length > REMEMBERED) seen.shift()?.fill(0);
    }
    return bytes;
  }
  checked(32);
  checked(32);
  return checked;
}

/** A uniform scalar, 1 … q − 1: wide reduction of 16 more bytes than the order has. */
export function randomScalar(suite: { readonly order: bigint }, random: Random): Scalar {
  const length = Math.ceil(suite.order.toString(16).length / 2) + 16;
  for (let tries = 0; tries < 8; tries++) {
    const bytes = random(length);
    if (bytes.length !== length) throw new RandomnessError('short read of randomness');
    const scalar = integerLE(bytes) % suite.order;
    bytes.fill(0);
    if (scalar !== 0n) return scalar;
  }
  throw new RandomnessError('random source returns zeros');
}
