import { describe, expect, test } from 'vitest';
import { answerOwnCore, NO_SUCH_OFFER } from './sign-answer.ts';
import { decodeSignShare, encodeSignCore, type SignCore } from './sign-core.ts';
import type { SignerKey, SignerPorts } from './sign-ports.ts';
import { arrivalFrom, NOW } from './sign-testing.ts';

import { ask, changeOffer, codeOf, key, other, resign, scene } from './sign-testing-scene.ts';

describe('a signer', () => {
  test('gives a share to a genuine request, and the very same bytes to its repetition', () => {
    const one = scene();
    const first = ask(one);
    expect(first).toMatchObject({ type: 'share', from: 2, to: 1, suite: 'ed25519' });
    const again = ask(one);
    if (first.type !== 'share' || again.type !== 'share') throw new Error('no share');
    expect(again.payload).toEqual(first.payload);
    expect(decodeSignShare(first.payload).share.length).toBe(32);
  });

  test('gives no second share for one nonce, and raises an alarm', () => {
    const one = scene();
    expect(codeOf(ask(one))).toBe('share');
    const replies = [
      ask(one, { attempt: 2 }),
      ask(one, { request: resign(one.core.request, { message: Uint8Array.of(1) }) }),
      ask(one, { request: resign(one.core.request, { deadlineMs: NOW + 5_000 }) }),
    ];
    for (const reply of replies) {
      expect(reply).toMatchObject({
        type: 'refusal',
        alarm: 'nonce-used-twice',
        refusal: { code: 'E_NONCE_USED' },
      });
    }
  });

  test('proves a wrong share of a coordinator under suspicion, before it gives its own', () => {
    const one = scene();
    const answer = ask(one, {}, { checkSignature: true });
    expect(answer).toMatchObject({
      type: 'refusal',
      lie: 'invalid-coordinator-share',
      refusal: { code: 'E_PEER_FAULT' },
    });
    expect(one.takes()).toBe(0);
  });

  test('proves a mixture of epochs where its signature is right, and blames nobody where not', () => {
    const one = scene();
    const offers = changeOffer(one, 1, { epochId: other.epochId });
    expect(ask(one, { offers })).toMatchObject({ lie: 'mixed-epochs' });
    const unsigned = ask(one, { offers }, { seed: key.hostSeeds[2]! });
    expect(unsigned).toMatchObject({ type: 'refusal', refusal: { code: 'E_EPOCH' } });
    expect(unsigned).not.toHaveProperty('lie');
  });

  test('refuses an offer whose life is over, as one that is gone', () => {
    const one = scene({ signerKey: { windowMsMax: 9e9 } });
    const request = resign(one.core.request, { deadlineMs: NOW + 8e9 });
    const answer = ask(one, { request }, { nowMs: NOW + 3_600_001 });
    expect(answer).toMatchObject({ refusal: { code: 'E_NONCE_USED', reason: NO_SUCH_OFFER } });
    expect(one.takes()).toBe(0);
  });

  test('accepts a window with 30 seconds of skew at both ends', () => {
    for (const nowMs of [NOW - 31_000, NOW + 60_000]) {
      expect(codeOf(ask(scene(), {}, { nowMs }))).toBe('share');
    }
  });

  test('signs for the epoch before during a change of shares', () => {
    const signing = key.shares[1]!;
    const epochs: SignerKey['epochs'] = [
      { epochId: other.epochId, members: key.hosts, key: other.shares[1]!, use: 'sign' },
      { epochId: key.epochId, members: key.hosts, key: signing, use: 'sign' },
    ];
    expect(codeOf(ask(scene({ signerKey: { epochs } })))).toBe('share');
  });

  test('asks its table and its policy about the bytes that it would sign, once each', () => {
    const seen: string[] = [];
    const look = (name: string) => (claim: Parameters<SignerPorts['policy']>[0]) => {
      seen.push(`${name} ${new TextDecoder().decode(claim.request.message)}`);
      return undefined;
    };
    ask(scene({ claim: look('claim'), policy: look('policy') }));
    expect(seen).toEqual(['claim hello', 'policy hello']);
  });

  test('passes on a failure of its own instead of blaming the coordinator for it', () => {
    const one = scene({
      policy: () => {
        throw new TypeError('a bug of ours');
      },
    });
    expect(() => ask(one)).toThrow(TypeError);
  });

  test('answers cores of its own only through the same checks', () => {
    const { coordinator, core } = scene();
    const answer = (change: Partial<SignCore>) =>
      codeOf(
        answerOwnCore(
          { ...arrivalFrom(coordinator), bytes: encodeSignCore({ ...core, ...change }) },
          coordinator.ports,
        ),
      );
    expect(answer({ request: { ...core.request, message: Uint8Array.of(1) } })).toBe(
      'E_UNAUTHENTICATED',
    );
    expect(answer({})).toBe('share');
    expect(answer({ attempt: 2 })).toBe('E_NONCE_USED');
  });
});
