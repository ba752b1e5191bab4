/**
 * Distances of real networks: round trips between regions as large clouds publish them, rounded.
 * @module
 */
import { type Distances, OPERATOR } from './links.ts';

export const WAN_PROFILES = ['continent', 'world'] as const;
export type WanProfile = (typeof WAN_PROFILES)[number];

/** Round trips in ms between regions of one world; a region is 40 ms from itself. */
const WORLD: readonly (readonly number[])[] = [
  // us-east, eu-west, us-west, ap-northeast, ap-south, sa-east
  [40, 75, 65, 150, 200, 115],
  [75, 40, 140, 210, 120, 180],
  [65, 140, 40, 105, 225, 175],
  [150, 210, 105, 40, 125, 250],
  [200, 120, 225, 125, 40, 250],
  [115, 180, 175, 250, 250, 40],
];
const CONTINENT_MS = 40;
/** Of the one-way delay. */
const JITTER_SHARE = 0.1;
/** 100 Mbit/s. */
const BYTES_PER_SECOND = 12_500_000;

export function isWanProfile(text: string): text is WanProfile {
  return (WAN_PROFILES as readonly string[]).includes(text);
}

/** Nodes are spread over the regions in their order; the operator is where the first node is. */
export function wideArea(profile: WanProfile, nodes: readonly string[]): Distances {
  const regionOf = (name: string) =>
    name === OPERATOR ? 0 : Math.max(0, nodes.indexOf(name)) % WORLD.length;
  return (from, to) => {
    const roundTripMs =
      profile === 'continent'
        ? CONTINENT_MS
        : (WORLD[regionOf(from)]?.[regionOf(to)] ?? CONTINENT_MS);
    const delayMs = roundTripMs / 2;
    return { delayMs, jitterMs: delayMs * JITTER_SHARE, bytesPerSecond: BYTES_PER_SECOND };
  };
}
