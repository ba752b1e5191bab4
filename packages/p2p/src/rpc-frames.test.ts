import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedError } from './errors.ts';
import { decodeRefusal, encodeRefusal } from './refusal.ts';
import {
  decodeRpcError,
  decodeRpcFrame,
  encodeRpcError,
  encodeRpcFrame,
  FLAG,
} from './rpc-frames.ts';

describe('RPC frames', () => {
  test('what is encoded is decoded', () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), fc.uint8Array({ maxLength: 50 }), (id, payload) => {
        for (const flags of [FLAG.item, FLAG.item | FLAG.end, FLAG.error]) {
          const frame = { id, flags, payload };
          expect(decodeRpcFrame(encodeRpcFrame(frame), 'response')).toEqual(frame);
        }
        const request = { id, flags: FLAG.request, payload };
        expect(decodeRpcFrame(encodeRpcFrame(request), 'request')).toEqual(request);
      }),
    );
  });

  test('flags that have no meaning in that direction are malformed', () => {
    const meaningful = { request: [0, 8], response: [1, 2, 3, 4] };
    for (const direction of ['request', 'response'] as const) {
      for (let flags = 0; flags < 256; flags++) {
        const body = encodeRpcFrame({ id: 1, flags, payload: new Uint8Array() });
        if (meaningful[direction].includes(flags)) decodeRpcFrame(body, direction);
        else expect(() => decodeRpcFrame(body, direction)).toThrow(MalformedError);
      }
    }
  });

  test('short frames, and payloads where none belongs, are malformed', () => {
    expect(() => decodeRpcFrame(new Uint8Array(4), 'request')).toThrow(MalformedError);
    const payload = Uint8Array.of(1);
    for (const [flags, direction] of [
      [FLAG.cancel, 'request'],
      [FLAG.end, 'response'],
    ] as const) {
      const body = encodeRpcFrame({ id: 1, flags, payload });
      expect(() => decodeRpcFrame(body, direction)).toThrow(MalformedError);
    }
  });

  test('errors and refusals of a peer come out short and printable, whatever it sent', () => {
    expect(decodeRpcError(encodeRpcError('E_BUSY', 'too many'))).toEqual({
      code: 'E_BUSY',
      message: 'too many',
    });
    expect(decodeRefusal(encodeRefusal({ code: 'E_CLOCK_SKEW', message: '40 s' }))).toEqual({
      by: 'them',
      code: 'E_CLOCK_SKEW',
      message: '40 s',
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        for (const { code, message } of [decodeRpcError(bytes), decodeRefusal(bytes)]) {
          expect(code).toMatch(/^E_[A-Z_]+$/);
          expect(message.length).toBeLessThanOrEqual(200);
          expect(message).not.toMatch(/\p{C}/u);
        }
      }),
    );
    const forged = new TextEncoder().encode('E_VERSION\nline\u001b[2J\nnext');
    expect(decodeRefusal(forged).message).toBe('line·[2J·next');
  });
});
