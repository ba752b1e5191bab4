import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHomeFiles } from './home-files.ts';

let home = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'permafrost-files-'));
});

afterEach(async () => {
  await rm(home, { recursive: true });
});

function given() {
  const lines: string[] = [];
  const say = (_: unknown, line?: string) => lines.push(line ?? '');
  const logger = { warn: say, error: say, fatal: say } as never;
  return { files: createHomeFiles(home, logger), lines };
}

test('what a node stops for is in its home before it is gone', async () => {
  const { files, lines } = given();
  files.alarm({ name: 'boots-1', text: 'both' });
  files.evidence('wrong-share', 'signed');
  await files.settled();
  expect(await readFile(join(home, 'alarms', 'boots-1.json'), 'utf8')).toBe('both');
  expect(await readFile(join(home, 'evidence', 'wrong-share.json'), 'utf8')).toBe('signed');
  expect(lines).toHaveLength(2);
  await files.settled();
});

test('a file that cannot be written is told, and keeps no node from stopping', async () => {
  await writeFile(join(home, 'alarms'), 'in the way');
  const { files, lines } = given();
  files.alarm({ name: 'boots-1', text: 'both' });
  await files.settled();
  expect(lines).toEqual(['alarms: file not written']);
});
