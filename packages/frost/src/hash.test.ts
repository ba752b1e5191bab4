import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { concat, integerBE, toHex, u16, u32, utf8 } from './bytes.ts';
import { HS, installNative, LP, list, sha256, sha512, TH, taggedHash } from './hash.ts';

describe('hashing', () => {
  afterEach(() => {
    // Back to the portable functions.
    installNative({ sha512: sha512Portable, sha256: sha256Portable });
  });
  const sha512Portable = (m: Uint8Array): Uint8Array =>
    new Uint8Array(createHash('sha512').update(m).digest());
  const sha256Portable = (m: Uint8Array): Uint8Array =>
    new Uint8Array(createHash('sha256').update(m).digest());

  it('is SHA-512 over the length-prefixed tag and arguments', () => {
    const preimage = concat(
      u32(18),
      utf8('PERMAFROST-V1/test'),
      u32(2),
      u16(7),
      u32(3),
      utf8('abc'),
    );
    expect(toHex(TH('test', u16(7), utf8('abc')))).toBe(toHex(sha512(preimage)));
  });

  it('gives different hashes for different ways to cut the same bytes', () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const cutAlike = a.length === b.length && a.every((x, i) => toHex(x) === toHex(b[i]!));
        expect(toHex(TH('t', ...a)) === toHex(TH('t', ...b))).toBe(cutAlike);
        expect(toHex(list(a)) === toHex(list(b))).toBe(cutAlike);
      }),
    );
  });

  it('frames a list as count and items', () => {
    expect(toHex(list([utf8('a'), utf8('')]))).toBe('00000002000000016100000000');
    expect(toHex(LP(utf8('ab')))).toBe('000000026162');
  });

  it('reduces a hash to a scalar as a big-endian integer', () => {
    expect(HS({ order: 97n }, 's', u16(1))).toBe(integerBE(TH('s', u16(1))) % 97n);
  });

  it('knows the BIP 340 tagged hash', () => {
    const tag = sha256(utf8('BIP0340/aux'));
    expect(taggedHash('BIP0340/aux', u16(3))).toEqual(sha256(concat(tag, tag, u16(3))));
  });

  it('uses installed native functions, and only right ones', () => {
    const before = TH('x');
    let calls = 0;
    installNative({
      sha512: (m) => {
        calls += 1;
        return sha512Portable(m);
      },
    });
    expect(TH('x')).toEqual(before);
    expect(calls).toBe(2);
    expect(() => installNative({ sha512: () => new Uint8Array(64) })).toThrow(RangeError);
    expect(() => installNative({ sha256: sha512Portable })).toThrow(RangeError);
    expect(TH('x')).toEqual(before);
  });
});
