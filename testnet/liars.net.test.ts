/**
 * Two of five processes lie with every share they give: everybody gets signatures all the same,
 * and whoever asks is told who lied, with evidence.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LoadFigures } from '@permafrost/testnet';
import {
  killProcess,
  openClients,
  runLoad,
  startProcess,
  type TestnetPaths,
  testnetPaths,
} from '@permafrost/testnet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LAUNCHER, type SharedTestnet, startTestnet } from './shared.ts';

const HOOK = fileURLToPath(
  new URL('../packages/testnet/src/testing/lying-share.ts', import.meta.url),
);
const LIARS = ['node4', 'node5'];
const HONEST = ['node1', 'node2', 'node3'];

describe('a network in which two of five lie with every share', () => {
  let testnet: SharedTestnet;
  let paths: TestnetPaths;
  let figures: LoadFigures;
  const failures: string[] = [];

  beforeAll(async () => {
    testnet = await startTestnet(['--suites', 'ed25519']);
    paths = testnetPaths(testnet.up.dir);
    for (const name of LIARS) {
      await killProcess(paths, name);
      startProcess(paths, name, [process.execPath, '--import', HOOK, LAUNCHER]);
    }
    await untilWhole(testnet);
    const signal = AbortSignal.timeout(60_000);
    const addresses = testnet.network.peers.map((peer) => peer.address);
    const clients = await openClients({
      home: paths.operator,
      concurrency: 4,
      addresses,
      signal,
      env: {},
    });
    try {
      const load = { networks: clients, key: 'team', concurrency: 4, seconds: 5, rate: 8, signal };
      figures = await runLoad({
        ...load,
        onEnd: (_, result) => {
          if (result.type === 'failed')
            failures.push(`${result.error.code} ${result.error.message}`);
        },
      });
    } finally {
      await Promise.all(clients.map((client) => client.close()));
    }
  });
  afterAll(async () => {
    await testnet?.stop();
  });

  test('signs all that is asked for, whoever is asked', () => {
    expect(failures).toEqual([]);
    expect(figures.signed).toBe(figures.requests);
    expect(figures.signed).toBeGreaterThan(10);
  });

  test('has lied indeed, and gives signatures of those who do not', async () => {
    const message = new TextEncoder().encode('who signs?');
    const { signers } = await testnet.network.sign({ key: 'team', message });
    expect([...signers].sort()).toEqual(HONEST);
    expect(figures.furtherAttempts).toBeGreaterThan(0);
  });

  test('is measured by the load command, which signs all the same', async () => {
    const flags = ['--seconds', '1', '--concurrency', '2', '--rate', '5', '--json'];
    const ran = await testnet.permafrost(['load', ...flags]);
    expect(ran.code).toBe(0);
    const document = JSON.parse(ran.out);
    expect(document).toMatchObject({ key: 'team', suite: 'ed25519', failed: 0, errors: {} });
    expect(document.signed).toBe(document.requests);
    expect(document.latencyMs.p50).toBeLessThanOrEqual(document.latencyMs.max);
    expect((await testnet.permafrost(['load', '--concurrency', '0', '--json'])).out).toContain(
      'E_BAD_REQUEST',
    );
  });

  test('leaves evidence against the liars alone, which anybody can check', async () => {
    const files = HONEST.flatMap((name) => {
      const folder = join(paths.home(name), 'evidence');
      // A node that was never asked together with a liar has no such folder.
      return existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
    });
    expect(files.length).toBeGreaterThan(0);
    for (const file of files.slice(0, 4)) {
      const ran = await testnet.permafrost(['evidence', 'verify', file, '--json']);
      expect(ran.code).toBe(0);
      expect(LIARS.some((name) => ran.out.includes(`"${name}"`))).toBe(true);
      expect(HONEST.some((name) => ran.out.includes(`"${name}"`))).toBe(false);
    }
  });

  test('shows in status who lied, how often, and where the proofs are', async () => {
    const { out } = await testnet.permafrost(['status', '--json']);
    const { blame } = JSON.parse(out) as { readonly blame: readonly Blamed[] };
    const byHonest = blame.filter(({ by }) => HONEST.includes(by));
    const liars = new Set(byHonest.map(({ node }) => node));
    expect([...liars].filter((name) => !LIARS.includes(name))).toEqual([]);
    const proven = byHonest.filter(({ files }) => files.length > 0);
    expect(proven.length).toBeGreaterThan(0);
    for (const { by, files, count } of proven) {
      expect(count).toBeGreaterThan(0);
      const lying = readdirSync(join(paths.home(by), 'evidence'));
      expect(files.filter((file) => !lying.includes(file))).toEqual([]);
    }
    const text = await testnet.permafrost(['status']);
    expect(text.out).toMatch(
      /node\d saw node\d break the rules, invalid-share, \d+ times?; proven/,
    );
    const [{ by }] = proven as [Blamed];
    const listed = await testnet.permafrost([
      'evidence',
      'list',
      '--home',
      paths.home(by),
      '--json',
    ]);
    expect(listed.code).toBe(0);
    const { evidence } = JSON.parse(listed.out) as { readonly evidence: { name: string }[] };
    expect(evidence.length).toBeGreaterThan(0);
    for (const one of evidence) {
      expect(one).toMatchObject({ proven: true });
      expect(LIARS).toContain(one.name);
    }
  });
});

type Blamed = {
  readonly by: string;
  readonly node: string;
  readonly count: number;
  readonly files: readonly string[];
};

async function untilWhole({ network }: SharedTestnet): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const answers = await network.survey();
    const isWhole = answers.every(
      (one) => 'status' in one && one.status.ready && one.status.links.every((link) => link.up),
    );
    if (isWhole) return;
    await sleep(100);
  }
  throw new Error('the liars did not come back');
}
