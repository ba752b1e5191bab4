/**
 * Each start of a node is a boot of its own: a counter that was synced to the disk, and a random
 * id. Offers name it, so that nothing promised in an earlier boot can be asked for.
 * @module
 */
import { type Boot, signBoot } from '@permafrost/protocol';
import type { Store } from '@permafrost/storage';
import { decodeMessage, encodeMessage, permafrost, safeInteger } from '@permafrost/wire';

const BOOT_KEY = 'boot';

/** Counts this boot, durably, and signs it. */
export async function beginBoot(
  store: Store,
  hostSeed: Uint8Array,
  random: (length: number) => Uint8Array,
): Promise<Boot> {
  const before = await store.get(BOOT_KEY);
  const last =
    before === undefined
      ? 0
      : safeInteger(decodeMessage(permafrost.v1.StoredBoot, before).counter, 'boot counter');
  const counter = last + 1;
  const bootId = random(16);
  const value = encodeMessage(permafrost.v1.StoredBoot, { counter, bootId });
  await store.batch([{ type: 'put', key: BOOT_KEY, value }]);
  return signBoot({ bootId, counter }, hostSeed);
}
