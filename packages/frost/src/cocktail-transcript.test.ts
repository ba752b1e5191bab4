import { describe, expect, it } from 'vitest';
import { ceremony, code, sharesOf } from '../test/ceremony.ts';
import { seeded } from '../test/seeded.ts';
import { concat, u64, utf8 } from './bytes.ts';
import { deal, finish, openShare, parseDeal } from './cocktail.ts';
import { frame, receiverDh } from './cocktail-channel.ts';
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
import { ciphersuite } from './suites.ts';

const ristretto = ciphersuite('ristretto255').cocktail;

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
