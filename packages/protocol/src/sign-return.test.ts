import { toHex } from '@permafrost/frost';
import { describe, expect, test } from 'vitest';
import { attemptsMax } from './sign-attempts.ts';
import { type TestKey, testKey, testNode } from './sign-testing.ts';
import { expectBlame, failed, signed, threeOfFive, twoOfThree } from './sign-testing-expect.ts';
import { GRACE_MS, LEFT_MS, type RunResult, run } from './sign-testing-run.ts';

/** Seat 2 loses its connection when it is asked, and is back; its first answers get lost. */
function flapping(isNewBoot: boolean, times: number): RunResult {
  let lost = times;
  return run(twoOfThree, {
    dead: [3],
    pooled: 8,
    hooks: {
      onRequest: (_, envelope) => (lost-- > 0 ? [] : [envelope]),
      onSend: (count, feed) => {
        if (count > times) return;
        feed({ type: 'lost', from: 2 });
        feed({ type: 'found', from: 2, isNewBoot });
      },
    },
  });
}

describe('a member that is back', () => {
  test('in the same boot is sent the very same request, and completes the same attempt', () => {
    const result = flapping(false, 5);
    expect(signed(result).attempts).toEqual([
      { signers: [1, 2], excluded: [{ seat: 3, reason: 'disconnected' }] },
    ]);
    expect(new Set(result.requests.map(({ envelope }) => toHex(envelope))).size).toBe(1);
    expect(result.tookMs).toBeLessThan(100);
    expectBlame(result, twoOfThree, []);
  });

  test('in another boot is asked anew, three times', () => {
    for (const times of [1, 2, 3]) {
      const result = flapping(true, times);
      expect(signed(result).attempts.length).toBe(times + 1);
      expectBlame(result, twoOfThree, []);
    }
  });

  test('in yet another boot takes part no more', () => {
    const result = flapping(true, 4);
    expect(failed(result)).toMatchObject({ code: 'E_THRESHOLD', blame: [] });
    expect(failed(result).attempts.length).toBeLessThanOrEqual(4);
  });
});

/** All others are this slow. */
function slow(key: TestKey, delayMs: (seat: number) => number): RunResult {
  return run(key, { pooled: 4, hooks: { delayMs } });
}

describe('a connection that breaks when nobody can be spared', () => {
  const lose = (backAfterMs: number | undefined): RunResult =>
    run(twoOfThree, {
      pooled: 2,
      dead: [3],
      hooks: {
        onRequest: (_, envelope) => (backAfterMs === undefined ? [] : [envelope]),
        onSend: (count, feed, to, after) => {
          if (count > 1) return;
          feed({ type: 'lost', from: to });
          if (backAfterMs === undefined) return;
          after(backAfterMs, () => feed({ type: 'found', from: to, isNewBoot: false }));
        },
        delayMs: () => 50,
      },
    });

  test('is waited for a moment', () => {
    const result = lose(GRACE_MS - 1);
    expect(signed(result).signers).toEqual([1, 2]);
  });

  test('and not for longer', () => {
    const result = lose(undefined);
    expect(failed(result)).toMatchObject({ code: 'E_THRESHOLD', have: 1, need: 2 });
    expect(result.tookMs).toBe(GRACE_MS);
  });
});

describe('where everybody is merely slow', () => {
  test('there is a signature as soon as t of them answered, and at most n - t + 1 attempts', () => {
    for (const ms of [250, 1_000, 5_000, LEFT_MS - 1]) {
      const result = slow(threeOfFive, () => ms);
      expect(signed(result).attempts.length).toBeLessThanOrEqual(3);
      expect(result.tookMs).toBe(ms);
      expectBlame(result, threeOfFive, []);
    }
  });

  test('the late answers of several attempts are not mixed up', () => {
    const result = slow(threeOfFive, (seat) => 300 * seat);
    expect(signed(result).signers.length).toBe(3);
    expect(result.tookMs).toBeLessThan(1_600);
  });

  test('attempts wait longer and longer, and stay few', () => {
    const key = testKey({ minSigners: 2, maxSigners: 12, seed: 'many' });
    const result = slow(key, () => 3_000);
    expect(signed(result).attempts.length).toBeLessThan(9);
    expect(result.tookMs).toBe(3_000);
  });

  test('too slow for the request is told as that, with who was waited for', () => {
    const outcome = failed(slow(threeOfFive, () => LEFT_MS + 1));
    expect(outcome).toMatchObject({ code: 'E_DEADLINE', nothingSigned: 'unknown' });
    expect(outcome.down.map(({ reason }) => reason)).toEqual(Array(4).fill('silent'));
  });
});

test('a signer that stands by no offer costs few attempts, and a lying one besides still fewer', () => {
  const forgetful = (seat: number) => {
    const node = testNode(threeOfFive, seat);
    const nonces = { ...node.nonces, offered: () => undefined };
    return [seat, { ...node, ports: { ...node.ports, nonces } }] as const;
  };
  const result = run(threeOfFive, { pooled: 9, nodes: new Map([2, 3].map(forgetful)) });
  expect(signed(result).signers).toEqual([1, 4, 5]);
  expect(signed(result).attempts.length).toBeLessThan(
    attemptsMax({ minSigners: 3, maxSigners: 5 }),
  );
});
