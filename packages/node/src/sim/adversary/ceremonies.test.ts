import { installNodeCrypto } from '@permafrost/protocol/sim';
import { beforeAll, describe, test } from 'vitest';
import { checkScript } from './testing.ts';

beforeAll(installNodeCrypto);

/** One of each sort; the others run in the soak test, and each alone one layer down. */
const names = [
  'more-coefficients',
  'copied-ephemeral',
  'second-join',
  'two-reveals',
  'share-of-another-value',
  'false-complaint',
  'selective-certs',
  'late-cert',
  'reveal-last',
  'second-start',
  'second-proposal',
];
describe('a member gone bad in a key generation breaks nothing that must hold', () => {
  test.each(names)('%s', (name) => checkScript(name));
});
