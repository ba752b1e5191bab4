import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, test } from 'vitest';
import { SCRIPTS } from './index.ts';
import { checkScript } from './testing.ts';

beforeAll(installNodeCrypto);

const names = SCRIPTS.map(({ name }) => name);
describe('every script, over seeds, breaks nothing that must hold', () => {
  test.each(names)('%s', (name) => {
    for (let seed = 20; seed < 25; seed++) checkScript(name, seed);
  });
});
