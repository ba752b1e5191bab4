import { toHex } from '@permafrost/frost';
import type { Claim, SignatureRequest } from '@permafrost/protocol';
import { requestId, requestRefusal } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import { describe, expect, test } from 'vitest';
import {
  ANSWERS_BYTES_MAX,
  type Answered,
  admitRequest,
  closeAnswered,
  closeFailed,
  createEntryRequests,
  dropOldRequests,
  OPEN_BYTES_MAX,
  restoreAnswer,
} from './requests-entry.ts';
import {
  answersMax,
  CANCELS_MAX,
  CANCELS_OF_EACH,
  CANCELS_OF_ONE_MAX,
  cancelRequest,
  cancelTag,
  claimRequest,
  createSignerRequests,
  dropOldCancels,
  forgetClaims,
  isCancelled,
  noteGiven,
  SIGNER_REQUESTS_OF_ONE_MAX,
} from './requests-signer.ts';

const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);
const NOW = 1_800_000_000_000;
const DAY = limits.IDEMPOTENCY_LIFE_MS;

function request(change: Partial<SignatureRequest> = {}): SignatureRequest {
  return {
    requester: bytes(38, 1),
    keyId: bytes(16, 2),
    publicKey: bytes(32, 3),
    suite: 'ed25519',
    path: '',
    tweak: new Uint8Array(),
    message: bytes(5, 4),
    idempotencyKey: bytes(16, 5),
    notBeforeMs: NOW,
    deadlineMs: NOW + 30_000,
    signature: bytes(64, 6),
    ...change,
  };
}

function numbered(n: number): SignatureRequest {
  const idempotencyKey = bytes(16, 0);
  new DataView(idempotencyKey.buffer).setUint32(0, n);
  return request({ idempotencyKey });
}

function claim(change: Partial<SignatureRequest> = {}, more: Partial<Claim> = {}): Claim {
  const one = request(change);
  return {
    request: one,
    requestId: requestId(one),
    reqHash: bytes(64, 1),
    coordinator: bytes(32, 1),
    canary: false,
    minSigners: 3,
    maxSigners: 5,
    ...more,
  };
}

describe('a signer', () => {
  test('knows one request for each requester and idempotency key', () => {
    const requests = createSignerRequests();
    expect(claimRequest(requests, claim(), NOW)).toBeUndefined();
    const other = claim({ message: bytes(5, 9) });
    expect(claimRequest(requests, other, NOW)?.code).toBe('E_IDEMPOTENCY_CONFLICT');
    const free = [{ requester: bytes(38, 9) }, { idempotencyKey: bytes(17, 5) }];
    for (const change of free) {
      const own = claim({ message: bytes(5, 9), ...change });
      expect(claimRequest(requests, own, NOW)).toBeUndefined();
    }
  });

  test('answers each coordinator a limited number of times, and repetitions always', () => {
    const requests = createSignerRequests();
    const limit = answersMax(3, 5);
    expect(limit).toBe(8);
    for (let n = 0; n < limit; n++) {
      const one = claim({}, { reqHash: bytes(64, n) });
      expect(claimRequest(requests, one, NOW)).toBeUndefined();
      expect(claimRequest(requests, one, NOW)).toBeUndefined();
    }
    const more = { reqHash: bytes(64, 99) };
    expect(claimRequest(requests, claim({}, more), NOW)?.code).toBe('E_RATE_LIMITED');
    const another = { ...more, coordinator: bytes(32, 2) };
    expect(claimRequest(requests, claim({}, another), NOW)).toBeUndefined();
  });

  test('remembers until a minute after the deadline, the latest that it saw', () => {
    const requests = createSignerRequests();
    claimRequest(requests, claim(), NOW);
    const endMs = NOW + 30_000 + limits.REQUEST_MEMORY_MS;
    const other = claim({ message: bytes(5, 9) });
    expect(claimRequest(requests, other, endMs)?.code).toBe('E_IDEMPOTENCY_CONFLICT');
    expect(claimRequest(requests, other, endMs + 1)).toBeUndefined();

    const longer = createSignerRequests();
    claimRequest(longer, claim(), NOW);
    claimRequest(longer, claim({ deadlineMs: NOW + 500_000 }), NOW);
    expect(claimRequest(longer, other, endMs + 1)?.code).toBe('E_IDEMPOTENCY_CONFLICT');
  });

  test('remembers no more of one requester than its part, and of others still', () => {
    const requests = createSignerRequests();
    const ask = (n: number, who: number, atMs: number): string | undefined => {
      const one = { ...numbered(n), requester: bytes(38, who) };
      const about = { ...claim(), request: one, requestId: requestId(one) };
      return claimRequest(requests, about, atMs)?.code;
    };
    for (let n = 0; n < 10; n++) expect(ask(n, 1, NOW)).toBeUndefined();
    const one = toHex(bytes(38, 1));
    // As if there were so many of them: to make them would take longer than all other tests.
    requests.countOf.set(one, SIGNER_REQUESTS_OF_ONE_MAX);
    expect(ask(10, 1, NOW)).toBe('E_RATE_LIMITED');
    expect(ask(0, 1, NOW)).toBeUndefined();
    expect(ask(0, 2, NOW)).toBeUndefined();
    requests.countOf.set(one, 10);
    expect(ask(10, 1, NOW + 10 * 60_000)).toBeUndefined();
    expect(requests.countOf.get(one)).toBe(1);
    expect(requests.byId.size).toBe(1);
  });

  test('forgets all that is over, however many there were', () => {
    const requests = createSignerRequests();
    for (let n = 0; n < 500; n++) {
      const one = numbered(n);
      claimRequest(requests, { ...claim(), request: one, requestId: requestId(one) }, NOW);
    }
    expect(requests.byKey.size).toBe(500);
    claimRequest(requests, claim(), NOW + 10 * 60_000);
    expect(requests.byKey.size).toBe(1);
  });
});

function answered(one: SignatureRequest, atMs: number = NOW): Answered {
  return { request: one, signature: bytes(64, 8), epoch: 0, signers: ['node1'], atMs };
}

test('a clock that went ahead and came back does not keep requests from being forgotten', () => {
  const requests = createSignerRequests();
  claimRequest(requests, claim(), NOW + 86_400_000);
  forgetClaims(requests, NOW);
  claimRequest(requests, claim(), NOW);
  expect(requests.byKey.size).toBe(1);
  forgetClaims(requests, NOW + limits.REQUEST_WINDOW_MS_MAX + 2 * limits.REQUEST_MEMORY_MS);
  expect(requests.byKey.size).toBe(0);
});

describe('a request that its requester takes back', () => {
  const id = toHex(requestId(request()));
  const mine = toHex(request().requester);

  test('is refused from then on, and was not given', () => {
    const requests = createSignerRequests();
    const cancel = { requestId: id, requester: mine };
    expect(cancelRequest(requests, cancel, NOW)).toMatchObject({ type: 'cancelled', isNew: true });
    expect(cancelRequest(requests, cancel, NOW)).toMatchObject({ type: 'cancelled', isNew: false });
    expect(claimRequest(requests, claim(), NOW)?.code).toBe('E_CANCELLED');
    const latestMs = NOW + limits.REQUEST_WINDOW_MS_MAX + 2 * limits.CLOCK_SKEW_MAX_MS;
    expect(dropOldCancels(requests, latestMs)).toEqual([]);
    expect(claimRequest(requests, claim(), latestMs)?.code).toBe('E_CANCELLED');
    expect(dropOldCancels(requests, latestMs + limits.REQUEST_MEMORY_MS + 1)).toEqual([
      cancelTag(id, mine),
    ]);
    expect(requests.cancelsOf.size).toBe(0);
  });

  test('is not promised to be unsigned once a share was given', () => {
    const requests = createSignerRequests();
    claimRequest(requests, claim(), NOW);
    // Looked at and refused later on: no share.
    expect(
      cancelRequest(createSignerRequests(), { requestId: id, requester: mine }, NOW).type,
    ).toBe('cancelled');
    noteGiven(requests, id);
    expect(cancelRequest(requests, { requestId: id, requester: mine }, NOW).type).toBe('given');
  });

  test('goes on when somebody else says so, before or after', () => {
    const requests = createSignerRequests();
    const theirs = { requestId: id, requester: toHex(bytes(38, 9)) };
    cancelRequest(requests, theirs, NOW);
    expect(claimRequest(requests, claim(), NOW)).toBeUndefined();
    expect(cancelRequest(requests, theirs, NOW).type).toBe('given');
  });

  test('of any number of requesters leave room for some of one more', () => {
    const requests = createSignerRequests();
    const fill = (requester: string): number => {
      for (let n = 0; ; n++) {
        const cancel = { requestId: `${n}`, requester };
        if (cancelRequest(requests, cancel, NOW).type === 'full') return n;
      }
    };
    expect(fill(mine)).toBe(CANCELS_OF_ONE_MAX);
    for (let n = 0; n < 30; n++) fill(`colluder ${n}`);
    expect(requests.cancelsAbove).toBe(CANCELS_MAX);
    expect(fill('another')).toBe(CANCELS_OF_EACH);
    dropOldCancels(requests, NOW + DAY);
    expect([requests.cancelsAbove, requests.cancelsOf.size]).toEqual([0, 0]);
    expect(fill(mine)).toBe(CANCELS_OF_ONE_MAX);
  });

  test('outlast every window that had begun, though clocks differ as much as they may', () => {
    const requests = createSignerRequests();
    const ahead = limits.CLOCK_SKEW_MAX_MS;
    const id = toHex(requestId(request()));
    cancelRequest(requests, { requestId: id, requester: mine }, NOW);
    // Begun at a clock that is ahead, as long as may be, and answered at the last moment.
    const deadlineMs = NOW + ahead + limits.REQUEST_WINDOW_MS_MAX;
    const lastMs = deadlineMs + limits.CLOCK_SKEW_MAX_MS;
    const late = request({ notBeforeMs: NOW + ahead, deadlineMs });
    expect(requestRefusal(late, { nowMs: lastMs })).toBeUndefined();
    expect(requestRefusal(late, { nowMs: lastMs + 1 })?.code).toBe('E_DEADLINE');
    dropOldCancels(requests, lastMs);
    expect(isCancelled(requests, id, mine)).toBe(true);
  });
});

describe('an entry node', () => {
  test('gives the same request the same bytes, and others under its key an error', () => {
    const requests = createEntryRequests();
    expect(admitRequest(requests, request(), NOW).type).toBe('new');
    expect(admitRequest(requests, request(), NOW).type).toBe('open');
    closeAnswered(requests, answered(request()));
    const again = admitRequest(requests, request({ deadlineMs: NOW + 99 }), NOW + DAY - 1);
    expect(again).toMatchObject({ type: 'answered', answer: { signature: bytes(64, 8) } });
    const other = admitRequest(requests, request({ message: bytes(1, 1) }), NOW);
    expect(other).toMatchObject({ type: 'refused', code: 'E_IDEMPOTENCY_CONFLICT' });
    expect(admitRequest(requests, request({ requester: bytes(38, 2) }), NOW).type).toBe('new');
  });

  test('lets a failed request be given again, but no other under its key', () => {
    const requests = createEntryRequests();
    admitRequest(requests, request(), NOW);
    closeFailed(requests, request(), NOW);
    const other = request({ message: bytes(1, 1) });
    expect(admitRequest(requests, other, NOW)).toMatchObject({ code: 'E_IDEMPOTENCY_CONFLICT' });
    expect(admitRequest(requests, request(), NOW).type).toBe('new');
    expect(requests.open).toBe(1);
  });

  test('knows its answers again after a restart, and forgets them after a day', () => {
    const requests = createEntryRequests();
    expect(restoreAnswer(requests, answered(numbered(1), NOW - DAY), NOW)).toBe(false);
    expect(restoreAnswer(requests, answered(request()), NOW)).toBe(true);
    expect(admitRequest(requests, request(), NOW).type).toBe('answered');
    expect(dropOldRequests(requests, NOW + DAY - 1)).toEqual([]);
    expect(admitRequest(requests, request({ message: bytes(1, 1) }), NOW + DAY).type).toBe('new');

    const old = createEntryRequests();
    restoreAnswer(old, answered(request()), NOW);
    const dropped = dropOldRequests(old, NOW + DAY);
    expect(dropped).toEqual([answered(request({ message: new Uint8Array() }))]);
    expect(old.byRequester.size).toBe(0);
  });

  test('keeps answers of one requester up to so many bytes, and no message in memory', () => {
    const requests = createEntryRequests();
    const message = bytes(limits.MESSAGE_BYTES_MAX, 1);
    const most = Math.floor(ANSWERS_BYTES_MAX / (limits.MESSAGE_BYTES_MAX + 512));
    const close = (n: number) => {
      const one = { ...numbered(n), message };
      admitRequest(requests, one, NOW);
      return closeAnswered(requests, answered(one));
    };
    for (let n = 0; n < most; n++) expect(close(n)).toEqual([]);
    const [dropped, more] = close(most);
    expect(dropped?.request.idempotencyKey).toEqual(numbered(0).idempotencyKey);
    expect(more).toBeUndefined();
    const kept = [...(requests.byRequester.values().next().value ?? new Map()).values()];
    expect(kept).toHaveLength(most);
    for (const { state } of kept) expect(state.answer.request.message).toHaveLength(0);
    expect(dropOldRequests(requests, NOW + DAY)).toHaveLength(most);
    expect([requests.bytesOf.size, requests.byRequester.size]).toEqual([0, 0]);
  });

  test('says busy above its limits, and whose fault that is, and recovers', () => {
    const requests = createEntryRequests();
    for (let n = 0; n < limits.REQUESTS_PER_REQUESTER_MAX; n++) {
      expect(admitRequest(requests, numbered(n), NOW).type).toBe('new');
    }
    const busy = admitRequest(requests, numbered(9_999), NOW);
    expect(busy).toMatchObject({ type: 'refused', code: 'E_RATE_LIMITED' });
    for (let who = 2; who <= limits.REQUESTS_OPEN_MAX / limits.REQUESTS_PER_REQUESTER_MAX; who++) {
      for (let n = 0; n < limits.REQUESTS_PER_REQUESTER_MAX; n++) {
        admitRequest(requests, { ...numbered(n), requester: bytes(38, who) }, NOW);
      }
    }
    const stranger = { ...numbered(1), requester: bytes(38, 99) };
    expect(admitRequest(requests, stranger, NOW)).toMatchObject({ code: 'E_BUSY' });
    closeAnswered(requests, answered(numbered(0)));
    closeFailed(requests, numbered(1), NOW);
    expect(admitRequest(requests, stranger, NOW).type).toBe('new');
    expect(admitRequest(requests, numbered(9_999), NOW).type).toBe('new');
  });

  test('takes only so many bytes of messages at a time, and small ones again once some are done', () => {
    const requests = createEntryRequests();
    const message = new Uint8Array(limits.MESSAGE_BYTES_MAX);
    const large = (n: number) => ({ ...numbered(n), message, requester: bytes(38, n % 8) });
    const most = OPEN_BYTES_MAX / message.length;
    for (let n = 0; n < most; n++) expect(admitRequest(requests, large(n), NOW).type).toBe('new');
    expect(admitRequest(requests, large(most), NOW)).toMatchObject({ code: 'E_BUSY' });
    for (let n = 0; n < most; n++) closeFailed(requests, large(n), NOW);
    expect([requests.open, requests.openBytes]).toEqual([0, 0]);
    expect(admitRequest(requests, large(most), NOW).type).toBe('new');
  });

  test('closes a request once, whoever says so again', () => {
    const requests = createEntryRequests();
    admitRequest(requests, request(), NOW);
    closeAnswered(requests, answered(request()));
    closeFailed(requests, request(), NOW);
    closeAnswered(requests, answered(request()));
    expect(requests.open).toBe(0);
    expect(admitRequest(requests, request(), NOW).type).toBe('answered');
  });
});
