/**
 * Ceremonies that run here, and what came before its time for them.
 * @module
 */
import { equalBytes, fromHex, toHex } from '@permafrost/frost';
import {
  CEREMONY_ROUNDS,
  DKG_KIND,
  type DkgResult,
  EnvelopeError,
  type Group,
  joinScope,
  openEnvelope,
  REPAIR_KIND,
  RESHARE_KIND,
  type RepairResult,
  type ReshareResult,
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
  /** Own seats: two where this node deals and receives. */
  readonly seats: readonly Seat[];
  /** Hosts of all seats, each once. */
  readonly hosts: readonly HostId[];
  /** What its writes and words stay in order with. */
  readonly subject: string;
  readonly scope: Uint8Array;
  readonly session: Session<DkgResult | ReshareResult | RepairResult>;
  /** Frames sent so far, for a member whose link comes back. */
  readonly sent: { readonly to: readonly HostId[]; readonly body: Uint8Array }[];
};

/** What came before its time: for an attempt not begun here, or for a key not yet certified. */
export type Early = { readonly from: HostId; readonly envelope: Uint8Array };

/** Of one attempt: by member and nth, and the node that its proposal was submitted to. */
type EarlyOf = { readonly node: HostId; readonly kept: Map<HostId, Early[]> };

export type Ceremonies = {
  readonly running: Map<string, Running>;
  readonly early: Map<string, EarlyOf>;
  /** Keys whose record is on its way to the disk, by scope. */
  readonly made: Map<string, KeyEntry>;
  /** Session ids and static keys of this boot: each serves once. Oldest first. */
  readonly seen: Set<string>;
};

/** Attempts of which early envelopes are kept at once, of which each proposing node has its part. */
export const EARLY_SCOPES_MAX = 64;
/** Envelopes of one member for one attempt: it has fewer to say than this. */
const EARLY_OF_MEMBER_MAX = 8;

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
  const kept = [...(ceremonies.early.get(scope)?.kept.values() ?? [])].flat();
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
  const entry = ceremonies.running.get(scope)?.entry ?? expected(context, scope);
  if (entry === undefined || !membersOf(entry).includes(early.from)) return;
  const of = ceremonies.early.get(scope) ?? { node: toHex(entry.proposal.node), kept: new Map() };
  const mine: Early[] = of.kept.get(early.from) ?? [];
  if (mine.length >= EARLY_OF_MEMBER_MAX) return;
  if (mine.some(({ envelope }) => equalBytes(envelope, early.envelope))) return;
  if (!ceremonies.early.has(scope) && !hasRoom(context, ceremonies, of.node)) return;
  try {
    const { round } = openEnvelope(early.envelope, { hostPub: fromHex(early.from) });
    if (round >= CEREMONY_ROUNDS) return;
  } catch (error) {
    if (error instanceof EnvelopeError) return;
    throw error;
  }
  of.kept.set(early.from, [...mine, early]);
  ceremonies.early.set(scope, of);
}

function hasRoom(context: CoreContext, ceremonies: Ceremonies, node: HostId): boolean {
  const all = [...ceremonies.early.values()];
  const share = Math.max(4, Math.floor(EARLY_SCOPES_MAX / context.directory.all.length));
  return all.length < EARLY_SCOPES_MAX && all.filter((of) => of.node === node).length < share;
}

/** Drops what came for attempts that will not begin any more. */
export function forgetEarly(context: CoreContext, ceremonies: Ceremonies): void {
  for (const scope of [...ceremonies.early.keys()]) {
    if (ceremonies.running.has(scope) || expected(context, scope) !== undefined) continue;
    ceremonies.early.delete(scope);
  }
}

export function countEarly(ceremonies: Ceremonies): number {
  let count = 0;
  for (const { kept } of ceremonies.early.values())
    for (const some of kept.values()) count += some.length;
  return count;
}

/** The proposal of which an attempt of this scope may begin here next. */
function expected(context: CoreContext, scope: string): ProposalEntry | undefined {
  for (const entry of context.proposals.byId.values()) {
    if (entry.outcome !== 'open') continue;
    const first = Math.max(entry.attemptUsed + 1, latestAttempt(entry));
    const last = Math.min(first + 1, limits.CEREMONY_ATTEMPTS_MAX);
    for (let attempt = first; attempt <= last; attempt++) {
      if (toHex(scopeOf(entry, attempt)) === scope) return entry;
    }
  }
  return undefined;
}

export function scopeOf(
  {
    proposal,
    hash,
  }: Pick<ProposalEntry, 'hash'> & { readonly proposal: { readonly type: string } },
  attempt: number,
): Uint8Array {
  const { type } = proposal;
  const kind = type === 'reshare' ? RESHARE_KIND : type === 'repair' ? REPAIR_KIND : DKG_KIND;
  return joinScope({ kind, proposalHash: hash, attempt });
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
