/**
 * Signed envelopes: what a host says in a session, in a form that anyone can check later.
 * @module
 */
import {
  ascii,
  concat,
  ed25519PublicKey,
  signEd25519,
  TH,
  u8,
  u16,
  verifyEd25519,
} from '@permafrost/frost';
import {
  boundedBytes,
  decodeMessage,
  encodeMessage,
  exactBytes,
  limits,
  permafrost,
  WireError,
} from '@permafrost/wire';
import type { Message, Seat, Unsealed } from './session.ts';

export const ENVELOPE_VERSION = 1;
/** `to` of an envelope that is for every seat. */
export const EVERYONE = 0xffff;
export const SEAT_MAX = 0xfffe;

const KINDS = ['cocktail-dkg', 'sign', 'refresh', 'reshare', 'repair'] as const;
export type SessionKind = (typeof KINDS)[number];

/** What an envelope says. */
export type Statement = {
  /** Short suite id, such as `ed25519`. */
  readonly suite: string;
  readonly kind: SessionKind;
  /** 32 bytes: a session id, a join scope, or a request id. */
  readonly sessionId: Uint8Array;
  /** 0 to 255. */
  readonly round: number;
  readonly from: Seat;
  readonly to: Seat | 'all';
  readonly payload: Uint8Array;
};

/** An envelope that decodes; `bytes` are its bytes as received. */
export type Opened = Statement & { readonly bytes: Uint8Array };

/** An envelope that is malformed or not signed by whom it should be. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';
  readonly reason: 'malformed' | 'signature';

  constructor(reason: 'malformed' | 'signature', options?: ErrorOptions) {
    super(`envelope: ${reason}`, options);
    this.reason = reason;
  }
}

/** Bytes around the payload, at most. */
const HEADER_BYTES_MAX = 256;
const PAYLOAD_BYTES_MAX = limits.MESSAGE_BYTES_MAX + 255 * 1024;
const SUITE_NAME = /^[a-z0-9-]{1,24}$/;

/** Signs a statement with a host's 32-byte Ed25519 seed. RangeError on values out of range. */
export function sealEnvelope(statement: Statement, hostSeed: Uint8Array): Uint8Array {
  const { suite, kind, sessionId, round, from, payload } = statement;
  if (sessionId.length !== 32) throw new RangeError('session id of 32 bytes expected');
  if (!SUITE_NAME.test(suite)) throw new RangeError('suite name');
  const to = statement.to === 'all' ? EVERYONE : statement.to;
  checkSeat(from);
  if (statement.to !== 'all') checkSeat(statement.to);
  const signature = signEd25519(hostSeed, signedHash({ ...statement, to }));
  return encodeMessage(permafrost.v1.Envelope, {
    v: ENVELOPE_VERSION,
    suite,
    kind,
    sessionId,
    round,
    from,
    to,
    payload,
    signature,
  });
}

/** The port through which one seat's session has its envelopes signed. */
export function sealer(by: {
  readonly suite: string;
  readonly kind: SessionKind;
  readonly from: Seat;
  readonly hostSeed: Uint8Array;
}): (unsealed: Unsealed) => Uint8Array {
  const { suite, kind, from, hostSeed } = by;
  return ({ sessionId, round, to, payload, from: seat = from }) =>
    sealEnvelope({ suite, kind, sessionId, round, from: seat, to, payload }, hostSeed);
}

/**
 * Decodes an envelope, without its signature.
 * @throws EnvelopeError `malformed`.
 */
export function parseEnvelope(bytes: Uint8Array): Opened {
  return parse(bytes).opened;
}

/**
 * Decodes an envelope and verifies its signature.
 * @throws EnvelopeError `malformed` or `signature`.
 */
export function openEnvelope(
  bytes: Uint8Array,
  { hostPub }: { readonly hostPub: Uint8Array },
): Opened {
  const { opened, signature } = parse(bytes);
  const to = opened.to === 'all' ? EVERYONE : opened.to;
  if (!verifyEd25519(hostPub, signedHash({ ...opened, to }), signature)) {
    throw new EnvelopeError('signature');
  }
  return opened;
}

/** Verifies the signature of an envelope that was parsed before. */
export function verifyEnvelope(opened: Opened, hostPub: Uint8Array): boolean {
  try {
    openEnvelope(opened.bytes, { hostPub });
    return true;
  } catch (error) {
    if (error instanceof EnvelopeError) return false;
    throw error;
  }
}

/**
 * A verified envelope as a session's input. `seat` is the seat that our own group gives to the
 * host whose signature was verified; what the envelope claims in `from` is checked inside.
 */
export function toMessage(opened: Opened, seat: Seat): Message {
  const { round, sessionId, payload, bytes } = opened;
  return { from: seat, round, sessionId, payload, envelope: bytes };
}

/** Public key of a host's seed, 32 bytes. */
export function hostPubOf(hostSeed: Uint8Array): Uint8Array {
  return ed25519PublicKey(hostSeed);
}

function parse(bytes: Uint8Array): { readonly opened: Opened; readonly signature: Uint8Array } {
  try {
    boundedBytes(bytes, { min: 1, max: PAYLOAD_BYTES_MAX + HEADER_BYTES_MAX }, 'envelope');
    const raw = decodeMessage(permafrost.v1.Envelope, bytes);
    const kind = KINDS.find((k) => k === raw.kind);
    if (raw.v !== ENVELOPE_VERSION || kind === undefined || !SUITE_NAME.test(raw.suite)) {
      throw new WireError('version, kind or suite of an envelope');
    }
    if (raw.round > 255) throw new WireError('round of an envelope');
    if (!isSeat(raw.from) || !(isSeat(raw.to) || raw.to === EVERYONE)) {
      throw new WireError('seats of an envelope');
    }
    const opened: Opened = {
      suite: raw.suite,
      kind,
      sessionId: exactBytes(raw.sessionId, 32, 'session id'),
      round: raw.round,
      from: raw.from,
      to: raw.to === EVERYONE ? 'all' : raw.to,
      payload: boundedBytes(raw.payload, { min: 0, max: PAYLOAD_BYTES_MAX }, 'payload'),
      bytes: concat(bytes),
    };
    return { opened, signature: exactBytes(raw.signature, 64, 'signature') };
  } catch (cause) {
    if (cause instanceof WireError) throw new EnvelopeError('malformed', { cause });
    throw cause;
  }
}

function signedHash(s: Omit<Statement, 'to'> & { readonly to: number }): Uint8Array {
  return TH(
    'env',
    u8(ENVELOPE_VERSION),
    ascii(s.suite),
    ascii(s.kind),
    s.sessionId,
    u8(s.round),
    u16(s.from),
    u16(s.to),
    s.payload,
  );
}

function isSeat(n: number): boolean {
  return Number.isInteger(n) && 1 <= n && n <= SEAT_MAX;
}

function checkSeat(n: number): void {
  if (!isSeat(n)) throw new RangeError('a seat is 1 to 65534');
}
