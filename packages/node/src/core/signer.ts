/**
 * This node as a signer: it gives offers, and shares to those who ask with them. Whoever
 * coordinates is trusted with nothing.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import {
  answerSignRequest,
  coordinatorShareEvidence,
  decodeOfferRequest,
  decodeSignCore,
  decodeSignRequest,
  encodeOfferBatch,
  encodeSignRefusal,
  mixedEpochsEvidence,
  parseEnvelope,
  type SignAnswer,
  sealEnvelope,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import { hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import { type CoreContext, count, log, sendTo } from './context.ts';
import { keepShare } from './held.ts';
import {
  arrival,
  decide,
  isSuspect,
  offersFor,
  portsOf,
  type Signing,
  type SigningHooks,
} from './signing.ts';

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
      sendTo(context, undefined, {
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

/** The key that a SignRequest is about. */
function keyOfEnvelope(context: CoreContext, envelope: Uint8Array): KeyEntry | undefined {
  const { core } = decodeSignRequest(parseEnvelope(envelope).payload);
  return context.keys.byId.get(toHex(decodeSignCore(core).request.keyId));
}
