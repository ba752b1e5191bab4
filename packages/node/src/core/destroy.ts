/**
 * The end of keys that never became active, between the tables of proposals and of keys: an
 * accepted proposal makes this node give its oaths, and enough oaths end the proposals.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import {
  compareBytes,
  type DestroyProposal,
  groupHash,
  groupOfProposal,
  keyId,
} from '@permafrost/protocol';
import { limits, type permafrost } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { hostsOf, isBound, type KeyEntry } from '../tables/keys-entry.ts';
import {
  type About,
  hasSworn,
  isComplete,
  type OathsOf,
  type OathsOutput,
  oathsIn,
  undestroyable as whyNot,
} from '../tables/keys-oaths.ts';
import { isUp } from '../tables/peers.ts';
import { acceptedBy, membersOf, type ProposalEntry } from '../tables/proposals-entry.ts';
import { type CoreContext, log, names, sendTo } from './context.ts';
import type { CoreParts } from './parts.ts';
import { tellWatchers } from './progress.ts';
import { dropShare } from './signing.ts';

/** Gives the oaths that an accepted proposal asks for, once each. */
export function swearAll(parts: CoreParts, entry: ProposalEntry): void {
  const { context } = parts;
  for (const id of destroyedBy(entry)) {
    // A member that lost all it had of the key still gives its word, by its own decision.
    const named = { keyId: id, members: membersOf(entry), subject: `oaths/${toHex(id)}` };
    parts.runKeys({ type: 'swear', about: aboutKey(context, id) ?? named });
  }
}

/** Words of others about keys that should come to an end. @throws WireError */
export function onOaths(parts: CoreParts, from: HostId, body: Uint8Array): void {
  const input = oathsIn(body);
  const about = aboutKey(parts.context, input.keyId);
  // Only a proposal to destroy it speaks of this key, and may name whom it likes as its members: with
  // an oath of its author alone it would be complete. Said again once this node swore itself.
  if (about === undefined && isNamed(parts.context, input.keyId)) return;
  parts.runKeys({ ...input, from, about });
}

/** What comes of oaths beside what the key itself does. */
export function carryOutOaths(
  parts: CoreParts,
  output: Extract<
    OathsOutput,
    { readonly type: 'keep-oaths' | 'tell-oaths' | 'sworn' | 'destroyed' }
  >,
): void {
  const { context } = parts;
  switch (output.type) {
    case 'keep-oaths':
      context.act(output.of.subject, { type: 'persist', changes: output.changes });
      return;
    case 'tell-oaths': {
      const { to, body, subject } = output;
      sendTo(context, subject, { to, lane: 'bulk', kind: limits.FRAME.oaths, body });
      return;
    }
    case 'sworn':
      tellOfOaths(parts, output.of);
      return;
    case 'destroyed':
      ended(parts, output.of, output.wasActive);
      return;
  }
}

function ended(parts: CoreParts, of: OathsOf, wasActive: boolean): void {
  const { context } = parts;
  const made = madeBy(context, of.keyId);
  const entry = context.keys.byId.get(of.id);
  const key = made?.proposal.name ?? entry?.proposal.name ?? '';
  if (entry?.state === 'destroyed') dropShare(parts.signer, entry);
  if (wasActive) {
    const nodes = names(context, [...of.by.keys()]);
    log(context, 'error', 'a key that all others destroyed was active here', { key, nodes });
  } else if (entry !== undefined) {
    log(context, 'info', 'pending key destroyed', { key, id: of.id });
  }
  if (made !== undefined) parts.propose({ type: 'destroyed', id: made.id });
  tellOfOaths(parts, of);
}

/** Whoever watches a proposal to destroy this key hears of it, and it ends when it is fulfilled. */
function tellOfOaths(parts: CoreParts, of: OathsOf): void {
  const { context, progress } = parts;
  for (const entry of [...context.proposals.byId.values()]) {
    if (!destroyedBy(entry).some((id) => toHex(id) === of.id)) continue;
    endFulfilled(parts, entry);
    tellWatchers(context, progress, entry.id);
  }
}

/** Ends a proposal all of whose keys are destroyed here. */
export function endFulfilled(
  parts: Pick<CoreParts, 'context' | 'propose'>,
  entry: ProposalEntry,
): void {
  const { context, propose } = parts;
  const ids = destroyedBy(entry);
  const isFulfilled = ids.length > 0 && ids.every((id) => oathsEnded(context, id));
  if (isFulfilled && entry.outcome === 'open') propose({ type: 'done', id: entry.id });
}

function oathsEnded(context: CoreContext, id: Uint8Array): boolean {
  const of = context.keys.oaths.get(toHex(id));
  return of !== undefined && isComplete(of);
}

/** Whether this node swore to destroy the key of this attempt: it takes no part in it any more. */
export function isSwornOff(context: CoreContext, entry: ProposalEntry, attempt: number): boolean {
  if (context.keys.oaths.size === 0) return false;
  const id = keyId(groupHash(groupOfProposal(entry.bytes)), attempt);
  return hasSworn(context.keys, toHex(id), context.self);
}

/** Why this node gives no oath for these keys; undefined when it would. */
export function undestroyable(context: CoreContext, proposal: DestroyProposal): string | undefined {
  for (const id of proposal.keys) {
    const key = context.keys.byId.get(toHex(id));
    const terms = key?.proposal ?? madeBy(context, id)?.proposal;
    const fits =
      terms === undefined ||
      (terms.name === proposal.name &&
        terms.suite === proposal.suite &&
        terms.minSigners === proposal.minSigners &&
        terms.members.map(toHex).join() === proposal.members.map(toHex).join());
    if (!fits) return 'it names a key of another name, suite, threshold or members';
    const reason = key === undefined ? undefined : whyNot(key);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/**
 * Ids of all keys that keep a name from a new one here: of each proposal of that name with a
 * pending key those of all its attempts, since another member may have certified another one.
 */
export function keysToDestroy(context: CoreContext, name: string): readonly Uint8Array[] {
  const ids = new Map<string, Uint8Array>();
  for (const key of context.keys.byId.values()) {
    if (key.proposal.name !== name || key.state !== 'pending') continue;
    const hash = groupHash(key.group);
    for (let attempt = 1; attempt <= limits.CEREMONY_ATTEMPTS_MAX; attempt++) {
      const id = keyId(hash, attempt);
      ids.set(toHex(id), id);
    }
  }
  return [...ids.values()].sort(compareBytes).slice(0, limits.DESTROY_KEYS_MAX);
}

/** Who a pending key waits for: to swear once somebody did, else to certify or to store it. */
export function waitsFor(context: CoreContext, key: KeyEntry): readonly HostId[] {
  const hosts = hostsOf(key);
  const of = context.keys.oaths.get(key.id);
  if (of !== undefined && of.by.size > 0) return hosts.filter((host) => !of.by.has(host));
  const held = key.certs.size < hosts.length ? key.certs : key.stored;
  return hosts.filter((_, i) => !held.has(i + 1));
}

/** Time after which a pending key is said to be stuck. */
export const STUCK_AFTER_MS: number = 60_000;

export function isStuck(context: CoreContext, key: KeyEntry): boolean {
  return key.state === 'pending' && context.clocks.wallMs - key.sinceMs > STUCK_AFTER_MS;
}

/** A pending key that nobody will finish by itself, but whose name this node cannot give away. */
export function isHeld(context: CoreContext, key: KeyEntry): boolean {
  const { bound } = context.keys;
  const { name } = key.proposal;
  return key.state === 'pending' && isBound(context.keys, name) && bound.get(name) === key.id;
}

/** How far a proposal to destroy has come, without its end in failure. */
export function destroyProgress(
  context: CoreContext,
  entry: ProposalEntry,
): permafrost.v1.CeremonyProgress.$Properties {
  const members = membersOf(entry);
  const ids = destroyedBy(entry).map(toHex);
  const all = (test: (of: OathsOf | undefined) => boolean): boolean =>
    ids.every((id) => test(context.keys.oaths.get(id)));
  const sworn = members.filter((host) => all((of) => of?.by.has(host) === true));
  const shown = (stage: string, done: readonly HostId[], missing: readonly HostId[]) => ({
    stage,
    done: [...names(context, done)],
    missing: [...names(context, missing)],
  });
  if (entry.outcome === 'done') {
    // The name is free where it was heard of: who swore and is here should have.
    const late = sworn.filter(
      (host) => isUp(context.peers, host) && !all((of) => of?.told.has(host) === true),
    );
    const done = sworn.filter((host) => !late.includes(host));
    return shown(late.length === 0 ? 'destroyed' : 'destroying', done, late);
  }
  const accepted = acceptedBy(entry);
  if (accepted.length < members.length - 1) {
    return shown(
      'accepting',
      accepted,
      members.filter((host) => !accepted.includes(host)),
    );
  }
  return shown(
    'destroying',
    sworn,
    accepted.filter((host) => !sworn.includes(host)),
  );
}

/** What is known of a key that somebody speaks of. */
function aboutKey(context: CoreContext, id: Uint8Array): About | undefined {
  const hex = toHex(id);
  const entry = context.keys.byId.get(hex);
  if (entry !== undefined) {
    return { keyId: id, members: hostsOf(entry), subject: entry.proposalId };
  }
  const made = madeBy(context, id);
  if (made !== undefined) return { keyId: id, members: membersOf(made), subject: made.id };
  const known = context.keys.oaths.get(hex);
  if (known !== undefined) return { keyId: id, members: known.members, subject: known.subject };
  return undefined;
}

/** Whether a proposal asks for the end of this key. */
function isNamed(context: CoreContext, id: Uint8Array): boolean {
  return [...context.proposals.byId.values()].some((one) =>
    destroyedBy(one).some((named) => equalBytes(named, id)),
  );
}

function destroyedBy({ proposal }: ProposalEntry): readonly Uint8Array[] {
  return proposal.type === 'destroy' ? proposal.keys : [];
}

/** The proposal whose attempt gives a key this id. */
export function madeBy(context: CoreContext, id: Uint8Array): ProposalEntry | undefined {
  const wanted = toHex(id);
  for (const one of context.proposals.byId.values()) {
    if (one.proposal.type === 'create' && keysOf(one).has(wanted)) return one;
  }
  return undefined;
}

/** Hashed once: it is asked for with every word about a key. */
const keysOfProposals = new WeakMap<ProposalEntry, ReadonlySet<string>>();

/** Hex ids of the keys that the attempts of a proposal make. */
function keysOf(one: ProposalEntry): ReadonlySet<string> {
  const known = keysOfProposals.get(one);
  if (known !== undefined) return known;
  const hash = groupHash(groupOfProposal(one.bytes));
  const ids = new Set<string>();
  for (let attempt = 1; attempt <= limits.CEREMONY_ATTEMPTS_MAX; attempt++) {
    ids.add(toHex(keyId(hash, attempt)));
  }
  keysOfProposals.set(one, ids);
  return ids;
}
