/**
 * Requests while a key gets its next epoch: members follow its certificate within moments of each
 * other, and what fails only because two of them are not at one epoch is tried again.
 * @module
 */
import { equalBytes, toHex } from '@permafrost/frost';
import type { SignOutcome } from '@permafrost/protocol';
import { hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import { type CoreContext, count } from './context.ts';
import type { OpenRequest, RequestPlane } from './entry-state.ts';
import { tellEpochs } from './epochs-tell.ts';

/** Until it is tried again: about as long as a certificate takes to be heard of and verified. */
const AGAIN_AFTER_MS = 60;
/** What is left of the time of a request for another try to make sense. */
const LEFT_MS_MIN = 300;

export const EPOCH_AGAIN_TIMER = 'epoch-again';

/** The key of a request as this node has it now; undefined where it is no member any more. */
export function keyNow({ context }: RequestPlane, open: OpenRequest): KeyEntry | undefined {
  return context.keys.byId.get(toHex(open.request.keyId));
}

/**
 * Tries a request again that failed between two epochs. False when that is not why it failed, or its
 * time is over: then it ends as it is.
 */
export function isTriedAgain(
  plane: RequestPlane,
  open: OpenRequest,
  key: KeyEntry,
  outcome: SignOutcome,
): boolean {
  const { context, entry } = plane;
  if (outcome.type === 'signed' || outcome.halt) return false;
  if (open.request.deadlineMs - context.clocks.wallMs < LEFT_MS_MIN) return false;
  if (!isBetweenEpochs(context, key, outcome)) return false;
  if (outcome.nothingSigned !== true) open.isAsked = true;
  entry.betweenEpochs.add(open.id);
  count(context, 'epoch_retries');
  const epochs = context.keys.epochs.byKey.get(key.id);
  // Whoever is behind may only now hear of the certificate.
  if (epochs !== undefined) tellEpochs(context, epochs, hostsOf(key));
  const id = `${EPOCH_AGAIN_TIMER}/${open.id}`;
  context.act(undefined, { type: 'timer', id, afterMs: AGAIN_AFTER_MS });
  return true;
}

function isBetweenEpochs(
  { keys }: CoreContext,
  key: KeyEntry,
  outcome: Extract<SignOutcome, { readonly type: 'failed' }>,
): boolean {
  const now = keys.byId.get(key.id);
  const isStale = now === undefined || !equalBytes(now.epochId, key.epochId);
  return (
    isStale || outcome.code === 'E_EPOCH' || outcome.down.some(({ reason }) => reason === 'epoch')
  );
}
