import { identifier } from '@permafrost/frost';
import { describe, expect, test } from 'vitest';
import { hostPubOf } from './envelope.ts';
import { canaryMessage } from './group.ts';
import { encodeOffer, signOffers } from './offers.ts';
import { requestId, signRequest } from './request.ts';
import type { SignAnswer } from './sign-answer.ts';
import { NOW, peerIdOf, REQUESTER_SEED, testNode } from './sign-testing.ts';

import {
  ask,
  changeOffer,
  codeOf,
  ids,
  key,
  none,
  other,
  resign,
  type Scene,
  scene,
  smallOrder,
  testedKey,
} from './sign-testing-scene.ts';

describe('a signer', () => {
  const rows: readonly {
    readonly what: string;
    readonly code: string;
    readonly ask: (one: Scene) => SignAnswer;
    readonly node?: Parameters<typeof testNode>[2];
  }[] = [
    // Envelope.
    { what: 'another kind', code: 'fault', ask: (s) => ask(s, {}, { kind: 'cocktail-dkg' }) },
    { what: 'another round', code: 'fault', ask: (s) => ask(s, {}, { round: 2 }) },
    { what: 'a seat that is not the sender’s', code: 'fault', ask: (s) => ask(s, {}, { from: 3 }) },
    { what: 'a seat that nobody has', code: 'fault', ask: (s) => ask(s, {}, { from: 9 }) },
    { what: 'meant for another', code: 'fault', ask: (s) => ask(s, {}, { to: 3 }) },
    { what: 'meant for all', code: 'fault', ask: (s) => ask(s, {}, { to: 'all' }) },
    { what: 'another suite outside', code: 'fault', ask: (s) => ask(s, {}, { suite: 'p256' }) },
    {
      what: 'a wrong envelope signature of a member under suspicion',
      code: 'fault',
      ask: (s) => ask(s, {}, { checkSignature: true, seed: key.hostSeeds[2]! }),
    },
    {
      what: 'a session id of another request',
      code: 'fault',
      ask: (s) => ask(s, {}, { sessionId: new Uint8Array(32) }),
    },
    // Swapped content under the session id and the signature of the genuine request.
    {
      what: 'a swapped message with the old session id',
      code: 'fault',
      ask: (s) =>
        ask(
          s,
          { request: { ...s.core.request, message: Uint8Array.of(9) } },
          { sessionId: requestId(s.core.request) },
        ),
    },
    {
      what: 'a swapped message with the old signature',
      code: 'E_UNAUTHENTICATED',
      ask: (s) => ask(s, { request: { ...s.core.request, message: Uint8Array.of(9) } }),
    },
    {
      what: 'an added path with the old signature',
      code: 'E_UNAUTHENTICATED',
      ask: (s) => ask(s, { request: { ...s.core.request, path: 'm/0' } }),
    },
    {
      what: 'an added tweak with the old signature',
      code: 'E_UNAUTHENTICATED',
      ask: (s) => ask(s, { request: { ...s.core.request, tweak: Uint8Array.of(1) } }),
    },
    {
      what: 'a longer window with the old signature',
      code: 'E_UNAUTHENTICATED',
      ask: (s) => ask(s, { request: { ...s.core.request, deadlineMs: NOW + 60_000 } }),
    },
    // The key.
    {
      what: 'another key',
      code: 'E_UNKNOWN_KEY',
      ask: (s) => ask(s, { request: resign(s.core.request, { keyId: other.keyId }) }),
    },
    {
      what: 'a key of that id on another network',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { request: resign(s.core.request, { publicKey: other.publicKey }) }),
    },
    {
      what: 'another suite inside',
      code: 'E_SUITE_MISMATCH',
      ask: (s) => ask(s, { request: resign(s.core.request, { suite: 'secp256k1' }) }),
    },
    // Children of the key.
    {
      what: 'a hardened path',
      code: 'fault',
      ask: (s) => ask(s, { request: { ...s.core.request, path: "m/0'" } }),
    },
    {
      what: 'a path whose index is hardened by its number',
      code: 'fault',
      ask: (s) => ask(s, { request: { ...s.core.request, path: 'm/2147483648' } }),
    },
    {
      what: 'a path of eleven indexes',
      code: 'fault',
      ask: (s) => ask(s, { request: { ...s.core.request, path: `m${'/0'.repeat(11)}` } }),
    },
    {
      what: 'a Taproot tweak that a requester wants of a key that has none',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { request: resign(s.core.request, { tweak: Uint8Array.of(1) }) }),
    },
    {
      what: 'a Taproot tweak of a child that has none',
      code: 'E_BAD_REQUEST',
      ask: (s) =>
        ask(s, { request: resign(s.core.request, { path: 'm/0', tweak: Uint8Array.of(1) }) }),
    },
    // Offers belong to one coordinator and one boot of it.
    {
      what: 'offers made to another coordinator',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, {}, { coordinator: testNode(key, 3), from: 3, seed: key.hostSeeds[2]! }),
    },
    {
      what: 'offers made to an earlier boot of the coordinator',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, {}, { fromBootId: new Uint8Array(16).fill(9) }),
    },
    {
      what: 'one foreign offer made to another coordinator',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { offers: changeOffer(s, 1, { coordinator: key.hosts[2]! }) }),
    },
    // State and epoch.
    {
      what: 'another epoch',
      code: 'E_EPOCH',
      ask: (s) => ask(s, { epochId: other.epochId }),
    },
    {
      what: 'an offer of another epoch',
      code: 'E_EPOCH',
      ask: (s) => ask(s, { offers: changeOffer(s, 1, { epochId: other.epochId }) }),
    },
    {
      what: 'an offer of another key',
      code: 'E_EPOCH',
      ask: (s) => ask(s, { offers: changeOffer(s, 1, { keyId: other.keyId }) }),
    },
    ...(['pending', 'confirmed', 'suspended', 'destroyed'] as const).map((state) => ({
      what: `a key that is ${state}`,
      code: 'E_KEY_STATE',
      ask: (s: Scene) => ask(s),
      node: { signerKey: { state } },
    })),
    {
      what: 'an epoch that may only be tested',
      code: 'E_EPOCH',
      ask: (s) => ask(s),
      node: { signerKey: testedKey('active') },
    },
    // Requester and window.
    {
      what: 'a signature of another requester',
      code: 'E_UNAUTHENTICATED',
      ask: (s) => ask(s, { request: signRequest(s.core.request, new Uint8Array(32).fill(3)) }),
    },
    {
      what: 'a requester that nobody knows',
      code: 'E_UNAUTHENTICATED',
      ask: (s) => {
        const seed = new Uint8Array(32).fill(3);
        const requester = peerIdOf(hostPubOf(seed));
        return ask(s, { request: signRequest({ ...s.core.request, requester }, seed) });
      },
    },
    {
      what: 'a requester of other keys only',
      code: 'E_FORBIDDEN',
      ask: (s) => ask(s),
      node: { isRequester: () => false },
    },
    {
      what: 'a deadline that passed',
      code: 'E_DEADLINE',
      ask: (s) => ask(s, {}, { nowMs: s.core.request.deadlineMs + 30_001 }),
    },
    {
      what: 'a window that has not begun',
      code: 'E_CLOCK_SKEW',
      ask: (s) => ask(s, {}, { nowMs: s.core.request.notBeforeMs - 30_001 }),
    },
    {
      what: 'a window of more than ten minutes',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { request: resign(s.core.request, { deadlineMs: NOW + 10 * 60_000 }) }),
    },
    {
      what: 'a window longer than this key allows',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s),
      node: { signerKey: { windowMsMax: 10_000 } },
    },
    {
      what: 'a window that ends before it begins',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { request: resign(s.core.request, { deadlineMs: NOW - 2_000 }) }),
    },
    // Own rules.
    {
      what: 'what the table of requests refuses',
      code: 'E_IDEMPOTENCY_CONFLICT',
      ask: (s) => ask(s),
      node: { claim: () => ({ code: 'E_IDEMPOTENCY_CONFLICT', reason: 'other' }) },
    },
    {
      what: 'what the policy refuses',
      code: 'E_FORBIDDEN',
      ask: (s) => ask(s),
      node: { policy: () => ({ code: 'E_FORBIDDEN', reason: 'no' }) },
    },
    {
      what: 'the message that is kept for the test of the key',
      code: 'E_BAD_REQUEST',
      ask: (s) => {
        const message = canaryMessage(key.keyId, key.epochId);
        return ask(s, { request: resign(s.core.request, { message }) });
      },
    },
    // The signing set.
    {
      what: 'fewer signers than it takes',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { signers: ids(2), offers: s.core.offers.slice(1) }, { share: none }),
    },
    {
      what: 'signers in another order',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { signers: ids(2, 1), offers: [...s.core.offers].reverse() }),
    },
    {
      what: 'one signer twice',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { signers: ids(1, 2, 2), offers: [...s.core.offers, s.core.offers[1]!] }),
    },
    {
      what: 'a signer that is no member',
      code: 'E_BAD_REQUEST',
      ask: (s) => {
        const stranger = signOffers(
          [encodeOffer({ ...s.core.offers[0]!.offer, identifier: identifier(5) })],
          REQUESTER_SEED,
        );
        return ask(s, { signers: ids(1, 2, 5), offers: [...s.core.offers, ...stranger] });
      },
    },
    {
      what: 'a set that this node is not in',
      code: 'E_BAD_REQUEST',
      ask: (s) =>
        ask(s, {
          signers: ids(1, 3),
          offers: [s.core.offers[0]!, ...changeOffer(s, 2, { identifier: identifier(3) }).slice(1)],
        }),
    },
    {
      what: 'offers of others than the signers',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { signers: ids(2, 3) }, { share: none }),
    },
    {
      what: 'a missing offer',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { offers: s.core.offers.slice(1) }),
    },
    {
      what: 'no share of a coordinator that is a signer',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, {}, { share: none }),
    },
    {
      what: 'a share of the coordinator that is no scalar',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, {}, { share: new Uint8Array(32).fill(0xff) }),
    },
    // Commitments and the own offer.
    {
      what: 'a foreign commitment that is the identity',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { offers: changeOffer(s, 1, { hiding: smallOrder }) }),
    },
    {
      what: 'an own commitment of someone else',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { offers: changeOffer(s, 2, { hiding: s.core.offers[0]!.offer.hiding }) }),
    },
    {
      what: 'an own commitment in the place of the other',
      code: 'E_BAD_REQUEST',
      ask: (s) => {
        const { hiding, binding } = s.core.offers[1]!.offer;
        return ask(s, { offers: changeOffer(s, 2, { hiding: binding, binding: hiding }) });
      },
    },
    {
      what: 'an own offer that lives longer than it was made for',
      code: 'E_BAD_REQUEST',
      ask: (s) => ask(s, { offers: changeOffer(s, 2, { notAfterMs: NOW + 9e9 }) }),
    },
    {
      what: 'a nonce that was never made',
      code: 'E_NONCE_USED',
      ask: (s) => ask(s, { offers: changeOffer(s, 2, { nonceId: 99 }) }),
    },
  ];

  for (const { what, code, ask: hostile, node } of rows) {
    test(`touches no nonce for ${what}`, () => {
      const one = scene(node);
      const answer = hostile(one);
      expect(codeOf(answer)).toBe(code);
      expect(one.takes()).toBe(0);
    });
  }
});
