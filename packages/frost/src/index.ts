export { type Aead, TAG_BYTES, xaes256Gcm, xchacha20Poly1305 } from './aead.ts';
export {
  ascii,
  bytesBE,
  bytesLE,
  concat,
  constantTimeEqual,
  equalBytes,
  fromHex,
  integerBE,
  integerLE,
  toHex,
  u8,
  u16,
  u32,
  u64,
  utf8,
} from './bytes.ts';
export {
  type Child,
  type ChildKey,
  type ChildPath,
  type DerivationRoot,
  derivationRoot,
  deriveChild,
  deriveKeyPackage,
  derivePublicKeys,
} from './child.ts';
export {
  type Deal,
  deal,
  finish,
  type Opened,
  openShare,
  parseDeal,
  type Receiver,
  verifyProofOfPossession,
} from './cocktail.ts';
export {
  type Channel,
  type DhKeys,
  decodePoints,
  frame,
  openFrom,
  parseFrames,
  receiverDh,
  sealTo,
} from './cocktail-channel.ts';
export {
  type ComplaintStatement,
  complaintProofBytes,
  makeComplaintProof,
  verifyComplaintProof,
} from './cocktail-complaint.ts';
export { type CocktailCode, CocktailFault } from './cocktail-fault.ts';
export { decodeSignature, schnorrSign, schnorrVerify } from './cocktail-schnorr.ts';
export { checkDistinct, checkSetup, cocktailContext } from './cocktail-setup.ts';
export {
  certify,
  checkCertificate,
  encodeBundle,
  encodeReshareTranscript,
  encodeTranscript,
  parseReshareTranscript,
  parseTranscript,
  type Recovered,
  type ReshareTranscript,
  recover,
  type Transcript,
} from './cocktail-transcript.ts';
export {
  type DerivationPath,
  derivePath,
  deriveStep,
  groupChainCode,
  noDerivation,
  parsePath,
} from './derive.ts';
export {
  checkEd25519PublicKey,
  ed25519PublicKey,
  signEd25519,
  verifyEd25519,
} from './ed25519.ts';
export { DecodeError } from './encoding.ts';
export { FrostFault, type FrostFaultDetail } from './fault.ts';
export { sha512Suite } from './frost-suite.ts';
export { genericGroup } from './group.ts';
export {
  APP,
  HS,
  installNative,
  LP,
  list,
  type Native,
  sha256,
  sha512,
  shake256,
  TH,
  taggedHash,
} from './hash.ts';
export { ascending, type Identifier, identifier } from './identifier.ts';
export {
  checkKeyPackage,
  checkPublicKeyPackage,
  dealKeys,
  type KeyPackage,
  type PublicKeyPackage,
  signingScalar,
  type Threshold,
  toGroupKeys,
  toGroupPublicKeys,
  toSigningKeys,
  toSigningPublicKeys,
} from './keys.ts';
export {
  commit,
  decodeNonceCommitments,
  type NonceCommitments,
  type SigningNonces,
} from './nonces.ts';
export { ordersHold } from './orders.ts';
export {
  evaluate,
  interpolate,
  interpolatingValue,
  interpolatingValues,
  mod,
  randomPolynomial,
} from './polynomial.ts';
export { checkedRandom, RandomnessError, randomScalar } from './random.ts';
export {
  checkRepairCommitments,
  repairedShare,
  repairSum,
  repairWeight,
  splitForRepair,
  verifyingShareAt,
} from './repair.ts';
export {
  dealerWeight,
  reshareConstant,
  reshareConstantCommitment,
} from './reshare.ts';
export { Secret } from './secret.ts';

export {
  aggregate,
  type SigningPackage,
  sign,
  verifyingKeyBytes,
  verifySignatureShare,
} from './signing.ts';
export type {
  Ciphersuite,
  CocktailSuite,
  Element,
  Encodings,
  Group,
  Random,
  Scalar,
  SuiteId,
} from './suite.ts';
export { activeBackend, ciphersuite, suites } from './suites.ts';
export {
  commitPolynomial,
  evaluateCommitment,
  sumCommitments,
  verifyShare,
} from './vss.ts';
export { encodeExtendedKey, extendedPublicKey } from './xpub.ts';
