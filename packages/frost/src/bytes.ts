/** Bytes and integers: the few helpers everything else is written with. */

const encoder = new TextEncoder();

/** UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Bytes of an ASCII text; RangeError when it is not ASCII. */
export function ascii(text: string): Uint8Array {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) throw new RangeError('text is not ASCII');
  }
  return encoder.encode(text);
}

/** One fresh array with all parts in order. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, n) =>
  n.toString(16).padStart(2, '0'),
);

/** Lowercase hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += HEX[byte];
  return out;
}

/** Strict hexadecimal, either case, even length; RangeError otherwise. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) throw new RangeError('invalid hex');
  const out = new Uint8Array(text.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return out;
}

/** Equality of public bytes: returns at the first difference. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Equality of secret bytes: time depends on the length only. */
export function constantTimeEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/**
 * Big-endian bytes as an integer; empty is 0. Never by way of a text: many of these are secrets,
 * and texts stay in memory.
 */
export function integerBE(bytes: Uint8Array): bigint {
  const view = viewOf(bytes);
  let out = 0n;
  let at = 0;
  for (; at < bytes.length % 8; at++) out = (out << 8n) | BigInt(bytes[at] as number);
  for (; at < bytes.length; at += 8) out = (out << 64n) | view.getBigUint64(at);
  return out;
}

/** Little-endian bytes as an integer; empty is 0. */
export function integerLE(bytes: Uint8Array): bigint {
  const view = viewOf(bytes);
  const whole = bytes.length - (bytes.length % 8);
  let out = 0n;
  for (let at = bytes.length - 1; at >= whole; at--) {
    out = (out << 8n) | BigInt(bytes[at] as number);
  }
  for (let at = whole - 8; at >= 0; at -= 8) out = (out << 64n) | view.getBigUint64(at, true);
  return out;
}

function checkFits(value: bigint, length: number): void {
  if (value < 0n || value >> BigInt(8 * length) !== 0n) {
    throw new RangeError(`integer does not fit in ${length} bytes`);
  }
}

/** Fixed-width big-endian bytes; RangeError when the number does not fit. */
export function bytesBE(value: bigint, length: number): Uint8Array {
  return bytesLE(value, length).reverse();
}

/** Fixed-width little-endian bytes; RangeError when the number does not fit. */
export function bytesLE(value: bigint, length: number): Uint8Array {
  checkFits(value, length);
  const out = new Uint8Array(length);
  const view = viewOf(out);
  let rest = value;
  let at = 0;
  for (; at + 8 <= length; at += 8) {
    view.setBigUint64(at, BigInt.asUintN(64, rest), true);
    rest >>= 64n;
  }
  for (; at < length; at++) {
    out[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return out;
}

function fixed(value: number | bigint, length: number): Uint8Array {
  if (typeof value === 'bigint') return bytesBE(value, length);
  if (!Number.isSafeInteger(value)) throw new RangeError('not an integer');
  if (value < 0 || value >= 256 ** length) {
    throw new RangeError(`integer does not fit in ${length} bytes`);
  }
  const out = new Uint8Array(length);
  // By division: a number may have more bits than shifts know of.
  for (let i = length - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) {
    out[i] = rest % 256;
  }
  return out;
}

/** 1 byte; RangeError unless 0 … 2⁸ − 1. */
export function u8(value: number): Uint8Array {
  return fixed(value, 1);
}

/** 2 bytes, big-endian; RangeError unless 0 … 2¹⁶ − 1. */
export function u16(value: number): Uint8Array {
  return fixed(value, 2);
}

/** 4 bytes, big-endian; RangeError unless 0 … 2³² − 1. */
export function u32(value: number): Uint8Array {
  return fixed(value, 4);
}

/** 8 bytes, big-endian; RangeError unless 0 … 2⁶⁴ − 1. */
export function u64(value: number | bigint): Uint8Array {
  return fixed(value, 8);
}

/** 4 bytes, little-endian (COCKTAIL's hashed integers). */
export function le32(value: number): Uint8Array {
  return fixed(value, 4).reverse();
}

/** 8 bytes, little-endian (COCKTAIL's hashed lengths). */
export function le64(value: number): Uint8Array {
  return fixed(value, 8).reverse();
}
