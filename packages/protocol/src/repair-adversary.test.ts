import { type Ciphersuite, ciphersuite, concat } from '@permafrost/frost';
import { beforeAll, describe, expect, test } from 'vitest';
import { bodyCommitment, commitsRoot, readReveal } from './ceremony.ts';
import { complaintBytes, DKG_ROUND, encodeReveal } from './ceremony-messages.ts';
import { parseEnvelope, sealEnvelope } from './envelope.ts';
import { decodeEvidence, type Evidence, encodeEvidence, evidenceOf } from './evidence.ts';
import { verifyEvidence } from './evidence-verify.ts';
import { blame } from './fault.ts';
import { ceremonySeats, REPAIR_KIND } from './group.ts';
import { type RepairLies, type RepairOptions, type RepairResult, repair } from './repair.ts';
import { type Splitting, splitShare } from './repair-body.ts';
import type { Parts } from './repair-sum.ts';
import type { Effect, Protocol } from './session.ts';
import {
  complainsOf,
  flipsBody,
  installNodeCrypto,
  type RepairRun,
  type RepairScene,
  repairScene,
  saysSum,
  simulateRepair,
  splitsAnother,
  splitsUnweighted,
  toySuite,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

const LIAR = 3;
const OWNER = 2;

/** Of five members, three of whom sign: 1, 3 and 5 help 2. */
function sceneOf(seed: number, suite: Ciphersuite = toySuite): RepairScene {
  const helpers = [1, LIAR, 5];
  return repairScene({ seed, suite, minSigners: 3, maxSigners: 5, helpers, lost: OWNER });
}

function attacked(seed: number, lies: RepairLies, suite: Ciphersuite = toySuite): RepairRun {
  return simulateRepair({ seed, scene: sceneOf(seed, suite), lies: new Map([[LIAR, lies]]) });
}

/** Whom the honest hold at fault, by code; each proof convinces a stranger who has its text alone. */
function proofs(run: RepairRun, liars: readonly number[]): readonly string[] {
  const { scene, simulation } = run;
  const honest = simulation.reports.filter(({ by }) => !liars.includes(by));
  return honest
    .filter(({ detail }) => blame(detail).class === 'PROOF')
    .map(({ by, detail, evidence }) => {
      const [culprit] = blame(detail).culprits;
      expect(liars).toContain(culprit);
      const verdict = verifyEvidence(decodeEvidence(encodeEvidence(evidence!)), () => scene.suite);
      const expected = { proven: true, culprit: scene.base.members[culprit! - 1] };
      expect(verdict).toMatchObject(expected);
      return `${by}: ${detail.code}`;
    })
    .sort();
}

function isRepaired({ simulation }: RepairRun): boolean {
  return simulation.outcomes.get(OWNER)?.type === 'complete';
}

describe('a helper that', () => {
  test.each([
    ['splits another share than its own', splitsAnother],
    ['splits its share with another weight', splitsUnweighted],
    ['proves its ephemeral key badly', flipsBody((length) => length - 40)],
    ['reveals no element', { body: (body) => body.fill(0, 4, 36) }],
    ['reveals one byte less', { body: (body) => body.slice(1) }],
  ] as readonly (readonly [string, RepairLies])[])('%s is proven guilty by all', (_, lies) => {
    for (let seed = 0; seed < 3; seed++) {
      const run = attacked(seed, lies);
      expect(proofs(run, [LIAR])).toEqual(['1: bad-reveal', '2: bad-reveal', '5: bad-reveal']);
      expect(isRepaired(run)).toBe(false);
      // Nobody says a sum before all parts were checked.
      const sums = run.simulation.letters.filter(({ round }) => round === DKG_ROUND.cert);
      expect(sums.filter(({ from }) => from !== LIAR)).toEqual([]);
    }
  });

  test.each([
    // The last frame but for the proof: the part of helper 5.
    ['garbage', flipsBody((length) => length - 64 - 5)],
    ['a part of another', { split: (by) => swapped(by) }],
  ] as readonly (readonly [string, RepairLies])[])(
    'deals %s to another helper is proven guilty by a complaint that opens one part',
    (_, lies) => {
      for (let seed = 0; seed < 3; seed++) {
        const run = attacked(seed, lies);
        // Also those whose own part was right, and the owner, hear of it in time.
        expect(proofs(run, [LIAR])).toEqual(['1: bad-share', '2: bad-share', '5: bad-share']);
        expect(isRepaired(run)).toBe(false);
      }
    },
  );

  test.each([
    ['another value', saysSum(({ ceremony }) => ceremony.suite.encodeScalar(4711n))],
    ['zero', saysSum(({ ceremony }) => ceremony.suite.encodeScalar(0n))],
    ['no scalar', saysSum(({ ceremony }) => new Uint8Array(ceremony.suite.scalarBytes).fill(255))],
    ['what does not open', { sum: (payload) => flippedAt(payload, 20) }],
  ] as readonly (readonly [string, RepairLies])[])(
    'says %s as its sum is proven guilty by the owner, and to the others',
    (_, lies) => {
      for (let seed = 0; seed < 3; seed++) {
        const run = attacked(seed, lies);
        expect(proofs(run, [LIAR])).toEqual(['1: bad-share', '2: bad-share', '5: bad-share']);
        expect(isRepaired(run)).toBe(false);
        const kinds = run.simulation.reports.map(({ evidence }) => evidence?.kind);
        expect(kinds).toContain('sum');
      }
    },
  );

  test.each(['ed25519', 'secp256k1-tr'] as const)(
    'says another sum is proven guilty with %s',
    (id) => {
      const suite = ciphersuite(id);
      const run = attacked(
        1,
        saysSum(() => suite.encodeScalar(4711n)),
        suite,
      );
      expect(proofs(run, [LIAR])).toEqual(['1: bad-share', '2: bad-share', '5: bad-share']);
    },
  );

  test.each([
    ['one byte less', (payload: Uint8Array) => payload.slice(1)],
    ['one byte more', (payload: Uint8Array) => concat(payload, Uint8Array.of(0))],
    ['another length in front', (payload: Uint8Array) => flippedAt(payload, 7)],
    ['nothing', () => new Uint8Array()],
  ] as const)('says a sum of %s is proven guilty by its owner', (_, sum) => {
    const run = attacked(1, { sum });
    expect(proofs(run, [LIAR])).toEqual(['2: malformed-message']);
    expect(isRepaired(run)).toBe(false);
  });

  test('says nothing is held against nobody, and the attempt is over', () => {
    for (const round of [DKG_ROUND.join, DKG_ROUND.commit, DKG_ROUND.reveal, DKG_ROUND.cert]) {
      const scene = sceneOf(round);
      const run = simulateRepair({
        seed: round,
        scene,
        byzantine: new Map([[LIAR, silentFrom(round)]]),
        withinMs: 500,
      });
      expect(proofs(run, [LIAR])).toEqual([]);
      expect(run.simulation.outcomes.get(OWNER)).toMatchObject({
        type: 'abort',
        detail: { code: 'timeout', missing: [LIAR] },
      });
    }
  });
});

describe('an owner that', () => {
  const lying = (seed: number, change?: (payload: Uint8Array) => Uint8Array): RepairRun =>
    simulateRepair({
      seed,
      scene: sceneOf(seed),
      byzantine: new Map([[OWNER, complainsOf(LIAR, change)]]),
    });

  test('complains of a sum that is right is proven guilty by all helpers', () => {
    for (let seed = 0; seed < 3; seed++) {
      expect(proofs(lying(seed), [OWNER])).toEqual([
        '1: false-complaint',
        '3: false-complaint',
        '5: false-complaint',
      ]);
    }
  });

  test('shows other values than the true ones is proven guilty', () => {
    const z = complaintBytes(toySuite.cocktail) - 9;
    expect(
      proofs(
        lying(1, (payload) => flippedAt(payload, z)),
        [OWNER],
      ),
    ).toHaveLength(3);
  });

  test.each([
    ['another context', (payload: Uint8Array) => flippedAt(payload, 5)],
    ['another sum', (payload: Uint8Array) => flippedAt(payload, 60)],
    [
      'an envelope that its author did not sign',
      (payload: Uint8Array) => flippedAt(payload, payload.length - 1),
    ],
    ['another helper', (payload: Uint8Array) => payload.with(1, 5)],
  ] as const)('complains about %s is held against nobody', (_, change) => {
    const run = lying(2, change);
    expect(proofs(run, [OWNER])).toEqual([]);
    const codes = run.simulation.reports.filter(({ by }) => by !== OWNER);
    expect(codes.map(({ detail }) => detail.code)).toEqual(
      Array.from({ length: 3 }, () => 'void-complaint'),
    );
  });

  test.each([
    ['nobody', 0, 0],
    ['itself', 1, OWNER],
    ['nothing known', 2, 9],
  ] as const)('complains about %s sends a message that is malformed', (_, at, by) => {
    const run = lying(2, (payload) => {
      const copy = Uint8Array.from(payload);
      copy.fill(0, 0, at === 0 ? 2 : at);
      copy[at === 0 ? 0 : at] = by;
      return copy;
    });
    expect(proofs(run, [OWNER])).toEqual([1, 3, 5].map((seat) => `${seat}: malformed-message`));
  });
});

describe('evidence about a sum', () => {
  /** A run in which the liar's sum was wrong, and what the owner has to show for it. */
  function caseOfSum(): { readonly run: RepairRun; readonly evidence: Evidence } {
    const run = attacked(
      5,
      saysSum(() => toySuite.encodeScalar(4711n)),
    );
    const found = run.simulation.reports.find(({ by }) => by === OWNER);
    return { run, evidence: found!.evidence! };
  }
  const verdict = (evidence: Evidence) =>
    verifyEvidence(decodeEvidence(encodeEvidence(evidence)), () => toySuite);

  test('needs every part of it', () => {
    const { evidence } = caseOfSum();
    expect(verdict(evidence)).toMatchObject({ proven: true, code: 'bad-share' });
    evidence.envelopes.forEach((_, i) => {
      const envelopes = evidence.envelopes.filter((_one, k) => k !== i);
      expect(verdict({ ...evidence, envelopes }).proven).toBe(false);
      const twice = [...evidence.envelopes, evidence.envelopes[i] as Uint8Array];
      expect(verdict({ ...evidence, envelopes: twice }).proven).toBe(false);
    });
    expect(verdict({ ...evidence, attempt: 2 }).proven).toBe(false);
    const change = { ...evidence.group.change!, lost: 4 };
    expect(verdict({ ...evidence, group: { ...evidence.group, change } }).proven).toBe(false);
  });

  test('with another Reveal that a helper signs afterwards is against nobody', () => {
    const { run, evidence } = caseOfSum();
    // Helper 5 signs other parts for strangers, so that the sum of helper 3 looks right, or wrong.
    const [index, envelope] = [...evidence.envelopes.entries()].find(([, bytes]) => {
      const { round, from } = parseEnvelope(bytes);
      return round === DKG_ROUND.reveal && from === 5;
    })!;
    const opened = parseEnvelope(envelope);
    const body = flippedAt(opened.payload.slice(32), 40);
    const payload = encodeReveal({ root: opened.payload.slice(0, 32), body });
    const other = sealEnvelope({ ...opened, payload }, run.scene.seeds[4]!);
    const envelopes = evidence.envelopes.map((bytes, i) => (i === index ? other : bytes));
    expect(verdict({ ...evidence, envelopes })).toEqual({
      proven: false,
      reason: 'Reveals that the accused did not agree to',
    });
  });
});

test('an owner and a helper that signs other parts afterwards make no liar of another helper', () => {
  const scene = sceneOf(7);
  const [accused, accomplice] = [1, 5];
  let other: Uint8Array | undefined;
  /** All that was revealed, but for what the accomplice revealed: the parts of 1 and 3 swapped. */
  const instead = (parts: Parts): Parts => {
    const { ceremony, setup, reveals } = parts;
    const own = reveals[2]!;
    const body = concat(
      own.body.slice(0, 4),
      own.body.slice(36, 68),
      own.body.slice(4, 36),
      own.body.slice(68),
    );
    const bodies = [reveals[0]!.body, reveals[1]!.body, body];
    const { sessionId } = setup;
    const root = commitsRoot(
      sessionId,
      bodies.map((one, i) => bodyCommitment(sessionId, ceremony.dealers[i]!, one)),
    );
    const payload = encodeReveal({ root, body });
    const read = readReveal(ceremony, payload);
    if (read.type === 'fault') throw new Error(read.why);
    const words = { suite: 'toy', kind: REPAIR_KIND, sessionId, round: DKG_ROUND.reveal } as const;
    other = sealEnvelope({ ...words, from: accomplice, to: 'all', payload }, scene.seeds[4]!);
    return { ...parts, reveals: [reveals[0]!, reveals[1]!, read.reveal], root };
  };
  const byzantine = new Map([[OWNER, complainsOf(accused, undefined, instead)]]);
  const run = simulateRepair({ seed: 7, scene, byzantine });
  expect(proofs(run, [OWNER, accomplice])).toEqual([]);
  const said = (seat: number, round: number): Uint8Array =>
    run.simulation.letters.find((l) => l.from === seat && l.round === round)!.envelope;
  const { group, base } = scene;
  const envelopes = [
    ...ceremonySeats(group).map((seat) => said(seat, DKG_ROUND.join)),
    said(accused, DKG_ROUND.commit),
    ...[1, 3].map((seat) => said(seat, DKG_ROUND.reveal)),
    other!,
    said(OWNER, DKG_ROUND.cert),
  ];
  const claim = { culprit: base.members[accused - 1]!, code: 'bad-share' };
  const evidence = evidenceOf({ kind: 'sum', group, attempt: 1, envelopes, claim });
  expect(verifyEvidence(evidence, () => toySuite)).toEqual({
    proven: false,
    reason: 'Reveals that the accused did not agree to',
  });
});

/** Deals to each helper what is another's. */
function swapped(by: Splitting): ReturnType<typeof splitShare> {
  const helpers = [...by.helpers].reverse(); // The liar is in the middle: right to itself.
  const wrong = splitShare({
    ...by,
    helpers: by.helpers.map((helper, i) => ({ ...helper, publicKey: helpers[i]!.publicKey })),
  });
  return wrong;
}

/** A member that says nothing from one round on. */
function silentFrom(round: number): (options: RepairOptions) => Protocol<RepairResult> {
  return function* (options) {
    const honest = repair(options);
    let next = honest.next(undefined as never);
    while (next.done !== true) {
      const effect = next.value;
      const isSaid = effect.type === 'send' && effect.round >= round;
      const instead: Effect = { type: 'wait', ready: () => true, withinMs: 1 };
      next = honest.next(yield isSaid ? instead : effect);
    }
    return next.value;
  };
}

function flippedAt(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
}
