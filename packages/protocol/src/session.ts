/**
 * The kernel. A protocol is written top to bottom as a generator; a session runs one as a state
 * machine from inputs to outputs. Time, network, disk and randomness all stay outside.
 * @module
 */
import { equalBytes, type Secret } from '@permafrost/frost';
import type { Evidence } from './evidence.ts';
import { Fault, type FaultDetail } from './fault.ts';

/** A place in a session, 1 to 65534. In key generation and signing it is the identifier. */
export type Seat = number;

/** A verified envelope on its way into a session. */
export type Message = {
  /** Seat of the host that signed the envelope, by our own group; never read from the payload. */
  readonly from: Seat;
  readonly round: number;
  /** The signed session id (or join scope). */
  readonly sessionId: Uint8Array;
  readonly payload: Uint8Array;
  /** The signed bytes as received. */
  readonly envelope: Uint8Array;
};

/** What can happen to a session. */
export type Input =
  | ({ readonly type: 'message' } & Message)
  | { readonly type: 'timeout'; readonly wait: number }
  /** The transport lost this peer. A message from it takes that back, or that it was found again. */
  | { readonly type: 'lost'; readonly from: Seat }
  /** The transport has this peer again, or it did something that the protocol looks at by itself. */
  | { readonly type: 'found'; readonly from: Seat };

export type DurableRecord = {
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** Stored in the same write, sealed. */
  readonly secret?: Secret;
};

type Send = {
  readonly type: 'send';
  readonly to: Seat | 'all';
  readonly round: number;
  readonly envelope: Uint8Array;
};
type Persist = { readonly type: 'persist'; readonly record: DurableRecord };
/** Somebody broke the protocol, and the session goes on for now. */
type Report = {
  readonly type: 'report';
  readonly detail: FaultDetail;
  readonly evidence?: Evidence;
};

/**
 * What a session asks of the world. Carry outputs out in order: a `persist` is durable before any
 * later output takes effect.
 */
export type Output<R> =
  | Send
  | Persist
  | Report
  /** Give back `{ type: 'timeout', wait }` after `afterMs`, unless the session ends first. */
  | { readonly type: 'deadline'; readonly wait: number; readonly afterMs: number }
  /** For whoever watches: whose part of this stage is there and whose is missing. */
  | {
      readonly type: 'progress';
      readonly stage: string;
      readonly done: readonly Seat[];
      readonly missing: readonly Seat[];
    }
  | { readonly type: 'complete'; readonly result: R }
  | { readonly type: 'abort'; readonly detail: FaultDetail; readonly evidence?: Evidence };

/** Messages in order of arrival. */
export type Mail = readonly Message[];

/** Suspends the protocol until `ready` holds, or the deadline passes. */
export type Wait = {
  readonly type: 'wait';
  readonly ready: (mail: Mail, lost: ReadonlySet<Seat>) => boolean;
  readonly withinMs: number;
  /** Reported as progress when the wait begins and with every message that counts for it. */
  readonly watch?: {
    readonly stage: string;
    readonly of: readonly Seat[];
    readonly done: (mail: Mail) => readonly Seat[];
  };
};

/** What is to be signed as an envelope. */
export type Unsealed = {
  readonly sessionId: Uint8Array;
  readonly round: number;
  readonly to: Seat | 'all';
  readonly payload: Uint8Array;
  /** Own seat that says it, where a host has several; else the session's only one. */
  readonly from?: Seat;
};

export type Effect = Send | Persist | Report | Wait | ({ readonly type: 'seal' } & Unsealed);

/** What an effect gives back: `sealed` after a seal (else empty), mail and losses always. */
export type Reply = {
  readonly mail: Mail;
  readonly lost: ReadonlySet<Seat>;
  readonly sealed: Uint8Array;
};

/** A protocol whose result is R. Protocols compose with `yield*`. */
export type Protocol<R> = Generator<Effect, R, Reply>;

export type Session<R> = {
  readonly start: () => readonly Output<R>[];
  /** Advances by one input. The same inputs give the same outputs. */
  readonly step: (input: Input) => readonly Output<R>[];
  /** Ends the session without a result; the protocol erases what it holds. */
  readonly cancel: () => void;
};

/** Two different verified envelopes of one seat, round and session id. */
export type Conflict = (
  first: Message,
  second: Message,
) =>
  | { readonly detail: FaultDetail; readonly evidence?: Evidence; readonly fatal: boolean }
  | undefined;

export type Admission = {
  /** Whose messages to accept. */
  readonly peers: readonly Seat[];
  /** Rounds 0 to rounds - 1 are accepted. */
  readonly rounds: number;
  /** Signs an envelope with the host key. Synchronous, so that a session can store what it sent. */
  readonly seal: (unsealed: Unsealed) => Uint8Array;
  /** What two different messages mean. Without it, the second is ignored. */
  readonly conflict?: Conflict;
};

/**
 * A message under an old session id, relayed by somebody else, must not keep the genuine one out:
 * so a seat and round holds this many messages, each of another session id.
 */
const SESSION_IDS_PER_SLOT_MAX = 4;

const NOTHING = new Uint8Array();

/** A session that is not started yet. Holds at most 4 × peers × rounds messages. */
export function startSession<R>(protocol: Protocol<R>, admission: Admission): Session<R> {
  const { rounds, seal, conflict } = admission;
  const peers = new Set(admission.peers);
  const mail: Message[] = [];
  const lost = new Set<Seat>();
  let state: 'new' | 'waiting' | 'ended' = 'new';
  let waiting: Wait | undefined;
  let waits = 0;

  function end(last: Output<R>, before: Output<R>[] = []): Output<R>[] {
    state = 'ended';
    waiting = undefined;
    mail.length = 0;
    return [...before, last];
  }

  /** Runs the protocol until it waits for more than there is, or ends. */
  function run(): Output<R>[] {
    const outputs: Output<R>[] = [];
    waiting = undefined;
    try {
      let sealed = NOTHING as Uint8Array;
      for (;;) {
        const next = protocol.next({ mail, lost, sealed });
        if (next.done) return end({ type: 'complete', result: next.value }, outputs);
        const effect = next.value;
        sealed = NOTHING;
        if (effect.type === 'seal') {
          sealed = seal(effect);
        } else if (effect.type !== 'wait') {
          outputs.push(effect);
        } else if (!effect.ready(mail, lost)) {
          waiting = effect;
          state = 'waiting';
          outputs.push({ type: 'deadline', wait: ++waits, afterMs: effect.withinMs });
          outputs.push(...progress(effect, mail));
          return outputs;
        }
      }
    } catch (error) {
      if (!(error instanceof Fault)) {
        end(abort({ code: 'local' }));
        throw error; // A bug of ours, not a peer's doing.
      }
      return end(abort(error.detail, error.evidence), outputs);
    }
  }

  function receive(message: Message): Output<R>[] {
    const { from, round, sessionId, payload } = message;
    if (!peers.has(from) || !Number.isInteger(round)) return [];
    if (round < 0 || round >= rounds) return [];
    lost.delete(from);
    const slot = mail.filter((m) => m.from === from && m.round === round);
    const earlier = slot.find((m) => equalBytes(m.sessionId, sessionId));
    if (earlier === undefined) {
      if (slot.length >= SESSION_IDS_PER_SLOT_MAX) return [];
      mail.push(message);
      return wake(message);
    }
    // Networks repeat themselves; a second signature on the same words says nothing new.
    if (equalBytes(earlier.payload, payload)) return [];
    const found = conflict?.(earlier, message);
    if (found === undefined) return [];
    const { detail, evidence } = found;
    if (!found.fatal) return [{ type: 'report', detail, ...(evidence ? { evidence } : {}) }];
    protocol.return(undefined as never);
    return end(abort(detail, evidence));
  }

  function wake(message?: Message): Output<R>[] {
    if (waiting === undefined) return [];
    if (waiting.ready(mail, lost)) return run();
    return message === undefined ? [] : progress(waiting, mail, message.from);
  }

  function step(input: Input): readonly Output<R>[] {
    if (state === 'ended') return [];
    switch (input.type) {
      case 'timeout':
        return waiting !== undefined && input.wait === waits ? run() : []; // Else of a wait over.
      case 'lost':
        if (peers.has(input.from)) lost.add(input.from);
        return wake();
      case 'found':
        lost.delete(input.from);
        return wake();
      case 'message':
        return receive(input);
    }
  }

  function cancel(): void {
    if (state === 'ended') return;
    protocol.return(undefined as never);
    end(abort({ code: 'local' }));
  }

  return { start: () => (state === 'new' ? run() : []), step, cancel };
}

function abort(detail: FaultDetail, evidence?: Evidence): Output<never> {
  return { type: 'abort', detail, ...(evidence === undefined ? {} : { evidence }) };
}

function progress({ watch }: Wait, mail: Mail, onlyIfDone?: Seat): Output<never>[] {
  if (watch === undefined) return [];
  const done = watch.done(mail);
  if (onlyIfDone !== undefined && !done.includes(onlyIfDone)) return [];
  const missing = watch.of.filter((seat) => !done.includes(seat));
  return [{ type: 'progress', stage: watch.stage, done, missing }];
}
