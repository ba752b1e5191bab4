/**
 * Requests for signatures as requesters sign them, for tests.
 * @module
 */
import { encodeRequest, type SignatureRequest, signRequest } from '@permafrost/protocol';
import { decodeMessage, permafrost } from '@permafrost/wire';
import { peerIdOfKey } from '../peer-key.ts';
import type { KeyEntry } from '../tables/keys-entry.ts';
import type { Person } from './operators.ts';

/** A request of this person at this moment, for 30 s; three zero bytes unless changed. */
export function requestOf(
  by: Person,
  { keyId, publicKey, suite }: Pick<KeyEntry, 'keyId' | 'publicKey' | 'suite'>,
  nowMs: number,
  changes: Partial<
    Pick<
      SignatureRequest,
      'message' | 'idempotencyKey' | 'path' | 'tweak' | 'notBeforeMs' | 'deadlineMs'
    >
  > = {},
): SignatureRequest {
  return signRequest(
    {
      requester: peerIdOfKey(by.operator.operatorPub),
      keyId,
      publicKey,
      suite: suite.id,
      path: '',
      tweak: new Uint8Array(),
      message: new Uint8Array(3),
      idempotencyKey: new Uint8Array(16).fill(1),
      notBeforeMs: nowMs,
      deadlineMs: nowMs + 30_000,
      ...changes,
    },
    by.operatorSeed,
  );
}

/** The call that gives it to a node. */
export function submission(request: SignatureRequest): {
  readonly signSubmit: permafrost.v1.SignSubmitRequest.$Properties;
} {
  const wire = decodeMessage(permafrost.v1.SignatureRequest, encodeRequest(request));
  return { signSubmit: { request: wire } };
}
