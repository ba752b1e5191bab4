/** Checking the order of many elements at once. */

import type { Element, Group, Random } from './suite.ts';

/** Independent random subsets: an element of wrong order escapes with probability 2⁻⁶⁴. */
const SUBSETS = 64;
/** Elements that share a table of their 2⁵ sums. */
const TABLE = 5;
/** Below this many elements, one by one is cheaper. */
const SINGLY_MAX = 96;

/**
 * Whether all elements are of prime order: 64 sums over independent, uniformly random subsets, each
 * sum checked. One wrong element changes the sum of a subset it is in, and another element's torsion
 * cannot cancel it in more than half of the subsets; one plain sum, or one random combination, would
 * not do (torsions cancel; order 2 survives an even coefficient).
 *
 * `random` must be secret from whoever chose the elements, and drawn after they were fixed. When
 * this is false, check singly to learn which one is wrong. 8 random bytes for each element.
 */
export function ordersHold(
  suite: { readonly group: Group },
  elements: readonly Element[],
  random: Random,
): boolean {
  const { group } = suite;
  if (group.cofactor === 1) return true;
  if (elements.length < SINGLY_MAX) return elements.every(group.isTorsionFree);
  const sums: Element[] = new Array<Element>(SUBSETS).fill(group.zero);
  for (let at = 0; at < elements.length; at += TABLE) {
    const part = elements.slice(at, at + TABLE);
    const table = subsetSums(group, part);
    // One byte of coins for each element and eight subsets.
    const coins = part.map(() => random(SUBSETS / 8));
    for (let subset = 0; subset < SUBSETS; subset++) {
      let chosen = 0;
      coins.forEach((bytes, k) => {
        chosen |= (((bytes[subset >> 3] as number) >> (subset & 7)) & 1) << k;
      });
      if (chosen === 0) continue;
      sums[subset] = group.add(sums[subset] as Element, table[chosen] as Element);
    }
  }
  return sums.every(group.isTorsionFree);
}

/** The sums of all subsets, by the bits of their index. */
function subsetSums(group: Group, part: readonly Element[]): Element[] {
  const table: Element[] = [group.zero];
  for (const element of part) {
    table.push(...table.map((sum, k) => (k === 0 ? element : group.add(sum, element))));
  }
  return table;
}
