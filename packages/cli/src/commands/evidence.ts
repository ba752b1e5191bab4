/**
 * `permafrost evidence verify`: whether a file proves what it claims, and `evidence list`: the same
 * of all files that the node of this home wrote. Trusts nothing in them but signatures.
 * @module
 */
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PermafrostError } from '@permafrost/client/errors';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import { decodeEvidence, type Verdict, verifyEvidence } from '@permafrost/protocol';
import { homePaths } from '@permafrost/storage';
import type { Handler } from '../context.ts';
import { table } from '../keys.ts';
import { nameOfHost } from '../roster-names.ts';

/** More than any evidence that a node writes. */
const FILE_BYTES_MAX = 16 * 1024 * 1024;

export const verify: Handler = async (context, _, [path = '']) => {
  const verdict = verdictOf(readBounded(resolve(context.surroundings.cwd, path)), path);
  if (!verdict.proven) {
    context.output.result(verdict, `not proven: ${verdict.reason}`);
    return 1;
  }
  const peerId = peerIdFromPublicKey(verdict.culprit);
  const name = await nameOfHost(context.home().home, verdict.culprit);
  const document = { proven: true, code: verdict.code, peerId, name: name ?? null };
  context.output.result(
    document,
    `proven: ${name ?? 'a node unknown here'} (${peerId}): ${verdict.code}`,
  );
  return 0;
};

type Listed = {
  readonly file: string;
  readonly proven: boolean;
  readonly code: string | null;
  readonly peerId: string | null;
  /** On the roster of this home. */
  readonly name: string | null;
  /** Why it proves nothing. */
  readonly reason?: string;
};

export const list: Handler = async (context) => {
  const { home } = context.home();
  const folder = join(homePaths(home).dir, 'evidence');
  const all: Listed[] = [];
  for (const file of filesOf(folder)) all.push(await listed(home, folder, file));
  const rows = all.map(({ file, proven, code, name, peerId, reason }) => [
    proven ? 'proven' : 'NOT proven',
    name ?? peerId ?? '',
    code ?? reason ?? '',
    file,
  ]);
  context.output.result({ evidence: all }, rows.length === 0 ? 'no evidence' : table(rows));
  return 0;
};

async function listed(home: string, folder: string, file: string): Promise<Listed> {
  const nothing = { file, proven: false, code: null, peerId: null, name: null };
  try {
    const verdict = verdictOf(readBounded(join(folder, file)), file);
    if (!verdict.proven) return { ...nothing, reason: verdict.reason };
    const { code, culprit } = verdict;
    const name = (await nameOfHost(home, culprit)) ?? null;
    return { file, proven: true, code, peerId: peerIdFromPublicKey(culprit), name };
  } catch (error) {
    if (!(error instanceof PermafrostError)) throw error;
    return { ...nothing, reason: error.message };
  }
}

function filesOf(folder: string): readonly string[] {
  try {
    const files = readdirSync(folder, { withFileTypes: true });
    return files
      .filter((one) => one.isFile() && one.name.endsWith('.json'))
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

function verdictOf(text: string, path: string): Verdict {
  try {
    return verifyEvidence(decodeEvidence(text));
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'WireError') throw cause;
    throw bad(`${path} is no evidence file: ${cause.message}`);
  }
}

function readBounded(path: string): string {
  const room = Buffer.alloc(FILE_BYTES_MAX + 1);
  let length = 0;
  try {
    const file = openSync(path, 'r');
    try {
      for (let got = -1; got !== 0 && length < room.length; length += got) {
        got = readSync(file, room, length, room.length - length, null);
      }
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw bad(`cannot read ${path}: ${cause.message}`);
  }
  if (length > FILE_BYTES_MAX) throw bad(`${path} is larger than any evidence file`);
  return room.toString('utf8', 0, length);
}

function bad(message: string): PermafrostError {
  return new PermafrostError({ code: 'E_BAD_REQUEST', message });
}
