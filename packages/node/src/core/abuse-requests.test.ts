import { toHex } from '@permafrost/frost';
import { requestId } from '@permafrost/protocol';
import { installNodeCrypto } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';
import { type Person, person } from '../testing/operators.ts';
import { requestOf, submission } from '../testing/requests.ts';

beforeAll(installNodeCrypto);

/** Index of the node that sends what it likes, and of the one that has to bear it. */
const HOSTILE = 2;
const VICTIM = 0;

test('a member that tells wrong results of a request has one of them verified', () => {
  const requester = person('requester');
  const key = ceremony(3, { requester });
  const s = createCores(3, [key], { loses: limits.FRAME.sign });
  s.connect();
  const request = requestOf(requester, key.entryOf(0), s.now());
  s.call(VICTIM, requester.operator.operatorPub, submission(request));
  const from = (s.all[HOSTILE] as Person).operator.host;
  for (let n = 0; n < 50; n++) {
    const signature = new Uint8Array(64).fill(n);
    const result = { requestId: requestId(request), signature, signers: [] };
    const body = encodeMessage(permafrost.v1.SignResult, result);
    s.give(VICTIM, { type: 'frame', from, kind: limits.FRAME.signResult, body });
  }
  const faults = s.actions.filter(
    ({ by, action }) =>
      by === VICTIM && action.type === 'count' && action.labels.code === 'wrong-result',
  );
  expect(faults.length).toBe(1);
});

test('signers that a member names of a signature are shown only where they can be they', () => {
  const requester = person('requester');
  const key = ceremony(3, { requester });
  const shown = (signers: readonly number[]): readonly string[] | undefined => {
    const s = createCores(3, [key], { loses: limits.FRAME.sign });
    s.connect();
    const request = requestOf(requester, key.entryOf(0), s.now());
    const caller = toHex(requester.operator.operatorPub);
    const call = encodeMessage(permafrost.v1.RpcRequest, submission(request));
    const answers = s.callRaw(VICTIM, caller, call);
    const from = (s.all[HOSTILE] as Person).operator.host;
    const signature = key.signatureOf(request.message);
    const result = { requestId: requestId(request), signature, signers: [...signers] };
    const body = encodeMessage(permafrost.v1.SignResult, result);
    s.give(VICTIM, { type: 'frame', from, kind: limits.FRAME.signResult, body });
    const last = answers.at(-1);
    return last && decodeMessage(permafrost.v1.RpcResponse, last).sign?.signers;
  };
  expect(shown([1, 3])).toHaveLength(2);
  for (const lie of [[], [1], [2, 2], [1, 4], [1, 2, 3]]) expect(shown(lie), `${lie}`).toEqual([]);
});

describe('a request given again', () => {
  const requester = person('requester');
  const key = ceremony(3, { requester });

  test('after shares were asked for is never said to be unsigned for sure', () => {
    // Shares get lost: the request fails, and may still be completed by whoever has them.
    const s = createCores(4, [key], { loses: limits.FRAME.sign });
    s.connect();
    const entry = key.entryOf(0);
    const at = key.members.findIndex(({ operator }) => operator.host === s.all[0]?.operator.host);
    expect(at).toBeGreaterThanOrEqual(0);
    const request = requestOf(requester, entry, s.now(), {
      idempotencyKey: new Uint8Array(16),
      deadlineMs: s.now() + 60_000,
    });
    const submit = () => s.call(0, requester.operator.operatorPub, submission(request));
    submit();
    for (const host of s.all.slice(1)) {
      s.give(0, { type: 'peer-down', host: host.operator.host, reason: 'gone' });
    }
    // They had their moment to come back.
    s.later(5_000);
    const wait = s.actions.findLast(
      ({ by, action }) => by === 0 && action.type === 'timer' && action.id.startsWith('sign/'),
    )?.action;
    if (wait?.type === 'timer') s.give(0, { type: 'timer', id: wait.id });
    const [again] = submit();
    expect(again?.sign?.error?.code).toBe('E_THRESHOLD');
    expect(again?.sign?.error?.nothingSigned).toBe('unknown');
    s.later(120_000);
    const [late] = submit();
    expect(late?.sign?.error?.code).toBe('E_DEADLINE');
    expect(late?.sign?.error?.nothingSigned).toBe('unknown');
    expect(toHex(late?.sign?.requestId ?? new Uint8Array())).toHaveLength(64);
  });
});

describe('a request that went through other hands', () => {
  const requester = person('requester');
  const key = ceremony(3, { requester });

  test('is never unsigned for sure, whatever a member says that was given it', () => {
    const s = createCores(4, [key]);
    s.connect();
    const entry = key.entryOf(0);
    const request = requestOf(requester, entry, s.now(), {
      idempotencyKey: new Uint8Array(16),
      deadlineMs: s.now() + 60_000,
    });
    const refusal = encodeMessage(permafrost.v1.RpcResponse, {
      sign: { state: 'failed', error: { code: 'E_THRESHOLD', nothingSigned: 'true' } },
    });
    const told = (lost: number): string | undefined => {
      const caller = toHex(requester.operator.operatorPub);
      const body = encodeMessage(permafrost.v1.RpcRequest, submission(request));
      const answers = s.callRaw(3, caller, body);
      const reply = (body: Uint8Array | undefined): void => {
        const last = s.actions.findLast(({ action }) => action.type === 'forward')?.action;
        const forward = last?.type === 'forward' ? last.forward : 0;
        s.give(3, { type: 'forwarded', forward, body });
      };
      for (let i = 0; i < lost; i++) reply(undefined);
      reply(refusal);
      const [answer] = answers.map((bytes) => decodeMessage(permafrost.v1.RpcResponse, bytes));
      return answer?.sign?.error?.nothingSigned;
    };
    expect(told(0)).toBe('unknown');
    expect(told(1)).toBe('unknown');
  });
});
