/**
 * Signing at this node: as a signer for whoever coordinates, and as the coordinator of the
 * requests that came in here.
 * @module
 */
import { type Identifier, identifier, type KeyPackage, sha512, toHex } from '@permafrost/frost';
import {
  type Arrival,
  answerOwnCore,
  answerSignRequest,
  blame,
  type Claim,
  conflictingOffersEvidence,
  decodeOfferRequest,
  decodeSignRefusal,
  decodeSignResult,
  EnvelopeError,
  type Evidence,
  encodeOfferBatch,
  encodeSignRefusal,
  encodeSignResult,
  OfferError,
  type OfferProof,
  openOfferBatch,
  PULL_ROUND,
  parseEnvelope,
  type Seat,
  type SignAnswer,
  type SignatureRequest,
  type SignerKey,
  type SignerPorts,
  type SigningOutput,
  type SigningSession,
  type SignOutcome,
  sealEnvelope,
  signOffers,
  startSigning,
} from '@permafrost/protocol';
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { keyOfPeerId } from '../peer-key.ts';
import { hostsOf, isConfirmed, type KeyEntry } from '../tables/keys.ts';
import {
  createNonces,
  freeNonces,
  makeOffers,
  type Nonces,
  nonceSource,
  voidCoordinator,
} from '../tables/nonces.ts';
import { addOffers, createPool, type Pool, poolFor, voidOwner } from '../tables/nonces-pool.ts';
import { isUp } from '../tables/peers.ts';
import {
  claimRequest,
  createSignerRequests,
  type SignerRequests,
} from '../tables/requests-signer.ts';
import { type CoreContext, count, log, sendTo } from './context.ts';

type Coordinating = {
  readonly key: KeyEntry;
  readonly request: SignatureRequest;
  readonly canary: boolean;
  readonly session: SigningSession;
  readonly done: (outcome: SignOutcome) => void;
};

export type Signing = {
  readonly nonces: Nonces;
  readonly pool: Pool;
  readonly signerRequests: SignerRequests;
  /** Own shares in the form that signs, by hex key id. */
  readonly shares: Map<string, KeyPackage>;
  /** Requests being coordinated here, by hex request id. */
  readonly running: Map<string, Coordinating>;
  /** Keys that must not be used here any more, with the reason. */
  readonly halted: Map<string, string>;
  /** Until when everything from a host is checked on receipt, monotonic. */
  readonly suspects: Map<HostId, number>;
  /** Decision records of this boot. */
  decisions: number;
};

export type SigningHooks = {
  readonly fault: (host: HostId, code: string, evidence: Evidence | undefined) => void;
  readonly testSignature: (key: KeyEntry, signature: Uint8Array) => void;
};

/** An hour of checking everything from a host whose signature was wrong once. */
const SUSPICION_MS = 3_600_000;
const HEDGE_MS = 500;
const GIVE_UP_MS = 1_500;
const OFFERS_AT_ONCE = 4;

export function createSigning(context: CoreContext): Signing {
  const { options, directory } = context;
  return {
    nonces: createNonces({
      bootId: options.boot.bootId,
      random: options.random,
      coordinators: directory.all.length,
    }),
    pool: createPool(),
    signerRequests: createSignerRequests(),
    shares: new Map(),
    running: new Map(),
    halted: new Map(),
    suspects: new Map(),
    decisions: 0,
  };
}

/** Keeps this node's raw share of a key ready for signing. */
export function loadShare(signing: Signing, key: KeyEntry, signingKey: KeyPackage): void {
  signing.shares.set(key.id, signingKey);
}

/** What a signer's checks know of a key. */
function signerKey(signing: Signing, entry: KeyEntry | undefined): SignerKey | undefined {
  const share = entry === undefined ? undefined : signing.shares.get(entry.id);
  if (entry === undefined) return undefined;
  const isHalted = signing.halted.has(entry.id);
  const isConfirmedOnly = entry.state === 'pending' && isConfirmed(entry);
  return {
    keyId: entry.keyId,
    suite: entry.suite,
    publicKey: entry.publicKey,
    state: isHalted ? 'suspended' : isConfirmedOnly ? 'confirmed' : entry.state,
    purpose: 'sign',
    epochs:
      share === undefined
        ? []
        : [
            {
              epochId: entry.epochId,
              members: entry.group.members,
              key: share,
              use: entry.state === 'active' ? 'sign' : 'test',
            },
          ],
  };
}

function portsOf(context: CoreContext, signing: Signing): SignerPorts {
  return {
    key: (keyId) => signerKey(signing, context.keys.byId.get(toHex(keyId))),
    requesterKey: keyOfPeerId,
    isRequester: (keyId, peerId) => isRequester(context.keys.byId.get(toHex(keyId)), peerId),
    claim: (claim) => claimRequest(signing.signerRequests, claim, context.clocks.wallMs),
    policy: (claim) => {
      const requester = toHex(keyOfPeerId(claim.request.requester) ?? new Uint8Array());
      if (!claim.canary && context.options.denied.has(requester)) {
        return { code: 'E_FORBIDDEN', reason: 'this node refuses this requester' };
      }
      return undefined;
    },
    nonces: nonceSource(signing.nonces),
  };
}

export function isRequester(entry: KeyEntry | undefined, peerId: Uint8Array): boolean {
  if (entry === undefined) return false;
  const wanted = toHex(peerId);
  return entry.proposal.requesters.some((id) => toHex(id) === wanted);
}

function arrival(context: CoreContext, from: HostId): Arrival | undefined {
  const { wallMs, monotonicMs } = context.clocks;
  const clockDifferenceMs = wallMs - monotonicMs;
  if (from === context.self) {
    return {
      fromHostPub: context.directory.self.hostPub,
      fromBootId: context.options.boot.bootId,
      nowMs: wallMs,
      clockDifferenceMs,
    };
  }
  const boot = context.peers.byHost.get(from)?.boot;
  if (boot === undefined) return undefined;
  return { fromHostPub: boot.hostPub, fromBootId: boot.bootId, nowMs: wallMs, clockDifferenceMs };
}

// --- As a signer -----------------------------------------------------------------------------

/** Gives offers to a member that coordinates. @throws WireError */
export function onOfferRequest(
  context: CoreContext,
  signing: Signing,
  from: HostId,
  body: Uint8Array,
): void {
  const asked = decodeOfferRequest(body);
  const entry = context.keys.byId.get(toHex(asked.keyId));
  const share = entry === undefined ? undefined : signing.shares.get(entry.id);
  const who = arrival(context, from);
  if (entry === undefined || share === undefined || who === undefined) return;
  if (!hostsOf(entry).includes(from) || toHex(entry.epochId) !== toHex(asked.epochId)) return;
  const proofs = offersFor(context, signing, { entry, share, who, count: asked.count });
  if (proofs.length === 0) return;
  const frame = { lane: 'sign', kind: limits.FRAME.offers } as const;
  sendTo(context, undefined, { to: [from], ...frame, body: encodeOfferBatch(proofs) });
}

function offersFor(
  context: CoreContext,
  signing: Signing,
  to: {
    readonly entry: KeyEntry;
    readonly share: KeyPackage;
    readonly who: Arrival;
    readonly count: number;
  },
): readonly OfferProof[] {
  const { entry, share, who } = to;
  const items = makeOffers(signing.nonces, {
    keyId: entry.keyId,
    epochId: entry.epochId,
    key: share,
    coordinator: who.fromHostPub,
    coordinatorBootId: who.fromBootId,
    nowMs: who.nowMs,
    clockDifferenceMs: who.clockDifferenceMs,
    count: Math.min(to.count, limits.OFFERS_PER_BATCH_MAX),
  });
  return items.length === 0 ? [] : signOffers(items, context.options.hostSeed);
}

/** An envelope on the signing lane: somebody asks for our share, or answers with its own. */
export function onSignEnvelope(
  context: CoreContext,
  signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
  hooks: SigningHooks,
): void {
  const { from, body } = given;
  const who = arrival(context, from);
  if (who === undefined) return;
  let round: number;
  try {
    round = parseEnvelope(body).round;
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    hooks.fault(from, 'bad-envelope', undefined);
    return;
  }
  if (round === 2) {
    onShare(context, signing, from, body, hooks);
    return;
  }
  const checkSignature = isSuspect(context, signing, from);
  const answer = answerSignRequest(
    { ...who, envelope: body, checkSignature },
    portsOf(context, signing),
  );
  switch (answer.type) {
    case 'share': {
      const envelope = sealEnvelope(
        {
          suite: answer.suite,
          kind: 'sign',
          sessionId: answer.claim.requestId,
          round: 2,
          from: answer.from,
          to: answer.to,
          payload: answer.payload,
        },
        context.options.hostSeed,
      );
      decide(context, signing, answer.claim, 'allow', '');
      count(context, 'shares', { outcome: 'given' });
      sendTo(context, undefined, {
        to: [from],
        lane: 'sign',
        kind: limits.FRAME.sign,
        body: envelope,
      });
      return;
    }
    case 'refusal':
      refused(context, signing, from, answer);
      return;
    case 'fault':
      hooks.fault(from, 'bad-envelope', undefined);
      return;
  }
}

function refused(
  context: CoreContext,
  _signing: Signing,
  from: HostId,
  answer: Extract<SignAnswer, { readonly type: 'refusal' }>,
): void {
  const { refusal, alarm } = answer;
  count(context, 'shares', { outcome: refusal.code });
  if (alarm !== undefined) {
    log(context, 'error', 'security alarm', { alarm, request: toHex(refusal.requestId) });
  }
  log(context, 'info', 'share refused', {
    request: toHex(refusal.requestId),
    coordinator: from.slice(0, 8),
    code: refusal.code,
    reason: refusal.reason,
  });
  sendTo(context, undefined, {
    to: [from],
    lane: 'sign',
    kind: limits.FRAME.signRefusal,
    body: encodeSignRefusal(refusal),
  });
}

/** One line of the decision log. Nobody waits for it. */
export function decide(
  context: CoreContext,
  signing: Signing,
  claim: Pick<Claim, 'request' | 'requestId'>,
  decision: 'allow' | 'deny',
  reason: string,
): void {
  const { request } = claim;
  const requester = keyOfPeerId(request.requester);
  const value = encodeMessage(permafrost.v1.Decision, {
    atMs: context.clocks.wallMs,
    requestId: claim.requestId,
    requester: requester === undefined ? '' : context.options.peerIdText(requester),
    keyId: request.keyId,
    messageHash: sha512(request.message).slice(0, 32),
    decision,
    reason,
  });
  const { counter } = context.options.boot;
  const number = String(signing.decisions++).padStart(12, '0');
  const key = `decision/${String(counter).padStart(12, '0')}/${number}`;
  context.act(undefined, { type: 'persist', changes: [{ type: 'put', key, value }] });
}

// --- As a coordinator ------------------------------------------------------------------------

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
      hedgeMs: HEDGE_MS,
      giveUpMs: GIVE_UP_MS,
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
        decide(context, signing, answer.claim, 'allow', '');
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

function onShare(
  context: CoreContext,
  signing: Signing,
  from: HostId,
  body: Uint8Array,
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
    coordinatorBootId: context.options.boot.bootId,
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
    const next = running.session.step({ type: 'available', from: seat });
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
  host: HostId,
  hooks: SigningHooks,
): void {
  eachWith(context, signing, host, 'available', hooks);
}

export function peerDown(
  context: CoreContext,
  signing: Signing,
  host: HostId,
  hooks: SigningHooks,
): void {
  eachWith(context, signing, host, 'lost', hooks);
}

function eachWith(
  context: CoreContext,
  signing: Signing,
  host: HostId,
  type: 'available' | 'lost',
  hooks: SigningHooks,
): void {
  for (const running of [...signing.running.values()]) {
    const seat = hostsOf(running.key).indexOf(host) + 1;
    if (seat === 0) continue;
    const outputs = running.session.step({ type, from: seat });
    carryOut(context, signing, running, outputs, hooks);
  }
}

/** A peer announced another boot: what either of us promised the other is void. */
export function newBoot(signing: Signing, host: HostId, hostPub: Uint8Array): void {
  voidOwner(signing.pool, host);
  voidCoordinator(signing.nonces, hostPub);
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

export function poolSizes(
  signing: Signing,
): readonly { readonly pool: string; readonly size: number }[] {
  let offers = 0;
  for (const list of signing.pool.offers.values()) offers += list.length;
  return [
    { pool: 'own nonces', size: freeNonces(signing.nonces) },
    { pool: 'offers of others', size: offers },
    { pool: 'requests', size: signing.running.size },
  ];
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
    const body = encodeSignResult({ requestId: outcome.requestId, signature: outcome.signature });
    sendTo(context, undefined, {
      to: hostsOf(running.key),
      lane: 'sign',
      kind: limits.FRAME.signResult,
      body,
    });
  }
  running.done(outcome);
}

function isSuspect(context: CoreContext, signing: Signing, host: HostId): boolean {
  return (signing.suspects.get(host) ?? 0) > context.clocks.monotonicMs;
}

function suspect(context: CoreContext, signing: Signing, host: HostId): void {
  signing.suspects.set(host, context.clocks.monotonicMs + SUSPICION_MS);
}
