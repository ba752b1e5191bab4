/**
 * Runs a session against the real world. The only asynchronous code that protocols ever meet.
 * @module
 */
import type { Evidence } from './evidence.ts';
import { Fault, type FaultDetail } from './fault.ts';
import type { DurableRecord, Input, Message, Output, Seat, Session } from './session.ts';

/** What a session needs of its node. libp2p, the encrypted store and timers implement these. */
export type Ports = {
  /** Queues signed bytes on the authenticated channel to `to`. */
  readonly send: (to: Seat | 'all', round: number, envelope: Uint8Array) => void;
  /** Resolves once the record would survive a power cut. */
  readonly persist: (record: DurableRecord) => Promise<void>;
  readonly report: (detail: FaultDetail, evidence: Evidence | undefined) => void;
  readonly progress?: (stage: string, done: readonly Seat[], missing: readonly Seat[]) => void;
  /** Calls `f` once, after `ms`. Returns a function that cancels it. */
  readonly after: (ms: number, f: () => void) => () => void;
};

export type Running<R> = {
  /** Hands over a verified message. Safe to call at any time, also after the end. */
  readonly receive: (message: Message) => void;
  /** Says that the transport lost a peer. */
  readonly lost: (seat: Seat) => void;
  /** Ends the session; `result` rejects with a Fault `local` unless it is settled. */
  readonly cancel: () => void;
  /** Rejects with a `Fault` if the session failed, with another error if we have a bug. */
  readonly result: Promise<R>;
};

/** Starts a session. Outputs of one input are carried out, in order, before the next is taken. */
export function drive<R>(session: Session<R>, ports: Ports): Running<R> {
  const { promise, resolve, reject } = Promise.withResolvers<R>();
  let cancelDeadline = (): void => {};
  let ended = false;

  function finish(settle: () => void): void {
    if (ended) return;
    ended = true;
    cancelDeadline();
    settle();
  }

  async function carryOut(outputs: readonly Output<R>[]): Promise<void> {
    for (const output of outputs) {
      if (ended) return;
      switch (output.type) {
        case 'send':
          ports.send(output.to, output.round, output.envelope);
          break;
        case 'persist':
          // A store that fails rejects here, and nothing after this output happens.
          await ports.persist(output.record);
          break;
        case 'report':
          ports.report(output.detail, output.evidence);
          break;
        case 'progress':
          ports.progress?.(output.stage, output.done, output.missing);
          break;
        case 'deadline': {
          const { wait, afterMs } = output;
          cancelDeadline();
          cancelDeadline = ports.after(afterMs, () => take({ type: 'timeout', wait }));
          break;
        }
        case 'complete':
          finish(() => resolve(output.result));
          break;
        case 'abort':
          finish(() => reject(new Fault(output.detail, output.evidence)));
          break;
      }
    }
  }

  let turn: Promise<void> = Promise.resolve();
  function next(outputs: () => readonly Output<R>[]): void {
    turn = turn
      .then(() => (ended ? undefined : carryOut(outputs())))
      .catch((error: unknown) => {
        session.cancel();
        finish(() => reject(error));
      });
  }
  function take(input: Input): void {
    if (!ended) next(() => session.step(input));
  }

  next(() => session.start());
  return {
    receive: (message) => take({ type: 'message', ...message }),
    lost: (seat) => take({ type: 'lost', from: seat }),
    cancel: () => {
      session.cancel();
      finish(() => reject(new Fault({ code: 'local' })));
    },
    result: promise,
  };
}
