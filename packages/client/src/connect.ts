/**
 * The way in: an identity, some nodes, and what is trusted.
 * @module
 */

import { installNodeCrypto } from '@permafrost/frost/node-crypto';
import { openEntries } from './entries.ts';
import { bareIdentity, homeIdentity, peersOf } from './identity.ts';
import { createNetwork, type Network } from './network.ts';

export type ConnectOptions = {
  /** Path of a home, or an Ed25519 seed of 32 bytes. */
  readonly identity: string | Uint8Array;
  /** Multiaddrs with PeerId, tried in this order; those of the home's roster unless given. */
  readonly peers?: readonly string[];
  /** Name of a key → its public key in hex. Without it a home's roster must vouch for keys. */
  readonly trust?: Readonly<Record<string, string>>;
  /** File with the passphrase of the home. */
  readonly passphraseFile?: string;
  /** Asks for the passphrase of the home. */
  readonly prompt?: () => Promise<string>;
  /** Where PERMAFROST_PASSPHRASE_FILE is looked up; the environment of the process unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Returns at once, and connects with the first call. */
  readonly lazy?: boolean;
  /** Ends the attempt to connect. */
  readonly signal?: AbortSignal;
};

/**
 * Connects to the first of the nodes that answers. Later calls fail over to the others.
 * @throws PermafrostError E_UNAUTHENTICATED when every node that could be reached refused us,
 * E_THRESHOLD when none could
 */
export async function connect(options: ConnectOptions): Promise<Network> {
  installNodeCrypto();
  const { identity: who, signal } = options;
  const identity =
    typeof who === 'string'
      ? await homeIdentity(who, {
          env: options.env ?? process.env,
          passphraseFile: options.passphraseFile,
          prompt: options.prompt,
        })
      : bareIdentity(who);
  const peers = peersOf(identity, options.peers);
  const entries = await openEntries(identity.seed, peers);
  try {
    if (options.lazy !== true) await entries.get({ signal });
  } catch (error) {
    await entries.close();
    throw error;
  }
  return createNetwork({
    entries,
    seed: identity.seed,
    pins: identity.pins,
    trust: new Map(Object.entries(options.trust ?? {})),
    roster: identity.roster,
    ownNode: peers.find((peer) => peer.name === identity.ownNode),
  });
}
