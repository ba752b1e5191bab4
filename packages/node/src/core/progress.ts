/**
 * How far a proposal has come, for those who watch it.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { hostsOf, isConfirmed, type KeyEntry } from '../tables/keys-entry.ts';
import {
  acceptedBy,
  latestAttempt,
  membersOf,
  type ProposalEntry,
} from '../tables/proposals-entry.ts';
import { type CoreContext, type Failure, names } from './context.ts';
import { destroyProgress } from './destroy.ts';
import { changeProgress } from './epochs-progress.ts';
import { rpcError } from './failures.ts';
import { isHere, keyInfo } from './views.ts';

export type Stage = {
  readonly attempt: number;
  readonly stage: string;
  readonly done: readonly HostId[];
  readonly missing: readonly HostId[];
};

export type Progress = {
  /** Calls that watch, by proposal, with what each was told last. */
  readonly watchers: Map<string, Map<number, string>>;
  /** Where the ceremony of this node stands, by proposal. */
  readonly own: Map<string, Stage>;
  /** What members said of theirs, by proposal and host; only asked for where we are none. */
  readonly reports: Map<string, Map<HostId, Stage>>;
};

export function createProgress(): Progress {
  return { watchers: new Map(), own: new Map(), reports: new Map() };
}

export function watch(
  context: CoreContext,
  progress: Progress,
  proposalId: string,
  call: number,
): void {
  const calls = progress.watchers.get(proposalId) ?? new Map<number, string>();
  calls.set(call, '');
  progress.watchers.set(proposalId, calls);
  tellWatchers(context, progress, proposalId);
}

export function unwatch(progress: Progress, call: number): void {
  for (const [proposalId, calls] of progress.watchers) {
    calls.delete(call);
    if (calls.size === 0) progress.watchers.delete(proposalId);
  }
}

export function forgetProgress(progress: Progress, proposalId: string): void {
  for (const map of [progress.watchers, progress.own, progress.reports]) map.delete(proposalId);
}

/** Tells those who watch what they have not been told yet; the last word ends their calls. */
export function tellWatchers(context: CoreContext, progress: Progress, proposalId: string): void {
  const calls = progress.watchers.get(proposalId);
  const entry = context.proposals.byId.get(proposalId);
  if (calls === undefined || entry === undefined) return;
  const ceremony = progressOf(context, progress, entry);
  const isLast = ['active', 'destroyed', 'failed'].includes(ceremony.stage ?? '');
  const body = encodeMessage(permafrost.v1.RpcResponse, { ceremony });
  const text = toHex(body);
  for (const [call, told] of calls) {
    if (told === text) continue;
    calls.set(call, text);
    context.act(proposalId, { type: 'respond', call, body, more: !isLast });
  }
  if (isLast) progress.watchers.delete(proposalId);
}

/** The key that came, or is coming, of this proposal. */
export function keyOfProposal(context: CoreContext, entry: ProposalEntry): KeyEntry | undefined {
  return [...context.keys.byId.values()]
    .filter((key) => key.proposalId === entry.id)
    .sort((a, b) => Number(isConfirmed(b)) - Number(isConfirmed(a)) || b.attempt - a.attempt)[0];
}

function progressOf(
  context: CoreContext,
  progress: Progress,
  entry: ProposalEntry,
): permafrost.v1.CeremonyProgress.$Properties {
  const members = membersOf(entry);
  const attempt = latestAttempt(entry);
  const shown = (stage: string, done: readonly HostId[]) => ({
    stage,
    attempt,
    done: [...names(context, done)],
    missing: [
      ...names(
        context,
        members.filter((host) => !done.includes(host)),
      ),
    ],
  });
  if (entry.outcome !== 'open' && entry.outcome !== 'done') {
    return {
      ...shown('failed', []),
      missing: [],
      error: rpcError(context, failure(context, entry)),
    };
  }
  if (entry.proposal.type === 'destroy') return destroyProgress(context, entry);
  const change = changeProgress(context, entry);
  if (change !== undefined) return change;
  if (attempt === 0) return shown('accepting', acceptedBy(entry));
  const key = keyOfProposal(context, entry);
  if (key !== undefined) {
    const hosts = hostsOf(key);
    const at = (seats: Iterable<number>) =>
      [...seats].map((seat) => hosts[seat - 1]).filter((host) => host !== undefined);
    if (key.state === 'pending') {
      if (isConfirmed(key)) return shown('testing', []);
      const isCertified = key.certs.size === hosts.length;
      return isCertified
        ? shown('storing', at(key.stored.keys()))
        : shown('certifying', at(key.certs.keys()));
    }
    const told = [...key.told].filter(([, state]) => state === 'active').map(([seat]) => seat);
    const active = at([...told, key.seat]);
    if (key.settled || new Set(active).size === hosts.length) {
      return { ...shown('active', hosts), key: keyInfo(context, key) };
    }
    return shown('testing', active);
  }
  const own = progress.own.get(entry.id);
  if (own !== undefined && own.attempt === attempt) {
    // Another attempt follows: only the end of the proposal is a failure.
    if (own.stage !== 'failed') return shown(own.stage, own.done);
    const here = members.filter((host) => isHere(context, host));
    return shown('retrying', entry.proposal.type === 'reshare' ? here : []);
  }
  const reports = [...(progress.reports.get(entry.id) ?? [])].filter(
    ([, report]) => report.attempt === attempt,
  );
  const active = reports.filter(([, { stage }]) => stage === 'active').map(([host]) => host);
  if (active.length === members.length) return shown('active', active);
  const first = reports.map(([, { stage }]) => stage)[0] ?? 'joining';
  return shown(first === 'failed' ? 'retrying' : first, active);
}

function failure(context: CoreContext, entry: ProposalEntry): Failure {
  const who = names(context, entry.blamed).join(', ');
  const name = entry.proposal.name;
  const why = entry.detail === '' || entry.detail === entry.outcome ? '' : `: ${entry.detail}`;
  const isRefused = entry.outcome === 'rejected';
  const { type } = entry.proposal;
  const what =
    type === 'destroy'
      ? 'destroyed'
      : type === 'reshare'
        ? 'reshared'
        : type === 'repair'
          ? 'repaired'
          : 'made';
  return {
    code: 'E_CEREMONY',
    message: `key ${name} was not ${what}, ${isRefused ? 'its proposal was rejected' : entry.outcome}${
      who === '' ? '' : ` (${who})`
    }${why}`,
    hint:
      entry.outcome === 'failed'
        ? `check that ${who === '' ? 'all members' : who} can be reached (permafrost status), then repeat the command`
        : 'talk to the operators who did not accept it, then propose it again',
    blame: entry.blamed,
    nothingSigned: 'true',
  };
}

/** Rounds of a ceremony as they are called towards people. */
export function reportBody(entry: ProposalEntry, stage: Stage, code: string): Uint8Array {
  return encodeMessage(permafrost.v1.CeremonyReport, {
    proposalHash: entry.hash,
    attempt: stage.attempt,
    stage: stage.stage,
    hosts: stage.missing.slice(0, limits.MEMBERS_MAX).map((host) => Uint8Array.from(bytesOf(host))),
    code,
  });
}

function bytesOf(hex: HostId): number[] {
  return hex.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
}
