/**
 * The one error class that callers meet, with everything they need to decide what to do next.
 * @module
 */
import { type ErrorCode, isErrorCode, type Retry, retryOf } from '@permafrost/wire';

/** Whether anything was signed, or still could be: `unknown` when a node may hold the request. */
export type NothingSigned = boolean | 'unknown';

export type PermafrostErrorFields = {
  readonly code: ErrorCode;
  /** One line. */
  readonly message: string;
  /** Roster names of whom it is about. */
  readonly blame?: readonly string[];
  /** One fix, in one line. The code's own is taken when absent. */
  readonly hint?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Hex; finds the request in the logs of the nodes. */
  readonly requestId?: string | undefined;
  readonly nothingSigned?: NothingSigned;
  /** How many must answer, how many do, and who does not; with E_THRESHOLD. */
  readonly need?: number | undefined;
  readonly have?: number | undefined;
  readonly down?: readonly string[];
  readonly cause?: unknown;
};

/** Whatever the network, or the way to it, could not do. */
export class PermafrostError extends Error {
  override readonly name = 'PermafrostError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly retry: Retry;
  readonly retryAfterMs: number | undefined;
  readonly blame: readonly string[];
  readonly hint: string;
  readonly requestId: string;
  readonly nothingSigned: NothingSigned;
  readonly need: number | undefined;
  readonly have: number | undefined;
  readonly down: readonly string[];

  constructor(fields: PermafrostErrorFields) {
    super(oneLine(fields.message), fields.cause === undefined ? {} : { cause: fields.cause });
    const { retry, retryable } = retryOf(fields.code);
    this.code = fields.code;
    this.retry = retry;
    this.retryable = retryable;
    this.retryAfterMs = fields.retryAfterMs;
    this.blame = fields.blame ?? fields.down ?? [];
    this.hint = oneLine(fields.hint ?? '') || HINTS[fields.code];
    this.requestId = fields.requestId ?? '';
    this.nothingSigned = fields.nothingSigned ?? true;
    this.need = fields.need;
    this.have = fields.have;
    this.down = fields.down ?? [];
  }
}

/** The stable JSON form, as `--json` prints it. */
export type ErrorDocument = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable: boolean;
  readonly retry: Retry;
  readonly retryAfterMs?: number;
  readonly blame: readonly string[];
  readonly hint: string;
  readonly requestId: string;
  readonly nothingSigned: NothingSigned;
  readonly need?: number;
  readonly have?: number;
  readonly down?: readonly string[];
};

export function errorDocument(error: PermafrostError): ErrorDocument {
  return {
    code: error.code,
    message: error.message,
    retryable: error.retryable,
    retry: error.retry,
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    blame: error.blame,
    hint: error.hint,
    requestId: error.requestId,
    nothingSigned: error.nothingSigned,
    ...(error.need === undefined ? {} : { need: error.need }),
    ...(error.have === undefined ? {} : { have: error.have }),
    ...(error.code === 'E_THRESHOLD' ? { down: error.down } : {}),
  };
}

/** The fields of an error as a node sends them, all of them untrusted. */
export type RemoteError = {
  readonly code?: string | null;
  readonly message?: string | null;
  readonly retryAfterMs?: number | null;
  readonly blame?: readonly string[] | null;
  readonly hint?: string | null;
  readonly requestId?: string | null;
  readonly nothingSigned?: string | null;
  readonly need?: number | null;
  readonly have?: number | null;
  readonly down?: readonly string[] | null;
};

/**
 * A node's error as ours. Unknown codes become E_INTERNAL; text is cut and made printable, since
 * it ends on somebody's terminal.
 */
export function fromRemote(remote: RemoteError, requestId: string | undefined): PermafrostError {
  const said = remote.code ?? '';
  const code = isErrorCode(said) ? said : 'E_INTERNAL';
  const names = (list: readonly string[] | null | undefined) =>
    (list ?? []).slice(0, 256).map(oneLine);
  return new PermafrostError({
    code,
    message:
      oneLine(remote.message ?? '') || `the node answered ${printable(said, 40) || 'nothing'}`,
    blame: names(remote.blame).length > 0 ? names(remote.blame) : names(remote.down),
    hint: remote.hint ?? undefined,
    retryAfterMs: (remote.retryAfterMs ?? 0) > 0 ? (remote.retryAfterMs ?? undefined) : undefined,
    requestId: printable(remote.requestId ?? '', 128) || requestId,
    nothingSigned: nothingSignedOf(remote.nothingSigned),
    need: code === 'E_THRESHOLD' ? (remote.need ?? undefined) : undefined,
    have: code === 'E_THRESHOLD' ? (remote.have ?? undefined) : undefined,
    down: names(remote.down),
  });
}

function nothingSignedOf(text: string | null | undefined): NothingSigned {
  if (text === 'true') return true;
  return text === 'false' ? false : 'unknown';
}

/** Cuts what a peer wrote to one printable line of at most 500 characters. */
export function oneLine(text: string): string {
  return printable(text, 500);
}

function printable(text: string, max: number): string {
  const cut = text.length > max ? `${text.slice(0, max)}…` : text;
  return cut.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

const HINTS: Readonly<Record<ErrorCode, string>> = {
  E_BAD_REQUEST: 'correct the request',
  E_UNKNOWN_KEY: 'list the keys of this network with: permafrost key list',
  E_SUITE_MISMATCH: 'ask with the suite that the key has: permafrost key show NAME',
  E_UNAUTHENTICATED:
    'an operator must admit this PeerId: on the roster, or as a requester of a key (key create --requesters PEERID)',
  E_FORBIDDEN:
    'this identity is no requester of the key; an operator lists requesters when the key is made',
  E_IDEMPOTENCY_CONFLICT: 'use a fresh idempotency key for another request',
  E_KEY_STATE: 'see the state of the key with: permafrost key show NAME',
  E_EPOCH: 'a node holds a stale share; ask again once it has caught up',
  E_THRESHOLD: 'start the nodes that are down, then ask again: permafrost status shows who',
  E_DEADLINE: 'ask again with a longer --deadline; permafrost status shows who is slow or down',
  E_CANCELLED: 'nothing else is wrong: repeat it when you want it',
  E_PEER_FAULT: 'the node that is named broke the protocol; its operator should look at its logs',
  E_CEREMONY: 'once the nodes that are named answer, repeat the same command',
  E_SEALED: 'unseal the node: start it with its passphrase',
  E_SEAL_AUTH:
    'give the right passphrase, by prompt, --passphrase-file or PERMAFROST_PASSPHRASE_FILE',
  E_STORE_TAMPERED: 'restore a backup, or begin with an empty store: permafrost start --recover',
  E_STORE_LOCKED: 'another process has this home open; stop it first',
  E_ENTROPY: 'the random source of this machine is not healthy; do not use it',
  E_NONCE_USED: 'ask again; if it persists, restart the node that is named',
  E_CLOCK_SKEW: 'set the clock of the machine (NTP)',
  E_VERSION: 'bring both sides to the same version',
  E_RATE_LIMITED: 'wait, then ask again',
  E_BUSY: 'wait, then ask again',
  E_BAD_SIGNATURE:
    'do not use the answer; compare the key with its operators, and look at pins.json',
  E_INTERNAL: 'a bug: report it with the requestId and the logs of the node',
};
