import { ciphersuite } from '@permafrost/frost';
import { beforeAll, describe, expect, test } from 'vitest';
import { DKG_ROUND } from './ceremony-messages.ts';
import { complain } from './complaint.ts';
import { blame } from './fault.ts';
import type { Seat } from './session.ts';
import { attack, LIAR, replaced } from './sim/attack.ts';
import {
  type Conditions,
  checkBlame,
  ciphertextAt,
  type DealtSecrets,
  dealInstead,
  flipped,
  installNodeCrypto,
  type Twist,
  toySuite,
} from './sim/index.ts';

beforeAll(installNodeCrypto);

const OFFSET = 32;
const notAScalar = new Uint8Array(32).fill(0xff);
const wrongShare = toySuite.encodeScalar(4711n);

describe('bad shares and complaints', () => {
  test.each([
    ['garbage', (b: Uint8Array, s: DealtSecrets) => flippedFor(b, s, 3)],
    ['no scalar', (_: Uint8Array, s: DealtSecrets) => dealInstead(s, 3, notAScalar)],
    ['another share', (_: Uint8Array, s: DealtSecrets) => dealInstead(s, 3, wrongShare)],
    ['a share of zero', (_: Uint8Array, s: DealtSecrets) => dealInstead(s, 3, new Uint8Array(32))],
  ])('%s to one member: it proves so to everybody', (_, body) => {
    for (const seed of [80, 81]) {
      const run = attack(seed, { body });
      const outcome = run.simulation.outcomes.get(3);
      expect(outcome).toMatchObject({
        type: 'abort',
        detail: { code: 'bad-share', culprit: LIAR, witness: 3 },
      });
      const verdicts = checkBlame(run, { suite: toySuite, faulty: [LIAR] });
      expect(verdicts.length).toBeGreaterThan(0);
      expect(verdicts.every(({ code }) => code === 'bad-share')).toBe(true);
    }
  });

  test('the same over ed25519 and secp256k1', () => {
    for (const id of ['ed25519', 'secp256k1'] as const) {
      const suite = ciphersuite(id);
      const run = attack(83, { body: (b, s) => flippedFor(b, s, 3) }, { suite });
      expect(checkBlame(run, { suite, faulty: [LIAR] }).length).toBeGreaterThan(0);
    }
  });

  /** Seat 1 hears seat 4 after the liar's complaint; the others hear the complaint last. */
  const slow: Partial<Conditions> = {
    extraMs: (l) => {
      if (l.from === 4 && l.to === 1 && l.round === DKG_ROUND.reveal) return 1_000;
      return l.from === LIAR && l.to !== 1 && l.round === DKG_ROUND.cert ? 2_000 : 0;
    },
  };

  type Accuse = NonNullable<Twist['third']>;
  const accuse3: Accuse = (s) => {
    const { ceremony, setup, me, staticSecret, random, reveals } = s;
    const reveal = reveals.get(3);
    if (reveal === undefined) return undefined;
    const dealer = { seat: 3, reveal };
    return complain(ceremony, setup, { me, dealer, why: 'VSS', staticSecret, random });
  };

  test.each<readonly [string, Accuse]>([
    ['about a share that is fine', accuse3],
    ['with a mangled proof', (s) => mangled(accuse3(s), -1)],
    ['with a proof of no elements', (s) => mangled(accuse3(s), 99)],
    [
      'with a proof for another ciphertext',
      (s) => {
        const own = accuse3({ ...s, me: 4 });
        return own;
      },
    ],
  ])('a complaint %s convicts its author', (_, third) => {
    const run = attack(90, { third }, { conditions: slow });
    expect(run.simulation.outcomes.get(1)).toMatchObject({
      type: 'abort',
      detail: { code: 'false-complaint', culprit: LIAR, accused: 3 },
    });
    const verdicts = checkBlame(run, { suite: toySuite, faulty: [LIAR] });
    expect(verdicts.map(({ code }) => code)).toContain('false-complaint');
    // Whoever had certified before keeps what it has.
    expect(run.simulation.outcomes.get(3)?.type).toBe('complete');
  });

  test.each<readonly [string, Accuse, string]>([
    ['about its author', (s) => mangledSeat(accuse3(s), LIAR), 'malformed-message'],
    ['about seat 0', (s) => mangledSeat(accuse3(s), 0), 'malformed-message'],
    ['of an unknown kind', (s) => mangled(accuse3(s), 2, 9), 'malformed-message'],
    ['that is neither Cert nor Complaint', () => new Uint8Array(5), 'malformed-message'],
    ['about a seat that nobody has', (s) => mangledSeat(accuse3(s), 9), 'void-complaint'],
    ['about another context', (s) => mangled(accuse3(s), 3), 'void-complaint'],
    ['about another body', (s) => mangled(accuse3(s), 3 + OFFSET), 'void-complaint'],
  ])('a complaint %s opens no share: %s', (_, third, code) => {
    const run = attack(91, { third }, { conditions: slow });
    const outcome = run.simulation.outcomes.get(1);
    if (outcome?.type !== 'abort') throw new Error('an abort expected');
    expect(outcome.detail.code).toBe(code);
    expect(blame(outcome.detail).class).toBe(code === 'void-complaint' ? 'CONFIG' : 'PROOF');
    checkBlame(run, { suite: toySuite, faulty: [LIAR] });
  });
});

function flippedFor(body: Uint8Array, s: DealtSecrets, to: Seat): Uint8Array {
  return flipped(body, 4 + ciphertextAt(s.ceremony, to) + 1);
}

function mangled(payload: Uint8Array | undefined, at: number, by?: number): Uint8Array | undefined {
  if (payload === undefined) return undefined;
  const copy = Uint8Array.from(payload);
  const index = at < 0 ? copy.length + at - 8 : at;
  copy[index] = by ?? (copy[index] as number) ^ 1;
  return copy;
}

function mangledSeat(payload: Uint8Array | undefined, seat: Seat): Uint8Array | undefined {
  return payload && replaced(payload, 0, Uint8Array.of(seat >> 8, seat & 255));
}
