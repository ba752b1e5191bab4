/** Vectors of COCKTAIL-DKG: published and ours, positive and negative. */

import { ed25519 as nobleEd25519, ristretto255 as nobleRistretto } from '@noble/curves/ed25519.js';
import { expect } from 'vitest';
import { ed25519Backend } from '../src/backend/ed25519.ts';
import { ascii, concat, fromHex, integerBE, integerLE, le32, le64, toHex } from '../src/bytes.ts';
import {
  type Deal,
  deal,
  finish,
  openShare,
  parseDeal,
  verifyProofOfPossession,
} from '../src/cocktail.ts';
import { frame, receiverDh } from '../src/cocktail-channel.ts';
import { CocktailFault } from '../src/cocktail-fault.ts';
import { schnorrSign } from '../src/cocktail-schnorr.ts';
import { checkSetup, cocktailContext } from '../src/cocktail-setup.ts';
import {
  certify,
  checkCertificate,
  encodeBundle,
  encodeTranscript,
  parseTranscript,
  recover,
} from '../src/cocktail-transcript.ts';
import { ed448Cocktail56 } from '../src/ed448.ts';
import { sha256, sha512, shake256 } from '../src/hash.ts';
import type { CocktailSuite, Element, Scalar } from '../src/suite.ts';
import { suites } from '../src/suites.ts';
import type { Case, Runner } from './find.ts';

export const FRAME_MAX = 65_536;

/** Ed25519 with Diffie–Hellman values encoded as the specification's text says. */
const ed25519Text: CocktailSuite = {
  ...(suites.get('ed25519')?.cocktail as CocktailSuite),
  ecdhEncode: (shared) => {
    const point = nobleEd25519.Point.fromBytes(ed25519Backend.encode(shared));
    return new nobleRistretto.Point(point).toBytes();
  },
};

type Round1 = {
  readonly participant_id: number;
  readonly ephemeral_public_key: string;
  readonly vss_commitment: readonly string[];
  readonly pop: string;
  readonly pop_intermediate?: { readonly [name: string]: string };
  readonly encrypted_shares: readonly string[];
  readonly msg1?: string;
};
type Vector = {
  readonly n: number;
  readonly t: number;
  readonly session_tag: string;
  readonly context: string;
  readonly extension: string;
  readonly seed?: string;
  readonly payloads?: readonly string[];
  readonly config: {
    readonly static_secret_keys: readonly string[];
    readonly static_public_keys: readonly string[];
  };
  readonly round1: readonly Round1[];
  readonly round2: readonly {
    readonly participant_id: number;
    readonly secret_share: string;
    readonly verification_share: string;
    readonly msg2?: string;
  }[];
  readonly round3: {
    readonly transcript_hash: string;
    readonly signatures: readonly { readonly signer_id: number; readonly signature: string }[];
    readonly transcript?: string;
    readonly aggregated_sigs?: string;
  };
  readonly group_public_key: string;
  readonly recovery?: {
    readonly participant_id: number;
    readonly ciphertexts: readonly string[];
    readonly recovered_secret_share: string;
    readonly recovered_verification_share: string;
    readonly bundle?: string;
  };
};

export function suiteOf(id: unknown, aScalar: string): CocktailSuite | undefined {
  const found = [...suites.values()].find((suite) => suite.cocktail.id === id)?.cocktail;
  return found?.scalarBytes === 57 && aScalar.length === 112 ? ed448Cocktail56 : found;
}

/** The seed that gives the published secrets: the vector's own, or the file's. */
type Stream = (participant: number) => () => Scalar;

function littleEndian(suite: CocktailSuite): boolean {
  return suite.encodeScalar(1n)[0] === 1;
}

function wideInteger(suite: CocktailSuite, bytes: Uint8Array): Scalar {
  return (littleEndian(suite) ? integerLE(bytes) : integerBE(bytes)) % suite.order;
}

type Derivation = {
  readonly staticSecret: (i: number) => Scalar;
  readonly stream: Stream;
};

/** How the published generator derives everything from a seed (see its README). */
function derivation(suite: CocktailSuite, seed: Uint8Array, t: number, n: number): Derivation {
  const base = concat(seed, ascii(suite.id), le32(t), le32(n));
  const wide = suite.id.includes('448');
  const hash = suite.hash(new Uint8Array(0)).length === 64 && !wide ? sha512 : sha256;
  const block = (label: Uint8Array, length: number): Uint8Array =>
    wide ? shake256(concat(base, label), length) : hash(concat(base, label));
  const blockBytes = block(new Uint8Array(0), 64).length;
  const scalarBytes = wide ? 114 : blockBytes;
  return {
    staticSecret: (i) => wideInteger(suite, block(ascii(`static_secret_key_${i}`), 114)),
    stream: (participant) => {
      let counter = 0;
      let pool = new Uint8Array(0);
      const label = ascii(`round1_participant_${participant}`);
      return () => {
        while (pool.length < scalarBytes) {
          pool = new Uint8Array(concat(pool, block(concat(label, le64(counter)), 64)));
          counter += 1;
        }
        const scalar = wideInteger(suite, pool.subarray(0, scalarBytes));
        pool = pool.slice(scalarBytes);
        return scalar;
      };
    },
  };
}

function findDerivation(
  suite: CocktailSuite,
  vector: Vector,
  fileSeed: string | undefined,
): Derivation | undefined {
  for (const seed of [vector.seed, fileSeed]) {
    if (seed === undefined) continue;
    const found = derivation(suite, fromHex(seed), vector.t, vector.n);
    const first = toHex(suite.encodeScalar(found.staticSecret(1)));
    if (first === vector.config.static_secret_keys[0]) return found;
  }
  return undefined;
}

type Setup = {
  readonly suite: CocktailSuite;
  readonly vector: Vector;
  readonly secrets: readonly Scalar[];
  readonly keys: readonly Element[];
  readonly context: Uint8Array;
};

function setupOf(suite: CocktailSuite, vector: Vector): Setup {
  const secrets = vector.config.static_secret_keys.map((hex) =>
    suite.decodeNonZeroScalar(fromHex(hex)),
  );
  const keys = checkSetup(suite, {
    minSigners: vector.t,
    maxSigners: vector.n,
    publicKeys: vector.config.static_public_keys.map(fromHex),
    own: { index: 1, secret: secrets[0] as Scalar },
  });
  const context = cocktailContext(suite, fromHex(vector.session_tag), keys);
  expect(toHex(context)).toBe(vector.context);
  return { suite, vector, secrets, keys, context };
}

function messageOf(one: Round1): Uint8Array {
  return concat(
    ...one.vss_commitment.map(fromHex),
    fromHex(one.pop),
    fromHex(one.ephemeral_public_key),
    ...one.encrypted_shares.map((hex) => frame(fromHex(hex))),
  );
}

function checkSending(setup: Setup, seeded: Derivation): void {
  const { suite, vector, secrets, keys, context } = setup;
  const receivers = keys.map((publicKey, k) => ({ x: BigInt(k + 1), publicKey }));
  for (const i of someOf(vector)) {
    const k = i - 1;
    const one = vector.round1[k] as Round1;
    expect(seeded.staticSecret(i)).toBe(secrets[k]);
    const next = seeded.stream(i);
    const coefficients = Array.from({ length: vector.t }, () => next());
    const published = vector.payloads?.[k];
    const payload = published === undefined ? new Uint8Array(0) : fromHex(published);
    const sent = deal({
      suite,
      context,
      minSigners: vector.t,
      staticSecret: secrets[k] as Scalar,
      receivers,
      random: () => {
        throw new Error('vectors bring their own randomness');
      },
      given: { coefficients, ephemeralSecret: next() },
      payloads: keys.map(() => payload),
    });
    expect(toHex(sent.message)).toBe(toHex(messageOf(one)));
    const hints = one.pop_intermediate;
    if (hints?.message !== undefined) {
      const pop = schnorrSign(suite, coefficients[0] as Scalar, fromHex(hints.message));
      expect(toHex(pop)).toBe(one.pop);
    }
  }
}

function readDeals(setup: Setup): Deal[] {
  const { suite, vector, context } = setup;
  return vector.round1.map((one) => {
    const bytes = messageOf(one);
    if (one.msg1 !== undefined) expect(toHex(bytes)).toBe(one.msg1);
    const read = parseDeal(suite, {
      bytes,
      minSigners: vector.t,
      receivers: vector.n,
      ciphertextBytesMax: FRAME_MAX,
    });
    expect(verifyProofOfPossession(suite, context, read)).toBe(true);
    const other = concat(context, Uint8Array.of(0));
    expect(verifyProofOfPossession(suite, other, read)).toBe(false);
    return read;
  });
}

function openFor(setup: Setup, deals: readonly Deal[], index: number): readonly Scalar[] {
  const { suite, vector, secrets, keys, context } = setup;
  const secret = secrets[index - 1] as Scalar;
  return deals.map((read, k) => {
    const sender = keys[k] as Element;
    const opened = openShare(suite, {
      context,
      dh: receiverDh(suite, secret, read.ephemeral, sender),
      ephemeral: read.ephemeral,
      sender,
      receiver: { x: BigInt(index), publicKey: keys[index - 1] as Element },
      ciphertext: read.ciphertexts[index - 1] as Uint8Array,
      commitment: read.commitment,
    });
    if (opened.type === 'fault') throw new CocktailFault(opened.code, k + 1);
    expect(toHex(opened.payload)).toBe(vector.payloads?.[k] ?? '');
    return opened.share;
  });
}

/** Whose side is recomputed: everyone of a few, two of many. */
function someOf(vector: Vector): readonly number[] {
  const all = Array.from({ length: vector.n }, (_, k) => k + 1);
  return vector.n <= 5 ? all : [1, vector.n];
}

function checkReceiving(setup: Setup): void {
  const { suite, vector } = setup;
  const deals = readDeals(setup);
  for (const index of someOf(vector)) {
    const result = finish(suite, {
      commitments: deals.map((one) => one.commitment),
      receivers: vector.round2.map((one) => BigInt(one.participant_id)),
      own: { x: BigInt(index), shares: openFor(setup, deals, index) },
    });
    const want = vector.round2.find((one) => one.participant_id === index);
    expect(toHex(suite.encodeScalar(result.share as Scalar))).toBe(want?.secret_share);
    expect(result.verifyingShares.map((e) => toHex(suite.encodeElement(e)))).toEqual(
      vector.round2.map((one) => one.verification_share),
    );
    expect(toHex(suite.encodeElement(result.verifyingKey))).toBe(vector.group_public_key);
  }
}

function transcriptOf(setup: Setup): Uint8Array {
  const { suite, vector, keys, context } = setup;
  const deals = vector.round1.map((one) => ({
    commitmentBytes: concat(...one.vss_commitment.map(fromHex)),
    proof: fromHex(one.pop),
    ephemeralBytes: fromHex(one.ephemeral_public_key),
  }));
  return encodeTranscript(suite, {
    context,
    minSigners: vector.t,
    publicKeys: keys,
    deals,
    extension: fromHex(vector.extension),
  });
}

function checkCertifying(setup: Setup): void {
  const { suite, vector, secrets, keys } = setup;
  const transcript = transcriptOf(setup);
  expect(toHex(suite.hash(transcript))).toBe(vector.round3.transcript_hash);
  if (vector.round3.transcript !== undefined) {
    expect(toHex(transcript)).toBe(vector.round3.transcript);
  }
  const signatures = secrets.map((secret) => certify(suite, secret, transcript));
  expect(signatures.map(toHex)).toEqual(vector.round3.signatures.map((one) => one.signature));
  expect(checkCertificate(suite, keys, transcript, signatures)).toEqual([]);
  const swapped = [signatures[1], signatures[0], ...signatures.slice(2)] as Uint8Array[];
  expect(checkCertificate(suite, keys, transcript, swapped)).toEqual([1, 2]);
  const read = parseTranscript(suite, transcript);
  expect(read.minSigners).toBe(vector.t);
  expect(toHex(read.extension)).toBe(vector.extension);
}

function checkRecovering(setup: Setup): void {
  const { suite, vector, secrets } = setup;
  const recovery = vector.recovery;
  if (recovery === undefined) return;
  const index = recovery.participant_id;
  const bundle = encodeBundle(recovery.ciphertexts.map(fromHex));
  if (recovery.bundle !== undefined) expect(toHex(bundle)).toBe(recovery.bundle);
  const recovered = recover(suite, {
    staticSecret: secrets[index - 1] as Scalar,
    transcript: transcriptOf(setup),
    signatures: vector.round3.signatures.map((one) => fromHex(one.signature)),
    bundle,
    ciphertextBytesMax: FRAME_MAX,
  });
  expect(recovered.index).toBe(index);
  expect(toHex(suite.encodeScalar(recovered.share))).toBe(recovery.recovered_secret_share);
  expect(toHex(suite.encodeElement(recovered.verifyingShares[index - 1] as Element))).toBe(
    recovery.recovered_verification_share,
  );
}

/** Whether the vector was made with Ed25519's Diffie–Hellman values as the text has them. */
function usesText(suite: CocktailSuite, vector: Vector): boolean {
  if (suite.id !== ed25519Text.id) return false;
  const setup = setupOf(suite, vector);
  const read = readDeals(setup);
  try {
    openFor(setup, read, 1);
    return false;
  } catch (error) {
    if (error instanceof CocktailFault && error.code === 'DECRYPT') return true;
    throw error;
  }
}

export const cocktail: Runner = (data) => {
  const vectors = data.vectors as readonly Vector[];
  const sample = vectors[0]?.config.static_secret_keys[0] ?? '';
  const plain = suiteOf(data.ciphersuite, sample);
  if (plain === undefined) return `suite ${String(data.ciphersuite)} is not offered`;
  const cases: Case[] = [];
  for (const vector of vectors) {
    const suite = (): CocktailSuite => (usesText(plain, vector) ? ed25519Text : plain);
    const name = `${vector.t} of ${vector.n}${vector.payloads ? ' with payloads' : ''}`;
    const seeded = findDerivation(plain, vector, data.seed as string | undefined);
    if (seeded !== undefined) {
      const run = (): void => checkSending(setupOf(suite(), vector), seeded);
      cases.push({ name: `${name}: sending side, byte for byte`, run });
    }
    const receive = (): void => checkReceiving(setupOf(suite(), vector));
    cases.push({ name: `${name}: receiving side`, run: receive });
    const certificate = (): void => checkCertifying(setupOf(suite(), vector));
    cases.push({ name: `${name}: certificate`, run: certificate });
    if (vector.recovery !== undefined) {
      cases.push({
        name: `${name}: recovery`,
        run: () => checkRecovering(setupOf(suite(), vector)),
      });
    }
  }
  return cases;
};
