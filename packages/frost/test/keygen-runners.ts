/** Vectors of key generation (PedPop): ours and the Zcash Foundation's. */

import { expect } from 'vitest';
import { fromHex, toHex } from '../src/bytes.ts';
import { finishPedPop, proveKnowledge, verifyKnowledge } from '../src/dkg.ts';
import { DecodeError } from '../src/encoding.ts';
import { mapPublicKeys, tapTweakMap } from '../src/keys.ts';
import { evaluate, mod } from '../src/polynomial.ts';
import { repairSum } from '../src/repair.ts';
import type { Ciphersuite, Element, Scalar } from '../src/suite.ts';
import { ciphersuite } from '../src/suites.ts';
import { commitPolynomial } from '../src/vss.ts';
import { codec, type Dict } from './codec.ts';
import type { Runner } from './find.ts';
import { suiteOfFolder } from './frost-runners.ts';

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
