/**
 * Keys made while things go wrong. A key generation needs all its members, so it may fail, and has
 * to say so; a key that was made has to sign.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Network, PermafrostError } from '@permafrost/client';
import type { ErrorCode } from '@permafrost/wire';

export type NewKeyResult = {
  readonly name: string;
  /** `made`, or why not. */
  readonly result: 'made' | ErrorCode;
  readonly message: string;
};

export const NEW_KEYS_MAX = 5;
const TIMEOUT_MS = 20_000;

/** Honest reasons why a key was not made while members were away. */
const ALLOWED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'E_CEREMONY',
  'E_THRESHOLD',
  'E_BUSY',
  'E_DEADLINE',
]);

/** Makes keys, evenly over this time, one after the other. */
export async function makeNewKeys(given: {
  readonly network: Network;
  readonly suite: string;
  readonly threshold: number;
  readonly count: number;
  readonly withinMs: number;
  readonly signal: AbortSignal;
  readonly onResult: (result: NewKeyResult) => void;
  readonly onViolation: (text: string) => void;
}): Promise<readonly NewKeyResult[]> {
  const { network, suite, threshold, count, withinMs, signal } = given;
  const startedMs = performance.now();
  const results: NewKeyResult[] = [];
  for (let i = 0; i < count; i++) {
    const waitMs = startedMs + (withinMs * (i + 0.2)) / count - performance.now();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => {});
    if (signal.aborted || performance.now() - startedMs > withinMs) break;
    const name = `chaos-${i + 1}`;
    const result = await makeOne(network, { name, suite, threshold, signal });
    if (signal.aborted) break;
    results.push(result);
    given.onResult(result);
    if (result.result === 'made' || ALLOWED.has(result.result)) continue;
    given.onViolation(`key ${name} was not made: ${result.result} ${result.message}`);
  }
  return results;
}

async function makeOne(
  network: Network,
  key: {
    readonly name: string;
    readonly suite: string;
    readonly threshold: number;
    readonly signal: AbortSignal;
  },
): Promise<NewKeyResult> {
  const { name } = key;
  try {
    await network.proposals.create({ ...key, timeoutMs: TIMEOUT_MS });
    return { name, result: 'made', message: '' };
  } catch (error) {
    if (!(error instanceof PermafrostError)) throw error;
    return { name, result: error.code, message: error.message };
  }
}
