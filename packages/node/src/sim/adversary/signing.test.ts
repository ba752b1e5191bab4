import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { SCRIPTS } from './index.ts';
import { judgeScript } from './judge.ts';

beforeAll(installNodeCrypto);

const names = SCRIPTS.filter(({ against }) => against === 'signing').map(({ name }) => name);
describe('a signer or coordinator gone bad breaks nothing that must hold', () => {
  test.each(names)('%s', (name) => {
    const { done, wrong } = judgeScript(name);
    expect(done, 'it did something').toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
