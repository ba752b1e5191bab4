import { ciphersuite, identifier } from '@permafrost/frost';
import { encodeOffer, type NonceOffer, type OfferProof, signOffers } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  addOffers,
  addOwnOffers,
  countOffers,
  createPool,
  dropOffers,
  heldNonces,
  highestNonce,
  NONCE_WINDOW,
  type Pool,
  poolFor,
  takeOffer,
  voidOffersOfEpoch,
  voidOwner,
} from './nonces-pool.ts';

const suite = ciphersuite('secp256k1');
const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);
const NOW = 1_800_000_000_000;
const seed = bytes(32, 1);

let scalar = 2n;
const element = (): Uint8Array => suite.encodeElement(suite.group.multiplyBasePublic(scalar++));

const base = {
  suite: 'secp256k1',
  keyId: bytes(16, 3),
  epochId: bytes(32, 4),
  identifier: identifier(2),
  coordinator: bytes(32, 5),
  coordinatorBootId: bytes(16, 6),
  bootId: bytes(16, 7),
  notAfterMs: NOW + 3_600_000,
};
const about = { ...base, nowMs: NOW, owner: 'owner', ciphersuite: suite };
const of = { owner: 'owner', keyId: base.keyId, epochId: base.epochId };

function proof(nonceId: number, change: Partial<NonceOffer> = {}): OfferProof {
  const item = encodeOffer({ ...base, nonceId, hiding: element(), binding: element(), ...change });
  return signOffers([item], seed)[0] as OfferProof;
}

function add(pool: Pool, proofs: readonly OfferProof[], change: Partial<typeof about> = {}) {
  return addOffers(pool, proofs, { ...about, ...change });
}

describe('the pool of a coordinator', () => {
  test('knows what it holds of an owner, and the highest nonce that ever came', () => {
    const pool = createPool();
    add(pool, [proof(3), proof(7)]);
    takeOffer(pool, of, NOW);
    expect(heldNonces(pool, 'owner')).toEqual([7]);
    expect(heldNonces(pool, 'another')).toEqual([]);
    expect(highestNonce(pool, 'owner', about.bootId)).toBe(7);
    expect(highestNonce(pool, 'owner', bytes(16, 99))).toBe(0);
    expect(highestNonce(pool, 'another', about.bootId)).toBe(0);
  });

  test('drops all offers of a key and owner that does not stand by them', () => {
    const pool = createPool();
    add(pool, [proof(3)]);
    dropOffers(pool, { ...of, owner: 'another' });
    expect(countOffers(pool, of, NOW)).toBe(1);
    dropOffers(pool, of);
    expect(countOffers(pool, of, NOW)).toBe(0);
  });

  test('takes offers of this node to itself as they are', () => {
    const pool = createPool();
    const proofs = [proof(1), proof(2)];
    addOwnOffers(pool, of, proofs);
    expect(takeOffer(pool, of, NOW)).toBe(proofs[0]);
  });

  test('gives every offer away once, oldest first', () => {
    const pool = createPool();
    const proofs = [proof(1), proof(2)];
    expect(add(pool, proofs)).toEqual([{ type: 'accepted', count: 2 }]);
    expect(heldNonces(pool, 'owner')).toEqual([1, 2]);
    expect(takeOffer(pool, of, NOW)).toBe(proofs[0]);
    expect(takeOffer(pool, of, NOW)).toBe(proofs[1]);
    expect(takeOffer(pool, of, NOW)).toBeUndefined();
  });

  test('drops what came before without a word, also after it was used', () => {
    const pool = createPool();
    const one = proof(1);
    add(pool, [one]);
    takeOffer(pool, of, NOW);
    expect(add(pool, [one])).toEqual([]);
    expect(countOffers(pool, of, NOW)).toBe(0);
  });

  test('shows two different offers of one nonce, and keeps the first', () => {
    const pool = createPool();
    const [first, second] = [proof(1), proof(1)];
    add(pool, [first]);
    expect(add(pool, [second])).toEqual([{ type: 'conflict', nonceId: 1 }]);
    expect(takeOffer(pool, of, NOW)).toBe(first);
  });

  test('drops commitments that came before under another number or from another owner', () => {
    const pool = createPool();
    const one = proof(1);
    const { hiding, binding } = one.offer;
    add(pool, [one]);
    const copies = [
      proof(2, { hiding }),
      proof(3, { binding: hiding }),
      proof(4, { hiding: binding }),
    ];
    expect(add(pool, copies)).toEqual([]);
    expect(add(pool, [proof(1, { hiding })], { owner: 'another' })).toEqual([]);
    const same = element();
    expect(add(pool, [proof(5, { hiding: same, binding: same })])).toEqual([]);
    expect(countOffers(pool, of, NOW)).toBe(1);
  });

  test('takes nonces in any order within the window, and none below it', () => {
    const pool = createPool();
    expect(add(pool, [proof(NONCE_WINDOW + 10), proof(11)])[0]).toEqual({
      type: 'accepted',
      count: 2,
    });
    expect(add(pool, [proof(10)])).toEqual([]);
  });

  test('starts anew with another boot of the owner', () => {
    const pool = createPool();
    add(pool, [proof(5_000)]);
    voidOwner(pool, 'owner');
    const bootId = bytes(16, 70);
    expect(add(pool, [proof(1, { bootId })], { bootId })).toEqual([{ type: 'accepted', count: 1 }]);
    expect(heldNonces(pool, 'owner')).toEqual([1]);
  });

  test('refuses what was not asked for, or does not decode', () => {
    const wrong: readonly Partial<NonceOffer>[] = [
      { coordinatorBootId: bytes(16, 9) },
      { bootId: bytes(16, 9) },
      { epochId: bytes(32, 9) },
      { identifier: identifier(3) },
      { notAfterMs: NOW },
      { hiding: bytes(33, 9) },
      { binding: bytes(33, 0) },
    ];
    for (const change of wrong) {
      const pool = createPool();
      const outputs = add(pool, [proof(1), proof(2, change), proof(3)]);
      expect(outputs.map(({ type }) => type)).toEqual(['accepted', 'mismatch']);
      expect(heldNonces(pool, 'owner')).toEqual([1]);
    }
  });

  test('holds no more than it can have asked for', () => {
    const pool = createPool();
    const proofs = Array.from({ length: 70 }, (_, i) => proof(i + 1));
    expect(add(pool, proofs)).toEqual([
      { type: 'accepted', count: limits.OFFERS_PER_COORDINATOR_MAX },
    ]);
  });

  test('does not give away what the owner would not honour any more, clocks apart', () => {
    const pool = createPool();
    add(pool, [proof(1, { notAfterMs: NOW + 40_000 }), proof(2)]);
    expect(countOffers(pool, of, NOW + 10_000)).toBe(1);
    expect(takeOffer(pool, of, NOW + 10_000)?.offer.nonceId).toBe(2);
  });

  test('forgets one owner, or one key, and nothing else', () => {
    const pool = createPool();
    const keyId = bytes(16, 33);
    add(pool, [proof(1)]);
    add(pool, [proof(1)], { owner: 'another' });
    add(pool, [proof(2, { keyId })], { keyId });
    voidOffersOfEpoch(pool, { keyId, epochId: of.epochId });
    expect(countOffers(pool, { ...of, keyId }, NOW)).toBe(0);
    voidOwner(pool, 'another');
    expect(countOffers(pool, { ...of, owner: 'another' }, NOW)).toBe(0);
    expect(countOffers(pool, of, NOW)).toBe(1);
  });

  test('is seen by a session through seats', () => {
    const pool = createPool();
    add(pool, [proof(1)]);
    const view = poolFor(pool, {
      ...of,
      ownerAt: (seat) => (seat === 2 ? 'owner' : undefined),
      nowMs: () => NOW,
    });
    expect([1, 2, 3].map(view.has)).toEqual([false, true, false]);
    expect(view.take(1)).toBeUndefined();
    expect(view.take(2)?.offer.nonceId).toBe(1);
    expect(view.has(2)).toBe(false);
  });
});
