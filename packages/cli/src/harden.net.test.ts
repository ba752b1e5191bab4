import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { hardenObjects } from './harden.ts';

const launcher = fileURLToPath(new URL('../bin/permafrost.cjs', import.meta.url));

/** Prints what has become of the prototype of all objects when the process ends. */
const WATCH = `process.on('exit', () => {
  const state = { frozen: Object.isFrozen(Object.prototype), proto: '__proto__' in {} };
  process.stderr.write('state ' + JSON.stringify(state) + '\\n');
});`;

test('the process of a node runs with a frozen Object.prototype and without __proto__', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'permafrost-harden-'));
  try {
    const watch = join(folder, 'watch.mjs');
    await writeFile(watch, WATCH);
    const args = ['--import', pathToFileURL(watch).href, launcher, 'start', '--home', folder];
    const told = await new Promise<string>((resolve) => {
      execFile(process.execPath, args, { env: { PATH: '' } }, (_error, _out, err) => resolve(err));
    });
    const state = told.split('\n').find((line) => line.startsWith('state '));
    expect(state).toBe(`state ${JSON.stringify({ frozen: true, proto: false })}`);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('hardened objects cannot be polluted, and do all else that they did', () => {
  const realm = runInNewContext('({ Object, eval })');
  hardenObjects(realm.Object);
  const results = realm.eval(`
    const names = ['__proto__', 'constructor', 'prototype'];
    const target = {};
    for (const name of names) {
      try { target[name].signingShare = 1; } catch {}
    }
    ({}).toString.call(1);
    const own = { toString: () => 'own', ...JSON.parse('{"__proto__":{"polluted":1}}') };
    class Named { toString() { return 'named'; } }
    [({}).signingShare, own.polluted, String(own), String(new Named()), Object.keys(Object.prototype).length];
  `);
  expect([...results]).toEqual([undefined, undefined, 'own', 'named', 0]);
});
