import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from './secret.ts';

const canary = Uint8Array.from({ length: 32 }, (_, i) => i + 100);

describe('a secret', () => {
  it('prints as [secret] in every way', () => {
    const secret = new Secret(canary);
    const nested = { key: [secret], map: new Map([['s', secret]]) };
    const prints = [
      String(secret),
      `${secret}`,
      JSON.stringify(nested),
      inspect(nested, { depth: 9, showHidden: true }),
    ];
    for (const text of prints) {
      expect(text).toContain('[secret]');
      expect(text).not.toContain('100');
      expect(text).not.toContain('ZGVm');
    }
    expect(Object.keys(secret)).toEqual([]);
    expect(() => structuredClone({ ...secret })).not.toThrow();
    expect({ ...secret }).toEqual({});
  });

  it('keeps its own copy and hands out copies', () => {
    const bytes = Uint8Array.from(canary);
    const secret = new Secret(bytes);
    bytes.fill(0);
    secret.reveal().fill(0);
    expect(secret.reveal()).toEqual(canary);
  });

  it('is gone once erased', () => {
    const secret = new Secret(canary);
    expect(secret.erased).toBe(false);
    secret.erase();
    secret.erase();
    expect(secret.erased).toBe(true);
    expect(() => secret.reveal()).toThrow(RangeError);
  });
});
