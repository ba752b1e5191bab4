/**
 * This node as a coordinator of the requests that came in here.
 * @module
 */
import { type Identifier, identifier, type KeyPackage, toHex } from '@permafrost/frost';
import {
  type Arrival,
  answerOwnCore,
  blame,
  conflictingOffersEvidence,
  decodeSignRefusal,
  decodeSignResult,
  encodeSignResult,
  OfferError,
  type OfferProof,
  openOfferBatch,
  PULL_ROUND,
  parseEnvelope,
  type Seat,
  type SignatureRequest,
  type SigningOutput,
  type SignOutcome,
  sealEnvelope,
  startSigning,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import { addOffers, poolFor } from '../tables/nonces-pool.ts';
import { isUp } from '../tables/peers.ts';
import { type CoreContext, count, log, sendTo } from './context.ts';
import { keepShare } from './held.ts';
import {
  arrival,
  type Coordinating,
  decide,
  isSuspect,
  offersFor,
  portsOf,
  type Signing,
  type SigningHooks,
  suspect,
} from './signing.ts';

const HEDGE_MS = 500;
const OFFERS_AT_ONCE = 4;
/** The test signature is tried again and again: no try waits long. */
const TEST_WITHIN_MS = 5_000;
/** Answered a little before the deadline, so that the answer is there in time. */
const ANSWER_BEFORE_MS = 250;

/** Coordinates a request, or the test signature of a key, among the members that are up. */
export function coordinateRequest(
  context: CoreContext,
  signing: Signing,
  given: {
    readonly key: KeyEntry;
    readonly request: SignatureRequest;
    readonly canary: boolean;
    readonly done: (outcome: SignOutcome) => void;
  },
  hooks: SigningHooks,
): void {
  const { key, request, canary, done } = given;
  const hosts = hostsOf(key);
  const share = signing.shares.get(key.id);
  const candidates = hosts
    .map((host, i): Seat | undefined => (isUp(context.peers, host) ? i + 1 : undefined))
    .filter((seat) => seat !== undefined);
  const { wallMs, monotonicMs } = context.clocks;
  const leftMs = Math.max(request.deadlineMs - wallMs - ANSWER_BEFORE_MS, ANSWER_BEFORE_MS);
  const endMs = monotonicMs + (canary ? TEST_WITHIN_MS : leftMs);
  const session = startSigning(
    {
      suite: key.suite,
      keyId: key.keyId,
      epochId: key.epochId,
      publicKeys: key.signingKeys,
      members: key.group.members,
      seat: key.seat,
      own: share === undefined ? undefined : ownSigner(context, signing, key, share),
      candidates,
      request,
      canary,
      pool: poolFor(signing.pool, {
        keyId: key.keyId,
        epochId: key.epochId,
        ownerAt: (seat) => hosts[seat - 1],
        nowMs: () => context.clocks.wallMs,
      }),
      isSuspect: (seat) => isSuspect(context, signing, hosts[seat - 1] ?? ''),
      hedgeMs: () => HEDGE_MS,
      leftMs: () => endMs - context.clocks.monotonicMs,
      offersAtOnce: OFFERS_AT_ONCE,
      record: { group: key.group, attempt: key.attempt, transcript: key.transcript },
    },
    {
      seal: (unsealed) =>
        sealEnvelope(
          { ...unsealed, suite: key.suite.id, kind: 'sign', from: key.seat },
          context.options.hostSeed,
        ),
    },
  );
  const running: Coordinating = { key, request, canary, session, done };
  signing.running.set(toHex(session.requestId), running);
  carryOut(context, signing, running, session.start(), hooks);
}

function ownSigner(context: CoreContext, signing: Signing, entry: KeyEntry, share: KeyPackage) {
  const seat: Identifier = identifier(entry.seat);
  const who = (): Arrival => {
    const self = arrival(context, context.self);
    if (self === undefined) throw new RangeError('a node knows its own boot');
    return self;
  };
  return {
    seat,
    offer: (): OfferProof | undefined =>
      offersFor(context, signing, { entry, share, who: who(), count: 1 })[0],
    answer: (core: Uint8Array) => {
      const answer = answerOwnCore({ ...who(), bytes: core }, portsOf(context, signing));
      if (answer.type === 'share') {
        keepShare(signing, context.self, answer);
        decide(context, answer.claim, 'allow', '');
        count(context, 'shares', { outcome: 'given' });
        return { type: 'share', share: answer.payload.slice(64) } as const;
      }
      if (answer.type === 'fault') throw new RangeError(`own request: ${answer.reason}`);
      if (answer.alarm !== undefined) {
        log(context, 'error', 'security alarm', { alarm: answer.alarm });
      }
      const { code, reason } = answer.refusal;
      return { type: 'refused', code, reason } as const;
    },
  };
}

export function onShare(
  context: CoreContext,
  signing: Signing,
  { from, body }: { readonly from: HostId; readonly body: Uint8Array },
  hooks: SigningHooks,
): void {
  const opened = parseEnvelope(body);
  const running = signing.running.get(toHex(opened.sessionId));
  if (running === undefined) return;
  const seat = hostsOf(running.key).indexOf(from) + 1;
  if (seat === 0) return;
  const outputs = running.session.step({ type: 'share', from: seat, opened });
  carryOut(context, signing, running, outputs, hooks);
}

/** @throws WireError */
export function onRefusal(
  context: CoreContext,
  signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
  hooks: SigningHooks,
): void {
  const { requestId } = decodeSignRefusal(given.body);
  const running = signing.running.get(toHex(requestId));
  if (running === undefined) return;
  const seat = hostsOf(running.key).indexOf(given.from) + 1;
  if (seat === 0) return;
  const outputs = running.session.step({ type: 'refusal', from: seat, body: given.body });
  carryOut(context, signing, running, outputs, hooks);
}

/** Offers that we asked for. @throws WireError */
export function onOffers(
  context: CoreContext,
  signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
  hooks: SigningHooks,
): void {
  const { from, body } = given;
  const boot = context.peers.byHost.get(from)?.boot;
  if (boot === undefined) return;
  let proofs: readonly OfferProof[];
  try {
    proofs = openOfferBatch(body, boot.hostPub);
  } catch (error) {
    if (!(error instanceof OfferError)) throw error;
    hooks.fault(from, 'bad-envelope', undefined);
    return;
  }
  const first = proofs[0];
  const entry = first === undefined ? undefined : context.keys.byId.get(toHex(first.offer.keyId));
  if (entry === undefined) return;
  const seat = hostsOf(entry).indexOf(from) + 1;
  if (seat === 0) return;
  const outputs = addOffers(signing.pool, proofs, {
    owner: from,
    ciphersuite: entry.suite,
    suite: entry.suite.id,
    keyId: entry.keyId,
    epochId: entry.epochId,
    identifier: identifier(seat),
    coordinator: context.directory.self.hostPub,
    coordinatorBootId: context.options.bootId,
    bootId: boot.bootId,
    nowMs: context.clocks.wallMs,
  });
  for (const output of outputs) {
    if (output.type === 'conflict') {
      const { group, attempt } = entry;
      const evidence = conflictingOffersEvidence(
        { group, attempt },
        { pair: output.pair, culprit: boot.hostPub },
      );
      hooks.fault(from, 'conflicting-offers', evidence);
    } else if (output.type === 'mismatch') {
      log(context, 'warn', 'offers dropped', { from: from.slice(0, 8), reason: output.reason });
    }
  }
  for (const running of [...signing.running.values()]) {
    if (running.key !== entry) continue;
    const next = running.session.step({ type: 'offers', from: seat });
    carryOut(context, signing, running, next, hooks);
  }
}

/** A finished signature: for a key in its test, the last thing that it waits for. */
export function onResult(
  context: CoreContext,
  _signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
  hooks: SigningHooks,
): void {
  const { signature } = decodeSignResult(given.body);
  for (const entry of context.keys.byId.values()) {
    if (entry.state === 'pending' && hostsOf(entry).includes(given.from)) {
      hooks.testSignature(entry, signature);
    }
  }
}

export function peerUp(
  context: CoreContext,
  signing: Signing,
  given: { readonly host: HostId; readonly isNewBoot: boolean },
  hooks: SigningHooks,
): void {
  const { host, isNewBoot } = given;
  eachWith(context, signing, host, { type: 'found', isNewBoot }, hooks);
}

export function peerDown(
  context: CoreContext,
  signing: Signing,
  host: HostId,
  hooks: SigningHooks,
): void {
  eachWith(context, signing, host, { type: 'lost' }, hooks);
}

function eachWith(
  context: CoreContext,
  signing: Signing,
  host: HostId,
  news: { readonly type: 'found'; readonly isNewBoot: boolean } | { readonly type: 'lost' },
  hooks: SigningHooks,
): void {
  for (const running of [...signing.running.values()]) {
    const seat = hostsOf(running.key).indexOf(host) + 1;
    if (seat === 0) continue;
    const outputs = running.session.step({ ...news, from: seat });
    carryOut(context, signing, running, outputs, hooks);
  }
}

/** Deadlines of signing sessions, `sign/<request>/<wait>`. */
export function timer(
  context: CoreContext,
  signing: Signing,
  id: string,
  hooks: SigningHooks,
): void {
  const [, requestId = '', wait = ''] = id.split('/');
  const running = signing.running.get(requestId);
  if (running === undefined) return;
  const outputs = running.session.step({ type: 'timeout', wait: Number(wait) });
  carryOut(context, signing, running, outputs, hooks);
}

function carryOut(
  context: CoreContext,
  signing: Signing,
  running: Coordinating,
  outputs: readonly SigningOutput[],
  hooks: SigningHooks,
): void {
  const requestId = toHex(running.session.requestId);
  const hosts = hostsOf(running.key);
  for (const output of outputs) {
    switch (output.type) {
      case 'send': {
        const to = hosts[Number(output.to) - 1];
        const isPull = output.round === PULL_ROUND;
        const kind = isPull ? limits.FRAME.offerRequest : limits.FRAME.sign;
        if (to === undefined) throw new RangeError('a signing session sends to seats');
        sendTo(context, undefined, { to: [to], lane: 'sign', kind, body: output.envelope });
        if (!isPull) count(context, 'attempts');
        break;
      }
      case 'deadline': {
        const id = `sign/${requestId}/${output.wait}`;
        context.act(undefined, { type: 'timer', id, afterMs: output.afterMs });
        break;
      }
      case 'report':
        for (const seat of blame(output.detail).culprits) {
          const host = hosts[seat - 1];
          if (host === undefined) continue;
          suspect(context, signing, host);
          hooks.fault(host, output.detail.code, output.evidence);
        }
        break;
      case 'complete':
        end(context, signing, running, output.result);
        break;
      case 'abort':
        throw new RangeError(`a signing session aborted: ${output.detail.code}`);
      case 'persist':
      case 'progress':
        break;
    }
  }
}

function end(
  context: CoreContext,
  signing: Signing,
  running: Coordinating,
  outcome: SignOutcome,
): void {
  signing.running.delete(toHex(running.session.requestId));
  for (const { excluded } of outcome.attempts) {
    for (const { reason } of excluded) count(context, 'exclusions', { reason });
  }
  if (outcome.type === 'failed' && outcome.halt) {
    signing.halted.set(running.key.id, outcome.reason);
    log(context, 'error', 'key halted', {
      key: running.key.proposal.name,
      reason: outcome.reason,
    });
  }
  if (outcome.type === 'signed' && running.canary) {
    const { signature, signers } = outcome;
    const body = encodeSignResult({ requestId: outcome.requestId, signature, signers });
    sendTo(context, undefined, {
      to: hostsOf(running.key),
      lane: 'sign',
      kind: limits.FRAME.signResult,
      body,
    });
  }
  running.done(outcome);
}
