/**
 * Signing with members that behave as told, and what must hold of its end. Not exported.
 * @module
 */
import { ciphersuite } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/frost/node-crypto';
import { expect } from 'vitest';
import { decodeEvidence, encodeEvidence } from './evidence.ts';
import { encodeOffer, encodeOfferBatch, openOfferBatch, signOffers } from './offers.ts';
import type { Seat } from './session.ts';
import { attemptsMax } from './sign-attempts.ts';
import { type SigningEvidenceKind, verifySigningEvidence } from './sign-evidence.ts';
import {
  forgeShare,
  otherScalar,
  type TestKey,
  testKey,
  testNode,
  testRequest,
} from './sign-testing.ts';
import { type Hooks, type RunResult, run } from './sign-testing-run.ts';
import { toySuite } from './sim/toy.ts';

installNodeCrypto();

export const BEHAVIOURS = [
  'honest',
  /** Never answers. */
  'silent',
  /** Gives a wrong share. */
  'lying',
  /** Answers long after others were asked. */
  'late',
  'refusing',
  /** What it offered is not what it stands by. */
  'equivocating',
  /** Answers twice, with different shares. */
  'doubling',
  /** Gives a wrong share under a signature that is no better. */
  'unsigned',
  /** Is not connected. */
  'gone',
  /** Loses its connection when it is asked. */
  'leaving',
  /** Loses its connection and its nonces when it is asked, and comes back: again and again. */
  'restarting',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** What the signature does not have to wait for: all but the first of these. */
export const BAD: readonly Behaviour[] = BEHAVIOURS.slice(1);
/** Each signs in the end, where it is waited for. */
const WILLING: readonly Behaviour[] = ['honest', 'late', 'doubling'];
const LIARS: readonly (readonly [Behaviour, string])[] = [
  ['lying', 'invalid-share'],
  ['unsigned', 'bad-envelope'],
  ['doubling', 'conflicting-shares'],
];

const keys = new Map<string, TestKey>();
export function keyFor(minSigners: number, maxSigners: number): TestKey {
  const name = `${minSigners} of ${maxSigners}`;
  const key = keys.get(name) ?? testKey({ suite: toySuite, minSigners, maxSigners, seed: name });
  keys.set(name, key);
  return key;
}

/** Signs with seat 1 coordinating and the others behaving as given. */
export function play(key: TestKey, others: readonly Behaviour[], pooled: number): RunResult {
  const of = (seat: Seat): Behaviour => others[seat - 2] ?? 'honest';
  const seats = others.map((_, i) => i + 2);
  const refusal = { code: 'E_FORBIDDEN', reason: 'no' } as const;
  const forgetful = (seat: Seat) => {
    const node = testNode(key, seat);
    const nonces = { ...node.nonces, offered: () => undefined };
    return { ...node, ports: { ...node.ports, nonces } };
  };
  const hooks: Hooks = {
    delayMs: (seat) => (of(seat) === 'late' ? 900 + 50 * seat : 5),
    onOffers: (seat, batch) =>
      of(seat) === 'equivocating' ? [otherOffers(key, seat, batch)] : [batch],
    onRequest: (seat, envelope) => (of(seat) === 'silent' ? [] : [envelope]),
    onSend: (_, feed, to) => {
      if (of(to) === 'leaving' || of(to) === 'restarting') feed({ type: 'lost', from: to });
      if (of(to) === 'restarting') feed({ type: 'found', from: to, isNewBoot: true });
    },
    onShare: (seat, envelope) => {
      const lie = (share: Uint8Array) => otherScalar(key.suite, share);
      const host = key.hostSeeds[seat - 1] ?? new Uint8Array();
      switch (of(seat)) {
        case 'lying':
          return [forgeShare(envelope, host, lie)];
        case 'doubling':
          return [envelope, envelope, forgeShare(envelope, host, lie)];
        case 'unsigned':
          return [forgeShare(envelope, key.hostSeeds[0] ?? host, lie)];
        default:
          return [envelope];
      }
    },
  };
  return run(key, {
    pooled,
    hooks,
    dead: seats.filter((seat) => of(seat) === 'gone'),
    nodes: new Map([
      ...seats
        .filter((seat) => of(seat) === 'refusing')
        .map((seat) => [seat, testNode(key, seat, { policy: () => refusal })] as const),
      ...seats
        .filter((seat) => of(seat) === 'restarting')
        .map((seat) => [seat, forgetful(seat)] as const),
    ]),
  });
}

/** The same nonces promised with commitments that are not theirs. */
function otherOffers(key: TestKey, seat: Seat, batch: Uint8Array): Uint8Array {
  const hostSeed = key.hostSeeds[seat - 1] ?? new Uint8Array();
  const proofs = openOfferBatch(batch, key.hosts[seat - 1] ?? new Uint8Array());
  const items = proofs.map(({ offer }) =>
    encodeOffer({ ...offer, hiding: offer.binding, binding: offer.hiding }),
  );
  return encodeOfferBatch(signOffers(items, hostSeed));
}

export function check(key: TestKey, others: readonly Behaviour[], result: RunResult): void {
  const { outcome, reports } = result;
  const t = key.shares[0]?.publicKeys.minSigners ?? 0;
  const n = key.hosts.length;
  const honest = 1 + others.filter((one) => one === 'honest').length;
  const willing = 1 + others.filter((one) => WILLING.includes(one)).length;
  const what = `${t} of ${n}: ${others.join(' ')}`;
  if (honest >= t) expect(outcome.type, what).toBe('signed');
  if (outcome.type === 'signed') {
    const { signature, signers } = outcome;
    const { message } = testRequest(key);
    expect(key.suite.verify({ publicKey: key.publicKey, message, signature }), what).toBe(true);
    expect(signers.length, what).toBe(t);
    for (const seat of signers) {
      expect([...WILLING, 'leaving'], what).toContain(others[seat - 2] ?? 'honest');
    }
  } else {
    expect(willing, what).toBeLessThan(Math.max(t, 1 + others.length));
    expect(['E_THRESHOLD', 'E_FORBIDDEN', 'E_DEADLINE', 'E_BAD_REQUEST'], what).toContain(
      outcome.code,
    );
    expect(outcome.nothingSigned === true, what).toBe(result.requests.length === 0);
  }
  expect(outcome.attempts.length, what).toBeLessThanOrEqual(
    attemptsMax({ minSigners: t, maxSigners: n }),
  );
  for (const { detail, evidence } of reports) {
    if (!('culprit' in detail)) throw new Error(`${what}: ${detail.code}`);
    const behaviour = others[detail.culprit - 2];
    expect(
      LIARS.some(([one, code]) => one === behaviour && code === detail.code),
      `${what}: ${detail.culprit} ${detail.code}`,
    ).toBe(true);
    if (evidence === undefined) continue;
    const read = decodeEvidence(encodeEvidence(evidence));
    const verdict = verifySigningEvidence(
      { ...read, kind: read.kind as SigningEvidenceKind },
      (id) => (id === 'toy' ? toySuite : ciphersuite(id)),
    );
    expect(verdict, what).toMatchObject({
      proven: true,
      culprit: key.hosts[detail.culprit - 1],
    });
  }
}

export function combinations(
  length: number,
  of: readonly Behaviour[],
): readonly (readonly Behaviour[])[] {
  if (length === 0) return [[]];
  return combinations(length - 1, of).flatMap((rest) => of.map((one) => [...rest, one]));
}

/** All mixtures with `bad` of the others not honest, in all places. */
export function mixtures(
  others: number,
  bad: number,
  of: readonly Behaviour[],
): readonly (readonly Behaviour[])[] {
  if (others === 0) return bad === 0 ? [[]] : [];
  const here = mixtures(others - 1, bad, of).map((rest) => ['honest', ...rest] as const);
  if (bad === 0) return here;
  return [
    ...here,
    ...mixtures(others - 1, bad - 1, of).flatMap((rest) => of.map((one) => [one, ...rest])),
  ];
}
