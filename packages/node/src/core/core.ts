/**
 * A whole node without its machinery: every input in, every action out, one after the other. The
 * same code runs under libp2p and, many nodes at once, in the simulator.
 * @module
 */
import { fromHex, Secret, toHex, toSigningKeys } from '@permafrost/frost';
import {
  canaryRequest,
  type DkgResult,
  type Evidence,
  encodeEvidence,
  groupHash,
  groupOfProposal,
  keyId,
} from '@permafrost/protocol';
import {
  boundedList,
  decodeMessage,
  encodeMessage,
  exactBytes,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import { nameOf } from '../directory.ts';
import type { Clocks, HostId, Input, Step } from '../effects.ts';
import { peerIdOfKey } from '../peer-key.ts';
import {
  createKeys,
  hostsOf,
  isConfirmed,
  type KeyEntry,
  type KeysInput,
  type KeysOutput,
  stepKeys,
} from '../tables/keys.ts';
import { createPeers, isUp, stepPeers } from '../tables/peers.ts';
import {
  createProposals,
  latestAttempt,
  membersOf,
  type ProposalEntry,
  type ProposalsInput,
} from '../tables/proposals.ts';
import * as ceremonies from './ceremonies.ts';
import {
  type CoreContext,
  type CoreOptions,
  count,
  createSteps,
  type Failure,
  log,
  sendTo,
} from './context.ts';
import * as entry from './entry.ts';
import { errorResponse } from './failures.ts';
import { createProgress, keyOfProposal, reportBody, tellWatchers, unwatch } from './progress.ts';
import { proposalStateInput, runProposals, startInput } from './proposals.ts';
import { type Restored, restore } from './restore.ts';
import { onRpc, type RpcParts } from './rpc.ts';
import * as signing from './signing.ts';

export type Core = {
  readonly step: (input: Input, clocks: Clocks) => readonly Step[];
  /** Hex keys of requesters that may connect. */
  readonly requesters: () => ReadonlySet<string>;
  readonly poolSizes: () => readonly { readonly pool: string; readonly size: number }[];
};

const ATTEMPTS: readonly number[] = Array.from(
  { length: limits.CEREMONY_ATTEMPTS_MAX },
  (_, i) => i + 1,
);
const TICK_MS = 30_000;
/** Faults kept on disk in one boot. */
const FAULTS_STORED_MAX = 256;
/** How long a started ceremony may be found without a key after a restart, before it is retried. */
const RESUME_AFTER_MS = 3_000;
/** Test signatures: each member waits for those before it. */
const CANARY_TURN_MS = 1_500;
const CANARY_RETRY_MS = 2_000;

/** A node as it was restored from its store; `step({ type: 'start' }, …)` begins it. */
export function createCore(options: CoreOptions, restored: Restored): Core {
  const steps = createSteps();
  const context: CoreContext = {
    options,
    directory: options.directory,
    self: options.directory.self.host,
    peers: createPeers(options.directory.all.map(({ host }) => host)),
    proposals: createProposals([]),
    keys: createKeys(),
    clocks: { wallMs: 0, monotonicMs: 0 },
    act: steps.act,
  };
  const progress = createProgress();
  const running = ceremonies.createCeremonies();
  const signer = signing.createSigning(context);
  const requests = entry.createEntry();
  const forwards = new Map<number, { readonly call: number; rest: HostId[]; body: Uint8Array }>();
  let nextForward = 1;
  let faults = 0;
  let startedMs = 0;
  restore(context, signer, requests, restored);

  // --- Hooks: what parts of the core do to each other ---

  function fault(host: HostId, code: string, evidence: Evidence | undefined): void {
    stepPeers(context.peers, { type: 'fault', host, code });
    const name = nameOf(context.directory, host);
    count(context, 'faults', { peer: name, code });
    log(context, 'warn', 'fault', { node: name, code, proven: evidence !== undefined });
    if (++faults > FAULTS_STORED_MAX) return; // Counted and shown, but not stored for ever.
    const text = evidence === undefined ? undefined : encodeEvidence(evidence);
    const value = encodeMessage(permafrost.v1.StoredFault, {
      atMs: context.clocks.wallMs,
      hostPub: fromHex(host),
      code,
      ...(text === undefined ? {} : { evidence: new TextEncoder().encode(text) }),
    });
    const number = `${options.boot.counter}-${faults}`;
    const key = `fault/${number}`;
    context.act(undefined, { type: 'persist', changes: [{ type: 'put', key, value }] });
    if (text !== undefined) {
      context.act(undefined, { type: 'evidence', name: `${number}-${name}-${code}`, text });
    }
  }

  const signingHooks: signing.SigningHooks = {
    fault,
    testSignature: (key, signature) =>
      runKeys(key.proposalId, { type: 'test-signature', id: key.id, signature }),
  };

  function propose(input: ProposalsInput): string | undefined {
    return runProposals(context, input, {
      join: (one, attempt) =>
        ceremonies.join(context, running, progress, { entry: one, attempt }, ceremonyHooks),
      changed: (id) => {
        const one = context.proposals.byId.get(id);
        if (one !== undefined && one.outcome !== 'open') ceremonies.cancelOf(running, id);
        tellWatchers(context, progress, id);
        context.act(undefined, { type: 'admission' });
      },
      fault: (host, code) => fault(host, code, undefined),
    });
  }

  const ceremonyHooks: ceremonies.CeremonyHooks = {
    fault,
    pending: onPending,
    lateEnvelope: (scope, _from, envelope) => {
      const key = [...context.keys.byId.values()].find((one) => toHex(one.scope) === scope);
      if (key === undefined) return false;
      runKeys(key.proposalId, { type: 'envelope', id: key.id, envelope });
      return true;
    },
    failed: attemptFailed,
    alreadyBound: (one) => {
      const key = keyOfProposal(context, one);
      if (key !== undefined) for (const host of hostsOf(key)) tellKeys(host);
    },
  };

  function onPending(result: DkgResult, one: ProposalEntry, _attempt: number): void {
    const key = ceremonies.takeKey(running, result.scope);
    if (key === undefined) throw new RangeError('a ceremony ended without its record');
    const share = new Secret(result.share.reveal());
    result.share.erase();
    const raw = {
      identifier: result.seat as never,
      signingShare: share,
      publicKeys: key.publicKeys,
    };
    signing.loadShare(signer, key, toSigningKeys(raw));
    const early = ceremonies.takeEarly(running, toHex(result.scope));
    runKeys(one.id, { type: 'pending', entry: key });
    for (const { envelope } of early) runKeys(one.id, { type: 'envelope', id: key.id, envelope });
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

  function runKeys(subject: string, input: KeysInput): void {
    const { hostSeed } = options;
    const everyone = [...context.directory.byHost.keys()];
    for (const output of stepKeys(context.keys, input, {
      self: context.self,
      hostSeed,
      everyone,
    })) {
      carryOutKeys(subject, output);
    }
  }

  function carryOutKeys(subject: string, output: KeysOutput): void {
    switch (output.type) {
      case 'persist':
        context.act(subject, { type: 'persist', changes: output.changes });
        return;
      case 'erase-secret':
        context.act(subject, {
          type: 'persist',
          changes: [],
          secrets: [{ type: 'erase-secret', name: output.name }],
        });
        return;
      case 'send':
        sendTo(context, subject, { ...output, lane: 'bulk' });
        return;
      case 'confirmed':
        scheduleCanary(output.entry, 0);
        return;
      case 'active':
        log(context, 'info', 'key active', {
          key: output.entry.proposal.name,
          suite: output.entry.suite.id,
          publicKey: toHex(output.entry.publicKey),
        });
        propose({ type: 'done', id: output.entry.proposalId });
        return;
      case 'changed':
      case 'settled':
        tellWatchers(context, progress, output.entry.proposalId);
        return;
      case 'lacking': {
        const one = context.proposals.byId.get(output.entry.proposalId);
        if (one === undefined || one.outcome !== 'open') return;
        const why = { code: 'no certificate', hosts: [output.host] };
        attemptFailed(one, output.entry.attempt, why);
        return;
      }
      case 'fault': {
        const one = context.proposals.byId.get(output.entry.proposalId);
        const { evidence, detail } = output;
        const culprit = evidence === undefined ? undefined : toHex(evidence.claim.culprit);
        if (culprit !== undefined) fault(culprit, detail.code, evidence);
        if (one !== undefined && output.entry.state === 'pending') {
          const hosts = culprit === undefined ? [] : [culprit];
          attemptFailed(one, output.entry.attempt, { code: detail.code, hosts });
        }
        return;
      }
    }
  }

  // --- The test signature ---

  function scheduleCanary(key: KeyEntry, afterMs: number): void {
    const before = hostsOf(key)
      .slice(0, key.seat - 1)
      .filter((host) => isUp(context.peers, host)).length;
    const id = `canary/${key.id}`;
    const turn = afterMs + before * CANARY_TURN_MS;
    if (turn === 0) testKey(key);
    else context.act(key.proposalId, { type: 'timer', id, afterMs: turn });
  }

  function testKey(key: KeyEntry): void {
    const isBusy = [...signer.running.values()].some((one) => one.canary && one.key === key);
    if (key.state !== 'pending' || !isConfirmed(key) || isBusy) return;
    const request = canaryRequest({
      peerId: peerIdOfKey(context.directory.self.hostPub),
      hostSeed: options.hostSeed,
      keyId: key.keyId,
      epochId: key.epochId,
      publicKey: key.publicKey,
      suite: key.suite.id,
      nowMs: context.clocks.wallMs,
      windowMs: limits.REQUEST_MEMORY_MS,
    });
    const done: Parameters<typeof signing.coordinateRequest>[2]['done'] = (outcome) => {
      if (outcome.type === 'signed') {
        signingHooks.testSignature(key, outcome.signature);
        return;
      }
      log(context, 'warn', 'test signature failed', {
        key: key.proposal.name,
        code: outcome.code,
        reason: outcome.reason,
      });
      scheduleCanary(key, CANARY_RETRY_MS);
    };
    signing.coordinateRequest(context, signer, { key, request, canary: true, done }, signingHooks);
  }

  // --- Peers ---

  function tellKeys(host: HostId): void {
    runKeys(`keys of ${host}`, { type: 'peer-up', host });
  }

  function peerUp(host: HostId, bootBytes: Uint8Array): void {
    const raw = decodeMessage(permafrost.v1.Boot, bootBytes);
    const boot = {
      hostPub: exactBytes(raw.hostPub, 32, 'host key'),
      bootId: exactBytes(raw.bootId, 16, 'boot id'),
      counter: safeInteger(raw.counter, 'counter'),
    };
    const { monotonicMs } = context.clocks;
    for (const output of stepPeers(context.peers, { type: 'up', host, boot, monotonicMs })) {
      if (output.type === 'new-boot') signing.newBoot(signer, host, boot.hostPub);
      else {
        log(context, 'error', 'a node came back with an older boot', {
          node: nameOf(context.directory, host),
          seen: output.seen,
          now: output.now,
        });
      }
    }
    log(context, 'info', 'link up', { node: nameOf(context.directory, host) });
    propose({ type: 'peer-up', host });
    ceremonies.peerUp(context, running, host);
    tellKeys(host);
    signing.peerUp(context, signer, host, signingHooks);
    for (const key of context.keys.byId.values()) {
      if (key.state === 'pending' && isConfirmed(key)) scheduleCanary(key, CANARY_RETRY_MS);
    }
  }

  function peerDown(host: HostId, reason: string): void {
    stepPeers(context.peers, {
      type: 'down',
      host,
      reason,
      monotonicMs: context.clocks.monotonicMs,
    });
    log(context, 'info', 'link down', { node: nameOf(context.directory, host), reason });
    ceremonies.peerDown(context, running, host);
    signing.peerDown(context, signer, host, signingHooks);
  }

  // --- Frames ---

  function onFrame(from: HostId, kind: number, body: Uint8Array): void {
    const { FRAME } = limits;
    switch (kind) {
      case FRAME.ceremony:
        ceremonies.receiveFrame(context, running, progress, { from, body }, ceremonyHooks);
        return;
      case FRAME.proposal:
        propose(proposalStateInput(from, body));
        return;
      case FRAME.start: {
        const input = startInput(from, body);
        propose(input);
        return;
      }
      case FRAME.keyStatus:
        onKeyStatus(from, body);
        return;
      case FRAME.keyRecords: {
        const message = decodeMessage(permafrost.v1.KeyRecords, body);
        const id = toHex(exactBytes(message.keyId, 16, 'key id'));
        const envelopes = boundedList(message.envelopes, 2 * limits.MEMBERS_MAX, 'envelopes');
        const subject = context.keys.byId.get(id)?.proposalId ?? id;
        for (const envelope of envelopes) {
          runKeys(subject, { type: 'envelope', id, envelope: Uint8Array.from(envelope) });
        }
        return;
      }
      case FRAME.ceremonyReport:
        onReport(from, body);
        return;
      case FRAME.offerRequest:
        signing.onOfferRequest(context, signer, from, body);
        return;
      case FRAME.offers:
        signing.onOffers(context, signer, { from, body }, signingHooks);
        return;
      case FRAME.sign:
        signing.onSignEnvelope(context, signer, { from, body }, signingHooks);
        return;
      case FRAME.signRefusal:
        signing.onRefusal(context, signer, { from, body }, signingHooks);
        return;
      case FRAME.signResult:
        signing.onResult(context, signer, { from, body }, signingHooks);
        return;
      default:
        throw new WireError('a kind of frame that is not for nodes');
    }
  }

  function onKeyStatus(from: HostId, body: Uint8Array): void {
    const message = decodeMessage(permafrost.v1.KeyStatus, body);
    const status = {
      keyId: exactBytes(message.keyId, 16, 'key id'),
      state: message.state,
      cert: Uint8Array.from(message.cert),
      stored: Uint8Array.from(message.stored),
      certsMissing: boundedList(message.certsMissing, limits.MEMBERS_MAX, 'seats'),
      storedMissing: boundedList(message.storedMissing, limits.MEMBERS_MAX, 'seats'),
      testSignature: Uint8Array.from(message.testSignature),
      settled: message.settled,
    };
    const id = toHex(status.keyId);
    const key = context.keys.byId.get(id);
    if (key === undefined) {
      const one = proposalOfKey(status.keyId);
      // A key that is being made here is not unknown.
      const isRunning = [...running.running.values()].some((ceremony) => ceremony.entry === one);
      if (one !== undefined && isRunning) return;
      if (one !== undefined && !membersOf(one).includes(context.self)) {
        foreignStatus(one, from, status.state);
        return;
      }
    }
    runKeys(key?.proposalId ?? id, { type: 'status', from, status });
  }

  /** What a member says of a key that this node is no member of. */
  function foreignStatus(one: ProposalEntry, from: HostId, state: string): void {
    if (!membersOf(one).includes(from)) return;
    const stage = state === 'active' ? 'active' : 'testing';
    noteReport(one, from, { attempt: latestAttempt(one), stage, done: [], missing: [] });
    const reports = progress.reports.get(one.id);
    const all = membersOf(one).every((host) => reports?.get(host)?.stage === 'active');
    if (all) propose({ type: 'done', id: one.id });
    tellWatchers(context, progress, one.id);
  }

  function onReport(from: HostId, body: Uint8Array): void {
    const message = decodeMessage(permafrost.v1.CeremonyReport, body);
    const one = context.proposals.byId.get(toHex(exactBytes(message.proposalHash, 64, 'hash')));
    if (one === undefined || !membersOf(one).includes(from)) return;
    const hosts = boundedList(message.hosts, limits.MEMBERS_MAX, 'hosts').map((host) =>
      toHex(exactBytes(host, 32, 'host key')),
    );
    const attempt = safeInteger(message.attempt, 'attempt');
    noteReport(one, from, { attempt, stage: message.stage, done: [], missing: hosts });
    if (message.stage === 'failed') {
      // Whom it names is its word alone: shown to people, held against nobody.
      const named = hosts.filter((host) => membersOf(one).includes(host));
      const code = message.code.slice(0, 32);
      propose({ type: 'attempt-failed', id: one.id, attempt, code, hosts: named });
    }
    tellWatchers(context, progress, one.id);
  }

  function noteReport(
    one: ProposalEntry,
    from: HostId,
    stage: NonNullable<ReturnType<typeof progress.own.get>>,
  ): void {
    const reports = progress.reports.get(one.id) ?? new Map();
    reports.set(from, stage);
    progress.reports.set(one.id, reports);
  }

  /** The proposal whose attempt gives a key this id. */
  function proposalOfKey(id: Uint8Array): ProposalEntry | undefined {
    const wanted = toHex(id);
    return [...context.proposals.byId.values()].find((one) => {
      const hash = groupHash(groupOfProposal(one.bytes));
      return ATTEMPTS.some((attempt) => toHex(keyId(hash, attempt)) === wanted);
    });
  }

  // --- Requests that others must answer ---

  function forward(hosts: readonly HostId[], call: number, body: Uint8Array): boolean {
    const up = hosts.filter((host) => isUp(context.peers, host));
    const [first, ...rest] = up;
    if (first === undefined) return false;
    const id = nextForward++;
    forwards.set(id, { call, rest, body });
    context.act(undefined, { type: 'forward', forward: id, to: first, body });
    return true;
  }

  function forwarded(id: number, body: Uint8Array | undefined): void {
    const waiting = forwards.get(id);
    if (waiting === undefined) return;
    if (body !== undefined) {
      forwards.delete(id);
      context.act(undefined, { type: 'respond', call: waiting.call, body, more: false });
      return;
    }
    const next = waiting.rest.shift();
    if (next !== undefined) {
      context.act(undefined, { type: 'forward', forward: id, to: next, body: waiting.body });
      return;
    }
    forwards.delete(id);
    fail(waiting.call, {
      code: 'E_THRESHOLD',
      message: 'no member of this key answers',
      hint: 'permafrost status shows which nodes are down',
      nothingSigned: 'unknown',
    });
  }

  function fail(call: number, failure: Failure): void {
    const body = errorResponse(context, failure);
    context.act(undefined, { type: 'respond', call, body, more: false });
  }

  const parts: RpcParts = {
    context,
    progress,
    signer,
    requests,
    signingHooks,
    startedMs: () => startedMs,
    propose,
    forward,
    fail,
    proposalOfKey,
  };

  // --- Inputs ---

  function timer(id: string): void {
    const [kind, what = '', more = ''] = id.split('/');
    switch (kind) {
      case 'ceremony':
      case 'lost':
        ceremonies.timer(context, running, progress, id, ceremonyHooks);
        tellWatchers(context, progress, what);
        return;
      case 'sign':
        signing.timer(context, signer, id, signingHooks);
        return;
      case 'attempt':
        propose({ type: 'next-attempt', id: what, after: Number(more) });
        return;
      case 'resume': {
        const one = context.proposals.byId.get(what);
        if (one === undefined || one.outcome !== 'open') return;
        if (keyOfProposal(context, one) !== undefined || isRunning(one)) return;
        const attempt = latestAttempt(one);
        propose({ type: 'attempt-failed', id: what, attempt, code: 'restarted', hosts: [] });
        return;
      }
      case 'canary': {
        const key = context.keys.byId.get(what);
        if (key !== undefined) testKey(key);
        return;
      }
      case 'tick':
        propose({ type: 'tick' });
        entry.forgetOld(context, requests);
        context.act(undefined, { type: 'timer', id: 'tick', afterMs: TICK_MS });
        return;
      default:
        throw new RangeError(`no timer ${id}`);
    }
  }

  function isRunning(one: ProposalEntry): boolean {
    return [...running.running.values()].some((ceremony) => ceremony.entry === one);
  }

  function start(): void {
    startedMs = context.clocks.monotonicMs;
    context.act(undefined, { type: 'timer', id: 'tick', afterMs: TICK_MS });
    for (const one of context.proposals.byId.values()) {
      if (one.outcome !== 'open' || toHex(one.proposal.node) !== context.self) continue;
      if (latestAttempt(one) === 0) continue;
      const id = `resume/${one.id}`;
      context.act(undefined, { type: 'timer', id, afterMs: RESUME_AFTER_MS });
    }
    for (const key of context.keys.byId.values()) {
      if (key.state === 'pending' && isConfirmed(key)) scheduleCanary(key, CANARY_RETRY_MS);
      else if (key.state === 'pending') runKeys(key.proposalId, { type: 'pending', entry: key });
    }
  }

  function take(input: Input): void {
    switch (input.type) {
      case 'start':
        start();
        return;
      case 'peer-up':
        peerUp(input.host, input.boot);
        return;
      case 'peer-down':
        peerDown(input.host, input.reason);
        return;
      case 'frame':
        try {
          onFrame(input.from, input.kind, input.body);
        } catch (error) {
          if (!(error instanceof WireError)) throw error;
          fault(input.from, 'malformed-frame', undefined);
          const reason = `malformed frame of kind ${input.kind}`;
          context.act(undefined, { type: 'drop', peer: input.from, reason });
        }
        return;
      case 'rpc':
        onRpc(parts, input);
        return;
      case 'rpc-gone':
        unwatch(progress, input.call);
        entry.callerGone(requests, input.call);
        return;
      case 'forwarded':
        forwarded(input.forward, input.body);
        return;
      case 'timer':
        timer(input.id);
        return;
    }
  }

  return {
    step: (input, clocks) => {
      context.clocks = clocks;
      take(input);
      return steps.take();
    },
    requesters: () => {
      const all = new Set<string>();
      for (const { outcome, proposal } of context.proposals.byId.values()) {
        if (outcome !== 'open' && outcome !== 'done') continue;
        for (const id of proposal.requesters) all.add(toHex(id.slice(-32)));
      }
      return all;
    },
    poolSizes: () => signing.poolSizes(signer),
  };
}
