/**
 * The first test signature of a key: without one it is not used.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { canaryRequest } from '@permafrost/protocol';
import { limits } from '@permafrost/wire';
import { peerIdOfKey } from '../peer-key.ts';
import { hostsOf, isConfirmed, type KeyEntry, secretName } from '../tables/keys-entry.ts';
import { isUp } from '../tables/peers.ts';
import { log } from './context.ts';
import { coordinateRequest } from './coordinator.ts';
import type { CoreParts } from './parts.ts';

/** Each member waits for those before it. */
const CANARY_TURN_MS = 1_500;
export const CANARY_RETRY_MS: number = 2_000;
/** A test that fails again and again, since a member lies in each, comes ever more seldom. */
const CANARY_RETRY_MS_MAX = 60_000;

/** Makes the test signature when it is this node's turn: members before it in order go first. */
export function scheduleCanary(parts: CoreParts, key: KeyEntry, afterMs: number): void {
  const { context } = parts;
  const before = hostsOf(key)
    .slice(0, key.seat - 1)
    .filter((host) => isUp(context.peers, host)).length;
  const id = `canary/${key.id}${key.epoch === 0 ? '' : `/${toHex(key.epochId)}`}`;
  const turn = afterMs + before * CANARY_TURN_MS;
  if (turn === 0) testKey(parts, key);
  else context.act(key.proposalId, { type: 'timer', id, afterMs: turn });
}

/** Coordinates the test signature of a key that all members stored. */
export function testKey(parts: CoreParts, key: KeyEntry): void {
  const { context, signer, signingHooks } = parts;
  const isBusy = [...signer.running.values()].some((one) => one.canary && one.key === key);
  if (key.state !== 'pending' || !isConfirmed(key) || isBusy) return;
  const request = canaryRequest({
    peerId: peerIdOfKey(context.directory.self.hostPub),
    hostSeed: context.options.hostSeed,
    keyId: key.keyId,
    epochId: key.epochId,
    publicKey: key.publicKey,
    suite: key.suite.id,
    nowMs: context.clocks.wallMs,
    windowMs: limits.REQUEST_MEMORY_MS,
  });
  const done: Parameters<typeof coordinateRequest>[2]['done'] = (outcome) => {
    if (outcome.type === 'signed') {
      signer.failedTests.delete(secretName(key));
      signingHooks.testSignature(key, outcome.signature);
      return;
    }
    log(context, 'warn', 'test signature failed', {
      key: key.proposal.name,
      code: outcome.code,
      reason: outcome.reason,
    });
    const failures = signer.failedTests.get(secretName(key)) ?? 0;
    signer.failedTests.set(secretName(key), failures + 1);
    scheduleCanary(parts, key, Math.min(CANARY_RETRY_MS * 2 ** failures, CANARY_RETRY_MS_MAX));
  };
  coordinateRequest(context, signer, { key, request, canary: true, done }, signingHooks);
}
