/**
 * Gives one signed request to the network and waits for the signature: fails over to other entry
 * nodes with the very same request, and never with another.
 * @module
 */
import { ciphersuite } from '@permafrost/frost';
import { P2pError } from '@permafrost/p2p';
import { encodeRequest, requestId, type SignatureRequest } from '@permafrost/protocol';
import { permafrost } from '@permafrost/wire';
import { decodeAnswer, encodeCall, expectPart } from './calls.ts';
import { abortable, cancelled, type Entries, type Entry, HEDGE_MS, type Peer } from './entries.ts';
import { fromRemote, type NothingSigned, oneLine, PermafrostError } from './errors.ts';
import { annotate, type Given, withNothingSigned } from './nothing-signed.ts';

export type SignAttempt = {
  /** Names of those who were asked. */
  readonly signers: readonly string[];
  readonly excluded: readonly { readonly node: string; readonly reason: string }[];
};

export type SignatureAnswer = {
  readonly signature: Uint8Array;
  readonly signers: readonly string[];
  readonly epoch: number;
  /** In order, the successful one last. */
  readonly attempts: readonly SignAttempt[];
};

type Outcome =
  | { readonly type: 'signed'; readonly answer: SignatureAnswer }
  /** Nothing heard yet: the same request may go to another node besides. */
  | { readonly type: 'quiet' }
  | { readonly type: 'failed'; readonly error: PermafrostError }
  /** Too few members answer, as the others say, and who has not spoken has had its time. */
  | { readonly type: 'enough' }
  /** There is no other node that takes us. */
  | { readonly type: 'nobody'; readonly error: PermafrostError }
  | { readonly type: 'bug'; readonly error: unknown };

/** Codes that are one node's own trouble: another entry node may do better. */
const NODE_TROUBLE: ReadonlySet<string> = new Set([
  'E_SEALED',
  'E_SEAL_AUTH',
  'E_STORE_TAMPERED',
  'E_STORE_LOCKED',
  'E_ENTROPY',
  'E_CLOCK_SKEW',
  'E_BUSY',
  // It lost its store, or was not there when the key was made: others vouched for the key.
  'E_UNKNOWN_KEY',
  // Perhaps only it is cut off, or has just started: others may reach enough members.
  'E_THRESHOLD',
  // Perhaps the node itself is at fault, or broken; no entry node is trusted.
  'E_PEER_FAULT',
  'E_INTERNAL',
]);

/** Codes with which a node says that it has no room now, and when to come again. */
const NO_ROOM: ReadonlySet<string> = new Set(['E_BUSY', 'E_RATE_LIMITED']);

/** Nothing more was heard for so long: the next node is asked besides. */
const STALL_MS = 3_000;
/** Wait where a node that is full does not say how long. */
const RETRY_MS = 200;

export type SubmitOptions = {
  /** What the signature must verify under: the pinned key, or its child. */
  readonly publicKey: Uint8Array;
  /** Ends the wait; what it is aborted with decides between E_DEADLINE and E_CANCELLED. */
  readonly signal: AbortSignal;
  readonly onState?: ((state: string) => void) | undefined;
  /** Waits as long as full nodes say, within the deadline, instead of failing at once. */
  readonly waitWhenBusy: boolean;
  /** Nodes of the caller itself: only their bare word that nothing was signed is taken. */
  readonly isOwn: (peer: Peer) => boolean;
  /** Takes the request back at the network; what is known of it then. */
  readonly takeBack: (peers: readonly Peer[]) => Promise<NothingSigned>;
};

/**
 * The verified signature of `request`. Once the signal fires, the network is told to stop, for a
 * second at most.
 * @throws PermafrostError with an honest `nothingSigned`
 */
export async function submit(
  entries: Entries,
  request: SignatureRequest,
  options: SubmitOptions,
): Promise<SignatureAnswer> {
  const id = Buffer.from(requestId(request)).toString('hex');
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const given: Given = { all: new Map(), mayBeBegun: new Set() };
  try {
    for (;;) {
      try {
        return await untilSigned(entries, request, { ...options, signal, given });
      } catch (error) {
        const ms = options.waitWhenBusy ? retryDelay(error, request) : undefined;
        if (ms === undefined) throw error;
        await pause(ms, signal);
      }
    }
  } catch (error) {
    if (!options.signal.aborted || given.all.size === 0) {
      throw annotate(error, id, { ...given, isOwn: options.isOwn });
    }
    stop.abort();
    const nothingSigned = await options.takeBack([...given.all.values()]);
    throw withNothingSigned(error, id, nothingSigned);
  } finally {
    stop.abort();
  }
}

/** How long to wait before a request that found no room is given again; undefined: not at all. */
function retryDelay(error: unknown, request: SignatureRequest): number | undefined {
  if (!(error instanceof PermafrostError) || !NO_ROOM.has(error.code)) return undefined;
  // A node that went away did not say that it is full.
  if (wentAway.has(error)) return undefined;
  // Spread out: those who were refused together must not come back together.
  const ms = (error.retryAfterMs ?? RETRY_MS) * (0.75 + 0.75 * Math.random());
  return Date.now() + ms < request.deadlineMs ? ms : undefined;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const slept = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return abortable(slept, signal).finally(() => clearTimeout(timer));
}

/** Nodes that the request was given to. */
/** Gives the request to one node after the other, to each once. Adds to `given`. */
async function untilSigned(
  entries: Entries,
  request: SignatureRequest,
  options: SubmitOptions & { readonly given: Given },
): Promise<SignatureAnswer> {
  const { publicKey, signal, given, onState } = options;
  const asked = new Set<string>();
  const outcomes = mailbox<Outcome>(signal);
  let running = 0;
  let isNobodyLeft = false;
  let trouble: PermafrostError | undefined;

  async function ask(): Promise<Outcome> {
    let entry: Entry;
    try {
      entry = await entries.get({ signal, without: new Set(asked) });
    } catch (error) {
      if (!(error instanceof PermafrostError)) throw error;
      return { type: 'nobody', error };
    }
    const { address } = entry.peer;
    // What a node may have begun, the next one asks about first: the signature may be there.
    const resume = given.mayBeBegun.size > 0;
    asked.add(address);
    given.all.set(address, entry.peer);
    given.mayBeBegun.add(address);
    const signSubmit = { request: messageOf(request), watch: true, ...(resume ? { resume } : {}) };
    const quiet = () => outcomes.put({ type: 'quiet' });
    let timer = setTimeout(quiet, HEDGE_MS);
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(quiet, STALL_MS);
    };
    try {
      const body = encodeCall({ signSubmit });
      const answer = await watch(entry, body, request, { publicKey, signal, heard, onState });
      return { type: 'signed', answer };
    } catch (error) {
      if (!(error instanceof PermafrostError)) throw error;
      if (isCleanRefusal(error)) given.mayBeBegun.delete(address);
      return { type: 'failed', error };
    } finally {
      clearTimeout(timer);
    }
  }

  const isMore = () => !isNobodyLeft && asked.size < entries.peers.length;
  let lastWord: NodeJS.Timeout | undefined;

  function begin(): void {
    if (!isMore()) return;
    running++;
    ask().then(outcomes.put, (error: unknown) => outcomes.put({ type: 'bug', error }));
  }

  /** A node that hangs must not keep what the others know from whoever asks. */
  function waitForLast(): void {
    if (isMore() || trouble?.code !== 'E_THRESHOLD') return;
    lastWord ??= setTimeout(() => outcomes.put({ type: 'enough' }), STALL_MS);
  }

  begin();
  try {
    return await untilOne();
  } finally {
    clearTimeout(lastWord);
  }

  async function untilOne(): Promise<SignatureAnswer> {
    while (running > 0) {
      const outcome = await outcomes.take();
      if (outcome.type !== 'quiet' && outcome.type !== 'enough') running--;
      switch (outcome.type) {
        case 'signed':
          return outcome.answer;
        case 'bug':
          throw outcome.error;
        case 'nobody':
          isNobodyLeft = true;
          trouble ??= outcome.error;
          waitForLast();
          break;
        case 'enough':
          running = 0;
          break;
        case 'quiet':
          begin();
          break;
        case 'failed':
          if (!NODE_TROUBLE.has(outcome.error.code)) throw outcome.error;
          trouble = moreTelling(trouble, outcome.error);
          begin();
          waitForLast();
          break;
      }
    }
    throw (
      trouble ?? new PermafrostError({ code: 'E_THRESHOLD', message: 'there is no node to ask' })
    );
  }
}

/** Of what two nodes said, what helps most whoever asked; the first where both are as good. */
function moreTelling(one: PermafrostError | undefined, other: PermafrostError): PermafrostError {
  if (one === undefined) return other;
  if (other.code !== 'E_THRESHOLD') return one;
  // It lost the key with its store; who still has it knows what is left of it.
  if (one.code === 'E_UNKNOWN_KEY') return other;
  // Who reaches most members knows best how many answer.
  if (one.code === 'E_THRESHOLD') return (other.have ?? 0) > (one.have ?? 0) ? other : one;
  return wentAway.has(one) ? other : one;
}

/** A node that had no room or reached too few members, and says that it did nothing. */
function isCleanRefusal(error: PermafrostError): boolean {
  const isRefusal = NO_ROOM.has(error.code) || error.code === 'E_THRESHOLD';
  return isRefusal && error.nothingSigned === true && error.cause === undefined;
}

/** What is put is taken in order. `take` rejects once the signal fires. */
function mailbox<T>(signal: AbortSignal): {
  readonly put: (item: T) => void;
  readonly take: () => Promise<T>;
} {
  const items: T[] = [];
  let wake = () => {};
  signal.addEventListener('abort', () => wake(), { once: true });
  async function take(): Promise<T> {
    for (;;) {
      if (signal.aborted) throw cancelled(signal);
      const item = items.shift();
      if (item !== undefined) return item;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return {
    put(item) {
      items.push(item);
      wake();
    },
    take,
  };
}

/** One node's stream of states, up to its verified signature. */
async function watch(
  entry: Entry,
  body: Uint8Array,
  request: SignatureRequest,
  options: {
    readonly heard: () => void;
  } & Pick<SubmitOptions, 'publicKey' | 'signal' | 'onState'>,
): Promise<SignatureAnswer> {
  const id = Buffer.from(requestId(request)).toString('hex');
  try {
    for await (const bytes of entry.connection.call(body, { signal: options.signal })) {
      options.heard();
      const { sign } = decodeAnswer(bytes, id);
      const progress = expectPart(sign, 'signing state');
      if (progress.error) throw fromRemote(progress.error, id);
      options.onState?.(oneLine(progress.state ?? ''));
      if (progress.state === 'signed')
        return accept(request, progress, entry.peer.name, options.publicKey);
    }
  } catch (error) {
    if (!(error instanceof P2pError)) throw error;
    throw lost(entry, error);
  }
  throw lost(entry, undefined);
}

/** @throws PermafrostError E_BAD_SIGNATURE unless it verifies under the pinned key or its child */
function accept(
  request: SignatureRequest,
  progress: permafrost.v1.SignProgress.$Properties,
  node: string,
  publicKey: Uint8Array,
): SignatureAnswer {
  const signature = Uint8Array.from(progress.signature ?? []);
  const { message } = request;
  if (!ciphersuite(request.suite).verify({ publicKey, message, signature })) {
    throw new PermafrostError({
      code: 'E_BAD_SIGNATURE',
      message: `${node} answered with a signature that does not verify under the pinned key`,
      blame: [node],
      nothingSigned: 'unknown',
    });
  }
  const names = (list: readonly string[] | null | undefined) => (list ?? []).map(oneLine);
  return {
    signature,
    signers: names(progress.signers),
    epoch: progress.epoch ?? 0,
    attempts: (progress.attempts ?? []).map((attempt) => ({
      signers: names(attempt.signers),
      excluded: (attempt.excluded ?? []).map((one) => ({
        node: oneLine(one.node ?? ''),
        reason: oneLine(one.reason ?? ''),
      })),
    })),
  };
}

/** Errors about nodes that went away, in the place of a code that only we would need. */
const wentAway = new WeakSet<PermafrostError>();

/** The connection went, or the node ended the call unanswered: others may know. */
function lost(entry: Entry, cause: P2pError | undefined): PermafrostError {
  const error = new PermafrostError({
    code: 'E_BUSY',
    message: `${entry.peer.name} went away during the request`,
    hint: 'ask again: the same idempotency key gets the same signature',
    blame: [entry.peer.name],
    nothingSigned: 'unknown',
    cause,
  });
  // Too many calls at once is the transport's way to be full.
  if (cause?.code !== 'busy') wentAway.add(error);
  return error;
}

function messageOf(request: SignatureRequest): permafrost.v1.SignatureRequest.$Properties {
  return permafrost.v1.SignatureRequest.decode(encodeRequest(request));
}
