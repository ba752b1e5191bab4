/**
 * The processes of a testnet: one per node, each its own, known by the pid in its file and by the
 * home on its command line.
 * @module
 */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestnetPaths } from './state.ts';

/** How long a node gets to stop by itself. */
const STOP_MS = 5_000;
const GONE_MS = 5_000;

/** The pid of a node that runs, else undefined. */
export function runningPid(paths: TestnetPaths, name: string): number | undefined {
  const file = paths.pid(name);
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').trim());
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return isOurs(pid, paths.home(name)) ? pid : undefined;
}

/**
 * Starts a node as a process of its own that outlives us. Its log is appended to.
 * @param command what runs the permafrost command in this very process, with no launcher between
 */
export function startProcess(
  paths: TestnetPaths,
  name: string,
  command: readonly string[],
  flags: readonly string[] = [],
): { readonly pid: number; readonly exited: Promise<number> } {
  const [program = process.execPath, ...rest] = command;
  const log = openSync(paths.log(name), 'a', 0o600);
  const answer = openSync(paths.answer(name), 'w', 0o600);
  try {
    const child = spawn(
      program,
      [...rest, 'start', '--home', paths.home(name), '--json', ...flags],
      {
        cwd: paths.dir,
        detached: true,
        stdio: ['ignore', answer, log],
        env: withoutHome(process.env),
      },
    );
    const exited = new Promise<number>((resolve) => {
      child.once('exit', (code) => resolve(code ?? 1));
      child.once('error', () => resolve(1));
    });
    child.unref();
    const pid = child.pid ?? -1;
    if (pid > 0) writeFileSync(paths.pid(name), `${pid}\n`, { mode: 0o600 });
    return { pid, exited };
  } finally {
    closeSync(log);
    closeSync(answer);
  }
}

/**
 * SIGKILL; resolves when the process is gone. Nothing happens when it does not run.
 * @throws Error when it is still there after a while
 */
export async function killProcess(paths: TestnetPaths, name: string): Promise<void> {
  const pid = runningPid(paths, name);
  if (pid !== undefined && !(await end(pid, 'SIGKILL', GONE_MS))) {
    throw new Error(`${name} (process ${pid}) does not end`);
  }
  rmSync(paths.pid(name), { force: true });
}

/** SIGTERM, and SIGKILL for whoever does not go. */
export async function stopProcess(paths: TestnetPaths, name: string): Promise<void> {
  const pid = runningPid(paths, name);
  if (pid !== undefined && !(await end(pid, 'SIGTERM', STOP_MS))) await killProcess(paths, name);
  rmSync(paths.pid(name), { force: true });
}

/** Stops a node in the middle of whatever it does, or lets it go on. @returns false: it does not run */
export function signalProcess(
  paths: TestnetPaths,
  name: string,
  signal: 'SIGSTOP' | 'SIGCONT',
): boolean {
  const pid = runningPid(paths, name);
  if (pid !== undefined) send(pid, signal);
  return pid !== undefined;
}

/** Sends a signal and waits for the end of this very process; false when it did not come. */
async function end(pid: number, signal: 'SIGTERM' | 'SIGKILL', withinMs: number): Promise<boolean> {
  const born = birthOf(pid);
  send(pid, signal);
  const endMs = performance.now() + withinMs;
  while (birthOf(pid) !== undefined && birthOf(pid) === born) {
    if (performance.now() > endMs) return false;
    await sleep(10);
  }
  return true;
}

function send(pid: number, signal: 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Pids are used again: it is ours only if it works on this home. A zombie runs no more. */
function isOurs(pid: number, home: string): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return args.includes(home) && birthOf(pid) !== undefined;
  } catch {
    return false;
  }
}

/**
 * When a process began, as a word that no later process of this pid has; undefined when it does
 * not run. A process that is ending has no command line any more and is still there.
 */
function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return isAlive(pid) ? 'alive' : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything: the state first, the start time as the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A home or passphrase of the caller's own must not reach the nodes. */
function withoutHome(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([key]) => key !== 'PERMAFROST_HOME' && key !== 'PERMAFROST_PASSPHRASE_FILE',
    ),
  );
}
