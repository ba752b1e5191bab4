/**
 * Going on with a request that another coordinator may have begun: members are asked what they
 * know of it, and only if no signature comes of that does a new attempt begin. What members are
 * told of finished signatures comes in here too.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  decodeSignResult,
  decodeSignResume,
  encodeSignResume,
  type Opened,
  type Resumption,
  SIGN_KIND,
  SIGN_ROUND,
  type SignResume,
  sealEnvelope,
  startResumption,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import { isUp } from '../tables/peers.ts';
import { holdTold } from '../tables/requests-held.ts';
import { publicKeyFor, signingKeysFor, verifiesFor } from './children.ts';
import { type CoreContext, count, sendTo } from './context.ts';
import { coordinateRequest } from './coordinator.ts';
import { isTriedAgain } from './entry-epochs.ts';
import type { OpenRequest, RequestPlane } from './entry-state.ts';
import { finishOutcome, finishWithSignature, stopWork } from './finish.ts';
import { knownSignature, tellResult } from './held.ts';
import { type Signing, subjectOfShares } from './signing.ts';

export type Resuming = {
  readonly key: KeyEntry;
  readonly resumption: Resumption;
  /** Members that were asked and have not answered. */
  readonly awaiting: Set<HostId>;
};

/** Coordinates a request, after asking what is known of it where somebody may have begun it. */
export function coordinate(plane: RequestPlane, open: OpenRequest, key: KeyEntry): void {
  if (open.isResumed) askMembers(plane, open, key);
  else begin(plane, open, key);
}

/** Whether another coordinator asked this node about a request, or told its result. */
export function isBegunElsewhere({ held }: Signing, self: HostId, id: string): boolean {
  const known = held.byId.get(id);
  if (known === undefined) return false;
  return (
    known.known !== undefined ||
    known.told.size > 0 ||
    known.attempts.some(({ coordinator }) => coordinator !== self)
  );
}

function begin(plane: RequestPlane, open: OpenRequest, key: KeyEntry): void {
  const { context, signing, hooks } = plane;
  const { request } = open;
  const done: Parameters<typeof coordinateRequest>[2]['done'] = (outcome) => {
    if (!isTriedAgain(plane, open, key, outcome)) finishOutcome(plane, open, key, outcome);
  };
  coordinateRequest(context, signing, { key, request, canary: false, done }, hooks);
}

function askMembers(plane: RequestPlane, open: OpenRequest, key: KeyEntry): void {
  const { context, entry, signing } = plane;
  const { request } = open;
  const { message } = request;
  const publicKeys = signingKeysFor(key, request);
  const publicKey = publicKeyFor(key, request);
  const resumption = startResumption({ publicKeys, publicKey, message });
  const known = resumption.take(key.seat, answerFor(signing, key, open.id));
  if (known !== undefined) {
    finishWithSignature(plane, open, key, known);
    return;
  }
  const others = hostsOf(key).filter((host) => host !== context.self && isUp(context.peers, host));
  count(context, 'resumes');
  const resuming = { key, resumption, awaiting: new Set(others) };
  entry.resuming.set(open.id, resuming);
  const question = { type: 'question', keyId: key.keyId } as const;
  for (const host of others) send(context, key, { to: host, id: open.requestId, say: question });
  const id = `again/${open.id}`;
  context.act(undefined, { type: 'timer', id, afterMs: limits.RESUME_WITHIN_MS });
  settle(plane, open, resuming);
}

/** Goes on once nothing more is to be expected of those who were asked. */
function settle(plane: RequestPlane, open: OpenRequest, resuming: Resuming): void {
  const { context } = plane;
  if (resuming.awaiting.size > 0) return;
  const hosts = hostsOf(resuming.key);
  // A coordinator that lives may be about to finish, and says so to all: two signatures of one
  // request are to be avoided, within what waiting costs.
  const isAlive = [...resuming.resumption.openOf()].some((seat) => {
    const host = hosts[seat - 1];
    return host !== undefined && host !== context.self && isUp(context.peers, host);
  });
  if (!isAlive) goOn(plane, open, resuming);
}

function goOn({ entry, ...plane }: RequestPlane, open: OpenRequest, { key }: Resuming): void {
  entry.resuming.delete(open.id);
  begin({ entry, ...plane }, open, key);
}

/** Those who were asked had their time. */
export function resumeTimer(plane: RequestPlane, id: string): void {
  const resuming = plane.entry.resuming.get(id);
  const open = plane.entry.open.get(id);
  if (resuming !== undefined && open !== undefined) goOn(plane, open, resuming);
}

/** A member that was asked is gone. */
export function resumePeerDown(plane: RequestPlane, host: HostId): void {
  for (const [id, resuming] of [...plane.entry.resuming]) {
    const open = plane.entry.open.get(id);
    resuming.awaiting.delete(host);
    if (open !== undefined) settle(plane, open, resuming);
  }
}

/** A round 3 envelope of a member: it asks, or it answers. @throws WireError */
export function onResume(plane: RequestPlane, from: HostId, opened: Opened): void {
  const { context, signing } = plane;
  const said = decodeSignResume(opened.payload);
  const key = context.keys.byId.get(toHex(said.keyId));
  if (key === undefined || opened.kind !== SIGN_KIND) return;
  const seat = hostsOf(key).indexOf(from) + 1;
  if (seat === 0 || seat !== opened.from || opened.to !== key.seat) return;
  const id = toHex(opened.sessionId);
  if (said.type === 'question') {
    const say = answerFor(signing, key, id);
    send(context, key, { to: from, id: opened.sessionId, say });
    return;
  }
  const resuming = plane.entry.resuming.get(id);
  const open = plane.entry.open.get(id);
  // One answer each: that bounds what there is to look at.
  if (open === undefined || resuming?.key !== key || !resuming.awaiting.delete(from)) return;
  const known = resuming.resumption.take(seat, said);
  if (known === undefined) settle(plane, open, resuming);
  else finishWithSignature(plane, open, key, known);
}

/** What this node knows of a request of this key. */
function answerFor(
  signing: Signing,
  key: KeyEntry,
  id: string,
): Extract<SignResume, { readonly type: 'answer' }> {
  const known = knownSignature(signing, key, id);
  const held = signing.held.byId.get(id);
  const isOfKey = held !== undefined && toHex(held.request.keyId) === key.id;
  // Seats and shares of another epoch mean nothing in this one.
  const epochId = toHex(key.epochId);
  const attempts = isOfKey
    ? held.attempts.filter((one) => one.epochId === epochId).map(({ attempt }) => attempt)
    : [];
  return { type: 'answer', keyId: key.keyId, known: isOfKey ? known : undefined, attempts };
}

function send(
  context: CoreContext,
  key: KeyEntry,
  given: { readonly to: HostId; readonly id: Uint8Array; readonly say: SignResume },
): void {
  const body = sealEnvelope(
    {
      suite: key.suite.id,
      kind: SIGN_KIND,
      sessionId: given.id,
      round: SIGN_ROUND.resume,
      from: key.seat,
      to: hostsOf(key).indexOf(given.to) + 1,
      payload: encodeSignResume(given.say),
    },
    context.options.hostSeed,
  );
  const frame = { lane: 'sign', kind: limits.FRAME.sign, body } as const;
  sendTo(context, subjectOfShares(key), { to: [given.to], ...frame });
}

/**
 * A finished signature that a member tells. Of a request that is open here it ends the request, if
 * it verifies; of one that this node gave a share for it is kept, and verified when it is used.
 * False when nothing is known of the request here. @throws WireError
 */
export function takeResult(plane: RequestPlane, from: HostId, body: Uint8Array): boolean {
  const { context, entry, signing } = plane;
  const { requestId, signature, signers } = decodeSignResult(body);
  const id = toHex(requestId);
  const open = entry.open.get(id);
  const request = open?.request ?? signing.held.byId.get(id)?.request;
  if (request === undefined) return false;
  const key = context.keys.byId.get(toHex(request.keyId));
  if (key === undefined || !hostsOf(key).includes(from)) return true;
  if (open === undefined) {
    holdTold(signing.held, id, { from, result: { signature, signers } });
    return true;
  }
  if (open.liars.has(from)) return true;
  if (!verifiesFor(key, request, signature)) {
    open.liars.add(from);
    plane.hooks.fault(from, 'wrong-result', undefined);
    return true;
  }
  stopWork(plane, open);
  finishWithSignature(plane, open, key, { signature, signers });
  return true;
}

/** Answers who asks for a share with the signature, where that is known; false when it is not. */
export function answerWithResult(
  plane: RequestPlane,
  from: HostId,
  requestId: Uint8Array,
): boolean {
  const { context, signing } = plane;
  const id = toHex(requestId);
  const held = signing.held.byId.get(id);
  const key = held === undefined ? undefined : context.keys.byId.get(toHex(held.request.keyId));
  if (key === undefined || !hostsOf(key).includes(from)) return false;
  const known = knownSignature(signing, key, id);
  if (known === undefined) return false;
  tellResult(context, [from], requestId, known);
  return true;
}
