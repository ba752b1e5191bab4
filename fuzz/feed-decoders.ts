/**
 * Feeds decoders with records that went wrong.
 * @module
 */
import { utf8 } from '@permafrost/frost';
import { type Complaint, described, isCost, judge } from './budget.ts';
import { changeParts } from './changes.ts';
import {
  ceremonyParts,
  outerParts,
  partsOf,
  rareCalls,
  rareFrames,
  requestsOf,
  textsOf,
} from './corpus.ts';
import type { Decoder } from './decoder.ts';
import { decodersOf } from './decoders.ts';
import { createDice, type Dice } from './dice.ts';
import { addFinding, count, type Tally } from './finding.ts';
import { type Mutation, mutate, mutateJson } from './mutate.ts';
import type { Scene } from './scene.ts';

/** Records that one decoder begins with. */
const SEEDS_MAX = 24;
/** A pause of the whole process is not the decoder's. */
const TRIES = 3;

export type Fed = {
  readonly decoder: Decoder;
  /** Records that it accepts. */
  readonly seeds: readonly Uint8Array[];
};

/** Each decoder with what it accepts; with anything where it accepts nothing, or everything. */
export async function prepare(scene: Scene, tally: Tally): Promise<readonly Fed[]> {
  const dice = createDice(scene.network.world.seed, 'seeds');
  const parts = partsOf(scene);
  const all = [
    ...parts,
    ...requestsOf(parts),
    ...rareCalls(scene),
    ...rareFrames(scene).map(({ body }) => body),
    ...outerParts(scene),
    ...ceremonyParts(scene, parts),
    ...changeParts(scene.suite),
  ];
  const texts = textsOf(scene).map((text) => utf8(text));
  const fed: Fed[] = [];
  for (const decoder of decodersOf(scene)) {
    const accepted: Uint8Array[] = [];
    for (const bytes of decoder.isText ? texts : all) {
      if (await accepts(decoder, bytes, tally)) accepted.push(bytes);
    }
    if (accepted.length === 0) tally.unseeded.push(decoder.name);
    fed.push({ decoder, seeds: sample(dice, accepted) });
  }
  return fed;
}

async function accepts(
  { name, decode, throws }: Decoder,
  bytes: Uint8Array,
  tally: Tally,
): Promise<boolean> {
  try {
    await decode(Uint8Array.from(bytes));
    return true;
  } catch (error) {
    if (throws.some((type) => error instanceof type)) return false;
    addFinding(tally, { target: name, mutation: '', by: '', bytes, complaint: described(error) });
    return false;
  }
}

/** Some of them, of all lengths. */
function sample(dice: Dice, all: readonly Uint8Array[]): readonly Uint8Array[] {
  const sorted = [...all].sort((a, b) => a.length - b.length);
  if (sorted.length <= SEEDS_MAX) return sorted;
  const width = sorted.length / SEEDS_MAX;
  return Array.from({ length: SEEDS_MAX }, (_, i) => {
    const at = Math.floor(i * width) + dice.below(Math.max(1, Math.floor(width)));
    return sorted[at] as Uint8Array;
  });
}

/** Feeds one input to each decoder. */
export async function feedDecoders(
  scene: Scene,
  fed: readonly Fed[],
  tally: Tally,
  round: number,
): Promise<void> {
  const { seed } = scene.network.world;
  const dice = createDice(seed, `decoders ${round}`);
  for (const { decoder, seeds } of fed) {
    const { name, bytes } = input(dice, decoder, seeds);
    count(tally, decoder.name, name);
    const complaint = await decoderComplaint(decoder, bytes);
    if (complaint === undefined) continue;
    addFinding(tally, { target: decoder.name, mutation: name, by: '', bytes, complaint });
  }
}

/** What is wrong with how a decoder takes these bytes. What costs too much does so each time. */
export async function decoderComplaint(decoder: Decoder, bytes: Uint8Array): Promise<Complaint> {
  let complaint: Complaint;
  for (let tries = 0; tries < TRIES; tries++) {
    const given = Uint8Array.from(bytes);
    complaint = await judge(() => decoder.decode(given), decoder.throws);
    if (complaint === undefined || !isCost(complaint)) return complaint;
  }
  return complaint;
}

function input(dice: Dice, decoder: Decoder, seeds: readonly Uint8Array[]): Mutation {
  const seed = dice.maybeOf(seeds) ?? dice.bytes(dice.below(200));
  if (decoder.isText) return mutateJson(dice, seed);
  const once = mutate(dice, seed, seeds);
  return dice.oneIn(4) ? mutate(dice, once.bytes, seeds) : once;
}
