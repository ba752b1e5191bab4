/**
 * Keeps dialling one peer, for ever: at once, again within 100 ms (hosts that start together find
 * each other's ports closed at first), then ever less often, up to every two seconds.
 * @module
 */
import { sleep } from './deadline.ts';
import type { EndReason } from './errors.ts';

const FIRST_DELAY_MS = 50;
const DELAY_MS_MAX = 2_000;
/** A link that held this long was a good one: the next retry comes soon. */
const GOOD_MS = 5_000;

/**
 * How long to wait before the next try, ± 25 %.
 * @param failures in a row, at least 1
 * @param random from 0 to 1
 */
export function retryDelayMs(failures: number, random: number): number {
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), DELAY_MS_MAX);
  return delayMs * (0.75 + random / 2);
}

/**
 * Ends when the signal is aborted.
 * @param connect makes a link and resolves when it has ended; rejects when none could be made
 */
export async function supervise(
  connect: (signal: AbortSignal) => Promise<EndReason>,
  onFailure: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const startedMs = performance.now();
    try {
      await connect(signal);
    } catch (error) {
      if (signal.aborted) return;
      onFailure(error);
    }
    failures = performance.now() - startedMs > GOOD_MS ? 1 : failures + 1;
    await sleep(retryDelayMs(failures, Math.random()), signal);
  }
}
