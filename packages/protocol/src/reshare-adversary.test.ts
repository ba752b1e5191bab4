import {
  ascii,
  type Ciphersuite,
  ciphersuite,
  deal,
  type Scalar,
  schnorrSign,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { ephemeralProofMessage, placeOf } from './ceremony.ts';
import { DKG_ROUND, encodeBody } from './ceremony-messages.ts';
import { adjudicateComplaint } from './certificate.ts';
import { dealtBody } from './dealing.ts';
import { hostPubOf, openEnvelope, parseEnvelope, sealEnvelope } from './envelope.ts';
import { decodeEvidence, encodeEvidence } from './evidence.ts';
import { verifyEvidence } from './evidence-verify.ts';
import { blame } from './fault.ts';
import { dealerSeats, type Group, hostOf, joinScope, RESHARE_KIND } from './group.ts';
import { type ReshareResult, reshare } from './reshare.ts';
import { keysOfBase } from './reshare-group.ts';
import {
  type ByzantineReshare,
  installNodeCrypto,
  type Place,
  type ReshareRun,
  type ReshareScene,
  reshareScene,
  simulateReshare,
  toySuite,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

const LIAR: Place = 2;

/** Of three old members, of whom two sign, all deal; two of them and two others receive. */
function sceneOf(seed: number, suite: Ciphersuite = toySuite): ReshareScene {
  return reshareScene({ seed, suite, old: [1, 2, 3], fresh: [2, 3, 4, 5], minSigners: [2, 3] });
}

type Dealing = typeof dealtBody;
const dealing =
  (dealt: Dealing): ByzantineReshare =>
  (options) =>
    reshare(options, dealt);

function attacked(seed: number, dealt: Dealing, suite: Ciphersuite = toySuite): ReshareRun {
  const byzantine = new Map([[LIAR, dealing(dealt)]]);
  return simulateReshare({ seed, scene: sceneOf(seed, suite), byzantine });
}

/** Every fault that an honest host found is the liar's, and proven by its text alone. */
function checkBlamed(run: ReshareRun, code: string, suite: Ciphersuite = toySuite): void {
  const { group, hosts } = run.scene;
  const honest = run.simulation.reports.filter(({ by }) => by !== LIAR);
  const proofs = honest.filter(({ detail }) => blame(detail).class === 'PROOF');
  expect(proofs.length).toBeGreaterThan(0);
  for (const { detail, evidence } of proofs) {
    expect(detail.code).toBe(code);
    for (const seat of blame(detail).culprits) expect(hostOf(group, seat)).toEqual(hosts[LIAR - 1]);
    const read = decodeEvidence(encodeEvidence(evidence!));
    expect(verifyEvidence(read, () => suite)).toEqual({
      proven: true,
      culprit: hosts[LIAR - 1],
      code,
    });
  }
  const done = [...run.simulation.outcomes].filter(([, outcome]) => outcome.type === 'complete');
  expect(done.filter(([place]) => place !== LIAR && place !== 1)).toEqual([]);
}

const constantBy =
  (change: (constant: Scalar, suite: Ciphersuite) => Scalar): Dealing =>
  (ceremony, setup, by) =>
    dealtBody(ceremony, setup, {
      ...by,
      constant: change(by.constant as Scalar, ceremony.suite),
    });

/** Deals shares for other x-coordinates than those of the receivers' new identifiers. */
const atOthers: Dealing = (ceremony, setup, { dealer, staticSecret, random, constant }) => {
  const { cocktail, minSigners, maxSigners, group } = ceremony;
  const receivers = setup.publicKeys
    .slice(0, maxSigners)
    .map((publicKey, i) => ({ x: BigInt(i === 0 ? 1 : i + 2), publicKey })); // Right to itself.
  const { context } = setup;
  const dealt = deal({
    suite: cocktail,
    context,
    minSigners,
    staticSecret,
    receivers,
    random,
    ...(constant === undefined ? {} : { constant }),
  });
  const { seat, role } = placeOf(group, dealer);
  const signed = ephemeralProofMessage(seat, context, role);
  const proof = schnorrSign(cocktail, dealt.ephemeralSecret, signed, dealt.ephemeral);
  return { body: encodeBody(dealt.message, proof), dh: dealt.dh };
};

const flipped =
  (at: (length: number) => number): Dealing =>
  (ceremony, setup, by) => {
    const dealt = dealtBody(ceremony, setup, by);
    const body = Uint8Array.from(dealt.body);
    const i = at(body.length);
    body[i] = (body[i] as number) ^ 1;
    return { ...dealt, body };
  };

describe('a dealer that', () => {
  test.each([
    ['deals another constant', constantBy((c, { order }) => (c + 1n) % order)],
    ['deals what would make the negative of the key', constantBy((c, { order }) => order - c)],
    ['deals its share without its weight', constantBy((c) => c * 2n)],
    [
      'lowers the threshold',
      (ceremony, setup, by) => dealtBody({ ...ceremony, minSigners: 2 }, setup, by),
    ],
    [
      'raises the threshold',
      (ceremony, setup, by) => dealtBody({ ...ceremony, minSigners: 4 }, setup, by),
    ],
    ['proves its ephemeral key badly', flipped((length) => length - 40)],
  ] as readonly (readonly [string, Dealing])[])('%s is proven guilty by all', (_, dealt) => {
    for (let seed = 0; seed < 4; seed++) checkBlamed(attacked(seed, dealt), 'bad-reveal');
  });

  test('deals another constant is proven guilty with ed25519 and secp256k1-tr too', () => {
    for (const id of ['ed25519', 'secp256k1-tr'] as const) {
      const suite = ciphersuite(id);
      const negated = constantBy((c, { order }) => order - c);
      checkBlamed(attacked(1, negated, suite), 'bad-reveal', suite);
    }
  });

  test.each([
    ['deals a share at another identifier', atOthers],
    // The last frame but for the proof: what is dealt to the last receiver.
    ['deals garbage to one receiver', flipped((length) => length - 64 - 5)],
  ] as readonly (readonly [string, Dealing])[])(
    '%s is proven guilty by a complaint that opens one share',
    (_, dealt) => {
      for (let seed = 0; seed < 4; seed++) {
        const run = attacked(seed, dealt);
        const { group, hosts } = run.scene;
        const found = run.simulation.reports.filter(({ detail }) => detail.code === 'bad-share');
        expect(found.length).toBeGreaterThan(0);
        for (const { evidence } of found) {
          const read = decodeEvidence(encodeEvidence(evidence!));
          const culprit = hosts[LIAR - 1];
          expect(verifyEvidence(read, () => toySuite)).toMatchObject({ proven: true, culprit });
        }
        expect(hostOf(group, group.members.length + 2)).toEqual(hosts[LIAR - 1]);
      }
    },
  );
});

describe('a disagreement about the base', () => {
  const lagging = (change: (group: Group) => Group): ReshareRun => {
    const scene = sceneOf(7);
    const believes = new Map([[LIAR, change(scene.group)]]);
    return simulateReshare({ seed: 7, scene, believes, withinMs: 1_000 });
  };
  test.each([
    ['epoch', (g: Group) => withBase(g, { epochId: new Uint8Array(32).fill(9) })],
    ['number', (g: Group) => ({ ...g, change: { ...g.change!, number: 2 } })],
  ] as const)('of another %s blames nobody, and nothing is dealt', (_, change) => {
    const run = lagging(change);
    for (const { detail } of run.simulation.reports) {
      expect(blame(detail)).toMatchObject({ culprits: [] });
    }
    expect(run.simulation.reports.some(({ detail }) => detail.code === 'group-mismatch')).toBe(
      true,
    );
    expect(run.simulation.letters.some(({ round }) => round === DKG_ROUND.reveal)).toBe(false);
    expect([...run.simulation.outcomes.values()].some(({ type }) => type === 'complete')).toBe(
      false,
    );
  });

  test('whose shares or threshold are not the key’s is refused before the Join', () => {
    const { base, group } = sceneOf(8);
    expect(() => keysOfBase(toySuite, base)).not.toThrow();
    const swapped = [...base.verifyingShares].reverse();
    expect(() => keysOfBase(toySuite, { ...base, verifyingShares: swapped })).toThrow(WireError);
    const [first = base.groupKey] = base.verifyingShares;
    expect(() => keysOfBase(toySuite, { ...base, groupKey: first })).toThrow(WireError);
    const three = reshareScene({ seed: 8, old: [1, 2, 3], fresh: [1, 2, 3], minSigners: [3, 3] });
    // A lower threshold than the base's own: two of its shares are no key.
    expect(() => keysOfBase(toySuite, { ...three.base, minSigners: 2 })).toThrow(WireError);
    const scene = sceneOf(8);
    const run = (): ReshareRun =>
      simulateReshare({
        seed: 8,
        scene: { ...scene, group: withBase(group, { verifyingShares: swapped }) },
      });
    expect(run).toThrow(RangeError);
  });
});

function withBase(group: Group, base: Partial<NonNullable<Group['change']>['base']>): Group {
  const change = group.change!;
  return { ...group, change: { ...change, base: { ...change.base, ...base } } };
}

describe('a complaint', () => {
  /** A run that went well, and a false complaint of one seat about another. */
  function complaint(from: number, accused: number): ReturnType<typeof adjudicateComplaint> {
    const scene = sceneOf(11);
    const run = simulateReshare({ seed: 11, scene });
    const outcome = run.simulation.outcomes.get(3);
    if (outcome?.type !== 'complete') throw new Error('did not complete');
    const result: ReshareResult = outcome.result;
    const { cocktail } = toySuite;
    const host = hostOf(scene.group, from)!;
    const hostSeed = scene.seeds.find((seed) => hostPubOf(seed).join() === host.join())!;
    const reveal = result.reveals[dealerSeats(scene.group).indexOf(accused)];
    const payload = new Uint8Array(99 + 2 * cocktail.elementBytes + 2 * cocktail.scalarBytes);
    payload[1] = accused;
    payload[2] = 3;
    const commit = parseEnvelope(result.commits[0]!).payload;
    payload.set(commit.subarray(32), 3);
    if (reveal !== undefined) {
      const at = dealerSeats(scene.group).indexOf(accused);
      payload.set(result.bodyHashes[at]!, 35);
    }
    payload.fill(1, 99);
    const { sessionId } = result;
    const words = { suite: 'toy', kind: RESHARE_KIND, sessionId, round: DKG_ROUND.cert } as const;
    const envelope = sealEnvelope({ ...words, from, to: 'all', payload }, hostSeed);
    return adjudicateComplaint(
      { suite: toySuite, ...result, publicKeys: result.staticKeys },
      openEnvelope(envelope, { hostPub: host }),
    );
  }

  test('of a receiver about a share that is right is held against it', () => {
    // Places 2, 3, 4, 5 receive in seats 1 to 4; places 1, 2, 3 deal in seats 5 to 7.
    expect(complaint(4, 5)?.detail).toEqual({ code: 'false-complaint', culprit: 4, accused: 5 });
  });

  test('of a seat that receives nothing is evidence against nobody', () => {
    expect(complaint(5, 6)).toBeUndefined();
    expect(complaint(7, 5)).toBeUndefined();
  });

  test('of a host about itself, from its other seat, is evidence against nobody', () => {
    expect(complaint(1, 6)).toBeUndefined();
    expect(complaint(2, 7)).toBeUndefined();
    expect(complaint(1, 7)?.detail.code).toBe('false-complaint');
  });

  test('about a seat that does not deal is evidence against nobody', () => {
    expect(complaint(1, 3)).toBeUndefined();
  });
});

describe('a session of a change', () => {
  test('has another scope in each attempt, so that nothing of one counts in the next', () => {
    const { proposalHash } = sceneOf(1).group;
    const scopes = [1, 2, 3].map((attempt) =>
      joinScope({ kind: RESHARE_KIND, proposalHash, attempt }).join(),
    );
    expect(new Set(scopes).size).toBe(3);
  });

  test('proves a key in a role: a receiver’s proof is no dealer’s', () => {
    const { group } = sceneOf(1);
    expect(placeOf(group, 1)).toEqual({ role: 1, seat: 1 });
    expect(placeOf(group, 5)).toEqual({ role: 2, seat: 1 });
    expect(() => placeOf(group, 8)).toThrow(RangeError);
    const context = ascii('context');
    expect(ephemeralProofMessage(1, context, 1)).not.toEqual(ephemeralProofMessage(1, context, 2));
  });

  test('never puts a static or dealt secret on the disk or the wire', () => {
    const scene = sceneOf(13);
    const run = simulateReshare({ seed: 13, scene });
    const secrets = scene.keys.map(({ signingShare }) => hexOf(signingShare.reveal()));
    for (const [place, outcome] of run.simulation.outcomes) {
      if (outcome.type === 'complete' && outcome.result.share !== undefined) {
        secrets.push(hexOf(outcome.result.share.reveal()));
      }
      expect(run.simulation.disks.get(place)).toBeDefined();
    }
    const said = run.simulation.letters.map(({ envelope }) => hexOf(envelope));
    const kept = [...run.simulation.disks.values()].flat().map(({ bytes }) => hexOf(bytes));
    for (const secret of secrets) {
      expect([...said, ...kept].some((text) => text.includes(secret))).toBe(false);
    }
  });
});

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
