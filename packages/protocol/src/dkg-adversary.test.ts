import { ciphersuite, concat, schnorrSign } from '@permafrost/frost';
import { beforeAll, describe, expect, test } from 'vitest';
import { joinProofMessage } from './ceremony.ts';
import { DKG_ROUND, decodeJoin, encodeJoin } from './ceremony-messages.ts';
import { parseEnvelope, sealEnvelope } from './envelope.ts';
import { blame } from './fault.ts';
import { hostOf, joinScope } from './group.ts';
import type { Seat } from './session.ts';
import { attack, HONEST, LIAR, replaced } from './sim/attack.ts';
import {
  byzantine,
  type Conditions,
  checkAgreement,
  checkBlame,
  ciphertextAt,
  type DealtSecrets,
  type DkgRun,
  flipped,
  installNodeCrypto,
  makeHosts,
  seededRandom,
  simulateDkg,
  type Twist,
  toySuite,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

/** Codes of the faults that honest members ended with. */
function codes(run: DkgRun): ReadonlySet<string> {
  const ends = HONEST.map((seat) => {
    const outcome = run.simulation.outcomes.get(seat);
    return outcome?.type === 'abort' ? outcome.detail.code : String(outcome?.type);
  });
  return new Set(ends);
}

/** Where things are in msg1 of a toy deal, and in its body. */
const POP_AT = 4 + 2 * 32;
const E_AT = POP_AT + 64;
const POKE_AT = (body: Uint8Array): number => body.length - 64;

const longer = (bytes: Uint8Array): Uint8Array => concat(bytes, new Uint8Array(1));
const shorter = (bytes: Uint8Array): Uint8Array => bytes.slice(0, -1);
const garbage = new Uint8Array(32).fill(0xff);

type Row = readonly [what: string, code: string, twist: Twist];

/** Misconduct that every honest member can prove, by itself, against the liar. */
const PROVABLE: readonly Row[] = [
  [
    'a proof of the static key that is wrong',
    'bad-join',
    { join: (p) => flipped(p, p.length - 9) },
  ],
  ['a static key that is no element', 'bad-join', { join: (p) => replaced(p, 64, garbage) }],
  ['a static key of zero bytes', 'bad-join', { join: (p) => replaced(p, 64, new Uint8Array(32)) }],
  ['a Join that is too long', 'malformed-message', { join: longer }],
  ['a Join that is too short', 'malformed-message', { join: shorter }],
  ['an empty Join', 'malformed-message', { join: () => new Uint8Array() }],
  ['a Commit that is too long', 'malformed-message', { commit: longer }],
  ['a Commit that is too short', 'malformed-message', { commit: shorter }],
  ['an empty Commit', 'malformed-message', { commit: () => new Uint8Array() }],
  ['a Reveal of something else', 'commit-mismatch', { reveal: (p) => flipped(p, p.length - 1) }],
  ['a Reveal that is too long', 'bad-reveal', { reveal: longer }],
  ['a Reveal that is too short', 'bad-reveal', { reveal: shorter }],
  ['an empty Reveal', 'bad-reveal', { reveal: () => new Uint8Array() }],
  ['one coefficient more', 'bad-reveal', { body: (b) => concat(b, new Uint8Array(32)) }],
  ['one coefficient less', 'bad-reveal', { body: (b) => b.slice(32) }],
  ['no coefficients', 'bad-reveal', { body: () => new Uint8Array() }],
  ['a million bytes of coefficients', 'bad-reveal', { body: () => new Uint8Array(400_000) }],
  ['another length in front of the deal', 'bad-reveal', { body: (b) => flipped(b, 3) }],
  ['a constant term that is no element', 'bad-reveal', { body: (b) => replaced(b, 4, garbage) }],
  ['a coefficient of zero', 'bad-reveal', { body: (b) => replaced(b, 36, new Uint8Array(32)) }],
  [
    'an ephemeral key that is no element',
    'bad-reveal',
    { body: (b) => replaced(b, E_AT, garbage) },
  ],
  ['a proof that is no signature', 'bad-reveal', { body: (b) => replaced(b, POP_AT, garbage) }],
  ['a frame that is too long', 'bad-reveal', { body: (b, s) => flipped(b, 4 + frameAt(s, 1)) }],
  ['a frame that is too short', 'bad-reveal', { body: (b, s) => shortFrame(b, s) }],
  ['a proof of possession that is wrong', 'bad-reveal', { body: (b) => flipped(b, POP_AT + 33) }],
  ['a proof of possession moved to another constant term', 'bad-reveal', { body: otherConstant }],
  [
    'a proof of the ephemeral key that is wrong',
    'bad-reveal',
    { body: (b) => flipped(b, POKE_AT(b) + 33) },
  ],
];

/** Last byte of a frame's length. */
const frameAt = (s: DealtSecrets, to: Seat): number => ciphertextAt(s.ceremony, to) - 1;

function shortFrame(body: Uint8Array, s: DealtSecrets): Uint8Array {
  const copy = Uint8Array.from(body);
  copy[4 + frameAt(s, 3)] = 47;
  return copy;
}

function otherConstant(body: Uint8Array, { ceremony }: DealtSecrets): Uint8Array {
  const { group, encodeElement } = ceremony.cocktail;
  return replaced(body, 4, encodeElement(group.multiplyBase(12_345n)));
}

describe('misconduct that everybody sees', () => {
  test.each(PROVABLE.map((row, seed) => [...row, seed] as const))(
    '%s: %s',
    (_, code, twist, seed) => {
      const run = attack(seed, twist);
      expect(codes(run)).toEqual(new Set([code]));
      const verdicts = checkBlame(run, { suite: toySuite, faulty: [LIAR] });
      expect(verdicts).toHaveLength(HONEST.length);
      expect(verdicts[0]?.culprit).toEqual(run.hosts.group.members[LIAR - 1]);
    },
  );

  test.each(['ed25519', 'secp256k1'] as const)('the same over %s', (id) => {
    const suite = ciphersuite(id);
    const twists: readonly Twist[] = [
      { join: (p) => flipped(p, p.length - 9) },
      { body: (b) => flipped(b, b.length - 9) },
    ];
    for (const twist of twists) {
      const run = attack(3, twist, { suite });
      expect(checkBlame(run, { suite, faulty: [LIAR] })).toHaveLength(HONEST.length);
    }
  });
});

/** A second Join of the liar: another nonce, and a proof that is as good as the first. */
function secondJoin(run: { seed: number }, key: bigint) {
  const hosts = makeHosts({ seed: run.seed, minSigners: 2, maxSigners: 4 });
  const { group } = hosts;
  const scope = joinScope({ kind: 'cocktail-dkg', proposalHash: group.proposalHash, attempt: 1 });
  return (payload: Uint8Array): Uint8Array => {
    const { cocktail } = toySuite;
    const { groupHash } = decodeJoin(cocktail, payload);
    const nonce = new Uint8Array(32).fill(9);
    const hostPub = hostOf(group, LIAR) as Uint8Array;
    const message = joinProofMessage({ seat: LIAR, scope, hostPub, nonce });
    return encodeJoin({
      groupHash,
      nonce,
      publicKey: cocktail.encodeElement(cocktail.group.multiplyBase(key)),
      proof: schnorrSign(cocktail, key, message),
    });
  };
}

describe('saying different things to different members', () => {
  const partitions: readonly (readonly Seat[])[] = [[1], [3], [4], [1, 3], [1, 4], [3, 4]];

  test('two Joins: everybody proves it, nobody makes a key', () => {
    partitions.forEach((some, i) => {
      const other = secondJoin({ seed: 20 + i }, 77n);
      const run = attack(20 + i, { join: (p, to) => (some.includes(to) ? other(p) : p) });
      expect(codes(run)).not.toContain('complete');
      const verdicts = checkBlame(run, { suite: toySuite, faulty: [LIAR] });
      expect(verdicts.length).toBe(HONEST.length);
      expect(verdicts.every(({ code }) => code === 'equivocation')).toBe(true);
    });
  });

  test('a good Join to some and a bad one to others: those who leave show the others why', () => {
    partitions.forEach((some, i) => {
      const run = attack(30 + i, {
        join: (p, to) => (some.includes(to) ? flipped(p, p.length - 9) : p),
      });
      expect(codes(run)).not.toContain('complete');
      expect(checkBlame(run, { suite: toySuite, faulty: [LIAR] })).toHaveLength(HONEST.length);
    });
  });

  test('two Commits: everybody proves it, nobody makes a key', () => {
    partitions.forEach((some, i) => {
      const run = attack(40 + i, { commit: (p, to) => (some.includes(to) ? flipped(p, 0) : p) });
      expect(codes(run)).not.toContain('complete');
      expect(checkBlame(run, { suite: toySuite, faulty: [LIAR] })).toHaveLength(HONEST.length);
    });
  });

  test('two Reveals: those who see the wrong one prove it; nobody gets a certificate', () => {
    partitions.forEach((some, i) => {
      const run = attack(50 + i, {
        reveal: (p, to) => (some.includes(to) ? flipped(p, p.length - 1) : p),
      });
      const verdicts = checkBlame(run, { suite: toySuite, faulty: [LIAR] });
      expect(verdicts).toHaveLength(some.length);
    });
  });

  test('two messages to one member are both held against their author, at once', () => {
    const rounds: readonly Twist[] = [
      { join: (p) => p },
      { commit: (p) => p },
      { reveal: (p) => p },
    ];
    rounds.forEach((twist, round) => {
      const seed = 60 + round;
      const twice = byzantineTwice(seed, round);
      const verdicts = checkBlame(twice, { suite: toySuite, faulty: [LIAR] });
      expect(verdicts.length).toBeGreaterThan(0);
      expect(Object.keys(twist)).toHaveLength(1);
    });
  });
});

/** The liar's letters of one round, each followed by another one of another run of it. */
function byzantineTwice(seed: number, round: number): DkgRun {
  const hosts = makeHosts({ seed, minSigners: 2, maxSigners: 4 });
  const other = simulateDkg({ seed: seed + 1000, hosts });
  const second = other.simulation.letters.find((l) => l.from === LIAR && l.round === round);
  if (second === undefined) throw new Error('a second letter expected');
  if (round === DKG_ROUND.reveal) {
    return attack(seed, { reveal: (p, to) => (to === 1 ? flipped(p, 40) : p) });
  }
  const tamper: Conditions['tamper'] = (letter) =>
    letter.from === LIAR && letter.round === round
      ? [letter, { ...letter, envelope: second.envelope }]
      : [letter];
  return simulateDkg({ seed, hosts, conditions: { tamper } });
}

describe('disagreement that nobody can be blamed for', () => {
  test('a context that is made up', () => {
    const run = attack(70, { commit: (p) => flipped(p, 40) });
    expect(codes(run)).toEqual(new Set(['context-mismatch']));
    expect(checkBlame(run, { suite: toySuite, faulty: [LIAR] })).toEqual([]);
  });

  test('a root that is made up', () => {
    const run = attack(71, { root: (root) => flipped(root, 0) });
    expect(codes(run)).toEqual(new Set(['root-mismatch']));
    expect(checkBlame(run, { suite: toySuite, faulty: [LIAR] })).toEqual([]);
  });

  test('an envelope that claims another’s seat is nobody’s word but its signer’s', () => {
    const hosts = makeHosts({ seed: 74, minSigners: 2, maxSigners: 3 });
    const run = simulateDkg({
      seed: 74,
      hosts,
      conditions: {
        tamper: (letter) => {
          if (letter.from !== LIAR || letter.round !== DKG_ROUND.join) return [letter];
          const stolen = { ...parseEnvelope(letter.envelope), from: 3 };
          return [{ ...letter, envelope: sealEnvelope(stolen, hosts.seeds[1] as Uint8Array) }];
        },
      },
    });
    expect(run.simulation.outcomes.get(1)).toMatchObject({
      detail: { code: 'group-mismatch', seats: [LIAR] },
    });
    expect(checkBlame(run, { suite: toySuite, faulty: [LIAR] })).toEqual([]);
  });

  test('messages under another session id keep nothing out and blame nobody', () => {
    const hosts = makeHosts({ seed: 72, minSigners: 2, maxSigners: 3 });
    const old = simulateDkg({ seed: 72, hosts, attempt: 1 });
    const replayed = old.simulation.letters.filter((l) => l.round >= DKG_ROUND.reveal);
    const run = simulateDkg({
      seed: 73,
      hosts,
      attempt: 2,
      conditions: {
        tamper: (letter) => [
          letter,
          ...replayed.filter((l) => l.from === letter.from && l.to === letter.to),
        ],
      },
    });
    expect(new Set([...run.simulation.outcomes.values()].map((o) => o.type))).toEqual(
      new Set(['complete']),
    );
  });
});

describe('anything at all', () => {
  /** Some way of spoiling bytes, by the seed. */
  function spoil(seed: number, label: string, bytes: Uint8Array): Uint8Array {
    const random = seededRandom(seed, label);
    const [way, a, b] = random(3) as unknown as [number, number, number];
    const at = ((a << 8) | b) % Math.max(1, bytes.length);
    switch (way % 6) {
      case 0:
        return flipped(bytes, at);
      case 1:
        return random(bytes.length);
      case 2:
        return bytes.slice(0, at);
      case 3:
        return concat(bytes, random(at));
      case 4:
        return replaced(bytes, Math.max(0, at - 32), new Uint8Array(Math.min(32, bytes.length)));
      default:
        return bytes;
    }
  }

  test('neither crashes a session nor gets an honest member blamed', () => {
    for (let seed = 0; seed < 32; seed++) {
      const alter =
        (label: string) =>
        (payload: Uint8Array, to: Seat): Uint8Array =>
          spoil(seed, `${label} ${seed % 2 === 0 ? to : 'all'}`, payload);
      const run = attack(seed, {
        ...(seed % 4 === 0 ? { join: alter('join') } : {}),
        ...(seed % 4 === 1 ? { commit: alter('commit') } : {}),
        ...(seed % 4 === 2 ? { reveal: alter('reveal') } : {}),
        ...(seed % 4 === 3 ? { body: (b) => spoil(seed, 'body', b) } : {}),
        third: () => spoil(seed, 'third', new Uint8Array(96)),
      });
      checkBlame(run, { suite: toySuite, faulty: [LIAR] });
      const done = HONEST.filter((s) => run.simulation.outcomes.get(s)?.type === 'complete');
      if (done.length > 0) checkAgreement(run.simulation, done);
    }
  });

  test('also on the wire: who tampers there makes timeouts, not culprits', () => {
    const hosts = makeHosts({ seed: 5, minSigners: 2, maxSigners: 3 });
    for (let seed = 0; seed < 12; seed++) {
      const run = simulateDkg({
        seed,
        hosts,
        conditions: {
          tamper: (l) =>
            l.round === seed % 4 && l.from === 1
              ? [{ ...l, envelope: spoil(seed, `wire ${l.to}`, l.envelope) }]
              : [l],
        },
      });
      expect(checkBlame(run, { suite: toySuite, faulty: [] })).toEqual([]);
    }
  });

  test('two liars are both named', () => {
    const hosts = makeHosts({ seed: 6, minSigners: 2, maxSigners: 4 });
    const run = simulateDkg({
      seed: 6,
      hosts,
      byzantine: new Map<Seat, ReturnType<typeof byzantine>>([
        [2, byzantine({ body: (b) => flipped(b, POP_AT + 33) })],
        [4, byzantine({ body: (b) => flipped(b, POKE_AT(b) + 33) })],
      ]),
    });
    const named = run.simulation.reports.filter(({ by }) => by === 1);
    expect(named.map(({ detail }) => blame(detail).culprits)).toEqual([[4], [2]]);
    checkBlame(run, { suite: toySuite, faulty: [2, 4] });
  });
});
