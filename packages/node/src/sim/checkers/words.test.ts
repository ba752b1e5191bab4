import { toHex } from '@permafrost/frost';
import { encodeCancelled, requestId, signNoShare } from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { limits } from '@permafrost/wire';
import { beforeAll, expect, test } from 'vitest';
import type { ActionHook } from '../network.ts';
import { startClient } from '../requester.ts';
import { createKey } from '../requests.ts';
import { createNetwork } from '../world.ts';
import { createCheckers } from './index.ts';

const toy = { ...toySuite, id: 'ed25519' };

beforeAll(installNodeCrypto);

/** A request that was signed, in a network that is watched; what its client hears is told or not. */
function signedRun({ isTold }: { readonly isTold: boolean }) {
  const network = createNetwork({ seed: 6, nodes: 3, suiteOf: () => toy });
  const hooks: ActionHook[] = [];
  const watched = {
    ...network,
    onAction: (hook: ActionHook) => {
      hooks.push(hook);
      network.onAction(hook);
    },
  };
  const about = { seed: 6, suiteName: 'toy', suite: toy, corrupt: new Set<number>() };
  const checkers = createCheckers(
    watched,
    { ...about, verifyOutside: () => undefined },
    { keys: [], signatures: [] },
  );
  for (let i = 0; i < 3; i++) network.start(i);
  const made = createKey(network, { at: 0, name: 'team', minSigners: 3 });
  network.run(20_000);
  const { key } = made;
  if (key === undefined) throw new Error('no key');
  const message = new Uint8Array(3);
  const client = startClient(network, {
    at: 0,
    key,
    message,
    ...(isTold ? { told: checkers.told } : {}),
  });
  network.run(5_000);
  expect(client.progress?.state).toBe('signed');
  const found = (): readonly string[] => checkers.violations().map(({ checker }) => checker);
  return { network, checkers, client, hooks, found, id: toHex(requestId(client.request)) };
}

test('true words about a signed request are fine', () => {
  const { checkers, found } = signedRun({ isTold: true });
  checkers.finish();
  expect(found()).toEqual([]);
});

test('"nothing signed" about a request that was signed is found, of a request and of its cancel', () => {
  for (const isCancel of [false, true]) {
    const { checkers, found, id } = signedRun({ isTold: false });
    if (!isCancel) checkers.told.asked(id, 1);
    checkers.told.answered(id, 1, { nothingSigned: 'true', isCancel });
    checkers.finish();
    expect(found()).toEqual(['nothing signed is nothing signed']);
  }
});

test('one node that says so is right as long as another may still sign', () => {
  const { checkers, found, id } = signedRun({ isTold: false });
  checkers.told.asked(id, 0);
  checkers.told.asked(id, 1);
  checkers.told.answered(id, 1, { nothingSigned: 'true', isCancel: false });
  checkers.finish();
  expect(found()).toEqual([]);
});

test('a member that gave a share and says that it gave none is found', () => {
  const { network, client, hooks, found } = signedRun({ isTold: true });
  const node = network.nodes[1];
  if (node === undefined) throw new Error('no node');
  const about = {
    requestId: requestId(client.request),
    keyId: client.request.keyId,
    requester: client.request.requester,
    signature: new Uint8Array(64),
  };
  const word = signNoShare({ ...about, sinceMs: 0 }, node.seed);
  for (const hook of hooks) {
    const body = encodeCancelled(about, word);
    const kind = limits.FRAME.signCancelled;
    hook(1, { type: 'send', to: '', lane: 'sign', kind, body }, node);
  }
  expect(found()).toEqual(['who says that it gave no share gave none']);
});
