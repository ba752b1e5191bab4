import { describe, expect, test } from 'vitest';
import { sleep, withDeadline } from './deadline.ts';

const dispose = (): void => {
  throw new Error('nothing to dispose of');
};

describe('deadlines', () => {
  test('a result in time is passed on, and so is a failure', async () => {
    expect(await withDeadline({ ms: 10_000, dispose }, () => Promise.resolve(1))).toBe(1);
    const failing = withDeadline({ ms: 10_000, dispose }, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
  });

  test('what ignores its signal is left behind, and its late result disposed of', async () => {
    const late = Promise.withResolvers<string>();
    const disposed: string[] = [];
    const waiting = withDeadline(
      { ms: 5, dispose: (result: string) => void disposed.push(result) },
      () => late.promise,
    );
    await expect(waiting).rejects.toThrow('no answer within 5 ms');
    late.resolve('late');
    await late.promise;
    await Promise.resolve();
    expect(disposed).toEqual(['late']);
  });

  test('the caller’s signal ends it with its reason, before the start as well', async () => {
    const controller = new AbortController();
    const waiting = withDeadline(
      { ms: 10_000, signal: controller.signal, dispose },
      (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(1))),
    );
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    let started = false;
    const never = withDeadline({ ms: 1, signal: controller.signal, dispose }, () => {
      started = true;
      return Promise.resolve();
    });
    await expect(never).rejects.toThrow('enough');
    expect(started).toBe(false);
  });

  test('sleep ends early with its signal', async () => {
    const controller = new AbortController();
    const sleeping = sleep(3_600_000, controller.signal);
    controller.abort();
    await sleeping;
    await sleep(3_600_000, controller.signal);
  });
});
