import {
  ciphersuite,
  concat,
  dealKeys,
  type Identifier,
  identifier,
  type KeyPackage,
  sha512,
  toHex,
  u64,
} from '@permafrost/frost';
import { decodeOffer } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  countFree,
  createNonces,
  freeNonces,
  isTakeable,
  keepHeld,
  keepShare,
  makeOffers,
  type Nonces,
  nonceSource,
  takeNonce,
  voidCoordinator,
  voidEpoch,
  wipeNonces,
} from './nonces.ts';

let drawn = 0;
const random = (length: number): Uint8Array =>
  concat(...Array.from({ length: Math.ceil(length / 64) }, () => sha512(u64(drawn++)))).slice(
    0,
    length,
  );

const suite = ciphersuite('secp256k1');
const dealt = dealKeys({
  suite,
  minSigners: 2,
  identifiers: [1, 2, 3].map(identifier),
  random,
});
const key = dealt.get(2 as Identifier) as KeyPackage;
const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);
const NOW = 1_800_000_000_000;

const alice = { coordinator: bytes(32, 1), coordinatorBootId: bytes(16, 11) };
const bob = { coordinator: bytes(32, 2), coordinatorBootId: bytes(16, 22) };

const EPOCH = { keyId: bytes(16, 3), epochId: bytes(32, 4) };

function table(coordinators = 5): Nonces {
  return createNonces({ bootId: bytes(16, 7), random, coordinators });
}

function offer(nonces: Nonces, count: number, to: Partial<Parameters<typeof makeOffers>[1]> = {}) {
  const items = makeOffers(nonces, {
    ...EPOCH,
    key,
    ...alice,
    nowMs: NOW,
    clockDifferenceMs: NOW,
    count,
    ...to,
  });
  return items.map(decodeOffer);
}

const take = (nonces: Nonces, nonceId: number, request: number, clockDifferenceMs = NOW) =>
  takeNonce(nonces, { nonceId, reqHash: bytes(64, request), clockDifferenceMs });

describe('offers', () => {
  test('name their coordinator, its boot, our boot and a number of its own each', () => {
    const nonces = table();
    const offers = [...offer(nonces, 2), ...offer(nonces, 1, bob)];
    expect(offers.map(({ nonceId }) => nonceId)).toEqual([1, 2, 3]);
    expect(
      new Set(offers.flatMap(({ hiding, binding }) => [toHex(hiding), toHex(binding)])).size,
    ).toBe(6);
    expect(offers[0]).toMatchObject({
      ...alice,
      suite: 'secp256k1',
      identifier: 2,
      bootId: bytes(16, 7),
      notAfterMs: NOW + limits.OFFER_LIFE_MS,
    });
  });

  test('are bounded for each key and coordinator, whatever is asked for', () => {
    const nonces = table();
    expect(offer(nonces, 1_000).length).toBe(limits.OFFERS_PER_COORDINATOR_MAX);
    expect(offer(nonces, 1).length).toBe(0);
    expect(offer(nonces, 1, bob).length).toBe(1);
    expect(offer(nonces, 1, { keyId: bytes(16, 9) }).length).toBe(1);
    expect(take(nonces, 1, 1).type).toBe('taken');
    expect(offer(nonces, 5).length).toBe(1);
  });

  test('are bounded for all keys of one coordinator by its part of the whole', () => {
    const nonces = table(Math.floor(limits.OFFERS_TOTAL_MAX / 3));
    const made = [1, 2, 3, 4].map((n) => offer(nonces, 1, { keyId: bytes(16, n) }).length);
    expect(made).toEqual([1, 1, 1, 0]);
    expect(offer(nonces, 1, bob).length).toBe(1);
  });

  test('made ahead leave room for those that are asked for', () => {
    const nonces = table(Math.floor(limits.OFFERS_TOTAL_MAX / 3));
    expect(offer(nonces, 3, { isAhead: true }).length).toBe(2);
    expect(offer(nonces, 3).length).toBe(1);
  });

  test('are counted as long as they live long enough', () => {
    const nonces = table();
    offer(nonces, 2);
    offer(nonces, 1, { nowMs: NOW + 10 });
    offer(nonces, 1, bob);
    const of = { ...EPOCH, coordinator: alice.coordinator };
    const untilMs = NOW + limits.OFFER_LIFE_MS;
    expect(countFree(nonces, { ...of, untilMs })).toBe(3);
    expect(countFree(nonces, { ...of, untilMs: untilMs + 1 })).toBe(1);
    expect(countFree(nonces, { ...of, untilMs: untilMs + 11 })).toBe(0);
  });

  test('that nobody used make room after an hour, and are refused from then on', () => {
    const nonces = table();
    offer(nonces, 64);
    expect(offer(nonces, 64, { nowMs: NOW + limits.OFFER_LIFE_MS + 1 }).length).toBe(64);
    expect(take(nonces, 1, 1)).toEqual({ type: 'refused', why: 'unknown' });
    expect(freeNonces(nonces)).toBe(64);
  });
});

describe('a nonce', () => {
  test('gives one share in ten thousand takes', () => {
    const nonces = table();
    offer(nonces, 3);
    let taken = 0;
    for (let i = 0; i < 10_000; i++) {
      const reqHash = concat(bytes(60, 0), Uint8Array.of(i >> 8, i & 255, 0, 0));
      const use = { nonceId: 2, reqHash, clockDifferenceMs: NOW };
      if (takeNonce(nonces, use).type === 'taken') taken++;
    }
    expect(taken).toBe(1);
  });

  test('is consumed before anything can be computed, and stays so when computing fails', () => {
    const nonces = table();
    offer(nonces, 1);
    expect(take(nonces, 1, 1).type).toBe('taken'); // And then the process throws.
    expect(take(nonces, 1, 1)).toEqual({ type: 'refused', why: 'unknown' });
    expect(take(nonces, 1, 2)).toEqual({ type: 'refused', why: 'used' });
  });

  test('answers its own request again with the same bytes, and no other', () => {
    const nonces = table();
    offer(nonces, 1);
    take(nonces, 1, 1);
    keepShare(nonces, 1, bytes(32, 5));
    keepShare(nonces, 1, bytes(32, 6));
    expect(take(nonces, 1, 1)).toEqual({ type: 'again', share: bytes(32, 5) });
    expect(take(nonces, 1, 2)).toEqual({ type: 'refused', why: 'used' });
  });

  test('keeps no secret once it is given away, and shows none in JSON', () => {
    const nonces = table();
    offer(nonces, 1);
    const result = take(nonces, 1, 1);
    if (result.type !== 'taken') throw new Error(result.type);
    const secret = toHex(result.nonces.hiding.reveal());
    const print = (value: unknown): string =>
      JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}` : inner));
    expect(print([...nonces.byId])).not.toContain('hiding');
    expect(print(result)).toContain('[secret]');
    expect(print(result)).not.toContain(secret);
    wipeNonces(nonces);
    expect(result.nonces.hiding.erased).toBe(false); // Its taker's to erase.
  });

  test('is not given away by a process whose clock jumped, and takes all others with it', () => {
    for (const jump of [2_001, -2_001, 86_400_000]) {
      const nonces = table();
      offer(nonces, 5);
      expect(take(nonces, 1, 1, NOW + jump)).toEqual({ type: 'refused', why: 'clock' });
      expect(freeNonces(nonces)).toBe(0);
      expect(take(nonces, 2, 1)).toEqual({ type: 'refused', why: 'unknown' });
    }
  });

  test('is given away where the clock was only adjusted a little', () => {
    const nonces = table();
    offer(nonces, 2);
    expect(take(nonces, 1, 1, NOW + 2_000).type).toBe('taken');
    expect(take(nonces, 2, 1, NOW - 2_000).type).toBe('taken');
  });

  test('of another boot is unknown: nothing comes back after a restart', () => {
    const before = table();
    offer(before, 1);
    expect(take(table(), 1, 1)).toEqual({ type: 'refused', why: 'unknown' });
  });
});

describe('offers become void', () => {
  test('when their coordinator announces another boot, and only its own', () => {
    const nonces = table();
    offer(nonces, 2);
    offer(nonces, 1, bob);
    voidCoordinator(nonces, alice.coordinator);
    expect(take(nonces, 1, 1)).toEqual({ type: 'refused', why: 'unknown' });
    expect(take(nonces, 3, 1).type).toBe('taken');
    expect(offer(nonces, 64).length).toBe(64);
  });

  test('when the key changes its shares, and only those of that epoch', () => {
    const nonces = table();
    offer(nonces, 2);
    offer(nonces, 1, { keyId: bytes(16, 9) });
    offer(nonces, 1, { epochId: bytes(32, 77) });
    voidEpoch(nonces, EPOCH);
    expect(freeNonces(nonces)).toBe(2);
    expect(take(nonces, 3, 1).type).toBe('taken');
    expect(take(nonces, 4, 2).type).toBe('taken');
  });

  test('when the coordinator says that it does not hold them', () => {
    const nonces = table();
    offer(nonces, 4);
    offer(nonces, 1, bob);
    keepHeld(nonces, { coordinator: alice.coordinator, nonceIds: [2, 77], before: 6 });
    expect([1, 2, 3, 4, 5].map((id) => nonceSource(nonces).offered(id) !== undefined)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  test('but not those that may still be on their way', () => {
    const nonces = table();
    offer(nonces, 4);
    keepHeld(nonces, { coordinator: alice.coordinator, nonceIds: [1], before: 3 });
    expect([1, 2, 3, 4].map((id) => isTakeable(nonces, id, NOW))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(isTakeable(nonces, 1, NOW + 2_001)).toBe(false);
  });

  test('and their secrets are overwritten', () => {
    const nonces = table();
    offer(nonces, 1);
    const entry = nonces.byId.get(1);
    if (entry?.state !== 'free') throw new Error('not free');
    wipeNonces(nonces);
    expect(entry.nonces.hiding.erased).toBe(true);
    expect(entry.nonces.binding.erased).toBe(true);
  });
});

test('whatever happens in whatever order, no nonce is ever taken twice and no bound is passed', () => {
  let state = 12_345;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const nonces = table(2_000);
  const taken = new Set<number>();
  for (let step = 0; step < 1_500; step++) {
    const to = next(2) === 0 ? alice : bob;
    switch (next(12)) {
      case 0:
      case 1:
        offer(nonces, next(4), to);
        break;
      case 2:
        if (next(20) === 0) voidCoordinator(nonces, to.coordinator);
        break;
      case 3:
        if (next(30) === 0) wipeNonces(nonces);
        break;
      case 4:
        keepHeld(nonces, {
          before: next(nonces.next + 1),
          coordinator: to.coordinator,
          nonceIds: Array.from({ length: 8 }, () => next(nonces.next + 1)),
        });
        break;
      case 5:
        keepShare(nonces, next(nonces.next + 1), bytes(32, next(255)));
        break;
      default: {
        const id = next(nonces.next + 2);
        if (take(nonces, id, next(3), NOW + (next(200) === 0 ? 5_000 : 0)).type !== 'taken') break;
        expect(taken.has(id)).toBe(false);
        taken.add(id);
      }
    }
    const free = [...nonces.byId].filter(([, { state }]) => state === 'free').map(([id]) => id);
    const listed = [...nonces.freeOf]
      .filter(([tag]) => tag.includes('/'))
      .flatMap(([, ids]) => [...ids]);
    expect(listed.sort()).toEqual(free.sort());
    expect(free.length).toBeLessThanOrEqual(16);
  }
  expect(taken.size).toBeGreaterThan(20);
});
