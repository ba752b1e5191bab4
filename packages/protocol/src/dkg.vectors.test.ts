/**
 * What the session does with deals, on deals that it did not make: published and independently
 * generated vectors of COCKTAIL-DKG. (The functions below the session have vector tests of their
 * own, next to them.)
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ciphersuite, concat, frame, fromHex, suites, toHex } from '@permafrost/frost';
import { describe, expect, test } from 'vitest';
import { ceremonyOf, proofFault, readReveal, type Setup } from './ceremony.ts';
import { encodeBody, encodeReveal } from './ceremony-messages.ts';
import { dhWith, openDealt } from './complaint.ts';

type Vector = {
  readonly n: number;
  readonly t: number;
  readonly context: string;
  readonly config: {
    readonly static_secret_keys: readonly string[];
    readonly static_public_keys: readonly string[];
  };
  readonly round1: readonly {
    readonly vss_commitment: readonly string[];
    readonly pop: string;
    readonly ephemeral_public_key: string;
    /** Without their frames. */
    readonly encrypted_shares: readonly string[];
  }[];
  readonly round2: readonly { readonly secret_share: string }[];
};
type File = { readonly ciphersuite: string; readonly vectors: readonly Vector[] };

const root = new URL('../../..', import.meta.url).pathname;
const given = process.env.PERMAFROST_VECTORS;
const folders =
  given === undefined
    ? [
        join(root, 'packages/frost/vectors/cocktail/selfgen'),
        join(root, '../shared/vectors/cocktail/cctv'),
      ]
    : [join(given, 'cocktail/selfgen'), join(given, 'cocktail/cctv')];

const files = folders.flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json') && !name.includes('negative'))
        .map((name) => join(folder, name))
    : [],
);

function suiteNamed(id: string): Ciphersuite | undefined {
  // Suites that share a group share COCKTAIL's id: the first is the plain one.
  return [...suites.values()].find(({ cocktail }) => cocktail.id === id);
}

/** Whether a deal of this vector has the sizes that our sessions have: no payloads. */
function hasOurSizes(suite: Ciphersuite, { n, t, round1 }: Vector): boolean {
  const ceremony = ceremonyFor(suite, n, t);
  return round1.every((deal) => messageOf(deal).length === ceremony.sizes.message);
}

/** msg1: commitment, proof of possession, ephemeral key, frames. */
function messageOf(deal: Vector['round1'][number]): Uint8Array {
  const frames = deal.encrypted_shares.map((hex) => frame(fromHex(hex)));
  const points = deal.vss_commitment.map(fromHex);
  return concat(...points, fromHex(deal.pop), fromHex(deal.ephemeral_public_key), ...frames);
}

function ceremonyFor(suite: Ciphersuite, n: number, t: number) {
  const members = Array.from({ length: n }, (_, i) => new Uint8Array(32).fill(i + 1));
  const threshold = { minSigners: t, maxSigners: n };
  const proposalHash = new Uint8Array(64);
  return ceremonyOf(
    suite,
    { suite: suite.id, purpose: 'sign', proposalHash, threshold, members },
    1,
  );
}

describe.skipIf(files.length === 0)('deals of others', () => {
  test.each(files.map((file) => [file.slice(file.indexOf('cocktail')), file] as const))(
    '%s',
    (name, path) => {
      const { ciphersuite: id, vectors } = JSON.parse(readFileSync(path, 'utf8')) as File;
      const suite = suiteNamed(id);
      const usable = suite && vectors.filter((vector) => hasOurSizes(suite, vector));
      if (suite === undefined || usable === undefined || usable.length === 0) {
        console.log(`${name}: skipped, no deals of our sizes`);
        return;
      }
      if (name.includes('spec-ristretto-ecdh')) {
        console.log(`${name}: skipped, another encoding of Diffie–Hellman values`);
        return;
      }
      for (const vector of usable) check(suite, vector);
      console.log(`${name}: ${usable.length} cases`);
    },
  );
});

function check(suite: Ciphersuite, { n, t, context, config, round1, round2 }: Vector): void {
  const { cocktail } = suite;
  const ceremony = ceremonyFor(suite, n, t);
  const setup: Setup = {
    sessionId: new Uint8Array(32),
    publicKeys: config.static_public_keys.map((hex) => cocktail.decodeElement(fromHex(hex))),
    context: fromHex(context),
    contextHash: new Uint8Array(32),
    seats: ceremony.seats,
  };
  const dealers = round1.map((deal, i) => {
    const proof = new Uint8Array(cocktail.signatureBytes);
    const body = encodeBody(messageOf(deal), proof);
    const judged = readReveal(ceremony, encodeReveal({ root: new Uint8Array(32), body }));
    if (judged.type === 'fault') throw new Error(judged.why);
    // Vectors know nothing of our proof of the ephemeral key; theirs is checked before it.
    expect(proofFault(ceremony, setup, i + 1, judged.reveal)).toBe('POKE');
    return { seat: i + 1, reveal: judged.reveal };
  });
  config.static_secret_keys.forEach((hex, i) => {
    const secret = cocktail.decodeNonZeroScalar(fromHex(hex));
    const shares = dealers.map((dealer) => {
      const dh = dhWith(cocktail, setup, dealer, secret);
      const opened = openDealt(ceremony, setup, { dealer, to: i + 1, dh });
      if (opened.type === 'fault') throw new Error(opened.code);
      return opened.share;
    });
    const sum = shares.reduce((total, share) => (total + share) % cocktail.order, 0n);
    expect(toHex(cocktail.encodeScalar(sum))).toBe(round2[i]?.secret_share);
  });
}
