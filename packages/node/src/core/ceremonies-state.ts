/**
 * Ceremonies that run here, and what came before its time for them.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import {
  type DkgResult,
  EnvelopeError,
  type Group,
  joinScope,
  openEnvelope,
  type Seat,
  type Session,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import type { KeyEntry } from '../tables/keys-entry.ts';
import { latestAttempt, membersOf, type ProposalEntry } from '../tables/proposals-entry.ts';
import type { CoreContext } from './context.ts';

export type Running = {
  readonly entry: ProposalEntry;
  readonly attempt: number;
  readonly group: Group;
  readonly seat: Seat;
  readonly scope: Uint8Array;
  readonly session: Session<DkgResult>;
  /** Frames sent so far, for a member whose link comes back. */
  readonly sent: { readonly to: readonly HostId[]; readonly body: Uint8Array }[];
};

/** What came before its time: for an attempt not begun here, or for a key not yet certified. */
export type Early = { readonly from: HostId; readonly envelope: Uint8Array };

export type Ceremonies = {
  readonly running: Map<string, Running>;
  readonly early: Map<string, Map<string, Early>>;
  /** Keys whose record is on its way to the disk, by scope. */
  readonly made: Map<string, KeyEntry>;
  /** Session ids and static keys of this boot: each serves once. Oldest first. */
  readonly seen: Set<string>;
};

/** Attempts of which early envelopes are kept at once. */
export const EARLY_SCOPES_MAX = 64;

export function createCeremonies(): Ceremonies {
  return { running: new Map(), early: new Map(), made: new Map(), seen: new Set() };
}

/** The key that a ceremony made. */
export function takeKey(ceremonies: Ceremonies, scope: Uint8Array): KeyEntry | undefined {
  const key = ceremonies.made.get(toHex(scope));
  ceremonies.made.delete(toHex(scope));
  return key;
}

/** Envelopes of rounds 3 and 4 that came before the key was certified here. */
export function takeEarly(ceremonies: Ceremonies, scope: string): readonly Early[] {
  const kept = [...(ceremonies.early.get(scope)?.values() ?? [])];
  ceremonies.early.delete(scope);
  return kept;
}

/** Keeps at most a few envelopes of each member of an attempt that we may take part in. */
export function keepEarly(
  context: CoreContext,
  ceremonies: Ceremonies,
  scope: string,
  early: Early,
): void {
  const isKnown = ceremonies.running.has(scope) || isExpected(context, scope, early.from);
  if (!isKnown) return;
  let round: number;
  try {
    round = openEnvelope(early.envelope, { hostPub: fromHex(early.from) }).round;
  } catch (error) {
    if (error instanceof EnvelopeError) return;
    throw error;
  }
  const kept = ceremonies.early.get(scope) ?? new Map<string, Early>();
  const slot = `${early.from}/${round}/${early.envelope.length}`;
  if (kept.size >= 8 * limits.MEMBERS_MAX || kept.has(slot)) return;
  if (!ceremonies.early.has(scope) && ceremonies.early.size >= EARLY_SCOPES_MAX) return;
  kept.set(slot, early);
  ceremonies.early.set(scope, kept);
}

/** Whether an attempt of this scope may still begin here, with this host as a member. */
export function isExpected(context: CoreContext, scope: string, from: HostId): boolean {
  for (const entry of context.proposals.byId.values()) {
    if (entry.outcome !== 'open' || !membersOf(entry).includes(from)) continue;
    const first = Math.max(entry.attemptUsed + 1, latestAttempt(entry));
    for (let attempt = first; attempt <= limits.CEREMONY_ATTEMPTS_MAX; attempt++) {
      if (toHex(scopeOf(entry, attempt)) === scope) return true;
    }
  }
  return false;
}

export function scopeOf(entry: ProposalEntry, attempt: number): Uint8Array {
  return joinScope({ kind: 'cocktail-dkg', proposalHash: entry.hash, attempt });
}

/** Session ids and static keys remembered. */
const SEEN_MAX = 16_384;

/** Whether this session, or one of its static keys, was here before; remembers them if not. */
export function isReplayed(
  ceremonies: Ceremonies,
  sessionId: Uint8Array,
  publicKeys: readonly Uint8Array[],
): boolean {
  const names = [sessionId, ...publicKeys].map(toHex);
  if (names.some((name) => ceremonies.seen.has(name))) return true;
  for (const name of names) ceremonies.seen.add(name);
  for (const oldest of ceremonies.seen) {
    if (ceremonies.seen.size <= SEEN_MAX) break;
    ceremonies.seen.delete(oldest);
  }
  return false;
}
