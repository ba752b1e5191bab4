import { randomBytes } from 'node:crypto';
import { peerIdBytes, publicKeyFromPeerId } from '@permafrost/p2p';
import {
  compareBytes,
  type DestroyProposal,
  decodeProposal,
  encodeProposal,
  proposalHash,
  verifyOperatorSignature,
} from '@permafrost/protocol';
import type { permafrost } from '@permafrost/wire';
import { afterEach, describe, expect, test } from 'vitest';
import type { CeremonyProgress } from './calls.ts';
import { openEntries } from './entries.ts';
import { peerOfAddress } from './identity.ts';
import { createNetwork, type Network } from './network.ts';
import { type FakeCall, type FakeNode, startFakeNode } from './testing/fake-node.ts';
import { memoryPins } from './trust.ts';

const cleanup: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of cleanup.splice(0).reverse()) await stop();
});

const members = Array.from({ length: 3 }, () => Uint8Array.from(randomBytes(32))).sort(
  compareBytes,
);
const keys = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)];
const pending = {
  name: 'team',
  id: keys[0] as Uint8Array,
  suite: 'ed25519',
  threshold: 2,
  members: ['node1', 'node2', 'node3'],
  memberHosts: members,
  state: 'pending',
  pendingMs: 61_000,
  waitsFor: ['node3'],
  destroys: keys,
};

type World = {
  readonly network: Network;
  readonly node: FakeNode;
  /** Peer id of the node, which is its name here. */
  readonly name: string;
};

/** A client of one node that answers so. */
async function world(handle: (call: FakeCall, self: () => World) => void): Promise<World> {
  const self = (): World => made;
  const node = await startFakeNode({ handle: (call) => handle(call, self) });
  cleanup.push(() => node.stop());
  const seed = Uint8Array.from(randomBytes(32));
  const entries = await openEntries(seed, [peerOfAddress(node.address, undefined)]);
  cleanup.push(() => entries.close());
  const network = createNetwork({
    entries,
    seed,
    pins: memoryPins(async () => {}, []),
    trust: new Map(),
    roster: undefined,
    ownNode: undefined,
  });
  const made: World = { network, node, name: network.peers[0]?.name ?? '' };
  return made;
}

/** What the node was asked to do, without what only reads. */
const changes = ({ node }: World) =>
  node.calls.filter(({ proposalSubmit, proposalDecide }) => proposalSubmit || proposalDecide);

const ends = { ceremony: { stage: 'destroyed', done: ['node1', 'node2'] } };

function answers(
  { request, answer }: FakeCall,
  open: readonly permafrost.v1.ProposalInfo.$Properties[] = [],
): void {
  if (request.keyGet) answer({ key: pending });
  else if (request.proposalList) answer({ proposalList: { proposals: [...open] } });
  else if (request.proposalSubmit || request.proposalDecide) answer({ proposal: {} });
  else if (request.proposalWatch) {
    const waits = { stage: 'accepting', done: ['node1'], missing: ['node2', 'node3'] };
    answer({ ceremony: waits }, true);
    answer(ends);
  }
}

describe('destroying a pending key', () => {
  test('proposes the end of every key that holds the name, signed by this operator', async () => {
    const made = await world((call) => answers(call));
    const seen: CeremonyProgress[] = [];
    const done = await made.network.proposals.destroy({
      name: 'team',
      onProgress: (progress) => seen.push(progress),
    });
    const [submitted, ...more] = changes(made).map(({ proposalSubmit }) => proposalSubmit);
    expect(more).toEqual([]);
    const bytes = Uint8Array.from(submitted?.proposal ?? []);
    const proposal = decodeProposal(bytes) as DestroyProposal;
    expect(proposal).toMatchObject({ type: 'destroy', name: 'team', minSigners: 2 });
    expect([proposal.keys, proposal.members]).toEqual([keys, members]);
    expect(proposal.proposer).toEqual(peerIdBytes(made.network.peerId));
    const signature = Uint8Array.from(submitted?.operatorSignature ?? []);
    const operatorPub = publicKeyFromPeerId(made.network.peerId);
    const signed = { verb: 'accept', proposalHash: proposalHash(bytes), operatorPub } as const;
    expect(verifyOperatorSignature({ ...signed, signature })).toBe(true);
    expect(done).toEqual({
      name: 'team',
      proposal: Buffer.from(proposalHash(bytes)).toString('hex'),
      keys: ['01'.repeat(16), '02'.repeat(16)],
      by: ['node1', 'node2'],
    });
    expect(seen.map(({ stage, missing }) => [stage, missing.length])).toEqual([
      ['accepting', 2],
      ['destroyed', 0],
    ]);
  });

  test('accepts what another operator proposed, once, and proposes nothing', async () => {
    const bytes = encodeProposal({
      type: 'destroy',
      name: 'team',
      suite: 'ed25519',
      purpose: 'sign',
      minSigners: 2,
      members,
      requesters: [],
      policy: new Uint8Array(),
      proposer: new Uint8Array(38).fill(7),
      node: members[0] ?? new Uint8Array(),
      nonce: new Uint8Array(16),
      expiresMs: Date.now() + 60_000,
      keys,
    });
    const id = Buffer.from(proposalHash(bytes)).toString('hex');
    for (const hasAccepted of [false, true]) {
      const made = await world((call, self) => {
        const waitingFor = hasAccepted ? [] : [self().name];
        const info = { id, type: 'destroy', name: 'team', state: 'open', proposal: bytes };
        answers(call, [{ ...info, waitingFor }]);
      });
      const done = await made.network.proposals.destroy({ name: 'team' });
      expect(done.proposal).toBe(id);
      const asked = changes(made).map(({ proposalDecide }) => proposalDecide?.verb);
      expect(asked).toEqual(hasAccepted ? [] : ['accept']);
    }
  });

  test('of one that is active is E_KEY_STATE before anything is proposed', async () => {
    const made = await world(({ answer }) => answer({ key: { ...pending, state: 'active' } }));
    const failed = made.network.proposals.destroy({ name: 'team' });
    await expect(failed).rejects.toMatchObject({
      code: 'E_KEY_STATE',
      hint: 'destroying an active key is not there yet',
    });
    expect(changes(made)).toEqual([]);
  });

  test('that too few accept in time says who is asked and how, and withdraws nothing', async () => {
    const made = await world((call) => {
      if (!call.request.proposalWatch) answers(call);
      else call.answer({ ceremony: { stage: 'accepting', missing: ['node2', 'node3'] } }, true);
    });
    const failed = made.network.proposals.destroy({ name: 'team', timeoutMs: 1_500 });
    await expect(failed).rejects.toMatchObject({
      code: 'E_CEREMONY',
      blame: ['node2', 'node3'],
      hint: expect.stringMatching(/permafrost proposal accept [0-9a-f]{12}$/),
    });
    expect(changes(made)).toHaveLength(1);
  });

  test('of which a node says what makes no proposal is that node’s fault', async () => {
    const made = await world((call) => {
      if (call.request.keyGet) call.answer({ key: { ...pending, destroys: [] } });
      else answers(call);
    });
    const failed = made.network.proposals.destroy({ name: 'team' });
    await expect(failed).rejects.toMatchObject({ code: 'E_INTERNAL' });
  });
});
