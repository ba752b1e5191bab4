/**
 * What a running node reads and writes in its home, besides what the store itself does.
 * @module
 */
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { homePaths, StorageError, type Store } from '@permafrost/storage';
import type { Logger } from 'pino';
import type { Action } from './effects.ts';

/** Carries out a persist: resolves when all of it would survive a power cut. */
export async function writeAction(
  store: Store,
  action: Extract<Action, { readonly type: 'persist' }>,
): Promise<void> {
  for (const secret of action.secrets ?? []) {
    if (secret.type === 'put-secret') {
      await store.secrets.putSecret(secret.name, secret.bytes);
      secret.bytes.fill(0);
    } else {
      await store.secrets.eraseSecret(secret.name);
    }
  }
  if (action.changes.length > 0) await store.batch(action.changes);
}

/**
 * The decision log, JSON lines that are only ever appended: every request that asked for this
 * node's share or came in here, and what was decided. It may be moved away while the node stops.
 */
export function openDecisionLog(home: string, onError: (error: Error) => void): WriteStream {
  const file = join(homePaths(home).dir, 'decisions.log');
  const log = createWriteStream(file, { flags: 'a', mode: 0o600 });
  log.on('error', onError);
  return log;
}

export type HomeFiles = {
  /** Evidence lies in the home, for the operator to show to others. */
  readonly evidence: (name: string, text: string) => void;
  /** What an alarm rests on, for the operator. It proves nothing against anybody. */
  readonly alarm: (file: { readonly name: string; readonly text: string }) => void;
  /** Resolves when all of these are written: a node that stops is gone right after. */
  readonly settled: () => Promise<void>;
};

/** Files of which nobody waits for each, and which the end of the node waits for. */
export function createHomeFiles(
  home: string,
  logger: Pick<Logger, 'warn' | 'error' | 'fatal'>,
): HomeFiles {
  const unwritten = new Set<Promise<void>>();

  function write(
    given: { readonly folder: string; readonly name: string; readonly text: string },
    written: (file: string) => void,
  ): void {
    const one = writeInHome(home, given)
      .then(written, (error: unknown) => {
        logger.error({ err: error }, `${given.folder}: file not written`);
      })
      .finally(() => unwritten.delete(one));
    unwritten.add(one);
  }

  return {
    evidence: (name, text) =>
      write({ folder: 'evidence', name, text }, (file) =>
        logger.warn({ file }, 'evidence written: permafrost evidence verify FILE'),
      ),
    alarm: ({ name, text }) =>
      write({ folder: 'alarms', name, text }, (file) =>
        logger.fatal({ file }, 'what the alarm rests on'),
      ),
    settled: async () => {
      await Promise.all(unwritten);
    },
  };
}

async function writeInHome(
  home: string,
  given: { readonly folder: string; readonly name: string; readonly text: string },
): Promise<string> {
  const folder = join(homePaths(home).dir, given.folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${given.name}.json`);
  await writeFile(file, given.text, { mode: 0o600 });
  return file;
}

/** Removes an evidence file, if it is still there. */
export async function removeEvidence(home: string, name: string): Promise<void> {
  await rm(join(homePaths(home).dir, 'evidence', `${name}.json`), { force: true });
}

/** @throws StorageError E_NOT_FOUND when there is no roster yet */
export async function readRosterBytes(home: string): Promise<Uint8Array> {
  const { roster, dir } = homePaths(home);
  try {
    return Uint8Array.from(await readFile(roster));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StorageError(
      'E_NOT_FOUND',
      `${dir} has no network roster yet`,
      'exchange cards with the other operators: permafrost roster card, permafrost roster add FILE',
    );
  }
}
