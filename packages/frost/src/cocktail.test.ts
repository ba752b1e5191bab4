import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import { concat, u64, utf8 } from './bytes.ts';
import {
  checkSetup,
  cocktailContext,
  type Deal,
  deal,
  finish,
  frame,
  openFrom,
  openShare,
  parseDeal,
  type Receiver,
  receiverDh,
  sealTo,
  verifyProofOfPossession,
} from './cocktail.ts';
import type { CocktailFault } from './cocktail-fault.ts';
import { schnorrSign, schnorrVerify } from './cocktail-schnorr.ts';
import {
  certify,
  checkCertificate,
  encodeReshareTranscript,
  encodeTranscript,
  parseReshareTranscript,
  parseTranscript,
} from './cocktail-transcript.ts';
import { sha512 } from './hash.ts';
import { interpolate, interpolatingValue } from './polynomial.ts';
import { randomScalar } from './random.ts';
import type { CocktailSuite, Element, Scalar } from './suite.ts';
import { ciphersuite, suites } from './suites.ts';

const ristretto = ciphersuite('ristretto255').cocktail;

function code(run: () => unknown): string {
  try {
    run();
    return 'OK';
  } catch (error) {
    return (error as CocktailFault).code;
  }
}

type Ceremony = {
  readonly suite: CocktailSuite;
  readonly t: number;
  readonly secrets: readonly Scalar[];
  readonly receivers: readonly Receiver[];
  readonly context: Uint8Array;
  readonly messages: readonly Uint8Array[];
  readonly deals: readonly Deal[];
};

function ceremony(suite: CocktailSuite, t: number, n: number, seed: string): Ceremony {
  const random = seeded(seed);
  const secrets = Array.from({ length: n }, () => randomScalar(suite, random));
  const keys = secrets.map(suite.group.multiplyBase);
  const receivers = keys.map((publicKey, k) => ({ x: BigInt(k + 1), publicKey }));
  const context = cocktailContext(suite, utf8(seed), keys);
  const messages = secrets.map(
    (staticSecret) =>
      deal({ suite, context, minSigners: t, staticSecret, receivers, random }).message,
  );
  const sizes = { minSigners: t, receivers: n, ciphertextBytesMax: suite.scalarBytes + 16 };
  const deals = messages.map((bytes) => parseDeal(suite, { bytes, ...sizes }));
  return { suite, t, secrets, receivers, context, messages, deals };
}

function open(c: Ceremony, to: number, from: number, change: Partial<Deal> = {}) {
  const read = { ...c.deals[from - 1]!, ...change };
  const sender = c.receivers[from - 1]!.publicKey;
  return openShare(c.suite, {
    context: c.context,
    dh: receiverDh(c.suite, c.secrets[to - 1]!, read.ephemeral, sender),
    ephemeral: read.ephemeral,
    sender,
    receiver: c.receivers[to - 1]!,
    ciphertext: read.ciphertexts[to - 1]!,
    commitment: read.commitment,
  });
}

function sharesOf(c: Ceremony, to: number): Scalar[] {
  return c.deals.map((_, k) => {
    const opened = open(c, to, k + 1);
    if (opened.type === 'fault') throw new Error(opened.code);
    return opened.share;
  });
}

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

  it('are deterministic, so that an answer can be sent again', () => {
    expect(schnorrSign(ristretto, 5n, utf8('m'))).toEqual(schnorrSign(ristretto, 5n, utf8('m')));
  });
});

describe('transcripts', () => {
  const c = ceremony(ristretto, 2, 3, 'transcript');
  const publicKeys = c.receivers.map((one) => one.publicKey);
  const parts = { context: c.context, minSigners: 2, publicKeys, deals: c.deals };
  const transcript = encodeTranscript(ristretto, { ...parts, extension: utf8('ext') });

  it('read back as they were written', () => {
    const read = parseTranscript(ristretto, transcript);
    expect(read.context).toEqual(c.context);
    expect(read.extension).toEqual(utf8('ext'));
    expect(read.proofs).toEqual(c.deals.map((one) => one.proof));
    expect([read.minSigners, read.maxSigners]).toEqual([2, 3]);
    const again = encodeTranscript(ristretto, {
      ...parts,
      publicKeys: read.publicKeys,
      extension: read.extension,
    });
    expect(again).toEqual(transcript);
  });

  it('are refused when cut, prolonged or changed in their counts', () => {
    for (let length = 0; length < transcript.length; length += 11) {
      expect(code(() => parseTranscript(ristretto, transcript.subarray(0, length)))).toBe(
        'T_SHORT',
      );
    }
    const longer = concat(transcript, utf8('.'));
    expect(code(() => parseTranscript(ristretto, longer))).toBe('T_TRAILING');
    const counts = 8 + ristretto.id.length + 8 + 64;
    for (const [at, value, want] of [
      [counts, 255, 'T_SHORT'],
      [counts + 3, 255, 'T_SHORT'],
      [counts + 4, 0, 'T_BAD'],
      [counts + 4, 4, 'T_BAD'],
      [counts + 4, 1, 'BAD_ELEMENT'],
    ] as const) {
      const bad = Uint8Array.from(transcript);
      bad[at] = value;
      const got = code(() => parseTranscript(ristretto, bad));
      if (want === 'BAD_ELEMENT') expect(got).not.toBe('OK');
      else expect(got).toBe(want);
    }
    const doubled = [publicKeys[0]!, publicKeys[1]!, publicKeys[0]!];
    const twice = encodeTranscript(ristretto, {
      ...parts,
      publicKeys: doubled,
      extension: utf8(''),
    });
    expect(code(() => parseTranscript(ristretto, twice))).toBe('SETUP_DUP');
  });

  it('are certified by everyone or by nobody', () => {
    const signatures = c.secrets.map((secret) => certify(ristretto, secret, transcript));
    expect(checkCertificate(ristretto, publicKeys, transcript, signatures)).toEqual([]);
    const other = concat(transcript, utf8('.'));
    expect(checkCertificate(ristretto, publicKeys, other, signatures)).toEqual([1, 2, 3]);
    const one = [signatures[0]!, signatures[0]!, signatures[2]!];
    expect(checkCertificate(ristretto, publicKeys, transcript, one)).toEqual([2]);
    const few = signatures.slice(1);
    expect(code(() => checkCertificate(ristretto, publicKeys, transcript, few))).toBe('CERT_LEN');
  });
});

describe('a reshare', () => {
  it('moves a key from 2 of 3 to 3 of 4 by dealing weighted shares, and keeps it', () => {
    const suite = ristretto;
    const random = seeded('reshare');
    const old = ceremony(suite, 2, 3, 'old');
    const oldShares = old.receivers.map(({ x }) =>
      sharesOf(old, Number(x)).reduce((a, b) => (a + b) % suite.order, 0n),
    );
    const dealers = [1n, 3n];
    const receiverSecrets = [11n, 12n, 13n, 14n];
    const receivers = receiverSecrets.map((secret, k) => ({
      x: BigInt(k + 1),
      publicKey: suite.group.multiplyBase(secret),
    }));
    const context = sha512(utf8('reshare'));
    const staticSecrets = [21n, 23n];
    const deals = dealers.map((x, k) => {
      const weight = interpolatingValue(dealers, x, suite.order);
      const constant = (weight * oldShares[Number(x) - 1]!) % suite.order;
      const { message } = deal({
        suite,
        context,
        minSigners: 3,
        staticSecret: staticSecrets[k]!,
        receivers,
        random,
        constant,
      });
      const sizes = { minSigners: 3, receivers: 4, ciphertextBytesMax: 48 };
      return parseDeal(suite, { bytes: message, ...sizes });
    });
    const commitments = deals.map((one) => one.commitment);
    const shares = new Map(
      receivers.map((receiver, r) => {
        const opened = deals.map((read, k) => {
          const sender = suite.group.multiplyBase(staticSecrets[k]!);
          const result = openShare(suite, {
            context,
            dh: receiverDh(suite, receiverSecrets[r]!, read.ephemeral, sender),
            ephemeral: read.ephemeral,
            sender,
            receiver,
            ciphertext: read.ciphertexts[r]!,
            commitment: read.commitment,
          });
          if (result.type === 'fault') throw new Error(result.code);
          return result.share;
        });
        const { share } = finish(suite, {
          commitments,
          receivers: receivers.map((one) => one.x),
          own: { x: receiver.x, shares: opened },
        });
        return [receiver.x, share!] as const;
      }),
    );
    const before = new Map(old.receivers.map(({ x }, k) => [x, oldShares[k]!]));
    expect(interpolate(shares, suite.order)).toBe(interpolate(before, suite.order));
    const three = new Map([...shares].slice(1));
    expect(interpolate(three, suite.order)).toBe(interpolate(before, suite.order));

    const transcript = encodeReshareTranscript(suite, {
      context,
      minSigners: 3,
      receivers: receivers.map((one) => one.publicKey),
      dealers: deals.map((one, k) => ({
        oldIndex: Number(dealers[k]!),
        publicKey: suite.group.multiplyBase(staticSecrets[k]!),
        deal: one,
      })),
      extension: utf8('x'),
    });
    const read = parseReshareTranscript(suite, transcript);
    expect(read.dealerIndexes).toEqual([1, 3]);
    expect([read.minSigners, read.maxSigners]).toEqual([3, 4]);
    expect(read.proofs).toEqual(deals.map((one) => one.proof));
    for (let length = 0; length < transcript.length; length += 29) {
      const cut = transcript.subarray(0, length);
      expect(code(() => parseReshareTranscript(suite, cut))).toBe('T_SHORT');
    }
    const backwards = [
      { oldIndex: 3, publicKey: suite.group.base, deal: deals[0]! },
      { oldIndex: 1, publicKey: suite.group.base, deal: deals[1]! },
    ];
    expect(() =>
      encodeReshareTranscript(suite, {
        context,
        minSigners: 3,
        receivers: [],
        dealers: backwards,
        extension: utf8(''),
      }),
    ).toThrow(RangeError);
    expect(frame(utf8('ab'))).toEqual(concat(u64(2), utf8('ab')));
  });
});
