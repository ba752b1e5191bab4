/**
 * The checks of a signer that look at one thing each.
 * @module
 */
import {
  ascending,
  type Ciphersuite,
  DecodeError,
  derivePublicKeys,
  equalBytes,
} from '@permafrost/frost';
import type { Opened } from './envelope.ts';
import { canaryMessage } from './group.ts';
import { childPathOf, type Refusal, type SignatureRequest, verifyRequest } from './request.ts';
import type { SignCore } from './sign-core.ts';
import type { Arrival, SignerEpoch, SignerKey, SignerPorts } from './sign-ports.ts';

/** What came around the core. */
export type Addressed = {
  readonly opened: Opened;
  readonly coordinatorShare: Uint8Array;
  /** The signature was verified, since the coordinator is under suspicion. */
  readonly isSuspect: boolean;
};

/** A core on its way through the checks. */
export type Subject = Arrival & {
  readonly bytes: Uint8Array;
  readonly core: SignCore;
  /** Undefined for our own core. */
  readonly addressed: Addressed | undefined;
};

/** Whether the seats are those of its sender and of this node. */
export function misaddressed(
  addressed: Pick<Opened, 'suite' | 'from' | 'to'>,
  epoch: SignerEpoch,
  key: SignerKey,
  fromHostPub: Uint8Array,
): string | undefined {
  const host = epoch.members[addressed.from - 1];
  if (host === undefined || !equalBytes(host, fromHostPub)) return 'not the seat of its sender';
  if (addressed.to !== epoch.key.identifier) return 'meant for another seat';
  return addressed.suite === key.suite.id ? undefined : 'another suite';
}

/** Whether the request means this very key: not one of its name on another network. */
export function wrongKey(request: SignatureRequest, key: SignerKey): Refusal | undefined {
  if (request.suite !== key.suite.id) {
    return { code: 'E_SUITE_MISMATCH', reason: `it is ${key.suite.id}` };
  }
  return equalBytes(request.publicKey, key.publicKey)
    ? undefined
    : { code: 'E_BAD_REQUEST', reason: 'the key has another public key' };
}

/** Whether all offers were made to the sender, in its present boot. */
export function wrongCoordinator({ core, fromHostPub, fromBootId }: Subject): Refusal | undefined {
  for (const { offer } of core.offers) {
    if (!equalBytes(offer.coordinator, fromHostPub)) {
      return { code: 'E_BAD_REQUEST', reason: 'an offer was made to another coordinator' };
    }
    if (!equalBytes(offer.coordinatorBootId, fromBootId)) {
      return { code: 'E_BAD_REQUEST', reason: 'an offer was made to an earlier boot' };
    }
  }
  return undefined;
}

/** Whether core and offers are of an epoch that this node signs in. */
export function wrongEpoch(
  { offers, epochId }: SignCore,
  key: SignerKey,
  epoch: SignerEpoch | undefined,
): Refusal | undefined {
  if (epoch === undefined) return { code: 'E_EPOCH', reason: 'not the epoch of this key' };
  const isForeign = offers.some(
    ({ offer }) => !equalBytes(offer.epochId, epochId) || !equalBytes(offer.keyId, key.keyId),
  );
  return isForeign ? { code: 'E_EPOCH', reason: 'an offer of another key or epoch' } : undefined;
}

/** Whether the key and this epoch of it sign now, or may be tested. */
export function wrongState(
  key: SignerKey,
  epoch: SignerEpoch | undefined,
  core: SignCore,
): Refusal | undefined {
  if (key.purpose !== 'sign') return { code: 'E_KEY_STATE', reason: 'not a signing key' };
  if (core.canary) {
    const isTestable =
      epoch?.use === 'test' && (key.state === 'confirmed' || key.state === 'active');
    return isTestable
      ? undefined
      : { code: 'E_KEY_STATE', reason: 'no test signature is wanted for this key' };
  }
  if (key.state !== 'active') return { code: 'E_KEY_STATE', reason: `the key is ${key.state}` };
  if (epoch !== undefined && epoch.use !== 'sign') {
    return { code: 'E_EPOCH', reason: 'this epoch is not active' };
  }
  return undefined;
}

/** Whether a requester of this key signed the request. */
export function wrongRequester(
  request: SignatureRequest,
  key: SignerKey,
  ports: SignerPorts,
): Refusal | undefined {
  const requesterKey = ports.requesterKey(request.requester);
  if (requesterKey === undefined) {
    return { code: 'E_UNAUTHENTICATED', reason: 'unknown requester' };
  }
  if (!verifyRequest(request, requesterKey)) {
    return { code: 'E_UNAUTHENTICATED', reason: 'the signature of the requester is wrong' };
  }
  if (!ports.isRequester(key.keyId, request.requester)) {
    return { code: 'E_FORBIDDEN', reason: 'not a requester of this key' };
  }
  // Else a requester could make a key look tested, in this epoch or the next.
  if (
    key.epochs.some((one) => equalBytes(canaryMessage(key.keyId, one.epochId), request.message))
  ) {
    return { code: 'E_BAD_REQUEST', reason: 'this message is kept for the test of the key' };
  }
  return undefined;
}

/** Whether the key has the child that is asked for. Costs a multiplication for each new step. */
export function wrongChild(
  request: SignatureRequest,
  { root }: SignerKey,
  { key }: SignerEpoch,
): Refusal | undefined {
  try {
    derivePublicKeys(key.publicKeys, root, childPathOf(request));
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { code: 'E_BAD_REQUEST', reason: error.message };
  }
}

/** Whether this is the one test signature that a member may ask for. */
export function wrongCanary(
  { core, fromHostPub }: Subject,
  key: SignerKey,
  epoch: SignerEpoch,
  ports: SignerPorts,
): Refusal | undefined {
  const { request } = core;
  if (!equalBytes(request.message, canaryMessage(key.keyId, epoch.epochId))) {
    return { code: 'E_BAD_REQUEST', reason: 'not the test message of this key' };
  }
  if (request.path !== '' || request.tweak.length > 0) {
    return { code: 'E_BAD_REQUEST', reason: 'the key itself is tested' };
  }
  const requesterKey = ports.requesterKey(request.requester);
  const isHost = requesterKey !== undefined && equalBytes(requesterKey, fromHostPub);
  if (!isHost || !epoch.members.some((host) => equalBytes(host, fromHostPub))) {
    return { code: 'E_FORBIDDEN', reason: 'only its coordinator may ask for the test' };
  }
  return verifyRequest(request, fromHostPub)
    ? undefined
    : { code: 'E_UNAUTHENTICATED', reason: 'the signature of the coordinator is wrong' };
}

/** Whether the signers are a signing set of this epoch that we are in, with an offer for each. */
export function wrongSigners(core: SignCore, epoch: SignerEpoch): Refusal | undefined {
  const reason = unfitSigners(core, epoch);
  return reason === undefined ? undefined : { code: 'E_BAD_REQUEST', reason };
}

function unfitSigners({ signers, offers }: SignCore, { key }: SignerEpoch): string | undefined {
  const { minSigners, verifyingShares } = key.publicKeys;
  if (signers.length < minSigners) return 'too few signers';
  if (signers.length > verifyingShares.size) return 'too many signers';
  const sorted = ascending(new Set(signers));
  if (sorted.length !== signers.length || sorted.some((id, i) => id !== signers[i])) {
    return 'signers are not strictly ascending';
  }
  if (signers.some((id) => !verifyingShares.has(id))) return 'a signer is no member';
  if (!signers.includes(key.identifier)) return 'this node is not among the signers';
  const isPaired =
    offers.length === signers.length &&
    offers.every(({ offer }, i) => offer.identifier === signers[i]);
  return isPaired ? undefined : 'offers and signers differ';
}

/** A coordinator that signs shows its share to all: only then is a wrong one evidence. */
export function wrongShare(
  { coordinatorShare, opened }: Addressed,
  { signers }: SignCore,
  suite: Ciphersuite,
): Refusal | undefined {
  const wrong: Refusal = {
    code: 'E_BAD_REQUEST',
    reason: 'the share of the coordinator does not decode',
  };
  if (!signers.some((id) => id === opened.from)) {
    return coordinatorShare.length === 0 ? undefined : wrong;
  }
  try {
    suite.decodeScalar(coordinatorShare);
    return undefined;
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return wrong;
  }
}
