/**
 * The network roster: which operators there are, by which keys their nodes and they themselves are
 * known, and where their nodes are reached. Operators exchange cards, compare fingerprints, and
 * each signs the roster that its own nodes go by.
 * @module
 */
import {
  ed25519PublicKey,
  equalBytes,
  fromHex,
  signEd25519,
  TH,
  toHex,
  utf8,
  verifyEd25519,
} from '@permafrost/frost';
import { limits, WireError } from '@permafrost/wire';
import { fingerprintInWords } from './fingerprint.ts';
import { isName } from './proposal.ts';

/** One operator's node. PeerIds are what the transport calls the two keys. */
export type RosterCard = {
  readonly name: string;
  /** Host key, 32 bytes. */
  readonly hostPub: Uint8Array;
  readonly peerId: string;
  /** Operator's key, 32 bytes. One operator may have several nodes. */
  readonly operatorPub: Uint8Array;
  readonly operatorPeerId: string;
  /** Multiaddrs, at least one. */
  readonly addresses: readonly string[];
};

export type Roster = {
  /** Ascending by name. Names and host keys are distinct. */
  readonly cards: readonly RosterCard[];
};

export type SignedRoster = {
  readonly roster: Roster;
  readonly signer: Uint8Array;
  readonly signature: Uint8Array;
};

const VERSION = 1;
const ADDRESSES_MAX = 8;
const TEXT_MAX = 256;
/** A roster file, at most, in characters. */
export const ROSTER_TEXT_MAX: number = 1024 * 1024;

/** A card as a file. @throws WireError when it is none that a roster takes. */
export function encodeCard(card: RosterCard): string {
  checkCard(card);
  return file({ version: VERSION, card: cardFile(card) });
}

/** @throws WireError. */
export function decodeCard(text: string): RosterCard {
  const document = object(parsed(text), ['version', 'card']);
  if (document.get('version') !== VERSION) throw new WireError('card: unknown version');
  return cardFrom(document.get('card'));
}

/** A roster of these cards. @throws WireError when two of them clash. */
export function rosterOf(cards: readonly RosterCard[]): Roster {
  const sorted = [...cards].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  if (sorted.length === 0 || sorted.length > limits.ROSTER_MAX) {
    throw new WireError(`roster: 1 to ${limits.ROSTER_MAX} nodes`);
  }
  sorted.forEach(checkCard);
  const distinct = (of: (card: RosterCard) => string, what: string): void => {
    if (new Set(sorted.map(of)).size !== sorted.length)
      throw new WireError(`roster: ${what} twice`);
  };
  distinct((card) => card.name, 'a name');
  distinct((card) => toHex(card.hostPub), 'a host key');
  distinct((card) => card.peerId, 'a PeerId');
  return { cards: sorted };
}

/** Signs with an operator's seed. */
export function signRoster(roster: Roster, operatorSeed: Uint8Array): SignedRoster {
  const signer = ed25519PublicKey(operatorSeed);
  return { roster, signer, signature: signEd25519(operatorSeed, rosterHash(roster)) };
}

/** Whether `signer` signed this very roster. Whether its word counts is for the reader to say. */
export function verifyRoster({ roster, signer, signature }: SignedRoster): boolean {
  return verifyEd25519(signer, rosterHash(roster), signature);
}

/** The roster file, canonical: the same roster always gives the same text. */
export function encodeRoster({ roster, signer, signature }: SignedRoster): string {
  return file({
    version: VERSION,
    nodes: roster.cards.map(cardFile),
    signer: toHex(signer),
    signature: toHex(signature),
  });
}

/** Reads a roster file. The signature is not verified here. @throws WireError. */
export function decodeRoster(text: string): SignedRoster {
  const document = object(parsed(text), ['version', 'nodes', 'signer', 'signature']);
  if (document.get('version') !== VERSION) throw new WireError('roster: unknown version');
  const nodes = document.get('nodes');
  if (!Array.isArray(nodes) || nodes.length > limits.ROSTER_MAX) {
    throw new WireError(`roster: 1 to ${limits.ROSTER_MAX} nodes`);
  }
  return {
    roster: rosterOf(nodes.map(cardFrom)),
    signer: hex(document.get('signer'), 32, 'signer'),
    signature: hex(document.get('signature'), 64, 'signature'),
  };
}

/** Words to compare: equal words mean equal rosters. */
export function rosterFingerprint(roster: Roster): string {
  return fingerprintInWords('roster', rosterHash(roster));
}

/** Words to compare: equal words mean equal cards. */
export function cardFingerprint(card: RosterCard): string {
  return fingerprintInWords('card', utf8(JSON.stringify(cardFile(card))));
}

/** The card with this host key. */
export function cardOfHost(roster: Roster, hostPub: Uint8Array): RosterCard | undefined {
  return roster.cards.find((card) => equalBytes(card.hostPub, hostPub));
}

/** The card with this name. */
export function cardOfName(roster: Roster, name: string): RosterCard | undefined {
  return roster.cards.find((card) => card.name === name);
}

function rosterHash(roster: Roster): Uint8Array {
  return TH('roster', utf8(JSON.stringify(roster.cards.map(cardFile))));
}

/** Fixed order of fields: this text is hashed. */
function cardFile(card: RosterCard): object {
  return {
    name: card.name,
    peerId: card.peerId,
    hostPub: toHex(card.hostPub),
    operatorPeerId: card.operatorPeerId,
    operatorPub: toHex(card.operatorPub),
    addresses: [...card.addresses],
  };
}

function cardFrom(value: unknown): RosterCard {
  const fields = ['name', 'peerId', 'hostPub', 'operatorPeerId', 'operatorPub', 'addresses'];
  const file = object(value, fields);
  const addresses = file.get('addresses');
  if (!Array.isArray(addresses)) throw new WireError('addresses: a list expected');
  const card: RosterCard = {
    name: text(file.get('name'), 'name'),
    peerId: text(file.get('peerId'), 'PeerId'),
    hostPub: hex(file.get('hostPub'), 32, 'host key'),
    operatorPeerId: text(file.get('operatorPeerId'), 'operator PeerId'),
    operatorPub: hex(file.get('operatorPub'), 32, 'operator key'),
    addresses: addresses.map((address: unknown) => text(address, 'address')),
  };
  checkCard(card);
  return card;
}

function checkCard(card: RosterCard): void {
  if (!isName(card.name)) {
    throw new WireError('name: 1 to 63 of a-z 0-9 . - _, a letter or digit first');
  }
  if (card.hostPub.length !== 32 || card.operatorPub.length !== 32) {
    throw new WireError('card: keys of 32 bytes');
  }
  if (card.addresses.length < 1 || card.addresses.length > ADDRESSES_MAX) {
    throw new WireError(`addresses: 1 to ${ADDRESSES_MAX}`);
  }
  for (const word of [card.peerId, card.operatorPeerId, ...card.addresses]) {
    // Printable ASCII without spaces: nothing that could play tricks in a terminal.
    if (word.length > TEXT_MAX || !/^[!-~]+$/.test(word)) throw new WireError('card: odd text');
  }
}

function file(document: object): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function parsed(json: string): unknown {
  if (json.length > ROSTER_TEXT_MAX) throw new WireError('roster: too long');
  try {
    return JSON.parse(json);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new WireError('roster: not JSON', { cause });
    throw cause;
  }
}

/** An object with exactly these fields, as a map: no name in a file can reach a prototype. */
function object(value: unknown, fields: readonly string[]): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WireError('roster: an object expected');
  }
  const entries = new Map<string, unknown>(Object.entries(value));
  if (entries.size !== fields.length || !fields.every((field) => entries.has(field))) {
    throw new WireError(`roster: expected the fields ${fields.join(', ')}`);
  }
  return entries;
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new WireError(`${what}: text expected`);
  return value;
}

function hex(value: unknown, length: number, what: string): Uint8Array {
  const digits = text(value, what);
  if (!/^[0-9a-f]*$/.test(digits) || digits.length !== 2 * length) {
    throw new WireError(`${what}: ${length} bytes in lower-case hex`);
  }
  return fromHex(digits);
}
