/**
 * Who asks, and what it knows: from a home on disk, or from a bare seed.
 * @module
 */

import { ed25519PublicKey } from '@permafrost/frost';
import { peerIdFromPublicKey, publicKeyFromPeerId } from '@permafrost/p2p';
import type { Roster } from '@permafrost/protocol';
import {
  homePaths,
  openHome,
  readFileLimited,
  readIdentity,
  type SecretSources,
  sealSecretFor,
  writeFileAtomic,
} from '@permafrost/storage';
import type { Peer } from './entries.ts';
import { PermafrostError } from './errors.ts';
import { readRoster } from './roster.ts';
import { decodePins, encodePins, memoryPins, type Pins } from './trust.ts';

export type Identity = {
  /** Ed25519, 32 bytes. */
  readonly seed: Uint8Array;
  readonly peerId: string;
  readonly roster: Roster | undefined;
  readonly pins: Pins;
  /** Roster name of the home's own node. */
  readonly ownNode: string | undefined;
};

export type HomeSecrets = Omit<SecretSources, 'dir'>;

const PINS_BYTES_MAX = 1024 * 1024;

/** @throws RangeError unless it is 32 bytes */
export function bareIdentity(seed: Uint8Array): Identity {
  if (seed.length !== 32) throw new RangeError('an identity is the path of a home, or 32 bytes');
  const own = Uint8Array.from(seed);
  return {
    seed: own,
    peerId: peerIdFromPublicKey(ed25519PublicKey(own)),
    roster: undefined,
    pins: memoryPins(async () => {}, []),
    ownNode: undefined,
  };
}

/**
 * The operator's identity of a home, its roster where there is one, and its pins.
 * @throws StorageError E_SEAL_AUTH, E_NOT_FOUND …; PermafrostError for a bad roster or pins.json
 */
export async function homeIdentity(home: string, secrets: HomeSecrets): Promise<Identity> {
  const { paths, config } = await openHome(home);
  const secret = await sealSecretFor(config, { dir: paths.dir, ...secrets });
  const seed = await readIdentity(paths.dir, 'operator', secret);
  const operatorPub = ed25519PublicKey(seed);
  const roster = await readRoster(paths.dir, operatorPub);
  const peerId = peerIdFromPublicKey(operatorPub);
  const own = roster?.cards.find(
    (one) => one.name === config.name && one.operatorPeerId === peerId,
  );
  return { seed, peerId, roster, pins: await homePins(paths.dir), ownNode: own?.name };
}

async function homePins(home: string): Promise<Pins> {
  const { pins } = homePaths(home);
  const bytes = await readFileLimited(pins, PINS_BYTES_MAX);
  const held = bytes === undefined ? [] : decodePins(Buffer.from(bytes).toString('utf8'));
  return memoryPins((all) => writeFileAtomic(pins, Buffer.from(encodePins(all), 'utf8')), held);
}

/**
 * The nodes to ask, in order: those given, else those of the roster, the own one first and then
 * the other nodes of this operator.
 * @throws PermafrostError E_BAD_REQUEST when there are none, or an address has no PeerId
 */
export function peersOf(identity: Identity, given: readonly string[] | undefined): readonly Peer[] {
  const { roster, ownNode, peerId } = identity;
  if (given !== undefined && given.length > 0)
    return given.map((one) => peerOfAddress(one, roster));
  if (roster === undefined) {
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: 'this home has no roster: there is no node to ask',
      hint: 'take over the roster of an operator: permafrost roster add FILE',
    });
  }
  const rank = (one: { readonly name: string; readonly operatorPeerId: string }) =>
    one.name === ownNode ? 0 : one.operatorPeerId === peerId ? 1 : 2;
  return [...roster.cards]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((one) => one.addresses.slice(0, 1).map((address) => peerOfAddress(address, roster)));
}

/** @throws PermafrostError E_BAD_REQUEST */
export function peerOfAddress(address: string, roster: Roster | undefined): Peer {
  const peerId = /\/p2p\/([^/]+)$/.exec(address)?.[1];
  try {
    publicKeyFromPeerId(peerId ?? '');
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `${JSON.stringify(address)} is no multiaddr with a PeerId`,
      hint: 'an address looks like /ip4/192.0.2.1/tcp/9470/p2p/12D3KooW…',
    });
  }
  const name = roster?.cards.find((one) => one.peerId === peerId)?.name ?? peerId;
  return { address, peerId: peerId ?? '', name: name ?? '' };
}
