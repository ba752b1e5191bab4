/** What one participant of a COCKTAIL key generation computes, by step. */
import { randomBytes } from 'node:crypto';
import type { CocktailSuite } from '@permafrost/frost';
import {
  deal,
  finish,
  parseDeal,
  verifyProofOfPossession,
} from '../../packages/frost/src/cocktail.ts';
import { ordersHold } from '../../packages/frost/src/orders.ts';
import { type Ceremony, ceremony, open, sharesOf } from '../../packages/frost/test/ceremony.ts';
import type { Work } from './measure.ts';

/** Deals; reads, checks and opens what n dealers dealt; sums up. */
export const KEYGEN_STEPS = ['dkg-deal', 'dkg-receive', 'dkg-certify'] as const;
export type KeygenStep = (typeof KEYGEN_STEPS)[number];
export type KeygenSteps = Readonly<Record<KeygenStep, Work>>;

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** A ceremony of `made`, as the participant 1 with the arithmetic of `suite` goes through it. */
export function keygenSteps(made: Ceremony, suite: CocktailSuite): KeygenSteps {
  const { t, context, messages } = made;
  const n = messages.length;
  const receivers = made.receivers.map(({ x, publicKey }) => ({
    x,
    publicKey: suite.decodeElement(made.suite.encodeElement(publicKey)),
  }));
  const sizes = { minSigners: t, receivers: n, ciphertextBytesMax: suite.scalarBytes + 16 };
  const read = () =>
    messages.map((bytes) => parseDeal(suite, { bytes, ...sizes, deferOrderChecks: true }));
  const staticSecret = made.secrets[0] as bigint;
  const commitments = read().map(({ commitment }) => commitment);
  const shares = sharesOf({ ...made, deals: made.deals }, 1);
  return {
    'dkg-deal': () => () =>
      deal({ suite, context, minSigners: t, staticSecret, receivers, random }),
    'dkg-receive': () => () => {
      const deals = read();
      for (const one of deals) {
        if (!verifyProofOfPossession(suite, context, one)) throw new Error('a proof is wrong');
      }
      const later = deals.flatMap(({ commitment }) => commitment.slice(1));
      if (!ordersHold(suite, later, random)) throw new Error('an order is wrong');
      const own: Ceremony = { ...made, suite, receivers, deals };
      for (let from = 1; from <= n; from++) {
        if (open(own, 1, from).type !== 'opened') throw new Error('a share is wrong');
      }
    },
    'dkg-certify': () => () =>
      finish(suite, {
        commitments,
        receivers: receivers.map(({ x }) => x),
        own: { x: 1n, shares },
      }),
  };
}

export function ceremonyOf(suite: CocktailSuite, t: number, n: number): Ceremony {
  return ceremony(suite, t, n, 'bench');
}
