/**
 * Complaints about a ciphertext that does not hold the share it should. The complainer shows the
 * two Diffie–Hellman values behind it, with a proof; then anybody can open it and see for himself.
 *
 * A complaint is only safe to make, and only counts, about a dealer that proved to know its static
 * and its ephemeral key in this session: it then knows both values anyway, so that showing them
 * tells nobody anything new. Otherwise a dealer could announce a key of somebody else's and use
 * the complaint to have old ciphertexts opened.
 * @module
 */
import {
  type CocktailSuite,
  DecodeError,
  type DhKeys,
  makeComplaintProof,
  openShare,
  type Random,
  receiverDh,
  type Scalar,
  verifyComplaintProof,
} from '@permafrost/frost';
import { bodyHash, type Ceremony, type ReadReveal, type Setup, staticKeyOf } from './ceremony.ts';
import { type Complaint, type ComplaintCode, encodeComplaint } from './ceremony-messages.ts';
import type { ShareFault } from './fault.ts';
import { isRepair } from './group.ts';
import type { Seat } from './session.ts';

type Dealer = { readonly seat: Seat; readonly reveal: ReadReveal };

/** Opens what a dealer sealed to `me`; `dh` of that pair. */
export function openDealt(
  ceremony: Ceremony,
  setup: Setup,
  given: { readonly dealer: Dealer; readonly to: Seat; readonly dh: DhKeys },
): ReturnType<typeof openShare> {
  const { dealer, to, dh } = given;
  const { deal } = dealer.reveal;
  const at = ceremony.receivers.indexOf(to);
  const ciphertext = deal.ciphertexts[at];
  const part = deal.commitment[isRepair(ceremony.group) ? at : 0];
  if (ciphertext === undefined || part === undefined) throw new RangeError('no such seat');
  return openShare(ceremony.cocktail, {
    context: setup.context,
    dh,
    ephemeral: deal.ephemeral,
    sender: staticKeyOf(setup, dealer.seat),
    receiver: { x: BigInt(to), publicKey: staticKeyOf(setup, to) },
    ciphertext,
    // In a repair each part has its own element, and no polynomial runs through them.
    commitment: isRepair(ceremony.group) ? [part] : deal.commitment,
  });
}

/** The two Diffie–Hellman values that `staticSecret` shares with a dealer. */
export function dhWith(
  cocktail: CocktailSuite,
  setup: Setup,
  dealer: Dealer,
  staticSecret: Scalar,
): DhKeys {
  const sender = staticKeyOf(setup, dealer.seat);
  return receiverDh(cocktail, staticSecret, dealer.reveal.deal.ephemeral, sender);
}

/** As dhWith, where the value of the two static keys is known from dealing to that member. */
export function dhFrom(
  { group }: CocktailSuite,
  { deal }: ReadReveal,
  staticSecret: Scalar,
  { sd }: Pick<DhKeys, 'sd'>,
): DhKeys {
  return { se: group.multiply(deal.ephemeral, staticSecret), sd };
}

/** The payload of a Complaint. Only about a dealer whose proofs were verified. */
export function complain(
  ceremony: Ceremony,
  setup: Setup,
  given: {
    readonly me: Seat;
    readonly dealer: Dealer;
    readonly why: ShareFault;
    readonly staticSecret: Scalar;
    readonly random: Random;
  },
): Uint8Array {
  const { me, dealer, why, staticSecret, random } = given;
  const statement = statementOf(setup, dealer, me);
  const proof = makeComplaintProof(ceremony.cocktail, statement, staticSecret, random);
  return encodeComplaint({
    accused: dealer.seat,
    code: codeOf(why),
    contextHash: setup.contextHash,
    bodyHash: statement.bodyHash,
    proof,
  });
}

/**
 * Whose fault it is: of the two exactly one. The caller made sure that the complaint is about this
 * context and this body, and that the dealer's proofs hold.
 */
export function judgeComplaint(
  ceremony: Ceremony,
  setup: Setup,
  given: { readonly complainer: Seat; readonly dealer: Dealer; readonly complaint: Complaint },
): 'dealer' | 'complainer' {
  const { complainer, dealer, complaint } = given;
  const dh = revealedDh(ceremony.cocktail, statementOf(setup, dealer, complainer), complaint);
  if (dh === undefined) return 'complainer';
  const opened = openDealt(ceremony, setup, { dealer, to: complainer, dh });
  return opened.type === 'fault' ? 'dealer' : 'complainer';
}

function revealedDh(
  cocktail: CocktailSuite,
  statement: ReturnType<typeof statementOf>,
  complaint: Complaint,
): DhKeys | undefined {
  try {
    return verifyComplaintProof(cocktail, statement, complaint.proof);
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}

function statementOf(setup: Setup, dealer: Dealer, complainer: Seat) {
  return {
    context: setup.context,
    accused: dealer.seat,
    complainer,
    bodyHash: bodyHash(dealer.reveal.body),
    complainerKey: staticKeyOf(setup, complainer),
    ephemeral: dealer.reveal.deal.ephemeral,
    accusedKey: staticKeyOf(setup, dealer.seat),
  };
}

/** How a Complaint says what was found. */
export function codeOf(why: ShareFault): ComplaintCode {
  switch (why) {
    case 'DECRYPT':
      return 1;
    case 'PLAINTEXT_SHORT':
    case 'PLAINTEXT_SCALAR':
      return 2;
    case 'VSS':
      return 3;
  }
}
