/**
 * What a coordinator knows of one request: who is ready, who is in which attempt, and who is out
 * and why. No decisions about time, and nothing is sent from here.
 * @module
 */
import {
  type Ciphersuite,
  DecodeError,
  equalBytes,
  type Identifier,
  type PublicKeyPackage,
  type SigningPackage,
  verifySignatureShare,
} from '@permafrost/frost';
import type { ErrorCode } from '@permafrost/wire';
import { EnvelopeError, openEnvelope } from './envelope.ts';
import type { Message, Seat } from './session.ts';
import { isOfferGone } from './sign-answer.ts';
import { decodeSignRefusal, decodeSignShare } from './sign-core.ts';

export type ExclusionReason =
  | 'disconnected'
  | 'silent'
  | 'refused'
  | 'invalid-share'
  | 'invalid-envelope'
  | 'epoch';
export type Exclusion = { readonly seat: Seat; readonly reason: ExclusionReason };

/** Who was asked together, and who was left out or dropped out, and why. */
export type AttemptRecord = {
  readonly signers: readonly Seat[];
  readonly excluded: readonly Exclusion[];
};

export type Attempt = {
  readonly number: number;
  readonly core: Uint8Array;
  readonly reqHash: Uint8Array;
  readonly pkg: SigningPackage;
  readonly signers: readonly Identifier[];
  /** The nonce that each signer was asked to use. */
  readonly nonceIds: ReadonlyMap<Seat, number>;
  readonly ownShare: Uint8Array;
  /** Shares so far, ours included. */
  readonly shares: Map<Identifier, Uint8Array>;
  /** SignShare envelopes so far, as received. */
  readonly answers: Map<Seat, Uint8Array>;
  readonly dropped: Map<Seat, ExclusionReason>;
  /** Who was out already when it began. */
  readonly leftOut: readonly Exclusion[];
  /**
   * Open: we wait for it. Overdue: others were asked since, and whoever is late may still complete
   * it. Failed: nothing can come of it.
   */
  state: 'open' | 'overdue' | 'failed';
  /** Its shares were put together, once. */
  isTried: boolean;
};

export type Member = {
  readonly seat: Seat;
  readonly hostPub: Uint8Array;
  /** The attempt that it has not answered yet. */
  pending: Attempt | undefined;
  /** Why it takes no part in this request any more. */
  out: ExclusionReason | undefined;
  /** Offers were asked for and have not come. */
  isAsked: boolean;
  pulls: number;
  /** How often it came back after it had spoilt an attempt: restarted, or without its nonces. */
  returns: number;
  /** It is connected again, in the same boot: its SignRequest may have been lost on the way. */
  isToRepeat: boolean;
  /** It was connected at some time of this request. */
  wasHere: boolean;
};

/** A share that is wrong. */
export type BadShare = { readonly seat: Seat; readonly attempt: Attempt };
/** Why a member, or we ourselves, will not sign. */
export type Denial = { readonly seat: Seat; readonly code: ErrorCode; readonly reason: string };

export type Board = {
  readonly suite: Ciphersuite;
  readonly publicKeys: PublicKeyPackage;
  /** All members but ourselves, whom we prefer first. */
  readonly members: ReadonlyMap<Seat, Member>;
  readonly attempts: Attempt[];
  readonly denials: Denial[];
  /** Found while reading mail, to be reported by the session. */
  readonly badShares: BadShare[];
  readonly isSuspect: (seat: Seat) => boolean;
  /** Messages read so far. */
  read: number;
  /** What was left of the request's time when too few were connected; undefined when enough are. */
  shortFromMs: number | undefined;
  readonly ownSeat: Seat | undefined;
  /** Why we ourselves take no part. */
  ownOut: ExclusionReason | undefined;
};

/** A restarted signer comes back with new offers, at most this often in one request. */
const RETURNS_MAX = 3;

type Size = { readonly minSigners: number; readonly maxSigners: number };

/**
 * Attempts of one request by one coordinator, at most; a signer answers as many to each. Those who
 * stay away need n − t + 1 of them (ROAST, theorem 1), the others are for those who come back.
 */
export function attemptsMax({ minSigners, maxSigners }: Size): number {
  return 2 * (maxSigners - minSigners + 1) + 2;
}

/** The nth attempt's share and refusal of one seat, as rounds of the kernel. */
export const SLOT: {
  readonly share: (attempt: number) => number;
  readonly refusal: (attempt: number) => number;
} = { share: (attempt) => 2 * attempt, refusal: (attempt) => 2 * attempt + 1 };

/** Reads what is new in the mail. Safe to call at any time, any number of times. */
export function readMail(board: Board, mail: readonly Message[]): void {
  for (; board.read < mail.length; board.read++) {
    const message = mail[board.read];
    const member = message === undefined ? undefined : board.members.get(message.from);
    if (message === undefined || member === undefined) continue;
    const attempt = board.attempts[Math.floor(message.round / 2) - 1];
    if (message.round % 2 === 0) readShare(board, member, attempt, message);
    else readRefusal(board, member, attempt, message);
  }
}

function readShare(
  board: Board,
  member: Member,
  attempt: Attempt | undefined,
  { payload, envelope }: Message,
): void {
  const id = member.seat as Identifier;
  if (attempt === undefined || !attempt.signers.includes(id) || attempt.shares.has(id)) return;
  if (member.out === 'invalid-share' || member.out === 'invalid-envelope') return;
  const { reqHash, share } = decodeSignShare(payload);
  if (!equalBytes(reqHash, attempt.reqHash)) return;
  if (member.pending === attempt) member.pending = undefined;
  attempt.answers.set(member.seat, envelope);
  attempt.dropped.delete(member.seat); // Late, and welcome.
  const isBad = board.isSuspect(member.seat)
    ? !isSigned(member, envelope) || !isValidShare(board, attempt, id, share)
    : !isScalar(board.suite, share);
  if (isBad) board.badShares.push({ seat: member.seat, attempt });
  else attempt.shares.set(id, share);
}

function readRefusal(
  board: Board,
  member: Member,
  attempt: Attempt | undefined,
  { payload }: Message,
): void {
  if (attempt === undefined || member.pending !== attempt) return;
  const { code, reason } = decodeSignRefusal(payload);
  member.pending = undefined;
  attempt.state = 'failed';
  if (isOfferGone({ code, reason }) && mayReturn(board, member)) {
    attempt.dropped.set(member.seat, 'refused');
    return;
  }
  member.out = code === 'E_EPOCH' ? 'epoch' : 'refused';
  attempt.dropped.set(member.seat, member.out);
  board.denials.push({ seat: member.seat, code, reason });
}

/** Counts that a member which spoilt an attempt takes part again, unless it did so too often. */
function mayReturn({ attempts, publicKeys, members }: Board, member: Member): boolean {
  const { minSigners } = publicKeys;
  const maxSigners = members.size + 1;
  // However others come and go, as many attempts stay as it takes to find t who do answer.
  const left = attemptsMax({ minSigners, maxSigners }) - attempts.length;
  if (member.returns >= RETURNS_MAX || left <= maxSigners - minSigners) return false;
  member.returns++;
  return true;
}

/** A member is connected again. In a new boot it has forgotten what it was asked. */
export function noteFound(board: Board, member: Member, isNewBoot: boolean): void {
  member.isAsked = false;
  member.wasHere = true;
  const { pending, seat } = member;
  if (pending === undefined) return;
  if (!isNewBoot) {
    member.isToRepeat = true;
    return;
  }
  member.pending = undefined;
  member.isToRepeat = false;
  pending.state = 'failed';
  pending.dropped.set(seat, 'disconnected');
  if (!mayReturn(board, member)) member.out = 'disconnected';
}

/** Notes who cannot answer now, and which attempts we do not wait for any more. */
export function noteLost(board: Board, lost: ReadonlySet<Seat>): void {
  for (const attempt of board.attempts) {
    if (attempt.state === 'failed') continue;
    for (const seat of missingOf(attempt)) {
      if (!lost.has(seat)) continue;
      if (!attempt.dropped.has(seat)) attempt.dropped.set(seat, 'disconnected');
      attempt.state = 'overdue';
    }
  }
  for (const seat of lost) {
    const member = board.members.get(seat);
    // Its offers and its answer went with the connection: it may come back with others.
    if (member === undefined) continue;
    member.isAsked = false;
    member.isToRepeat = false;
  }
}

/** Signers whose share is not there. */
export function missingOf(attempt: Attempt): readonly Identifier[] {
  return attempt.signers.filter((id) => !attempt.shares.has(id));
}

/** All shares are there and nobody looked yet. */
export function isComplete(attempt: Attempt): boolean {
  return !attempt.isTried && attempt.shares.size === attempt.signers.length;
}

/** Members that take part in this request, whether ready or not; who spoilt attempts comes last. */
export function usable(board: Board, lost: ReadonlySet<Seat>): readonly Member[] {
  return [...board.members.values()]
    .filter((m) => m.out === undefined && !lost.has(m.seat))
    .sort((a, b) => a.returns - b.returns);
}

/** An attempt that may still end well without anybody new. */
export function isHopeful(board: Board, attempt: Attempt, lost: ReadonlySet<Seat>): boolean {
  return missingOf(attempt).every((seat) => {
    const member = board.members.get(seat);
    return member?.pending === attempt && member.out === undefined && !lost.has(seat);
  });
}

/** Everybody who is out or gone, with the reason. */
export function excluded(board: Board, lost: ReadonlySet<Seat>): readonly Exclusion[] {
  const found: Exclusion[] = [];
  const { ownSeat, ownOut } = board;
  if (ownSeat !== undefined && ownOut !== undefined) found.push({ seat: ownSeat, reason: ownOut });
  for (const { seat, out, pending } of board.members.values()) {
    if (out !== undefined) found.push({ seat, reason: out });
    else if (lost.has(seat)) found.push({ seat, reason: 'disconnected' });
    else {
      const reason = pending?.dropped.get(seat);
      if (reason !== undefined) found.push({ seat, reason });
    }
  }
  return found;
}

/** Attempts for the answer to the requester, in order, with the one that succeeded last. */
export function recordsOf(board: Board, succeeded?: Attempt): readonly AttemptRecord[] {
  const others = board.attempts.filter((attempt) => attempt !== succeeded);
  const ordered = succeeded === undefined ? others : [...others, succeeded];
  return ordered.map(({ signers, dropped, leftOut }) => ({
    signers: [...signers],
    excluded: [
      ...leftOut.filter(({ seat }) => !dropped.has(seat)),
      ...[...dropped].map(([seat, reason]) => ({ seat, reason })),
    ].sort((a, b) => a.seat - b.seat),
  }));
}

/** Whether the member's host key signed this envelope. */
export function isSigned({ hostPub }: Member, envelope: Uint8Array): boolean {
  try {
    openEnvelope(envelope, { hostPub });
    return true;
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    return false;
  }
}

function isScalar(suite: Ciphersuite, share: Uint8Array): boolean {
  try {
    suite.decodeScalar(share);
    return true;
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return false;
  }
}

function isValidShare(
  { suite, publicKeys }: Board,
  { pkg }: Attempt,
  id: Identifier,
  share: Uint8Array,
): boolean {
  return isScalar(suite, share) && verifySignatureShare(pkg, id, share, publicKeys);
}
