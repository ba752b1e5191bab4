/**
 * Key generations in progress: which session an envelope belongs to, what a session asks for, and
 * what becomes of its end.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import {
  ATTEMPT_USED,
  blame,
  DKG_ROUND,
  type DkgResult,
  EnvelopeError,
  type Evidence,
  type FaultDetail,
  firstEpochId,
  type Group,
  groupOfProposal,
  type Output,
  openEnvelope,
  PENDING,
  type Seat,
  sealEnvelope,
  seatOf,
  startDkg,
  toMessage,
  transcriptHash,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, exactBytes, limits, permafrost } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { isBound, keyPath, secretName } from '../tables/keys-entry.ts';
import { isUp } from '../tables/peers.ts';
import { membersOf, type ProposalEntry } from '../tables/proposals-entry.ts';
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
import { madeKey, pendingOf } from './key-entry.ts';
import type { Progress } from './progress.ts';

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
  /** A member was asked to join an attempt for a name that is bound already. */
  readonly alreadyBound: (entry: ProposalEntry) => void;
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
  if (isBound(context.keys, entry.proposal.name)) {
    hooks.alreadyBound(entry);
    return;
  }
  const { hostSeed, random, ceremonyRoundMs } = context.options;
  const group = groupOfProposal(entry.bytes);
  const seat = seatOf(group, context.directory.self.hostPub);
  if (seat === undefined) return;
  const scope = scopeOf(entry, attempt);
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
      sealEnvelope({ ...unsealed, suite: group.suite, kind: 'cocktail-dkg', from: seat }, hostSeed),
  );
  const running: Running = { entry, attempt, group, seat, scope, session, sent: [] };
  ceremonies.running.set(toHex(scope), running);
  log(context, 'info', 'ceremony joined', {
    key: entry.proposal.name,
    suite: entry.proposal.suite,
    attempt,
  });
  for (const host of membersOf(entry)) {
    if (host !== context.self && !isUp(context.peers, host)) waitFor(context, running, host);
  }
  step(context, ceremonies, progress, running, session.start(), hooks);
  for (const { from, envelope } of takeEarly(ceremonies, toHex(scope))) {
    receive(context, ceremonies, progress, { from, scope, envelope }, hooks);
  }
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
  const seat = seatOf(running.group, fromHex(from));
  if (seat === undefined) return;
  try {
    const opened = openEnvelope(envelope, { hostPub: fromHex(from) });
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
    if (!membersOf(running.entry).includes(host)) continue;
    waitFor(context, running, host);
  }
}

function waitFor(context: CoreContext, running: Running, host: HostId): void {
  const id = `lost/${toHex(running.scope)}/${host}`;
  context.act(running.entry.id, { type: 'timer', id, afterMs: LOST_AFTER_MS });
}

/** A member is back: it gets again what was sent while it was away. */
export function peerUp(context: CoreContext, ceremonies: Ceremonies, host: HostId): void {
  for (const running of ceremonies.running.values()) {
    for (const { to, body } of running.sent) {
      if (!to.includes(host)) continue;
      sendTo(context, running.entry.id, {
        to: [host],
        lane: 'bulk',
        kind: limits.FRAME.ceremony,
        body,
      });
    }
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
  outputs: readonly Output<DkgResult>[],
  hooks: CeremonyHooks,
): void {
  const { entry, attempt, group } = running;
  const scope = toHex(running.scope);
  const hostsOf = (seats: readonly Seat[]): readonly HostId[] =>
    seats.map((seat) => toHex(group.members[seat - 1] ?? new Uint8Array()));
  for (const output of outputs) {
    switch (output.type) {
      case 'send': {
        const to = membersOf(entry).filter(
          (host, i) => host !== context.self && (output.to === 'all' || output.to === i + 1),
        );
        const body = encodeMessage(permafrost.v1.CeremonyEnvelope, {
          scope: running.scope,
          envelope: output.envelope,
        });
        running.sent.push({ to, body });
        sendTo(context, entry.id, { to, lane: 'bulk', kind: limits.FRAME.ceremony, body });
        break;
      }
      case 'persist':
        persist(context, running, output.record);
        break;
      case 'deadline': {
        const id = `ceremony/${scope}/${output.wait}`;
        context.act(entry.id, { type: 'timer', id, afterMs: output.afterMs });
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
        ceremonies.made.set(scope, madeKey(context, entry, output.result));
        hooks.pending(output.result, entry, attempt);
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
  const { entry, attempt } = running;
  if (record.kind === ATTEMPT_USED) {
    const key = `attempt/${entry.id}`;
    const value = Uint8Array.of(attempt);
    context.act(entry.id, { type: 'persist', changes: [{ type: 'put', key, value }] });
    return;
  }
  if (record.kind !== PENDING || record.secret === undefined) {
    throw new RangeError(`a key generation stored ${record.kind}`);
  }
  const { seat, cert, keyId, transcript } = pendingOf(record.bytes);
  const id = toHex(keyId);
  const secret = secretName({ id, epochId: firstEpochId(keyId, transcriptHash(transcript)) });
  context.act(entry.id, {
    type: 'persist',
    changes: [
      { type: 'put', key: keyPath(id, 'record'), value: record.bytes },
      { type: 'put', key: keyPath(id, `cert/${seat}`), value: cert },
    ],
    secrets: [{ type: 'put-secret', name: secret, bytes: record.secret.reveal().slice() }],
  });
}

function reportFault(
  group: Group,
  detail: FaultDetail,
  evidence: Evidence | undefined,
  hooks: CeremonyHooks,
): void {
  for (const seat of blame(detail).culprits) {
    const hostPub = group.members[seat - 1];
    if (hostPub !== undefined) hooks.fault(toHex(hostPub), detail.code, evidence);
  }
}
