/**
 * Bodies of RPC frames: u32be call id ‖ u8 flags ‖ payload.
 *
 * A request has no flags, or `cancel` alone without payload. A response has `item` (the payload is
 * a response), `end` (nothing follows), both, or `error` alone (code, newline, message).
 * @module
 */
import { MalformedError, printable } from './errors.ts';

export const RPC_HEADER_BYTES: number = 5;

export const FLAG: {
  readonly request: 0;
  readonly item: 1;
  readonly end: 2;
  readonly error: 4;
  readonly cancel: 8;
} = { request: 0, item: 1, end: 2, error: 4, cancel: 8 };

const LAST_ITEM: number = FLAG.item | FLAG.end;

export type RpcFrame = {
  readonly id: number;
  readonly flags: number;
  readonly payload: Uint8Array;
};

export type Direction = 'request' | 'response';

export function encodeRpcFrame(frame: RpcFrame): Uint8Array {
  const body = new Uint8Array(RPC_HEADER_BYTES + frame.payload.length);
  new DataView(body.buffer).setUint32(0, frame.id);
  body[4] = frame.flags;
  body.set(frame.payload, RPC_HEADER_BYTES);
  return body;
}

/** @throws MalformedError when it is too short, or its flags have no meaning in that direction */
export function decodeRpcFrame(body: Uint8Array, direction: Direction): RpcFrame {
  if (body.length < RPC_HEADER_BYTES) throw new MalformedError('a short RPC frame');
  const id = new DataView(body.buffer, body.byteOffset).getUint32(0);
  const flags = body[4]!;
  const payload = body.subarray(RPC_HEADER_BYTES);
  if (!isMeaningful(flags, direction)) throw new MalformedError(`RPC flags ${flags}`);
  const bare = flags === FLAG.cancel || flags === FLAG.end;
  if (bare && payload.length > 0) throw new MalformedError('a payload where none belongs');
  return { id, flags, payload };
}

function isMeaningful(flags: number, direction: Direction): boolean {
  if (direction === 'request') return flags === FLAG.request || flags === FLAG.cancel;
  return flags === FLAG.item || flags === FLAG.end || flags === LAST_ITEM || flags === FLAG.error;
}

/** The payload of an error. The message is cut to what fits a line. */
export function encodeRpcError(code: string, message: string): Uint8Array {
  return new TextEncoder().encode(`${code}\n${printable(message)}`);
}

/** Total: text that is not ours comes out printable and short. */
export function decodeRpcError(payload: Uint8Array): {
  readonly code: string;
  readonly message: string;
} {
  const text = new TextDecoder().decode(payload.subarray(0, 1024));
  const newline = text.indexOf('\n');
  const code = newline < 0 ? text : text.slice(0, newline);
  return {
    code: /^E_[A-Z_]{1,40}$/.test(code) ? code : 'E_INTERNAL',
    message: newline < 0 ? '' : printable(text.slice(newline + 1)),
  };
}
