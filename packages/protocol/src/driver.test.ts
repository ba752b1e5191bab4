import { beforeAll, describe, expect, test } from 'vitest';
import { type DkgResult, startDkg } from './dkg.ts';
import { drive, type Ports, type Running } from './driver.ts';
import { openEnvelope, sealer, toMessage } from './envelope.ts';
import { Fault } from './fault.ts';
import { hostOf } from './group.ts';
import { persist, resend } from './rounds.ts';
import { type Protocol, startSession } from './session.ts';
import { installNodeCrypto, makeHosts, seededRandom, toySuite } from './sim/index.ts';

beforeAll(installNodeCrypto);

const later = (f: () => void): void => void setImmediate(f);

function ports(change: Partial<Ports> = {}): Ports {
  return {
    send: () => undefined,
    persist: async () => undefined,
    report: () => undefined,
    after: () => () => undefined,
    ...change,
  };
}

describe('a session against real ports', () => {
  test('makes the same key on promises and timers as in the simulator', async () => {
    const { group, proposal, seeds } = makeHosts({ seed: 1, minSigners: 2, maxSigners: 3 });
    const running = new Map<number, Running<DkgResult>>();
    const log: string[] = [];
    for (const me of [1, 2, 3]) {
      const session = startDkg(
        {
          suite: toySuite,
          group,
          proposal,
          attempt: 1,
          me,
          random: seededRandom(1, `${me}`),
          withinMs: 10_000,
        },
        sealer({
          suite: toySuite.id,
          kind: 'cocktail-dkg',
          from: me,
          hostSeed: seeds[me - 1] as Uint8Array,
        }),
      );
      const hostPub = hostOf(group, me) as Uint8Array;
      const one = drive(session, {
        send: (_, round, envelope) => {
          log.push(`${me} send ${round}`);
          const message = toMessage(openEnvelope(envelope, { hostPub }), me);
          later(() => {
            for (const [seat, other] of running) if (seat !== me) other.receive(message);
          });
        },
        persist: async ({ kind }) => {
          await new Promise<void>((done) => setTimeout(done, 2));
          log.push(`${me} persisted ${kind}`);
        },
        report: () => expect.unreachable(),
        after: (ms, f) => {
          const timer = setTimeout(f, ms);
          return () => clearTimeout(timer);
        },
      });
      running.set(me, one);
    }
    const results = await Promise.all([...running.values()].map(({ result }) => result));
    expect(new Set(results.map(({ transcript }) => transcript.join())).size).toBe(1);
    for (const me of [1, 2, 3]) {
      expect(log.indexOf(`${me} persisted attempt-used`)).toBeLessThan(log.indexOf(`${me} send 0`));
      expect(log.indexOf(`${me} persisted pending`)).toBeLessThan(log.indexOf(`${me} send 3`));
    }
  });

  function* storing(): Protocol<string> {
    yield* persist({ kind: 'x', bytes: new Uint8Array() });
    yield* resend(0, new Uint8Array());
    return 'done';
  }
  const admission = { peers: [2], rounds: 1, seal: () => new Uint8Array() };

  test('sends nothing that its store did not take', async () => {
    const sent: number[] = [];
    const failing = ports({
      persist: () => Promise.reject(new Error('disk full')),
      send: (_, round) => sent.push(round),
    });
    const { result } = drive(startSession(storing(), admission), failing);
    await expect(result).rejects.toThrow('disk full');
    expect(sent).toEqual([]);
  });

  test('rejects with the fault of a session, and with our own bugs as they are', async () => {
    function* failing(): Protocol<string> {
      yield* resend(0, new Uint8Array());
      throw new Fault({ code: 'session-seen' });
    }
    function* buggy(): Protocol<string> {
      yield* resend(0, new Uint8Array());
      throw new TypeError('ours');
    }
    const fault = drive(startSession(failing(), admission), ports()).result;
    await expect(fault).rejects.toMatchObject({ detail: { code: 'session-seen' } });
    await expect(drive(startSession(buggy(), admission), ports()).result).rejects.toThrow(
      TypeError,
    );
  });

  test('can be cancelled while it stores, and then sends nothing more', async () => {
    const sent: number[] = [];
    let release = (): void => undefined;
    const { result, cancel, receive } = drive(
      startSession(storing(), admission),
      ports({
        persist: () =>
          new Promise<void>((done) => {
            release = done;
          }),
        send: (_, round) => sent.push(round),
      }),
    );
    await new Promise<void>(later);
    cancel();
    release();
    await expect(result).rejects.toMatchObject({ detail: { code: 'local' } });
    const nothing = new Uint8Array();
    receive({ from: 2, round: 0, sessionId: nothing, payload: nothing, envelope: nothing });
    await new Promise<void>(later);
    expect(sent).toEqual([]);
  });

  test('cancels the deadline of a wait that is over', async () => {
    const timers: string[] = [];
    function* waiting(): Protocol<string> {
      yield { type: 'wait', withinMs: 5, ready: (mail) => mail.length > 0 };
      return 'heard';
    }
    const { result, receive } = drive(
      startSession(waiting(), admission),
      ports({
        after: (ms) => {
          timers.push(`set ${ms}`);
          return () => timers.push('cancelled');
        },
      }),
    );
    const nothing = new Uint8Array();
    receive({ from: 2, round: 0, sessionId: nothing, payload: nothing, envelope: nothing });
    await expect(result).resolves.toBe('heard');
    expect(timers).toEqual(['set 5', 'cancelled']);
  });
});
