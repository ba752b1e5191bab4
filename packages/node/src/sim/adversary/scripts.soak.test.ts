import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { SCRIPTS } from './index.ts';
import { judgeSeed } from './judge.ts';

beforeAll(installNodeCrypto);

const names = SCRIPTS.map(({ name }) => name);
describe('every script, over seeds, breaks nothing that must hold', () => {
  test.each(names)('%s', (name) => {
    let done = 0;
    for (let seed = 20; seed < 25; seed++) {
      const judged = judgeSeed(name, seed);
      done += judged.done;
      expect(judged.wrong, `seed ${seed}`).toEqual([]);
    }
    expect(done, 'it did something').toBeGreaterThan(0);
  });
});
