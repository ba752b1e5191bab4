// Signatures first, bodies follow: replaced by the real files.
import type { Ciphersuite, CocktailSuite, Element, Group, Random, Scalar, SuiteId } from './suite.ts';
declare const identifierBrand: unique symbol;
export type Identifier = number & { readonly [identifierBrand]: true };
export declare function identifier(n: number): Identifier;
export declare function ascending(ids: Iterable<Identifier>): Identifier[];
export declare class DecodeError extends Error {}
export declare const suites: ReadonlyMap<SuiteId, Ciphersuite>;
export declare function ciphersuite(id: string): Ciphersuite;
/** For a toy suite: SHA-512 hashes, little-endian 32-byte scalars, any group. */
export declare function sha512Suite(o: {
  readonly id: string; readonly contextString: string; readonly group: Group; readonly order: bigint;
  readonly elementBytes: number; readonly encodeElement: (e: Element) => Uint8Array; readonly decodeElement: (b: Uint8Array) => Element;
  readonly cocktailId: string; readonly cocktailLabel: string;
}): Ciphersuite;
/** sum, msm, horner, … from add/negate/equals/multiply. */
export declare function genericGroup(o: { readonly base: Element; readonly zero: Element; readonly add: (a: Element, b: Element) => Element; readonly negate: (a: Element) => Element; readonly equals: (a: Element, b: Element) => boolean; readonly multiply: (a: Element, s: Scalar) => Element }): Group;
// hash.ts
export declare const APP: string;
export declare function LP(bytes: Uint8Array): Uint8Array;
export declare function list(items: readonly Uint8Array[]): Uint8Array;
export declare function TH(tag: string, ...args: readonly Uint8Array[]): Uint8Array;
export declare function HS(suite: { readonly order: bigint }, tag: string, ...args: readonly Uint8Array[]): Scalar;
export declare function u8(n: number): Uint8Array;
export declare function u16(n: number): Uint8Array;
export declare function u32(n: number): Uint8Array;
export declare function u64(n: number | bigint): Uint8Array;
export declare function ascii(text: string): Uint8Array;
export declare function utf8(text: string): Uint8Array;
export declare function concat(...parts: readonly Uint8Array[]): Uint8Array;
export declare function toHex(bytes: Uint8Array): string;
export declare function fromHex(text: string): Uint8Array;
export declare function equalBytes(a: Uint8Array, b: Uint8Array): boolean;
export declare function constantTimeEqual(a: Uint8Array, b: Uint8Array): boolean;
export declare function sha512(m: Uint8Array): Uint8Array;
export declare function sha256(m: Uint8Array): Uint8Array;
export type Native = { readonly sha512?: (m: Uint8Array) => Uint8Array; readonly sha256?: (m: Uint8Array) => Uint8Array; readonly verifyEd25519?: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean };
export declare function installNative(native: Native): void;
// ed25519-signature.ts
export declare function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
/** Throws DecodeError. */
export declare function checkEd25519PublicKey(publicKey: Uint8Array): void;
export declare function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array;
export declare function ed25519PublicKey(seed: Uint8Array): Uint8Array;
// random.ts: refuses zeros, constants, short reads, repeats
export declare function checkedRandom(random: Random): Random;
export declare function randomScalar(suite: { readonly order: bigint }, random: Random): Scalar; // 1 … q-1
// secret.ts
export declare class Secret { constructor(bytes: Uint8Array); reveal(): Uint8Array; erase(): void; get erased(): boolean }
// keys.ts
export type Threshold = { readonly minSigners: number; readonly maxSigners: number };
export type PublicKeyPackage = { readonly suite: Ciphersuite; readonly minSigners: number; readonly verifyingKey: Element; readonly verifyingShares: ReadonlyMap<Identifier, Element> };
export type KeyPackage = { readonly identifier: Identifier; readonly signingShare: Secret; readonly publicKeys: PublicKeyPackage };
export declare function toSigningKeys(raw: KeyPackage): KeyPackage;
export declare function toSigningPublicKeys(raw: PublicKeyPackage): PublicKeyPackage;
/** Throws unless s_i·B == Y_i, Y is Σ λY_i over the first t, sizes right. */
export declare function checkKeyPackage(key: KeyPackage): void;
export declare function checkPublicKeyPackage(keys: PublicKeyPackage): void;
/** Trusted dealer, for tests, simulations and vectors only. */
export declare function dealKeys(o: { readonly suite: Ciphersuite; readonly minSigners: number; readonly identifiers: readonly Identifier[]; readonly random: Random; readonly secret?: Scalar }): ReadonlyMap<Identifier, KeyPackage>;
// signing.ts
export type NonceCommitments = { readonly hiding: Element; readonly binding: Element; readonly hidingBytes: Uint8Array; readonly bindingBytes: Uint8Array };
export type SigningNonces = { readonly hiding: Secret; readonly binding: Secret; readonly commitments: NonceCommitments };
export type SigningPackage = { readonly message: Uint8Array; readonly commitments: ReadonlyMap<Identifier, NonceCommitments> };
export declare function commit(key: KeyPackage, random: Random): { readonly nonces: SigningNonces; readonly commitments: NonceCommitments };
export declare function decodeNonceCommitments(suite: Ciphersuite, hidingBytes: Uint8Array, bindingBytes: Uint8Array): NonceCommitments;
export declare function sign(pkg: SigningPackage, nonces: SigningNonces, key: KeyPackage): Uint8Array;
export declare function verifySignatureShare(pkg: SigningPackage, id: Identifier, share: Uint8Array, publicKeys: PublicKeyPackage): boolean;
export declare function aggregate(pkg: SigningPackage, shares: ReadonlyMap<Identifier, Uint8Array>, publicKeys: PublicKeyPackage): Uint8Array;
// fault.ts
export type FrostFaultDetail =
  | { readonly code: 'invalid-signature-share'; readonly culprits: readonly Identifier[] }
  | { readonly code: 'invalid-signature' }             // all shares verify, the signature does not
  | { readonly code: 'identity-group-commitment' };
export declare class FrostFault extends Error { readonly detail: FrostFaultDetail }
// polynomial.ts, vss.ts
export declare function evaluate(coefficients: readonly Scalar[], x: Scalar, order: bigint): Scalar;
export declare function interpolatingValue(xs: readonly Scalar[], xi: Scalar, order: bigint, at?: Scalar): Scalar;
export declare function commitPolynomial(suite: { readonly group: Group }, coefficients: readonly Scalar[]): Element[];
/** share·B == Σ x^k·C_k. */
export declare function verifyShare(suite: { readonly group: Group }, commitment: readonly Element[], x: Scalar, share: Scalar): boolean;
export declare function sumCommitments(suite: { readonly group: Group }, commitments: readonly (readonly Element[])[]): Element[];
// cocktail.ts: all take suite.cocktail
export type CocktailCode = 'SETUP' | 'SETUP_DUP' | 'SETUP_KEY' | 'MSG_SHORT' | 'BAD_ELEMENT' | 'FRAME_SHORT' | 'FRAME_MIN' | 'FRAME_MAX' | 'TRAILING' | 'COMMIT_LEN' | 'POP' | 'DECRYPT' | 'PLAINTEXT_SHORT' | 'PLAINTEXT_SCALAR' | 'VSS' | 'FINAL' | 'IDENTITY' | 'CERT_LEN' | 'CERT' | 'T_SUITE' | 'T_SHORT' | 'T_TRAILING' | 'R_INDEX' | 'R_TRAILING';
export declare class CocktailFault extends Error { readonly code: CocktailCode; readonly culprit: number | undefined }
export declare function schnorrSign(suite: CocktailSuite, secret: Scalar, message: Uint8Array): Uint8Array;
export declare function schnorrVerify(suite: CocktailSuite, publicKey: Element, message: Uint8Array, signature: Uint8Array): boolean;
/** Throws CocktailFault SETUP…; ownIndex 1…n with its secret is checked when given. */
export declare function checkSetup(suite: CocktailSuite, o: { readonly minSigners: number; readonly maxSigners: number; readonly publicKeys: readonly Uint8Array[]; readonly own?: { readonly index: number; readonly secret: Scalar } }): readonly Element[];
export declare function cocktailContext(suite: CocktailSuite, sid: Uint8Array, publicKeys: readonly Element[]): Uint8Array;
export type Receiver = { readonly x: Scalar; readonly publicKey: Element };
export declare function deal(o: { readonly suite: CocktailSuite; readonly context: Uint8Array; readonly minSigners: number;
  readonly staticSecret: Scalar; readonly receivers: readonly Receiver[]; readonly random: Random;
  /** a_0 for refresh and reshare. */ readonly constant?: Scalar;
  /** Vectors only: all coefficients and the ephemeral secret. */ readonly given?: { readonly coefficients: readonly Scalar[]; readonly ephemeralSecret: Scalar };
  readonly payloads?: readonly Uint8Array[] }): { readonly message: Uint8Array; readonly commitment: readonly Element[]; readonly ephemeralSecret: Scalar; readonly ephemeral: Element };
export type Deal = { readonly commitment: readonly Element[]; readonly proof: Uint8Array; readonly ephemeral: Element; readonly ciphertexts: readonly Uint8Array[]; readonly head: Uint8Array /* C ‖ E as sent, what the PoP covers */ };
/** Throws CocktailFault (no culprit: the caller knows whose bytes they are). */
export declare function parseDeal(suite: CocktailSuite, o: { readonly bytes: Uint8Array; readonly minSigners: number; readonly receivers: number; readonly ciphertextBytesMax: number }): Deal;
export declare function verifyProofOfPossession(suite: CocktailSuite, context: Uint8Array, deal: Deal): boolean;
export type DhKeys = { readonly se: Element; readonly sd: Element };
export declare function receiverDh(suite: CocktailSuite, staticSecret: Scalar, ephemeral: Element, sender: Element): DhKeys;
/** Raw AEAD between static keys + ephemeral (repair uses these directly). */
export declare function sealTo(suite: CocktailSuite, o: { readonly context: Uint8Array; readonly dh: DhKeys; readonly ephemeral: Element; readonly sender: Element; readonly receiver: Element; readonly plaintext: Uint8Array }): Uint8Array;
export declare function openFrom(suite: CocktailSuite, o: { readonly context: Uint8Array; readonly dh: DhKeys; readonly ephemeral: Element; readonly sender: Element; readonly receiver: Element; readonly ciphertext: Uint8Array }): Uint8Array | undefined;
export type Opened = { readonly type: 'opened'; readonly share: Scalar; readonly payload: Uint8Array } | { readonly type: 'fault'; readonly code: 'DECRYPT' | 'PLAINTEXT_SHORT' | 'PLAINTEXT_SCALAR' | 'VSS' };
/** commitment = deal.commitment, x = receiver's index (or [Δ_ij], any x, in repair). */
export declare function openShare(suite: CocktailSuite, o: { readonly context: Uint8Array; readonly dh: DhKeys; readonly ephemeral: Element; readonly sender: Element; readonly receiver: Receiver; readonly ciphertext: Uint8Array; readonly commitment: readonly Element[] }): Opened;
/** x_i, Y, Y_m; throws CocktailFault FINAL | IDENTITY. receivers in order. */
export declare function finish(suite: CocktailSuite, o: { readonly commitments: readonly (readonly Element[])[]; readonly own?: { readonly x: Scalar; readonly shares: readonly Scalar[] }; readonly receivers: readonly Scalar[] }): { readonly share: Scalar | undefined; readonly verifyingKey: Element; readonly verifyingShares: readonly Element[]; readonly commitment: readonly Element[] };
export declare function encodeTranscript(suite: CocktailSuite, o: { readonly context: Uint8Array; readonly minSigners: number; readonly publicKeys: readonly Element[]; readonly deals: readonly Deal[]; readonly extension: Uint8Array }): Uint8Array;
export type Transcript = { readonly context: Uint8Array; readonly minSigners: number; readonly maxSigners: number; readonly publicKeys: readonly Element[]; readonly commitments: readonly (readonly Element[])[]; readonly proofs: readonly Uint8Array[]; readonly ephemerals: readonly Element[]; readonly extension: Uint8Array };
export declare function parseTranscript(suite: CocktailSuite, bytes: Uint8Array): Transcript;
/** Ours: dealers ≠ receivers. */
export declare function encodeReshareTranscript(suite: CocktailSuite, o: { readonly context: Uint8Array; readonly minSigners: number; readonly receivers: readonly Element[]; readonly dealers: readonly { readonly oldIndex: number; readonly publicKey: Element; readonly deal: Deal }[]; readonly extension: Uint8Array }): Uint8Array;
export type ReshareTranscript = Transcript & { readonly dealerIndexes: readonly number[]; readonly dealerKeys: readonly Element[] };
export declare function parseReshareTranscript(suite: CocktailSuite, bytes: Uint8Array): ReshareTranscript;
export declare function certify(suite: CocktailSuite, staticSecret: Scalar, transcript: Uint8Array): Uint8Array;
/** Indexes (1…n) of invalid signatures; empty = success. Throws CocktailFault CERT_LEN. */
export declare function checkCertificate(suite: CocktailSuite, publicKeys: readonly Element[], transcript: Uint8Array, signatures: readonly Uint8Array[]): readonly number[];
export declare function encodeBundle(ciphertexts: readonly Uint8Array[]): Uint8Array;
export declare function recover(suite: CocktailSuite, o: { readonly staticSecret: Scalar; readonly transcript: Uint8Array; readonly signatures: readonly Uint8Array[]; readonly bundle: Uint8Array; readonly ciphertextBytesMax: number }): { readonly index: number; readonly share: Scalar; readonly verifyingKey: Element; readonly verifyingShares: readonly Element[]; readonly payloads: readonly Uint8Array[] };
// cocktail-complaint.ts (B6 maths): proof bytes = Ne(Se) ‖ Ne(Sd) ‖ Ns(c) ‖ Ns(z)
export type ComplaintStatement = { readonly context: Uint8Array; readonly accused: number; readonly complainer: number; readonly bodyHash: Uint8Array; readonly complainerKey: Element; readonly ephemeral: Element; readonly accusedKey: Element };
export declare function complaintProofBytes(suite: CocktailSuite): number;
export declare function makeComplaintProof(suite: CocktailSuite, statement: ComplaintStatement, staticSecret: Scalar, random: Random): Uint8Array;
/** Throws DecodeError on malformed bytes; undefined when the equations fail. */
export declare function verifyComplaintProof(suite: CocktailSuite, statement: ComplaintStatement, proof: Uint8Array): DhKeys | undefined;
// derive.ts
export type DerivationPath = readonly number[];
export declare function parsePath(text: string): DerivationPath;   // 'm/0/7' or ''; RangeError
export declare function groupChainCode(keyId: Uint8Array, suite: Ciphersuite, rawVerifyingKey: Element): Uint8Array;
/** The public part that goes with groupKey of true parity (secp256k1-tr: tweaked, not yet even-Y). */
export declare function toDerivationPublicKeys(raw: PublicKeyPackage): PublicKeyPackage;
export type SigningTweak = { readonly path: DerivationPath; readonly chainCode: Uint8Array; readonly taprootMerkleRoot?: Uint8Array };
/** Raw package → the keys actually signed for: path, then optional TapTweak, then even Y. No path and no taproot = toSigningKeys. */
export declare function derivedSigningKeys(raw: KeyPackage, tweak: SigningTweak): KeyPackage;
export declare function derivedSigningPublicKeys(raw: PublicKeyPackage, tweak: SigningTweak): PublicKeyPackage;
export declare function deriveStep(suite: Ciphersuite, parent: Element, chainCode: Uint8Array, index: number): { readonly tweak: Scalar; readonly child: Element; readonly chainCode: Uint8Array };
