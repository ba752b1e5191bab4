import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ed25519PublicKey, signEd25519 } from '@permafrost/frost';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from './main.ts';

const top = mkdtempSync(join(tmpdir(), 'pf-cli-'));
afterAll(() => rmSync(top, { recursive: true }));

async function permafrost(args: readonly string[], env: Record<string, string> = {}) {
  let out = '';
  let err = '';
  const code = await run(args, {
    cwd: top,
    env: { HOME: top, ...env },
    streams: {
      out: { write: (text) => (out += text) },
      err: { write: (text) => (err += text) },
    },
  });
  return { code, out, err, json: () => JSON.parse(out) };
}

const seed = new Uint8Array(32).fill(4);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const key = hex(ed25519PublicKey(seed));
const signature = hex(signEd25519(seed, new TextEncoder().encode('hi')));
const verify = ['verify', '--suite', 'ed25519', '--public-key', key, '--signature', signature];

describe('exit codes', () => {
  test('--version and --help are done', async () => {
    expect(await permafrost(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n' });
    expect((await permafrost(['key', 'create', '--help'])).out).toMatch(/no off-the-shelf/);
  });

  test.each([
    [['frobnicate']],
    [['sign', 'team', '--message', 'x', '--frobnicate']],
    [['sign', '--message', 'x']],
    [['sign', 'team', 'tome', '--message', 'x']],
    [['sign', 'team']],
    [['sign', 'team', '--message', 'x', '--message-hex', '00']],
    [['sign', 'team', '--message']],
    [['key', 'create', 'team', '--suite', 'ed25519']],
    [['key', 'destroy']],
    [['key', 'destroy', 'team', 'other']],
    [['key', 'frobnicate']],
    [['backup']],
    [['backup', 'create']],
    [['backup', 'create', '--to', 'age1x', '--passphrase-file', 'x']],
    [['backup', 'verify']],
    [['testnet', 'kill']],
    [['roster', 'add']],
    [['verify', '--message', 'x']],
    [['key']],
    [[]],
  ])('%j is wrong usage: exit 2, nothing on standard output', async (args) => {
    for (const more of [[], ['--json']]) {
      const { code, out, err } = await permafrost([...args, ...more]);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toBe('');
    }
  });
});

describe('verify', () => {
  test('a good signature is valid, exit 0; another message is not, exit 1', async () => {
    const good = await permafrost([...verify, '--message', 'hi', '--json']);
    expect([good.code, good.json()]).toEqual([0, { valid: true }]);
    const bad = await permafrost([...verify, '--message', 'ho', '--json']);
    expect([bad.code, bad.json()]).toEqual([1, { valid: false }]);
  });

  test.each([
    ['--public-key', 'zz'.repeat(32)],
    ['--public-key', '00'.repeat(31)],
    ['--signature', '00'.repeat(63)],
    ['--suite', 'rsa'],
    ['--suite', '__proto__'],
  ])('%s %s is a bad request', async (flag, value) => {
    const args = [...verify, '--message', 'hi', '--json'];
    args[args.indexOf(flag) + 1] = value;
    const { code, json } = await permafrost(args);
    expect(code).toBe(1);
    expect(json().error).toMatchObject({ code: 'E_BAD_REQUEST', retry: 'no', retryable: false });
  });

  test.each([
    ['ed25519', `01${'00'.repeat(31)}`, 64],
    ['ed25519', `${'00'.repeat(32)}`, 64],
    ['ed448', `01${'00'.repeat(56)}`, 114],
    ['ristretto255', '00'.repeat(32), 64],
    ['p256', '00'.repeat(33), 65],
    ['secp256k1', '00'.repeat(33), 65],
    ['secp256k1-tr', '00'.repeat(32), 64],
  ])('an identity or small-order key of %s is never valid', async (suite, publicKey, length) => {
    // R = the key and s = 0 satisfies the equation wherever such a key were let through.
    const padded = `${publicKey}${'00'.repeat(length)}`.slice(0, 2 * length);
    const args = ['verify', '--suite', suite, '--public-key', publicKey, '--signature', padded];
    const { code, json } = await permafrost([...args, '--message', 'hi', '--json']);
    expect([code, json()]).toEqual([1, { valid: false }]);
  });
});

describe('error documents', () => {
  test('hold every field, on standard output alone, with --json', async () => {
    const { code, out, err } = await permafrost(['sign', '../x', '--message', 'x', '--json']);
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toEqual({
      error: {
        code: 'E_BAD_REQUEST',
        message: '"../x" is no name',
        retryable: false,
        retry: 'no',
        blame: [],
        hint: expect.stringContaining('1 to 63'),
        requestId: '',
        nothingSigned: true,
      },
    });
  });

  test('are two lines for people, on standard error, never a stack trace', async () => {
    const { code, out, err } = await permafrost(['key', 'show', 'a/b']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^E_BAD_REQUEST: "a\/b" is no name\n {2}a name has/);
    expect(err.trim().split('\n').length).toBe(2);
  });

  test.each([['a b'], ['__proto__'], ['A'], ['-x'.repeat(40)], ['x'.repeat(64)], ['é']])(
    'no key is made with the name %j',
    async (name) => {
      const args = [
        'key',
        'create',
        '--suite',
        'ed25519',
        '--threshold',
        '2',
        '--json',
        '--',
        name,
      ];
      expect((await permafrost(args)).json().error.code).toBe('E_BAD_REQUEST');
    },
  );

  test.each([
    [['--threshold', '1']],
    [['--threshold', '0']],
    [['--threshold', 'x']],
    [['--threshold', '6']],
    [['--nodes', '1']],
    [['--nodes', '1e9']],
    [['--suites', 'ed25519,rsa']],
    [['--suites', 'ed25519,,p256']],
    [['--suites', 'ed25519,ed25519']],
  ])('testnet up %j is refused before anything is made', async (flags) => {
    const { code, json } = await permafrost(['testnet', 'up', '--detach', '--json', ...flags]);
    expect([code, json().error.code]).toEqual([1, 'E_BAD_REQUEST']);
    expect((await permafrost(['testnet', 'status', '--json'])).json().error.hint).toMatch(/up/);
  });

  test('a folder without a testnet: down is done, status and kill are bad requests', async () => {
    expect((await permafrost(['testnet', 'down'])).code).toBe(0);
    for (const command of [['status'], ['kill', 'node1']]) {
      expect((await permafrost(['testnet', ...command])).code).toBe(1);
    }
  });

  test('no home, no roster: each says what to do', async () => {
    const none = await permafrost(['sign', 'team', '--message', 'x', '--json']);
    expect(none.json().error).toMatchObject({ hint: expect.stringContaining('init') });
  });
});

describe('homes', () => {
  const passphrase = join(top, 'passphrase');
  const other = join(top, 'other');
  const empty = join(top, 'empty');
  writeFileSync(passphrase, 'correct horse\n');
  writeFileSync(other, 'battery staple');
  writeFileSync(empty, '\n');
  const at = (dir: string, file = passphrase) => [
    '--home',
    join(top, dir),
    '--passphrase-file',
    file,
  ];

  /** Opened by a key file: a passphrase costs a third of a second each time. */
  const quick = (dir: string) => ['--home', join(top, dir)];
  const init = (name: string, ...more: readonly string[]) =>
    permafrost(['init', '--name', name, '--key-file', 'seal.key', ...more, ...quick(name)]);

  test('init makes a home that only its passphrase opens', async () => {
    const made = await permafrost(['init', '--name', 'alice', '--json', ...at('alice')]);
    expect(made.json()).toEqual({
      name: 'alice',
      peerId: expect.stringMatching(/^12D3KooW/),
      operatorPeerId: expect.stringMatching(/^12D3KooW/),
      fingerprint: expect.stringMatching(/^([a-z]{5}-){5}[a-z]{5}$/),
      home: join(top, 'alice'),
    });
    expect(statSync(join(top, 'alice')).mode & 0o777).toBe(0o700);
    expect(statSync(join(top, 'alice/operator.key')).mode & 0o777).toBe(0o600);
    const card = await permafrost(['roster', 'card', '--json', ...at('alice')]);
    expect(card.json().card).toMatchObject({ name: 'alice', peerId: made.json().peerId });
    expect(card.json().card.operatorPeerId).toBe(made.json().operatorPeerId);
    for (const file of [other, empty, join(top, 'nowhere')]) {
      const wrong = await permafrost(['roster', 'card', '--json', ...at('alice', file)]);
      expect(wrong.json().error).toMatchObject({ code: 'E_SEAL_AUTH', retry: 'operator' });
    }
    const twice = await permafrost(['init', '--json', ...at('alice')]);
    expect(twice.json().error.code).toBe('E_BAD_REQUEST');
  });

  test('passwd exchanges what opens a home, and says when it cannot', async () => {
    const home = join(top, 'passwd');
    await permafrost(['init', '--name', 'dora', '--key-file', 'seal.key', '--home', home]);
    const to = (...flags: readonly string[]) =>
      permafrost(['passwd', '--json', '--home', home, ...flags]);
    expect((await to()).json().error).toMatchObject({ code: 'E_SEAL_AUTH' });
    expect((await to('--new-passphrase-file', empty)).json().error.code).toBe('E_SEAL_AUTH');
    expect((await to('--new-key-file', 'seal.key')).json().error.code).toBe('E_BAD_REQUEST');
    const both = await to('--new-key-file', 'x', '--new-passphrase-file', other);
    expect([both.code, both.out]).toEqual([2, '']);
    expect((await to('--new-passphrase-file', other)).json()).toEqual({
      home,
      seal: 'passphrase',
    });
    const card = (file: string) =>
      permafrost(['roster', 'card', '--json', '--home', home, '--passphrase-file', file]);
    expect([(await card(passphrase)).code, (await card(other)).code]).toEqual([1, 0]);
  });

  test('an empty passphrase makes no home', async () => {
    const { json } = await permafrost(['init', '--name', 'x', '--json', ...at('x', empty)]);
    expect(json().error.code).toBe('E_SEAL_AUTH');
    expect(() => statSync(join(top, 'x'))).toThrow();
  });

  test('a name that is none makes no home', async () => {
    const { json } = await permafrost(['init', '--name', '../y', '--json', ...at('y')]);
    expect(json().error.code).toBe('E_BAD_REQUEST');
  });

  test('two operators exchange cards and read the same fingerprint', async () => {
    const file = (name: string) => join(top, `${name}.card`);
    for (const name of ['bob', 'carol']) {
      await init(name, '--listen', '/ip4/127.0.0.1/tcp/4001');
      writeFileSync(file(name), (await permafrost(['roster', 'card', ...quick(name)])).out);
    }
    const bob = await permafrost(['roster', 'add', file('carol'), '--json', ...quick('bob')]);
    const carol = await permafrost(['roster', 'add', file('bob'), '--json', ...quick('carol')]);
    expect(bob.json().nodes.map((one: { name: string }) => one.name)).toEqual(['bob', 'carol']);
    expect(carol.json()).toEqual(bob.json());
    const exported = join(top, 'roster');
    writeFileSync(exported, (await permafrost(['roster', 'export', ...quick('bob')])).out);
    await init('app');
    const app = await permafrost(['roster', 'add', exported, '--json', ...quick('app')]);
    expect(app.json()).toEqual(bob.json());
    const checked = await permafrost(['roster', 'verify', '--json', ...quick('app')]);
    expect(checked.json()).toMatchObject({ valid: true, fingerprint: bob.json().fingerprint });
  });

  test('a roster or card that was changed is refused', async () => {
    const path = join(top, 'roster');
    const changed = join(top, 'changed');
    writeFileSync(changed, readFileSync(path, 'utf8').replace('tcp/4001', 'tcp/4002'));
    const roster = await permafrost(['roster', 'add', changed, '--json', ...quick('app')]);
    expect(roster.json().error.code).toBe('E_BAD_SIGNATURE');
    const bob = readFileSync(join(top, 'bob.card'), 'utf8');
    const carol = JSON.parse(readFileSync(join(top, 'carol.card'), 'utf8')).card;
    const swapped = bob.replace(/"peerId": "[^"]+"/, `"peerId": "${carol.peerId}"`);
    writeFileSync(changed, swapped);
    const card = await permafrost(['roster', 'add', changed, '--json', ...quick('app')]);
    expect(card.json().error.message).toMatch(/contradicts itself/);
    writeFileSync(changed, JSON.stringify({ version: 1, card: { ...carol, name: 'bob' } }));
    const taken = await permafrost(['roster', 'add', changed, '--json', ...quick('app')]);
    expect(taken.json().error.message).toMatch(/another key/);
  });

  test('a home without a roster says how to get one', async () => {
    const { json } = await permafrost(['sign', 'team', '--message', 'x', '--json', ...at('alice')]);
    expect(json().error.hint).toMatch(/roster add/);
  });
});
