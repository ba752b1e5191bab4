/**
 * Proposals: what operators agree on before any cryptography runs. A proposal is accepted by each
 * member's operator by hand or by the rule of its node; when all members accepted, the node it was
 * submitted to sends Start, and its members join that attempt.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import type { ProposalStatement, Start } from '@permafrost/protocol';
import type { HostId } from '../effects.ts';
import { isByRule } from './accept-rule.ts';
import {
  acceptedBy,
  addStatement,
  isAccepted,
  isMember,
  isRejectedBy,
  isTold,
  latestAttempt,
  mayAcceptByRule,
  membersOf,
  newEntry,
  type ProposalEntry,
  type Proposals,
  type ProposalsContext,
  proposerOf,
  roomFor,
  type Submitted,
  sayByRule,
  unacceptable,
} from './proposals-entry.ts';
import { attemptFailed, begin, join, nextAttempt, onStart } from './proposals-starts.ts';

export type ProposalsInput =
  /** From this node's own operator. */
  | {
      readonly type: 'submit';
      readonly submitted: Submitted;
      readonly statement: ProposalStatement;
    }
  /** What another host holds of a proposal. */
  | {
      readonly type: 'state';
      readonly from: HostId;
      readonly submitted: Submitted;
      readonly statements: readonly ProposalStatement[];
      readonly starts: readonly Start[];
    }
  | { readonly type: 'decide'; readonly id: string; readonly statement: ProposalStatement }
  | { readonly type: 'start'; readonly from: HostId; readonly start: Start }
  | { readonly type: 'peer-up'; readonly host: HostId }
  | { readonly type: 'tick' }
  /** The attempt of a ceremony came to nothing here, or a member says it did there. */
  | {
      readonly type: 'attempt-failed';
      readonly id: string;
      readonly attempt: number;
      readonly code: string;
      readonly hosts: readonly HostId[];
    }
  /** Time to begin the next attempt. */
  | { readonly type: 'next-attempt'; readonly id: string; readonly after: number }
  /** Every member reported the key active; or all that was to be destroyed is. */
  | { readonly type: 'done'; readonly id: string }
  /** The process began: what accepted proposals ask of this node is asked again. */
  | { readonly type: 'resume' }
  /** More is known of a key now: what waited for that is looked at again. */
  | { readonly type: 'key-known'; readonly keyId: Uint8Array }
  /** Enough members swore to destroy a key that came of this proposal: nothing comes of it. */
  | { readonly type: 'destroyed'; readonly id: string };

export type ProposalsOutput =
  | { readonly type: 'persist'; readonly entry: ProposalEntry }
  /** It made room for others: nothing of it is kept. */
  | { readonly type: 'forget'; readonly entry: ProposalEntry }
  /** Send all that is held of it: to everybody, or to one. */
  | { readonly type: 'tell'; readonly entry: ProposalEntry; readonly to: HostId | 'all' }
  | { readonly type: 'tell-start'; readonly entry: ProposalEntry; readonly start: Start }
  /** This node accepted to destroy keys: it gives its oath for each. */
  | { readonly type: 'swear'; readonly entry: ProposalEntry }
  | { readonly type: 'join'; readonly entry: ProposalEntry; readonly attempt: number }
  | {
      readonly type: 'retry-later';
      readonly entry: ProposalEntry;
      readonly after: number;
      readonly afterMs: number;
      /** Nothing failed since: who has to take part is still away. */
      readonly isWaiting?: boolean;
    }
  /** Two Starts of one attempt by one node. */
  | {
      readonly type: 'equivocation';
      readonly entry: ProposalEntry;
      readonly first: Start;
      readonly second: Start;
    }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'changed'; readonly entry: ProposalEntry };

export function createProposals(entries: Iterable<ProposalEntry>): Proposals {
  return { byId: new Map([...entries].map((entry) => [entry.id, entry])) };
}

export function stepProposals(
  table: Proposals,
  input: ProposalsInput,
  context: ProposalsContext,
): readonly ProposalsOutput[] {
  switch (input.type) {
    case 'submit':
      return submit(table, input.submitted, input.statement, context);
    case 'state':
      return learn(table, input, context);
    case 'decide': {
      const entry = table.byId.get(input.id);
      if (entry === undefined) return [{ type: 'refused', reason: 'no such proposal' }];
      if (entry.outcome !== 'open') {
        return [{ type: 'refused', reason: `the proposal is ${entry.outcome} already` }];
      }
      if (input.statement.verb === 'accept') {
        const reason = notAcceptable(entry, context);
        if (reason !== undefined) return [{ type: 'refused', reason }];
      }
      if (!addStatement(entry, input.statement, context)) {
        return [{ type: 'refused', reason: 'the decision is not signed by its operator' }];
      }
      return [...settle(entry, context), { type: 'tell', entry, to: 'all' }];
    }
    case 'start': {
      const entry = table.byId.get(toHex(input.start.proposalHash));
      return entry === undefined ? [] : onStart(entry, input.start, context);
    }
    case 'peer-up':
      return [...table.byId.values()]
        .filter((entry) => isTold(entry, context.wallMs))
        .map((entry) => ({ type: 'tell', entry, to: input.host }));
    case 'tick':
      return [...table.byId.values()].flatMap((entry) => expire(entry, context));
    case 'attempt-failed':
      return attemptFailed(table, input, context);
    case 'next-attempt': {
      const entry = table.byId.get(input.id);
      if (entry === undefined || entry.outcome !== 'open') return [];
      return latestAttempt(entry) === input.after ? nextAttempt(entry, context) : [];
    }
    case 'done': {
      const entry = table.byId.get(input.id);
      if (entry === undefined || entry.outcome === 'done') return [];
      entry.outcome = 'done';
      return [
        { type: 'persist', entry },
        { type: 'changed', entry },
      ];
    }
    case 'resume':
      return [...table.byId.values()].filter((entry) => isSwearing(entry, context)).map(swearing);
    case 'destroyed':
      return destroyed(table, input.id, context);
    case 'key-known':
      return [...table.byId.values()]
        .filter(({ proposal, outcome }) => {
          const isChange = proposal.type === 'reshare' || proposal.type === 'repair';
          return outcome === 'open' && isChange && equalBytes(proposal.keyId, input.keyId);
        })
        .flatMap((entry) => reconsider(entry, context));
  }
}

/** Why this node's operator cannot accept it now; undefined when nothing is in the way. */
function notAcceptable(entry: ProposalEntry, context: ProposalsContext): string | undefined {
  const { proposal } = entry;
  switch (proposal.type) {
    case 'create':
      return undefined;
    case 'destroy':
      return context.undestroyable(proposal);
    default:
      return context.unchangeable(proposal, entry.id)?.reason;
  }
}

/** What could not be said or begun before, since a key was not known here, can be now. */
function reconsider(entry: ProposalEntry, context: ProposalsContext): readonly ProposalsOutput[] {
  const { proposal } = entry;
  const isChange = proposal.type === 'reshare' || proposal.type === 'repair';
  const why = isChange ? context.unchangeable(proposal, entry.id) : undefined;
  if (why?.isStale === true && !context.hasKey(entry.id)) {
    entry.outcome = 'failed';
    entry.detail = why.reason;
    return [
      { type: 'persist', entry },
      { type: 'changed', entry },
    ];
  }
  const before = entry.statements.size;
  const outputs = settle(entry, context);
  if (entry.statements.size > before) outputs.push({ type: 'tell', entry, to: 'all' });
  const last = entry.starts.get(latestAttempt(entry));
  return last === undefined ? outputs : [...outputs, ...join(entry, last, context)];
}

function submit(
  table: Proposals,
  submitted: Submitted,
  statement: ProposalStatement,
  context: ProposalsContext,
): readonly ProposalsOutput[] {
  const id = toHex(submitted.hash);
  const known = table.byId.get(id);
  if (known !== undefined) return [{ type: 'changed', entry: known }];
  const reason = unacceptable(table, id, submitted.proposal, context);
  if (reason !== undefined) return [{ type: 'refused', reason }];
  const entry = newEntry(id, submitted);
  if (!addStatement(entry, statement, context)) {
    return [{ type: 'refused', reason: 'the proposal is not signed by its operator' }];
  }
  const { dropped } = roomFor(table, submitted.proposal.node, { isWelcome: true, context });
  for (const old of dropped) table.byId.delete(old.id);
  table.byId.set(id, entry);
  return [
    ...dropped.map((old) => ({ type: 'forget', entry: old }) as const),
    ...settle(entry, context),
    { type: 'tell', entry, to: 'all' },
  ];
}

function learn(
  table: Proposals,
  { submitted, statements, starts }: Extract<ProposalsInput, { readonly type: 'state' }>,
  context: ProposalsContext,
): readonly ProposalsOutput[] {
  const { proposal } = submitted;
  const id = toHex(submitted.hash);
  const known = table.byId.get(id);
  const entry = known ?? newEntry(id, submitted);
  const forgotten: ProposalsOutput[] = [];
  let news = false;
  for (const statement of statements) news = addStatement(entry, statement, context) || news;
  if (known === undefined) {
    // It counts as this operator's only with the operator's own word for it.
    const proposer = context.directory.byHost.get(toHex(proposal.node))?.operator;
    const word = entry.statements.get(`accept/${toHex(proposal.node)}`);
    if (word === undefined || proposer !== proposerOf(entry)) return [];
    const reason = unacceptable(table, id, proposal, context);
    const isWelcome = reason === undefined;
    const { hasRoom, dropped } = roomFor(table, proposal.node, { isWelcome, context });
    if (!hasRoom) return [];
    for (const old of dropped) table.byId.delete(old.id);
    forgotten.push(...dropped.map((old) => ({ type: 'forget', entry: old }) as const));
    table.byId.set(id, entry);
    if (reason !== undefined) {
      entry.outcome = 'rejected';
      entry.detail = `${context.directory.self.name}: ${reason}`;
      if (isMember(entry, context)) sayByRule(entry, 'reject-by-rule', context);
      return [
        ...forgotten,
        { type: 'persist', entry },
        { type: 'tell', entry, to: 'all' },
        { type: 'changed', entry },
      ];
    }
    news = true;
  }
  const outputs: ProposalsOutput[] = [...forgotten];
  if (news) {
    const before = entry.statements.size;
    outputs.push(...settle(entry, context));
    // Others hear from us only what they cannot have heard yet: our own word.
    if (entry.statements.size > before) outputs.push({ type: 'tell', entry, to: 'all' });
  }
  for (const start of starts) outputs.push(...onStart(entry, start, context));
  return outputs;
}

/** Applies the rules to what is known now: acceptance by rule, rejection, the first Start. */
function settle(entry: ProposalEntry, context: ProposalsContext): ProposalsOutput[] {
  const { self } = context.directory;
  if (entry.outcome !== 'open') return [{ type: 'persist', entry }];
  const said = (verb: string, host: HostId): boolean => entry.statements.has(`${verb}/${host}`);
  const rejected = membersOf(entry).filter(
    (host) => said('reject', host) || said('reject-by-rule', host),
  );
  const node = toHex(entry.proposal.node);
  const isWithdrawn = said('withdraw', node);
  const isGivenUp = said('give-up', node);
  const isRejected = isRejectedBy(entry, rejected);
  if (isRejected || isWithdrawn || isGivenUp) {
    entry.outcome = isWithdrawn ? 'withdrawn' : isGivenUp ? 'failed' : 'rejected';
    entry.blamed = rejected;
    if (entry.detail === '') entry.detail = isRejected ? 'rejected' : entry.outcome;
    return [
      { type: 'persist', entry },
      { type: 'changed', entry },
    ];
  }
  // The last acceptance may come between two ticks: too late is too late.
  const expired = expire(entry, context);
  if (expired.length > 0) return [...expired];
  const byRule = isByRule(entry, context);
  const silent = !acceptedBy(entry).includes(self.host) && !rejected.includes(self.host);
  const mayAccept =
    mayAcceptByRule(entry, context.acceptsChanges) && notAcceptable(entry, context) === undefined;
  if (isMember(entry, context) && byRule && silent && mayAccept) {
    sayByRule(entry, 'accept-by-rule', context);
  }
  const outputs: ProposalsOutput[] = [
    { type: 'persist', entry },
    { type: 'changed', entry },
  ];
  if (entry.proposal.type === 'destroy') {
    return isSwearing(entry, context) ? [...outputs, swearing(entry)] : outputs;
  }
  if (isAccepted(entry) && toHex(entry.proposal.node) === self.host && entry.starts.size === 0) {
    outputs.push(...begin(entry, 1, context));
  }
  return outputs;
}

/** Whether this node, as a member, accepted to destroy keys. */
function isSwearing(entry: ProposalEntry, { directory }: ProposalsContext): boolean {
  const { outcome, proposal } = entry;
  const isOpen = outcome === 'open' && proposal.type === 'destroy';
  return isOpen && acceptedBy(entry).includes(directory.self.host);
}

function swearing(entry: ProposalEntry): ProposalsOutput {
  return { type: 'swear', entry };
}

/** The end of a proposal whose pending key was destroyed: its name is free. */
function destroyed(
  table: Proposals,
  id: string,
  context: ProposalsContext,
): readonly ProposalsOutput[] {
  const entry = table.byId.get(id);
  if (entry === undefined || entry.outcome !== 'open') return [];
  entry.outcome = 'failed';
  entry.detail = 'its pending key was destroyed';
  const isLed = toHex(entry.proposal.node) === context.directory.self.host;
  if (isLed) sayByRule(entry, 'give-up', context);
  return [
    { type: 'persist', entry },
    ...(isLed ? [{ type: 'tell', entry, to: 'all' } as const] : []),
    { type: 'changed', entry },
  ];
}

function expire(entry: ProposalEntry, context: ProposalsContext): readonly ProposalsOutput[] {
  // One that began lives on with its key. Without one it ends as others do: whoever led it may be
  // gone for good, and it would keep its name.
  const isRunning = entry.starts.size > 0 && context.hasKey(entry.id);
  if (entry.outcome !== 'open' || isRunning || context.wallMs <= entry.proposal.expiresMs) {
    return [];
  }
  entry.outcome = 'expired';
  entry.detail = 'not all members accepted in time';
  return [
    { type: 'persist', entry },
    { type: 'changed', entry },
  ];
}
