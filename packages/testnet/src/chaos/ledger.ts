/**
 * Every request that a run of chaos makes, and what became of it: what must hold is checked
 * against this, from outside of the network.
 * @module
 */

import { ciphersuite } from '@permafrost/frost';
import type { ErrorCode } from '@permafrost/wire';
import type { LoadRequest, LoadResult } from '../load.ts';
import { type Latency, latencyOf } from '../load-figures.ts';
import { messageHash } from '../message-hash.ts';

export type Stage = 'quiet' | 'spared' | 'beyond' | 'after';
export const STAGES: readonly Stage[] = ['quiet', 'spared', 'beyond', 'after'];

export type StageFigures = {
  readonly stage: Stage;
  readonly requests: number;
  readonly signed: number;
  readonly failed: number;
  readonly errors: Partial<Record<ErrorCode, number>>;
  readonly retries: number;
  readonly latencyMs: Latency | undefined;
};

type Entry = {
  readonly stage: Stage;
  readonly begunMs: number;
  endedMs: number | undefined;
  result: LoadResult | undefined;
};

export type Ledger = {
  readonly begin: (request: LoadRequest) => void;
  readonly end: (request: LoadRequest, result: LoadResult) => void;
  /** Another message that is given to the network, and that counts in no figure. */
  readonly expect: (message: Uint8Array) => void;
  /** Whether a message of this hash was ever given to the network. */
  readonly isRequested: (hash: string) => boolean;
  readonly stages: () => readonly StageFigures[];
  /** Times to the signature of requests that were open in one of these spans, in ms. */
  readonly latencyIn: (
    spans: readonly { readonly fromMs: number; readonly toMs: number }[],
  ) => Latency | undefined;
  /** Signed in each second from this time on. */
  readonly perSecondFrom: (fromMs: number) => readonly number[];
  /** Requests that began and never ended. */
  readonly open: () => number;
};

/** Beyond its deadline a client hears out what the network says for a second. */
const GRACE_MS = 5_000;

export function createLedger(given: {
  readonly nowMs: () => number;
  readonly stage: () => Stage;
  readonly deadlineMs: number;
  /** Of the key's suite and public key, for signatures of the load. */
  readonly keys: ReadonlyMap<string, { readonly suite: string; readonly publicKey: Uint8Array }>;
  /** Whether a request may have failed that was open in this span. */
  readonly mayFail: (fromMs: number, toMs: number, code: ErrorCode) => boolean;
  readonly onViolation: (text: string) => void;
}): Ledger {
  const { nowMs, onViolation } = given;
  const entries = new Map<string, Entry>();
  const expected = new Set<string>();

  function begin(request: LoadRequest): void {
    const entry = { stage: given.stage(), begunMs: nowMs(), endedMs: undefined, result: undefined };
    entries.set(messageHash(request.message), entry);
  }

  function end(request: LoadRequest, result: LoadResult): void {
    const hash = messageHash(request.message);
    const entry = entries.get(hash);
    if (entry === undefined || entry.result !== undefined) {
      onViolation(`request ${hash.slice(0, 16)} ended without having begun, or twice`);
      return;
    }
    entry.endedMs = nowMs();
    entry.result = result;
    const seconds = (entry.begunMs / 1000).toFixed(1);
    const what = `request ${hash.slice(0, 16)} of second ${seconds} (${entry.stage})`;
    if (result.tookMs > given.deadlineMs + GRACE_MS) {
      onViolation(`${what} ended ${Math.round(result.tookMs)} ms after it began`);
    }
    if (result.type === 'failed') {
      const { code, message, nothingSigned } = result.error;
      if (given.mayFail(entry.begunMs, entry.endedMs, code)) return;
      onViolation(`${what} failed: ${code} ${message}; nothingSigned ${nothingSigned}`);
      return;
    }
    const key = given.keys.get(request.key);
    const { signature } = result.signature;
    const { message } = request;
    const isValid =
      key !== undefined &&
      ciphersuite(key.suite).verify({ publicKey: key.publicKey, message, signature });
    if (!isValid) onViolation(`${what} has a signature that does not verify`);
  }

  function stages(): readonly StageFigures[] {
    return STAGES.map((stage) => {
      const mine = [...entries.values()].filter((entry) => entry.stage === stage);
      const results = mine.flatMap(({ result }) => result ?? []);
      const signed = results.filter((result) => result.type === 'signed');
      const errors = new Map<ErrorCode, number>();
      for (const result of results) {
        if (result.type === 'signed') continue;
        errors.set(result.error.code, (errors.get(result.error.code) ?? 0) + 1);
      }
      return {
        stage,
        requests: mine.length,
        signed: signed.length,
        failed: results.length - signed.length,
        errors: Object.fromEntries(errors),
        retries: results.reduce((sum, result) => sum + result.retries, 0),
        latencyMs: latencyOf(signed.map((result) => result.tookMs)),
      };
    });
  }

  const signedOnes = () => [...entries.values()].filter((entry) => entry.result?.type === 'signed');

  return {
    begin,
    end,
    expect: (message) => expected.add(messageHash(message)),
    isRequested: (hash) => entries.has(hash) || expected.has(hash),
    stages,
    latencyIn: (spans) =>
      latencyOf(
        signedOnes()
          .filter(({ begunMs, endedMs = Infinity }) =>
            spans.some((span) => begunMs <= span.toMs && endedMs >= span.fromMs),
          )
          .map(({ result }) => result?.tookMs ?? 0),
      ),
    perSecondFrom(fromMs) {
      const counts: number[] = [];
      for (const { endedMs = -1 } of signedOnes()) {
        if (endedMs < fromMs) continue;
        const second = Math.floor((endedMs - fromMs) / 1000);
        while (counts.length <= second) counts.push(0);
        counts[second] = (counts[second] ?? 0) + 1;
      }
      return counts;
    },
    open: () => [...entries.values()].filter(({ result }) => result === undefined).length,
  };
}
