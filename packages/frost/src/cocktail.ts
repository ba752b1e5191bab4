/**
 * COCKTAIL-DKG (C2SP cocktail-dkg v0.2.1): dealing, reading and opening deals, finishing. Pure and
 * for any suite; who talks to whom is not decided here. A deal is what the specification calls
 * msg1: commitment ‖ proof of possession ‖ ephemeral key ‖ one framed ciphertext per receiver.
 */

import { concat } from './bytes.ts';
import {
  type DhKeys,
  decodePoints,
  frame,
  openFrom,
  parseFrames,
  sealTo,
} from './cocktail-channel.ts';
import { CocktailFault } from './cocktail-fault.ts';
import { decodeSignature, schnorrSign, schnorrVerify } from './cocktail-schnorr.ts';
import { DecodeError } from './encoding.ts';
import { evaluate, randomPolynomial } from './polynomial.ts';
import { randomScalar } from './random.ts';
import { reader } from './reader.ts';
import type { CocktailSuite, Element, Random, Scalar } from './suite.ts';
import {
  commitPolynomial,
  evaluateCommitment,
  sumCommitments,
  verifyOwnShares,
  verifyShare,
} from './vss.ts';

/** Someone a share is dealt to: x-coordinate and static public key. */
export type Receiver = { readonly x: Scalar; readonly publicKey: Element };

/**
 * Deals to `receivers`, the dealer included where it is one. Draws minSigners + 1 scalars, or takes
 * `given` ones (vectors only); `constant` fixes the constant term (refresh, reshare). The dealer
 * checks its own evaluations and proof before it returns. The caller uses the ephemeral secret for
 * its own proof, then forgets it; never deal twice with the same keys and context. RangeError on
 * wrong arguments.
 */
export function deal(options: {
  readonly suite: CocktailSuite;
  readonly context: Uint8Array;
  readonly minSigners: number;
  readonly staticSecret: Scalar;
  readonly receivers: readonly Receiver[];
  readonly random: Random;
  readonly constant?: Scalar;
  /** The dealer's own static public key; computed unless given. */
  readonly sender?: Element;
  readonly given?: {
    readonly coefficients: readonly Scalar[];
    readonly ephemeralSecret: Scalar;
  };
  /** One for each receiver; none unless given. */
  readonly payloads?: readonly Uint8Array[];
}): {
  readonly message: Uint8Array;
  readonly commitment: readonly Element[];
  readonly ephemeralSecret: Scalar;
  readonly ephemeral: Element;
  /** What the dealer shares with each receiver. `sd` is the same in the other direction. Secret. */
  readonly dh: readonly DhKeys[];
} {
  const { suite, context, minSigners, staticSecret, receivers, random, given, payloads } = options;
  const { group, order } = suite;
  if (payloads !== undefined && payloads.length !== receivers.length) {
    throw new RangeError('one payload for each receiver');
  }
  if (receivers.length < minSigners) throw new RangeError('fewer receivers than minSigners');
  const coefficients =
    given?.coefficients ??
    randomPolynomial({
      minSigners,
      order,
      random,
      ...(options.constant === undefined ? {} : { constant: options.constant }),
    });
  if (coefficients.length !== minSigners) throw new RangeError('minSigners coefficients');
  const commitment = commitPolynomial(suite, coefficients);
  const ephemeralSecret = given?.ephemeralSecret ?? randomScalar(suite, random);
  const ephemeral = group.multiplyBase(ephemeralSecret);
  const sender = options.sender ?? group.multiplyBase(staticSecret);

  const points = concat(...commitment.map((point) => suite.encodeElement(point)));
  const encodedEphemeral = suite.encodeElement(ephemeral);
  const proof = schnorrSign(
    suite,
    coefficients[0] as Scalar,
    concat(context, points, encodedEphemeral),
    commitment[0],
  );
  const shares = receivers.map(({ x }) => ({ x, share: evaluate(coefficients, x, order) }));
  if (!verifyOwnShares(suite, commitment, shares)) throw new RangeError('own share is wrong');
  const keys = receivers.map(({ publicKey }): DhKeys => {
    // To ourselves the same by way of the generator, whose multiples cost a fraction.
    if (group.equals(publicKey, sender)) {
      return {
        se: group.multiplyBase((ephemeralSecret * staticSecret) % order),
        sd: group.multiplyBase((staticSecret * staticSecret) % order),
      };
    }
    return {
      se: group.multiply(publicKey, ephemeralSecret),
      sd: group.multiply(publicKey, staticSecret),
    };
  });
  const frames = receivers.map(({ publicKey }, k) => {
    const { share } = shares[k] as (typeof shares)[number];
    const dh = keys[k] as DhKeys;
    const plaintext = concat(suite.encodeScalar(share), payloads?.[k] ?? new Uint8Array(0));
    const channel = { context, dh, ephemeral, sender, receiver: publicKey };
    const sealed = sealTo(suite, channel, plaintext);
    plaintext.fill(0);
    return frame(sealed);
  });
  const message = concat(points, proof, encodedEphemeral, ...frames);
  return { message, commitment, ephemeralSecret, ephemeral, dh: keys };
}

/** A deal as read from the wire: every field decoded, nothing verified yet. */
export type Deal = {
  readonly commitment: readonly Element[];
  /** Proof of possession, well-formed. */
  readonly proof: Uint8Array;
  readonly ephemeral: Element;
  readonly ciphertexts: readonly Uint8Array[];
  /** The commitment's and the ephemeral key's bytes, as received. */
  readonly commitmentBytes: Uint8Array;
  readonly ephemeralBytes: Uint8Array;
};

/**
 * Reads a deal. Fixed part first, then exactly `receivers` frames of Ns + 16 … ciphertextBytesMax
 * bytes, then nothing. CocktailFault (its sender is for the caller to add): MSG_SHORT, BAD_ELEMENT,
 * FRAME_SHORT, FRAME_MIN, FRAME_MAX, TRAILING.
 */
export function parseDeal(
  suite: CocktailSuite,
  options: {
    readonly bytes: Uint8Array;
    readonly minSigners: number;
    readonly receivers: number;
    readonly ciphertextBytesMax: number;
    /**
     * Leaves the orders of the commitment's elements after the first to `ordersHold`, which checks
     * those of all deals together. Evidence and recovery always check singly.
     */
    readonly deferOrderChecks?: boolean;
  },
): Deal {
  const { bytes, minSigners, receivers, ciphertextBytesMax, deferOrderChecks } = options;
  const from = reader(bytes);
  const commitmentBytes = from.take(minSigners * suite.elementBytes);
  const proof = from.take(suite.signatureBytes);
  const ephemeralBytes = from.take(suite.elementBytes);
  if (commitmentBytes === undefined || proof === undefined || ephemeralBytes === undefined) {
    throw new CocktailFault('MSG_SHORT');
  }
  const constantBytes = commitmentBytes.subarray(0, suite.elementBytes);
  const commitment = [
    ...decodePoints(suite, constantBytes),
    ...decodePoints(suite, commitmentBytes.subarray(suite.elementBytes), deferOrderChecks),
  ];
  if (decodeSignature(suite, proof) === undefined) throw new CocktailFault('BAD_ELEMENT');
  const ephemeral = decodePoints(suite, ephemeralBytes)[0] as Element;
  const rest = from.take(from.left()) as Uint8Array;
  const { ciphertexts, left } = parseFrames(suite, rest, receivers, ciphertextBytesMax);
  if (left !== 0) throw new CocktailFault('TRAILING');
  return {
    commitment,
    proof: Uint8Array.from(proof),
    ephemeral,
    ciphertexts,
    commitmentBytes: Uint8Array.from(commitmentBytes),
    ephemeralBytes: Uint8Array.from(ephemeralBytes),
  };
}

/** Whether the dealer knows its constant term, in this context and with this ephemeral key. */
export function verifyProofOfPossession(
  suite: CocktailSuite,
  context: Uint8Array,
  dealt: Pick<Deal, 'commitment' | 'proof' | 'commitmentBytes' | 'ephemeralBytes'>,
): boolean {
  const message = concat(context, dealt.commitmentBytes, dealt.ephemeralBytes);
  return schnorrVerify(suite, dealt.commitment[0] as Element, message, dealt.proof);
}

export type Opened =
  | { readonly type: 'opened'; readonly share: Scalar; readonly payload: Uint8Array }
  | {
      readonly type: 'fault';
      readonly code: 'DECRYPT' | 'PLAINTEXT_SHORT' | 'PLAINTEXT_SCALAR' | 'VSS';
    };

/**
 * Opens one ciphertext and checks its share against the commitment at the receiver's x. The
 * Diffie–Hellman values come from the receiver's own secret, or were revealed by a complaint.
 */
export function openShare(
  suite: CocktailSuite,
  options: {
    readonly context: Uint8Array;
    readonly dh: DhKeys;
    readonly ephemeral: Element;
    readonly sender: Element;
    readonly receiver: Receiver;
    readonly ciphertext: Uint8Array;
    readonly commitment: readonly Element[];
  },
): Opened {
  const { context, dh, ephemeral, sender, receiver, ciphertext, commitment } = options;
  const channel = { context, dh, ephemeral, sender, receiver: receiver.publicKey };
  const plaintext = openFrom(suite, channel, ciphertext);
  if (plaintext === undefined) return { type: 'fault', code: 'DECRYPT' };
  if (plaintext.length < suite.scalarBytes) return { type: 'fault', code: 'PLAINTEXT_SHORT' };
  let share: Scalar;
  try {
    share = suite.decodeScalar(plaintext.subarray(0, suite.scalarBytes));
  } catch (error) {
    if (error instanceof DecodeError) return { type: 'fault', code: 'PLAINTEXT_SCALAR' };
    throw error;
  }
  if (!verifyShare(suite, commitment, receiver.x, share)) return { type: 'fault', code: 'VSS' };
  const payload = plaintext.slice(suite.scalarBytes);
  plaintext.fill(0);
  return { type: 'opened', share, payload };
}

/**
 * Sums up: the verifying key, every receiver's verifying share, and our share where `own` has the
 * opened shares of all dealers. CocktailFault FINAL: the sum does not fit although every part did.
 * CocktailFault IDENTITY: the key, a verifying share or our share is zero; start again.
 */
export function finish(
  suite: CocktailSuite,
  options: {
    readonly commitments: readonly (readonly Element[])[];
    readonly receivers: readonly Scalar[];
    readonly own?: { readonly x: Scalar; readonly shares: readonly Scalar[] };
  },
): {
  readonly share: Scalar | undefined;
  readonly verifyingKey: Element;
  readonly verifyingShares: readonly Element[];
  readonly commitment: readonly Element[];
} {
  const { commitments, receivers, own } = options;
  const { group, order } = suite;
  const commitment = sumCommitments(suite, commitments);
  const verifyingKey = commitment[0] as Element;
  const verifyingShares = evaluateCommitment(suite, commitment, receivers);
  if ([verifyingKey, ...verifyingShares].some(group.isIdentity))
    throw new CocktailFault('IDENTITY');
  if (own === undefined) return { share: undefined, verifyingKey, verifyingShares, commitment };
  if (own.shares.length !== commitments.length) throw new RangeError('one share of each dealer');
  const share = own.shares.reduce((sum, one) => (sum + one) % order, 0n);
  if (share === 0n) throw new CocktailFault('IDENTITY');
  const verifyingShare = verifyingShares[receivers.indexOf(own.x)];
  if (verifyingShare === undefined) throw new RangeError('own x is not among the receivers');
  if (!group.equals(group.multiplyBase(share), verifyingShare)) throw new CocktailFault('FINAL');
  return { share, verifyingKey, verifyingShares, commitment };
}
