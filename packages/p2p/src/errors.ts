/** Everything that can go wrong between two hosts, as data that a caller can act upon. @module */

export type FramingReason = 'oversized' | 'unknown-kind' | 'truncated';

/** A peer sent bytes that are no frames we accept. Its stream cannot be read any further. */
export class FramingError extends Error {
  override readonly name = 'FramingError';
  readonly reason: FramingReason;
  constructor(reason: FramingReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A peer sent a well-formed frame that has no place where it came. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}

/**
 * Why a link or an RPC connection ended, or could not be made.
 *
 * - `closed`: the other side closed it in good order; `lost`: the connection broke
 * - `silent`: nothing heard for several heartbeats; `stalled`: the other side stopped reading
 * - `oversized`, `unknown-kind`, `truncated`: bad frames; `malformed`: a frame against the protocol
 * - `no-hello`: no hello in time; `refused`: one side refused the other's hello, see `refusal`
 * - `not-admitted`: we do not, or no longer, admit that peer; `rejected`: it closed on us unheard
 * - `unreachable`: no connection could be made
 * - `replaced`: the peer came back on a newer connection; `removed`: taken off the list of peers
 * - `dropped`: by the caller; `stopped`: this host stops
 */
export type EndReason = {
  readonly code:
    | FramingReason
    | 'closed'
    | 'lost'
    | 'silent'
    | 'stalled'
    | 'malformed'
    | 'no-hello'
    | 'refused'
    | 'not-admitted'
    | 'rejected'
    | 'unreachable'
    | 'replaced'
    | 'removed'
    | 'dropped'
    | 'stopped';
  /** One line for people. */
  readonly message: string;
  readonly refusal?: Refusal;
};

/** A refused hello: who refused, and why. `by: 'us'` means that our check refused the peer's hello. */
export type Refusal = {
  readonly by: 'us' | 'them';
  /** For example `E_CLOCK_SKEW`, `E_VERSION`. */
  readonly code: string;
  readonly message: string;
};

/**
 * - `refused`: the other host refuses us (it does not admit us, or refused our hello, or we its)
 * - `not-admitted`: our own admission does not allow this peer
 * - `unreachable`: no connection within the time allowed
 * - `cancelled`: the caller's signal
 * - `closed`: the connection ended during the call
 * - `busy`: too many calls at once on this connection
 * - `remote`: the other side answered with an error, see `remote`
 */
export type P2pErrorCode =
  | 'refused'
  | 'not-admitted'
  | 'unreachable'
  | 'cancelled'
  | 'closed'
  | 'busy'
  | 'remote';

/** A call or a dial that failed. */
export class P2pError extends Error {
  override readonly name = 'P2pError';
  readonly code: P2pErrorCode;
  /** The peer concerned. */
  readonly peerId: string | undefined;
  /** Set when a hello was refused. */
  readonly refusal: Refusal | undefined;
  /** Set with code `remote` and `busy`: what the other side said. */
  readonly remote: { readonly code: string; readonly message: string } | undefined;
  constructor(
    code: P2pErrorCode,
    message: string,
    details: {
      readonly peerId?: string;
      readonly refusal?: Refusal;
      readonly remote?: { readonly code: string; readonly message: string };
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    this.peerId = details.peerId;
    this.refusal = details.refusal;
    this.remote = details.remote;
  }
}

/**
 * Name and first line of whatever was thrown. libp2p may reject with an `Event` that holds the
 * error, or with several errors at once.
 */
export function describeError(thrown: unknown): {
  readonly name: string;
  readonly message: string;
} {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) {
    const all = thrown.errors.map(describeError);
    return { name: all[0]!.name, message: all.map((one) => one.message).join('; ') };
  }
  if (thrown instanceof Error) {
    return { name: thrown.name, message: printable(thrown.message.split('\n')[0] ?? '') };
  }
  if (typeof thrown === 'object' && thrown !== null && 'error' in thrown) {
    return describeError(thrown.error);
  }
  return { name: 'Unknown', message: `rejected with a ${typeof thrown}` };
}

/** At most 200 characters without control characters: fit for a log line. */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '·').slice(0, 200);
}
