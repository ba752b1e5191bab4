import { commit, identifier, sign } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  decodeSignResume,
  encodeSignResume,
  type HeldAttempt,
  type SignResume,
  startResumption,
} from './sign-resume.ts';
import { otherScalar, seededRandom, testKey } from './sign-testing.ts';
import { toySuite } from './sim/toy.ts';

const key = testKey({ suite: toySuite, minSigners: 3, maxSigners: 5 });
const message = new TextEncoder().encode('pay 3');
const { suite, publicKey, keyId } = key;
const { publicKeys } = key.shares[0]!;
type Answer = Extract<SignResume, { readonly type: 'answer' }>;

/** An attempt of these seats, the first one coordinating; what each of them holds of it. */
function attempt(seed: string, seats: readonly number[]): ReadonlyMap<number, HeldAttempt> {
  const random = seededRandom(seed);
  const made = seats.map((seat) => ({ seat, ...commit(key.shares[seat - 1]!, random) }));
  const commitments = new Map(
    made.map(({ seat, commitments: own }) => [identifier(seat), own] as const),
  );
  const shares = new Map(
    made.map(({ seat, nonces }) => [
      seat,
      sign({ message, commitments }, nonces, key.shares[seat - 1]!),
    ]),
  );
  const coordinator = seats[0]!;
  return new Map(
    seats.map((seat) => [
      seat,
      {
        signers: seats.map(identifier),
        hiding: made.map(({ commitments: own }) => own.hidingBytes),
        binding: made.map(({ commitments: own }) => own.bindingBytes),
        coordinator,
        coordinatorShare: shares.get(coordinator)!,
        share: shares.get(seat)!,
      },
    ]),
  );
}

function answer(attempts: readonly HeldAttempt[], known?: Answer['known']): Answer {
  return { type: 'answer', keyId, known, attempts };
}

const begin = () => startResumption({ publicKeys, publicKey, message });
const verifies = (signature: Uint8Array | undefined) =>
  suite.verify({ publicKey, message, signature: signature ?? new Uint8Array() });

describe('what members hold of a request', () => {
  test('gives the same bytes whoever tells, once all shares of one attempt are there', () => {
    const held = attempt('one', [1, 2, 4]);
    const first = begin();
    expect(first.take(2, answer([held.get(2)!]))).toBeUndefined();
    expect(first.openOf()).toEqual(new Set([1]));
    const found = first.take(4, answer([held.get(4)!]));
    expect(verifies(found?.signature)).toBe(true);
    expect(found?.signers).toEqual([1, 2, 4]);
    const second = begin();
    second.take(4, answer([held.get(4)!]));
    expect(second.take(2, answer([held.get(2)!]))?.signature).toEqual(found?.signature);
  });

  test('of different attempts is never mixed', () => {
    const [one, two] = [attempt('one', [1, 2, 4]), attempt('two', [1, 2, 4])];
    const resumption = begin();
    resumption.take(2, answer([one.get(2)!]));
    expect(resumption.take(4, answer([two.get(4)!]))).toBeUndefined();
    expect(verifies(resumption.take(4, answer([one.get(4)!]))?.signature)).toBe(true);
  });

  test('is a signature only if it verifies', () => {
    const held = attempt('one', [1, 2, 4]);
    const forged = { signature: new Uint8Array(64).fill(1), signers: [1, 2, 4] };
    const resumption = begin();
    expect(resumption.take(3, answer([], forged))).toBeUndefined();
    resumption.take(2, answer([held.get(2)!]));
    const found = resumption.take(4, answer([held.get(4)!]));
    expect(begin().take(5, answer([], found))).toEqual(found);
  });
});

describe('a member that lies', () => {
  const held = attempt('one', [1, 2, 4]);
  const lies: readonly (readonly [string, number, HeldAttempt])[] = [
    ['with a wrong share', 4, { ...held.get(4)!, share: otherScalar(suite, held.get(4)!.share) }],
    [
      'about the coordinator',
      4,
      { ...held.get(4)!, coordinatorShare: otherScalar(suite, held.get(1)!.share) },
    ],
    ['about who coordinated', 4, { ...held.get(4)!, coordinator: 5 }],
    ['with the share of another', 4, { ...held.get(4)!, share: held.get(2)!.share }],
    ['with too few signers', 4, { ...held.get(4)!, signers: [1, 4].map(identifier) }],
    [
      'with commitments that do not decode',
      4,
      { ...held.get(4)!, hiding: held.get(4)!.signers.map(() => new Uint8Array(32).fill(255)) },
    ],
    ['and is no signer', 3, held.get(4)!],
  ];
  test.each(lies)('%s keeps nobody from the signature that the others hold', (_, from, lie) => {
    const resumption = begin();
    expect(resumption.take(from, answer([lie]))).toBeUndefined();
    // Where its own share was false, the true one is still needed.
    const found =
      resumption.take(2, answer([held.get(2)!])) ?? resumption.take(4, answer([held.get(4)!]));
    expect(verifies(found?.signature)).toBe(true);
  });
});

describe('a resume on the wire', () => {
  const held = attempt('one', [1, 2, 4]);
  const whole = answer([...held.values()], { signature: new Uint8Array(64), signers: [1] });

  test('comes out as it went in', () => {
    const question = { type: 'question', keyId } as const;
    expect(decodeSignResume(encodeSignResume(question))).toEqual(question);
    expect(decodeSignResume(encodeSignResume(whole))).toEqual(whole);
    expect(decodeSignResume(encodeSignResume(answer([])))).toEqual(answer([]));
  });

  test('is refused cut, with odd sizes, or with signers out of order', () => {
    const bytes = encodeSignResume(whole);
    for (let length = 1; length < bytes.length; length += 7) {
      let decoded: unknown;
      try {
        decoded = decodeSignResume(bytes.subarray(0, length));
      } catch (error) {
        expect(error).toBeInstanceOf(WireError);
        continue;
      }
      expect(decoded).not.toEqual(whole);
    }
    const one = held.get(2)!;
    const odd: readonly HeldAttempt[] = [
      { ...one, signers: [2, 1, 4].map(identifier) },
      { ...one, hiding: one.hiding.slice(1) },
      { ...one, share: new Uint8Array(58) },
      { ...one, share: new Uint8Array() },
      { ...one, coordinator: 0 },
      { ...one, binding: one.binding.map(() => new Uint8Array(31)) },
    ];
    for (const attempts of odd) {
      expect(() => decodeSignResume(encodeSignResume(answer([attempts])))).toThrow(WireError);
    }
  });
});
