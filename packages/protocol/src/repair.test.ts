import { type Ciphersuite, ciphersuite, suites } from '@permafrost/frost';
import { beforeAll, describe, expect, test } from 'vitest';
import { DKG_ROUND } from './ceremony-messages.ts';
import { ATTEMPT_USED } from './dkg-record.ts';
import { decodeRepaired, HELPED, REPAIRED } from './repair.ts';
import { installNodeCrypto, type RepairRun, repairScene, simulateRepair } from './sim/index.ts';

beforeAll(installNodeCrypto);

/** The owner has exactly the share that it lost, and every helper knows that it has. */
function checkRepaired(run: RepairRun): void {
  const { group, keys } = run.scene;
  expect(run.simulation.reports).toEqual([]);
  const { dealers, lost } = group.change!;
  for (const seat of dealers) {
    const outcome = run.simulation.outcomes.get(seat);
    expect(outcome).toMatchObject({ type: 'complete', result: { share: undefined } });
  }
  const outcome = run.simulation.outcomes.get(lost!);
  if (outcome?.type !== 'complete') throw new Error(JSON.stringify(outcome));
  expect(outcome.result.share?.reveal()).toEqual(keys[lost! - 1]!.signingShare.reveal());
}

describe('a repair', () => {
  test('gives its owner the share that it lost, over many seeds and a network that reorders', () => {
    for (let seed = 0; seed < 20; seed++) {
      const scene = repairScene({
        seed,
        minSigners: 3,
        maxSigners: 5,
        helpers: [1, 3, 5],
        lost: 2,
      });
      checkRepaired(simulateRepair({ seed, scene }));
    }
  });

  test.each([
    [2, 2, [2], 1],
    [2, 3, [1, 2], 3],
    [2, 4, [1, 3, 4], 2],
    [3, 5, [1, 2, 4, 5], 3],
  ] as const)('of %i of %i by helpers %j of %i', (minSigners, maxSigners, helpers, lost) => {
    if (helpers.length < minSigners) {
      const tooFew = () => repairScene({ seed: 1, minSigners, maxSigners, helpers, lost });
      expect(tooFew).toThrow('dealers');
      return;
    }
    const scene = repairScene({ seed: 1, minSigners, maxSigners, helpers, lost });
    checkRepaired(simulateRepair({ seed: 1, scene }));
  });

  test.each([...suites.keys()])('works with %s', (id) => {
    const suite: Ciphersuite = ciphersuite(id);
    const shape = { seed: 3, minSigners: 2, maxSigners: 3, helpers: [1, 3], lost: 2 };
    checkRepaired(simulateRepair({ seed: 3, scene: repairScene({ ...shape, suite }) }));
  });

  test('is on disk before anybody hears of it, and says its sums to the owner alone', () => {
    const shape = { seed: 4, minSigners: 2, maxSigners: 3, helpers: [1, 3], lost: 2 };
    const run = simulateRepair({ seed: 4, scene: repairScene(shape) });
    const of = (seat: number): readonly string[] =>
      run.world.trace.filter((line) => line.includes(`ms ${seat} `));
    const at = (seat: number, what: string): number =>
      of(seat).findIndex((line) => line.includes(what));
    expect(at(1, `persist ${ATTEMPT_USED}`)).toBe(0);
    expect(at(1, `send round ${DKG_ROUND.cert} to 2`)).toBe(at(1, `persist ${HELPED}`) + 1);
    expect(at(2, `send round ${DKG_ROUND.stored} to all`)).toBe(at(2, `persist ${REPAIRED}`) + 1);
    const sums = run.simulation.letters.filter(({ round }) => round === DKG_ROUND.cert);
    expect(sums.map(({ from, to }) => [from, to]).sort()).toEqual([
      [1, 2],
      [3, 2],
    ]);
    const record = run.simulation.disks.get(2)?.find(({ kind }) => kind === REPAIRED);
    const { base, group } = run.scene;
    expect(decodeRepaired(record!.bytes)).toEqual({
      keyId: base.keyId,
      epochId: base.epochId,
      identifier: 2,
      proposalHash: group.proposalHash,
      attempt: 1,
    });
    expect(record?.secret?.reveal()).toEqual(run.scene.keys[1]!.signingShare.reveal());
  });
});
