/**
 * What every command is given besides its own arguments.
 * @module
 */
import { type FoundHome, findHome, type Surroundings } from './folders.ts';
import { createOutput, type Output, type Streams } from './output.ts';

/** Flags of every command. */
export type CommonFlags = {
  readonly home?: string;
  readonly json?: boolean;
  readonly passphraseFile?: string;
};

export type Context = {
  readonly output: Output;
  readonly streams: Streams;
  readonly surroundings: Surroundings;
  readonly flags: CommonFlags;
  /** Looked up when it is needed: some commands need no home. */
  readonly home: () => FoundHome;
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Gives the signals back to the process. */
  readonly dispose: () => void;
};

/** Runs one command; exit code 0 unless it returns another. */
export type Handler<F = Readonly<Record<string, unknown>>> = (
  context: Context,
  flags: F,
  args: readonly string[],
) => Promise<number | undefined>;

export function createContext(
  flags: CommonFlags,
  streams: Streams,
  surroundings: Surroundings,
): Context {
  const stop = new AbortController();
  const onSignal = () => {
    // A second signal ends the process as it would without us.
    dispose();
    stop.abort();
  };
  const dispose = () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    output: createOutput(flags.json === true, streams),
    streams,
    surroundings,
    flags,
    home: () => findHome(flags.home, surroundings),
    signal: stop.signal,
    dispose,
  };
}
