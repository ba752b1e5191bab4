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
  cocktailContext,
  concat,
  type Deal,
  DecodeError,
  type Element,
  parseDeal,
  schnorrVerify,
  sha512,
  TH,
  toHex,
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
  type Sizes,
  sizesOf,
} from './ceremony-messages.ts';
import type { RevealFault } from './fault.ts';
import { type Group, groupHash, joinScope, sessionId } from './group.ts';
import type { Seat } from './session.ts';

export const DKG_KIND = 'cocktail-dkg';
/** Static keys of a key generation. Other ceremonies have other roles. */
export const ROLE_KEY_GENERATION = 0;

const SID_PREFIX: Uint8Array = concat(ascii('PERMAFROST/COCKTAIL/1'), u8(0));

/** One attempt at making a key, before anybody said anything. */
export type Ceremony = {
  readonly suite: Ciphersuite;
  readonly cocktail: CocktailSuite;
  readonly group: Group;
  readonly attempt: number;
  readonly groupHash: Uint8Array;
  readonly scope: Uint8Array;
  readonly sizes: Sizes;
  readonly minSigners: number;
  readonly maxSigners: number;
};

/** RangeError when the suite is not the group's. */
export function ceremonyOf(suite: Ciphersuite, group: Group, attempt: number): Ceremony {
  if (suite.id !== group.suite) throw new RangeError('suite is not the group’s');
  const { minSigners, maxSigners } = group.threshold;
  return {
    suite,
    cocktail: suite.cocktail,
    group,
    attempt,
    groupHash: groupHash(group),
    scope: joinScope({ kind: DKG_KIND, proposalHash: group.proposalHash, attempt }),
    sizes: sizesOf(suite.cocktail, minSigners, maxSigners),
    minSigners,
    maxSigners,
  };
}

/** What a static key signs to show that its owner knows it: bound to seat, host and attempt. */
export function joinProofMessage(by: {
  readonly seat: Seat;
  readonly scope: Uint8Array;
  readonly hostPub: Uint8Array;
  readonly nonce: Uint8Array;
}): Uint8Array {
  return concat(
    ascii('PERMAFROST-COCKTAIL-POK-P'),
    u8(ROLE_KEY_GENERATION),
    u16(by.seat),
    by.scope,
    by.hostPub,
    by.nonce,
  );
}

/** What an ephemeral key signs: bound to seat and context, and so to the session. */
export function ephemeralProofMessage(seat: Seat, context: Uint8Array): Uint8Array {
  return concat(ascii('PERMAFROST-COCKTAIL-POK-E'), u8(ROLE_KEY_GENERATION), u16(seat), context);
}

export type JudgedJoin =
  | { readonly type: 'good'; readonly join: Join; readonly publicKey: Element }
  | { readonly type: 'malformed' }
  | { readonly type: 'bad'; readonly join: Join };

/** A Join by itself: its length, its static key, and the proof that its sender knows it. */
export function judgeJoin(
  cocktail: CocktailSuite,
  given: {
    readonly seat: Seat;
    readonly scope: Uint8Array;
    readonly hostPub: Uint8Array;
    readonly payload: Uint8Array;
  },
): JudgedJoin {
  const { payload, seat, scope, hostPub } = given;
  let join: Join;
  try {
    join = decodeJoin(cocktail, payload);
  } catch (error) {
    if (error instanceof WireError) return { type: 'malformed' };
    throw error;
  }
  const publicKey = decodedElement(cocktail, join.publicKey);
  if (publicKey === undefined) return { type: 'bad', join };
  const message = joinProofMessage({ seat, scope, hostPub, nonce: join.nonce });
  const known = schnorrVerify(cocktail, publicKey, message, join.proof);
  return known ? { type: 'good', join, publicKey } : { type: 'bad', join };
}

/** What follows from n good Joins. */
export type Setup = {
  readonly sessionId: Uint8Array;
  /** Static keys in order of seats. */
  readonly publicKeys: readonly Element[];
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
    kind: DKG_KIND,
    groupHash: ceremony.groupHash,
    attempt,
    joins: joins.map(({ join }) => join),
  });
  const publicKeys = joins.map(({ publicKey }) => publicKey);
  const sid = concat(
    SID_PREFIX,
    u8(ecdhMode(ceremony.suite)),
    u16(minSigners),
    id,
    ceremony.groupHash,
  );
  const context = cocktailContext(cocktail, sid, publicKeys);
  const contextHash = TH('cocktail/ctx', context).slice(0, 32);
  return { sessionId: id, publicKeys, context, contextHash };
}

/**
 * Seats that came with the same point as another seat. Both proved to know its logarithm, so they
 * share a secret: they collude, or run on one random generator. Neither can be told from the other.
 */
export function sharingSeats(
  points: readonly { readonly seat: Seat; readonly point: Uint8Array }[],
): readonly Seat[] {
  const owners = new Map<string, Seat>();
  const sharing = new Set<Seat>();
  for (const { seat, point } of points) {
    const name = toHex(point);
    const owner = owners.get(name);
    if (owner === undefined) owners.set(name, seat);
    else if (owner !== seat) sharing.add(owner).add(seat);
  }
  return [...sharing].sort((a, b) => a - b);
}

/** What a dealer commits to in round 1, 32 bytes. */
export function bodyCommitment(sessionId: Uint8Array, seat: Seat, body: Uint8Array): Uint8Array {
  return TH('cocktail/commit', sessionId, u16(seat), body).slice(0, 32);
}

/** What every Reveal repeats: the commitments of all, in order of seats. 32 bytes. */
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

/** Whether the dealer knows its constant term and its ephemeral key, in this session. */
export function proofFault(
  ceremony: Ceremony,
  setup: Setup,
  seat: Seat,
  { deal, ephemeralProof }: ReadReveal,
): 'POP' | 'POKE' | undefined {
  const { cocktail } = ceremony;
  if (!verifyProofOfPossession(cocktail, setup.context, deal)) return 'POP';
  // Without this proof a dealer could announce somebody else's key as its ephemeral one, and make
  // its receivers' complaints decrypt what was once sent under that key.
  const message = ephemeralProofMessage(seat, setup.context);
  return schnorrVerify(cocktail, deal.ephemeral, message, ephemeralProof) ? undefined : 'POKE';
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
