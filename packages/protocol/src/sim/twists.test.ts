import { ciphersuite } from '@permafrost/frost';
import { beforeAll, describe, expect, test } from 'vitest';
import { ceremonyOf } from '../ceremony.ts';
import { decodeJoin, decodeReveal } from '../ceremony-messages.ts';
import { parseEnvelope } from '../envelope.ts';
import { hostOf, joinScope } from '../group.ts';
import type { Seat } from '../session.ts';
import { attack, HONEST, LIAR } from './attack.ts';
import {
  checkAgreement,
  checkBlame,
  installNodeCrypto,
  makeHosts,
  type NamedTwist,
  NO_SPOILS,
  type Spoils,
  simulateDkg,
  TWISTS,
  toySuite,
} from './index.ts';

let spoils: Spoils = NO_SPOILS;

beforeAll(() => {
  installNodeCrypto();
  spoils = spoilsOf(7);
});

/** A few are enough where arithmetic is slow. */
const REAL = ['more-coefficients', 'rogue-constant', 'share-not-reduced', 'false-complaint'];

/** What the liar has of an earlier key generation of the same group. */
function spoilsOf(seed: number): Spoils {
  const hosts = makeHosts({ seed, minSigners: 2, maxSigners: 4 });
  const { sizes, cocktail } = ceremonyOf(toySuite, hosts.group, 2);
  const { letters } = simulateDkg({ seed: seed + 500, hosts, attempt: 2 }).simulation;
  const others = letters.filter(({ from }) => from !== LIAR);
  const payloads = (round: number) =>
    others
      .filter((letter) => letter.round === round)
      .map(({ envelope }) => parseEnvelope(envelope).payload);
  return {
    joins: payloads(0).map((payload) => decodeJoin(cocktail, payload)),
    bodies: payloads(2).map((payload) => decodeReveal(payload, sizes).body),
  };
}

function check(
  { name, codes, twist }: NamedTwist,
  {
    some,
    spoils: given,
    suite = toySuite,
  }: { some: ReadonlySet<Seat>; spoils: Spoils; suite?: typeof toySuite },
): void {
  const seed = 7;
  const { group } = makeHosts({ seed, suite, minSigners: 2, maxSigners: 4 });
  const { proposalHash } = group;
  const scope = joinScope({ kind: 'cocktail-dkg', proposalHash, attempt: 1 });
  const hostPub = hostOf(group, LIAR) ?? new Uint8Array();
  const { cocktail } = suite;
  const run = attack(seed, twist({ some, spoils: given, cocktail, scope, hostPub }), { suite });
  checkBlame(run, { suite, faulty: [LIAR] });
  const ends = HONEST.map((seat) => run.simulation.outcomes.get(seat));
  const aborts = ends.flatMap((end) => (end?.type === 'abort' ? [end.detail.code] : []));
  // A complaint may come when all have certified; its author never does, so there is no key.
  if (!name.includes('complaint')) expect(aborts.length).toBeGreaterThan(0);
  for (const code of aborts) expect(codes).toContain(code);
  // Some may have certified before they heard: then all of those hold one key.
  const done = HONEST.filter((_seat, i) => ends[i]?.type === 'complete');
  if (done.length > 0) checkAgreement(run.simulation, done);
}

describe('a member that breaks a key generation in one way is proven or stopped', () => {
  test.each(TWISTS.map((one) => [one.name, one] as const))('%s', (_, one) => {
    for (const some of [new Set<Seat>([3]), new Set<Seat>([1, 4])]) {
      check(one, { some, spoils });
    }
  });

  test.each(REAL)('%s over ed25519', (name) => {
    const one = TWISTS.find((twist) => twist.name === name);
    if (one === undefined) throw new Error(name);
    check(one, { some: new Set([3]), spoils: NO_SPOILS, suite: ciphersuite('ed25519') });
  });
});
