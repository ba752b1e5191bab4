/**
 * A ciphersuite is a value: a prime-order group, its encodings and its hash functions.
 *
 * Everything else in this package (and in the packages above) works on values of these types only,
 * so another backend, or a toy group for simulations, is one more value and no other change.
 */

/** A residue modulo the group order: 0 … q − 1. */
export type Scalar = bigint;

declare const elementBrand: unique symbol;
/**
 * A member of the prime-order group. Opaque: only the suite that made it can look inside. What a
 * decoder returns is never the identity; results of arithmetic may be.
 */
export type Element = { readonly [elementBrand]: 'element' };

/** Fills a fresh array with `length` random bytes. Ours to call, never to keep. */
export type Random = (length: number) => Uint8Array;

/** The ciphersuites this package provides. */
export type SuiteId = 'ed25519' | 'ristretto255' | 'p256' | 'ed448' | 'secp256k1' | 'secp256k1-tr';

/**
 * Group operations. "Public" operations take variable time: never give them a secret scalar.
 * Scalars are 0 … q − 1 everywhere, zero included.
 */
export type Group = {
  /** 1: every point that decodes is of prime order. */
  readonly cofactor: number;
  readonly base: Element;
  readonly zero: Element;
  readonly add: (a: Element, b: Element) => Element;
  readonly subtract: (a: Element, b: Element) => Element;
  readonly negate: (a: Element) => Element;
  readonly equals: (a: Element, b: Element) => boolean;
  readonly isIdentity: (a: Element) => boolean;
  /** Secret scalar, any element. */
  readonly multiply: (a: Element, scalar: Scalar) => Element;
  /** Secret scalar, generator. */
  readonly multiplyBase: (scalar: Scalar) => Element;
  /** Public scalar, any element; fast for an element given to `precompute` before. */
  readonly multiplyPublic: (a: Element, scalar: Scalar) => Element;
  /** Public scalar, generator. */
  readonly multiplyBasePublic: (scalar: Scalar) => Element;
  /**
   * z·B + c·a for public scalars: the two sides of a verification. In one walk, unless tables for
   * `a` were prepared.
   */
  readonly multiplyAddPublic: (z: Scalar, a: Element, c: Scalar) => Element;
  readonly sum: (elements: readonly Element[]) => Element;
  /** Σ scalarₖ·elementₖ over public data; arrays of one length. */
  readonly msm: (elements: readonly Element[], scalars: readonly Scalar[]) => Element;
  /** Σ xᵏ·commitmentₖ over public data: a committed polynomial at x. */
  readonly horner: (commitment: readonly Element[], x: Scalar) => Element;
  /** Prepares tables that make `multiplyPublic` of this very value fast (milliseconds, memory). */
  readonly precompute: (a: Element) => void;
  /** Only meaningful on short Weierstrass curves; true elsewhere. */
  readonly hasEvenY: (a: Element) => boolean;
  /** Whether q·a is the identity; always true where the cofactor is 1. */
  readonly isTorsionFree: (a: Element) => boolean;
};

/** Encodings of scalars and elements. Decoders throw DecodeError and accept one form only. */
export type Encodings = {
  readonly order: bigint;
  readonly scalarBytes: number;
  readonly elementBytes: number;
  readonly encodeScalar: (scalar: Scalar) => Uint8Array;
  /** Canonical, 0 … q − 1. */
  readonly decodeScalar: (bytes: Uint8Array) => Scalar;
  /** As decodeScalar, and not 0: identifiers, nonces, signing shares, coefficients. */
  readonly decodeNonZeroScalar: (bytes: Uint8Array) => Scalar;
  readonly encodeElement: (element: Element) => Uint8Array;
  /** Canonical, on the curve, not the identity, in the prime-order subgroup. */
  readonly decodeElement: (bytes: Uint8Array) => Element;
  /**
   * As decodeElement, without the check of the order. Only for R of a Schnorr signature whose
   * equation is then checked exactly, singly and under an order-checked key: that implies it.
   */
  readonly decodeElementForEquation: (bytes: Uint8Array) => Element;
};

/** COCKTAIL-DKG (C2SP cocktail-dkg v0.2.1) over this group: its hashes and its AEAD. */
export type CocktailSuite = Encodings & {
  /** The exact suite id string of the specification, in ASCII. */
  readonly id: string;
  readonly group: Group;
  /** Ne + Ns. */
  readonly signatureBytes: number;
  /** The suite hash H: 64 bytes (SHA-512, SHAKE256) or 32 (SHA-256). */
  readonly hash: (message: Uint8Array) => Uint8Array;
  /** HashToScalar under the NONCE prefix. */
  readonly nonceScalar: (message: Uint8Array) => Scalar;
  /** HashToScalar under the H7 prefix. */
  readonly challengeScalar: (message: Uint8Array) => Scalar;
  /** Key (32 bytes) and iv (24 bytes) of one ciphertext, through H6. */
  readonly deriveKey: (input: {
    readonly secret: Uint8Array;
    readonly ephemeral: Uint8Array;
    readonly sender: Uint8Array;
    readonly receiver: Uint8Array;
    readonly context: Uint8Array;
  }) => { readonly key: Uint8Array; readonly iv: Uint8Array };
  readonly ecdhEncode: (shared: Element) => Uint8Array;
  /** Empty associated data; output is ciphertext ‖ 16-byte tag. */
  readonly seal: (key: Uint8Array, iv: Uint8Array, plaintext: Uint8Array) => Uint8Array;
  /** undefined: the tag does not fit. */
  readonly open: (key: Uint8Array, iv: Uint8Array, sealed: Uint8Array) => Uint8Array | undefined;
};

/** FROST (RFC 9591) over a group. */
export type Ciphersuite = Encodings & {
  readonly id: string;
  readonly contextString: string;
  readonly signatureBytes: number;
  /** BIP 340: keys and group commitments are used in their form with even y. */
  readonly evenY: boolean;
  readonly group: Group;
  readonly h1: (message: Uint8Array) => Scalar;
  /** H2 over the encoded group commitment, the encoded verifying key and the message. */
  readonly challenge: (r: Uint8Array, verifyingKey: Uint8Array, message: Uint8Array) => Scalar;
  readonly h3: (message: Uint8Array) => Scalar;
  readonly h4: (message: Uint8Array) => Uint8Array;
  readonly h5: (message: Uint8Array) => Uint8Array;
  readonly hdkg: (message: Uint8Array) => Scalar;
  readonly hid: (message: Uint8Array) => Scalar;
  /** What verifiers outside call the public key: x-only, 32 bytes, for secp256k1-tr. */
  readonly encodePublicKey: (verifyingKey: Element) => Uint8Array;
  readonly encodeSignature: (r: Uint8Array, z: Scalar) => Uint8Array;
  /** The final check, independent of the signing code. Never throws on malformed input. */
  readonly verify: (input: {
    readonly publicKey: Uint8Array;
    readonly message: Uint8Array;
    readonly signature: Uint8Array;
  }) => boolean;
  readonly cocktail: CocktailSuite;
};
