/**
 * Drives a running network with requests for signatures, bounded in number and time, and counts
 * what comes of them. The clients verify every signature.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Network, PermafrostError, type Signature } from '@permafrost/client';
import type { ErrorCode } from '@permafrost/wire';
import { type LoadFigures, latencyOf, round } from './load-figures.ts';

export type LoadOptions = {
  /** Connected clients that share the requests. */
  readonly networks: readonly Network[];
  readonly key: string;
  /** Requests open at once, at most. */
  readonly concurrency: number;
  readonly seconds: number;
  /** Requests begun in a second; undefined: the next as soon as one ends. */
  readonly rate: number | undefined;
  /** Of each request, with everything that is given again. */
  readonly deadlineMs?: number;
  /** Every so many signed requests one is asked for again; 0: none. */
  readonly repeatEach?: number;
  /** Nothing more is begun once this says true. */
  readonly isOver?: () => boolean;
  /** Stops before the time is over. */
  readonly signal: AbortSignal;
  /** Before a request is given to anybody. */
  readonly onBegin?: (request: LoadRequest) => void;
  readonly onEnd?: (request: LoadRequest, result: LoadResult) => void;
};

export type LoadRequest = {
  readonly key: string;
  readonly message: Uint8Array;
  readonly idempotencyKey: Uint8Array;
};

export type LoadResult = {
  /** From the first time that it was given, in ms. */
  readonly tookMs: number;
  readonly retries: number;
} & (
  | { readonly type: 'signed'; readonly signature: Signature }
  | { readonly type: 'failed'; readonly error: PermafrostError }
);

export const LOAD_DEADLINE_MS: number = 30_000;
export const CONCURRENCY_MAX: number = 512;
export const LOAD_SECONDS_MAX: number = 3_600;
export const RATE_MAX: number = 10_000;
/** More clients than this do not make a load of another kind. */
const CLIENTS_MAX = 4;
const REPEAT_EACH = 20;
/** Where a node that is full does not say how long. */
const RETRY_MS = 200;
const BYTES = 32;

/** Codes after which the same request may be given again, as their hints say. */
const AGAIN: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['E_BUSY', 'E_RATE_LIMITED']);

/**
 * Several clients of one identity. Each begins with another node, so that the load is spread.
 * @throws PermafrostError as `connect`
 */
export async function openClients(options: {
  readonly home: string;
  readonly concurrency: number;
  /** Nodes in the order of their roster, as multiaddrs. */
  readonly addresses: readonly string[];
  readonly signal: AbortSignal;
  readonly passphraseFile?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly prompt?: () => Promise<string>;
}): Promise<readonly Network[]> {
  const { home, concurrency, addresses, ...rest } = options;
  const count = Math.min(concurrency, CLIENTS_MAX, Math.max(1, addresses.length));
  const networks: Network[] = [];
  try {
    for (let i = 0; i < count; i++) {
      const peers = [...addresses.slice(i), ...addresses.slice(0, i)];
      networks.push(await connect({ identity: home, peers, ...rest }));
    }
    return networks;
  } catch (error) {
    await Promise.all(networks.map((network) => network.close()));
    throw error;
  }
}

/** Runs the load to its end. Requests that are open when the signal fires are not counted. */
export async function runLoad(options: LoadOptions): Promise<LoadFigures> {
  const { concurrency, seconds, rate, signal } = options;
  const startedMs = performance.now();
  const endMs = startedMs + seconds * 1000;
  const tally = createTally();
  const open = new Set<Promise<void>>();
  const goesOn = () => performance.now() < endMs && !signal.aborted && options.isOver?.() !== true;
  let begun = 0;

  function begin(): Promise<void> {
    const network = options.networks[begun++ % options.networks.length];
    if (network === undefined) throw new RangeError('a load needs a client');
    const work = oneRequest(options, network, tally).finally(() => open.delete(work));
    open.add(work);
    return work;
  }

  if (rate === undefined) {
    const worker = async () => {
      while (goesOn()) await begin();
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
  } else {
    let due = 0;
    let bug: { readonly error: unknown } | undefined;
    const failed = (error: unknown) => {
      bug ??= { error };
    };
    while (goesOn() && bug === undefined) {
      const wanted = Math.min(seconds, (performance.now() - startedMs) / 1000) * rate;
      for (; due < wanted; due++) {
        if (open.size < concurrency) begin().catch(failed);
        else tally.skipped++;
      }
      const nextMs = startedMs + (due / rate) * 1000;
      await sleep(Math.max(1, nextMs - performance.now()), undefined, { signal }).catch(
        ignoreAbort,
      );
    }
    await Promise.allSettled(open);
    if (bug !== undefined) throw bug.error;
  }
  return tally.figures((performance.now() - startedMs) / 1000);
}

async function oneRequest(options: LoadOptions, network: Network, tally: Tally): Promise<void> {
  const { key, signal, onBegin, onEnd } = options;
  const request = {
    key,
    message: Uint8Array.from(randomBytes(BYTES)),
    idempotencyKey: Uint8Array.from(randomBytes(BYTES)),
  };
  const deadlineMs = options.deadlineMs ?? LOAD_DEADLINE_MS;
  onBegin?.(request);
  const result = await give(network, request, { deadlineMs, signal });
  if (result === undefined) return;
  onEnd?.(request, result);
  tally.add(result);
  const each = options.repeatEach ?? REPEAT_EACH;
  if (result.type === 'failed' || each === 0 || tally.signed % each !== 0) return;
  // Perhaps at another node than before: each client begins with another one.
  const other = options.networks[(options.networks.indexOf(network) + 1) % options.networks.length];
  const again = await give(other ?? network, request, { deadlineMs, signal });
  if (again?.type !== 'signed') return;
  tally.repeated++;
  if (!Buffer.from(again.signature.signature).equals(result.signature.signature)) tally.resigned++;
}

/** @returns undefined when the load was stopped meanwhile */
export async function give(
  network: Network,
  request: LoadRequest,
  { deadlineMs, signal }: { readonly deadlineMs: number; readonly signal: AbortSignal },
): Promise<LoadResult | undefined> {
  const startedMs = performance.now();
  for (let retries = 0; ; retries++) {
    const leftMs = Math.floor(deadlineMs - (performance.now() - startedMs));
    const tookMs = () => performance.now() - startedMs;
    try {
      const options = { ...request, deadlineMs: Math.max(0, leftMs), waitWhenBusy: false, signal };
      const signature = await network.sign(options);
      return { type: 'signed', signature, tookMs: tookMs(), retries };
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof PermafrostError)) throw error;
      const waitMs = (error.retryAfterMs ?? RETRY_MS) * (0.75 + 0.75 * Math.random());
      if (!AGAIN.has(error.code) || tookMs() + waitMs >= deadlineMs) {
        return { type: 'failed', error, tookMs: tookMs(), retries };
      }
      await sleep(waitMs, undefined, { signal }).catch(ignoreAbort);
    }
  }
}

type Tally = ReturnType<typeof createTally>;

function createTally() {
  const errors = new Map<ErrorCode, number>();
  const tookMs: number[] = [];
  let requests = 0;
  let retries = 0;
  let furtherAttempts = 0;
  return {
    signed: 0,
    repeated: 0,
    resigned: 0,
    skipped: 0,
    add(result: LoadResult): void {
      requests++;
      retries += result.retries;
      if (result.type === 'failed') {
        errors.set(result.error.code, (errors.get(result.error.code) ?? 0) + 1);
        return;
      }
      this.signed++;
      furtherAttempts += Math.max(0, result.signature.attempts.length - 1);
      tookMs.push(result.tookMs);
    },
    figures(seconds: number): LoadFigures {
      return {
        requests,
        signed: this.signed,
        failed: requests - this.signed,
        errors: Object.fromEntries(errors),
        retries,
        furtherAttempts,
        repeated: this.repeated,
        resigned: this.resigned,
        skipped: this.skipped,
        latencyMs: latencyOf(tookMs),
        perSecond: round(this.signed / seconds),
        seconds: round(seconds),
      };
    },
  };
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
