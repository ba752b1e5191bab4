/**
 * Timers of keys and of what makes and changes them.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { allEntries } from '../tables/keys-entry.ts';
import { isUp } from '../tables/peers.ts';
import { latestAttempt } from '../tables/proposals-entry.ts';
import { testKey } from './canary.ts';
import type { CoreContext } from './context.ts';
import { eraseLower } from './epochs.ts';
import { fetchTimer } from './epochs-frames.ts';
import { hasPrepared } from './epochs-known.ts';
import { tellAllEpochs } from './epochs-tell.ts';
import { type CoreParts, isRunning } from './parts.ts';
import { keyOfProposal } from './progress.ts';

/** False when this is none of them. */
export function keyTimer(parts: CoreParts, kind: string, what: string, more: string): boolean {
  const { context } = parts;
  switch (kind) {
    case 'canary': {
      const key = allEntries(context.keys).find(
        (one) => one.id === what && (more === '' ? one.epoch === 0 : toHex(one.epochId) === more),
      );
      if (key !== undefined) testKey(parts, key);
      return true;
    }
    case 'erase':
      eraseLower(parts, what);
      return true;
    case 'fetch':
      fetchTimer(context, `${what}/${more}`);
      return true;
    case 'resume':
      resumed(parts, what);
      return true;
    default:
      return false;
  }
}

/** How long a started ceremony may be found without a key after a restart, before it is retried. */
const RESUME_AFTER_MS = 3_000;

/** Looks, a little after the start, for ceremonies that this node leads and that are gone. */
export function lookForCeremonies(context: CoreContext): void {
  for (const one of context.proposals.byId.values()) {
    if (one.outcome !== 'open' || toHex(one.proposal.node) !== context.self) continue;
    if (latestAttempt(one) === 0) continue;
    const id = `resume/${one.id}`;
    context.act(undefined, { type: 'timer', id, afterMs: RESUME_AFTER_MS });
  }
}

/** Whatever got lost on the way of a key that is not settled, or of its epochs, is said again. */
export function tellEverybody(parts: CoreParts): void {
  const { context } = parts;
  for (const { host } of context.directory.all) {
    if (host === context.self || !isUp(context.peers, host)) continue;
    parts.runKeys({ type: 'peer-up', host });
    tellAllEpochs(context, host);
  }
}

/** A ceremony had begun before this node started, and is not to be found. */
function resumed(parts: CoreParts, id: string): void {
  const { context } = parts;
  const one = context.proposals.byId.get(id);
  if (one === undefined || one.outcome !== 'open') return;
  if (keyOfProposal(context, one) !== undefined || isRunning(parts, one)) return;
  if (hasPrepared(context, id)) return;
  const attempt = latestAttempt(one);
  parts.propose({ type: 'attempt-failed', id, attempt, code: 'restarted', hosts: [] });
}
