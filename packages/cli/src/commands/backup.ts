/**
 * `permafrost backup`: one encrypted file that brings a lost node back.
 * @module
 */
import { resolve } from 'node:path';
import { PermafrostError } from '@permafrost/client/errors';
import { type BackupSummary, createBackup, eraseBackup, verifyBackup } from '@permafrost/node';
import {
  type BackupRecipient,
  noteVerified,
  openHome,
  readFileLimited,
  readPassphraseFile,
  sealSecretFor,
  writeFileAtomic,
} from '@permafrost/storage';
import { type BackupFlags, nodeOfHome, readBackup } from '../backup-file.ts';
import type { Context, Handler } from '../context.ts';
import { newPassphrasePrompt, passphrasePrompt } from '../prompt.ts';
import { UsageError } from '../usage.ts';

type CreateFlags = {
  readonly out?: string;
  readonly to?: readonly string[];
  readonly passphraseFile?: string;
};

export const create: Handler<CreateFlags> = async (context, flags) => {
  const to = await recipientOf(flags);
  const { paths, config } = await openHome(context.home().home);
  const secret = await sealSecretFor(config, {
    dir: paths.dir,
    env: context.surroundings.env,
    prompt: passphrasePrompt(`passphrase of ${paths.dir}: `),
  });
  const path = resolve(context.surroundings.cwd, flags.out ?? fileName(config.name));
  if ((await readFileLimited(path, Number.MAX_SAFE_INTEGER)) !== undefined) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `${path} exists already`,
      hint: 'name another file with --out',
    });
  }
  const { file, summary } = await createBackup({ home: paths.dir, secret, to });
  await writeFileAtomic(path, file);
  const { node, peerId, createdMs, keys } = summary;
  context.output.result(
    { file: path, node, peerId, createdMs, sizeBytes: file.length, keys },
    [
      `${path}: the identities of ${node} and ${sharesText(summary)}`,
      'whoever opens it can act as this node and as its operator, and has these shares for good:',
      'as many such files as a key needs signers are the key, also after it was refreshed,',
      'reshared or destroyed. Keep it apart from those of other nodes, and destroy old ones',
      `next: permafrost backup verify ${path}`,
    ].join('\n'),
  );
  return 0;
};

export const verify: Handler<BackupFlags> = async (context, flags, [given = '']) => {
  const path = resolve(context.surroundings.cwd, given);
  const home = await readBackup(path, flags);
  let summary: BackupSummary;
  try {
    summary = await verifyBackup(home);
  } finally {
    eraseBackup(home);
  }
  const noted = await noteIfOurs(context, path, summary);
  const lost = summary.keys.filter(({ hasShare, state }) => !hasShare && state !== 'destroyed');
  context.output.result(
    { file: path, valid: true, noted, ...summary },
    [
      `${path}: restored for a moment and right: the identities of ${summary.node} and ${sharesText(summary)}, of ${new Date(summary.createdMs).toISOString()}`,
      ...lost.map(({ name }) => `warning: it has no share of ${name}, as its node had none`),
      ...(noted ? [] : [`${summary.node} has no home here: its status does not learn of this`]),
    ].join('\n'),
  );
  return 0;
};

/** Where the node's own home is, `status` goes by what was verified last. */
async function noteIfOurs(
  context: Context,
  file: string,
  summary: BackupSummary,
): Promise<boolean> {
  const { home } = context.home();
  if ((await nodeOfHome(home)) !== summary.peerId) return false;
  const keys = summary.keys.filter(({ hasShare }) => hasShare);
  await noteVerified(home, { file, createdMs: summary.createdMs, keys });
  return true;
}

async function recipientOf(flags: CreateFlags): Promise<BackupRecipient> {
  const { to, passphraseFile } = flags;
  if (to !== undefined && passphraseFile !== undefined) {
    throw new UsageError('give --to or --passphrase-file, not both: age allows one of them');
  }
  if (to !== undefined) return { type: 'age', recipients: to };
  if (passphraseFile !== undefined) {
    return { type: 'passphrase', passphrase: await readPassphraseFile(passphraseFile) };
  }
  const prompt = newPassphrasePrompt();
  if (prompt === undefined) throw new UsageError('give --to age1… or --passphrase-file FILE');
  return { type: 'passphrase', passphrase: new TextEncoder().encode(await prompt()) };
}

export function sharesText({ keys }: Pick<BackupSummary, 'keys'>): string {
  const shares = keys.filter(({ hasShare }) => hasShare);
  if (shares.length === 0) return 'no share';
  const list = shares.map(({ name, epoch }) => `${name} (epoch ${epoch})`).join(', ');
  return `its ${shares.length === 1 ? 'share' : 'shares'} of ${list}`;
}

/** Says whose it is and of when, without characters that a file system may refuse. */
function fileName(node: string): string {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return `${node}-${time}Z.permafrost.age`;
}
