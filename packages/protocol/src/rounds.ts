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
  for (const message of mail) {
    if (message.round !== expected.round || !expected.from.includes(message.from)) continue;
    if (equalBytes(message.sessionId, expected.sessionId)) found.set(message.from, message);
  }
  return found;
}

/**
 * Waits for one round's message from each of `from`, or until `enough` says that what is there
 * must be looked at. Returns what is there; at the deadline possibly less than all.
 */
export function* gather(
  expected: Expected & {
    readonly withinMs: number;
    readonly stage: string;
    /** Seats shown as done from the start, such as one's own. */
    readonly done?: readonly Seat[];
    readonly enough?: (there: ReadonlyMap<Seat, Message>, mail: Mail) => boolean;
  },
): Protocol<{ readonly there: ReadonlyMap<Seat, Message>; readonly mail: Mail }> {
  const { withinMs, stage, done = [], from, enough } = expected;
  const { mail } = yield {
    type: 'wait',
    withinMs,
    ready: (mail) => {
      const there = arrived(mail, expected);
      return there.size === from.length || enough?.(there, mail) === true;
    },
    watch: {
      stage,
      of: [...done, ...from].sort((a, b) => a - b),
      done: (mail) => [...done, ...arrived(mail, expected).keys()].sort((a, b) => a - b),
    },
  };
  return { there: arrived(mail, expected), mail };
}

/**
 * Waits for one round's message from each of `from`.
 * @throws Fault `timeout`, naming who was missing.
 */
export function* collect(
  expected: Expected & { readonly withinMs: number; readonly stage: string },
): Protocol<ReadonlyMap<Seat, Message>> {
  const { there } = yield* gather(expected);
  const missing = expected.from.filter((seat) => !there.has(seat));
  if (missing.length > 0) throw new Fault({ code: 'timeout', round: expected.round, missing });
  return there;
}
