/**
 * What owners and coordinators tell each other about offers besides the offers themselves. None of
 * it is signed, and none of it can do harm but to the one who says it.
 * @module
 */
import {
  boundedList,
  decodeMessage,
  type ErrorCode,
  encodeMessage,
  exactBytes,
  isErrorCode,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';

/** An owner makes no offers for a key: for good, or (E_BUSY) until some of those it made are used. */
export type NoOffers = {
  /** 16 bytes. */
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly epochId: Uint8Array;
  readonly code: ErrorCode;
};

export function encodeNoOffers(message: NoOffers): Uint8Array {
  return encodeMessage(permafrost.v1.NoOffers, message);
}

/** @throws WireError */
export function decodeNoOffers(bytes: Uint8Array): NoOffers {
  const { keyId, epochId, code } = decodeMessage(permafrost.v1.NoOffers, bytes);
  if (!isErrorCode(code)) throw new WireError('code: unknown');
  return {
    keyId: exactBytes(keyId, 16, 'key id'),
    epochId: exactBytes(epochId, 32, 'epoch'),
    code,
  };
}

/** All offers of one owner that a coordinator holds. */
export type HeldOffers = {
  /** The boot of the owner that made them, 16 bytes. */
  readonly bootId: Uint8Array;
  readonly nonceIds: readonly number[];
  /** The highest nonce that ever came; 0 when none did. */
  readonly known: number;
};

export function encodeHeldOffers({ bootId, nonceIds, known }: HeldOffers): Uint8Array {
  return encodeMessage(permafrost.v1.HeldOffers, { bootId, nonceIds: [...nonceIds], known });
}

/** @throws WireError */
export function decodeHeldOffers(bytes: Uint8Array): HeldOffers {
  const { bootId, nonceIds, known } = decodeMessage(permafrost.v1.HeldOffers, bytes);
  return {
    bootId: exactBytes(bootId, 16, 'boot id'),
    nonceIds: boundedList(nonceIds, limits.OFFERS_HELD_MAX, 'nonces').map((id) =>
      safeInteger(id, 'nonce id'),
    ),
    known: safeInteger(known, 'known'),
  };
}
