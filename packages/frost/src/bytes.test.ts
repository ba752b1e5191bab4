import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ascii,
  bytesBE,
  bytesLE,
  constantTimeEqual,
  equalBytes,
  fromHex,
  integerBE,
  integerLE,
  toHex,
  u8,
  u16,
  u32,
  u64,
} from './bytes.ts';

describe('bytes', () => {
  it('go to hexadecimal and back', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => equalBytes(fromHex(toHex(bytes)), bytes)));
  });

  it('refuse odd or foreign hexadecimal', () => {
    for (const text of ['a', 'zz', '0x00', ' 00', '00 ', '0١']) {
      expect(() => fromHex(text)).toThrow(RangeError);
    }
  });

  it('hold integers in either order', () => {
    const value = fc.bigInt({ min: 0n, max: (1n << 256n) - 1n });
    fc.assert(
      fc.property(value, (n) => {
        expect(integerBE(bytesBE(n, 32))).toBe(n);
        expect(integerLE(bytesLE(n, 32))).toBe(n);
        expect(bytesLE(n, 32).reverse()).toEqual(bytesBE(n, 32));
      }),
    );
  });

  it('hold integers of any length, also in the middle of other bytes', () => {
    for (let length = 0; length <= 70; length++) {
      const within = Uint8Array.from({ length: length + 5 }, (_, k) => (37 * k + length) % 256);
      const bytes = within.subarray(3, 3 + length);
      const value = length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
      expect(integerBE(bytes)).toBe(value);
      expect(integerLE(bytes.slice().reverse())).toBe(value);
      expect(bytesBE(value, length)).toEqual(Uint8Array.from(bytes));
      expect(bytesLE(value, length)).toEqual(Uint8Array.from(bytes).reverse());
      expect(() => bytesBE(1n << BigInt(8 * length), length)).toThrow(RangeError);
      expect(() => bytesLE(-1n, length)).toThrow(RangeError);
    }
  });

  it('refuse integers that do not fit', () => {
    expect(() => u8(256)).toThrow(RangeError);
    expect(() => u16(65_536)).toThrow(RangeError);
    expect(() => u32(-1)).toThrow(RangeError);
    expect(() => u32(1.5)).toThrow(RangeError);
    expect(() => u64(2n ** 64n)).toThrow(RangeError);
    expect(() => u64(2 ** 53)).toThrow(RangeError);
    expect(toHex(u64(2n ** 64n - 1n))).toBe('ffffffffffffffff');
    expect(() => ascii('ü')).toThrow(RangeError);
  });

  it('compare alike, in constant time or not', () => {
    const pair = fc.tuple(fc.uint8Array({ maxLength: 4 }), fc.uint8Array({ maxLength: 4 }));
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(constantTimeEqual(a, b)).toBe(equalBytes(a, b));
        expect(constantTimeEqual(a, Uint8Array.from(a))).toBe(true);
      }),
    );
  });
});
