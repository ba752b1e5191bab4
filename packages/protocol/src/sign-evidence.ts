/**
 * Evidence about signing, judged by somebody who saw nothing else. Every accusation rests on what
 * the accused itself signed; where that does not name the very epoch whose transcript is shown,
 * the verdict is "no evidence", against nobody.
 * @module
 */
import {
  type Ciphersuite,
  CocktailFault,
  ciphersuite,
  DecodeError,
  type DerivationRoot,
  derivationRoot,
  derivePublicKeys,
  equalBytes,
  FrostFault,
  type Identifier,
  identifier,
  type NonceCommitments,
  type PublicKeyPackage,
  toSigningPublicKeys,
  verifySignatureShare,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { epochKeysOf } from './ceremony-transcript.ts';
import { EnvelopeError, type Opened, openEnvelope, parseEnvelope } from './envelope.ts';
import { type Evidence, evidenceOf, type Verdict } from './evidence.ts';
import { epochIdOf, type Group, hostOf, keyIdOf } from './group.ts';
import { commitmentsOf, verifyOfferProof } from './offers.ts';
import { childPathOf, requestId } from './request.ts';
import {
  decodeSignCore,
  decodeSignRequest,
  decodeSignShare,
  SIGN_KIND,
  SIGN_ROUND,
  type SignCore,
  signRequestHash,
} from './sign-core.ts';

/** What ties a key's epoch to its members: how it was made. */
export type KeyRecord = {
  readonly group: Group;
  /** Ceremony attempt of its key generation. */
  readonly attempt: number;
  readonly transcript: Uint8Array;
};

/** A share that does not satisfy its equation: the SignRequest it answers, and the SignShare. */
export function shareEvidence(
  record: KeyRecord,
  about: {
    readonly request: Uint8Array;
    readonly share: Uint8Array;
    readonly culprit: Uint8Array;
  },
): Evidence {
  const envelopes = [about.request, about.share];
  const claim = { culprit: about.culprit, code: 'invalid-share' };
  return evidenceOf({ ...record, kind: 'share', envelopes, claim });
}

/** A SignRequest whose own share, the coordinator's, is wrong. */
export function coordinatorShareEvidence(
  record: KeyRecord,
  about: { readonly request: Uint8Array; readonly culprit: Uint8Array },
): Evidence {
  const claim = { culprit: about.culprit, code: 'invalid-coordinator-share' };
  return evidenceOf({
    ...record,
    kind: 'coordinator-share',
    envelopes: [about.request],
    claim,
  });
}

/** Two different shares of one signer for one request hash. */
export function conflictingSharesEvidence(
  { group, attempt }: KeyRecord,
  about: { readonly pair: readonly [Uint8Array, Uint8Array]; readonly culprit: Uint8Array },
): Evidence {
  const claim = { culprit: about.culprit, code: 'conflicting-shares' };
  return evidenceOf({ group, attempt, kind: 'shares', envelopes: about.pair, claim });
}

/** A SignRequest that puts offers of different epochs together. */
export function mixedEpochsEvidence(
  record: KeyRecord,
  about: { readonly request: Uint8Array; readonly culprit: Uint8Array },
): Evidence {
  const claim = { culprit: about.culprit, code: 'mixed-epochs' };
  return evidenceOf({ ...record, kind: 'mixed-epochs', envelopes: [about.request], claim });
}

export type SigningEvidenceKind = 'share' | 'coordinator-share' | 'shares' | 'mixed-epochs';

/** Judges evidence of one of the signing kinds. Never throws on what it was given. */
export function verifySigningEvidence(
  evidence: Evidence & { readonly kind: SigningEvidenceKind },
  suiteOf: (id: string) => Ciphersuite = ciphersuite,
): Verdict {
  try {
    switch (evidence.kind) {
      case 'share':
        return judgeShare(evidence, suiteOf);
      case 'coordinator-share':
        return judgeCoordinatorShare(evidence, suiteOf);
      case 'shares':
        return judgeShares(evidence);
      case 'mixed-epochs':
        return judgeMixedEpochs(evidence, suiteOf);
    }
  } catch (error) {
    // Bytes that do not decode, and values that do not fit together, convince nobody.
    const isAboutBytes =
      error instanceof WireError ||
      error instanceof EnvelopeError ||
      error instanceof DecodeError ||
      error instanceof CocktailFault ||
      error instanceof FrostFault ||
      error instanceof RangeError;
    if (!isAboutBytes) throw error;
    return nothing(error.message);
  }
}

function nothing(reason: string): Verdict {
  return { proven: false, reason };
}

function judgeShare({ envelopes, ...evidence }: Evidence, suiteOf: SuiteLookup): Verdict {
  const [asked, answered] = two(envelopes);
  const epoch = epochOf(evidence, suiteOf);
  const request = readRequest(asked, epoch);
  const loose = parseEnvelope(answered);
  const culprit = hostOf(epoch.group, loose.from);
  if (culprit === undefined) return nothing('the share comes from no member');
  const answer = openEnvelope(answered, { hostPub: culprit });
  const { reqHash, share } = decodeSignShare(answer.payload);
  const isAnswer =
    answer.kind === SIGN_KIND &&
    answer.round === SIGN_ROUND.share &&
    equalBytes(answer.sessionId, request.opened.sessionId) &&
    equalBytes(reqHash, signRequestHash(request.coreBytes));
  if (!isAnswer) return nothing('the share answers another request');
  const signer = identifier(answer.from);
  const pkg = signingPackageFor(signer, culprit, request, epoch);
  if (pkg === undefined) return nothing('no offer of the accused for this epoch');
  return verifySignatureShare(pkg, signer, share, keysAskedFor(request, epoch))
    ? nothing('the share is right')
    : { proven: true, culprit, code: 'invalid-share' };
}

function judgeCoordinatorShare(
  { envelopes, ...evidence }: Evidence,
  suiteOf: SuiteLookup,
): Verdict {
  const epoch = epochOf(evidence, suiteOf);
  const request = readRequest(one(envelopes), epoch);
  const culprit = hostOf(epoch.group, request.opened.from);
  if (culprit === undefined) return nothing('the request comes from no member');
  openEnvelope(request.opened.bytes, { hostPub: culprit });
  const coordinator = identifier(request.opened.from);
  if (!request.core.signers.includes(coordinator)) return nothing('it gave no share');
  const pkg = signingPackageFor(coordinator, culprit, request, epoch);
  if (pkg === undefined) return nothing('no offer of the accused for this epoch');
  return verifySignatureShare(pkg, coordinator, request.share, keysAskedFor(request, epoch))
    ? nothing('the share is right')
    : { proven: true, culprit, code: 'invalid-coordinator-share' };
}

/** Needs no transcript: whatever the equation says, there is one share for one request. */
function judgeShares({ envelopes, group }: Evidence): Verdict {
  const [first, second] = two(envelopes).map((bytes) => {
    const hostPub = hostOf(group, parseEnvelope(bytes).from);
    if (hostPub === undefined) throw new RangeError('a share comes from no member');
    return { opened: openEnvelope(bytes, { hostPub }), hostPub };
  }) as [Signed, Signed];
  const a = decodeSignShare(first.opened.payload);
  const b = decodeSignShare(second.opened.payload);
  const isSame =
    equalBytes(first.hostPub, second.hostPub) &&
    [first, second].every(({ opened }) => isShareEnvelope(opened)) &&
    equalBytes(a.reqHash, b.reqHash);
  if (!isSame) return nothing('not two answers to one request');
  return equalBytes(a.share, b.share)
    ? nothing('the shares are the same')
    : { proven: true, culprit: first.hostPub, code: 'conflicting-shares' };
}

type Signed = { readonly opened: Opened; readonly hostPub: Uint8Array };

function isShareEnvelope({ kind, round }: Opened): boolean {
  return kind === SIGN_KIND && round === SIGN_ROUND.share;
}

function judgeMixedEpochs({ envelopes, ...evidence }: Evidence, suiteOf: SuiteLookup): Verdict {
  const epoch = epochOf(evidence, suiteOf);
  const request = readRequest(one(envelopes), epoch);
  const culprit = hostOf(epoch.group, request.opened.from);
  if (culprit === undefined) return nothing('the request comes from no member');
  openEnvelope(request.opened.bytes, { hostPub: culprit });
  const isMixed = request.core.offers.some(
    ({ offer }) => !equalBytes(offer.epochId, request.core.epochId),
  );
  return isMixed
    ? { proven: true, culprit, code: 'mixed-epochs' }
    : nothing('all offers are of one epoch');
}

type SuiteLookup = (id: string) => Ciphersuite;

type Epoch = {
  readonly suite: Ciphersuite;
  readonly group: Group;
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  /** In the form that signs, of the key itself. */
  readonly publicKeys: PublicKeyPackage;
  readonly root: DerivationRoot;
};

/** The epoch that the transcript shown makes, and nobody's word for it. */
function epochOf(
  { group, attempt, transcript }: Omit<Evidence, 'envelopes'>,
  suiteOf: SuiteLookup,
): Epoch {
  const suite = suiteOf(group.suite);
  const raw = epochKeysOf(suite, group, transcript);
  const isOfGroup =
    raw.minSigners === group.threshold.minSigners &&
    raw.verifyingShares.size === group.members.length;
  if (!isOfGroup) throw new RangeError('transcript of another group');
  const keyId = keyIdOf(group, attempt);
  return {
    suite,
    group,
    keyId,
    epochId: epochIdOf(group, attempt, transcript),
    publicKeys: toSigningPublicKeys(raw),
    root: derivationRoot(keyId, suite, raw.verifyingKey),
  };
}

type ReadRequest = {
  readonly opened: Opened;
  readonly coreBytes: Uint8Array;
  readonly core: SignCore;
  readonly share: Uint8Array;
};

/** A SignRequest for a request of this key in this very epoch, signature not checked. */
function readRequest(envelope: Uint8Array, epoch: Epoch): ReadRequest {
  const opened = parseEnvelope(envelope);
  const { core: coreBytes, share } = decodeSignRequest(opened.payload);
  const core = decodeSignCore(coreBytes);
  const isRequest =
    opened.kind === SIGN_KIND &&
    opened.round === SIGN_ROUND.request &&
    opened.suite === epoch.suite.id &&
    equalBytes(opened.sessionId, requestId(core.request)) &&
    equalBytes(core.request.keyId, epoch.keyId) &&
    equalBytes(core.epochId, epoch.epochId);
  if (!isRequest) throw new RangeError('no sign request of this key and epoch');
  return { opened, coreBytes, core, share };
}

/**
 * The package that the accused computed its share for; undefined unless it holds an offer that the
 * accused itself signed for this epoch. Without that rule, whoever mixes epochs frames the honest.
 */
function signingPackageFor(
  accused: Identifier,
  hostPub: Uint8Array,
  { core, opened }: ReadRequest,
  epoch: Epoch,
): { message: Uint8Array; commitments: ReadonlyMap<Identifier, NonceCommitments> } | undefined {
  const own = core.offers.find(({ offer }) => offer.identifier === accused);
  const coordinator = hostOf(epoch.group, opened.from);
  if (own === undefined || coordinator === undefined) return undefined;
  const isOwn =
    equalBytes(own.offer.epochId, epoch.epochId) &&
    equalBytes(own.offer.keyId, epoch.keyId) &&
    equalBytes(own.offer.coordinator, coordinator) &&
    verifyOfferProof(own, hostPub);
  if (!isOwn) return undefined;
  const isSet =
    core.offers.length === core.signers.length &&
    core.offers.every(({ offer }, i) => {
      const before = core.signers[i - 1];
      const isAscending = before === undefined || before < offer.identifier;
      return offer.identifier === core.signers[i] && isAscending;
    });
  // An honest signer answers no such set, so its answer is not what this shows.
  if (!isSet || core.offers.some(({ offer }) => !equalBytes(offer.epochId, epoch.epochId))) {
    return undefined;
  }
  const commitments = new Map<Identifier, NonceCommitments>();
  for (const { offer } of core.offers) {
    commitments.set(offer.identifier, commitmentsOf(epoch.suite, offer));
  }
  return { message: core.request.message, commitments };
}

/** Verifying shares of the child that was asked for: an honest signer's share is of that key. */
function keysAskedFor({ core }: ReadRequest, { publicKeys, root }: Epoch): PublicKeyPackage {
  return derivePublicKeys(publicKeys, root, childPathOf(core.request)).publicKeys;
}

function one(envelopes: readonly Uint8Array[]): Uint8Array {
  const [first] = envelopes;
  if (first === undefined || envelopes.length !== 1) throw new RangeError('one envelope expected');
  return first;
}

function two(items: readonly Uint8Array[]): [Uint8Array, Uint8Array] {
  const [first, second] = items;
  if (first === undefined || second === undefined || items.length !== 2) {
    throw new RangeError('two statements expected');
  }
  return [first, second];
}
