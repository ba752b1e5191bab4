import { afterEach, expect, test } from 'vitest';
import { flood } from './testing/flood.ts';
import { seedsInOrder, stopAll } from './testing/hosts.ts';
import { stopRawPeers } from './testing/raw-peer.ts';

afterEach(async () => {
  await stopRawPeers();
  await stopAll();
});

test('a stranger dialling 10,000 times costs no more memory than one dialling 1,000 times', async () => {
  const [a, b, c] = await seedsInOrder(3);
  const result = await flood(10_000, [a!, b!, c!]);
  expect(result.refused).toBe(10_000);
  expect(result.memberReturns).toBe(10);
  expect(result.heapGrowthBytes).toBeLessThan(12_000_000);
  expect(result.victim.told.every((one) => one.type === 'stranger')).toBe(true);
});
