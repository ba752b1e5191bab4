/**
 * Every way in which a session can fail, and whom that is held against.
 * @module
 */
import type { Evidence } from './evidence.ts';
import type { Seat } from './session.ts';

/** Why a contribution to a key generation is refused; capitals are COCKTAIL's own checks. */
export type RevealFault =
  | 'length'
  | 'MSG_SHORT'
  | 'BAD_ELEMENT'
  | 'FRAME_SHORT'
  | 'FRAME_MIN'
  | 'FRAME_MAX'
  | 'TRAILING'
  | 'COMMIT_LEN'
  | 'POP'
  | 'POKE'
  /** Another constant term than the dealer's weighted share of the base. */
  | 'CONSTANT';

/** What a receiver found in the ciphertext dealt to it. */
export type ShareFault = 'DECRYPT' | 'PLAINTEXT_SHORT' | 'PLAINTEXT_SCALAR' | 'VSS';

/** Why a session could not succeed, as data: all that a report, a log or a test needs. */
export type FaultDetail =
  // Ceremonies.
  | { readonly code: 'equivocation'; readonly culprit: Seat; readonly round: number }
  | { readonly code: 'malformed-message'; readonly culprit: Seat; readonly round: number }
  | { readonly code: 'bad-join'; readonly culprit: Seat }
  | { readonly code: 'commit-mismatch'; readonly culprit: Seat }
  | { readonly code: 'bad-reveal'; readonly culprit: Seat; readonly why: RevealFault }
  | { readonly code: 'bad-share'; readonly culprit: Seat; readonly witness: Seat }
  | { readonly code: 'false-complaint'; readonly culprit: Seat; readonly accused: Seat }
  | { readonly code: 'bad-certificate'; readonly culprit: Seat }
  /** A complaint that is about nothing this member knows of: evidence against nobody. */
  | { readonly code: 'void-complaint'; readonly seats: readonly Seat[] }
  | { readonly code: 'group-mismatch'; readonly seats: readonly Seat[] }
  | { readonly code: 'context-mismatch'; readonly seats: readonly Seat[] }
  | { readonly code: 'root-mismatch'; readonly seats: readonly Seat[] }
  | { readonly code: 'session-mismatch'; readonly seats: readonly Seat[] }
  | { readonly code: 'transcript-mismatch'; readonly seats: readonly Seat[] }
  | { readonly code: 'same-secret'; readonly seats: readonly Seat[] }
  | { readonly code: 'session-seen' }
  | { readonly code: 'identity-key' }
  /** What was dealt is shares of another key: a bug, as every dealer's part was checked. */
  | { readonly code: 'other-key' }
  /** Those who have to accept before anything is dealt have not. */
  | { readonly code: 'not-accepted' }
  | { readonly code: 'timeout'; readonly round: number; readonly missing: readonly Seat[] }
  // Signing.
  | { readonly code: 'invalid-share'; readonly culprit: Seat }
  | { readonly code: 'conflicting-shares'; readonly culprit: Seat }
  | { readonly code: 'invalid-coordinator-share'; readonly culprit: Seat }
  | { readonly code: 'mixed-epochs'; readonly culprit: Seat }
  | { readonly code: 'bad-envelope'; readonly culprit: Seat }
  | { readonly code: 'invalid-signature' }
  | { readonly code: 'refused'; readonly by: readonly Seat[]; readonly reason: string }
  | {
      readonly code: 'threshold';
      readonly need: number;
      readonly have: number;
      readonly missing: readonly Seat[];
      readonly sent: boolean;
    }
  /** A bug of ours, or the session was cancelled. */
  | { readonly code: 'local' };

/** A session ended as the protocol allows: someone broke it, or we refused. Not a bug of ours. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly detail: FaultDetail;
  readonly evidence: Evidence | undefined;

  constructor(detail: FaultDetail, evidence?: Evidence, options?: ErrorOptions) {
    super(detail.code, options);
    this.detail = detail;
    this.evidence = evidence;
  }
}

/**
 * PROOF: evidence convinces everyone. LOCAL: seen here, cannot be proved to others. TIMEOUT:
 * silence, which proves nothing about anybody. CONFIG: parameters differ, nobody is at fault.
 */
export type FaultClass = 'PROOF' | 'LOCAL' | 'TIMEOUT' | 'CONFIG';

export type Blame = {
  readonly class: FaultClass;
  /** Shown to be faulty. */
  readonly culprits: readonly Seat[];
  /** Maybe faulty, maybe not: never more than a hint to people. */
  readonly suspects: readonly Seat[];
};

/** Whom a fault is held against, and how far that goes. */
export function blame(detail: FaultDetail): Blame {
  switch (detail.code) {
    case 'equivocation':
    case 'malformed-message':
    case 'bad-join':
    case 'commit-mismatch':
    case 'bad-reveal':
    case 'bad-share':
    case 'false-complaint':
    case 'bad-certificate':
    case 'invalid-share':
    case 'conflicting-shares':
    case 'invalid-coordinator-share':
    case 'mixed-epochs':
      return { class: 'PROOF', culprits: [detail.culprit], suspects: [] };
    case 'bad-envelope':
      return { class: 'LOCAL', culprits: [detail.culprit], suspects: [] };
    case 'timeout':
    case 'threshold':
      return { class: 'TIMEOUT', culprits: [], suspects: detail.missing };
    case 'group-mismatch':
    case 'context-mismatch':
    case 'root-mismatch':
    case 'session-mismatch':
    case 'transcript-mismatch':
    case 'same-secret':
    case 'void-complaint':
      return { class: 'CONFIG', culprits: [], suspects: detail.seats };
    case 'session-seen':
    case 'identity-key':
    case 'other-key':
    case 'not-accepted':
    case 'invalid-signature':
    case 'refused':
    case 'local':
      return { class: 'CONFIG', culprits: [], suspects: [] };
  }
}
