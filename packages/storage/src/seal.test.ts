import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyFile, openSealedFile, reseal, type SealSecret, sealFile } from './seal.ts';

const cost = { memoryKiB: 64, passes: 1, parallelism: 1 };
const purpose = 'test';
const secretBytes = new Uint8Array(32).fill(0xa5);
const words = (text: string): SealSecret => ({
  type: 'passphrase',
  passphrase: new TextEncoder().encode(text),
});

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'permafrost-seal-'));
  path = join(folder, 'sealed');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('a sealed file', () => {
  it('opens under its passphrase, shows nothing of its secret, and is its owner’s alone', async () => {
    await sealFile(path, secretBytes, words('pass'), { purpose, cost });
    expect(await openSealedFile(path, words('pass'), { purpose })).toEqual(secretBytes);
    expect((await readFile(path)).includes(Buffer.from(secretBytes.subarray(0, 8)))).toBe(false);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['sealed']);
  });

  it('costs 64 MiB and three passes a guess unless told otherwise', async () => {
    await sealFile(path, secretBytes, words('pass'), { purpose });
    const file = await readFile(path);
    expect([file.readUInt32BE(9), file.readUInt32BE(13), file.readUInt32BE(17)]).toEqual([
      65_536, 3, 1,
    ]);
    expect(await openSealedFile(path, words('pass'), { purpose })).toEqual(secretBytes);
  });

  it('refuses a wrong or empty passphrase and another purpose', async () => {
    await sealFile(path, secretBytes, words('pass'), { purpose, cost });
    const bad = { code: 'E_SEAL_AUTH' };
    await expect(openSealedFile(path, words('Pass'), { purpose })).rejects.toMatchObject(bad);
    await expect(openSealedFile(path, words(''), { purpose })).rejects.toMatchObject(bad);
    await expect(openSealedFile(path, words('pass'), { purpose: 'other' })).rejects.toMatchObject(
      bad,
    );
    await expect(sealFile(path, secretBytes, words(''), { purpose, cost })).rejects.toMatchObject(
      bad,
    );
  });

  it('that is damaged at any byte, cut short or lengthened is told from a wrong passphrase', async () => {
    await sealFile(path, secretBytes, words('pass'), { purpose, cost });
    const whole = await readFile(path);
    const damaged = { code: 'E_STORE_TAMPERED' };
    for (let at = 0; at < whole.length; at += 1) {
      const file = Buffer.from(whole);
      file[at] = (file[at] ?? 0) ^ 0x10;
      await writeFile(path, file);
      await expect(openSealedFile(path, words('pass'), { purpose })).rejects.toMatchObject(damaged);
    }
    for (const file of [whole.subarray(0, -1), Buffer.concat([whole, whole]), Buffer.alloc(0)]) {
      await writeFile(path, file);
      await expect(openSealedFile(path, words('pass'), { purpose })).rejects.toMatchObject(damaged);
    }
    await rm(path);
    await expect(openSealedFile(path, words('pass'), { purpose })).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
    });
  });

  it('cannot ask for more memory or time than there is', async () => {
    const { createHash } = await import('node:crypto');
    await sealFile(path, secretBytes, words('pass'), { purpose, cost });
    for (const offset of [9, 13, 17]) {
      const file = await readFile(path);
      const body = Buffer.from(file.subarray(0, -32));
      body.writeUInt32BE(0xffff_ffff, offset);
      const sum = createHash('sha256').update(body).digest();
      const forged = join(folder, `forged-${offset}`);
      await writeFile(forged, Buffer.concat([body, sum]));
      await expect(openSealedFile(forged, words('pass'), { purpose })).rejects.toMatchObject({
        code: 'E_STORE_TAMPERED',
      });
    }
  });

  it('opens under a key file of exactly 32 private bytes and no other', async () => {
    const keys = [join(folder, 'a.key'), join(folder, 'b.key')] as const;
    for (const key of keys) await createKeyFile(key);
    const [a, b] = keys.map((key): SealSecret => ({ type: 'key-file', path: key }));
    if (a === undefined || b === undefined) throw new Error('two key files');
    await sealFile(path, secretBytes, a, { purpose });
    expect(await openSealedFile(path, a, { purpose })).toEqual(secretBytes);
    await expect(openSealedFile(path, b, { purpose })).rejects.toMatchObject({
      code: 'E_SEAL_AUTH',
    });
    await expect(openSealedFile(path, words('pass'), { purpose })).rejects.toMatchObject({
      code: 'E_SEAL_AUTH',
    });
    await expect(createKeyFile(keys[0])).rejects.toMatchObject({ code: 'E_BAD_REQUEST' });
    await chmod(keys[0], 0o604);
    await expect(openSealedFile(path, a, { purpose })).rejects.toMatchObject({
      code: 'E_BAD_REQUEST',
    });
    for (const size of [0, 31, 33]) {
      await writeFile(keys[1], new Uint8Array(size));
      await expect(openSealedFile(path, b, { purpose })).rejects.toMatchObject({
        code: 'E_SEAL_AUTH',
      });
    }
    await rm(keys[1]);
    await expect(openSealedFile(path, b, { purpose })).rejects.toMatchObject({
      code: 'E_SEAL_AUTH',
    });
  });

  it('changes its secret, or keeps the old one when the new is refused', async () => {
    await sealFile(path, secretBytes, words('old'), { purpose, cost });
    await expect(reseal(path, words('old'), words(''), { purpose, cost })).rejects.toMatchObject({
      code: 'E_SEAL_AUTH',
    });
    expect(await openSealedFile(path, words('old'), { purpose })).toEqual(secretBytes);
    await reseal(path, words('old'), words('new'), { purpose, cost });
    expect(await openSealedFile(path, words('new'), { purpose })).toEqual(secretBytes);
    await expect(openSealedFile(path, words('old'), { purpose })).rejects.toMatchObject({
      code: 'E_SEAL_AUTH',
    });
  });
});
