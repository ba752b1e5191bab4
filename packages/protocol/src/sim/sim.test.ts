import {
  aggregate,
  commit,
  dealKeys,
  identifier,
  type SigningPackage,
  sign,
} from '@permafrost/frost';
import { describe, expect, test } from 'vitest';
import { createNetwork, type Letter } from './network.ts';
import { seededRandom } from './random.ts';
import { toySuite } from './toy.ts';
import { createWorld } from './world.ts';

describe('a world', () => {
  test('does things in order of time, and of asking', () => {
    const world = createWorld(1);
    const done: string[] = [];
    const at = (ms: number, name: string): (() => void) =>
      world.after(ms, () => done.push(`${name}@${world.now()}`));
    at(5, 'c');
    at(1, 'a');
    at(5, 'd');
    const cancel = at(4, 'never');
    world.after(2, () => at(1, 'b'));
    cancel();
    world.run();
    expect(done).toEqual(['a@1', 'b@3', 'c@5', 'd@5']);
  });

  test('keeps its order over many events', () => {
    const world = createWorld(2);
    const random = world.random('times');
    const seen: number[] = [];
    for (let i = 0; i < 1_000; i++) world.after(random(1)[0] ?? 0, () => seen.push(world.now()));
    world.run();
    expect(seen).toHaveLength(1_000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test('ends, or says that it does not', () => {
    const world = createWorld(3);
    const again = (): void => void world.after(1, again);
    again();
    expect(() => world.run(100)).toThrow(RangeError);
  });

  test('has randomness that depends on seed and label only', () => {
    expect(seededRandom(1, 'a')(100)).toEqual(seededRandom(1, 'a')(100));
    expect(seededRandom(1, 'a')(32)).not.toEqual(seededRandom(2, 'a')(32));
    expect(seededRandom(1, 'a')(32)).not.toEqual(seededRandom(1, 'b')(32));
  });
});

describe('a network', () => {
  const letter: Letter = { from: 1, to: 2, round: 0, envelope: new Uint8Array() };

  function arrivals(conditions: Parameters<typeof createNetwork>[1], count = 400): number {
    const world = createWorld(4);
    const network = createNetwork(world, conditions);
    let arrived = 0;
    for (let i = 0; i < count; i++) network.post(letter, () => arrived++);
    world.run();
    return arrived;
  }

  test('loses, repeats and cuts as told', () => {
    expect(arrivals({ repeatRatio: 0 })).toBe(400);
    expect(arrivals({ repeatRatio: 1 })).toBe(800);
    expect(arrivals({ lossRatio: 1 })).toBe(0);
    expect(arrivals({ isCut: (from) => from === 1 })).toBe(0);
    const half = arrivals({ repeatRatio: 0, lossRatio: 0.5 });
    expect(half > 100 && half < 300).toBe(true);
    expect(arrivals({ repeatRatio: 0, tamper: (l) => [l, l, l] })).toBe(1_200);
  });
});

test('the toy suite signs like a real one, and tells wrong shares from right ones', () => {
  const random = seededRandom(5, 'toy');
  const ids = [1, 2, 3].map(identifier);
  const keys = dealKeys({ suite: toySuite, minSigners: 2, identifiers: ids, random });
  const signers = ids.slice(1);
  const nonces = new Map(
    signers.map((id) => [
      id,
      commit(keys.get(id) as NonNullable<ReturnType<typeof keys.get>>, random),
    ]),
  );
  const message = new Uint8Array(5);
  const pkg: SigningPackage = {
    message,
    commitments: new Map([...nonces].map(([id, { commitments }]) => [id, commitments])),
  };
  const shares = new Map(
    signers.map((id) => {
      const key = keys.get(id);
      const own = nonces.get(id);
      if (key === undefined || own === undefined) throw new Error('a signer expected');
      return [id, sign(pkg, own.nonces, key)];
    }),
  );
  const { publicKeys } = keys.get(identifier(1)) as NonNullable<ReturnType<typeof keys.get>>;
  const signature = aggregate(pkg, shares, publicKeys);
  const publicKey = toySuite.encodePublicKey(publicKeys.verifyingKey);
  expect(toySuite.verify({ publicKey, message, signature })).toBe(true);
  expect(toySuite.verify({ publicKey, message: new Uint8Array(4), signature })).toBe(false);
  const wrong = new Map(shares).set(identifier(2), toySuite.encodeScalar(3n));
  expect(() => aggregate(pkg, wrong, publicKeys)).toThrow(/invalid-signature-share/);
});
