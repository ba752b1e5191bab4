/**
 * The caller's handlers, guarded: what they throw is the caller's bug and never a peer's fault, and
 * none is called once the host stops.
 * @module
 */
import type { HostHandlers } from './api.ts';
import type { EndReason, Refusal } from './errors.ts';
import type { Lane } from './kinds.ts';
import { createOnceAMinute } from './once-a-minute.ts';

export type Callbacks = {
  readonly onPeerUp: (peerId: string, hello: Uint8Array) => void;
  readonly onPeerDown: (peerId: string, reason: EndReason) => void;
  readonly onFrame: (
    peerId: string,
    lane: Lane,
    kind: number,
    body: Uint8Array,
  ) => void | Promise<void>;
  readonly onStranger: (peerId: string) => void;
  readonly onHelloRefused: (peerId: string, refusal: Refusal) => void;
  readonly onHandlerError: (error: unknown, peerId: string) => void;
  /** Tells what was held back. To be called now and then; returns how many were never told. */
  readonly tellDue: () => number;
  readonly mute: () => void;
};

export function createCallbacks(handlers: HostHandlers): Callbacks {
  const strangers = createOnceAMinute();
  const refusedHellos = createOnceAMinute();
  let muted = false;

  const onHandlerError = (error: unknown, peerId: string): void => {
    if (handlers.onHandlerError !== undefined) handlers.onHandlerError(error, peerId);
    else {
      queueMicrotask(() => {
        throw error;
      });
    }
  };
  const guard = <Result>(peerId: string, call: () => Result): Result | undefined => {
    if (muted) return undefined;
    try {
      return call();
    } catch (error) {
      onHandlerError(error, peerId);
      return undefined;
    }
  };

  return {
    onPeerUp: (peerId, hello) => guard(peerId, () => handlers.onPeerUp?.(peerId, hello)),
    onPeerDown: (peerId, reason) => guard(peerId, () => handlers.onPeerDown?.(peerId, reason)),
    onFrame(peerId, lane, kind, body) {
      const handled = guard(peerId, () => handlers.onFrame?.(peerId, lane, kind, body));
      return handled?.catch((error: unknown) => onHandlerError(error, peerId));
    },
    onStranger(peerId) {
      const count = strangers.note(peerId, performance.now());
      if (count !== undefined) guard(peerId, () => handlers.onRefused?.(peerId, count));
    },
    onHelloRefused(peerId, refusal) {
      const key = `${peerId} ${refusal.by} ${refusal.code}`;
      if (refusedHellos.note(key, performance.now()) === undefined) return;
      guard(peerId, () => handlers.onHelloRefused?.(peerId, refusal));
    },
    onHandlerError,
    tellDue() {
      for (const { key, count } of strangers.due(performance.now())) {
        guard(key, () => handlers.onRefused?.(key, count));
      }
      return strangers.takeSuppressed();
    },
    mute() {
      muted = true;
    },
  };
}
