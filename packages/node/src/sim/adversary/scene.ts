/**
 * The common scene of scripts: four nodes, one of which the adversary has.
 * @module
 */
import type { Ciphersuite } from '@permafrost/frost';
import { decodeEvidence } from '@permafrost/protocol';
import { toySuite } from '@permafrost/protocol/sim';
import type { About, Asked } from '../checkers/about.ts';
import { createCheckers } from '../checkers/index.ts';
import { type Dealt, dealt } from '../dealt.ts';
import { createKey, requestSignature } from '../requests.ts';
import { createNetwork, type Network } from '../world.ts';
import { createAdversary, scriptNamed } from './index.ts';

const toy: Ciphersuite = { ...toySuite, id: 'ed25519' };
const NODES = 4;
/** Of four, so that the one gone bad is often asked and never needed. */
const MIN_SIGNERS = 3;
/** Index of the node that the adversary has. */
const BAD = 1;

export type Scene = {
  readonly network: Network;
  readonly asked: Asked;
  readonly violations: () => readonly string[];
  /** Codes of the evidence that honest nodes wrote. */
  readonly proven: () => ReadonlySet<string>;
};

function scene(seed: number, suite: Ciphersuite, given: Dealt | undefined): Scene {
  const network = createNetwork({
    seed,
    nodes: NODES,
    suiteOf: () => suite,
    ...(given === undefined
      ? {}
      : { hostSeeds: given.hostSeeds, operatorSeed: given.operatorSeed }),
  });
  for (const [i, image] of (given?.images ?? []).entries()) network.putImage(i, image);
  const asked: Asked = { keys: [], signatures: [] };
  const about: About = {
    seed,
    suiteName: nameOfSuite(suite),
    suite,
    corrupt: new Set([BAD]),
    verifyOutside: () => undefined,
  };
  const checkers = createCheckers(network, about, asked);
  return {
    network,
    asked,
    violations: () => {
      checkers.finish();
      return checkers.violations().map(({ checker, detail }) => `${checker}: ${detail}`);
    },
    proven: () =>
      new Set(
        network.nodes.flatMap(({ evidence }, i) =>
          i === BAD ? [] : evidence.map((text) => decodeEvidence(text).claim.code),
        ),
      ),
  };
}

/** By what it computes: the toy suite goes by the id of a real one. */
function nameOfSuite({ id, contextString }: Ciphersuite): string {
  return contextString === toy.contextString ? 'toy' : id;
}

/** Who attacks signing alone finds a key there: its making is what others attack. */
function deal(suite: Ciphersuite): Dealt {
  const suiteName = nameOfSuite(suite);
  const shape = { nodes: NODES, threshold: MIN_SIGNERS, names: ['team'], requesters: 1 };
  return dealt({ ...shape, suiteName, suite });
}

function makeKey({ network, asked }: Scene, name: string, at: number, mustEnd: boolean) {
  const watched = createKey(network, { at, name, minSigners: MIN_SIGNERS });
  asked.keys.push({ name, at, watched, mustEnd });
  return watched;
}

/** Asks nodes for signatures; honest ones must get them. */
function signAt(
  { network, asked }: Scene,
  key: Parameters<typeof makeRequest>[1],
  nodes: readonly number[],
): void {
  for (const [i, at] of nodes.entries()) {
    const { message, signed } = makeRequest(network, key, at, i);
    asked.signatures.push({ at, key, message, signed, mustSign: at !== BAD });
  }
}

function makeRequest(
  network: Network,
  key: Parameters<typeof requestSignature>[1]['key'],
  at: number,
  i: number,
) {
  const message = network.world.random(`message ${i}`)(20);
  const signed = requestSignature(network, { at, key, message });
  network.run(8_000);
  return { message, signed };
}

export type ScriptRun = Scene & {
  /** What the adversary did, and how often. */
  readonly did: ReadonlyMap<string, number>;
};

/** Runs a script to its end, and some honest work after it. */
export function runScript(name: string, seed: number, suite: Ciphersuite = toy): ScriptRun {
  const script = scriptNamed(name);
  const given = script.against === 'signing' ? deal(suite) : undefined;
  const one = scene(seed, suite, given);
  const { network } = one;
  const did = new Map<string, number>();
  const inject = (kind: string): void => {
    did.set(kind, (did.get(kind) ?? 0) + 1);
  };
  const random = network.world.random('adversary');
  const attack = () =>
    createAdversary(network, {
      corrupt: new Set([BAD]),
      suite,
      random,
      inject,
      script: script.name,
    });
  for (let i = 0; i < NODES; i++) network.start(i);
  if (script.against === 'ceremonies') {
    const { stop } = attack();
    // It may keep any key from being made that it is a member of.
    makeKey(one, 'team', script.name.startsWith('second-') ? BAD : 0, false);
    network.run(60_000);
    stop();
  } else {
    const key = given?.keys.get('team') ?? made(one, makeKey(one, 'team', 0, true)).key;
    if (given !== undefined) network.run(2_000);
    const { stop } = attack();
    if (script.against === 'everything') makeKey(one, 'during', 2, false);
    signAt(one, key, [0, BAD, 2, 3, BAD, 0]);
    stop();
    signAt(one, key, [2]);
    if (script.against === 'signing') return { ...one, did };
  }
  // Whatever it did, it did nothing to what comes after.
  const { key } = made(one, makeKey(one, 'after', 0, true));
  signAt(one, key, [0]);
  return { ...one, did };
}

function made({ network }: Scene, watched: ReturnType<typeof createKey>) {
  network.run(30_000);
  const { key } = watched;
  if (key === undefined) throw new Error(`no key: ${watched.error?.message}`);
  return { key };
}
