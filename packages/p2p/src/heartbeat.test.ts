import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startHeartbeat } from './heartbeat.ts';
import { createOutbox } from './outbox.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start(active: boolean) {
  const outbox = createOutbox(1_000);
  const state = { readerBusy: false, silent: 0, stalled: 0 };
  const heartbeat = startHeartbeat({
    active,
    outbox,
    isReaderBusy: () => state.readerBusy,
    onSilent: () => {
      state.silent += 1;
      heartbeat.stop();
    },
    onStalled: () => {
      state.stalled += 1;
      heartbeat.stop();
    },
  });
  heartbeat.start();
  return { heartbeat, outbox, state };
}

const body = (type: number, sequence: number) => Uint8Array.of(type, 0, 0, 0, sequence);

describe('heartbeat', () => {
  test('a peer that is heard is not silent, one that is not is, after six seconds', () => {
    const { heartbeat, state } = start(true);
    for (let turn = 0; turn < 100; turn++) {
      vi.advanceTimersByTime(2_000);
      heartbeat.heard();
    }
    expect(state.silent).toBe(0);
    vi.advanceTimersByTime(6_000);
    expect(state.silent).toBe(0);
    vi.advanceTimersByTime(2_000);
    expect(state.silent).toBe(1);
  });

  test('while our own reader waits for a handler nothing can be heard, so nobody is blamed', () => {
    const { state } = start(true);
    state.readerBusy = true;
    vi.advanceTimersByTime(600_000);
    expect(state.silent).toBe(0);
    state.readerBusy = false;
    vi.advanceTimersByTime(8_000);
    expect(state.silent).toBe(1);
  });

  test('where it is not active, silence is no reason', () => {
    const { state } = start(false);
    vi.advanceTimersByTime(600_000);
    expect(state.silent).toBe(0);
  });

  test('a peer that reads nothing for half a minute while something waits has stalled', () => {
    const { outbox, state } = start(false);
    vi.advanceTimersByTime(60_000);
    expect(state.stalled).toBe(0);
    outbox.push(new Uint8Array(1));
    vi.advanceTimersByTime(28_000);
    expect(state.stalled).toBe(0);
    vi.advanceTimersByTime(4_000);
    expect(state.stalled).toBe(1);
  });

  test('the round trip is that of the latest ping; other answers do not count', () => {
    const { heartbeat } = start(true);
    vi.advanceTimersByTime(30);
    expect(heartbeat.receive(body(1, 99))).toBe(true);
    expect(heartbeat.rttMs()).toBeUndefined();
    expect(heartbeat.receive(body(1, 1))).toBe(true);
    expect(heartbeat.rttMs()).toBe(30);
  });

  test('malformed bodies are told from good ones', () => {
    const { heartbeat } = start(true);
    expect(heartbeat.receive(body(0, 1))).toBe(true);
    expect(heartbeat.receive(body(2, 1))).toBe(false);
    expect(heartbeat.receive(new Uint8Array(4))).toBe(false);
    expect(heartbeat.receive(new Uint8Array(6))).toBe(false);
  });
});
