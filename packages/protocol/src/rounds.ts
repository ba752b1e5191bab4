/**
 * The verbs that protocols are written in.
 * @module
 */
import { equalBytes } from '@permafrost/frost';
import type { Evidence } from './evidence.ts';
import { Fault, type FaultDetail } from './fault.ts';
import type { DurableRecord, Mail, Message, Protocol, Seat, Unsealed } from './session.ts';

/** Signs an envelope without sending it. Returns the signed bytes. */
export function* seal(unsealed: Unsealed): Protocol<Uint8Array> {
  return (yield { type: 'seal', ...unsealed }).sealed;
}

/** Signs an envelope and sends it. Returns the signed bytes. */
export function* send(unsealed: Unsealed): Protocol<Uint8Array> {
  const envelope = yield* seal(unsealed);
  yield { type: 'send', to: unsealed.to, round: unsealed.round, envelope };
  return envelope;
}

/** Signs an envelope and sends it to all peers. Returns the signed bytes. */
export function* broadcast(unsealed: Omit<Unsealed, 'to'>): Protocol<Uint8Array> {
  return yield* send({ ...unsealed, to: 'all' });
}

/** Sends bytes that are signed already to all peers. */
export function* resend(round: number, envelope: Uint8Array): Protocol<void> {
  yield { type: 'send', to: 'all', round, envelope };
}

/** Made durable before anything the protocol does next is seen outside. */
export function* persist(record: DurableRecord): Protocol<void> {
  yield { type: 'persist', record };
}

/** Puts misconduct on record and carries on. */
export function* report(detail: FaultDetail, evidence?: Evidence): Protocol<void> {
  yield { type: 'report', detail, ...(evidence === undefined ? {} : { evidence }) };
}

export type Expected = {
  readonly round: number;
  readonly sessionId: Uint8Array;
  readonly from: readonly Seat[];
};

/** The messages of one round and session id that are there, at most one for each seat. */
export function arrived(mail: Mail, expected: Expected): ReadonlyMap<Seat, Message> {
  const found = new Map<Seat, Message>();
  const from = new Set(expected.from);
  for (const message of mail) {
    if (message.round !== expected.round || !from.has(message.from)) continue;
    if (equalBytes(message.sessionId, expected.sessionId)) found.set(message.from, message);
  }
  return found;
}

export type Gathered = {
  readonly there: ReadonlyMap<Seat, Message>;
  readonly mail: Mail;
  readonly lost: ReadonlySet<Seat>;
};

/**
 * Waits for one round's message from each of `from`, until one of those who are missing is lost,
 * or until `enough` says that what is there must be looked at. Returns what is there.
 */
export function* gather(
  expected: Expected & {
    readonly withinMs: number;
    readonly stage: string;
    /** Seats shown as done from the start, such as one's own. */
    readonly done?: readonly Seat[];
    /** Goes on waiting although somebody is lost: what the others say may still matter. */
    readonly patient?: boolean;
    readonly enough?: (there: ReadonlyMap<Seat, Message>, mail: Mail) => boolean;
  },
): Protocol<Gathered> {
  const { withinMs, stage, done = [], from, enough, patient = false } = expected;
  const { mail, lost } = yield {
    type: 'wait',
    withinMs,
    ready: (mail, lost) => {
      const there = arrived(mail, expected);
      const waitsInVain = !patient && from.some((seat) => lost.has(seat) && !there.has(seat));
      return there.size === from.length || waitsInVain || enough?.(there, mail) === true;
    },
    watch: {
      stage,
      of: [...done, ...from].sort((a, b) => a - b),
      done: (mail) => [...done, ...arrived(mail, expected).keys()].sort((a, b) => a - b),
    },
  };
  return { there: arrived(mail, expected), mail, lost };
}

/**
 * Waits for one round's message from each of `from`.
 * @throws Fault `timeout`, naming who was missing.
 */
export function* collect(
  expected: Expected & { readonly withinMs: number; readonly stage: string },
): Protocol<ReadonlyMap<Seat, Message>> {
  const { there, lost } = yield* gather(expected);
  const missing = missingOf(expected.from, there, lost);
  if (missing.length > 0) throw new Fault({ code: 'timeout', round: expected.round, missing });
  return there;
}

/** Who has not spoken; where some of these are known to be lost, only those. */
export function missingOf(
  from: readonly Seat[],
  there: ReadonlyMap<Seat, Message>,
  lost: ReadonlySet<Seat>,
): readonly Seat[] {
  const missing = from.filter((seat) => !there.has(seat));
  const gone = missing.filter((seat) => lost.has(seat));
  return gone.length > 0 ? gone : missing;
}
