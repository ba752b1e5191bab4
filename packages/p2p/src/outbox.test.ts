import { describe, expect, test } from 'vitest';
import { createOutbox } from './outbox.ts';

async function collect(batches: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

describe('outbox', () => {
  test('joins what one turn of the loop sends, in order', async () => {
    const outbox = createOutbox(1_000);
    const collected = collect(outbox.batches());
    for (let at = 0; at < 10; at++) outbox.push(Uint8Array.of(at));
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    outbox.end();
    const batches = await collected;
    expect(batches).toHaveLength(1);
    expect([...batches[0]!]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('refuses what does not fit, and says when there is room again', async () => {
    const outbox = createOutbox(10);
    expect(outbox.push(new Uint8Array(6))).toBe(true);
    expect(outbox.push(new Uint8Array(5))).toBe(false);
    expect(outbox.queuedBytes()).toBe(6);
    const room = outbox.room();
    const collected = collect(outbox.batches());
    await room;
    expect(outbox.push(new Uint8Array(5))).toBe(true);
    outbox.end();
    expect((await collected).map((batch) => batch.length)).toEqual([6, 5]);
    expect(outbox.queuedBytes()).toBe(0);
  });

  test('urgent frames go first and beside the limit, one for each slot', async () => {
    const outbox = createOutbox(1);
    outbox.push(Uint8Array.of(9));
    outbox.pushUrgent('hello', Uint8Array.of(1));
    outbox.pushUrgent('ping', Uint8Array.of(2));
    outbox.pushUrgent('ping', Uint8Array.of(3));
    outbox.end();
    expect(Buffer.concat(await collect(outbox.batches()))).toEqual(Buffer.from([1, 3, 9]));
  });

  test('takes nothing after its end, and lets those who wait for room go', async () => {
    const outbox = createOutbox(1);
    outbox.push(new Uint8Array(1));
    const room = outbox.room();
    outbox.end();
    await room;
    await outbox.room();
    expect(outbox.push(new Uint8Array(0))).toBe(false);
  });

  test('large frames are not joined beyond a batch', async () => {
    const outbox = createOutbox(1_000_000);
    outbox.push(new Uint8Array(60_000));
    outbox.push(new Uint8Array(60_000));
    outbox.push(new Uint8Array(100_000));
    outbox.end();
    const sizes = (await collect(outbox.batches())).map((batch) => batch.length);
    expect(sizes).toEqual([60_000, 60_000, 100_000]);
  });
});
