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
import { verifiesFor } from './children.ts';
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
  holdAttempt(
    signing.held,
    { id, request: claim.request },
    {
      coordinator,
      attempt,
      epochId: toHex(answer.epochId),
    },
  );
}

/** The signature of a request of this key, if this node heard of one that verifies. */
export function knownSignature(
  signing: Signing,
  key: KeyEntry,
  id: string,
): ResumedSignature | undefined {
  return knownOf(
    signing.held,
    id,
    (request, signature) => toHex(request.keyId) === key.id && verifiesFor(key, request, signature),
  );
}

/** Tells members the signature of a request at once: they need nothing more, whoever asks them. */
export function tellResult(
  context: CoreContext,
  to: readonly HostId[],
  requestId: Uint8Array,
  { signature, signers }: ResumedSignature,
): void {
  const body = encodeSignResult({ requestId, signature, signers });
  sendTo(context, undefined, { to, lane: 'sign', kind: limits.FRAME.signResult, body });
}

/** A result that members are to be told. */
export type UntoldResult = { readonly to: readonly HostId[]; readonly body: Uint8Array };

/** Frames of results that wait, at most; more go out at once. */
const UNTOLD_MAX = 256;
/** How long a result may wait for others: their frames share a write and a wakening of each peer. */
const TELL_AFTER_MS = 100;

/**
 * Tells the other members of a key the signature of a request, soon. Nobody waits for that: whoever
 * asks a member before it heard of the result is told of the shares that were given.
 */
export function tellResultSoon(
  context: CoreContext,
  untold: UntoldResult[],
  given: {
    readonly to: readonly HostId[];
    readonly requestId: Uint8Array;
    readonly result: ResumedSignature;
  },
): void {
  const { to, requestId, result } = given;
  const { signature, signers } = result;
  untold.push({ to, body: encodeSignResult({ requestId, signature, signers }) });
  if (untold.length >= UNTOLD_MAX) tellResults(context, untold);
  else if (untold.length === 1) {
    context.act(undefined, { type: 'timer', id: 'tell/results', afterMs: TELL_AFTER_MS });
  }
}

/** Tells all results that wait. */
export function tellResults(context: CoreContext, untold: UntoldResult[]): void {
  for (const { to, body } of untold.splice(0)) {
    sendTo(context, undefined, { to, lane: 'sign', kind: limits.FRAME.signResult, body });
  }
}
