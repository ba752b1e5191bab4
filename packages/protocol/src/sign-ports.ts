/**
 * What one signer knows, and what the checks of a request need of the node around them.
 * @module
 */
import type { Ciphersuite, KeyPackage, SigningNonces } from '@permafrost/frost';
import type { Refusal, SignatureRequest } from './request.ts';

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
