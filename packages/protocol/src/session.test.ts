import { Secret } from '@permafrost/frost';
import { describe, expect, test } from 'vitest';
import { Fault } from './fault.ts';
import { broadcast, collect, persist, report, resend } from './rounds.ts';
import { type Conflict, type Message, type Protocol, startSession } from './session.ts';

const SCOPE = new Uint8Array(32).fill(1);
const bytes = (...b: readonly number[]): Uint8Array => Uint8Array.from(b);

function message(from: number, payload: Uint8Array, more: Partial<Message> = {}) {
  return {
    type: 'message',
    from,
    round: 0,
    sessionId: SCOPE,
    payload,
    envelope: payload,
    ...more,
  } as const;
}

const seal = ({ payload }: { readonly payload: Uint8Array }): Uint8Array => bytes(9, ...payload);

function* hello(): Protocol<number> {
  const envelope = yield* broadcast({ sessionId: SCOPE, round: 0, payload: bytes(7) });
  yield* persist({ kind: 'said', bytes: envelope });
  const withinMs = 100;
  const mail = yield* collect({ round: 0, sessionId: SCOPE, from: [2, 3], withinMs, stage: 'hi' });
  return [...mail.values()].reduce((sum, { payload }) => sum + (payload[0] ?? 0), 0);
}

const start = (protocol: Protocol<number>, conflict?: Conflict) =>
  startSession(protocol, { peers: [2, 3], rounds: 2, seal, ...(conflict ? { conflict } : {}) });

describe('a session', () => {
  test('sends what its host signed, and can store it', () => {
    const session = start(hello());
    expect(session.start()).toEqual([
      { type: 'send', to: 'all', round: 0, envelope: bytes(9, 7) },
      { type: 'persist', record: { kind: 'said', bytes: bytes(9, 7) } },
      { type: 'deadline', wait: 1, afterMs: 100 },
      { type: 'progress', stage: 'hi', done: [], missing: [2, 3] },
    ]);
  });

  test('completes when everybody has spoken, and then hears nothing more', () => {
    const session = start(hello());
    session.start();
    expect(session.step(message(2, bytes(5)))).toEqual([
      { type: 'progress', stage: 'hi', done: [2], missing: [3] },
    ]);
    expect(session.step(message(3, bytes(6)))).toEqual([{ type: 'complete', result: 11 }]);
    expect(session.step(message(3, bytes(7)))).toEqual([]);
    expect(session.start()).toEqual([]);
  });

  test('hears what came before it was started', () => {
    const session = start(hello());
    expect(session.step(message(2, bytes(5)))).toEqual([]);
    expect(session.step(message(3, bytes(6)))).toEqual([]);
    expect(session.start().at(-1)).toEqual({ type: 'complete', result: 11 });
  });

  /** Tells how many messages a session holds. */
  function counter(): { readonly held: () => number; readonly protocol: Protocol<number> } {
    let held = 0;
    function* counting(): Protocol<number> {
      yield {
        type: 'wait',
        withinMs: 1,
        ready: (mail) => {
          held = mail.length;
          return false;
        },
      };
      return held;
    }
    return { held: () => held, protocol: counting() };
  }

  test('ignores strangers and rounds that do not exist', () => {
    const { held, protocol } = counter();
    const session = start(protocol);
    session.start();
    for (const odd of [
      message(4, bytes(1)),
      message(2, bytes(1), { round: 2 }),
      message(2, bytes(1), { round: -1 }),
      message(2, bytes(1), { round: 0.5 }),
      message(2, bytes(1), { round: Number.NaN }),
    ]) {
      session.step(odd);
    }
    session.step(message(2, bytes(1)));
    expect(held()).toBe(1);
  });

  test('does not take a message of another session id for what it waits for', () => {
    const session = start(hello());
    session.start();
    session.step(message(3, bytes(6)));
    expect(session.step(message(2, bytes(1), { sessionId: new Uint8Array(32) }))).toEqual([]);
  });

  test('keeps one message of each sender, round and session id, and few session ids', () => {
    const { held, protocol } = counter();
    const session = start(protocol);
    session.start();
    for (let i = 0; i < 1_000; i++) {
      const sessionId = new Uint8Array(32).fill(i);
      session.step(message(2, bytes(i), { sessionId, round: i % 2 }));
      session.step(message(2, bytes(i + 1), { sessionId, round: i % 2 }));
    }
    expect(held()).toBe(8);
  });

  test('names who was missing at its deadline, and knows old deadlines', () => {
    const session = start(hello());
    session.start();
    session.step(message(3, bytes(6)));
    expect(session.step({ type: 'timeout', wait: 0 })).toEqual([]);
    expect(session.step({ type: 'timeout', wait: 1 })).toEqual([
      { type: 'abort', detail: { code: 'timeout', round: 0, missing: [2] } },
    ]);
  });

  test('does not wait for whom the transport lost, unless it spoke or speaks again', () => {
    const session = start(hello());
    session.start();
    session.step(message(3, bytes(6)));
    expect(session.step({ type: 'lost', from: 3 })).toEqual([]);
    expect(session.step({ type: 'lost', from: 2 })).toEqual([
      { type: 'abort', detail: { code: 'timeout', round: 0, missing: [2] } },
    ]);
  });

  test('holds different messages against their sender, repetition against nobody', () => {
    const detail = { code: 'equivocation', culprit: 2, round: 0 } as const;
    const session = start(hello(), () => ({ detail, fatal: true }));
    session.start();
    session.step(message(2, bytes(5)));
    expect(session.step(message(2, bytes(5), { envelope: bytes(1, 2, 3) }))).toEqual([]);
    expect(session.step(message(2, bytes(6)))).toEqual([{ type: 'abort', detail }]);
    expect(session.step(message(3, bytes(6)))).toEqual([]);
  });

  test('goes on after a conflict that is not fatal', () => {
    const detail = { code: 'conflicting-shares', culprit: 2 } as const;
    const session = start(hello(), () => ({ detail, fatal: false }));
    session.start();
    session.step(message(2, bytes(5)));
    expect(session.step(message(2, bytes(6)))).toEqual([{ type: 'report', detail }]);
    expect(session.step(message(3, bytes(6))).at(-1)).toEqual({ type: 'complete', result: 11 });
  });

  test('gives the same outputs for the same inputs', () => {
    const outputs = () => {
      const session = start(hello());
      return [
        session.start(),
        session.step(message(3, bytes(1))),
        session.step(message(2, bytes(2))),
      ];
    };
    expect(outputs()).toEqual(outputs());
  });
});

describe('a protocol that fails', () => {
  test('ends with an abort after what it did before', () => {
    function* failing(): Protocol<number> {
      yield* report({ code: 'bad-join', culprit: 3 });
      yield* resend(1, bytes(1));
      throw new Fault({ code: 'session-seen' });
    }
    expect(
      start(failing())
        .start()
        .map(({ type }) => type),
    ).toEqual(['report', 'send', 'abort']);
  });

  test('does not hide our own bugs behind a peer', () => {
    function* buggy(): Protocol<number> {
      yield* persist({ kind: 'x', bytes: bytes() });
      throw new TypeError('ours');
    }
    const session = start(buggy());
    expect(() => session.start()).toThrow(TypeError);
    expect(session.step(message(2, bytes(1)))).toEqual([]);
  });

  test('erases its secrets, also when it is cancelled', () => {
    const secret = new Secret(bytes(1, 2, 3));
    function* holding(): Protocol<number> {
      try {
        return yield* hello();
      } finally {
        secret.erase();
      }
    }
    const session = start(holding());
    session.start();
    session.cancel();
    expect(secret.erased).toBe(true);
    expect(session.step(message(2, bytes(1)))).toEqual([]);
  });
});
