/** Public keys that were decoded before: the check of their order costs more than a verification. */

import { toHex } from './bytes.ts';
import type { Element } from './suite.ts';

const KNOWN_KEYS_MAX = 1024;
/** Tables cost a few verifications: only for keys that are seen more often than this. */
const USES_BEFORE_TABLES = 4;

/**
 * A decoder of public keys that remembers 1024 of them, the oldest of which goes when it is full;
 * `precompute` is called for keys in frequent use, and must bound the memory for that itself. Throws what `decode` throws.
 */
export function rememberedKeys(
  decode: (bytes: Uint8Array) => Element,
  precompute?: (element: Element) => void,
): (publicKey: Uint8Array) => Element {
  // A Map: keys are other people's.
  const known = new Map<string, { readonly element: Element; uses: number }>();
  return (publicKey) => {
    const name = toHex(publicKey);
    let key = known.get(name);
    if (key === undefined) {
      key = { element: decode(publicKey), uses: 0 };
      if (known.size >= KNOWN_KEYS_MAX) {
        for (const oldest of known.keys()) {
          known.delete(oldest);
          break;
        }
      }
      known.set(name, key);
    }
    key.uses += 1;
    if (key.uses === USES_BEFORE_TABLES) precompute?.(key.element);
    return key.element;
  };
}
