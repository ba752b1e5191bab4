/**
 * Key generations in progress: which session an envelope belongs to, what a session asks for, and
 * what becomes of its end.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import {
  ATTEMPT_USED,
  blame,
  ceremonySeats,
  DKG_KIND,
  DKG_ROUND,
  type DkgResult,
  EnvelopeError,
  type Evidence,
  type FaultDetail,
  type Group,
  groupOfProposal,
  hostOf,
  isSeatOf,
  type Output,
  openEnvelope,
  type RepairResult,
  type ReshareResult,
  type Seat,
  sealEnvelope,
  seatOf,
  startDkg,
  toMessage,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, exactBytes, limits, permafrost } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { isBound } from '../tables/keys-entry.ts';
import { isUp } from '../tables/peers.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import {
  type Ceremonies,
  type Early,
  isReplayed,
  keepEarly,
  type Running,
  scopeOf,
  takeEarly,
} from './ceremonies-state.ts';
import { type CoreContext, count, log, names, sendTo } from './context.ts';
import { madeKey, madeRecord } from './key-entry.ts';
import type { Progress } from './progress.ts';
import { repairRecord } from './repair.ts';
import { changeRecord } from './reshare.ts';

export type CeremonyHooks = {
  readonly pending: (result: DkgResult, entry: ProposalEntry, attempt: number) => void;
  readonly lateEnvelope: (scope: string, from: HostId, envelope: Uint8Array) => boolean;
  readonly failed: (
    entry: ProposalEntry,
    attempt: number,
    why: { readonly code: string; readonly hosts: readonly HostId[] },
  ) => void;
  readonly fault: (host: HostId, code: string, evidence: Evidence | undefined) => void;
  /** The ceremony got further, for those who watch. */
  readonly progress: (proposalId: string) => void;
  /** The session of a change of a key; undefined where this node has no part in it. */
  readonly changing: (entry: ProposalEntry, attempt: number) => Changing | undefined;
  /** The next epoch of a key was dealt, or a share repaired. */
  readonly changed: (result: ReshareResult | RepairResult, entry: ProposalEntry) => void;
  /** A member was asked to join an attempt for a name that is bound already. */
  readonly alreadyBound: (entry: ProposalEntry) => void;
};

export type Changing = Pick<Running, 'group' | 'seats' | 'subject'> & {
  readonly session: Running['session'];
};

/** How long a link may be down before a ceremony gives up on its member. */
const LOST_AFTER_MS = 1_500;
/** Joins an attempt. An earlier one of the same proposal ends. */
export function join(
  context: CoreContext,
  ceremonies: Ceremonies,
  progress: Progress,
  given: { readonly entry: ProposalEntry; readonly attempt: number },
  hooks: CeremonyHooks,
): void {
  const { entry, attempt } = given;
  for (const running of [...ceremonies.running.values()]) {
    if (running.entry === entry) cancel(ceremonies, running);
  }
  const isNew = entry.proposal.type === 'create';
  if (isNew && isBound(context.keys, entry.proposal.name)) {
    hooks.alreadyBound(entry);
    return;
  }
  const begun = isNew
    ? generating(context, ceremonies, entry, attempt)
    : hooks.changing(entry, attempt);
  if (begun === undefined) return;
  const scope = scopeOf(entry, attempt);
  const { group, session } = begun;
  const all = ceremonySeats(group).map((one) => toHex(hostOf(group, one) as Uint8Array));
  const hosts = [...new Set(all)];
  const running: Running = { entry, attempt, ...begun, hosts, scope, sent: [] };
  ceremonies.running.set(toHex(scope), running);
  log(context, 'info', 'ceremony joined', {
    key: entry.proposal.name,
    suite: entry.proposal.suite,
    attempt,
  });
  for (const host of hosts) {
    if (host !== context.self && !isUp(context.peers, host)) waitFor(context, running, host);
  }
  step(context, ceremonies, progress, running, session.start(), hooks);
  for (const { from, envelope } of takeEarly(ceremonies, toHex(scope))) {
    receive(context, ceremonies, progress, { from, scope, envelope }, hooks);
  }
}

function generating(
  context: CoreContext,
  ceremonies: Ceremonies,
  entry: ProposalEntry,
  attempt: number,
): Changing | undefined {
  const { hostSeed, random, ceremonyRoundMs } = context.options;
  const group = groupOfProposal(entry.bytes);
  const seat = seatOf(group, context.directory.self.hostPub);
  if (seat === undefined) return undefined;
  const session = startDkg(
    {
      suite: context.options.suiteOf(group.suite),
      group,
      proposal: entry.bytes,
      attempt,
      me: seat,
      random,
      withinMs: ceremonyRoundMs,
      usedSession: (id, publicKeys) => isReplayed(ceremonies, id, publicKeys),
    },
    (unsealed) =>
      sealEnvelope({ ...unsealed, suite: group.suite, kind: DKG_KIND, from: seat }, hostSeed),
  );
  return { group, seats: [seat], subject: entry.id, session };
}

/** A CeremonyEnvelope frame. @throws WireError */
export function receiveFrame(
  context: CoreContext,
  ceremonies: Ceremonies,
  progress: Progress,
  frame: { readonly from: HostId; readonly body: Uint8Array },
  hooks: CeremonyHooks,
): void {
  const message = decodeMessage(permafrost.v1.CeremonyEnvelope, frame.body);
  const scope = exactBytes(message.scope, 32, 'scope');
  const envelope = Uint8Array.from(message.envelope);
  receive(context, ceremonies, progress, { from: frame.from, scope, envelope }, hooks);
}

function receive(
  context: CoreContext,
  ceremonies: Ceremonies,
  progress: Progress,
  given: Early & { readonly scope: Uint8Array },
  hooks: CeremonyHooks,
): void {
  const { from, envelope } = given;
  const scope = toHex(given.scope);
  const running = ceremonies.running.get(scope);
  if (running === undefined) {
    if (!hooks.lateEnvelope(scope, from, envelope)) {
      keepEarly(context, ceremonies, scope, { from, envelope });
    }
    return;
  }
  if (!running.hosts.includes(from)) return;
  try {
    const opened = openEnvelope(envelope, { hostPub: fromHex(from) });
    const { group } = running;
    // Who has two seats speaks from the one that it names.
    const isItsSeat = isSeatOf(group, opened.from, fromHex(from));
    const seat =
      group.change !== undefined && isItsSeat ? opened.from : seatOf(group, fromHex(from));
    if (seat === undefined) return;
    // What ends a ceremony is also for the key that comes of it.
    if (opened.round === DKG_ROUND.cert || opened.round === DKG_ROUND.stored) {
      keepEarly(context, ceremonies, scope, { from, envelope });
    }
    const outputs = running.session.step({ type: 'message', ...toMessage(opened, seat) });
    step(context, ceremonies, progress, running, outputs, hooks);
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    hooks.fault(from, 'bad-envelope', undefined);
  }
}

/** A member is gone: if it stays away, the attempt is given up and it is named. */
export function peerDown(context: CoreContext, ceremonies: Ceremonies, host: HostId): void {
  for (const running of ceremonies.running.values()) {
    if (!running.hosts.includes(host)) continue;
    waitFor(context, running, host);
  }
}

function waitFor(context: CoreContext, running: Running, host: HostId): void {
  const id = `lost/${toHex(running.scope)}/${host}`;
  context.act(running.subject, { type: 'timer', id, afterMs: LOST_AFTER_MS });
}

/** A member is back: it gets again what was sent while it was away. */
export function peerUp(context: CoreContext, ceremonies: Ceremonies, host: HostId): void {
  for (const running of ceremonies.running.values()) {
    for (const { to, body } of running.sent) {
      if (!to.includes(host)) continue;
      sendTo(context, running.subject, {
        to: [host],
        lane: 'bulk',
        kind: limits.FRAME.ceremony,
        body,
      });
    }
  }
}

/** More is known of a proposal: a session that waits for acceptances looks again. */
export function nudge(
  context: CoreContext,
  ceremonies: Ceremonies,
  progress: Progress,
  proposalId: string,
  hooks: CeremonyHooks,
): void {
  for (const running of [...ceremonies.running.values()]) {
    const { entry, group, seats } = running;
    if (entry.id !== proposalId || group.change === undefined) continue;
    const other = ceremonySeats(group).find((seat) => !seats.includes(seat));
    if (other === undefined) continue;
    const outputs = running.session.step({ type: 'found', from: other });
    step(context, ceremonies, progress, running, outputs, hooks);
  }
}

/** Timers of this module: deadlines of sessions, and members that stayed away. */
export function timer(
  context: CoreContext,
  ceremonies: Ceremonies,
  progress: Progress,
  id: string,
  hooks: CeremonyHooks,
): void {
  const [kind, scope = '', what = ''] = id.split('/');
  const running = ceremonies.running.get(scope);
  if (running === undefined) return;
  if (kind === 'ceremony') {
    const outputs = running.session.step({ type: 'timeout', wait: Number(what) });
    step(context, ceremonies, progress, running, outputs, hooks);
  } else if (kind === 'lost' && !isUp(context.peers, what)) {
    cancel(ceremonies, running);
    hooks.failed(running.entry, running.attempt, { code: 'disconnected', hosts: [what] });
  }
}

/** Ends a ceremony here, because its proposal ended. */
export function cancelOf(ceremonies: Ceremonies, proposalId: string): void {
  for (const running of [...ceremonies.running.values()]) {
    if (running.entry.id === proposalId) cancel(ceremonies, running);
  }
}

function cancel(ceremonies: Ceremonies, running: Running): void {
  running.session.cancel();
  ceremonies.running.delete(toHex(running.scope));
  ceremonies.early.delete(toHex(running.scope));
}

function step(
  context: CoreContext,
  ceremonies: Ceremonies,
  progress: Progress,
  running: Running,
  outputs: readonly Output<DkgResult | ReshareResult | RepairResult>[],
  hooks: CeremonyHooks,
): void {
  const { entry, attempt, group } = running;
  const scope = toHex(running.scope);
  const hostsOf = (seats: readonly Seat[]): readonly HostId[] => [
    ...new Set(seats.map((seat) => toHex(hostOf(group, seat) ?? new Uint8Array()))),
  ];
  for (const output of outputs) {
    switch (output.type) {
      case 'send': {
        const all = output.to === 'all' ? running.hosts : hostsOf([output.to]);
        const to = all.filter((host) => host !== context.self);
        const body = encodeMessage(permafrost.v1.CeremonyEnvelope, {
          scope: running.scope,
          envelope: output.envelope,
        });
        running.sent.push({ to, body });
        sendTo(context, running.subject, {
          to,
          lane: 'bulk',
          kind: limits.FRAME.ceremony,
          body,
        });
        break;
      }
      case 'persist':
        persist(context, running, output.record);
        break;
      case 'deadline': {
        const id = `ceremony/${scope}/${output.wait}`;
        context.act(running.subject, { type: 'timer', id, afterMs: output.afterMs });
        break;
      }
      case 'progress': {
        const stage = {
          attempt,
          stage: output.stage,
          done: hostsOf(output.done),
          missing: hostsOf(output.missing),
        };
        progress.own.set(entry.id, stage);
        hooks.progress(entry.id);
        break;
      }
      case 'report':
        reportFault(group, output.detail, output.evidence, hooks);
        break;
      case 'complete':
        ceremonies.running.delete(scope);
        count(context, 'ceremonies', { outcome: 'certified' });
        if (group.change !== undefined) {
          hooks.changed(output.result as ReshareResult | RepairResult, entry);
          break;
        }
        ceremonies.made.set(scope, madeKey(context, entry, output.result as DkgResult));
        hooks.pending(output.result as DkgResult, entry, attempt);
        break;
      case 'abort': {
        ceremonies.running.delete(scope);
        reportFault(group, output.detail, output.evidence, hooks);
        const { culprits, suspects } = blame(output.detail);
        const hosts = hostsOf(culprits.length > 0 ? culprits : suspects);
        count(context, 'ceremonies', { outcome: output.detail.code });
        log(context, 'warn', 'ceremony ended without a key', {
          key: entry.proposal.name,
          attempt,
          code: output.detail.code,
          nodes: names(context, hosts),
        });
        hooks.failed(entry, attempt, { code: output.detail.code, hosts });
        break;
      }
    }
  }
}

function persist(
  context: CoreContext,
  running: Running,
  record: Extract<Output<DkgResult>, { readonly type: 'persist' }>['record'],
): void {
  const { entry, attempt, subject, group } = running;
  if (record.kind === ATTEMPT_USED) {
    const key = `attempt/${entry.id}`;
    const value = Uint8Array.of(attempt);
    context.act(subject, { type: 'persist', changes: [{ type: 'put', key, value }] });
    return;
  }
  if (group.change !== undefined) {
    const isRepair = entry.proposal.type === 'repair';
    context.act(subject, (isRepair ? repairRecord : changeRecord)(running, record));
    return;
  }
  context.act(subject, madeRecord(record));
}

function reportFault(
  group: Group,
  detail: FaultDetail,
  evidence: Evidence | undefined,
  hooks: CeremonyHooks,
): void {
  for (const seat of blame(detail).culprits) {
    const hostPub = hostOf(group, seat);
    if (hostPub !== undefined) hooks.fault(toHex(hostPub), detail.code, evidence);
  }
}
