/** The list of peers to keep links to, and a supervisor for each that we have to dial. @module */
import type { Libp2p } from '@libp2p/interface';
import type { Multiaddr } from '@multiformats/multiaddr';
import type { Admission, Logger, PeerAddress } from './api.ts';
import { connect, parseAddress } from './dialling.ts';
import { describeError } from './errors.ts';
import type { Links } from './links.ts';
import { peerIdBytes } from './peer-id.ts';
import { supervise } from './supervisor.ts';

export type Peers = {
  /**
   * Replaces the list. Whoever is no longer in it loses its link; a peer with new addresses keeps
   * its link, and is dialled there next time.
   * @throws RangeError, and changes nothing, for what is no PeerId or no multiaddr of that peer
   */
  readonly set: (peers: readonly PeerAddress[]) => void;
  readonly peerIds: () => Iterable<string>;
};

type Peer = { addresses: readonly Multiaddr[]; readonly stop: AbortController };

export function createPeers(options: {
  readonly node: Libp2p;
  readonly links: Links;
  readonly admission: Admission;
  readonly log: Logger;
  /** Aborted when the host stops. */
  readonly stopping: AbortSignal;
}): Peers {
  const { node, links, log } = options;
  const selfPeerId = node.peerId.toString();
  const peers = new Map<string, Peer>();

  const start = (peerId: string, peer: Peer): void => {
    // The other side dials. Comparing the texts gives both the same answer.
    if (peerId < selfPeerId) return;
    const signal = AbortSignal.any([peer.stop.signal, options.stopping]);
    const dial = async () => links.open(await connect(node, peer.addresses, signal), signal);
    const onFailure = (error: unknown): void => {
      const { name, message } = describeError(error);
      const admitted = options.admission.admits(peerId) !== undefined;
      links.noteDown(peerId, { code: admitted ? 'unreachable' : 'not-admitted', message });
      log.debug({ peerId, error: name }, `dial failed: ${message}`);
    };
    void supervise(dial, onFailure, signal);
  };

  const remove = (peerId: string, peer: Peer): void => {
    peer.stop.abort();
    peers.delete(peerId);
    links.end(peerId, { code: 'removed', message: 'no longer in the list of peers' });
    links.forget(peerId);
  };

  return {
    set(list) {
      const wanted = new Map<string, readonly Multiaddr[]>();
      for (const { peerId, addresses } of list) {
        peerIdBytes(peerId);
        const parsed = addresses.map((address) => parseAddress(address, peerId));
        if (peerId !== selfPeerId) wanted.set(peerId, parsed);
      }
      for (const [peerId, peer] of peers) if (!wanted.has(peerId)) remove(peerId, peer);
      for (const [peerId, addresses] of wanted) {
        const existing = peers.get(peerId);
        if (existing !== undefined) {
          existing.addresses = addresses;
          continue;
        }
        const peer = { addresses, stop: new AbortController() };
        peers.set(peerId, peer);
        start(peerId, peer);
      }
    },
    peerIds: () => peers.keys(),
  };
}
