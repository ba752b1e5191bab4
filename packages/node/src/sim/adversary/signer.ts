/**
 * A signer that lies: about its shares, its offers, or both.
 * @module
 */
import { list, signEd25519, TH } from '@permafrost/frost';
import {
  decodeOffer,
  decodeSignShare,
  encodeOffer,
  encodeSignShare,
  parseEnvelope,
  sealEnvelope,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import type { SimFrame } from '../world.ts';
import type { Hands } from './hands.ts';
import { unlessBad } from './unless.ts';

const { FRAME } = limits;

/** Its SignShares, changed by `change`: undefined leaves one as it is. */
function shares(
  hands: Hands,
  kind: string,
  change: (frame: SimFrame, share: ReturnType<typeof decodeSignShare>) => Uint8Array | undefined,
): void {
  hands.outgoing((frame) => {
    if (frame.kind !== FRAME.sign) return frame.body;
    const other = unlessBad(() => {
      const opened = parseEnvelope(frame.body);
      return opened.round === 2 ? change(frame, decodeSignShare(opened.payload)) : undefined;
    });
    if (other === undefined) return frame.body;
    hands.did(kind);
    return other;
  });
}

/** Another share in the envelope of one, signed again. */
function withShare(
  hands: Hands,
  frame: SimFrame,
  share: ReturnType<typeof decodeSignShare>,
): Uint8Array {
  const opened = parseEnvelope(frame.body);
  return sealEnvelope({ ...opened, payload: encodeSignShare(share) }, hands.seedOf(frame.from));
}

function wrong(hands: Hands, share: Uint8Array): Uint8Array {
  const { suite } = hands;
  return suite.encodeScalar((suite.decodeScalar(share) + 1n) % suite.order);
}

/** Shares that are wrong, in envelopes that are right. */
export function wrongShares(hands: Hands): void {
  shares(hands, 'wrong-share', (frame, { reqHash, share }) =>
    withShare(hands, frame, { reqHash, share: wrong(hands, share) }),
  );
}

/** Shares that are wrong, in envelopes that nobody can show to anybody. */
export function wrongSharesUnsigned(hands: Hands): void {
  shares(hands, 'wrong-share-unsigned', (frame, { reqHash, share }) => {
    const sealed = withShare(hands, frame, { reqHash, share: wrong(hands, share) });
    return sealed.map((byte, i) => (i === sealed.length - 1 ? byte ^ 1 : byte));
  });
}

/** Two different shares for one request, a right one first or last. */
export function twoShares(hands: Hands): void {
  shares(hands, 'two-shares', (frame, { reqHash, share }) => {
    const right = { ...frame, body: Uint8Array.from(frame.body) };
    const other = withShare(hands, frame, { reqHash, share: wrong(hands, share) });
    if (hands.chance(0.5)) {
      hands.later(hands.pick(1, 60), () => hands.say(right));
      return other;
    }
    hands.later(hands.pick(1, 60), () => hands.say({ ...frame, body: other }));
    return undefined;
  });
}

/** The share that it gave once, as its answer to everything. */
export function sameShareAgain(hands: Hands): void {
  let first: Uint8Array | undefined;
  shares(hands, 'share-again', (frame, { reqHash, share }) => {
    first ??= share;
    return withShare(hands, frame, { reqHash, share: first });
  });
}

type Change = (offer: ReturnType<typeof decodeOffer>) => ReturnType<typeof decodeOffer>;

/** Its offers, changed and signed again. */
function offers(hands: Hands, kind: string, change: Change, ratio: number): void {
  hands.outgoing((frame) => {
    if (frame.kind !== FRAME.offers || !hands.chance(ratio)) return frame.body;
    const other = unlessBad(() => changedBatch(hands, frame, change));
    if (other === undefined) return frame.body;
    hands.did(kind);
    return other;
  });
}

export function changedBatch(hands: Hands, frame: SimFrame, change: Change): Uint8Array {
  const batch = decodeMessage(permafrost.v1.OfferBatch, frame.body);
  const items = batch.items.map((item: Uint8Array) => encodeOffer(change(decodeOffer(item))));
  const hashes = items.map((item: Uint8Array) => TH('offer', item).subarray(0, 32));
  const signature = signEd25519(hands.seedOf(frame.from), TH('offers', list(hashes)));
  return encodeMessage(permafrost.v1.OfferBatch, { ...batch, items, signature });
}

/** Commitments that it knows no nonces of. */
export function foreignOffers(hands: Hands): void {
  const { group } = hands.suite;
  offers(
    hands,
    'foreign-offer',
    (offer) => ({
      ...offer,
      hiding: hands.suite.encodeElement(group.multiplyBase(BigInt(hands.pick(2, 1_000_000)))),
    }),
    0.7,
  );
}

/** Offers of another epoch than the key's. */
export function offersOfAnotherEpoch(hands: Hands): void {
  offers(hands, 'offer-of-another-epoch', (o) => ({ ...o, epochId: hands.random(32) }), 0.7);
}

/** One nonce with two commitments, told to the same coordinator. */
export function twoOffers(hands: Hands): void {
  const { group } = hands.suite;
  hands.outgoing((frame) => {
    if (frame.kind !== FRAME.offers) return frame.body;
    const copy = { ...frame, body: Uint8Array.from(frame.body) };
    const body = unlessBad(() =>
      changedBatch(hands, copy, (offer) => ({
        ...offer,
        binding: hands.suite.encodeElement(group.multiplyBase(BigInt(hands.pick(2, 1_000_000)))),
      })),
    );
    if (body !== undefined) {
      hands.did('two-offers');
      hands.later(hands.pick(1, 60), () => hands.say({ ...copy, body }));
    }
    return frame.body;
  });
}
