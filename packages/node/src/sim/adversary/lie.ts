/**
 * Shares that are wrong, in envelopes that are right.
 * @module
 */
import type { Ciphersuite } from '@permafrost/frost';
import {
  decodeSignShare,
  encodeSignShare,
  parseEnvelope,
  sealEnvelope,
} from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import type { Network } from '../world.ts';

/** Makes every share of a node wrong, in an envelope that is right. */
export function lie(network: Network, liar: number, suite: Ciphersuite, onLie: () => void): void {
  const seed = network.nodes[liar]?.seed;
  if (seed === undefined) return;
  network.onFrame(({ from, kind, body }) => {
    if (from !== liar || kind !== limits.FRAME.sign) return body;
    const opened = parseEnvelope(body);
    if (opened.round !== 2) return body;
    onLie();
    const { reqHash, share } = decodeSignShare(opened.payload);
    const wrong = suite.encodeScalar((suite.decodeScalar(share) + 1n) % suite.order);
    return sealEnvelope({ ...opened, payload: encodeSignShare({ reqHash, share: wrong }) }, seed);
  });
}
