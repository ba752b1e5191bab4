import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, test } from 'vitest';
import { SCRIPTS } from './index.ts';
import { checkScript } from './testing.ts';

beforeAll(installNodeCrypto);

const names = SCRIPTS.filter(({ against }) => against === 'signing').map(({ name }) => name);
describe('a signer or coordinator gone bad breaks nothing that must hold', () => {
  test.each(names)('%s', (name) => checkScript(name));
});
