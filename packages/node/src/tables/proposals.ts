/**
 * Proposals: what operators agree on before any cryptography runs. A proposal is accepted by each
 * member's operator by hand or by the rule of its node; when all members accepted, the node it was
 * submitted to sends Start, and its members join that attempt.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  type HostVerb,
  type Proposal,
  type ProposalStatement,
  type Start,
  signAsHost,
  signStart,
  verifyStart,
  verifyStatement,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { Directory } from '../directory.ts';
import type { HostId } from '../effects.ts';
import { keyOfPeerId } from '../peer-key.ts';

export type Outcome = 'open' | 'rejected' | 'expired' | 'failed' | 'withdrawn' | 'done';

export type ProposalEntry = {
  /** Hash of the proposal in hex. */
  readonly id: string;
  readonly hash: Uint8Array;
  /** The proposal as its operator made it, and decoded. */
  readonly bytes: Uint8Array;
  readonly proposal: Proposal;
  /** By verb and host: a host says each thing once. */
  readonly statements: Map<string, ProposalStatement>;
  /** By attempt. */
  readonly starts: Map<number, Start>;
  /** The highest attempt this node joined; 0 for none. */
  attemptUsed: number;
  outcome: Outcome;
  /** Why, in words, when it did not come to a key. */
  detail: string;
  /** Members held responsible, or missing, when it failed. */
  blamed: readonly HostId[];
};

/** A proposal as it came: its bytes are what is hashed. */
export type Submitted = {
  readonly hash: Uint8Array;
  readonly bytes: Uint8Array;
  readonly proposal: Proposal;
};

export type Proposals = { readonly byId: Map<string, ProposalEntry> };

export type ProposalsContext = {
  readonly directory: Directory;
  readonly hostSeed: Uint8Array;
  /** Hex keys of operators whose proposals this node accepts by rule. */
  readonly acceptRules: ReadonlySet<string>;
  readonly wallMs: number;
  /** Whether a key of this name is pending or live here, other than by this proposal. */
  readonly nameTaken: (name: string, proposalId: string) => boolean;
};

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
  /** Every member reported the key active. */
  | { readonly type: 'done'; readonly id: string };

export type ProposalsOutput =
  | { readonly type: 'persist'; readonly entry: ProposalEntry }
  /** Send all that is held of it: to everybody, or to one. */
  | { readonly type: 'tell'; readonly entry: ProposalEntry; readonly to: HostId | 'all' }
  | { readonly type: 'tell-start'; readonly entry: ProposalEntry; readonly start: Start }
  | { readonly type: 'join'; readonly entry: ProposalEntry; readonly attempt: number }
  | {
      readonly type: 'retry-later';
      readonly entry: ProposalEntry;
      readonly after: number;
      readonly afterMs: number;
    }
  /** Two Starts of one attempt by one node. */
  | { readonly type: 'equivocation'; readonly first: Start; readonly second: Start }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'changed'; readonly entry: ProposalEntry };

export function createProposals(entries: Iterable<ProposalEntry>): Proposals {
  return { byId: new Map([...entries].map((entry) => [entry.id, entry])) };
}

/** Hosts whose acceptance is there. */
export function acceptedBy(entry: ProposalEntry): readonly HostId[] {
  return membersOf(entry).filter(
    (host) =>
      entry.statements.has(`accept/${host}`) || entry.statements.has(`accept-by-rule/${host}`),
  );
}

export function membersOf(entry: ProposalEntry): readonly HostId[] {
  return entry.proposal.members.map(toHex);
}

/** The attempt that was started last; 0 for none. */
export function latestAttempt(entry: ProposalEntry): number {
  return Math.max(0, ...entry.starts.keys());
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
      return latestAttempt(entry) === input.after ? begin(entry, input.after + 1, context) : [];
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
  }
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
  table.byId.set(id, entry);
  return [...settle(entry, context), { type: 'tell', entry, to: 'all' }];
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
  let news = false;
  for (const statement of statements) news = addStatement(entry, statement, context) || news;
  if (known === undefined) {
    // It counts as this operator's only with the operator's own word for it.
    const proposer = context.directory.byHost.get(toHex(proposal.node))?.operator;
    const word = entry.statements.get(`accept/${toHex(proposal.node)}`);
    if (word === undefined || proposer !== proposerOf(entry)) return [];
    const reason = unacceptable(table, id, proposal, context);
    table.byId.set(id, entry);
    if (reason !== undefined) {
      entry.outcome = 'rejected';
      entry.detail = `${context.directory.self.name}: ${reason}`;
      if (isMember(entry, context)) sayByRule(entry, 'reject-by-rule', context);
      return [
        { type: 'persist', entry },
        { type: 'tell', entry, to: 'all' },
        { type: 'changed', entry },
      ];
    }
    news = true;
  }
  const outputs: ProposalsOutput[] = [];
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
  if (rejected.length > 0 || isWithdrawn || isGivenUp) {
    entry.outcome = isWithdrawn ? 'withdrawn' : isGivenUp ? 'failed' : 'rejected';
    entry.blamed = rejected;
    if (entry.detail === '') entry.detail = rejected.length > 0 ? 'rejected' : entry.outcome;
    return [
      { type: 'persist', entry },
      { type: 'changed', entry },
    ];
  }
  // The last acceptance may come between two ticks: too late is too late.
  const expired = expire(entry, context);
  if (expired.length > 0) return [...expired];
  const byRule = context.acceptRules.has(proposerOf(entry));
  const silent = !said('accept', self.host) && !said('accept-by-rule', self.host);
  if (isMember(entry, context) && byRule && silent) sayByRule(entry, 'accept-by-rule', context);
  const outputs: ProposalsOutput[] = [
    { type: 'persist', entry },
    { type: 'changed', entry },
  ];
  const all = acceptedBy(entry).length === entry.proposal.members.length;
  if (all && toHex(entry.proposal.node) === self.host && entry.starts.size === 0) {
    outputs.push(...begin(entry, 1, context));
  }
  return outputs;
}

function begin(
  entry: ProposalEntry,
  attempt: number,
  context: ProposalsContext,
): ProposalsOutput[] {
  const start = signStart({ proposalHash: entry.hash, attempt, without: [] }, context.hostSeed);
  entry.starts.set(attempt, start);
  return [
    { type: 'persist', entry },
    { type: 'tell-start', entry, start },
    ...join(entry, start, context),
  ];
}

function onStart(
  entry: ProposalEntry,
  start: Start,
  context: ProposalsContext,
): readonly ProposalsOutput[] {
  const isOurs =
    toHex(start.proposalHash) === entry.id &&
    toHex(start.hostPub) === toHex(entry.proposal.node) &&
    start.attempt >= 1 &&
    start.attempt <= limits.CEREMONY_ATTEMPTS_MAX &&
    start.without.length === 0 &&
    verifyStart(start);
  if (!isOurs) return [];
  const known = entry.starts.get(start.attempt);
  if (known !== undefined) {
    const same = toHex(known.signature) === toHex(start.signature);
    return same ? [] : [{ type: 'equivocation', first: known, second: start }];
  }
  entry.starts.set(start.attempt, start);
  return [{ type: 'persist', entry }, ...join(entry, start, context)];
}

/** A member joins the highest attempt it has seen, once, and only what it accepted itself. */
function join(entry: ProposalEntry, start: Start, context: ProposalsContext): ProposalsOutput[] {
  const { host } = context.directory.self;
  const mayJoin =
    entry.outcome === 'open' &&
    start.attempt > entry.attemptUsed &&
    start.attempt === latestAttempt(entry) &&
    acceptedBy(entry).includes(host);
  if (!mayJoin) return [{ type: 'changed', entry }];
  entry.attemptUsed = start.attempt;
  return [
    { type: 'join', entry, attempt: start.attempt },
    { type: 'changed', entry },
  ];
}

function attemptFailed(
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

function expire(entry: ProposalEntry, context: ProposalsContext): readonly ProposalsOutput[] {
  const isRunning = entry.starts.size > 0;
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

/** Why this proposal cannot be taken up here; undefined when it can. */
function unacceptable(
  table: Proposals,
  id: string,
  proposal: Proposal,
  context: ProposalsContext,
): string | undefined {
  const { directory, wallMs, nameTaken } = context;
  // One that others run and this node is no member of is open for as long as it likes.
  const open = [...table.byId.values()].filter(
    (entry) => entry.outcome === 'open' && (entry.starts.size === 0 || isMember(entry, context)),
  );
  if (open.length >= limits.PROPOSALS_OPEN_MAX) return 'too many open proposals';
  if (proposal.expiresMs <= wallMs) return 'the proposal has expired';
  if (proposal.expiresMs > wallMs + limits.PROPOSAL_LIFE_MS + limits.CLOCK_SKEW_MAX_MS) {
    return 'the proposal would stay open for more than a day';
  }
  const strangers = proposal.members.filter((member) => !directory.byHost.has(toHex(member)));
  if (strangers.length > 0) return 'a member is not on the network roster';
  const sameName = open.some((entry) => entry.proposal.name === proposal.name);
  if (sameName || nameTaken(proposal.name, id)) {
    return `a key or proposal named ${proposal.name} exists already`;
  }
  return undefined;
}

function addStatement(
  entry: ProposalEntry,
  statement: ProposalStatement,
  { directory }: ProposalsContext,
): boolean {
  const host = toHex(statement.hostPub);
  const slot = `${statement.verb}/${host}`;
  if (entry.statements.has(slot) || toHex(statement.proposalHash) !== entry.id) return false;
  const speaker = directory.byHost.get(host);
  if (speaker === undefined) return false;
  const { operator } = statement;
  if (operator !== undefined && toHex(operator.publicKey) !== speaker.operator) return false;
  if (!verifyStatement(statement)) return false;
  entry.statements.set(slot, statement);
  return true;
}

function sayByRule(
  entry: ProposalEntry,
  verb: HostVerb,
  { directory, hostSeed }: ProposalsContext,
): void {
  const statement = signAsHost(verb, entry.hash, hostSeed);
  entry.statements.set(`${verb}/${directory.self.host}`, statement);
}

/** Open ones, and those that ended so lately that a peer may still wait for the news. */
function isTold(entry: ProposalEntry, wallMs: number): boolean {
  return entry.outcome === 'open' || wallMs < entry.proposal.expiresMs;
}

function isMember(entry: ProposalEntry, { directory }: ProposalsContext): boolean {
  return membersOf(entry).includes(directory.self.host);
}

/** Hex key of the operator who proposed it. */
export function proposerOf(entry: ProposalEntry): string {
  return toHex(keyOfPeerId(entry.proposal.proposer) ?? new Uint8Array());
}

function newEntry(id: string, submitted: Submitted): ProposalEntry {
  return {
    id,
    ...submitted,
    statements: new Map(),
    starts: new Map(),
    attemptUsed: 0,
    outcome: 'open',
    detail: '',
    blamed: [],
  };
}
