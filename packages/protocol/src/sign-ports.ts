/**
 * What signing needs of the node around it: what a signer knows of its keys, nonces that exist
 * once, and the coordinator's view of a group.
 * @module
 */
import type {
  Ciphersuite,
  DerivationRoot,
  Identifier,
  KeyPackage,
  PublicKeyPackage,
  SigningNonces,
} from '@permafrost/frost';
import type { OfferProof } from './offers.ts';
import type { Refusal, SignatureRequest } from './request.ts';
import type { Seat } from './session.ts';
import type { KeyRecord } from './sign-evidence.ts';

/** A key's shares of one epoch, as this node holds them. */
export type SignerEpoch = {
  readonly epochId: Uint8Array;
  /** Host keys in order of identifiers. */
  readonly members: readonly Uint8Array[];
  /** In the form that signs: even y and tweaked where the suite wants it. */
  readonly key: KeyPackage;
  /** `test`: complete, and only the test signature may be made. */
  readonly use: 'sign' | 'test';
};

/** What a signer knows of a key. */
export type SignerKey = {
  readonly keyId: Uint8Array;
  readonly suite: Ciphersuite;
  /** As `Ciphersuite.encodePublicKey` gives it. */
  readonly publicKey: Uint8Array;
  /** Where its children come from: the same in every epoch. */
  readonly root: DerivationRoot;
  readonly state: 'pending' | 'confirmed' | 'active' | 'suspended' | 'destroyed';
  readonly purpose: 'sign';
  /** The active epoch; during a change also the one before, or one that waits for its test. */
  readonly epochs: readonly SignerEpoch[];
  /** Longest window of a request, milliseconds. */
  readonly windowMsMax?: number;
};

/** What became of an attempt to use a nonce. */
export type Take =
  | { readonly type: 'taken'; readonly nonces: SigningNonces }
  /** The same request came before: this is the share that it got. */
  | { readonly type: 'again'; readonly share: Uint8Array }
  | { readonly type: 'refused'; readonly why: 'unknown' | 'used' | 'clock' };

/** Nonces that exist once. */
export type NonceSource = {
  /** The offer as it was made, if this nonce is still there or its answer is kept. */
  readonly offered: (nonceId: number) => Uint8Array | undefined;
  /** One step: whatever happens afterwards, no other request will get this nonce. */
  readonly take: (use: {
    readonly nonceId: number;
    readonly reqHash: Uint8Array;
    /** Wall clock minus monotonic clock, now. */
    readonly clockDifferenceMs: number;
  }) => Take;
  /** Keeps the share for the same request to be answered again. */
  readonly keep: (nonceId: number, share: Uint8Array) => void;
};

/** A request on its way through a signer's checks. */
export type Claim = {
  readonly request: SignatureRequest;
  readonly requestId: Uint8Array;
  readonly reqHash: Uint8Array;
  /** Host key of the coordinator. */
  readonly coordinator: Uint8Array;
  readonly canary: boolean;
  readonly minSigners: number;
  readonly maxSigners: number;
};

/** What the checks need of the node. All synchronous. */
export type SignerPorts = {
  readonly key: (keyId: Uint8Array) => SignerKey | undefined;
  /** Ed25519 key of a requester's PeerId, decoded and order-checked; undefined for any other. */
  readonly requesterKey: (peerId: Uint8Array) => Uint8Array | undefined;
  readonly isRequester: (keyId: Uint8Array, peerId: Uint8Array) => boolean;
  /** One request for each idempotency key, and not too many answers for one coordinator. */
  readonly claim: (claim: Claim) => Refusal | undefined;
  /** This node's own rules, on the very bytes that would be signed. */
  readonly policy: (claim: Claim) => Refusal | undefined;
  readonly nonces: NonceSource;
};

/** The coordinator as the transport knows it, and the two clocks. */
export type Arrival = {
  readonly fromHostPub: Uint8Array;
  /** The boot that it announced last. */
  readonly fromBootId: Uint8Array;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  readonly clockDifferenceMs: number;
};

/** A coordinator's own part as a signer, through the same checks as everybody's. */
export type OwnSigner = {
  readonly seat: Identifier;
  /** A fresh offer of our own to ourselves; undefined when we have none to give. */
  readonly offer: () => OfferProof | undefined;
  /** Our share for a core: takes our nonce with it before anything is computed. */
  readonly answer: (
    core: Uint8Array,
  ) =>
    | { readonly type: 'share'; readonly share: Uint8Array }
    | ({ readonly type: 'refused' } & Refusal);
};

/** Offers that owners made to this coordinator. Shared by all its requests. */
export type OfferPool = {
  readonly has: (owner: Seat) => boolean;
  /** Gives one away for good. */
  readonly take: (owner: Seat) => OfferProof | undefined;
};

export type CoordinateOptions = {
  readonly suite: Ciphersuite;
  readonly keyId: Uint8Array;
  readonly epochId: Uint8Array;
  /** In the form that signs, of the very child that the request asks for. */
  readonly publicKeys: PublicKeyPackage;
  /** Host keys in order of seats. */
  readonly members: readonly Uint8Array[];
  /** Our own seat in the group: whence SignRequests come. */
  readonly seat: Seat;
  /** Undefined when we hold no share that we could sign with. */
  readonly own: OwnSigner | undefined;
  /** Connected members other than ourselves, whom we prefer first. */
  readonly candidates: readonly Seat[];
  readonly request: SignatureRequest;
  readonly canary: boolean;
  readonly pool: OfferPool;
  /** Whose shares are checked as they come in. For a test signature: everybody's. */
  readonly isSuspect: (seat: Seat) => boolean;
  /** How long an attempt may wait for its signers before others are asked; looked at each time. */
  readonly hedgeMs: () => number;
  /** What is left of the request's time. Whoever is connected and slow is waited for until then. */
  readonly leftMs: () => number;
  /** How long to wait for members that lost their connection since the request began. */
  readonly graceMs: number;
  /** Offers to ask a member for at once, 1 to 64. */
  readonly offersAtOnce: number;
  /** What evidence about a share needs; without it faults are reported bare. */
  readonly record: KeyRecord | undefined;
};
