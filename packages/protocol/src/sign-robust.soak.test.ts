import { describe, test } from 'vitest';
import { seededRandom } from './sign-testing.ts';
import { BAD, type Behaviour, check, keyFor, mixtures, play } from './sign-testing-behaviours.ts';

describe('with enough honest members there is a signature, at length', () => {
  test('whatever n - t others of five or fewer do, wherever they sit', { timeout: 600_000 }, () => {
    for (const n of [3, 4, 5]) {
      for (let t = 2; t <= n; t++) {
        for (const others of mixtures(n - 1, n - t, BAD)) {
          check(keyFor(t, n), others, play(keyFor(t, n), others, 2));
        }
      }
    }
  });

  test('in groups of 20 with as many bad ones as the key can spare', { timeout: 600_000 }, () => {
    const random = seededRandom('full');
    for (let round = 0; round < 300; round++) {
      const [b = 0] = random(1);
      const t = 2 + (b % 18);
      const bytes = [...random(19)];
      const others = bytes.map((byte, i): Behaviour => {
        const rank = bytes.filter((one, j) => one > byte || (one === byte && j < i)).length;
        return rank < 20 - t ? (BAD[byte % BAD.length] ?? 'silent') : 'honest';
      });
      const key = keyFor(t, 20);
      check(key, others, play(key, others, 3));
    }
  });
});
