/**
 * One signer's side of FROST signing (RFC 9591, section 5.2). A coordinator is trusted with
 * nothing: everything that it sends is checked here, and in an order that lets a nonce be touched
 * only by a request that this node would sign.
 * @module
 */
import {
  DecodeError,
  equalBytes,
  FrostFault,
  type Identifier,
  type NonceCommitments,
  type SigningPackage,
  sign,
} from '@permafrost/frost';
import { type ErrorCode, WireError } from '@permafrost/wire';
import { EnvelopeError, openEnvelope, parseEnvelope } from './envelope.ts';
import { commitmentsOf, type NonceOffer } from './offers.ts';
import { requestId, requestRefusal } from './request.ts';
import {
  hasWrongShare,
  misaddressed,
  type Subject,
  wrongCanary,
  wrongRequester,
  wrongSigners,
  wrongState,
} from './sign-checks.ts';
import {
  decodeSignCore,
  decodeSignRequest,
  encodeSignShare,
  SIGN_KIND,
  SIGN_ROUND,
  type SignRefusal,
  signRequestHash,
} from './sign-core.ts';
import type { Arrival, Claim, SignerEpoch, SignerPorts } from './sign-ports.ts';

export type SignAnswer =
  | {
      readonly type: 'share';
      /** Payload of a SignShare envelope under session `requestId`, from and to these seats. */
      readonly payload: Uint8Array;
      readonly from: Identifier;
      readonly to: Identifier;
      readonly claim: Claim;
      readonly epochId: Uint8Array;
      readonly suite: string;
    }
  | {
      readonly type: 'refusal';
      readonly refusal: SignRefusal;
      /** Something that cannot happen between honest nodes, or to a clock left alone. */
      readonly alarm?: 'nonce-used-twice' | 'clock-jump';
    }
  /** Not a request at all. Its sender is to blame, as far as we alone can tell. */
  | { readonly type: 'fault'; readonly code: 'invalid-envelope'; readonly reason: string };

/** Given as the reason when an offer is gone: the coordinator may come back with another. */
export const NO_SUCH_OFFER: 'no such offer' = 'no such offer';

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
    const addressed = { ...opened, coordinatorShare: share };
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

/** The checks, in order. Nothing before `take` changes a nonce. */
function answerCore(subject: Subject, ports: SignerPorts): SignAnswer {
  const { core, bytes, addressed, fromHostPub, nowMs } = subject;
  const { request } = core;
  const id = requestId(request);
  if (addressed !== undefined && !equalBytes(addressed.sessionId, id)) {
    return fault('the session is not the request');
  }
  const refuse = (code: ErrorCode, reason: string): SignAnswer => ({
    type: 'refusal',
    refusal: { requestId: id, attempt: core.attempt, code, reason },
  });

  // The key that was meant.
  const key = ports.key(request.keyId);
  if (key === undefined) return refuse('E_UNKNOWN_KEY', 'no such key here');
  if (request.suite !== key.suite.id) return refuse('E_SUITE_MISMATCH', `it is ${key.suite.id}`);
  if (!equalBytes(request.publicKey, key.publicKey)) {
    return refuse('E_BAD_REQUEST', 'the key has another public key');
  }
  const epoch = key.epochs.find((one) => equalBytes(one.epochId, core.epochId));

  // The sender: its seat, and offers that were made to it in this boot of it.
  if (epoch !== undefined && addressed !== undefined) {
    const wrong = misaddressed(addressed, epoch, key, fromHostPub);
    if (wrong !== undefined) return fault(wrong);
  }
  for (const { offer } of core.offers) {
    if (!equalBytes(offer.coordinator, fromHostPub)) {
      return refuse('E_BAD_REQUEST', 'an offer was made to another coordinator');
    }
    if (!equalBytes(offer.coordinatorBootId, subject.fromBootId)) {
      return refuse('E_BAD_REQUEST', 'an offer was made to an earlier boot of the coordinator');
    }
  }

  // The state of the key.
  const stateRefusal = wrongState(key, epoch, core);
  if (stateRefusal !== undefined) return refuse(stateRefusal.code, stateRefusal.reason);
  if (epoch === undefined) return refuse('E_EPOCH', 'not the epoch of this key');
  for (const { offer } of core.offers) {
    if (!equalBytes(offer.epochId, core.epochId) || !equalBytes(offer.keyId, key.keyId)) {
      return refuse('E_EPOCH', 'an offer of another key or epoch');
    }
  }

  // Who asks, and when.
  const requesterRefusal = core.canary
    ? wrongCanary(subject, key, epoch, ports)
    : wrongRequester(request, key, ports);
  if (requesterRefusal !== undefined) return refuse(requesterRefusal.code, requesterRefusal.reason);
  const windowRefusal = requestRefusal(request, {
    nowMs,
    ...(key.windowMsMax === undefined ? {} : { windowMsMax: key.windowMsMax }),
  });
  if (windowRefusal !== undefined) return refuse(windowRefusal.code, windowRefusal.reason);

  // Whether it is the one request of its idempotency key, and whether we want to.
  const { minSigners } = epoch.key.publicKeys;
  const claim: Claim = {
    request,
    requestId: id,
    reqHash: signRequestHash(bytes),
    coordinator: fromHostPub,
    canary: core.canary,
    minSigners,
    maxSigners: epoch.members.length,
  };
  const denied = ports.claim(claim) ?? ports.policy(claim);
  if (denied !== undefined) return refuse(denied.code, denied.reason);

  // The signing set, and its commitments.
  const own = epoch.key.identifier;
  const setRefusal = wrongSigners(core, epoch, own);
  if (setRefusal !== undefined) return refuse('E_BAD_REQUEST', setRefusal);
  if (addressed !== undefined && hasWrongShare(addressed, core, key.suite)) {
    return refuse('E_BAD_REQUEST', 'the share of the coordinator does not decode');
  }
  const commitments = new Map<Identifier, NonceCommitments>();
  try {
    for (const { offer } of core.offers) {
      commitments.set(offer.identifier, commitmentsOf(key.suite, offer));
    }
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return refuse('E_BAD_REQUEST', 'a commitment does not decode');
  }

  // Our own offer, unaltered. Other owners' signatures are not ours to check: a wrong commitment
  // of theirs spoils the signature, never our nonce.
  const mine = core.offers.find(({ offer }) => offer.identifier === own);
  if (mine === undefined) return refuse('E_BAD_REQUEST', 'no offer of this signer');
  const offered = ports.nonces.offered(mine.offer.nonceId);
  if (offered === undefined) return refuse('E_NONCE_USED', NO_SUCH_OFFER);
  if (!equalBytes(offered, mine.item)) return refuse('E_BAD_REQUEST', 'not the offer we made');
  if (mine.offer.notAfterMs < nowMs) return refuse('E_NONCE_USED', NO_SUCH_OFFER);

  const pkg = { message: request.message, commitments };
  const result = takeAndSign(mine.offer, { pkg, epoch, claim, subject, ports });
  if (result.type === 'refused') {
    const answer = refuse(result.code, result.reason);
    return answer.type === 'refusal' && result.alarm !== undefined
      ? { ...answer, alarm: result.alarm }
      : answer;
  }
  const to = addressed === undefined ? own : (addressed.from as Identifier);
  const payload = encodeSignShare({ reqHash: claim.reqHash, share: result.share });
  const { epochId } = epoch;
  return { type: 'share', payload, from: own, to, claim, epochId, suite: key.suite.id };
}

type Signed =
  | { readonly type: 'signed'; readonly share: Uint8Array }
  | {
      readonly type: 'refused';
      readonly code: ErrorCode;
      readonly reason: string;
      readonly alarm?: 'nonce-used-twice' | 'clock-jump';
    };

/** From here on the nonce is gone, whatever happens. */
function takeAndSign(
  offer: NonceOffer,
  about: {
    readonly pkg: SigningPackage;
    readonly epoch: SignerEpoch;
    readonly claim: Claim;
    readonly subject: Subject;
    readonly ports: SignerPorts;
  },
): Signed {
  const { pkg, epoch, claim, subject, ports } = about;
  const { clockDifferenceMs } = subject;
  const { nonceId } = offer;
  const taken = ports.nonces.take({ nonceId, reqHash: claim.reqHash, clockDifferenceMs });
  if (taken.type === 'again') return { type: 'signed', share: taken.share };
  if (taken.type === 'refused') {
    switch (taken.why) {
      case 'unknown':
        return { type: 'refused', code: 'E_NONCE_USED', reason: NO_SUCH_OFFER };
      case 'used': {
        const reason = 'this nonce answered another request';
        return { type: 'refused', code: 'E_NONCE_USED', reason, alarm: 'nonce-used-twice' };
      }
      case 'clock': {
        const reason = 'the clock jumped; all offers are void';
        return { type: 'refused', code: 'E_CLOCK_SKEW', reason, alarm: 'clock-jump' };
      }
    }
  }
  try {
    const share = sign(pkg, taken.nonces, epoch.key);
    ports.nonces.keep(nonceId, share);
    return { type: 'signed', share };
  } catch (error) {
    if (!(error instanceof FrostFault)) throw error;
    return { type: 'refused', code: 'E_BAD_REQUEST', reason: 'the commitments cancel out' };
  } finally {
    taken.nonces.hiding.erase();
    taken.nonces.binding.erase();
  }
}
