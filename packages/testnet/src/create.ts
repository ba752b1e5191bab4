/**
 * Makes the folder of a testnet: an ordinary home for the operator and one for each node, opened
 * by key files, and one roster signed by the operator.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { cardOf, PermafrostError, SUITES, writeRoster } from '@permafrost/client';
import { ed25519PublicKey } from '@permafrost/frost';
import { peerIdFromPublicKey } from '@permafrost/p2p';
import { rosterOf } from '@permafrost/protocol';
import { createHome, type HomeConfig } from '@permafrost/storage';
import { freePorts } from './ports.ts';
import { makeFolder, type TestnetPaths, type TestnetState, writeState } from './state.ts';

export type TestnetShape = {
  readonly nodes: number;
  readonly threshold: number;
  readonly suites: readonly string[];
};

export const NODES_MAX: number = 50;

/** Key files lie in their homes; the configuration names them. */
const KEY_FILE = 'seal.key';

/** @throws PermafrostError E_BAD_REQUEST that names the range */
export function checkShape({ nodes, threshold, suites }: TestnetShape): void {
  const bad = (message: string) => new PermafrostError({ code: 'E_BAD_REQUEST', message });
  if (!Number.isInteger(nodes) || nodes < 2 || nodes > NODES_MAX) {
    throw bad(`a testnet has 2 to ${NODES_MAX} nodes, not ${nodes}`);
  }
  if (!Number.isInteger(threshold) || threshold < 2 || threshold > nodes) {
    throw bad(`the threshold is 2 to ${nodes} with ${nodes} nodes, not ${threshold}`);
  }
  if (suites.length === 0 || new Set(suites).size !== suites.length) {
    throw bad('name each suite once, and at least one');
  }
  const known: readonly string[] = SUITES;
  const unknown = suites.find((suite) => !known.includes(suite));
  if (unknown !== undefined) {
    throw bad(`no suite is called ${JSON.stringify(unknown)}; there are ${known.join(', ')}`);
  }
}

/** Makes everything but the keys; nothing runs yet. */
export async function createTestnet(
  paths: TestnetPaths,
  shape: TestnetShape,
): Promise<TestnetState> {
  makeFolder(paths);
  const names = Array.from({ length: shape.nodes }, (_, i) => `node${i + 1}`);
  const ports = await freePorts(names.length);
  const operatorSeed = Uint8Array.from(randomBytes(32));
  const operatorPub = ed25519PublicKey(operatorSeed);
  const operator = peerIdFromPublicKey(operatorPub);
  const plans = names.map((name, i) => {
    const nodeSeed = Uint8Array.from(randomBytes(32));
    const listen = `/ip4/127.0.0.1/tcp/${ports[i]}`;
    const hostPub = ed25519PublicKey(nodeSeed);
    return { name, nodeSeed, listen, hostPub, peerId: peerIdFromPublicKey(hostPub) };
  });
  const cards = plans.map((plan) =>
    cardOf({
      name: plan.name,
      hostPub: plan.hostPub,
      operatorPub,
      addresses: [`${plan.listen}/p2p/${plan.peerId}`],
    }),
  );
  const roster = rosterOf(cards);
  // Of an operator alone: it listens nowhere.
  await makeHome(paths.operator, { name: 'operator', listen: [], accept: [] }, { operatorSeed });
  await writeRoster(paths.operator, roster, operatorSeed);
  await Promise.all(
    plans.map(async ({ name, listen, nodeSeed }) => {
      const config = { name, listen: [listen], accept: [operator], acceptChanges: true };
      await makeHome(paths.home(name), config, { operatorSeed, nodeSeed });
      await writeRoster(paths.home(name), roster, operatorSeed);
      nodeSeed.fill(0);
    }),
  );
  operatorSeed.fill(0);
  const state: TestnetState = {
    version: 1,
    nodes: plans.map(({ name, peerId, listen }) => ({
      name,
      peerId,
      address: `${listen}/p2p/${peerId}`,
    })),
    threshold: shape.threshold,
    suites: shape.suites,
    keys: [],
    complete: false,
  };
  writeState(paths, state);
  return state;
}

async function makeHome(
  dir: string,
  config: Pick<HomeConfig, 'name' | 'listen' | 'accept' | 'acceptChanges'>,
  seeds: { readonly operatorSeed: Uint8Array; readonly nodeSeed?: Uint8Array },
): Promise<void> {
  await createHome({
    dir,
    config: {
      ...config,
      metrics: undefined,
      // Tests make keys of every threshold, and nobody is there to accept them by hand.
      acceptMinSigners: 2,
      seal: { type: 'key-file', path: KEY_FILE },
      deny: [],
      logLevel: 'info',
    },
    secret: { type: 'key-file', path: join(dir, KEY_FILE) },
    ...seeds,
  });
}
