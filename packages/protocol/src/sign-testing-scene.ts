/**
 * One genuine SignRequest of seat 1 to seat 2, to be changed in one place. Not exported.
 * @module
 */
import { type Identifier, identifier } from '@permafrost/frost';
import { sealEnvelope } from './envelope.ts';
import { encodeOffer, type NonceOffer, type OfferProof, signOffers } from './offers.ts';
import { requestId, type SignatureRequest, signRequest } from './request.ts';
import { answerSignRequest, type SignAnswer } from './sign-answer.ts';
import { encodeSignCore, encodeSignRequest, type SignCore } from './sign-core.ts';
import type { SignerKey } from './sign-ports.ts';
import {
  arrivalFrom,
  REQUESTER_SEED,
  type TestKey,
  type TestNode,
  testKey,
  testNode,
  testRequest,
} from './sign-testing.ts';

export const key: TestKey = testKey({ minSigners: 2, maxSigners: 4 });
export const other: TestKey = testKey({ minSigners: 2, maxSigners: 4, seed: 'another key' });

export type Scene = {
  readonly coordinator: TestNode;
  readonly signer: TestNode;
  readonly core: SignCore;
  readonly takes: () => number;
};

/** A genuine SignRequest of seat 1 to seat 2, and a count of nonces taken. */
export function scene(overrides: Parameters<typeof testNode>[2] = {}): Scene {
  const coordinator = testNode(key, 1);
  let takes = 0;
  const plain = testNode(key, 2, overrides);
  const nonces: TestNode['nonces'] = {
    ...plain.nonces,
    take: (use) => {
      takes++;
      return plain.nonces.take(use);
    },
  };
  const signer = { ...plain, nonces, ports: { ...plain.ports, nonces } };
  const offers = [
    ...signOffers([coordinator.offer(coordinator)], coordinator.hostSeed),
    ...signOffers([signer.offer(coordinator)], signer.hostSeed),
  ];
  const core: SignCore = {
    epochId: key.epochId,
    request: testRequest(key),
    attempt: 1,
    signers: [1, 2].map(identifier),
    offers,
    canary: false,
  };
  return { coordinator, signer, core, takes: () => takes };
}

export type Wire = {
  readonly share: Uint8Array;
  readonly from: number;
  readonly to: number | 'all';
  readonly suite: string;
  readonly kind: 'sign' | 'cocktail-dkg';
  readonly round: number;
  readonly sessionId: Uint8Array;
  readonly seed: Uint8Array;
  readonly checkSignature: boolean;
  readonly nowMs: number;
  readonly fromBootId: Uint8Array;
  readonly coordinator: TestNode;
};

export function ask(
  { coordinator, signer, core }: Scene,
  change: Partial<SignCore> = {},
  wire: Partial<Wire> = {},
): SignAnswer {
  const changed = { ...core, ...change };
  const bytes = encodeSignCore(changed);
  const { suite, from = 1, to = 2, kind = 'sign', round = 1 } = wire;
  const envelope = sealEnvelope(
    {
      suite: suite ?? key.suite.id,
      kind,
      sessionId: wire.sessionId ?? requestId(changed.request),
      round,
      from,
      to,
      payload: encodeSignRequest({ core: bytes, share: wire.share ?? key.suite.encodeScalar(5n) }),
    },
    wire.seed ?? coordinator.hostSeed,
  );
  const arrival = arrivalFrom(wire.coordinator ?? coordinator, wire.nowMs);
  return answerSignRequest(
    {
      ...arrival,
      fromBootId: wire.fromBootId ?? arrival.fromBootId,
      envelope,
      checkSignature: wire.checkSignature ?? false,
    },
    signer.ports,
  );
}

export function codeOf(answer: SignAnswer): string {
  switch (answer.type) {
    case 'share':
      return 'share';
    case 'refusal':
      return answer.refusal.code;
    case 'fault':
      return 'fault';
  }
}

/** Offers with one of them changed and signed again by its owner, or by whoever is given. */
export function changeOffer(
  { core }: Scene,
  seat: number,
  change: Partial<NonceOffer>,
): readonly OfferProof[] {
  return core.offers.map((proof) =>
    proof.offer.identifier === seat
      ? signOffers(
          [encodeOffer({ ...proof.offer, ...change })],
          key.hostSeeds[seat - 1] ?? REQUESTER_SEED,
        )[0]!
      : proof,
  );
}

export function resign(
  request: SignatureRequest,
  change: Partial<SignatureRequest>,
): SignatureRequest {
  return signRequest({ ...request, ...change }, REQUESTER_SEED);
}

export const none: Uint8Array = new Uint8Array();
export const smallOrder: Uint8Array = Uint8Array.of(1, ...new Uint8Array(31));

export function ids(...numbers: number[]): readonly Identifier[] {
  return numbers.map(identifier);
}

export function testedKey(state: SignerKey['state']): Partial<SignerKey> {
  return {
    state,
    epochs: [{ epochId: key.epochId, members: key.hosts, key: key.shares[1]!, use: 'test' }],
  };
}
