import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryStore } from './memory.ts';
import { openStore } from './open.ts';
import type { Store } from './store.ts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function diskStore(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'permafrost-store-'));
  folders.push(folder);
  const key = new Uint8Array(32).fill(7);
  return openStore({
    dir: join(folder, 'store'),
    headPath: join(folder, 'head'),
    key,
    create: true,
  });
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.of(...values);
const put = (key: string, ...values: number[]) =>
  ({ type: 'put', key, value: bytes(...values) }) as const;
const remove = (key: string) => ({ type: 'delete', key }) as const;

describe.each([
  { name: 'a store in memory', open: async () => memoryStore() },
  { name: 'a store on a disk', open: diskStore },
])('$name', ({ open }) => {
  it('gives back what was put, and nothing for what was not', async () => {
    const store = await open();
    await store.batch([put('a/1', 1), put('a/2')]);
    expect(await store.get('a/1')).toEqual(bytes(1));
    expect(await store.get('a/2')).toEqual(bytes());
    expect(await store.get('a/3')).toBeUndefined();
    await store.close();
  });

  it('lists the records of a prefix in order of keys', async () => {
    const store = await open();
    await store.batch([put('b/2', 2), put('a', 9), put('b/10', 10), put('c', 9)]);
    expect(await store.entries('b/')).toEqual([
      ['b/10', bytes(10)],
      ['b/2', bytes(2)],
    ]);
    expect((await store.entries('')).map(([key]) => key)).toEqual(['a', 'b/10', 'b/2', 'c']);
    await store.close();
  });

  it('lets the last of two changes of a key count, within a batch and between batches', async () => {
    const store = await open();
    await store.batch([put('a', 1), remove('a'), put('a', 2), put('b', 1), remove('b')]);
    expect(await store.get('a')).toEqual(bytes(2));
    expect(await store.get('b')).toBeUndefined();
    await Promise.all([
      store.batch([put('a', 3)]),
      store.batch([remove('a')]),
      store.batch([]),
      store.batch([put('a', 4)]),
    ]);
    expect(await store.get('a')).toEqual(bytes(4));
    await store.close();
  });

  it('keeps copies, so that a caller may use its bytes again', async () => {
    const store = await open();
    // A Buffer on purpose: its slice is no copy.
    const value = Buffer.of(1, 2);
    const writing = store.batch([{ type: 'put', key: 'a', value }]);
    value.fill(0);
    await writing;
    (await store.get('a'))?.fill(9);
    expect(await store.get('a')).toEqual(bytes(1, 2));
    await store.close();
  });

  it('refuses keys, values and names out of range and changes nothing', async () => {
    const store = await open();
    for (const key of ['', '!batch', 'a b', 'é', 'k'.repeat(257), 'a\n']) {
      await expect(store.batch([put('ok', 1), put(key, 1)])).rejects.toThrow(RangeError);
      await expect(store.get(key)).rejects.toThrow(RangeError);
      if (key !== '!batch') {
        await expect(store.secrets.putSecret(key, bytes(1))).rejects.toThrow(RangeError);
      }
    }
    const value = new Uint8Array(8_388_609);
    await expect(store.batch([{ type: 'put', key: 'big', value }])).rejects.toThrow(RangeError);
    expect(await store.entries('')).toEqual([]);
    expect(store.isHealthy()).toBe(true);
    await store.close();
  });

  it('keeps secrets apart from records until they are erased', async () => {
    const store = await open();
    const share = Buffer.of(5, 6);
    await store.secrets.putSecret('key/1', share);
    expect(share).toEqual(Buffer.of(5, 6));
    await store.secrets.putSecret('key/1', bytes(5, 6));
    share.fill(0);
    expect(await store.secrets.getSecret('key/1')).toEqual(bytes(5, 6));
    expect(await store.secrets.secretNames()).toEqual(['key/1']);
    expect(await store.entries('')).toEqual([]);
    await store.secrets.eraseSecret('key/1');
    await store.secrets.eraseSecret('key/1');
    expect(await store.secrets.getSecret('key/1')).toBeUndefined();
    expect(await store.secrets.secretNames()).toEqual([]);
    await store.secrets.putSecret('key/1', bytes(8));
    expect(await store.secrets.getSecret('key/1')).toEqual(bytes(8));
    await store.close();
  });

  it('does not let one secret take the place of another', async () => {
    const store = await open();
    await store.secrets.putSecret('key/1', bytes(1));
    await expect(store.secrets.putSecret('key/1', bytes(2))).rejects.toThrow(RangeError);
    expect(await store.secrets.getSecret('key/1')).toEqual(bytes(1));
    expect(store.isHealthy()).toBe(true);
    await store.close();
  });

  it('finishes what was begun before it closes, and refuses everything after', async () => {
    const store = await open();
    const begun = store.batch([put('a', 1)]);
    await store.close();
    await begun;
    await store.close();
    expect(store.isHealthy()).toBe(false);
    await expect(store.get('a')).rejects.toMatchObject({ code: 'E_STORE_FAILED' });
    await expect(store.batch([put('a', 2)])).rejects.toMatchObject({ code: 'E_STORE_FAILED' });
    await expect(store.secrets.getSecret('a')).rejects.toMatchObject({ code: 'E_STORE_FAILED' });
    await expect(store.secrets.secretNames()).rejects.toMatchObject({ code: 'E_STORE_FAILED' });
  });
});
