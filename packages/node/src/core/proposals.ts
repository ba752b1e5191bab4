/**
 * Proposals on their way between the table, other nodes, the store and whoever watches.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  countersign,
  decodeProposal,
  decodeStart,
  type Evidence,
  encodeStart,
  evidenceOf,
  groupOfProposal,
  type OperatorVerb,
  proposalHash,
  startFromWire,
  statementFromWire,
  statementToWire,
} from '@permafrost/protocol';
import {
  boundedList,
  decodeMessage,
  encodeMessage,
  limits,
  permafrost,
  WireError,
} from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { keyOfPeerId } from '../peer-key.ts';
import { isBound, keyNamed } from '../tables/keys-entry.ts';
import { isUp } from '../tables/peers.ts';
import { type ProposalsInput, type ProposalsOutput, stepProposals } from '../tables/proposals.ts';
import type { ProposalEntry, ProposalsContext, Submitted } from '../tables/proposals-entry.ts';
import { type CoreContext, log, names, sendTo } from './context.ts';
import { undestroyable } from './destroy.ts';
import { hasPrepared, unchangeable } from './epochs-known.ts';

/** What the rest of the core does about proposals. */
export type ProposalHooks = {
  readonly join: (entry: ProposalEntry, attempt: number) => void;
  readonly swear: (entry: ProposalEntry) => void;
  readonly changed: (proposalId: string) => void;
  readonly fault: (host: HostId, code: string, evidence: Evidence) => void;
  readonly forgotten: (proposalId: string) => void;
};

/** Gives one input to the table and carries out what comes of it. Why it was refused, if it was. */
export function runProposals(
  context: CoreContext,
  input: ProposalsInput,
  hooks: ProposalHooks,
): string | undefined {
  const outputs = stepProposals(context.proposals, input, tableContext(context));
  let refusal: string | undefined;
  for (const output of outputs) {
    if (output.type === 'refused') refusal = output.reason;
    else carryOut(context, output, hooks);
  }
  return refusal;
}

function carryOut(
  context: CoreContext,
  output: Exclude<ProposalsOutput, { readonly type: 'refused' }>,
  hooks: ProposalHooks,
): void {
  switch (output.type) {
    case 'persist':
      context.act(output.entry.id, {
        type: 'persist',
        changes: [
          { type: 'put', key: proposalPath(output.entry), value: proposalRecord(output.entry) },
        ],
      });
      return;
    case 'forget':
      context.act(output.entry.id, {
        type: 'persist',
        changes: [{ type: 'delete', key: proposalPath(output.entry) }],
      });
      hooks.forgotten(output.entry.id);
      return;
    case 'tell': {
      const to = output.to === 'all' ? [...context.directory.byHost.keys()] : [output.to];
      const body = encodeMessage(permafrost.v1.ProposalState, stateOf(output.entry));
      const frame = { to, lane: 'bulk', kind: limits.FRAME.proposal, body } as const;
      sendTo(context, output.entry.id, frame);
      return;
    }
    case 'tell-start':
      sendTo(context, output.entry.id, {
        to: [...context.directory.byHost.keys()],
        lane: 'bulk',
        kind: limits.FRAME.start,
        body: encodeStart(output.start),
      });
      return;
    case 'join':
      hooks.join(output.entry, output.attempt);
      return;
    case 'swear':
      hooks.swear(output.entry);
      return;
    case 'retry-later': {
      const { entry, after, afterMs } = output;
      if (output.isWaiting !== true) {
        log(context, 'warn', 'ceremony attempt failed', {
          key: entry.proposal.name,
          attempt: after,
          why: entry.detail,
          nodes: names(context, entry.blamed),
        });
      }
      const id = `attempt/${entry.id}/${after}`;
      context.act(entry.id, { type: 'timer', id, afterMs });
      return;
    }
    case 'equivocation': {
      const { entry, first, second } = output;
      const culprit = first.hostPub;
      if (entry.proposal.type !== 'create') {
        log(context, 'error', 'two Starts of one attempt', { key: entry.proposal.name });
        return;
      }
      const evidence = evidenceOf({
        kind: 'starts',
        group: groupOfProposal(entry.bytes),
        attempt: first.attempt,
        statements: [encodeStart(first), encodeStart(second)],
        claim: { culprit, code: 'equivocation' },
      });
      hooks.fault(toHex(culprit), 'equivocation', evidence);
      return;
    }
    case 'changed':
      hooks.changed(output.entry.id);
      return;
  }
}

/** A ProposalState frame. @throws WireError */
export function proposalStateInput(from: HostId, body: Uint8Array): ProposalsInput {
  const message = decodeMessage(permafrost.v1.ProposalState, body);
  const statements = boundedList(message.statements, limits.STATEMENTS_MAX, 'statements');
  const starts = boundedList(message.starts, limits.CEREMONY_ATTEMPTS_MAX, 'starts');
  return {
    type: 'state',
    from,
    submitted: submitted(message.proposal ?? new Uint8Array()),
    statements: statements.map(statementFromWire),
    starts: starts.map(startFromWire),
  };
}

/** A Start frame. @throws WireError */
export function startInput(from: HostId, body: Uint8Array): ProposalsInput {
  return { type: 'start', from, start: decodeStart(body) };
}

/** @throws WireError, also for a requester that is no PeerId: it could be neither let in nor shown */
export function submitted(bytes: Uint8Array): Submitted {
  const own = Uint8Array.from(bytes);
  const proposal = decodeProposal(own);
  if (![proposal.proposer, ...proposal.requesters].every((id) => keyOfPeerId(id) !== undefined)) {
    throw new WireError('proposal: a PeerId of an Ed25519 key expected');
  }
  return { hash: proposalHash(own), bytes: own, proposal };
}

/** The statement of this node's own operator, countersigned by its host key. */
export function operatorStatement(
  context: CoreContext,
  given: {
    readonly verb: Exclude<OperatorVerb, 'veto'>;
    readonly proposalHash: Uint8Array;
    readonly signature: Uint8Array;
  },
): ReturnType<typeof countersign> {
  const { verb, signature } = given;
  const publicKey = context.directory.self.operatorPub;
  return countersign(
    { verb, proposalHash: given.proposalHash, operator: { publicKey, signature } },
    context.options.hostSeed,
  );
}

/** Hex keys of all who may ask for signatures of some key. */
export function requestersOf({ proposals }: CoreContext): ReadonlySet<string> {
  const all = new Set<string>();
  for (const { outcome, proposal } of proposals.byId.values()) {
    if (outcome !== 'open' && outcome !== 'done') continue;
    for (const id of proposal.requesters) all.add(toHex(id.slice(-32)));
  }
  return all;
}

export function proposalPath(entry: Pick<ProposalEntry, 'id'>): string {
  return `proposal/${entry.id}`;
}

/** All that is kept of a proposal. */
export function proposalRecord(entry: ProposalEntry): Uint8Array {
  const { outcome, detail, attemptUsed } = entry;
  return encodeMessage(permafrost.v1.StoredProposal, {
    state: stateOf(entry),
    attemptUsed,
    outcome,
    detail,
  });
}

/** Reads what {@link proposalRecord} wrote. @throws WireError when our own store holds nonsense */
export function proposalFromRecord(bytes: Uint8Array): ProposalEntry {
  const message = decodeMessage(permafrost.v1.StoredProposal, bytes);
  const state = message.state ?? {};
  const known = submitted(state.proposal ?? new Uint8Array());
  const outcomes = ['open', 'rejected', 'expired', 'failed', 'withdrawn', 'done'] as const;
  return {
    id: toHex(known.hash),
    ...known,
    statements: new Map(
      (state.statements ?? [])
        .map(statementFromWire)
        .map((said) => [`${said.verb}/${toHex(said.hostPub)}`, said]),
    ),
    starts: new Map((state.starts ?? []).map(startFromWire).map((start) => [start.attempt, start])),
    attemptUsed: Number(message.attemptUsed ?? 0),
    outcome: outcomes.find((one) => one === message.outcome) ?? 'open',
    detail: message.detail ?? '',
    blamed: [],
  };
}

function stateOf(entry: ProposalEntry): permafrost.v1.ProposalState.$Properties {
  return {
    proposal: entry.bytes,
    statements: [...entry.statements.values()].map(statementToWire),
    starts: [...entry.starts.values()].map((start) => ({ ...start, without: [...start.without] })),
  };
}

function tableContext(context: CoreContext): ProposalsContext {
  const { directory, options, clocks } = context;
  return {
    directory,
    hostSeed: options.hostSeed,
    acceptRules: options.acceptRules,
    wallMs: clocks.wallMs,
    recoveredMs: context.boots.recoveredMs,
    acceptMinSigners: options.acceptMinSigners,
    undestroyable: (proposal) => undestroyable(context, proposal),
    unchangeable: (proposal, id) => unchangeable(context, proposal, id),
    acceptsChanges: options.acceptsChanges ?? false,
    isUp: (host) => isUp(context.peers, host),
    hasKey: (id) =>
      [...context.keys.byId.values()].some(
        (key) => key.proposalId === id && key.state !== 'destroyed',
      ) || hasPrepared(context, id),
    nameTaken: (name, proposalId) => {
      const key = keyNamed(context.keys, name);
      if (key === undefined || key.proposalId === proposalId) return false;
      // We said Stored: whatever became of its proposal, it can still be the key of this name.
      if (isBound(context.keys, name)) return true;
      // A pending key of a proposal that came to nothing does not keep its name.
      const outcome = context.proposals.byId.get(key.proposalId)?.outcome;
      return key.state !== 'pending' || outcome === 'open' || outcome === 'done';
    },
  };
}
