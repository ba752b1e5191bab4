import { describe, expect, test } from 'vitest';
import { decodeMessage, encodeMessage, permafrost, safeInteger, WireError } from './index.ts';

const { Hello, OfferRequest } = permafrost.v1;
const bytes = encodeMessage(OfferRequest, {
  keyId: new Uint8Array(16).fill(7),
  epochId: new Uint8Array(32).fill(9),
  count: 3,
});

describe('decodeMessage', () => {
  test('gives back what was encoded, in bytes of its own', () => {
    const message = decodeMessage(OfferRequest, bytes);
    expect(message.count).toBe(3);
    const copy = Uint8Array.from(bytes);
    const owned = decodeMessage(OfferRequest, copy);
    copy.fill(0);
    expect(owned.keyId).toEqual(message.keyId);
  });

  test('refuses unknown fields, non-minimal numbers, wrong wire types and trailing bytes', () => {
    const cases = {
      'unknown field': [...bytes, 0xf8, 0x01, 0x01],
      'non-minimal varint': [...bytes.slice(0, -1), 0x83, 0x00],
      'wrong wire type': [0x08, 0x01],
      'explicit default': [...bytes.slice(0, -2), 0x18, 0x00],
      'scalar twice': [...bytes, 0x18, 0x03],
      truncated: [...bytes.slice(0, -3)],
      'length past the end': [0x0a, 0x7f, 1],
    };
    for (const [what, hostile] of Object.entries(cases)) {
      expect(() => decodeMessage(OfferRequest, Uint8Array.from(hostile)), what).toThrow(WireError);
    }
  });

  test('64-bit fields come back as numbers, and past 2^53 are refused', () => {
    const hello = encodeMessage(Hello, { timeMs: 1_700_000_000_000, version: 1 });
    expect(safeInteger(decodeMessage(Hello, hello).timeMs, 'time')).toBe(1_700_000_000_000);
    const far = Uint8Array.from([0x20, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]);
    expect(() => safeInteger(decodeMessage(Hello, far).timeMs, 'time')).toThrow(WireError);
  });
});
