/**
 * The encrypted channel from a dealer to a receiver in COCKTAIL-DKG (C2SP cocktail-dkg v0.2.1), and
 * how ciphertexts are framed.
 */

import { TAG_BYTES } from './aead.ts';
import { concat, integerBE, u64 } from './bytes.ts';
import { CocktailFault } from './cocktail-fault.ts';
import { DecodeError } from './encoding.ts';
import { reader } from './reader.ts';
import type { CocktailSuite, Element, Scalar } from './suite.ts';

/** The two Diffie–Hellman values of one sender and receiver: ephemeral and static. */
export type DhKeys = { readonly se: Element; readonly sd: Element };

/** From the receiver's side: d·E and d·P. */
export function receiverDh(
  suite: CocktailSuite,
  staticSecret: Scalar,
  ephemeral: Element,
  sender: Element,
): DhKeys {
  const { group } = suite;
  return {
    se: group.multiply(ephemeral, staticSecret),
    sd: group.multiply(sender, staticSecret),
  };
}

/** Who encrypted to whom, in which session; the key and nonce follow from these. */
export type Channel = {
  readonly context: Uint8Array;
  readonly dh: DhKeys;
  readonly ephemeral: Element;
  readonly sender: Element;
  readonly receiver: Element;
};

function channelKey(suite: CocktailSuite, channel: Channel): { key: Uint8Array; iv: Uint8Array } {
  const { context, dh, ephemeral, sender, receiver } = channel;
  return suite.deriveKey({
    secret: concat(suite.ecdhEncode(dh.se), suite.ecdhEncode(dh.sd)),
    ephemeral: suite.encodeElement(ephemeral),
    sender: suite.encodeElement(sender),
    receiver: suite.encodeElement(receiver),
    context,
  });
}

/** Encrypts; ciphertext ‖ tag. Never two plaintexts for one channel: the nonce is fixed. */
export function sealTo(suite: CocktailSuite, channel: Channel, plaintext: Uint8Array): Uint8Array {
  const { key, iv } = channelKey(suite, channel);
  const sealed = suite.seal(key, iv, plaintext);
  key.fill(0);
  return sealed;
}

/** Decrypts; undefined when the tag does not fit. */
export function openFrom(
  suite: CocktailSuite,
  channel: Channel,
  ciphertext: Uint8Array,
): Uint8Array | undefined {
  const { key, iv } = channelKey(suite, channel);
  const opened = suite.open(key, iv, ciphertext);
  key.fill(0);
  return opened;
}

/** be64 length ‖ ciphertext. */
export function frame(ciphertext: Uint8Array): Uint8Array {
  return concat(u64(ciphertext.length), ciphertext);
}

/** Concatenated elements, their orders unchecked if so asked; CocktailFault BAD_ELEMENT. */
export function decodePoints(
  suite: CocktailSuite,
  bytes: Uint8Array,
  deferOrderChecks: boolean = false,
): Element[] {
  const decode = deferOrderChecks ? suite.decodeElementForEquation : suite.decodeElement;
  const out: Element[] = [];
  try {
    for (let at = 0; at < bytes.length; at += suite.elementBytes) {
      out.push(decode(bytes.subarray(at, at + suite.elementBytes)));
    }
  } catch (error) {
    if (error instanceof DecodeError) throw new CocktailFault('BAD_ELEMENT');
    throw error;
  }
  return out;
}

/** `count` frames and how many bytes are left behind them. FRAME_SHORT, FRAME_MIN, FRAME_MAX. */
export function parseFrames(
  suite: CocktailSuite,
  bytes: Uint8Array,
  count: number,
  ciphertextBytesMax: number,
): { readonly ciphertexts: readonly Uint8Array[]; readonly left: number } {
  const from = reader(bytes);
  const ciphertexts: Uint8Array[] = [];
  for (let k = 0; k < count; k++) {
    const header = from.take(8);
    if (header === undefined) throw new CocktailFault('FRAME_SHORT');
    const length = integerBE(header);
    if (length > BigInt(ciphertextBytesMax)) throw new CocktailFault('FRAME_MAX');
    if (length < BigInt(suite.scalarBytes + TAG_BYTES)) throw new CocktailFault('FRAME_MIN');
    const ciphertext = from.take(Number(length));
    if (ciphertext === undefined) throw new CocktailFault('FRAME_SHORT');
    ciphertexts.push(Uint8Array.from(ciphertext));
  }
  return { ciphertexts, left: from.left() };
}
