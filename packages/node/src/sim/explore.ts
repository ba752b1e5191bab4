/**
 * Explores: one seed makes a whole network, its conditions and its accidents; what must hold
 * however they fall is checked from outside.
 * @module
 */
import { type Ciphersuite, ciphersuite } from '@permafrost/frost';
import { ratioOf, toySuite } from '@permafrost/protocol/sim';
import type { permafrost } from '@permafrost/wire';
import { createAdversary } from './adversary/index.ts';
import type { Asked, OutsideVerifier, Violation } from './checkers/about.ts';
import { createCheckers } from './checkers/index.ts';
import { createKey, requestSignature } from './requests.ts';
import { createNetwork, type Network } from './world.ts';

export type { OutsideVerifier, Violation } from './checkers/about.ts';

export type RunOptions = {
  readonly seed: number;
  readonly nodes?: number;
  readonly threshold?: number;
  /** `toy`, or the id of a real suite; chosen by the seed unless given. */
  readonly suite?: string;
};

export type RunReport = {
  readonly seed: number;
  readonly suite: string;
  readonly nodes: number;
  readonly threshold: number;
  readonly events: number;
  readonly keys: number;
  readonly signatures: number;
  readonly faultsInjected: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
  readonly trace: readonly string[];
};

/** One seed in ten runs a real suite; key generation with one costs a hundred times as much. */
const REAL_SUITES = ['ed25519', 'secp256k1', 'ristretto255', 'secp256k1-tr'] as const;
const REQUESTS = 4;

/** Runs one seed to its end. The same seed gives the same report. */
export function explore(options: RunOptions, verifyOutside: OutsideVerifier): RunReport {
  const { seed } = options;
  const probe = createNetwork({ seed, nodes: 1, suiteOf: ciphersuite });
  const chance = probe.world.random('plan');
  const pick = (from: number, to: number): number =>
    from + Math.floor(ratioOf(chance) * (to - from + 1));
  const nodes = options.nodes ?? pick(2, 6);
  const threshold = options.threshold ?? pick(2, nodes);
  const suite =
    options.suite ?? (pick(1, 10) === 1 ? (REAL_SUITES[pick(0, 3)] ?? 'ed25519') : 'toy');
  const wireSuite = suite === 'toy' ? 'ed25519' : suite;
  const real: Ciphersuite =
    suite === 'toy' ? { ...toySuite, id: wireSuite } : ciphersuite(wireSuite);
  const network = createNetwork({
    seed,
    nodes,
    suiteOf: () => real,
    conditions: {
      latencyMsMin: 1,
      latencyMsMax: pick(2, 120),
      diskMsMax: pick(1, 30),
      repeatRatio: pick(0, 3) / 10,
    },
  });

  const faults = new Map<string, number>();
  const inject = (kind: string) => faults.set(kind, (faults.get(kind) ?? 0) + 1);
  let events = 0;
  network.onAction(() => events++);
  // The liar, if there is one: its shares are wrong, everything else about it is right.
  const liar = nodes > threshold && pick(1, 4) === 1 ? pick(0, nodes - 1) : undefined;
  const corrupt = new Set(liar === undefined ? [] : [liar]);
  const random = network.world.random('adversary');
  if (liar !== undefined) {
    createAdversary(network, { corrupt, script: 'wrong-share', suite: real, random, inject });
  }
  const asked: Asked = { keys: [], signatures: [] };
  const about = { seed, suiteName: suite, suite: real, corrupt, verifyOutside };
  const checkers = createCheckers(network, about, asked);

  const start = () => {
    for (let i = 0; i < nodes; i++) network.start(i);
  };
  start();
  for (let i = pick(0, 3); i > 0; i--) {
    const victim = pick(0, nodes - 1);
    network.world.after(pick(1, 3_000), () => {
      inject('kill');
      network.kill(victim);
    });
    network.world.after(pick(3_000, 6_000), () => network.start(victim));
  }
  const propose = () => {
    const at = pick(0, nodes - 1);
    const wanted = { at, name: 'key', minSigners: threshold, suite: wireSuite };
    const watched = createKey(network, wanted);
    asked.keys.push({ name: 'key', at, watched, mustEnd: true });
    return watched;
  };
  let watched = propose();
  // Faults stop; from here on everything pending must end.
  network.world.after(6_500, start);
  network.run(120_000);
  // The node that was asked may have died before it told anybody: then its client asks again.
  const isKnown = network.nodes.some(({ disk }) =>
    [...disk.records.keys()].some((path) => path.startsWith('proposal/')),
  );
  if (!isKnown || watched.error !== undefined) {
    watched = propose();
    network.run(60_000);
  }
  const key = watched.key ?? askForKey(network);

  let signatures = 0;
  if (key !== undefined) {
    for (let i = 0; i < REQUESTS; i++) {
      const spare = nodes - threshold - (liar === undefined ? 0 : 1);
      const entry = pick(0, nodes - 1);
      const victim = pick(0, nodes - 1);
      if (spare > 0 && victim !== entry && victim !== liar && pick(0, 1) === 1) {
        network.world.after(pick(0, 60), () => {
          inject('kill-signer');
          network.kill(victim);
        });
        network.world.after(8_000, () => network.start(victim));
      }
      const message = network.world.random(`message ${i}`)(pick(0, 64));
      const signed = requestSignature(network, { at: entry, key, message });
      network.run(20_000);
      asked.signatures.push({ at: entry, key, message, signed, mustSign: true });
      if (signed.progress?.state === 'signed') signatures++;
    }
  }
  checkers.finish();
  return {
    seed,
    suite,
    nodes,
    threshold,
    events,
    keys: key === undefined ? 0 : 1,
    signatures,
    faultsInjected: faults,
    violations: checkers.violations(),
    trace: network.world.trace,
  };
}

/** Where the watcher's own node was killed meanwhile, the key is asked for. */
function askForKey(network: Network): permafrost.v1.KeyInfo.$Properties | undefined {
  let found: permafrost.v1.KeyInfo.$Properties | undefined;
  network.askKey('key', (key) => {
    found = key;
  });
  network.run(2_000);
  return found;
}
