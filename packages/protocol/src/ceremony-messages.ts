/**
 * The payloads of a key generation, byte for byte. COCKTAIL-DKG (C2SP cocktail-dkg v0.2.1) defines
 * msg1, the transcript and its signature; the rounds around them are ours.
 *
 * | round | payload |
 * |---|---|
 * | 0 Join | groupHash 32 ‖ nonce 32 ‖ P ‖ popP |
 * | 1 Commit | h 32 ‖ ctxHash 32 |
 * | 2 Reveal | root 32 ‖ body, body = u32be length ‖ msg1 ‖ pokE |
 * | 3 Cert | transcript hash 32 ‖ signature |
 * | 3 Complaint | u16 accused ‖ u8 code ‖ ctxHash 32 ‖ body hash 64 ‖ Se ‖ Sd ‖ c ‖ z |
 * | 4 Stored | hash 32 |
 * | 5, 6 Exchange | list of the Joins, or Commits, received |
 *
 * In a repair a body has one element for each helper and no polynomial; in round 3 a helper says its
 * Sum, be64 length ‖ ciphertext, to the owner of the share alone; the owner's Complaint has the
 * envelope that it is about behind it; and in round 4 the owner says that it has its share.
 * @module
 */
import { type CocktailSuite, concat, LP, list, u8, u16 } from '@permafrost/frost';
import { WireError } from '@permafrost/wire';
import type { Seat } from './session.ts';

export const DKG_ROUND: {
  readonly join: 0;
  readonly commit: 1;
  readonly reveal: 2;
  readonly cert: 3;
  readonly stored: 4;
  readonly exchangeJoins: 5;
  readonly exchangeCommits: 6;
} = {
  join: 0,
  commit: 1,
  reveal: 2,
  cert: 3,
  stored: 4,
  exchangeJoins: 5,
  exchangeCommits: 6,
};
/** Rounds 0 to 6. */
export const CEREMONY_ROUNDS = 7;

/** Bytes of a tag of both AEADs. */
const TAG_BYTES = 16;

export type Sizes = {
  readonly join: number;
  readonly commit: number;
  readonly body: number;
  readonly message: number;
  readonly ciphertext: number;
  readonly reveal: number;
  readonly cert: number;
  readonly complaint: number;
  readonly stored: number;
};

/** Exact payload sizes in bytes. Payloads of dealers are empty, so every ciphertext is a share. */
export function sizesOf(suite: CocktailSuite, t: number, n: number): Sizes {
  const { elementBytes: ne, scalarBytes: ns, signatureBytes: nsig } = suite;
  const ciphertext = ns + TAG_BYTES;
  const message = (t + 1) * ne + nsig + n * (8 + ciphertext);
  const body = 4 + message + nsig;
  return {
    join: 64 + ne + nsig,
    commit: 64,
    ciphertext,
    message,
    body,
    reveal: 32 + body,
    cert: 32 + nsig,
    complaint: complaintBytes(suite),
    stored: 32,
  };
}

/** As above in a repair: a part for each helper instead of a polynomial; a Sum instead of a Cert. */
export function repairSizes(suite: CocktailSuite, helpers: number): Sizes {
  const { elementBytes: ne, scalarBytes: ns, signatureBytes: nsig } = suite;
  const ciphertext = ns + TAG_BYTES;
  const message = (helpers + 1) * ne + helpers * (8 + ciphertext);
  const body = 4 + message + nsig;
  const sizes = sizesOf(suite, 0, helpers);
  return { ...sizes, message, body, reveal: 32 + body, cert: 8 + ciphertext };
}

export type Join = {
  readonly groupHash: Uint8Array;
  readonly nonce: Uint8Array;
  /** Encoded static key. */
  readonly publicKey: Uint8Array;
  readonly proof: Uint8Array;
};

export function encodeJoin(join: Join): Uint8Array {
  return concat(join.groupHash, join.nonce, join.publicKey, join.proof);
}

/** @throws WireError on any other length. */
export function decodeJoin(suite: CocktailSuite, payload: Uint8Array): Join {
  const { elementBytes: ne, signatureBytes: nsig } = suite;
  const [groupHash, nonce, publicKey, proof] = split(payload, [32, 32, ne, nsig], 'join');
  return { groupHash, nonce, publicKey, proof };
}

export type Commit = { readonly bodyCommitment: Uint8Array; readonly contextHash: Uint8Array };

export function encodeCommit(commit: Commit): Uint8Array {
  return concat(commit.bodyCommitment, commit.contextHash);
}

/** @throws WireError on any other length. */
export function decodeCommit(payload: Uint8Array): Commit {
  const [bodyCommitment, contextHash] = split(payload, [32, 32], 'commit');
  return { bodyCommitment, contextHash };
}

/** What a dealer committed to: its msg1, and the proof that it knows its ephemeral key. */
export function encodeBody(message: Uint8Array, proof: Uint8Array): Uint8Array {
  return concat(LP(message), proof);
}

/** @throws WireError unless the length prefix and the length fit the sizes exactly. */
export function decodeBody(
  suite: CocktailSuite,
  body: Uint8Array,
  sizes: Sizes,
): { readonly message: Uint8Array; readonly proof: Uint8Array } {
  const [prefix, message, proof] = split(
    body,
    [4, sizes.message, suite.signatureBytes],
    'reveal body',
  );
  if (new DataView(prefix.buffer, prefix.byteOffset).getUint32(0) !== sizes.message) {
    throw new WireError('reveal body: length of the message');
  }
  return { message, proof };
}

export type Reveal = { readonly root: Uint8Array; readonly body: Uint8Array };

export function encodeReveal(reveal: Reveal): Uint8Array {
  return concat(reveal.root, reveal.body);
}

/** @throws WireError on any other length. */
export function decodeReveal(payload: Uint8Array, sizes: Sizes): Reveal {
  const [root, body] = split(payload, [32, sizes.body], 'reveal');
  return { root, body };
}

export type Cert = { readonly transcriptHash: Uint8Array; readonly signature: Uint8Array };

export function encodeCert(cert: Cert): Uint8Array {
  return concat(cert.transcriptHash, cert.signature);
}

/** @throws WireError on any other length. */
export function decodeCert(suite: CocktailSuite, payload: Uint8Array): Cert {
  const [transcriptHash, signature] = split(payload, [32, suite.signatureBytes], 'cert');
  return { transcriptHash, signature };
}

/** Exact size of a Complaint. */
export function complaintBytes({ elementBytes, scalarBytes }: CocktailSuite): number {
  return 99 + 2 * elementBytes + 2 * scalarBytes;
}

export type ComplaintCode = 1 | 2 | 3;

export type Complaint = {
  readonly accused: Seat;
  /** 1 does not decrypt, 2 is no scalar, 3 does not fit the commitment. Informative. */
  readonly code: ComplaintCode;
  readonly contextHash: Uint8Array;
  /** SHA-512 of the body complained about. */
  readonly bodyHash: Uint8Array;
  /** Se ‖ Sd ‖ c ‖ z. */
  readonly proof: Uint8Array;
};

export function encodeComplaint(complaint: Complaint): Uint8Array {
  const { accused, code, contextHash, bodyHash, proof } = complaint;
  return concat(u16(accused), u8(code), contextHash, bodyHash, proof);
}

/**
 * @throws WireError on any other length, an unknown code, or an accused seat that nobody can
 * have or that is the complainer's own (`from`).
 */
export function decodeComplaint(suite: CocktailSuite, payload: Uint8Array, from: Seat): Complaint {
  const proofBytes = 2 * suite.elementBytes + 2 * suite.scalarBytes;
  const [head, contextHash, bodyHash, proof] = split(payload, [3, 32, 64, proofBytes], 'complaint');
  const accused = ((head[0] as number) << 8) | (head[1] as number);
  const code = head[2];
  if (code !== 1 && code !== 2 && code !== 3) throw new WireError('complaint: code');
  if (accused === 0 || accused === 0xffff || accused === from) {
    throw new WireError('complaint: accused');
  }
  return { accused, code, contextHash, bodyHash, proof };
}

/** What a round-3 payload is, by its length alone; undefined: neither. */
export function kindOfThird(
  suite: CocktailSuite,
  payload: Uint8Array,
): 'cert' | 'complaint' | undefined {
  if (payload.length === 32 + suite.signatureBytes) return 'cert';
  return payload.length === complaintBytes(suite) ? 'complaint' : undefined;
}

export function encodeExchange(envelopes: readonly Uint8Array[]): Uint8Array {
  return list(envelopes);
}

/** At most `max` envelopes. @throws WireError. */
export function decodeExchange(payload: Uint8Array, max: number): readonly Uint8Array[] {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  let at = 0;
  const number = (): number => {
    if (at + 4 > payload.length) throw new WireError('exchange: short');
    at += 4;
    return view.getUint32(at - 4);
  };
  const count = number();
  if (count > max) throw new WireError(`exchange: at most ${max}`);
  const envelopes: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const length = number();
    if (at + length > payload.length) throw new WireError('exchange: short');
    envelopes.push(payload.slice(at, at + length));
    at += length;
  }
  if (at !== payload.length) throw new WireError('exchange: trailing bytes');
  return envelopes;
}

type Parts<L extends readonly number[]> = { readonly [K in keyof L]: Uint8Array<ArrayBuffer> };

/** Cuts bytes into parts of exact lengths. */
function split<const L extends readonly number[]>(
  bytes: Uint8Array,
  lengths: L,
  what: string,
): Parts<L> {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (bytes.length !== total) throw new WireError(`${what}: expected ${total} bytes`);
  let at = 0;
  const parts = lengths.map((length) => {
    at += length;
    return Uint8Array.from(bytes.subarray(at - length, at));
  });
  return parts as unknown as Parts<L>;
}
