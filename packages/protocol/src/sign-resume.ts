/**
 * Resume: how a second coordinator of a request learns what came of the first one's work. A known
 * signature, or all shares of one earlier attempt, give the very bytes that the requester may have
 * seen already; only without them does a new attempt begin. Nothing that is said is believed:
 * a share counts when its equation holds, a signature when it verifies.
 * @module
 */
import {
  aggregate,
  ascending,
  DecodeError,
  decodeNonceCommitments,
  FrostFault,
  type Identifier,
  identifier,
  type PublicKeyPackage,
  type SigningPackage,
  toHex,
  verifySignatureShare,
} from '@permafrost/frost';
import {
  boundedBytes,
  boundedList,
  decodeMessage,
  encodeMessage,
  exactBytes,
  limits,
  permafrost,
  WireError,
} from '@permafrost/wire';
import type { Seat } from './session.ts';
import { type SignCore, seatsFrom } from './sign-core.ts';

/** One attempt as one of its signers, or its coordinator, saw it. */
export type HeldAttempt = {
  /** Ascending, with encoded commitments in the same order. */
  readonly signers: readonly Identifier[];
  readonly hiding: readonly Uint8Array[];
  readonly binding: readonly Uint8Array[];
  readonly coordinator: Seat;
  /** Encoded scalar; empty when the coordinator is not a signer. */
  readonly coordinatorShare: Uint8Array;
  /** Of whoever tells of it. */
  readonly share: Uint8Array;
};

/** A finished signature, and who is said to have made it. */
export type ResumedSignature = {
  readonly signature: Uint8Array;
  readonly signers: readonly Seat[];
};

/** What is asked, and what is answered. */
export type SignResume =
  | { readonly type: 'question'; readonly keyId: Uint8Array }
  | {
      readonly type: 'answer';
      readonly keyId: Uint8Array;
      readonly known: ResumedSignature | undefined;
      readonly attempts: readonly HeldAttempt[];
    };

const NOTHING = new Uint8Array();
const ELEMENT = { min: 32, max: 57 };
const SCALAR = { min: 32, max: 57 };

/** An attempt as it is kept, from the core that was signed. */
export function heldAttempt(
  core: SignCore,
  of: {
    readonly coordinator: Seat;
    readonly coordinatorShare: Uint8Array;
    readonly share: Uint8Array;
  },
): HeldAttempt {
  return {
    signers: core.signers,
    hiding: core.offers.map(({ offer }) => offer.hiding),
    binding: core.offers.map(({ offer }) => offer.binding),
    ...of,
  };
}

/** Payload of an envelope of round 3. */
export function encodeSignResume(resume: SignResume): Uint8Array {
  const { keyId } = resume;
  if (resume.type === 'question') return encodeMessage(permafrost.v1.SignResume, { keyId });
  const { known, attempts } = resume;
  return encodeMessage(permafrost.v1.SignResume, {
    keyId,
    answers: true,
    signature: known?.signature ?? NOTHING,
    signers: [...(known?.signers ?? [])],
    attempts: attempts.slice(0, limits.HELD_ATTEMPTS_MAX).map((one) => ({
      ...one,
      signers: [...one.signers],
      hiding: [...one.hiding],
      binding: [...one.binding],
    })),
  });
}

/** Sizes and ranges of every field; no scalar or element is decoded. @throws WireError */
export function decodeSignResume(payload: Uint8Array): SignResume {
  const message = decodeMessage(permafrost.v1.SignResume, payload);
  const keyId = exactBytes(message.keyId, 16, 'key id');
  if (!message.answers) return { type: 'question', keyId };
  const signature = boundedBytes(message.signature, { min: 0, max: 114 }, 'signature');
  const signers = seatsFrom(message.signers);
  const attempts = boundedList(message.attempts, limits.HELD_ATTEMPTS_MAX, 'attempts');
  return {
    type: 'answer',
    keyId,
    known: signature.length === 0 ? undefined : { signature, signers },
    attempts: attempts.map(attemptFromMessage),
  };
}

function attemptFromMessage(message: permafrost.v1.HeldAttempt.$Properties): HeldAttempt {
  const signers = seatsFrom(message.signers).map(identifier);
  const isAscending = ascending(new Set(signers)).every((id, i) => id === signers[i]);
  const hiding = boundedList(message.hiding, limits.MEMBERS_MAX, 'commitments');
  const binding = boundedList(message.binding, limits.MEMBERS_MAX, 'commitments');
  const isPaired = hiding.length === signers.length && binding.length === signers.length;
  if (!isAscending || new Set(signers).size !== signers.length || !isPaired) {
    throw new WireError('attempt: signers and commitments differ');
  }
  const coordinator = message.coordinator ?? 0;
  if (coordinator < 1 || coordinator > 65_534) throw new WireError('coordinator: range');
  return {
    signers,
    hiding: hiding.map((one) => boundedBytes(one, ELEMENT, 'commitment')),
    binding: binding.map((one) => boundedBytes(one, ELEMENT, 'commitment')),
    coordinator,
    coordinatorShare: boundedBytes(
      message.coordinatorShare ?? NOTHING,
      { min: 0, max: SCALAR.max },
      'share of the coordinator',
    ),
    share: boundedBytes(message.share ?? NOTHING, SCALAR, 'share'),
  };
}

/** An attempt in the making, put together from what its signers tell. */
type Gathered = {
  readonly pkg: SigningPackage;
  readonly shares: Map<Identifier, Uint8Array>;
};

export type Resumption = {
  /**
   * Takes what one member knows. The signature, as soon as there is one that verifies.
   * What does not hold is passed over: the member may have been lied to itself.
   */
  readonly take: (
    from: Seat,
    answer: Extract<SignResume, { readonly type: 'answer' }>,
  ) => ResumedSignature | undefined;
  /** Seats of coordinators whose attempts are known and not complete. */
  readonly openOf: () => ReadonlySet<Seat>;
};

/** What is found out about one request. Pure: the same answers give the same signature. */
export function startResumption(options: {
  /** In the form that signs, of the very child that the request asks for. */
  readonly publicKeys: PublicKeyPackage;
  /** Encoded: what the signature is verified under. */
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
}): Resumption {
  const { publicKeys, publicKey, message } = options;
  const { suite } = publicKeys;
  const gathered = new Map<string, Gathered>();
  const coordinators = new Set<Seat>();

  function gather(held: HeldAttempt): Gathered | undefined {
    const name = [...held.signers, ...held.hiding.map(toHex), ...held.binding.map(toHex)].join('/');
    const known = gathered.get(name);
    if (known !== undefined) return known;
    const isSet =
      held.signers.length >= publicKeys.minSigners &&
      held.signers.every((id) => publicKeys.verifyingShares.has(id));
    const pkg = isSet ? packageOf(held) : undefined;
    if (pkg === undefined) return undefined;
    const fresh = { pkg, shares: new Map<Identifier, Uint8Array>() };
    gathered.set(name, fresh);
    return fresh;
  }

  function packageOf(held: HeldAttempt): SigningPackage | undefined {
    try {
      const commitments = new Map(
        held.signers.map((id, i) => [
          id,
          decodeNonceCommitments(suite, held.hiding[i] ?? NOTHING, held.binding[i] ?? NOTHING),
        ]),
      );
      return { message, commitments };
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      return undefined;
    }
  }

  function addShare({ pkg, shares }: Gathered, seat: Seat, share: Uint8Array): void {
    const id = [...pkg.commitments.keys()].find((one) => one === seat);
    if (id === undefined || shares.has(id) || share.length === 0) return;
    if (verifySignatureShare(pkg, id, share, publicKeys)) shares.set(id, share);
  }

  function takeAttempt(from: Seat, held: HeldAttempt): ResumedSignature | undefined {
    const one = gather(held);
    if (one === undefined) return undefined;
    try {
      addShare(one, from, held.share);
      addShare(one, held.coordinator, held.coordinatorShare);
      if (one.shares.size < one.pkg.commitments.size) {
        coordinators.add(held.coordinator);
        return undefined;
      }
      const signature = aggregate(one.pkg, one.shares, publicKeys);
      return { signature, signers: [...one.pkg.commitments.keys()] };
    } catch (error) {
      // Commitments that cancel out: nobody honest gave a share for them.
      if (!(error instanceof FrostFault)) throw error;
      return undefined;
    }
  }

  return {
    take: (from, { known, attempts }) => {
      if (known !== undefined) {
        const { signature } = known;
        if (suite.verify({ publicKey, message, signature })) return known;
      }
      for (const held of attempts) {
        const found = takeAttempt(from, held);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    openOf: () => coordinators,
  };
}
