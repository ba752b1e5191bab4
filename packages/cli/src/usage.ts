/**
 * Wrong usage, apart from what the parser finds by itself: exit 2.
 * @module
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
