import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealtKeys, ids, roundOne, seeded } from '../test/seeded.ts';
import { concat, toHex, utf8 } from './bytes.ts';
import { prepare } from './challenge.ts';
import { FrostFault } from './fault.ts';
import type { Identifier } from './identifier.ts';
import { type KeyPackage, signingScalar } from './keys.ts';
import { commit, decodeNonceCommitments, type NonceCommitments } from './nonces.ts';
import { interpolatingValue, invert, mod } from './polynomial.ts';
import { RandomnessError } from './random.ts';
import {
  aggregate,
  type SigningPackage,
  sign,
  verifyingKeyBytes,
  verifySignatureShare,
} from './signing.ts';
import { ciphersuite, suites } from './suites.ts';

const suite = ciphersuite('ed25519');
const [one, two, three, four] = ids(1, 2, 3, 4) as [Identifier, Identifier, Identifier, Identifier];

type World = {
  readonly keys: ReadonlyMap<Identifier, KeyPackage>;
  readonly pkg: SigningPackage;
  readonly shares: Map<Identifier, Uint8Array>;
};

function world(seed: string, id = 'ristretto255'): World {
  const random = seeded(seed);
  const keys = dealtKeys(ciphersuite(id), 3, [one, two, three, four], random);
  const { pkg, nonces } = roundOne(keys, [one, two, four], utf8('message'), random);
  const shares = new Map(
    [one, two, four].map((who) => [who, sign(pkg, nonces.get(who)!, keys.get(who)!)] as const),
  );
  return { keys, pkg, shares };
}

describe('signing', () => {
  it('works for random thresholds, signers, identifiers and messages', () => {
    const setting = fc.record({
      minSigners: fc.integer({ min: 1, max: 5 }),
      more: fc.integer({ min: 0, max: 2 }),
      numbers: fc.uniqueArray(fc.integer({ min: 1, max: 65_535 }), {
        minLength: 7,
        maxLength: 7,
      }),
      message: fc.uint8Array({ maxLength: 200 }),
      id: fc.constantFrom(...suites.keys()),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(setting, ({ minSigners, more, numbers, message, id, seed }) => {
        const random = seeded(seed);
        const keys = dealtKeys(ciphersuite(id), minSigners, ids(...numbers), random);
        const signers = ids(...numbers.slice(0, minSigners + more));
        const { pkg, nonces } = roundOne(keys, signers, message, random);
        const shares = new Map(
          signers.map((who) => [who, sign(pkg, nonces.get(who)!, keys.get(who)!)] as const),
        );
        const { publicKeys } = keys.get(signers[0]!)!;
        const signature = aggregate(pkg, shares, publicKeys);
        const publicKey = publicKeys.suite.encodePublicKey(publicKeys.verifyingKey);
        expect(publicKeys.suite.verify({ publicKey, message, signature })).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('uses nonces once: the second call throws and gives nothing', () => {
    const random = seeded('once');
    const keys = dealtKeys(suite, 2, [one, two], random);
    const { pkg, nonces } = roundOne(keys, [one, two], utf8('a'), random);
    const mine = nonces.get(one)!;
    sign(pkg, mine, keys.get(one)!);
    expect(mine.hiding.erased && mine.binding.erased).toBe(true);
    expect(() => sign(pkg, mine, keys.get(one)!)).toThrow(RangeError);
    expect(() => sign({ ...pkg, message: utf8('b') }, mine, keys.get(one)!)).toThrow(RangeError);
  });

  it('refuses packages it must not sign, and keeps its nonces', () => {
    const random = seeded('refuse');
    const keys = dealtKeys(suite, 2, [one, two, three], random);
    const { pkg, nonces } = roundOne(keys, [one, two], utf8('a'), random);
    const mine = nonces.get(one)!;
    const key = keys.get(one)!;
    const other = commit(key, random).commitments;
    const theirs = pkg.commitments.get(two)!;
    const with_ = (entries: [Identifier, NonceCommitments][]): SigningPackage => ({
      message: pkg.message,
      commitments: new Map(entries),
    });
    const bad: [string, SigningPackage][] = [
      ['too few signers', with_([[one, mine.commitments]])],
      [
        'own identifier missing',
        with_([
          [two, theirs],
          [three, other],
        ]),
      ],
      [
        'own commitments changed',
        with_([
          [one, other],
          [two, theirs],
        ]),
      ],
      [
        'hiding and binding swapped',
        with_([
          [
            one,
            decodeNonceCommitments(
              suite,
              mine.commitments.bindingBytes,
              mine.commitments.hidingBytes,
            ),
          ],
          [two, theirs],
        ]),
      ],
      ['a stranger', with_([...pkg.commitments, [four, other]])],
      ['nobody', with_([])],
    ];
    for (const [name, one_] of bad) {
      expect(() => sign(one_, mine, key), name).toThrow(RangeError);
      expect(mine.hiding.erased, name).toBe(false);
    }
    expect(sign(pkg, mine, key).length).toBe(32);
  });

  it('notices a share of another key before anything is sent', () => {
    const random = seeded('mismatch');
    const keys = dealtKeys(suite, 2, [one, two], random);
    const { pkg, nonces } = roundOne(keys, [one, two], utf8('a'), random);
    const wrong = { ...keys.get(one)!, signingShare: keys.get(two)!.signingShare };
    expect(() => sign(pkg, nonces.get(one)!, wrong)).toThrow('does not verify');
    expect(nonces.get(one)!.hiding.erased).toBe(true);
  });

  it('erases nonces even when the commitments cancel out', () => {
    const random = seeded('cancel');
    const keys = dealtKeys(ciphersuite('ristretto255'), 2, [one, two], random);
    const { group, encodeElement } = ciphersuite('ristretto255');
    const mine = commit(keys.get(one)!, random).nonces;
    // Binding factors depend on the package, so an attacker cannot really do this.
    const theirs = { ...commit(keys.get(two)!, random).commitments, binding: group.zero };
    const key = keys.get(one)!.publicKeys;
    const draft = { one: mine.commitments, two: theirs };
    const prepared = prepare({
      suite: key.suite,
      verifyingKeyBytes: encodeElement(key.verifyingKey),
      message: utf8('a'),
      signers: [
        { x: 1n, commitments: draft.one },
        { x: 2n, commitments: draft.two },
      ],
    });
    const rho = prepared.bindingFactors[0]!;
    const term = group.add(
      mine.commitments.hiding,
      group.multiplyPublic(mine.commitments.binding, rho),
    );
    const cancelling = { ...theirs, hiding: group.negate(term) };
    const pkg = {
      message: utf8('a'),
      commitments: new Map([
        [one, mine.commitments],
        [two, cancelling],
      ]),
    };
    expect(() => sign(pkg, mine, keys.get(one)!)).toThrow(FrostFault);
    expect(mine.hiding.erased && mine.binding.erased).toBe(true);
  });

  it('changes all binding factors and R with key, message, signers or any commitment', () => {
    const random = seeded('bind');
    const keys = dealtKeys(suite, 2, [one, two, three], random);
    const { pkg } = roundOne(keys, [one, two], utf8('message'), random);
    const fresh = commit(keys.get(two)!, random).commitments;
    const [mine, theirs] = [pkg.commitments.get(one)!, pkg.commitments.get(two)!];
    const signers = [
      { x: 1n, commitments: mine },
      { x: 2n, commitments: theirs },
    ];
    const key = verifyingKeyBytes(keys.get(one)!.publicKeys);
    const base = { suite, verifyingKeyBytes: key, message: pkg.message, signers };
    const otherKey = suite.encodeElement(
      suite.group.add(keys.get(one)!.publicKeys.verifyingKey, suite.group.base),
    );
    const mix = (change: Partial<NonceCommitments>): NonceCommitments => ({ ...theirs, ...change });
    const { hiding, hidingBytes, binding, bindingBytes } = fresh;
    const variants = [
      { ...base, verifyingKeyBytes: otherKey },
      { ...base, message: concat(pkg.message, utf8('.')) },
      { ...base, signers: [signers[0]!, { x: 3n, commitments: theirs }] },
      { ...base, signers: [...signers, { x: 3n, commitments: fresh }] },
      { ...base, signers: [signers[0]!, { x: 2n, commitments: mix({ hiding, hidingBytes }) }] },
      { ...base, signers: [signers[0]!, { x: 2n, commitments: mix({ binding, bindingBytes }) }] },
    ].map(prepare);
    const original = prepare(base);
    const seen = new Set([toHex(original.groupCommitmentBytes)]);
    for (const variant of variants) {
      expect(variant.bindingFactors[0]).not.toBe(original.bindingFactors[0]);
      expect(variant.bindingFactors[1]).not.toBe(original.bindingFactors[1]);
      seen.add(toHex(variant.groupCommitmentBytes));
    }
    expect(seen.size).toBe(variants.length + 1);
    const reordered = prepare({ ...base, signers: [...signers].reverse() });
    expect(reordered.groupCommitmentBytes).toEqual(original.groupCommitmentBytes);
  });

  it('gives no key away to three signatures with one random source repeated', () => {
    // Nonces are hashes of fresh randomness, so replaying an approval does not replay them. Here
    // we show what would happen if they were a function of the message: the solver below finds the
    // share from three replays of one nonce pair, and fails on three honest signatures.
    const order = suite.order;
    const random = seeded('replay');
    const keys = dealtKeys(suite, 2, [one, two], random);
    const key = keys.get(one)!;
    const share = signingScalar(key);
    const lambda = interpolatingValue([1n, 2n], 1n, order);
    const rows = [0, 1, 2].map(() => {
      const { pkg, nonces } = roundOne(keys, [one, two], utf8('same message'), random);
      const z = suite.decodeScalar(sign(pkg, nonces.get(one)!, key));
      const prepared = prepare({
        suite,
        verifyingKeyBytes: verifyingKeyBytes(key.publicKeys),
        message: pkg.message,
        signers: [...pkg.commitments].map(([id, commitments]) => ({ x: BigInt(id), commitments })),
      });
      return { z, rho: prepared.bindingFactors[0]!, weight: (lambda * prepared.challenge) % order };
    });
    expect(solve(rows, order)).not.toBe(share);
    const [d, e] = [123n, 456n];
    const replayed = rows.map(({ rho, weight }) => ({
      rho,
      weight,
      z: mod(d + e * rho + weight * share, order),
    }));
    expect(solve(replayed, order)).toBe(share);
  });
});

type Row = { readonly z: bigint; readonly rho: bigint; readonly weight: bigint };

/** The s of z = d + ρ·e + w·s from three rows with the same d and e. */
function solve(rows: readonly Row[], order: bigint): bigint {
  const [a, b, c] = rows as [Row, Row, Row];
  const [r1, r2] = [mod(b.rho - a.rho, order), mod(c.rho - a.rho, order)];
  const [w1, w2] = [mod(b.weight - a.weight, order), mod(c.weight - a.weight, order)];
  const [z1, z2] = [mod(b.z - a.z, order), mod(c.z - a.z, order)];
  const determinant = mod(w1 * r2 - w2 * r1, order);
  return mod((z1 * r2 - z2 * r1) * invert(determinant, order), order);
}

describe('commitments', () => {
  it('differ every time and need two different random draws', () => {
    const random = seeded('commit');
    const key = dealtKeys(suite, 1, [one], random).get(one)!;
    const seen = new Set<string>();
    for (let k = 0; k < 5; k++) {
      const { hidingBytes, bindingBytes } = commit(key, random).commitments;
      seen.add(toHex(hidingBytes)).add(toHex(bindingBytes));
    }
    expect(seen.size).toBe(10);
    expect(() => commit(key, () => new Uint8Array(32))).toThrow(RandomnessError);
    expect(() => commit(key, () => new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('aggregation', () => {
  it('names every signer whose share is wrong, and no other', () => {
    const { keys, pkg, shares } = world('blame');
    const { publicKeys } = keys.get(one)!;
    const { suite: s } = publicKeys;
    const order = s.order;
    const good = (who: Identifier): bigint => s.decodeScalar(shares.get(who)!);
    const wrong: [string, Map<Identifier, Uint8Array>, Identifier[]][] = [
      ['one off', new Map([...shares, [two, s.encodeScalar((good(two) + 1n) % order)]]), [two]],
      ['zero', new Map([...shares, [four, s.encodeScalar(0n)]]), [four]],
      ['short', new Map([...shares, [one, shares.get(one)!.subarray(1)]]), [one]],
      ['not canonical', new Map([...shares, [one, new Uint8Array(32).fill(255)]]), [one]],
      ['another signer’s', new Map([...shares, [one, shares.get(two)!]]), [one]],
      [
        'wrong, malformed',
        new Map([...shares, [one, new Uint8Array(0)], [four, s.encodeScalar(7n)]]),
        [one, four],
      ],
    ];
    for (const [name, mangled, culprits] of wrong) {
      try {
        aggregate(pkg, mangled, publicKeys);
        expect.unreachable(name);
      } catch (error) {
        expect(error, name).toBeInstanceOf(FrostFault);
        expect((error as FrostFault).detail).toEqual({
          code: 'invalid-signature-share',
          culprits,
        });
      }
    }
    expect(aggregate(pkg, shares, publicKeys).length).toBe(64);
  });

  it('lets errors of two signers that cancel out pass, since the signature is right', () => {
    const { keys, pkg, shares } = world('cancel');
    const { publicKeys } = keys.get(one)!;
    const { suite: s } = publicKeys;
    const plus = s.encodeScalar(mod(s.decodeScalar(shares.get(one)!) + 5n, s.order));
    const minus = s.encodeScalar(mod(s.decodeScalar(shares.get(two)!) - 5n, s.order));
    const mangled = new Map([...shares, [one, plus], [two, minus]]);
    expect(aggregate(pkg, mangled, publicKeys)).toEqual(aggregate(pkg, shares, publicKeys));
  });

  it('insists on exactly the shares of the package’s signers', () => {
    const { keys, pkg, shares } = world('exact');
    const { publicKeys } = keys.get(one)!;
    const missing = new Map([...shares].slice(1));
    const extra = new Map([...shares, [three, shares.get(one)!]]);
    const replaced = new Map([...missing, [three, shares.get(one)!]]);
    for (const bad of [missing, extra, replaced, new Map()]) {
      expect(() => aggregate(pkg, bad, publicKeys)).toThrow(RangeError);
    }
  });

  it('never returns a signature that does not verify', () => {
    const { keys, pkg, shares } = world('unverified');
    const { publicKeys } = keys.get(one)!;
    // Another epoch's verifying shares: they belong to the key, but not to these shares.
    const foreign = world('other').keys.get(one)!.publicKeys;
    const mixed = { ...publicKeys, verifyingShares: foreign.verifyingShares };
    expect(aggregate(pkg, shares, mixed).length).toBe(64);
    const wrongKey = { ...publicKeys, verifyingKey: foreign.verifyingKey };
    expect(() => aggregate(pkg, shares, wrongKey)).toThrow(FrostFault);
  });

  it('blames nobody when every share is right and the signature is not', () => {
    const { keys, pkg, shares } = world('nobody');
    const { publicKeys } = keys.get(one)!;
    const lying = { ...publicKeys.suite, verify: () => false };
    expect(() => aggregate(pkg, shares, { ...publicKeys, suite: lying })).toThrow(
      expect.objectContaining({ detail: { code: 'invalid-signature' } }),
    );
  });
});

describe('share verification', () => {
  it('holds for the signer, message and key of the share only', () => {
    const { keys, pkg, shares } = world('verify');
    const { publicKeys } = keys.get(one)!;
    const verify = (id: Identifier, share: Uint8Array, p = pkg): boolean =>
      verifySignatureShare(p, id, share, publicKeys);
    expect(verify(one, shares.get(one)!)).toBe(true);
    expect(verify(two, shares.get(one)!)).toBe(false);
    expect(verify(one, shares.get(one)!, { ...pkg, message: utf8('other') })).toBe(false);
    expect(() => verify(three, shares.get(one)!)).toThrow(RangeError);
    const stranger = world('stranger').keys.get(one)!.publicKeys;
    expect(verifySignatureShare(pkg, one, shares.get(one)!, stranger)).toBe(false);
  });
});
