import { memoryStore } from '@permafrost/storage';
import { expect, test } from 'vitest';
import { loadRestored } from './load.ts';

test('whatever a node wrote is there when it starts again, of every kind', async () => {
  const store = memoryStore();
  const paths = ['attempt/a', 'boot', 'boot/b', 'cancel/c', 'key/k/record', 'name/n', 'oaths/o'];
  const more = ['proposal/p', 'recovered', 'request/r/i', 'what-comes-later/x'];
  const keys = [...paths, ...more];
  await store.batch(keys.map((key) => ({ type: 'put', key, value: Uint8Array.of(1) }) as const));
  const { records } = await loadRestored(store, 0);
  expect(records.map(([key]) => key).sort()).toEqual(keys.sort());
});
