import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Database, type DatabaseChange, openDatabase } from './level.ts';
import { type OpenDatabase, openStore, openStoreOn } from './open.ts';

const key = new Uint8Array(32).fill(7);
const put = (name: string, value: number) =>
  ({ type: 'put', key: name, value: Uint8Array.of(value) }) as const;

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'permafrost-failure-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const at = () => ({ dir: join(folder, 'store'), headPath: join(folder, 'head'), key });

/** LevelDB, with calls replaced while the test runs. */
function faulty(replace: { current: Partial<Database> }): OpenDatabase {
  return async (path, options) => {
    const database = await openDatabase(path, options);
    return {
      ...database,
      getSync: (name) => (replace.current.getSync ?? database.getSync)(name),
      write: (changes) => (replace.current.write ?? database.write)(changes),
    };
  };
}

const failed = { code: 'E_STORE_FAILED' };

describe('a store whose disk fails', () => {
  it('refuses all further use after a failed write, and keeps what was acknowledged', async () => {
    const replace: { current: Partial<Database> } = { current: {} };
    const store = await openStoreOn({ ...at(), create: true }, faulty(replace));
    await store.batch([put('a', 1)]);
    replace.current = {
      write: async () => {
        throw new Error('ENOSPC: no space left on device');
      },
    };
    const waiting = [store.batch([put('a', 2)]), store.batch([put('b', 2)])];
    for (const one of waiting) await expect(one).rejects.toMatchObject(failed);
    replace.current = {};
    expect(store.isHealthy()).toBe(false);
    await expect(store.batch([put('c', 3)])).rejects.toMatchObject(failed);
    await expect(store.get('a')).rejects.toMatchObject(failed);
    await expect(store.entries('')).rejects.toMatchObject(failed);
    await expect(store.secrets.putSecret('s', key)).rejects.toMatchObject(failed);
    await store.close();
    const again = await openStore(at());
    expect(await again.get('a')).toEqual(Uint8Array.of(1));
    expect(await again.get('b')).toBeUndefined();
    await again.close();
  });

  it('refuses all further use when the head cannot be written, and mends it later', async () => {
    const store = await openStore({ ...at(), create: true });
    const any = await open(join(folder, 'head'));
    const broken = vi.spyOn(Object.getPrototypeOf(any), 'write');
    await any.close();
    broken.mockRejectedValue(new Error('EIO'));
    await expect(store.batch([put('a', 1)])).rejects.toMatchObject(failed);
    expect(broken).toHaveBeenCalled();
    broken.mockRestore();
    await expect(store.get('a')).rejects.toMatchObject(failed);
    await store.close();
    const again = await openStore(at());
    expect(await again.get('a')).toEqual(Uint8Array.of(1));
    await again.close();
  });

  it('refuses all further use when a record changes under it', async () => {
    const replace: { current: Partial<Database> } = { current: {} };
    const values: Uint8Array[] = [];
    const store = await openStoreOn({ ...at(), create: true }, async (path, options) => {
      const database = await faulty(replace)(path, options);
      const keep = (one: DatabaseChange): void => {
        if (one.type === 'put' && one.key === 'a') values.push(one.value);
      };
      return {
        ...database,
        write: (changes) => {
          changes.forEach(keep);
          return database.write(changes);
        },
      };
    });
    await store.batch([put('a', 1)]);
    await store.batch([put('a', 2)]);
    const older = values[0];
    replace.current = { getSync: () => older };
    await expect(store.get('a')).rejects.toMatchObject({ code: 'E_STORE_TAMPERED' });
    replace.current = {};
    await expect(store.get('a')).rejects.toMatchObject({ code: 'E_STORE_TAMPERED' });
    await expect(store.batch([put('b', 1)])).rejects.toMatchObject({ code: 'E_STORE_TAMPERED' });
    await store.close();
  });

  it('gives the old or the new value of a record that is just being written', async () => {
    const replace: { current: Partial<Database> } = { current: {} };
    let inner: Database | undefined;
    const store = await openStoreOn({ ...at(), create: true }, async (path, options) => {
      inner = await openDatabase(path, options);
      const database = inner;
      return {
        ...database,
        write: (changes) => (replace.current.write ?? database.write)(changes),
      };
    });
    await store.batch([put('a', 1), put('b', 1)]);
    const visible = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    replace.current = {
      write: async (changes) => {
        await inner?.write(changes);
        visible.resolve();
        await gate.promise;
      },
    };
    const writing = store.batch([put('a', 2), { type: 'delete', key: 'b' }]);
    expect(await store.get('a')).toEqual(Uint8Array.of(1));
    await visible.promise;
    expect(await store.get('a')).toEqual(Uint8Array.of(2));
    expect(await store.get('b')).toBeUndefined();
    expect(await store.entries('')).toEqual([['a', Uint8Array.of(2)]]);
    gate.resolve();
    await writing;
    expect(store.isHealthy()).toBe(true);
    await store.close();
  });

  it('shares one write among the batches that wait together', async () => {
    const sizes: number[] = [];
    const store = await openStoreOn({ ...at(), create: true }, async (path, options) => {
      const database = await openDatabase(path, options);
      return {
        ...database,
        write: (changes) => {
          sizes.push(changes.length);
          return database.write(changes);
        },
      };
    });
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.batch([put(`k/${n}`, n)])));
    // The version of the records when the store was made, then all fifty; each with a batch record.
    expect(sizes).toEqual([2, 51]);
    await store.close();
  });
});
