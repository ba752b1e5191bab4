import { installNodeCrypto } from '@permafrost/protocol/sim';
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLOCK_JUMP_MS } from '../tables/nonces.ts';
import { type Cores, createCores } from '../testing/cores.ts';
import { ceremony, toy } from '../testing/keys.ts';
import { type Person, person } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';

beforeAll(installNodeCrypto);

const HOUR_MS = 3_600_000;
const requester = person('requester');
const key = ceremony(3, { requester });

/** Three members, the first of which has made offers for the second. */
function scene(): Cores {
  const s = createCores(3, [key]);
  s.connect();
  offer(s);
  expect(unused(s)).toBeGreaterThan(0);
  return s;
}

function offer(s: Cores): void {
  const { keyId, epochId } = key.entryOf(0);
  const body = encodeMessage(permafrost.v1.OfferRequest, { keyId, epochId, count: 5 });
  const from = (s.all[1] as Person).operator.host;
  s.give(0, { type: 'frame', from, kind: limits.FRAME.offerRequest, body });
}

const unused = (s: Cores): number =>
  s.cores[0]?.poolSizes().find(({ pool }) => pool === 'own nonces')?.size ?? 0;

const jumps = (s: Cores): readonly unknown[] =>
  s.actions.flatMap(({ by, action }) =>
    by === 0 && action.type === 'log' && action.event.includes('clock jumped')
      ? [action.fields.jumpMs]
      : [],
  );

function sign(s: Cores, text: string): boolean {
  const { publicKey } = key.entryOf(0);
  const message = new TextEncoder().encode(text);
  const request = requestOf(requester, key.entryOf(0), s.now(), {
    message,
    idempotencyKey: new TextEncoder().encode(`request ${text}`.padEnd(16)),
  });
  const { operatorPub } = requester.operator;
  const signature = s.call(1, operatorPub, submission(request)).at(-1)?.sign?.signature;
  return signature instanceof Uint8Array && toy.verify({ publicKey, message, signature });
}

describe('a clock that jumps', () => {
  test('forward or back takes all unused nonces, with the first thing that happens', () => {
    for (const ms of [HOUR_MS, -HOUR_MS, CLOCK_JUMP_MS + 1, -CLOCK_JUMP_MS - 1]) {
      const s = scene();
      s.setWall(ms);
      s.give(0, { type: 'timer', id: 'tick' });
      expect(unused(s), `${ms} ms`).toBe(0);
      expect(jumps(s)).toEqual([ms]);
      // Once: it is right again from there on.
      s.give(0, { type: 'timer', id: 'tick' });
      expect(jumps(s)).toHaveLength(1);
    }
  });

  test('is no jump when both clocks go on, or a time server corrects a little', () => {
    const s = scene();
    const before = unused(s);
    s.later(60_000);
    s.give(0, { type: 'timer', id: 'tick' });
    for (const ms of [CLOCK_JUMP_MS, -CLOCK_JUMP_MS]) {
      s.setWall(ms);
      s.give(0, { type: 'timer', id: 'tick' });
    }
    expect(jumps(s)).toEqual([]);
    expect(unused(s)).toBe(before);
  });

  test('does not keep anybody from signing after it', () => {
    const s = scene();
    expect(sign(s, 'before')).toBe(true);
    for (const [i, ms] of [HOUR_MS, -2 * HOUR_MS, HOUR_MS].entries()) {
      s.setWall(ms);
      expect(sign(s, `after ${i}`)).toBe(true);
    }
  });
});
