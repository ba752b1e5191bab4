/**
 * Points that only one member can have.
 * @module
 */
import { toHex } from '@permafrost/frost';
import type { Seat } from './session.ts';

/**
 * Seats that came with the same point as another seat. Both proved to know its logarithm, so they
 * share a secret: they collude, or run on one random generator. Neither can be told from the other.
 */
export function sharingSeats(
  points: readonly { readonly seat: Seat; readonly point: Uint8Array }[],
): readonly Seat[] {
  const owners = new Map<string, Seat>();
  const sharing = new Set<Seat>();
  for (const { seat, point } of points) {
    const name = toHex(point);
    const owner = owners.get(name);
    if (owner === undefined) owners.set(name, seat);
    else if (owner !== seat) sharing.add(owner).add(seat);
  }
  return [...sharing].sort((a, b) => a - b);
}
