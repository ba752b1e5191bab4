/**
 * What handlers decode with.
 * @module
 */
import { WireError } from '@permafrost/wire';

export { boundedBytes, boundedText, decodeMessage, exactBytes, permafrost } from '@permafrost/wire';

/** Errors that mean a caller's bytes are wrong. */
export function isWireError(error: unknown): error is WireError {
  return error instanceof WireError;
}
