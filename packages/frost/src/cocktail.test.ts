import { ED448_TORSION_SUBGROUP, ed448 } from '@noble/curves/ed448.js';
import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { ceremony, code, open, sharesOf } from '../test/ceremony.ts';
import { seeded } from '../test/seeded.ts';
import { ed25519Backend } from './backend/ed25519.ts';
import { asElement } from './backend/noble.ts';
import { concat, fromHex, u64, utf8 } from './bytes.ts';
import { type Deal, deal, finish, parseDeal, verifyProofOfPossession } from './cocktail.ts';
import { openFrom, receiverDh, sealTo } from './cocktail-channel.ts';
import { schnorrSign, schnorrVerify } from './cocktail-schnorr.ts';
import { checkSetup } from './cocktail-setup.ts';
import { sha512 } from './hash.ts';
import { interpolate } from './polynomial.ts';
import { randomScalar } from './random.ts';
import type { Element, Scalar } from './suite.ts';
import { ciphersuite, suites } from './suites.ts';

const ristretto = ciphersuite('ristretto255').cocktail;

describe('COCKTAIL key generation', () => {
  for (const [id, { cocktail: suite }] of suites) {
    it(`gives everyone shares of one key over ${id}`, () => {
      const c = ceremony(suite, 2, 3, `all ${id}`);
      const shares = new Map<Scalar, Scalar>();
      let key: Element | undefined;
      for (const { x } of c.receivers) {
        const result = finish(suite, {
          commitments: c.deals.map((one) => one.commitment),
          receivers: c.receivers.map((one) => one.x),
          own: { x, shares: sharesOf(c, Number(x)) },
        });
        shares.set(x, result.share!);
        key = result.verifyingKey;
      }
      const pair = new Map([...shares].slice(1));
      expect(interpolate(pair, suite.order)).toBe(interpolate(shares, suite.order));
      const secret = interpolate(shares, suite.order);
      expect(suite.group.equals(suite.group.multiplyBase(secret), key!)).toBe(true);
    });
  }

  it('draws fresh polynomials, keys and ciphertexts each time', () => {
    const a = ceremony(ristretto, 2, 2, 'a');
    const b = ceremony(ristretto, 2, 2, 'b');
    const parts = [...a.deals, ...b.deals].flatMap((one) => [
      one.commitmentBytes.join(),
      one.ephemeralBytes.join(),
      ...one.ciphertexts.map((c) => c.join()),
    ]);
    expect(new Set(parts).size).toBe(parts.length);
  });

  it('checks proofs of possession in their context, with their commitment and ephemeral key', () => {
    const c = ceremony(ristretto, 2, 2, 'pop');
    const [first, second] = c.deals as [Deal, Deal];
    const check = (context: Uint8Array, change: Partial<Deal>): boolean =>
      verifyProofOfPossession(ristretto, context, { ...first, ...change });
    expect(check(c.context, {})).toBe(true);
    expect(check(sha512(c.context), {})).toBe(false);
    expect(check(c.context, { ephemeralBytes: second.ephemeralBytes })).toBe(false);
    expect(check(c.context, { commitmentBytes: second.commitmentBytes })).toBe(false);
    expect(check(c.context, { proof: second.proof })).toBe(false);
    expect(check(c.context, { commitment: second.commitment })).toBe(false);
  });

  it('hands the dealer what it shares with each receiver, itself included', () => {
    for (const { cocktail: suite } of suites.values()) {
      const random = seeded('dh');
      const secrets = [3n, 5n, 7n];
      const receivers = secrets.map((secret, k) => ({
        x: BigInt(k + 1),
        publicKey: suite.group.multiplyBase(secret),
      }));
      const sender = suite.group.multiplyBase(5n);
      const given = { suite, context: utf8('c'), minSigners: 2, receivers, random };
      const dealt = deal({ ...given, staticSecret: 5n, sender });
      dealt.dh.forEach((dh, k) => {
        const theirs = receiverDh(suite, secrets[k]!, dealt.ephemeral, sender);
        expect(suite.group.equals(dh.se, theirs.se)).toBe(true);
        expect(suite.group.equals(dh.sd, theirs.sd)).toBe(true);
      });
    }
  });

  it('finds each way in which a dealt share can be wrong', () => {
    const c = ceremony(ristretto, 2, 3, 'faults');
    const read = c.deals[1]!;
    const { group } = ristretto;
    const sender = c.receivers[1]!.publicKey;
    const receiver = c.receivers[0]!.publicKey;
    const dh = receiverDh(ristretto, c.secrets[0]!, read.ephemeral, sender);
    const channel = { context: c.context, dh, ephemeral: read.ephemeral, sender, receiver };
    const sealed = (plaintext: Uint8Array): Partial<Deal> => ({
      ciphertexts: [sealTo(ristretto, channel, plaintext), ...read.ciphertexts.slice(1)],
    });
    const plain = openFrom(ristretto, channel, read.ciphertexts[0]!)!;
    expect(open(c, 1, 2, sealed(plain)).type).toBe('opened');
    const longer = open(c, 1, 2, sealed(concat(plain, utf8('payload'))));
    expect(longer).toMatchObject({ type: 'opened', payload: utf8('payload') });
    const faults: [string, Partial<Deal>][] = [
      ['DECRYPT', { ciphertexts: [...read.ciphertexts].reverse() }],
      ['DECRYPT', { ephemeral: group.base }],
      ['PLAINTEXT_SHORT', sealed(plain.subarray(1))],
      ['PLAINTEXT_SCALAR', sealed(new Uint8Array(32).fill(255))],
      ['VSS', sealed(ristretto.encodeScalar(1n))],
      ['VSS', sealed(new Uint8Array(32))],
      ['VSS', { commitment: c.deals[0]!.commitment }],
    ];
    for (const [want, change] of faults) {
      expect(open(c, 1, 2, change)).toEqual({ type: 'fault', code: want });
    }
  });

  it('reads only messages of the one right length and shape', () => {
    const c = ceremony(ristretto, 2, 3, 'shape');
    const bytes = c.messages[0]!;
    const parse = (b: Uint8Array, change = {}): string =>
      code(() =>
        parseDeal(ristretto, {
          bytes: b,
          minSigners: 2,
          receivers: 3,
          ciphertextBytesMax: 48,
          ...change,
        }),
      );
    expect(parse(bytes)).toBe('OK');
    for (let length = 0; length < bytes.length; length += 5) {
      expect(['MSG_SHORT', 'FRAME_SHORT']).toContain(parse(bytes.subarray(0, length)));
    }
    expect(parse(concat(bytes, utf8('.')))).toBe('TRAILING');
    expect(parse(bytes, { minSigners: 3 })).not.toBe('OK');
    expect(parse(bytes, { minSigners: 1 })).not.toBe('OK');
    expect(parse(bytes, { receivers: 4 })).toBe('FRAME_SHORT');
    expect(parse(bytes, { receivers: 2 })).toBe('TRAILING');
    const huge = concat(bytes.subarray(0, 5 * 32), u64(2n ** 64n - 1n));
    expect(parse(huge)).toBe('FRAME_MAX');
    expect(parse(huge, { ciphertextBytesMax: Number.MAX_SAFE_INTEGER })).toBe('FRAME_MAX');
    const long = concat(bytes.subarray(0, 5 * 32), u64(60_000), new Uint8Array(9));
    expect(parse(long, { ciphertextBytesMax: 65_536 })).toBe('FRAME_SHORT');
  });

  it('refuses impossible setups without blaming anyone', () => {
    const keys = [3n, 4n, 5n].map(ristretto.group.multiplyBase).map(ristretto.encodeElement);
    const setup = (change: object): string =>
      code(() =>
        checkSetup(ristretto, { minSigners: 2, maxSigners: 3, publicKeys: keys, ...change }),
      );
    expect(setup({})).toBe('OK');
    expect(setup({ own: { index: 2, secret: 4n } })).toBe('OK');
    expect(setup({ own: { index: 1, secret: 4n } })).toBe('SETUP_KEY');
    expect(setup({ own: { index: 4, secret: 4n } })).toBe('SETUP_KEY');
    for (const minSigners of [0, 4, 1.5, Number.NaN]) expect(setup({ minSigners })).toBe('SETUP');
    expect(setup({ maxSigners: 4 })).toBe('SETUP');
    expect(setup({ publicKeys: [keys[0], keys[1], keys[0]] })).toBe('SETUP_DUP');
    expect(setup({ publicKeys: [keys[0], keys[1], new Uint8Array(32)] })).toBe('SETUP_KEY');
  });

  it('ends without a key when constants cancel out, and finds its own bugs', () => {
    const { group } = ristretto;
    const [a, b] = [group.multiplyBase(5n), group.negate(group.multiplyBase(5n))];
    const receivers = [1n, 2n];
    const commitments = [
      [a, group.base],
      [b, group.base],
    ];
    expect(code(() => finish(ristretto, { commitments, receivers }))).toBe('IDENTITY');
    const fine = [[a, group.base]];
    expect(code(() => finish(ristretto, { commitments: fine, receivers }))).toBe('OK');
    const own = { x: 1n, shares: [7n] };
    expect(code(() => finish(ristretto, { commitments: fine, receivers, own }))).toBe('FINAL');
    const right = { x: 1n, shares: [6n] };
    expect(code(() => finish(ristretto, { commitments: fine, receivers, own: right }))).toBe('OK');
  });

  it('refuses to deal to fewer receivers than must sign, or with the wrong arguments', () => {
    const receivers = [{ x: 1n, publicKey: ristretto.group.multiplyBase(9n) }];
    const base = {
      suite: ristretto,
      context: new Uint8Array(64),
      minSigners: 1,
      staticSecret: 9n,
      receivers,
      random: seeded('deal'),
    };
    expect(() => deal({ ...base, minSigners: 2 })).toThrow(RangeError);
    expect(() => deal({ ...base, constant: 0n })).toThrow(RangeError);
    expect(() => deal({ ...base, payloads: [] })).toThrow(RangeError);
    const given = { coefficients: [1n, 2n], ephemeralSecret: 3n };
    expect(() => deal({ ...base, given })).toThrow(RangeError);
    const { commitment } = deal({ ...base, constant: 77n });
    expect(ristretto.group.equals(commitment[0]!, ristretto.group.multiplyBase(77n))).toBe(true);
  });
});

describe('COCKTAIL signatures', () => {
  it('bind key and message, and refuse anything malformed', () => {
    for (const { cocktail: suite } of suites.values()) {
      const secret = randomScalar(suite, seeded(suite.id));
      const publicKey = suite.group.multiplyBase(secret);
      const signature = schnorrSign(suite, secret, utf8('m'));
      expect(signature.length).toBe(suite.signatureBytes);
      expect(schnorrVerify(suite, publicKey, utf8('m'), signature)).toBe(true);
      expect(schnorrVerify(suite, publicKey, utf8('n'), signature)).toBe(false);
      expect(schnorrVerify(suite, suite.group.base, utf8('m'), signature)).toBe(false);
      for (const bad of [signature.subarray(1), concat(signature, utf8('.')), new Uint8Array(0)]) {
        expect(schnorrVerify(suite, publicKey, utf8('m'), bad)).toBe(false);
      }
    }
    expect(() => schnorrSign(ristretto, 0n, utf8('m'))).toThrow(RangeError);
    expect(() => schnorrSign(ristretto, ristretto.order, utf8('m'))).toThrow(RangeError);
  });

  it('are not made under any public key but the secret’s own', () => {
    for (const { cocktail: suite } of suites.values()) {
      const { group } = suite;
      const own = group.multiplyBase(5n);
      expect(schnorrSign(suite, 5n, utf8('m'), own)).toEqual(schnorrSign(suite, 5n, utf8('m')));
      for (const other of [group.base, group.negate(own), group.add(own, own)]) {
        expect(() => schnorrSign(suite, 5n, utf8('m'), other)).toThrow(RangeError);
      }
    }
  });

  it('are refused with torsion in R, which only an exact equation sees', () => {
    const cases = [
      ['ed25519', ed25519Backend.parse, ED25519_TORSION_SUBGROUP],
      [
        'ed448',
        (bytes: Uint8Array) => asElement(ed448.Point.fromBytes(bytes)),
        ED448_TORSION_SUBGROUP,
      ],
    ] as const;
    for (const [id, parse, torsion] of cases) {
      const { cocktail: suite } = ciphersuite(id);
      const { group, order } = suite;
      const publicKey = group.multiplyBase(5n);
      for (const hex of torsion) {
        const small = parse(fromHex(hex));
        const r = suite.encodeElement(group.add(group.multiplyBase(7n), small));
        const c = suite.challengeScalar(concat(r, suite.encodeElement(publicKey), utf8('m')));
        const signature = concat(r, suite.encodeScalar((7n + c * 5n) % order));
        expect(schnorrVerify(suite, publicKey, utf8('m'), signature)).toBe(group.isIdentity(small));
      }
    }
  });

  it('are deterministic, so that an answer can be sent again', () => {
    expect(schnorrSign(ristretto, 5n, utf8('m'))).toEqual(schnorrSign(ristretto, 5n, utf8('m')));
  });
});
