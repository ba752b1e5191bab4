/**
 * Each start of a node is a boot of its own: a counter that was synced to the disk, and a random
 * id. Offers name it, so that nothing promised in an earlier boot can be asked for.
 * @module
 */
import { type Boot, signBoot } from '@permafrost/protocol';
import type { Store } from '@permafrost/storage';
import { decodeMessage, encodeMessage, permafrost, safeInteger } from '@permafrost/wire';

const BOOT_KEY = 'boot';
const BEGUN_ANEW_KEY = 'begun-anew';

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

/**
 * Whether this store was begun anew after one was lost, now or before an earlier boot. It stays so:
 * the shares of earlier keys are not here, and nothing brings them back yet.
 */
export async function wasBegunAnew(store: Store): Promise<boolean> {
  if (store.origin === 'recovered') {
    await store.batch([{ type: 'put', key: BEGUN_ANEW_KEY, value: Uint8Array.of(1) }]);
  }
  return (await store.get(BEGUN_ANEW_KEY)) !== undefined;
}
