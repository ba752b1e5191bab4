/**
 * A name that would stay stuck, against real processes: a member lost its store before it said that
 * it had stored the key, and begins anew.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  homePaths,
  keyFilePath,
  openHome,
  openHomeStore,
  readIdentity,
  StorageError,
  type Store,
} from '@permafrost/storage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SharedTestnet, startTestnet } from './shared.ts';

const NODES = ['node1', 'node2', 'node3'] as const;
let net: SharedTestnet;

beforeAll(async () => {
  net = await startTestnet(['--nodes', '3', '--threshold', '2', '--suites', 'ed25519']);
});
afterAll(async () => {
  await net?.stop();
});

/** Exit code and the one document. */
async function json(...args: readonly string[]) {
  const { code, out } = await net.permafrost([...args, '--json']);
  return { code, document: JSON.parse(out) };
}

/** Opens a store that a killed process may hold a moment longer. */
async function openFreed(dir: string, seed: Uint8Array): Promise<Store> {
  for (;;) {
    try {
      return await openHomeStore(dir, seed);
    } catch (error) {
      if (!(error instanceof StorageError) || error.code !== 'E_STORE_LOCKED') throw error;
      await sleep(20);
    }
  }
}

/** Takes a stopped node back to the moment when this member's Stored had not come to it. */
async function unhear(name: string, seat: number): Promise<void> {
  const dir = join(net.up.dir, name);
  const { config } = await openHome(dir);
  if (config.seal.type !== 'key-file') throw new Error('a testnet has key files');
  const secret = { type: 'key-file', path: keyFilePath(dir, config.seal.path) } as const;
  const store = await openFreed(dir, await readIdentity(dir, 'node', secret));
  const paths = (await store.entries('key/')).map(([path]) => path);
  const since = paths.filter((path) => path.endsWith('/state') || path.endsWith(`/stored/${seat}`));
  expect(since).toHaveLength(2);
  await store.batch(since.map((key) => ({ type: 'delete', key })));
  await store.close();
}

test('a key that one member lost is destroyed by the others, and made anew after their restart', async () => {
  const active = await json('key', 'destroy', 'team');
  expect([active.code, active.document.error.code]).toEqual([1, 'E_KEY_STATE']);
  const { members } = (await json('key', 'show', 'team')).document;

  expect((await json('testnet', 'kill', ...NODES)).code).toBe(0);
  for (const name of ['node1', 'node2']) await unhear(name, members.indexOf('node3') + 1);
  const lost = homePaths(join(net.up.dir, 'node3'));
  for (const path of [lost.store, lost.head]) rmSync(path, { recursive: true });
  // It never was active, so nobody pinned it.
  rmSync(homePaths(join(net.up.dir, 'operator')).pins, { force: true });
  expect((await json('testnet', 'start', 'node1', 'node2')).code).toBe(0);
  expect((await json('testnet', 'start', 'node3', '--recover')).code).toBe(0);

  const pending = (await json('key', 'list')).document.keys;
  expect(pending).toMatchObject([{ name: 'team', state: 'pending', waitsFor: ['node3'] }]);
  const create = ['key', 'create', 'team', '--suite', 'ed25519', '--threshold', '2'];
  expect((await json(...create)).document.error.code).toBe('E_BAD_REQUEST');

  const { code, document } = await json('key', 'destroy', 'team');
  expect(code, JSON.stringify(document)).toBe(0);
  expect(document).toMatchObject({
    name: 'team',
    proposal: expect.stringMatching(/^[0-9a-f]{128}$/),
  });
  expect(document.keys).toContain(pending[0].id);
  expect(document.by.length).toBeGreaterThanOrEqual(2);
  expect((await json('proposal', 'list')).document.proposals).toContainEqual(
    expect.objectContaining({ type: 'destroy', name: 'team', state: 'done' }),
  );

  expect((await json('testnet', 'kill', 'node1', 'node2')).code).toBe(0);
  expect((await json('testnet', 'start', 'node1', 'node2')).code).toBe(0);
  expect((await json('key', 'list')).document.keys).toEqual([]);
  expect((await json('key', 'destroy', 'team')).document.error.code).toBe('E_UNKNOWN_KEY');
  // The member that lost it was recovered just now: for a moment it takes nothing as newer than that.
  let again = await json(...create);
  for (let tries = 0; again.code !== 0 && tries < 8; tries++) {
    expect(again.document.error).toMatchObject({ code: 'E_CEREMONY', blame: ['node3'] });
    await sleep(1_000);
    again = await json(...create);
  }
  expect(again.code, JSON.stringify(again.document)).toBe(0);
  expect(again.document.id).not.toBe(pending[0].id);
  expect((await json('sign', 'team', '--message', 'free')).code).toBe(0);
});
