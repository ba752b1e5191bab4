/**
 * Three operators who trust nobody's word make a network of their own: homes, cards, a roster, nodes,
 * a key that each accepts by hand.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@permafrost/testnet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from './programs.ts';
import { LAUNCHER, runHere } from './shared.ts';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'pf-operators-')));
const names = ['alice', 'bob', 'carol'] as const;
type Name = (typeof names)[number];
const passphrase = join(top, 'passphrase');
const running = new Map<Name, ChildProcess>();

const env = { PERMAFROST_PASSPHRASE_FILE: passphrase };
const home = (name: string) => ['--home', join(top, name)];
const as = (name: string, ...args: readonly string[]) =>
  runHere([...args, ...home(name)], top, env);

async function json(name: string, ...args: readonly string[]) {
  const { code, out } = await as(name, ...args, '--json');
  return { code, document: JSON.parse(out) };
}

function start(name: Name): void {
  const child = spawn(process.execPath, [LAUNCHER, 'start', ...home(name)], {
    cwd: top,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  running.set(name, child);
}

async function stop(name: Name): Promise<number> {
  const child = running.get(name);
  if (child === undefined || child.exitCode !== null) return Number(child?.exitCode);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  return Number((await exited)[0]);
}

/** Each sees both others. */
async function linked(): Promise<boolean> {
  const all = await Promise.all(names.map((name) => json(name, 'status')));
  return all.every(({ document }) => document.links?.filter(isUp).length === 2);
}

const isUp = (link: { readonly up: boolean }) => link.up;

beforeAll(async () => {
  writeFileSync(passphrase, 'a passphrase\n');
  const ports = await freePorts(names.length);
  for (const [i, name] of names.entries()) {
    // A passphrase costs time at every command: one of them has one, the others have key files.
    const seal = name === 'alice' ? [] : ['--key-file', 'seal.key'];
    const listen = `/ip4/127.0.0.1/tcp/${ports[i]}`;
    await as(name, 'init', '--name', name, '--listen', listen, ...seal);
    writeFileSync(join(top, `${name}.card`), (await as(name, 'roster', 'card')).out);
  }
});

afterAll(async () => {
  await Promise.all(names.map(stop));
  rmSync(top, { recursive: true, force: true });
});

describe('three operators', () => {
  test('agree on one roster by exchanging cards', async () => {
    const fingerprints = new Set<string>();
    for (const name of names) {
      const others = names.filter((one) => one !== name).map((one) => `${one}.card`);
      const { document } = await json(name, 'roster', 'add', ...others);
      fingerprints.add(document.fingerprint);
    }
    expect(fingerprints.size).toBe(1);
  });

  test('a node does not start with a wrong or an empty passphrase', async () => {
    const wrong = join(top, 'wrong');
    for (const text of ['another', '']) {
      writeFileSync(wrong, text);
      const args = ['start', ...home('alice'), '--passphrase-file', wrong, '--json'];
      const { code, out } = await runProgram(process.execPath, [LAUNCHER, ...args], { cwd: top });
      expect([code, JSON.parse(out).error.code]).toEqual([1, 'E_SEAL_AUTH']);
    }
  });

  test('start their nodes, which find each other', async () => {
    for (const name of names) start(name);
    await expect.poll(linked, { timeout: 90_000, interval: 200 }).toBe(true);
    const { document } = await json('bob', 'status');
    expect(document).toMatchObject({ ready: true, node: 'bob', keys: [] });
  });

  test('a second process on a home that is in use is E_STORE_LOCKED', async () => {
    const args = ['start', ...home('bob'), '--json'];
    const { code, out } = await runProgram(process.execPath, [LAUNCHER, ...args], { env });
    expect([code, JSON.parse(out).error.code]).toEqual([1, 'E_STORE_LOCKED']);
  });

  test('a key waits for every operator, and says for whom when time is up', async () => {
    const create = ['key', 'create', 'vault', '--suite', 'ed25519', '--threshold', '2'];
    const { code, document } = await json('alice', ...create, '--timeout', '2');
    expect(code).toBe(1);
    expect(document.error).toMatchObject({ code: 'E_CEREMONY', retryable: true });
    expect([...document.error.blame].sort()).toEqual(['bob', 'carol']);
  });

  test('then the name is free: one rejects, and that is the end of it', async () => {
    const create = ['key', 'create', 'vault', '--suite', 'ed25519', '--threshold', '2'];
    const asked = json('alice', ...create, '--timeout', '30');
    await json('bob', 'proposal', 'reject', await openProposal('bob'));
    const { code, document } = await asked;
    expect([code, document.error.code]).toEqual([1, 'E_CEREMONY']);
    expect(JSON.stringify(document.error)).toContain('bob');
  });

  test('when all accept, the key is made, and any operator’s node gives signatures', async () => {
    const create = ['key', 'create', 'vault', '--suite', 'ed25519', '--threshold', '2'];
    const asked = json('alice', ...create, '--timeout', '60');
    const id = await openProposal('carol');
    const shown = await json('carol', 'proposal', 'show', id);
    expect(shown.document).toMatchObject({ name: 'vault', threshold: 2, suite: 'ed25519' });
    expect([...shown.document.waitingFor].sort()).toEqual(['bob', 'carol']);
    await json('carol', 'proposal', 'accept', id);
    await json('bob', 'proposal', 'accept', id);
    const { code, document } = await asked;
    expect([code, document.state]).toEqual([0, 'active']);
    expect((await json('alice', 'sign', 'vault', '--message', 'x')).code).toBe(0);
    // Only the identity that proposed it may ask, unless others were listed.
    const bob = await json('bob', 'sign', 'vault', '--message', 'x');
    expect(bob.document.error.code).toBe('E_FORBIDDEN');
    expect(JSON.parse(readFileSync(join(top, 'bob', 'pins.json'), 'utf8')).pins).toMatchObject([
      { name: 'vault', publicKey: document.publicKey },
    ]);
  });

  test('nodes stop on SIGTERM with exit code 0, and keep their keys over a restart', async () => {
    expect(await stop('carol')).toBe(0);
    expect((await json('alice', 'sign', 'vault', '--message', 'x')).code).toBe(0);
    expect(await stop('bob')).toBe(0);
    const { document } = await json('alice', 'sign', 'vault', '--message', 'x');
    expect(document.error).toMatchObject({ code: 'E_THRESHOLD', nothingSigned: true });
    start('bob');
    const signs = async () => (await json('alice', 'sign', 'vault', '--message', 'x')).code;
    await expect.poll(signs, { timeout: 60_000, interval: 200 }).toBe(0);
  });
});

/** The one that waits for this operator, once its node has heard of it. */
async function openProposal(name: string): Promise<string> {
  let id = '';
  const find = async () => {
    const { document } = await json(name, 'proposal', 'list');
    const open = document.proposals.find((one: { state: string }) => one.state === 'open');
    id = open?.id ?? '';
    return id;
  };
  await expect.poll(find, { timeout: 60_000, interval: 200 }).not.toBe('');
  return id;
}
