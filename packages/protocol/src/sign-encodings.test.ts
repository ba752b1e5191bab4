import { readFileSync } from 'node:fs';
import { ciphersuite, concat, DecodeError, fromHex, identifier } from '@permafrost/frost';
import { encodeMessage, limits, permafrost, WireError } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  commitmentsOf,
  decodeOffer,
  encodeOffer,
  encodeOfferBatch,
  encodeOfferProof,
  type NonceOffer,
  offerProofFromMessage,
  openOfferBatch,
  signOffers,
} from './offers.ts';
import { decodeRequest, encodeRequest } from './request.ts';
import {
  decodeOfferRequest,
  decodeSignCore,
  decodeSignRefusal,
  decodeSignRequest,
  decodeSignResult,
  decodeSignShare,
  encodeSignCore,
} from './sign-core.ts';
import { forgeShare, NOW, testKey, testNode, testRequest } from './sign-testing.ts';
import { run } from './sign-testing-run.ts';

const key = testKey({ minSigners: 2, maxSigners: 3 });
const coordinator = testNode(key, 1);
const item = testNode(key, 2).offer(coordinator);
const proofs = signOffers([item], key.hostSeeds[1]!);
const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);
const far = 2 ** 53;

type Fields = Readonly<Record<string, readonly unknown[]>>;

/** Every field of a message, with values that no honest node sends. Changed one at a time. */
function table<T extends object>(
  what: string,
  good: T,
  decode: (message: T) => unknown,
  fields: Fields,
): void {
  describe(what, () => {
    test('decodes when nothing is wrong, and has a row for each field', () => {
      expect(() => decode(good)).not.toThrow();
      expect(Object.keys(fields).sort()).toEqual(Object.keys(good).sort());
    });
    for (const [field, values] of Object.entries(fields)) {
      test(`is refused with a malformed ${field}`, () => {
        for (const value of values) {
          const changed = { ...good, [field]: value };
          expect(() => decode(changed), JSON.stringify(value)?.slice(0, 60)).toThrow(WireError);
        }
      });
    }
  });
}

const { v1 } = permafrost;
const request = testRequest(key);
const names = ['', 'Ed25519', 'ed25519 ', 'x'.repeat(33), '__proto__'];

table('a request', request, (r) => decodeRequest(encodeMessage(v1.SignatureRequest, r)), {
  requester: [bytes(0), bytes(1), bytes(limits.PEER_ID_BYTES_MAX + 1)],
  keyId: [bytes(0), bytes(15), bytes(17)],
  publicKey: [bytes(0), bytes(31), bytes(58)],
  suite: names,
  path: [
    'm',
    'm/',
    '/0',
    'm/01',
    "m/0'",
    'm/-1',
    'm/2147483648',
    'n/0',
    `m${'/1'.repeat(11)}`,
    ' ',
  ],
  tweak: [bytes(1), Uint8Array.of(2), Uint8Array.of(1, 2), concat(Uint8Array.of(1), bytes(33))],
  message: [bytes(limits.MESSAGE_BYTES_MAX + 1)],
  idempotencyKey: [bytes(0), bytes(15), bytes(65)],
  notBeforeMs: [far],
  deadlineMs: [far],
  signature: [bytes(0), bytes(63), bytes(65)],
});

const offer = decodeOffer(item);
const sizes = [bytes(0), bytes(31), bytes(58)];
table('an offer', offer, (o: NonceOffer) => decodeOffer(encodeMessage(v1.NonceOffer, o)), {
  suite: names,
  keyId: [bytes(0), bytes(15), bytes(17)],
  epochId: [bytes(0), bytes(31), bytes(33)],
  identifier: [0, 65_535, 65_536, 0xffff_ffff],
  coordinator: [bytes(0), bytes(31), bytes(33)],
  coordinatorBootId: [bytes(0), bytes(15), bytes(17)],
  bootId: [bytes(0), bytes(15), bytes(17)],
  nonceId: [far],
  hiding: sizes,
  binding: sizes,
  notAfterMs: [far],
});

const proof = encodeOfferProof(proofs[0]!);
table('an offer with its proof', proof, (p) => offerProofFromMessage(p), {
  item: [bytes(0), bytes(40), concat(item, Uint8Array.of(0))],
  hashes: [[bytes(31)], [bytes(33)], new Array(65).fill(bytes(32))],
  signature: [bytes(0), bytes(63), bytes(65)],
});

const batch = { items: [item], signature: proofs[0]!.signature };
const openBatch = (b: typeof batch) =>
  openOfferBatch(encodeMessage(v1.OfferBatch, b), key.hosts[1]!);
table('a batch of offers', batch, openBatch, {
  items: [[], [bytes(3)], [item, item], new Array(65).fill(item)],
  signature: [bytes(0), bytes(63), bytes(65)],
});

const core = {
  epochId: key.epochId,
  request,
  attempt: 1,
  signers: [1, 2],
  offers: [proof, proof],
  canary: true,
};
table('a core', core, (c) => decodeSignCore(encodeMessage(v1.SignCore, c)), {
  epochId: [bytes(0), bytes(31), bytes(33)],
  request: [undefined, {}, { ...request, keyId: bytes(15) }],
  attempt: [0, 65_536],
  signers: [[0], [65_535], new Array(101).fill(1)],
  offers: [[{}], [{ ...proof, item: bytes(2) }], new Array(101).fill(proof)],
  canary: [], // A boolean; encodings of it that are not minimal are refused below.
});

const refusal = { requestId: bytes(32), attempt: 1, code: 'E_EPOCH', reason: 'stale' };
table('a refusal', refusal, (r) => decodeSignRefusal(encodeMessage(v1.SignRefusal, r)), {
  requestId: [bytes(0), bytes(31), bytes(33)],
  attempt: [],
  code: ['', 'E_NONE', 'constructor'],
  reason: ['x'.repeat(201)],
});

const result = { requestId: bytes(32), signature: bytes(64) };
table('a result', result, (r) => decodeSignResult(encodeMessage(v1.SignResult, r)), {
  requestId: [bytes(0), bytes(31), bytes(33)],
  signature: [bytes(0), bytes(63), bytes(115)],
});

const asked = { keyId: bytes(16), epochId: bytes(32), count: 1 };
table('a request for offers', asked, (r) => decodeOfferRequest(encodeMessage(v1.OfferRequest, r)), {
  keyId: [bytes(0), bytes(15), bytes(17)],
  epochId: [bytes(0), bytes(31), bytes(33)],
  count: [0, 65, 0xffff_ffff],
});

describe('payloads', () => {
  test('of SignRequests are a length, a core and at most one scalar', () => {
    const ok = concat(Uint8Array.of(0, 0, 0, 2), bytes(2), bytes(32));
    expect(decodeSignRequest(ok)).toEqual({ core: bytes(2), share: bytes(32) });
    const bad = [
      bytes(0),
      bytes(3),
      Uint8Array.of(0, 0, 0, 3, 1, 2),
      Uint8Array.of(255, 255, 255, 255),
      concat(Uint8Array.of(0, 0, 0, 0), bytes(58)),
    ];
    for (const payload of bad) expect(() => decodeSignRequest(payload)).toThrow(WireError);
  });

  test('of SignShares are a hash and one scalar', () => {
    expect(decodeSignShare(bytes(96)).share.length).toBe(32);
    for (const length of [0, 63, 64, 95, 64 + 58]) {
      expect(() => decodeSignShare(bytes(length)), `${length}`).toThrow(WireError);
    }
  });

  test('that are not canonical protobuf are refused at every length and with every bit flipped', () => {
    const good = encodeSignCore(decodeSignCore(encodeMessage(v1.SignCore, core)));
    const isRefused = (changed: Uint8Array): boolean => {
      try {
        // Whatever still decodes is a message of its own, with other bytes and another hash.
        return encodeSignCore(decodeSignCore(changed)).every((byte, i) => byte === changed[i]);
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        return true;
      }
    };
    for (let length = 0; length < good.length; length += 7) {
      expect(isRefused(good.subarray(0, length))).toBe(true);
    }
    for (let at = 0; at < good.length; at += 3) {
      const changed = good.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(isRefused(changed), `byte ${at}`).toBe(true);
    }
    const trailing = [concat(good, bytes(1)), concat(good, Uint8Array.of(0x30, 0x01))];
    for (const longer of trailing) expect(() => decodeSignCore(longer)).toThrow(WireError);
    const falseCanary = concat(
      encodeMessage(v1.SignCore, { ...core, canary: false }),
      Uint8Array.of(0x30, 0x00),
    );
    expect(() => decodeSignCore(falseCanary)).toThrow(WireError);
  });
});

type Malformed = {
  readonly points: Readonly<
    Record<string, readonly { readonly hex: string; readonly why: string }[]>
  >;
  readonly scalars: Malformed['points'];
};
const malformed = JSON.parse(
  readFileSync(
    new URL('../../frost/vectors/selfgen/malformed-encodings.json', import.meta.url),
    'utf8',
  ),
) as Malformed;

describe('points and scalars', () => {
  test('that are malformed never get past an offer', () => {
    let count = 0;
    for (const [suite, points] of Object.entries(malformed.points)) {
      const of = ciphersuite(suite);
      const good = of.encodeElement(of.group.base);
      for (const { hex, why } of points) {
        for (const field of ['hiding', 'binding'] as const) {
          const bad = { ...offer, suite, hiding: good, binding: good, [field]: fromHex(hex) };
          const open = () => commitmentsOf(of, decodeOffer(encodeOffer(bad)));
          expect(open, `${suite} ${why}`).toThrow(isAboutBytes);
          count++;
        }
      }
    }
    expect(count).toBeGreaterThan(80);
  });

  test('an offer for another suite has no commitments here', () => {
    expect(() => commitmentsOf(ciphersuite('ristretto255'), offer)).toThrow(DecodeError);
  });

  test('that are malformed as a share leave their sender out and blame nobody else', () => {
    for (const { hex, why } of malformed.scalars['ed25519'] ?? []) {
      const { outcome, reports } = run(key, {
        pooled: 1,
        hooks: {
          onShare: (seat, envelope) =>
            seat === 2 ? [forgeShare(envelope, key.hostSeeds[1]!, () => fromHex(hex))] : [envelope],
        },
      });
      if (outcome.type !== 'signed') throw new Error(why);
      expect(outcome.signers, why).toEqual([1, 3]);
      expect(reports.map(({ detail }) => 'culprit' in detail && detail.culprit)).toEqual([2]);
    }
  });
});

/** Errors about bytes of others, and nothing else. */
const isAboutBytes = expect.toSatisfy(
  (error) => error instanceof WireError || error instanceof DecodeError,
);

test('requests and offers decode to what was encoded', () => {
  expect(decodeRequest(encodeRequest(request))).toEqual(request);
  expect(decodeOffer(encodeOffer(offer))).toEqual(offer);
  expect(openOfferBatch(encodeOfferBatch(proofs), key.hosts[1]!)).toEqual(proofs);
  expect(offer.identifier).toBe(identifier(2));
  expect(offer.notAfterMs).toBe(NOW + 3_600_000);
});
