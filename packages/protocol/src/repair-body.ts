/**
 * What a helper of a repair reveals: its weighted share of the epoch, split into a part for each
 * helper. Nobody learns more than that the parts add up to what they should.
 * @module
 */
import {
  type Ciphersuite,
  CocktailFault,
  type CocktailSuite,
  concat,
  type Deal,
  type DhKeys,
  decodePoints,
  type Element,
  frame,
  parseFrames,
  type Random,
  randomScalar,
  repairWeight,
  type Scalar,
  sealTo,
  splitForRepair,
  TAG_BYTES,
} from '@permafrost/frost';

/**
 * Δ of each helper ‖ E ‖ frame(c) of each helper, in ascending order, read as a deal without a proof
 * of possession. CocktailFault as `parseDeal`.
 */
export function parseParts(suite: CocktailSuite, message: Uint8Array, helpers: number): Deal {
  const { elementBytes } = suite;
  const points = helpers * elementBytes;
  const fixed = points + elementBytes;
  if (message.length < fixed) throw new CocktailFault('MSG_SHORT');
  const commitmentBytes = message.slice(0, points);
  const ephemeralBytes = message.slice(points, fixed);
  const commitment = decodePoints(suite, commitmentBytes);
  const ephemeral = decodePoints(suite, ephemeralBytes)[0] as Element;
  const ciphertextBytesMax = suite.scalarBytes + TAG_BYTES;
  const rest = message.subarray(fixed);
  const { ciphertexts, left } = parseFrames(suite, rest, helpers, ciphertextBytesMax);
  if (left !== 0) throw new CocktailFault('TRAILING');
  const proof = new Uint8Array();
  return { commitment, proof, ephemeral, ciphertexts, commitmentBytes, ephemeralBytes };
}

/** What a helper keeps until it has every part: the way to say their sum to the owner, and no more. */
export type ToOwner = { readonly dh: DhKeys; readonly ephemeral: Element };

/** Who splits what for whom. Seats are identifiers of the epoch. */
export type Splitting = {
  readonly suite: Ciphersuite;
  readonly context: Uint8Array;
  readonly helper: number;
  /** All, ascending, and their static keys. */
  readonly helpers: readonly { readonly seat: number; readonly publicKey: Element }[];
  readonly owner: { readonly seat: number; readonly publicKey: Element };
  readonly staticSecret: Scalar;
  /** Own signing share of the epoch, raw. */
  readonly share: Scalar;
  readonly random: Random;
};

/** msg1 of a repair, the ephemeral key behind it, and what is shared with the owner. */
export function splitShare(by: Splitting): {
  readonly message: Uint8Array;
  readonly ephemeralSecret: Scalar;
  readonly toOwner: ToOwner;
} {
  const { suite, context, helper, helpers, owner, staticSecret, share, random } = by;
  const { cocktail } = suite;
  const { group } = cocktail;
  const xs = helpers.map(({ seat }) => BigInt(seat));
  const weight = repairWeight(suite, xs, BigInt(helper), BigInt(owner.seat));
  const parts = splitForRepair(suite, { weight, share, helpers: helpers.length, random });
  const commitment = parts.map((part) => group.multiplyBase(part));
  const ephemeralSecret = randomScalar(cocktail, random);
  const ephemeral = group.multiplyBase(ephemeralSecret);
  const sender = group.multiplyBase(staticSecret);
  const dhWith = (publicKey: Element): DhKeys => ({
    se: group.multiply(publicKey, ephemeralSecret),
    sd: group.multiply(publicKey, staticSecret),
  });
  const frames = helpers.map(({ publicKey: receiver }, i) => {
    const plaintext = cocktail.encodeScalar(parts[i] as Scalar);
    const channel = { context, dh: dhWith(receiver), ephemeral, sender, receiver };
    const sealed = sealTo(cocktail, channel, plaintext);
    plaintext.fill(0);
    return frame(sealed);
  });
  const points = [...commitment, ephemeral].map((point) => cocktail.encodeElement(point));
  const toOwner = { dh: dhWith(owner.publicKey), ephemeral };
  return { message: concat(...points, ...frames), ephemeralSecret, toOwner };
}
