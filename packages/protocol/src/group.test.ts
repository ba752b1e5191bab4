import { ascii, concat, list, sha512, TH, u16, u64 } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  canaryMessage,
  checkGroup,
  epochId,
  firstEpochId,
  type Group,
  groupHash,
  hostOf,
  joinScope,
  keyId,
  NO_BASE,
  proposalHash,
  seatOf,
  sessionId,
  transcriptHash,
} from './group.ts';

const host = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const group: Group = {
  suite: 'ed25519',
  purpose: 'sign',
  proposalHash: new Uint8Array(64).fill(9),
  threshold: { minSigners: 2, maxSigners: 3 },
  members: [host(1), host(2), host(3)],
};

/** The preimage written out: length-prefixed tag and arguments. */
function preimage(tag: string, ...args: readonly Uint8Array[]): Uint8Array {
  const lp = (b: Uint8Array): Uint8Array =>
    concat(Uint8Array.of(0, 0, b.length >> 8, b.length & 255), b);
  return concat(lp(ascii(`PERMAFROST-V1/${tag}`)), ...args.map(lp));
}

describe('the hashes that name things', () => {
  test('have the preimages that they say', () => {
    const members = list([1, 2, 3].map((i) => concat(u16(i), host(i))));
    const expected = preimage(
      'group',
      ascii('ed25519'),
      ascii('sign'),
      group.proposalHash,
      u64(0),
      u16(2),
      u16(3),
      members,
    );
    const hash = groupHash(group);
    expect(hash).toEqual(sha512(expected).slice(0, 32));
    expect(keyId(hash, 2)).toEqual(sha512(preimage('key', hash, u64(2))).slice(0, 16));
    expect(proposalHash(Uint8Array.of(1))).toEqual(TH('proposal', Uint8Array.of(1)));
    const kind = 'cocktail-dkg';
    expect(joinScope({ kind, proposalHash: group.proposalHash, attempt: 1 })).toEqual(
      sha512(preimage('join', ascii(kind), group.proposalHash, u64(1))).slice(0, 32),
    );
    const joins = [1, 2].map((n) => ({ nonce: host(n), publicKey: host(10 + n) }));
    const items = list(joins.map(({ nonce, publicKey }) => concat(nonce, publicKey)));
    expect(sessionId({ kind, groupHash: hash, attempt: 1, joins })).toEqual(
      sha512(preimage('session', ascii(kind), hash, u64(1), items)).slice(0, 32),
    );
    const id = keyId(hash, 1);
    const t = transcriptHash(Uint8Array.of(1, 2));
    expect(t).toEqual(sha512(preimage('cocktail/T', Uint8Array.of(1, 2))).slice(0, 32));
    expect(firstEpochId(id, t)).toEqual(
      sha512(preimage('epoch', id, u64(0), new Uint8Array(32), t)).slice(0, 32),
    );
    const epoch = epochId({ keyId: id, number: 0, baseEpochId: NO_BASE, transcriptHash: t });
    expect(canaryMessage(id, epoch)).toEqual(sha512(preimage('canary', id, epoch)).slice(0, 32));
  });

  test('change with everything that a group is', () => {
    const others: readonly Group[] = [
      { ...group, suite: 'p256' },
      { ...group, proposalHash: new Uint8Array(64) },
      { ...group, threshold: { minSigners: 3, maxSigners: 3 } },
      { ...group, members: [host(1), host(2), host(4)] },
    ];
    const hashes = [group, ...others].map((g) => groupHash(g).join());
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('a group', () => {
  test('gives each member its place, and strangers none', () => {
    expect([1, 2, 3].map((n) => seatOf(group, host(n)))).toEqual([1, 2, 3]);
    expect(seatOf(group, host(4))).toBeUndefined();
    expect([0, 1, 4].map((seat) => hostOf(group, seat))).toEqual([undefined, host(1), undefined]);
  });

  test.each<readonly [string, Partial<Group>]>([
    ['a threshold of one', { threshold: { minSigners: 1, maxSigners: 3 } }],
    ['a threshold above its size', { threshold: { minSigners: 4, maxSigners: 3 } }],
    ['half a signer', { threshold: { minSigners: 2.5, maxSigners: 3 } }],
    ['another size than its members', { threshold: { minSigners: 2, maxSigners: 4 } }],
    ['a member twice', { members: [host(1), host(1), host(2)] }],
    ['members out of order', { members: [host(2), host(1), host(3)] }],
    ['a short host key', { members: [host(1), host(2), new Uint8Array(31)] }],
    ['a short proposal hash', { proposalHash: new Uint8Array(32) }],
    [
      'more members than the limit',
      {
        threshold: { minSigners: 2, maxSigners: 101 },
        members: Array.from({ length: 101 }, (_, i) => host(i)),
      },
    ],
  ])('with %s is refused', (_, change) => {
    expect(() => checkGroup({ ...group, ...change })).toThrow(WireError);
  });
});
