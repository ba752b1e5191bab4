/**
 * Boots: the counted, signed starts of nodes. What a node knows of its own, and which of two boots
 * of one host came later.
 * @module
 */
import { equalBytes } from '@permafrost/frost';
import type { Boot } from '@permafrost/protocol';
import type { HostId } from '../effects.ts';

export type BootNumber = Pick<Boot, 'bootId' | 'counter'>;

/**
 * How one boot of a host stands to another of the same host. A `twin` has the same counter and
 * another id: a store that was not copied counts each start, so two copies of it are there.
 */
export type BootOrder = 'same' | 'earlier' | 'later' | 'twin';

export function orderOf(boot: BootNumber, other: BootNumber): BootOrder {
  if (boot.counter !== other.counter) return boot.counter < other.counter ? 'earlier' : 'later';
  return equalBytes(boot.bootId, other.bootId) ? 'same' : 'twin';
}

/**
 * - `asking`: peers are asked for the highest boot of ours that they hold
 * - `writing`: the new boot is on its way to the disk; nothing names it yet
 * - `begun`: it may be shown
 * - `stopped`: another copy of this node was proven
 */
export type BootPhase = 'asking' | 'writing' | 'begun' | 'stopped';

export type OwnBoots = {
  /** The last boot that this store counted; undefined in a new one. */
  readonly last: BootNumber | undefined;
  /** On the operator's order this node goes on after whatever boot is proven. */
  readonly isRecovering: boolean;
  /**
   * When this node last began on its operator's order, milliseconds since 1970: what it did before
   * may be forgotten here. Undefined when it never did.
   */
  recoveredMs: number | undefined;
  phase: BootPhase;
  /** Of this process, once it is chosen. */
  boot: Boot | undefined;
  /** Who answered, whatever it holds. */
  readonly answered: Set<HostId>;
  /** The highest boot of ours that was proven to us. */
  proven: Boot | undefined;
  /** What `status` says when this node began with fewer answers than it wanted. */
  warning: string | undefined;
};

export function createOwnBoots(options: {
  readonly last: BootNumber | undefined;
  readonly isRecovering: boolean;
  readonly recoveredMs: number | undefined;
}): OwnBoots {
  return {
    ...options,
    phase: 'asking',
    boot: undefined,
    answered: new Set(),
    proven: undefined,
    warning: undefined,
  };
}

/**
 * Whether a boot of ours that somebody shows cannot be: we never began it. The signature is the
 * caller's to verify.
 */
export function contradicts(boots: OwnBoots, shown: BootNumber): boolean {
  const own = boots.boot ?? boots.last;
  if (own === undefined) return true;
  const order = orderOf(shown, own);
  return order === 'later' || order === 'twin';
}

/** Takes a verified boot of ours that a recovering node goes on after. */
export function noteProven(boots: OwnBoots, shown: Boot): void {
  if (boots.proven === undefined || shown.counter > boots.proven.counter) boots.proven = shown;
}

/** The counter of the boot to begin: after all that we counted, or were shown and go on after. */
export function nextCounter({ last, proven, isRecovering }: OwnBoots): number {
  return Math.max(last?.counter ?? 0, (isRecovering ? proven?.counter : undefined) ?? 0) + 1;
}
