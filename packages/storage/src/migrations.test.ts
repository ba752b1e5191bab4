import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Migration } from './migrations.ts';
import { openStore } from './open.ts';
import type { Store } from './store.ts';

/** A store as the first program wrote it, kept as files: today's program must still read it. */
const FIXTURE = join(import.meta.dirname, 'fixtures', 'store-v0');
const key = new Uint8Array(32).fill(0x42);

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'permafrost-migrate-'));
  await cp(FIXTURE, folder, { recursive: true });
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const open = (migrations: readonly Migration[]): Promise<Store> =>
  openStore({ dir: join(folder, 'store'), headPath: join(folder, 'head'), key, migrations });

async function texts(store: Store): Promise<Record<string, string>> {
  const records = await store.entries('');
  return Object.fromEntries(records.map(([name, value]) => [name, Buffer.from(value).toString()]));
}

const version0 = { boot: '\0\0\0\x07', 'key/alpha': 'alpha', 'key/gamma': 'gamma' };

const renameKeys: Migration = {
  title: 'keys lie under their state',
  migrate: (records) =>
    records.flatMap(([name, value]) =>
      name.startsWith('key/')
        ? [
            { type: 'delete', key: name },
            { type: 'put', key: `active/${name.slice(4)}`, value },
          ]
        : [],
    ),
};

const shout: Migration = {
  title: 'names of active keys are in capitals',
  migrate: (records) =>
    records
      .filter(([name]) => name.startsWith('active/'))
      .map(([name, value]) => ({
        type: 'put',
        key: name,
        value: Buffer.from(Buffer.from(value).toString().toUpperCase()),
      })),
};

describe('a store of an older version', () => {
  it('opens unchanged when nothing has to be migrated', async () => {
    const store = await open([]);
    expect(await texts(store)).toEqual(version0);
    const secret = await store.secrets.getSecret('share/alpha');
    expect(Buffer.from(secret ?? []).toString()).toBe('a secret of version 0');
    await store.close();
  });

  it('becomes one of version 1, once, and keeps its secrets', async () => {
    const version1 = { boot: '\0\0\0\x07', 'active/alpha': 'alpha', 'active/gamma': 'gamma' };
    for (let time = 0; time < 2; time += 1) {
      const store = await open([renameKeys]);
      expect(await texts(store)).toEqual(version1);
      expect(await store.secrets.secretNames()).toEqual(['share/alpha']);
      await store.close();
    }
  });

  it('takes every step in order from the version it has', async () => {
    await (await open([renameKeys])).close();
    const store = await open([renameKeys, shout]);
    expect(await texts(store)).toMatchObject({ 'active/alpha': 'ALPHA', 'active/gamma': 'GAMMA' });
    await store.close();
  });

  it('keeps its version when a step fails', async () => {
    const broken: Migration = {
      title: 'fails',
      migrate: () => {
        throw new Error('a bug');
      },
    };
    await expect(open([renameKeys, broken])).rejects.toThrow('a bug');
    const store = await open([renameKeys]);
    expect(await texts(store)).toHaveProperty('active/alpha');
    await store.close();
  });

  it('is refused by a program older than itself, without being changed', async () => {
    await (await open([renameKeys])).close();
    await expect(open([])).rejects.toMatchObject({ code: 'E_STORE_VERSION' });
    await (await open([renameKeys])).close();
  });
});
