import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatConfig, type HomeConfig, parseConfig, readConfig } from './config.ts';
import { createHome, homePaths, openHome, openHomeStore, readIdentity } from './home.ts';
import type { SealSecret } from './seal.ts';
import { sealSecretFor } from './secret-for.ts';

const cost = { memoryKiB: 64, passes: 1, parallelism: 1 };
const peer = '12D3KooWQqVFqHjjcYrgeFvDvT6pwZwEm9UR1kjDJWjVgcVWYtmL';
const passphrase: SealSecret = { type: 'passphrase', passphrase: Buffer.from('correct horse') };
const config: HomeConfig = {
  name: 'alice',
  listen: ['/ip4/0.0.0.0/tcp/4001', '/ip6/::/tcp/4001', '/dns4/node.example/tcp/4001'],
  metrics: { host: '::1', port: 9464 },
  seal: { type: 'passphrase' },
  accept: [peer],
  deny: [],
  logLevel: 'warn',
  acceptMinSigners: 3,
};

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'permafrost-home-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('a home', () => {
  it('is made whole, for its owner alone, and opens again', async () => {
    const dir = join(folder, 'deep', 'home');
    const nodeSeed = new Uint8Array(32).fill(1);
    const paths = await createHome({ dir, config, secret: passphrase, nodeSeed, cost });
    for (const name of await readdir(dir)) {
      expect((await stat(join(dir, name))).mode & 0o077, name).toBe(0);
    }
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    expect((await openHome(dir)).config).toEqual(config);
    expect(await readIdentity(dir, 'node', passphrase)).toEqual(nodeSeed);
    expect(await readIdentity(dir, 'operator', passphrase)).not.toEqual(nodeSeed);
    const store = await openHomeStore(dir, nodeSeed);
    expect(store.origin).toBe('opened');
    await store.close();
    expect((await readFile(paths.nodeKey)).includes(Buffer.from(nodeSeed))).toBe(false);
    expect(await readdir(join(folder, 'deep'))).toEqual(['home']);
  });

  it('opens by a key file that its configuration names, made with it', async () => {
    const dir = join(folder, 'home');
    await mkdir(dir);
    const sealed: HomeConfig = { ...config, seal: { type: 'key-file', path: 'seal.key' } };
    await createHome({ dir, config: sealed, secret: { type: 'key-file', path: 'seal.key' } });
    const opened = await openHome(dir);
    const secret = await sealSecretFor(opened.config, { dir, env: {} });
    expect((await readIdentity(dir, 'operator', secret)).length).toBe(32);
    await chmod(join(dir, 'seal.key'), 0o640);
    await expect(readIdentity(dir, 'node', secret)).rejects.toMatchObject({
      code: 'E_BAD_REQUEST',
      hint: `run: chmod u=rw,go= ${join(dir, 'seal.key')}`,
    });
  });

  it('does not let one identity stand in for the other', async () => {
    const dir = join(folder, 'home');
    const paths = await createHome({ dir, config, secret: passphrase, cost });
    await writeFile(paths.nodeKey, await readFile(paths.operatorKey));
    await expect(readIdentity(dir, 'node', passphrase)).rejects.toMatchObject({
      code: 'E_SEAL_AUTH',
    });
  });

  it('is never made over anything, and leaves nothing behind when it fails', async () => {
    await writeFile(join(folder, 'mine'), 'mine');
    await expect(
      createHome({ dir: folder, config, secret: passphrase, cost }),
    ).rejects.toMatchObject({ code: 'E_BAD_REQUEST' });
    const empty: SealSecret = { type: 'passphrase', passphrase: new Uint8Array() };
    const dir = join(folder, 'home');
    await expect(createHome({ dir, config, secret: empty, cost })).rejects.toMatchObject({
      code: 'E_SEAL_AUTH',
    });
    await expect(
      createHome({ dir, config: { ...config, name: '../x' }, secret: passphrase, cost }),
    ).rejects.toMatchObject({ code: 'E_BAD_REQUEST' });
    expect(await readdir(folder)).toEqual(['mine']);
  });

  it('does not open when it is missing or when others can read it', async () => {
    await expect(openHome(join(folder, 'none'))).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
    const dir = join(folder, 'home');
    await createHome({ dir, config, secret: passphrase, cost });
    await chmod(homePaths(dir).operatorKey, 0o644);
    await expect(openHome(dir)).rejects.toMatchObject({ code: 'E_BAD_REQUEST' });
  });

  it('does not begin with an empty store when its store has gone', async () => {
    const dir = join(folder, 'home');
    const nodeSeed = new Uint8Array(32).fill(1);
    const paths = await createHome({ dir, config, secret: passphrase, nodeSeed, cost });
    await rm(paths.store, { recursive: true });
    await rm(paths.head);
    await expect(openHomeStore(dir, nodeSeed)).rejects.toMatchObject({ code: 'E_STORE_TAMPERED' });
  });
});

describe('a configuration', () => {
  it('survives being written and read', () => {
    expect(parseConfig(formatConfig(config), 'x')).toEqual(config);
    const least = parseConfig('name = "a"\nseal = { key_file = "k" }', 'x');
    expect(least.seal).toEqual({ type: 'key-file', path: 'k' });
    expect(parseConfig(formatConfig(least), 'x')).toEqual(least);
  });

  it('names everything that is wrong at once', () => {
    const text = [
      'name = "Alice!"',
      'listen = ["/ip4/300.0.0.1/tcp/1", "/ip4/1.2.3.4/tcp/70000"]',
      'metrics = "nowhere"',
      'accept = ["me"]',
      'accept_min_signers = 1',
      'log_level = "loud"',
      'colour = "red"',
    ].join('\n');
    const fields = [
      'name',
      'listen.0',
      'listen.1',
      'metrics',
      'accept.0',
      'log_level',
      'seal',
      'accept_min_signers',
    ];
    for (const field of [...fields, 'colour is unknown', 'seal is missing']) {
      expect(() => parseConfig(text, 'config.toml')).toThrow(field);
    }
  });

  it('says on which line it is no TOML, in one line', () => {
    const attempt = () => parseConfig('name = "a"\nname = "b"\n', 'config.toml');
    expect(attempt).toThrow(/^config\.toml: line 2: [^\n]*$/);
  });

  it('that is missing is not found', async () => {
    await expect(readConfig(join(folder, 'x'))).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });
});

describe('the secret of a home', () => {
  const sealed = { seal: { type: 'passphrase' } } as const;

  it('comes from the file given, else from the environment, else from the prompt', async () => {
    const [given, named] = [join(folder, 'given'), join(folder, 'named')];
    await writeFile(given, 'one\n');
    await writeFile(named, 'two\r\n');
    const env = { PERMAFROST_PASSPHRASE_FILE: named };
    const prompt = async () => 'three';
    const text = async (sources: Parameters<typeof sealSecretFor>[1]): Promise<string> => {
      const secret = await sealSecretFor(sealed, sources);
      return secret.type === 'passphrase' ? Buffer.from(secret.passphrase).toString() : '';
    };
    expect(await text({ dir: folder, passphraseFile: given, env, prompt })).toBe('one');
    expect(await text({ dir: folder, env, prompt })).toBe('two');
    expect(await text({ dir: folder, env: {}, prompt })).toBe('three');
  });

  it('is refused when it is empty or there is nobody to ask', async () => {
    const empty = join(folder, 'empty');
    await writeFile(empty, '\n');
    const bad = { code: 'E_SEAL_AUTH' };
    const base = { dir: folder, env: {} };
    await expect(sealSecretFor(sealed, { ...base, passphraseFile: empty })).rejects.toMatchObject(
      bad,
    );
    await expect(
      sealSecretFor(sealed, { ...base, passphraseFile: join(folder, 'none') }),
    ).rejects.toMatchObject(bad);
    await expect(sealSecretFor(sealed, { ...base, prompt: async () => '' })).rejects.toMatchObject(
      bad,
    );
    await expect(sealSecretFor(sealed, base)).rejects.toMatchObject(bad);
  });
});
