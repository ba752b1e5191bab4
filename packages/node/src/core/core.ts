/**
 * A whole node without its machinery: every input in, every action out, one after the other. The
 * same code runs under libp2p and, many nodes at once, in the simulator.
 * @module
 */
import { Secret, toHex } from '@permafrost/frost';
import type { DkgResult } from '@permafrost/protocol';
import { limits, WireError } from '@permafrost/wire';
import { nameOf } from '../directory.ts';
import type { Clocks, HostId, Input, Step } from '../effects.ts';
import { createOwnBoots } from '../tables/boots.ts';
import { createGuard } from '../tables/guard.ts';
import { allEntries, createKeys, hostsOf, isConfirmed } from '../tables/keys-entry.ts';
import { createPeers, isCutOff, isRefused, stepPeers } from '../tables/peers.ts';
import { createProposals, type ProposalsInput } from '../tables/proposals.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import { longestDelayMs } from '../tables/round-trips.ts';
import { createBoots, decodeBoot, encodeBoot } from './boots.ts';
import { CANARY_RETRY_MS, scheduleCanary } from './canary.ts';
import * as ceremonies from './ceremonies.ts';
import {
  countEarly,
  createCeremonies,
  forgetEarly,
  takeEarly,
  takeKey,
} from './ceremonies-state.ts';
import { createClockWatch } from './clock-watch.ts';
import { type CoreContext, type CoreOptions, createSteps, logAbout, sendTo } from './context.ts';
import * as coordinator from './coordinator.ts';
import { endFulfilled, isSwornOff, madeBy, swearAll } from './destroy.ts';
import * as entry from './entry.ts';
import { createEntry, type RequestPlane } from './entry-state.ts';
import { dealt, lateParts, onTestSignature, resumeEpochs } from './epochs.ts';
import { learnOfBase, watchedEpochs } from './epochs-frames.ts';
import { epochsOfProposal } from './epochs-known.ts';
import { tellAllEpochs } from './epochs-tell.ts';
import { createFaults } from './faults.ts';
import { createForwards } from './forwards.ts';
import { onFrame } from './frames.ts';
import { newConnection } from './holdings.ts';
import { runKeys } from './key-steps.ts';
import { keyTimer, lookForCeremonies, tellEverybody } from './key-timers.ts';
import type { CoreParts } from './parts.ts';
import {
  createProgress,
  forgetProgress,
  keyOfProposal,
  reportBody,
  tellWatchers,
  unwatch,
} from './progress.ts';
import { requestersOf, runProposals } from './proposals.ts';
import { onRefillTimer, REFILL_TIMER, refillAll, refillPeer } from './refill.ts';
import { repaired, repairingSession } from './repair.ts';
import { changingSession } from './reshare.ts';
import { isRestored, lastBootOf, type Restored, recoveredMsOf, restore } from './restore.ts';
import { onRpc, type RpcParts } from './rpc.ts';
import * as signing from './signing.ts';

export type Core = {
  readonly step: (input: Input, clocks: Clocks) => readonly Step[];
  /** Hex keys of requesters that may connect. */
  readonly requesters: () => ReadonlySet<string>;
  /** The highest boot that a host proved to us, for it to be told. */
  readonly highestBoot: (host: HostId) => Uint8Array | undefined;
  /** Whether a verified boot of a host is not the highest that it proved. */
  readonly refusesBoot: (host: HostId, boot: Uint8Array) => boolean;
  /** How long a signer may take before others are asked besides: the longest of all suites. */
  readonly patienceMs: () => number;
  readonly poolSizes: () => readonly { readonly pool: string; readonly size: number }[];
};

const TICK_MS = 30_000;

/** A node as it was restored from its store; `step({ type: 'start' }, …)` begins it. */
export function createCore(options: CoreOptions, restored: Restored): Core {
  const steps = createSteps();
  const context: CoreContext = {
    options,
    directory: options.directory,
    self: options.directory.self.host,
    peers: createPeers(options.directory.all.map(({ host }) => host)),
    boots: createOwnBoots({
      last: lastBootOf(restored),
      isRecovering: options.isRecovering || isRestored(restored),
      recoveredMs: recoveredMsOf(restored),
    }),
    proposals: createProposals([]),
    keys: createKeys(),
    guard: createGuard(),
    clocks: { wallMs: 0, monotonicMs: 0 },
    act: steps.act,
  };
  const progress = createProgress();
  const running = createCeremonies();
  const signer = signing.createSigning(context);
  const requests = createEntry();
  const watchClock = createClockWatch(context, signer, requests);
  const forwards = createForwards(context);
  const fault = createFaults(context);
  let startedMs = 0;
  restore(context, signer, requests, restored);

  // --- Hooks: what parts of the core do to each other ---

  const signingHooks: signing.SigningHooks = {
    fault,
    testSignature: (key, signature) => {
      if (key.epoch > 0) onTestSignature(parts, key, signature);
      else runKeys(parts, { type: 'test-signature', id: key.id, signature });
    },
  };

  function propose(input: ProposalsInput): string | undefined {
    return runProposals(context, input, {
      join: (one, attempt) => {
        if (isSwornOff(context, one, attempt)) return;
        ceremonies.join(context, running, progress, { entry: one, attempt }, ceremonyHooks);
      },
      swear: (one) => swearAll(parts, one),
      changed: (id) => {
        const one = context.proposals.byId.get(id);
        if (one !== undefined && one.outcome !== 'open') ceremonies.cancelOf(running, id);
        if (one !== undefined) endFulfilled(parts, one);
        ceremonies.nudge(context, running, progress, id, ceremonyHooks);
        if (one !== undefined) learnOfBase(parts, one);
        tellWatchers(context, progress, id);
        context.act(undefined, { type: 'admission' });
      },
      fault,
      forgotten: (id) => forgetProgress(progress, id),
    });
  }

  const ceremonyHooks: ceremonies.CeremonyHooks = {
    fault,
    pending: onPending,
    changing: (one, attempt) => {
      const epochs = epochsOfProposal(context, one);
      if (epochs === undefined) return undefined;
      const begin = one.proposal.type === 'repair' ? repairingSession : changingSession;
      return begin(context, signer, running, { epochs, entry: one, attempt });
    },
    changed: (result, one) => {
      if ('bodyHashes' in result) dealt(parts, result, one);
      else repaired(parts, result, one);
    },
    lateEnvelope: (scope, _from, envelope) => {
      const key = allEntries(context.keys).find((one) => toHex(one.scope) === scope);
      if (key === undefined) return false;
      if (key.epoch > 0) {
        lateParts(parts, key, envelope);
        return true;
      }
      runKeys(parts, { type: 'envelope', id: key.id, envelope });
      return true;
    },
    failed: attemptFailed,
    progress: (proposalId) => tellWatchers(context, progress, proposalId),
    alreadyBound: (one) => {
      const key = keyOfProposal(context, one);
      if (key !== undefined) for (const host of hostsOf(key)) tellKeys(host);
    },
  };

  function onPending(result: DkgResult, _one: ProposalEntry, _attempt: number): void {
    const key = takeKey(running, result.scope);
    if (key === undefined) throw new RangeError('a ceremony ended without its record');
    const share = new Secret(result.share.reveal());
    result.share.erase();
    const raw = {
      identifier: result.seat as never,
      signingShare: share,
      publicKeys: key.publicKeys,
    };
    signing.loadShare(signer, key, raw);
    const early = takeEarly(running, toHex(result.scope));
    runKeys(parts, { type: 'pending', entry: key });
    for (const { envelope } of early) runKeys(parts, { type: 'envelope', id: key.id, envelope });
  }

  /** An attempt came to nothing: the node that started it decides what is next. */
  function attemptFailed(
    one: ProposalEntry,
    attempt: number,
    { code, hosts }: { readonly code: string; readonly hosts: readonly HostId[] },
  ): void {
    const node = toHex(one.proposal.node);
    const stage = { attempt, stage: 'failed', done: [], missing: hosts };
    progress.own.set(one.id, stage);
    sendTo(context, one.id, {
      to: [node],
      lane: 'bulk',
      kind: limits.FRAME.ceremonyReport,
      body: reportBody(one, stage, code),
    });
    propose({ type: 'attempt-failed', id: one.id, attempt, code, hosts });
  }

  // --- Peers ---

  function tellKeys(host: HostId): void {
    runKeys(parts, { type: 'peer-up', host });
  }

  function peerUp(host: HostId, bootBytes: Uint8Array, seen: Uint8Array | undefined): void {
    const shown = boots.peerUp(host, bootBytes, seen);
    if (shown === undefined) return;
    const { isNew } = shown;
    newConnection(context, signer, { host, hostPub: shown.boot.hostPub, isNewBoot: isNew });
    const fields = { node: nameOf(context.directory, host) };
    logAbout(context, host, { level: 'info', event: 'link up', fields });
    if (isNew) runKeys(parts, { type: 'new-boot', host });
    propose({ type: 'peer-up', host });
    ceremonies.peerUp(context, running, host);
    tellKeys(host);
    tellAllEpochs(context, host);
    coordinator.peerUp(context, signer, { host, isNewBoot: isNew }, signingHooks);
    refillPeer(context, signer, host);
    for (const key of context.keys.byId.values()) {
      if (key.state === 'pending' && isConfirmed(key)) scheduleCanary(parts, key, CANARY_RETRY_MS);
    }
  }

  function peerDown(host: HostId, reason: string): void {
    stepPeers(context.peers, {
      type: 'down',
      host,
      reason,
      monotonicMs: context.clocks.monotonicMs,
    });
    const fields = { node: nameOf(context.directory, host), reason };
    logAbout(context, host, { level: 'info', event: 'link down', fields });
    ceremonies.peerDown(context, running, host);
    coordinator.peerDown(context, signer, host, signingHooks);
    entry.requestPeerDown(plane, host);
  }

  const plane: RequestPlane = {
    context,
    entry: requests,
    signing: signer,
    hooks: signingHooks,
    forwards,
    proposalOfKey: (id) => madeBy(context, id),
  };
  const parts: CoreParts = {
    context,
    progress,
    ceremonies: running,
    signer,
    plane,
    ceremonyHooks,
    signingHooks,
    fault,
    propose,
    runKeys: (input) => runKeys(parts, input),
    watched: (epochs) => watchedEpochs(parts, epochs),
    attemptFailed,
  };
  const boots = createBoots(context, {
    answersWanted: () => signing.othersToAsk(signer, context.keys.byId.values()),
    begin: start,
    call: (input) => onRpc(rpcParts, input),
    halt: () => signing.destroyAll(signer),
    fault: (host, code) => fault(host, code, undefined),
    busy: (call) =>
      forwards.fail(call, {
        code: 'E_BUSY',
        message: `${options.directory.self.name} has just started`,
        hint: 'ask again in a moment',
        nothingSigned: 'true',
      }),
  });
  const rpcParts: RpcParts = {
    context,
    progress,
    signer,
    plane,
    signingHooks,
    startedMs: () => startedMs,
    propose,
    forward: forwards.forward,
    fail: forwards.fail,
    proposalOfKey: (id) => madeBy(context, id),
  };

  // --- Inputs ---

  function timer(id: string): void {
    const [kind, what = '', more = ''] = id.split('/');
    switch (kind) {
      case 'ceremony':
      case 'lost':
        ceremonies.timer(context, running, progress, id, ceremonyHooks);
        return;
      case 'sign':
        coordinator.timer(context, signer, id, signingHooks);
        return;
      case REFILL_TIMER:
        onRefillTimer(context, signer);
        return;
      case 'attempt':
        propose({ type: 'next-attempt', id: what, after: Number(more) });
        return;
      case 'tick':
        propose({ type: 'tick' });
        for (const id of [...progress.watchers.keys()]) tellWatchers(context, progress, id);
        entry.forgetOld(plane);
        forgetEarly(context, running);
        refillAll(context, signer);
        tellEverybody(parts);
        context.act(undefined, { type: 'timer', id: 'tick', afterMs: TICK_MS });
        return;
      default:
        if (keyTimer(parts, kind ?? '', what, more)) return;
        if (!entry.requestTimer(plane, kind ?? '', what)) throw new RangeError(`no timer ${id}`);
    }
  }

  function start(): void {
    startedMs = context.clocks.monotonicMs;
    requests.sinceMs = context.clocks.wallMs;
    context.act(undefined, { type: 'timer', id: 'tick', afterMs: TICK_MS });
    lookForCeremonies(context);
    propose({ type: 'resume' });
    runKeys(parts, { type: 'resume-oaths' });
    resumeEpochs(parts);
    for (const key of context.keys.byId.values()) {
      if (key.state === 'pending' && isConfirmed(key)) scheduleCanary(parts, key, CANARY_RETRY_MS);
      else if (key.state === 'pending') runKeys(parts, { type: 'pending', entry: key });
    }
  }

  function take(input: Input): void {
    if (boots.take(input)) return;
    switch (input.type) {
      case 'start':
      case 'begun':
      case 'boot-answer':
      case 'boot-doubted':
      case 'hello':
        return; // Of boots alone.
      case 'peer-up':
        peerUp(input.host, input.boot, input.seen);
        return;
      case 'peer-down':
        peerDown(input.host, input.reason);
        return;
      case 'frame':
        if (isCutOff(context.peers, input.from)) return;
        try {
          onFrame(parts, input);
        } catch (error) {
          if (!(error instanceof WireError)) throw error;
          fault(input.from, 'malformed-frame', undefined);
          const reason = `malformed frame of kind ${input.kind}`;
          context.act(undefined, { type: 'drop', peer: input.from, reason });
        }
        return;
      case 'rpc':
        onRpc(rpcParts, input);
        return;
      case 'rpc-gone':
        unwatch(progress, input.call);
        entry.callerGone(requests, input.call);
        return;
      case 'forwarded':
        forwards.forwarded(input.forward, input.body);
        return;
      case 'timer':
        timer(input.id);
        return;
    }
  }

  return {
    step: (input, clocks) => {
      context.clocks = clocks;
      watchClock();
      take(input);
      return steps.take();
    },
    requesters: () => requestersOf(context),
    highestBoot: (host) => {
      const highest = context.peers.byHost.get(host)?.highest;
      return highest === undefined ? undefined : encodeBoot(highest);
    },
    refusesBoot: (host, boot) => isRefused(context.peers, host, decodeBoot(boot)),
    patienceMs: () => longestDelayMs(signer.roundTrips),
    poolSizes: () => [
      ...signing.poolSizes(signer),
      ...entry.requestSizes(plane),
      { pool: 'early envelopes', size: countEarly(running) },
    ],
  };
}
