/**
 * What an error may say about whether something was signed.
 * @module
 */
import type { Peer } from './entries.ts';
import { type NothingSigned, PermafrostError } from './errors.ts';

/** Who has a request. */
export type Given = {
  /** By address. */
  readonly all: Map<string, Peer>;
  /** Those that did not say at once that they do nothing about it. */
  readonly mayBeBegun: Set<string>;
};

/**
 * A second node may still complete what the first refused, so `true` stands only where every node
 * that ever had the request said so itself; and whoever has it may have it signed after it said
 * so, so that only the caller's own nodes are believed. What proves it of others are the signed
 * words of all members: those come only when the request is taken back.
 */
export function annotate(
  error: unknown,
  id: string,
  { all, mayBeBegun, isOwn }: Given & { readonly isOwn: (peer: Peer) => boolean },
): unknown {
  if (!(error instanceof PermafrostError)) return error;
  const own = error.code === 'E_DEADLINE' || error.code === 'E_CANCELLED';
  const isKnown = all.size === 1 && !(own && error.requestId === '');
  const said = mayBeBegun.size === 0 ? true : isKnown ? error.nothingSigned : 'unknown';
  const isTrusted = [...all.values()].every(isOwn);
  return withNothingSigned(error, id, said === true && !isTrusted ? 'unknown' : said);
}

/** The same error with this word in it. */
export function withNothingSigned(
  error: unknown,
  id: string,
  nothingSigned: NothingSigned,
): unknown {
  if (!(error instanceof PermafrostError)) return error;
  return new PermafrostError({
    code: error.code,
    message: error.message,
    blame: error.blame,
    hint: error.hint,
    retryAfterMs: error.retryAfterMs,
    requestId: error.requestId || id,
    nothingSigned,
    need: error.need,
    have: error.have,
    down: error.down,
    cause: error.cause,
  });
}
