/** Two backends of one group side by side: every operation on the same input, edges first. */

import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import type { Backend } from '../src/backend/backend.ts';
import { bytesBE, bytesLE, concat, fromHex, integerLE, toHex } from '../src/bytes.ts';
import { ed25519 } from '../src/ed25519.ts';
import { secp256k1 } from '../src/secp256k1.ts';
import type { Element, Random, Scalar } from '../src/suite.ts';

/** What a comparison must know of a group. */
export type Ground = {
  readonly order: bigint;
  /** Encodings of the points of small order, the identity among them. */
  readonly torsion: readonly Uint8Array[];
  /** Bytes that encode a point at an edge, or are next to such, or anything. */
  readonly encodingFrom: (random: Random) => Uint8Array;
};

/** One point in both. */
type Pair = { readonly ours: Element; readonly theirs: Element };

function below(random: Random, end: number): number {
  return Number(integerLE(random(6)) % BigInt(end));
}

function pick<T>(random: Random, of: readonly T[]): T {
  return of[below(random, of.length)] as T;
}

/** A scalar: an edge, or anything. */
function scalarFrom(random: Random, order: bigint): Scalar {
  const small = BigInt(below(random, 20));
  switch (below(random, 8)) {
    case 0:
      return small;
    case 1:
      return order - 1n - small;
    case 2:
      return (1n << BigInt(below(random, 256))) % order;
    case 3:
      return ((1n << BigInt(1 + below(random, 256))) - 1n) % order;
    case 4:
      // Digits that carry all the way.
      return integerLE(
        new Uint8Array(31).fill([0x88, 0x77, 0xf8, 0x8f][below(random, 4)] as number),
      );
    default:
      return integerLE(random(40)) % order;
  }
}

const P_25519 = (1n << 255n) - 19n;

export const edwardsGround: Ground = {
  order: ed25519.order,
  torsion: ED25519_TORSION_SUBGROUP.map(fromHex),
  encodingFrom: (random) => {
    const sign = BigInt(below(random, 2)) << 255n;
    switch (below(random, 4)) {
      case 0:
        return bytesLE(sign + BigInt(below(random, 25)), 32);
      case 1:
        return bytesLE(sign + P_25519 - 5n + BigInt(below(random, 24)), 32);
      case 2: {
        const bytes = Uint8Array.from(fromHex(pick(random, ED25519_TORSION_SUBGROUP)));
        bytes[31] = (bytes[31] as number) ^ (below(random, 2) << 7);
        return bytes;
      }
      default:
        return random(32);
    }
  },
};

export const ristrettoGround: Ground = {
  order: ed25519.order,
  torsion: [],
  encodingFrom: (random) => {
    switch (below(random, 4)) {
      case 0:
        return bytesLE(BigInt(below(random, 60)), 32);
      case 1:
        return bytesLE(P_25519 - 30n + BigInt(below(random, 50)), 32);
      case 2: {
        // As many as one in four of these are elements: canonical and not negative.
        const bytes = random(32);
        bytes[0] = (bytes[0] as number) & 0xfe;
        bytes[31] = (bytes[31] as number) & 0x7f;
        return bytes;
      }
      default:
        return random(32);
    }
  },
};

const P_K1 = (1n << 256n) - (1n << 32n) - 977n;

export const secp256k1Ground: Ground = {
  order: secp256k1.order,
  torsion: [],
  encodingFrom: (random) => {
    const prefix = Uint8Array.of(below(random, 4) === 0 ? below(random, 8) : 2 + below(random, 2));
    switch (below(random, 4)) {
      case 0:
        return concat(prefix, bytesBE(BigInt(below(random, 25)), 32));
      case 1:
        return concat(prefix, bytesBE(P_K1 - 12n + BigInt(below(random, 24)), 32));
      case 2:
        return concat(prefix, bytesBE((1n << 256n) - 1n - BigInt(below(random, 24)), 32));
      default:
        return concat(prefix, random(32));
    }
  },
};

/**
 * Runs `rounds` rounds and gives the number of compared results. Throws an Error that names the
 * operation and its input at the first difference.
 */
export function compareBackends(
  ours: Backend,
  theirs: Backend,
  { order, torsion: small, encodingFrom }: Ground,
  options: { readonly random: Random; readonly rounds: number },
): number {
  const { random, rounds } = options;
  let compared = 0;
  const parse = (bytes: Uint8Array): Pair => ({
    ours: ours.parse(bytes),
    theirs: theirs.parse(bytes),
  });
  const torsion = small.map(parse);
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
    if (torsion.length === 0 || below(random, 3) > 0) return clean;
    const other = pick(random, torsion);
    if (below(random, 4) === 0) return other;
    return both('with torsion', ({ group }, of) => group.add(clean[of], other[of]));
  };

  const scalar = (): Scalar => scalarFrom(random, order);
  for (let round = 0; round < rounds; round++) {
    const [a, b, c] = [scalar(), scalar(), scalar()];
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
    // noble's tables take milliseconds to make, and are noble's own to test.
    if (below(random, 2) === 0) ours.group.precompute(p.ours);
    both(`with tables: multiplyAddPublic ${input}`, ({ group }, of) =>
      group.multiplyAddPublic(b, p[of], c),
    );
    both(`with tables: multiplyPublic ${input}`, ({ group }, of) => group.multiplyPublic(p[of], a));
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
    same(`hasEvenY ${input}`, ours.group.hasEvenY(p.ours), theirs.group.hasEvenY(p.theirs));
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
