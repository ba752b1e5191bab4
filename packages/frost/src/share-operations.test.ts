import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ids, seeded } from '../test/seeded.ts';
import { finishPedPop, proveKnowledge, verifyKnowledge } from './dkg.ts';
import { dealKeys, signingScalar } from './keys.ts';
import { evaluate, interpolate, randomPolynomial } from './polynomial.ts';
import { randomScalar } from './random.ts';
import {
  checkRepairCommitments,
  repairedShare,
  repairSum,
  repairWeight,
  splitForRepair,
  verifyingShareAt,
} from './repair.ts';
import { dealerWeight, reshareConstant, reshareConstantCommitment } from './reshare.ts';
import { ciphersuite, suites } from './suites.ts';
import { commitPolynomial, verifyShare } from './vss.ts';

const suite = ciphersuite('ristretto255');
const { group, order } = suite;

describe('the constants of a reshare', () => {
  const random = seeded('constants');
  const raw = dealKeys({ suite, minSigners: 2, identifiers: ids(2, 3, 9), random });
  const { publicKeys } = raw.get(ids(2)[0]!)!;

  it('add up to the key and match their public commitments', () => {
    const dealers = ids(9, 2);
    let sum = 0n;
    for (const id of dealers) {
      const constant = reshareConstant(raw.get(id)!, dealers);
      const commitment = reshareConstantCommitment(publicKeys, dealers, id);
      expect(group.equals(group.multiplyBase(constant), commitment)).toBe(true);
      sum = (sum + constant) % order;
    }
    expect(group.equals(group.multiplyBase(sum), publicKeys.verifyingKey)).toBe(true);
  });

  it('are refused to too few, repeated or foreign dealers', () => {
    const key = raw.get(ids(2)[0]!)!;
    expect(() => reshareConstant(key, ids(2))).toThrow(RangeError);
    expect(() => reshareConstant(key, ids(2, 2))).toThrow(RangeError);
    expect(() => reshareConstant(key, ids(3, 9))).toThrow(RangeError);
    expect(() => reshareConstantCommitment(publicKeys, ids(2, 4), ids(4)[0]!)).toThrow(RangeError);
    expect(dealerWeight(suite, ids(2, 9), ids(2)[0]!)).toBe(
      dealerWeight(suite, ids(9, 2), ids(2)[0]!),
    );
  });
});

describe('repair', () => {
  it('restores any share, or makes a new one, from enough helpers', () => {
    const setting = fc.record({
      numbers: fc.uniqueArray(fc.integer({ min: 1, max: 65_535 }), { minLength: 5, maxLength: 5 }),
      minSigners: fc.integer({ min: 2, max: 4 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(setting, ({ numbers, minSigners, seed }) => {
        const random = seeded(seed);
        const all = ids(...numbers);
        const raw = dealKeys({ suite, minSigners, identifiers: all, random });
        const target = BigInt(numbers[4]!);
        const helpers = all.slice(0, minSigners);
        const xs = helpers.map(BigInt);
        const known = new Map(
          helpers.map((id) => [BigInt(id), raw.get(id)!.publicKeys.verifyingShares.get(id)!]),
        );
        const split = helpers.map((id) => {
          const weight = repairWeight(suite, xs, BigInt(id), target);
          const parts = splitForRepair(suite, {
            weight,
            share: signingScalar(raw.get(id)!),
            helpers: helpers.length,
            random,
          });
          const commitments = commitPolynomial(suite, parts);
          const verifyingShare = known.get(BigInt(id))!;
          const check = { commitments, weight, verifyingShare };
          expect(checkRepairCommitments(suite, check)).toBe(true);
          const lie = [group.base, ...commitments.slice(1)];
          expect(checkRepairCommitments(suite, { ...check, commitments: lie })).toBe(false);
          return parts;
        });
        const sums = helpers.map((_, j) =>
          repairSum(
            suite,
            split.map((parts) => parts[j]!),
          ),
        );
        const verifyingShare = verifyingShareAt(suite, known, target);
        const share = repairedShare(suite, sums, verifyingShare);
        expect(share).toBe(signingScalar(raw.get(all[4]!)!));
        expect(() => repairedShare(suite, sums.slice(1), verifyingShare)).toThrow(RangeError);
      }),
      { numRuns: 6 },
    );
  });

  it('is refused where the lost share is a helper’s', () => {
    expect(() => repairWeight(suite, [1n, 2n], 1n, 2n)).toThrow(RangeError);
    expect(() => repairWeight(suite, [1n, 2n], 3n, 4n)).toThrow(RangeError);
  });
});

describe('PedPop', () => {
  for (const [id, s] of suites) {
    it(`proves and checks knowledge of the constant term over ${id}`, () => {
      const random = seeded(id);
      for (let k = 0; k < 3; k++) {
        const constant = randomScalar(s, random);
        const nonce = randomScalar(s, random);
        const proof = proveKnowledge(s, { x: 7n, constant, nonce });
        expect(proof.length).toBe(s.signatureBytes);
        const statement = { x: 7n, constant: s.group.multiplyBase(constant), proof };
        expect(verifyKnowledge(s, statement)).toBe(true);
        expect(verifyKnowledge(s, { ...statement, x: 8n })).toBe(false);
        expect(verifyKnowledge(s, { ...statement, constant: s.group.base })).toBe(false);
        expect(verifyKnowledge(s, { ...statement, proof: proof.subarray(1) })).toBe(false);
        const zeros = new Uint8Array(proof.length);
        expect(verifyKnowledge(s, { ...statement, proof: zeros })).toBe(false);
      }
    });
  }

  it('blames the dealer of a long, short, unproven, copied or wrong contribution', () => {
    const random = seeded('pedpop');
    const xs = [1n, 2n, 70_000n];
    const deals = xs.map((x) => {
      const coefficients = randomPolynomial({ minSigners: 2, order, random });
      const commitment = commitPolynomial(suite, coefficients);
      const nonce = randomScalar(suite, random);
      const proof = proveKnowledge(suite, { x, constant: coefficients[0]!, nonce });
      return { x, commitment, proof, share: evaluate(coefficients, 1n, order) };
    });
    const options = { x: 1n, minSigners: 2 };
    const result = finishPedPop(suite, { ...options, deals });
    expect(verifyShare(suite, result.commitment, 1n, result.share)).toBe(true);
    const change = (fields: object) => [deals[0]!, { ...deals[1]!, ...fields }, deals[2]!];
    const { commitment } = deals[1]!;
    const bad = [
      change({ commitment: [...commitment, group.base] }),
      change({ commitment: commitment.slice(1) }),
      change({ commitment: [] }),
      change({ proof: deals[0]!.proof }),
      change({ commitment: deals[0]!.commitment, proof: deals[0]!.proof }),
      change({ share: 5n }),
    ];
    for (const one of bad) {
      expect(() => finishPedPop(suite, { ...options, deals: one })).toThrow(
        expect.objectContaining({ culprit: 2n }),
      );
    }
    const repeated = change({ x: 1n });
    expect(() => finishPedPop(suite, { ...options, deals: repeated })).toThrow(RangeError);
    expect(interpolate(new Map([[1n, 5n]]), order)).toBe(5n);
  });
});
