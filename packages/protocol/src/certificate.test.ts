import { ciphersuite, concat, parseTranscript, toHex } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { DKG_ROUND } from './ceremony-messages.ts';
import {
  type CertifiedFacts,
  compareReveals,
  judgeCert,
  judgeStored,
  storedPayload,
} from './certificate.ts';
import type { DkgResult } from './dkg.ts';
import { type Opened, parseEnvelope, sealEnvelope } from './envelope.ts';
import { verifyEvidence } from './evidence-verify.ts';
import { firstEpochId, transcriptHash } from './group.ts';
import { type KeyProof, verifyKeyProof } from './key-proof.ts';
import {
  byzantine,
  type DkgRun,
  dealInstead,
  flipped,
  installNodeCrypto,
  makeHosts,
  simulateDkg,
  toySuite,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

const hosts = makeHosts({ seed: 1, minSigners: 2, maxSigners: 3 });
const { group } = hosts;
const run = simulateDkg({ seed: 1, hosts });

function resultOf(of: DkgRun, seat: number): DkgResult {
  const outcome = of.simulation.outcomes.get(seat);
  if (outcome?.type !== 'complete') throw new Error('a key expected');
  return outcome.result;
}

function factsOf(result: DkgResult, suite = toySuite): CertifiedFacts {
  const { publicKeys } = parseTranscript(suite.cocktail, result.transcript);
  return { ...result, suite, publicKeys };
}

function said(of: DkgRun, seat: number, round: number): Opened {
  const letter = of.simulation.letters.find((l) => l.from === seat && l.round === round);
  if (letter === undefined) throw new Error('nothing said');
  return parseEnvelope(letter.envelope);
}

/** The same envelope with another payload, signed by the same host. */
function instead(envelope: Opened, payload: Uint8Array, round: number = envelope.round): Opened {
  const seed = hosts.seeds[envelope.from - 1] as Uint8Array;
  return parseEnvelope(sealEnvelope({ ...envelope, round, payload }, seed));
}

const result = resultOf(run, 1);
const facts = factsOf(result);
const cert = said(run, 2, DKG_ROUND.cert);

describe('a Cert', () => {
  test('of every member is valid for every other', () => {
    for (const seat of [1, 2, 3]) {
      expect(judgeCert(facts, said(run, seat, DKG_ROUND.cert))).toEqual({ type: 'valid' });
    }
    expect(judgeCert(facts, cert, cert.bytes)).toEqual({ type: 'valid' });
  });

  test('with a bad signature convicts its author', () => {
    const judged = judgeCert(facts, instead(cert, flipped(cert.payload, 70)));
    if (judged.type !== 'fault' || judged.evidence === undefined) throw new Error('a fault');
    expect(judged.detail).toEqual({ code: 'bad-certificate', culprit: 2 });
    const verdict = verifyEvidence(judged.evidence, () => toySuite);
    expect(verdict).toMatchObject({ proven: true, culprit: group.members[1] });
  });

  test('that differs from an earlier one of its author is an equivocation', () => {
    const judged = judgeCert(facts, instead(cert, flipped(cert.payload, 70)), cert.bytes);
    if (judged.type !== 'fault' || judged.evidence === undefined) throw new Error('a fault');
    expect(judged.detail).toMatchObject({ code: 'equivocation', culprit: 2 });
    expect(verifyEvidence(judged.evidence, () => toySuite)).toMatchObject({ proven: true });
  });

  test.each([
    ['of another length', new Uint8Array(40), 'malformed-message'],
    ['that is empty', new Uint8Array(), 'malformed-message'],
    ['of another transcript', flipped(cert.payload, 3), 'transcript-mismatch'],
  ])('%s is %s', (_, payload, code) => {
    const judged = judgeCert(facts, instead(cert, payload));
    expect(judged).toMatchObject({ type: 'fault', detail: { code } });
  });

  test('of another session says nothing about anybody', () => {
    const other = simulateDkg({ seed: 2, hosts, attempt: 2 });
    const judged = judgeCert(facts, said(other, 2, DKG_ROUND.cert));
    expect(judged).toEqual({
      type: 'fault',
      detail: { code: 'session-mismatch', seats: [2] },
      evidence: undefined,
    });
  });
});

describe('a Stored', () => {
  test('covers the transcript and nothing else', () => {
    const stored = instead(cert, storedPayload(result.transcript), DKG_ROUND.stored);
    expect(judgeStored(facts, stored)).toBe(true);
    expect(judgeStored(facts, instead(stored, flipped(stored.payload, 0)))).toBe(false);
    expect(judgeStored(facts, instead(stored, new Uint8Array()))).toBe(false);
    expect(judgeStored(facts, cert)).toBe(false);
  });
});

describe('a complaint that comes after the Cert', () => {
  // Seat 2 deals seat 3 a bad share; seat 3's complaint reaches seat 1 when it has certified.
  const lied = simulateDkg({
    seed: 3,
    hosts,
    byzantine: new Map([
      [2, byzantine({ body: (_, s) => dealInstead(s, 3, toySuite.encodeScalar(1n)) })],
    ]),
    conditions: { extraMs: (l) => (l.round === DKG_ROUND.cert ? 5_000 : 0) },
  });
  const late = factsOf(resultOf(lied, 1));

  test('still convicts the dealer', () => {
    const judged = judgeCert(late, said(lied, 3, DKG_ROUND.cert));
    if (judged.type !== 'fault' || judged.evidence === undefined) throw new Error('a fault');
    expect(judged.detail).toEqual({ code: 'bad-share', culprit: 2, witness: 3 });
    expect(verifyEvidence(judged.evidence, () => toySuite)).toMatchObject({ proven: true });
  });

  test('about another body is evidence against nobody', () => {
    const complaint = said(lied, 3, DKG_ROUND.cert);
    const judged = judgeCert(late, instead(complaint, flipped(complaint.payload, 3 + 32)));
    expect(judged).toMatchObject({ detail: { code: 'void-complaint' }, evidence: undefined });
  });
});

test('two Reveals of one dealer, held by two members, are found and prove it', () => {
  const reveal = said(run, 2, DKG_ROUND.reveal);
  const other = instead(reveal, flipped(reveal.payload, 50));
  const theirs = [result.reveals[0], other.bytes, result.reveals[2]] as Uint8Array[];
  const found = compareReveals(facts, theirs);
  expect(found?.detail).toMatchObject({ code: 'equivocation', culprit: 2 });
  expect(found && verifyEvidence(found.evidence)).toMatchObject({ proven: true });
  expect(compareReveals(facts, result.reveals)).toBeUndefined();
  // What somebody else signed in its name is nothing.
  const seed = hosts.seeds[0] as Uint8Array;
  const forged = sealEnvelope({ ...reveal, payload: flipped(reveal.payload, 50) }, seed);
  expect(compareReveals(facts, [forged])).toBeUndefined();
});

describe('the proof of a key', () => {
  const certs = [1, 2, 3].map((seat) => said(run, seat, DKG_ROUND.cert).bytes);
  const { transcript, joins } = result;
  const proof: KeyProof = { group, attempt: 1, joins, certs, transcript };

  test('gives a stranger the key that the members have', () => {
    const proven = verifyKeyProof(toySuite, proof);
    expect(toHex(proven.keyId)).toBe(toHex(result.keyId));
    expect(proven.sessionId).toEqual(result.sessionId);
    expect(proven.epochId).toEqual(firstEpochId(result.keyId, transcriptHash(transcript)));
    const { group: g } = toySuite;
    expect(g.equals(proven.publicKeys.verifyingKey, result.publicKeys.verifyingKey)).toBe(true);
  });

  const other = simulateDkg({ seed: 4, hosts, attempt: 2 });
  const withCert2 = (payload: Uint8Array): readonly Uint8Array[] =>
    [certs[0], instead(cert, payload).bytes, certs[2]] as Uint8Array[];
  const swap = (list: readonly Uint8Array[]): readonly Uint8Array[] =>
    [list[1], list[0], list[2]] as Uint8Array[];
  const shorter: KeyProof['group'] = {
    ...group,
    members: group.members.slice(0, 2),
    threshold: { minSigners: 2, maxSigners: 2 },
  };

  test.each<readonly [string, Partial<KeyProof>]>([
    ['without a Join', { joins: joins.slice(1) }],
    ['without a Cert', { certs: certs.slice(1) }],
    ['with Certs out of order', { certs: swap(certs) }],
    ['with Joins out of order', { joins: swap(joins) }],
    ['with Joins for Certs', { certs: joins }],
    ['with another attempt', { attempt: 2 }],
    ['with another transcript', { transcript: resultOf(other, 1).transcript }],
    ['with Joins of another attempt', { joins: resultOf(other, 1).joins }],
    ['with a longer transcript', { transcript: concat(transcript, Uint8Array.of(0)) }],
    ['with a changed transcript', { transcript: flipped(transcript, transcript.length - 1) }],
    ['with no transcript', { transcript: new Uint8Array() }],
    ['with a Cert that names another transcript', { certs: withCert2(flipped(cert.payload, 0)) }],
    [
      'with a Cert that is not signed by its session key',
      { certs: withCert2(flipped(cert.payload, 70)) },
    ],
    [
      'with a Cert that somebody else signed',
      { certs: [certs[0], certs[0], certs[2]] as Uint8Array[] },
    ],
    ['for fewer members', { group: shorter }],
    ['for another threshold', { group: { ...group, threshold: { minSigners: 3, maxSigners: 3 } } }],
    ['for another proposal', { group: { ...group, proposalHash: new Uint8Array(64) } }],
    [
      'signed by other hosts',
      { group: makeHosts({ seed: 9, minSigners: 2, maxSigners: 3 }).group },
    ],
  ])('%s is refused', (_, change) => {
    expect(() => verifyKeyProof(toySuite, { ...proof, ...change })).toThrow(WireError);
  });

  test('made up by somebody with keys of his own is refused', () => {
    // A whole ceremony of the right transcript format, by hosts that nobody knows.
    const strangers = makeHosts({ seed: 50, minSigners: 2, maxSigners: 3 });
    const fake = resultOf(simulateDkg({ seed: 50, hosts: strangers }), 1);
    expect(() =>
      verifyKeyProof(toySuite, { ...proof, joins: fake.joins, transcript: fake.transcript }),
    ).toThrow(WireError);
  });

  test('made up by somebody without the host keys of its members is refused', () => {
    // A whole ceremony in the members' names, right but for who signed what they never said.
    const { seeds } = makeHosts({ seed: 50, minSigners: 2, maxSigners: 3 });
    const signed = (envelopes: readonly Uint8Array[]): readonly Uint8Array[] =>
      envelopes.map((bytes, i) => sealEnvelope(parseEnvelope(bytes), seeds[i] as Uint8Array));
    for (const change of [{ joins: signed(proof.joins) }, { certs: signed(proof.certs) }]) {
      expect(() => verifyKeyProof(toySuite, { ...proof, ...change })).toThrow(WireError);
    }
  });

  test('holds for real suites', () => {
    for (const id of ['ed25519', 'secp256k1-tr'] as const) {
      const suite = ciphersuite(id);
      const some = makeHosts({ seed: 5, suite, minSigners: 2, maxSigners: 2 });
      const made = simulateDkg({ seed: 5, suite, hosts: some });
      const { transcript, joins, keyId } = resultOf(made, 1);
      const certs = [1, 2].map((seat) => said(made, seat, DKG_ROUND.cert).bytes);
      const proof = { group: some.group, attempt: 1, joins, certs, transcript };
      expect(verifyKeyProof(suite, proof).keyId).toEqual(keyId);
    }
  });
});
