/** Two backends of ed25519 side by side: every operation on the same input, edges first. */

import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import type { Backend } from '../src/backend/ed25519.ts';
import { bytesLE, fromHex, integerLE, toHex } from '../src/bytes.ts';
import { ed25519 } from '../src/ed25519.ts';
import type { Element, Random, Scalar } from '../src/suite.ts';

const Q = ed25519.order;
const P = (1n << 255n) - 19n;

/** One point in both. */
type Pair = { readonly ours: Element; readonly theirs: Element };

function bytesOf(x: bigint): Uint8Array {
  return bytesLE(x, 32);
}

function below(random: Random, end: number): number {
  return Number(integerLE(random(6)) % BigInt(end));
}

/** A scalar: an edge, or anything. */
function scalarFrom(random: Random): Scalar {
  const small = BigInt(below(random, 20));
  switch (below(random, 8)) {
    case 0:
      return small;
    case 1:
      return Q - 1n - small;
    case 2:
      return 1n << BigInt(below(random, 252));
    case 3:
      return (1n << BigInt(1 + below(random, 252))) - 1n;
    case 4:
      // Digits that carry all the way.
      return integerLE(
        new Uint8Array(31).fill([0x88, 0x77, 0xf8, 0x8f][below(random, 4)] as number),
      );
    default:
      return integerLE(random(40)) % Q;
  }
}

/** An encoding: of a point at an edge, next to one, or anything. */
function encodingFrom(random: Random): Uint8Array {
  const sign = BigInt(below(random, 2)) << 255n;
  switch (below(random, 4)) {
    case 0:
      return bytesOf(sign + BigInt(below(random, 25)));
    case 1:
      return bytesOf(sign + P - 5n + BigInt(below(random, 24)));
    case 2: {
      const bytes = Uint8Array.from(fromHex(pick(random, ED25519_TORSION_SUBGROUP)));
      bytes[31] = (bytes[31] as number) ^ (below(random, 2) << 7);
      return bytes;
    }
    default:
      return random(32);
  }
}

function pick<T>(random: Random, of: readonly T[]): T {
  return of[below(random, of.length)] as T;
}

/**
 * Runs `rounds` rounds and gives the number of compared results. Throws an Error that names the
 * operation and its input at the first difference.
 */
export function compareBackends(
  ours: Backend,
  theirs: Backend,
  random: Random,
  rounds: number,
): number {
  let compared = 0;
  const parse = (bytes: Uint8Array): Pair => ({
    ours: ours.parse(bytes),
    theirs: theirs.parse(bytes),
  });
  const torsion = ED25519_TORSION_SUBGROUP.map((hex) => parse(fromHex(hex)));
  const same = (what: string, a: unknown, b: unknown): void => {
    compared += 1;
    if (a !== b) throw new Error(`${what}: ${String(a)} and not ${String(b)}`);
  };
  const samePoint = (what: string, pair: Pair): Pair => {
    same(what, toHex(ours.encode(pair.ours)), toHex(theirs.encode(pair.theirs)));
    return pair;
  };
  const both = (what: string, f: (backend: Backend, of: 'ours' | 'theirs') => Element): Pair =>
    samePoint(what, { ours: f(ours, 'ours'), theirs: f(theirs, 'theirs') });
  /** A random point, sometimes with torsion, sometimes nothing else. */
  const pointFrom = (scalar: Scalar): Pair => {
    const clean = both(`${scalar}·B`, ({ group }) => group.multiplyBase(scalar));
    if (below(random, 3) > 0) return clean;
    const small = pick(random, torsion);
    if (below(random, 4) === 0) return small;
    return both('with torsion', ({ group }, of) => group.add(clean[of], small[of]));
  };

  for (let round = 0; round < rounds; round++) {
    const [a, b, c] = [scalarFrom(random), scalarFrom(random), scalarFrom(random)];
    const p = pointFrom(a);
    const other = pointFrom(b);
    const choices: readonly Pair[] = [
      other,
      p,
      both('−p', ({ group }, of) => group.negate(p[of])),
      { ours: ours.group.zero, theirs: theirs.group.zero },
    ];
    const r = pick(random, choices);
    const input = `a=${a} b=${b} c=${c} p=${toHex(theirs.encode(p.theirs))} r=${toHex(theirs.encode(r.theirs))}`;
    both(`add ${input}`, ({ group }, of) => group.add(p[of], r[of]));
    both(`subtract ${input}`, ({ group }, of) => group.subtract(p[of], r[of]));
    both(`multiply ${input}`, ({ group }, of) => group.multiply(p[of], c));
    both(`multiplyPublic ${input}`, ({ group }, of) => group.multiplyPublic(p[of], c));
    both(`multiplyBasePublic ${input}`, ({ group }) => group.multiplyBasePublic(c));
    both(`multiplyAddPublic ${input}`, ({ group }, of) => group.multiplyAddPublic(a, r[of], c));
    both(`msm ${input}`, ({ group }, of) => group.msm([p[of], r[of], other[of]], [c, a, b]));
    both(`sum ${input}`, ({ group }, of) => group.sum([p[of], r[of], other[of], p[of]]));
    const x = pick(random, [0n, 1n, 2n, 3n, 100n, 65_535n, (1n << 17n) - 1n, 1n << 17n, c]);
    both(`horner at ${x} ${input}`, ({ group }, of) => group.horner([p[of], r[of], other[of]], x));
    for (const { group, of } of [
      { group: ours.group, of: 'ours' as const },
      { group: theirs.group, of: 'theirs' as const },
    ]) {
      same(`equals itself ${input}`, group.equals(p[of], group.add(p[of], group.zero)), true);
    }
    same(
      `equals ${input}`,
      ours.group.equals(p.ours, r.ours),
      theirs.group.equals(p.theirs, r.theirs),
    );
    same(`isIdentity ${input}`, ours.group.isIdentity(r.ours), theirs.group.isIdentity(r.theirs));
    same(
      `isTorsionFree ${input}`,
      ours.group.isTorsionFree(p.ours),
      theirs.group.isTorsionFree(p.theirs),
    );
    for (let k = 0; k < 4; k++) {
      const bytes = encodingFrom(random);
      same(`decode ${toHex(bytes)}`, decoded(ours, bytes), decoded(theirs, bytes));
    }
  }
  return compared;
}

/** What a decoder makes of bytes, encoded again; without the checks that a suite adds to it. */
function decoded(backend: Backend, bytes: Uint8Array): string {
  let element: Element;
  try {
    element = backend.parse(bytes);
  } catch (error) {
    if (error instanceof Error) return 'refused';
    throw error;
  }
  return toHex(backend.encode(element));
}
