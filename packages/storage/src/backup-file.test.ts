import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BackupRecipient, openBackup, sealBackup } from './backup-file.ts';

const words = (text: string) =>
  ({ type: 'passphrase', passphrase: Buffer.from(text), workFactor: 4 }) as const;
const parts = new Map([
  ['about', Buffer.from('{}')],
  ['empty', new Uint8Array()],
  ['record/a', new Uint8Array(70_000).fill(3)],
]);
const plain = (found: ReadonlyMap<string, Uint8Array>) =>
  [...found].map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')]);

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'permafrost-age-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const hasAge = spawnSync('age', ['--version']).status === 0;

describe('a backup file', () => {
  it('comes back whole under its passphrase, and not under another', async () => {
    const file = await sealBackup(parts, words('right'));
    expect(plain(await openBackup(file, words('right')))).toEqual(plain(parts));
    for (const wrong of ['wrong', 'right ']) {
      await expect(openBackup(file, words(wrong))).rejects.toMatchObject({ code: 'E_SEAL_AUTH' });
    }
  });

  it('comes back whole under one of several identities, comments between them', async () => {
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => generateIdentity()));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three identities');
    const recipients = await Promise.all([a, b].map(identityToRecipient));
    const file = await sealBackup(parts, { type: 'age', recipients });
    const text = `# created: today\n# public key: age1…\n${c}\r\n\n${b}\n`;
    expect(plain(await openBackup(file, { type: 'identity', text }))).toEqual(plain(parts));
    await expect(openBackup(file, { type: 'identity', text: c })).rejects.toMatchObject({
      code: 'E_SEAL_AUTH',
    });
    await expect(openBackup(file, words('x'))).rejects.toMatchObject({ code: 'E_SEAL_AUTH' });
  });

  it('is refused when a byte of it was changed or cut off', async () => {
    const file = await sealBackup(parts, words('right'));
    const last = file.length - 1;
    for (const at of [0, 30, file.length - 50_000, last]) {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openBackup(changed, words('right')), `${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^E_(BAD_REQUEST|SEAL_AUTH)$/),
      });
    }
    for (const size of [0, 10, 200, last]) {
      await expect(openBackup(file.subarray(0, size), words('right'))).rejects.toMatchObject({
        code: 'E_BAD_REQUEST',
      });
    }
  });

  it.each<[string, BackupRecipient]>([
    ['no recipient', { type: 'age', recipients: ['age1nonsense'] }],
    ['no age text at all', { type: 'age', recipients: ['ssh-ed25519 AAAA'] }],
    ['an empty passphrase', words('')],
    ['bytes that are no text', { type: 'passphrase', passphrase: Uint8Array.of(0xff, 0xfe) }],
  ])('is not made for %s', async (_what, to) => {
    await expect(sealBackup(parts, to)).rejects.toMatchObject({
      code: to.type === 'age' ? 'E_BAD_REQUEST' : 'E_SEAL_AUTH',
    });
  });

  it('is not shown by the error about a wrong identity file', async () => {
    const file = await sealBackup(parts, words('right'));
    const text = 'AGE-SECRET-KEY-1NOTREALLYAKEYBUTALMOST';
    const error: unknown = await openBackup(file, { type: 'identity', text }).catch((one) => one);
    expect(error).toMatchObject({ code: 'E_BAD_REQUEST' });
    expect(inspect(error)).not.toContain('ALMOST');
  });

  it('is opened by the age tool, and made by it', async ({ skip }) => {
    skip(!hasAge, 'there is no age tool on this machine');
    const key = join(folder, 'key.txt');
    execFileSync('age-keygen', ['-o', key], { stdio: 'ignore' });
    const recipient = execFileSync('age-keygen', ['-y', key]).toString().trim();
    const path = join(folder, 'backup.age');
    await writeFile(path, await sealBackup(parts, { type: 'age', recipients: [recipient] }));
    const inner = execFileSync('age', ['-d', '-i', key, path], { maxBuffer: 1 << 24 });
    expect(inner.subarray(0, 20).toString()).toBe('permafrost backup 1\n');
    const again = execFileSync('age', ['-r', recipient], { input: inner, maxBuffer: 1 << 24 });
    const text = await readFile(key, 'utf8');
    expect(plain(await openBackup(again, { type: 'identity', text }))).toEqual(plain(parts));
  });
});
