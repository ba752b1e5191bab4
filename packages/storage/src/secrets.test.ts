import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compact } from './level.ts';
import { openStore } from './open.ts';

const key = new Uint8Array(32).fill(7);
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'permafrost-secrets-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const at = () => ({ dir: join(folder, 'store'), headPath: join(folder, 'head'), key });
const keysFolder = () => join(folder, 'store', 'keys');

async function keyFile(): Promise<string> {
  const [name, ...others] = await readdir(keysFolder());
  if (name === undefined || others.length > 0) throw new Error('one key file expected');
  return join(keysFolder(), name);
}

/** Whether any file of the home holds these bytes. */
async function holds(bytes: Uint8Array): Promise<boolean> {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if ((await stat(path)).isFile() && (await readFile(path)).includes(Buffer.from(bytes))) {
      return true;
    }
  }
  return false;
}

describe('a secret of a store', () => {
  it('lies nowhere in the clear, and opens again after a restart', async () => {
    const secret = randomBytes(32);
    const store = await openStore({ ...at(), create: true });
    await store.secrets.putSecret('key/0', secret);
    await store.close();
    expect(await holds(secret)).toBe(false);
    const again = await openStore(at());
    expect(Buffer.from((await again.secrets.getSecret('key/0')) ?? [])).toEqual(secret);
    await again.close();
  });

  it('leaves no trace of its key in the home once erased', async () => {
    const store = await openStore({ ...at(), create: true });
    await store.secrets.putSecret('key/0', randomBytes(32));
    const file = await readFile(await keyFile());
    const sealedKey = file.subarray(8);
    expect(await holds(sealedKey)).toBe(true);
    await store.secrets.eraseSecret('key/0');
    await store.close();
    await compact(join(folder, 'store', 'db'));
    for (let from = 0; from + 16 <= sealedKey.length; from += 8) {
      expect(await holds(sealedKey.subarray(from, from + 16))).toBe(false);
    }
    expect(await readdir(keysFolder())).toEqual([]);
  });

  it('cannot be read from an older copy of the database once its key file is gone', async () => {
    const store = await openStore({ ...at(), create: true });
    await store.secrets.putSecret('key/0', randomBytes(32));
    await store.close();
    await rm(await keyFile());
    await expect(openStore(at())).rejects.toMatchObject({ code: 'E_STORE_TAMPERED' });
  });

  it('of an older copy of the database opens under no later key file of its name', async () => {
    // All that is left of the first secret is what the database alone holds: it must not be enough.
    const first = await openStore({ ...at(), create: true });
    await first.secrets.putSecret('key/0', randomBytes(32));
    await first.close();
    const { dir, headPath } = at();
    const copy = join(folder, 'copy');
    await cp(join(dir, 'db'), join(copy, 'db'), { recursive: true });
    await cp(headPath, join(copy, 'head'));
    const second = await openStore(at());
    await second.secrets.eraseSecret('key/0');
    await second.secrets.putSecret('key/0', randomBytes(32));
    await second.close();
    await rm(join(dir, 'db'), { recursive: true });
    await cp(join(copy, 'db'), join(dir, 'db'), { recursive: true });
    await cp(join(copy, 'head'), headPath);
    await expect(openStore(at())).rejects.toMatchObject({
      code: 'E_STORE_TAMPERED',
      message: expect.stringContaining('does not open under its key file'),
    });
  });

  it('overwrites its key file before it removes it', async () => {
    const { link } = await import('node:fs/promises');
    const store = await openStore({ ...at(), create: true });
    await store.secrets.putSecret('key/0', randomBytes(32));
    const path = await keyFile();
    const before = await readFile(path);
    const other = join(folder, 'second-name');
    await link(path, other);
    await store.secrets.eraseSecret('key/0');
    const after = await readFile(other);
    expect(after.length).toBe(before.length);
    expect(after.equals(before)).toBe(false);
    expect(after.subarray(8, 40).equals(before.subarray(8, 40))).toBe(false);
    await store.close();
  });

  it('is erased to the end at the next start when a crash came between', async () => {
    const store = await openStore({ ...at(), create: true });
    await store.secrets.putSecret('key/0', randomBytes(32));
    const path = await keyFile();
    const file = await readFile(path);
    await store.secrets.eraseSecret('key/0');
    await store.close();
    // As if the record had gone and the power failed before the file was overwritten.
    await writeFile(path, file);
    await writeFile(`${path}.new-0123456789ab`, file);
    const again = await openStore(at());
    expect(await again.secrets.secretNames()).toEqual([]);
    expect(await readdir(keysFolder())).toEqual([]);
    await again.close();
  });

  it('does not open under the key file of another', async () => {
    const store = await openStore({ ...at(), create: true });
    await store.secrets.putSecret('key/0', randomBytes(32));
    const first = await keyFile();
    await store.secrets.putSecret('key/1', randomBytes(32));
    await store.close();
    const second = (await readdir(keysFolder())).find((name) => !first.endsWith(name));
    await writeFile(first, await readFile(join(keysFolder(), second ?? '')));
    await expect(openStore(at())).rejects.toMatchObject({ code: 'E_STORE_TAMPERED' });
  });

  it('keeps its place when many are put, read and erased at once', async () => {
    const store = await openStore({ ...at(), create: true });
    const names = Array.from({ length: 12 }, (_, number) => `key/${number}`);
    await Promise.all(names.map((name, n) => store.secrets.putSecret(name, Uint8Array.of(n))));
    await Promise.all(names.slice(0, 6).map((name) => store.secrets.eraseSecret(name)));
    await store.close();
    const again = await openStore(at());
    expect(await again.secrets.secretNames()).toEqual([...names.slice(6)].sort());
    expect(await again.secrets.getSecret('key/7')).toEqual(Uint8Array.of(7));
    expect((await readdir(keysFolder())).length).toBe(6);
    await again.close();
  });
});
