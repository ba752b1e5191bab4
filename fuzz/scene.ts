/**
 * A small network at work: two keys are made, signatures asked for, one of them resumed at a
 * second node and one taken back, a node starts again. All that was said is kept.
 * @module
 */
import { type Ciphersuite, ciphersuite, ed25519PublicKey, toHex, utf8 } from '@permafrost/frost';
import type { permafrost } from '@permafrost/wire';
import { ask, cancel, requestFor } from '../packages/node/src/sim/client.ts';
import { createKey } from '../packages/node/src/sim/requests.ts';
import { createNetwork, type Network } from '../packages/node/src/sim/world.ts';

export type Key = permafrost.v1.KeyInfo.$Properties;

export type Frame = { readonly from: number; readonly kind: number; readonly body: Uint8Array };

/** All that was said while the scene was made. */
export type Recorded = {
  readonly frames: readonly Frame[];
  /** Requests of the request plane, and answers. */
  readonly calls: readonly Uint8Array[];
  readonly answers: readonly Uint8Array[];
  /** What lies on the disks. */
  readonly records: readonly Uint8Array[];
};

export type Scene = {
  readonly network: Network;
  readonly suite: Ciphersuite;
  readonly key: Key;
  /** Ed25519 seed of a requester of the key. */
  readonly requesterSeed: Uint8Array;
  readonly recorded: Recorded;
};

export const NODES = 4;
/** The node that goes bad later. */
export const BAD = 1;
/** Records of one kind and length that are kept: more of them teach nothing. */
const ALIKE_MAX = 3;

export function makeScene(seed: number, suite: Ciphersuite): Scene {
  const network = createNetwork({ seed, nodes: NODES, suiteOf: lookupOf(suite), isTraced: false });
  const requesterSeed = network.world.random('requester')(32);
  const frames = createShelf<Frame>();
  const calls = createShelf<Uint8Array>();
  const answers = createShelf<Uint8Array>();
  let isRecording = true;
  network.onFrame(({ from, kind, body }) => {
    if (isRecording)
      frames.put(`${kind}/${from}/${body.length}`, { from, kind, body: body.slice() });
    return body;
  });
  network.onInput((_, input) => {
    if (isRecording && input.type === 'rpc') calls.put(`${input.body.length}`, input.body.slice());
  });
  network.onAction((_, action) => {
    if (isRecording && action.type === 'respond')
      answers.put(`${action.body.length}`, action.body.slice());
  });

  for (let i = 0; i < NODES; i++) network.start(i);
  const requesters = [network.operatorSeed, requesterSeed].map((one) => ed25519PublicKey(one));
  const watched = createKey(network, {
    at: 0,
    name: 'team',
    minSigners: 3,
    suite: suite.id,
    requesters,
  });
  network.run(20_000);
  const { key } = watched;
  if (key === undefined) throw new Error(`no key: ${watched.error?.message}`);
  work(network, key, requesterSeed);

  isRecording = false;
  const records = createShelf<Uint8Array>();
  for (const { disk } of network.nodes) {
    for (const [path, value] of disk.records) {
      records.put(`${path.split('/').filter((part) => part.length < 12)}`, Uint8Array.from(value));
    }
  }
  const recorded = {
    frames: frames.all(),
    calls: calls.all(),
    answers: answers.all(),
    records: records.all(),
  };
  return { network, suite, key, requesterSeed, recorded };
}

/** Everything that a request can go through. */
function work(network: Network, key: Key, seed: Uint8Array): void {
  const request = (text: string) => {
    const message = utf8(text);
    const idempotencyKey = utf8(text.padEnd(16));
    return requestFor(network, { key, message, idempotencyKey, seed });
  };
  for (const at of network.nodes.keys()) ask(network, request(`of ${at}`), [at], { seed });
  network.run(3_000);
  // The entry node dies with the request: another one asks the members what they know of it.
  const resumed = request('resumed');
  ask(network, resumed, [0, 2], { seed });
  network.run(1);
  network.kill(0);
  network.run(3_000);
  network.start(0);
  network.run(10_000);
  ask(network, resumed, [3], { seed, isResumed: true });
  network.run(1_000);
  const takenBack = request('taken back');
  cancel(network, takenBack, 2, { seed });
  network.run(3_000);
  ask(network, takenBack, [3], { seed });
  network.run(3_000);
}

/** This suite under its name, which may stand for another one; the real ones under theirs. */
export function lookupOf(suite: Ciphersuite): (id: string) => Ciphersuite {
  return (id) => (id === suite.id ? suite : ciphersuite(id));
}

/** Keeps a few of each kind. */
function createShelf<T>(): { put: (kind: string, item: T) => void; all: () => readonly T[] } {
  const kinds = new Map<string, T[]>();
  return {
    put: (kind, item) => {
      const kept = kinds.get(kind) ?? [];
      if (kept.length < ALIKE_MAX) kept.push(item);
      kinds.set(kind, kept);
    },
    all: () => [...kinds.values()].flat(),
  };
}

/** Hex of the identity that a seed stands for. */
export function callerOf(seed: Uint8Array): string {
  return toHex(ed25519PublicKey(seed));
}
