/**
 * Shares that left this node, kept so that somebody else can finish what they were given for.
 * @module
 */
import { toHex } from '@permafrost/frost';
import {
  encodeSignResult,
  heldAttempt,
  type ResumedSignature,
  type SignAnswer,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { HostId } from '../effects.ts';
import type { KeyEntry } from '../tables/keys-entry.ts';
import { holdAttempt, knownOf } from '../tables/requests-held.ts';
import { noteGiven } from '../tables/requests-signer.ts';
import { type CoreContext, sendTo } from './context.ts';
import type { Signing } from './signing.ts';

/** Bytes of the request hash before the share. */
const HASH_BYTES = 64;

/** Notes a share that is about to leave, to this coordinator or as our own part of a request. */
export function keepShare(
  signing: Signing,
  coordinator: HostId,
  answer: Extract<SignAnswer, { readonly type: 'share' }>,
): void {
  const { claim, core, payload, from, to } = answer;
  const id = toHex(claim.requestId);
  noteGiven(signing.signerRequests, id);
  if (claim.canary) return;
  const share = payload.slice(HASH_BYTES);
  const coordinatorShare = from === to ? share : answer.coordinatorShare;
  const attempt = heldAttempt(core, { coordinator: to, coordinatorShare, share });
  holdAttempt(signing.held, { id, request: claim.request }, { coordinator, attempt });
}

/** The signature of a request of this key, if this node heard of one that verifies. */
export function knownSignature(
  signing: Signing,
  key: KeyEntry,
  id: string,
): ResumedSignature | undefined {
  return knownOf(signing.held, id, ({ keyId, message }, signature) => {
    const { publicKey } = key;
    return toHex(keyId) === key.id && key.suite.verify({ publicKey, message, signature });
  });
}

/** Tells members the signature of a request: they need nothing more of it, whoever asks them. */
export function tellResult(
  context: CoreContext,
  to: readonly HostId[],
  requestId: Uint8Array,
  { signature, signers }: ResumedSignature,
): void {
  const body = encodeSignResult({ requestId, signature, signers });
  sendTo(context, undefined, { to, lane: 'sign', kind: limits.FRAME.signResult, body });
}
