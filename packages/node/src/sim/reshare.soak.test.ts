/** As reshare.test.ts, with a death around every write. */
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { dying } from './reshare-deaths.ts';

beforeAll(installNodeCrypto);

describe.each([0, 1, 2, 3, 4])('when node %i dies', (victim) => {
  test.each(['before', 'after'] as const)(
    '%s any of its writes, a change comes to one end',
    (when) => {
      let nth = 1;
      for (; ; nth++) {
        const epoch = dying(100 * victim + nth, { victim, when, nth });
        if (epoch === undefined) break;
        expect(epoch).toBeGreaterThan(0);
      }
      expect(nth).toBeGreaterThan(3);
    },
  );
});
