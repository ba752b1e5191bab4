import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { openEntries } from './entries.ts';
import { PermafrostError } from './errors.ts';
import { peerOfAddress } from './identity.ts';
import { createNetwork, type Network } from './network.ts';
import {
  type FakeCall,
  type FakeNode,
  type FakeOptions,
  soleKey,
  startFakeNode,
} from './testing/fake-node.ts';
import { memoryPins } from './trust.ts';

const team = soleKey();
const pin = {
  name: 'team',
  id: '00'.repeat(16),
  suite: 'ed25519',
  publicKey: Buffer.from(team.publicKey).toString('hex'),
  threshold: 2,
  members: ['node1', 'node2', 'node3'],
};
const message = new TextEncoder().encode('pay');
const cleanup: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of cleanup.splice(0).reverse()) await stop();
});

async function node(handle: FakeOptions['handle'], more: Partial<FakeOptions> = {}) {
  const made = await startFakeNode({ handle, ...more });
  cleanup.push(() => made.stop());
  return made;
}

async function network(nodes: readonly FakeNode[], more: readonly string[] = []): Promise<Network> {
  const seed = Uint8Array.from(randomBytes(32));
  const addresses = [...nodes.map((one) => one.address), ...more];
  const entries = await openEntries(
    seed,
    addresses.map((address) => peerOfAddress(address, undefined)),
  );
  cleanup.push(() => entries.close());
  return createNetwork({
    entries,
    seed,
    pins: memoryPins(async () => {}, [pin]),
    trust: new Map(),
    roster: undefined,
    ownNode: undefined,
  });
}

/** A node that signs whatever it is asked. */
function signs({ request, answer }: FakeCall): void {
  const asked = request.signSubmit?.request;
  if (!asked) return;
  answer({ sign: { state: 'received' } }, true);
  answer({
    sign: {
      state: 'signed',
      signature: team.sign(asked.message ?? new Uint8Array()),
      signers: ['node1', 'node2'],
      attempts: [
        { signers: ['node1', 'node3'], excluded: [{ node: 'node3', reason: 'silent' }] },
        { signers: ['node1', 'node2'], excluded: [] },
      ],
    },
  });
}

const refuses =
  (error: { readonly code: string; readonly nothingSigned: string }) =>
  ({ answer }: FakeCall) =>
    answer({ sign: { state: 'denied', error: { ...error, message: 'no' } } });

/** An address where nobody listens. */
async function nobody(): Promise<string> {
  const gone = await startFakeNode({ handle: () => {} });
  await gone.stop();
  return gone.address;
}

const sign = (open: Network, more: object = {}) => open.sign({ key: 'team', message, ...more });

describe('a client and its entry nodes', () => {
  test('gets a signature with who signed and who was left out', async () => {
    const open = await network([await node(signs)]);
    const states: string[] = [];
    const signature = await sign(open, { onState: (state: string) => states.push(state) });
    expect(signature).toMatchObject({ key: 'team', suite: 'ed25519', signers: ['node1', 'node2'] });
    expect(signature.attempts[0]?.excluded).toEqual([{ node: 'node3', reason: 'silent' }]);
    expect(states).toEqual(['received', 'signed']);
  });

  test('asks the nodes in the order given', async () => {
    const [first, second] = [await node(signs), await node(signs)];
    await sign(await network([first, second]));
    expect([first.calls.length, second.calls.length]).toEqual([1, 0]);
  });

  test('goes on to the next node when the first is dead, closed, silent or ends the call', async () => {
    const good = await node(signs);
    const closed = await node(signs, { isClosed: true });
    const silent = await node(() => {});
    const ends = await node(({ call }) => void call.end());
    const dead = await nobody();
    const seed = [closed, silent, ends];
    for (const bad of seed) expect((await sign(await network([bad, good]))).key).toBe('team');
    const open = await network([], [dead, good.address]);
    expect((await sign(open)).key).toBe('team');
  });

  test('gives the very same request to the next node when the first dies in the middle', async () => {
    const dies = await node(({ call, answer }) => {
      answer({ sign: { state: 'signing' } }, true);
      setTimeout(() => void dies.stop(), 20);
      void call;
    });
    const good = await node(signs);
    await sign(await network([dies, good]));
    expect(good.calls[0]?.signSubmit?.request).toEqual(dies.calls[0]?.signSubmit?.request);
  });

  test('says E_BUSY and unknown when the only node dies in the middle', async () => {
    const dies = await node(({ answer }) => {
      answer({ sign: { state: 'signing' } }, true);
      setTimeout(() => void dies.stop(), 20);
    });
    await expect(sign(await network([dies]))).rejects.toMatchObject({
      code: 'E_BUSY',
      nothingSigned: 'unknown',
    });
  });

  test('believes no signature that does not verify under the pinned key', async () => {
    const liar = await node(({ request, answer }) => {
      const signature = team.sign(request.signSubmit?.request?.message ?? new Uint8Array());
      signature[40] = (signature[40] ?? 0) ^ 1;
      answer({ sign: { state: 'signed', signature } });
    });
    const other = await node(({ request, answer }) => {
      const asked = request.signSubmit?.request?.message ?? new Uint8Array();
      answer({ sign: { state: 'signed', signature: soleKey().sign(asked) } });
    });
    const empty = await node(({ answer }) => answer({ sign: { state: 'signed' } }));
    for (const bad of [liar, other, empty]) {
      await expect(sign(await network([bad]))).rejects.toMatchObject({ code: 'E_BAD_SIGNATURE' });
    }
  });

  test('passes a refusal on at once, without the word of the node that nothing was signed', async () => {
    const denies = await node(refuses({ code: 'E_FORBIDDEN', nothingSigned: 'true' }));
    const good = await node(signs);
    await expect(sign(await network([denies, good]))).rejects.toMatchObject({
      code: 'E_FORBIDDEN',
      retryable: false,
      retry: 'no',
      nothingSigned: 'unknown',
      requestId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(good.calls.length).toBe(0);
  });

  test('does not say that nothing was signed when another node may hold the request', async () => {
    const silent = await node(() => {});
    const denies = await node(refuses({ code: 'E_THRESHOLD', nothingSigned: 'true' }));
    await expect(sign(await network([silent, denies]))).rejects.toMatchObject({
      code: 'E_THRESHOLD',
      nothingSigned: 'unknown',
    });
  });

  test('a node in trouble of its own is passed over', async () => {
    const sealed = await node(refuses({ code: 'E_SEALED', nothingSigned: 'true' }));
    const good = await node(signs);
    expect((await sign(await network([sealed, good]))).signers).toEqual(['node1', 'node2']);
    await expect(sign(await network([sealed]))).rejects.toMatchObject({ code: 'E_SEALED' });
  });

  test('E_DEADLINE when nobody answers in time: unknown if a node has the request', async () => {
    const silent = await node(() => {});
    await expect(sign(await network([silent]), { deadlineMs: 500 })).rejects.toMatchObject({
      code: 'E_DEADLINE',
      retry: 'new request',
      nothingSigned: 'unknown',
    });
    await expect(sign(await network([silent]), { deadlineMs: 0 })).rejects.toMatchObject({
      code: 'E_DEADLINE',
      nothingSigned: true,
    });
  });

  test('E_CANCELLED when the caller gives up, and the node hears of it', async () => {
    const stop = new AbortController();
    let heard = () => {};
    const aborted = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const silent = await node(({ call, answer }) => {
      call.signal.addEventListener('abort', () => heard());
      answer({ sign: { state: 'received' } }, true);
      setTimeout(() => stop.abort(), 20);
    });
    await expect(sign(await network([silent]), { signal: stop.signal })).rejects.toMatchObject({
      code: 'E_CANCELLED',
      nothingSigned: 'unknown',
    });
    await aborted;
    const before = new AbortController();
    before.abort();
    await expect(sign(await network([silent]), { signal: before.signal })).rejects.toMatchObject({
      code: 'E_CANCELLED',
      nothingSigned: true,
    });
  });

  test('E_UNAUTHENTICATED only when every node that can be reached refuses us', async () => {
    const closed = await node(signs, { isClosed: true });
    const dead = await nobody();
    const open = await network([closed], [dead]);
    await expect(sign(open)).rejects.toMatchObject({
      code: 'E_UNAUTHENTICATED',
      nothingSigned: true,
      message: expect.stringContaining(open.peerId),
    });
    await expect(sign(await network([], [dead]))).rejects.toMatchObject({
      code: 'E_THRESHOLD',
      have: 0,
      nothingSigned: true,
    });
  });

  test('a node whose clock or version is off is named with that code', async () => {
    const slow = await node(signs, { hello: { timeMs: Date.now() - 60_000 } });
    await expect(sign(await network([slow]))).rejects.toMatchObject({ code: 'E_CLOCK_SKEW' });
    const old = await node(signs, { hello: { version: 0, versionMin: 0 } });
    await expect(sign(await network([old]))).rejects.toMatchObject({ code: 'E_VERSION' });
  });

  test('a suite other than the pinned one is refused before anything is sent', async () => {
    const good = await node(signs);
    await expect(sign(await network([good]), { suite: 'ed448' })).rejects.toMatchObject({
      code: 'E_SUITE_MISMATCH',
      nothingSigned: true,
    });
    expect(good.calls.length).toBe(0);
  });

  test.each([
    [{ key: '../x' }],
    [{ key: '__proto__' }],
    [{ key: '' }],
    [{ message: new Uint8Array(262_145) }],
    [{ idempotencyKey: new Uint8Array(15) }],
    [{ idempotencyKey: new Uint8Array(65) }],
    [{ deadlineMs: -1 }],
    [{ deadlineMs: 600_001 }],
    [{ path: "m/0'" }],
    [{ path: 'm/0', taproot: { merkleRoot: '' } }],
    [{ taproot: { merkleRoot: '' } }],
  ])('%o is a bad request before anything is sent', async (options) => {
    const open = await network([], [await nobody()]);
    await expect(sign(open, options)).rejects.toMatchObject({ code: 'E_BAD_REQUEST' });
  });

  test('a child is never taken for the key: a signature of the pinned key is not one of its child', async () => {
    const open = await network([await node(signs)]);
    await expect(sign(open, { path: 'm/0/7' })).rejects.toMatchObject({
      code: 'E_BAD_SIGNATURE',
      nothingSigned: 'unknown',
    });
    const { publicKey } = await open.derive('team', { path: 'm/0/7' });
    expect(publicKey).not.toEqual(team.publicKey);
    expect((await open.derive('team', { path: 'm' })).publicKey).toEqual(team.publicKey);
  });

  test('a message of the largest size passes', async () => {
    const open = await network([await node(signs)]);
    const large = new Uint8Array(262_144).fill(1);
    expect((await open.sign({ key: 'team', message: large })).message.length).toBe(262_144);
  });

  test('a key that the network shows otherwise than pinned is refused', async () => {
    const said = { name: 'team', suite: 'ed25519', state: 'active', threshold: 2 };
    const other = await node(({ answer }) =>
      answer({ key: { ...said, id: new Uint8Array(16), publicKey: soleKey().publicKey } }),
    );
    await expect((await network([other])).key('team')).rejects.toMatchObject({
      code: 'E_BAD_SIGNATURE',
      message: expect.stringContaining('pinned'),
    });
    const same = await node(({ answer }) =>
      answer({ key: { ...said, id: new Uint8Array(16), publicKey: team.publicKey } }),
    );
    expect((await (await network([same])).key('team')).publicKey).toEqual(team.publicKey);
  });

  test('an answer about another key, or that is no answer, is refused', async () => {
    const another = await node(({ answer }) => answer({ key: { name: 'x', state: 'pending' } }));
    await expect((await network([another])).key('team')).rejects.toMatchObject({
      code: 'E_BAD_SIGNATURE',
    });
    const garbage = await node(({ call }) => {
      void call.respond(Uint8Array.of(255, 255, 255), { more: false });
    });
    await expect((await network([garbage])).keys()).rejects.toMatchObject({ code: 'E_INTERNAL' });
    const wrong = await node(({ answer }) => answer({ nodeInfo: { name: 'x' } }));
    await expect((await network([wrong])).keys()).rejects.toMatchObject({ code: 'E_INTERNAL' });
  });

  test('without a roster or trust no key is taken on a node’s word', async () => {
    const said = await node(({ answer }) =>
      answer({ key: { name: 'other', state: 'active', suite: 'ed25519' } }),
    );
    await expect((await network([said])).key('other')).rejects.toMatchObject({
      code: 'E_BAD_REQUEST',
      hint: expect.stringContaining('trust'),
    });
  });

  test('reads fail over: a silent node is joined by the next, a dead one replaced', async () => {
    const answers = ({ answer }: FakeCall) => answer({ nodeStatus: { ready: true, node: 'n' } });
    const silent = await node(() => {});
    const good = await node(answers);
    expect((await (await network([silent, good])).status()).node).toBe('n');
    const dies = await node(() => void dies.stop());
    expect((await (await network([dies, good])).status()).ready).toBe(true);
  });

  test('the first node’s error stands when the others say no more', async () => {
    const says = await node(({ answer }) =>
      answer({ error: { code: 'E_UNKNOWN_KEY', message: 'no' } }),
    );
    await expect((await network([says], [await nobody()])).key('gone')).rejects.toMatchObject({
      code: 'E_UNKNOWN_KEY',
    });
  });

  test('a node that does not know a key is passed over: it may have lost its store', async () => {
    const lost = await node(({ answer }) =>
      answer({ error: { code: 'E_UNKNOWN_KEY', message: 'no', nothingSigned: 'true' } }),
    );
    const said = { name: 'team', suite: 'ed25519', state: 'active', threshold: 2 };
    const id = new Uint8Array(16);
    const knows = await node(({ answer }) =>
      answer({ key: { ...said, id, publicKey: team.publicKey } }),
    );
    expect((await (await network([lost, knows])).key('team')).name).toBe('team');
    const open = await network([lost, await node(signs)]);
    expect((await sign(open)).signers).toEqual(['node1', 'node2']);
  });

  test('a survey tells of each node by itself', async () => {
    const up = await node(({ request, answer }) =>
      answer(request.nodeInfo ? { nodeInfo: { name: 'up' } } : { nodeStatus: { node: 'up' } }),
    );
    const survey = await (await network([up], [await nobody()])).survey();
    expect(survey.map((one) => ('status' in one ? one.status.node : one.error.code))).toEqual([
      'up',
      'E_THRESHOLD',
    ]);
  });

  test('what a node writes reaches people as one printable line', async () => {
    const rude = await node(({ answer }) =>
      answer({ error: { code: 'E_NONSENSE', message: 'a\u001b[2J\nb', hint: '\u202ex' } }),
    );
    const error: unknown = await (await network([rude])).status().catch((thrown) => thrown);
    if (!(error instanceof PermafrostError)) throw error;
    expect([error.code, error.message]).toEqual(['E_INTERNAL', 'a [2J b']);
    expect(error.hint).toBe('x');
  });
});
