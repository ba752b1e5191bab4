/** Vectors of operations on shares and of derivation. */

import { expect } from 'vitest';
import { fromHex, toHex } from '../src/bytes.ts';
import { derivePath, deriveStep } from '../src/derive.ts';
import { evenYMap, type KeyMap, mapPublicKeys, tapTweakMap } from '../src/keys.ts';
import { evaluate, interpolate, interpolatingValue, mod } from '../src/polynomial.ts';
import { refreshedShare, refreshedVerifyingShare, verifyRefreshShare } from '../src/refresh.ts';
import {
  checkRepairCommitments,
  repairedShare,
  repairSum,
  repairWeight,
  splitForRepair,
  verifyingShareAt,
} from '../src/repair.ts';
import { weightedCommitment, weightedShare } from '../src/reshare.ts';
import type { Ciphersuite, Element, Scalar } from '../src/suite.ts';
import { ciphersuite } from '../src/suites.ts';
import { commitPolynomial, evaluateCommitment, verifyShare } from '../src/vss.ts';
import { codec, type Dict, neverRandom } from './codec.ts';
import type { Runner } from './find.ts';

type ShareOpsCase = {
  readonly op: string;
  readonly group: string;
  readonly t: number;
  readonly ids: readonly string[];
  readonly group_key: string;
  readonly shares: Dict;
  readonly verifying_shares: Dict;
  readonly new_t?: number;
  readonly new_ids?: readonly string[];
  readonly qual?: readonly string[];
  readonly lagrange?: Dict;
  readonly dealers?: readonly {
    readonly id: string;
    readonly coefficients: readonly string[];
    readonly commitments?: readonly string[];
    readonly commitments_1_to_t_minus_1?: readonly string[];
    readonly shares_to: Dict;
  }[];
  readonly new_group_commitments?: readonly string[];
  readonly new_shares?: Dict;
  readonly new_verifying_shares?: Dict;
  readonly target?: string;
  readonly helpers?: readonly string[];
  readonly zeta?: Dict;
  readonly deltas?: { readonly [id: string]: Dict };
  readonly delta_commitments?: { readonly [id: string]: Dict };
  readonly sigmas?: Dict;
  readonly result?: string;
  readonly result_verifying_share?: string;
};

function checkRefresh(one: ShareOpsCase): void {
  const suite = ciphersuite(one.group);
  const { scalar, element, hexScalar, hexElement, scalars, elements } = codec(suite);
  const dealers = one.dealers ?? [];
  const commitments = dealers.map((dealer) =>
    (dealer.commitments_1_to_t_minus_1 ?? []).map(element),
  );
  for (const id of one.ids) {
    const x = scalar(id);
    dealers.forEach((dealer, k) => {
      const share = scalar(dealer.shares_to[id] as string);
      const coefficients = dealer.coefficients.map(scalar);
      expect(coefficients[0]).toBe(0n);
      expect(evaluate(coefficients, x, suite.order)).toBe(share);
      const commitment = commitments[k] as readonly Element[];
      const input = { minSigners: one.t, commitment, x, share };
      expect(verifyRefreshShare(suite, input)).toBe(true);
      expect(verifyRefreshShare(suite, { ...input, minSigners: one.t + 1 })).toBe(false);
      expect(verifyRefreshShare(suite, { ...input, share: share + 1n })).toBe(false);
    });
    const share = refreshedShare(
      suite,
      scalars(one.shares).get(x) as Scalar,
      dealers.map((dealer) => scalar(dealer.shares_to[id] as string)),
    );
    expect(hexScalar(share)).toBe(one.new_shares?.[id]);
    const verifyingShare = elements(one.verifying_shares).get(x) as Element;
    const refreshed = refreshedVerifyingShare(suite, { x, verifyingShare, commitments });
    expect(hexElement(refreshed)).toBe(one.new_verifying_shares?.[id]);
  }
  checkKeyOf(suite, one, one.new_shares as Dict, one.t);
}

function checkKeyOf(suite: Ciphersuite, one: ShareOpsCase, shares: Dict, t: number): void {
  const { scalars, hexElement } = codec(suite);
  const enough = new Map([...scalars(shares)].slice(0, t));
  const secret = interpolate(enough, suite.order);
  expect(hexElement(suite.group.multiplyBase(secret))).toBe(one.group_key);
}

function checkReshare(one: ShareOpsCase): void {
  const suite = ciphersuite(one.group);
  const { scalar, element, hexScalar, hexElement, elements } = codec(suite);
  const { group, order } = suite;
  const dealers = one.dealers ?? [];
  const xs = dealers.map((dealer) => scalar(dealer.id));
  const weights = xs.map((x) => interpolatingValue(xs, x, order));
  expect(weights.map(hexScalar)).toEqual(dealers.map((dealer) => one.lagrange?.[dealer.id]));
  const commitments = dealers.map((dealer) => (dealer.commitments ?? []).map(element));
  dealers.forEach((dealer, k) => {
    const commitment = commitments[k] as readonly Element[];
    expect(commitment.length).toBe(one.new_t);
    const verifyingShare = elements(one.verifying_shares).get(xs[k] as Scalar) as Element;
    expect(group.equals(commitment[0] as Element, verifyingShare)).toBe(true);
    for (const [to, share] of Object.entries(dealer.shares_to)) {
      expect(verifyShare(suite, commitment, scalar(to), scalar(share))).toBe(true);
    }
  });
  const commitment = weightedCommitment(suite, weights, commitments);
  expect(commitment.map(hexElement)).toEqual(one.new_group_commitments);
  expect(hexElement(commitment[0] as Element)).toBe(one.group_key);
  const ids = one.new_ids ?? [];
  const verifyingShares = evaluateCommitment(suite, commitment, ids.map(scalar));
  ids.forEach((id, k) => {
    const dealt = dealers.map((dealer) => scalar(dealer.shares_to[id] as string));
    expect(hexScalar(weightedShare(suite, weights, dealt))).toBe(one.new_shares?.[id]);
    expect(hexElement(verifyingShares[k] as Element)).toBe(one.new_verifying_shares?.[id]);
    // Dealing weighted constants and adding plainly, as the network does, gives the same share.
    const plain = dealers.reduce((sum, dealer, i) => {
      const weighted = dealer.coefficients.map((c) => (scalar(c) * (weights[i] as Scalar)) % order);
      return (sum + evaluate(weighted, scalar(id), order)) % order;
    }, 0n);
    expect(hexScalar(plain)).toBe(one.new_shares?.[id]);
  });
  checkKeyOf(suite, one, one.new_shares as Dict, one.new_t as number);
}

function checkRepair(one: ShareOpsCase): void {
  const suite = ciphersuite(one.group);
  const { scalar, element, hexScalar, hexElement, scalars, elements } = codec(suite);
  const helpers = one.helpers ?? [];
  const xs = helpers.map(scalar);
  const target = scalar(one.target as string);
  const verifying = elements(one.verifying_shares);
  for (const id of helpers) {
    const x = scalar(id);
    const weight = repairWeight(suite, xs, x, target);
    expect(hexScalar(weight)).toBe(one.zeta?.[id]);
    const published = one.deltas?.[id] as Dict;
    const given = helpers.map((to) => scalar(published[to] as string));
    const parts = splitForRepair(suite, {
      weight,
      share: scalars(one.shares).get(x) as Scalar,
      helpers: helpers.length,
      random: neverRandom,
      given,
    });
    expect(parts).toEqual(given);
    const commitments = helpers.map((to) => one.delta_commitments?.[id]?.[to] as string);
    expect(commitPolynomial(suite, parts).map(hexElement)).toEqual(commitments);
    const verifyingShare = verifying.get(x) as Element;
    const input = { commitments: commitments.map(element), weight, verifyingShare };
    expect(checkRepairCommitments(suite, input)).toBe(true);
    const wrong = { ...input, weight: mod(weight + 1n, suite.order) };
    expect(checkRepairCommitments(suite, wrong)).toBe(false);
  }
  const sums = helpers.map((to) =>
    repairSum(
      suite,
      helpers.map((from) => scalar(one.deltas?.[from]?.[to] as string)),
    ),
  );
  expect(sums.map(hexScalar)).toEqual(helpers.map((to) => one.sigmas?.[to]));
  const known = new Map(xs.map((x) => [x, verifying.get(x) as Element]));
  const verifyingShare = verifyingShareAt(suite, known, target);
  expect(hexElement(verifyingShare)).toBe(one.result_verifying_share);
  expect(hexScalar(repairedShare(suite, sums, verifyingShare))).toBe(one.result);
  const bad = [mod((sums[0] as Scalar) + 1n, suite.order), ...sums.slice(1)];
  expect(() => repairedShare(suite, bad, verifyingShare)).toThrow(RangeError);
}

export const shareOps: Runner = (data) =>
  (data.cases as readonly ShareOpsCase[]).map((one, k) => ({
    name: `${k} ${one.op} ${one.group} ${one.t} of ${one.ids.length}`,
    run: () => {
      switch (one.op) {
        case 'refresh':
          return checkRefresh(one);
        case 'reshare':
          return checkReshare(one);
        case 'repair':
        case 'enrol':
          return checkRepair(one);
        default:
          throw new Error(`unknown operation ${one.op}`);
      }
    },
  }));

type TaprootCase = {
  readonly merkle_root: string | null;
  readonly tweak: string | null;
  readonly negate_first: boolean;
  readonly x_only: string;
  readonly output_key?: string;
  readonly child_shares: Dict;
};
type HdCase = {
  readonly t: number;
  readonly group_key: string;
  readonly chain_code: string;
  readonly root_shares: Dict;
  readonly path: readonly number[];
  readonly steps: readonly {
    readonly index: number;
    readonly il: string;
    readonly public_key: string;
    readonly chain_code: string;
  }[];
  readonly accumulated_tweak: string;
  readonly child_public_key: string;
  readonly child_shares: Dict;
  readonly taproot: readonly TaprootCase[];
};

function checkHd(one: HdCase): void {
  const suite = ciphersuite('secp256k1-tr');
  const { scalar, element, hexScalar, hexElement } = codec(suite);
  const root = element(one.group_key);
  let parent = root;
  let chainCode = fromHex(one.chain_code);
  for (const step of one.steps) {
    const next = deriveStep(suite, parent, chainCode, step.index);
    expect(hexScalar(next.tweak)).toBe(step.il);
    expect(hexElement(next.child)).toBe(step.public_key);
    expect(toHex(next.chainCode)).toBe(step.chain_code);
    parent = next.child;
    chainCode = next.chainCode;
  }
  const { tweak, child } = derivePath(suite, root, fromHex(one.chain_code), one.path);
  expect(hexScalar(tweak)).toBe(one.accumulated_tweak);
  expect(hexElement(child)).toBe(one.child_public_key);
  for (const [id, share] of Object.entries(one.root_shares)) {
    expect(hexScalar((scalar(share) + tweak) % suite.order)).toBe(one.child_shares[id]);
  }
  for (const taproot of one.taproot) checkTaproot(suite, one, child, taproot);
}

function checkTaproot(suite: Ciphersuite, one: HdCase, child: Element, want: TaprootCase): void {
  const { scalar, hexScalar, hexElement } = codec(suite);
  const keys = { suite, minSigners: one.t, verifyingKey: child, verifyingShares: new Map() };
  const map: KeyMap =
    want.merkle_root === null ? evenYMap(keys) : tapTweakMap(keys, fromHex(want.merkle_root));
  expect(map.negate).toBe(want.negate_first);
  if (want.tweak !== null) expect(hexScalar(map.tweak)).toBe(want.tweak);
  const output = mapPublicKeys(keys, map).verifyingKey;
  if (want.output_key !== undefined) expect(hexElement(output)).toBe(want.output_key);
  expect(toHex(suite.encodePublicKey(output))).toBe(want.x_only);
  for (const [id, share] of Object.entries(one.child_shares)) {
    const s = scalar(share);
    const tweaked = mod((map.negate ? -s : s) + map.tweak, suite.order);
    expect(hexScalar(tweaked)).toBe(want.child_shares[id]);
  }
}

export const hd: Runner = (data) =>
  (data.cases as readonly HdCase[]).map((one, k) => ({
    name: `${k} m/${one.path.join('/')}`,
    run: () => checkHd(one),
  }));
