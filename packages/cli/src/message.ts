/**
 * The message to sign or verify: from the command line or a file.
 * @module
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { PermafrostError } from '@permafrost/client/errors';
import { UsageError } from './usage.ts';

/** What a message may have at most. */
export const MESSAGE_BYTES_MAX: number = 262_144;

export type MessageFlags = {
  /** Taken as UTF-8; no newline is added. */
  readonly message?: string;
  readonly messageHex?: string;
  readonly messageFile?: string;
};

/**
 * @param cwd what the path of a file is relative to
 * @throws UsageError unless exactly one of the flags is there
 * @throws PermafrostError E_BAD_REQUEST for bad hex, an unreadable file, or too many bytes
 */
export function readMessage(flags: MessageFlags, cwd: string): Uint8Array {
  const { message, messageHex, messageFile } = flags;
  const given = [message, messageHex, messageFile].filter((flag) => flag !== undefined);
  if (given.length !== 1) {
    throw new UsageError('give one of --message, --message-hex and --message-file');
  }
  if (messageFile !== undefined)
    return readBounded(messageFile === '-' ? '-' : resolve(cwd, messageFile));
  const bytes = messageHex === undefined ? Buffer.from(message ?? '') : hex(messageHex, 'message');
  if (bytes.length > MESSAGE_BYTES_MAX) throw tooLong(bytes.length);
  return Uint8Array.from(bytes);
}

/**
 * Hex of either case as bytes.
 * @throws PermafrostError E_BAD_REQUEST
 */
export function hex(text: string, what: string, length?: number): Uint8Array {
  if (!/^([0-9a-fA-F]{2})*$/.test(text)) throw bad(`the ${what} is not hex`);
  const bytes = Uint8Array.from(Buffer.from(text, 'hex'));
  if (length !== undefined && bytes.length !== length) {
    throw bad(`the ${what} has ${bytes.length} bytes; ${length} are expected`);
  }
  return bytes;
}

/** Reads no more than it must: `-` is standard input, and a device never ends. */
function readBounded(path: string): Uint8Array {
  const room = Buffer.alloc(MESSAGE_BYTES_MAX + 1);
  let length = 0;
  try {
    const file = path === '-' ? 0 : openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > MESSAGE_BYTES_MAX) throw tooLong(size);
      for (let got = -1; got !== 0 && length < room.length; length += got) {
        got = readSync(file, room, length, room.length - length, null);
      }
    } finally {
      if (path !== '-') closeSync(file);
    }
  } catch (cause) {
    if (cause instanceof PermafrostError || !(cause instanceof Error)) throw cause;
    throw bad(`cannot read the message: ${cause.message}`);
  }
  if (length > MESSAGE_BYTES_MAX) throw tooLong(length);
  return Uint8Array.from(room.subarray(0, length));
}

function tooLong(length: number): PermafrostError {
  return bad(`the message has ${length} bytes; 0 to ${MESSAGE_BYTES_MAX} are possible`);
}

function bad(message: string): PermafrostError {
  return new PermafrostError({ code: 'E_BAD_REQUEST', message });
}
