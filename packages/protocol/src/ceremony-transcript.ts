/**
 * The transcript that the receivers of a ceremony certify: COCKTAIL's own in a key generation, and
 * in a change, where dealers and receivers differ, one in its likeness.
 * @module
 */
import {
  type Ciphersuite,
  CocktailFault,
  encodeReshareTranscript,
  encodeTranscript,
  finish,
  type PublicKeyPackage,
  parseReshareTranscript,
  parseTranscript,
  type Transcript,
} from '@permafrost/frost';
import { type Ceremony, type ReadReveal, type Setup, transcriptExtension } from './ceremony.ts';
import { packageOf } from './dkg-record.ts';
import type { Group } from './group.ts';

/** `reveals` in order of dealers. */
export function transcriptOf(
  { cocktail, minSigners, maxSigners, ...ceremony }: Ceremony,
  setup: Setup,
  reveals: readonly ReadReveal[],
): Uint8Array {
  const { context, publicKeys, sessionId } = setup;
  const whole = { cocktail, minSigners, maxSigners, ...ceremony };
  const bodies = reveals.map(({ body }) => body);
  const extension = transcriptExtension(whole, sessionId, bodies);
  const { change } = ceremony.group;
  if (change === undefined) {
    const deals = reveals.map(({ deal }) => deal);
    return encodeTranscript(cocktail, { context, minSigners, publicKeys, deals, extension });
  }
  const dealers = reveals.map(({ deal }, i) => ({
    oldIndex: change.dealers[i] as number,
    publicKey: publicKeys[maxSigners + i] as (typeof publicKeys)[number],
    deal,
  }));
  const receivers = publicKeys.slice(0, maxSigners);
  return encodeReshareTranscript(cocktail, { context, minSigners, receivers, dealers, extension });
}

/**
 * Reads the transcript of a group's ceremony; `publicKeys` are those of all its seats, in order.
 * @throws CocktailFault also when the dealers are others than the group's.
 */
export function parseCeremonyTranscript(
  suite: Ciphersuite,
  { change }: Group,
  transcript: Uint8Array,
): Transcript {
  if (change === undefined) return parseTranscript(suite.cocktail, transcript);
  const parsed = parseReshareTranscript(suite.cocktail, transcript);
  const { dealerIndexes, dealerKeys, publicKeys } = parsed;
  const isSame =
    dealerIndexes.length === change.dealers.length &&
    dealerIndexes.every((id, i) => id === change.dealers[i]);
  if (!isSame) throw new CocktailFault('T_BAD');
  return { ...parsed, publicKeys: [...publicKeys, ...dealerKeys] };
}

/**
 * The public keys of a group's epoch, raw, as its transcript has them.
 * @throws CocktailFault on a bad transcript, or one of other dealers.
 */
export function epochKeysOf(
  suite: Ciphersuite,
  group: Group,
  transcript: Uint8Array,
): PublicKeyPackage {
  const { commitments, minSigners, maxSigners } = parseCeremonyTranscript(suite, group, transcript);
  const receivers = Array.from({ length: maxSigners }, (_, i) => BigInt(i + 1));
  return packageOf(suite, minSigners, finish(suite.cocktail, { commitments, receivers }));
}
