import { WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostPubOf } from './envelope.ts';
import { decodeEvidence, type Evidence, encodeEvidence } from './evidence.ts';
import { verifyEvidence } from './evidence-verify.ts';
import { installNodeCrypto, reshareScene, toySuite } from './sim/index.ts';
import {
  decodeVote,
  encodeVote,
  signVote,
  type Vote,
  verifyVote,
  voteEvidence,
  votesConflict,
} from './vote.ts';

beforeAll(installNodeCrypto);

const SEED = new Uint8Array(32).fill(7);
const bytes = (length: number, by: number): Uint8Array => new Uint8Array(length).fill(by);
const words = {
  keyId: bytes(16, 1),
  baseEpochId: bytes(32, 2),
  number: 5,
  epochId: bytes(32, 3),
};
const elsewhere = { ...words, epochId: bytes(32, 4) };
const mine = (): Vote => signVote(words, SEED);
const second = (): Vote => signVote(elsewhere, SEED);

describe('a vote', () => {
  test('is for one epoch of one base, number and key, and by one host', () => {
    const vote = mine();
    expect(verifyVote(vote)).toBe(true);
    expect(decodeVote(encodeVote(vote))).toEqual(vote);
    const others: readonly Vote[] = [
      { ...vote, keyId: bytes(16, 9) },
      { ...vote, baseEpochId: bytes(32, 9) },
      { ...vote, number: 6 },
      { ...vote, epochId: bytes(32, 9) },
      { ...vote, hostPub: hostPubOf(bytes(32, 9)) },
    ];
    for (const other of others) expect(verifyVote(other)).toBe(false);
  });

  test('conflicts with another for the same base and number alone', () => {
    expect(votesConflict(mine(), second())).toBe(true);
    expect(votesConflict(mine(), mine())).toBe(false);
    const others: readonly Vote[] = [
      signVote({ ...elsewhere, number: 6 }, SEED),
      signVote({ ...elsewhere, keyId: bytes(16, 9) }, SEED),
      signVote({ ...elsewhere, baseEpochId: bytes(32, 9) }, SEED),
      signVote(elsewhere, bytes(32, 9)),
    ];
    for (const other of others) expect(votesConflict(mine(), other)).toBe(false);
  });
});

describe('evidence of two votes', () => {
  const shape = { seed: 1, old: [1, 2, 3], fresh: [1, 2, 3], minSigners: [2, 2] } as const;
  const { group } = reshareScene(shape);
  const evidence = (): Evidence => voteEvidence(group, 1, [mine(), second()]);
  const judge = (one: Evidence) =>
    verifyEvidence(decodeEvidence(encodeEvidence(one)), () => toySuite);

  test('convicts their author from text alone, whatever it claims', () => {
    const guilty = { proven: true, culprit: hostPubOf(SEED), code: 'equivocation' };
    expect(judge(evidence())).toEqual(guilty);
    const claim = { culprit: bytes(32, 9), code: 'bad-join' };
    expect(judge({ ...evidence(), claim })).toEqual(guilty);
    expect(verifyEvidence(evidence(), () => toySuite)).toEqual(guilty);
  });

  test('of votes that do not conflict is none', () => {
    expect(() => voteEvidence(group, 1, [mine(), mine()])).toThrow(RangeError);
    const one = encodeVote(mine());
    const bad = encodeVote({ ...second(), signature: bytes(64, 1) });
    const later = encodeVote(signVote({ ...elsewhere, number: 6 }, SEED));
    for (const statements of [[one, one], [one, bad], [bad, one], [one, later], [one], []]) {
      expect(judge({ ...evidence(), statements })).toMatchObject({ proven: false });
    }
    const statements = [...evidence().statements, one];
    expect(judge({ ...evidence(), statements })).toMatchObject({ proven: false });
  });

  test('of bytes that are no votes is none', () => {
    const [first = bytes(1, 0)] = evidence().statements;
    const flips = [...first.keys()].map((i) => first.with(i, (first[i] as number) ^ 1));
    for (const wrong of [bytes(0, 0), bytes(9, 255), first.slice(1), ...flips]) {
      const statements = [wrong, encodeVote(second())];
      expect(judge({ ...evidence(), statements }).proven).toBe(false);
    }
    expect(() => decodeVote(bytes(3, 1))).toThrow(WireError);
  });
});
