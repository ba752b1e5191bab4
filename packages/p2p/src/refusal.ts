/** The body of a REFUSED frame: code, newline, message; UTF-8. @module */
import { printable, type Refusal } from './errors.ts';
import { REFUSED_BYTES_MAX } from './kinds.ts';

const CODE = /^E_[A-Z_]{1,40}$/;

export function encodeRefusal(refusal: {
  readonly code: string;
  readonly message: string;
}): Uint8Array {
  const text = `${refusal.code}\n${printable(refusal.message)}`;
  return new TextEncoder().encode(text).subarray(0, REFUSED_BYTES_MAX);
}

/** Total: what is unreadable becomes `E_REFUSED`, since refusing is clear enough by itself. */
export function decodeRefusal(body: Uint8Array): Refusal {
  const text = new TextDecoder().decode(body.subarray(0, REFUSED_BYTES_MAX));
  const newline = text.indexOf('\n');
  const code = newline < 0 ? '' : text.slice(0, newline);
  if (!CODE.test(code)) return { by: 'them', code: 'E_REFUSED', message: 'no reason given' };
  return { by: 'them', code, message: printable(text.slice(newline + 1)) };
}
