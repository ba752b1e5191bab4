import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Level } from 'level';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compact } from './level.ts';
import { openStore } from './open.ts';
import type { Store } from './store.ts';

/**
 * One store is made and copied for each attack. Whatever is done to the copy, it either opens with
 * exactly what was written, or not at all.
 */
const key = new Uint8Array(32).fill(7);
const written = new Map<string, string>();
const secret = new Uint8Array(32).fill(0x5e);

let root = '';
let home = '';
let copies = 0;

const at = (base: string) => ({ dir: join(base, 'store'), headPath: join(base, 'head'), key });

async function contents(store: Store): Promise<Map<string, string>> {
  const records = await store.entries('');
  return new Map(records.map(([name, value]) => [name, Buffer.from(value).toString('hex')]));
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'permafrost-tamper-'));
  const base = join(root, 'original');
  await mkdir(base);
  // Two openings, so that there are a table file (.ldb) and a log with records after it.
  let store = await openStore({ ...at(base), create: true });
  for (let number = 0; number < 300; number += 1) {
    const value = Buffer.alloc(64, number);
    written.set(`record/${number}`, value.toString('hex'));
    await store.batch([{ type: 'put', key: `record/${number}`, value }]);
    if (number === 150) {
      await store.secrets.putSecret('share', secret);
      await store.close();
      await compact(join(base, 'store', 'db'));
      store = await openStore(at(base));
    }
  }
  await store.close();
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

beforeEach(async () => {
  home = await copy();
});

async function copy(): Promise<string> {
  copies += 1;
  const to = join(root, `copy-${copies}`);
  await cp(join(root, 'original'), to, { recursive: true });
  return to;
}

/** True when refused as tampered; false when everything is still there. Anything else throws. */
async function isRefused(base: string): Promise<boolean> {
  let store: Store;
  try {
    store = await openStore(at(base));
  } catch (error) {
    expect(error).toMatchObject({ code: 'E_STORE_TAMPERED' });
    return true;
  }
  expect(await contents(store)).toEqual(written);
  expect(await store.secrets.getSecret('share')).toEqual(secret);
  await store.close();
  return false;
}

async function files(base: string, pattern: RegExp): Promise<string[]> {
  const names = await readdir(base, { recursive: true });
  return names.filter((name) => pattern.test(name)).map((name) => join(base, name));
}

const DATA = /(\.log|\.ldb|\.key|head|CURRENT|MANIFEST-\d+)$/;

/** A small generator with a seed, so that a failure can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('a store on a disk', () => {
  it('opens unchanged as it was', async () => {
    expect(await isRefused(home)).toBe(false);
    expect((await files(home, /\.ldb$/)).length).toBeGreaterThan(0);
  });

  it('never opens with fewer or other records after a flipped bit, wherever it is', async () => {
    const random = seeded(1);
    const refused = { yes: 0, no: 0 };
    for (const file of await files(home, DATA)) {
      const name = file.slice(home.length + 1);
      for (let round = 0; round < 10; round += 1) {
        const base = await copy();
        const bytes = await readFile(join(base, name));
        const position = random(bytes.length);
        bytes[position] = (bytes[position] ?? 0) ^ (1 << random(8));
        await writeFile(join(base, name), bytes);
        refused[(await isRefused(base)) ? 'yes' : 'no'] += 1;
        await rm(base, { recursive: true });
      }
    }
    // Some bits carry nothing (padding, names in the manifest); most must matter.
    expect(refused.yes).toBeGreaterThan(refused.no);
  });

  it('is refused after any flipped bit in records or keys', async () => {
    const random = seeded(2);
    for (const file of await files(home, /(\.log|\.key)$/)) {
      const name = file.slice(home.length + 1);
      for (let round = 0; round < 8; round += 1) {
        const base = await copy();
        const bytes = await readFile(join(base, name));
        const position = random(bytes.length);
        bytes[position] = (bytes[position] ?? 0) ^ (1 << random(8));
        await writeFile(join(base, name), bytes);
        expect(await isRefused(base), `${name} at ${position}`).toBe(true);
        await rm(base, { recursive: true });
      }
    }
  });

  it('is refused after a flipped bit of its head, unless a crash may have left that', async () => {
    const random = seeded(4);
    const places = [4096, 8192];
    const outcomes = new Map<number, Set<boolean>>();
    for (let round = 0; round < 40; round += 1) {
      const base = await copy();
      const bytes = await readFile(join(base, 'head'));
      const place = places[round % 4];
      const position = place === undefined ? random(bytes.length) : place + random(80);
      bytes[position] = (bytes[position] ?? 0) ^ (1 << random(8));
      await writeFile(join(base, 'head'), bytes);
      const refused = await isRefused(base);
      // Of the two heads the older must be whole; the file holds nothing else that may change.
      if (place === undefined && position % 4096 > 80) expect(refused).toBe(true);
      if (place !== undefined) outcomes.set(place, (outcomes.get(place) ?? new Set()).add(refused));
      await rm(base, { recursive: true });
    }
    const seen = places.map((place) => [...(outcomes.get(place) ?? [])]);
    expect(seen.sort()).toEqual([[false], [true]]);
  });

  it('goes on after a power cut in the middle of writing a head', async () => {
    const heads: Buffer[] = [await readFile(join(home, 'head'))];
    const store = await openStore(at(home));
    for (const value of ['one', 'two', 'three']) {
      await store.batch([{ type: 'put', key: 'record/0', value: Buffer.from(value) }]);
      heads.push(await readFile(join(home, 'head')));
    }
    await store.close();
    const [, , earlier, last] = heads as [Buffer, Buffer, Buffer, Buffer];
    const changed = [...last.keys()].filter((i) => last[i] !== earlier[i]);
    expect(Math.floor((changed[0] ?? 0) / 4096)).toBe(Math.floor((changed.at(-1) ?? 0) / 4096));
    // Any part of the block may have been written, or have become unreadable as zeros.
    for (const cut of [1, 20, 50]) {
      for (const rest of ['old', 'zero']) {
        const base = `${home}-torn`;
        await cp(home, base, { recursive: true });
        const torn = Buffer.from(last);
        for (const i of changed.slice(cut)) torn[i] = rest === 'old' ? (earlier[i] ?? 0) : 0;
        await writeFile(join(base, 'head'), torn);
        const mended = await openStore(at(base));
        expect(await mended.get('record/0')).toEqual(new Uint8Array(Buffer.from('three')));
        await mended.batch([{ type: 'put', key: 'record/1', value: Buffer.from('four') }]);
        await mended.close();
        const again = await openStore(at(base));
        expect(await again.get('record/1')).toEqual(new Uint8Array(Buffer.from('four')));
        await again.close();
        await rm(base, { recursive: true });
      }
    }
  });

  it('is refused without any of its files, and without all of them', async () => {
    for (const file of await files(home, DATA)) {
      const name = file.slice(home.length + 1);
      const base = await copy();
      await rm(join(base, name));
      expect(await isRefused(base), name).toBe(true);
      // Nor does trying once make an empty store for the second try.
      expect(await isRefused(base), `${name}, again`).toBe(true);
    }
    await rm(join(home, 'store'), { recursive: true });
    expect(await isRefused(home)).toBe(true);
    await rm(join(home, 'head'));
    expect(await isRefused(home)).toBe(true);
  });

  it('is refused with a log or a head cut short at any place', async () => {
    const random = seeded(3);
    for (const file of await files(home, /(\.log|head|\.key|\.ldb)$/)) {
      const name = file.slice(home.length + 1);
      for (let round = 0; round < 3; round += 1) {
        const base = await copy();
        const bytes = await readFile(join(base, name));
        await writeFile(join(base, name), bytes.subarray(0, random(bytes.length)));
        expect(await isRefused(base), name).toBe(true);
      }
    }
  });

  it('is refused with a folder or a huge file in the place of one of its own', async () => {
    for (const file of await files(home, /(\.key|head)$/)) {
      const name = file.slice(home.length + 1);
      const base = await copy();
      await rm(join(base, name));
      await mkdir(join(base, name));
      expect(await isRefused(base), name).toBe(true);
      await rm(join(base, name), { recursive: true });
      await writeFile(join(base, name), Buffer.alloc(2_000_000));
      expect(await isRefused(base), name).toBe(true);
    }
  });

  it('is refused when the head alone, or the store alone, is an older one', async () => {
    const older = await copy();
    const store = await openStore(at(home));
    await store.batch([{ type: 'put', key: 'record/0', value: Buffer.from('new') }]);
    await store.batch([{ type: 'put', key: 'record/1', value: Buffer.from('new') }]);
    await store.close();
    const newer = home;
    const mixed = await copy();
    await rm(join(mixed, 'store'), { recursive: true });
    await cp(join(newer, 'store'), join(mixed, 'store'), { recursive: true });
    expect(await isRefused(mixed)).toBe(true);
    await rm(join(newer, 'store'), { recursive: true });
    await cp(join(older, 'store'), join(newer, 'store'), { recursive: true });
    expect(await isRefused(newer)).toBe(true);
  });

  it('is refused under another key', async () => {
    const other = new Uint8Array(32).fill(8);
    await expect(openStore({ ...at(home), key: other })).rejects.toMatchObject({
      code: 'E_STORE_TAMPERED',
    });
  });

  it('is refused when two sealed values are exchanged', async () => {
    const level = new Level<string, Uint8Array>(join(home, 'store', 'db'), {
      valueEncoding: 'view',
    });
    await level.open();
    const [a, b] = [level.getSync('record/1'), level.getSync('record/2')];
    if (a === undefined || b === undefined) throw new Error('both records');
    await level.batch([
      { type: 'put', key: 'record/1', value: b },
      { type: 'put', key: 'record/2', value: a },
    ]);
    await level.close();
    expect(await isRefused(home)).toBe(true);
  });

  it('is refused with a record too many, or one deleted', async () => {
    const level = new Level(join(home, 'store', 'db'));
    await level.open();
    await level.put('record/extra', 'x');
    await level.close();
    expect(await isRefused(home)).toBe(true);
    const base = await copy();
    const second = new Level(join(base, 'store', 'db'));
    await second.open();
    await second.del('record/7');
    await second.close();
    expect(await isRefused(base)).toBe(true);
  });

  it('mends the head after a crash between a batch and its head', async () => {
    const head = await readFile(join(home, 'head'));
    const store = await openStore(at(home));
    await store.batch([{ type: 'put', key: 'record/0', value: Buffer.from('new') }]);
    await store.close();
    await writeFile(join(home, 'head'), head);
    await writeFile(join(home, 'head.new-0123456789ab'), 'half a head');
    const mended = await openStore(at(home));
    expect(await mended.get('record/0')).toEqual(new Uint8Array(Buffer.from('new')));
    await mended.close();
    expect(await readFile(join(home, 'head'))).not.toEqual(head);
    expect((await readdir(home)).sort()).toEqual(['head', 'store']);
    const again = await openStore(at(home));
    await again.batch([{ type: 'delete', key: 'record/0' }]);
    await again.close();
    const last = await openStore(at(home));
    expect(await last.get('record/0')).toBeUndefined();
    await last.close();
  });

  it('begins empty in the place of a damaged one only when told, and keeps what was left', async () => {
    const [log] = await files(home, /\.log$/);
    await writeFile(log ?? '', 'damaged');
    await expect(openStore({ ...at(home), create: true })).rejects.toMatchObject({
      code: 'E_STORE_TAMPERED',
    });
    const store = await openStore({ ...at(home), recover: true });
    expect(store.origin).toBe('recovered');
    expect(await contents(store)).toEqual(new Map());
    expect(await store.secrets.secretNames()).toEqual([]);
    await store.close();
    expect((await readdir(home)).sort()).toEqual([
      'head',
      'head.damaged-1',
      'store',
      'store.damaged-1',
    ]);
    const next = await openStore({ ...at(home), recover: true });
    expect(next.origin).toBe('opened');
    await next.close();
    await rename(join(home, 'head'), join(home, 'lost'));
    const twice = await openStore({ ...at(home), recover: true });
    expect(twice.origin).toBe('recovered');
    await twice.close();
  });

  it('keeps all records when told to recover although nothing is wrong', async () => {
    const store = await openStore({ ...at(home), recover: true, create: true });
    expect(store.origin).toBe('opened');
    expect(await contents(store)).toEqual(written);
    await store.close();
  });
});
