/**
 * The error codes that people and programs meet, and whether asking again can help. Stable.
 * @module
 */

export type ErrorCode =
  | 'E_BAD_REQUEST'
  | 'E_UNKNOWN_KEY'
  | 'E_SUITE_MISMATCH'
  | 'E_UNAUTHENTICATED'
  | 'E_FORBIDDEN'
  | 'E_IDEMPOTENCY_CONFLICT'
  | 'E_KEY_STATE'
  | 'E_EPOCH'
  | 'E_THRESHOLD'
  | 'E_DEADLINE'
  | 'E_CANCELLED'
  | 'E_PEER_FAULT'
  | 'E_CEREMONY'
  | 'E_SEALED'
  | 'E_SEAL_AUTH'
  | 'E_STORE_TAMPERED'
  | 'E_STORE_LOCKED'
  | 'E_ENTROPY'
  | 'E_NONCE_USED'
  | 'E_CLOCK_SKEW'
  | 'E_VERSION'
  | 'E_RATE_LIMITED'
  | 'E_BUSY'
  | 'E_BAD_SIGNATURE'
  | 'E_INTERNAL';

/** `retry` says how; `retryable` is true when the same request may be given again. */
export type Retry = 'no' | 'yes' | 'later' | 'operator' | 'new request' | 'by itself';

const RETRY: ReadonlyMap<ErrorCode, Retry> = new Map<ErrorCode, Retry>([
  ['E_BAD_REQUEST', 'no'],
  ['E_UNKNOWN_KEY', 'no'],
  ['E_SUITE_MISMATCH', 'no'],
  ['E_UNAUTHENTICATED', 'no'],
  ['E_FORBIDDEN', 'no'],
  ['E_IDEMPOTENCY_CONFLICT', 'no'],
  ['E_KEY_STATE', 'later'],
  ['E_EPOCH', 'later'],
  ['E_THRESHOLD', 'yes'],
  ['E_DEADLINE', 'new request'],
  ['E_CANCELLED', 'new request'],
  ['E_PEER_FAULT', 'by itself'],
  ['E_CEREMONY', 'yes'],
  ['E_SEALED', 'operator'],
  ['E_SEAL_AUTH', 'operator'],
  ['E_STORE_TAMPERED', 'operator'],
  ['E_STORE_LOCKED', 'operator'],
  ['E_ENTROPY', 'operator'],
  ['E_NONCE_USED', 'operator'],
  ['E_CLOCK_SKEW', 'operator'],
  ['E_VERSION', 'operator'],
  ['E_RATE_LIMITED', 'yes'],
  ['E_BUSY', 'yes'],
  ['E_BAD_SIGNATURE', 'no'],
  ['E_INTERNAL', 'no'],
]);

export function isErrorCode(text: string): text is ErrorCode {
  return RETRY.has(text as ErrorCode);
}

export function retryOf(code: ErrorCode): { readonly retry: Retry; readonly retryable: boolean } {
  const retry = RETRY.get(code) ?? 'no';
  return { retry, retryable: retry === 'yes' || retry === 'later' || retry === 'by itself' };
}
