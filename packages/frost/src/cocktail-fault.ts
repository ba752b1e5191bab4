/** How COCKTAIL-DKG can fail, by the names of its checks. */

export type CocktailCode =
  | 'SETUP' // sizes do not fit
  | 'SETUP_DUP' // a static key appears twice
  | 'SETUP_KEY' // a static key does not decode, or is not ours where it should be
  | 'MSG_SHORT' // shorter than its fixed part
  | 'BAD_ELEMENT' // an element or scalar of the fixed part does not decode
  | 'FRAME_SHORT' // a ciphertext ends early
  | 'FRAME_MIN' // a ciphertext is too short to hold a share
  | 'FRAME_MAX' // a ciphertext is longer than allowed
  | 'TRAILING' // bytes after the end
  | 'COMMIT_LEN' // not exactly minSigners elements
  | 'POP' // the proof of possession does not verify
  | 'DECRYPT' // the ciphertext does not open
  | 'PLAINTEXT_SHORT' // the plaintext is shorter than a scalar
  | 'PLAINTEXT_SCALAR' // the plaintext does not begin with a scalar
  | 'VSS' // the share is not on the committed polynomial
  | 'FINAL' // shares and commitments disagree in sum: our own bug
  | 'IDENTITY' // the key, a verifying share or the share is zero: retry
  | 'CERT_LEN' // not one certificate signature of each
  | 'CERT' // a certificate signature does not verify
  | 'T_SUITE' // a transcript of another suite
  | 'T_SHORT' // a transcript ends early
  | 'T_BAD' // a transcript holds impossible values
  | 'T_TRAILING' // a transcript goes on behind its end
  | 'R_INDEX' // the static key belongs to nobody in the transcript, or to two
  | 'R_TRAILING'; // a recovery bundle goes on behind its end

/** A COCKTAIL check failed. `culprit` is the index (1 … n) of whom it points at, where known. */
export class CocktailFault extends Error {
  override readonly name = 'CocktailFault';
  readonly code: CocktailCode;
  readonly culprit: number | undefined;

  constructor(code: CocktailCode, culprit?: number) {
    super(culprit === undefined ? code : `${code} by ${culprit}`);
    this.code = code;
    this.culprit = culprit;
  }
}
