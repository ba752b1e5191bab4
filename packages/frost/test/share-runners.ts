/** Vectors of key generation (PedPop), of operations on shares, derivation and bad encodings. */

import { expect } from 'vitest';
import { concat, fromHex, toHex } from '../src/bytes.ts';
import { checkSetup, deal, decodePoints, parseDeal } from '../src/cocktail.ts';
import { CocktailFault } from '../src/cocktail-fault.ts';
import { schnorrVerify } from '../src/cocktail-schnorr.ts';
import { derivePath, deriveStep } from '../src/derive.ts';
import { finishPedPop, proveKnowledge, verifyKnowledge } from '../src/dkg.ts';
import { DecodeError } from '../src/encoding.ts';
import { evenYMap, type KeyMap, mapPublicKeys, tapTweakMap } from '../src/keys.ts';
import { decodeNonceCommitments } from '../src/nonces.ts';
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
import type { Case, Runner } from './find.ts';
import { suiteOfFolder } from './frost-runners.ts';

type Dict = { readonly [name: string]: string };

function codec(suite: Ciphersuite): {
  readonly scalar: (hex: string) => Scalar;
  readonly element: (hex: string) => Element;
  readonly hexScalar: (s: Scalar) => string;
  readonly hexElement: (e: Element) => string;
  readonly scalars: (dict: Dict) => Map<Scalar, Scalar>;
  readonly elements: (dict: Dict) => Map<Scalar, Element>;
} {
  const scalar = (hex: string): Scalar => suite.decodeScalar(fromHex(hex));
  const element = (hex: string): Element => suite.decodeElement(fromHex(hex));
  return {
    scalar,
    element,
    hexScalar: (s) => toHex(suite.encodeScalar(s)),
    hexElement: (e) => toHex(suite.encodeElement(e)),
    scalars: (dict) => new Map(Object.entries(dict).map(([x, s]) => [scalar(x), scalar(s)])),
    elements: (dict) => new Map(Object.entries(dict).map(([x, e]) => [scalar(x), element(e)])),
  };
}

const neverRandom = (): Uint8Array => {
  throw new Error('vectors bring their own randomness');
};

type PedPopResults = {
  readonly group_key: string;
  readonly group_commitments?: readonly string[];
  readonly signing_shares: Dict;
  readonly verifying_shares: Dict;
};
type PedPopCase = {
  readonly suite: string;
  readonly t: number;
  readonly ids: readonly string[];
  readonly dealers: readonly {
    readonly id: string;
    readonly coefficients: readonly string[];
    readonly pok_nonce: string;
    readonly commitments: readonly string[];
    readonly proof_of_knowledge: string;
    readonly shares_to: Dict;
  }[];
  readonly untweaked: PedPopResults;
  readonly tweaked?: PedPopResults;
};

function checkPedPop(one: PedPopCase): void {
  const suite = ciphersuite(one.suite);
  const { scalar, element, hexScalar, hexElement } = codec(suite);
  for (const dealer of one.dealers) {
    const x = scalar(dealer.id);
    const coefficients = dealer.coefficients.map(scalar);
    expect(commitPolynomial(suite, coefficients).map(hexElement)).toEqual(dealer.commitments);
    const constant = coefficients[0] as Scalar;
    const proof = proveKnowledge(suite, { x, constant, nonce: scalar(dealer.pok_nonce) });
    expect(toHex(proof)).toBe(dealer.proof_of_knowledge);
    for (const [to, share] of Object.entries(dealer.shares_to)) {
      expect(hexScalar(evaluate(coefficients, scalar(to), suite.order))).toBe(share);
    }
  }
  for (const id of one.ids) {
    const x = scalar(id);
    const result = finishPedPop(suite, {
      x,
      minSigners: one.t,
      deals: one.dealers.map((dealer) => ({
        x: scalar(dealer.id),
        commitment: dealer.commitments.map(element),
        proof: fromHex(dealer.proof_of_knowledge),
        share:
          dealer.id === id
            ? evaluate(dealer.coefficients.map(scalar), x, suite.order)
            : scalar(dealer.shares_to[id] as string),
      })),
    });
    checkPedPopResult(suite, one.untweaked, id, result);
    if (one.tweaked !== undefined) checkTweaked(suite, one.tweaked, id, result);
  }
}

type Result = ReturnType<typeof finishPedPop>;

function checkPedPopResult(suite: Ciphersuite, want: PedPopResults, id: string, got: Result): void {
  const { hexScalar, hexElement, scalar } = codec(suite);
  expect(hexElement(got.verifyingKey)).toBe(want.group_key);
  if (want.group_commitments !== undefined) {
    expect(got.commitment.map(hexElement)).toEqual(want.group_commitments);
  }
  expect(hexScalar(got.share)).toBe(want.signing_shares[id]);
  for (const [other, verifyingShare] of Object.entries(want.verifying_shares)) {
    expect(hexElement(got.verifyingShares.get(scalar(other)) as Element)).toBe(verifyingShare);
  }
}

function checkTweaked(suite: Ciphersuite, want: PedPopResults, id: string, got: Result): void {
  const { hexScalar, hexElement } = codec(suite);
  const keys = { suite, minSigners: 1, verifyingKey: got.verifyingKey, verifyingShares: new Map() };
  const map = tapTweakMap(keys, new Uint8Array(0));
  expect(hexElement(mapPublicKeys(keys, map).verifyingKey)).toBe(want.group_key);
  const share = mod((map.negate ? -got.share : got.share) + map.tweak, suite.order);
  expect(hexScalar(share)).toBe(want.signing_shares[id]);
}

export const pedpop: Runner = (data) =>
  (data.cases as readonly PedPopCase[]).map((one, k) => ({
    name: `${k} ${one.suite} ${one.t} of ${one.ids.length}`,
    run: () => checkPedPop(one),
  }));

type ZfParticipant = {
  readonly signing_key?: string;
  readonly coefficient?: string;
  readonly vss_commitments: readonly string[];
  readonly proof_of_knowledge: string;
  readonly signing_shares: Dict;
  readonly verifying_share: string;
  readonly signing_share: string;
};

export const zfDkg: Runner = (data, file) => {
  const suite = suiteOfFolder(file.name);
  if (suite === undefined) return 'no ciphersuite by the name of its folder';
  const { MIN_PARTICIPANTS: minSigners } = data.config as { MIN_PARTICIPANTS: number };
  const inputs = data.inputs as Json;
  const ids = Object.keys(inputs).filter((name) => /^[0-9]+$/.test(name));
  const participant = (id: string): ZfParticipant => inputs[id] as ZfParticipant;
  const { scalar, element, hexScalar, hexElement } = codec(suite);
  return ids.map((id) => ({
    name: `participant ${id} finishes`,
    run: () => {
      const x = BigInt(id);
      const own = participant(id);
      const coefficients = [own.signing_key, own.coefficient].map((hex) => scalar(hex as string));
      expect(commitPolynomial(suite, coefficients).map(hexElement)).toEqual(own.vss_commitments);
      const result = finishPedPop(suite, {
        x,
        minSigners,
        deals: ids.map((from) => ({
          x: BigInt(from),
          commitment: participant(from).vss_commitments.map(element),
          proof: fromHex(participant(from).proof_of_knowledge),
          share:
            from === id
              ? evaluate(coefficients, x, suite.order)
              : scalar(own.signing_shares[from] as string),
        })),
      });
      expect(hexScalar(result.share)).toBe(own.signing_share);
      expect(hexElement(result.verifyingShares.get(x) as Element)).toBe(own.verifying_share);
      expect(hexElement(result.verifyingKey)).toBe(inputs.verifying_key);
    },
  }));
};

type Json = { readonly [name: string]: unknown };

export const zfElements: Runner = (data, file) => {
  const suite = suiteOfFolder(file.name);
  if (suite === undefined) return 'no ciphersuite by the name of its folder';
  const { invalid_element: hex } = data.elements as { invalid_element: string };
  return [
    {
      name: 'the invalid element is refused',
      run: () => expect(() => suite.decodeElement(fromHex(hex))).toThrow(DecodeError),
    },
  ];
};

export const zfSamples: Runner = (data, file) => {
  const suite = suiteOfFolder(file.name);
  if (suite === undefined) return 'no ciphersuite by the name of its folder';
  const bytes = (name: string): Uint8Array => fromHex(data[name] as string);
  return [
    {
      name: 'canonical encodings decode and encode again',
      run: () => {
        for (const name of ['element1', 'element2']) {
          expect(suite.encodeElement(suite.decodeElement(bytes(name)))).toEqual(bytes(name));
        }
        for (const name of ['identifier', 'scalar1']) {
          const scalar = suite.decodeNonZeroScalar(bytes(name));
          expect(suite.encodeScalar(scalar)).toEqual(bytes(name));
        }
        const x = suite.decodeNonZeroScalar(bytes('identifier'));
        const constant = suite.decodeElement(bytes('element1'));
        const proof = bytes('proof_of_knowledge');
        expect(proof.length).toBe(suite.signatureBytes);
        expect(verifyKnowledge(suite, { x, constant, proof })).toBe(false);
      },
    },
  ];
};

export const zfRepair: Runner = (data, file) => {
  const suite = suiteOfFolder(file.name);
  if (suite === undefined) return 'no ciphersuite by the name of its folder';
  const sumOf = (dict: Dict, total: string): void => {
    const { scalar, hexScalar } = codec(suite);
    const parts = Object.entries(dict).filter(([name]) => name !== total);
    expect(
      hexScalar(
        repairSum(
          suite,
          parts.map(([, hex]) => scalar(hex)),
        ),
      ),
    ).toBe(dict[total]);
  };
  return [
    {
      name: 'parts add up to the sum',
      run: () => sumOf(data.scalar_generation as Dict, 'random_scalar_sum'),
    },
    {
      name: 'sums add up to the share',
      run: () => sumOf(data.sigma_generation as Dict, 'sigma_sum'),
    },
  ];
};

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

type Bad = { readonly hex: string; readonly why: string };

/** Every decoder that meets an element from the wire, with the bad one in each place. */
function refusedEverywhere(suite: Ciphersuite, bad: Uint8Array): void {
  expect(() => suite.decodeElement(bad)).toThrow(DecodeError);
  const good = suite.encodeElement(suite.group.base);
  expect(() => decodeNonceCommitments(suite, bad, good)).toThrow(DecodeError);
  expect(() => decodeNonceCommitments(suite, good, bad)).toThrow(DecodeError);
  const message = new Uint8Array(1);
  const signature = concat(good, suite.encodeScalar(1n)).slice(0, suite.signatureBytes);
  expect(suite.verify({ publicKey: bad, message, signature })).toBe(false);
  const { cocktail } = suite;
  expect(() => decodePoints(cocktail, bad)).toThrow(CocktailFault);
  const setup = { minSigners: 1, maxSigners: 2, publicKeys: [good, bad] };
  expect(() => checkSetup(cocktail, setup)).toThrow(CocktailFault);
  const asR = concat(bad, cocktail.encodeScalar(1n));
  expect(schnorrVerify(cocktail, suite.group.base, message, asR)).toBe(false);
  if (bad.length === suite.elementBytes) refusedInDeals(suite, bad);
}

function refusedInDeals(suite: Ciphersuite, bad: Uint8Array): void {
  const { cocktail } = suite;
  const receivers = [2n, 3n].map((x) => ({ x, publicKey: suite.group.multiplyBase(x) }));
  const { message } = deal({
    suite: cocktail,
    context: new Uint8Array(1),
    minSigners: 2,
    staticSecret: 5n,
    receivers,
    random: neverRandom,
    given: { coefficients: [7n, 11n], ephemeralSecret: 13n },
  });
  const options = { minSigners: 2, receivers: 2, ciphertextBytesMax: 100 };
  const { elementBytes, signatureBytes } = cocktail;
  for (const at of [0, elementBytes, 2 * elementBytes + signatureBytes]) {
    const bytes = Uint8Array.from(message);
    bytes.set(bad, at);
    expect(() => parseDeal(cocktail, { ...options, bytes })).toThrow(CocktailFault);
  }
}

export const malformed: Runner = (data) => {
  const cases: Case[] = [];
  for (const [id, list] of Object.entries(data.points as { [id: string]: readonly Bad[] })) {
    for (const { hex, why } of list) {
      const suite = ciphersuite(id);
      const name = `element ${id}: ${why}`;
      cases.push({ name, run: () => refusedEverywhere(suite, fromHex(hex)) });
    }
  }
  for (const [id, list] of Object.entries(data.scalars as { [id: string]: readonly Bad[] })) {
    for (const { hex, why } of list) {
      const suite = ciphersuite(id);
      cases.push({
        name: `scalar ${id}: ${why}`,
        run: () => {
          const bad = fromHex(hex);
          expect(() => suite.decodeScalar(bad)).toThrow(DecodeError);
          expect(() => suite.decodeNonZeroScalar(bad)).toThrow(DecodeError);
          const asZ = concat(suite.encodeElement(suite.group.base), bad);
          const publicKey = suite.group.base;
          expect(schnorrVerify(suite.cocktail, publicKey, bad, asZ)).toBe(false);
        },
      });
    }
  }
  return cases;
};
