/**
 * Timers of keys and of what makes and changes them.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { allEntries } from '../tables/keys-entry.ts';
import { latestAttempt } from '../tables/proposals-entry.ts';
import { testKey } from './canary.ts';
import { eraseLower } from './epochs.ts';
import { fetchTimer } from './epochs-frames.ts';
import { hasPrepared } from './epochs-known.ts';
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
      fetchTimer(context, what);
      return true;
    case 'resume':
      resumed(parts, what);
      return true;
    default:
      return false;
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
