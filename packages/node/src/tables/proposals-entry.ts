/**
 * One proposal as a node knows it, and what may be said of it by whom.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import {
  type DestroyProposal,
  type HostVerb,
  type Proposal,
  type ProposalStatement,
  type RepairProposal,
  type ReshareProposal,
  type Start,
  signAsHost,
  verifyStatement,
  votesNeeded,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { Directory } from '../directory.ts';
import type { HostId } from '../effects.ts';
import { keyOfPeerId } from '../peer-key.ts';
import type { LeastSigners } from './accept-rule.ts';

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

export type ChangeProposal = ReshareProposal | RepairProposal;

export type Unchangeable = {
  readonly isFinal: boolean;
  readonly reason: string;
  /** The key went on to another epoch: nothing comes of the proposal any more. */
  readonly isStale?: boolean;
};

export type ProposalsContext = {
  readonly directory: Directory;
  readonly hostSeed: Uint8Array;
  /** Hex keys of operators whose proposals this node accepts by rule. */
  readonly acceptRules: ReadonlySet<string>;
  readonly acceptMinSigners?: LeastSigners | undefined;
  readonly wallMs: number;
  /** When this node's operator ordered it to go on with what it has; undefined when never. */
  readonly recoveredMs: number | undefined;
  /** Whether a key of this name is pending or live here, other than by this proposal. */
  readonly nameTaken: (name: string, proposalId: string) => boolean;
  /** Why this node gives no oath to destroy these keys; undefined when it would. */
  readonly undestroyable: (proposal: DestroyProposal) => string | undefined;
  /**
   * Why nothing is promised here for this change of a key: for good, or until more is known of it
   * here. undefined when nothing is in its way.
   */
  readonly unchangeable: (proposal: ChangeProposal, id: string) => Unchangeable | undefined;
  /** Changes of keys that the operator lets this node accept by rule, beside refreshes. */
  readonly acceptsChanges: boolean;
  readonly isUp: (host: HostId) => boolean;
  /** Whether a key of this proposal is pending or live here. */
  readonly hasKey: (proposalId: string) => boolean;
};

/** Hosts whose acceptance is there. */
export function acceptedBy(entry: ProposalEntry): readonly HostId[] {
  return membersOf(entry).filter(
    (host) =>
      entry.statements.has(`accept/${host}`) || entry.statements.has(`accept-by-rule/${host}`),
  );
}

/**
 * Hosts whose word counts: the members; in a change of a key those of both epochs, but for those
 * who are given up.
 */
export function membersOf({ proposal }: ProposalEntry): readonly HostId[] {
  const members = proposal.members.map(toHex);
  if (proposal.type !== 'reshare') return members;
  const excluded = proposal.excluded.map(toHex);
  const old = proposal.baseMembers.map(toHex).filter((host) => !excluded.includes(host));
  return [...new Set([...members, ...old])].sort();
}

/**
 * Whether all have accepted who must. Before shares of a key are dealt anew these are all who
 * receive them and a quorum of those who hold them; all of these, and by hand, where some are
 * given up. To repair one, the one and as many helpers as sign.
 */
export function isAccepted(entry: ProposalEntry): boolean {
  const { proposal } = entry;
  const accepted = acceptedBy(entry);
  const isBy = (hosts: readonly Uint8Array[]): boolean =>
    hosts.every((host) => accepted.includes(toHex(host)));
  switch (proposal.type) {
    case 'create':
    case 'destroy':
      return isBy(proposal.members);
    case 'repair': {
      const helping = proposal.dealers.filter((host) => accepted.includes(toHex(host)));
      return isBy([proposal.lost]) && helping.length >= proposal.baseMinSigners;
    }
    case 'reshare': {
      const { grade, of, need } = quorumOfChange(proposal);
      const isHeld = (host: Uint8Array): boolean =>
        grade === 'exclusion'
          ? entry.statements.has(`accept/${toHex(host)}`)
          : accepted.includes(toHex(host));
      return isBy(proposal.members) && of.filter(isHeld).length >= need;
    }
  }
}

/** Which old members have to accept, and to vote, and how many of them. */
export function quorumOfChange(proposal: ReshareProposal): ReturnType<typeof votesNeeded> {
  const { baseMembers: members, baseMinSigners: minSigners, excluded } = proposal;
  return votesNeeded({ members, minSigners }, excluded);
}

/**
 * Whether a node's rule may accept it. A change that gives somebody a share who had none, or asks
 * fewer to sign, takes a hand, or an operator who said so; giving up on members always a hand.
 */
export function mayAcceptByRule({ proposal }: ProposalEntry, isOpen: boolean): boolean {
  switch (proposal.type) {
    case 'create':
    case 'destroy':
      return true;
    case 'repair':
      return isOpen;
    case 'reshare': {
      if (proposal.excluded.length > 0) return false;
      const isWider = proposal.members.some(
        (host) => !proposal.baseMembers.some((old) => equalBytes(old, host)),
      );
      return isOpen || !(isWider || proposal.minSigners < proposal.baseMinSigners);
    }
  }
}

/** The attempt that was started last; 0 for none. */
export function latestAttempt(entry: ProposalEntry): number {
  return Math.max(0, ...entry.starts.keys());
}

/** Hex key of the operator who proposed it. */
export function proposerOf(entry: ProposalEntry): string {
  return toHex(keyOfPeerId(entry.proposal.proposer) ?? new Uint8Array());
}

/** Why this proposal cannot be taken up here; undefined when it can. */
export function unacceptable(
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
  const ofNode = open.filter((entry) => equalBytes(entry.proposal.node, proposal.node));
  if (ofNode.length >= openMax(context)) return 'too many open proposals';
  if (proposal.expiresMs <= wallMs) return 'the proposal has expired';
  if (proposal.expiresMs > wallMs + limits.PROPOSAL_LIFE_MS + limits.CLOCK_SKEW_MAX_MS) {
    return 'the proposal would stay open for more than a day';
  }
  const strangers = proposal.members.filter((member) => !directory.byHost.has(toHex(member)));
  if (strangers.length > 0) return 'a member is not on the network roster';
  if (proposal.type === 'destroy') return context.undestroyable(proposal);
  if (proposal.type !== 'create') {
    const why = context.unchangeable(proposal, id);
    return why?.isFinal === true ? why.reason : undefined;
  }
  if (mayBeForgotten(proposal, context)) {
    return 'the proposal may be older than the recovery of this node, which has forgotten what it did before: propose it again';
  }
  const sameName = open.some(
    (entry) => entry.proposal.type === 'create' && entry.proposal.name === proposal.name,
  );
  if (sameName || nameTaken(proposal.name, id)) {
    return `a key or proposal named ${proposal.name} exists already`;
  }
  return undefined;
}

/**
 * Whether this node may have joined attempts of it before it was recovered, or promised something
 * of it, and does not know: to join one again would be to say two things in one place. When it was
 * made is not in a proposal, but none stays open for more than a day.
 */
export function mayBeForgotten(
  { type, expiresMs, node }: Proposal,
  context: {
    readonly recoveredMs?: number | undefined;
    readonly directory?: { readonly self: { readonly hostPub: Uint8Array } };
  },
): boolean {
  const { recoveredMs, directory } = context;
  if (type === 'destroy' || recoveredMs === undefined) return false;
  const madeMsMin = expiresMs - limits.PROPOSAL_LIFE_MS;
  // One of our own was made by the same clock.
  const isOwn = directory !== undefined && equalBytes(node, directory.self.hostPub);
  return madeMsMin < recoveredMs + (isOwn ? 0 : limits.CLOCK_SKEW_WARN_MS);
}

/** Open proposals of one node: its part, so that nobody uses up the room of others. */
function openMax({ directory }: ProposalsContext): number {
  return Math.max(OPEN_OF_NODE_MIN, Math.floor(limits.PROPOSALS_OPEN_MAX / directory.all.length));
}

const OPEN_OF_NODE_MIN = 16;
/** Proposals of one node that came to nothing here, and never began: kept at most. */
const CLOSED_KEPT_MAX = 64;
/** Proposals of one node, whatever became of them. */
const OF_NODE_MAX = 4_096;

/**
 * Whether there is room to remember another proposal of this node, and which of its old ones make
 * it: such as ended without an attempt, so that nothing is lost with them, the oldest first. Those
 * that this node's own operator rejected stay.
 */
export function roomFor(
  table: Proposals,
  node: Uint8Array,
  given: { readonly isWelcome: boolean; readonly context: ProposalsContext },
): { readonly hasRoom: boolean; readonly dropped: readonly ProposalEntry[] } {
  const { isWelcome, context } = given;
  const all = [...table.byId.values()].filter(({ proposal }) => equalBytes(proposal.node, node));
  const closed = all.filter(
    (entry) =>
      entry.outcome !== 'open' &&
      entry.outcome !== 'done' &&
      entry.attemptUsed === 0 &&
      !entry.statements.has(`reject/${context.directory.self.host}`),
  );
  const excess = Math.max(0, closed.length - CLOSED_KEPT_MAX + 1);
  // One that is refused at once only takes the place of one that could not come back.
  const dropped = closed
    .filter(({ proposal }) => isWelcome || proposal.expiresMs < context.wallMs)
    .slice(0, excess);
  const hasRoom = dropped.length === excess && all.length - dropped.length < OF_NODE_MAX;
  return { hasRoom, dropped: hasRoom ? dropped : [] };
}

/** Members speak, and the node that it was submitted to: nobody else's word counts. */
export function addStatement(
  entry: ProposalEntry,
  statement: ProposalStatement,
  { directory }: ProposalsContext,
): boolean {
  const host = toHex(statement.hostPub);
  if (!membersOf(entry).includes(host) && host !== toHex(entry.proposal.node)) return false;
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

export function sayByRule(
  entry: ProposalEntry,
  verb: HostVerb,
  { directory, hostSeed }: ProposalsContext,
): void {
  const statement = signAsHost(verb, entry.hash, hostSeed);
  entry.statements.set(`${verb}/${directory.self.host}`, statement);
}

/**
 * Members whose rejection ends a proposal: for a key all have to take part, but it is destroyed
 * without one of them, who may be the very one that keeps it from being made.
 */
export function isRejectedBy({ proposal }: ProposalEntry, hosts: readonly HostId[]): boolean {
  if (proposal.type === 'reshare') {
    const { of, need } = quorumOfChange(proposal);
    const isOut = (host: Uint8Array): boolean => hosts.includes(toHex(host));
    return proposal.members.some(isOut) || of.filter((host) => !isOut(host)).length < need;
  }
  if (proposal.type === 'repair') {
    const helping = proposal.dealers.filter((host) => !hosts.includes(toHex(host)));
    return hosts.includes(toHex(proposal.lost)) || helping.length < proposal.baseMinSigners;
  }
  return hosts.length > (proposal.type === 'destroy' ? 1 : 0);
}

/** Open ones, and those that ended so lately that a peer may still wait for the news. */
export function isTold(entry: ProposalEntry, wallMs: number): boolean {
  return entry.outcome === 'open' || wallMs < entry.proposal.expiresMs;
}

export function isMember(entry: ProposalEntry, { directory }: ProposalsContext): boolean {
  return membersOf(entry).includes(directory.self.host);
}

export function newEntry(id: string, submitted: Submitted): ProposalEntry {
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
