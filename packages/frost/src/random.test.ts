import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import { checkedRandom, RandomnessError, randomScalar } from './random.ts';

describe('the health check of randomness', () => {
  const broken: [string, (length: number) => Uint8Array][] = [
    ['zeros', (length) => new Uint8Array(length)],
    ['a constant byte', (length) => new Uint8Array(length).fill(0xa5)],
    ['the same bytes again', (length) => seeded('same')(length)],
    ['too few bytes', (length) => seeded('short')(length - 1)],
    ['two values only', (length) => Uint8Array.from({ length }, (_, i) => i & 1)],
  ];
  for (const [name, source] of broken) {
    it(`refuses a source that returns ${name}`, () => {
      expect(() => checkedRandom(source)).toThrow(RandomnessError);
    });
  }

  it('lets a working source through unchanged', () => {
    const random = checkedRandom(seeded(1));
    const plain = seeded(1);
    plain(32);
    plain(32);
    for (const length of [1, 12, 16, 32, 48]) expect(random(length)).toEqual(plain(length));
  });

  it('refuses a source that breaks later', () => {
    let calls = 0;
    const inner = seeded(2);
    const random = checkedRandom((length) => {
      calls += 1;
      return calls < 5 ? inner(length) : new Uint8Array(length);
    });
    random(32);
    random(32);
    expect(() => random(32)).toThrow(RandomnessError);
  });
});

describe('a random scalar', () => {
  it('is uniform over a small field and never zero', () => {
    const random = seeded(3);
    const counts = new Map<bigint, number>();
    for (let i = 0; i < 3000; i++) {
      const scalar = randomScalar({ order: 7n }, random);
      counts.set(scalar, (counts.get(scalar) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1n, 2n, 3n, 4n, 5n, 6n]);
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(120);
  });

  it('is refused to a source of zeros or short reads', () => {
    const order = 2n ** 252n;
    expect(() => randomScalar({ order }, (n) => new Uint8Array(n))).toThrow(RandomnessError);
    expect(() => randomScalar({ order }, () => new Uint8Array(1))).toThrow(RandomnessError);
  });
});
