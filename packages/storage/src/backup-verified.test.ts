import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastVerified, noteVerified } from './backup-verified.ts';

let home = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'permafrost-verified-'));
});

afterEach(async () => {
  await rm(home, { recursive: true });
});

describe('the last verified backup of a home', () => {
  it('is nothing at first, and then the one that was noted last', async () => {
    expect(await lastVerified(home)).toBeUndefined();
    for (const epoch of [0, 1]) {
      await noteVerified(home, { file: '/b.age', createdMs: 7, keys: [{ id: 'ab', epoch }] });
    }
    expect(await lastVerified(home)).toEqual({
      file: '/b.age',
      createdMs: 7,
      verifiedMs: expect.any(Number),
      keys: [{ id: 'ab', epoch: 1 }],
    });
  });

  it.each([['{'], ['[]'], ['{"version":1,"lastVerified":{"file":"x"}}'], ['null']])(
    'is not read from %j',
    async (text) => {
      await writeFile(join(home, 'backups.json'), text);
      await expect(lastVerified(home)).rejects.toMatchObject({ code: 'E_BAD_REQUEST' });
    },
  );
});
