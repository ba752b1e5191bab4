import { openFrom, parseFrames } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { staticKeyOf } from './ceremony.ts';
import { DKG_ROUND } from './ceremony-messages.ts';
import { ATTEMPT_USED } from './dkg-record.ts';
import { parseEnvelope } from './envelope.ts';
import { blame } from './fault.ts';
import { ceremonySeats, type Group, joinScope, REPAIR_KIND } from './group.ts';
import type { RepairLies } from './repair.ts';
import { groupOfRepair, mayRepair } from './repair-group.ts';
import { openSum, type Parts } from './repair-sum.ts';
import {
  byHand,
  installNodeCrypto,
  type RepairRun,
  type RepairScene,
  repairScene,
  simulateRepair,
  toySuite,
} from './sim/index.ts';
import { signAsHost } from './statements.ts';

beforeAll(installNodeCrypto);

const OWNER = 2;

/** Of five members, three of whom sign: 1, 3 and 5 help 2. */
function sceneOf(seed: number): RepairScene {
  return repairScene({ seed, minSigners: 3, maxSigners: 5, helpers: [1, 3, 5], lost: OWNER });
}

function isRepaired({ simulation }: RepairRun): boolean {
  return simulation.outcomes.get(OWNER)?.type === 'complete';
}

describe('what a repair says', () => {
  test('gives nobody but its owner a sum, however many helpers put together what they have', () => {
    const known: Parts[] = [];
    const ways = new Map<number, Parameters<NonNullable<RepairLies['sum']>>[2]>();
    const lies = new Map(
      [1, 3, 5].map((seat): [number, RepairLies] => [
        seat,
        {
          sum: (payload, parts, toOwner) => {
            known.push(parts);
            ways.set(seat, toOwner);
            return payload;
          },
        },
      ]),
    );
    const scene = sceneOf(6);
    const run = simulateRepair({ seed: 6, scene, lies });
    expect(isRepaired(run)).toBe(true);
    const [parts] = known;
    const sums = run.simulation.letters.filter(({ round }) => round === DKG_ROUND.cert);
    expect(new Set(sums.map(({ to }) => to))).toEqual(new Set([OWNER]));
    for (const { from, envelope } of sums) {
      const { payload, to } = parseEnvelope(envelope);
      expect(to).toBe(OWNER);
      // What helper `from` shares with the owner opens it; what the other helpers share does not.
      for (const [seat, { dh }] of ways) {
        const opened = openSum(parts!, { helper: from, payload, dh });
        expect(opened.type).toBe(seat === from ? 'opened' : 'fault');
        const { ciphertexts } = parseFrames(toySuite.cocktail, payload, 1, 48);
        const channel = {
          context: parts!.setup.context,
          dh,
          ephemeral: ways.get(seat)!.ephemeral,
          sender: staticKeyOf(parts!.setup, seat),
          receiver: staticKeyOf(parts!.setup, OWNER),
        };
        const plain = openFrom(toySuite.cocktail, channel, ciphertexts[0]!);
        expect(plain === undefined).toBe(seat !== from);
        // Neither the sum nor the envelope is in any record or result.
        const kept = [...run.simulation.disks.values()].flat().map(({ bytes }) => hexOf(bytes));
        const results = [...run.simulation.outcomes.values()].map((one) => JSON.stringify(one));
        for (const text of [...kept, ...results]) {
          expect(text.includes(hexOf(payload))).toBe(false);
          expect(plain !== undefined && text.includes(hexOf(plain))).toBe(false);
        }
      }
    }
  });

  test('never holds a share in the clear, on the wire or on a disk outside the secret', () => {
    const run = simulateRepair({ seed: 13, scene: sceneOf(13) });
    const secrets = run.scene.keys.map(({ signingShare }) => hexOf(signingShare.reveal()));
    const said = run.simulation.letters.map(({ envelope }) => hexOf(envelope));
    const kept = [...run.simulation.disks.values()].flat().map(({ bytes }) => hexOf(bytes));
    for (const secret of secrets) {
      expect([...said, ...kept].some((text) => text.includes(secret))).toBe(false);
    }
  });

  test('uses other parts and another session in each attempt', () => {
    const scene = sceneOf(14);
    const first = simulateRepair({ seed: 14, scene });
    const second = simulateRepair({ seed: 15, scene, attempt: 2 });
    expect(isRepaired(first) && isRepaired(second)).toBe(true);
    const bodies = (run: RepairRun): readonly string[] =>
      run.simulation.letters
        .filter(({ round }) => round === DKG_ROUND.reveal)
        .map(({ envelope }) => hexOf(parseEnvelope(envelope).payload));
    expect(bodies(first).filter((body) => bodies(second).includes(body))).toEqual([]);
    const { proposalHash } = scene.group;
    const scopes = [1, 2, 3].map((attempt) =>
      hexOf(joinScope({ kind: REPAIR_KIND, proposalHash, attempt })),
    );
    expect(new Set(scopes).size).toBe(3);
  });
});

describe('a repair is refused', () => {
  test('to any host key but the one that the epoch has for the share', () => {
    const scene = sceneOf(20);
    const seeds = scene.seeds.map((seed, i) => (i === OWNER - 1 ? seed.map((b) => b ^ 1) : seed));
    const run = simulateRepair({ seed: 20, scene: { ...scene, seeds }, withinMs: 500 });
    expect(run.simulation.letters.some(({ round }) => round === DKG_ROUND.reveal)).toBe(false);
    expect(run.simulation.letters.some(({ round }) => round === DKG_ROUND.cert)).toBe(false);
  });

  test('before its acceptances are in hand', () => {
    const run = simulateRepair({
      seed: 21,
      scene: sceneOf(21),
      mayReveal: (seat) => seat !== 1,
      withinMs: 500,
    });
    const revealed = run.simulation.letters.filter(({ round }) => round === DKG_ROUND.reveal);
    expect(revealed.some(({ from }) => from === 1)).toBe(false);
    expect(run.simulation.letters.some(({ round }) => round === DKG_ROUND.cert)).toBe(false);
    expect(run.simulation.disks.get(1)?.map(({ kind }) => kind)).toEqual([ATTEMPT_USED]);
    expect(run.simulation.outcomes.get(1)).toMatchObject({ detail: { code: 'not-accepted' } });
  });

  test('where members believe in different epochs, and nobody is blamed', () => {
    const scene = sceneOf(22);
    const epochId = new Uint8Array(32).fill(9);
    const change = { ...scene.group.change!, base: { ...scene.base, epochId } };
    const lagging: Group = { ...scene.group, change };
    const run = simulateRepair({ seed: 22, scene, believes: new Map([[1, lagging]]) });
    for (const { detail } of run.simulation.reports) expect(blame(detail).culprits).toEqual([]);
    expect(run.simulation.reports.map(({ detail }) => detail.code)).toContain('group-mismatch');
    expect(run.simulation.letters.some(({ round }) => round === DKG_ROUND.reveal)).toBe(false);
  });

  test('with a share, key or epoch that is not what it should be', () => {
    const scene = sceneOf(23);
    const keys = [...scene.keys].reverse();
    expect(() => simulateRepair({ seed: 23, scene: { ...scene, keys } })).toThrow(RangeError);
    const swapped = [...scene.base.verifyingShares].reverse();
    const change = { ...scene.group.change!, base: { ...scene.base, verifyingShares: swapped } };
    const group = { ...scene.group, change };
    expect(() => simulateRepair({ seed: 23, scene: { ...scene, group } })).toThrow(RangeError);
  });

  test('unless its owner and all helpers of the attempt accepted this very proposal', () => {
    const { proposal, base, seeds, group } = sceneOf(24);
    expect(ceremonySeats(group)).toEqual([1, 3, 5, 2]);
    const words = [1, 2, 3, 5].map((seat) => byHand(proposal, seeds[seat - 1]!));
    expect(mayRepair(proposal, base, { statements: words })).toBe(true);
    words.forEach((_, i) => {
      const statements = words.filter((_one, k) => k !== i);
      expect(mayRepair(proposal, base, { statements })).toBe(false);
    });
    const other = sceneOf(25);
    const elsewhere = words.map((_, i) => byHand(other.proposal, seeds[[0, 1, 2, 4][i]!]!));
    expect(mayRepair(proposal, base, { statements: elsewhere })).toBe(false);
    expect(mayRepair(proposal, other.base, { statements: words })).toBe(false);
    const rejected = signAsHost('reject-by-rule', group.proposalHash, seeds[0]!);
    expect(mayRepair(proposal, base, { statements: [...words.slice(1), rejected] })).toBe(false);
  });

  test('of too few helpers, another base, or a member left out who does not help', () => {
    const { proposal, base } = sceneOf(26);
    const [first, second] = base.members as [Uint8Array, Uint8Array];
    expect(() => groupOfRepair(proposal, base, [first])).toThrow('dealers');
    expect(() => groupOfRepair(proposal, base, [second])).toThrow(WireError);
    expect(() => groupOfRepair(proposal, sceneOf(27).base)).toThrow(WireError);
  });
});

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
