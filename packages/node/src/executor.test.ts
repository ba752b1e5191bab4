import { describe, expect, test } from 'vitest';
import type { Action } from './effects.ts';
import { createExecutor } from './executor.ts';

const send = (kind: number): Action => ({
  type: 'send',
  to: 'aa',
  lane: 'bulk',
  kind,
  body: new Uint8Array(),
});
const persist: Action = { type: 'persist', changes: [] };

function world() {
  const sent: number[] = [];
  const disks: (() => void)[] = [];
  const executor = createExecutor({
    persist: (_, done) => disks.push(done),
    perform: (action) => {
      if (action.type === 'send') sent.push(action.kind);
    },
  });
  return { sent, disks, executor };
}

describe('the executor', () => {
  test('sends nothing that follows a persist before it is durable', () => {
    const { sent, disks, executor } = world();
    executor.run({ subject: 'k', actions: [send(1), persist, send(2)] });
    expect(sent).toEqual([1]);
    disks.shift()?.();
    expect(sent).toEqual([1, 2]);
    expect(executor.waiting()).toBe(0);
  });

  test('holds later steps of the same subject behind it, and no others', () => {
    const { sent, disks, executor } = world();
    executor.run({ subject: 'k', actions: [persist, send(1)] });
    executor.run({ subject: 'k', actions: [send(2)] });
    executor.run({ subject: 'other', actions: [send(3)] });
    executor.run({ subject: undefined, actions: [send(4)] });
    expect(sent).toEqual([3, 4]);
    disks.shift()?.();
    expect(sent).toEqual([3, 4, 1, 2]);
  });

  test('a disk that never answers stops its subject for ever', () => {
    const { sent, executor } = world();
    executor.run({ subject: 'k', actions: [persist, send(1)] });
    executor.run({ subject: 'k', actions: [send(2)] });
    expect(sent).toEqual([]);
    expect(executor.waiting()).toBe(1);
  });
});
