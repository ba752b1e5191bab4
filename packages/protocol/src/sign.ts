/**
 * The coordinator's side of FROST signing (RFC 9591, section 5.3), made robust in the manner of
 * ROAST (Ruffing, Ronge, Jin, Schneider-Bensch, Schröder, 2022): whoever is lost, silent, refuses
 * or lies is replaced, and every attempt that does not end well costs at least one such member.
 * The coordinator holds nobody's secret and is trusted with nothing.
 * @module
 */
import {
  aggregate,
  ascending,
  FrostFault,
  type Identifier,
  type NonceCommitments,
} from '@permafrost/frost';
import { commitmentsOf, type OfferProof } from './offers.ts';
import { requestId } from './request.ts';
import { report, seal, send } from './rounds.ts';
import type { Protocol, Reply, Seat, Unsealed } from './session.ts';
import {
  type Attempt,
  attemptsMax,
  type Board,
  excluded,
  isComplete,
  isHopeful,
  isSigned,
  missingOf,
  noteLost,
  readMail,
  recordsOf,
  usable,
} from './sign-attempts.ts';
import {
  encodeOfferRequest,
  encodeSignCore,
  encodeSignRequest,
  SIGN_ROUND,
  signRequestHash,
} from './sign-core.ts';
import { shareEvidence } from './sign-evidence.ts';
import { denied, failed, outOfTime, type SignOutcome, tooFew } from './sign-outcome.ts';
import type { CoordinateOptions } from './sign-ports.ts';

/** Round of a send that is no envelope: an OfferRequest for that seat, to go out as it is. */
export const PULL_ROUND = 0;

/**
 * How often one request asks a member for offers, at most: requests at the same time share what
 * comes, and a member may be lost and found.
 */
const PULLS_MAX = 64;

/** Everything that one request goes through until there is a signature, or no hope of one. */
export function* coordinate(options: CoordinateOptions, board: Board): Protocol<SignOutcome> {
  let reply: Reply = yield LOOK;
  for (;;) {
    const { mail, lost } = reply;
    readMail(board, mail);
    noteLost(board, lost);
    yield* dropLiars(board, options);

    const complete = board.attempts.find(isComplete);
    if (complete !== undefined) {
      const outcome = yield* finish(complete, board, options);
      if (outcome !== undefined) return outcome;
      continue;
    }
    const refusal = denied(board, options);
    if (refusal !== undefined) return failed(board, options, lost, refusal);
    if (options.leftMs() <= 0) return failed(board, options, lost, outOfTime(options));
    yield* repeatRequests(board, options);

    const running = openAttempt(board, lost);
    if (running === undefined) {
      const chosen = readySigners(board, options, lost);
      if (chosen !== undefined) {
        yield* begin(chosen, board, options, lost);
        reply = yield LOOK;
        continue;
      }
      if (graceLeftMs(board, options, lost) <= 0) {
        return failed(board, options, lost, tooFew(board, options));
      }
      yield* pullOffers(board, options, lost);
    }

    const isWorthWaking = ({ mail, lost }: Pick<Reply, 'mail' | 'lost'>): boolean => {
      readMail(board, mail);
      noteLost(board, lost);
      if (board.badShares.length > 0 || board.attempts.some(isComplete)) return true;
      if ([...board.members.values()].some((member) => member.isToRepeat)) return true;
      if (denied(board, options) !== undefined) return true;
      if (running !== undefined) return openAttempt(board, lost) !== running;
      if (readySigners(board, options, lost) !== undefined) return true;
      if (wantOffers(board, options, lost).length > 0) return true;
      return graceLeftMs(board, options, lost) <= 0;
    };
    const atMostMs =
      running === undefined ? graceLeftMs(board, options, reply.lost) : hedgeMs(board, options);
    reply = yield {
      type: 'wait',
      withinMs: Math.max(1, Math.ceil(Math.min(options.leftMs(), atMostMs))),
      ready: (mail, lost) => isWorthWaking({ mail, lost }),
    };
    if (running === undefined || isWorthWaking(reply)) continue;
    // Others are asked now; whoever is late may still complete this attempt.
    running.state = 'overdue';
    for (const seat of missingOf(running)) running.dropped.set(seat, 'silent');
  }
}

/**
 * The delay grows with every attempt that waited in vain: where everybody is merely slow, asking
 * ever more of them makes them slower.
 */
function hedgeMs({ attempts }: Board, options: CoordinateOptions): number {
  const overdue = attempts.filter(({ state }) => state === 'overdue').length;
  return Math.max(1, Math.ceil(options.hedgeMs() * (1 + overdue / 2)));
}

/** Asks those again who are back in the boot that they were asked in: they know their answer. */
function* repeatRequests(board: Board, options: CoordinateOptions): Protocol<void> {
  for (const member of board.members.values()) {
    const { isToRepeat, pending, seat } = member;
    member.isToRepeat = false;
    if (isToRepeat && pending !== undefined) yield* send(requestTo(seat, pending, options));
  }
}

/** A wait that is over at once: how a protocol looks at its mail. */
const LOOK = { type: 'wait', withinMs: 0, ready: () => true } as const;

type Lost = ReadonlySet<Seat>;

/** The attempt that we are waiting for. */
function openAttempt(board: Board, lost: Lost): Attempt | undefined {
  return board.attempts.find((a) => a.state === 'open' && !a.isTried && isHopeful(board, a, lost));
}

/** The first minSigners that could begin at once, ourselves first; undefined if too few. */
function readySigners(
  board: Board,
  options: CoordinateOptions,
  lost: Lost,
): readonly Identifier[] | undefined {
  const { own, pool, publicKeys } = options;
  if (board.attempts.length >= attemptsMax(sizeOf(options))) return undefined;
  const ready = usable(board, lost).filter((m) => m.pending === undefined && pool.has(m.seat));
  const preferred = [
    ...ready.filter((m) => !board.isSuspect(m.seat)),
    ...ready.filter((m) => board.isSuspect(m.seat)),
  ].map((m) => m.seat as Identifier);
  const all =
    own !== undefined && board.ownOut === undefined ? [own.seat, ...preferred] : preferred;
  const { minSigners } = publicKeys;
  return all.length < minSigners ? undefined : ascending(all.slice(0, minSigners));
}

/** Whether neither those who are left nor those who are late can give a signature. */
function isHopeless(board: Board, options: CoordinateOptions, lost: Lost): boolean {
  const own = options.own !== undefined && board.ownOut === undefined ? 1 : 0;
  const isTooFew = usable(board, lost).length + own < options.publicKeys.minSigners;
  const isOver = isTooFew || board.attempts.length >= attemptsMax(sizeOf(options));
  return isOver && !board.attempts.some((a) => !a.isTried && isHopeful(board, a, lost));
}

/**
 * How long to go on without hope: infinite where there is some, and nothing where those who are
 * missing were never here. A connection that broke may be back in a moment.
 */
function graceLeftMs(board: Board, options: CoordinateOptions, lost: Lost): number {
  if (!isHopeless(board, options, lost)) {
    board.shortFromMs = undefined;
    return Number.POSITIVE_INFINITY;
  }
  const mayReturn = [...lost].some((seat) => {
    const member = board.members.get(seat);
    return member?.wasHere === true && member.out === undefined;
  });
  if (!mayReturn) return 0;
  const leftMs = options.leftMs();
  board.shortFromMs ??= leftMs;
  return options.graceMs - (board.shortFromMs - leftMs);
}

/** Members that could sign if we had an offer of theirs, and were not asked for one. */
function wantOffers(board: Board, options: CoordinateOptions, lost: Lost): readonly Seat[] {
  return usable(board, lost)
    .filter((m) => m.pending === undefined && !m.isAsked && !options.pool.has(m.seat))
    .filter((m) => m.pulls < PULLS_MAX)
    .map((m) => m.seat);
}

function* pullOffers(board: Board, options: CoordinateOptions, lost: Lost): Protocol<void> {
  const { keyId, epochId, offersAtOnce } = options;
  const ask = encodeOfferRequest({ keyId, epochId, count: offersAtOnce });
  for (const seat of wantOffers(board, options, lost)) {
    const member = board.members.get(seat);
    if (member === undefined) continue;
    member.isAsked = true;
    member.pulls++;
    yield { type: 'send', to: seat, round: PULL_ROUND, envelope: ask };
  }
}

/** Puts the signing package together, signs our own part of it and sends it to the others. */
function* begin(
  signers: readonly Identifier[],
  board: Board,
  options: CoordinateOptions,
  lost: Lost,
): Protocol<void> {
  const { suite, epochId, own, request, canary } = options;
  const isSigner = own !== undefined && signers.includes(own.seat);
  const ownOffer = isSigner ? own.offer() : undefined;
  if (isSigner && ownOffer === undefined) {
    board.ownOut = 'refused';
    return; // The caller looks again at who is ready.
  }
  const proofs: OfferProof[] = [];
  for (const id of signers) {
    const proof = id === own?.seat ? ownOffer : options.pool.take(id);
    if (proof !== undefined) proofs.push(proof);
  }
  if (proofs.length < signers.length) return;

  const number = board.attempts.length + 1;
  const core = encodeSignCore({
    epochId,
    request,
    attempt: number,
    signers,
    offers: proofs,
    canary,
  });
  const commitments = new Map<Identifier, NonceCommitments>(
    proofs.map(({ offer }) => [offer.identifier, commitmentsOf(suite, offer)]),
  );
  const shares = new Map<Identifier, Uint8Array>();
  let ownShare: Uint8Array = new Uint8Array();
  if (isSigner) {
    const answer = own.answer(core);
    if (answer.type === 'refused') {
      board.ownOut = answer.code === 'E_EPOCH' ? 'epoch' : 'refused';
      board.denials.push({ seat: own.seat, code: answer.code, reason: answer.reason });
      return;
    }
    ownShare = answer.share;
    shares.set(own.seat, ownShare);
  }
  const attempt: Attempt = {
    number,
    core,
    reqHash: signRequestHash(core),
    pkg: { message: request.message, commitments },
    signers,
    nonceIds: new Map(proofs.map(({ offer }) => [offer.identifier, offer.nonceId])),
    ownShare,
    shares,
    answers: new Map(),
    dropped: new Map(),
    leftOut: excluded(board, lost).filter(({ seat }) => !signers.includes(seat as Identifier)),
    state: 'open',
    isTried: false,
  };
  board.attempts.push(attempt);
  for (const id of signers) {
    const member = board.members.get(id);
    if (member === undefined) continue;
    member.pending = attempt;
    yield* send(requestTo(id, attempt, options));
  }
}

function requestTo(
  to: Seat,
  { core, ownShare }: Attempt,
  { request }: CoordinateOptions,
): Unsealed & { readonly to: Seat } {
  const payload = encodeSignRequest({ core, share: ownShare });
  return { sessionId: requestId(request), round: SIGN_ROUND.request, to, payload };
}

/** Aggregates and verifies. No signature leaves unverified; liars are named by what they sent. */
function* finish(
  attempt: Attempt,
  board: Board,
  options: CoordinateOptions,
): Protocol<SignOutcome | undefined> {
  attempt.isTried = true;
  try {
    const signature = aggregate(attempt.pkg, attempt.shares, options.publicKeys);
    return {
      type: 'signed',
      requestId: requestId(options.request),
      signature,
      signers: [...attempt.signers],
      attempts: recordsOf(board, attempt),
    };
  } catch (error) {
    if (!(error instanceof FrostFault)) throw error;
    attempt.state = 'failed';
    const { detail } = error;
    switch (detail.code) {
      case 'identity-group-commitment':
        return undefined; // Fresh nonces will not cancel out again.
      case 'invalid-signature-share':
        // Our own share was checked when it was made: if it is wrong now, the trouble is here.
        if (detail.culprits.every((seat) => board.members.has(seat))) {
          board.badShares.push(...detail.culprits.map((seat) => ({ seat, attempt })));
          yield* dropLiars(board, options);
          return undefined;
        }
        break;
      case 'invalid-signature':
        break;
    }
    yield* report({ code: 'invalid-signature' });
    const reason = 'all shares are right and the signature is not';
    return failed(board, options, new Set(), { code: 'E_INTERNAL', reason, halt: true });
  }
}

/** Names who gave wrong shares, with evidence where their signature is on it. */
function* dropLiars(board: Board, options: CoordinateOptions): Protocol<void> {
  for (const { seat, attempt } of board.badShares.splice(0)) {
    const member = board.members.get(seat);
    const envelope = attempt.answers.get(seat);
    if (member === undefined || envelope === undefined || member.out === 'invalid-share') continue;
    attempt.state = 'failed';
    if (!isSigned(member, envelope)) {
      member.out = 'invalid-envelope';
      attempt.dropped.set(seat, member.out);
      yield* report({ code: 'bad-envelope', culprit: seat });
      continue;
    }
    member.out = 'invalid-share';
    attempt.dropped.set(seat, member.out);
    // Signing is deterministic: these are the bytes that it was sent.
    const asked = yield* seal(requestTo(seat, attempt, options));
    const { record } = options;
    const evidence =
      record === undefined
        ? undefined
        : shareEvidence(record, { request: asked, share: envelope, culprit: member.hostPub });
    yield* report({ code: 'invalid-share', culprit: seat }, evidence);
  }
}

function sizeOf({ members, publicKeys }: CoordinateOptions) {
  return { minSigners: publicKeys.minSigners, maxSigners: members.length };
}
