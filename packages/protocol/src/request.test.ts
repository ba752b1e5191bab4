import { describe, expect, test } from 'vitest';
import { hostPubOf } from './envelope.ts';
import {
  requestId,
  requestRefusal,
  type SignatureRequest,
  sameRequest,
  signRequest,
  verifyRequest,
} from './request.ts';
import { NOW, peerIdOf, REQUESTER_SEED, testKey, testRequest } from './sign-testing.ts';

const key = testKey({ minSigners: 2, maxSigners: 3 });
const request = testRequest(key);
const requester = hostPubOf(REQUESTER_SEED);

const changes: Partial<SignatureRequest>[] = [
  { requester: peerIdOf(key.hosts[0]!) },
  { keyId: new Uint8Array(16) },
  { publicKey: key.hosts[0]! },
  { suite: 'ristretto255' },
  { path: 'm/0' },
  { tweak: Uint8Array.of(1) },
  { message: new Uint8Array() },
  { idempotencyKey: new Uint8Array(17) },
];

describe('a request', () => {
  test('has another id with any other content, and the same one with another window', () => {
    const ids = changes.map((change) => requestId({ ...request, ...change }).join());
    expect(new Set([requestId(request).join(), ...ids]).size).toBe(changes.length + 1);
    const later = { ...request, notBeforeMs: NOW, deadlineMs: NOW + 1 };
    expect(requestId(later)).toEqual(requestId(request));
    expect(requestId(request).length).toBe(32);
  });

  test('does not mix up neighbouring fields', () => {
    const a = { ...request, path: 'm/1', tweak: new Uint8Array() };
    const b = { ...request, path: '', tweak: new TextEncoder().encode('m/1') };
    expect(requestId(a)).not.toEqual(requestId(b));
  });

  test('is signed by its requester, content and window', () => {
    expect(verifyRequest(request, requester)).toBe(true);
    expect(verifyRequest(request, key.hosts[0]!)).toBe(false);
    const windows = [{ notBeforeMs: NOW }, { deadlineMs: NOW }];
    for (const change of [...changes, ...windows]) {
      expect(verifyRequest({ ...request, ...change }, requester)).toBe(false);
    }
  });

  test('that no node would decode is not signed in the first place', () => {
    expect(() => signRequest({ ...request, path: 'm//' }, REQUESTER_SEED)).toThrow(RangeError);
    const message = new Uint8Array(262_145);
    expect(() => signRequest({ ...request, message }, REQUESTER_SEED)).toThrow(RangeError);
  });

  test('is the same only with the same window and signature', () => {
    expect(sameRequest(request, testRequest(key))).toBe(true);
    expect(sameRequest(request, testRequest(key, { deadlineMs: NOW }))).toBe(false);
  });
});

describe('the window', () => {
  const refusal = (nowMs: number, change: Partial<SignatureRequest> = {}) =>
    requestRefusal({ ...request, ...change }, { nowMs })?.code;

  test('holds with 30 seconds of skew at both ends and not a millisecond more', () => {
    const { notBeforeMs, deadlineMs } = request;
    expect(refusal(notBeforeMs - 30_000)).toBeUndefined();
    expect(refusal(deadlineMs + 30_000)).toBeUndefined();
    expect(refusal(notBeforeMs - 30_001)).toBe('E_CLOCK_SKEW');
    expect(refusal(deadlineMs + 30_001)).toBe('E_DEADLINE');
  });

  test('is ten minutes at most, or what the key allows', () => {
    const deadlineMs = request.notBeforeMs + 600_000;
    expect(refusal(NOW, { deadlineMs })).toBeUndefined();
    expect(refusal(NOW, { deadlineMs: deadlineMs + 1 })).toBe('E_BAD_REQUEST');
    const allowed = requestRefusal(request, { nowMs: NOW, windowMsMax: 30_999 });
    expect(allowed?.code).toBe('E_BAD_REQUEST');
  });

  test('is looked at when the key has such a child, and a reason in words says why it has none', () => {
    const path = 'm/0';
    const tweak = Uint8Array.of(1);
    for (const suite of ['ed25519', 'secp256k1', 'secp256k1-tr']) {
      expect(refusal(NOW, { suite, path }), suite).toBeUndefined();
    }
    for (const suite of ['p256', 'ristretto255', 'ed448', 'toy']) {
      expect(refusal(NOW, { suite, path }), suite).toBe('E_BAD_REQUEST');
    }
    expect(refusal(NOW, { suite: 'secp256k1-tr', path, tweak })).toBeUndefined();
    for (const suite of ['ed25519', 'secp256k1']) {
      expect(refusal(NOW, { suite, path, tweak }), suite).toBe('E_BAD_REQUEST');
    }
    const twice = requestRefusal({ ...request, suite: 'secp256k1-tr', tweak }, { nowMs: NOW });
    expect(twice?.reason).toContain('an output key already');
  });
});
