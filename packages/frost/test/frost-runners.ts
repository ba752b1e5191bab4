/** Vectors of FROST signing: RFC 9591, Zcash Foundation, ours, BIP 340. */

import { expect } from 'vitest';
import { concat, fromHex, toHex, utf8 } from '../src/bytes.ts';
import { bindingFactorPrefix, computeShare, prepare, verifyShareAt } from '../src/challenge.ts';
import { evenYMap } from '../src/keys.ts';
import { nonceGenerate, noncesFrom } from '../src/nonces.ts';
import { evaluate, mod } from '../src/polynomial.ts';
import type { Ciphersuite, Scalar } from '../src/suite.ts';
import { ciphersuite, suites } from '../src/suites.ts';
import type { Runner } from './find.ts';

const byName: ReadonlyMap<string, string> = new Map([
  ['FROST(Ed25519, SHA-512)', 'ed25519'],
  ['FROST(ristretto255, SHA-512)', 'ristretto255'],
  ['FROST(P-256, SHA-256)', 'p256'],
  ['FROST(Ed448, SHAKE256)', 'ed448'],
  ['FROST(secp256k1, SHA-256)', 'secp256k1'],
]);

export type Rfc9591 = {
  readonly config: { readonly name: string };
  readonly inputs: {
    readonly group_secret_key: string;
    readonly group_public_key?: string;
    readonly verifying_key_key?: string;
    readonly message: string;
    readonly share_polynomial_coefficients: readonly string[];
    readonly participant_shares: readonly {
      readonly identifier: number;
      readonly participant_share: string;
    }[];
  };
  readonly round_one_outputs: {
    readonly outputs: readonly {
      readonly identifier: number;
      readonly hiding_nonce_randomness: string;
      readonly binding_nonce_randomness: string;
      readonly hiding_nonce: string;
      readonly binding_nonce: string;
      readonly hiding_nonce_commitment: string;
      readonly binding_nonce_commitment: string;
      readonly binding_factor_input: string;
      readonly binding_factor: string;
    }[];
  };
  readonly round_two_outputs: {
    readonly outputs: readonly { readonly identifier: number; readonly sig_share: string }[];
  };
  readonly final_output: { readonly sig: string };
};

/** The numbers of one signature as any of the formats have them. */
export type SigningCase = {
  readonly suite: Ciphersuite;
  readonly groupSecret: Scalar;
  readonly groupKey: string;
  readonly message: Uint8Array;
  readonly shares: ReadonlyMap<Scalar, Scalar>;
  /** All coefficients, the constant included. */
  readonly coefficients: readonly Scalar[];
  readonly signers: readonly {
    readonly x: Scalar;
    readonly randomness: readonly [string, string];
    readonly nonces: readonly [string, string];
    readonly commitments: readonly [string, string];
    readonly bindingFactorInput?: string;
    readonly bindingFactor: string;
    readonly share: string;
  }[];
  readonly signature: string;
};

/** Recomputes everything of a signature from secrets and randomness, and compares. */
export function checkSigning(one: SigningCase): void {
  const { suite, message, shares } = one;
  const { group, order } = suite;
  for (const [x, share] of shares) expect(evaluate(one.coefficients, x, order)).toBe(share);
  const raw = group.multiplyBase(one.groupSecret);
  expect(toHex(suite.encodeElement(raw))).toBe(one.groupKey);
  // Published Taproot vectors are not tweaked: only the parity is normalised.
  const { negate } = evenYMap({
    suite,
    minSigners: one.coefficients.length,
    verifyingKey: raw,
    verifyingShares: new Map(),
  });
  const verifyingKey = negate ? group.negate(raw) : raw;
  const verifyingKeyBytes = suite.encodeElement(verifyingKey);

  const secrets = new Map(
    one.signers.map((signer) => {
      const share = shares.get(signer.x) as Scalar;
      const encoded = suite.encodeScalar(share);
      const [hiding, binding] = signer.randomness.map((r) =>
        nonceGenerate(suite, fromHex(r), encoded),
      ) as [Scalar, Scalar];
      expect([hiding, binding].map((nonce) => toHex(suite.encodeScalar(nonce)))).toEqual(
        signer.nonces,
      );
      return [signer.x, { hiding, binding, share: negate ? mod(-share, order) : share }] as const;
    }),
  );
  const signers = one.signers.map((signer) => {
    const { hiding, binding } = secrets.get(signer.x) as { hiding: Scalar; binding: Scalar };
    const { commitments } = noncesFrom(suite, { hiding, binding });
    expect([toHex(commitments.hidingBytes), toHex(commitments.bindingBytes)]).toEqual(
      signer.commitments,
    );
    return { x: signer.x, commitments };
  });
  const prepared = prepare({ suite, verifyingKeyBytes, message, signers });
  let z = 0n;
  for (const signer of one.signers) {
    const position = prepared.xs.indexOf(signer.x);
    const factor = suite.encodeScalar(prepared.bindingFactors[position] as Scalar);
    expect(toHex(factor)).toBe(signer.bindingFactor);
    if (signer.bindingFactorInput !== undefined) {
      const prefix = bindingFactorPrefix(suite, verifyingKeyBytes, message, prepared.signers);
      expect(toHex(concat(prefix, suite.encodeScalar(signer.x)))).toBe(signer.bindingFactorInput);
    }
    const secret = secrets.get(signer.x) as { hiding: Scalar; binding: Scalar; share: Scalar };
    const share = computeShare(prepared, position, secret);
    expect(toHex(suite.encodeScalar(share))).toBe(signer.share);
    const verifyingShare = group.multiplyBase(secret.share);
    expect(verifyShareAt(prepared, position, share, verifyingShare)).toBe(true);
    expect(verifyShareAt(prepared, position, mod(share + 1n, order), verifyingShare)).toBe(false);
    z = (z + share) % order;
  }
  const signature = suite.encodeSignature(prepared.groupCommitmentBytes, z);
  expect(toHex(signature)).toBe(one.signature);
  const publicKey = suite.encodePublicKey(verifyingKey);
  expect(suite.verify({ publicKey, message, signature })).toBe(true);
  const other = concat(message, utf8('x'));
  expect(suite.verify({ publicKey, message: other, signature })).toBe(false);
}

/** The format of RFC 9591 appendix E as JSON; the Zcash Foundation's Taproot set is the same. */
export function rfcCase(data: Rfc9591): SigningCase | string {
  const taproot = data.final_output.sig.length === 128 && data.config.name.includes('secp256k1');
  const id = taproot ? 'secp256k1-tr' : byName.get(data.config.name);
  if (id === undefined) return `ciphersuite ${data.config.name} is not offered`;
  const suite = ciphersuite(id);
  const scalar = (hex: string): Scalar => suite.decodeScalar(fromHex(hex));
  const { inputs } = data;
  const shares = new Map(
    data.round_two_outputs.outputs.map((one) => [one.identifier, one.sig_share]),
  );
  return {
    suite,
    groupSecret: scalar(inputs.group_secret_key),
    groupKey: inputs.group_public_key ?? inputs.verifying_key_key ?? '',
    message: fromHex(inputs.message),
    shares: new Map(
      inputs.participant_shares.map((one) => [
        BigInt(one.identifier),
        scalar(one.participant_share),
      ]),
    ),
    coefficients: [inputs.group_secret_key, ...inputs.share_polynomial_coefficients].map(scalar),
    signers: data.round_one_outputs.outputs.map((one) => ({
      x: BigInt(one.identifier),
      randomness: [one.hiding_nonce_randomness, one.binding_nonce_randomness],
      nonces: [one.hiding_nonce, one.binding_nonce],
      commitments: [one.hiding_nonce_commitment, one.binding_nonce_commitment],
      bindingFactorInput: one.binding_factor_input,
      bindingFactor: one.binding_factor,
      share: shares.get(one.identifier) ?? '',
    })),
    signature: data.final_output.sig,
  };
}

export const rfc9591: Runner = (data) => {
  const one = rfcCase(data as unknown as Rfc9591);
  if (typeof one === 'string') return one;
  return [{ name: 'signs with the published numbers', run: () => checkSigning(one) }];
};

type FrostSignCase = {
  readonly suite: string;
  readonly t: number;
  readonly group_secret: string;
  readonly group_key: string;
  readonly coefficients: readonly string[];
  readonly message: string;
  readonly shares: { readonly [id: string]: string };
  readonly signers: readonly { readonly [field: string]: string }[];
  readonly signature: string;
};

export const frostSign: Runner = (data) =>
  (data.cases as readonly FrostSignCase[]).map((one, k) => ({
    name: `${k} ${one.suite}, ${one.signers.length} signers, ${one.message.length / 2} bytes`,
    run: () => {
      const suite = ciphersuite(one.suite);
      const scalar = (hex: string): Scalar => suite.decodeScalar(fromHex(hex));
      checkSigning({
        suite,
        groupSecret: scalar(one.group_secret),
        groupKey: one.group_key,
        message: fromHex(one.message),
        shares: new Map(Object.entries(one.shares).map(([x, s]) => [scalar(x), scalar(s)])),
        coefficients: one.coefficients.map(scalar),
        signers: one.signers.map((signer) => {
          const field = (name: string): string => signer[name] as string;
          return {
            x: scalar(field('id')),
            randomness: [field('hiding_random'), field('binding_random')],
            nonces: [field('hiding_nonce'), field('binding_nonce')],
            commitments: [field('hiding_commitment'), field('binding_commitment')],
            bindingFactor: field('binding_factor'),
            share: field('sig_share'),
          };
        }),
        signature: one.signature,
      });
    },
  }));

export const bip340: Runner = (data) => {
  const rows = data.rows as readonly { readonly [column: string]: string }[];
  return rows
    .filter((row) => row['public key']?.length === 64)
    .map((row) => ({
      name: `${row.index} ${row.comment ?? ''}`,
      run: () => {
        const valid = ciphersuite('secp256k1-tr').verify({
          publicKey: fromHex(row['public key'] as string),
          message: fromHex(row.message as string),
          signature: fromHex(row.signature as string),
        });
        expect(valid).toBe(row['verification result'] === 'TRUE');
      },
    }));
};

/** The suite that a published file speaks of: its folder, as there is no field for it. */
export function suiteOfFolder(name: string): Ciphersuite | undefined {
  const folder = name.split(/[\\/]/).at(-2) ?? '';
  return (suites as ReadonlyMap<string, Ciphersuite>).get(folder);
}
