import { describe, expect, it } from 'vitest';
import { compareBackends } from '../../test/backends.ts';
import { dealtKeys, ids, roundOne, seeded } from '../../test/seeded.ts';
import { utf8 } from '../bytes.ts';
import { ed25519, ed25519Over } from '../ed25519.ts';
import { aggregate, sign } from '../signing.ts';
import type { Element } from '../suite.ts';
import { type Backend, ed25519Backend, isSound, kernelBackend, nobleBackend } from './ed25519.ts';

const kernel = kernelBackend() as Backend;

describe('the kernel for ed25519', () => {
  it('is what this process runs on, unless the environment asks for the reference', () => {
    const wanted = process.env['PERMAFROST_BACKEND'] ?? 'kernel';
    expect(ed25519Backend.name).toBe(wanted);
  });

  it('gives what noble gives, on edges and random input', () => {
    const compared = compareBackends(kernel, nobleBackend, seeded('kernel'), 60);
    expect(compared).toBeGreaterThan(1000);
  });

  it('sums any number of terms, also more than it has room for at once', () => {
    for (const count of [0, 1, 126, 127, 128, 129, 300]) {
      const scalars = Array.from({ length: count }, (_, k) => BigInt(k * k + 1));
      const sums = [kernel, nobleBackend].map(({ group, encode }) => {
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

  it('refuses scalars that are not reduced, and arrays that differ in length', () => {
    const { group } = kernel;
    for (const bad of [-1n, ed25519.order, 1n << 256n]) {
      expect(() => group.multiplyBase(bad)).toThrow(RangeError);
      expect(() => group.multiply(group.base, bad)).toThrow(RangeError);
      expect(() => group.msm([group.base], [bad])).toThrow(RangeError);
      expect(() => group.multiplyBasePublic(bad)).toThrow(RangeError);
    }
    expect(() => group.msm([group.base], [1n, 2n])).toThrow(RangeError);
  });

  it('signs, and what it signs verifies over noble', () => {
    const suite = ed25519Over(kernel);
    const keys = dealtKeys(suite, 3, ids(1, 2, 3, 4, 5), seeded('sign'));
    const { pkg, nonces } = roundOne(keys, ids(1, 3, 5), utf8('m'), seeded('nonces'));
    const shares = new Map(
      [...nonces].map(([id, mine]) => [id, sign(pkg, mine, keys.get(id)!)] as const),
    );
    const { publicKeys } = keys.get(ids(1)[0]!)!;
    const signature = aggregate(pkg, shares, publicKeys);
    const reference = ed25519Over(nobleBackend);
    const publicKey = suite.encodePublicKey(publicKeys.verifyingKey);
    expect(reference.verify({ publicKey, message: utf8('m'), signature })).toBe(true);
    expect(reference.verify({ publicKey, message: utf8('n'), signature })).toBe(false);
  });

  it('is not taken where it answers wrong', () => {
    expect(isSound(kernel)).toBe(true);
    expect(isSound(nobleBackend)).toBe(true);
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
      expect(isSound({ ...kernel, group: { ...group, ...change } })).toBe(false);
    }
  });
});
