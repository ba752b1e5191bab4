/**
 * Names that would stay stuck: a member that lost its store, one that shows two certificates. The
 * others free the name, and it never stands for two active keys.
 */
import { ed25519PublicKey, fromHex, toHex } from '@permafrost/frost';
import {
  compareBytes,
  DKG_ROUND,
  decodePending,
  decodeSignRequest,
  encodeProposal,
  groupOfProposal,
  parseEnvelope,
  proposalHash,
  SIGN_ROUND,
  sealEnvelope,
  signAsOperator,
  storedPayload,
} from '@permafrost/protocol';
import { installNodeCrypto, toySuite } from '@permafrost/protocol/sim';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Action } from '../effects.ts';
import { peerIdOfKey } from '../peer-key.ts';
import { createKey, requestSignature, type Watched } from './requests.ts';
import { createNetwork, type Network, type SimNode } from './world.ts';

const { RpcRequest, RpcResponse } = permafrost.v1;
const toy = { ...toySuite, id: 'ed25519' };
const WALL_MS = 1_700_000_000_000;

const STUCK = 'pending, waits for node3; permafrost key destroy team frees the name';

beforeAll(installNodeCrypto);

/** What a node says of a key by this name. */
function keyAt(network: Network, at: number, name: string) {
  const { operator } = network.nodes[at]?.operator ?? { operator: '' };
  let key: permafrost.v1.KeyInfo.$Properties | undefined;
  const body = encodeMessage(RpcRequest, { keyGet: { name } });
  network.call(at, operator, body, (answer) => {
    key = decodeMessage(RpcResponse, answer.body).key ?? undefined;
  });
  network.run(1_000);
  return key;
}

/** What `status` says at a node. */
function statusAt(network: Network, at: number): permafrost.v1.NodeStatus.$Properties {
  const { operator } = network.nodes[at]?.operator ?? { operator: '' };
  let status: permafrost.v1.NodeStatus.$Properties = {};
  network.call(at, operator, encodeMessage(RpcRequest, { nodeStatus: {} }), (answer) => {
    status = decodeMessage(RpcResponse, answer.body).nodeStatus ?? {};
  });
  network.run(1_000);
  return status;
}

/** Proposes at a node to destroy what it calls by this name, and watches. */
function destroyKey(
  network: Network,
  { at, key }: { readonly at: number; readonly key: permafrost.v1.KeyInfo.$Properties },
): Watched {
  const { operatorSeed, nodes, world } = network;
  const operator = ed25519PublicKey(operatorSeed);
  const bytes = encodeProposal({
    type: 'destroy',
    name: key.name ?? '',
    suite: 'ed25519',
    purpose: 'sign',
    minSigners: key.threshold ?? 0,
    members: [...(key.memberHosts ?? [])].sort(compareBytes),
    requesters: [],
    policy: new Uint8Array(),
    proposer: peerIdOfKey(operator),
    node: nodes[at]?.operator.hostPub ?? new Uint8Array(),
    nonce: world.random(`destroy ${world.now()}`)(16),
    expiresMs: WALL_MS + 3_600_000,
    keys: [...(key.destroys ?? [])],
  });
  const hash = proposalHash(bytes);
  const watched: Watched = { stages: [], key: undefined, error: undefined };
  const proposalSubmit = {
    proposal: bytes,
    operatorSignature: signAsOperator('accept', hash, operatorSeed),
  };
  const caller = toHex(operator);
  network.call(at, caller, encodeMessage(RpcRequest, { proposalSubmit }), (first) => {
    watched.error = decodeMessage(RpcResponse, first.body).error ?? undefined;
    if (watched.error !== undefined) return;
    const proposalWatch = { proposalHash: hash };
    network.call(at, caller, encodeMessage(RpcRequest, { proposalWatch }), ({ body }) => {
      const { ceremony } = decodeMessage(RpcResponse, body);
      watched.stages.push(ceremony?.stage ?? '');
      watched.error = ceremony?.error ?? watched.error;
    });
  });
  return watched;
}

/** The round of a ceremony's frame. */
function roundOf(body: Uint8Array): number {
  const { envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, body);
  return parseEnvelope(Uint8Array.from(envelope)).round;
}

/** Key ids that this node's disk calls active. */
function activeOn({ nodes }: Network, at: number): readonly string[] {
  return [...(nodes[at]?.disk.records ?? [])].flatMap(([path, value]) => {
    const [kind, id, what] = path.split('/');
    if (kind !== 'key' || what !== 'state' || id === undefined) return [];
    const { state } = decodeMessage(permafrost.v1.StoredKeyState, value);
    return state === 'active' ? [id] : [];
  });
}

/** Shares that this node's disk holds. */
function sharesOn({ nodes }: Network, at: number): readonly string[] {
  return [...(nodes[at]?.disk.secrets.keys() ?? [])];
}

function start(network: Network): void {
  for (const i of network.nodes.keys()) network.start(i);
}

/** Two have said Stored; the third dies before it does, and comes back with nothing. */
function lostStore(seed: number, options: { readonly comesBack?: boolean } = {}): Network {
  const network = createNetwork({ seed, nodes: 3, suiteOf: () => toy });
  start(network);
  let isDead = false;
  network.onFrame(({ from, kind, body }) => {
    if (isDead || from !== 2 || kind !== limits.FRAME.ceremony) return body;
    if (roundOf(body) !== DKG_ROUND.stored) return body;
    isDead = true;
    network.kill(2);
    return undefined;
  });
  createKey(network, { at: 0, name: 'team', minSigners: 2 });
  network.run(5_000);
  expect(isDead).toBe(true);
  network.beginAnew(2);
  if (options.comesBack === false) return network;
  network.start(2);
  network.run(90_000);
  return network;
}

/** A new key of that name is made, everywhere the same, and it signs. */
function expectFree(network: Network, members: readonly number[], what: string): void {
  const again = createKey(network, { at: 0, name: 'team', minSigners: 2, members });
  network.run(6_000);
  expect(again.error, what).toBeUndefined();
  expect(again.stages.at(-1), what).toBe('active');
  const id = toHex(again.key?.id ?? new Uint8Array());
  for (const at of members) expect(activeOn(network, at), `${what}, node${at + 1}`).toEqual([id]);
  const message = new TextEncoder().encode('free');
  const signed = requestSignature(network, { at: 0, key: again.key ?? {}, message });
  network.run(1_000);
  expect(signed.progress?.state, what).toBe('signed');
}

describe('a key that one member lost with its store', () => {
  test('is shown with who it waits for, and destroyed by the others, and its name is free', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const network = lostStore(seed);
      const key = keyAt(network, 0, 'team');
      expect(key?.state).toBe('pending');
      expect(key?.waitsFor).toEqual(['node3']);
      expect(Number(key?.pendingMs)).toBeGreaterThan(60_000);
      // Its making was given up by now: it makes nobody less ready.
      const { ready, keys, warnings } = statusAt(network, 1);
      expect([ready, keys]).toEqual([true, []]);
      expect(warnings).toEqual([`key team is ${STUCK}`]);
      const gone = destroyKey(network, { at: 0, key: key ?? {} });
      network.run(5_000);
      expect(gone.error).toBeUndefined();
      expect(gone.stages.at(-1), `seed ${seed}`).toBe('destroyed');
      for (const at of [0, 1]) expect(sharesOn(network, at)).toEqual([]);
      expect(keyAt(network, 0, 'team')).toBeUndefined();
      expectFree(network, [0, 1, 2], `seed ${seed}`);
    }
  });

  test('is destroyed while that member is away for good, and it finds the name free when it is back', () => {
    const network = lostStore(4, { comesBack: false });
    network.run(60_000);
    expect(statusAt(network, 0)).toMatchObject({ ready: false, keys: [{ why: STUCK }] });
    const gone = destroyKey(network, { at: 1, key: keyAt(network, 1, 'team') ?? {} });
    network.run(5_000);
    expect(gone.stages.at(-1)).toBe('destroyed');
    expectFree(network, [0, 1], 'without it');
    for (const at of [0, 1]) expect(sharesOn(network, at)).toHaveLength(2);
    network.start(2);
    network.run(60_000);
    // It swore too: now nobody can have the key any more, and its shares are gone.
    for (const at of [0, 1]) expect(sharesOn(network, at)).toHaveLength(1);
    expect(activeOn(network, 2)).toEqual([]);
    expect(keyAt(network, 0, 'team')?.members?.toSorted()).toEqual(['node1', 'node2']);
  });

  test('is destroyed at the wish of the very node that lost it', () => {
    const network = lostStore(5);
    const key = keyAt(network, 0, 'team') ?? {};
    expect(keyAt(network, 2, 'team')).toBeUndefined();
    const gone = destroyKey(network, { at: 2, key });
    network.run(5_000);
    expect(gone.stages.at(-1)).toBe('destroyed');
    expectFree(network, [0, 1, 2], 'asked by node3');
  });

  test('comes to one end, whenever a node dies that destroys it', () => {
    const counts = (action: Action, when: 'before' | 'after') =>
      action.type === 'persist' || (action.type === 'send' && when === 'before');
    for (const when of ['before', 'after'] as const) {
      let at = 1;
      for (; ; at++) {
        const network = lostStore(6, { comesBack: false });
        const what = `${when} action ${at}`;
        const key = keyAt(network, 0, 'team') ?? {};
        let actions = 0;
        let hasDied = false;
        network.onAction((index, action) => {
          if (index !== 0 || !counts(action, when) || hasDied || ++actions !== at) return;
          hasDied = true;
          const die = () => {
            network.kill(0);
            network.world.after(500, () => network.start(0));
          };
          // Before: it is lost with the process. After: it took effect, and nothing later did.
          if (when === 'before') die();
          else network.world.after(11, die);
        });
        destroyKey(network, { at: 0, key });
        network.run(4_000);
        if (!hasDied) break;
        // It may have died before anybody heard of it: then its operator asks again.
        const left = keyAt(network, 0, 'team');
        if (left !== undefined) {
          const more = destroyKey(network, { at: 0, key: left });
          network.run(2_000);
          expect(more.stages.at(-1), what).toBe('destroyed');
        }
        expect(keyAt(network, 1, 'team'), what).toBeUndefined();
        expectFree(network, [0, 1], what);
      }
      expect(at).toBeGreaterThan(when === 'before' ? 10 : 5);
    }
  });
});

test('a key that is active, or of another name, is not destroyed, and goes on signing', () => {
  const network = createNetwork({ seed: 7, nodes: 3, suiteOf: () => toy });
  start(network);
  const made = createKey(network, { at: 0, name: 'team', minSigners: 2 });
  network.run(10_000);
  const key = { ...made.key, destroys: [made.key?.id ?? new Uint8Array()] };
  const active = destroyKey(network, { at: 0, key });
  network.run(1_000);
  expect(active.error).toMatchObject({ code: 'E_KEY_STATE' });
  expect(active.error?.message).toContain('only a pending key can be destroyed');
  const renamed = destroyKey(network, { at: 1, key: { ...key, name: 'other' } });
  network.run(1_000);
  expect(renamed.error).toMatchObject({ code: 'E_KEY_STATE' });
  const message = new TextEncoder().encode('still here');
  const signed = requestSignature(network, { at: 0, key, message });
  network.run(2_000);
  expect(signed.progress?.state).toBe('signed');
});

describe('a member that certifies two attempts and shows the certificates to different nodes', () => {
  /** Seats follow the order of host keys: the liar may be anyone, here the third node. */
  function twoCertificates(seed: number): Network {
    const network = createNetwork({
      seed,
      nodes: 3,
      suiteOf: () => toy,
      conditions: { repeatRatio: 0 },
    });
    start(network);
    const liar = network.nodes[2] as SimNode;
    let first = '';
    let firstCert: Uint8Array = new Uint8Array();
    network.onFrame(({ from, to, kind, body }) => {
      if (from !== 2 && to !== 2) return body;
      // It says nothing of its own accord but what this plan needs, and its core must not notice.
      if (kind === limits.FRAME.keyStatus || kind === limits.FRAME.keyRecords) return undefined;
      if (kind !== limits.FRAME.ceremony || roundOf(body) < DKG_ROUND.cert) return body;
      const message = decodeMessage(permafrost.v1.CeremonyEnvelope, body);
      const scope = toHex(message.scope);
      if (first === '') first = scope;
      if (scope === first) {
        if (from === 2) firstCert = Uint8Array.from(message.envelope);
        return undefined;
      }
      if (from !== 2 || to === 1) return body;
      // To the first node it shows the key of the first attempt.
      if (roundOf(body) === DKG_ROUND.cert) return frame(first, firstCert);
      return frame(first, storedFor(liar, first));
    });
    createKey(network, { at: 0, name: 'team', minSigners: 2 });
    network.run(5_000);
    const body = encodeMessage(permafrost.v1.CeremonyReport, {
      proposalHash: proposalHashOf(network),
      attempt: 1,
      stage: 'failed',
      code: 'no-certificate',
    });
    network.inject({ from: 2, to: 0, kind: limits.FRAME.ceremonyReport, body });
    network.run(60_000);
    return network;
  }

  /** Of the one proposal that there is. */
  function proposalHashOf({ nodes }: Network): Uint8Array {
    const paths = [...(nodes[0]?.disk.records.keys() ?? [])];
    return fromHex(paths.find((path) => path.startsWith('proposal/'))?.slice(9) ?? '');
  }

  function frame(scope: string, envelope: Uint8Array): Uint8Array {
    return encodeMessage(permafrost.v1.CeremonyEnvelope, { scope: fromHex(scope), envelope });
  }

  function bindings(network: Network): readonly string[] {
    return [0, 1].map((at) =>
      toHex(network.nodes[at]?.disk.records.get('name/team') ?? new Uint8Array()),
    );
  }

  test.each([1, 2, 3])(
    'makes the name stand for two keys, neither active, until all others destroy both (seed %i)',
    (seed) => {
      const network = twoCertificates(seed);
      const [a, b] = bindings(network);
      expect(a).not.toBe('');
      expect(b).not.toBe('');
      expect(a).not.toBe(b);
      for (const at of [0, 1, 2]) expect(activeOn(network, at)).toEqual([]);
      const refused = createKey(network, { at: 0, name: 'team', minSigners: 2 });
      network.run(20_000);
      expect(refused.error?.code).toBe('E_BAD_REQUEST');
      const gone = destroyKey(network, { at: 0, key: keyAt(network, 0, 'team') ?? {} });
      network.run(5_000);
      expect(gone.stages.at(-1)).toBe('destroyed');
      expectFree(network, [0, 1], 'the two honest ones');
    },
  );
});

/** The liar's Stored for the key that this scope made on its disk. */
function storedFor({ disk, seed }: SimNode, scope: string): Uint8Array {
  for (const [path, record] of disk.records) {
    if (!path.endsWith('/record')) continue;
    const { key } = decodePending(record, (proposal) => groupOfProposal(proposal));
    if (toHex(key.scope) !== scope) continue;
    return sealEnvelope(
      {
        suite: key.group.suite,
        kind: 'cocktail-dkg',
        sessionId: key.sessionId,
        round: DKG_ROUND.stored,
        from: key.seat,
        to: 'all',
        payload: storedPayload(key.transcript),
      },
      seed,
    );
  }
  throw new Error('the liar holds no such key');
}

test('a share of a test signature leaves a node only when it has the Stored of all on its disk', () => {
  for (let seed = 1; seed <= 4; seed++) {
    const conditions = { diskMsMax: 400, latencyMsMax: 5 };
    const network = createNetwork({ seed, nodes: 3, suiteOf: () => toy, conditions });
    start(network);
    let [shares, asked] = [0, 0];
    network.onAction((index, action) => {
      if (action.type !== 'send' || action.kind !== limits.FRAME.sign) return;
      // Who puts the signature together sends its own share along with what it asks.
      const { round, payload } = parseEnvelope(action.body);
      const isAsking = round === SIGN_ROUND.request;
      if (round !== SIGN_ROUND.share && !isAsking) return;
      if (isAsking && decodeSignRequest(payload).share.length === 0) return;
      if (isAsking) asked++;
      else shares++;
      const paths = [...(network.nodes[index]?.disk.records.keys() ?? [])];
      expect(paths.filter((path) => path.includes('/stored/'))).toHaveLength(3);
    });
    const watched = createKey(network, { at: 0, name: 'team', minSigners: 3 });
    network.run(30_000);
    expect(watched.stages.at(-1)).toBe('active');
    expect(shares).toBeGreaterThan(0);
    expect(asked).toBeGreaterThan(0);
  }
});
