/**
 * Nonce offers: one commitment pair, promised by its owner to one coordinator during one of the
 * boots of both. Signed by the owner in batches, so that a share can be judged by anybody and two
 * offers of one nonce are evidence.
 * @module
 */
import {
  type Ciphersuite,
  DecodeError,
  decodeNonceCommitments,
  equalBytes,
  type Identifier,
  identifier,
  list,
  type NonceCommitments,
  signEd25519,
  TH,
  toHex,
  verifyEd25519,
} from '@permafrost/frost';
import {
  boundedBytes,
  boundedList,
  decodeMessage,
  encodeMessage,
  exactBytes,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';

export type NonceOffer = {
  readonly suite: string;
  /** 16 bytes. */
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly epochId: Uint8Array;
  /** Of the owner. */
  readonly identifier: Identifier;
  /** Host key, 32 bytes. */
  readonly coordinator: Uint8Array;
  /** 16 bytes. */
  readonly coordinatorBootId: Uint8Array;
  /** Of the owner, 16 bytes. */
  readonly bootId: Uint8Array;
  /** One counter for each boot of the owner. */
  readonly nonceId: number;
  /** Encoded elements D and E. */
  readonly hiding: Uint8Array;
  readonly binding: Uint8Array;
  /** Milliseconds since 1970 by the owner's clock. */
  readonly notAfterMs: number;
};

/** An offer with what its signature needs, and its bytes as received. */
export type OfferProof = {
  readonly offer: NonceOffer;
  readonly item: Uint8Array;
  /** Hashes of all items of its batch, in order. */
  readonly hashes: readonly Uint8Array[];
  readonly signature: Uint8Array;
};

/** A batch of offers whose signature is wrong: its sender made it, or someone changed it. */
export class OfferError extends Error {
  override readonly name = 'OfferError';
}

export function encodeOffer(offer: NonceOffer): Uint8Array {
  return encodeMessage(permafrost.v1.NonceOffer, offer);
}

/** Checks sizes and ranges; elements: {@link commitmentsOf}. @throws WireError */
export function decodeOffer(item: Uint8Array): NonceOffer {
  const message = decodeMessage(permafrost.v1.NonceOffer, item);
  const element = { min: 32, max: 57 };
  const { suite, identifier: seat } = message;
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(suite)) throw new WireError('suite: not a name');
  if (seat < 1 || seat > 65_534) throw new WireError('identifier: out of range');
  return {
    suite,
    keyId: exactBytes(message.keyId, 16, 'key id'),
    epochId: exactBytes(message.epochId, 32, 'epoch id'),
    identifier: identifier(seat),
    coordinator: exactBytes(message.coordinator, 32, 'coordinator'),
    coordinatorBootId: exactBytes(message.coordinatorBootId, 16, 'coordinator boot id'),
    bootId: exactBytes(message.bootId, 16, 'boot id'),
    nonceId: safeInteger(message.nonceId, 'nonce id'),
    hiding: boundedBytes(message.hiding, element, 'hiding commitment'),
    binding: boundedBytes(message.binding, element, 'binding commitment'),
    notAfterMs: safeInteger(message.notAfterMs, 'notAfter'),
  };
}

/** Commitments that were decoded and order-checked lately, by suite and bytes. All public. */
const decoded = new WeakMap<Ciphersuite, Map<string, NonceCommitments>>();
const DECODED_MAX = 4_096;

/**
 * The elements of an offer, checked. An offer is looked at when it enters a pool and again when it
 * is used; the expensive part is done once.
 * @throws DecodeError
 */
export function commitmentsOf(suite: Ciphersuite, offer: NonceOffer): NonceCommitments {
  if (offer.suite !== suite.id) throw new DecodeError(`offer for ${offer.suite}`);
  const known = decodedOf(suite).get(nameOf(offer.hiding, offer.binding));
  if (known !== undefined) return known;
  const commitments = decodeNonceCommitments(suite, offer.hiding, offer.binding);
  rememberCommitments(suite, commitments);
  return commitments;
}

/** Commitments known to be right, such as our own. */
export function rememberCommitments(suite: Ciphersuite, commitments: NonceCommitments): void {
  const all = decodedOf(suite);
  all.set(nameOf(commitments.hidingBytes, commitments.bindingBytes), commitments);
  for (const oldest of all.keys()) {
    if (all.size <= DECODED_MAX) break;
    all.delete(oldest);
  }
}

function decodedOf(suite: Ciphersuite): Map<string, NonceCommitments> {
  let all = decoded.get(suite);
  if (all === undefined) {
    all = new Map();
    decoded.set(suite, all);
  }
  return all;
}

function nameOf(hiding: Uint8Array, binding: Uint8Array): string {
  return `${toHex(hiding)}/${toHex(binding)}`;
}

/** 32 bytes: how a batch names one of its items. */
export function offerHash(item: Uint8Array): Uint8Array {
  return TH('offer', item).subarray(0, 32);
}

function batchStatement(hashes: readonly Uint8Array[]): Uint8Array {
  return TH('offers', list(hashes));
}

/** One signature by the owner's host key over 1 to 64 encoded offers. */
export function signOffers(items: readonly Uint8Array[], hostSeed: Uint8Array): OfferProof[] {
  if (items.length < 1 || items.length > limits.OFFERS_PER_BATCH_MAX) {
    throw new RangeError(`${items.length} offers in one batch`);
  }
  const hashes = items.map(offerHash);
  const signature = signEd25519(hostSeed, batchStatement(hashes));
  return items.map((item) => ({ offer: decodeOffer(item), item, hashes, signature }));
}

/** Offers of one batch, all of it in order, for their way to the coordinator. */
export function encodeOfferBatch(proofs: readonly OfferProof[]): Uint8Array {
  const signature = proofs[0]?.signature;
  return encodeMessage(permafrost.v1.OfferBatch, {
    items: proofs.map((proof) => proof.item),
    ...(signature === undefined ? {} : { signature }),
  });
}

/**
 * Decodes a batch and verifies its one signature by `hostPub`.
 * @throws WireError; OfferError when the signature is wrong
 */
export function openOfferBatch(bytes: Uint8Array, hostPub: Uint8Array): OfferProof[] {
  const message = decodeMessage(permafrost.v1.OfferBatch, bytes);
  const items = boundedList(message.items, limits.OFFERS_PER_BATCH_MAX, 'offers');
  const signature = exactBytes(message.signature, 64, 'signature');
  if (items.length === 0) throw new WireError('offers: none');
  const hashes = items.map(offerHash);
  if (new Set(hashes.map(toHex)).size !== hashes.length) throw new WireError('offers: one twice');
  const proofs = items.map((item) => ({
    offer: decodeOffer(item),
    item: Uint8Array.from(item),
    hashes,
    signature,
  }));
  if (!verifyEd25519(hostPub, batchStatement(hashes), signature)) {
    throw new OfferError('the signature over the offers is wrong');
  }
  return proofs;
}

export function encodeOfferProof(proof: OfferProof): permafrost.v1.OfferProof.$Properties {
  return { item: proof.item, hashes: [...proof.hashes], signature: proof.signature };
}

/** Does not verify the signature. @throws WireError */
export function offerProofFromMessage(
  message: permafrost.v1.OfferProof.$Properties | null | undefined,
): OfferProof {
  if (message === undefined || message === null) throw new WireError('offer: missing');
  const item = message.item ?? new Uint8Array();
  const hashes = boundedList(message.hashes, limits.OFFERS_PER_BATCH_MAX, 'offer hashes');
  return {
    offer: decodeOffer(item),
    item: Uint8Array.from(item),
    hashes: hashes.map((hash) => exactBytes(hash, 32, 'offer hash')),
    signature: exactBytes(message.signature, 64, 'offer signature'),
  };
}

/** Whether the host key signed a batch that this offer was in. */
export function verifyOfferProof(proof: OfferProof, hostPub: Uint8Array): boolean {
  const hash = offerHash(proof.item);
  if (!proof.hashes.some((other) => equalBytes(other, hash))) return false;
  return verifyEd25519(hostPub, batchStatement(proof.hashes), proof.signature);
}

/** What a coordinator asked for, to compare what it got with. */
export type ExpectedOffer = {
  readonly suite: string;
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly identifier: Identifier;
  readonly coordinator: Uint8Array;
  readonly coordinatorBootId: Uint8Array;
  /** The owner's boot that was announced last. */
  readonly bootId: Uint8Array;
  readonly nowMs: number;
};

/** Why an offer is not what was asked for; undefined when it is. */
export function offerMismatch(offer: NonceOffer, expected: ExpectedOffer): string | undefined {
  if (offer.suite !== expected.suite) return 'suite';
  if (!equalBytes(offer.keyId, expected.keyId)) return 'key';
  if (!equalBytes(offer.epochId, expected.epochId)) return 'epoch';
  if (offer.identifier !== expected.identifier) return 'identifier';
  if (!equalBytes(offer.coordinator, expected.coordinator)) return 'coordinator';
  if (!equalBytes(offer.coordinatorBootId, expected.coordinatorBootId)) return 'coordinator boot';
  if (!equalBytes(offer.bootId, expected.bootId)) return 'boot';
  const { nowMs } = expected;
  if (offer.notAfterMs <= nowMs) return 'expired';
  const latestMs = nowMs + limits.OFFER_LIFE_MS + limits.CLOCK_SKEW_MAX_MS;
  return offer.notAfterMs > latestMs ? 'lives too long' : undefined;
}
