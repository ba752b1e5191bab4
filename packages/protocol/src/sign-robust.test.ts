import { describe, test } from 'vitest';
import { seededRandom } from './sign-testing.ts';
import {
  BAD,
  BEHAVIOURS,
  type Behaviour,
  check,
  combinations,
  keyFor,
  mixtures,
  play,
} from './sign-testing-behaviours.ts';

/** One of each way to cost an attempt: nothing, too late, wrong, no, and again and again. */
const FEW: readonly Behaviour[] = ['silent', 'lying', 'late', 'refusing', 'restarting'];

describe('with enough honest members there is a signature, and nobody honest is blamed', () => {
  test('whatever two others do', () => {
    for (const t of [2, 3]) {
      for (const [i, others] of combinations(2, BEHAVIOURS).entries()) {
        check(keyFor(t, 3), others, play(keyFor(t, 3), others, i % 2 === 0 ? 0 : 3));
      }
    }
  });

  test('whatever n - t others of four or five do, wherever they sit', () => {
    for (const n of [4, 5]) {
      for (let t = Math.max(2, n - 2); t <= n; t++) {
        for (const others of mixtures(n - 1, n - t, n - t < 2 ? BAD : FEW)) {
          check(keyFor(t, n), others, play(keyFor(t, n), others, 2));
        }
      }
    }
  });

  test('in groups of 5 to 20 with any mixture', () => {
    const random = seededRandom('robust');
    for (let round = 0; round < 20; round++) {
      const [a = 0, b = 0, pooled = 0] = random(3);
      const n = 5 + (a % 16);
      const t = 2 + (b % (n - 1));
      const others = [...random(n - 1)].map(
        (byte): Behaviour =>
          byte < 160 ? 'honest' : (BEHAVIOURS[byte % BEHAVIOURS.length] ?? 'honest'),
      );
      const key = keyFor(t, n);
      check(key, others, play(key, others, pooled % 2 === 0 ? 0 : 4));
    }
  });
});
