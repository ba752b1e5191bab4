/**
 * Every field of every ceremony message against every way in which its bytes can be wrong. The
 * layouts below say where each field is; a message with bytes that no layout speaks of fails.
 */
import {
  type Ciphersuite,
  ciphersuite,
  concat,
  equalBytes,
  schnorrVerify,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  bodyCommitment,
  ceremonyOf,
  judgeJoin,
  proofFault,
  readReveal,
  setupOf,
} from './ceremony.ts';
import {
  DKG_ROUND,
  decodeCert,
  decodeCommit,
  decodeExchange,
  decodeJoin,
  encodeExchange,
  kindOfThird,
} from './ceremony-messages.ts';
import { storedPayload } from './certificate.ts';
import { type Opened, parseEnvelope, sealEnvelope } from './envelope.ts';
import { evidenceOf } from './evidence.ts';
import { isMalformed, verifyEvidence } from './evidence-verify.ts';
import { transcriptHash } from './group.ts';
import {
  type Field,
  frameFields,
  type Judge,
  signatureFields,
  sizeOf,
  wrongPayloads,
} from './malformed-testing.ts';
import { byzantine, dealInstead, installNodeCrypto, makeHosts, simulateDkg } from './sim/index.ts';

beforeAll(installNodeCrypto);

/** Fields in order, for two of three. */
function layouts(suite: Ciphersuite): Record<string, readonly Field[]> {
  const { elementBytes: ne, scalarBytes: ns } = suite.cocktail;
  const signature = (name: string): readonly Field[] => signatureFields(suite, name);
  const frame = (to: number): readonly Field[] => frameFields(suite, to);
  return {
    Join: [
      ['groupHash', 'bytes', 32],
      ['nonce', 'bytes', 32],
      ['P', 'element', ne],
      ...signature('popP'),
    ],
    Commit: [
      ['h', 'bytes', 32],
      ['ctxHash', 'bytes', 32],
    ],
    Reveal: [
      ['root', 'bytes', 32],
      ['length of msg1', 'bytes', 4],
      ['C_0', 'element', ne],
      ['C_1', 'element', ne],
      ...signature('PoP'),
      ['E', 'element', ne],
      ...frame(1),
      ...frame(2),
      ...frame(3),
      ...signature('pokE'),
    ],
    Cert: [['transcript hash', 'bytes', 32], ...signature('the certificate')],
    Complaint: [
      ['accused', 'bytes', 2],
      ['code', 'code', 1],
      ['ctxHash', 'bytes', 32],
      ['body hash', 'bytes', 64],
      ['Se', 'element', ne],
      ['Sd', 'element', ne],
      ['c', 'scalar', ns],
      ['z', 'scalar', ns],
    ],
    Stored: [['transcript hash', 'bytes', 32]],
  };
}

/** Honest messages of seat 2 (its Complaint: of seat 3), and whether another one would pass. */
function messages(suite: Ciphersuite): Record<string, readonly [Uint8Array, Judge]> {
  const hosts = makeHosts({ seed: 1, suite, minSigners: 2, maxSigners: 3 });
  const { group } = hosts;
  const { cocktail } = suite;
  const run = simulateDkg({ seed: 1, suite, hosts });
  const liar = byzantine({ body: (_, s) => dealInstead(s, 3, suite.encodeScalar(4711n)) });
  const lied = simulateDkg({ seed: 2, suite, hosts, byzantine: new Map([[2, liar]]) });
  const said = (of: typeof run, seat: number, round: number): Opened => {
    const letter = of.simulation.letters.find((l) => l.from === seat && l.round === round);
    return parseEnvelope((letter as { readonly envelope: Uint8Array }).envelope);
  };

  const ceremony = ceremonyOf(suite, group, 1);
  const { scope } = ceremony;
  const judgedJoin = (seat: number, payload: Uint8Array) =>
    judgeJoin(cocktail, {
      seat,
      scope,
      hostPub: group.members[seat - 1] as Uint8Array,
      payload,
    });
  const setup = setupOf(
    ceremony,
    [1, 2, 3].map((seat) => {
      const judged = judgedJoin(seat, said(run, seat, DKG_ROUND.join).payload);
      if (judged.type !== 'good') throw new Error('a good Join expected');
      return judged;
    }),
  );
  const commit = said(run, 2, DKG_ROUND.commit);
  const reveal = said(run, 2, DKG_ROUND.reveal);
  const cert = said(run, 2, DKG_ROUND.cert);
  const outcome = run.simulation.outcomes.get(2);
  if (outcome?.type !== 'complete') throw new Error('a key expected');
  const { transcript } = outcome.result;
  const complaint = said(lied, 3, DKG_ROUND.cert);
  const caseAgainst2 = [
    ...[1, 2, 3].map((seat) => said(lied, seat, DKG_ROUND.join).bytes),
    said(lied, 2, DKG_ROUND.commit).bytes,
    said(lied, 2, DKG_ROUND.reveal).bytes,
  ];

  return {
    Join: [
      said(run, 2, DKG_ROUND.join).payload,
      (payload) => {
        const judged = judgedJoin(2, payload);
        return judged.type === 'good' && equalBytes(judged.join.groupHash, ceremony.groupHash);
      },
    ],
    Commit: [
      commit.payload,
      (payload) =>
        !isMalformed(suite, { ...commit, payload }) &&
        equalBytes(decodeCommit(payload).contextHash, setup.contextHash) &&
        equalBytes(
          decodeCommit(payload).bodyCommitment,
          bodyCommitment(setup.sessionId, 2, reveal.payload.subarray(32)),
        ),
    ],
    Reveal: [
      reveal.payload,
      (payload) => {
        const judged = readReveal(ceremony, payload);
        if (judged.type === 'fault') return false;
        const { root, body } = judged.reveal;
        return (
          proofFault(ceremony, setup, 2, judged.reveal) === undefined &&
          equalBytes(root, reveal.payload.subarray(0, 32)) &&
          equalBytes(
            bodyCommitment(setup.sessionId, 2, body),
            decodeCommit(commit.payload).bodyCommitment,
          )
        );
      },
    ],
    Cert: [
      cert.payload,
      (payload) => {
        if (kindOfThird(cocktail, payload) !== 'cert') return false;
        const { transcriptHash: hash, signature } = decodeCert(cocktail, payload);
        const key = setup.publicKeys[1] as (typeof setup.publicKeys)[number];
        return (
          equalBytes(hash, transcriptHash(transcript)) &&
          schnorrVerify(cocktail, key, transcript, signature)
        );
      },
    ],
    Complaint: [
      complaint.payload,
      (payload) => {
        const culprit = group.members[1] as Uint8Array;
        const envelope = sealEnvelope({ ...complaint, payload }, hosts.seeds[2] as Uint8Array);
        const verdict = verifyEvidence(
          evidenceOf({
            kind: 'complaint',
            group,
            attempt: 1,
            envelopes: [...caseAgainst2, envelope],
            claim: { culprit, code: 'bad-share' },
          }),
        );
        return verdict.proven && equalBytes(verdict.culprit, culprit);
      },
    ],
    Stored: [
      storedPayload(transcript),
      (payload) => equalBytes(payload, storedPayload(transcript)),
    ],
  };
}

describe.each(['ed25519', 'secp256k1'] as const)('%s', (id) => {
  const suite = ciphersuite(id);
  const known = messages(suite);
  const rows = layouts(suite);

  test('every message has a layout, and every byte a field', () => {
    expect(Object.keys(rows)).toEqual(Object.keys(known));
    for (const [name, [payload]] of Object.entries(known)) {
      expect([name, sizeOf(rows[name] ?? [])]).toEqual([name, payload.length]);
    }
  });

  test.each(Object.keys(rows))('%s: only the honest one passes', (name) => {
    const [payload, passes] = known[name] as readonly [Uint8Array, Judge];
    expect(passes(payload)).toBe(true);
    for (const [what, wrong] of wrongPayloads(suite, payload, rows[name] ?? [])) {
      expect(passes(wrong), what).toBe(false);
    }
  });
});

describe('an exchange', () => {
  const envelopes = [Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3)];
  const good = encodeExchange(envelopes);

  test('reads back', () => {
    expect(decodeExchange(good, 3)).toEqual(envelopes);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['half a count', new Uint8Array(3)],
    ['more than are allowed', encodeExchange([...envelopes, ...envelopes])],
    ['a count of four billion', new Uint8Array(4).fill(255)],
    ['a length beyond its end', concat(good.subarray(0, 4), new Uint8Array(4).fill(255))],
    ['a byte less', good.subarray(0, good.length - 1)],
    ['a byte more', concat(good, Uint8Array.of(0))],
  ])('of %s is refused', (_, payload) => {
    expect(() => decodeExchange(payload, 3)).toThrow(WireError);
  });
});

test('a Join of another suite’s length is refused', () => {
  const { cocktail } = ciphersuite('p256');
  expect(() => decodeJoin(cocktail, new Uint8Array(64 + 32 + 64))).toThrow(WireError);
});
