import { identifier } from '@permafrost/frost';
import type { HeldAttempt, SignatureRequest } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  createHeldRequests,
  forgetHeld,
  HELD_BYTES_MAX,
  holdAttempt,
  holdKnown,
  holdTold,
  knownOf,
} from './requests-held.ts';

const NOW = 1_800_000_000_000;
const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);

function request(message: Uint8Array = bytes(5, 1)): SignatureRequest {
  return {
    requester: bytes(38, 1),
    keyId: bytes(16, 2),
    publicKey: bytes(32, 3),
    suite: 'ed25519',
    path: '',
    tweak: new Uint8Array(),
    message,
    idempotencyKey: bytes(16, 5),
    notBeforeMs: NOW,
    deadlineMs: NOW + 30_000,
    signature: bytes(64, 6),
  };
}

function attempt(n: number): HeldAttempt {
  return {
    signers: [1, 2].map(identifier),
    hiding: [bytes(32, 1), bytes(32, 2)],
    binding: [bytes(32, 3), bytes(32, 4)],
    coordinator: 1,
    coordinatorShare: bytes(32, 5),
    share: bytes(32, n),
  };
}

const about = { id: 'aa', request: request() };
const good = { signature: bytes(64, 7), signers: [1, 2] };
const isGood = (_: SignatureRequest, signature: Uint8Array) => signature[0] === 7;

describe('what is held of a request', () => {
  test('is each attempt once, the latest few', () => {
    const table = createHeldRequests();
    for (let n = 0; n < 10; n++) {
      for (let twice = 0; twice < 2; twice++) {
        holdAttempt(table, about, { coordinator: 'h1', attempt: attempt(n), epochId: '' });
      }
    }
    const held = table.byId.get('aa')?.attempts.map((one) => one.attempt.share[0]);
    expect(held).toEqual([6, 7, 8, 9]);
    expect(limits.HELD_ATTEMPTS_MAX).toBe(4);
  });

  test('is a result that verifies, whoever else told another, and then no share is needed', () => {
    const table = createHeldRequests();
    holdTold(table, 'aa', { from: 'liar', result: good });
    expect(table.byId.size).toBe(0);
    holdAttempt(table, about, { coordinator: 'h1', attempt: attempt(1), epochId: '' });
    const before = table.bytes;
    holdTold(table, 'aa', { from: 'liar', result: { ...good, signature: bytes(64, 8) } });
    expect(knownOf(table, 'aa', isGood)).toBeUndefined();
    expect(table.byId.get('aa')?.attempts).toHaveLength(1);
    holdTold(table, 'aa', { from: 'h1', result: good });
    expect(knownOf(table, 'aa', isGood)).toEqual(good);
    expect(table.byId.get('aa')?.attempts).toHaveLength(0);
    expect(table.bytes).toBeLessThan(before);
  });

  test('is forgotten a minute after its deadline, with all that it took', () => {
    const table = createHeldRequests();
    holdAttempt(table, about, { coordinator: 'h1', attempt: attempt(1), epochId: '' });
    holdKnown(table, { id: 'bb', request: request() }, good);
    forgetHeld(table, NOW + 30_000 + limits.REQUEST_MEMORY_MS);
    expect(table.byId.size).toBe(2);
    forgetHeld(table, NOW + 30_001 + limits.REQUEST_MEMORY_MS);
    expect([table.byId.size, table.bytes]).toEqual([0, 0]);
  });

  test('never takes more than its bytes; the oldest go first', () => {
    const table = createHeldRequests();
    const long = request(new Uint8Array(limits.MESSAGE_BYTES_MAX));
    for (let n = 0; n < 300; n++) {
      holdAttempt(
        table,
        { id: `${n}`, request: long },
        { coordinator: 'h1', attempt: attempt(1), epochId: '' },
      );
      expect(table.bytes).toBeLessThanOrEqual(HELD_BYTES_MAX);
    }
    expect(table.byId.has('0')).toBe(false);
    expect(table.byId.has('299')).toBe(true);
  });
});
