/** Transcript, certificate and recovery of COCKTAIL-DKG (C2SP cocktail-dkg v0.2.1). */

import { ascii, concat, equalBytes, le32, le64 } from './bytes.ts';
import { type Deal, finish, openShare } from './cocktail.ts';
import { decodePoints, frame, parseFrames, receiverDh } from './cocktail-channel.ts';
import { CocktailFault } from './cocktail-fault.ts';
import { decodeSignature, schnorrSign, schnorrVerify } from './cocktail-schnorr.ts';
import { checkDistinct } from './cocktail-setup.ts';
import { type Reader, reader, takeLE32, takeLength64 } from './reader.ts';
import type { CocktailSuite, Element, Scalar } from './suite.ts';

/** What a transcript says, decoded. `publicKeys` are the receivers'. */
export type Transcript = {
  readonly context: Uint8Array;
  readonly minSigners: number;
  readonly maxSigners: number;
  readonly publicKeys: readonly Element[];
  readonly commitments: readonly (readonly Element[])[];
  readonly proofs: readonly Uint8Array[];
  readonly ephemerals: readonly Element[];
  readonly extension: Uint8Array;
};

type Dealt = Pick<Deal, 'commitmentBytes' | 'proof' | 'ephemeralBytes'>;

function withLength(bytes: Uint8Array): Uint8Array {
  return concat(le64(bytes.length), bytes);
}

function head(suite: CocktailSuite, context: Uint8Array, n: number, t: number): Uint8Array {
  return concat(withLength(ascii(suite.id)), withLength(context), le32(n), le32(t));
}

function tail(deals: readonly Dealt[], extension: Uint8Array): Uint8Array {
  return concat(
    ...deals.map((one) => one.commitmentBytes),
    ...deals.map((one) => one.proof),
    ...deals.map((one) => one.ephemeralBytes),
    withLength(extension),
  );
}

/** The transcript that all participants certify. Ciphertexts are not in it; see `extension`. */
export function encodeTranscript(
  suite: CocktailSuite,
  options: {
    readonly context: Uint8Array;
    readonly minSigners: number;
    readonly publicKeys: readonly Element[];
    readonly deals: readonly Dealt[];
    readonly extension: Uint8Array;
  },
): Uint8Array {
  const { context, minSigners, publicKeys, deals, extension } = options;
  if (deals.length !== publicKeys.length) throw new RangeError('one deal of each participant');
  return concat(
    head(suite, context, publicKeys.length, minSigners),
    ...publicKeys.map((key) => suite.encodeElement(key)),
    tail(deals, extension),
  );
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new CocktailFault('T_SHORT');
  return value;
}

function takePoints(suite: CocktailSuite, from: Reader, count: number): Element[] {
  return decodePoints(suite, need(from.take(count * suite.elementBytes)));
}

function parseHead(
  suite: CocktailSuite,
  from: Reader,
): { readonly context: Uint8Array; readonly n: number; readonly t: number } {
  const id = need(from.take(need(takeLength64(from, 'little'))));
  if (!equalBytes(id, ascii(suite.id))) throw new CocktailFault('T_SUITE');
  const context = Uint8Array.from(need(from.take(need(takeLength64(from, 'little')))));
  const n = need(takeLE32(from));
  const t = need(takeLE32(from));
  if (t < 1 || t > n) throw new CocktailFault('T_BAD');
  return { context, n, t };
}

function parseTail(
  suite: CocktailSuite,
  from: Reader,
  t: number,
  dealers: number,
): Pick<Transcript, 'commitments' | 'proofs' | 'ephemerals' | 'extension'> {
  // Lengths first: nothing is decoded before all of it is known to be there.
  const each = t * suite.elementBytes + suite.signatureBytes + suite.elementBytes;
  if (from.left() < dealers * each) throw new CocktailFault('T_SHORT');
  const commitments = Array.from({ length: dealers }, () => takePoints(suite, from, t));
  const proofs = Array.from({ length: dealers }, () => {
    const proof = Uint8Array.from(need(from.take(suite.signatureBytes)));
    if (decodeSignature(suite, proof) === undefined) throw new CocktailFault('BAD_ELEMENT');
    return proof;
  });
  const ephemerals = takePoints(suite, from, dealers);
  const extension = Uint8Array.from(need(from.take(need(takeLength64(from, 'little')))));
  if (from.left() !== 0) throw new CocktailFault('T_TRAILING');
  return { commitments, proofs, ephemerals, extension };
}

/**
 * Reads a transcript completely. CocktailFault: T_SUITE, T_SHORT, T_BAD, T_TRAILING, BAD_ELEMENT,
 * SETUP_DUP. Proofs and signatures are not verified here. n·(t + 3) elements are decoded: limit
 * the length before.
 */
export function parseTranscript(suite: CocktailSuite, bytes: Uint8Array): Transcript {
  const from = reader(bytes);
  const { context, n, t } = parseHead(suite, from);
  if (from.left() < n * suite.elementBytes) throw new CocktailFault('T_SHORT');
  const keyBytes = need(from.take(n * suite.elementBytes));
  const rest = parseTail(suite, from, t, n);
  const publicKeys = decodePoints(suite, keyBytes);
  checkDistinct(suite, publicKeys);
  return { context, minSigners: t, maxSigners: n, publicKeys, ...rest };
}

/**
 * The transcript of a resharing, where dealers and receivers differ (ours, not in the
 * specification): le32 n ‖ le32 t ‖ receivers' keys ‖ le32 dealers ‖ le32 old indexes ‖ dealers'
 * keys ‖ their commitments, proofs and ephemeral keys ‖ extension. Dealers ascend by old index.
 */
export function encodeReshareTranscript(
  suite: CocktailSuite,
  options: {
    readonly context: Uint8Array;
    readonly minSigners: number;
    readonly receivers: readonly Element[];
    readonly dealers: readonly {
      readonly oldIndex: number;
      readonly publicKey: Element;
      readonly deal: Dealt;
    }[];
    readonly extension: Uint8Array;
  },
): Uint8Array {
  const { context, minSigners, receivers, dealers, extension } = options;
  if (!ascends(dealers.map((dealer) => dealer.oldIndex))) {
    throw new RangeError('dealers must ascend by old index');
  }
  return concat(
    head(suite, context, receivers.length, minSigners),
    ...receivers.map((key) => suite.encodeElement(key)),
    le32(dealers.length),
    ...dealers.map((dealer) => le32(dealer.oldIndex)),
    ...dealers.map((dealer) => suite.encodeElement(dealer.publicKey)),
    tail(
      dealers.map((dealer) => dealer.deal),
      extension,
    ),
  );
}

function ascends(indexes: readonly number[]): boolean {
  return indexes.every((index, k) => index > (indexes[k - 1] ?? 0));
}

export type ReshareTranscript = Transcript & {
  readonly dealerIndexes: readonly number[];
  readonly dealerKeys: readonly Element[];
};

/** Reads a resharing's transcript; faults as parseTranscript. */
export function parseReshareTranscript(suite: CocktailSuite, bytes: Uint8Array): ReshareTranscript {
  const from = reader(bytes);
  const { context, n, t } = parseHead(suite, from);
  const keyBytes = need(from.take(n * suite.elementBytes));
  const count = need(takeLE32(from));
  if (from.left() < count * (4 + suite.elementBytes)) throw new CocktailFault('T_SHORT');
  const dealerIndexes = Array.from({ length: count }, () => need(takeLE32(from)));
  if (count < 1 || !ascends(dealerIndexes)) throw new CocktailFault('T_BAD');
  const dealerKeyBytes = need(from.take(count * suite.elementBytes));
  const rest = parseTail(suite, from, t, count);
  const publicKeys = decodePoints(suite, keyBytes);
  const dealerKeys = decodePoints(suite, dealerKeyBytes);
  checkDistinct(suite, [...publicKeys, ...dealerKeys]);
  return { context, minSigners: t, maxSigners: n, publicKeys, dealerIndexes, dealerKeys, ...rest };
}

/** A participant's signature over the transcript, with its static key; see schnorrSign. */
export function certify(
  suite: CocktailSuite,
  staticSecret: Scalar,
  transcript: Uint8Array,
  publicKey?: Element,
): Uint8Array {
  return schnorrSign(suite, staticSecret, transcript, publicKey);
}

/**
 * Verifies a certificate: one signature of each key, in order. Returns the indexes (1 … n) of
 * those that do not verify: none means success. CocktailFault CERT_LEN on the wrong number.
 */
export function checkCertificate(
  suite: CocktailSuite,
  publicKeys: readonly Element[],
  transcript: Uint8Array,
  signatures: readonly Uint8Array[],
): readonly number[] {
  if (signatures.length !== publicKeys.length) throw new CocktailFault('CERT_LEN');
  return publicKeys.flatMap((key, k) =>
    schnorrVerify(suite, key, transcript, signatures[k] as Uint8Array) ? [] : [k + 1],
  );
}

/** What a participant keeps to recover its share: the ciphertexts of all dealers for it, framed. */
export function encodeBundle(ciphertexts: readonly Uint8Array[]): Uint8Array {
  return concat(...ciphertexts.map(frame));
}

/** A recovered participant: everything key generation gave it. */
export type Recovered = {
  readonly index: number;
  readonly share: Scalar;
  readonly verifyingKey: Element;
  readonly verifyingShares: readonly Element[];
  readonly payloads: readonly Uint8Array[];
};

/**
 * Recovers a share from the static secret, the certified transcript and the bundle. CocktailFault:
 * those of parseTranscript, CERT_LEN, CERT, R_INDEX, FRAME_…, R_TRAILING, DECRYPT, PLAINTEXT_…,
 * VSS, FINAL, IDENTITY.
 */
export function recover(
  suite: CocktailSuite,
  options: {
    readonly staticSecret: Scalar;
    readonly transcript: Uint8Array;
    readonly signatures: readonly Uint8Array[];
    readonly bundle: Uint8Array;
    readonly ciphertextBytesMax: number;
  },
): Recovered {
  const { staticSecret, transcript, signatures, bundle, ciphertextBytesMax } = options;
  const { group } = suite;
  const parsed = parseTranscript(suite, transcript);
  const { publicKeys, commitments, ephemerals, context } = parsed;
  const invalid = checkCertificate(suite, publicKeys, transcript, signatures);
  if (invalid.length > 0) throw new CocktailFault('CERT', invalid[0]);
  const own = group.multiplyBase(staticSecret);
  const index = publicKeys.findIndex((key) => group.equals(key, own)) + 1;
  if (index === 0) throw new CocktailFault('R_INDEX');
  const { ciphertexts, left } = parseFrames(suite, bundle, publicKeys.length, ciphertextBytesMax);
  if (left !== 0) throw new CocktailFault('R_TRAILING');

  const receiver = { x: BigInt(index), publicKey: own };
  const opened = publicKeys.map((sender, k) => {
    const ephemeral = ephemerals[k] as Element;
    const result = openShare(suite, {
      context,
      dh: receiverDh(suite, staticSecret, ephemeral, sender),
      ephemeral,
      sender,
      receiver,
      ciphertext: ciphertexts[k] as Uint8Array,
      commitment: commitments[k] as readonly Element[],
    });
    if (result.type === 'fault') throw new CocktailFault(result.code, k + 1);
    return result;
  });
  const { share, verifyingKey, verifyingShares } = finish(suite, {
    commitments,
    receivers: publicKeys.map((_, k) => BigInt(k + 1)),
    own: { x: receiver.x, shares: opened.map((one) => one.share) },
  });
  return {
    index,
    share: share as Scalar,
    verifyingKey,
    verifyingShares,
    payloads: opened.map((one) => one.payload),
  };
}
