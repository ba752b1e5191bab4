/**
 * A request taken back: the requester's word, and the word of each member that it gave no share
 * and gives none from now on.
 * @module
 */
import { signEd25519, TH, u64, verifyEd25519 } from '@permafrost/frost';
import {
  boundedBytes,
  decodeMessage,
  encodeMessage,
  exactBytes,
  limits,
  permafrost,
  safeInteger,
} from '@permafrost/wire';

export type SignCancel = {
  /** 32 bytes. The content it is the hash of names the requester. */
  readonly requestId: Uint8Array;
  /** 16 bytes: whose members are told. Not signed; a wrong one only tells the wrong members. */
  readonly keyId: Uint8Array;
  /** Binary PeerId. */
  readonly requester: Uint8Array;
  /** Ed25519 by the requester, 64 bytes. */
  readonly signature: Uint8Array;
};

/**
 * A member gave no share for a request of this requester, as far as it remembers, and gives none any
 * more in any window that has begun: one that begins later is signed by its requester later, or was
 * signed by it for later, and may be answered when this word is long forgotten. It may know nothing of the request but its id, so it names whose request it means: anybody
 * may take back an id of which he knows no content, and stops nothing but what is his.
 */
export type NoShare = {
  readonly requestId: Uint8Array;
  /** Binary PeerId. */
  readonly requester: Uint8Array;
  /** Since when it remembers, milliseconds since 1970: a restart forgets what was given before. */
  readonly sinceMs: number;
  /** Ed25519 by its host key, 64 bytes. */
  readonly signature: Uint8Array;
};

const REQUESTER = { min: 2, max: limits.PEER_ID_BYTES_MAX };

/** Signs with the requester's Ed25519 seed (32 bytes). */
export function signCancel(
  content: Omit<SignCancel, 'signature'>,
  requesterSeed: Uint8Array,
): SignCancel {
  return { ...content, signature: signEd25519(requesterSeed, cancelPreimage(content.requestId)) };
}

/** Whether the requester signed it. `requesterKey`: the Ed25519 key of `cancel.requester`. */
export function verifyCancel(cancel: SignCancel, requesterKey: Uint8Array): boolean {
  return verifyEd25519(requesterKey, cancelPreimage(cancel.requestId), cancel.signature);
}

export function encodeCancel(cancel: SignCancel): Uint8Array {
  return encodeMessage(permafrost.v1.SignCancel, cancel);
}

/** Does not verify the signature. @throws WireError */
export function decodeCancel(bytes: Uint8Array): SignCancel {
  return cancelFromMessage(decodeMessage(permafrost.v1.SignCancel, bytes));
}

/** The checks of {@link decodeCancel} on a message that was part of another. @throws WireError */
export function cancelFromMessage(message: permafrost.v1.SignCancel.$Properties): SignCancel {
  const none = new Uint8Array();
  return {
    requestId: exactBytes(message.requestId ?? none, 32, 'request id'),
    keyId: exactBytes(message.keyId ?? none, 16, 'key id'),
    requester: boundedBytes(message.requester ?? none, REQUESTER, 'requester'),
    signature: exactBytes(message.signature ?? none, 64, 'signature'),
  };
}

/** Signs with the member's host seed (32 bytes). */
export function signNoShare(content: Omit<NoShare, 'signature'>, hostSeed: Uint8Array): NoShare {
  return { ...content, signature: signEd25519(hostSeed, noSharePreimage(content)) };
}

export function verifyNoShare(word: NoShare, hostPub: Uint8Array): boolean {
  return verifyEd25519(hostPub, noSharePreimage(word), word.signature);
}

/** An answer to a cancel; undefined stands for a share that was given, or may have been. */
export function encodeCancelled(
  about: Pick<NoShare, 'requestId' | 'requester'>,
  word: NoShare | undefined,
): Uint8Array {
  const { requestId, requester } = about;
  return encodeMessage(permafrost.v1.SignCancelled, word ?? { requestId, requester });
}

/** Does not verify the signature. @throws WireError */
export function decodeCancelled(bytes: Uint8Array): {
  readonly requestId: Uint8Array;
  readonly requester: Uint8Array;
  readonly word: NoShare | undefined;
} {
  const message = decodeMessage(permafrost.v1.SignCancelled, bytes);
  const requestId = exactBytes(message.requestId, 32, 'request id');
  const requester = boundedBytes(message.requester, REQUESTER, 'requester');
  const about = { requestId, requester };
  if (message.signature.length === 0) return { ...about, word: undefined };
  return { ...about, word: noShareFrom(about, message) };
}

/** @throws WireError */
export function noShareFrom(
  about: Pick<NoShare, 'requestId' | 'requester'>,
  message: {
    readonly sinceMs?: permafrost.v1.SignCancelled.$Properties['sinceMs'];
    readonly signature?: Uint8Array | null;
  },
): NoShare {
  return {
    ...about,
    sinceMs: safeInteger(message.sinceMs, 'since'),
    signature: exactBytes(message.signature ?? new Uint8Array(), 64, 'signature'),
  };
}

function cancelPreimage(requestId: Uint8Array): Uint8Array {
  return TH('sign/cancel', requestId);
}

function noSharePreimage(word: Omit<NoShare, 'signature'>): Uint8Array {
  const { requestId, requester, sinceMs } = word;
  return TH('sign/no-share', requestId, requester, u64(sinceMs));
}
