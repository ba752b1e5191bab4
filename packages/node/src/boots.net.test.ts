import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host } from '@permafrost/p2p';
import { homePaths, readConfig, StorageError, writeConfig } from '@permafrost/storage';
import type { permafrost } from '@permafrost/wire';
import { afterEach, describe, expect, test } from 'vitest';
import type { RunningNode } from './node.ts';
import {
  bareHost,
  type Caller,
  callerOf,
  cleanUp,
  freePorts,
  makeKey,
  makeSite,
  type Site,
  signWith,
  startAt,
  type TestHome,
  until,
} from './testing/homes.ts';

afterEach(cleanUp);

const message = new TextEncoder().encode('pay 3');

type Started = {
  readonly site: Site;
  readonly nodes: readonly RunningNode[];
  readonly client: Host;
  readonly callers: readonly Caller[];
  readonly key: permafrost.v1.KeyInfo.$Properties;
};

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

/** Three nodes with a key of two of three. */
async function startThree(): Promise<Started> {
  const site = await makeSite(3);
  const nodes = await Promise.all(site.homes.map((home) => startAt(home)));
  const client = await bareHost(site.operatorSeed);
  const callers = await Promise.all(site.homes.map((home) => callerOf(client, home)));
  await allUp(at(callers, 0));
  const key = await makeKey(site, at(callers, 0), 'team');
  return { site, nodes, client, callers, key };
}

async function allUp(caller: Caller): Promise<void> {
  await until(async () => (await caller.call({ nodeStatus: {} })).nodeStatus?.nodesUp === 3);
}

/** A copy of a home in another folder, that listens elsewhere. */
async function copyHome(home: TestHome): Promise<TestHome> {
  const dir = `${home.dir}-copy`;
  await cp(home.dir, dir, { recursive: true, preserveTimestamps: true });
  const [port] = await freePorts(1);
  const config = await readConfig(homePaths(dir).config);
  await writeConfig(homePaths(dir).config, {
    ...config,
    listen: [`/ip4/127.0.0.1/tcp/${port}`],
  });
  return { ...home, dir, secret: { type: 'key-file', path: join(dir, 'seal.key') } };
}

/** Copies the home of a running node until the copy is one that starts. */
async function startCopyOf(home: TestHome): Promise<RunningNode> {
  for (let tries = 0; ; tries++) {
    try {
      return await startAt(await copyHome(home));
    } catch (error) {
      // A write of the running node came between.
      if (tries === 20) throw error;
      await rm(`${home.dir}-copy`, { recursive: true, force: true });
    }
  }
}

/** Stops on its own, with the alarm and what it rests on. */
async function expectAlarm(node: RunningNode, home: TestHome): Promise<void> {
  const reason = await node.stopped;
  if (!(reason instanceof StorageError)) throw reason ?? new Error('it stopped for no reason');
  expect(reason.code).toBe('E_STORE_TAMPERED');
  expect(reason.message).toMatch(/a copy of it runs, or its home is an old snapshot/);
  expect(reason.hint).toContain('permafrost start --recover');
  const folder = join(homePaths(home.dir).dir, 'alarms');
  const [file] = await readdir(folder);
  expect(JSON.parse(await readFile(join(folder, file ?? ''), 'utf8'))).toMatchObject({
    kind: 'boots',
    shown: { counter: expect.any(Number), signature: expect.stringMatching(/^[0-9a-f]{128}$/) },
  });
}

async function blameAt(caller: Caller): Promise<unknown> {
  return (await caller.call({ nodeStatus: {} })).nodeStatus?.blame ?? [];
}

describe('an old copy of a home that is put back', () => {
  test('stops at its start, blames nobody, and goes on by its operator’s order', async () => {
    const { site, nodes, client, callers, key } = await startThree();
    const home = at(site.homes, 2);
    await at(nodes, 2).stop();
    const backup = `${home.dir}-backup`;
    await cp(home.dir, backup, { recursive: true });
    const later = await startAt(home);
    await allUp(at(callers, 0));
    await later.stop();

    await rm(home.dir, { recursive: true });
    await cp(backup, home.dir, { recursive: true });
    await expectAlarm(await startAt(home), home);
    const signed = await signWith(site, at(callers, 0), key, message);
    expect(signed.state).toBe('signed');
    // Without the order it does so again.
    await expectAlarm(await startAt(home), home);

    await startAt(home, { recover: true });
    await allUp(at(callers, 0));
    const caller = await callerOf(client, home);
    expect((await signWith(site, caller, key, message)).state).toBe('signed');
    for (const one of [...callers.slice(0, 2), caller]) expect(await blameAt(one)).toEqual([]);
  });
});

describe('a copy of a home', () => {
  test('that starts after the home itself did stops, and the home goes on', async () => {
    const { site, nodes, client, callers, key } = await startThree();
    const home = at(site.homes, 2);
    await at(nodes, 2).stop();
    const copied = await copyHome(home);
    const original = await startAt(home);
    await allUp(at(callers, 0));
    await expectAlarm(await startAt(copied), copied);
    await allUp(at(callers, 0));
    const caller = await callerOf(client, home);
    expect((await signWith(site, caller, key, message)).state).toBe('signed');
    expect(await blameAt(at(callers, 0))).toEqual([]);
    expect(original.peerId).toBe(at(nodes, 2).peerId);
  });

  test('that starts at the same moment: one of them stops, if not both', async () => {
    const { site, nodes, callers, key } = await startThree();
    const home = at(site.homes, 2);
    await at(nodes, 2).stop();
    const copied = await copyHome(home);
    const both = await Promise.all([startAt(home), startAt(copied)]);
    const [first, second] = both.map((node, i) =>
      node.stopped.then(() => expectAlarm(node, i === 0 ? home : copied)),
    );
    await Promise.race([first, second]);
    expect((await signWith(site, at(callers, 0), key, message)).state).toBe('signed');
    expect(await blameAt(at(callers, 0))).toEqual([]);
  });

  test('of a running node begins a later boot, and the one that ran stops', async () => {
    // Whichever of the peers dial, and whichever are dialled.
    const { site, nodes, callers, key } = await startThree();
    const order = site.homes.map((_, i) => i);
    const highest = order.reduce((a, b) => (at(nodes, a).peerId > at(nodes, b).peerId ? a : b));
    const home = at(site.homes, highest);
    const copied = await startCopyOf(home);
    await expectAlarm(at(nodes, highest), home);
    expect(copied.peerId).toBe(at(nodes, highest).peerId);
    const other = at(callers, order.find((i) => i !== highest) ?? 0);
    expect((await signWith(site, other, key, message)).state).toBe('signed');
    expect(await blameAt(other)).toEqual([]);
  });
});
