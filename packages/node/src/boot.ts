/**
 * What a node's store says of how it began.
 * @module
 */
import type { Store } from '@permafrost/storage';

const BEGUN_ANEW_KEY = 'begun-anew';

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
