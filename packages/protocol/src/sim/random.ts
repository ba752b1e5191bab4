/**
 * Bytes that depend on a seed and a label only. For simulations, never for keys.
 * @module
 */
import { type Random, sha512, utf8 } from '@permafrost/frost';

/** Each label gives a stream of its own. */
export function seededRandom(seed: number, label: string): Random {
  let counter = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 64) {
      const block = sha512(utf8(`${seed}/${label}/${counter++}`));
      bytes.set(block.subarray(0, length - at), at);
    }
    return bytes;
  };
}

/** A number in [0, 1). */
export function ratioOf(random: Random): number {
  const view = new DataView(random(4).buffer);
  return view.getUint32(0) / 2 ** 32;
}
