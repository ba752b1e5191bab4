/**
 * `permafrost evidence verify`: whether a file proves what it claims. Trusts nothing in it but
 * signatures.
 * @module
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { PermafrostError } from '@permafrost/client/errors';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import { decodeEvidence, verifyEvidence } from '@permafrost/protocol';
import type { Handler } from '../context.ts';
import { nameOfHost } from '../roster-names.ts';

/** More than any evidence that a node writes. */
const FILE_BYTES_MAX = 16 * 1024 * 1024;

export const verify: Handler = async (context, _, [path = '']) => {
  const text = readBounded(resolve(context.surroundings.cwd, path));
  let verdict: ReturnType<typeof verifyEvidence>;
  try {
    verdict = verifyEvidence(decodeEvidence(text));
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'WireError') throw cause;
    throw bad(`${path} is no evidence file: ${cause.message}`);
  }
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
