/**
 * A plan: all that one seed decides of a run, as plain data, so that it can be printed, replayed
 * and made smaller. What is not in it follows from the seed too, but not from the plan's length:
 * events that are taken out leave the others as they were.
 * @module
 */
import type { Script } from './adversary/index.ts';
import type { ClockSettings } from './clock.ts';
import type { Conditions } from './conditions.ts';

/** Something that happens to a network, at a time in milliseconds since it began. */
export type Fault = { readonly atMs: number } & (
  | {
      readonly kind: 'kill';
      readonly node: number;
      readonly downMs: number;
      readonly isSilent: boolean;
    }
  /** Dies at the so-manieth frame or write after `atMs`: before it takes effect, or after. */
  | {
      readonly kind: 'kill-at-action';
      readonly node: number;
      readonly action: number;
      readonly when: 'before' | 'after';
      readonly downMs: number;
    }
  | { readonly kind: 'freeze'; readonly node: number; readonly forMs: number }
  | { readonly kind: 'suspend'; readonly node: number; readonly forMs: number }
  | { readonly kind: 'wall-step'; readonly node: number; readonly byMs: number }
  /** Nobody of one set hears anybody outside it. */
  | { readonly kind: 'partition'; readonly side: readonly number[]; readonly forMs: number }
  /** Nothing of one reaches the other; the other way it does. */
  | {
      readonly kind: 'one-way';
      readonly from: number;
      readonly to: number;
      readonly forMs: number;
    }
  | { readonly kind: 'reset'; readonly a: number; readonly b: number }
  | {
      readonly kind: 'flap';
      readonly a: number;
      readonly b: number;
      readonly times: number;
      readonly everyMs: number;
    }
  | { readonly kind: 'weather'; readonly conditions: Partial<Conditions>; readonly forMs: number }
  | {
      readonly kind: 'slow-disk';
      readonly node: number;
      readonly extraMs: number;
      readonly forMs: number;
    }
  | { readonly kind: 'full-disk'; readonly node: number; readonly downMs: number }
  /** The store does not open any more; the operator begins a new one after a while. */
  | { readonly kind: 'lost-store'; readonly node: number; readonly downMs: number }
  /** An image of the disk is brought back later. */
  | { readonly kind: 'rollback'; readonly node: number; readonly afterMs: number }
  /** A second computer with the memory of the first, for a while. */
  | {
      readonly kind: 'copy';
      readonly node: number;
      readonly resumeAfterMs: number;
      readonly isWallRight: boolean;
    }
);

export type KeyWish = {
  readonly atMs: number;
  readonly node: number;
  readonly name: string;
  readonly minSigners: number;
  readonly members: readonly number[];
  readonly expiresInMs: number;
};

export type RequestWish = {
  readonly atMs: number;
  readonly node: number;
  readonly key: string;
  readonly messageBytes: number;
  /** 0 the operator, others identities of their own. */
  readonly requester: number;
  /** Those of the same label are one request, asked for again. */
  readonly label: string;
  readonly isPatient: boolean;
};

/** A request that is taken back: the last one of a label that was asked for by then. */
export type CancelWish = {
  readonly atMs: number;
  readonly node: number;
  readonly label: string;
};

/**
 * A request of long ago, once more: the same idempotency key and message in another window, when
 * members may have forgotten the first one.
 */
export type LateWish = {
  /** Since faults stopped. */
  readonly afterMs: number;
  readonly node: number;
  readonly label: string;
  readonly cancelAfterMs: number | undefined;
};

export type Plan = {
  readonly seed: number;
  readonly profile: string;
  readonly nodes: number;
  readonly threshold: number;
  /** `toy`, or the id of a real suite. */
  readonly suite: string;
  /** Whether keys are there from the start. */
  readonly isDealt: boolean;
  readonly conditions: Partial<Conditions>;
  readonly clocks: readonly ClockSettings[];
  readonly corrupt: readonly number[];
  readonly scripts: readonly Script[];
  /** Nodes that refuse each requester but the operator. */
  readonly denying: readonly number[];
  readonly keys: readonly KeyWish[];
  readonly requests: readonly RequestWish[];
  readonly cancels: readonly CancelWish[];
  readonly late: readonly LateWish[];
  /** In order of time. */
  readonly faults: readonly Fault[];
  /** When faults stop and everything is mended. */
  readonly healMs: number;
  /** How long everything pending then has to end. */
  readonly settleMs: number;
  /** Asked for when all is well again. */
  readonly lastRequests: number;
  readonly lastKey: boolean;
};

/** The key that is there from the start, and one beside it that what is said of it could be used for. */
export const DEALT: string = 'dealt';
export const SPARE: string = 'spare';
export const DEALT_NAMES: readonly string[] = [DEALT, SPARE];
export const REQUESTERS: number = 3;

/** Nodes that a plan's faults leave without what they had promised. */
export function damagedBy(plan: Plan): ReadonlySet<number> {
  const damaged = new Set<number>();
  for (const fault of plan.faults) {
    if (fault.kind === 'lost-store' || fault.kind === 'rollback' || fault.kind === 'copy') {
      damaged.add(fault.node);
    }
  }
  return damaged;
}
