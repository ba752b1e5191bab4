import { schnorrSign } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { joinProofMessage } from './ceremony.ts';
import { DKG_ROUND, decodeJoin, encodeJoin } from './ceremony-messages.ts';
import { parseEnvelope, sealEnvelope } from './envelope.ts';
import { decodeEvidence, type Evidence, encodeEvidence, evidenceOf } from './evidence.ts';
import { verifyEvidence } from './evidence-verify.ts';
import type { Group } from './group.ts';
import type { Seat } from './session.ts';
import {
  byzantine,
  type DkgRun,
  dealInstead,
  flipped,
  type Hosts,
  installNodeCrypto,
  makeHosts,
  simulateDkg,
  toySuite,
} from './sim/index.ts';
import { encodeStart, signStart } from './statements.ts';

beforeAll(installNodeCrypto);

const suiteOf = (): typeof toySuite => toySuite;
const judge = (evidence: Evidence) => verifyEvidence(evidence, suiteOf);

/** The envelope of a seat and round that others got in a run. */
function said(run: DkgRun, seat: Seat, round: number): Uint8Array {
  const letter = run.simulation.letters.find((l) => l.from === seat && l.round === round);
  if (letter === undefined) throw new Error('nothing said');
  return letter.envelope;
}

/** The same words of the same host with some of them changed, signed by it. */
function saidInstead(
  hosts: Hosts,
  envelope: Uint8Array,
  change: (payload: Uint8Array) => Uint8Array,
): Uint8Array {
  const opened = parseEnvelope(envelope);
  const seed = hosts.seeds[opened.from - 1] as Uint8Array;
  return sealEnvelope({ ...opened, payload: change(opened.payload) }, seed);
}

const hosts = makeHosts({ seed: 1, minSigners: 2, maxSigners: 3 });
const { group } = hosts;
const attempt = 1;
const member = (seat: Seat): Uint8Array => group.members[seat - 1] as Uint8Array;
const claim = { culprit: member(2), code: 'claimed' };

/** An honest run, and one of the same members' next attempt. */
const first = simulateDkg({ seed: 1, hosts, attempt: 1 });
const second = simulateDkg({ seed: 2, hosts, attempt: 2 });
const joins = (run: DkgRun): readonly Uint8Array[] =>
  [1, 2, 3].map((seat) => said(run, seat, DKG_ROUND.join));
const caseOf = (run: DkgRun, seat: Seat): readonly Uint8Array[] => [
  ...joins(run),
  said(run, seat, DKG_ROUND.commit),
  said(run, seat, DKG_ROUND.reveal),
];

describe('evidence against an honest member', () => {
  test('is none, whatever is put together from what it signed', () => {
    const shown: readonly Partial<Evidence>[] = [
      { kind: 'reveal', envelopes: caseOf(first, 2) },
      // A Commit of one attempt and a Reveal of another one.
      {
        kind: 'reveal',
        envelopes: [
          ...joins(first),
          said(first, 2, DKG_ROUND.commit),
          said(second, 2, DKG_ROUND.reveal),
        ],
      },
      {
        kind: 'reveal',
        envelopes: [
          ...joins(second),
          said(first, 2, DKG_ROUND.commit),
          said(second, 2, DKG_ROUND.reveal),
        ],
      },
      { kind: 'reveal', envelopes: caseOf(second, 2) },
      { kind: 'reveal', envelopes: caseOf(first, 2).slice(1) },
      { kind: 'reveal', envelopes: [...caseOf(first, 2), said(first, 1, DKG_ROUND.join)] },
      {
        kind: 'reveal',
        envelopes: [
          ...joins(first),
          said(first, 1, DKG_ROUND.commit),
          said(first, 2, DKG_ROUND.reveal),
        ],
      },
      { kind: 'bad-join', envelopes: [said(first, 2, DKG_ROUND.join)] },
      { kind: 'malformed', envelopes: [said(first, 2, DKG_ROUND.join)] },
      { kind: 'malformed', envelopes: [said(first, 2, DKG_ROUND.reveal)] },
      { kind: 'malformed', envelopes: [said(first, 2, DKG_ROUND.cert)] },
      // The same rounds of two attempts, two rounds of one, the same thing twice.
      { kind: 'equivocation', envelopes: [joins(first)[1], joins(second)[1]] as Uint8Array[] },
      {
        kind: 'equivocation',
        envelopes: [said(first, 2, DKG_ROUND.join), said(first, 2, DKG_ROUND.commit)],
      },
      { kind: 'equivocation', envelopes: [joins(first)[1], joins(first)[1]] as Uint8Array[] },
      { kind: 'equivocation', envelopes: [joins(first)[1], joins(first)[2]] as Uint8Array[] },
      { kind: 'equivocation', envelopes: [joins(first)[1]] as Uint8Array[] },
      { kind: 'certificate', envelopes: [said(first, 2, DKG_ROUND.cert)] },
      {
        kind: 'certificate',
        envelopes: [said(first, 2, DKG_ROUND.cert)],
        transcript: transcriptOf(first),
      },
      {
        kind: 'certificate',
        envelopes: [said(first, 2, DKG_ROUND.cert)],
        transcript: transcriptOf(second),
      },
      { kind: 'complaint', envelopes: caseOf(first, 2) },
      { kind: 'complaint', envelopes: [...caseOf(first, 2), said(first, 1, DKG_ROUND.cert)] },
      { kind: 'starts', statements: [] },
      { kind: 'equivocation', envelopes: [] },
      { kind: 'bad-join', envelopes: [new Uint8Array(5)] },
    ];
    for (const parts of shown) {
      const evidence = evidenceOf({ kind: 'reveal', group, attempt, claim, ...parts });
      expect(judge(evidence), JSON.stringify(parts.kind)).toMatchObject({ proven: false });
    }
  });

  test('is none with a second Join of a colluder that makes another context', () => {
    // Seat 3 signs another Join with the same nonce and another static key; its proof is good.
    const { cocktail } = toySuite;
    const other = saidInstead(hosts, said(first, 3, DKG_ROUND.join), (payload) => {
      const join = decodeJoin(cocktail, payload);
      const { sessionId: scope } = parseEnvelope(said(first, 3, DKG_ROUND.join));
      const by = { seat: 3, scope, hostPub: member(3), nonce: join.nonce };
      const publicKey = cocktail.encodeElement(cocktail.group.multiplyBase(77n));
      const proof = schnorrSign(cocktail, 77n, joinProofMessage(by));
      return encodeJoin({ ...join, publicKey, proof });
    });
    expect(other).not.toEqual(said(first, 3, DKG_ROUND.join));
    const framed = [...joins(first).slice(0, 2), other];
    for (const kind of ['reveal', 'complaint'] as const) {
      const envelopes = [
        ...framed,
        said(first, 2, DKG_ROUND.commit),
        said(first, 2, DKG_ROUND.reveal),
      ];
      const verdict = judge(evidenceOf({ kind, group, attempt, claim, envelopes }));
      expect(verdict).toEqual({ proven: false, reason: 'Commit to another context' });
    }
  });

  test('is none in a group where somebody else has its seat', () => {
    const stranger = makeHosts({ seed: 99, minSigners: 2, maxSigners: 3 }).group;
    const envelopes = [said(first, 2, DKG_ROUND.join)];
    const evidence = evidenceOf({ kind: 'bad-join', group: stranger, attempt, claim, envelopes });
    expect(judge(evidence)).toMatchObject({ proven: false });
  });
});

function transcriptOf(run: DkgRun): Uint8Array {
  const outcome = run.simulation.outcomes.get(1);
  if (outcome?.type !== 'complete') throw new Error('a key expected');
  return outcome.result.transcript;
}

describe('evidence about a complaint', () => {
  // Seat 2 deals seat 3 a share that is none; seat 3 complains.
  const run = simulateDkg({
    seed: 5,
    hosts,
    byzantine: new Map([
      [2, byzantine({ body: (_, s) => dealInstead(s, 3, toySuite.encodeScalar(4711n)) })],
    ]),
  });
  const complaint = said(run, 3, DKG_ROUND.cert);
  const envelopes = [...caseOf(run, 2), complaint];
  const about = (parts: Partial<Evidence>): Evidence =>
    evidenceOf({ kind: 'complaint', group, attempt, claim, envelopes, ...parts });

  test('convicts the dealer, from the file alone', () => {
    const verdict = judge(decodeEvidence(encodeEvidence(about({}))));
    expect(verdict).toEqual({ proven: true, culprit: member(2), code: 'bad-share' });
  });

  test('believes the signatures and not the claim', () => {
    const evidence = about({ claim: { culprit: member(1), code: 'something else' } });
    expect(judge(evidence)).toMatchObject({ proven: true, culprit: member(2) });
  });

  test('judged against another body is no evidence, against neither side', () => {
    // The dealer signs another Reveal, and a Commit that fits it, after the fact.
    const body = said(first, 2, DKG_ROUND.reveal);
    const verdict = judge(
      about({ envelopes: [...joins(run), said(run, 2, DKG_ROUND.commit), body, complaint] }),
    );
    expect(verdict).toMatchObject({ proven: false });
  });

  test('replayed to another session, dealer or complainer is no evidence', () => {
    const replays = [
      [...caseOf(first, 2), complaint],
      [...caseOf(second, 2), complaint],
      [...caseOf(run, 1), complaint],
      [...caseOf(run, 3), complaint],
    ];
    for (const shown of replays) {
      expect(judge(about({ envelopes: shown }))).toMatchObject({ proven: false });
    }
    // Another member that signs the same words convicts only itself.
    const { payload, ...rest } = parseEnvelope(complaint);
    const copied = sealEnvelope({ ...rest, payload, from: 1 }, hosts.seeds[0] as Uint8Array);
    expect(judge(about({ envelopes: [...caseOf(run, 2), copied] }))).toEqual({
      proven: true,
      culprit: member(1),
      code: 'false-complaint',
    });
  });

  test('with any byte of the proof changed convicts its author, not the dealer', () => {
    for (const at of [99, 99 + 32, 99 + 64, 99 + 96]) {
      const mangled = saidInstead(hosts, complaint, (payload) => {
        const copy = Uint8Array.from(payload);
        copy[at] = (copy[at] as number) ^ 1;
        return copy;
      });
      expect(judge(about({ envelopes: [...caseOf(run, 2), mangled] }))).toEqual({
        proven: true,
        culprit: member(3),
        code: 'false-complaint',
      });
    }
  });
});

describe('evidence of certificates and starts', () => {
  test('convicts who certifies a transcript with a bad signature', () => {
    const transcript = transcriptOf(first);
    const cert = saidInstead(hosts, said(first, 2, DKG_ROUND.cert), (payload) =>
      flipped(payload, 32 + 40),
    );
    const parts = { kind: 'certificate', group, attempt, claim, envelopes: [cert] } as const;
    expect(judge(evidenceOf({ ...parts, transcript }))).toEqual({
      proven: true,
      culprit: member(2),
      code: 'bad-certificate',
    });
    const other = transcriptOf(second);
    expect(judge(evidenceOf({ ...parts, transcript: other }))).toMatchObject({ proven: false });
  });

  test('convicts a proposer who begins one attempt in two ways', () => {
    const seed = hosts.seeds[0] as Uint8Array;
    const { proposalHash } = group;
    const starts = [
      signStart({ proposalHash, attempt: 1, without: [] }, seed),
      signStart({ proposalHash, attempt: 1, without: [member(3)] }, seed),
      signStart({ proposalHash, attempt: 2, without: [] }, seed),
    ].map(encodeStart) as [Uint8Array, Uint8Array, Uint8Array];
    const with_ = (statements: readonly Uint8Array[]): Evidence =>
      evidenceOf({ kind: 'starts', group, attempt, claim, statements });
    expect(judge(with_([starts[0], starts[1]]))).toEqual({
      proven: true,
      culprit: member(1),
      code: 'equivocation',
    });
    expect(judge(with_([starts[0], starts[2]]))).toMatchObject({ proven: false });
    expect(judge(with_([starts[0], starts[0]]))).toMatchObject({ proven: false });
  });
});

describe('an evidence file', () => {
  const evidence = evidenceOf({
    kind: 'reveal',
    group,
    attempt,
    claim,
    envelopes: caseOf(first, 2),
  });

  test('reads back as it was written', () => {
    expect(decodeEvidence(encodeEvidence(evidence))).toEqual(evidence);
  });

  const changed = (change: (file: Record<string, unknown>) => void): string => {
    const file = JSON.parse(encodeEvidence(evidence)) as Record<string, unknown>;
    change(file);
    return JSON.stringify(file);
  };
  const bad: Group = { ...group, threshold: { minSigners: 1, maxSigners: 3 } };

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['another version', changed((f) => Object.assign(f, { version: 2 }))],
    ['an unknown kind', changed((f) => Object.assign(f, { kind: 'constructor' }))],
    ['a prototype for a kind', changed((f) => Object.assign(f, { kind: '__proto__' }))],
    ['no group', changed((f) => Object.assign(f, { group: undefined }))],
    ['an attempt that is no number', changed((f) => Object.assign(f, { attempt: '1' }))],
    ['a negative attempt', changed((f) => Object.assign(f, { attempt: -1 }))],
    ['an attempt beyond 2^53', changed((f) => Object.assign(f, { attempt: 2 ** 60 }))],
    ['envelopes that are no hex', changed((f) => Object.assign(f, { envelopes: ['xy'] }))],
    ['too many envelopes', changed((f) => Object.assign(f, { envelopes: Array(500).fill('') }))],
    ['envelopes that are no list', changed((f) => Object.assign(f, { envelopes: {} }))],
    [
      'a long code',
      changed((f) => Object.assign(f, { claim: { culprit: '', code: 'x'.repeat(65) } })),
    ],
    ['a threshold of one', encodeEvidence({ ...evidence, group: bad })],
    ['too much text', ' '.repeat(5 * 1024 * 1024)],
  ])('of %s is refused', (_, text) => {
    expect(() => decodeEvidence(text)).toThrow(WireError);
  });

  test('of an unknown suite proves nothing', () => {
    const unknown = { ...evidence, group: { ...group, suite: 'unheard-of' } };
    expect(verifyEvidence(unknown)).toEqual({ proven: false, reason: 'unknown suite' });
  });
});
