/**
 * What all parts of a node's core share: its tables, its identity, the clocks of the present step,
 * and the list that actions are put on.
 * @module
 */
import { type Ciphersuite, toHex } from '@permafrost/frost';
import type { ErrorCode } from '@permafrost/wire';
import { type Directory, nameOf } from '../directory.ts';
import type { Action, Clocks, HostId, LogFields, LogLevel, Metric, Step } from '../effects.ts';
import type { LeastSigners } from '../tables/accept-rule.ts';
import type { OwnBoots } from '../tables/boots.ts';
import { admitsLine, type Guard } from '../tables/guard.ts';
import type { Keys } from '../tables/keys-entry.ts';
import type { Peers } from '../tables/peers.ts';
import type { Proposals } from '../tables/proposals-entry.ts';

/** Bytes of a node's identity and how it was told to behave. */
export type CoreOptions = {
  readonly directory: Directory;
  /** Ed25519 seed of the host key, 32 bytes. */
  readonly hostSeed: Uint8Array;
  /** Of this boot, 16 random bytes. Its counter is chosen once peers were asked for earlier boots. */
  readonly bootId: Uint8Array;
  /** On the operator's order: go on after whatever boot of this node is proven by others. */
  readonly isRecovering: boolean;
  readonly random: (length: number) => Uint8Array;
  /** Hex keys of operators whose proposals are accepted by rule. */
  readonly acceptRules: ReadonlySet<string>;
  /** The rule also accepts that shares are dealt to others, or that fewer sign. */
  readonly acceptsChanges?: boolean;
  /** How many must sign with a key that is accepted by rule; any number unless given. */
  readonly acceptMinSigners?: LeastSigners;
  /** Hex keys of requesters that this node refuses whatever the key says. */
  readonly denied: ReadonlySet<string>;
  /** How PeerIds are written. */
  readonly peerIdText: (key: Uint8Array) => string;
  readonly software: string;
  /** Process id, for people. */
  readonly pid: number;
  /** Processor time of this process so far, milliseconds; for people. */
  readonly cpuMs: () => number;
  /** Bytes of roster.json, for clients. */
  readonly roster: Uint8Array;
  /** The store was begun anew: shares of earlier keys are lost, and this node is not ready. */
  readonly isBegunAnew: boolean;
  /** What `status` says first, such as a store that was begun anew. */
  readonly warnings: readonly string[];
  /** How long a round of a ceremony may take. */
  readonly ceremonyRoundMs: number;
  /** Where ciphersuites come from; simulations put a quick one in the place of a real one. */
  readonly suiteOf: (id: string) => Ciphersuite;
};

export type CoreContext = {
  readonly options: CoreOptions;
  readonly directory: Directory;
  readonly self: HostId;
  readonly peers: Peers;
  /** Of this node itself. */
  readonly boots: OwnBoots;
  readonly proposals: Proposals;
  readonly keys: Keys;
  /** How much of this node one peer may take. */
  readonly guard: Guard;
  /** Set at the start of each step. */
  clocks: Clocks;
  /** Puts an action on the list, in order with others of the same subject. */
  readonly act: (subject: string | undefined, action: Action) => void;
};

/** Steps in the making. Actions of one subject that follow each other become one step. */
export function createSteps(): {
  readonly act: CoreContext['act'];
  readonly take: () => readonly Step[];
} {
  let steps: { subject: string | undefined; actions: Action[] }[] = [];
  return {
    act: (subject, action) => {
      const last = steps.at(-1);
      if (last !== undefined && last.subject === subject) last.actions.push(action);
      else steps.push({ subject, actions: [action] });
    },
    take: () => {
      const taken = steps;
      steps = [];
      return taken;
    },
  };
}

/** An error as people and programs get it. */
export type Failure = {
  readonly code: ErrorCode;
  /** One line: who, and what was not done. */
  readonly message: string;
  /** One thing to do. */
  readonly hint: string;
  readonly blame?: readonly HostId[];
  readonly nothingSigned?: 'true' | 'false' | 'unknown';
  readonly requestId?: string;
  readonly retryAfterMs?: number;
  readonly need?: number;
  readonly have?: number;
  readonly down?: readonly HostId[];
};

export function log(
  context: CoreContext,
  level: LogLevel,
  event: string,
  fields: LogFields = {},
): void {
  context.act(undefined, { type: 'log', level, event, fields });
}

/** A line about somebody who could cause any number of them: a few in a minute are written. */
export function logAbout(
  context: CoreContext,
  who: string,
  line: { readonly level: LogLevel; readonly event: string; readonly fields?: LogFields },
): void {
  const { event, level, fields = {} } = line;
  const { monotonicMs } = context.clocks;
  const untold = admitsLine(context.guard, { about: who, event }, monotonicMs);
  if (untold === undefined) return;
  log(context, level, event, untold === 0 ? fields : { ...fields, untold });
}

export function count(
  context: CoreContext,
  metric: Metric,
  labels: Readonly<Record<string, string>> = {},
): void {
  context.act(undefined, { type: 'count', metric, labels });
}

export function names(context: CoreContext, hosts: readonly HostId[]): readonly string[] {
  return hosts.map((host) => nameOf(context.directory, host));
}

export function hostsToNames(context: CoreContext, keys: readonly Uint8Array[]): readonly string[] {
  return names(context, keys.map(toHex));
}

/** Sends a frame to hosts on a lane; those without a link do not get it. */
export function sendTo(
  context: CoreContext,
  subject: string | undefined,
  frame: {
    readonly to: readonly HostId[];
    readonly lane: 'sign' | 'bulk';
    readonly kind: number;
    readonly body: Uint8Array;
  },
): void {
  for (const to of frame.to) {
    if (to === context.self) continue;
    context.act(subject, {
      type: 'send',
      to,
      lane: frame.lane,
      kind: frame.kind,
      body: frame.body,
    });
  }
}
