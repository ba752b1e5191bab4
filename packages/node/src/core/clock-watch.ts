/**
 * Watches the wall clock against the monotonic one. A step of the difference means a suspended
 * machine, a memory image that was resumed, or a clock that was set: in the first two there may be
 * another process with the same memory, so no nonce of ours, and none that others offered us, is
 * used any more.
 * @module
 */
import { CLOCK_JUMP_MS, freeNonces, wipeNonces } from '../tables/nonces.ts';
import { voidOwner } from '../tables/nonces-pool.ts';
import { type CoreContext, log } from './context.ts';
import type { Signing } from './signing.ts';

/**
 * To be called at each step, before anything else. Corrections below the limit pass: a clock that
 * is steered (at most 0.5 ms in a second) takes more than an hour for it, and an offer lives for
 * one. `takeNonce` compares once more with the time at which the nonce was made.
 */
export function createClockWatch(
  context: CoreContext,
  signing: Signing,
  /** Since when requests are remembered: a clock that went ahead made them forgotten too early. */
  memory: { sinceMs: number },
): () => void {
  let before: number | undefined;
  return () => {
    const { wallMs, monotonicMs } = context.clocks;
    const difference = wallMs - monotonicMs;
    const jumpMs = before === undefined ? 0 : difference - before;
    before = difference;
    if (Math.abs(jumpMs) <= CLOCK_JUMP_MS) return;
    const destroyed = freeNonces(signing.nonces);
    wipeNonces(signing.nonces);
    memory.sinceMs = wallMs;
    // Offers of others too: a twin of this process may have used them.
    for (const { host } of context.directory.all) voidOwner(signing.pool, host);
    log(context, 'warn', 'the clock jumped: all unused nonces are destroyed', {
      jumpMs: Math.round(jumpMs),
      destroyed,
    });
  };
}
