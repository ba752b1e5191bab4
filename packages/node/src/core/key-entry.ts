/**
 * Keys as the node holds them in memory, made from what a ceremony or the store has.
 * @module
 */
import { parseTranscript, toHex, toSigningPublicKeys } from '@permafrost/frost';
import {
  type DurableRecord,
  decodePending,
  firstEpochId,
  groupOfProposal,
  PENDING,
  type PendingKey,
  publicKeysIn,
  transcriptHash,
} from '@permafrost/protocol';
import type { Action } from '../effects.ts';
import { type KeyEntry, type KeyState, keyPath, secretName } from '../tables/keys-entry.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import type { CoreContext } from './context.ts';
import { submitted } from './proposals.ts';

/** The record of a pending key. @throws WireError when it does not fit together. */
export function pendingOf(record: Uint8Array): PendingKey {
  return decodePending(record, (proposal) => groupOfProposal(proposal)).key;
}

/** From the record of a key. @throws WireError, CocktailFault when it does not fit. */
export function newKey(
  context: CoreContext,
  entry: Pick<ProposalEntry, 'id' | 'proposal'>,
  record: Uint8Array,
): KeyEntry {
  const key = pendingOf(record);
  const suite = context.options.suiteOf(key.group.suite);
  const transcript = parseTranscript(suite.cocktail, key.transcript);
  const publicKeys = publicKeysIn(suite, transcript);
  return madeKey(context, entry, { ...key, publicKeys, staticKeys: transcript.publicKeys });
}

/** From what a ceremony made, or was read again from a transcript: every element was checked. */
export function madeKey(
  context: CoreContext,
  entry: Pick<ProposalEntry, 'id' | 'proposal'>,
  key: PendingKey & Pick<KeyEntry, 'publicKeys' | 'staticKeys'>,
): KeyEntry {
  const suite = context.options.suiteOf(key.group.suite);
  const { publicKeys, staticKeys } = key;
  const signingKeys = toSigningPublicKeys(publicKeys);
  return {
    id: toHex(key.keyId),
    keyId: key.keyId,
    proposalId: entry.id,
    proposal: entry.proposal,
    attempt: key.attempt,
    group: key.group,
    suite,
    seat: key.seat,
    scope: key.scope,
    sessionId: key.sessionId,
    transcript: key.transcript,
    staticKeys,
    joins: key.joins,
    commits: key.commits,
    reveals: key.reveals,
    epoch: 0,
    epochId: firstEpochId(key.keyId, transcriptHash(key.transcript)),
    publicKeys,
    signingKeys,
    publicKey: suite.encodePublicKey(signingKeys.verifyingKey),
    certs: new Map([[key.seat, key.cert]]),
    stored: new Map(),
    told: new Map(),
    complained: new Set(),
    state: 'pending',
    testSignature: undefined,
    settled: false,
    isRetiring: false,
    isSworn: false,
    sinceMs: context.clocks.wallMs,
  };
}

/** What a key generation writes at its end. */
export function madeRecord(record: DurableRecord): Extract<Action, { readonly type: 'persist' }> {
  if (record.kind !== PENDING || record.secret === undefined) {
    throw new RangeError(`a key generation stored ${record.kind}`);
  }
  const { seat, cert, keyId, transcript } = pendingOf(record.bytes);
  const id = toHex(keyId);
  const secret = secretName({ id, epochId: firstEpochId(keyId, transcriptHash(transcript)) });
  return {
    type: 'persist',
    changes: [
      { type: 'put', key: keyPath(id, 'record'), value: record.bytes },
      { type: 'put', key: keyPath(id, `cert/${seat}`), value: cert },
    ],
    secrets: [{ type: 'put-secret', name: secret, bytes: record.secret.reveal().slice() }],
  };
}

/** The proposal that a stored key came of. */
export function proposalOfRecord(record: Uint8Array): ReturnType<typeof submitted> {
  return submitted(decodePending(record, (proposal) => groupOfProposal(proposal)).proposal);
}

export function keyStateOf(text: string): KeyState {
  const states: readonly KeyState[] = ['pending', 'active', 'suspended', 'destroyed'];
  return states.find((state) => state === text) ?? 'pending';
}
