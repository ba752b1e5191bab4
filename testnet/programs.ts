/**
 * Programs of others, as child processes.
 * @module
 */
import { spawn, spawnSync } from 'node:child_process';

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

export type RunOptions = {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: Uint8Array | string;
  /** 60 s unless given. */
  readonly timeoutMs?: number;
};

/** Runs to the end, or until the time is over; standard input is what is given, or nothing. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      cwd: options.cwd,
      env: { ...process.env, PERMAFROST_HOME: '', ...options.env },
      timeout: options.timeoutMs ?? 60_000,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** Why a test that needs these programs cannot run here, or undefined. */
export function missingProgram(...programs: readonly string[]): string | undefined {
  const gone = programs.find(
    (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0,
  );
  return gone === undefined ? undefined : `no ${gone} here`;
}
