/**
 * What a key generation is about, and every check of it that any member, or a stranger with the
 * signed envelopes in hand, can make alone. Shared by the session and the verifier of evidence, so
 * that both judge by the same rules.
 * @module
 */
import {
  ascii,
  type Ciphersuite,
  CocktailFault,
  type CocktailSuite,
  checkRepairCommitments,
  cocktailContext,
  concat,
  type Deal,
  DecodeError,
  dealerWeight,
  type Element,
  identifier,
  parseDeal,
  repairWeight,
  schnorrVerify,
  sha512,
  TH,
  u8,
  u16,
  verifyProofOfPossession,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import {
  decodeBody,
  decodeJoin,
  decodeReveal,
  type Join,
  repairSizes,
  type Sizes,
  sizesOf,
} from './ceremony-messages.ts';
import type { SessionKind } from './envelope.ts';
import type { RevealFault } from './fault.ts';
import {
  ceremonyKind,
  ceremonySeats,
  dealerSeats,
  type Group,
  type GroupChange,
  groupHash,
  isRepair,
  joinScope,
  receiverSeats,
  sessionId,
} from './group.ts';
import { parseParts } from './repair-body.ts';
import type { Seat } from './session.ts';

/** Static keys of a key generation. */
export const ROLE_KEY_GENERATION = 0;
/** Of those who get a share of the next epoch, and of those who deal it. */
export const ROLE_RECEIVER = 1;
export const ROLE_DEALER = 2;
/** Of all who take part in a repair. */
export const ROLE_REPAIR = 3;

/** As whom a seat speaks: every proof by a static or ephemeral key is bound to both. */
export type Place = {
  readonly role: Role;
  /** New identifier of a receiver, old identifier of a dealer; else the seat. */
  readonly seat: number;
};
type Role =
  | typeof ROLE_KEY_GENERATION
  | typeof ROLE_RECEIVER
  | typeof ROLE_DEALER
  | typeof ROLE_REPAIR;

/** RangeError when there is no such seat. */
export function placeOf({ members, change }: Group, seat: Seat): Place {
  if (change === undefined) return { role: ROLE_KEY_GENERATION, seat };
  if (change.lost !== undefined) return { role: ROLE_REPAIR, seat };
  if (seat <= members.length) return { role: ROLE_RECEIVER, seat };
  const old = change.dealers[seat - members.length - 1];
  if (old === undefined) throw new RangeError('no such seat');
  return { role: ROLE_DEALER, seat: old };
}

/** One attempt at making a key, before anybody said anything. */
export type Ceremony = {
  readonly kind: SessionKind;
  readonly suite: Ciphersuite;
  readonly cocktail: CocktailSuite;
  readonly group: Group;
  readonly attempt: number;
  readonly groupHash: Uint8Array;
  readonly scope: Uint8Array;
  readonly sizes: Sizes;
  readonly minSigners: number;
  /** How many receive a share. They take the first seats. */
  readonly maxSigners: number;
  /** Seats of those who deal, ascending. */
  readonly dealers: readonly Seat[];
  /** Seats of those to whom a Reveal deals, ascending: its ciphertexts are in this order. */
  readonly receivers: readonly Seat[];
  /** All, in the order of static keys. */
  readonly seats: readonly Seat[];
};

/** RangeError when the suite is not the group's. */
export function ceremonyOf(suite: Ciphersuite, group: Group, attempt: number): Ceremony {
  if (suite.id !== group.suite) throw new RangeError('suite is not the group’s');
  const { minSigners, maxSigners } = group.threshold;
  const kind = ceremonyKind(group);
  return {
    kind,
    suite,
    cocktail: suite.cocktail,
    group,
    attempt,
    groupHash: groupHash(group),
    scope: joinScope({ kind, proposalHash: group.proposalHash, attempt }),
    sizes: isRepair(group)
      ? repairSizes(suite.cocktail, dealerSeats(group).length)
      : sizesOf(suite.cocktail, minSigners, maxSigners),
    minSigners,
    maxSigners,
    dealers: dealerSeats(group),
    receivers: receiverSeats(group),
    seats: ceremonySeats(group),
  };
}

/** What a static key signs to show that its owner knows it: bound to seat, host and attempt. */
export function joinProofMessage(by: {
  readonly seat: Place['seat'];
  readonly role?: Role;
  readonly scope: Uint8Array;
  readonly hostPub: Uint8Array;
  readonly nonce: Uint8Array;
}): Uint8Array {
  return concat(
    ascii('PERMAFROST-COCKTAIL-POK-P'),
    u8(by.role ?? ROLE_KEY_GENERATION),
    u16(by.seat),
    by.scope,
    by.hostPub,
    by.nonce,
  );
}

/** What an ephemeral key signs: bound to place and context, and so to the session. */
export function ephemeralProofMessage(
  seat: Place['seat'],
  context: Uint8Array,
  role: Role = ROLE_KEY_GENERATION,
): Uint8Array {
  return concat(ascii('PERMAFROST-COCKTAIL-POK-E'), u8(role), u16(seat), context);
}

export type JudgedJoin =
  | { readonly type: 'good'; readonly join: Join; readonly publicKey: Element }
  | { readonly type: 'malformed' }
  | { readonly type: 'bad'; readonly join: Join };

/** A Join by itself: its length, its static key, and the proof that its sender knows it. */
export function judgeJoin(
  cocktail: CocktailSuite,
  given: {
    readonly seat: Place['seat'];
    readonly role?: Role;
    readonly scope: Uint8Array;
    readonly hostPub: Uint8Array;
    readonly payload: Uint8Array;
  },
): JudgedJoin {
  const { payload, scope, hostPub, seat, role = ROLE_KEY_GENERATION } = given;
  let join: Join;
  try {
    join = decodeJoin(cocktail, payload);
  } catch (error) {
    if (error instanceof WireError) return { type: 'malformed' };
    throw error;
  }
  const publicKey = decodedElement(cocktail, join.publicKey);
  if (publicKey === undefined) return { type: 'bad', join };
  const message = joinProofMessage({ seat, role, scope, hostPub, nonce: join.nonce });
  const known = schnorrVerify(cocktail, publicKey, message, join.proof);
  return known ? { type: 'good', join, publicKey } : { type: 'bad', join };
}

/** What follows from n good Joins. */
export type Setup = {
  readonly sessionId: Uint8Array;
  /** Static keys in order of seats, which are these. */
  readonly publicKeys: readonly Element[];
  readonly seats: readonly Seat[];
  readonly context: Uint8Array;
  readonly contextHash: Uint8Array;
};

/** `joins` in order of seats. */
export function setupOf(
  ceremony: Ceremony,
  joins: readonly { readonly join: Join; readonly publicKey: Element }[],
): Setup {
  const { cocktail, attempt, minSigners } = ceremony;
  const id = sessionId({
    kind: ceremony.kind,
    groupHash: ceremony.groupHash,
    attempt,
    joins: joins.map(({ join }) => join),
  });
  const publicKeys = joins.map(({ publicKey }) => publicKey);
  const sid = concat(
    ascii(protocolName(ceremony.group)),
    u8(0),
    u8(ecdhMode(ceremony.suite)),
    u16(minSigners),
    id,
    ceremony.groupHash,
  );
  const context = cocktailContext(cocktail, sid, publicKeys);
  const contextHash = TH('cocktail/ctx', context).slice(0, 32);
  return { sessionId: id, publicKeys, seats: ceremony.seats, context, contextHash };
}

/** The static key of a seat. RangeError when there is no such seat. */
export function staticKeyOf({ publicKeys, seats }: Setup, seat: Seat): Element {
  const key = publicKeys[seats.indexOf(seat)];
  if (key === undefined) throw new RangeError('no such seat');
  return key;
}

function protocolName(group: Group): string {
  if (isRepair(group)) return 'PERMAFROST/REPAIR/1';
  return group.change === undefined ? 'PERMAFROST/COCKTAIL/1' : 'PERMAFROST/RESHARE/1';
}

/** What a dealer commits to in round 1, 32 bytes. */
export function bodyCommitment(
  sessionId: Uint8Array,
  seat: Place['seat'],
  body: Uint8Array,
): Uint8Array {
  return TH('cocktail/commit', sessionId, u16(seat), body).slice(0, 32);
}

/** What every Reveal repeats: the commitments of all dealers, in order of seats. 32 bytes. */
export function commitsRoot(sessionId: Uint8Array, commitments: readonly Uint8Array[]): Uint8Array {
  return TH('cocktail/commits', sessionId, ...commitments).slice(0, 32);
}

export function bodyHash(body: Uint8Array): Uint8Array {
  return sha512(body);
}

/** What the transcript says beyond COCKTAIL's own fields: it covers every ciphertext. 64 bytes. */
export function transcriptExtension(
  ceremony: Ceremony,
  sessionId: Uint8Array,
  bodies: readonly Uint8Array[],
): Uint8Array {
  const hashes = bodies.map(bodyHash);
  const { change } = ceremony.group;
  if (change !== undefined) {
    const dealers = u16(change.dealers.length);
    const ours = [sessionId, ceremony.groupHash, dealers] as const;
    return TH('cocktail/ext/reshare', ...ours, ...hashes, change.base.epochId);
  }
  return TH('cocktail/ext', sessionId, ceremony.groupHash, u16(ceremony.maxSigners), ...hashes);
}

/** A Reveal that reads well. Nothing in it is verified yet. */
export type ReadReveal = {
  readonly root: Uint8Array;
  readonly body: Uint8Array;
  readonly deal: Deal;
  readonly ephemeralProof: Uint8Array;
};

export type JudgedReveal =
  | { readonly type: 'read'; readonly reveal: ReadReveal }
  | { readonly type: 'fault'; readonly why: RevealFault };

/** Lengths, frames and encodings of a Reveal: everything that its bytes alone decide. */
export function readReveal(ceremony: Ceremony, payload: Uint8Array): JudgedReveal {
  const { cocktail, sizes, minSigners, maxSigners } = ceremony;
  try {
    const { root, body } = decodeReveal(payload, sizes);
    const { message, proof } = decodeBody(cocktail, body, sizes);
    if (isRepair(ceremony.group)) {
      const parts = parseParts(cocktail, message, ceremony.receivers.length);
      return { type: 'read', reveal: { root, body, deal: parts, ephemeralProof: proof } };
    }
    const deal = parseDeal(cocktail, {
      bytes: message,
      minSigners,
      receivers: maxSigners,
      ciphertextBytesMax: sizes.ciphertext,
    });
    return { type: 'read', reveal: { root, body, deal, ephemeralProof: proof } };
  } catch (error) {
    if (error instanceof WireError) return { type: 'fault', why: 'length' };
    if (error instanceof CocktailFault) return { type: 'fault', why: revealFault(error) };
    throw error;
  }
}

/**
 * Whether the dealer knows its constant term and its ephemeral key, in this session; and in a
 * change whether it deals its own share of the base, weighted, and nothing else.
 */
export function proofFault(
  ceremony: Ceremony,
  setup: Setup,
  seat: Seat,
  { deal, ephemeralProof }: Pick<ReadReveal, 'deal' | 'ephemeralProof'>,
): 'POP' | 'POKE' | 'CONSTANT' | undefined {
  const { cocktail, group } = ceremony;
  if (isRepair(group)) return partsFault(ceremony, setup, seat, { deal, ephemeralProof });
  if (!verifyProofOfPossession(cocktail, setup.context, deal)) return 'POP';
  // Without this proof a dealer could announce somebody else's key as its ephemeral one, and make
  // its receivers' complaints decrypt what was once sent under that key.
  const place = placeOf(group, seat);
  const message = ephemeralProofMessage(place.seat, setup.context, place.role);
  if (!schnorrVerify(cocktail, deal.ephemeral, message, ephemeralProof)) return 'POKE';
  if (group.change === undefined) return undefined;
  const expected = constantOf(ceremony.suite, group.change, place.seat);
  return cocktail.group.equals(deal.commitment[0] as Element, expected) ? undefined : 'CONSTANT';
}

/**
 * As above in a repair: the parts add up to the helper's own weighted share of the base. They need
 * no proof of possession, since their sum is known to all.
 */
function partsFault(
  { suite, cocktail, group }: Ceremony,
  setup: Setup,
  seat: Seat,
  { deal, ephemeralProof }: Pick<ReadReveal, 'deal' | 'ephemeralProof'>,
): 'POKE' | 'CONSTANT' | undefined {
  const message = ephemeralProofMessage(seat, setup.context, ROLE_REPAIR);
  if (!schnorrVerify(cocktail, deal.ephemeral, message, ephemeralProof)) return 'POKE';
  const { base, dealers, lost } = group.change as GroupChange;
  const verifyingShare = decodedElement(cocktail, base.verifyingShares[seat - 1]!);
  if (verifyingShare === undefined) throw new WireError('base: a share that is no element');
  const weight = repairWeight(suite, dealers.map(BigInt), BigInt(seat), BigInt(lost as number));
  const { commitment: commitments } = deal;
  const isOwn = checkRepairCommitments(suite, { commitments, weight, verifyingShare });
  return isOwn ? undefined : 'CONSTANT';
}

/**
 * What a dealer's first commitment must be: λ·Y of its old identifier over this attempt's dealers.
 * @throws WireError when the base's share is no element.
 */
export function constantOf(
  suite: Ciphersuite,
  { base, dealers }: GroupChange,
  old: number,
): Element {
  const verifyingShare = decodedElement(suite.cocktail, base.verifyingShares[old - 1]!);
  if (verifyingShare === undefined) throw new WireError('base: a share that is no element');
  const weight = dealerWeight(suite, dealers.map(identifier), identifier(old));
  return suite.group.multiplyPublic(verifyingShare, weight);
}

/** Which form of a Diffie–Hellman value the suite hashes: 1, RFC 8032's bytes where there is a choice. */
function ecdhMode(suite: Ciphersuite): number {
  return suite.id === 'ed25519' ? 1 : 0;
}

function decodedElement(cocktail: CocktailSuite, bytes: Uint8Array): Element | undefined {
  try {
    return cocktail.decodeElement(bytes);
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}

function revealFault({ code }: CocktailFault): RevealFault {
  switch (code) {
    case 'MSG_SHORT':
    case 'BAD_ELEMENT':
    case 'FRAME_SHORT':
    case 'FRAME_MIN':
    case 'FRAME_MAX':
    case 'TRAILING':
    case 'COMMIT_LEN':
    case 'POP':
      return code;
    default:
      throw new RangeError(`reading a deal does not fail with ${code}`);
  }
}
