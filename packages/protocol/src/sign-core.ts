/**
 * The messages of signing as bytes. What a signer signs for is the core as it was received: its
 * hash names the request in every later message.
 * @module
 */
import { concat, type Identifier, identifier, LP, TH } from '@permafrost/frost';
import {
  boundedBytes,
  boundedList,
  boundedText,
  decodeMessage,
  type ErrorCode,
  encodeMessage,
  exactBytes,
  isErrorCode,
  limits,
  permafrost,
  WireError,
} from '@permafrost/wire';
import { encodeOfferProof, type OfferProof, offerProofFromMessage } from './offers.ts';
import { type Refusal, requestFromMessage, type SignatureRequest } from './request.ts';

/** The kind of signing envelopes, and their rounds. */
export const SIGN_KIND: 'sign' = 'sign';
export const SIGN_ROUND: { readonly request: 1; readonly share: 2; readonly resume: 3 } = {
  request: 1,
  share: 2,
  resume: 3,
};

export type SignCore = {
  /** 32 bytes. */
  readonly epochId: Uint8Array;
  readonly request: SignatureRequest;
  /** 1 for the first signing set of a request. */
  readonly attempt: number;
  readonly signers: readonly Identifier[];
  /** One for each signer, in the same order. */
  readonly offers: readonly OfferProof[];
  /** The first test signature of a key: no requester. */
  readonly canary: boolean;
};

const SCALAR_BYTES_MAX = 57;
const REASON_CHARACTERS_MAX = 200;

export function encodeSignCore(core: SignCore): Uint8Array {
  return encodeMessage(permafrost.v1.SignCore, {
    epochId: core.epochId,
    request: core.request,
    attempt: core.attempt,
    signers: [...core.signers],
    offers: core.offers.map(encodeOfferProof),
    canary: core.canary,
  });
}

/**
 * Decodes a core: every field has the right size and range. Whether the signers are a signing set
 * is for the signer to check.
 * @throws WireError
 */
export function decodeSignCore(bytes: Uint8Array): SignCore {
  const message = decodeMessage(permafrost.v1.SignCore, bytes);
  const signers = boundedList(message.signers, limits.MEMBERS_MAX, 'signers');
  const offers = boundedList(message.offers, limits.MEMBERS_MAX, 'offers');
  if (message.attempt < 1 || message.attempt > 0xffff) throw new WireError('attempt: range');
  if (signers.some((seat) => seat < 1 || seat > 65_534)) throw new WireError('signers: range');
  return {
    epochId: exactBytes(message.epochId, 32, 'epoch id'),
    request: requestFromMessage(message.request),
    attempt: message.attempt,
    signers: signers.map(identifier),
    offers: offers.map(offerProofFromMessage),
    canary: message.canary,
  };
}

/** 64 bytes over the core as received. */
export function signRequestHash(core: Uint8Array): Uint8Array {
  return TH('sign/req', core);
}

/** Payload of a SignRequest: the core, and the coordinator's own share if it is a signer. */
export type SignRequest = {
  readonly core: Uint8Array;
  /** z of the coordinator; empty when it is not among the signers. */
  readonly share: Uint8Array;
};

export function encodeSignRequest({ core, share }: SignRequest): Uint8Array {
  return concat(LP(core), share);
}

/** @throws WireError */
export function decodeSignRequest(payload: Uint8Array): SignRequest {
  if (payload.length < 4) throw new WireError('sign request: too short');
  const length = new DataView(payload.buffer, payload.byteOffset, 4).getUint32(0);
  if (length > payload.length - 4) throw new WireError('sign request: shorter than it says');
  const share = payload.subarray(4 + length);
  return {
    core: Uint8Array.from(payload.subarray(4, 4 + length)),
    share: boundedBytes(share, { min: 0, max: SCALAR_BYTES_MAX }, 'share of the coordinator'),
  };
}

/** Payload of a SignShare. */
export type SignShare = {
  /** 64 bytes. */
  readonly reqHash: Uint8Array;
  /** z of the sender, encoded scalar. */
  readonly share: Uint8Array;
};

export function encodeSignShare({ reqHash, share }: SignShare): Uint8Array {
  return concat(reqHash, share);
}

/** Does not decode the scalar. @throws WireError */
export function decodeSignShare(payload: Uint8Array): SignShare {
  const share = payload.subarray(64);
  return {
    reqHash: exactBytes(payload.subarray(0, 64), 64, 'request hash'),
    share: boundedBytes(share, { min: 32, max: SCALAR_BYTES_MAX }, 'share'),
  };
}

/** A signer's answer instead of a share. Not signed, and never a fault. */
export type SignRefusal = Refusal & { readonly requestId: Uint8Array; readonly attempt: number };

export function encodeSignRefusal(refusal: SignRefusal): Uint8Array {
  const reason = refusal.reason.slice(0, REASON_CHARACTERS_MAX);
  return encodeMessage(permafrost.v1.SignRefusal, { ...refusal, reason });
}

/** @throws WireError, also for a code that is not ours */
export function decodeSignRefusal(bytes: Uint8Array): SignRefusal {
  const message = decodeMessage(permafrost.v1.SignRefusal, bytes);
  if (!isErrorCode(message.code)) throw new WireError('refusal: unknown code');
  const code: ErrorCode = message.code;
  const reason = boundedText(message.reason, REASON_CHARACTERS_MAX, 'reason');
  // It may be shown to the requester, in one line.
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(reason)) throw new WireError('refusal: odd text');
  return {
    requestId: exactBytes(message.requestId, 32, 'request id'),
    attempt: message.attempt,
    code,
    reason,
  };
}

/** The finished signature on its way to all members. */
export type SignResult = {
  readonly requestId: Uint8Array;
  readonly signature: Uint8Array;
  /** Seats of those who made it, as somebody says; for people. */
  readonly signers: readonly number[];
};

export function encodeSignResult(result: SignResult): Uint8Array {
  return encodeMessage(permafrost.v1.SignResult, { ...result, signers: [...result.signers] });
}

/** Does not verify the signature. @throws WireError */
export function decodeSignResult(bytes: Uint8Array): SignResult {
  const message = decodeMessage(permafrost.v1.SignResult, bytes);
  return {
    requestId: exactBytes(message.requestId, 32, 'request id'),
    signature: boundedBytes(message.signature, { min: 64, max: 114 }, 'signature'),
    signers: seatsFrom(message.signers),
  };
}

/** Asks the owner for offers to this coordinator. */
export type OfferRequest = {
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly count: number;
};

export function encodeOfferRequest(request: OfferRequest): Uint8Array {
  return encodeMessage(permafrost.v1.OfferRequest, request);
}

/** @throws WireError */
export function decodeOfferRequest(bytes: Uint8Array): OfferRequest {
  const { keyId, epochId, count } = decodeMessage(permafrost.v1.OfferRequest, bytes);
  if (count < 1 || count > limits.OFFERS_PER_BATCH_MAX) throw new WireError('count: range');
  return {
    keyId: exactBytes(keyId, 16, 'key id'),
    epochId: exactBytes(epochId, 32, 'epoch id'),
    count,
  };
}

/** Seats as somebody says them, 1 to 65534. @throws WireError */
export function seatsFrom(list: readonly number[] | null | undefined): readonly number[] {
  const seats = boundedList(list, limits.MEMBERS_MAX, 'seats');
  if (seats.some((seat) => seat < 1 || seat > 65_534)) throw new WireError('seats: range');
  return seats;
}
