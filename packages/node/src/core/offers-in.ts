/**
 * Offers of other members on their way into the pool: checked once, and not when somebody waits for
 * a signature.
 * @module
 */
import { identifier, toHex } from '@permafrost/frost';
import { OfferError, type OfferProof, openOfferBatch } from '@permafrost/protocol';
import { nameOf } from '../directory.ts';
import type { HostId } from '../effects.ts';
import { entryAt, hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import { addOffers } from '../tables/nonces-pool.ts';
import { type CoreContext, logAbout } from './context.ts';
import type { Signing, SigningHooks } from './signing.ts';

/** The key that a batch of offers is for, when it is one of ours. @throws WireError */
export function takeOffers(
  context: CoreContext,
  signing: Signing,
  given: { readonly from: HostId; readonly body: Uint8Array },
  hooks: SigningHooks,
): KeyEntry | undefined {
  const { from, body } = given;
  const boot = context.peers.byHost.get(from)?.boot;
  if (boot === undefined) return undefined;
  let proofs: readonly OfferProof[];
  try {
    proofs = openOfferBatch(body, boot.hostPub);
  } catch (error) {
    if (!(error instanceof OfferError)) throw error;
    hooks.fault(from, 'bad-envelope', undefined);
    return undefined;
  }
  const first = proofs[0];
  const entry =
    first === undefined
      ? undefined
      : entryAt(context.keys, toHex(first.offer.keyId), first.offer.epochId);
  if (entry === undefined) return undefined;
  const seat = hostsOf(entry).indexOf(from) + 1;
  if (seat === 0) return undefined;
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
      // No fault: two copies of an honest node's memory would do the same.
      const fields = { node: nameOf(context.directory, from), nonce: output.nonceId };
      logAbout(context, from, { level: 'error', event: 'one nonce offered twice', fields });
    } else if (output.type === 'mismatch') {
      const fields = { from: from.slice(0, 8), reason: output.reason };
      logAbout(context, from, { level: 'warn', event: 'offers dropped', fields });
    }
  }
  return entry;
}
