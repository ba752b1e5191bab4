/**
 * One signer's side of FROST signing (RFC 9591, section 5.2). A coordinator is trusted with
 * nothing: everything that it sends is checked here, and in an order that lets a nonce be touched
 * only by a request that this node would sign.
 * @module
 */
import {
  type Ciphersuite,
  DecodeError,
  type DerivationRoot,
  deriveKeyPackage,
  derivePublicKeys,
  equalBytes,
  FrostFault,
  type Identifier,
  identifier,
  type KeyPackage,
  type NonceCommitments,
  type SigningPackage,
  sign,
  verifySignatureShare,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { EnvelopeError, openEnvelope, parseEnvelope, verifyEnvelope } from './envelope.ts';
import { commitmentsOf, type NonceOffer } from './offers.ts';
import {
  childPathOf,
  type Refusal,
  requestId,
  requestRefusal,
  type SignatureRequest,
} from './request.ts';
import {
  misaddressed,
  type Subject,
  wrongCanary,
  wrongChild,
  wrongCoordinator,
  wrongEpoch,
  wrongKey,
  wrongRequester,
  wrongShare,
  wrongSigners,
  wrongState,
} from './sign-checks.ts';
import {
  decodeSignCore,
  decodeSignRequest,
  encodeSignShare,
  SIGN_KIND,
  SIGN_ROUND,
  type SignCore,
  type SignRefusal,
  signRequestHash,
} from './sign-core.ts';
import type { Arrival, Claim, SignerEpoch, SignerPorts } from './sign-ports.ts';

/** Something that cannot happen between honest nodes, or to a clock left alone. */
export type SignAlarm = 'nonce-used-twice' | 'clock-jump';

export type CoordinatorLie = 'invalid-coordinator-share' | 'mixed-epochs';

export type SignAnswer =
  | {
      readonly type: 'share';
      /** Payload of a SignShare envelope under session `requestId`, from and to these seats. */
      readonly payload: Uint8Array;
      readonly from: Identifier;
      readonly to: Identifier;
      readonly claim: Claim;
      /** What was signed for, and the share of whoever put it together. */
      readonly core: SignCore;
      readonly coordinatorShare: Uint8Array;
      readonly epochId: Uint8Array;
      readonly suite: string;
    }
  | {
      readonly type: 'refusal';
      readonly refusal: SignRefusal;
      readonly alarm?: SignAlarm;
      /** A lie of the coordinator under its verified signature: the SignRequest is evidence. */
      readonly lie?: CoordinatorLie;
    }
  /** Not a request at all. Its sender is to blame, as far as we alone can tell. */
  | { readonly type: 'fault'; readonly code: 'invalid-envelope'; readonly reason: string };

/** Given as the reason when an offer is gone: the coordinator may come back with another. */
export const NO_SUCH_OFFER: 'no such offer' = 'no such offer';
/** Given as the reason when a signer's clock jumped, and it destroyed all its nonces. */
export const OFFERS_VOID: 'the clock jumped; all offers are void' =
  'the clock jumped; all offers are void';

/** Whether a refusal is about the offer alone: its owner would sign with another one. */
export function isOfferGone({ code, reason }: Refusal): boolean {
  return (
    (code === 'E_NONCE_USED' && reason === NO_SUCH_OFFER) ||
    (code === 'E_CLOCK_SKEW' && reason === OFFERS_VOID)
  );
}

/**
 * Answers a SignRequest. `checkSignature` is for senders under suspicion: from others the stream
 * vouches for the envelope, and its signature is looked at only when a share turns out wrong.
 */
export function answerSignRequest(
  input: Arrival & { readonly envelope: Uint8Array; readonly checkSignature: boolean },
  ports: SignerPorts,
): SignAnswer {
  const { envelope, fromHostPub, checkSignature } = input;
  try {
    const opened = checkSignature
      ? openEnvelope(envelope, { hostPub: fromHostPub })
      : parseEnvelope(envelope);
    if (opened.kind !== SIGN_KIND || opened.round !== SIGN_ROUND.request) {
      return fault('not a sign request');
    }
    const { core: bytes, share } = decodeSignRequest(opened.payload);
    const core = decodeSignCore(bytes);
    const addressed = { opened, coordinatorShare: share, isSuspect: checkSignature };
    return answerCore({ ...input, bytes, core, addressed }, ports);
  } catch (error) {
    if (!(error instanceof EnvelopeError) && !(error instanceof WireError)) throw error;
    return fault(error.message);
  }
}

/**
 * The coordinator's own share for a core that it put together, through the same checks as
 * everybody's: a node signs nothing of its own accord either.
 */
export function answerOwnCore(
  input: Arrival & { readonly bytes: Uint8Array },
  ports: SignerPorts,
): SignAnswer {
  const core = decodeSignCore(input.bytes);
  return answerCore({ ...input, core, addressed: undefined }, ports);
}

function fault(reason: string): SignAnswer {
  return { type: 'fault', code: 'invalid-envelope', reason };
}

/** The checks, in order. Nothing before `takeAndSign` changes a nonce. */
function answerCore(subject: Subject, ports: SignerPorts): SignAnswer {
  const { core, bytes, addressed, fromHostPub, nowMs } = subject;
  const { request } = core;
  const id = requestId(request);
  if (addressed !== undefined && !equalBytes(addressed.opened.sessionId, id)) {
    return fault('the session is not the request');
  }
  const refuse = (why: Refused): SignAnswer => ({
    type: 'refusal',
    refusal: { requestId: id, attempt: core.attempt, code: why.code, reason: why.reason },
    ...(why.alarm === undefined ? {} : { alarm: why.alarm }),
    ...(why.lie === undefined ? {} : { lie: why.lie }),
  });

  const key = ports.key(request.keyId);
  if (key === undefined) return refuse({ code: 'E_UNKNOWN_KEY', reason: 'no such key here' });
  const epoch = key.epochs.find((one) => equalBytes(one.epochId, core.epochId));
  const unfit =
    wrongKey(request, key) ??
    wrongCoordinator(subject) ??
    wrongState(key, epoch, core) ??
    wrongEpoch(core, key, epoch);
  if (addressed !== undefined && epoch !== undefined) {
    const wrong = misaddressed(addressed.opened, epoch, key, fromHostPub);
    if (wrong !== undefined) return fault(wrong);
  }
  if (unfit !== undefined) return refuse(withLie(unfit, subject, epoch));
  if (epoch === undefined) return refuse({ code: 'E_EPOCH', reason: 'not the epoch of this key' });

  const claim = claimOf(subject, id, epoch);
  const { windowMsMax } = key;
  const denied =
    (core.canary ? wrongCanary(subject, key, epoch, ports) : wrongRequester(request, key, ports)) ??
    requestRefusal(request, windowMsMax === undefined ? { nowMs } : { nowMs, windowMsMax }) ??
    ports.claim(claim) ??
    ports.policy(claim) ??
    wrongSigners(core, epoch) ??
    (addressed === undefined ? undefined : wrongShare(addressed, core, key.suite)) ??
    wrongChild(request, key, epoch);
  if (denied !== undefined) return refuse(denied);

  const commitments = commitmentsIn(core, key.suite);
  if (commitments === undefined) {
    return refuse({ code: 'E_BAD_REQUEST', reason: 'a commitment does not decode' });
  }
  const pkg = { message: request.message, commitments };
  const result = signOnce({ pkg, epoch, root: key.root, claim, subject, ports });
  if (result.type === 'refused') return refuse(result);
  const own = epoch.key.identifier;
  return {
    type: 'share',
    payload: encodeSignShare({ reqHash: signRequestHash(bytes), share: result.share }),
    from: own,
    to: addressed === undefined ? own : identifier(addressed.opened.from),
    claim,
    core,
    coordinatorShare: addressed?.coordinatorShare ?? new Uint8Array(),
    epochId: epoch.epochId,
    suite: key.suite.id,
  };
}

type Refused = Refusal & { readonly alarm?: SignAlarm; readonly lie?: CoordinatorLie };

function claimOf({ core, bytes, fromHostPub }: Subject, id: Uint8Array, epoch: SignerEpoch): Claim {
  return {
    request: core.request,
    requestId: id,
    reqHash: signRequestHash(bytes),
    coordinator: fromHostPub,
    canary: core.canary,
    minSigners: epoch.key.publicKeys.minSigners,
    maxSigners: epoch.members.length,
  };
}

/** Offers of several epochs in one core: nobody honest signs such a request. */
function withLie(why: Refusal, subject: Subject, epoch: SignerEpoch | undefined): Refused {
  const { core, addressed, fromHostPub } = subject;
  const isMixed =
    epoch !== undefined &&
    core.offers.some(({ offer }) => !equalBytes(offer.epochId, core.epochId));
  const isProven =
    isMixed && addressed !== undefined && verifyEnvelope(addressed.opened, fromHostPub);
  return isProven ? { ...why, lie: 'mixed-epochs' } : why;
}

/** Undefined when one does not decode: they are all order-checked, those of others too. */
function commitmentsIn(
  { offers }: SignCore,
  suite: Ciphersuite,
): ReadonlyMap<Identifier, NonceCommitments> | undefined {
  const commitments = new Map<Identifier, NonceCommitments>();
  try {
    for (const { offer } of offers) {
      commitments.set(offer.identifier, commitmentsOf(suite, offer));
    }
    return commitments;
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return undefined;
  }
}

type Signed =
  | { readonly type: 'signed'; readonly share: Uint8Array }
  | ({ readonly type: 'refused' } & Refused);

type Signing = {
  readonly pkg: SigningPackage;
  readonly epoch: SignerEpoch;
  readonly root: DerivationRoot;
  readonly claim: Claim;
  readonly subject: Subject;
  readonly ports: SignerPorts;
};

/**
 * Our own offer must be there, unaltered. Other owners' signatures are not ours to check: a wrong
 * commitment of theirs spoils the signature, never our nonce.
 */
function signOnce(signing: Signing): Signed {
  const { epoch, subject, ports } = signing;
  const own = epoch.key.identifier;
  const mine = subject.core.offers.find(({ offer }) => offer.identifier === own);
  const offered = mine === undefined ? undefined : ports.nonces.offered(mine.offer.nonceId);
  if (mine === undefined || offered === undefined || mine.offer.notAfterMs < subject.nowMs) {
    return { type: 'refused', code: 'E_NONCE_USED', reason: NO_SUCH_OFFER };
  }
  if (!equalBytes(offered, mine.item)) {
    return { type: 'refused', code: 'E_BAD_REQUEST', reason: 'not the offer we made' };
  }
  try {
    return hasFalseShare(signing)
      ? {
          type: 'refused',
          code: 'E_PEER_FAULT',
          reason: 'the share of the coordinator is wrong',
          lie: 'invalid-coordinator-share',
        }
      : takeAndSign(mine.offer, signing);
  } catch (error) {
    if (!(error instanceof FrostFault)) throw error;
    return { type: 'refused', code: 'E_BAD_REQUEST', reason: 'the commitments cancel out' };
  }
}

/** Looked at only where the coordinator is under suspicion, and its signature was verified. */
function hasFalseShare({ pkg, epoch, root, subject }: Signing): boolean {
  const { addressed } = subject;
  if (addressed === undefined || !addressed.isSuspect) return false;
  const coordinator = identifier(addressed.opened.from);
  if (!pkg.commitments.has(coordinator)) return false;
  const wanted = childPathOf(subject.core.request);
  const { publicKeys } = derivePublicKeys(epoch.key.publicKeys, root, wanted);
  return !verifySignatureShare(pkg, coordinator, addressed.coordinatorShare, publicKeys);
}

/** From here on the nonce is gone, whatever happens. */
function takeAndSign({ nonceId }: NonceOffer, signing: Signing): Signed {
  const { pkg, claim, subject, ports } = signing;
  const { clockDifferenceMs } = subject;
  const taken = ports.nonces.take({ nonceId, reqHash: claim.reqHash, clockDifferenceMs });
  if (taken.type === 'again') return { type: 'signed', share: taken.share };
  if (taken.type === 'refused') return { type: 'refused', ...notTaken(taken.why) };
  try {
    const share = signAs(claim.request, signing, (key) => sign(pkg, taken.nonces, key));
    ports.nonces.keep(nonceId, share);
    return { type: 'signed', share };
  } finally {
    taken.nonces.hiding.erase();
    taken.nonces.binding.erase();
  }
}

/** With our share of the child that the request asks for: computed here from its path. */
function signAs<T>(
  request: SignatureRequest,
  { epoch, root }: Signing,
  use: (key: KeyPackage) => T,
): T {
  if (request.path === '') return use(epoch.key);
  const child = deriveKeyPackage(epoch.key, root, childPathOf(request));
  try {
    return use(child);
  } finally {
    child.signingShare.erase();
  }
}

function notTaken(why: 'unknown' | 'used' | 'clock'): Refused {
  switch (why) {
    case 'unknown':
      return { code: 'E_NONCE_USED', reason: NO_SUCH_OFFER };
    case 'used': {
      const reason = 'this nonce answered another request';
      return { code: 'E_NONCE_USED', reason, alarm: 'nonce-used-twice' };
    }
    case 'clock':
      return { code: 'E_CLOCK_SKEW', reason: OFFERS_VOID, alarm: 'clock-jump' };
  }
}
