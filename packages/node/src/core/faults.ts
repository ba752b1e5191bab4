/**
 * Faults on record.
 * @module
 */
import { fromHex } from '@permafrost/frost';
import { encodeEvidence } from '@permafrost/protocol';
import { encodeMessage, permafrost } from '@permafrost/wire';
import { nameOf } from '../directory.ts';
import { stepPeers } from '../tables/peers.ts';
import { type CoreContext, count, log } from './context.ts';
import type { CoreParts } from './parts.ts';

/** Faults kept on disk in one boot. */
const FAULTS_STORED_MAX = 256;

/** The recorder of faults of one boot. */
export function createFaults(context: CoreContext): CoreParts['fault'] {
  let faults = 0;
  return (host, code, evidence) => {
    stepPeers(context.peers, { type: 'fault', host, code });
    const name = nameOf(context.directory, host);
    count(context, 'faults', { peer: name, code });
    log(context, 'warn', 'fault', { node: name, code, proven: evidence !== undefined });
    if (++faults > FAULTS_STORED_MAX) return; // Counted and shown, but not stored for ever.
    const text = evidence === undefined ? undefined : encodeEvidence(evidence);
    const value = encodeMessage(permafrost.v1.StoredFault, {
      atMs: context.clocks.wallMs,
      hostPub: fromHex(host),
      code,
      ...(text === undefined ? {} : { evidence: new TextEncoder().encode(text) }),
    });
    const number = `${context.options.boot.counter}-${faults}`;
    const key = `fault/${number}`;
    context.act(undefined, { type: 'persist', changes: [{ type: 'put', key, value }] });
    if (text !== undefined) {
      context.act(undefined, { type: 'evidence', name: `${number}-${name}-${code}`, text });
    }
  };
}
