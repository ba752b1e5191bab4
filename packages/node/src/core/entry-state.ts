/**
 * What an entry node knows of the requests that came to it.
 * @module
 */
import type { SignatureRequest } from '@permafrost/protocol';
import type { HostId } from '../effects.ts';
import { type Answers, createAnswers } from '../tables/answers.ts';
import { type CancelTurns, createCancelTurns } from '../tables/cancel-turns.ts';
import type { KeyEntry } from '../tables/keys-entry.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import { createEntryRequests, type EntryRequests } from '../tables/requests-entry.ts';
import { createRequestQueue, type RequestQueue } from '../tables/requests-queue.ts';
import type { Collecting } from './cancel.ts';
import type { CoreContext } from './context.ts';
import type { Forwards } from './forwards.ts';
import type { HandedOver } from './hand-over.ts';
import type { UntoldResult } from './held.ts';
import type { Resuming } from './resume.ts';
import type { Signing, SigningHooks } from './signing.ts';

/** A request that came here and has no answer yet. */
export type OpenRequest = {
  /** Hex. */
  readonly id: string;
  readonly requestId: Uint8Array;
  readonly request: SignatureRequest;
  /** Hex of its requester. */
  readonly requester: string;
  /** Undefined where this node is no member: then a member coordinates. */
  readonly key: KeyEntry | undefined;
  /** Calls that wait for it; true for those that want to hear of every state. */
  readonly calls: Map<number, boolean>;
  readonly startedMs: number;
  /** Shares of it were asked for before, here. */
  isAsked: boolean;
  /** Another node, or this one in an earlier boot, may have asked for shares of it. */
  readonly isResumed: boolean;
  /** Who told a signature of it that does not verify: what else they tell of it is not looked at. */
  readonly liars: Set<HostId>;
  state: 'queued' | 'running';
};

export type Entry = {
  readonly requests: EntryRequests;
  readonly queue: RequestQueue;
  readonly open: Map<string, OpenRequest>;
  /** Requests that wait to be tried at another epoch of their key, by hex request id. */
  readonly betweenEpochs: Set<string>;
  /** Requests of which other members are asked first, by hex request id. */
  readonly resuming: Map<string, Resuming>;
  /** Requests that a member coordinates for us, by hex request id. */
  readonly handedOver: Map<string, HandedOver>;
  /** Cancels that wait for members, by request id and requester, `cancelTag`. */
  readonly collecting: Map<string, Collecting>;
  readonly cancelTurns: CancelTurns;
  /** Proposals of keys that this node has no part in, by hex key id: looked for once. */
  readonly elsewhere: Map<string, string>;
  /** Signatures that the members hear of soon. */
  readonly untold: UntoldResult[];
  /** What ended lately. */
  readonly answers: Answers;
  /** Since when this node remembers, milliseconds since 1970. */
  sinceMs: number;
  /** A timer looks for deadlines. */
  isTimed: boolean;
  /** Requests are being started. */
  isStarting: boolean;
};

/** What the handlers of requests work with. */
export type RequestPlane = {
  readonly context: CoreContext;
  readonly entry: Entry;
  readonly signing: Signing;
  readonly hooks: SigningHooks;
  readonly forwards: Forwards;
  readonly proposalOfKey: (keyId: Uint8Array) => ProposalEntry | undefined;
};

export function createEntry(): Entry {
  return {
    requests: createEntryRequests(),
    queue: createRequestQueue(),
    open: new Map(),
    betweenEpochs: new Set(),
    resuming: new Map(),
    handedOver: new Map(),
    collecting: new Map(),
    cancelTurns: createCancelTurns(),
    elsewhere: new Map(),
    untold: [],
    answers: createAnswers(),
    sinceMs: 0,
    isTimed: false,
    isStarting: false,
  };
}
