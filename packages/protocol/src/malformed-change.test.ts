/**
 * Every field of every message of a reshare and of a repair against every way in which its bytes
 * can be wrong. The layouts below say where each field is; a message with bytes that no layout
 * speaks of fails.
 */
import { type Ciphersuite, ciphersuite, equalBytes } from '@permafrost/frost';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  bodyCommitment,
  type Ceremony,
  ceremonyOf,
  judgeJoin,
  placeOf,
  proofFault,
  readReveal,
  type Setup,
  setupOf,
} from './ceremony.ts';
import { complaintBytes, DKG_ROUND, decodeCommit } from './ceremony-messages.ts';
import { judgeCert, judgeStored, storedPayload } from './certificate.ts';
import { dealtBody } from './dealing.ts';
import { type Opened, parseEnvelope, sealEnvelope } from './envelope.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { isMalformedSum } from './evidence-repair.ts';
import { isMalformed, verifyEvidence } from './evidence-verify.ts';
import { hostOf } from './group.ts';
import {
  type Field,
  frameFields,
  type Judge,
  signatureFields,
  sizeOf,
  wrongPayloads,
} from './malformed-testing.ts';
import { openSum, type Parts, repairedPayload } from './repair-sum.ts';
import { reshare } from './reshare.ts';
import {
  installNodeCrypto,
  type Letter,
  repairScene,
  reshareScene,
  saysSum,
  simulateRepair,
  simulateReshare,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

type Known = Record<string, readonly [payload: Uint8Array, passes: Judge]>;
type Said = (seat: number, round: number) => Opened;

function saidIn(letters: readonly Letter[]): Said {
  return (seat, round) => {
    const opened = letters.map(({ envelope }) => parseEnvelope(envelope));
    const found = opened.find((one) => one.from === seat && one.round === round);
    if (found === undefined) throw new Error(`seat ${seat} says nothing in round ${round}`);
    return found;
  };
}

function joinJudge(ceremony: Ceremony, seat: number): (payload: Uint8Array) => boolean {
  const { cocktail, scope, group, groupHash } = ceremony;
  const hostPub = hostOf(group, seat) as Uint8Array;
  return (payload) => {
    const judged = judgeJoin(cocktail, { ...placeOf(group, seat), scope, hostPub, payload });
    return judged.type === 'good' && equalBytes(judged.join.groupHash, groupHash);
  };
}

function setupFrom(ceremony: Ceremony, said: Said): Setup {
  const { cocktail, scope, group } = ceremony;
  const joins = ceremony.seats.map((seat) => {
    const hostPub = hostOf(group, seat) as Uint8Array;
    const { payload } = said(seat, DKG_ROUND.join);
    const judged = judgeJoin(cocktail, { ...placeOf(group, seat), scope, hostPub, payload });
    if (judged.type !== 'good') throw new Error('a good Join expected');
    return judged;
  });
  return setupOf(ceremony, joins);
}

/** Commit and Reveal of a dealer, by the checks of who receives them. */
function dealt(ceremony: Ceremony, said: Said, seat: number): Known {
  const { suite, group } = ceremony;
  const setup = setupFrom(ceremony, said);
  const commit = said(seat, DKG_ROUND.commit);
  const reveal = said(seat, DKG_ROUND.reveal);
  const place = placeOf(group, seat).seat;
  const promised = (body: Uint8Array): Uint8Array => bodyCommitment(setup.sessionId, place, body);
  return {
    Commit: [
      commit.payload,
      (payload) =>
        !isMalformed(suite, { ...commit, payload }) &&
        equalBytes(decodeCommit(payload).contextHash, setup.contextHash) &&
        equalBytes(decodeCommit(payload).bodyCommitment, promised(reveal.payload.subarray(32))),
    ],
    Reveal: [
      reveal.payload,
      (payload) => {
        const judged = readReveal(ceremony, payload);
        if (judged.type === 'fault') return false;
        const { root, body } = judged.reveal;
        return (
          proofFault(ceremony, setup, seat, judged.reveal) === undefined &&
          equalBytes(root, reveal.payload.subarray(0, 32)) &&
          equalBytes(promised(body), decodeCommit(commit.payload).bodyCommitment)
        );
      },
    ],
  };
}

/** Hosts 1 to 3 deal, from seats 5 to 7; hosts 2 to 5 receive, in seats 1 to 4. */
function reshareMessages(suite: Ciphersuite): Known {
  const scene = reshareScene({
    seed: 1,
    suite,
    old: [1, 2, 3],
    fresh: [2, 3, 4, 5],
    minSigners: [2, 3],
  });
  const run = simulateReshare({ seed: 1, scene });
  const said = saidIn(run.simulation.letters);
  const ceremony = ceremonyOf(suite, scene.group, 1);
  const outcome = run.simulation.outcomes.get(4);
  if (outcome?.type !== 'complete') throw new Error('a next epoch expected');
  const { result } = outcome;
  const facts = { suite, ...result, publicKeys: result.staticKeys };
  const cert = said(3, DKG_ROUND.cert);
  const stored = { ...cert, round: DKG_ROUND.stored, payload: storedPayload(result.transcript) };

  // The second dealer seals garbage to the last receiver, which complains.
  const lying: typeof dealtBody = (c, setup, by) => {
    const honest = dealtBody(c, setup, by);
    const at = honest.body.length - suite.cocktail.signatureBytes - 5;
    const body = honest.body.with(at, (honest.body[at] as number) ^ 1);
    return { ...honest, body };
  };
  const byzantine = new Map([
    [2, (options: Parameters<typeof reshare>[0]) => reshare(options, lying)],
  ]);
  const lied = saidIn(simulateReshare({ seed: 2, scene, byzantine }).simulation.letters);
  const complaint = lied(4, DKG_ROUND.cert);
  const joins = ceremony.seats.map((seat) => lied(seat, DKG_ROUND.join).bytes);
  const caseAgainst = [lied(6, DKG_ROUND.commit).bytes, lied(6, DKG_ROUND.reveal).bytes];
  const claim = { culprit: scene.hosts[1] as Uint8Array, code: 'bad-share' };

  return {
    'Join of a receiver': [said(3, DKG_ROUND.join).payload, joinJudge(ceremony, 3)],
    'Join of a dealer': [said(5, DKG_ROUND.join).payload, joinJudge(ceremony, 5)],
    ...dealt(ceremony, said, 5),
    Cert: [cert.payload, (payload) => judgeCert(facts, { ...cert, payload }).type === 'valid'],
    Complaint: [
      complaint.payload,
      (payload) => {
        const sealed = sealEnvelope({ ...complaint, payload }, scene.seeds[4] as Uint8Array);
        const envelopes = [...joins, ...caseAgainst, sealed];
        const { group } = scene;
        return convicts(evidenceOf({ kind: 'complaint', group, attempt: 1, envelopes, claim }));
      },
    ],
    Stored: [stored.payload, (payload) => judgeStored(facts, { ...stored, payload })],
  };
}

function convicts(evidence: Evidence): boolean {
  const verdict = verifyEvidence(evidence);
  return verdict.proven && equalBytes(verdict.culprit, evidence.claim.culprit);
}

function reshareLayouts(suite: Ciphersuite): Record<string, readonly Field[]> {
  const { elementBytes: ne } = suite.cocktail;
  const join: readonly Field[] = joinFields(suite);
  return {
    'Join of a receiver': join,
    'Join of a dealer': join,
    Commit: COMMIT,
    Reveal: [
      ['root', 'bytes', 32],
      ['length of msg1', 'bytes', 4],
      ['C_0', 'element', ne],
      ['C_1', 'element', ne],
      ['C_2', 'element', ne],
      ...signatureFields(suite, 'PoP'),
      ['E', 'element', ne],
      ...[1, 2, 3, 4].flatMap((to) => frameFields(suite, to)),
      ...signatureFields(suite, 'pokE'),
    ],
    Cert: [['transcript hash', 'bytes', 32], ...signatureFields(suite, 'the certificate')],
    Complaint: complaintFields(suite),
    Stored: [['transcript hash', 'bytes', 32]],
  };
}

const COMMIT: readonly Field[] = [
  ['h', 'bytes', 32],
  ['ctxHash', 'bytes', 32],
];

function joinFields(suite: Ciphersuite): readonly Field[] {
  return [
    ['groupHash', 'bytes', 32],
    ['nonce', 'bytes', 32],
    ['P', 'element', suite.cocktail.elementBytes],
    ...signatureFields(suite, 'popP'),
  ];
}

function complaintFields({ cocktail }: Ciphersuite): readonly Field[] {
  return [
    ['accused', 'bytes', 2],
    ['code', 'code', 1],
    ['ctxHash', 'bytes', 32],
    ['body hash', 'bytes', 64],
    ['Se', 'element', cocktail.elementBytes],
    ['Sd', 'element', cocktail.elementBytes],
    ['c', 'scalar', cocktail.scalarBytes],
    ['z', 'scalar', cocktail.scalarBytes],
  ];
}

/** 1 and 3 help 2; in a second run 3 says a wrong sum. */
function repairMessages(suite: Ciphersuite): Known {
  const shape = { seed: 1, minSigners: 2, maxSigners: 3, helpers: [1, 3], lost: 2 };
  const scene = repairScene({ ...shape, suite });
  const { group, seeds, base } = scene;
  const ceremony = ceremonyOf(suite, group, 1);
  let known:
    | { readonly parts: Parts; readonly dh: Parameters<typeof openSum>[1]['dh'] }
    | undefined;
  const run = simulateRepair({
    seed: 1,
    scene,
    lies: new Map([
      [
        3,
        {
          sum: (payload, parts, { dh }) => {
            known = { parts, dh };
            return payload;
          },
        },
      ],
    ]),
  });
  const said = saidIn(run.simulation.letters);
  if (known === undefined) throw new Error('a repair expected');
  const { parts, dh } = known;
  const sum = said(3, DKG_ROUND.cert);
  const repaired = said(2, DKG_ROUND.stored);

  const lies = new Map([[3, saysSum(() => suite.encodeScalar(4711n))]]);
  const lied = simulateRepair({ seed: 2, scene, lies });
  const complaint = saidIn(lied.simulation.letters)(2, DKG_ROUND.cert);
  const found = lied.simulation.reports.find(({ by }) => by === 2)?.evidence;
  if (found === undefined) throw new Error('a Complaint expected');
  const shown = found.envelopes.slice(0, -1);
  const claim = { culprit: base.members[2] as Uint8Array, code: 'bad-share' };

  return {
    'Join of a helper': [said(3, DKG_ROUND.join).payload, joinJudge(ceremony, 3)],
    'Join of the owner': [said(2, DKG_ROUND.join).payload, joinJudge(ceremony, 2)],
    ...dealt(ceremony, said, 3),
    Sum: [
      sum.payload,
      (payload) =>
        payload.length === ceremony.sizes.cert &&
        !isMalformedSum(suite, { ...sum, payload }) &&
        openSum(parts, { helper: 3, payload, dh }).type === 'opened',
    ],
    'Complaint about a Sum': [
      complaint.payload,
      (payload) => {
        const sealed = sealEnvelope({ ...complaint, payload }, seeds[1] as Uint8Array);
        const envelopes = [...shown, sealed];
        return convicts(evidenceOf({ kind: 'sum', group, attempt: 1, envelopes, claim }));
      },
    ],
    Repaired: [repaired.payload, (payload) => equalBytes(payload, repairedPayload(parts))],
  };
}

function repairLayouts(suite: Ciphersuite, known: Known): Record<string, readonly Field[]> {
  const { elementBytes: ne } = suite.cocktail;
  const join: readonly Field[] = joinFields(suite);
  const [complaint] = known['Complaint about a Sum'] as Known[string];
  return {
    'Join of a helper': join,
    'Join of the owner': join,
    Commit: COMMIT,
    Reveal: [
      ['root', 'bytes', 32],
      ['length of msg1', 'bytes', 4],
      ['Δ to 1', 'element', ne],
      ['Δ to 3', 'element', ne],
      ['E', 'element', ne],
      ...frameFields(suite, 1),
      ...frameFields(suite, 3),
      ...signatureFields(suite, 'pokE'),
    ],
    Sum: frameFields(suite, 'the owner'),
    'Complaint about a Sum': [
      ...complaintFields(suite),
      ['envelope', 'bytes', complaint.length - complaintBytes(suite.cocktail)],
    ],
    Repaired: [['hash', 'bytes', 32]],
  };
}

describe.each(['ed25519', 'secp256k1'] as const)('%s', (id) => {
  const suite = ciphersuite(id);
  const repairs = repairMessages(suite);
  const both = [
    ['reshare', reshareMessages(suite), reshareLayouts(suite)],
    ['repair', repairs, repairLayouts(suite, repairs)],
  ] as const;

  describe.each(both)('%s', (_, known, rows) => {
    test('every message has a layout, and every byte a field', () => {
      expect(Object.keys(rows)).toEqual(Object.keys(known));
      for (const [name, [payload]] of Object.entries(known)) {
        expect([name, sizeOf(rows[name] ?? [])]).toEqual([name, payload.length]);
      }
    });

    test.each(Object.keys(rows))('%s: only the honest one passes', (name) => {
      const [payload, passes] = known[name] as Known[string];
      expect(passes(payload)).toBe(true);
      for (const [what, wrong] of wrongPayloads(suite, payload, rows[name] ?? [])) {
        expect(passes(wrong), what).toBe(false);
      }
    });
  });
});
