import { ciphersuite, identifier, parseTranscript, toHex, verifyShare } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { DKG_ROUND } from './ceremony-messages.ts';
import type { DkgResult } from './dkg.ts';
import {
  ATTEMPT_USED,
  decodeAttemptUsed,
  decodePending,
  PENDING,
  publicKeysIn,
} from './dkg-record.ts';
import { blame } from './fault.ts';
import { type Group, groupHash, keyId } from './group.ts';
import type { Seat } from './session.ts';
import {
  checkAgreement,
  checkBlame,
  type DkgRun,
  installNodeCrypto,
  makeHosts,
  seededRandom,
  simulateDkg,
  toySuite,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

const seats = (n: number): readonly Seat[] => Array.from({ length: n }, (_, i) => i + 1);

/** Sizes that go round with the seed: 2 to 5 members, 2 to n signers. */
function sizeOf(seed: number): { readonly minSigners: number; readonly maxSigners: number } {
  const maxSigners = 2 + (seed % 4);
  return { minSigners: 2 + ((seed >> 2) % (maxSigners - 1)), maxSigners };
}

function resultOf(run: DkgRun, seat: Seat): DkgResult {
  const outcome = run.simulation.outcomes.get(seat);
  if (outcome?.type !== 'complete') throw new Error(`seat ${seat} did not complete`);
  return outcome.result;
}

describe('without an adversary', () => {
  test('every seed makes one key that all members hold a share of', () => {
    for (let seed = 0; seed < 40; seed++) {
      const hosts = makeHosts({ seed, ...sizeOf(seed) });
      const run = simulateDkg({ seed, hosts });
      const all = seats(hosts.group.members.length);
      checkAgreement(run.simulation, all);
      expect(run.simulation.reports).toEqual([]);
      for (const seat of all) {
        const { share, publicKeys } = resultOf(run, seat);
        const mine = publicKeys.verifyingShares.get(identifier(seat));
        const secret = toySuite.decodeNonZeroScalar(share.reveal());
        expect(mine !== undefined && verifyShare(toySuite, [mine], 1n, secret)).toBe(true);
      }
    }
  });

  test.each([
    ['ed25519', 3],
    ['secp256k1-tr', 3],
    ['secp256k1', 2],
    ['p256', 2],
    ['ristretto255', 2],
    ['ed448', 2],
  ] as const)('%s makes one key with %i members', (id, maxSigners) => {
    const suite = ciphersuite(id);
    const hosts = makeHosts({ seed: 7, suite, minSigners: 2, maxSigners });
    const run = simulateDkg({ seed: 7, suite, hosts });
    checkAgreement(run.simulation, seats(maxSigners));
    const { publicKeys, share } = resultOf(run, 1);
    const mine = publicKeys.verifyingShares.get(identifier(1));
    const secret = suite.decodeNonZeroScalar(share.reveal());
    expect(mine !== undefined && verifyShare(suite, [mine], 1n, secret)).toBe(true);
  });

  test.each(['ed25519', 'ed448', 'secp256k1-tr'] as const)(
    '%s: the keys handed on are those that the transcript reads back to',
    (id) => {
      const suite = ciphersuite(id);
      const { encodeElement } = suite;
      const hosts = makeHosts({ seed: 9, suite, minSigners: 2, maxSigners: 3 });
      const run = simulateDkg({ seed: 9, suite, hosts });
      for (const seat of seats(3)) {
        const { publicKeys, staticKeys, transcript } = resultOf(run, seat);
        const read = parseTranscript(suite.cocktail, transcript);
        expect(staticKeys.map(encodeElement)).toEqual(read.publicKeys.map(encodeElement));
        const again = publicKeysIn(suite, read);
        expect(again.minSigners).toBe(publicKeys.minSigners);
        expect(encodeElement(again.verifyingKey)).toEqual(encodeElement(publicKeys.verifyingKey));
        expect([...again.verifyingShares].map(([x, share]) => [x, encodeElement(share)])).toEqual(
          [...publicKeys.verifyingShares].map(([x, share]) => [x, encodeElement(share)]),
        );
      }
    },
  );

  test('the same seed gives the same trace, another seed another one', () => {
    const hosts = makeHosts({ seed: 3, minSigners: 2, maxSigners: 3 });
    const trace = (seed: number): readonly string[] => simulateDkg({ seed, hosts }).world.trace;
    expect(trace(5)).toEqual(trace(5));
    expect(trace(5)).not.toEqual(trace(6));
  });

  test('the attempt is on disk before the Join, and everything is before the Cert', () => {
    const hosts = makeHosts({ seed: 4, minSigners: 2, maxSigners: 3 });
    const run = simulateDkg({ seed: 4, hosts });
    for (const seat of seats(3)) {
      const mine = run.world.trace.filter((line) => line.includes(`ms ${seat} `));
      const at = (what: string): number => mine.findIndex((line) => line.includes(what));
      expect(at(`persist ${ATTEMPT_USED}`)).toBe(0);
      expect(at(`send round ${DKG_ROUND.join}`)).toBe(1);
      expect(at(`persist ${PENDING}`)).toBeGreaterThan(at(`send round ${DKG_ROUND.reveal}`));
      expect(at(`send round ${DKG_ROUND.cert}`)).toBe(at(`persist ${PENDING}`) + 1);
    }
  });

  test('what is on disk is what was agreed on, with the share apart and sealed', () => {
    const hosts = makeHosts({ seed: 5, minSigners: 2, maxSigners: 3 });
    const run = simulateDkg({ seed: 5, hosts });
    const [used, pending] = run.simulation.disks.get(2) ?? [];
    if (used === undefined || pending === undefined) throw new Error('two records expected');
    expect(decodeAttemptUsed(used.bytes)).toEqual({
      proposalHash: hosts.group.proposalHash,
      attempt: 1,
    });
    // An attempt that is no exact number would be another one when it is written again.
    expect(() => decodeAttemptUsed(new Uint8Array(72).fill(0xff))).toThrow(WireError);
    const { key, proposal, state } = decodePending(pending.bytes, () => hosts.group);
    const result = resultOf(run, 2);
    expect([proposal, state]).toEqual([hosts.proposal, 'pending']);
    expect(key.transcript).toEqual(result.transcript);
    expect(key.cert).toEqual(result.cert);
    expect(key.keyId).toEqual(keyId(groupHash(hosts.group), 1));
    const share = pending.secret?.reveal() ?? new Uint8Array();
    expect(share).toEqual(result.share.reveal());
    expect(toHex(pending.bytes)).not.toContain(toHex(share));
    expect(JSON.stringify([run.world.trace, result.share])).not.toContain(toHex(share));
  });

  test('two attempts of one proposal make two keys', () => {
    const hosts = makeHosts({ seed: 6, minSigners: 2, maxSigners: 2 });
    const ids = [1, 2].map((attempt) =>
      toHex(resultOf(simulateDkg({ seed: 6, hosts, attempt }), 1).keyId),
    );
    expect(new Set(ids).size).toBe(2);
  });
});

describe('when something is missing', () => {
  test.each([DKG_ROUND.join, DKG_ROUND.commit, DKG_ROUND.reveal])(
    'silence from round %i on is a timeout that blames nobody',
    (from) => {
      const hosts = makeHosts({ seed: 8, minSigners: 2, maxSigners: 3 });
      const run = simulateDkg({
        seed: 8,
        hosts,
        conditions: { tamper: (l) => (l.from === 3 && l.round >= from ? [] : [l]) },
      });
      for (const seat of [1, 2]) {
        const outcome = run.simulation.outcomes.get(seat);
        if (outcome?.type !== 'abort') throw new Error('an abort expected');
        expect(outcome.detail).toEqual({ code: 'timeout', round: from, missing: [3] });
        expect(blame(outcome.detail).class).toBe('TIMEOUT');
      }
      expect(checkBlame(run, { suite: toySuite, faulty: [] })).toEqual([]);
    },
  );

  test('losses and partitions end in one key or in timeouts, never in blame', () => {
    for (let seed = 0; seed < 30; seed++) {
      const hosts = makeHosts({ seed, minSigners: 2, maxSigners: 4 });
      const run = simulateDkg({
        seed,
        hosts,
        conditions: {
          lossRatio: 0.02,
          isCut: (from, to, now) => seed % 3 === 0 && now > 150 && (from === 4) !== (to === 4),
        },
      });
      const done = seats(4).filter((s) => run.simulation.outcomes.get(s)?.type === 'complete');
      if (done.length > 0) checkAgreement(run.simulation, done);
      expect(checkBlame(run, { suite: toySuite, faulty: [] })).toEqual([]);
      for (const outcome of run.simulation.outcomes.values()) {
        if (outcome.type === 'abort') expect(outcome.detail.code).toBe('timeout');
      }
    }
  });
});

describe('when members disagree', () => {
  test('about the threshold: a matter of configuration, nobody is blamed', () => {
    const hosts = makeHosts({ seed: 9, minSigners: 2, maxSigners: 3 });
    const other: Group = { ...hosts.group, threshold: { minSigners: 3, maxSigners: 3 } };
    const run = simulateDkg({ seed: 9, hosts, believes: new Map([[2, other]]) });
    for (const seat of seats(3)) {
      const outcome = run.simulation.outcomes.get(seat);
      expect(outcome?.type === 'abort' && outcome.detail.code).toBe('group-mismatch');
      expect(outcome?.type === 'abort' && blame(outcome.detail).culprits).toEqual([]);
    }
  });

  test('about who is a member, also where the seats do not fit', () => {
    const hosts = makeHosts({ seed: 10, minSigners: 2, maxSigners: 4 });
    const { group } = hosts;
    const other: Group = {
      ...group,
      threshold: { minSigners: 2, maxSigners: 3 },
      members: group.members.slice(1),
    };
    const run = simulateDkg({ seed: 10, hosts, believes: new Map([[3, other]]) });
    for (const seat of seats(4)) {
      const outcome = run.simulation.outcomes.get(seat);
      expect(outcome?.type === 'abort' && outcome.detail.code).toBe('group-mismatch');
    }
    expect(checkBlame(run, { suite: toySuite, faulty: [] })).toEqual([]);
  });

  test('a session seen before is refused', () => {
    const hosts = makeHosts({ seed: 11, minSigners: 2, maxSigners: 2 });
    const run = simulateDkg({ seed: 11, hosts, usedSession: () => true });
    for (const outcome of run.simulation.outcomes.values()) {
      expect(outcome).toMatchObject({ type: 'abort', detail: { code: 'session-seen' } });
    }
  });
});

describe('with bad randomness', () => {
  test('two members on one random generator make no key, and neither is blamed', () => {
    const hosts = makeHosts({ seed: 12, minSigners: 2, maxSigners: 3 });
    const random = (seat: Seat): ReturnType<typeof seededRandom> =>
      seededRandom(12, seat === 1 ? 'one' : 'cloned');
    const run = simulateDkg({ seed: 12, hosts, random });
    for (const outcome of run.simulation.outcomes.values()) {
      expect(outcome).toMatchObject({
        type: 'abort',
        detail: { code: 'same-secret', seats: [2, 3] },
      });
    }
  });

  test.each([
    ['zeros', (): ((n: number) => Uint8Array) => (n) => new Uint8Array(n)],
    ['one byte over and over', () => (n: number) => new Uint8Array(n).fill(7)],
    ['the same bytes every time', () => (n: number) => seededRandom(1, 'same')(n)],
    ['too few bytes', () => (n: number) => seededRandom(1, 'few')(n - 1)],
  ])('%s: nothing leaves the node', (_, make) => {
    const hosts = makeHosts({ seed: 13, minSigners: 2, maxSigners: 2 });
    expect(() => simulateDkg({ seed: 13, hosts, random: make })).toThrow(/random/);
  });
});
