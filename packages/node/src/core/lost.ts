/**
 * Shares that their own nodes say they have no more: what of a key is left, in words for people.
 * @module
 */
import { hasLost, hostsOf, type KeyEntry } from '../tables/keys-entry.ts';
import { type CoreContext, names } from './context.ts';

/**
 * Who lost a share, and whether the rest still is the key; undefined while nobody said so. It is
 * the word of those nodes alone, and blames nobody.
 */
export function lostWords(context: CoreContext, entry: KeyEntry): string | undefined {
  const hosts = hostsOf(entry);
  const lost = hosts.filter((host) => hasLost(entry, host));
  if (lost.length === 0) return undefined;
  const need = entry.publicKeys.minSigners;
  const who = `${names(context, lost).join(', ')} lost ${lost.length === 1 ? 'its share' : 'their shares'}`;
  const left = hosts.length - lost.length;
  if (left >= need)
    return `${who}, and ${left} are left: permafrost backup restore, or node repair, brings it back`;
  return `${who}: ${left} of the ${need} that it takes are left. Only backups of ${need - left} of them bring ${entry.proposal.name} back; without those it signs nothing any more, and nobody can help`;
}
