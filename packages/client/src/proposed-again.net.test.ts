import { randomBytes } from 'node:crypto';
import { ed25519PublicKey } from '@permafrost/frost';
import { publicKeyFromPeerId } from '@permafrost/p2p';
import { proposalHash } from '@permafrost/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import { openEntries } from './entries.ts';
import type { PermafrostError } from './errors.ts';
import { peerOfAddress } from './identity.ts';
import { createNetwork } from './network.ts';
import { cardOf } from './roster.ts';
import { type FakeNode, startFakeNode } from './testing/fake-node.ts';
import { memoryPins } from './trust.ts';

// Nobody waits here.
vi.mock('node:timers/promises', () => ({ setTimeout: async () => {} }));

const cleanup: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of cleanup.splice(0).reverse()) await stop();
});

const AGE = 'node2: the proposal may be older than the recovery of this node: propose it again';

/** A proposal that node2 rejects for these reasons, one after the other, and how often it came. */
async function created(reasons: readonly string[], timeoutMs?: number) {
  const proposals: Uint8Array[] = [];
  const idOf = (bytes: Uint8Array) => Buffer.from(proposalHash(bytes)).toString('hex');
  const first = await startFakeNode({
    handle: ({ request, answer }) => {
      const { proposal } = request.proposalSubmit ?? {};
      if (proposal) {
        proposals.push(proposal);
        answer({ proposal: { id: idOf(proposal) } });
        return;
      }
      const error = { code: 'E_CEREMONY', message: 'its proposal was rejected', blame: ['node2'] };
      answer({ ceremony: { stage: 'failed', error } });
    },
  });
  const second = await startFakeNode({
    handle: ({ answer }) => {
      const detail = reasons[proposals.length - 1] ?? '';
      const id = idOf(proposals.at(-1) ?? new Uint8Array());
      answer({ proposalList: { proposals: [{ id, state: 'rejected', detail }] } });
    },
  });
  cleanup.push(first.stop, second.stop);
  const seed = Uint8Array.from(randomBytes(32));
  const card = ({ address }: FakeNode, i: number) =>
    cardOf({
      name: `node${i + 1}`,
      hostPub: publicKeyFromPeerId(peerOfAddress(address, undefined).peerId),
      operatorPub: ed25519PublicKey(seed),
      addresses: [address],
    });
  const roster = { cards: [first, second].map(card) };
  const peers = [first, second].map(({ address }) => peerOfAddress(address, roster));
  const entries = await openEntries(seed, peers);
  cleanup.push(() => entries.close());
  const pins = memoryPins(async () => {}, []);
  const network = createNetwork({
    entries,
    seed,
    pins,
    roster,
    trust: new Map(),
    ownNode: undefined,
  });
  const key = { name: 'ours', suite: 'ed25519', threshold: 2 };
  const error: unknown = await network.proposals
    .create({ ...key, ...(timeoutMs === undefined ? {} : { timeoutMs }) })
    .catch((reason: unknown) => reason);
  return { error: error as PermafrostError, ids: proposals.map(idOf) };
}

test('a key that a member refused since it had just been recovered is proposed again, as another one', async () => {
  const { error, ids } = await created([AGE, 'node2: a key named ours exists already']);
  expect(new Set(ids).size).toBe(2);
  expect(error).toMatchObject({ code: 'E_CEREMONY', blame: ['node2'] });
  expect(error.message).toContain('a key named ours exists already');
});

test('a key that a member refused for another reason is not, and says why', async () => {
  const { error, ids } = await created(['node2: a key named ours exists already']);
  expect(ids).toHaveLength(1);
  expect(error.message).toContain('node2: a key named ours exists already');
});

test('where no time is left for that, the error says to repeat the command', async () => {
  const { error, ids } = await created([AGE], 4_000);
  expect(ids).toHaveLength(1);
  expect(error.hint).toContain('repeat the same command in a few seconds');
});
