/**
 * How a member of a key generation listens: to the round it is in, and meanwhile to those who
 * found that something does not fit and show what they received.
 * @module
 */
import { equalBytes } from '@permafrost/frost';
import type { Ceremony } from './ceremony.ts';
import { DKG_ROUND, encodeExchange } from './ceremony-messages.ts';
import { type Found, findEquivocation } from './dkg-exchange.ts';
import { parseEnvelope } from './envelope.ts';
import { Fault, type FaultDetail } from './fault.ts';
import { ceremonySeats, hostOf, seatsOfHost } from './group.ts';
import { arrived, broadcast, type Gathered, gather, missingOf } from './rounds.ts';
import type { Mail, Message, Protocol, Seat } from './session.ts';

/** A round whose messages decide what session this is, so that members compare what they got. */
type Compared = typeof DKG_ROUND.join | typeof DKG_ROUND.commit;

/** One member's run of a ceremony. */
export type Run = {
  readonly ceremony: Ceremony;
  /** The first of our seats: as a receiver, where we have both. */
  readonly me: Seat;
  /** All our seats. */
  readonly mine: readonly Seat[];
  readonly hostPub: Uint8Array;
  /** Everybody else's. */
  readonly others: readonly Seat[];
  readonly withinMs: number;
  /** Own envelopes by round and seat. */
  readonly said: Map<number, Map<Seat, Uint8Array>>;
  /** Rounds that we have come to. */
  readonly begun: Set<number>;
  /** Whether our exchange of these was sent. */
  readonly shown: Set<Compared>;
  /** The messages that this run used, by round and seat. */
  readonly heard: Map<number, ReadonlyMap<Seat, Message>>;
  /** Sends, and remembers what was sent. */
  readonly speak: (sending: Protocol<Uint8Array>) => Protocol<void>;
  /** RangeError when that seat has not spoken in that round. */
  readonly envelopeOf: (round: number, seat: Seat) => Uint8Array;
  /** All envelopes that the key rests on, in order of seats; Commits and Reveals of dealers. */
  readonly envelopes: () => {
    readonly joins: readonly Uint8Array[];
    readonly commits: readonly Uint8Array[];
    readonly reveals: readonly Uint8Array[];
  };
};

/** `mine` are all seats of this host, ascending. RangeError when there is no such seat. */
export function runOf(ceremony: Ceremony, mine: readonly Seat[], withinMs: number): Run {
  const [me] = mine;
  const hostPub = me === undefined ? undefined : hostOf(ceremony.group, me);
  if (me === undefined || hostPub === undefined) throw new RangeError('no such seat');
  const said = new Map<number, Map<Seat, Uint8Array>>();
  const heard = new Map<number, ReadonlyMap<Seat, Message>>();
  const seats = ceremonySeats(ceremony.group);

  function* speak(sending: Protocol<Uint8Array>): Protocol<void> {
    const envelope = yield* sending;
    const { round, from } = parseEnvelope(envelope);
    said.set(round, (said.get(round) ?? new Map()).set(from, envelope));
  }
  function envelopeOf(round: number, seat: Seat): Uint8Array {
    const envelope = said.get(round)?.get(seat) ?? heard.get(round)?.get(seat)?.envelope;
    if (envelope === undefined) throw new RangeError('a round is incomplete');
    return envelope;
  }
  function ofRound(round: number, from: readonly Seat[]): readonly Uint8Array[] {
    return from.map((seat) => envelopeOf(round, seat));
  }
  return {
    ceremony,
    me,
    mine,
    hostPub,
    others: seats.filter((seat) => !mine.includes(seat)),
    withinMs,
    said,
    begun: new Set(),
    shown: new Set(),
    heard,
    speak,
    envelopeOf,
    envelopes: () => ({
      joins: ofRound(DKG_ROUND.join, seats),
      commits: ofRound(DKG_ROUND.commit, ceremony.dealers),
      reveals: ofRound(DKG_ROUND.reveal, ceremony.dealers),
    }),
  };
}

/** Whose message of a round we wait for: of Joins everybody's, else those of who deals. */
export function awaited(run: Run, round: number): readonly Seat[] {
  const { others, ceremony } = run;
  return round === DKG_ROUND.join
    ? others
    : others.filter((seat) => ceremony.dealers.includes(seat));
}

/** One seat of each other host: what is not said as receiver or dealer comes from the first. */
function voices({ others, ceremony: { group } }: Run): readonly Seat[] {
  const firstOf = (seat: Seat): Seat | undefined =>
    seatsOfHost(group, hostOf(group, seat) as Uint8Array)[0];
  return others.filter((seat) => firstOf(seat) === seat);
}

export type Listening = {
  readonly round: number;
  readonly sessionId: Uint8Array;
  readonly stage: string;
  /** What must be looked at before everybody has spoken. */
  readonly alarming?: (message: Message) => boolean;
};

/**
 * Waits for one round's message of everybody, and answers exchanges meanwhile. Returns what is
 * there, which after the deadline or an alarm is not all: look at it first, then `demandAll`.
 * @throws Fault `equivocation` when somebody's exchange shows one.
 */
export function* listen(
  run: Run,
  { round, sessionId, stage, alarming }: Listening,
): Protocol<Gathered> {
  const { withinMs, mine } = run;
  const from = awaited(run, round);
  run.begun.add(round);
  for (;;) {
    const { there, mail, lost } = yield* gather({
      round,
      sessionId,
      from,
      withinMs,
      stage,
      done: mine.filter((seat) => run.said.get(round)?.has(seat)),
      enough: (there, mail) =>
        unanswered(run, mail).length > 0 ||
        (alarming !== undefined && [...there.values()].some(alarming)),
    });
    const asked = unanswered(run, mail);
    for (const compared of asked) yield* show(run, mail, compared);
    throwIfEquivocation(run, mail);
    const complete = there.size === from.length;
    if (complete || asked.length === 0 || [...there.values()].some((m) => alarming?.(m))) {
      run.heard.set(round, there);
      return { there, mail, lost };
    }
  }
}

/**
 * @throws Fault `timeout` when somebody is missing; `session-mismatch` when those who are missing
 * spoke, but in another session.
 */
export function demandAll(run: Run, round: number, { there, mail, lost }: Gathered): void {
  const missing = missingOf(awaited(run, round), there, lost);
  if (missing.length === 0) return;
  const elsewhere = missing.filter((seat) =>
    mail.some((m) => m.round === round && m.from === seat),
  );
  if (elsewhere.length > 0) throw new Fault({ code: 'session-mismatch', seats: elsewhere });
  throw new Fault({ code: 'timeout', round, missing });
}

/**
 * Shows everybody what we received, and waits to see what they did.
 * @throws Fault always: `equivocation` with its proof, or `otherwise`.
 */
export function* settle(
  run: Run,
  {
    compared,
    mail,
    otherwise,
  }: {
    readonly compared: Compared;
    readonly mail: Mail;
    readonly otherwise: FaultDetail;
  },
): Protocol<never> {
  if (!run.shown.has(compared)) yield* show(run, mail, compared);
  const looked = new Set<Message>();
  const { mail: after } = yield* gather({
    round: exchangeOf(compared),
    sessionId: run.ceremony.scope,
    from: voices(run),
    withinMs: run.withinMs,
    stage: 'comparing',
    patient: true,
    done: [run.me],
    enough: (there, mail) => {
      const fresh = [...there.values()].filter((message) => !looked.has(message));
      for (const message of fresh) looked.add(message);
      return equivocationIn(run, fresh, heldOf(run, mail, compared), compared) !== undefined;
    },
  });
  throwIfEquivocation(run, after);
  throw new Fault(otherwise);
}

/** Sends what we hold of a round, once. */
export function* show(run: Run, mail: Mail, compared: Compared): Protocol<void> {
  if (run.shown.has(compared)) return;
  run.shown.add(compared);
  const held = heldOf(run, mail, compared);
  const envelopes = [...held.keys()].sort((a, b) => a - b).map((seat) => held.get(seat)!);
  yield* broadcast({
    sessionId: run.ceremony.scope,
    round: exchangeOf(compared),
    payload: encodeExchange(envelopes),
  });
}

/** Whether an envelope says of itself what the place that it came in says of it. */
export function fits(run: Run, message: Message): boolean {
  const { from, to, kind, suite } = parseEnvelope(message.envelope);
  return (
    from === message.from &&
    to === 'all' &&
    kind === run.ceremony.kind &&
    suite === run.ceremony.suite.id
  );
}

function unanswered(run: Run, mail: Mail): readonly Compared[] {
  return ([DKG_ROUND.join, DKG_ROUND.commit] as const).filter(
    (compared) =>
      run.begun.has(compared) &&
      !run.shown.has(compared) &&
      mail.some((m) => m.round === exchangeOf(compared)),
  );
}

function throwIfEquivocation(run: Run, mail: Mail): void {
  for (const compared of [DKG_ROUND.join, DKG_ROUND.commit] as const) {
    const messages = mail.filter((m) => m.round === exchangeOf(compared));
    const found = equivocationIn(run, messages, heldOf(run, mail, compared), compared);
    if (found !== undefined) throw new Fault(found.detail, found.evidence);
  }
}

function equivocationIn(
  run: Run,
  messages: readonly Message[],
  ours: ReadonlyMap<Seat, Uint8Array>,
  round: Compared,
): Found | undefined {
  const { group, attempt, scope } = run.ceremony;
  for (const message of messages) {
    if (!equalBytes(message.sessionId, scope)) continue;
    const found = findEquivocation({ group, attempt, scope, round, ours, theirs: message.payload });
    if (found !== undefined) return found;
  }
  return undefined;
}

function heldOf(run: Run, mail: Mail, round: Compared): ReadonlyMap<Seat, Uint8Array> {
  const { scope: sessionId } = run.ceremony;
  const held = new Map<Seat, Uint8Array>();
  for (const [seat, own] of run.said.get(round) ?? []) held.set(seat, own);
  for (const [seat, message] of arrived(mail, { round, sessionId, from: run.others })) {
    if (fits(run, message)) held.set(seat, message.envelope);
  }
  return held;
}

function exchangeOf(compared: Compared): number {
  return compared === DKG_ROUND.join ? DKG_ROUND.exchangeJoins : DKG_ROUND.exchangeCommits;
}
