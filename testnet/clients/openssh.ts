/** OpenSSH and git, through `permafrost agent`. @module */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { missingProgram, type Ran, runProgram } from '../programs.ts';
import { LAUNCHER, type SharedTestnet } from '../shared.ts';

const WHO = 'team@example.com';

type RunningAgent = {
  readonly socket: string;
  /** What it printed for the shell. */
  readonly line: string;
  readonly stop: () => Promise<number>;
};

/** `permafrost agent` in the foreground, as a person would start it. */
async function startAgent(net: SharedTestnet, socket: string): Promise<RunningAgent> {
  const child = spawn(process.execPath, [LAUNCHER, 'agent', '--socket', socket], {
    cwd: net.top,
    env: { ...process.env, PERMAFROST_HOME: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const exited = once(child, 'exit');
  const line = await Promise.race([
    once(child.stdout, 'data').then(([chunk]) => String(chunk)),
    exited.then(() => {
      throw new Error(`agent ended: ${err}`);
    }),
  ]);
  return {
    socket,
    line,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await exited;
      return Number(code);
    },
  };
}

export function opensshTests(net: () => SharedTestnet): void {
  const missing = missingProgram('ssh-add', 'ssh-keygen', 'git');

  describe('OpenSSH through the agent', () => {
    let agent: RunningAgent;
    let folder: string;
    let publicKey: string;
    const file = (name: string, text: string | Uint8Array) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const run = (program: string, args: readonly string[], input?: string): Promise<Ran> =>
      runProgram(program, args, {
        cwd: folder,
        env: { SSH_AUTH_SOCK: agent.socket, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
        ...(input === undefined ? {} : { input }),
      });

    beforeEach(({ skip }) => skip(missing !== undefined, missing));

    beforeAll(async () => {
      if (missing !== undefined) return;
      folder = mkdtempSync(join(net().top, 'ssh-'));
      agent = await startAgent(net(), join(folder, 'agent.sock'));
      publicKey = (await net().permafrost(['key', 'show', 'team', '--format', 'ssh'])).out;
      file('group.pub', publicKey);
      file('allowed', `${WHO} namespaces="git,file" ${publicKey}`);
      file('strangers', `${WHO} ${(await stranger()).trim()}\n`);
    });

    async function stranger(): Promise<string> {
      await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'other')]);
      return (await run('cat', [join(folder, 'other.pub')])).out;
    }

    afterAll(async () => {
      if (missing !== undefined) return;
      expect(await agent.stop()).toBe(0);
      expect(existsSync(agent.socket)).toBe(false);
    });

    test('it prints the line for the shell, and its socket is for its owner alone', () => {
      expect(agent.line.trim()).toBe(`SSH_AUTH_SOCK=${agent.socket}; export SSH_AUTH_SOCK;`);
      expect(statSync(agent.socket).mode & 0o777).toBe(0o600);
    });

    test('ssh-add -L lists the Ed25519 keys and no others', async () => {
      expect(await run('ssh-add', ['-L'])).toMatchObject({ code: 0, out: publicKey });
    });

    test('ssh-add -T: the agent signs and ssh-add verifies; a key it lacks fails', async () => {
      expect((await run('ssh-add', ['-T', 'group.pub'])).code).toBe(0);
      expect((await run('ssh-add', ['-T', 'other.pub'])).code).not.toBe(0);
    });

    test('ssh-add can put nothing in and take nothing out', async () => {
      expect((await run('ssh-add', [join(folder, 'other')])).code).not.toBe(0);
      expect((await run('ssh-add', ['-D'])).code).not.toBe(0);
      expect((await run('ssh-add', ['-L'])).out).toBe(publicKey);
    });

    test('ssh-keygen signs a file and verifies it; another file or signer fails', async () => {
      file('msg', 'what was agreed\n');
      const signed = await run('ssh-keygen', [
        '-Y',
        'sign',
        '-f',
        'group.pub',
        '-n',
        'file',
        'msg',
      ]);
      expect(signed).toMatchObject({ code: 0 });
      const verify = (allowed: string, text: string, namespace = 'file') => {
        const args = ['-Y', 'verify', '-f', allowed, '-I', WHO, '-n', namespace];
        return run('ssh-keygen', [...args, '-s', 'msg.sig'], text);
      };
      const good = await verify('allowed', 'what was agreed\n');
      expect(good).toMatchObject({
        code: 0,
        out: expect.stringContaining('Good "file" signature'),
      });
      expect((await verify('allowed', 'what was changed\n')).code).not.toBe(0);
      expect((await verify('strangers', 'what was agreed\n')).code).not.toBe(0);
      expect((await verify('allowed', 'what was agreed\n', 'git')).code).not.toBe(0);
    });

    test('git commit -S and git verify-commit; a changed commit fails', async () => {
      const repository = join(folder, 'repository');
      mkdirSync(repository);
      const git = (...args: readonly string[]) => run('git', ['-C', repository, ...args]);
      await git('init', '-q');
      for (const [key, value] of [
        ['user.name', 'team'],
        ['user.email', WHO],
        ['gpg.format', 'ssh'],
        ['user.signingkey', `key::${publicKey.trim()}`],
        ['gpg.ssh.allowedSignersFile', join(folder, 'allowed')],
      ] as const) {
        await git('config', key, value);
      }
      const commit = await git('commit', '-q', '-S', '--allow-empty', '-m', 'signed by five');
      expect(commit).toMatchObject({ code: 0 });
      expect((await git('verify-commit', 'HEAD')).code).toBe(0);
      const object = (await git('cat-file', 'commit', 'HEAD')).out;
      const changed = await run(
        'git',
        ['-C', repository, 'hash-object', '-t', 'commit', '-w', '--stdin'],
        object.replace('signed by five', 'signed by none'),
      );
      expect((await git('verify-commit', changed.out.trim())).code).not.toBe(0);
      await git('config', 'gpg.ssh.allowedSignersFile', join(folder, 'strangers'));
      expect((await git('verify-commit', 'HEAD')).code).not.toBe(0);
    });
  });
}
