/**
 * What a requester asks for and signs. Every signer recomputes the request id from the content and
 * checks the requester's own signature over it, so nobody between the two can swap the message,
 * the key, the path or the window.
 * @module
 */
import {
  ascii,
  type ChildPath,
  equalBytes,
  noDerivation,
  parsePath,
  signEd25519,
  TH,
  u64,
  verifyEd25519,
} from '@permafrost/frost';
import {
  boundedBytes,
  decodeMessage,
  type ErrorCode,
  encodeMessage,
  exactBytes,
  limits,
  permafrost,
  safeInteger,
  WireError,
} from '@permafrost/wire';
import { canaryMessage } from './group.ts';

export type SignatureRequest = {
  /** PeerId of the requester, binary form. */
  readonly requester: Uint8Array;
  /** 16 bytes. */
  readonly keyId: Uint8Array;
  /** The public key as the requester pinned it, raw bytes: x-only for secp256k1-tr. */
  readonly publicKey: Uint8Array;
  readonly suite: string;
  /** `m/0/7`, or empty. */
  readonly path: string;
  /** Empty, or 0x01 followed by a Merkle root of 0 or 32 bytes. */
  readonly tweak: Uint8Array;
  /** 0 to 262,144 bytes. */
  readonly message: Uint8Array;
  /** 16 to 64 bytes. */
  readonly idempotencyKey: Uint8Array;
  /** The window in which it may be answered, milliseconds since 1970. */
  readonly notBeforeMs: number;
  readonly deadlineMs: number;
  /** Ed25519 by the requester, 64 bytes. */
  readonly signature: Uint8Array;
};

/** What the request id is the hash of. */
export type RequestContent = Omit<SignatureRequest, 'notBeforeMs' | 'deadlineMs' | 'signature'>;

/** Why somebody will not do what was asked: never a fault. */
export type Refusal = { readonly code: ErrorCode; readonly reason: string };

/** 32 bytes: the name of a request, and the session id of its envelopes. */
export function requestId(content: RequestContent): Uint8Array {
  return TH(
    'sign/id',
    content.requester,
    content.keyId,
    content.publicKey,
    ascii(content.suite),
    ascii(content.path),
    content.tweak,
    content.message,
    content.idempotencyKey,
  ).subarray(0, 32);
}

/**
 * Signs a request with the requester's Ed25519 seed (32 bytes).
 * @throws RangeError on content that no node would decode
 */
export function signRequest(
  content: RequestContent & { readonly notBeforeMs: number; readonly deadlineMs: number },
  seed: Uint8Array,
): SignatureRequest {
  const signature = signEd25519(seed, authStatement(content));
  const request = { ...content, signature };
  try {
    checkRequest(request);
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw new RangeError(cause.message, { cause });
  }
  return request;
}

/** Whether the requester signed it. `requesterKey`: the Ed25519 key of `request.requester`. */
export function verifyRequest(request: SignatureRequest, requesterKey: Uint8Array): boolean {
  return verifyEd25519(requesterKey, authStatement(request), request.signature);
}

function authStatement(
  request: RequestContent & { readonly notBeforeMs: number; readonly deadlineMs: number },
): Uint8Array {
  return TH('sign/req-auth', requestId(request), u64(request.notBeforeMs), u64(request.deadlineMs));
}

export function encodeRequest(request: SignatureRequest): Uint8Array {
  return encodeMessage(permafrost.v1.SignatureRequest, request);
}

/**
 * Decodes a request: sizes, alphabet and grammar of every field. Says nothing about the signature,
 * the window or whether anybody serves it.
 * @throws WireError
 */
export function decodeRequest(bytes: Uint8Array): SignatureRequest {
  return requestFromMessage(decodeMessage(permafrost.v1.SignatureRequest, bytes));
}

/**
 * The checks of {@link decodeRequest} on a message that was decoded as part of another.
 * @throws WireError
 */
export function requestFromMessage(
  message: permafrost.v1.SignatureRequest.$Properties | null | undefined,
): SignatureRequest {
  if (message === undefined || message === null) throw new WireError('request: missing');
  return checkRequest({
    requester: message.requester ?? new Uint8Array(),
    keyId: message.keyId ?? new Uint8Array(),
    publicKey: message.publicKey ?? new Uint8Array(),
    suite: message.suite ?? '',
    path: message.path ?? '',
    tweak: message.tweak ?? new Uint8Array(),
    message: message.message ?? new Uint8Array(),
    idempotencyKey: message.idempotencyKey ?? new Uint8Array(),
    notBeforeMs: safeInteger(message.notBeforeMs, 'notBefore'),
    deadlineMs: safeInteger(message.deadlineMs, 'deadline'),
    signature: message.signature ?? new Uint8Array(),
  });
}

/** Owned copies of all bytes. @throws WireError */
function checkRequest(request: SignatureRequest): SignatureRequest {
  const requester = { min: 2, max: limits.PEER_ID_BYTES_MAX };
  const idempotencyKey = {
    min: limits.IDEMPOTENCY_KEY_BYTES_MIN,
    max: limits.IDEMPOTENCY_KEY_BYTES_MAX,
  };
  const message = { min: 0, max: limits.MESSAGE_BYTES_MAX };
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(request.suite)) throw new WireError('suite: not a name');
  return {
    requester: boundedBytes(request.requester, requester, 'requester'),
    keyId: exactBytes(request.keyId, 16, 'key id'),
    publicKey: boundedBytes(request.publicKey, { min: 32, max: 57 }, 'public key'),
    suite: request.suite,
    ...checkChildPath(request),
    message: boundedBytes(request.message, message, 'message'),
    idempotencyKey: boundedBytes(request.idempotencyKey, idempotencyKey, 'idempotency key'),
    notBeforeMs: safeInteger(request.notBeforeMs, 'notBefore'),
    deadlineMs: safeInteger(request.deadlineMs, 'deadline'),
    signature: exactBytes(request.signature, 64, 'signature'),
  };
}

/**
 * Path and tweak of a request. One spelling for each path, so that one request has one id.
 * @throws WireError
 */
export function checkChildPath(given: {
  readonly path?: string | null;
  readonly tweak?: Uint8Array | null;
}): { readonly path: string; readonly tweak: Uint8Array } {
  const path = given.path ?? '';
  const tweak = Uint8Array.from(given.tweak ?? []);
  if (tweak.length !== 0 && (tweak[0] !== 1 || (tweak.length !== 1 && tweak.length !== 33))) {
    throw new WireError('tweak: expected nothing, or 1 and a Merkle root of 0 or 32 bytes');
  }
  try {
    if (path === 'm') throw new RangeError('the group key has an empty path');
    parsePath(path);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new WireError(`path: ${cause.message}`, { cause });
  }
  return { path, tweak };
}

/** Which child of the key it asks for: the key itself where it has neither path nor tweak. */
export function childPathOf({ path, tweak }: Pick<SignatureRequest, 'path' | 'tweak'>): ChildPath {
  return tweak.length === 0 ? { path } : { path, taprootMerkleRoot: tweak.slice(1) };
}

/** How a request says `taproot`: nothing, or a Merkle root of 0 or 32 bytes. */
export function tweakOf(merkleRoot: Uint8Array | undefined): Uint8Array {
  return merkleRoot === undefined ? new Uint8Array() : Uint8Array.of(1, ...merkleRoot);
}

/**
 * Whether this is a request that we serve now, before anything is said about the requester.
 * `windowMsMax`: longest window that the key allows. Clocks may differ by 30 s at both ends.
 * @returns undefined when it is
 */
export function requestRefusal(
  request: SignatureRequest,
  { nowMs, windowMsMax }: { readonly nowMs: number; readonly windowMsMax?: number },
): Refusal | undefined {
  const { notBeforeMs, deadlineMs, suite, path, tweak } = request;
  const noChild = noDerivation(suite, { isDerived: path !== '', isTaproot: tweak.length > 0 });
  if (noChild !== undefined) return { code: 'E_BAD_REQUEST', reason: noChild };
  if (deadlineMs < notBeforeMs) {
    return { code: 'E_BAD_REQUEST', reason: 'the deadline is before the window' };
  }
  if (deadlineMs - notBeforeMs > (windowMsMax ?? limits.REQUEST_WINDOW_MS_MAX)) {
    return { code: 'E_BAD_REQUEST', reason: 'the window is too long' };
  }
  if (nowMs > deadlineMs + limits.CLOCK_SKEW_MAX_MS) {
    return { code: 'E_DEADLINE', reason: 'the deadline has passed' };
  }
  // Only a clock can be the reason: requests are made to be answered at once.
  if (nowMs < notBeforeMs - limits.CLOCK_SKEW_MAX_MS) {
    return { code: 'E_CLOCK_SKEW', reason: 'the window has not begun' };
  }
  return undefined;
}

/**
 * The test signature asked for by a member: its host key stands in the requester's place.
 * `peerId` is the binary PeerId of that host key.
 */
export function canaryRequest(options: {
  readonly peerId: Uint8Array;
  readonly hostSeed: Uint8Array;
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly suite: string;
  readonly nowMs: number;
  readonly windowMs: number;
}): SignatureRequest {
  const { keyId, epochId, publicKey, suite, nowMs } = options;
  return signRequest(
    {
      requester: options.peerId,
      keyId,
      publicKey,
      suite,
      path: '',
      tweak: new Uint8Array(),
      message: canaryMessage(keyId, epochId),
      // Another for each try: an earlier one may have been refused somewhere for good.
      idempotencyKey: TH('canary/try', keyId, epochId, u64(nowMs)).subarray(0, 32),
      notBeforeMs: nowMs,
      deadlineMs: nowMs + options.windowMs,
    },
    options.hostSeed,
  );
}

/** Same content and same window: a repetition, not another request under the same id. */
export function sameRequest(a: SignatureRequest, b: SignatureRequest): boolean {
  return equalBytes(encodeRequest(a), encodeRequest(b));
}
