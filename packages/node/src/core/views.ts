/**
 * What clients are shown of keys, proposals and the state of this node.
 * @module
 */
import { activeBackend, suites, toHex } from '@permafrost/frost';
import { encodeLineage } from '@permafrost/protocol';
import type { permafrost } from '@permafrost/wire';
import { nameOf } from '../directory.ts';
import { activeEpoch, chainAfter } from '../tables/epochs.ts';
import { proofsOf } from '../tables/faults.ts';
import { hasLost, hostsOf, isConfirmed, type KeyEntry } from '../tables/keys-entry.ts';
import { isUp } from '../tables/peers.ts';
import { acceptedBy, membersOf, type ProposalEntry } from '../tables/proposals-entry.ts';
import { bootWarnings } from './boots.ts';
import { type CoreContext, hostsToNames, names } from './context.ts';
import { isHeld, isStuck, keysToDestroy, waitsFor } from './destroy.ts';
import { epochsOf, suggestedNumber } from './epochs-known.ts';
import { fileOf } from './faults.ts';
import { lostWords } from './lost.ts';

export const PROTOCOL_VERSION: number = 1;

export function keyInfo(
  context: CoreContext,
  entry: KeyEntry,
  { proof = false, lineage = false }: KeyDetail = {},
): permafrost.v1.KeyInfo.$Properties {
  const { proposal } = entry;
  const seats = entry.group.members.map((_, i) => i + 1);
  return {
    name: proposal.name,
    id: entry.keyId,
    suite: proposal.suite,
    threshold: entry.group.threshold.minSigners,
    members: [...hostsToNames(context, entry.group.members)],
    epoch: entry.epoch,
    state: entry.state,
    purpose: proposal.purpose,
    publicKey: entry.publicKey,
    epochId: entry.epochId,
    requesters: proposal.requesters.map((id) => context.options.peerIdText(id.slice(-32))),
    memberHosts: [...entry.group.members],
    groupKey: entry.suite.encodeElement(entry.publicKeys.verifyingKey),
    down: [...names(context, downOf(context, entry))],
    ...(entry.state === 'pending' ? pendingInfo(context, entry) : {}),
    ...epochInfo(context, entry, lineage || (proof && entry.epoch > 0)),
    ...(proof && entry.epoch === 0
      ? {
          proof: {
            proposal: proposalBytes(context, entry),
            attempt: entry.attempt,
            joins: [...entry.joins],
            certs: seats.map((seat) => entry.certs.get(seat) ?? new Uint8Array()),
            transcript: entry.transcript,
          },
        }
      : {}),
  };
}

type KeyDetail = { readonly proof?: boolean; readonly lineage?: boolean };

function epochInfo(
  context: CoreContext,
  entry: KeyEntry,
  withLineage: boolean,
): Partial<permafrost.v1.KeyInfo.$Properties> {
  const epochs = epochsOf(context, entry.id);
  if (epochs === undefined) return {};
  const { grade } = activeEpoch(epochs).epoch;
  const chain = withLineage ? chainAfter(epochs, undefined).map(({ record }) => record) : [];
  return {
    nextNumber: suggestedNumber(context, epochs),
    ...(grade === undefined ? {} : { grade }),
    ...(withLineage ? { lineage: encodeLineage(chain) } : {}),
  };
}

function downOf(context: CoreContext, entry: KeyEntry): readonly string[] {
  return hostsOf(entry).filter((host) => !isHere(context, host) || hasLost(entry, host));
}

function pendingInfo(
  context: CoreContext,
  entry: KeyEntry,
): Partial<permafrost.v1.KeyInfo.$Properties> {
  return {
    pendingMs: Math.max(0, context.clocks.wallMs - entry.sinceMs),
    waitsFor: [...names(context, waitsFor(context, entry))],
    destroys: [...keysToDestroy(context, entry.proposal.name)],
  };
}

function proposalBytes(context: CoreContext, entry: KeyEntry): Uint8Array {
  return context.proposals.byId.get(entry.proposalId)?.bytes ?? new Uint8Array();
}

export function proposalInfo(
  context: CoreContext,
  entry: ProposalEntry,
): permafrost.v1.ProposalInfo.$Properties {
  const { proposal } = entry;
  const accepted = acceptedBy(entry);
  const all = accepted.length === proposal.members.length;
  const state =
    entry.outcome === 'open'
      ? entry.starts.size > 0
        ? 'running'
        : all
          ? 'accepted'
          : 'open'
      : entry.outcome;
  return {
    id: entry.id,
    type: proposal.type,
    name: proposal.name,
    suite: proposal.suite,
    threshold: proposal.minSigners,
    members: [...hostsToNames(context, proposal.members)],
    requesters: proposal.requesters.map((id) => context.options.peerIdText(id.slice(-32))),
    proposer: context.options.peerIdText(proposal.proposer.slice(-32)),
    node: nameOf(context.directory, toHex(proposal.node)),
    expiresMs: proposal.expiresMs,
    state,
    accepted: [...names(context, accepted)],
    waitingFor: [
      ...names(
        context,
        membersOf(entry).filter((host) => !accepted.includes(host)),
      ),
    ],
    detail: entry.detail,
    proposal: entry.bytes,
  };
}

/** Whether a quorum of this key, of those that are here and hold a share, can sign now. */
export function readiness(
  context: CoreContext,
  entry: KeyEntry,
): permafrost.v1.KeyReadiness.$Properties & { readonly ready: boolean } {
  const down = downOf(context, entry);
  const need = entry.group.threshold.minSigners;
  const have = entry.group.members.length - down.length;
  const why =
    entry.state === 'pending'
      ? whyPending(context, entry)
      : entry.state === 'active'
        ? have < need
          ? [`needs ${need} nodes, ${have} can sign`, lostWords(context, entry) ?? []]
              .flat()
              .join('; ')
          : ''
        : entry.state;
  return {
    name: entry.proposal.name,
    ready: entry.state === 'active' && have >= need,
    need,
    have,
    down: [...names(context, down)],
    why,
  };
}

function whyPending(context: CoreContext, entry: KeyEntry): string {
  if (isConfirmed(entry)) return 'pending, waits for its test signature';
  if (!isStuck(context, entry)) {
    return entry.isSworn ? 'being destroyed' : 'pending, not all members have stored it yet';
  }
  const { name } = entry.proposal;
  const who = names(context, waitsFor(context, entry)).join(' ');
  return `pending, waits for ${who}; permafrost key destroy ${name} frees the name`;
}

export function isHere(context: CoreContext, host: string): boolean {
  return host === context.self || isUp(context.peers, host);
}

export function nodeStatus(context: CoreContext): permafrost.v1.NodeStatus.$Properties {
  const { directory, peers, options } = context;
  const all = [...context.keys.byId.values()].filter((entry) => entry.state !== 'destroyed');
  const keys = all
    .filter((entry) => isAwaited(context, entry))
    .map((entry) => readiness(context, entry));
  // Nobody waits for a key that came to nothing, but it holds its name until somebody destroys it.
  const held = all
    .filter((entry) => !isAwaited(context, entry) && isHeld(context, entry))
    .map((entry) => `key ${entry.proposal.name} is ${whyPending(context, entry)}`);
  const up = directory.all.filter(({ host }) => isHere(context, host)).length;
  const canSign =
    keys.length === 0 ? up * 2 > directory.all.length : keys.every(({ ready }) => ready);
  return {
    ready: canSign && !options.isBegunAnew,
    node: directory.self.name,
    keys,
    links: directory.all
      .filter(({ host }) => host !== context.self)
      .map(({ name, host }) => {
        const peer = peers.byHost.get(host);
        return { name, up: peer?.up === true, reason: peer?.reason ?? '' };
      }),
    warnings: [...options.warnings, ...bootWarnings(context), ...held, ...comingEpochs(context)],
    blame: [...peers.blame].flatMap(([host, codes]) =>
      [...codes].map(([code, count]) => ({
        node: nameOf(directory, host),
        code,
        count,
        files: proofsOf(context.peers.faults, host, code).map(
          (one) => `${fileOf(context, one)}.json`,
        ),
      })),
    ),
    nodesUp: up,
    nodes: directory.all.length,
    backend: activeBackend(),
  };
}

/** Epochs that were dealt and wait for somebody. */
function comingEpochs(context: CoreContext): readonly string[] {
  const lines: string[] = [];
  for (const { name, prepared } of context.keys.epochs.byKey.values()) {
    for (const one of prepared.values()) {
      const { members, change } = one.facts.group;
      const isStored = one.stored.size === members.length;
      const late = isStored
        ? (change?.base.members ?? []).filter((host) => !one.votes.has(toHex(host)))
        : members.filter((_, i) => !one.stored.has(i + 1));
      const who = hostsToNames(context, late).join(' ');
      const what = isStored ? 'no vote yet of' : 'not yet stored by';
      lines.push(`epoch ${one.number} of key ${name} is dealt and not active: ${what} ${who}`);
    }
  }
  return lines;
}

/** Pending keys of proposals that came to nothing are nobody's concern, unless they hold a name. */
export function isListed(context: CoreContext, entry: KeyEntry): boolean {
  return isAwaited(context, entry) || isHeld(context, entry);
}

function isAwaited(context: CoreContext, entry: KeyEntry): boolean {
  if (entry.state !== 'pending') return true;
  const outcome = context.proposals.byId.get(entry.proposalId)?.outcome;
  return outcome === 'open' || outcome === 'done';
}

export function nodeInfo(
  context: CoreContext,
  startedMs: number,
): permafrost.v1.NodeInfo.$Properties {
  const { options, directory, clocks } = context;
  return {
    name: directory.self.name,
    software: options.software,
    version: PROTOCOL_VERSION,
    suites: [...suites.keys()],
    backend: activeBackend(),
    pid: options.pid,
    uptimeMs: Math.max(0, Math.floor(clocks.monotonicMs - startedMs)),
    hostPub: directory.self.hostPub,
    cpuMs: Math.floor(options.cpuMs()),
  };
}
