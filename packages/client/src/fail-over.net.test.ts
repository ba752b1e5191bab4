import { randomBytes } from 'node:crypto';
import { ed25519PublicKey } from '@permafrost/frost';
import { publicKeyFromPeerId } from '@permafrost/p2p';
import { signNoShare } from '@permafrost/protocol';
import type { permafrost } from '@permafrost/wire';
import { afterEach, describe, expect, test } from 'vitest';
import { openEntries } from './entries.ts';
import { peerOfAddress } from './identity.ts';
import { createNetwork, type Network } from './network.ts';
import { cardOf } from './roster.ts';
import {
  type FakeCall,
  type FakeNode,
  type FakeOptions,
  soleKey,
  startFakeNode,
} from './testing/fake-node.ts';
import { memoryPins } from './trust.ts';

const team = soleKey();
const hostSeeds = [1, 2, 3].map((fill) => new Uint8Array(32).fill(fill));
const hosts = hostSeeds.map((seed) => ed25519PublicKey(seed));
const pin = {
  name: 'team',
  id: '00'.repeat(16),
  suite: 'ed25519',
  publicKey: Buffer.from(team.publicKey).toString('hex'),
  threshold: 2,
  members: hosts.map((host) => Buffer.from(host).toString('hex').slice(0, 8)),
};
const message = new TextEncoder().encode('pay');
const cleanup: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of cleanup.splice(0).reverse()) await stop();
});

async function node(handle: FakeOptions['handle']): Promise<FakeNode> {
  const made = await startFakeNode({ handle });
  cleanup.push(() => made.stop());
  return made;
}

/** @param own nodes of which the caller is the operator */
async function network(
  nodes: readonly FakeNode[],
  own: readonly FakeNode[] = [],
): Promise<Network> {
  const seed = Uint8Array.from(randomBytes(32));
  const cards = own.map(({ address }, i) => {
    const hostPub = publicKeyFromPeerId(peerOfAddress(address, undefined).peerId);
    const operatorPub = ed25519PublicKey(seed);
    return cardOf({ name: `own${i}`, hostPub, operatorPub, addresses: [address] });
  });
  const entries = await openEntries(
    seed,
    nodes.map(({ address }) => peerOfAddress(address, undefined)),
  );
  cleanup.push(() => entries.close());
  const pins = memoryPins(async () => {}, [pin]);
  const roster = cards.length === 0 ? undefined : { cards };
  return createNetwork({ entries, seed, pins, roster, trust: new Map(), ownNode: undefined });
}

const sign = (open: Network, more: object = {}) => open.sign({ key: 'team', message, ...more });

function signs({ request, answer }: FakeCall): void {
  const asked = request.signSubmit?.request;
  const signature = team.sign(asked?.message ?? new Uint8Array());
  answer({ sign: { state: 'signed', signature, signers: ['node1'] } });
}

function full(code: string, retryAfterMs: number): FakeOptions['handle'] {
  return ({ answer }) =>
    answer({
      sign: {
        state: 'denied',
        error: { code, message: 'full', retryAfterMs, nothingSigned: 'true' },
      },
    });
}

/** Does one thing for the first call and another for all later ones. */
function first(one: FakeOptions['handle'], then: FakeOptions['handle']): FakeOptions['handle'] {
  let calls = 0;
  return (call) => (calls++ === 0 ? one : then)(call);
}

const resumes = ({ calls }: FakeNode) => calls.map(({ signSubmit }) => signSubmit?.resume === true);

describe('a client that is refused for want of room', () => {
  test.each(['E_BUSY', 'E_RATE_LIMITED'])('with %s asks again after a while', async (code) => {
    const busy = await node(first(full(code, 60), signs));
    expect((await sign(await network([busy]))).key).toBe('team');
    expect(busy.calls).toHaveLength(2);
    expect(busy.calls[1]?.signSubmit?.request).toEqual(busy.calls[0]?.signSubmit?.request);
  });

  test('goes to another node first, which need not ask anybody what was begun', async () => {
    const busy = await node(full('E_BUSY', 60_000));
    const free = await node(signs);
    await sign(await network([busy, free]));
    expect(resumes(free)).toEqual([false]);
  });

  test('says so at once when it would have to wait past its deadline, or is told not to wait', async () => {
    const busy = await node(full('E_BUSY', 60_000));
    const expected = { code: 'E_BUSY', retryAfterMs: 60_000, nothingSigned: true };
    await expect(sign(await network([busy], [busy]))).rejects.toMatchObject(expected);
    const soon = await node(full('E_RATE_LIMITED', 50));
    await expect(sign(await network([soon]), { waitWhenBusy: false })).rejects.toMatchObject({
      code: 'E_RATE_LIMITED',
      retryAfterMs: 50,
    });
    expect([busy.calls.length, soon.calls.length]).toEqual([1, 1]);
  });
});

test('the next node is told that another one may have begun the request', async () => {
  const dies = await node(({ answer }) => {
    answer({ sign: { state: 'signing' } }, true);
    setTimeout(() => void dies.stop(), 20);
  });
  const good = await node(signs);
  await sign(await network([dies, good]));
  expect([resumes(dies), resumes(good)]).toEqual([[false], [true]]);
});

describe('a request that is taken back while a node is at it', () => {
  type Word = permafrost.v1.MemberCancelled.$Properties;
  const since = () => Date.now() - 120_000;
  type Taken = { readonly requestId: Uint8Array; readonly requester: Uint8Array };
  const word = (taken: Taken, member: number, sinceMs: number, by = member): Word => {
    const { requestId, requester } = taken;
    const { signature } = signNoShare(
      { requestId, requester, sinceMs },
      hostSeeds[by] ?? new Uint8Array(32),
    );
    return { hostPub: hosts[member] ?? new Uint8Array(), sinceMs, signature };
  };

  async function takenBack(
    nothingSigned: string,
    words: (taken: Taken) => readonly Word[],
    more: object = {},
  ): Promise<unknown> {
    const stop = new AbortController();
    const slow = await node(({ request, answer }) => {
      const cancel = request.signCancel;
      if (cancel) {
        const { requestId = new Uint8Array(), requester = new Uint8Array() } = cancel;
        const members = [...words({ requestId, requester })];
        answer({ cancelled: { requestId, nothingSigned, members } });
        return;
      }
      answer({ sign: { state: 'signing' } }, true);
      stop.abort();
    });
    const options = { signal: stop.signal, ...more };
    const error: unknown = await sign(await network([slow]), options).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'E_CANCELLED' });
    return (error as { readonly nothingSigned: unknown }).nothingSigned;
  }

  test('is unsigned for sure only when all members signed that they gave no share', async () => {
    const all = (taken: Taken) => [0, 1, 2].map((member) => word(taken, member, since()));
    expect(await takenBack('true', all)).toBe(true);
    expect(await takenBack('true', (taken) => all(taken).slice(1))).toBe('unknown');
    expect(await takenBack('true', () => [])).toBe('unknown');
    // Words under the name of another, about another request, about the same id as another
    // requester's, and of a member that restarted.
    const besides = (one: (taken: Taken) => Word) =>
      takenBack('true', (taken) => [...all(taken).slice(1), one(taken)]);
    expect(await besides((taken) => word(taken, 0, since(), 1))).toBe('unknown');
    const other = { requestId: new Uint8Array(32), requester: new Uint8Array(38) };
    for (const name of ['requestId', 'requester'] as const) {
      const moved = (taken: Taken) => word({ ...taken, [name]: other[name] }, 0, since());
      expect(await besides(moved), name).toBe('unknown');
    }
    expect(await besides((taken) => word(taken, 0, Date.now() - 1_000))).toBe('unknown');
  });

  test('under a key that an earlier call may have used is not called unsigned by words of this one', async () => {
    const all = (taken: Taken) => [0, 1, 2].map((member) => word(taken, member, since()));
    const idempotencyKey = new Uint8Array(16).fill(9);
    expect(await takenBack('true', all, { idempotencyKey })).toBe('unknown');
    const isNew = { idempotencyKey, isNewIdempotencyKey: true };
    expect(await takenBack('true', all, isNew)).toBe(true);
  });

  test('is said to be signed when it was', async () => {
    expect(await takenBack('false', () => [])).toBe(false);
  });
});

describe('a client that is told that too few members answer', () => {
  const tooFew =
    (have: number, nothingSigned = 'true'): FakeOptions['handle'] =>
    ({ answer }) => {
      const error = {
        code: 'E_THRESHOLD',
        message: `${have} answer`,
        need: 2,
        have,
        nothingSigned,
      };
      answer({ sign: { state: 'failed', error } });
    };

  test('asks the others, since perhaps only that node is cut off', async () => {
    const cutOff = await node(tooFew(1));
    const good = await node(signs);
    expect((await sign(await network([cutOff, good]))).signers).toEqual(['node1']);
    expect(resumes(good)).toEqual([false]);
  });

  test('asks the others also when that node had begun, and tells them', async () => {
    const cutOff = await node(tooFew(1, 'unknown'));
    const good = await node(signs);
    await sign(await network([cutOff, good]));
    expect(resumes(good)).toEqual([true]);
  });

  test('passes on what the best connected one says once all say so, and nothing was signed', async () => {
    const nodes = [await node(tooFew(0)), await node(tooFew(1)), await node(tooFew(0))];
    await expect(sign(await network(nodes, nodes))).rejects.toMatchObject({
      code: 'E_THRESHOLD',
      have: 1,
      nothingSigned: true,
    });
    expect(nodes.map(({ calls }) => calls.length)).toEqual([1, 1, 1]);
  });

  test('believes its own nodes alone that nothing was signed: another may go on with the request', async () => {
    const own = await node(tooFew(1));
    const other = await node(tooFew(1));
    const open = [await network([own, other], [own]), await network([other], [own])];
    for (const one of open) {
      await expect(sign(one)).rejects.toMatchObject({
        code: 'E_THRESHOLD',
        nothingSigned: 'unknown',
      });
    }
  });

  test('does not know whether anything was signed when one of them does not', async () => {
    const nodes = [await node(tooFew(1)), await node(tooFew(1, 'unknown'))];
    await expect(sign(await network(nodes))).rejects.toMatchObject({
      code: 'E_THRESHOLD',
      nothingSigned: 'unknown',
    });
  });
});

test.each(['E_PEER_FAULT', 'E_INTERNAL'])(
  'a client that is told %s goes on to a node that may not be part of it',
  async (code) => {
    const error = { code, message: 'a bad share', nothingSigned: 'unknown' };
    const liar = await node(({ answer }) => answer({ sign: { state: 'failed', error } }));
    const good = await node(signs);
    expect((await sign(await network([liar, good]))).signers).toEqual(['node1']);
    expect(resumes(good)).toEqual([true]);
    await expect(sign(await network([liar]))).rejects.toMatchObject({ code });
  },
);
