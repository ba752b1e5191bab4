import {
  ciphersuite,
  concat,
  dealKeys,
  derivationRoot,
  ed25519PublicKey,
  type Identifier,
  identifier,
  type KeyPackage,
  sha512,
  u64,
} from '@permafrost/frost';
import {
  answerSignRequest,
  encodeSignCore,
  encodeSignRequest,
  type OfferProof,
  requestId,
  SIGN_KIND,
  type SignAnswer,
  type SignerPorts,
  sealEnvelope,
  signOffers,
  signRequest,
} from '@permafrost/protocol';
import { describe, expect, test } from 'vitest';
import { createNonces, makeOffers, type Nonces, nonceSource, voidCoordinator } from './nonces.ts';
import { claimRequest, createSignerRequests } from './requests-signer.ts';

/** A signer's checks on the real tables: seat 2 of a 2-of-3 key, asked by whoever has seat 1 or 3. */

let drawn = 0;
const random = (length: number): Uint8Array =>
  concat(...Array.from({ length: Math.ceil(length / 64) }, () => sha512(u64(drawn++)))).slice(
    0,
    length,
  );
const suite = ciphersuite('ed25519');
const ids = [1, 2, 3].map(identifier);
const dealt = dealKeys({ suite, minSigners: 2, identifiers: ids, random });
const share = (seat: number): KeyPackage => dealt.get(seat as Identifier) as KeyPackage;
const seeds = ids.map((id) => new Uint8Array(32).fill(id));
const hosts = seeds.map((seed) => ed25519PublicKey(seed));
const keyId = random(16);
const epochId = random(32);
const publicKey = suite.encodePublicKey(share(1).publicKeys.verifyingKey);
const root = derivationRoot(keyId, suite, share(1).publicKeys.verifyingKey);
const boots = ids.map((id) => new Uint8Array(16).fill(id));
const requesterSeed = new Uint8Array(32).fill(9);
const NOW = 1_800_000_000_000;
const at = <T>(list: readonly T[], seat: number): T => list[seat - 1] as T;

function table(): Nonces {
  return createNonces({ bootId: at(boots, 2), random, coordinators: 3 });
}

function offersTo(coordinator: number, owner: number, nonces: Nonces, count = 1): OfferProof[] {
  const items = makeOffers(nonces, {
    keyId,
    epochId,
    key: share(owner),
    coordinator: at(hosts, coordinator),
    coordinatorBootId: at(boots, coordinator),
    nowMs: NOW,
    clockDifferenceMs: NOW,
    count,
  });
  return signOffers(items, at(seeds, owner));
}

function signer(nonces: Nonces): SignerPorts {
  const requests = createSignerRequests();
  return {
    key: () => ({
      keyId,
      suite,
      publicKey,
      root,
      state: 'active',
      purpose: 'sign',
      epochs: [{ epochId, members: hosts, key: share(2), use: 'sign' }],
    }),
    requesterKey: () => ed25519PublicKey(requesterSeed),
    isRequester: () => true,
    claim: (claim) => claimRequest(requests, claim, NOW),
    policy: () => undefined,
    nonces: nonceSource(nonces),
  };
}

type Ask = {
  readonly coordinator: number;
  readonly offers: readonly OfferProof[];
  readonly n?: number;
  readonly bootId?: Uint8Array;
  readonly clockDifferenceMs?: number;
};

function ask(ports: SignerPorts, given: Ask): SignAnswer {
  const { coordinator, offers, n = 0 } = given;
  const request = signRequest(
    {
      requester: new Uint8Array(38),
      keyId,
      publicKey,
      suite: 'ed25519',
      path: '',
      tweak: new Uint8Array(),
      message: u64(n),
      idempotencyKey: sha512(u64(n)).slice(0, 16),
      notBeforeMs: NOW,
      deadlineMs: NOW + 1_000,
    },
    requesterSeed,
  );
  const sorted = [...offers].sort((a, b) => a.offer.identifier - b.offer.identifier);
  const core = encodeSignCore({
    epochId,
    request,
    attempt: 1,
    signers: sorted.map(({ offer }) => offer.identifier),
    offers: sorted,
    canary: false,
  });
  const envelope = sealEnvelope(
    {
      suite: 'ed25519',
      kind: SIGN_KIND,
      sessionId: requestId(request),
      round: 1,
      from: coordinator,
      to: 2,
      payload: encodeSignRequest({ core, share: suite.encodeScalar(1n) }),
    },
    at(seeds, coordinator),
  );
  return answerSignRequest(
    {
      envelope,
      checkSignature: false,
      fromHostPub: at(hosts, coordinator),
      fromBootId: given.bootId ?? at(boots, coordinator),
      nowMs: NOW,
      clockDifferenceMs: given.clockDifferenceMs ?? NOW,
    },
    ports,
  );
}

describe('a signer with its tables', () => {
  const foreign = createNonces({ bootId: at(boots, 1), random, coordinators: 3 });
  const ofCoordinator = at(offersTo(1, 1, foreign), 1);

  test('gives one share for one nonce, whatever it is asked afterwards', () => {
    const nonces = table();
    const ports = signer(nonces);
    const offers = [ofCoordinator, at(offersTo(1, 2, nonces), 1)];
    const answers = Array.from({ length: 60 }, (_, n) => ask(ports, { coordinator: 1, offers, n }));
    expect(answers.filter(({ type }) => type === 'share').length).toBe(1);
    for (const answer of answers.slice(1)) {
      expect(answer).toMatchObject({ type: 'refusal', alarm: 'nonce-used-twice' });
    }
    expect(ask(ports, { coordinator: 1, offers })).toEqual(answers[0]);
  });

  test('lets no two coordinators use one offer, in either order', () => {
    const nonces = table();
    const ports = signer(nonces);
    const mine = at(offersTo(1, 2, nonces), 1);
    const thirds = createNonces({ bootId: at(boots, 3), random, coordinators: 3 });
    const stolen = ask(ports, { coordinator: 3, offers: [at(offersTo(3, 3, thirds), 1), mine] });
    expect(stolen).toMatchObject({ type: 'refusal', refusal: { code: 'E_BAD_REQUEST' } });
    expect(ask(ports, { coordinator: 1, offers: [ofCoordinator, mine] }).type).toBe('share');
  });

  test('honours no offer after a restart of the coordinator, or of itself', () => {
    const nonces = table();
    const ports = signer(nonces);
    const offers = [ofCoordinator, at(offersTo(1, 2, nonces), 1)];
    const bootId = new Uint8Array(16).fill(99);
    const late = ask(ports, { coordinator: 1, offers, bootId });
    expect(late).toMatchObject({ refusal: { code: 'E_BAD_REQUEST' } });
    voidCoordinator(nonces, at(hosts, 1));
    const voided = ask(ports, { coordinator: 1, offers });
    expect(voided).toMatchObject({ refusal: { code: 'E_NONCE_USED', reason: 'no such offer' } });
    const restarted = signer(createNonces({ bootId: random(16), random, coordinators: 3 }));
    expect(ask(restarted, { coordinator: 1, offers })).toMatchObject({
      refusal: { code: 'E_NONCE_USED', reason: 'no such offer' },
    });
  });

  test('takes the offer of an earlier boot for another, when a counter comes round to it', () => {
    const before = table();
    const old = at(offersTo(1, 2, before), 1);
    const nonces = createNonces({ bootId: random(16), random, coordinators: 3 });
    offersTo(1, 2, nonces); // Has the same number.
    const answer = ask(signer(nonces), { coordinator: 1, offers: [ofCoordinator, old] });
    expect(answer).toMatchObject({ refusal: { code: 'E_BAD_REQUEST' } });
  });

  test('of two copies of one memory image, the one that slept signs nothing', () => {
    const nonces = table();
    const offers = [ofCoordinator, at(offersTo(1, 2, nonces), 1)];
    const answer = ask(signer(nonces), { coordinator: 1, offers, clockDifferenceMs: NOW + 60_000 });
    expect(answer).toMatchObject({ alarm: 'clock-jump', refusal: { code: 'E_CLOCK_SKEW' } });
  });

  test('answers a coordinator no more often than its limit, and keeps nonces for others', () => {
    const nonces = table();
    const ports = signer(nonces);
    const offers = offersTo(1, 2, nonces, 8);
    const answers = offers.map((mine) =>
      ask(ports, { coordinator: 1, offers: [ofCoordinator, mine] }),
    );
    // 2-of-3: 2 × 2 + 2 different SignRequests of one request.
    expect(answers.map(({ type }) => type)).toEqual([
      ...new Array(6).fill('share'),
      'refusal',
      'refusal',
    ]);
    expect(answers[7]).toMatchObject({ refusal: { code: 'E_RATE_LIMITED' } });
  });
});
