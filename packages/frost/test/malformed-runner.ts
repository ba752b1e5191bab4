/** Encodings that every decoder must refuse. */

import { expect } from 'vitest';
import { concat, fromHex } from '../src/bytes.ts';
import { deal, parseDeal } from '../src/cocktail.ts';
import { decodePoints } from '../src/cocktail-channel.ts';
import { CocktailFault } from '../src/cocktail-fault.ts';
import { schnorrVerify } from '../src/cocktail-schnorr.ts';
import { checkSetup } from '../src/cocktail-setup.ts';
import { DecodeError } from '../src/encoding.ts';
import { decodeNonceCommitments } from '../src/nonces.ts';
import type { Ciphersuite } from '../src/suite.ts';
import { ciphersuite } from '../src/suites.ts';
import { neverRandom } from './codec.ts';
import type { Case, Runner } from './find.ts';

type Bad = { readonly hex: string; readonly why: string };

/** Every decoder that meets an element from the wire, with the bad one in each place. */
function refusedEverywhere(suite: Ciphersuite, bad: Uint8Array): void {
  expect(() => suite.decodeElement(bad)).toThrow(DecodeError);
  const good = suite.encodeElement(suite.group.base);
  expect(() => decodeNonceCommitments(suite, bad, good)).toThrow(DecodeError);
  expect(() => decodeNonceCommitments(suite, good, bad)).toThrow(DecodeError);
  const message = new Uint8Array(1);
  const signature = concat(good, suite.encodeScalar(1n)).slice(0, suite.signatureBytes);
  expect(suite.verify({ publicKey: bad, message, signature })).toBe(false);
  const { cocktail } = suite;
  expect(() => decodePoints(cocktail, bad)).toThrow(CocktailFault);
  const setup = { minSigners: 1, maxSigners: 2, publicKeys: [good, bad] };
  expect(() => checkSetup(cocktail, setup)).toThrow(CocktailFault);
  const asR = concat(bad, cocktail.encodeScalar(1n));
  expect(schnorrVerify(cocktail, suite.group.base, message, asR)).toBe(false);
  if (bad.length === suite.elementBytes) refusedInDeals(suite, bad);
}

function refusedInDeals(suite: Ciphersuite, bad: Uint8Array): void {
  const { cocktail } = suite;
  const receivers = [2n, 3n].map((x) => ({ x, publicKey: suite.group.multiplyBase(x) }));
  const { message } = deal({
    suite: cocktail,
    context: new Uint8Array(1),
    minSigners: 2,
    staticSecret: 5n,
    receivers,
    random: neverRandom,
    given: { coefficients: [7n, 11n], ephemeralSecret: 13n },
  });
  const options = { minSigners: 2, receivers: 2, ciphertextBytesMax: 100 };
  const { elementBytes, signatureBytes } = cocktail;
  for (const at of [0, elementBytes, 2 * elementBytes + signatureBytes]) {
    const bytes = Uint8Array.from(message);
    bytes.set(bad, at);
    expect(() => parseDeal(cocktail, { ...options, bytes })).toThrow(CocktailFault);
  }
}

export const malformed: Runner = (data) => {
  const cases: Case[] = [];
  for (const [id, list] of Object.entries(data.points as { [id: string]: readonly Bad[] })) {
    for (const { hex, why } of list) {
      const suite = ciphersuite(id);
      const name = `element ${id}: ${why}`;
      cases.push({ name, run: () => refusedEverywhere(suite, fromHex(hex)) });
    }
  }
  for (const [id, list] of Object.entries(data.scalars as { [id: string]: readonly Bad[] })) {
    for (const { hex, why } of list) {
      const suite = ciphersuite(id);
      cases.push({
        name: `scalar ${id}: ${why}`,
        run: () => {
          const bad = fromHex(hex);
          expect(() => suite.decodeScalar(bad)).toThrow(DecodeError);
          expect(() => suite.decodeNonZeroScalar(bad)).toThrow(DecodeError);
          const asZ = concat(suite.encodeElement(suite.group.base), bad);
          const publicKey = suite.group.base;
          expect(schnorrVerify(suite.cocktail, publicKey, bad, asZ)).toBe(false);
        },
      });
    }
  }
  return cases;
};
