/**
 * Memory: whatever anybody sends, what a node keeps of it stays within bounds.
 * @module
 */
import { limits } from '@permafrost/wire';
import type { Network } from '../world.ts';
import type { About, Violate } from './about.ts';

/** Of pools by their names; others have the largest of these bounds. */
const BOUNDS: ReadonlyMap<string, number> = new Map([
  ['own nonces', limits.OFFERS_TOTAL_MAX],
  ['offers of others', limits.OFFERS_TOTAL_MAX],
  ['requests', limits.REQUESTS_OPEN_MAX],
  ['early envelopes', 4_096],
]);
const BOUND_MAX: number = limits.OFFERS_TOTAL_MAX;
/** Records that somebody else can make a node write: proposals and faults. */
const FAULTS_MAX = 2 * 256;
const EVERY_ACTIONS = 512;

/** Looks at the pools of honest nodes now and then; `finish` once more. */
export function watchMemory(
  network: Network,
  { corrupt }: About,
  violate: Violate,
): { readonly finish: () => void } {
  let actions = 0;
  const told = new Set<string>();
  function look(): void {
    for (const [index, { core, operator, disk }] of network.nodes.entries()) {
      if (core === undefined || corrupt.has(index)) continue;
      const found = core.poolSizes().map(({ pool, size }) => ({
        what: pool,
        size,
        most: BOUNDS.get(pool) ?? BOUND_MAX,
      }));
      const records = [...disk.records.keys()];
      const of = (prefix: string) => records.filter((path) => path.startsWith(prefix)).length;
      found.push(
        { what: 'faults on disk', size: of('fault/'), most: FAULTS_MAX },
        // Open ones, and as many that ended lately.
        { what: 'proposals on disk', size: of('proposal/'), most: 4 * limits.PROPOSALS_OPEN_MAX },
      );
      for (const { what, size, most } of found) {
        if (size <= most || told.has(`${index}/${what}`)) continue;
        told.add(`${index}/${what}`);
        violate('memory is bounded', `${operator.name}: ${size} of ${what}`);
      }
    }
  }
  network.onAction(() => {
    if (++actions % EVERY_ACTIONS === 0) look();
  });
  return { finish: look };
}
