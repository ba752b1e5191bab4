/**
 * How many offers to keep out at whom, and whose turn it is to get more. A pair is one of our keys
 * and one host as its coordinator.
 * @module
 */
import type { HostId } from '../effects.ts';

/** A key that was never used with this coordinator costs little, and its first request no pull. */
export const FIRST_OFFERS = 4;
/** All of those together, at most: a node with many keys and members does not begin with work. */
export const FIRST_OFFERS_TOTAL = 512;
export const USED_OFFERS = 16;
export const BUSY_OFFERS = 48;
/** How long a pair counts as used. */
export const USED_MS = 600_000;
/** How often a host may have us destroy offers. */
export const CLEAR_EVERY_MS = 10_000;
/** Uses, weighed by age in seconds, from which on a pair is busy. */
const BUSY_USES = 24;

export type Pair = { readonly keyId: string; readonly host: HostId };

type Uses = { readonly lastMs: number; readonly weight: number };

export type Refills = {
  readonly uses: Map<string, Uses>;
  /** Pairs to look at, in order. Those in use go first. */
  readonly urgent: Map<string, Pair>;
  readonly others: Map<string, Pair>;
  /** When each host last had us destroy offers that it does not hold, monotonic. */
  readonly clearedMs: Map<HostId, number>;
  /** When the next look is due, monotonic; undefined when none is planned. */
  dueMs: number | undefined;
};

export function createRefills(): Refills {
  return {
    uses: new Map(),
    urgent: new Map(),
    others: new Map(),
    clearedMs: new Map(),
    dueMs: undefined,
  };
}

/** One of our offers was used. */
export function noteUse(refills: Refills, pair: Pair, nowMs: number): void {
  const name = nameOf(pair);
  refills.uses.set(name, { lastMs: nowMs, weight: weightOf(refills.uses.get(name), nowMs) + 1 });
}

function weightOf(uses: Uses | undefined, nowMs: number): number {
  return uses === undefined ? 0 : uses.weight * 2 ** ((uses.lastMs - nowMs) / 1_000);
}

function isUsed(refills: Refills, pair: Pair, nowMs: number): boolean {
  const uses = refills.uses.get(nameOf(pair));
  return uses !== undefined && nowMs - uses.lastMs < USED_MS;
}

/** Offers that should be out, given how many are out at all. */
export function targetOf(
  refills: Refills,
  pair: Pair,
  now: { readonly nowMs: number; readonly free: number },
): number {
  if (!isUsed(refills, pair, now.nowMs)) return now.free < FIRST_OFFERS_TOTAL ? FIRST_OFFERS : 0;
  const weight = weightOf(refills.uses.get(nameOf(pair)), now.nowMs);
  return weight > BUSY_USES ? BUSY_OFFERS : USED_OFFERS;
}

/** How many to make now, at most `atOnce`; none until half of them were used. */
export function refillOf(target: number, have: number, atOnce: number): number {
  const need = target - have;
  return need < Math.min(atOnce, Math.ceil(target / 2)) ? 0 : Math.min(need, atOnce);
}

/**
 * Whether a host may have us destroy offers now, and if so notes it. Each new offer is work for us,
 * so nobody gets to throw them away as fast as it can ask for more.
 */
export function mayClear(refills: Refills, host: HostId, nowMs: number): boolean {
  const lastMs = refills.clearedMs.get(host);
  if (lastMs !== undefined && nowMs - lastMs < CLEAR_EVERY_MS) return false;
  refills.clearedMs.set(host, nowMs);
  return true;
}

/** Puts a pair in line, unless it is there. */
export function planRefill(refills: Refills, pair: Pair, nowMs: number): void {
  const name = nameOf(pair);
  if (isUsed(refills, pair, nowMs)) {
    refills.others.delete(name);
    refills.urgent.set(name, pair);
  } else if (!refills.urgent.has(name)) refills.others.set(name, pair);
}

/** Takes the pair whose turn it is. */
export function nextRefill({ urgent, others }: Refills): Pair | undefined {
  for (const line of [urgent, others]) {
    for (const [name, pair] of line) {
      line.delete(name);
      return pair;
    }
  }
  return undefined;
}

/** Forgets uses that are long past, and all of keys that are gone. */
export function forgetUses(
  refills: Refills,
  isKnown: (keyId: string) => boolean,
  nowMs: number,
): void {
  for (const [name, { lastMs }] of refills.uses) {
    const isGone = nowMs - lastMs >= USED_MS || !isKnown(name.slice(0, name.indexOf('/')));
    if (isGone) refills.uses.delete(name);
  }
}

function nameOf({ keyId, host }: Pair): string {
  return `${keyId}/${host}`;
}
