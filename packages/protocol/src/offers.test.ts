import { describe, expect, test } from 'vitest';
import {
  type ExpectedOffer,
  encodeOffer,
  encodeOfferBatch,
  type NonceOffer,
  OfferError,
  type OfferProof,
  offerMismatch,
  openOfferBatch,
  signOffers,
  verifyOfferProof,
} from './offers.ts';
import { NOW, testKey, testNode } from './sign-testing.ts';

const key = testKey({ minSigners: 2, maxSigners: 3 });
const coordinator = testNode(key, 1);
const owner = testNode(key, 2);
const items = Array.from({ length: 64 }, () => owner.offer(coordinator));
const proofs = signOffers(items, owner.hostSeed);

describe('a batch of offers', () => {
  test('carries 64 offers under one signature, and each is evidence without the others', () => {
    const opened = openOfferBatch(encodeOfferBatch(proofs), owner.hostPub);
    expect(opened).toEqual(proofs);
    expect(opened.every((proof) => verifyOfferProof(proof, owner.hostPub))).toBe(true);
    expect(new Set(opened.map(({ signature }) => signature.join())).size).toBe(1);
    expect(encodeOfferBatch(proofs).length).toBeLessThan(64 * 1024);
  });

  test('is not made of none, or of more than 64', () => {
    expect(() => signOffers([], owner.hostSeed)).toThrow(RangeError);
    expect(() => signOffers([...items, items[0]!], owner.hostSeed)).toThrow(RangeError);
  });

  test('is refused when it is not its owner’s, or any item was changed, dropped or moved', () => {
    expect(() => openOfferBatch(encodeOfferBatch(proofs), coordinator.hostPub)).toThrow(OfferError);
    const tampered: readonly (readonly OfferProof[])[] = [
      proofs.slice(1),
      [...proofs].reverse(),
      [{ ...proofs[0]!, item: owner.offer(coordinator) }, ...proofs.slice(1)],
    ];
    for (const batch of tampered) {
      expect(() => openOfferBatch(encodeOfferBatch(batch), owner.hostPub)).toThrow(OfferError);
    }
  });
});

describe('the proof of one offer', () => {
  test('fails for another item, other hashes, another signature and another owner', () => {
    const proof = proofs[3]!;
    const others: readonly OfferProof[] = [
      { ...proof, item: owner.offer(coordinator) },
      { ...proof, hashes: proof.hashes.slice(0, 5) },
      { ...proof, hashes: [] },
      { ...proof, signature: signOffers([items[0]!], owner.hostSeed)[0]!.signature },
    ];
    expect(others.map((one) => verifyOfferProof(one, owner.hostPub))).toEqual(
      others.map(() => false),
    );
    expect(verifyOfferProof(proof, key.hosts[2]!)).toBe(false);
  });
});

describe('an offer', () => {
  const { offer } = proofs[0]!;
  const expected: ExpectedOffer = {
    suite: 'ed25519',
    keyId: key.keyId,
    epochId: key.epochId,
    identifier: owner.seat,
    coordinator: coordinator.hostPub,
    coordinatorBootId: coordinator.bootId,
    bootId: owner.bootId,
    nowMs: NOW,
  };

  test('is taken for what was asked for', () => {
    expect(offerMismatch(offer, expected)).toBeUndefined();
  });

  const rows: readonly (readonly [string, Partial<NonceOffer>])[] = [
    ['suite', { suite: 'ristretto255' }],
    ['key', { keyId: new Uint8Array(16) }],
    ['epoch', { epochId: new Uint8Array(32) }],
    ['identifier', { identifier: coordinator.seat }],
    ['coordinator', { coordinator: key.hosts[2]! }],
    ['coordinator boot', { coordinatorBootId: new Uint8Array(16) }],
    ['boot', { bootId: new Uint8Array(16) }],
    ['expired', { notAfterMs: NOW }],
    ['lives too long', { notAfterMs: NOW + 3_600_000 + 30_001 }],
  ];
  for (const [what, change] of rows) {
    test(`is not taken with a wrong ${what}`, () => {
      expect(offerMismatch({ ...offer, ...change }, expected)).toBe(what);
      expect(encodeOffer({ ...offer, ...change })).not.toEqual(proofs[0]!.item);
    });
  }
});
