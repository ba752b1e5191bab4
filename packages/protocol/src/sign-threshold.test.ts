import { describe, expect, test } from 'vitest';
import { testNode } from './sign-testing.ts';
import {
  expectBlame,
  failed,
  lyingShare,
  signed,
  threeOfFive,
  twoOfThree,
} from './sign-testing-expect.ts';
import { LEFT_MS, run } from './sign-testing-run.ts';

describe('too few members', () => {
  test('with closed connections it ends at once, naming them, and nothing was signed', () => {
    const result = run(threeOfFive, { dead: [2, 3, 4] });
    const outcome = failed(result);
    expect(outcome).toMatchObject({ code: 'E_THRESHOLD', need: 3, have: 2, nothingSigned: true });
    expect(outcome.down).toEqual([2, 3, 4].map((seat) => ({ seat, reason: 'disconnected' })));
    expect(result.tookMs).toBe(0);
    expectBlame(result, threeOfFive, []);
  });

  test('that are connected and silent are waited for until the end of the request', () => {
    const silent = [2, 3, 4];
    const result = run(threeOfFive, { dead: silent, change: { candidates: [2, 3, 4, 5] } });
    const outcome = failed(result);
    expect(outcome).toMatchObject({ code: 'E_DEADLINE', have: 2, nothingSigned: true });
    expect(outcome.down).toEqual(silent.map((seat) => ({ seat, reason: 'silent' })));
    expect(result.tookMs).toBe(LEFT_MS);
  });

  test('that make no offers are not waited for', () => {
    for (const reason of ['refused', 'epoch'] as const) {
      const result = run(threeOfFive, {
        hooks: {
          onPull: (seat, feed) => {
            if (seat < 5) feed({ type: 'no-offers', from: seat, reason });
            return seat < 5;
          },
        },
      });
      const outcome = failed(result);
      expect(outcome).toMatchObject({ code: 'E_THRESHOLD', have: 2, nothingSigned: true });
      expect(outcome.down).toEqual([2, 3, 4].map((seat) => ({ seat, reason })));
      expect(result.tookMs).toBeLessThan(100);
    }
  });

  test('with silent members that are lost at last it ends then', () => {
    const result = run(threeOfFive, {
      pooled: 1,
      hooks: {
        onRequest: (seat, envelope) => (seat === 5 ? [envelope] : []),
        onSend: (count, feed) => {
          if (count === 4) for (const from of [2, 3, 4]) feed({ type: 'lost', from });
        },
      },
    });
    expect(failed(result)).toMatchObject({ code: 'E_THRESHOLD', have: 2 });
    expect(result.tookMs).toBeLessThan(1_000);
  });

  test('with members that fall silent after they were asked, nobody can say that nothing was signed', () => {
    const result = run(threeOfFive, {
      pooled: 1,
      hooks: { onRequest: (seat, envelope) => (seat === 5 ? [envelope] : []) },
    });
    const outcome = failed(result);
    expect(outcome).toMatchObject({ code: 'E_DEADLINE', have: 2, nothingSigned: 'unknown' });
    expect(result.tookMs).toBe(LEFT_MS);
    expectBlame(result, threeOfFive, []);
  });

  test('that lie are blamed, and the attempts stay bounded', () => {
    const result = run(threeOfFive, {
      pooled: 3,
      hooks: {
        onShare: (seat, envelope) => lyingShare(threeOfFive, seat)(seat, envelope),
      },
    });
    const outcome = failed(result);
    expect(outcome.blame.length).toBeGreaterThanOrEqual(3);
    expect(outcome.attempts.length).toBeLessThanOrEqual(4);
    expectBlame(result, threeOfFive, outcome.blame);
  });

  test('more refusals than the key can spare deny the request with their code', () => {
    const refusing = (seat: number) =>
      testNode(twoOfThree, seat, { policy: () => ({ code: 'E_FORBIDDEN', reason: 'no' }) });
    const nodes = new Map([
      [2, refusing(2)],
      [3, refusing(3)],
    ]);
    const outcome = failed(run(twoOfThree, { nodes }));
    expect(outcome).toMatchObject({ code: 'E_FORBIDDEN', have: 1, nothingSigned: 'unknown' });
  });

  test('a coordinator that refuses itself lets the others sign', () => {
    const nodes = new Map([
      [1, testNode(twoOfThree, 1, { policy: () => ({ code: 'E_FORBIDDEN', reason: 'no' }) })],
    ]);
    const result = run(twoOfThree, { nodes, pooled: 2 });
    expect(signed(result).signers).toEqual([2, 3]);
    expect(signed(result).attempts[0]?.excluded).toEqual([{ seat: 1, reason: 'refused' }]);
  });
});
