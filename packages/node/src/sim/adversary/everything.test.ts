import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, test } from 'vitest';
import { checkScript } from './testing.ts';

beforeAll(installNodeCrypto);

const names = ['mangle', 'equivocate', 'replay', 'withhold', 'delay', 'flood'];
describe('a node gone bad in everything breaks nothing that must hold', () => {
  test.each(names)('%s', (name) => checkScript(name));
});
