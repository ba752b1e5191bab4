/**
 * The network roster on disk and in a client's hands: who is behind a host key, and where to reach
 * whom. A home goes by the roster that its own operator signed.
 * @module
 */
import { equalBytes } from '@permafrost/frost';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import {
  decodeRoster,
  encodeRoster,
  ROSTER_TEXT_MAX,
  type Roster,
  type RosterCard,
  type SignedRoster,
  signRoster,
  verifyRoster,
} from '@permafrost/protocol';
import { homePaths, readFileLimited, writeFileAtomic } from '@permafrost/storage';
import { WireError } from '@permafrost/wire';
import { PermafrostError } from './errors.ts';

/**
 * The card of one node and its operator.
 * @param keys.hostPub Ed25519, 32 bytes, as `operatorPub`
 */
export function cardOf(keys: {
  readonly name: string;
  readonly hostPub: Uint8Array;
  readonly operatorPub: Uint8Array;
  /** Multiaddrs, with or without the PeerId. */
  readonly addresses: readonly string[];
}): RosterCard {
  const peerId = peerIdFromPublicKey(keys.hostPub);
  const withPeerId = (address: string) =>
    address.includes('/p2p/') ? address : `${address}/p2p/${peerId}`;
  return {
    name: keys.name,
    hostPub: keys.hostPub,
    peerId,
    operatorPub: keys.operatorPub,
    operatorPeerId: peerIdFromPublicKey(keys.operatorPub),
    addresses: keys.addresses.map(withPeerId),
  };
}

/**
 * A PeerId is another spelling of a key, and an address ends in the node's: a card in which they
 * differ would let people compare one key and use another.
 * @throws PermafrostError E_BAD_REQUEST
 */
export function checkCardIdentity(card: RosterCard): void {
  const fits =
    card.peerId === peerIdFromPublicKey(card.hostPub) &&
    card.operatorPeerId === peerIdFromPublicKey(card.operatorPub) &&
    card.addresses.every((address) => address.endsWith(`/p2p/${card.peerId}`));
  if (fits) return;
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `the card of ${card.name} contradicts itself: its PeerIds are not those of its keys`,
    hint: 'ask its operator for the card again: permafrost roster card',
  });
}

/**
 * A roster file whose signature holds; whether its signer counts is for the caller to say.
 * @param what for messages, such as a path
 * @throws PermafrostError E_BAD_REQUEST, E_BAD_SIGNATURE
 */
export function readRosterText(text: string, what: string): SignedRoster {
  let signed: SignedRoster;
  try {
    signed = decodeRoster(text);
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: `${what} is no roster: ${cause.message}`,
      hint: 'permafrost roster export prints one',
    });
  }
  if (!verifyRoster(signed)) {
    throw new PermafrostError({
      code: 'E_BAD_SIGNATURE',
      message: `${what} was changed after it was signed`,
      hint: 'ask the operator for it again: permafrost roster export',
    });
  }
  for (const card of signed.roster.cards) checkCardIdentity(card);
  return signed;
}

/**
 * The roster of a home, undefined where it has none yet.
 * @param operatorPub of the home: nobody else's signature counts
 * @throws PermafrostError as {@link readRosterText}
 */
export async function readRoster(
  home: string,
  operatorPub: Uint8Array,
): Promise<Roster | undefined> {
  const path = homePaths(home).roster;
  const bytes = await readFileLimited(path, ROSTER_TEXT_MAX);
  if (bytes === undefined) return undefined;
  const signed = readRosterText(Buffer.from(bytes).toString('utf8'), path);
  if (equalBytes(signed.signer, operatorPub)) return signed.roster;
  throw new PermafrostError({
    code: 'E_BAD_SIGNATURE',
    message: `${path} is not signed by the operator of this home`,
    hint: 'take over a roster with: permafrost roster add FILE',
  });
}

/** Signs the roster as this home's operator and puts it in its place. */
export async function writeRoster(
  home: string,
  roster: Roster,
  operatorSeed: Uint8Array,
): Promise<void> {
  const text = encodeRoster(signRoster(roster, operatorSeed));
  await writeFileAtomic(homePaths(home).roster, Buffer.from(text, 'utf8'));
}
