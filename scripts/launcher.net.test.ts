import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What the launcher starts in these tests: it says what happens to it. */
const MAIN = `
  export async function run(argv) {
    console.log('major', process.versions.node.split('.')[0], ...argv);
    if (argv[0] === 'exit') return Number(argv[1]);
    if (argv[0] === 'die') process.kill(process.pid, 'SIGKILL');
    if (argv[0] === 'throw') throw new Error('a bug');
    let interrupts = 0;
    process.on('SIGINT', () => { interrupts += 1; console.log('interrupt', interrupts); });
    for (const signal of ['SIGTERM', 'SIGHUP']) {
      process.on(signal, () => { console.log(signal); process.exit(7); });
    }
    setInterval(() => {}, 1000);
    console.log('waiting');
    return 0;
  }
`;
/** Loaded before the launcher, to make it believe that it runs on an old Node. */
const PRETEND = `
  Object.defineProperty(process.versions, 'node', { value: '12.0.0' });
  Object.defineProperty(process, 'version', { value: 'v12.0.0' });
`;

let folder = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'permafrost-launcher-'));
  const bin = join(import.meta.dirname, '..', 'packages', 'cli', 'bin', 'permafrost.cjs');
  for (const place of ['with', 'without']) {
    await mkdir(join(folder, place, 'bin'), { recursive: true });
    await cp(bin, join(folder, place, 'bin', 'permafrost.cjs'));
    await writeFile(join(folder, place, 'package.json'), '{"type":"module"}');
    await writeFile(join(folder, place, 'main.js'), MAIN);
  }
  await writeFile(join(folder, 'pretend.cjs'), PRETEND);
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const installed = join(folder, 'with', 'node_modules', `node-${os}-${process.arch}`, 'bin');
  await mkdir(installed, { recursive: true });
  await symlink(process.execPath, join(installed, os === 'win' ? 'node.exe' : 'node'));
});

afterAll(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

type Run = { readonly child: ChildProcess; readonly output: () => string };

function launch(place: 'with' | 'without', node: 'old' | 'new', args: readonly string[]): Run {
  const pretend = node === 'old' ? ['--require', join(folder, 'pretend.cjs')] : [];
  const bin = join(folder, place, 'bin', 'permafrost.cjs');
  const child = spawn(process.execPath, [...pretend, bin, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  }
  return { child, output: () => output };
}

async function ended({ child }: Run): Promise<number | string> {
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return signal ?? code ?? -1;
}

const major = process.versions.node.split('.')[0];

describe.each(['new', 'old'] as const)('the launcher on a Node that is %s', (node) => {
  it('runs the command with its arguments and ends with its exit code', async () => {
    const run = launch('with', node, ['exit', '3', '--flag=a b']);
    expect(await ended(run)).toBe(3);
    expect(run.output()).toBe(`major ${major} exit 3 --flag=a b\n`);
  });

  it('ends by the signal that ended the command', async () => {
    expect(await ended(launch('with', node, ['die']))).toBe('SIGKILL');
  });

  it('ends with 1 when the command fails unexpectedly', async () => {
    const run = launch('with', node, ['throw']);
    expect(await ended(run)).toBe(1);
    expect(run.output()).toContain('permafrost: Error: a bug');
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)(
    'lets the command stop by itself on %s',
    async (signal) => {
      const run = launch('with', node, ['wait']);
      await expect.poll(run.output, { timeout: 20_000 }).toContain('waiting');
      run.child.kill(signal);
      expect(await ended(run)).toBe(7);
      expect(run.output()).toContain(signal);
    },
  );

  it('passes SIGINT on once where no terminal does', async () => {
    const run = launch('with', node, ['wait']);
    await expect.poll(run.output, { timeout: 20_000 }).toContain('waiting');
    run.child.kill('SIGINT');
    await expect.poll(run.output, { timeout: 20_000 }).toContain('interrupt 1');
    run.child.kill('SIGTERM');
    expect(await ended(run)).toBe(7);
    expect(run.output()).not.toContain('interrupt 2');
  });
});

describe('the launcher without a Node that is new enough', () => {
  it('says which one is needed and how to get it', async () => {
    const run = launch('without', 'old', ['exit', '0']);
    expect(await ended(run)).toBe(1);
    expect(run.output()).toBe(
      'permafrost: Node 24.12 or newer is needed, and this is v12.0.0. Run "npm ci", which ' +
        'brings one on Linux and on Windows x64, or install it yourself.\n',
    );
  });
});
