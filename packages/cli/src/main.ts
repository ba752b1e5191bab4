/**
 * The command line: parses, runs one command, and turns whatever happens into an exit code.
 * 0 done, 1 failed, 2 wrong usage.
 * @module
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import { type Context, createContext } from './context.ts';
import type { Streams } from './output.ts';
import { createProgram } from './program.ts';
import { UsageError } from './usage.ts';

export type RunOptions = {
  readonly streams?: Streams;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
};

/** @param argv arguments after the name of the program */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<number> {
  const streams = options.streams ?? { out: process.stdout, err: process.stderr };
  const surroundings = {
    cwd: options.cwd ?? process.cwd(),
    env: options.env ?? process.env,
  };
  cacheCompiled();
  let code = 0;
  let context: Context | undefined;
  const program = createProgram({
    streams,
    begin: (flags) => {
      context = createContext(flags, streams, surroundings);
      return context;
    },
    end: (result) => {
      code = result;
    },
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      streams.err.write(`error: ${error.message}\n`);
      return 2;
    }
    const { printFailure, toFailure } = await import('./output.ts');
    if (surroundings.env['PERMAFROST_DEBUG'] === '1' && error instanceof Error) {
      streams.err.write(`${error.stack}\n`);
    }
    printFailure(toFailure(error), argv.includes('--json'), streams);
    return 1;
  } finally {
    context?.dispose();
  }
}

/**
 * What was compiled once need not be again: a third of the time before a command begins. It is kept
 * beside the code, never in a temporary folder, where others could put code of theirs in its place.
 */
function cacheCompiled(): void {
  const isSource = import.meta.url.endsWith('.ts');
  const folder = isSource ? '../../../node_modules/.cache/permafrost' : '../../.cache/permafrost';
  enableCompileCache(fileURLToPath(new URL(folder, import.meta.url)));
}
