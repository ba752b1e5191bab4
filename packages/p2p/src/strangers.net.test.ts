import { afterEach, describe, expect, test } from 'vitest';
import { flood } from './testing/flood.ts';
import { seedsInOrder, startClient, stopAll } from './testing/hosts.ts';
import { stopRawPeers } from './testing/raw-peer.ts';

afterEach(async () => {
  await stopRawPeers();
  await stopAll();
});

describe('strangers', () => {
  test('dialling 1,000 times are refused, cost no memory, fill no log and keep no member out', async () => {
    const [a, b, c, d] = await seedsInOrder(4);
    const result = await flood(1_000, [a!, b!, c!]);
    expect(result.refused).toBe(1_000);
    expect(result.memberReturns).toBe(10);
    expect(result.heapGrowthBytes).toBeLessThan(12_000_000);
    // One at once, and one with a count for each minute that this took.
    expect(result.reports).toBeGreaterThanOrEqual(1);
    expect(result.reports).toBeLessThanOrEqual(3);
    const { victim } = result;
    expect(victim.told.every((one) => one.type === 'stranger')).toBe(true);
    expect(victim.links()).toEqual([]);
    // Another stranger is not hidden by the first.
    const other = await startClient({ seed: d! });
    await other.dial(victim.addresses()[0]!).catch(() => {});
    expect(victim.told.at(-1)).toEqual({ type: 'stranger', peerId: other.peerId, count: 1 });
  });
});
