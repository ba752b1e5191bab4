/**
 * The last step of a repair: each helper says the sum of its parts to the owner of the lost share,
 * sealed to it alone. One honest sum read by anybody else would let one helper fewer than sign make
 * the share, and so it is in no record, no result, and nothing that others can ask for.
 *
 * A sum that does not fit is shown by its owner as a dealt share would be: the Complaint comes with
 * the envelope that it is about, which nobody else has.
 * @module
 */
import {
  concat,
  DecodeError,
  type DhKeys,
  type Element,
  equalBytes,
  frame,
  makeComplaintProof,
  openShare,
  parseFrames,
  type Random,
  receiverDh,
  type Scalar,
  sealTo,
  sha512,
  TAG_BYTES,
  TH,
  verifyComplaintProof,
} from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import { type Ceremony, type Setup, staticKeyOf } from './ceremony.ts';
import {
  type Complaint,
  complaintBytes,
  decodeComplaint,
  encodeComplaint,
} from './ceremony-messages.ts';
import { codeOf } from './complaint.ts';
import type { Reveals } from './dkg-shares.ts';
import type { ShareFault } from './fault.ts';
import type { GroupChange } from './group.ts';
import type { ToOwner } from './repair-body.ts';
import type { Seat } from './session.ts';

/** All Reveals of a repair and what they add up to; `root` is over the commitments to them. */
export type Parts = {
  readonly ceremony: Ceremony;
  readonly setup: Setup;
  readonly reveals: Reveals;
  readonly root: Uint8Array;
};

/** The seat whose share is lost. RangeError when this is no repair. */
export function ownerOf({ group }: Pick<Ceremony, 'group'>): Seat {
  const { lost } = group.change as GroupChange;
  if (lost === undefined) throw new RangeError('no repair');
  return lost;
}

/** frame(ciphertext): what a helper says to the owner. Once for each session, then byte for byte. */
export function encodeSum(
  { ceremony, setup }: Pick<Parts, 'ceremony' | 'setup'>,
  by: { readonly helper: Seat; readonly sum: Scalar; readonly toOwner: ToOwner },
): Uint8Array {
  const { cocktail } = ceremony;
  const { dh, ephemeral } = by.toOwner;
  const sender = staticKeyOf(setup, by.helper);
  const receiver = staticKeyOf(setup, ownerOf(ceremony));
  const plaintext = cocktail.encodeScalar(by.sum);
  const channel = { context: setup.context, dh, ephemeral, sender, receiver };
  const sealed = sealTo(cocktail, channel, plaintext);
  plaintext.fill(0);
  return frame(sealed);
}

/** Opens a Sum, whose length was checked, and compares it with the parts that it is the sum of. */
export function openSum(
  parts: Parts,
  said: { readonly helper: Seat; readonly payload: Uint8Array; readonly dh: DhKeys },
): ReturnType<typeof openShare> {
  const { ceremony, setup, reveals } = parts;
  const { cocktail } = ceremony;
  const { helper, payload, dh } = said;
  const { ciphertexts } = parseFrames(cocktail, payload, 1, cocktail.scalarBytes + TAG_BYTES);
  const at = ceremony.receivers.indexOf(helper);
  const theirs = reveals.map(({ deal }) => deal.commitment[at] as Element);
  return openShare(cocktail, {
    context: setup.context,
    dh,
    ephemeral: revealOf(parts, helper).deal.ephemeral,
    sender: staticKeyOf(setup, helper),
    receiver: { x: BigInt(helper), publicKey: staticKeyOf(setup, ownerOf(ceremony)) },
    ciphertext: ciphertexts[0] as Uint8Array,
    commitment: [cocktail.group.sum(theirs)],
  });
}

/** What the owner shares with a helper. */
export function dhWithHelper(parts: Parts, helper: Seat, staticSecret: Scalar): DhKeys {
  const { ephemeral } = revealOf(parts, helper).deal;
  const sender = staticKeyOf(parts.setup, helper);
  return receiverDh(parts.ceremony.cocktail, staticSecret, ephemeral, sender);
}

/** The owner's Complaint about a Sum, with the Sum's envelope behind it. */
export function complainOfSum(
  parts: Parts,
  about: {
    readonly helper: Seat;
    readonly sum: { readonly payload: Uint8Array; readonly envelope: Uint8Array };
    readonly why: ShareFault;
    readonly staticSecret: Scalar;
    readonly random: Random;
  },
): Uint8Array {
  const { helper, sum, why, staticSecret, random } = about;
  const { cocktail } = parts.ceremony;
  const statement = statementOf(parts, helper, sum.payload);
  const complaint = encodeComplaint({
    accused: helper,
    code: codeOf(why),
    contextHash: parts.setup.contextHash,
    bodyHash: statement.bodyHash,
    proof: makeComplaintProof(cocktail, statement, staticSecret, random),
  });
  return concat(complaint, sum.envelope);
}

/** The two halves of such a Complaint; the second is anybody's bytes. @throws WireError. */
export function decodeSumComplaint(
  { cocktail }: Pick<Ceremony, 'cocktail'>,
  payload: Uint8Array,
  from: Seat,
): { readonly complaint: Complaint; readonly envelope: Uint8Array } {
  const size = complaintBytes(cocktail);
  if (payload.length <= size || payload.length > size + SUM_ENVELOPE_BYTES_MAX) {
    throw new WireError('complaint: of another length');
  }
  const complaint = decodeComplaint(cocktail, payload.slice(0, size), from);
  return { complaint, envelope: payload.slice(size) };
}

/** Bytes of an envelope with a Sum, at most. */
export const SUM_ENVELOPE_BYTES_MAX = 512;

/**
 * Whose fault it is: of the two exactly one; undefined when the Complaint is about other words. It
 * covers this Sum and, by the root, all parts.
 */
export function judgeSum(
  parts: Parts,
  given: { readonly helper: Seat; readonly payload: Uint8Array; readonly complaint: Complaint },
): 'helper' | 'owner' | undefined {
  const { helper, payload, complaint } = given;
  const statement = statementOf(parts, helper, payload);
  if (!equalBytes(statement.bodyHash, complaint.bodyHash)) return undefined;
  let dh: DhKeys | undefined;
  try {
    dh = verifyComplaintProof(parts.ceremony.cocktail, statement, complaint.proof);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
  }
  if (dh === undefined) return 'owner';
  return openSum(parts, { helper, payload, dh }).type === 'fault' ? 'helper' : 'owner';
}

/** 32 bytes: the owner's word that it has its share again. */
export function repairedPayload({ setup, root }: Pick<Parts, 'setup' | 'root'>): Uint8Array {
  return TH('repair/done', setup.sessionId, root).slice(0, 32);
}

function statementOf({ ceremony, setup, reveals, root }: Parts, helper: Seat, payload: Uint8Array) {
  const owner = ownerOf(ceremony);
  return {
    context: setup.context,
    accused: helper,
    complainer: owner,
    bodyHash: sha512(concat(root, payload)),
    complainerKey: staticKeyOf(setup, owner),
    ephemeral: revealOf({ ceremony, reveals }, helper).deal.ephemeral,
    accusedKey: staticKeyOf(setup, helper),
  };
}

function revealOf({ ceremony, reveals }: Pick<Parts, 'ceremony' | 'reveals'>, helper: Seat) {
  const reveal = reveals[ceremony.dealers.indexOf(helper)];
  if (reveal === undefined) throw new RangeError('no such seat');
  return reveal;
}
