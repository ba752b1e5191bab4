/**
 * Attempts of a proposal: the node that it was submitted to starts them, and members join each at
 * most once.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import { type Start, signStart, verifyStart } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { ProposalsInput, ProposalsOutput } from './proposals.ts';
import {
  acceptedBy,
  latestAttempt,
  mayBeForgotten,
  type ProposalEntry,
  type Proposals,
  type ProposalsContext,
  sayByRule,
} from './proposals-entry.ts';

/** The node that a proposal was submitted to starts an attempt. */
export function begin(
  entry: ProposalEntry,
  attempt: number,
  context: ProposalsContext,
): ProposalsOutput[] {
  const without = leftOut(entry, context);
  const start = signStart({ proposalHash: entry.hash, attempt, without }, context.hostSeed);
  entry.starts.set(attempt, start);
  return [
    { type: 'persist', entry },
    { type: 'tell-start', entry, start },
    ...join(entry, start, context),
  ];
}

/** How often it is looked whether those are back without whom an attempt makes no sense. */
const LOOK_EVERY_MS = 1_000;

/**
 * Begins the attempt after one that failed. A change of a key waits for all who receive: the key
 * signs meanwhile, and attempts are few.
 */
export function nextAttempt(entry: ProposalEntry, context: ProposalsContext): ProposalsOutput[] {
  const after = latestAttempt(entry);
  const { proposal } = entry;
  const { self } = context.directory;
  const isAway = (host: Uint8Array): boolean => {
    const id = toHex(host);
    return id !== self.host && !context.isUp(id);
  };
  if (proposal.type === 'reshare' && proposal.members.some(isAway)) {
    return [
      { type: 'changed', entry },
      { type: 'retry-later', entry, after, afterMs: LOOK_EVERY_MS, isWaiting: true },
    ];
  }
  return begin(entry, after + 1, context);
}

/**
 * Who does not deal in the next attempt: who has not accepted, cannot be reached or failed before,
 * as far as enough dealers remain. Those who receive cannot be left out.
 */
function leftOut(entry: ProposalEntry, context: ProposalsContext): readonly Uint8Array[] {
  const { proposal, blamed } = entry;
  const accepted = acceptedBy(entry);
  if (proposal.type !== 'reshare' && proposal.type !== 'repair') return [];
  const { self } = context.directory;
  const isReceiver = (host: Uint8Array): boolean =>
    proposal.members.some((member) => equalBytes(member, host));
  const isOut = (host: Uint8Array): boolean => {
    const id = toHex(host);
    const isReplaceable = proposal.type === 'repair' || !isReceiver(host);
    if (!accepted.includes(id) || (blamed.includes(id) && isReplaceable)) return true;
    return id !== self.host && !context.isUp(id);
  };
  const spare = proposal.dealers.length - proposal.baseMinSigners;
  return proposal.dealers.filter(isOut).slice(0, Math.max(0, spare));
}

/** A Start of whoever: it counts when the node of the proposal signed it. */
export function onStart(
  entry: ProposalEntry,
  start: Start,
  context: ProposalsContext,
): readonly ProposalsOutput[] {
  const isOurs =
    toHex(start.proposalHash) === entry.id &&
    toHex(start.hostPub) === toHex(entry.proposal.node) &&
    start.attempt >= 1 &&
    start.attempt <= limits.CEREMONY_ATTEMPTS_MAX &&
    verifyStart(start);
  if (!isOurs) return [];
  const known = entry.starts.get(start.attempt);
  if (known !== undefined) {
    // The same words under another signature are no other words.
    const isSame = known.without.map(toHex).join() === start.without.map(toHex).join();
    return isSame ? [] : [{ type: 'equivocation', entry, first: known, second: start }];
  }
  if (!mayLeaveOut(entry, start)) return [];
  entry.starts.set(start.attempt, start);
  return [{ type: 'persist', entry }, ...join(entry, start, context)];
}

function mayLeaveOut({ proposal }: ProposalEntry, { without }: Start): boolean {
  if (without.length === 0) return true;
  if (proposal.type !== 'reshare' && proposal.type !== 'repair') return false;
  const { dealers, baseMinSigners } = proposal;
  const isDealer = (host: Uint8Array): boolean => dealers.some((one) => equalBytes(one, host));
  return without.every(isDealer) && dealers.length - without.length >= baseMinSigners;
}

/** A member joins the highest attempt it has seen, once, and only what it accepted itself. */
export function join(
  entry: ProposalEntry,
  start: Start,
  context: ProposalsContext,
): ProposalsOutput[] {
  const { host } = context.directory.self;
  const mayJoin =
    entry.outcome === 'open' &&
    start.attempt > entry.attemptUsed &&
    start.attempt === latestAttempt(entry) &&
    !mayBeForgotten(entry.proposal, context) &&
    isKnown(entry, context) &&
    acceptedBy(entry).includes(host);
  if (!mayJoin) return [{ type: 'changed', entry }];
  entry.attemptUsed = start.attempt;
  return [
    { type: 'join', entry, attempt: start.attempt },
    { type: 'changed', entry },
  ];
}

/** Whether this node knows what a change starts from: until then it joins nothing. */
function isKnown({ proposal, id }: ProposalEntry, context: ProposalsContext): boolean {
  if (proposal.type !== 'reshare' && proposal.type !== 'repair') return true;
  return context.unchangeable(proposal, id)?.isFinal !== false;
}

/** An attempt came to nothing: another one follows, or the end. */
export function attemptFailed(
  table: Proposals,
  input: Extract<ProposalsInput, { readonly type: 'attempt-failed' }>,
  context: ProposalsContext,
): readonly ProposalsOutput[] {
  const entry = table.byId.get(input.id);
  if (entry === undefined || entry.outcome !== 'open') return [];
  if (input.attempt !== latestAttempt(entry)) return [];
  entry.detail = input.code;
  entry.blamed = input.hosts;
  // Only the node it was submitted to decides what comes next.
  if (toHex(entry.proposal.node) !== context.directory.self.host) {
    return [{ type: 'changed', entry }];
  }
  if (input.attempt < limits.CEREMONY_ATTEMPTS_MAX) {
    const afterMs = 500 * input.attempt;
    return [
      { type: 'changed', entry },
      { type: 'retry-later', entry, after: input.attempt, afterMs },
    ];
  }
  entry.outcome = 'failed';
  sayByRule(entry, 'give-up', context);
  return [
    { type: 'persist', entry },
    { type: 'tell', entry, to: 'all' },
    { type: 'changed', entry },
  ];
}
