import { toHex } from '@permafrost/frost';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Action } from '../effects.ts';
import { createKey, requestSignature } from './requests.ts';
import { createNetwork, type Network } from './world.ts';

const toy = { ...toySuite, id: 'ed25519' };
const message = new TextEncoder().encode('after the crash');

beforeAll(installNodeCrypto);

type Crash = { readonly node: number; readonly at: number; readonly when: 'before' | 'after' };

/** Writes and frames count; log lines and timers change nothing for anybody. */
function counts(action: Action): boolean {
  return action.type === 'persist' || action.type === 'send';
}

function makeKeyWith(crash: Crash, seed = 1): { network: Network; actions: number } {
  const network = createNetwork({ seed, nodes: 3, suiteOf: () => toy });
  for (let i = 0; i < 3; i++) network.start(i);
  let actions = 0;
  let isDead = false;
  network.onAction((index, action) => {
    if (index !== crash.node || !counts(action) || isDead) return;
    if (actions++ !== crash.at) return;
    isDead = true;
    const die = () => {
      network.kill(index);
      network.world.after(1_000, () => network.start(index));
    };
    // Before: the action is lost with the process. After: it took effect, and nothing later did.
    if (crash.when === 'before') die();
    else network.world.after(action.type === 'persist' ? 11 : 0, die);
  });
  createKey(network, { at: 0, name: 'team', minSigners: 2 });
  network.run(90_000);
  isDead = true; // What comes after is not counted.
  return { network, actions };
}

/** One key or none; here, where everybody comes back, one. */
function checkOneKey(network: Network, what: string): void {
  const keys = network.nodes.map((node) => {
    const live = [...node.disk.records.keys()].filter((path) => path.endsWith('/state'));
    const bound = node.disk.records.get('name/team');
    return { live, bound: bound === undefined ? 'none' : toHex(bound) };
  });
  expect(new Set(keys.map(({ bound }) => bound)).size, what).toBe(1);
  expect(keys[0]?.bound, what).not.toBe('none');
  for (const { live, bound } of keys) expect(live, what).toEqual([`key/${bound}/state`]);
}

function signs(network: Network): boolean {
  let key: Parameters<typeof requestSignature>[1]['key'] | undefined;
  network.askKey('team', (found) => {
    key = found;
  });
  network.run(1_000);
  if (key === undefined) return false;
  const signed = requestSignature(network, { at: 1, key, message });
  network.run(5_000);
  return signed.progress?.state === 'signed';
}

describe('a node that dies during key generation', () => {
  // Every action of the node that starts the ceremony, and of one that only takes part.
  for (const node of [0, 1]) {
    for (const when of ['before', 'after'] as const) {
      test(`node${node + 1}, killed ${when} each of its writes and frames, ends with one key`, () => {
        const { actions } = makeKeyWith({ node, at: -1, when });
        expect(actions).toBeGreaterThan(20);
        for (let at = 1; at < actions; at++) {
          const what = `node${node + 1} ${when} action ${at}`;
          const { network } = makeKeyWith({ node, at, when });
          checkOneKey(network, what);
          if (at % 5 === 0) expect(signs(network), what).toBe(true);
        }
      });
    }
  }
});
