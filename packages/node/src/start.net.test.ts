import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ed25519PublicKey } from '@permafrost/frost';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import { encodeRoster, type RosterCard, rosterOf, signRoster } from '@permafrost/protocol';
import { homePaths, StorageError } from '@permafrost/storage';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { startNode } from './node.ts';
import {
  bareHost,
  callerOf,
  cardOf,
  cleanUp,
  makeSite,
  putRoster,
  type Site,
  startAt,
  type TestHome,
} from './testing/homes.ts';

afterEach(cleanUp);

const exec = promisify(execFile);

async function oneHome(): Promise<{ readonly site: Site; readonly home: TestHome }> {
  const site = await makeSite(1);
  const home = site.homes[0];
  if (home === undefined) throw new Error('no home');
  return { site, home };
}

/** What starting at this home fails with. */
async function failureAt(home: TestHome, options = {}): Promise<StorageError> {
  const error: unknown = await startAt(home, options).then(
    () => new Error('it started'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof StorageError) return error;
  throw error;
}

/** Flips a byte in the largest log of the database, where records are. */
async function damage(home: TestHome): Promise<void> {
  const folder = join(homePaths(home.dir).store, 'db');
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.log'))) {
    const bytes = await readFile(join(folder, name));
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 0x40;
    await writeFile(join(folder, name), bytes);
  }
}

describe('a home', () => {
  test('whose node runs already is E_STORE_LOCKED, and that node goes on', async () => {
    const { site, home } = await oneHome();
    await startAt(home);
    expect((await failureAt(home)).code).toBe('E_STORE_LOCKED');
    const caller = await callerOf(await bareHost(site.operatorSeed), home);
    expect((await caller.call({ nodeInfo: {} })).nodeInfo?.name).toBe('node1');
  });

  test('with a flipped byte is E_STORE_TAMPERED; with recover it begins anew and says so', async () => {
    const { site, home } = await oneHome();
    await (await startAt(home)).stop();
    await damage(home);
    const failure = await failureAt(home);
    expect(failure.code).toBe('E_STORE_TAMPERED');
    expect(failure.hint).toContain('--recover');
    // And goes on saying so, also after it started once more as usual.
    for (const recover of [true, false]) {
      const node = await startAt(home, { recover });
      const caller = await callerOf(await bareHost(site.operatorSeed), home);
      const { nodeStatus } = await caller.call({ nodeStatus: {} });
      expect(nodeStatus?.warnings).toEqual([expect.stringContaining('begun anew')]);
      expect(nodeStatus?.keys ?? []).toEqual([]);
      expect(nodeStatus?.ready).toBe(false);
      await node.stop();
    }
  });

  test('with a lost head or store is E_STORE_TAMPERED too', async () => {
    for (const what of ['head', 'store'] as const) {
      const { home } = await oneHome();
      await (await startAt(home)).stop();
      await rm(homePaths(home.dir)[what], { recursive: true });
      expect((await failureAt(home)).code, what).toBe('E_STORE_TAMPERED');
    }
  });

  test('that is sound is opened as it is, also with recover', async () => {
    const { site, home } = await oneHome();
    await (await startAt(home)).stop();
    await startAt(home, { recover: true });
    const caller = await callerOf(await bareHost(site.operatorSeed), home);
    expect((await caller.call({ nodeStatus: {} })).nodeStatus?.warnings ?? []).toEqual([]);
  });

  test('with another key file is E_SEAL_AUTH, and nothing is left running', async () => {
    const { home } = await oneHome();
    const other = await oneHome();
    expect((await failureAt({ ...home, secret: other.home.secret })).code).toBe('E_SEAL_AUTH');
    await startAt(home);
  });
});

describe('a roster', () => {
  type Change = (card: RosterCard, site: Site) => readonly RosterCard[];
  const otherSeed = new Uint8Array(32).fill(9);
  const bad: readonly (readonly [string, Change])[] = [
    [
      'without this node',
      (_, { operatorSeed }) => [cardOf('node1', otherSeed, operatorSeed, '/ip4/127.0.0.1/tcp/1')],
    ],
    ['that calls it by another name', (card) => [{ ...card, name: 'node9' }]],
    [
      'with a PeerId that is not its key',
      (card) => [{ ...card, peerId: peerIdFromPublicKey(ed25519PublicKey(otherSeed)) }],
    ],
    [
      'with an operator PeerId that is not the operator’s key',
      (card) => [{ ...card, operatorPeerId: card.peerId }],
    ],
    ['with a PeerId that is none', (card) => [{ ...card, peerId: 'QmNonsense' }]],
  ];
  test.each(bad)('%s is E_BAD_REQUEST with a hint, and the store stays free', async (_, change) => {
    const { site, home } = await oneHome();
    const roster = rosterOf(change(home.card, site));
    await putRoster(home, encodeRoster(signRoster(roster, site.operatorSeed)));
    const failure = await failureAt(home);
    expect(failure.code).toBe('E_BAD_REQUEST');
    expect(failure.hint).toMatch(/\w+ \w+/);
    expect(failure.message).not.toContain('\n');
    await putRoster(home, encodeRoster(signRoster(site.roster, site.operatorSeed)));
    await startAt(home);
  });

  test('signed by somebody else, changed after it was signed, or no roster at all, is refused', async () => {
    const { site, home } = await oneHome();
    const good = encodeRoster(signRoster(site.roster, site.operatorSeed));
    const port = home.card.addresses[0]?.split('/')[4] ?? '';
    // Whoever can write the file can also put his own key on the card and sign with it.
    const usurper = {
      operatorPub: ed25519PublicKey(otherSeed),
      operatorPeerId: peerIdFromPublicKey(ed25519PublicKey(otherSeed)),
    };
    const usurped = rosterOf(site.roster.cards.map((card) => ({ ...card, ...usurper })));
    const texts: readonly string[] = [
      encodeRoster(signRoster(site.roster, otherSeed)),
      encodeRoster(signRoster(usurped, otherSeed)),
      good.replace(`/tcp/${port}/`, '/tcp/1/'),
      good.slice(0, -10),
      '{}',
      '{"__proto__":{"version":1}}',
      '',
      'x'.repeat(100),
    ];
    for (const text of texts) {
      await putRoster(home, text);
      const failure = await failureAt(home);
      expect(failure.code).toBe('E_BAD_REQUEST');
      expect(failure.hint).not.toBe('');
    }
    await writeFile(homePaths(home.dir).roster, randomBytes(64));
    expect((await failureAt(home)).code).toBe('E_BAD_REQUEST');
  });

  test('that is missing is said to be missing, with the commands that make one', async () => {
    const { home } = await oneHome();
    await rm(homePaths(home.dir).roster);
    const failure = await failureAt(home);
    expect(failure.code).toBe('E_NOT_FOUND');
    expect(failure.hint).toContain('permafrost roster');
  });
});

describe('an address', () => {
  test('to listen at that another program has is E_BAD_REQUEST, by name, and the store stays free', async () => {
    const { home } = await oneHome();
    const port = Number(home.card.addresses[0]?.split('/')[4]);
    const server = createServer();
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    const failure = await failureAt(home);
    await new Promise((done) => server.close(done));
    expect(failure.code).toBe('E_BAD_REQUEST');
    expect(failure.message).toContain(`127.0.0.1/tcp/${port}`);
    await startAt(home);
  });

  test('for metrics that another program has is E_BAD_REQUEST, and nothing is left running', async () => {
    const { home } = await oneHome();
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const bound = server.address();
    const metrics = `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
    const failure = await failureAt(home, { metrics });
    await new Promise((done) => server.close(done));
    expect(failure.code).toBe('E_BAD_REQUEST');
    expect(failure.message).toContain(metrics);
    await startAt(home, { metrics });
  });
});

describe('stop', () => {
  test('leaves nothing behind: the process ends by itself', async () => {
    const { home } = await oneHome();
    const keyFile = home.secret.type === 'key-file' ? home.secret.path : '';
    const script = join(import.meta.dirname, 'testing', 'run-and-stop.ts');
    const argument = JSON.stringify({ home: home.dir, keyFile });
    // The time limit of this call is the only thing that would end it otherwise.
    const { stdout } = await exec(process.execPath, [script, argument], { timeout: 60_000 });
    expect(stdout).toBe('started node1\nstopped\n');
  });

  test('may be called twice, and says in the end that it was asked to', async () => {
    const { home } = await oneHome();
    const node = await startAt(home);
    await Promise.all([node.stop(), node.stop()]);
    expect(await node.stopped).toBeUndefined();
  });

  test('that fails on its way still tells whoever waits for the end', async () => {
    const { home } = await oneHome();
    const write = (line: string): void => {
      if (line.includes('"msg":"stopped"')) throw new Error('no room for the last line');
    };
    const node = await startNode({
      home: home.dir,
      secret: home.secret,
      logger: pino({ level: 'info' }, { write }),
    });
    await expect(node.stop()).rejects.toThrow('no room');
    expect(await node.stopped).toBeInstanceOf(Error);
    await node.stop();
  });
});
