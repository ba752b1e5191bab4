/** The FROST that comes with @noble/curves as an oracle: same bytes, same answers. */

import { ed448_FROST } from '@noble/curves/ed448.js';
import { ed25519_FROST, ristretto255_FROST } from '@noble/curves/ed25519.js';
import { p256_FROST } from '@noble/curves/nist.js';
import { schnorr_FROST, secp256k1_FROST } from '@noble/curves/secp256k1.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealtKeys, ids, seeded } from '../test/seeded.ts';
import { toHex } from './bytes.ts';
import type { Identifier } from './identifier.ts';
import type { KeyPackage } from './keys.ts';
import type { SigningNonces } from './nonces.ts';
import { commit } from './nonces.ts';
import { aggregate, sign, verifySignatureShare } from './signing.ts';
import type { Ciphersuite } from './suite.ts';
import { ciphersuite } from './suites.ts';

const oracles = {
  ed25519: ed25519_FROST,
  ristretto255: ristretto255_FROST,
  p256: p256_FROST,
  ed448: ed448_FROST,
  secp256k1: secp256k1_FROST,
  'secp256k1-tr': schnorr_FROST,
} as const;

type Oracle = (typeof oracles)[keyof typeof oracles];

function name(suite: Ciphersuite, id: Identifier): string {
  return toHex(suite.encodeScalar(BigInt(id)));
}

/** Our public package in noble's shape. It only uses the key, the first "commitment". */
function theirPublic(suite: Ciphersuite, keys: ReadonlyMap<Identifier, KeyPackage>) {
  const { publicKeys } = [...keys.values()][0]!;
  return {
    signers: { min: publicKeys.minSigners, max: keys.size },
    commitments: [suite.encodeElement(publicKeys.verifyingKey)],
    verifyingShares: Object.fromEntries(
      [...publicKeys.verifyingShares].map(([id, share]) => [
        name(suite, id),
        suite.encodeElement(share),
      ]),
    ),
  };
}

describe.each(Object.keys(oracles))('%s, against noble', (id) => {
  const suite = ciphersuite(id);
  const oracle: Oracle = oracles[id as keyof typeof oracles];
  const setting = fc.record({
    minSigners: fc.integer({ min: 2, max: 4 }),
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 65_535 }), { minLength: 4, maxLength: 5 }),
    message: fc.uint8Array({ maxLength: 300 }),
    seed: fc.nat(),
  });

  it('gives the same commitments, shares and signatures', () => {
    fc.assert(
      fc.property(setting, ({ minSigners, numbers, message, seed }) => {
        const random = seeded(seed);
        const keys = dealtKeys(suite, minSigners, ids(...numbers), random);
        const signers = ids(...numbers.slice(0, minSigners));
        const pub = theirPublic(suite, keys);
        const secretOf = (who: Identifier) => ({
          identifier: name(suite, who),
          signingShare: keys.get(who)!.signingShare.reveal(),
        });
        const nonces = new Map<Identifier, SigningNonces>();
        const theirs = signers.map((who) => {
          const stream = seeded(`${seed} ${who}`);
          const again = seeded(`${seed} ${who}`);
          nonces.set(who, commit(keys.get(who)!, stream).nonces);
          return oracle.commit(secretOf(who), (n?: number) => new Uint8Array(again(n ?? 32)));
        });
        const list = theirs.map((one) => one.commitments);
        signers.forEach((who, k) => {
          const ours = nonces.get(who)!.commitments;
          expect(toHex(ours.hidingBytes)).toBe(toHex(list[k]!.hiding));
          expect(toHex(ours.bindingBytes)).toBe(toHex(list[k]!.binding));
        });
        const pkg = {
          message,
          commitments: new Map(signers.map((who) => [who, nonces.get(who)!.commitments])),
        };
        const shares = new Map(
          signers.map((who, k) => {
            const ours = sign(pkg, nonces.get(who)!, keys.get(who)!);
            const other = oracle.signShare(secretOf(who), pub, theirs[k]!.nonces, list, message);
            expect(toHex(ours)).toBe(toHex(other));
            return [who, ours] as const;
          }),
        );
        const { publicKeys } = keys.get(signers[0]!)!;
        const byName = Object.fromEntries([...shares].map(([who, s]) => [name(suite, who), s]));
        const signature = aggregate(pkg, shares, publicKeys);
        const want = oracle.aggregate(pub, list, message, byName);
        expect(toHex(signature)).toBe(toHex(want));

        // The same answer about right and wrong shares.
        const [first, second] = signers as [Identifier, Identifier];
        for (const share of [shares.get(first)!, shares.get(second)!]) {
          expect(verifySignatureShare(pkg, first, share, publicKeys)).toBe(
            oracle.verifyShare(pub, list, message, name(suite, first), share),
          );
        }
      }),
      { numRuns: id === 'ed448' ? 2 : 4 },
    );
  });
});

describe('known differences from noble', () => {
  it('noble lets a stranger’s commitments into a package, we refuse', () => {
    const suite = ciphersuite('ristretto255');
    const random = seeded('stranger');
    const keys = dealtKeys(suite, 2, ids(1, 2), random);
    const [one, two, stranger] = ids(1, 2, 9) as [Identifier, Identifier, Identifier];
    const round = ids(1, 2).map((who) => commit(keys.get(who)!, random));
    const foreign = commit(keys.get(two)!, random).commitments;
    const pkg = {
      message: new Uint8Array(1),
      commitments: new Map([
        [one, round[0]!.commitments],
        [two, round[1]!.commitments],
        [stranger, foreign],
      ]),
    };
    expect(() => sign(pkg, round[0]!.nonces, keys.get(one)!)).toThrow(RangeError);
  });

  it('noble signs again with a copied nonce, ours are gone after use', () => {
    const suite = ciphersuite('ristretto255');
    const random = seeded('copy');
    const keys = dealtKeys(suite, 1, ids(1), random);
    const [one] = ids(1) as [Identifier];
    const { nonces, commitments } = commit(keys.get(one)!, random);
    const copy = { ...nonces };
    const pkg = { message: new Uint8Array(1), commitments: new Map([[one, commitments]]) };
    sign(pkg, nonces, keys.get(one)!);
    expect(() => sign(pkg, copy, keys.get(one)!)).toThrow(RangeError);
  });
});
