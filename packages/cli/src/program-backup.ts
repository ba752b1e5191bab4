/**
 * The commands around what a lost home comes back from.
 * @module
 */
import type { Command } from 'commander';
import { adder, configure, type ProgramPorts } from './program-parts.ts';

export function addBackupCommands(program: Command, ports: ProgramPorts): void {
  const add = adder(program, ports);
  const backup = configure(program.command('backup'), ports).description(
    'one encrypted file that brings a lost node back; --passphrase-file is the backup’s here',
  );
  const commands = async () => import('./commands/backup.ts');
  const opened = (command: Command) =>
    command.option('--identity <file>', 'age identity that the backup was made for');
  add(
    backup,
    'create',
    'identities, shares and public records of this home; its node may run',
    async () => (await commands()).create,
  )
    .option('--out <file>', 'a file that does not exist yet')
    .option('--to <recipients...>', 'age recipients (age1…) instead of a passphrase');
  opened(
    add(
      backup,
      'verify <file>',
      'restore it for a moment, and check each share against its key',
      async () => (await commands()).verify,
    ),
  );
  opened(
    add(
      backup,
      'restore <file>',
      'make this home again, or its store where that was lost; its node is stopped',
      async () => (await import('./commands/backup-restore.ts')).restore,
    ),
  )
    .option('--without-stale', 'leave out shares of epochs that are past')
    .option('--offline', 'do not ask the other nodes whether it is too old');
}
