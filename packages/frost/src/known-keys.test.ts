import { describe, expect, it } from 'vitest';
import { bytesBE } from './bytes.ts';
import { rememberedKeys } from './known-keys.ts';
import type { Element } from './suite.ts';

function counted(): {
  readonly decode: (bytes: Uint8Array) => Element;
  readonly decoded: () => number;
} {
  let count = 0;
  return {
    decode: (bytes) => {
      count += 1;
      if (bytes[0] === 0xff) throw new RangeError('not a key');
      return bytes.slice() as unknown as Element;
    },
    decoded: () => count,
  };
}

describe('decoded public keys', () => {
  it('are decoded once, and known by their bytes and not by the array', () => {
    const { decode, decoded } = counted();
    const keyOf = rememberedKeys(decode);
    const bytes = bytesBE(7n, 32);
    const first = keyOf(bytes);
    expect(keyOf(bytes.slice())).toBe(first);
    bytes[31] = 8;
    expect(keyOf(bytes)).not.toBe(first);
    expect(decoded()).toBe(2);
  });

  it('are forgotten oldest first', () => {
    const { decode, decoded } = counted();
    const keyOf = rememberedKeys(decode);
    for (let k = 0n; k < 1025n; k++) keyOf(bytesBE(k, 32));
    keyOf(bytesBE(1n, 32));
    expect(decoded()).toBe(1025);
    keyOf(bytesBE(0n, 32));
    expect(decoded()).toBe(1026);
  });

  it('get tables once, when they were used often', () => {
    const { decode } = counted();
    const made: Element[] = [];
    const keyOf = rememberedKeys(decode, (element) => made.push(element));
    const bytes = bytesBE(7n, 32);
    keyOf(bytesBE(8n, 32));
    const key = keyOf(bytes);
    expect(made).toEqual([]);
    for (let k = 0; k < 20; k++) keyOf(bytes);
    expect(made).toEqual([key]);
  });

  it('that do not decode are refused each time', () => {
    const { decode, decoded } = counted();
    const keyOf = rememberedKeys(decode);
    const bad = new Uint8Array(32).fill(0xff);
    for (let k = 0; k < 3; k++) expect(() => keyOf(bad)).toThrow(RangeError);
    expect(decoded()).toBe(3);
  });
});
