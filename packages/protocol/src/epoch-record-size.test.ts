import { type Ciphersuite, ciphersuite } from '@permafrost/frost';
import { limits, WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { sizesOf } from './ceremony-messages.ts';
import { sealEnvelope } from './envelope.ts';
import {
  decodeEpochRecord,
  decodeLineage,
  type EpochRecord,
  encodeEpochRecord,
  encodeLineage,
} from './epoch-record.ts';
import { RESHARE_KIND } from './group.ts';
import { encodeProposal } from './proposal.ts';
import { byHand, installNodeCrypto } from './sim/index.ts';
import { signVote } from './vote.ts';

beforeAll(installNodeCrypto);

/** Ascending, as host keys are: what they are keys of is not looked at here. */
function hosts(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, i) => new Uint8Array(32).fill(i + 1));
}

/**
 * A record with every part as long as it is in an epoch that all n members dealt and that was
 * activated by an exclusion, which also has everybody's acceptance. Nothing in it verifies.
 */
function largest(suite: Ciphersuite, n: number, t: number): EpochRecord {
  const { cocktail } = suite;
  const { elementBytes: ne, signatureBytes } = cocktail;
  const sizes = sizesOf(cocktail, t, n);
  const seed = new Uint8Array(32).fill(1);
  const sessionId = new Uint8Array(32);
  const envelope = (from: number, round: number, length: number): Uint8Array =>
    sealEnvelope(
      {
        suite: suite.id,
        kind: RESHARE_KIND,
        sessionId,
        round,
        from,
        to: 'all',
        payload: new Uint8Array(length).fill(255),
      },
      seed,
    );
  const all = Array.from({ length: n }, (_, i) => i + 1);
  const proposal = encodeProposal({
    type: 'reshare',
    name: 'k'.repeat(63),
    suite: suite.id as 'ed25519',
    purpose: 'sign',
    minSigners: t,
    members: hosts(n),
    requesters: [],
    policy: new Uint8Array(),
    proposer: new Uint8Array(64),
    node: seed,
    nonce: new Uint8Array(16),
    expiresMs: 1_700_000_000_000,
    keyId: new Uint8Array(16),
    baseEpochId: sessionId,
    baseNumber: 1,
    number: 2,
    groupKey: new Uint8Array(ne),
    baseMinSigners: t,
    baseMembers: hosts(n),
    dealers: hosts(n),
    excluded: [],
  });
  const name = { keyId: new Uint8Array(16), baseEpochId: sessionId, number: 2, epochId: sessionId };
  const vote = signVote(name, seed);
  const word = byHand(proposal, seed);
  return {
    proposal,
    attempt: 3,
    without: [],
    joins: Array.from({ length: 2 * n }, (_, i) => envelope(i + 1, 0, sizes.join)),
    certs: all.map((from) => envelope(from, 3, sizes.cert)),
    // suite, context, sizes, static keys of both roles, and what each dealer published.
    transcript: new Uint8Array(256 + 2 * n * ne + n * ((t + 1) * ne + signatureBytes) + 4 * n),
    activation: {
      stored: all.map((from) => envelope(from, 4, sizes.stored)),
      testSignature: new Uint8Array(suite.id === 'ed448' ? 114 : 64),
      votes: hosts(n).map((hostPub) => ({ ...vote, hostPub })),
      acceptances: hosts(n).map((hostPub) => ({ ...word, hostPub })),
    },
  };
}

describe('the record of an epoch of', () => {
  test.each([
    ['ed25519', 50, 34, 138],
    ['ed25519', 100, 67, 378],
    ['ed448', 50, 34, 195],
    ['ed448', 100, 67, 572],
    ['ed448', 100, 100, 756],
  ] as const)('%s with %i members, %i of whom sign, has at most %i KiB', (id, n, t, kib) => {
    const record = largest(ciphersuite(id), n, t);
    const bytes = encodeEpochRecord(record);
    expect(decodeEpochRecord(bytes)).toEqual(record);
    expect(Math.ceil(bytes.length / 1024)).toBe(kib);
    // One response of the request plane holds it, frames between nodes only parts of it.
    expect(bytes.length).toBeLessThan(limits.RPC_RESPONSE_BYTES_MAX);
    const frame = limits.FRAME_BYTES_MAX.get(limits.FRAME.epochChunk) as number;
    expect(bytes.length).toBeGreaterThan(frame);
  });

  test('more members than there may be is refused', () => {
    const record = largest(ciphersuite('ed25519'), 3, 2);
    const [first = new Uint8Array()] = record.certs;
    const certs = Array.from({ length: limits.MEMBERS_MAX + 1 }, () => first);
    expect(() => decodeEpochRecord(encodeEpochRecord({ ...record, certs }))).toThrow(WireError);
    const joins = Array.from({ length: 2 * limits.MEMBERS_MAX + 1 }, () => first);
    expect(() => decodeEpochRecord(encodeEpochRecord({ ...record, joins }))).toThrow(WireError);
    const long = { ...record, transcript: new Uint8Array(1024 * 1024 + 1) };
    expect(() => decodeEpochRecord(encodeEpochRecord(long))).toThrow(WireError);
    const envelope = { ...record, joins: [new Uint8Array(4097)] };
    expect(() => decodeEpochRecord(encodeEpochRecord(envelope))).toThrow(WireError);
  });
});

test('a lineage cut into parts of any length, in order, is the same lineage', () => {
  const record = largest(ciphersuite('ed25519'), 10, 7);
  const whole = encodeLineage([record, record, record]);
  const partBytes = 7_001;
  const parts = Array.from({ length: Math.ceil(whole.length / partBytes) }, (_, i) =>
    whole.slice(i * partBytes, (i + 1) * partBytes),
  );
  const joined = Uint8Array.from(parts.flatMap((part) => [...part]));
  expect(decodeLineage(joined)).toEqual([record, record, record]);
  // A part that is missing, or comes twice, is no lineage of fewer epochs.
  for (const i of [0, 1, parts.length - 1]) {
    const without = Uint8Array.from(parts.flatMap((part, k) => (k === i ? [] : [...part])));
    expect(() => decodeLineage(without)).toThrow(WireError);
  }
});
