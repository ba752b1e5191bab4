import { describe, expect, it } from 'vitest';
import {
  compareBackends,
  edwardsGround,
  type Ground,
  ristrettoGround,
  secp256k1Ground,
} from '../../test/backends.ts';
import { dealtKeys, ids, roundOne, seeded } from '../../test/seeded.ts';
import { utf8 } from '../bytes.ts';
import { ed25519Over } from '../ed25519.ts';
import { ristretto255Over } from '../ristretto255.ts';
import { secp256k1Over } from '../secp256k1.ts';
import { secp256k1TrOver } from '../secp256k1-tr.ts';
import { aggregate, sign } from '../signing.ts';
import type { Ciphersuite, Element, SuiteId } from '../suite.ts';
import { activeBackend } from '../suites.ts';
import { type Backend, isSound, type KnownAnswers } from './backend.ts';
import * as edwards from './ed25519.ts';
import * as ristretto from './ristretto255.ts';
import * as koblitz from './secp256k1.ts';

type Case = {
  readonly kernel: Backend;
  readonly reference: Backend;
  readonly known: KnownAnswers;
  readonly ground: Ground;
  readonly suites: readonly ((backend: Backend) => Ciphersuite)[];
};

const cases: Readonly<Record<string, Case>> = {
  edwards25519: {
    kernel: edwards.kernelBackend() as Backend,
    reference: edwards.nobleBackend,
    known: edwards.known,
    ground: edwardsGround,
    suites: [ed25519Over],
  },
  ristretto255: {
    kernel: ristretto.kernelBackend() as Backend,
    reference: ristretto.nobleBackend,
    known: ristretto.known,
    ground: ristrettoGround,
    suites: [ristretto255Over],
  },
  secp256k1: {
    kernel: koblitz.kernelBackend() as Backend,
    reference: koblitz.nobleBackend,
    known: koblitz.known,
    ground: secp256k1Ground,
    suites: [secp256k1Over, secp256k1TrOver],
  },
};

describe.each(Object.entries(cases))('the kernel for %s', (name, of) => {
  const { kernel, reference, known, ground, suites } = of;

  it('is what this process runs on, unless the environment asks for the reference', () => {
    const wanted = process.env['PERMAFROST_BACKEND'] ?? 'kernel';
    for (const over of suites) expect(activeBackend(over(kernel).id as SuiteId)).toBe(wanted);
    expect(activeBackend()).toBe(wanted);
    expect(activeBackend('p256')).toBe('noble');
  });

  it('gives what noble gives, on edges and random input', () => {
    const options = { random: seeded(`kernel ${name}`), rounds: 60 };
    expect(compareBackends(kernel, reference, ground, options)).toBeGreaterThan(1000);
  });

  it('sums any number of terms, also more than it has room for at once', () => {
    for (const count of [0, 1, 126, 127, 128, 129, 300]) {
      const scalars = Array.from({ length: count }, (_, k) => BigInt(k * k + 1));
      const sums = [kernel, reference].map(({ group, encode }) => {
        const points: Element[] = scalars.map((x) => group.multiplyBasePublic(x + 7n));
        const x = 65_536n;
        return [
          encode(group.msm(points, scalars)),
          encode(group.sum(points)),
          encode(group.horner(points, x)),
        ];
      });
      expect(sums[0]).toEqual(sums[1]);
    }
  });

  it('keeps tables for more points than it has places, and multiplies right without them', () => {
    const { group } = kernel;
    const points = Array.from({ length: 40 }, (_, k) => group.multiplyBasePublic(BigInt(k + 2)));
    for (const point of points) group.precompute(point);
    for (const scalar of [0n, 1n, known.order - 1n, 1n << 128n, known.order >> 1n]) {
      points.forEach((point, k) => {
        const expected = group.multiplyBasePublic((5n + BigInt(k + 2) * scalar) % known.order);
        expect(group.equals(group.multiplyAddPublic(5n, point, scalar), expected)).toBe(true);
      });
    }
  });

  it('refuses scalars that are not reduced, and arrays that differ in length', () => {
    const { group } = kernel;
    for (const bad of [-1n, known.order, 1n << 256n]) {
      expect(() => group.multiplyBase(bad)).toThrow(RangeError);
      expect(() => group.multiply(group.base, bad)).toThrow(RangeError);
      expect(() => group.msm([group.base], [bad])).toThrow(RangeError);
      expect(() => group.multiplyBasePublic(bad)).toThrow(RangeError);
    }
    expect(() => group.msm([group.base], [1n, 2n])).toThrow(RangeError);
  });

  it('signs, and what it signs verifies over noble', () => {
    for (const over of suites) {
      const suite = over(kernel);
      const keys = dealtKeys(suite, 3, ids(1, 2, 3, 4, 5), seeded('sign'));
      const { pkg, nonces } = roundOne(keys, ids(1, 3, 5), utf8('m'), seeded('nonces'));
      const shares = new Map(
        [...nonces].map(([id, mine]) => [id, sign(pkg, mine, keys.get(id)!)] as const),
      );
      const { publicKeys } = keys.get(ids(1)[0]!)!;
      const signature = aggregate(pkg, shares, publicKeys);
      const publicKey = suite.encodePublicKey(publicKeys.verifyingKey);
      const { verify } = over(reference);
      expect(verify({ publicKey, message: utf8('m'), signature })).toBe(true);
      expect(verify({ publicKey, message: utf8('n'), signature })).toBe(false);
    }
  });

  it('is not taken where it answers wrong', () => {
    expect(isSound(kernel, known)).toBe(true);
    expect(isSound(reference, known)).toBe(true);
    const { group } = kernel;
    const wrong: readonly Partial<typeof group>[] = [
      { multiplyBase: () => group.base },
      { multiply: () => group.base },
      { msm: () => group.base },
      { sum: () => group.base },
      { horner: () => group.base },
      { multiplyAddPublic: () => group.base },
      { isTorsionFree: () => false },
      { isIdentity: () => false },
      { isIdentity: () => true },
      { equals: () => false },
    ];
    for (const change of wrong) {
      expect(isSound({ ...kernel, group: { ...group, ...change } }, known)).toBe(false);
    }
  });
});
