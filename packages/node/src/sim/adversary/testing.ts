/**
 * The common scene of scripts: four nodes, one of which the adversary has.
 * @module
 */
import { decodeEvidence } from '@permafrost/protocol';
import { toySuite } from '@permafrost/protocol/sim';
import { expect } from 'vitest';
import type { About, Asked } from '../checkers/about.ts';
import { createCheckers } from '../checkers/index.ts';
import { createKey, requestSignature } from '../requests.ts';
import { createNetwork, type Network } from '../world.ts';
import { createAdversary, type ScriptEntry, scriptNamed } from './index.ts';

const toy = { ...toySuite, id: 'ed25519' };
const NODES = 4;
/** Index of the node that the adversary has. */
const BAD = 1;

type Scene = {
  readonly network: Network;
  readonly asked: Asked;
  readonly violations: () => readonly string[];
  /** Codes of the evidence that honest nodes wrote. */
  readonly proven: () => ReadonlySet<string>;
};

function scene(seed: number): Scene {
  const network = createNetwork({ seed, nodes: NODES, suiteOf: () => toy });
  const asked: Asked = { keys: [], signatures: [] };
  const about: About = {
    seed,
    suiteName: 'toy',
    suite: toy,
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

function makeKey({ network, asked }: Scene, name: string, at: number, mustEnd: boolean) {
  // Of four, so that the one gone bad is often asked and never needed.
  const watched = createKey(network, { at, name, minSigners: 3 });
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

/** Runs one script to its end. */
function run(script: ScriptEntry, seed: number) {
  const one = scene(seed);
  const { network } = one;
  const did = new Map<string, number>();
  const inject = (kind: string): void => {
    did.set(kind, (did.get(kind) ?? 0) + 1);
  };
  const random = network.world.random('adversary');
  const attack = () =>
    createAdversary(network, {
      corrupt: new Set([BAD]),
      suite: toy,
      random,
      inject,
      script: script.name,
    });
  for (let i = 0; i < NODES; i++) network.start(i);
  if (script.against === 'signing') {
    const { key } = made(one, makeKey(one, 'team', 0, true));
    const { stop } = attack();
    signAt(one, key, [0, BAD, 2, 3, BAD, 0]);
    stop();
    signAt(one, key, [2]);
  } else {
    const { stop } = attack();
    // It may keep any key from being made that it is a member of, and itself from being asked.
    makeKey(one, 'team', script.name.startsWith('second-') ? BAD : 0, false);
    network.run(60_000);
    stop();
    // Whatever it did, it did nothing to what comes after.
    const { key } = made(one, makeKey(one, 'after', 0, true));
    signAt(one, key, [0]);
  }
  return { ...one, did };
}

function made({ network }: Scene, watched: ReturnType<typeof createKey>) {
  network.run(30_000);
  const { key } = watched;
  if (key === undefined) throw new Error(`no key: ${watched.error?.message}`);
  return { key };
}

/** Scripts whose lies honest nodes prove, by the code. */
const PROVEN: ReadonlyMap<string, string> = new Map([
  ['more-coefficients', 'bad-reveal'],
  ['fewer-coefficients', 'bad-reveal'],
  ['zero-coefficient', 'bad-reveal'],
  ['rogue-constant', 'bad-reveal'],
  ['copied-proof', 'bad-reveal'],
  ['copied-ephemeral', 'bad-reveal'],
  ['replayed-static-key', 'bad-join'],
  ['second-join', 'equivocation'],
  ['two-commits', 'equivocation'],
  ['two-reveals', 'commit-mismatch'],
  ['share-of-another-value', 'bad-share'],
  ['share-not-reduced', 'bad-share'],
  ['share-of-zeros', 'bad-share'],
  ['share-that-does-not-open', 'bad-share'],
  ['false-complaint', 'false-complaint'],
  ['reveal-last', 'commit-mismatch'],
  ['second-start', 'equivocation'],
  ['wrong-share', 'invalid-share'],
  ['two-shares', 'conflicting-shares'],
  ['two-offers', 'conflicting-offers'],
]);

/** Runs a script alone: it did something, nothing broke, and what it can be proven is proven. */
export function checkScript(name: string, seed = 11): void {
  const { did, violations, proven } = run(scriptNamed(name), seed);
  expect(
    [...did.values()].reduce((a, b) => a + b, 0),
    'it did something',
  ).toBeGreaterThan(0);
  expect(violations()).toEqual([]);
  const code = PROVEN.get(name);
  if (code !== undefined) expect([...proven()]).toContain(code);
}
