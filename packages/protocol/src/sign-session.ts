/**
 * A request being signed, as the coordinator's node drives it: what arrives for it goes in, what
 * is to be sent comes out.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import type { Opened } from './envelope.ts';
import { requestId } from './request.ts';
import { type Output, type Seat, startSession, type Unsealed } from './session.ts';
import { coordinate } from './sign.ts';
import {
  attemptsMax,
  type Board,
  isSigned,
  type Member,
  missingOf,
  noteFound,
  SLOT,
} from './sign-attempts.ts';
import { decodeSignRefusal, decodeSignShare, SIGN_KIND, SIGN_ROUND } from './sign-core.ts';
import { conflictingSharesEvidence } from './sign-evidence.ts';
import type { SignOutcome } from './sign-outcome.ts';
import type { CoordinateOptions } from './sign-ports.ts';

export type SigningInput =
  /** A SignShare envelope on the member's own stream; its signature is checked when it matters. */
  | { readonly type: 'share'; readonly from: Seat; readonly opened: Opened }
  | { readonly type: 'refusal'; readonly from: Seat; readonly body: Uint8Array }
  /** The member is connected again; in another boot than before, or with what it had in memory. */
  | { readonly type: 'found'; readonly from: Seat; readonly isNewBoot: boolean }
  /** Offers of the member came into the pool, or its answer that it has none for now. */
  | { readonly type: 'offers'; readonly from: Seat }
  /** The member makes no offers for this key. */
  | { readonly type: 'no-offers'; readonly from: Seat; readonly reason: 'refused' | 'epoch' }
  | { readonly type: 'lost'; readonly from: Seat }
  | { readonly type: 'timeout'; readonly wait: number };

export type SigningOutput = Output<SignOutcome>;

export type SigningSession = {
  /** 32 bytes: SignShares and refusals of this session carry it. */
  readonly requestId: Uint8Array;
  readonly start: () => readonly SigningOutput[];
  readonly step: (input: SigningInput) => readonly SigningOutput[];
  readonly cancel: () => void;
  /** Nonces of a member that it was asked to use and did not answer for yet. */
  readonly nonceIdsOf: (seat: Seat) => readonly number[];
};

const NOTHING = new Uint8Array();

/**
 * A request that is not started yet. Its sends are SignRequest envelopes (round 1), or encoded
 * OfferRequests (round `PULL_ROUND`). `seal` signs an envelope from our seat of the group.
 * It ends with a `complete`, also where nothing was signed.
 */
export function startSigning(
  options: CoordinateOptions,
  { seal }: { readonly seal: (unsealed: Unsealed) => Uint8Array },
): SigningSession {
  const { publicKeys, members, request } = options;
  const id = requestId(request);
  const board = boardFor(options);
  const size = { minSigners: publicKeys.minSigners, maxSigners: members.length };
  const session = startSession(coordinate(options, board), {
    peers: [...board.members.keys()],
    rounds: SLOT.refusal(attemptsMax(size)) + 1,
    seal,
    conflict: (first, second) => {
      // The same round is the same request hash, so these are two shares for one request.
      const member = board.members.get(first.from);
      if (member === undefined || first.round % 2 !== 0) return undefined;
      const pair = [first.envelope, second.envelope] as const;
      const culprit = member.seat;
      if (!pair.every((envelope) => isSigned(member, envelope))) {
        member.out ??= 'invalid-envelope';
        return { detail: { code: 'bad-envelope', culprit }, fatal: false };
      }
      member.out = 'invalid-share';
      const detail = { code: 'conflicting-shares', culprit } as const;
      const { record } = options;
      if (record === undefined) return { detail, fatal: false };
      const evidence = conflictingSharesEvidence(record, { pair, culprit: member.hostPub });
      return { detail, evidence, fatal: false };
    },
  });

  function deliver(from: Seat, round: number, payload: Uint8Array, envelope: Uint8Array) {
    return session.step({ type: 'message', from, round, sessionId: id, payload, envelope });
  }

  /** Somebody answers with what is no answer. Nobody else can check that. */
  function spoiled(member: Member): readonly SigningOutput[] {
    const { seat, pending } = member;
    pending?.dropped.set(seat, 'invalid-envelope');
    member.out = 'invalid-envelope';
    const outputs = session.step({ type: 'lost', from: seat }); // Wakes the session.
    return [{ type: 'report', detail: { code: 'bad-envelope', culprit: seat } }, ...outputs];
  }

  function takeShare(member: Member, opened: Opened): readonly SigningOutput[] {
    const { kind, round, from, to, payload, bytes } = opened;
    const isOurs = kind === SIGN_KIND && round === SIGN_ROUND.share && to === options.seat;
    if (!isOurs || from !== member.seat || toHex(opened.sessionId) !== toHex(id)) {
      return spoiled(member);
    }
    const reqHash = toHex(decodeSignShare(payload).reqHash);
    const attempt = board.attempts.find((one) => toHex(one.reqHash) === reqHash);
    if (attempt === undefined) return []; // Of a run before this one; nothing to hold against it.
    return deliver(member.seat, SLOT.share(attempt.number), payload, bytes);
  }

  function takeRefusal(member: Member, body: Uint8Array): readonly SigningOutput[] {
    const refusal = decodeSignRefusal(body);
    const isOurs = toHex(refusal.requestId) === toHex(id);
    if (!isOurs || refusal.attempt < 1 || refusal.attempt > board.attempts.length) return [];
    return deliver(member.seat, SLOT.refusal(refusal.attempt), body, NOTHING);
  }

  function step(input: SigningInput): readonly SigningOutput[] {
    if (input.type === 'timeout') return session.step(input);
    const member = board.members.get(input.from);
    if (member === undefined) return [];
    try {
      switch (input.type) {
        case 'lost':
          return session.step(input);
        case 'found':
          noteFound(board, member, input.isNewBoot);
          return session.step({ type: 'found', from: member.seat });
        case 'offers':
          member.isAsked = false;
          return session.step({ type: 'found', from: member.seat });
        case 'no-offers':
          if (member.pending === undefined) member.out ??= input.reason;
          return session.step({ type: 'found', from: member.seat });
        case 'share':
          return takeShare(member, input.opened);
        case 'refusal':
          return takeRefusal(member, input.body);
      }
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      return spoiled(member);
    }
  }

  function start(): readonly SigningOutput[] {
    for (const member of board.members.values()) {
      const { seat } = member;
      // Before the start nothing wakes: this only says whom not to count on.
      if (options.candidates.includes(seat)) member.wasHere = true;
      else session.step({ type: 'lost', from: seat });
    }
    return session.start();
  }

  function nonceIdsOf(seat: Seat): readonly number[] {
    return board.attempts
      .filter((attempt) => missingOf(attempt).some((one) => one === seat))
      .map((attempt) => attempt.nonceIds.get(seat))
      .filter((id) => id !== undefined);
  }

  return { requestId: id, start, step, cancel: session.cancel, nonceIdsOf };
}

function boardFor(options: CoordinateOptions): Board {
  const { suite, publicKeys, members, candidates, seat: self, isSuspect } = options;
  const others = members.map((_, i) => i + 1).filter((seat) => seat !== self);
  const ordered = [
    ...candidates.filter((seat) => others.includes(seat)),
    ...others.filter((seat) => !candidates.includes(seat)),
  ];
  return {
    suite,
    publicKeys,
    members: new Map(ordered.map((seat) => [seat, memberOf(seat, members)])),
    attempts: [],
    denials: [],
    badShares: [],
    isSuspect: options.canary ? () => true : isSuspect,
    read: 0,
    shortFromMs: undefined,
    ownSeat: options.own?.seat,
    ownOut: undefined,
  };
}

function memberOf(seat: Seat, members: readonly Uint8Array[]): Member {
  const hostPub = members[seat - 1];
  if (hostPub === undefined) throw new RangeError(`no member has seat ${seat}`);
  return {
    seat,
    hostPub,
    pending: undefined,
    out: undefined,
    isAsked: false,
    pulls: 0,
    returns: 0,
    wasHere: false,
    isToRepeat: false,
  };
}
