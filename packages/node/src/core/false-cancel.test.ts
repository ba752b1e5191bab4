import { encodeCancel, encodeRequest, requestId, signRequest } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, expect, test } from 'vitest';
import { peerIdOfKey } from '../peer-key.ts';
import { createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import { person } from '../testing/operators.ts';

beforeAll(installNodeCrypto);

test('a request that a member says was taken back, without its requester’s signature, is signed', () => {
  const requester = person('requester');
  const key = ceremony(3, { requester });
  const s = createCores(3, [key]);
  s.connect();
  const { keyId, publicKey, suite } = key.entryOf(0);
  const peerId = peerIdOfKey(requester.operator.operatorPub);
  const request = signRequest(
    {
      requester: peerId,
      keyId,
      publicKey,
      suite: suite.id,
      path: '',
      tweak: new Uint8Array(),
      message: new Uint8Array(3),
      idempotencyKey: new Uint8Array(16).fill(1),
      notBeforeMs: s.now(),
      deadlineMs: s.now() + 30_000,
    },
    requester.operatorSeed,
  );
  const signature = new Uint8Array(64).fill(1);
  const body = encodeCancel({ requestId: requestId(request), keyId, requester: peerId, signature });
  for (const at of s.all.keys()) {
    for (const [by, { operator }] of s.all.entries()) {
      const frame = { type: 'frame', from: operator.host, kind: limits.FRAME.signCancel } as const;
      if (by !== at) s.give(at, { ...frame, body });
    }
  }
  const wire = decodeMessage(permafrost.v1.SignatureRequest, encodeRequest(request));
  const answers = s.call(0, requester.operator.operatorPub, { signSubmit: { request: wire } });
  expect(answers.at(-1)?.sign?.state).toBe('signed');
});
