import { WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActivationCertificate, compareEpochs, quorumOf } from './activation.ts';
import {
  decodeEpochRecord,
  decodeLineage,
  type EpochRecord,
  encodeEpochRecord,
  encodeLineage,
  verifyEpochRecord,
  verifyLineage,
} from './epoch-record.ts';
import { baseFacts, mayDeal } from './reshare-group.ts';
import { byHand, firstEpoch, installNodeCrypto, type KeyAtEpoch, nextEpoch } from './sim/index.ts';
import { signAsHost } from './statements.ts';
import { signVote, votesConflict } from './vote.ts';

let first: KeyAtEpoch;
let second: KeyAtEpoch;
let third: KeyAtEpoch;
let excluding: KeyAtEpoch;

beforeAll(() => {
  installNodeCrypto();
  first = firstEpoch({ seed: 1, suite: 'ed25519', hosts: 5, members: 3, minSigners: 2 });
  second = nextEpoch(first, { seed: 2, members: [1, 2, 3, 4], minSigners: 3 });
  third = nextEpoch(second, { seed: 3, members: [4, 5], minSigners: 2, dealers: [1, 2, 4] });
  excluding = nextEpoch(first, {
    seed: 4,
    members: [1, 2, 4],
    minSigners: 2,
    dealers: [1, 2],
    excluded: [3],
  });
});

const groupKey = (key: KeyAtEpoch): Uint8Array => baseFacts(key.epoch).groupKey;

describe('a lineage', () => {
  test('is proven from the group key alone, over changes of members and threshold', () => {
    const records = [first, second, third].map(({ record }) => record);
    const read = decodeLineage(encodeLineage(records));
    const chain = verifyLineage(first.suite, groupKey(first), read);
    expect(chain.map(({ number, grade }) => [number, grade])).toEqual([
      [0, undefined],
      [1, 'regular'],
      [2, 'regular'],
    ]);
    expect(chain[2]?.group.members).toEqual([first.hosts[3], first.hosts[4]]);
    expect(new Set(chain.map(({ keyId }) => keyId.join())).size).toBe(1);
    expect(groupKey(third)).toEqual(groupKey(first));
  });

  test('shows the grade of an exclusion', () => {
    const chain = verifyLineage(first.suite, groupKey(first), [first.record, excluding.record]);
    expect(chain[1]?.grade).toBe('exclusion');
  });

  test('is none of another key, without an epoch in between, or out of order', () => {
    const { suite } = first;
    const key = groupKey(first);
    const refuse = (records: readonly EpochRecord[], of = key): void =>
      expect(() => verifyLineage(suite, of, records)).toThrow(WireError);
    refuse([]);
    refuse([first.record], Uint8Array.from(key).fill(0));
    refuse([second.record]);
    refuse([first.record, third.record]);
    refuse([first.record, second.record, second.record]);
    refuse([first.record, { ...second.record, activation: undefined }]);
  });

  test('with secp256k1-tr keeps the raw key with its parity', () => {
    const tr = firstEpoch({ seed: 6, suite: 'secp256k1-tr', hosts: 3, members: 2, minSigners: 2 });
    const next = nextEpoch(tr, { seed: 7, members: [2, 3], minSigners: 2 });
    const chain = verifyLineage(tr.suite, groupKey(tr), [tr.record, next.record]);
    expect(chain).toHaveLength(2);
    const mirrored = Uint8Array.from(groupKey(tr));
    mirrored[0] = (mirrored[0] as number) ^ 1;
    expect(() => verifyLineage(tr.suite, mirrored, [tr.record, next.record])).toThrow(WireError);
  });
});

describe('the record of an epoch', () => {
  test('reads back', () => {
    expect(decodeEpochRecord(encodeEpochRecord(second.record))).toEqual(second.record);
    expect(decodeEpochRecord(encodeEpochRecord(first.record))).toEqual(first.record);
  });

  test('without an activation is one of an epoch that is dealt, and has no grade', () => {
    const record = { ...second.record, activation: undefined };
    expect(verifyEpochRecord(first.suite, first.epoch, record).grade).toBeUndefined();
  });

  test('does not hold when anything in it is another epoch’s, or changed', () => {
    const { record } = second;
    const changed: readonly (readonly [string, EpochRecord])[] = [
      ['joins', { ...record, joins: [...record.joins].reverse() }],
      ['certs', { ...record, certs: record.certs.slice(1) }],
      ['certs', { ...record, certs: record.certs.map(() => record.certs[0] as Uint8Array) }],
      ['attempt', { ...record, attempt: 2 }],
      ['without', { ...record, without: [first.hosts[0] as Uint8Array] }],
      ['proposal', { ...record, proposal: third.record.proposal }],
      ['transcript', { ...record, transcript: third.record.transcript }],
      ['transcript', { ...record, transcript: flipped(record.transcript) }],
    ];
    for (const [what, other] of changed) {
      expect(() => verifyEpochRecord(first.suite, first.epoch, other), what).toThrow(WireError);
    }
    expect(() => verifyEpochRecord(first.suite, second.epoch, record)).toThrow(WireError);
    expect(() => verifyEpochRecord(first.suite, undefined, record)).toThrow(WireError);
  });
});

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[copy.length - 1] = (copy[copy.length - 1] as number) ^ 1;
  return copy;
}

describe('an activation', () => {
  const refused = (
    key: KeyAtEpoch,
    base: KeyAtEpoch,
    change: (certificate: ActivationCertificate) => Partial<ActivationCertificate>,
  ): void => {
    const { activation } = key.record;
    const record = { ...key.record, activation: { ...activation!, ...change(activation!) } };
    expect(() => verifyEpochRecord(base.suite, base.epoch, record)).toThrow(WireError);
  };

  test('needs half of the members and half of the threshold, rounded up', () => {
    const table = [
      [3, 2, 3],
      [4, 3, 4],
      [5, 3, 4],
      [7, 4, 6],
      [9, 5, 7],
      [100, 67, 84],
    ] as const;
    for (const [n, t, quorum] of table) expect(quorumOf(n, t)).toBe(quorum);
  });

  test('does not count a voter twice, a vote too few, or one for something else', () => {
    refused(second, first, ({ votes }) => ({ votes: votes.slice(1) }));
    refused(second, first, ({ votes }) => ({ votes: [votes[0]!, votes[0]!, votes[1]!] }));
    refused(second, first, ({ votes }) => ({
      votes: votes.map((vote, i) => (i === 0 ? { ...vote, number: 2 } : vote)),
    }));
    refused(second, first, ({ votes }) => ({
      votes: votes.map((vote, i) =>
        i === 0 ? { ...vote, signature: flipped(vote.signature) } : vote,
      ),
    }));
    const name = second.record.activation!.votes[0]!;
    const stranger = signVote(name, first.seeds[3]!);
    refused(second, first, ({ votes }) => ({ votes: [...votes.slice(0, 2), stranger] }));
  });

  test('needs everybody’s Stored of this epoch, and the test signature of its key', () => {
    refused(second, first, ({ stored }) => ({ stored: stored.slice(1) }));
    refused(second, first, ({ stored }) => ({ stored: stored.slice(0, -1) }));
    refused(second, first, ({ stored }) => ({ stored: [...stored].reverse() }));
    refused(second, first, ({ testSignature }) => ({ testSignature: flipped(testSignature) }));
    const { testSignature } = third.record.activation!;
    refused(second, first, () => ({ testSignature }));
    const { stored } = third.record.activation!;
    refused(third, second, () => ({ stored: [...stored.slice(0, 1), stored[0]!] }));
  });

  test('by exclusion needs the votes of all the others, and that they accepted by hand', () => {
    refused(excluding, first, ({ votes }) => ({ votes: votes.slice(1) }));
    refused(excluding, first, ({ acceptances }) => ({ acceptances: acceptances.slice(1) }));
    const { proposal } = excluding.record;
    const byRule = first.seeds
      .slice(0, 2)
      .map((seed) => signAsHost('accept-by-rule', byHand(proposal, seed).proposalHash, seed));
    refused(excluding, first, () => ({ acceptances: byRule }));
    const ofOther = first.seeds.slice(0, 2).map((seed) => byHand(second.record.proposal, seed));
    refused(excluding, first, () => ({ acceptances: ofOther }));
  });

  test('two votes of one host for one base and number prove it guilty', () => {
    const vote = second.record.activation!.votes[0]!;
    const other = signVote({ ...vote, epochId: third.epoch.epochId }, first.seeds[0]!);
    const mine = signVote(vote, first.seeds[0]!);
    expect(votesConflict(mine, other)).toBe(true);
    expect(votesConflict(mine, mine)).toBe(false);
    expect(votesConflict(mine, { ...other, number: 7 })).toBe(false);
  });
});

test('epochs are ordered by number first, then by id', () => {
  const epochId = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
  const epochs = [
    { number: 2, epochId: epochId(0) },
    { number: 1, epochId: epochId(9) },
    { number: 1, epochId: epochId(3) },
  ];
  expect(epochs.sort(compareEpochs).map(({ number, epochId: [byte] }) => [number, byte])).toEqual([
    [1, 3],
    [1, 9],
    [2, 0],
  ]);
});

describe('before anything is dealt', () => {
  test('a quorum of the old members and all new ones must have accepted this very proposal', () => {
    const { proposal } = second.record;
    const base = baseFacts(first.epoch);
    const words = first.seeds.map((seed) => byHand(proposal, seed));
    expect(mayDeal(proposal, base, words.slice(0, 4))).toBe(true);
    // 3 of 3 old members are a quorum of 2-of-3; place 4 is new.
    for (const missing of [0, 1, 2, 3]) {
      expect(
        mayDeal(
          proposal,
          base,
          words.slice(0, 4).filter((_, i) => i !== missing),
        ),
      ).toBe(false);
    }
    const other = first.seeds.map((seed) => byHand(third.record.proposal, seed));
    expect(mayDeal(proposal, base, other)).toBe(false);
    expect(mayDeal(proposal, baseFacts(second.epoch), words)).toBe(false);
    const rules = first.seeds.map((seed) =>
      signAsHost('accept-by-rule', words[0]!.proposalHash, seed),
    );
    expect(mayDeal(proposal, base, rules)).toBe(true);
    expect(mayDeal(excluding.record.proposal, base, words)).toBe(false);
  });

  test('an exclusion must be accepted by hand by all who are not excluded', () => {
    const { proposal } = excluding.record;
    const base = baseFacts(first.epoch);
    const hands = [0, 1, 3].map((i) => byHand(proposal, first.seeds[i]!));
    expect(mayDeal(proposal, base, hands)).toBe(true);
    const rule = signAsHost('accept-by-rule', hands[0]!.proposalHash, first.seeds[0]!);
    expect(mayDeal(proposal, base, [rule, ...hands.slice(1)])).toBe(false);
    // The new member is no old one: its rule will do.
    const fresh = signAsHost('accept-by-rule', hands[0]!.proposalHash, first.seeds[3]!);
    expect(mayDeal(proposal, base, [...hands.slice(0, 2), fresh])).toBe(true);
  });
});
