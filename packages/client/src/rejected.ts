/**
 * Why nodes refused a proposal by rule: each says so to whoever asks it, and to nobody else.
 * @module
 */
import { P2pError } from '@permafrost/p2p';
import { decodeAnswer, encodeCall } from './calls.ts';
import type { Entries } from './entries.ts';
import { oneLine, PermafrostError } from './errors.ts';

/** How long a node may take to say why. */
const WITHIN_MS = 2_000;

/** What these nodes, by their names, say of a proposal; those that say nothing are left out. */
export async function whyRejected(
  entries: Entries,
  names: readonly string[],
  id: string,
): Promise<readonly string[]> {
  const asked = entries.peers.filter((peer) => names.includes(peer.name));
  const body = encodeCall({ proposalList: {} });
  const said = await Promise.allSettled(
    asked.map(async (peer) => {
      const signal = AbortSignal.timeout(WITHIN_MS);
      const { connection } = await entries.at(peer, signal);
      const { proposalList } = decodeAnswer(await connection.callOne(body, { signal }));
      const one = proposalList?.proposals?.find((info) => info.id === id);
      return one?.state === 'rejected' ? oneLine(one.detail ?? '') : '';
    }),
  );
  return said.flatMap((one) => {
    if (one.status === 'fulfilled') return one.value === '' ? [] : [one.value];
    if (one.reason instanceof PermafrostError || one.reason instanceof P2pError) return [];
    throw one.reason;
  });
}

/**
 * Whether a node refuses a proposal for its age alone: it was recovered, and cannot know what it did
 * before. One that is made a little later is taken.
 */
export function isForItsAge(reason: string): boolean {
  return reason.endsWith(': propose it again');
}
