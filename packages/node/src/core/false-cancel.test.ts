import { encodeCancel, requestId, signCancel, verifyNoShare } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { limits } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { peerIdOfKey } from '../peer-key.ts';
import { createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import { person } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';

beforeAll(installNodeCrypto);

test('a request that a member says was taken back, without its requester’s signature, is signed', () => {
  const requester = person('requester');
  const key = ceremony(3, { requester });
  const s = createCores(3, [key]);
  s.connect();
  const { keyId } = key.entryOf(0);
  const peerId = peerIdOfKey(requester.operator.operatorPub);
  const request = requestOf(requester, key.entryOf(0), s.now());
  const signature = new Uint8Array(64).fill(1);
  const body = encodeCancel({ requestId: requestId(request), keyId, requester: peerId, signature });
  for (const at of s.all.keys()) {
    for (const [by, { operator }] of s.all.entries()) {
      const frame = { type: 'frame', from: operator.host, kind: limits.FRAME.signCancel } as const;
      if (by !== at) s.give(at, { ...frame, body });
    }
  }
  const answers = s.call(0, requester.operator.operatorPub, submission(request));
  expect(answers.at(-1)?.sign?.state).toBe('signed');
});

test('a node that was recovered gives no share for what was asked before: it may have promised so', () => {
  const requester = person('requester');
  const key = ceremony(3, { requester });
  const s = createCores(3, [key], { recovering: 0 });
  s.connect();
  const signersOf = (beforeMs: number): readonly string[] | undefined => {
    const request = requestOf(requester, key.entryOf(0), s.now(), {
      idempotencyKey: new Uint8Array(16).fill(beforeMs),
      notBeforeMs: s.now() - beforeMs,
    });
    const answers = s.call(0, requester.operator.operatorPub, submission(request));
    return answers.at(-1)?.sign?.signers;
  };
  expect([...(signersOf(1) ?? [])].sort()).toEqual(['node2', 'node3']);
  expect(signersOf(0)).toContain('node1');
});

describe('when one requester of a key takes back what another one asked for', () => {
  const owner = person('requester');
  const thief = person('thief');
  const peerIdOf = (one: typeof owner) => peerIdOfKey(one.operator.operatorPub);

  function scene() {
    const key = ceremony(3, { requester: owner, besides: thief });
    const s = createCores(3, [key]);
    s.connect();
    const { keyId } = key.entryOf(0);
    const request = requestOf(owner, key.entryOf(0), s.now(), {
      message: new Uint8Array(4),
      idempotencyKey: new Uint8Array(16).fill(2),
    });
    const id = requestId(request);
    const cancel = (by: typeof owner) => {
      const signCancelled = signCancel(
        { requestId: id, keyId, requester: peerIdOf(by) },
        by.operatorSeed,
      );
      return s.call(0, by.operator.operatorPub, { signCancel: signCancelled }).at(-1)?.cancelled;
    };
    const submit = () => {
      return s.call(1, owner.operator.operatorPub, submission(request)).at(-1)?.sign;
    };
    return { s, id, notBeforeMs: request.notBeforeMs, cancel, submit };
  }

  test('no word that a member gave for it stands once it is signed', () => {
    const { id, cancel, submit } = scene();
    const words = cancel(thief)?.members ?? [];
    expect(submit()?.state).toBe('signed');
    const standing = words.filter(({ hostPub, sinceMs, signature }) =>
      verifyNoShare(
        { requestId: id, requester: peerIdOf(owner), sinceMs: Number(sinceMs), signature },
        Uint8Array.from(hostPub),
      ),
    );
    expect(standing).toEqual([]);
  });

  test('is not called unsigned by members whose clocks went ahead meanwhile and came back', () => {
    const { s, notBeforeMs, cancel, submit } = scene();
    s.later(1_000);
    expect(submit()?.state).toBe('signed');
    for (const stepMs of [3_600_000, -3_600_000]) {
      s.setWall(stepMs);
      for (const i of s.all.keys()) s.give(i, { type: 'timer', id: 'tick' });
    }
    const words = cancel(owner)?.members ?? [];
    expect(words.filter(({ sinceMs }) => Number(sinceMs) <= notBeforeMs)).toEqual([]);
  });

  test('its own requester still can, and is believed', () => {
    const { cancel, submit } = scene();
    cancel(thief);
    expect(cancel(owner)?.nothingSigned).toBe('true');
    expect(submit()?.error?.code).toBe('E_CANCELLED');
  });
});

test('a flood of cancels by one requester does not keep members from hearing those of another', () => {
  const owner = person('requester');
  const flooder = person('flooder');
  const key = ceremony(3, { requester: owner, besides: flooder });
  const s = createCores(3, [key]);
  s.connect();
  const { keyId } = key.entryOf(0);
  const cancel = (by: typeof owner, fill: number) => {
    const requestId = new Uint8Array(32);
    new DataView(requestId.buffer).setUint32(0, fill);
    const requester = peerIdOfKey(by.operator.operatorPub);
    const signed = signCancel({ requestId, keyId, requester }, by.operatorSeed);
    return s.call(0, by.operator.operatorPub, { signCancel: signed }).at(-1);
  };
  const sent = () =>
    s.actions.filter(
      ({ by, action }) =>
        by === 0 && action.type === 'send' && action.kind === limits.FRAME.signCancel,
    ).length;
  let refused = 0;
  for (let n = 0; n < 400; n++) if (cancel(flooder, n)?.error?.code === 'E_RATE_LIMITED') refused++;
  expect(refused).toBeGreaterThan(100);
  expect(sent()).toBe(2 * (400 - refused));
  expect(cancel(owner, 1_000)?.cancelled?.members).toHaveLength(3);
});
