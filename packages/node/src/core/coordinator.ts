/**
 * This node as a coordinator of the requests that came in here.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  blame,
  decodeSignRefusal,
  decodeSignResult,
  encodeSignResult,
  isOfferGone,
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
import { allEntries, hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import { dropOffers, poolFor } from '../tables/nonces-pool.ts';
import {
  delayMs,
  noteInTime,
  noteLate,
  noteRequest,
  noteRoundTrip,
  patienceMs,
} from '../tables/round-trips.ts';
import { signingKeysFor } from './children.ts';
import { type CoreContext, count, log, sendTo } from './context.ts';
import { onNoOffers as noOffers } from './holdings.ts';
import { takeOffers } from './offers-in.ts';
import { candidatesFor, ownSigner } from './own-part.ts';
import {
  type Coordinating,
  isSuspect,
  type Signing,
  type SigningHooks,
  shareOf,
  subjectOfShares,
  suspect,
} from './signing.ts';

/** Offers to ask for when there are none; more come ahead once some were used. */
const OFFERS_AT_ONCE = 2;
/** The test signature is tried again and again: no try waits long. */
const TEST_WITHIN_MS = 5_000;
/** A connection that broke during a request may be back; whoever is dead is told of in time. */
const GRACE_MS = 1_000;
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
  const share = shareOf(signing, key);
  const { wallMs, monotonicMs } = context.clocks;
  const leftMs = Math.max(request.deadlineMs - wallMs - ANSWER_BEFORE_MS, ANSWER_BEFORE_MS);
  const endMs = monotonicMs + (canary ? TEST_WITHIN_MS : leftMs);
  const session = startSigning(
    {
      suite: key.suite,
      keyId: key.keyId,
      epochId: key.epochId,
      publicKeys: signingKeysFor(key, request),
      members: key.group.members,
      seat: key.seat,
      own: share === undefined ? undefined : ownSigner(context, signing, key, share),
      candidates: candidatesFor(context, signing, hosts, request),
      request,
      canary,
      pool: poolFor(signing.pool, {
        keyId: key.keyId,
        epochId: key.epochId,
        ownerAt: (seat) => hosts[seat - 1],
        nowMs: () => context.clocks.wallMs,
      }),
      isSuspect: (seat) => isSuspect(context, signing, hosts[seat - 1] ?? ''),
      hedgeMs: () => patienceMs(signing.roundTrips, key.suite.id),
      leftMs: () => endMs - context.clocks.monotonicMs,
      graceMs: GRACE_MS,
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
  const running: Coordinating = { key, request, canary, session, done, askedMs: new Map() };
  signing.running.set(toHex(session.requestId), running);
  carryOut(context, signing, running, session.start(), hooks);
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
  noteAnswer(context, signing, running, seat, from);
  const outputs = running.session.step({ type: 'share', from: seat, opened });
  carryOut(context, signing, running, outputs, hooks);
}

function noteAnswer(
  context: CoreContext,
  signing: Signing,
  { key, askedMs }: Coordinating,
  seat: Seat,
  host: HostId,
): void {
  const sinceMs = askedMs.get(seat);
  if (sinceMs === undefined) return;
  askedMs.delete(seat); // What comes twice is measured once.
  const { roundTrips } = signing;
  const ms = context.clocks.monotonicMs - sinceMs;
  const suite = key.suite.id;
  if (ms <= delayMs(roundTrips, suite)) noteInTime(roundTrips, host);
  noteRoundTrip(roundTrips, { suite, host, ms });
}

/** @throws WireError */
export function onRefusal(
  context: CoreContext,
  signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
  hooks: SigningHooks,
): void {
  const refusal = decodeSignRefusal(given.body);
  const running = signing.running.get(toHex(refusal.requestId));
  if (running === undefined) return;
  const { key } = running;
  const seat = hostsOf(key).indexOf(given.from) + 1;
  if (seat === 0) return;
  if (isOfferGone(refusal)) {
    // Those that it made earlier are gone as well.
    const { keyId, epochId } = key;
    dropOffers(signing.pool, { owner: given.from, keyId, epochId });
  }
  const outputs = running.session.step({ type: 'refusal', from: seat, body: given.body });
  carryOut(context, signing, running, outputs, hooks);
}

/** Offers of a member, whether we asked for them or not. @throws WireError */
export function onOffers(
  context: CoreContext,
  signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
  hooks: SigningHooks,
): void {
  const key = takeOffers(context, signing, given, hooks);
  if (key !== undefined) eachWith(context, signing, given.from, { type: 'offers', key }, hooks);
}

/** @throws WireError */
export function onNoOffers(
  context: CoreContext,
  signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
  hooks: SigningHooks,
): void {
  const none = noOffers(context, signing, given);
  if (none !== undefined) {
    eachWith(context, signing, given.from, { type: 'no-offers', ...none }, hooks);
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
  for (const entry of allEntries(context.keys)) {
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

type News =
  | { readonly type: 'found'; readonly isNewBoot: boolean }
  | { readonly type: 'lost' }
  | { readonly type: 'offers'; readonly key: KeyEntry }
  | {
      readonly type: 'no-offers';
      readonly key: KeyEntry;
      readonly reason: 'refused' | 'epoch';
    };

/** Gives what happened to a host to all requests that it is a member for. */
function eachWith(
  context: CoreContext,
  signing: Signing,
  host: HostId,
  news: News,
  hooks: SigningHooks,
): void {
  for (const running of [...signing.running.values()]) {
    const seat = hostsOf(running.key).indexOf(host) + 1;
    if (seat === 0 || ('key' in news && news.key !== running.key)) continue;
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
  const [, request = '', wait = ''] = id.split('/');
  const running = signing.running.get(request);
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
  const hosts = hostsOf(running.key);
  for (const output of outputs) {
    switch (output.type) {
      case 'send': {
        const to = hosts[Number(output.to) - 1];
        const isPull = output.round === PULL_ROUND;
        const kind = isPull ? limits.FRAME.offerRequest : limits.FRAME.sign;
        if (to === undefined) throw new RangeError('a signing session sends to seats');
        // Our own share goes with it.
        const subject = subjectOfShares(running.key);
        sendTo(context, subject, { to: [to], lane: 'sign', kind, body: output.envelope });
        if (!isPull) running.askedMs.set(Number(output.to), context.clocks.monotonicMs);
        break;
      }
      case 'deadline': {
        const id = `sign/${toHex(running.session.requestId)}/${output.wait}`;
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
  const isWaitedFor = ({ reason }: { readonly reason: string }) => reason === 'silent';
  const early = outcome.attempts.filter(({ excluded }) => excluded.some(isWaitedFor)).length;
  noteRequest(signing.roundTrips, early);
  for (const { signers, excluded } of outcome.attempts) {
    count(context, 'attempts');
    for (const { seat, reason } of excluded) {
      count(context, 'exclusions', { reason });
      const host = hostsOf(running.key)[seat - 1];
      if (!isWaitedFor({ reason }) || host === undefined || !signers.includes(seat)) continue;
      noteLate(signing.roundTrips, host, context.clocks.monotonicMs);
    }
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
