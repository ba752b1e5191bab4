/** Starts and ends the processes of child-host.ts. @module */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ChildOptions } from './child-host.ts';

export type ChildLine = {
  readonly type: string;
  readonly peerId?: string;
  readonly code?: string;
  readonly addresses?: readonly string[];
  readonly sinceStartMs?: number;
  readonly rss?: number;
};

export type Child = {
  readonly lines: ChildLine[];
  readonly askMemory: () => void;
  /** SIGKILL, and waits for the end. */
  readonly kill: () => Promise<void>;
};

const SCRIPT = fileURLToPath(new URL('./child-host.ts', import.meta.url));
const running = new Set<ChildProcess>();

export function startChild(options: ChildOptions, flags: readonly string[] = []): Child {
  const child = spawn(process.execPath, [...flags, SCRIPT, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.add(child);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child);
      resolve();
    });
  });
  const lines: ChildLine[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line) as ChildLine);
  });
  return {
    lines,
    askMemory: () => void child.stdin.write('memory\n'),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** For afterEach. */
export function killChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}
