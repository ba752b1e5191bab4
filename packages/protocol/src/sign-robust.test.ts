import { ciphersuite } from '@permafrost/frost';
import { installNodeCrypto } from '@permafrost/frost/node-crypto';
import { describe, expect, test } from 'vitest';
import { decodeEvidence, encodeEvidence } from './evidence.ts';
import type { Seat } from './session.ts';
import { type SigningEvidenceKind, verifySigningEvidence } from './sign-evidence.ts';
import {
  forgeShare,
  otherScalar,
  seededRandom,
  type TestKey,
  testKey,
  testNode,
  testRequest,
} from './sign-testing.ts';
import { type RunResult, run } from './sign-testing-run.ts';
import { toySuite } from './sim/toy.ts';

installNodeCrypto();

const BEHAVIOURS = [
  'honest',
  'silent',
  'lying',
  'refusing',
  'gone',
  'unsigned',
  'leaving',
] as const;
type Behaviour = (typeof BEHAVIOURS)[number];

const keys = new Map<string, TestKey>();
function keyFor(minSigners: number, maxSigners: number): TestKey {
  const name = `${minSigners} of ${maxSigners}`;
  const key = keys.get(name) ?? testKey({ suite: toySuite, minSigners, maxSigners, seed: name });
  keys.set(name, key);
  return key;
}

/** Signs with seat 1 coordinating and the others behaving as given. */
function play(key: TestKey, others: readonly Behaviour[], pooled: number): RunResult {
  const of = (seat: Seat): Behaviour => others[seat - 2] ?? 'honest';
  const seats = others.map((_, i) => i + 2);
  const refusal = { code: 'E_FORBIDDEN', reason: 'no' } as const;
  return run(key, {
    pooled,
    dead: seats.filter((seat) => of(seat) === 'gone'),
    nodes: new Map(
      seats
        .filter((seat) => of(seat) === 'refusing')
        .map((seat) => [seat, testNode(key, seat, { policy: () => refusal })]),
    ),
    hooks: {
      onRequest: (seat, envelope) => (of(seat) === 'silent' ? [] : [envelope]),
      onSend: (_, feed, to) => {
        if (of(to) === 'leaving') feed({ type: 'lost', from: to });
      },
      onShare: (seat, envelope) => {
        const lie = (share: Uint8Array) => otherScalar(key.suite, share);
        switch (of(seat)) {
          case 'lying':
            return [forgeShare(envelope, key.hostSeeds[seat - 1]!, lie)];
          case 'unsigned':
            return [forgeShare(envelope, key.hostSeeds[0]!, lie)];
          default:
            return [envelope];
        }
      },
    },
  });
}

function check(key: TestKey, others: readonly Behaviour[], result: RunResult): void {
  const { outcome, reports } = result;
  const t = key.shares[0]!.publicKeys.minSigners;
  const n = key.hosts.length;
  const honest = 1 + others.filter((one) => one === 'honest').length;
  const what = `${t} of ${n}: ${others.join(' ')}`;
  if (outcome.type === 'signed') {
    const { signature, signers } = outcome;
    const { message } = testRequest(key);
    expect(key.suite.verify({ publicKey: key.publicKey, message, signature }), what).toBe(true);
    expect(signers.length, what).toBe(t);
    for (const seat of signers)
      expect(others[seat - 2] ?? 'honest', what).toMatch(/honest|leaving/);
  } else {
    expect(honest, what).toBeLessThan(t);
    expect(outcome.have, what).toBeLessThan(Math.max(t, n - 1));
    expect(['E_THRESHOLD', 'E_FORBIDDEN'], what).toContain(outcome.code);
    expect(outcome.nothingSigned === true, what).toBe(result.requests.length === 0);
  }
  expect(outcome.attempts.length, what).toBeLessThanOrEqual(n - t + 2);
  for (const { detail, evidence } of reports) {
    if (!('culprit' in detail)) throw new Error(`${what}: ${detail.code}`);
    const behaviour = others[detail.culprit - 2];
    expect(behaviour, what).toBe(detail.code === 'invalid-share' ? 'lying' : 'unsigned');
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

function combinations(length: number, of: readonly Behaviour[]): readonly (readonly Behaviour[])[] {
  if (length === 0) return [[]];
  return combinations(length - 1, of).flatMap((rest) => of.map((one) => [...rest, one]));
}

describe('with enough honest members there is a signature, and nobody honest is blamed', () => {
  test('whatever two others do', () => {
    for (const t of [2, 3]) {
      for (const others of combinations(2, BEHAVIOURS)) {
        const key = keyFor(t, 3);
        check(key, others, play(key, others, 0));
        check(key, others, play(key, others, 3));
      }
    }
  });

  test('whatever three others do', () => {
    for (const t of [2, 3]) {
      for (const others of combinations(3, ['honest', 'silent', 'lying', 'leaving'])) {
        const key = keyFor(t, 4);
        check(key, others, play(key, others, 3));
      }
    }
  });

  test('in groups of 5 to 20 with any mixture', () => {
    const random = seededRandom('robust');
    for (let round = 0; round < 30; round++) {
      const [a = 0, b = 0, pooled = 0] = random(3);
      const n = 5 + (a % 16);
      const t = 2 + (b % (n - 1));
      const others = [...random(n - 1)].map(
        (byte): Behaviour =>
          byte < 160 ? 'honest' : (BEHAVIOURS[byte % BEHAVIOURS.length] ?? 'honest'),
      );
      const key = keyFor(t, n);
      check(key, others, play(key, others, pooled % 2 === 0 ? 0 : 4));
    }
  });
});
