/**
 * A member that begins anew with an empty store: who must not count on it, and who must say so.
 */
import { installNodeCrypto } from '@permafrost/protocol/sim';
import type { permafrost } from '@permafrost/wire';
import { beforeAll, expect, test } from 'vitest';
import { type CoresOptions, createCores } from '../testing/cores.ts';
import { ceremony } from '../testing/keys.ts';

beforeAll(installNodeCrypto);

/** What each of three members of a key that needs two says of it. */
function statuses(options: CoresOptions): readonly permafrost.v1.NodeStatus[] {
  const cores = createCores(3, [ceremony(3)], options);
  cores.connect();
  // Told once more, as after a restart: by now the key is settled.
  cores.connect();
  return cores.cores.map((_, i) => {
    const operator = cores.all[i]?.operator.operatorPub ?? new Uint8Array();
    const status = cores.call(i, operator, { nodeStatus: {} })[0]?.nodeStatus;
    if (status === undefined || status === null) throw new Error('no status');
    return status;
  });
}

test('a node with its shares is ready, and all members can sign', () => {
  for (const { ready, keys } of statuses({})) {
    expect(ready).toBe(true);
    expect(keys.map(({ have, down }) => [have, down])).toEqual([[3, []]]);
  }
});

test('a member that lost its store is not counted by the others, and is not ready', () => {
  const [first, second, last] = statuses({ begunAnew: 2 });
  for (const one of [first, second]) {
    expect(one?.ready).toBe(true);
    expect(one?.keys.map(({ have, down }) => [have, down])).toEqual([[2, ['node3']]]);
    expect(one?.nodesUp).toBe(3);
  }
  expect(last?.keys).toEqual([]);
  expect(last?.ready).toBe(false);
});
