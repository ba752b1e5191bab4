/**
 * Requesters that this node refuses, as its configuration says now. It needs nobody's consent, and
 * no restart: an operator who suspects a requester has to be quicker than a proposal.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { publicKeyFromPeerId } from '@permafrost/p2p';
import { homePaths, readConfig, StorageError } from '@permafrost/storage';
import type { Logger } from './log.ts';

export type DenyList = {
  /** Hex keys; what is in it changes when the list is read again. */
  readonly denied: ReadonlySet<string>;
  /** Reads it again. A configuration that cannot be read leaves the list as it was. */
  readonly reload: () => Promise<void>;
};

/** @param deny PeerIds, as the configuration was read at the start. */
export function createDenyList(home: string, deny: readonly string[], logger: Logger): DenyList {
  const denied = new Set(deny.map(keyOf));
  return {
    denied,
    reload: async () => {
      try {
        const now = new Set((await readConfig(homePaths(home).config)).deny.map(keyOf));
        for (const key of denied) if (!now.has(key)) denied.delete(key);
        for (const key of now) denied.add(key);
        logger.info({ denied: denied.size }, 'deny list read again');
      } catch (error) {
        if (!(error instanceof StorageError) && !(error instanceof RangeError)) throw error;
        logger.error({ err: error }, 'deny list not read again: it stays as it was');
      }
    },
  };
}

/** @throws RangeError when it is no PeerId of an Ed25519 key. */
function keyOf(peerId: string): string {
  return toHex(publicKeyFromPeerId(peerId));
}
