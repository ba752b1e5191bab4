/**
 * This node as a signer: it gives offers, and shares to those who ask with them. Whoever
 * coordinates is trusted with nothing.
 * @module
 */
import { equalBytes, fromHex, type KeyPackage, toHex } from '@permafrost/frost';
import {
  type Arrival,
  answerSignRequest,
  coordinatorShareEvidence,
  decodeOfferRequest,
  decodeSignCore,
  decodeSignRequest,
  encodeOfferBatch,
  encodeSignRefusal,
  mixedEpochsEvidence,
  type OfferProof,
  type OfferRequest,
  parseEnvelope,
  type SignAnswer,
  sealEnvelope,
} from '@permafrost/protocol';
import { type ErrorCode, limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { activeEpoch } from '../tables/epochs.ts';
import { entryAt, hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import { type CoreContext, count, logAbout, sendTo } from './context.ts';
import { keepShare } from './held.ts';
import { refuseOffers } from './holdings.ts';
import { offerUsed } from './refill.ts';
import {
  arrival,
  decide,
  isSuspect,
  offersFor,
  portsOf,
  type Signing,
  type SigningHooks,
  shareOf,
  subjectOfShares,
} from './signing.ts';

/** Gives offers to a member that coordinates. @throws WireError */
export function onOfferRequest(
  context: CoreContext,
  signing: Signing,
  from: HostId,
  body: Uint8Array,
): void {
  const asked = decodeOfferRequest(body);
  const id = toHex(asked.keyId);
  const entry = entryAt(context.keys, id, asked.epochId) ?? context.keys.byId.get(id);
  const share = entry === undefined ? undefined : shareOf(signing, entry);
  const who = arrival(context, from);
  if (who === undefined) return;
  const isMember = entry !== undefined && hostsOf(entry).includes(from);
  const proofs = isMember
    ? offersOf(context, signing, { entry, share, who, asked })
    : whyNoKey(context, id, asked.epochId);
  if (typeof proofs === 'string') {
    refuseOffers(context, from, { ...asked, code: proofs });
    return;
  }
  const frame = { lane: 'sign', kind: limits.FRAME.offers } as const;
  sendTo(context, undefined, { to: [from], ...frame, body: encodeOfferBatch(proofs) });
}

/** Why who asks gets nothing of a key that this node signs nothing with, or not with it. */
function whyNoKey({ keys }: CoreContext, id: string, epochId: Uint8Array): ErrorCode {
  const epochs = keys.epochs.byKey.get(id);
  if (epochs === undefined) return 'E_UNKNOWN_KEY';
  // At the same epoch there is nothing to wait for: a member that lost its share.
  return equalBytes(activeEpoch(epochs).epoch.epochId, epochId) ? 'E_KEY_STATE' : 'E_EPOCH';
}

/** Offers for a member of the key, or why there are none. */
function offersOf(
  context: CoreContext,
  signing: Signing,
  given: {
    readonly entry: KeyEntry;
    readonly share: KeyPackage | undefined;
    readonly who: Arrival;
    readonly asked: OfferRequest;
  },
): readonly OfferProof[] | ErrorCode {
  const { entry, share, who, asked } = given;
  if (share === undefined || signing.halted.has(entry.id)) return 'E_KEY_STATE';
  if (!equalBytes(entry.epochId, asked.epochId)) return 'E_EPOCH';
  const proofs = offersFor(context, signing, { entry, share, who, count: asked.count });
  return proofs.length === 0 ? 'E_BUSY' : proofs;
}

/** A SignRequest: somebody asks for our share. */
export function onSignRequest(
  context: CoreContext,
  signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
  hooks: SigningHooks,
): void {
  const { from, body } = given;
  const who = arrival(context, from);
  if (who === undefined) return;
  const checkSignature = isSuspect(context, signing, from);
  const answer = answerSignRequest(
    { ...who, envelope: body, checkSignature },
    portsOf(context, signing),
  );
  switch (answer.type) {
    case 'share': {
      keepShare(signing, from, answer);
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
      decide(context, answer.claim, 'allow', '');
      count(context, 'shares', { outcome: 'given' });
      const keyId = toHex(answer.claim.request.keyId);
      offerUsed(context, signing, { keyId, host: from });
      const key = entryAt(context.keys, keyId, answer.epochId);
      sendTo(context, subjectOfShares(key), {
        to: [from],
        lane: 'sign',
        kind: limits.FRAME.sign,
        body: envelope,
      });
      return;
    }
    case 'refusal':
      refused(context, given, answer, hooks);
      return;
    case 'fault':
      hooks.fault(from, 'bad-envelope', undefined);
      return;
  }
}

function refused(
  context: CoreContext,
  { from, body }: { readonly from: HostId; readonly body: Uint8Array },
  answer: Extract<SignAnswer, { readonly type: 'refusal' }>,
  hooks: SigningHooks,
): void {
  const { refusal, alarm, lie } = answer;
  const key = lie === undefined ? undefined : keyOfEnvelope(context, body);
  if (lie !== undefined && key !== undefined) {
    const { group, attempt, transcript } = key;
    const evidenceOf = lie === 'mixed-epochs' ? mixedEpochsEvidence : coordinatorShareEvidence;
    const about = { request: body, culprit: fromHex(from) };
    hooks.fault(from, lie, evidenceOf({ group, attempt, transcript }, about));
  }
  count(context, 'shares', { outcome: refusal.code });
  if (alarm !== undefined) {
    const fields = { alarm, request: toHex(refusal.requestId) };
    logAbout(context, from, { level: 'error', event: 'security alarm', fields });
  }
  const fields = {
    request: toHex(refusal.requestId),
    coordinator: from.slice(0, 8),
    code: refusal.code,
    reason: refusal.reason,
  };
  logAbout(context, from, { level: 'info', event: 'share refused', fields });
  sendTo(context, undefined, {
    to: [from],
    lane: 'sign',
    kind: limits.FRAME.signRefusal,
    body: encodeSignRefusal(refusal),
  });
}

/** The key that a SignRequest is about. */
function keyOfEnvelope(context: CoreContext, envelope: Uint8Array): KeyEntry | undefined {
  const { core } = decodeSignRequest(parseEnvelope(envelope).payload);
  const { request, epochId } = decodeSignCore(core);
  return entryAt(context.keys, toHex(request.keyId), epochId);
}
