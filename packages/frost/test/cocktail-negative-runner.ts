/** Vectors of COCKTAIL-DKG that must fail, with the right code and party. */

import { expect } from 'vitest';
import { fromHex } from '../src/bytes.ts';
import { finish, openShare, parseDeal, verifyProofOfPossession } from '../src/cocktail.ts';
import { receiverDh } from '../src/cocktail-channel.ts';
import { CocktailFault } from '../src/cocktail-fault.ts';
import { checkSetup } from '../src/cocktail-setup.ts';
import { recover } from '../src/cocktail-transcript.ts';
import type { CocktailSuite, Element } from '../src/suite.ts';
import { FRAME_MAX, suiteOf } from './cocktail-runners.ts';
import type { Runner } from './find.ts';

type Negative = {
  readonly n: number;
  readonly t: number;
  readonly context: string;
  readonly static_secret_keys: readonly string[];
  readonly static_public_keys: readonly string[];
  readonly honest_msg1: readonly string[];
  readonly round2_cases: readonly {
    readonly name: string;
    readonly receiver: number;
    readonly sender: number;
    readonly max_ciphertext: number;
    readonly msg1: string;
    readonly expect: string;
    readonly blame: number | null;
  }[];
  readonly recovery_cases: readonly {
    readonly name: string;
    readonly static_secret_key: string;
    readonly transcript: string;
    readonly signatures: readonly string[];
    readonly bundle: string;
    readonly expect: string;
  }[];
  readonly setup_cases: readonly {
    readonly name: string;
    readonly t: number;
    readonly n: number;
    readonly static_public_keys: readonly string[];
    readonly expect: string;
  }[];
};

function outcome(run: () => void): { readonly code: string; readonly culprit?: number } {
  try {
    run();
    return { code: 'OK' };
  } catch (error) {
    if (!(error instanceof CocktailFault)) throw error;
    const { code, culprit } = error;
    return culprit === undefined ? { code } : { code, culprit };
  }
}

/** Round two of one receiver over all messages, one of which is the case's. */
function roundTwo(
  suite: CocktailSuite,
  file: Negative,
  one: Negative['round2_cases'][number],
): void {
  const keys = file.static_public_keys.map((hex) => suite.decodeElement(fromHex(hex)));
  const context = fromHex(file.context);
  const secret = suite.decodeScalar(fromHex(file.static_secret_keys[one.receiver - 1] as string));
  const receiver = { x: BigInt(one.receiver), publicKey: keys[one.receiver - 1] as Element };
  const blaming = (code: CocktailFault['code'], k: number): CocktailFault =>
    new CocktailFault(code, k + 1);
  const deals = file.honest_msg1.map((honest, k) => {
    const bytes = fromHex(k + 1 === one.sender ? one.msg1 : honest);
    const sizes = { minSigners: file.t, receivers: file.n, ciphertextBytesMax: one.max_ciphertext };
    try {
      return parseDeal(suite, { bytes, ...sizes });
    } catch (error) {
      if (error instanceof CocktailFault) throw blaming(error.code, k);
      throw error;
    }
  });
  deals.forEach((read, k) => {
    if (!verifyProofOfPossession(suite, context, read)) throw blaming('POP', k);
  });
  const shares = deals.map((read, k) => {
    const sender = keys[k] as Element;
    const opened = openShare(suite, {
      context,
      dh: receiverDh(suite, secret, read.ephemeral, sender),
      ephemeral: read.ephemeral,
      sender,
      receiver,
      ciphertext: read.ciphertexts[one.receiver - 1] as Uint8Array,
      commitment: read.commitment,
    });
    if (opened.type === 'fault') throw blaming(opened.code, k);
    return opened.share;
  });
  finish(suite, {
    commitments: deals.map((read) => read.commitment),
    receivers: keys.map((_, k) => BigInt(k + 1)),
    own: { x: receiver.x, shares },
  });
}

export const cocktailNegative: Runner = (data) => {
  const file = data as unknown as Negative;
  const suite = suiteOf(data.ciphersuite, file.static_secret_keys[0] ?? '');
  if (suite === undefined) return `suite ${String(data.ciphersuite)} is not offered`;
  return [
    ...file.round2_cases.map((one) => ({
      name: `round 2: ${one.name} is ${one.expect}`,
      run: () => {
        const got = outcome(() => roundTwo(suite, file, one));
        expect(got.code).toBe(one.expect);
        expect(got.culprit ?? null).toBe(one.blame);
      },
    })),
    ...file.recovery_cases.map((one) => ({
      name: `recovery: ${one.name} is ${one.expect}`,
      run: () => {
        const got = outcome(() =>
          recover(suite, {
            staticSecret: suite.decodeScalar(fromHex(one.static_secret_key)),
            transcript: fromHex(one.transcript),
            signatures: one.signatures.map(fromHex),
            bundle: fromHex(one.bundle),
            ciphertextBytesMax: FRAME_MAX,
          }),
        );
        expect(got.code).toBe(one.expect);
      },
    })),
    ...file.setup_cases.map((one) => ({
      name: `setup: ${one.name} is ${one.expect}`,
      run: () => {
        const publicKeys = one.static_public_keys.map(fromHex);
        const sizes = { minSigners: one.t, maxSigners: one.n };
        expect(outcome(() => checkSetup(suite, { ...sizes, publicKeys })).code).toBe(one.expect);
      },
    })),
  ];
};
