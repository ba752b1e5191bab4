import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findHome } from './folders.ts';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'pf-home-')));
const testnet = join(top, '.testnet');
mkdirSync(join(testnet, 'node1'), { recursive: true });
mkdirSync(join(top, 'a/b'), { recursive: true });
writeFileSync(join(testnet, 'testnet.json'), '{}');
afterAll(() => rmSync(top, { recursive: true }));

describe('which home a command works on', () => {
  test('the flag, then PERMAFROST_HOME, then the testnet, then ~/.permafrost', () => {
    const env = { PERMAFROST_HOME: '/from/env', HOME: '/users/x' };
    expect(findHome('/given', { cwd: top, env }).home).toBe('/given');
    expect(findHome(undefined, { cwd: top, env }).home).toBe('/from/env');
    expect(findHome(undefined, { cwd: top, env: {} }).home).toBe(join(testnet, 'operator'));
    const elsewhere = { cwd: '/', env: { HOME: '/users/x' } };
    expect(findHome(undefined, elsewhere)).toEqual({
      home: '/users/x/.permafrost',
      testnet: undefined,
    });
  });

  test('a testnet is found from any folder below, and from inside its own', () => {
    for (const cwd of [join(top, 'a/b'), testnet, join(testnet, 'node1')]) {
      expect(findHome(undefined, { cwd, env: {} }).testnet).toBe(testnet);
    }
  });

  test('a home of a testnet is known to be one when it is named', () => {
    expect(findHome(join(testnet, 'node1'), { cwd: '/', env: {} }).testnet).toBe(testnet);
  });
});
