/**
 * Bytes that an adversary made may be unreadable to its own tools.
 * @module
 */
import { DecodeError } from '@permafrost/frost';
import { EnvelopeError, OfferError } from '@permafrost/protocol';
import { WireError } from '@permafrost/wire';

/** What `f` gives; undefined where values do not fit. Anything else is a bug and thrown. */
export function unlessBad<T>(f: () => T): T | undefined {
  try {
    return f();
  } catch (error) {
    const isAboutValues =
      error instanceof WireError ||
      error instanceof EnvelopeError ||
      error instanceof DecodeError ||
      error instanceof OfferError ||
      error instanceof RangeError;
    if (!isAboutValues) throw error;
    return undefined;
  }
}
