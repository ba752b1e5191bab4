/**
 * One network for all: programs that nobody here wrote accept what it signs and refuse what it did
 * not, and then the command line has its nodes killed, damaged, stopped and started.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import { bitcoinTests } from './clients/bitcoin.ts';
import { childrenTests } from './clients/children.ts';
import { commandTests } from './clients/command.ts';
import { opensshTests } from './clients/openssh.ts';
import { opensslTests } from './clients/openssl.ts';
import { type SharedTestnet, startTestnet } from './shared.ts';

describe('a network of five processes, any three of which sign', () => {
  let testnet: SharedTestnet;

  beforeAll(async () => {
    testnet = await startTestnet(['--suites', 'ed25519,secp256k1-tr,ed448,secp256k1']);
  });
  afterAll(async () => {
    await testnet?.stop();
  });

  opensslTests(() => testnet);
  bitcoinTests(() => testnet);
  childrenTests(() => testnet);
  opensshTests(() => testnet);
  commandTests(() => testnet);
});
