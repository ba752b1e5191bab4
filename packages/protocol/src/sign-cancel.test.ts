import { WireError } from '@permafrost/wire';
import { expect, test } from 'vitest';
import { hostPubOf } from './envelope.ts';
import {
  decodeCancel,
  decodeCancelled,
  encodeCancel,
  encodeCancelled,
  signCancel,
  signNoShare,
  verifyCancel,
  verifyNoShare,
} from './sign-cancel.ts';

const seed = new Uint8Array(32).fill(3);
const other = new Uint8Array(32).fill(4);
const requestId = new Uint8Array(32).fill(5);
const content = {
  requestId,
  keyId: new Uint8Array(16).fill(6),
  requester: new Uint8Array(38).fill(7),
};

test('a cancel is of its requester and of one request', () => {
  const cancel = signCancel(content, seed);
  expect(decodeCancel(encodeCancel(cancel))).toEqual(cancel);
  expect(verifyCancel(cancel, hostPubOf(seed))).toBe(true);
  expect(verifyCancel(cancel, hostPubOf(other))).toBe(false);
  const moved = { ...cancel, requestId: new Uint8Array(32).fill(9) };
  expect(verifyCancel(moved, hostPubOf(seed))).toBe(false);
  expect(() => decodeCancel(encodeCancel({ ...cancel, requestId: new Uint8Array(31) }))).toThrow(
    WireError,
  );
});

test('the word of a member covers the request, whose it is and since when it remembers', () => {
  const { requester } = content;
  const about = { requestId, requester };
  const word = signNoShare({ ...about, sinceMs: 1_000 }, seed);
  expect(decodeCancelled(encodeCancelled(about, word))).toEqual({ ...about, word });
  expect(verifyNoShare(word, hostPubOf(seed))).toBe(true);
  expect(verifyNoShare(word, hostPubOf(other))).toBe(false);
  expect(verifyNoShare({ ...word, sinceMs: 999 }, hostPubOf(seed))).toBe(false);
  const another = new Uint8Array(38).fill(8);
  expect(verifyNoShare({ ...word, requester: another }, hostPubOf(seed))).toBe(false);
  const said = decodeCancelled(encodeCancelled(about, undefined));
  expect(said).toEqual({ ...about, word: undefined });
});
