import { concat, TH, verifyEd25519 } from '@permafrost/frost';
import { encodeMessage, permafrost } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  EnvelopeError,
  hostPubOf,
  openEnvelope,
  parseEnvelope,
  type Statement,
  sealEnvelope,
  verifyEnvelope,
} from './envelope.ts';

const seed = new Uint8Array(32).fill(1);
const hostPub = hostPubOf(seed);
const statement: Statement = {
  suite: 'ed25519',
  kind: 'cocktail-dkg',
  sessionId: new Uint8Array(32).fill(2),
  round: 3,
  from: 1,
  to: 'all',
  payload: Uint8Array.of(1, 2, 3),
};

const reason = (f: () => unknown): string => {
  try {
    f();
  } catch (error) {
    if (error instanceof EnvelopeError) return error.reason;
    throw error;
  }
  return 'opened';
};

describe('an envelope', () => {
  test('opens to what was sealed, with its own bytes', () => {
    const bytes = sealEnvelope(statement, seed);
    expect(openEnvelope(bytes, { hostPub })).toEqual({ ...statement, bytes });
    expect(parseEnvelope(bytes)).toEqual({ ...statement, bytes });
  });

  test('is signed over the tagged hash of all its fields', () => {
    const bytes = sealEnvelope(statement, seed);
    const raw = permafrost.v1.Envelope.decode(bytes);
    const hash = TH(
      'env',
      Uint8Array.of(1),
      new TextEncoder().encode('ed25519'),
      new TextEncoder().encode('cocktail-dkg'),
      statement.sessionId,
      Uint8Array.of(3),
      Uint8Array.of(0, 1),
      Uint8Array.of(0xff, 0xff),
      statement.payload,
    );
    expect(verifyEd25519(hostPub, hash, raw.signature)).toBe(true);
  });

  test('is not another host’s', () => {
    const bytes = sealEnvelope(statement, seed);
    const other = hostPubOf(new Uint8Array(32).fill(3));
    expect(reason(() => openEnvelope(bytes, { hostPub: other }))).toBe('signature');
    expect(verifyEnvelope(parseEnvelope(bytes), other)).toBe(false);
  });

  test.each<readonly [string, Partial<permafrost.v1.Envelope.$Properties>]>([
    ['suite', { suite: 'p256' }],
    ['kind', { kind: 'sign' }],
    ['session id', { sessionId: new Uint8Array(32) }],
    ['round', { round: 2 }],
    ['from', { from: 2 }],
    ['to', { to: 2 }],
    ['payload', { payload: Uint8Array.of(1, 2, 4) }],
    ['signature', { signature: new Uint8Array(64) }],
  ])('is refused when its %s is another', (_, change) => {
    const raw = permafrost.v1.Envelope.decode(sealEnvelope(statement, seed));
    const bytes = encodeMessage(permafrost.v1.Envelope, { ...raw, ...change });
    expect(reason(() => openEnvelope(bytes, { hostPub }))).toBe('signature');
  });

  test.each<readonly [string, Partial<permafrost.v1.Envelope.$Properties>]>([
    ['version 0', { v: 0 }],
    ['version 2', { v: 2 }],
    ['an unknown kind', { kind: '__proto__' }],
    ['an odd suite', { suite: 'Ed25519!' }],
    ['no suite', { suite: '' }],
    ['a short session id', { sessionId: new Uint8Array(31) }],
    ['a long session id', { sessionId: new Uint8Array(33) }],
    ['round 256', { round: 256 }],
    ['seat 0', { from: 0 }],
    ['seat 65535', { from: 65_535 }],
    ['seat 65536', { from: 65_536 }],
    ['to seat 0', { to: 0 }],
    ['to seat 65536', { to: 65_536 }],
    ['a short signature', { signature: new Uint8Array(63) }],
    ['no signature', { signature: new Uint8Array() }],
  ])('of %s is malformed', (_, change) => {
    const raw = permafrost.v1.Envelope.decode(sealEnvelope(statement, seed));
    const bytes = encodeMessage(permafrost.v1.Envelope, { ...raw, ...change });
    expect(reason(() => parseEnvelope(bytes))).toBe('malformed');
  });

  test('has one encoding only', () => {
    const bytes = sealEnvelope(statement, seed);
    for (const other of [
      concat(bytes, Uint8Array.of(0x52, 0)), // An unknown field.
      concat(bytes, Uint8Array.of(0x28, 3)), // A field given twice.
      bytes.slice(0, -1),
      new Uint8Array(),
      new Uint8Array(1_000_000),
    ]) {
      expect(reason(() => parseEnvelope(other))).toBe('malformed');
    }
  });

  test('is not sealed with values out of range', () => {
    for (const odd of [
      { ...statement, from: 0 },
      { ...statement, to: 65_535 },
      { ...statement, sessionId: new Uint8Array(16) },
      { ...statement, round: 256 },
    ]) {
      expect(() => sealEnvelope(odd, seed)).toThrow(RangeError);
    }
  });
});
