/**
 * How one command is added to the program: with the flags of all, and its code loaded when it runs.
 * @module
 */
import type { Command } from 'commander';
import type { CommonFlags, Context, Handler } from './context.ts';
import type { Streams } from './output.ts';

export type ProgramPorts = {
  readonly streams: Streams;
  readonly begin: (flags: CommonFlags) => Context;
  readonly end: (exitCode: number) => void;
};

type Loader = () => Promise<Handler<never>>;

export type AddCommand = (
  parent: Command,
  usage: string,
  description: string,
  load: Loader,
) => Command;

/** A function that adds one command whose handler is loaded when it runs. */
export function adder(program: Command, ports: ProgramPorts): AddCommand {
  return (parent: Command, usage: string, description: string, load: Loader): Command => {
    const command = configure(parent.command(usage), ports).description(description);
    if (parent !== program || command.name() !== 'permafrost') commonOptions(command);
    return command.action(async (...given: readonly unknown[]) => {
      const args = command.args;
      const flags: CommonFlags = command.optsWithGlobals();
      const context = ports.begin(flags);
      const handler: Handler = (await load()) as Handler;
      void given;
      ports.end((await handler(context, { ...flags }, args)) ?? 0);
    });
  };
}

function commonOptions(command: Command): void {
  command
    .option('--home <dir>', 'home of this identity (or PERMAFROST_HOME)')
    .option('--json', 'one JSON document on standard output')
    .option('--passphrase-file <file>', 'file that holds the passphrase of the home');
}

/** Failures of the parser are thrown, and what it prints goes where we say. */
export function configure(command: Command, { streams }: ProgramPorts): Command {
  return command
    .exitOverride()
    .showHelpAfterError(false)
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: (text) => streams.out.write(text),
      writeErr: (text) => streams.err.write(text),
    });
}
