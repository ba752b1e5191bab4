/**
 * How signing a request can end, in the terms of the people who asked.
 * @module
 */
import type { ErrorCode } from '@permafrost/wire';
import type { Seat } from './session.ts';
import {
  type AttemptRecord,
  type Board,
  type Exclusion,
  excluded,
  recordsOf,
  usable,
} from './sign-attempts.ts';
import type { CoordinateOptions } from './sign-ports.ts';

export type SignOutcome =
  | {
      readonly type: 'signed';
      readonly requestId: Uint8Array;
      readonly signature: Uint8Array;
      readonly signers: readonly Seat[];
      /** In order; the one that gave the signature is the last. */
      readonly attempts: readonly AttemptRecord[];
    }
  | {
      readonly type: 'failed';
      readonly code: ErrorCode;
      readonly reason: string;
      /** Signers that it takes, and members that could sign, ourselves included. */
      readonly need: number;
      readonly have: number;
      /** Who could not, and why. */
      readonly down: readonly Exclusion[];
      readonly attempts: readonly AttemptRecord[];
      /** Seen to break the protocol in this request. */
      readonly blame: readonly Seat[];
      /** True when no share was asked for: nothing can come of this request from here. */
      readonly nothingSigned: true | 'unknown';
      /** All shares are right and the signature is not: this key must not be used here. */
      readonly halt: boolean;
    };

type Why = { readonly code: ErrorCode; readonly reason: string; readonly halt?: boolean };

/** Whether more members refuse than the key can spare, and with which code most of them do. */
export function denied(board: Board, options: CoordinateOptions): Why | undefined {
  const { denials } = board;
  if (denials.length <= options.members.length - options.publicKeys.minSigners) return undefined;
  const counts = new Map<ErrorCode, number>();
  for (const { code } of denials) counts.set(code, (counts.get(code) ?? 0) + 1);
  const most = denials.reduce((a, b) =>
    (counts.get(b.code) ?? 0) > (counts.get(a.code) ?? 0) ? b : a,
  );
  return { code: most.code, reason: most.reason };
}

export function tooFew(board: Board, { publicKeys }: CoordinateOptions): Why {
  const reason =
    board.attempts.length === 0
      ? `fewer than ${publicKeys.minSigners} members answer`
      : 'too few members are left to try';
  return { code: 'E_THRESHOLD', reason };
}

/** The request's time is over, and those who are connected did not answer. */
export function outOfTime({ publicKeys }: CoordinateOptions): Why {
  const reason = `fewer than ${publicKeys.minSigners} members answered in time`;
  return { code: 'E_DEADLINE', reason };
}

export function failed(
  board: Board,
  options: CoordinateOptions,
  lost: ReadonlySet<Seat>,
  { code, reason, halt = false }: Why,
): SignOutcome {
  const { own, publicKeys, pool } = options;
  const down = new Map(excluded(board, lost).map((one) => [one.seat, one]));
  for (const { seat, pending, isAsked } of usable(board, lost)) {
    // Who was lately asked and had no time to answer is not silent.
    const isSilent =
      code === 'E_DEADLINE' && (pending !== undefined || (isAsked && !pool.has(seat)));
    if (isSilent && !down.has(seat)) down.set(seat, { seat, reason: 'silent' });
  }
  const others = [...board.members.keys()].filter((seat) => !down.has(seat)).length;
  const isOwnUp = own !== undefined && board.ownOut === undefined;
  return {
    type: 'failed',
    code,
    reason,
    need: publicKeys.minSigners,
    have: others + (isOwnUp ? 1 : 0),
    down: [...down.values()].sort((a, b) => a.seat - b.seat),
    attempts: recordsOf(board),
    blame: [...board.members.values()]
      .filter(({ out }) => out === 'invalid-share' || out === 'invalid-envelope')
      .map(({ seat }) => seat),
    nothingSigned: board.attempts.length === 0 ? true : 'unknown',
    halt,
  };
}
