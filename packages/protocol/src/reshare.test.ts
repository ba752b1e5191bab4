import {
  type Ciphersuite,
  ciphersuite,
  equalBytes,
  identifier,
  interpolatingValue,
  verifyShare,
} from '@permafrost/frost';
import { beforeAll, describe, expect, test } from 'vitest';
import { DKG_ROUND } from './ceremony-messages.ts';
import { ATTEMPT_USED, decodePending } from './dkg-record.ts';
import { DEALT, PREPARED, type ReshareResult } from './reshare.ts';
import { groupOfHosts } from './reshare-group.ts';
import {
  installNodeCrypto,
  type Place,
  type ReshareRun,
  type ReshareShape,
  reshareScene,
  simulateReshare,
  toySuite,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

function resultOf(run: ReshareRun, place: Place): ReshareResult {
  const outcome = run.simulation.outcomes.get(place);
  if (outcome?.type !== 'complete') throw new Error(`${place}: ${JSON.stringify(outcome)}`);
  return outcome.result;
}

/** All results agree, every share is its verifying share's, and t of them make the same key. */
function checkNextEpoch(run: ReshareRun, suite: Ciphersuite, places: readonly Place[]): void {
  expect(run.simulation.reports).toEqual([]);
  const { base, group, hosts } = run.scene;
  const first = resultOf(run, places[0] as Place);
  for (const place of places) {
    const { transcript, epochId, publicKeys } = resultOf(run, place);
    expect(transcript).toEqual(first.transcript);
    expect(epochId).toEqual(first.epochId);
    expect(suite.encodeElement(publicKeys.verifyingKey)).toEqual(base.groupKey);
  }
  const shares = group.members.map((host, i) => {
    const place = hosts.findIndex((one) => equalBytes(one, host)) + 1;
    const { share, publicKeys } = resultOf(run, place);
    const mine = publicKeys.verifyingShares.get(identifier(i + 1))!;
    const scalar = suite.decodeNonZeroScalar(share!.reveal());
    expect(verifyShare(suite, [mine], 1n, scalar)).toBe(true);
    return scalar;
  });
  const sum = (count: number): unknown => {
    const xs = Array.from({ length: count }, (_, i) => BigInt(i + 1));
    const secret = xs.reduce(
      (so, x, i) => (so + interpolatingValue(xs, x, suite.order) * shares[i]!) % suite.order,
      0n,
    );
    return suite.encodeElement(suite.group.multiplyBase(secret));
  };
  const { minSigners } = group.threshold;
  expect(sum(minSigners)).toEqual(base.groupKey);
  expect(sum(minSigners - 1)).not.toEqual(base.groupKey);
}

const SHAPES: readonly (readonly [string, Omit<ReshareShape, 'seed'>])[] = [
  [
    'the same members, all deal: a refresh',
    { old: [1, 2, 3], fresh: [1, 2, 3], minSigners: [2, 2] },
  ],
  [
    'more members, a higher threshold',
    { old: [1, 2, 3], fresh: [1, 2, 3, 4, 5], minSigners: [2, 4] },
  ],
  ['fewer members, a lower threshold', { old: [1, 2, 3, 4], fresh: [2, 4], minSigners: [3, 2] }],
  ['members who have nothing in common', { old: [1, 2, 3], fresh: [4, 5, 6], minSigners: [2, 2] }],
  [
    'some old members deal, one of whom leaves',
    { old: [1, 3, 4, 6], fresh: [2, 3, 5], dealers: [3, 4], minSigners: [2, 3] },
  ],
];

describe('without an adversary', () => {
  test.each(SHAPES)('%s: the same key, in shares of the new members', (_, shape) => {
    for (let seed = 0; seed < 8; seed++) {
      const scene = reshareScene({ seed, ...shape });
      const run = simulateReshare({ seed, scene });
      const places = [...new Set([...shape.fresh, ...(shape.dealers ?? shape.old)])];
      checkNextEpoch(run, toySuite, places);
    }
  });

  test.each(['ed25519', 'secp256k1-tr', 'ed448'] as const)('%s makes the next epoch', (id) => {
    const suite = ciphersuite(id);
    const scene = reshareScene({
      seed: 3,
      suite,
      old: [1, 2, 3],
      fresh: [2, 3, 4],
      minSigners: [2, 2],
    });
    checkNextEpoch(simulateReshare({ seed: 3, scene }), suite, [1, 2, 3, 4]);
  });

  test('16 members of whom 11 sign make the next epoch', () => {
    const all = Array.from({ length: 16 }, (_, i) => i + 1);
    const scene = reshareScene({ seed: 1, old: all, fresh: all, minSigners: [11, 11] });
    const run = simulateReshare({ seed: 1, scene, conditions: { repeatRatio: 0 } });
    checkNextEpoch(run, toySuite, all);
  });

  test('who deals and receives speaks from two seats, who only deals certifies nothing', () => {
    const scene = reshareScene({ seed: 2, old: [1, 2], fresh: [2, 3], minSigners: [2, 2] });
    const run = simulateReshare({ seed: 2, scene });
    const sent = (place: Place, round: number): number =>
      new Set(
        run.simulation.letters
          .filter((letter) => letter.from === place && letter.round === round)
          .map(({ envelope }) => envelope.join()),
      ).size;
    expect([1, 2, 3].map((place) => sent(place, DKG_ROUND.join))).toEqual([1, 2, 1]);
    expect([1, 2, 3].map((place) => sent(place, DKG_ROUND.reveal))).toEqual([1, 1, 0]);
    expect([1, 2, 3].map((place) => sent(place, DKG_ROUND.cert))).toEqual([0, 1, 1]);
    expect(resultOf(run, 1).share).toBeUndefined();
  });

  test('what is dealt, and what is certified, is on disk before anybody hears of it', () => {
    const scene = reshareScene({ seed: 4, old: [1, 2, 3], fresh: [1, 2, 3], minSigners: [2, 2] });
    const run = simulateReshare({ seed: 4, scene });
    const mine = run.world.trace.filter((line) => line.includes('ms 2 '));
    const at = (what: string): number => mine.findIndex((line) => line.includes(what));
    expect(at(`persist ${ATTEMPT_USED}`)).toBe(0);
    expect(at(`send round ${DKG_ROUND.reveal}`)).toBe(at(`persist ${DEALT}`) + 1);
    expect(at(`send round ${DKG_ROUND.cert}`)).toBe(at(`persist ${PREPARED}`) + 1);
    const record = run.simulation.disks.get(2)?.find(({ kind }) => kind === PREPARED);
    const read = decodePending(record!.bytes, (proposal, hosts) => ({
      ...groupOfHosts(proposal, scene.base, hosts),
      suite: toySuite.id,
    }));
    const {
      share: _share,
      publicKeys: _keys,
      staticKeys: _statics,
      bodyHashes: _hashes,
      ...rest
    } = resultOf(run, 2);
    const { epochId: _epoch, ...pending } = rest;
    expect(read.key).toEqual(pending);
    expect(record?.secret?.reveal()).toEqual(resultOf(run, 2).share?.reveal());
  });
});

describe('old shares', () => {
  /** What shares at these identifiers are shares of. */
  function keyOf(shares: readonly (readonly [number, bigint])[]): Uint8Array {
    const xs = shares.map(([x]) => BigInt(x));
    const secret = shares.reduce(
      (sum, [x, share]) => sum + interpolatingValue(xs, BigInt(x), toySuite.order) * share,
      0n,
    );
    return toySuite.encodeElement(toySuite.group.multiplyBase(secret % toySuite.order));
  }

  test('make nothing with new ones where both are too few, and enough of them still are the key', () => {
    const scene = reshareScene({
      seed: 9,
      old: [1, 2, 3, 4, 5],
      fresh: [1, 2, 3, 4, 5],
      minSigners: [3, 3],
    });
    const run = simulateReshare({ seed: 9, scene });
    const scalar = (bytes: Uint8Array): bigint => toySuite.decodeNonZeroScalar(bytes);
    const old = scene.keys.map(({ signingShare }) => scalar(signingShare.reveal()));
    const fresh = [1, 2, 3, 4, 5].map((place) => scalar(resultOf(run, place).share!.reveal()));
    const { groupKey } = scene.base;
    // t − 1 of either, at all identifiers: together as many as would sign, and more.
    for (let first = 1; first <= 5; first++) {
      for (let second = 1; second < first; second++) {
        const others = [1, 2, 3, 4, 5].filter((x) => x !== first && x !== second);
        const mixed = [first, second].map((x) => [x, old[x - 1]!] as const);
        for (let count = 1; count <= 2; count++) {
          const more = others.slice(0, count).map((x) => [x, fresh[x - 1]!] as const);
          expect(keyOf([...mixed, ...more])).not.toEqual(groupKey);
        }
      }
    }
    // No protocol takes back what t former members know: only a new key does.
    expect(keyOf([1, 2, 4].map((x) => [x, old[x - 1]!] as const))).toEqual(groupKey);
    expect(keyOf([1, 2, 4].map((x) => [x, fresh[x - 1]!] as const))).toEqual(groupKey);
  });
});

describe('acceptances', () => {
  test('nothing is dealt before they are in hand, and the session ends without', () => {
    const scene = reshareScene({ seed: 5, old: [1, 2, 3], fresh: [1, 2, 4], minSigners: [2, 2] });
    const run = simulateReshare({ seed: 5, scene, mayReveal: (place) => place !== 2 });
    const revealed = run.simulation.letters.filter(({ round }) => round === DKG_ROUND.reveal);
    expect(revealed.some(({ from }) => from === 2)).toBe(false);
    expect(run.simulation.disks.get(2)?.map(({ kind }) => kind)).toEqual([ATTEMPT_USED]);
    expect(run.simulation.outcomes.get(2)).toMatchObject({ detail: { code: 'not-accepted' } });
    expect(run.simulation.outcomes.get(1)).toMatchObject({ detail: { code: 'timeout' } });
  });
});
