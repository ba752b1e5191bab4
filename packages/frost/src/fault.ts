/** The ways in which someone else's contribution can be wrong. */

import type { Identifier } from './identifier.ts';

export type FrostFaultDetail =
  /** The signature does not verify, and these shares are why. */
  | { readonly code: 'invalid-signature-share'; readonly culprits: readonly Identifier[] }
  /** Every share verifies and the signature does not: mixed epochs, or a bug of ours. */
  | { readonly code: 'invalid-signature' }
  /** The commitments cancel out: abort and retry with fresh ones. */
  | { readonly code: 'identity-group-commitment' };

/** Thrown when signing cannot succeed although we were called correctly. Carries data. */
export class FrostFault extends Error {
  override readonly name = 'FrostFault';
  readonly detail: FrostFaultDetail;

  constructor(detail: FrostFaultDetail) {
    super(detail.code);
    this.detail = detail;
  }
}
