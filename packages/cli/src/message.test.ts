import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hex, MESSAGE_BYTES_MAX, readMessage } from './message.ts';
import { UsageError } from './usage.ts';

const dir = mkdtempSync(join(tmpdir(), 'pf-message-'));
afterAll(() => rmSync(dir, { recursive: true }));
const bad = expect.objectContaining({ code: 'E_BAD_REQUEST' });

describe('the message to sign', () => {
  test('text is UTF-8 without a newline', () => {
    expect(readMessage({ message: 'hé' }, dir)).toEqual(Uint8Array.of(0x68, 0xc3, 0xa9));
    expect(readMessage({ message: '' }, dir)).toEqual(new Uint8Array());
  });

  test('hex may have either case, and be empty', () => {
    expect(readMessage({ messageHex: '00fF' }, dir)).toEqual(Uint8Array.of(0, 255));
    expect(readMessage({ messageHex: '' }, dir)).toEqual(new Uint8Array());
  });

  test.each(['0', 'zz', '0x00', '00 00'])('%j is not hex', (text) => {
    expect(() => readMessage({ messageHex: text }, dir)).toThrow(bad);
  });

  test('files of every size up to the limit, and not one byte more', () => {
    const path = join(dir, 'm');
    for (const size of [0, 1, 70_000, MESSAGE_BYTES_MAX]) {
      writeFileSync(path, Buffer.alloc(size, 1));
      expect(readMessage({ messageFile: path }, dir).length).toBe(size);
    }
    writeFileSync(path, Buffer.alloc(MESSAGE_BYTES_MAX + 1));
    expect(() => readMessage({ messageFile: path }, dir)).toThrow(/262144 are possible/);
  });

  test('a missing file, a folder and an endless device are bad requests', () => {
    for (const path of [join(dir, 'no'), dir, '/dev/zero']) {
      expect(() => readMessage({ messageFile: path }, dir)).toThrow(bad);
    }
  });

  test('none or two of the flags is wrong usage', () => {
    expect(() => readMessage({}, dir)).toThrow(UsageError);
    expect(() => readMessage({ message: 'a', messageHex: '00' }, dir)).toThrow(UsageError);
  });

  test('a wrong length says which was expected', () => {
    expect(() => hex('0011', 'public key', 32)).toThrow(/has 2 bytes; 32 are expected/);
  });
});
