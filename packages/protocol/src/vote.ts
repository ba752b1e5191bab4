/**
 * Votes of old members for the next epoch of a key, and what it proves that somebody cast two.
 * @module
 */
import { ed25519PublicKey, equalBytes, signEd25519, verifyEd25519 } from '@permafrost/frost';
import {
  decodeMessage,
  encodeMessage,
  exactBytes,
  permafrost,
  safeInteger,
} from '@permafrost/wire';
import { type Evidence, evidenceOf } from './evidence.ts';
import { type Group, KEY_ID_BYTES } from './group.ts';
import { votePreimage } from './statements.ts';

/** An old member's word for an epoch: one for each base and number, durable before it is sent. */
export type Vote = {
  readonly keyId: Uint8Array;
  readonly baseEpochId: Uint8Array;
  readonly number: number;
  readonly epochId: Uint8Array;
  readonly hostPub: Uint8Array;
  readonly signature: Uint8Array;
};

export function signVote(vote: Omit<Vote, 'hostPub' | 'signature'>, hostSeed: Uint8Array): Vote {
  const { keyId, baseEpochId, number, epochId } = vote;
  const hostPub = ed25519PublicKey(hostSeed);
  const signature = signEd25519(hostSeed, votePreimage(vote));
  return { keyId, baseEpochId, number, epochId, hostPub, signature };
}

export function verifyVote(vote: Vote): boolean {
  return verifyEd25519(vote.hostPub, votePreimage(vote), vote.signature);
}

/** Two votes of one host for different epochs of one base and number: proof against it. */
export function votesConflict(a: Vote, b: Vote): boolean {
  return (
    equalBytes(a.hostPub, b.hostPub) &&
    equalBytes(a.keyId, b.keyId) &&
    equalBytes(a.baseEpochId, b.baseEpochId) &&
    a.number === b.number &&
    !equalBytes(a.epochId, b.epochId)
  );
}

export function encodeVote(vote: Vote): Uint8Array {
  return encodeMessage(permafrost.v1.Vote, vote);
}

/** @throws WireError. The signature is not verified here. */
export function decodeVote(bytes: Uint8Array): Vote {
  return voteFromWire(decodeMessage(permafrost.v1.Vote, bytes));
}

/** @throws WireError. The signature is not verified here. */
export function voteFromWire(raw: permafrost.v1.Vote.$Properties): Vote {
  return {
    keyId: exactBytes(raw.keyId, KEY_ID_BYTES, 'key id'),
    baseEpochId: exactBytes(raw.baseEpochId, 32, 'base epoch'),
    number: safeInteger(raw.number as number | undefined, 'number'),
    epochId: exactBytes(raw.epochId, 32, 'epoch'),
    hostPub: exactBytes(raw.hostPub, 32, 'host key'),
    signature: exactBytes(raw.signature, 64, 'signature'),
  };
}

/**
 * Evidence against a host that voted for two epochs of one base and number. `group` is that of either
 * epoch, with the attempt that made it: the votes alone are what convinces.
 * RangeError unless the votes conflict.
 */
export function voteEvidence(
  group: Group,
  attempt: number,
  [first, second]: readonly [Vote, Vote],
): Evidence {
  if (!votesConflict(first, second)) throw new RangeError('votes that do not conflict');
  return evidenceOf({
    kind: 'votes',
    group,
    attempt,
    statements: [encodeVote(first), encodeVote(second)],
    claim: { culprit: first.hostPub, code: 'equivocation' },
  });
}
