import { describe, expect, test } from 'vitest';
import { canaryMessage } from './group.ts';
import { canaryRequest, type SignatureRequest, signRequest } from './request.ts';
import { NOW, peerIdOf, testRequest } from './sign-testing.ts';

import { ask, codeOf, key, other, scene, testedKey } from './sign-testing-scene.ts';

describe('the test signature of a key', () => {
  const request = canaryRequest({
    peerId: peerIdOf(key.hosts[0]!),
    hostSeed: key.hostSeeds[0]!,
    keyId: key.keyId,
    epochId: key.epochId,
    publicKey: key.publicKey,
    suite: key.suite.id,
    nowMs: NOW,
    windowMs: 10_000,
  });
  const canary = { canary: true, request };
  const confirmed = { signerKey: testedKey('confirmed') };

  test('is made for a member once the key is complete, with no requester at all', () => {
    const one = scene({ ...confirmed, isRequester: () => false });
    expect(codeOf(ask(one, canary))).toBe('share');
  });

  test('is refused for every key that is not waiting for it', () => {
    for (const signerKey of [testedKey('pending'), testedKey('suspended'), {}]) {
      const one = scene({ signerKey });
      expect(codeOf(ask(one, canary))).toBe('E_KEY_STATE');
      expect(one.takes()).toBe(0);
    }
  });

  const rows: readonly (readonly [string, string, SignatureRequest])[] = [
    [
      'another message',
      'E_BAD_REQUEST',
      signRequest({ ...request, message: Uint8Array.of(1) }, key.hostSeeds[0]!),
    ],
    [
      'the test message of another epoch',
      'E_BAD_REQUEST',
      signRequest(
        { ...request, message: canaryMessage(key.keyId, other.epochId) },
        key.hostSeeds[0]!,
      ),
    ],
    ['a signature of another member', 'E_UNAUTHENTICATED', signRequest(request, key.hostSeeds[2]!)],
    [
      'another member in the place of the requester',
      'E_FORBIDDEN',
      signRequest({ ...request, requester: peerIdOf(key.hosts[2]!) }, key.hostSeeds[2]!),
    ],
    [
      'a child of the key',
      'E_BAD_REQUEST',
      signRequest({ ...request, path: 'm/0' }, key.hostSeeds[0]!),
    ],
    ['an ordinary requester', 'E_FORBIDDEN', testRequest(key, { message: request.message })],
    [
      'a window of the past',
      'E_DEADLINE',
      signRequest(
        { ...request, notBeforeMs: NOW - 200_000, deadlineMs: NOW - 100_000 },
        key.hostSeeds[0]!,
      ),
    ],
  ];
  for (const [what, code, tampered] of rows) {
    test(`is refused with ${what}`, () => {
      const one = scene(confirmed);
      expect(codeOf(ask(one, { canary: true, request: tampered }))).toBe(code);
      expect(one.takes()).toBe(0);
    });
  }

  test('cannot be had as an ordinary request, nor an ordinary request as a test', () => {
    const one = scene(confirmed);
    expect(codeOf(ask(one, { canary: false, request }))).toBe('E_KEY_STATE');
    expect(codeOf(ask(one, { canary: true }))).toBe('E_BAD_REQUEST');
    expect(codeOf(ask(scene(), { canary: false, request }))).toBe('E_FORBIDDEN');
  });
});
