/**
 * Networks that have keys from the start: the disks after a key generation in which nothing went
 * wrong, made once for each shape. Much quicker than a key generation in every run.
 * @module
 */
import { type Ciphersuite, ed25519PublicKey } from '@permafrost/frost';
import { seededRandom } from '@permafrost/protocol/sim';
import type { permafrost } from '@permafrost/wire';
import type { Disk } from './disk.ts';
import { createKey } from './requests.ts';
import { createNetwork } from './world.ts';

export type Dealt = {
  readonly hostSeeds: readonly Uint8Array[];
  readonly operatorSeed: Uint8Array;
  /** In order of nodes. */
  readonly images: readonly Disk[];
  readonly keys: ReadonlyMap<string, permafrost.v1.KeyInfo.$Properties>;
};

/** Seeds of requesters besides the operator; the same in every world. */
export const requesterSeed = (requester: number): Uint8Array =>
  seededRandom(0, `requester ${requester}`)(32);

const made = new Map<string, Dealt>();

/** @throws RangeError when the key generation fails, which it never does. */
export function dealt(shape: {
  readonly nodes: number;
  readonly threshold: number;
  readonly suiteName: string;
  readonly suite: Ciphersuite;
  readonly names: readonly string[];
  readonly requesters: number;
}): Dealt {
  const { nodes, threshold, suiteName, suite, names, requesters } = shape;
  const label = `${nodes}/${threshold}/${suiteName}/${names.join()}`;
  const known = made.get(label);
  if (known !== undefined) return known;
  const hostSeeds = Array.from({ length: nodes }, (_, i) => seededRandom(0, `dealt ${i}`)(32));
  const operatorSeed = seededRandom(0, 'dealt operator')(32);
  const conditions = { latencyMsMin: 1, latencyMsMax: 2, diskMsMax: 1, repeatRatio: 0 };
  const network = createNetwork({
    seed: 0,
    nodes,
    suiteOf: () => suite,
    hostSeeds,
    operatorSeed,
    conditions,
    isTraced: false,
  });
  for (let i = 0; i < nodes; i++) network.start(i);
  const who = Array.from({ length: requesters }, (_, i) =>
    ed25519PublicKey(i === 0 ? operatorSeed : requesterSeed(i)),
  );
  const watched = names.map((name) => {
    const wanted = { at: 0, name, minSigners: threshold, suite: suite.id, requesters: who };
    const one = createKey(network, wanted);
    network.run(15_000);
    return one;
  });
  network.run(31_000);
  const keys = new Map(
    watched.map(({ key }, i): [string, permafrost.v1.KeyInfo.$Properties] => {
      if (key === undefined) throw new RangeError(`no key was dealt: ${label}`);
      return [names[i] ?? '', key];
    }),
  );
  const images = network.nodes.map((_, i) => network.imageOf(i));
  const all: Dealt = { hostSeeds, operatorSeed, images, keys };
  made.set(label, all);
  return all;
}
