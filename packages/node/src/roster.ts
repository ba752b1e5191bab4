/**
 * The roster file of a home as the directory of its node.
 * @module
 */
import { ed25519PublicKey, equalBytes, toHex } from '@permafrost/frost';
import { publicKeyFromPeerId } from '@permafrost/p2p';
import { decodeRoster, type RosterCard, verifyRoster } from '@permafrost/protocol';
import { StorageError } from '@permafrost/storage';
import { WireError } from '@permafrost/wire';
import { createDirectory, type Directory, type Operator } from './directory.ts';

/**
 * Reads a roster that this node's own operator signed.
 * @throws StorageError E_BAD_REQUEST: damaged, signed by somebody else, or without this node
 */
export function directoryFrom(
  bytes: Uint8Array,
  home: {
    readonly name: string;
    readonly hostSeed: Uint8Array;
    /** The operator's own key, from the sealed file of this home: the roster's word for it would
     * let whoever can write that file put another operator in charge. */
    readonly operatorPub: Uint8Array;
  },
): Directory {
  const { name, operatorPub } = home;
  const hostPub = ed25519PublicKey(home.hostSeed);
  const signed = read(bytes);
  const own = signed.roster.cards.find((card) => equalBytes(card.hostPub, hostPub));
  if (own === undefined) {
    throw bad(
      `the roster does not list this node (${name})`,
      'add its card: permafrost roster add',
    );
  }
  if (own.name !== name) {
    throw bad(
      `the roster calls this node ${own.name}, its configuration ${name}`,
      'give it one name in config.toml and on the roster',
    );
  }
  const isOurs = equalBytes(own.operatorPub, operatorPub) && equalBytes(signed.signer, operatorPub);
  if (!isOurs || !verifyRoster(signed)) {
    throw bad(
      'the roster is not signed by the operator of this node',
      'make it anew: permafrost roster add',
    );
  }
  return createDirectory(signed.roster.cards.map(operatorOf), toHex(hostPub));
}

function read(bytes: Uint8Array): ReturnType<typeof decodeRoster> {
  try {
    return decodeRoster(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof WireError) && !(error instanceof TypeError)) throw error;
    throw bad('roster.json cannot be read', 'make it anew: permafrost roster add', error);
  }
}

function operatorOf(card: RosterCard): Operator {
  checkPeerId(card.peerId, card.hostPub, card.name);
  checkPeerId(card.operatorPeerId, card.operatorPub, card.name);
  return {
    name: card.name,
    hostPub: card.hostPub,
    host: toHex(card.hostPub),
    peerId: card.peerId,
    operatorPub: card.operatorPub,
    operator: toHex(card.operatorPub),
    operatorPeerId: card.operatorPeerId,
    addresses: card.addresses,
  };
}

/** A PeerId is the key again, for people: the two must not differ. */
function checkPeerId(peerId: string, key: Uint8Array, name: string): void {
  let named: Uint8Array;
  try {
    named = publicKeyFromPeerId(peerId);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw bad(`the card of ${name} has no valid PeerId`, 'ask its operator for a new card', error);
  }
  if (!equalBytes(named, key)) {
    throw bad(
      `the PeerIds on the card of ${name} are not its keys`,
      'ask its operator for a new card',
    );
  }
}

function bad(message: string, hint: string, cause?: Error): StorageError {
  return new StorageError('E_BAD_REQUEST', message, hint, cause);
}

/** IPs of the roster: members may come back as often as they like. */
export function trustedIps(directory: Directory): readonly string[] {
  const ips = directory.all.flatMap(({ addresses }) =>
    addresses.flatMap((address) => /^\/ip[46]\/([^/]+)\//.exec(address)?.[1] ?? []),
  );
  return [...new Set(ips)];
}
