import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from './open.ts';
import { snapshotStore } from './snapshot.ts';

const key = new Uint8Array(32).fill(7);
const secret = new Uint8Array(32).fill(0x5e);
const text = (value: Uint8Array | undefined) => Buffer.from(value ?? []).toString();

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'permafrost-snapshot-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const at = (base = folder) => ({ dir: join(base, 'store'), headPath: join(base, 'head'), key });

const put = (name: string, value: string | number) =>
  ({ type: 'put', key: name, value: Buffer.from(String(value)) }) as const;

describe('a snapshot of a store', () => {
  it('holds every record and secret of one that is open, and leaves nothing behind', async () => {
    const store = await openStore({ ...at(), create: true });
    await store.batch([put('a', 1), put('b', 2)]);
    await store.secrets.putSecret('share/1', secret);
    await store.secrets.putSecret('share/2', secret);
    await store.secrets.eraseSecret('share/2');
    const taken = await snapshotStore(at());
    expect(taken.records.map(([name, value]) => [name, text(value)])).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect([...taken.secrets]).toEqual([['share/1', secret]]);
    await store.batch([put('c', 3)]);
    await store.close();
    expect((await snapshotStore(at())).records.length).toBe(3);
    expect((await readdir(folder)).sort()).toEqual(['head', 'store']);
  });

  it('is one moment of a store that is written all the time', async () => {
    const store = await openStore({ ...at(), create: true });
    let isOn = true;
    let written = 0;
    const writing = (async () => {
      while (isOn) {
        written += 1;
        // Two records that are equal at every moment, and enough bytes to make LevelDB compact.
        const filler = put(`filler/${written % 40}`, 'x'.repeat(60_000));
        await store.batch([put('left', written), put('right', written), filler]);
      }
    })();
    for (let n = 0; n < 8; n++) {
      const before = written - 1;
      const records = new Map((await snapshotStore(at())).records);
      expect(text(records.get('left'))).toBe(text(records.get('right')));
      // What was acknowledged before it began is in it.
      expect(Number(text(records.get('left')))).toBeGreaterThanOrEqual(before);
    }
    isOn = false;
    await writing;
    await store.close();
  });

  it('is not made of a store that lost records, was put back, or is not there', async () => {
    await expect(snapshotStore(at())).rejects.toMatchObject({ code: 'E_STORE_TAMPERED' });
    const store = await openStore({ ...at(), create: true });
    await store.batch([put('a', 1)]);
    await store.close();
    await cp(join(folder, 'store'), join(folder, 'older'), { recursive: true });
    const again = await openStore(at());
    await again.batch([put('a', 2)]);
    await again.close();
    await rm(join(folder, 'store'), { recursive: true });
    await cp(join(folder, 'older'), join(folder, 'store'), { recursive: true });
    await expect(snapshotStore(at())).rejects.toMatchObject({ code: 'E_STORE_TAMPERED' });
    await writeFile(join(folder, 'head'), new Uint8Array(10));
    await expect(snapshotStore(at())).rejects.toMatchObject({ code: 'E_STORE_TAMPERED' });
  });

  it('is not made under another key, or of a store of another version', async () => {
    const store = await openStore({ ...at(), create: true });
    await store.close();
    const other = new Uint8Array(32).fill(8);
    await expect(snapshotStore({ ...at(), key: other })).rejects.toMatchObject({
      code: 'E_STORE_TAMPERED',
    });
    await expect(snapshotStore({ ...at(), version: 1 })).rejects.toMatchObject({
      code: 'E_STORE_VERSION',
    });
  });
});
