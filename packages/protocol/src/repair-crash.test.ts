import { equalBytes } from '@permafrost/frost';
import { beforeAll, describe, expect, test } from 'vitest';
import { DKG_ROUND } from './ceremony-messages.ts';
import { ATTEMPT_USED } from './dkg-record.ts';
import { blame } from './fault.ts';
import type { Group } from './group.ts';
import { HELPED, REPAIRED } from './repair.ts';
import { groupOfRepair } from './repair-group.ts';
import {
  installNodeCrypto,
  type RepairRun,
  type RepairScene,
  repairScene,
  seededRandom,
  simulateRepair,
  toySuite,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

const OWNER = 2;
const HELPERS = [1, 3, 4, 5] as const;

/** Of five, three of whom sign; one helper more than it takes. */
function sceneOf(seed: number): RepairScene {
  return repairScene({ seed, minSigners: 3, maxSigners: 5, helpers: HELPERS, lost: OWNER });
}

/** Whether the owner has its share. Nobody is ever blamed, and it never has another. */
function isRepaired({ scene, simulation }: RepairRun): boolean {
  for (const { detail } of simulation.reports) expect(blame(detail).culprits).toEqual([]);
  const outcome = simulation.outcomes.get(OWNER);
  const records = simulation.disks.get(OWNER) ?? [];
  for (const { kind, secret } of records) {
    if (kind !== REPAIRED) continue;
    expect(equalBytes(secret!.reveal(), scene.keys[OWNER - 1]!.signingShare.reveal())).toBe(true);
  }
  return outcome?.type === 'complete';
}

/** The next attempt, without a helper. */
function without(scene: RepairScene, seat: number): Group {
  const host = scene.base.members[seat - 1] as Uint8Array;
  return { ...groupOfRepair(scene.proposal, scene.base, [host]), suite: toySuite.id };
}

describe('a helper that dies', () => {
  test('at any moment harms nobody, and the next attempt without it gives the share', () => {
    const ends = new Set<boolean>();
    for (let seed = 0; seed < 12; seed++) {
      const scene = sceneOf(seed);
      const [at = 0, who = 0] = seededRandom(seed, 'death')(2);
      const dead = HELPERS[who % HELPERS.length] as number;
      const deaths = new Map([[dead, at * 4]]);
      const first = simulateRepair({ seed, scene, deaths, withinMs: 1_000 });
      ends.add(isRepaired(first));
      const group = without(scene, dead);
      const second = simulateRepair({ seed: seed + 100, scene, group, attempt: 2 });
      expect(isRepaired(second)).toBe(true);
    }
    // Some died too late to keep it from ending well: else nothing later was tried.
    expect(ends).toEqual(new Set([true, false]));
  });
});

describe('an owner that dies', () => {
  test('leaves helpers that say so and blame nobody, and may ask again', () => {
    for (let seed = 0; seed < 6; seed++) {
      const scene = sceneOf(seed);
      const [at = 0] = seededRandom(seed, 'death')(1);
      const run = simulateRepair({
        seed,
        scene,
        deaths: new Map([[OWNER, at * 3]]),
        withinMs: 1_000,
      });
      isRepaired(run);
      for (const helper of HELPERS) {
        const outcome = run.simulation.outcomes.get(helper);
        if (outcome?.type === 'complete') continue;
        expect(outcome?.detail).toMatchObject({ code: 'timeout' });
      }
      expect(isRepaired(simulateRepair({ seed: seed + 50, scene, attempt: 2 }))).toBe(true);
    }
  });
});

describe('a repair over a network', () => {
  test('that loses, repeats and delays ends with the right share or with none', () => {
    const ends = new Set<boolean>();
    for (let seed = 0; seed < 10; seed++) {
      const conditions = { lossRatio: seed % 2 === 0 ? 0 : 0.03, repeatRatio: 0.5 };
      const run = simulateRepair({ seed, scene: sceneOf(seed), conditions, withinMs: 1_000 });
      ends.add(isRepaired(run));
    }
    expect(ends).toEqual(new Set([true, false]));
  });

  test('that is cut in the middle leaves every attempt on record that it used up', () => {
    const scene = sceneOf(3);
    for (const cutMs of [0, 100, 200, 300, 400, 500, 600]) {
      const isCut = (from: number, to: number, nowMs: number): boolean =>
        nowMs >= cutMs && from <= 2 !== to <= 2;
      const run = simulateRepair({ seed: 3, scene, conditions: { isCut }, withinMs: 1_000 });
      isRepaired(run);
      for (const records of run.simulation.disks.values()) {
        expect(records[0]?.kind).toBe(ATTEMPT_USED);
      }
      // Whoever said its sum has written so before.
      const helped = run.simulation.letters.filter(({ round }) => round === DKG_ROUND.cert);
      for (const { from } of helped) {
        const kinds = run.simulation.disks.get(from)?.map(({ kind }) => kind);
        expect(kinds).toContain(HELPED);
      }
    }
  });
});
