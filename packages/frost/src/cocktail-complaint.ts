/**
 * A complaint that anyone can judge (ours): the complainer reveals both Diffie–Hellman values it
 * shares with the accused dealer and proves, with one witness d, that P = d·B, Se = d·E, Sd = d·P'.
 * Everyone can then open the disputed ciphertext.
 *
 * Only to be made or heeded after the accused proved that it knows the logarithms of its static
 * and ephemeral keys in this session: else the complaint is a Diffie–Hellman oracle for old
 * ciphertexts. Static keys are fresh per session and die with it.
 */

import { ascii, concat, u16 } from './bytes.ts';
import type { DhKeys } from './cocktail-channel.ts';
import { receiverDh } from './cocktail-channel.ts';
import { HS } from './hash.ts';
import { randomScalar } from './random.ts';
import type { CocktailSuite, Element, Random, Scalar } from './suite.ts';

/** What the proof is about; all of it is hashed. Indexes 1 … 65535. */
export type ComplaintStatement = {
  readonly context: Uint8Array;
  readonly accused: number;
  readonly complainer: number;
  /** SHA-512 of the accused's whole body, 64 bytes. */
  readonly bodyHash: Uint8Array;
  readonly complainerKey: Element;
  readonly ephemeral: Element;
  readonly accusedKey: Element;
};

/** Ne(Se) ‖ Ne(Sd) ‖ Ns(c) ‖ Ns(z). */
export function complaintProofBytes(suite: CocktailSuite): number {
  return 2 * suite.elementBytes + 2 * suite.scalarBytes;
}

function challengeOf(
  suite: CocktailSuite,
  statement: ComplaintStatement,
  dh: DhKeys,
  announcements: readonly [Element, Element, Element],
): Scalar {
  const { context, accused, complainer, bodyHash } = statement;
  if (bodyHash.length !== 64) throw new RangeError('body hash must have 64 bytes');
  const elements = [
    statement.complainerKey,
    statement.ephemeral,
    statement.accusedKey,
    dh.se,
    dh.sd,
    ...announcements,
  ];
  return HS(
    suite,
    'cocktail/dleq3',
    ascii(suite.id),
    context,
    u16(accused),
    u16(complainer),
    bodyHash,
    ...elements.map((element) => suite.encodeElement(element)),
  );
}

/** The proof by the holder of the complainer's static secret; fresh randomness. */
export function makeComplaintProof(
  suite: CocktailSuite,
  statement: ComplaintStatement,
  staticSecret: Scalar,
  random: Random,
): Uint8Array {
  const { group, order } = suite;
  const dh = receiverDh(suite, staticSecret, statement.ephemeral, statement.accusedKey);
  const k = randomScalar(suite, random);
  const c = challengeOf(suite, statement, dh, [
    group.multiplyBase(k),
    group.multiply(statement.ephemeral, k),
    group.multiply(statement.accusedKey, k),
  ]);
  const z = (k + c * staticSecret) % order;
  return concat(
    suite.encodeElement(dh.se),
    suite.encodeElement(dh.sd),
    suite.encodeScalar(c),
    suite.encodeScalar(z),
  );
}

/**
 * The revealed values when the proof holds, undefined when it does not. DecodeError on malformed
 * bytes. A proof that does not hold is the complainer's fault only if the statement is certainly
 * the one it signed for.
 */
export function verifyComplaintProof(
  suite: CocktailSuite,
  statement: ComplaintStatement,
  proof: Uint8Array,
): DhKeys | undefined {
  const { group, order, elementBytes, scalarBytes } = suite;
  const at = 2 * elementBytes;
  const se = suite.decodeElement(proof.subarray(0, elementBytes));
  const sd = suite.decodeElement(proof.subarray(elementBytes, at));
  const c = suite.decodeScalar(proof.subarray(at, at + scalarBytes));
  const z = suite.decodeScalar(proof.subarray(at + scalarBytes));
  const minusC = (order - c) % order;
  function announcement(base: Element, value: Element): Element {
    return group.msm([base, value], [z, minusC]);
  }
  const announcements = [
    announcement(group.base, statement.complainerKey),
    announcement(statement.ephemeral, se),
    announcement(statement.accusedKey, sd),
  ] as const;
  // The identity cannot be encoded, and no honest announcement is one.
  if (announcements.some(group.isIdentity)) return undefined;
  const dh = { se, sd };
  return challengeOf(suite, statement, dh, announcements) === c ? dh : undefined;
}
