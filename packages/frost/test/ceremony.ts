/** A whole COCKTAIL key generation in memory, for tests. */

import { utf8 } from '../src/bytes.ts';
import {
  type Deal,
  deal,
  type Opened,
  openShare,
  parseDeal,
  type Receiver,
} from '../src/cocktail.ts';
import { receiverDh } from '../src/cocktail-channel.ts';
import type { CocktailFault } from '../src/cocktail-fault.ts';
import { cocktailContext } from '../src/cocktail-setup.ts';
import { randomScalar } from '../src/random.ts';
import type { CocktailSuite, Scalar } from '../src/suite.ts';
import { seeded } from './seeded.ts';

export function code(run: () => unknown): string {
  try {
    run();
    return 'OK';
  } catch (error) {
    return (error as CocktailFault).code;
  }
}

export type Ceremony = {
  readonly suite: CocktailSuite;
  readonly t: number;
  readonly secrets: readonly Scalar[];
  readonly receivers: readonly Receiver[];
  readonly context: Uint8Array;
  readonly messages: readonly Uint8Array[];
  readonly deals: readonly Deal[];
};

export function ceremony(suite: CocktailSuite, t: number, n: number, seed: string): Ceremony {
  const random = seeded(seed);
  const secrets = Array.from({ length: n }, () => randomScalar(suite, random));
  const keys = secrets.map(suite.group.multiplyBase);
  const receivers = keys.map((publicKey, k) => ({ x: BigInt(k + 1), publicKey }));
  const context = cocktailContext(suite, utf8(seed), keys);
  const messages = secrets.map(
    (staticSecret) =>
      deal({ suite, context, minSigners: t, staticSecret, receivers, random }).message,
  );
  const sizes = { minSigners: t, receivers: n, ciphertextBytesMax: suite.scalarBytes + 16 };
  const deals = messages.map((bytes) => parseDeal(suite, { bytes, ...sizes }));
  return { suite, t, secrets, receivers, context, messages, deals };
}

export function open(c: Ceremony, to: number, from: number, change: Partial<Deal> = {}): Opened {
  const read = { ...c.deals[from - 1]!, ...change };
  const sender = c.receivers[from - 1]!.publicKey;
  return openShare(c.suite, {
    context: c.context,
    dh: receiverDh(c.suite, c.secrets[to - 1]!, read.ephemeral, sender),
    ephemeral: read.ephemeral,
    sender,
    receiver: c.receivers[to - 1]!,
    ciphertext: read.ciphertexts[to - 1]!,
    commitment: read.commitment,
  });
}

export function sharesOf(c: Ceremony, to: number): Scalar[] {
  return c.deals.map((_, k) => {
    const opened = open(c, to, k + 1);
    if (opened.type === 'fault') throw new Error(opened.code);
    return opened.share;
  });
}
