import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeScript } from './judge.ts';

beforeAll(installNodeCrypto);

const names = [
  'mangle',
  'equivocate',
  'replay',
  'withhold',
  'delay',
  'flood',
  'false-boot',
  'false-oath',
];
describe('a node gone bad in everything breaks nothing that must hold', () => {
  test.each(names)('%s', (name) => {
    const { done, wrong } = judgeScript(name);
    expect(done, 'it did something').toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
